/** Excel.Workbook: the root of everything. */
import { text } from '../argument';
import { describe, method, readOnly } from '../objectModel';
import type { OfficeClass, OfficeObject } from '../objectModel';
import { refuse } from '../officeError';
import { parseAddress } from './address';
import { applicationClass, applicationClasses, functionsClass, runtimeClass } from './application';
import type { Book, RangeRef } from './book';
import { chartClasses } from './chart';
import { conditionalFormatClasses } from './conditionalFormat';
import { customXmlPartClasses, customXmlPartCollection } from './customXmlPart';
import { dataValidationClass } from './dataValidation';
import { namedItemClasses, namedItemCollection } from './namedItem';
import { pageLayoutClasses } from './pageLayout';
import { rangeClasses } from './range';
import { rangeAreasClasses } from './rangeAreas';
import { formatClasses } from './rangeFormat';
import { documentPropertiesClass, settingCollection, storedValueClasses } from './storedValues';
import { tableClass } from './table';
import { tableCollection, tableScopedCollection } from './tableCollection';
import { columnClass, columnCollection } from './tableColumn';
import { tableFilterClasses } from './tableFilter';
import { rowClass, rowCollection } from './tableRow';
import { sheetClasses, sheetCollection } from './worksheet';
import { rangeAreasClass, rangeClass } from './classes';

const protectionClass: OfficeClass<Book> = describe('WorkbookProtection', {
  properties: { protected: readOnly(({ port }) => port.structureProtected) },
});

function selected(book: Book): RangeRef {
  const { sheet, areas } = book.port.selection();
  const [area, ...more] = areas;
  return area === undefined || more.length > 0 ? refuse('InvalidSelection', 'More than one range is selected.') : { book, sheet, area };
}

/** Events name the range that changed as "sheet id!address", so that nothing has to be kept for those who never ask. */
function rangeOfEvent(book: Book, reference: string): OfficeObject | null {
  const mark = reference.lastIndexOf('!');
  const address = parseAddress(reference.slice(mark + 1));
  const sheet = book.port.sheets().find(({ id }) => id === reference.slice(0, mark));
  return address === null || sheet === undefined ? null : rangeClass.of({ book, sheet: sheet.id, area: address.area });
}

export const workbookClass: OfficeClass<Book> = describe('Workbook', {
  properties: {
    autoSave: readOnly(() => false),
    calculationEngineVersion: readOnly(() => 191_029),
    name: readOnly(({ port }) => port.fileName),
    readOnly: readOnly(() => false),
  },
  objects: {
    application: (book) => applicationClass.of(book),
    customXmlParts: (book) => customXmlPartCollection.of(book),
    functions: (book) => functionsClass.of(book),
    names: (book) => namedItemCollection.of({ book, sheet: null }),
    properties: (book) => documentPropertiesClass.of(book),
    protection: (book) => protectionClass.of(book),
    settings: (book) => settingCollection.of(book),
    tables: (book) => tableCollection.of({ book, sheet: null }),
    worksheets: (book) => sheetCollection.of(book),
    _Runtime: (book) => runtimeClass.of(book),
  },
  methods: {
    getActiveCell: method([], (book) => {
      const { sheet, areas } = book.port.selection();
      const [area] = areas;
      return area === undefined ? refuse('InvalidSelection') : rangeClass.of({ book, sheet, area: { ...area, rows: 1, columns: 1 } });
    }),
    getSelectedRange: method([], (book) => rangeClass.of(selected(book))),
    getSelectedRanges: method([], (book) => rangeAreasClass.of({ book, ...book.port.selection() })),
    _GetRangeForEventByReferenceId: method([text], (book, reference) => rangeOfEvent(book, reference) ?? refuse('ItemNotFound')),
    _GetRangeOrNullObjectForEventByReferenceId: method([text], rangeOfEvent),
  },
});

/** Every class that this host describes: what the coverage page compares with office.js. */
export const excelClasses: readonly Pick<OfficeClass<unknown>, 'className'>[] = [
  workbookClass,
  protectionClass,
  ...sheetClasses,
  ...rangeClasses,
  ...rangeAreasClasses,
  ...formatClasses,
  tableClass,
  tableCollection,
  tableScopedCollection,
  columnClass,
  columnCollection,
  rowClass,
  rowCollection,
  ...tableFilterClasses,
  ...namedItemClasses,
  ...storedValueClasses,
  ...conditionalFormatClasses,
  dataValidationClass,
  ...customXmlPartClasses,
  ...applicationClasses,
  ...pageLayoutClasses,
  ...chartClasses,
];
