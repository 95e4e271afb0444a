/** Excel.TableRow: the rows of a table's body. */
import { either, flag, integer, listOf, nullable, optional } from '../argument';
import type { Matrix } from '../argument';
import { describe, instanceOf, method, readOnly, settable } from '../objectModel';
import type { OfficeClass, OfficeObject } from '../objectModel';
import { refuse } from '../officeError';
import type { Area, SheetId } from '../workbookPort';
import { intersection, isOnSheet, lastRow } from './area';
import { requireUnprotected, tableInfo } from './book';
import type { Book, RangeRef, TableRef } from './book';
import { readValues, typedCell, typedCells, writeTyped } from './cells';
import type { TypedCell } from './cells';
import { bodyArea } from './reference';
import { bodyOf, tableRange } from './tableCells';
import { rangeClass } from './classes';

/** Makes room for rows inside a table: pushes down what stands below, in the table's columns alone. */
function insertRows(table: TableRef, index: number, count: number): Area {
  const before = tableInfo(table);
  requireUnprotected(table.book, before.sheet);
  const body = bodyArea(before);
  const added = { ...body, row: body.row + index, rows: count };
  const used = table.book.port.usedArea(before.sheet, false);
  const below = { ...added, row: lastRow(before.area) + 1 };
  const isFree =
    !before.showTotals && index === body.rows && (used === null || intersection(used, below) === null || isBlank(table.book, before.sheet, below));
  if (!isFree) table.book.port.insertCells(before.sheet, added, 'down');
  const area = { ...before.area, rows: before.area.rows + count };
  if (tableInfo(table).area.rows !== area.rows) table.book.port.updateTable(table.id, { area });
  return added;
}

const isBlank = (book: Book, sheet: SheetId, area: Area): boolean =>
  isOnSheet(area) && book.port.values(sheet, area).every((row) => row.every((value) => value === null));

function addRows(table: TableRef, index: number | null, values: Matrix<TypedCell> | readonly TypedCell[] | null): OfficeObject {
  const body = bodyOf(table);
  const at = index === null || index === -1 ? body.rows : index;
  if (at < 0 || at > body.rows) refuse('InvalidArgument', 'The table has no such row.');
  const rows = values === null ? [] : 'rows' in values ? values.rows : Array.isArray(values) ? [values] : [];
  if (rows.some((row) => row.length !== body.columns)) refuse('InvalidArgument', "The number of values doesn't match the table's columns.");
  const added = insertRows(table, at, Math.max(1, rows.length));
  if (rows.length > 0) writeTyped(tableRange(table, added), { rows });
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
  if (tableInfo(table).area.rows !== info.area.rows - count)
    table.book.port.updateTable(table.id, { area: { ...info.area, rows: info.area.rows - count } });
}

export interface RowRef {
  readonly table: TableRef;
  readonly index: number;
}
const rowRange = ({ table, index }: RowRef): RangeRef => {
  const body = bodyOf(table);
  return index < body.rows ? tableRange(table, { ...body, row: body.row + index, rows: 1 }) : refuse('ItemNotFound');
};

export const rowClass: OfficeClass<RowRef> = describe('TableRow', {
  properties: {
    index: readOnly(({ index }) => index),
    values: settable(
      (row) => readValues(rowRange(row)),
      typedCells,
      (row, values) => writeTyped(rowRange(row), values),
    ),
  },
  methods: { delete: method([], ({ table, index }) => deleteRows(table, index, 1)), getRange: method([], (row) => rangeClass.of(rowRange(row))) },
});

export const rowCollection: OfficeClass<TableRef> = describe('TableRowCollection', {
  properties: { count: readOnly((table) => bodyOf(table).rows) },
  items: { all: (table) => Array.from({ length: bodyOf(table).rows }, (_, index) => rowClass.of({ table, index })) },
  methods: {
    add: method([nullable(integer), optional(either(typedCells, listOf(typedCell)), null), optional(flag, false)], (table, index, values) =>
      addRows(table, index, values),
    ),
    deleteRowsAt: method([integer, optional(integer, 1)], (table, index, count) => deleteRows(table, index, count)),
    deleteRows: method([listOf(either(integer, instanceOf(rowClass)))], (table, rows) => {
      const indexes = rows.map((row) => (typeof row === 'number' ? row : row.index));
      for (const index of indexes.sort((a, b) => b - a)) deleteRows(table, index, 1);
    }),
  },
});
