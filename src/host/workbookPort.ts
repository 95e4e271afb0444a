/**
 * The workbook as the host sees it: what office.js can ask of a spreadsheet, and nothing of how one works.
 * Rows and columns are 0-based; an Area never has zero rows or columns; styles are named as OOXML names them.
 * The methods are synchronous and act at once; only `calculate` waits.
 */
import type { Chart } from './chart';

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export type SheetId = string;
export type TableId = string;

/** `null` is an empty cell; an error is one of Excel's: #N/A, #VALUE!, #REF!, #DIV/0!, #NAME?, #NUM!, #NULL!, #SPILL!, #CALC!, #GETTING_DATA. */
export interface CellError {
  readonly error: string;
  /** What a custom function said about its failure. */
  readonly message?: string;
}
export type CellValue = number | string | boolean | null | CellError;

/**
 * What is put into a cell. Nothing here is interpreted: the host has already decided, as Excel does for typed input,
 * what is a formula, a number, a date or text. `quoted` keeps the leading apostrophe that makes text inert.
 */
export type CellInput =
  | { readonly value: Exclude<CellValue, CellError>; readonly quoted?: boolean; readonly numberFormat?: string }
  | { readonly formula: string };

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

export interface SheetInfo {
  readonly id: SheetId;
  readonly name: string;
  readonly visibility: Visibility;
  readonly tabColor: string | null;
  readonly showGridlines: boolean;
  readonly showHeadings: boolean;
  readonly protected: boolean;
  /** Rows and columns frozen at the top and the left. */
  readonly frozen: { readonly rows: number; readonly columns: number };
}

export type BorderSide = 'top' | 'bottom' | 'left' | 'right' | 'insideHorizontal' | 'insideVertical' | 'diagonalUp' | 'diagonalDown';
export interface Border {
  readonly style: 'none' | 'hair' | 'thin' | 'medium' | 'thick' | 'dashed' | 'dotted' | 'double' | 'dashDot' | 'dashDotDot' | 'slantDashDot' | 'mediumDashed' | 'mediumDashDot' | 'mediumDashDotDot';
  readonly color: string | null;
}
export interface Style {
  readonly fill: string | null;
  readonly font: {
    readonly name: string;
    readonly size: number;
    readonly color: string;
    readonly bold: boolean;
    readonly italic: boolean;
    readonly strikethrough: boolean;
    readonly underline: 'none' | 'single' | 'double';
  };
  readonly borders: Readonly<Partial<Record<BorderSide, Border>>>;
  readonly horizontal: 'general' | 'left' | 'center' | 'right' | 'fill' | 'justify' | 'centerContinuous' | 'distributed';
  readonly vertical: 'top' | 'center' | 'bottom' | 'justify' | 'distributed';
  readonly wrapText: boolean;
  readonly indent: number;
  readonly shrinkToFit: boolean;
  readonly textRotation: number;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
}
export type StylePatch = { readonly [K in keyof Style]?: K extends 'font' | 'borders' ? Readonly<Partial<Style[K]>> : Style[K] };

export interface TableInfo {
  readonly id: TableId;
  readonly name: string;
  readonly sheet: SheetId;
  /** Header and totals rows included. */
  readonly area: Area;
  readonly columns: readonly { readonly id: number; readonly name: string }[];
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly style: string | null;
  readonly showBandedRows: boolean;
  readonly showBandedColumns: boolean;
  readonly showFilterButton: boolean;
  readonly highlightFirstColumn: boolean;
  readonly highlightLastColumn: boolean;
  /** Column filters in force, by column position; empty when the table is not filtered. */
  readonly filters: readonly { readonly column: number; readonly values: readonly string[] }[];
  readonly sort: readonly { readonly column: number; readonly ascending: boolean }[];
}
export type TablePatch = Partial<Omit<TableInfo, 'id' | 'sheet' | 'columns' | 'filters' | 'sort'>>;

