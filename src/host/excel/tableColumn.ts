/** Excel.TableColumn: the columns of a table, by id. */
import { integer, nullable, optional, text } from '../argument';
import type { Matrix } from '../argument';
import { describe, method, readOnly, settable } from '../objectModel';
import type { OfficeClass, OfficeObject } from '../objectModel';
import { found, refuse } from '../officeError';
import type { Area } from '../workbookPort';
import { requireUnprotected, tableInfo } from './book';
import type { RangeRef, TableRef } from './book';
import { readValues, typedCells, writeTyped } from './cells';
import type { TypedCell } from './cells';
import { bodyArea, headerArea, totalsArea } from './reference';
import { tableRange, writeHeaders } from './tableCells';
import { filterClass } from './tableFilter';
import { rangeClass } from './classes';

export interface ColumnRef {
  readonly table: TableRef;
  readonly id: number;
}
const position = ({ table, id }: ColumnRef): number => {
  const index = tableInfo(table).columns.findIndex((column) => column.id === id);
  return index >= 0 ? index : refuse('ItemNotFound');
};
const columnOf = (column: ColumnRef, area: Area | null): RangeRef =>
  tableRange(column.table, area && { ...area, column: area.column + position(column), columns: 1 });

function renameColumn(column: ColumnRef, name: string): void {
  const { columns } = tableInfo(column.table);
  if (name === '' || columns.some((other) => other.id !== column.id && other.name.toLowerCase() === name.toLowerCase()))
    refuse('InvalidArgument', 'A column needs a name of its own.');
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
    values: settable(
      (column) => readValues(columnOf(column, tableInfo(column.table).area)),
      typedCells,
      (column, values) => writeTyped(columnOf(column, tableInfo(column.table).area), values),
    ),
  },
  objects: { filter: (column) => filterClass.of({ table: column.table, column: position(column) }) },
  methods: {
    delete: method([], (column) => {
      const info = tableInfo(column.table);
      requireUnprotected(column.table.book, info.sheet);
      if (info.columns.length === 1) refuse('InvalidOperation', 'A table keeps at least one column.');
      column.table.book.port.deleteCells(info.sheet, columnOf(column, info.area).area, 'left');
      if (tableInfo(column.table).area.columns === info.area.columns)
        column.table.book.port.updateTable(info.id, { area: { ...info.area, columns: info.area.columns - 1 } });
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
  if (values !== null) writeTyped(tableRange(table, added), values);
  if (name !== null) writeTyped(tableRange(table, { ...added, rows: 1 }), { every: name });
  writeHeaders(tableRange(table, { ...area, rows: 1 }));
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
