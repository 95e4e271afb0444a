/**
 * What a workbook holds beside its grid, as one immutable value: undo is going back to the value before.
 * Univer knows parts of it too (names, tables, rules on the page); those are projections of this.
 */
import type { AnchorPoint, Chart } from '../../host/chart';
import type { Area, ConditionalFormat, CustomXmlPart, DataValidation, Hyperlink, NameInfo, PageLayout, SheetId } from '../../host/workbookPort';
import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../workbookSnapshot';
import { MAX_COLUMNS, MAX_ROWS, quoteSheetName } from '../xlsx/references';
import { changeReferences, referenceText } from './formulaText';
import { shiftArea, type Shift } from './shift';

interface LinkedArea {
  readonly area: Area;
  readonly link: Hyperlink;
}

export interface SheetSidecar {
  readonly veryHidden: boolean;
  readonly showHeadings: boolean;
  readonly protected: boolean;
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly validations: readonly DataValidation[];
  readonly hyperlinks: readonly LinkedArea[];
  readonly pageLayout: PageLayout;
  readonly customProperties: ReadonlyMap<string, string>;
  readonly charts: readonly Chart[];
}

export interface Sidecar {
  readonly sheets: ReadonlyMap<SheetId, SheetSidecar>;
  readonly tables: readonly TableSnapshot[];
  readonly names: readonly NameInfo[];
  readonly settings: ReadonlyMap<string, unknown>;
  readonly properties: ReadonlyMap<string, string | number | boolean>;
  readonly customXmlParts: readonly CustomXmlPart[];
}

/** Excel's defaults, letter or A4 being the printer's business. */
const PLAIN_PAGE: PageLayout = {
  orientation: 'portrait',
  paperSize: null,
  fit: null,
  scale: null,
  margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
  centerHorizontally: false,
  centerVertically: false,
  printArea: null,
  titleRows: null,
  titleColumns: null,
  printGridlines: false,
  header: { left: '', center: '', right: '' },
  footer: { left: '', center: '', right: '' },
  rowBreaks: [],
};

/** How Excel makes a table that nobody has changed yet. */
export const NEW_TABLE = {
  showHeaders: true,
  showTotals: false,
  style: 'TableStyleMedium2',
  showBandedRows: true,
  showBandedColumns: false,
  showFilterButton: true,
  highlightFirstColumn: false,
  highlightLastColumn: false,
  filters: [],
  sort: [],
} as const;

export const NEW_SHEET: SheetSidecar = {
  veryHidden: false,
  showHeadings: true,
  protected: false,
  conditionalFormats: [],
  validations: [],
  hyperlinks: [],
  pageLayout: PLAIN_PAGE,
  customProperties: new Map(),
  charts: [],
};

const sheetSidecar = (sheet: SheetSnapshot): SheetSidecar => ({
  veryHidden: sheet.visibility === 'VeryHidden',
  showHeadings: sheet.showHeadings,
  protected: sheet.protected,
  conditionalFormats: sheet.conditionalFormats,
  validations: sheet.validations,
  hyperlinks: sheet.hyperlinks,
  pageLayout: sheet.pageLayout,
  customProperties: sheet.customProperties ?? new Map<string, string>(),
  charts: sheet.charts ?? [],
});

export const sidecarOf = (snapshot: WorkbookSnapshot): Sidecar => ({
  sheets: new Map(snapshot.sheets.map((sheet) => [sheet.id, sheetSidecar(sheet)])),
  tables: snapshot.tables,
  names: snapshot.names,
  settings: snapshot.settings,
  properties: snapshot.properties,
  customXmlParts: snapshot.customXmlParts,
});

export function withSheet(sidecar: Sidecar, sheet: SheetId, change: (before: SheetSidecar) => SheetSidecar): Sidecar {
  const before = sidecar.sheets.get(sheet) ?? NEW_SHEET;
  return { ...sidecar, sheets: new Map(sidecar.sheets).set(sheet, change(before)) };
}

/** What is left when a sheet goes, with its tables and the names that hold only there. */
export function withoutSheet(sidecar: Sidecar, sheet: SheetId): Sidecar {
  const sheets = new Map(sidecar.sheets);
  sheets.delete(sheet);
  return { ...sidecar, sheets, tables: sidecar.tables.filter((table) => table.sheet !== sheet), names: sidecar.names.filter((name) => name.sheet !== sheet) };
}

export const withTable = (sidecar: Sidecar, id: string, change: (before: TableSnapshot) => TableSnapshot): Sidecar => ({
  ...sidecar,
  tables: sidecar.tables.map((table) => (table.id === id ? change(table) : table)),
});