export interface NameInfo {
  readonly name: string;
  /** `null`: the whole workbook. */
  readonly sheet: SheetId | null;
  /** As a formula, with its equals sign: "=Notes!$B$2". */
  readonly formula: string;
  readonly comment: string;
  readonly visible: boolean;
}

/** Formulas are as they were given: with their equals sign, or a bare constant ("50"). Colour scales, bars and icons keep office.js's own words in `settings`. */
export interface ConditionalFormat {
  readonly id: string;
  readonly areas: readonly Area[];
  readonly priority: number;
  readonly stopIfTrue: boolean;
  readonly rule:
    | { readonly kind: 'cellValue'; readonly operator: string; readonly formula1: string; readonly formula2?: string; readonly style: StylePatch }
    | { readonly kind: 'text'; readonly operator: 'contains' | 'notContains' | 'beginsWith' | 'endsWith'; readonly text: string; readonly style: StylePatch }
    | { readonly kind: 'custom'; readonly formula: string; readonly style: StylePatch }
    | { readonly kind: 'dataBar' | 'colorScale' | 'iconSet' | 'topBottom' | 'preset'; readonly settings: unknown };
}

export interface DataValidation {
  readonly areas: readonly Area[];
  readonly type: 'list' | 'wholeNumber' | 'decimal' | 'date' | 'time' | 'textLength' | 'custom';
  readonly operator: string | null;
  /** A list's source: "a,b,c" or "=Lists!$A$1:$A$4". */
  readonly formula1: string;
  readonly formula2: string | null;
  readonly ignoreBlank: boolean;
  readonly inCellDropDown: boolean;
  readonly prompt: { readonly show: boolean; readonly title: string; readonly message: string };
  readonly errorAlert: { readonly show: boolean; readonly title: string; readonly message: string; readonly style: 'stop' | 'warning' | 'information' };
}

export interface Hyperlink {
  readonly address: string | null;
  /** A place in this workbook: "Partners!B4". */
  readonly location: string | null;
  readonly screenTip: string;
}

export interface PageLayout {
  readonly orientation: 'portrait' | 'landscape';
  readonly paperSize: number | null;
  /** Pages wide and tall, `null` for automatic; ignored where `scale` is set. */
  readonly fit: { readonly wide: number | null; readonly tall: number | null } | null;
  readonly scale: number | null;
  /** In points. */
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number; readonly header: number; readonly footer: number };
  readonly centerHorizontally: boolean;
  readonly centerVertically: boolean;
  readonly printArea: Area | null;
  readonly titleRows: { readonly row: number; readonly rows: number } | null;
  readonly titleColumns: { readonly column: number; readonly columns: number } | null;
  readonly printGridlines: boolean;
  readonly header: { readonly left: string; readonly center: string; readonly right: string };
  readonly footer: { readonly left: string; readonly center: string; readonly right: string };
  /** Rows before which a page starts. */
  readonly rowBreaks: readonly number[];
}

export interface Selection {
  readonly sheet: SheetId;
  readonly areas: readonly Area[];
}

export interface CustomXmlPart {
  readonly id: string;
  readonly namespaceUri: string;
  readonly xml: string;
}

/** What happened in the workbook, whoever did it. */
export type WorkbookChange = { readonly source: 'user' | 'addIn' | 'calculation' } & (
  | { readonly kind: 'cells'; readonly sheet: SheetId; readonly area: Area; readonly before?: CellValue; readonly after?: CellValue }
  | { readonly kind: 'rowsInserted' | 'rowsDeleted' | 'columnsInserted' | 'columnsDeleted' | 'cellsInserted' | 'cellsDeleted'; readonly sheet: SheetId; readonly area: Area }
  | { readonly kind: 'sheetAdded' | 'sheetDeleted' | 'sheetActivated' | 'sheetRenamed' | 'sheetMoved' | 'sheetVisibility' | 'calculated' | 'formats'; readonly sheet: SheetId }
  | { readonly kind: 'tableAdded' | 'tableDeleted' | 'tableChanged' | 'tableSorted' | 'tableFiltered'; readonly sheet: SheetId; readonly table: TableId }
  | { readonly kind: 'selection'; readonly selection: Selection }
  | { readonly kind: 'names' | 'settings' }
);

