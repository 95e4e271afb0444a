/** Excel.Table, its columns and rows, and the collections they stand in. */
import { either, flag, integer, listOf, matrixOf, nullable, number, optional, text } from '../argument';
import type { Matrix } from '../argument';
import { describe, instanceOf, method, readOnly, settable } from '../objectModel';
import type { OfficeClass, OfficeObject } from '../objectModel';
import { found, refuse } from '../officeError';
import type { Area, SheetId, TableInfo, TablePatch } from '../workbookPort';
import { contains, intersection, isOnSheet, lastRow } from './area';
import { fullAddress, requireUnprotected, tableInfo } from './book';
import type { Book, RangeRef, SheetRef, TableRef } from './book';
import { readValues, writeTyped } from './cells';
import type { TypedCell } from './cells';
import { EventId, WORKBOOK_TARGET, eventSource } from './eventTypes';
import { requireFreeName } from './names';
import { rangeClass } from './range';
import { rangeFrom, rangeOrAddress } from './rangeArgument';
import { bodyArea, headerArea, resolveReference, totalsArea } from './reference';
import { autoFilterClass, filterClass, tableSortClass } from './tableFilter';
import { sheetClass } from './worksheet';

const typedCells = matrixOf(nullable(either(text, either(number, flag))));

const onSheet = (table: TableRef, area: Area): RangeRef => ({ book: table.book, sheet: tableInfo(table).sheet, area });
const rangeOf = (table: TableRef, area: Area | null): OfficeObject => rangeClass.of(onSheet(table, found(area, 'The table has no such row.')));

function update(table: TableRef, patch: TablePatch): void {
  requireUnprotected(table.book, tableInfo(table).sheet);
  table.book.port.updateTable(table.id, patch);
}

/** A table of one name, unless it is taken by itself. */
function rename(table: TableRef, name: string): void {
  if (tableInfo(table).name === name) return;
  requireFreeName(table.book, name, tableInfo(table).name);
  update(table, { name });
}

function requireNoOverlap(book: Book, sheet: SheetId, area: Area, self?: string): void {
  const others = book.port.tables().filter((table) => table.sheet === sheet && table.id !== self);
  if (others.some((table) => intersection(table.area, area) !== null)) refuse('InvalidArgument', "A table can't overlap another table.");
}

function resize(table: TableRef, given: RangeRef | string): void {
  const info = tableInfo(table);
  const next = rangeFrom(given, onSheet(table, info.area));
  if (next.sheet !== info.sheet || next.area.row !== info.area.row || intersection(next.area, info.area) === null || next.area.rows < 2) {
    refuse('InvalidArgument', 'The new range must keep the header row where it is and overlap the table.');
  }
  requireNoOverlap(table.book, info.sheet, next.area, info.id);
  writeHeaders(onSheet(table, { ...next.area, rows: 1 }));
  update(table, { area: next.area });
}

/** Headers are text, none is empty and no two are the same: Excel mends them where they are not. */
function writeHeaders(range: RangeRef): void {
  const [shown = []] = range.book.port.texts(range.sheet, range.area);
  const [now = []] = range.book.port.values(range.sheet, range.area);
  const taken = new Set<string>();
  const unique = (wanted: string): string => {
    for (let suffix = 2, name = wanted; ; suffix += 1) {
      if (!taken.has(name.toLowerCase())) {
        taken.add(name.toLowerCase());
        return name;
      }
      name = `${wanted}${suffix}`;
    }
  };
  const headers = shown.map((header, index) => unique(header === '' ? `Column${index + 1}` : header));
  range.book.port.setCells(range.sheet, range.area, [headers.map((header, index) => (now[index] === header ? undefined : { value: header }))]);
}

const bodyOf = (table: TableRef): Area => bodyArea(tableInfo(table));

/** Makes room for rows inside a table: pushes down what stands below, in the table's columns alone. */
function insertRows(table: TableRef, index: number, count: number): Area {
  const before = tableInfo(table);
  requireUnprotected(table.book, before.sheet);
  const body = bodyArea(before);
  const added = { ...body, row: body.row + index, rows: count };
  const used = table.book.port.usedArea(before.sheet, false);
  const below = { ...added, row: lastRow(before.area) + 1 };
  const isFree = !before.showTotals && index === body.rows && (used === null || intersection(used, below) === null || isBlank(table.book, before.sheet, below));
  if (!isFree) table.book.port.insertCells(before.sheet, added, 'down');
  const area = { ...before.area, rows: before.area.rows + count };
  if (tableInfo(table).area.rows !== area.rows) table.book.port.updateTable(table.id, { area });
  return added;
}

const isBlank = (book: Book, sheet: SheetId, area: Area): boolean => isOnSheet(area) && book.port.values(sheet, area).every((row) => row.every((value) => value === null));

