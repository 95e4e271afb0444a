/**
 * Everything a workbook holds, as plain data: what a file reader makes, the engine opens and gives back, and a file writer saves.
 * It knows neither files nor engines. Rows and columns are 0-based, sizes are in points, styles are named as OOXML names them.
 */
import type { Chart } from '../host/chart';
import type {
  Area, CellValue, ConditionalFormat, CustomXmlPart, DataValidation, Hyperlink, NameInfo, PageLayout, SheetId, SheetInfo, Style, TableId, TableInfo,
} from '../host/workbookPort';

/** A cell's full look: the port's style and its number format. */
export interface CellStyle extends Style {
  readonly numberFormat: string;
}

export interface CellSnapshot {
  /** The constant, or the last known result of the formula (`null` where the file holds none). */
  readonly value: CellValue;
  /** With its equals sign, in Excel's own words (no `_xlfn.` prefixes). */
  readonly formula?: string;
  /**
   * The area an array formula fills, this cell first. The other cells of the area carry their results as values.
   * `dynamic` spills by itself; the legacy kind (Ctrl+Shift+Enter) keeps its area.
   */
  readonly array?: { readonly area: Area; readonly dynamic: boolean };
  /** The text stands behind a leading apostrophe. */
  readonly quoted?: true;
  /** Index into the workbook's styles; absent: the row's, else the column's, else 0. */
  readonly style?: number;
}

export interface LineSnapshot {
  /** Height of a row or width of a column; absent: the sheet's default. */
  readonly size?: number;
  readonly hidden?: true;
  readonly style?: number;
}

export interface SheetSnapshot extends SheetInfo {
  readonly defaultRowHeight: number;
  readonly defaultColumnWidth: number;
  /** Only rows and columns that differ from the defaults. */
  readonly rows: ReadonlyMap<number, LineSnapshot>;
  readonly columns: ReadonlyMap<number, LineSnapshot>;
  /** Row to its cells by column; `undefined` where there is neither value nor style. */
  readonly cells: ReadonlyMap<number, readonly (CellSnapshot | undefined)[]>;
  readonly merges: readonly Area[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly validations: readonly DataValidation[];
  readonly hyperlinks: readonly { readonly area: Area; readonly link: Hyperlink }[];
  readonly pageLayout: PageLayout;
  readonly selection: readonly Area[];
  /** What add-ins keep with the sheet. */
  readonly customProperties?: ReadonlyMap<string, string>;
  /** Those of the kinds that the port knows. */
  readonly charts?: readonly Chart[];
}

export interface TableColumnSnapshot {
  readonly id: number;
  readonly name: string;
  /** What the totals row shows: a label, one of OOXML's functions ("sum"), or with "custom" the formula in the cell. */
  readonly totalsLabel?: string;
  readonly totalsFunction?: string;
  /** The formula that fills the column, with its equals sign. */
  readonly formula?: string;
}

export interface TableSnapshot extends Omit<TableInfo, 'columns'> {
  readonly columns: readonly TableColumnSnapshot[];
}

export interface WorkbookSnapshot {
  readonly fileName: string;
  readonly date1904: boolean;
  readonly structureProtected: boolean;
  readonly calculationMode: 'automatic' | 'manual';
  readonly activeSheet: SheetId;
  /** In tab order; at least one is visible. */
  readonly sheets: readonly SheetSnapshot[];
  /** The first is the workbook's normal style. */
  readonly styles: readonly CellStyle[];
  readonly tables: readonly TableSnapshot[];
  /** Without those a page layout holds (print areas and titles) and those filters hide behind. */
  readonly names: readonly NameInfo[];
  /** Of add-ins: key to JSON value. */
  readonly settings: ReadonlyMap<string, unknown>;
  /** title, author, ..., and custom ones as `custom:Name`. */
  readonly properties: ReadonlyMap<string, string | number | boolean>;
  readonly customXmlParts: readonly CustomXmlPart[];
}

/** What differs from the snapshot that was opened, so that a writer can leave everything else byte for byte. */
export interface WorkbookChanges {
  /** `results`: only what formulas come to; `content`: anything else of the sheet. Sheets that were added are `content`. */
  readonly sheets: ReadonlyMap<SheetId, 'results' | 'content'>;
  /** Tables that were added or differ in any way; what is gone is absent from the snapshot. */
  readonly tables: ReadonlySet<TableId>;
  /** The list of sheets: names, order, visibility. */
  readonly sheetList: boolean;
  readonly names: boolean;
  readonly settings: boolean;
  readonly properties: boolean;
  readonly customXmlParts: boolean;
  readonly calculationMode: boolean;
}

export interface SavedWorkbook {
  readonly snapshot: WorkbookSnapshot;
  readonly changes: WorkbookChanges;
}