/** One call of a custom function from a cell; `args` are matrices for ranges and arrays, scalars otherwise, `undefined` where omitted. */
export interface CustomFunctionCall {
  readonly name: string;
  readonly args: readonly (CellValue | readonly (readonly CellValue[])[] | undefined)[];
  /** "Sheet1!B2" of the calling cell. */
  readonly address: string;
  /** "Partners!A1:D20" for each argument that is a reference, `null` for the others. */
  readonly parameterAddresses: readonly (string | null)[];
}
export type CustomFunctionResult = CellValue | readonly (readonly CellValue[])[];

/**
 * Who answers custom functions. `onResult` is called once, or again and again where the function streams;
 * the returned function cancels the call: the cell was cleared, overwritten or calls with other arguments now.
 */
export interface CustomFunctionRunner {
  call(call: CustomFunctionCall, onResult: (result: CustomFunctionResult) => void): () => void;
}

export interface CustomFunctionSignature {
  /** With its namespace: ALLIANCE.HEALTH. */
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string | null;
  readonly streaming: boolean;
  readonly allowErrors: boolean;
  readonly result: 'scalar' | 'matrix';
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly optional: boolean; readonly dimensionality: 'scalar' | 'matrix'; readonly type: string; readonly repeating: boolean }[];
}

export interface WorkbookPort {
  readonly fileName: string;
  /** 36526 in the 1900 date system, 35064 in the 1904 one, is 1 January 2000. */
  readonly date1904: boolean;
  /** No sheet may be added, renamed, moved, hidden or deleted. */
  readonly structureProtected: boolean;
  /** A cell is being edited: writes are refused until it is left. */
  readonly editing: boolean;

  // sheets, in tab order
  sheets(): readonly SheetInfo[];
  addSheet(name: string): SheetId;
  deleteSheet(sheet: SheetId): void;
  updateSheet(sheet: SheetId, patch: Partial<Omit<SheetInfo, 'id'>>): void;
  moveSheet(sheet: SheetId, position: number): void;
  activeSheet(): SheetId;
  activateSheet(sheet: SheetId): void;

  // cells; matrices are as large as the area
  usedArea(sheet: SheetId, valuesOnly: boolean): Area | null;
  values(sheet: SheetId, area: Area): CellValue[][];
  /** A formula with its equals sign where the cell has one, else `null`. */
  formulas(sheet: SheetId, area: Area): (string | null)[][];
  /** As the grid shows it. */
  texts(sheet: SheetId, area: Area): string[][];
  numberFormats(sheet: SheetId, area: Area): string[][];
  /** `undefined` leaves a cell as it is. */
  setCells(sheet: SheetId, area: Area, cells: readonly (readonly (CellInput | undefined)[])[]): void;
  setNumberFormats(sheet: SheetId, area: Area, formats: readonly (readonly string[])[]): void;
  clear(sheet: SheetId, area: Area, what: 'contents' | 'formats' | 'all'): void;
  insertCells(sheet: SheetId, area: Area, shift: 'down' | 'right'): void;
  deleteCells(sheet: SheetId, area: Area, shift: 'up' | 'left'): void;
  /** `column` counts from the area's first column. */
  sort(sheet: SheetId, area: Area, keys: readonly { readonly column: number; readonly ascending: boolean }[], hasHeaders: boolean): void;
  /** The spill area of the dynamic array whose formula stands in this cell, else `null`. */
  spillArea(sheet: SheetId, row: number, column: number): Area | null;

