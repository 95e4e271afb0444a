/** Excel.Worksheet, its freeze panes and protection, and the collection of sheets. */
import { count, flag, integer, nullable, oneOf, optional, record, text } from '../argument';
import { describe, method, orNullObject, readOnly, settable } from '../objectModel';
import type { OfficeClass, OfficeObject } from '../objectModel';
import { found, refuse } from '../officeError';
import type { SheetInfo, Visibility } from '../workbookPort';
import { MAX_COLUMNS, MAX_ROWS, WHOLE_SHEET, isOnSheet } from './area';
import { rangeOn, requireOpenStructure, requireUnprotected, sheetInfo } from './book';
import type { Book, SheetRef } from './book';
import { chartCollection } from './chart';
import { colorOrNone } from './color';
import { EventId, WORKBOOK_TARGET, eventSource } from './eventTypes';
import { namedItemCollection } from './namedItem';
import { requireSheetName } from './names';
import { pageLayoutClass, rowBreakCollection } from './pageLayout';
import { rangeFrom, rangeOrAddress } from './rangeArgument';
import { resolveAreas, resolveReference } from './reference';
import { sheetPropertyCollection } from './storedValues';
import { tableCollection } from './tableCollection';
import { rangeAreasClass, rangeClass, sheetClass } from './classes';

const info = ({ book, id }: SheetRef): SheetInfo => sheetInfo(book, id);
const isVisible = (sheet: SheetInfo): boolean => sheet.visibility === 'Visible';

function rename(sheet: SheetRef, name: string): void {
  requireOpenStructure(sheet.book);
  requireSheetName(sheet.book, name, sheet.id);
  sheet.book.port.updateSheet(sheet.id, { name });
}

function requireAnotherVisible(sheet: SheetRef): void {
  if (!sheet.book.port.sheets().some((other) => other.id !== sheet.id && isVisible(other)))
    refuse('InvalidOperation', 'A workbook keeps at least one visible worksheet.');
}

function show(sheet: SheetRef, visibility: Visibility): void {
  requireOpenStructure(sheet.book);
  if (visibility !== 'Visible') requireAnotherVisible(sheet);
  sheet.book.port.updateSheet(sheet.id, { visibility });
}

function remove(sheet: SheetRef): void {
  requireOpenStructure(sheet.book);
  if (info(sheet).visibility === 'VeryHidden') refuse('InvalidOperation', 'A very hidden worksheet cannot be deleted.');
  if (isVisible(info(sheet))) requireAnotherVisible(sheet);
  sheet.book.port.deleteSheet(sheet.id);
}

function rangeOf(sheet: SheetRef, address: string | null): OfficeObject {
  info(sheet);
  if (address === null || address === '') return rangeClass.of(rangeOn(sheet, WHOLE_SHEET));
  const range = resolveReference(sheet.book, address, sheet);
  return range !== null && range.sheet === sheet.id ? rangeClass.of(range) : refuse('InvalidArgument', `"${address}" is no range of this worksheet.`);
}

function neighbour(sheet: SheetRef, step: 1 | -1, visibleOnly: boolean): OfficeObject | null {
  const sheets = sheet.book.port.sheets();
  for (let at = sheets.findIndex(({ id }) => id === sheet.id) + step; at >= 0 && at < sheets.length; at += step) {
    const other = sheets[at];
    if (other !== undefined && (!visibleOnly || isVisible(other))) return sheetClass.of({ book: sheet.book, id: other.id });
  }
  return null;
}

function freeze(sheet: SheetRef, rows: number, columns: number): void {
  requireUnprotected(sheet.book, sheet.id);
  sheet.book.port.updateSheet(sheet.id, { frozen: { rows, columns } });
}

const freezePanesClass: OfficeClass<SheetRef> = describe('WorksheetFreezePanes', {
  methods: {
    freezeAt: method([rangeOrAddress], (sheet, given) => {
      const { area } = rangeFrom(given, rangeOn(sheet, WHOLE_SHEET));
      if (area.row !== 0 || area.column !== 0) refuse('InvalidArgument', 'Frozen cells begin at A1.');
      freeze(sheet, area.rows === MAX_ROWS ? 0 : area.rows, area.columns === MAX_COLUMNS ? 0 : area.columns);
    }),
    freezeColumns: method([optional(count, 1)], (sheet, columns) => freeze(sheet, 0, columns)),
    freezeRows: method([optional(count, 1)], (sheet, rows) => freeze(sheet, rows, 0)),
    ...orNullObject('getLocation', [], (sheet) => {
      const { rows, columns } = info(sheet).frozen;
      return rows === 0 && columns === 0
        ? null
        : rangeClass.of(rangeOn(sheet, { row: 0, column: 0, rows: rows || MAX_ROWS, columns: columns || MAX_COLUMNS }));
    }),
    unfreeze: method([], (sheet) => freeze(sheet, 0, 0)),
  },
});