/** The formula as it must read after the shift; `home` names the sheet that unqualified references mean. */
export function shiftFormula(formula: string, home: SheetId | null, shift: Shift, sheetNamed: (name: string) => SheetId | undefined): string {
  return changeReferences(formula, {
    cells: (reference) => {
      const sheet = reference.sheet === null ? home : sheetNamed(reference.sheet);
      if (sheet !== shift.sheet) return null;
      const area = shiftArea(reference.area, shift);
      if (area === reference.area) return null;
      return area === null ? (reference.sheet === null ? '#REF!' : `${quoteSheetName(reference.sheet)}!#REF!`) : referenceText({ ...reference, area });
    },
  });
}

/** The formula with a sheet under its new name, or (`to` is null) with what it said of that sheet gone. */
export function renameSheetIn(formula: string, from: string, to: string | null): string {
  const is = (sheet: string | null): boolean => sheet !== null && sheet.toLowerCase() === from.toLowerCase();
  return changeReferences(formula, {
    cells: (reference) => (is(reference.sheet) ? (to === null ? '#REF!' : referenceText({ ...reference, sheet: to })) : null),
    name: (name, sheet) => (is(sheet) ? (to === null ? '#REF!' : `${quoteSheetName(to)}!${name}`) : null),
  });
}

/** The very same list where no item is another afterwards: what is untouched must be seen to be. */
function mapped<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  const after = list.map(change);
  return after.every((item, index) => item === list[index]) ? list : after;
}

/** The same without what `change` leaves nothing of. */
function flatMapped<T>(list: readonly T[], change: (item: T) => T | null): readonly T[] {
  const after = list.flatMap((item) => change(item) ?? []);
  return after.length === list.length && after.every((item, index) => item === list[index]) ? list : after;
}

/** The object with these properties, the very same where it has them already. */
function withProperties<T extends object>(object: T, properties: Partial<T>): T {
  const changed = (Object.keys(properties) as (keyof T)[]).some((key) => properties[key] !== object[key]);
  return changed ? { ...object, ...properties } : object;
}

type FormulaOf = (formula: string) => string;

function changeRule(format: ConditionalFormat, change: FormulaOf): ConditionalFormat {
  const { rule } = format;
  if (rule.kind === 'custom') return withProperties(format, { rule: withProperties(rule, { formula: change(rule.formula) }) });
  if (rule.kind !== 'cellValue') return format;
  return withProperties(format, {
    rule: withProperties(rule, { formula1: change(rule.formula1), ...(rule.formula2 === undefined ? {} : { formula2: change(rule.formula2) }) }),
  });
}

/** A list of words is no formula, whatever the words look like. */
const changeSource = (source: string | null, change: FormulaOf): string | null => (source?.startsWith('=') ? change(source) : source);

const changeChart = (chart: Chart, change: FormulaOf): Chart =>
  withProperties(chart, {
    series: mapped(chart.series, (series) =>
      withProperties(series, { name: changeSource(series.name, change) ?? '', values: change(series.values), categories: changeSource(series.categories, change) }),
    ),
  });

/** Every formula of the sidecar through one change: names, rules, validations and charts. */
export function changeFormulas(sidecar: Sidecar, change: (formula: string, home: SheetId | null) => string): Sidecar {
  const sheets = new Map(
    [...sidecar.sheets].map(([home, sheet]): [SheetId, SheetSidecar] => {
      const inSheet: FormulaOf = (formula) => change(formula, home);
      return [
        home,
        withProperties(sheet, {
          conditionalFormats: mapped(sheet.conditionalFormats, (format) => changeRule(format, inSheet)),
          validations: mapped(sheet.validations, (validation) =>
            withProperties(validation, { formula1: changeSource(validation.formula1, inSheet) ?? '', formula2: changeSource(validation.formula2, inSheet) }),
          ),
          charts: mapped(sheet.charts, (chart) => changeChart(chart, inSheet)),
        }),
      ];
    }),
  );
  return {
    ...sidecar,
    sheets,
    names: mapped(sidecar.names, (name) => withProperties(name, { formula: change(name.formula, name.sheet) })),
    tables: mapped(sidecar.tables, (table) =>
      withProperties(table, {
        columns: mapped(table.columns, (column) => (column.formula === undefined ? column : withProperties(column, { formula: change(column.formula, table.sheet) }))),
      }),
    ),
  };
}