  // looks
  style(sheet: SheetId, row: number, column: number): Style;
  /** Borders are those of the area: `top` lies above its first row, `insideHorizontal` between its rows. */
  setStyle(sheet: SheetId, area: Area, patch: StylePatch): void;
  /** In points. */
  columnWidth(sheet: SheetId, column: number): number;
  rowHeight(sheet: SheetId, row: number): number;
  /** `null` as size: fit to the contents. */
  setColumns(sheet: SheetId, column: number, columns: number, patch: { readonly width?: number | null; readonly hidden?: boolean }): void;
  setRows(sheet: SheetId, row: number, rows: number, patch: { readonly height?: number | null; readonly hidden?: boolean }): void;
  hidden(sheet: SheetId): { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> };
  merges(sheet: SheetId): readonly Area[];
  merge(sheet: SheetId, area: Area): void;
  unmerge(sheet: SheetId, area: Area): void;
  conditionalFormats(sheet: SheetId): readonly ConditionalFormat[];
  setConditionalFormats(sheet: SheetId, formats: readonly ConditionalFormat[]): void;
  validations(sheet: SheetId): readonly DataValidation[];
  setValidations(sheet: SheetId, validations: readonly DataValidation[]): void;
  hyperlink(sheet: SheetId, row: number, column: number): Hyperlink | null;
  setHyperlink(sheet: SheetId, row: number, column: number, link: Hyperlink | null): void;
  pageLayout(sheet: SheetId): PageLayout;
  setPageLayout(sheet: SheetId, patch: Partial<PageLayout>): void;
  /** Those that this host knows; others in the file stay there. */
  charts(sheet: SheetId): readonly Chart[];
  setCharts(sheet: SheetId, charts: readonly Chart[]): void;
  /** A PNG in base64, so many pixels wide and tall, with everything in it `scale` times as large as on the sheet. */
  chartImage(sheet: SheetId, chart: string, size: { readonly width: number; readonly height: number; readonly scale: number }): Promise<string>;

  // tables and names
  tables(): readonly TableInfo[];
  addTable(sheet: SheetId, area: Area, name: string | null, hasHeaders: boolean): TableId;
  updateTable(table: TableId, patch: TablePatch): void;
  filterTable(table: TableId, filters: TableInfo['filters']): void;
  /** Its cells stay, unless `deleteCells` is asked for as well. */
  removeTable(table: TableId): void;
  names(): readonly NameInfo[];
  setName(name: NameInfo): void;
  removeName(name: string, sheet: SheetId | null): void;

  // what travels with the file
  settings(): ReadonlyMap<string, unknown>;
  setSetting(key: string, value: unknown): void;
  removeSetting(key: string): void;
  /** Document properties: title, author, ..., and custom ones as `custom:Name`. */
  properties(): ReadonlyMap<string, string | number | boolean>;
  setProperty(key: string, value: string | number | boolean | null): void;
  customXmlParts(): readonly CustomXmlPart[];
  setCustomXmlPart(part: CustomXmlPart | { readonly id: string; readonly xml: null }): void;
  /** Custom properties of one sheet; they go when the sheet goes. */
  sheetProperties(sheet: SheetId): ReadonlyMap<string, string>;
  setSheetProperty(sheet: SheetId, key: string, value: string | null): void;

  // the person in front of it, and time
  selection(): Selection;
  select(selection: Selection): void;
  undoGroup<T>(work: () => T): T;
  calculationMode: 'automatic' | 'manual';
  /** `full` recalculates every formula; resolves when nothing is pending, streamed functions counted at their first result. */
  calculate(full: boolean): Promise<void>;
  /** `null` when no formula is dirty; else resolves when all are calculated, custom functions answered or not. A read waits for it, as in Excel. */
  formulasSettled(): Promise<void> | null;
  onChange(listener: (change: WorkbookChange) => void): () => void;

  // custom functions
  registerFunctions(signatures: readonly CustomFunctionSignature[], runner: CustomFunctionRunner): void;
}