const protectionClass: OfficeClass<SheetRef> = describe('WorksheetProtection', {
  properties: { protected: readOnly((sheet) => info(sheet).protected) },
  methods: {
    protect: method([nullable(record), nullable(text)], (sheet, _options, password) => {
      if (password !== null) refuse('UnsupportedOperation', 'This host protects without passwords only.');
      setProtected(sheet, true);
    }),
    unprotect: method([nullable(text)], (sheet) => setProtected(sheet, false)),
  },
});

/** Excel refuses to protect what is protected, and the reverse. */
function setProtected(sheet: SheetRef, on: boolean): void {
  if (info(sheet).protected === on)
    refuse(on ? 'InvalidOperation' : 'AccessDenied', on ? 'The worksheet is protected already.' : 'The worksheet is not protected.');
  sheet.book.port.updateSheet(sheet.id, { protected: on });
}

const changeable = (sheet: SheetRef, patch: Partial<Omit<SheetInfo, 'id'>>): void => {
  requireUnprotected(sheet.book, sheet.id);
  sheet.book.port.updateSheet(sheet.id, patch);
};

/** The width that columns have unless one was set, in characters of the standard font, whose digits are 7 pixels wide and padded by 5. */
function standardWidth({ book, id }: SheetRef): number {
  const pixels = (book.port.columnWidth(id, MAX_COLUMNS - 1) * 96) / 72;
  return Math.round(((pixels - 5) / 7) * 100) / 100;
}

const onSheet = (sheet: SheetRef): { book: Book; target: string } => ({ book: sheet.book, target: sheet.id });
const onWorkbook = (book: Book): { book: Book; target: string } => ({ book, target: WORKBOOK_TARGET });

sheetClass.describe({
  id: { as: 'Id', of: ({ id }) => id },
  setAs: { gridlines: 'showGridlines', headings: 'showHeadings' },
  properties: {
    enableCalculation: readOnly(() => true),
    id: readOnly(({ id }) => id),
    name: settable((sheet) => info(sheet).name, text, rename),
    position: settable(
      (sheet) => sheet.book.port.sheets().findIndex(({ id }) => id === sheet.id),
      integer,
      (sheet, position) => {
        requireOpenStructure(sheet.book);
        if (position < 0 || position >= sheet.book.port.sheets().length) refuse('InvalidArgument', 'There is no such position.');
        sheet.book.port.moveSheet(sheet.id, position);
      },
    ),
    showGridlines: settable(
      (sheet) => info(sheet).showGridlines,
      flag,
      (sheet, showGridlines) => changeable(sheet, { showGridlines }),
    ),
    showHeadings: settable(
      (sheet) => info(sheet).showHeadings,
      flag,
      (sheet, showHeadings) => changeable(sheet, { showHeadings }),
    ),
    standardWidth: readOnly(standardWidth),
    tabColor: settable(
      (sheet) => info(sheet).tabColor ?? '',
      colorOrNone,
      (sheet, tabColor) => {
        requireOpenStructure(sheet.book);
        sheet.book.port.updateSheet(sheet.id, { tabColor });
      },
    ),
    visibility: settable((sheet) => info(sheet).visibility, oneOf('Visible', 'Hidden', 'VeryHidden'), show),
  },
  objects: {
    charts: (sheet) => chartCollection.of(sheet),
    customProperties: (sheet) => sheetPropertyCollection.of({ book: sheet.book, sheet: sheet.id }),
    freezePanes: (sheet) => freezePanesClass.of(sheet),
    horizontalPageBreaks: (sheet) => rowBreakCollection.of(sheet),
    names: (sheet) => namedItemCollection.of({ book: sheet.book, sheet }),
    pageLayout: (sheet) => pageLayoutClass.of(sheet),
    protection: (sheet) => protectionClass.of(sheet),
    tables: (sheet) => tableCollection.of({ book: sheet.book, sheet }),
  },
  methods: {
    activate: method([], (sheet) => {
      if (!isVisible(info(sheet))) refuse('InvalidOperation', 'A hidden worksheet cannot be activated.');
      sheet.book.port.activateSheet(sheet.id);
    }),
    calculate: method([optional(flag, false)], (sheet, markAllDirty) => sheet.book.port.calculate(markAllDirty)),
    delete: method([], remove),
    getCell: method([integer, integer], (sheet, row, column) => {
      const area = { row, column, rows: 1, columns: 1 };
      info(sheet);
      return isOnSheet(area) ? rangeClass.of(rangeOn(sheet, area)) : refuse('InvalidArgument', 'The cell would lie outside the worksheet.');
    }),
    ...orNullObject('getNext', [optional(flag, false)], (sheet, visibleOnly) => neighbour(sheet, 1, visibleOnly)),
    ...orNullObject('getPrevious', [optional(flag, false)], (sheet, visibleOnly) => neighbour(sheet, -1, visibleOnly)),
    getRange: method([nullable(text)], rangeOf),
    getRangeByIndexes: method([integer, integer, integer, integer], (sheet, row, column, rows, columns) => {
      const area = { row, column, rows, columns };
      info(sheet);
      return isOnSheet(area) ? rangeClass.of(rangeOn(sheet, area)) : refuse('InvalidArgument', 'The range would lie outside the worksheet.');
    }),
    getRanges: method([nullable(text)], (sheet, address) => {
      const areas = address === null ? [WHOLE_SHEET] : resolveAreas(sheet, address);
      return areas === null
        ? refuse('InvalidArgument', `"${address}" is no list of ranges of this worksheet.`)
        : rangeAreasClass.of({ book: sheet.book, sheet: sheet.id, areas });
    }),
    getUsedRange: method([optional(flag, false)], (sheet, valuesOnly) =>
      rangeClass.of(rangeOn(sheet, sheet.book.port.usedArea(info(sheet).id, valuesOnly) ?? { row: 0, column: 0, rows: 1, columns: 1 })),
    ),
    getUsedRangeOrNullObject: method([optional(flag, false)], (sheet, valuesOnly) => {
      const area = sheet.book.port.usedArea(info(sheet).id, valuesOnly);
      return area === null ? null : rangeClass.of(rangeOn(sheet, area));
    }),
    _GetAnotherWorksheetById: method([text], ({ book }, id) => sheetClass.of({ book, id: sheetInfo(book, id).id })),
    _GetSheetById: method([text], ({ book }, id) => sheetClass.of({ book, id: sheetInfo(book, id).id })),
  },
  events: {
    onActivated: eventSource(EventId.worksheetActivated, 'ActivatedEvent', onSheet),
    onCalculated: eventSource(EventId.worksheetCalculated, 'CalculatedEvent', onSheet),
    onChanged: eventSource(EventId.worksheetChanged, 'DataChangedEvent', onSheet),
    onDeactivated: eventSource(EventId.worksheetDeactivated, 'DeactivatedEvent', onSheet),
    onNameChanged: eventSource(EventId.worksheetNameChanged, 'EventNameChanged', onSheet),
    onSelectionChanged: eventSource(EventId.worksheetSelectionChanged, 'SelectionChangedEvent', onSheet),
    onVisibilityChanged: eventSource(EventId.worksheetVisibilityChanged, 'EventVisibilityChanged', onSheet),
  },
});