function addRows(table: TableRef, index: number | null, values: Matrix<TypedCell> | readonly TypedCell[] | null): OfficeObject {
  const body = bodyOf(table);
  const at = index === null || index === -1 ? body.rows : index;
  if (at < 0 || at > body.rows) refuse('InvalidArgument', 'The table has no such row.');
  const rows = values === null ? [] : 'rows' in values ? values.rows : Array.isArray(values) ? [values] : [];
  if (rows.some((row) => row.length !== body.columns)) refuse('InvalidArgument', "The number of values doesn't match the table's columns.");
  const added = insertRows(table, at, Math.max(1, rows.length));
  if (rows.length > 0) writeTyped(onSheet(table, added), { rows });
  return rowClass.of({ table, index: at });
}

function deleteRows(table: TableRef, index: number, count: number): void {
  const info = tableInfo(table);
  const body = bodyArea(info);
  requireUnprotected(table.book, info.sheet);
  if (index < 0 || count < 1 || index + count > body.rows) refuse('InvalidArgument', 'The table has no such row.');
  const area = { ...body, row: body.row + index, rows: count };
  if (count === body.rows) return table.book.port.clear(info.sheet, area, 'contents');
  table.book.port.deleteCells(info.sheet, area, 'up');
  if (tableInfo(table).area.rows !== info.area.rows - count) table.book.port.updateTable(table.id, { area: { ...info.area, rows: info.area.rows - count } });
}

export interface RowRef {
  readonly table: TableRef;
  readonly index: number;
}
const rowRange = ({ table, index }: RowRef): RangeRef => {
  const body = bodyOf(table);
  return index < body.rows ? onSheet(table, { ...body, row: body.row + index, rows: 1 }) : refuse('ItemNotFound');
};

export const rowClass: OfficeClass<RowRef> = describe('TableRow', {
  properties: {
    index: readOnly(({ index }) => index),
    values: settable((row) => readValues(rowRange(row)), typedCells, (row, values) => writeTyped(rowRange(row), values)),
  },
  methods: { delete: method([], ({ table, index }) => deleteRows(table, index, 1)), getRange: method([], (row) => rangeClass.of(rowRange(row))) },
});

export const rowCollection: OfficeClass<TableRef> = describe('TableRowCollection', {
  properties: { count: readOnly((table) => bodyOf(table).rows) },
  items: { all: (table) => Array.from({ length: bodyOf(table).rows }, (_, index) => rowClass.of({ table, index })) },
  methods: {
    add: method([nullable(integer), optional(either(typedCells, listOf(nullable(either(text, either(number, flag))))), null), optional(flag, false)], (table, index, values) => addRows(table, index, values)),
    deleteRowsAt: method([integer, optional(integer, 1)], (table, index, count) => deleteRows(table, index, count)),
    deleteRows: method([listOf(either(integer, instanceOf<RowRef>('TableRow')))], (table, rows) => {
      const indexes = rows.map((row) => (typeof row === 'number' ? row : row.index));
      for (const index of indexes.sort((a, b) => b - a)) deleteRows(table, index, 1);
    }),
  },
});

export interface ColumnRef {
  readonly table: TableRef;
  readonly id: number;
}
const position = ({ table, id }: ColumnRef): number => {
  const index = tableInfo(table).columns.findIndex((column) => column.id === id);
  return index >= 0 ? index : refuse('ItemNotFound');
};
const columnOf = (column: ColumnRef, area: Area | null): RangeRef => {
  const whole = found(area, 'The table has no such row.');
  return onSheet(column.table, { ...whole, column: whole.column + position(column), columns: 1 });
};

function renameColumn(column: ColumnRef, name: string): void {
  const { columns } = tableInfo(column.table);
  if (name === '' || columns.some((other) => other.id !== column.id && other.name.toLowerCase() === name.toLowerCase())) refuse('InvalidArgument', 'A column needs a name of its own.');
  const header = columnOf(column, headerArea(tableInfo(column.table)));
  requireUnprotected(header.book, header.sheet);
  header.book.port.setCells(header.sheet, header.area, [[{ value: name }]]);
}

