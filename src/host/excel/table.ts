/** Excel.Table. */
import { flag, text } from '../argument';
import { describe, method, readOnly, settable } from '../objectModel';
import type { OfficeClass, Property } from '../objectModel';
import { refuse } from '../officeError';
import type { TablePatch } from '../workbookPort';
import { intersection } from './area';
import { requireUnprotected, tableInfo } from './book';
import type { RangeRef, TableRef } from './book';
import { EventId, eventSource } from './eventTypes';
import { requireFreeName } from './names';
import { rangeFrom, rangeOrAddress } from './rangeArgument';
import { headerArea, totalsArea } from './reference';
import { bodyOf, requireNoOverlap, tableRange, writeHeaders } from './tableCells';
import { columnCollection } from './tableColumn';
import { autoFilterClass, tableSortClass } from './tableFilter';
import { rowCollection } from './tableRow';
import { rangeClass, sheetClass } from './classes';

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

function resize(table: TableRef, given: RangeRef | string): void {
  const info = tableInfo(table);
  const next = rangeFrom(given, tableRange(table, info.area));
  if (next.sheet !== info.sheet || next.area.row !== info.area.row || intersection(next.area, info.area) === null || next.area.rows < 2) {
    refuse('InvalidArgument', 'The new range must keep the header row where it is and overlap the table.');
  }
  requireNoOverlap(table.book, info.sheet, next.area, info.id);
  writeHeaders(tableRange(table, { ...next.area, rows: 1 }));
  update(table, { area: next.area });
}

type Switch =
  'highlightFirstColumn' | 'highlightLastColumn' | 'showBandedColumns' | 'showBandedRows' | 'showFilterButton' | 'showHeaders' | 'showTotals';
function toggle(name: Switch): Property<TableRef> {
  return settable(
    (table) => tableInfo(table)[name],
    flag,
    (table, on) => update(table, { [name]: on }),
  );
}

export const tableClass: OfficeClass<TableRef> = describe('Table', {
  id: { as: 'Id', of: ({ id }) => id },
  properties: {
    highlightFirstColumn: toggle('highlightFirstColumn'),
    highlightLastColumn: toggle('highlightLastColumn'),
    id: readOnly(({ id }) => id),
    legacyId: readOnly(({ id }) => id),
    name: settable((table) => tableInfo(table).name, text, rename),
    showBandedColumns: toggle('showBandedColumns'),
    showBandedRows: toggle('showBandedRows'),
    showFilterButton: toggle('showFilterButton'),
    showHeaders: toggle('showHeaders'),
    showTotals: toggle('showTotals'),
    style: settable(
      (table) => tableInfo(table).style ?? '',
      text,
      (table, style) => update(table, { style: style === '' ? null : style }),
    ),
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
      const range = tableRange(table, tableInfo(table).area);
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
    getDataBodyRange: method([], (table) => rangeClass.of(tableRange(table, bodyOf(table)))),
    getHeaderRowRange: method([], (table) => rangeClass.of(tableRange(table, headerArea(tableInfo(table))))),
    getRange: method([], (table) => rangeClass.of(tableRange(table, tableInfo(table).area))),
    getTotalRowRange: method([], (table) => rangeClass.of(tableRange(table, totalsArea(tableInfo(table))))),
    reapplyFilters: method([], (table) => table.book.port.filterTable(table.id, tableInfo(table).filters)),
    resize: method([rangeOrAddress], resize),
  },
  events: {
    onChanged: eventSource(EventId.tableChanged, 'DataChangedEvent', (table) => ({ book: table.book, target: table.id })),
    onSelectionChanged: eventSource(EventId.tableSelectionChanged, 'SelectionChangedEvent', (table) => ({ book: table.book, target: table.id })),
  },
});