function shiftPage(layout: PageLayout, shift: Shift): PageLayout {
  const whole = shift.axis === 'rows' ? shift.area.column === 0 : shift.area.row === 0;
  const printArea = layout.printArea === null ? null : shiftArea(layout.printArea, shift);
  if (!whole) return withProperties(layout, { printArea });
  const rowsOf = (row: number, rows: number): Area | null => shiftArea({ row, rows, column: shift.area.column, columns: 1 }, shift);
  const columnsOf = (column: number, columns: number): Area | null => shiftArea({ column, columns, row: shift.area.row, rows: 1 }, shift);
  const rows = layout.titleRows === null || shift.axis === 'columns' ? layout.titleRows : rowsOf(layout.titleRows.row, layout.titleRows.rows);
  const columns = layout.titleColumns === null || shift.axis === 'rows' ? layout.titleColumns : columnsOf(layout.titleColumns.column, layout.titleColumns.columns);
  const titleRows = rows === null ? null : { row: rows.row, rows: rows.rows };
  const titleColumns = columns === null ? null : { column: columns.column, columns: columns.columns };
  const rowBreaks = shift.axis === 'columns' ? layout.rowBreaks : flatMapped(layout.rowBreaks, (row) => rowsOf(row, 1)?.row ?? null);
  return withProperties(layout, {
    printArea,
    titleRows: same(titleRows, layout.titleRows) ? layout.titleRows : titleRows,
    titleColumns: same(titleColumns, layout.titleColumns) ? layout.titleColumns : titleColumns,
    rowBreaks,
  });
}

/** The cell under a chart's corner moves with the chart; where the cell goes, the corner is where it was. */
function shiftPoint(point: AnchorPoint, shift: Shift): AnchorPoint {
  const whole = shift.axis === 'rows' ? shift.area.column === 0 && shift.area.columns >= MAX_COLUMNS : shift.area.row === 0 && shift.area.rows >= MAX_ROWS;
  if (!whole) return point;
  const cell = shiftArea({ row: point.row, column: point.column, rows: 1, columns: 1 }, shift);
  if (cell !== null) return withProperties(point, { row: cell.row, column: cell.column });
  return shift.axis === 'rows' ? { ...point, row: shift.area.row, y: 0 } : { ...point, column: shift.area.column, x: 0 };
}

const same = (a: object | null, b: object | null): boolean => JSON.stringify(a) === JSON.stringify(b);

function shiftTable(table: TableSnapshot, shift: Shift, freshName: (table: TableSnapshot, position: number) => string): TableSnapshot | null {
  if (table.sheet !== shift.sheet) return table;
  const area = shiftArea(table.area, shift);
  if (area === null || area === table.area) return area === null ? null : table;
  if (area.columns === table.area.columns) return { ...table, area };
  const at = shift.area.column - table.area.column;
  const columns = [...table.columns];
  if (shift.kind === 'insert') {
    const nextId = Math.max(...columns.map((column) => column.id)) + 1;
    columns.splice(at, 0, ...Array.from({ length: shift.area.columns }, (_, index) => ({ id: nextId + index, name: freshName(table, index) })));
  } else {
    columns.splice(Math.max(0, at), table.area.columns - area.columns);
  }
  const position = (column: number): number => {
    const kept = table.columns[column];
    return kept === undefined ? -1 : columns.indexOf(kept);
  };
  return {
    ...table,
    area,
    columns,
    filters: table.filters.map((filter) => ({ ...filter, column: position(filter.column) })).filter((filter) => filter.column >= 0),
    sort: table.sort.map((key) => ({ ...key, column: position(key.column) })).filter((key) => key.column >= 0),
  };
}

/** Everything beside the grid after cells were inserted or deleted. */
export function shiftSidecar(sidecar: Sidecar, shift: Shift, sheetNamed: (name: string) => SheetId | undefined): Sidecar {
  const placed = <T extends { readonly areas: readonly Area[] }>(list: readonly T[]): readonly T[] =>
    flatMapped(list, (item) => {
      const areas = flatMapped(item.areas, (area) => shiftArea(area, shift));
      return areas.length === 0 ? null : areas === item.areas ? item : { ...item, areas };
    });
  const places = withSheet(sidecar, shift.sheet, (sheet) =>
    withProperties(sheet, {
      conditionalFormats: placed(sheet.conditionalFormats),
      validations: placed(sheet.validations),
      hyperlinks: flatMapped(sheet.hyperlinks, (linked) => {
        const area = shiftArea(linked.area, shift);
        return area === null ? null : withProperties(linked, { area });
      }),
      pageLayout: shiftPage(sheet.pageLayout, shift),
      charts: mapped(sheet.charts, (chart) => withProperties(chart, { from: shiftPoint(chart.from, shift), to: shiftPoint(chart.to, shift) })),
    }),
  );
  const freshName = (table: TableSnapshot, position: number): string => {
    const taken = new Set(table.columns.map((column) => column.name.toLowerCase()));
    let number = 1;
    for (let skip = position; taken.has(`column${number}`) || skip-- > 0; ) number++;
    return `Column${number}`;
  };
  const tables = flatMapped(sidecar.tables, (table) => shiftTable(table, shift, freshName));
  return changeFormulas({ ...places, tables }, (formula, home) => shiftFormula(formula, home, shift, sheetNamed));
}