export const columnClass: OfficeClass<ColumnRef> = describe('TableColumn', {
  id: { as: 'Id', of: ({ id }) => id },
  properties: {
    id: readOnly(({ id }) => id),
    index: readOnly(position),
    name: settable((column) => tableInfo(column.table).columns[position(column)]?.name ?? '', text, renameColumn),
    values: settable((column) => readValues(columnOf(column, tableInfo(column.table).area)), typedCells, (column, values) => writeTyped(columnOf(column, tableInfo(column.table).area), values)),
  },
  objects: { filter: (column) => filterClass.of({ table: column.table, column: position(column) }) },
  methods: {
    delete: method([], (column) => {
      const info = tableInfo(column.table);
      requireUnprotected(column.table.book, info.sheet);
      if (info.columns.length === 1) refuse('InvalidOperation', 'A table keeps at least one column.');
      column.table.book.port.deleteCells(info.sheet, columnOf(column, info.area).area, 'left');
      if (tableInfo(column.table).area.columns === info.area.columns) column.table.book.port.updateTable(info.id, { area: { ...info.area, columns: info.area.columns - 1 } });
    }),
    getDataBodyRange: method([], (column) => rangeClass.of(columnOf(column, bodyArea(tableInfo(column.table))))),
    getHeaderRowRange: method([], (column) => rangeClass.of(columnOf(column, headerArea(tableInfo(column.table))))),
    getRange: method([], (column) => rangeClass.of(columnOf(column, tableInfo(column.table).area))),
    getTotalRowRange: method([], (column) => rangeClass.of(columnOf(column, totalsArea(tableInfo(column.table))))),
  },
});

function addColumn(table: TableRef, index: number | null, values: Matrix<TypedCell> | null, name: string | null): OfficeObject {
  const info = tableInfo(table);
  requireUnprotected(table.book, info.sheet);
  const at = index === null || index === -1 ? info.area.columns : index;
  if (at < 0 || at > info.area.columns) refuse('InvalidArgument', 'The table has no such column.');
  const added = { ...info.area, column: info.area.column + at, columns: 1 };
  table.book.port.insertCells(info.sheet, added, 'right');
  const area = { ...info.area, columns: info.area.columns + 1 };
  if (values !== null) writeTyped(onSheet(table, added), values);
  if (name !== null) writeTyped(onSheet(table, { ...added, rows: 1 }), { every: name });
  writeHeaders(onSheet(table, { ...area, rows: 1 }));
  if (tableInfo(table).area.columns !== area.columns) table.book.port.updateTable(table.id, { area });
  return columnClass.of({ table, id: found(tableInfo(table).columns[at]).id });
}

export const columnCollection: OfficeClass<TableRef> = describe('TableColumnCollection', {
  properties: { count: readOnly((table) => tableInfo(table).columns.length) },
  items: {
    all: (table) => tableInfo(table).columns.map(({ id }) => columnClass.of({ table, id })),
    find: (table, wanted) => {
      const column = tableInfo(table).columns.find(({ id, name }) => id === wanted || name.toLowerCase() === String(wanted).toLowerCase());
      return column === undefined ? null : columnClass.of({ table, id: column.id });
    },
  },
  methods: { add: method([nullable(integer), optional(typedCells, null), nullable(text)], addColumn) },
});

export const tableClass: OfficeClass<TableRef> = describe('Table', {
  id: { as: 'Id', of: ({ id }) => id },
  properties: {
    highlightFirstColumn: settable((table) => tableInfo(table).highlightFirstColumn, flag, (table, highlightFirstColumn) => update(table, { highlightFirstColumn })),
    highlightLastColumn: settable((table) => tableInfo(table).highlightLastColumn, flag, (table, highlightLastColumn) => update(table, { highlightLastColumn })),
    id: readOnly(({ id }) => id),
    legacyId: readOnly(({ id }) => id),
    name: settable((table) => tableInfo(table).name, text, rename),
    showBandedColumns: settable((table) => tableInfo(table).showBandedColumns, flag, (table, showBandedColumns) => update(table, { showBandedColumns })),
    showBandedRows: settable((table) => tableInfo(table).showBandedRows, flag, (table, showBandedRows) => update(table, { showBandedRows })),
    showFilterButton: settable((table) => tableInfo(table).showFilterButton, flag, (table, showFilterButton) => update(table, { showFilterButton })),
    showHeaders: settable((table) => tableInfo(table).showHeaders, flag, (table, showHeaders) => update(table, { showHeaders })),
    showTotals: settable((table) => tableInfo(table).showTotals, flag, (table, showTotals) => update(table, { showTotals })),
    style: settable((table) => tableInfo(table).style ?? '', text, (table, style) => update(table, { style: style === '' ? null : style })),
  },
  objects: {
    autoFilter: (table) => autoFilterClass.of(table),
    columns: (table) => columnCollection.of(table),
    rows: (table) => rowCollection.of(table),
    sort: (table) => tableSortClass.of(table),
    worksheet: (table) => sheetClass.of({ book: table.book, id: tableInfo(table).sheet }),
  },
  methods: {
    clearFilters: method([], (table) => table.book.port.filterTable(table.id, [])),
    convertToRange: method([], (table) => {
      const range = onSheet(table, tableInfo(table).area);
      requireUnprotected(table.book, range.sheet);
      table.book.port.removeTable(table.id);
      return rangeClass.of(range);
    }),
    delete: method([], (table) => {
      const { sheet, area } = tableInfo(table);
      requireUnprotected(table.book, sheet);
      table.book.port.removeTable(table.id);
      table.book.port.clear(sheet, area, 'all');
    }),
    getDataBodyRange: method([], (table) => rangeOf(table, bodyOf(table))),
    getHeaderRowRange: method([], (table) => rangeOf(table, headerArea(tableInfo(table)))),
    getRange: method([], (table) => rangeOf(table, tableInfo(table).area)),
    getTotalRowRange: method([], (table) => rangeOf(table, totalsArea(tableInfo(table)))),
    reapplyFilters: method([], (table) => table.book.port.filterTable(table.id, tableInfo(table).filters)),
    resize: method([rangeOrAddress], resize),
  },
  events: {
    onChanged: eventSource(EventId.tableChanged, 'DataChangedEvent', (table) => ({ book: table.book, target: table.id })),
    onSelectionChanged: eventSource(EventId.tableSelectionChanged, 'SelectionChangedEvent', (table) => ({ book: table.book, target: table.id })),
  },
});

