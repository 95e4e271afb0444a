/** What travels with the file under a key: Excel.Setting, Excel.CustomProperty, Excel.WorksheetCustomProperty, and the document's own properties. */
import { json, scalar, text } from '../argument';
import type { Json } from '../json';
import { describe, method, readOnly, settable } from '../objectModel';
import type { OfficeClass, Property } from '../objectModel';
import { refuse } from '../officeError';
import type { SheetId } from '../workbookPort';
import type { Book } from './book';

interface SettingRef {
  readonly book: Book;
  readonly key: string;
}

const settingClass: OfficeClass<SettingRef> = describe('Setting', {
  id: { as: '_Id', of: ({ key }) => key },
  properties: {
    key: readOnly(({ key }) => key),
    value: settable(
      ({ book, key }) => (book.port.settings().get(key) ?? null) as Json,
      json,
      ({ book, key }, value) => book.port.setSetting(key, value),
    ),
  },
  methods: { delete: method([], ({ book, key }) => (book.port.settings().has(key) ? book.port.removeSetting(key) : refuse('ItemNotFound'))) },
});

export const settingCollection: OfficeClass<Book> = describe('SettingCollection', {
  items: {
    all: (book) => [...book.port.settings().keys()].map((key) => settingClass.of({ book, key })),
    find: (book, wanted) => (book.port.settings().has(String(wanted)) ? settingClass.of({ book, key: String(wanted) }) : null),
  },
  methods: {
    add: method([text, json], (book, key, value) => {
      book.port.setSetting(key, value);
      return settingClass.of({ book, key });
    }),
  },
});

/** Custom properties of the document are told from its own by this beginning of their key. */
const CUSTOM = 'custom:';
const customNames = (book: Book): string[] =>
  [...book.port.properties().keys()].filter((key) => key.startsWith(CUSTOM)).map((key) => key.slice(CUSTOM.length));

const customPropertyClass: OfficeClass<SettingRef> = describe('CustomProperty', {
  id: { as: '_Id', of: ({ key }) => key },
  properties: {
    key: readOnly(({ key }) => key),
    type: readOnly(({ book, key }) => {
      const value = book.port.properties().get(CUSTOM + key);
      return typeof value === 'number' ? 'Number' : typeof value === 'boolean' ? 'Boolean' : 'String';
    }),
    value: settable(
      ({ book, key }) => book.port.properties().get(CUSTOM + key) ?? null,
      scalar,
      ({ book, key }, value) => book.port.setProperty(CUSTOM + key, value),
    ),
  },
  methods: { delete: method([], ({ book, key }) => book.port.setProperty(CUSTOM + key, null)) },
});

const customPropertyCollection: OfficeClass<Book> = describe('CustomPropertyCollection', {
  items: {
    all: (book) => customNames(book).map((key) => customPropertyClass.of({ book, key })),
    find: (book, wanted) => {
      const key = customNames(book).find((name) => name.toLowerCase() === String(wanted).toLowerCase());
      return key === undefined ? null : customPropertyClass.of({ book, key });
    },
  },
  methods: {
    add: method([text, scalar], (book, key, value) => {
      book.port.setProperty(CUSTOM + key, value);
      return customPropertyClass.of({ book, key });
    }),
    deleteAll: method([], (book) => {
      for (const name of customNames(book)) book.port.setProperty(CUSTOM + name, null);
    }),
  },
});

const documentProperty = (name: string): Property<Book> =>
  settable(
    (book) => book.port.properties().get(name) ?? '',
    text,
    (book, value) => book.port.setProperty(name, value),
  );

export const documentPropertiesClass: OfficeClass<Book> = describe('DocumentProperties', {
  properties: {
    ...Object.fromEntries(
      ['author', 'category', 'comments', 'company', 'keywords', 'manager', 'subject', 'title'].map((name) => [name, documentProperty(name)]),
    ),
    lastAuthor: readOnly((book) => book.port.properties().get('lastAuthor') ?? ''),
  },
  objects: { custom: (book) => customPropertyCollection.of(book) },
});

interface SheetPropertyRef {
  readonly book: Book;
  readonly sheet: SheetId;
  readonly key: string;
}
const sheetPropertyClass: OfficeClass<SheetPropertyRef> = describe('WorksheetCustomProperty', {
  id: { as: '_Id', of: ({ key }) => key },
  properties: {
    key: readOnly(({ key }) => key),
    value: settable(
      ({ book, sheet, key }) => book.port.sheetProperties(sheet).get(key) ?? null,
      text,
      ({ book, sheet, key }, value) => book.port.setSheetProperty(sheet, key, value),
    ),
  },
  methods: { delete: method([], ({ book, sheet, key }) => book.port.setSheetProperty(sheet, key, null)) },
});

export const sheetPropertyCollection: OfficeClass<Omit<SheetPropertyRef, 'key'>> = describe('WorksheetCustomPropertyCollection', {
  items: {
    all: ({ book, sheet }) => [...book.port.sheetProperties(sheet).keys()].map((key) => sheetPropertyClass.of({ book, sheet, key })),
    find: ({ book, sheet }, wanted) => {
      const key = [...book.port.sheetProperties(sheet).keys()].find((name) => name.toLowerCase() === String(wanted).toLowerCase());
      return key === undefined ? null : sheetPropertyClass.of({ book, sheet, key });
    },
  },
  methods: {
    add: method([text, text], ({ book, sheet }, key, value) => {
      book.port.setSheetProperty(sheet, key, value);
      return sheetPropertyClass.of({ book, sheet, key });
    }),
  },
});

export const storedValueClasses = [
  settingClass,
  settingCollection,
  customPropertyClass,
  customPropertyCollection,
  documentPropertiesClass,
  sheetPropertyClass,
  sheetPropertyCollection,
];