const sheetAt = (book: Book, sheet: SheetInfo | undefined): OfficeObject => sheetClass.of({ book, id: found(sheet).id });
const shown = (book: Book, visibleOnly: boolean): readonly SheetInfo[] => (visibleOnly ? book.port.sheets().filter(isVisible) : book.port.sheets());

function nextFreeName(book: Book): string {
  const taken = new Set(book.port.sheets().map(({ name }) => name.toLowerCase()));
  for (let number = taken.size + 1; ; number += 1) if (!taken.has(`sheet${number}`)) return `Sheet${number}`;
}

export const sheetCollection: OfficeClass<Book> = describe('WorksheetCollection', {
  items: {
    all: (book) => book.port.sheets().map((sheet) => sheetAt(book, sheet)),
    find: (book, wanted) => {
      const sheet = book.port.sheets().find(({ id, name }) => id === wanted || name.toLowerCase() === String(wanted).toLowerCase());
      return sheet === undefined ? null : sheetAt(book, sheet);
    },
  },
  methods: {
    add: method([nullable(text)], (book, given) => {
      requireOpenStructure(book);
      const name = given ?? nextFreeName(book);
      requireSheetName(book, name);
      return sheetClass.of({ book, id: book.port.addSheet(name) });
    }),
    getActiveWorksheet: method([], (book) => sheetClass.of({ book, id: book.port.activeSheet() })),
    getCount: method([optional(flag, false)], (book, visibleOnly) => shown(book, visibleOnly).length),
    getFirst: method([optional(flag, false)], (book, visibleOnly) => sheetAt(book, shown(book, visibleOnly)[0])),
    getLast: method([optional(flag, false)], (book, visibleOnly) => sheetAt(book, shown(book, visibleOnly).at(-1))),
  },
  events: {
    onActivated: eventSource(EventId.worksheetActivated, 'ActivatedEvent', onWorkbook),
    onAdded: eventSource(EventId.worksheetAdded, 'AddedEvent', onWorkbook),
    onCalculated: eventSource(EventId.worksheetCalculated, 'CalculatedEvent', onWorkbook),
    onChanged: eventSource(EventId.worksheetChanged, 'DataChangedEvent', onWorkbook),
    onDeactivated: eventSource(EventId.worksheetDeactivated, 'DeactivatedEvent', onWorkbook),
    onDeleted: eventSource(EventId.worksheetDeleted, 'DeletedEvent', onWorkbook),
    onMoved: eventSource(EventId.worksheetMoved, 'EventMoved', onWorkbook),
    onNameChanged: eventSource(EventId.worksheetNameChanged, 'EventNameChanged', onWorkbook),
    onSelectionChanged: eventSource(EventId.worksheetSelectionChanged, 'SelectionChangedEvent', onWorkbook),
    onVisibilityChanged: eventSource(EventId.worksheetVisibilityChanged, 'EventVisibilityChanged', onWorkbook),
  },
});

export const sheetClasses = [sheetClass, sheetCollection, freezePanesClass, protectionClass];
