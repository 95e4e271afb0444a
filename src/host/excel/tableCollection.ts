/** The tables of a workbook, of a sheet, or of a range. */
import { flag } from '../argument';
import { describe, method, readOnly } from '../objectModel';
import type { OfficeClass, OfficeObject } from '../objectModel';
import { found, refuse } from '../officeError';
import type { Area, SheetId, TableInfo } from '../workbookPort';
import { contains, intersection } from './area';
import { fullAddress, requireUnprotected } from './book';
import type { Book, RangeRef, SheetRef } from './book';
import { EventId, WORKBOOK_TARGET, eventSource } from './eventTypes';
import { rangeOrAddress } from './rangeArgument';
import { resolveReference } from './reference';
import { tableClass } from './table';
import { requireNoOverlap, writeHeaders } from './tableCells';

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
  book.port
    .tables()
    .filter(
      (table) =>
        table.sheet === scope.sheet &&
        scope.areas.some((area) => (scope.fullyContained ? contains(area, table.area) : intersection(area, table.area) !== null)),
    );

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
