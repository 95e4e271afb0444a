/** Filters and the sort order of a table: Excel.AutoFilter, Excel.Filter, Excel.TableSort. */
import { flag, integer, listOf, oneOf, optional, record, text } from '../argument';
import type { Json } from '../json';
import { describe, method, readOnly } from '../objectModel';
import type { OfficeClass } from '../objectModel';
import { refuse } from '../officeError';
import { bodyArea } from './reference';
import { requireUnprotected, tableInfo } from './book';
import type { TableRef } from './book';
import { rangeClass } from './classes';

export interface FilterRef {
  readonly table: TableRef;
  readonly column: number;
}

const valuesCriteria = (values: readonly string[]): Json => ({ filterOn: 'Values', values: [...values] });
const criteriaOf = ({ table, column }: FilterRef): Json => {
  const filter = tableInfo(table).filters.find((candidate) => candidate.column === column);
  return filter === undefined ? null : valuesCriteria(filter.values);
};

function filterBy({ table, column }: FilterRef, values: readonly string[] | null): void {
  const { filters, sheet } = tableInfo(table);
  requireUnprotected(table.book, sheet);
  const others = filters.filter((filter) => filter.column !== column);
  table.book.port.filterTable(table.id, values === null ? others : [...others, { column, values }]);
}

export const filterClass: OfficeClass<FilterRef> = describe('Filter', {
  properties: { criteria: readOnly(criteriaOf) },
  methods: {
    apply: method([record], (filter, criteria) => {
      const values = listOf(text).read(criteria.values);
      if (criteria.filterOn !== 'Values' || values === undefined) refuse('UnsupportedOperation', 'This host filters by values only.');
      filterBy(filter, values ?? []);
    }),
    applyValuesFilter: method([listOf(text)], filterBy),
    clear: method([], (filter) => filterBy(filter, null)),
  },
});

export const autoFilterClass: OfficeClass<TableRef> = describe('AutoFilter', {
  properties: {
    criteria: readOnly((table) => tableInfo(table).columns.map((_, column) => criteriaOf({ table, column }))),
    enabled: readOnly((table) => tableInfo(table).showFilterButton),
    isDataFiltered: readOnly((table) => tableInfo(table).filters.length > 0),
  },
  methods: {
    clearColumnCriteria: method([integer], (table, column) => filterBy({ table, column }, null)),
    clearCriteria: method([], (table) => table.book.port.filterTable(table.id, [])),
    getRange: method([], (table) => rangeClass.of({ book: table.book, sheet: tableInfo(table).sheet, area: tableInfo(table).area })),
    getRangeOrNullObject: method([], (table) => rangeClass.of({ book: table.book, sheet: tableInfo(table).sheet, area: tableInfo(table).area })),
    reapply: method([], (table) => table.book.port.filterTable(table.id, tableInfo(table).filters)),
  },
});

export const tableSortClass: OfficeClass<TableRef> = describe('TableSort', {
  properties: {
    fields: readOnly((table) => tableInfo(table).sort.map(({ column, ascending }) => ({ key: column, ascending, sortOn: 'Value' }))),
    matchCase: readOnly(() => false),
    method: readOnly(() => 'PinYin'),
  },
  methods: {
    apply: method([listOf(record), optional(flag, false), optional(oneOf('PinYin', 'StrokeCount'), 'PinYin')], (table, fields) => {
      const info = tableInfo(table);
      requireUnprotected(table.book, info.sheet);
      const keys = fields.map(({ key, ascending }) => ({
        column: integer.read(key) ?? refuse('InvalidArgument', 'A sort field needs a key: the position of a column.'),
        ascending: ascending !== false,
      }));
      if (keys.some(({ column }) => column < 0 || column >= info.area.columns)) refuse('InvalidArgument', 'A sort key lies outside the table.');
      table.book.port.sort(info.sheet, bodyArea(info), keys, false);
    }),
  },
});

export const tableFilterClasses = [filterClass, autoFilterClass, tableSortClass];