/** All tables of a workbook, or those of one sheet. */
export interface TablesRef {
  readonly book: Book;
  readonly sheet: SheetRef | null;
}
const tablesOf = ({ book, sheet }: TablesRef): TableInfo[] => book.port.tables().filter((table) => sheet === null || table.sheet === sheet.id);
const findTable = (tables: readonly TableInfo[], wanted: string | number): TableInfo | undefined =>
  tables.find(({ id }) => id === String(wanted)) ?? tables.find(({ name }) => name.toLowerCase() === String(wanted).toLowerCase());

function addTable({ book, sheet }: TablesRef, given: RangeRef | string, hasHeaders: boolean): OfficeObject {
  const home = sheet ?? { book, id: book.port.activeSheet() };
  const range = typeof given === 'string' ? (resolveReference(book, given, home) ?? refuse('InvalidArgument', `"${given}" is no address.`)) : given;
  if (sheet !== null && range.sheet !== sheet.id) refuse('InvalidArgument', `${fullAddress(range)} is on another worksheet.`);
  requireUnprotected(book, range.sheet);
  const area = hasHeaders && range.area.rows > 1 ? range.area : { ...range.area, rows: range.area.rows + 1 };
  requireNoOverlap(book, range.sheet, area);
  if (!hasHeaders) book.port.insertCells(range.sheet, { ...area, rows: 1 }, 'down');
  writeHeaders({ ...range, area: { ...area, rows: 1 } });
  return tableClass.of({ book, id: book.port.addTable(range.sheet, area, null, true) });
}

const tablesTarget = ({ book, sheet }: TablesRef): { book: Book; target: string } => ({ book, target: sheet?.id ?? WORKBOOK_TARGET });

export const tableCollection: OfficeClass<TablesRef> = describe('TableCollection', {
  properties: { count: readOnly((tables) => tablesOf(tables).length) },
  items: {
    all: (tables) => tablesOf(tables).map(({ id }) => tableClass.of({ book: tables.book, id })),
    find: (tables, wanted) => {
      const table = findTable(tablesOf(tables), wanted);
      return table === undefined ? null : tableClass.of({ book: tables.book, id: table.id });
    },
  },
  methods: { add: method([rangeOrAddress, flag], addTable) },
  events: {
    onAdded: eventSource(EventId.tableAdded, 'AddedEvent', tablesTarget),
    onChanged: eventSource(EventId.tableChanged, 'DataChangedEvent', tablesTarget),
    onDeleted: eventSource(EventId.tableDeleted, 'DeletedEvent', tablesTarget),
  },
});

export interface TableScope {
  readonly book: Book;
  readonly scope: { readonly sheet: SheetId; readonly areas: readonly Area[]; readonly fullyContained: boolean };
}
const inScope = ({ book, scope }: TableScope): TableInfo[] =>
  book.port.tables().filter((table) => table.sheet === scope.sheet && scope.areas.some((area) => (scope.fullyContained ? contains(area, table.area) : intersection(area, table.area) !== null)));

export const tableScopedCollection: OfficeClass<TableScope> = describe('TableScopedCollection', {
  items: {
    all: (tables) => inScope(tables).map(({ id }) => tableClass.of({ book: tables.book, id })),
    find: (tables, wanted) => {
      const table = findTable(inScope(tables), wanted);
      return table === undefined ? null : tableClass.of({ book: tables.book, id: table.id });
    },
  },
  methods: { getFirst: method([], (tables) => tableClass.of({ book: tables.book, id: found(inScope(tables)[0]).id })) },
});

export const tableClasses = [tableClass, tableCollection, tableScopedCollection, columnClass, columnCollection, rowClass, rowCollection];
