/** Excel.CustomXmlPart: XML documents that travel inside the file. */
import { text } from '../argument';
import { describe, method, orNullObject, readOnly } from '../objectModel';
import type { OfficeClass, OfficeObject } from '../objectModel';
import { found, refuse } from '../officeError';
import type { CustomXmlPart } from '../workbookPort';
import type { Book } from './book';

interface PartRef {
  readonly book: Book;
  readonly id: string;
}
const partOf = ({ book, id }: PartRef): CustomXmlPart => found(book.port.customXmlParts().find((part) => part.id === id));

/** The namespace of the outermost element; refuses text that has none. */
function namespaceOf(xml: string): string {
  const root = /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<(?:([\w.-]+):)?[\w.-]+((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*\/?>/.exec(xml);
  if (root === null || !/>\s*$/.test(xml)) refuse('InvalidArgument', 'This is no XML document.');
  const name = root?.[1] === undefined ? 'xmlns' : `xmlns:${root[1]}`;
  return (
    new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`)
      .exec(root?.[2] ?? '')
      ?.slice(1)
      .find((uri) => uri !== undefined) ?? ''
  );
}

const partClass: OfficeClass<PartRef> = describe('CustomXmlPart', {
  id: { as: 'Id', of: ({ id }) => id },
  properties: { id: readOnly(({ id }) => id), namespaceUri: readOnly((part) => partOf(part).namespaceUri) },
  methods: {
    delete: method([], (part) => part.book.port.setCustomXmlPart({ id: partOf(part).id, xml: null })),
    getXml: method([], (part) => partOf(part).xml),
    setXml: method([text], (part, xml) => part.book.port.setCustomXmlPart({ id: partOf(part).id, namespaceUri: namespaceOf(xml), xml })),
  },
});

interface PartsRef {
  readonly book: Book;
  readonly namespaceUri: string;
}
const all = (parts: PartsRef): OfficeObject[] =>
  parts.book.port
    .customXmlParts()
    .filter((part) => part.namespaceUri === parts.namespaceUri)
    .map(({ id }) => partClass.of({ book: parts.book, id }));

const scopedCollection: OfficeClass<PartsRef> = describe('CustomXmlPartScopedCollection', {
  items: {
    all,
    find: (parts, wanted) => {
      const part = parts.book.port.customXmlParts().find(({ id, namespaceUri }) => id === wanted && namespaceUri === parts.namespaceUri);
      return part === undefined ? null : partClass.of({ book: parts.book, id: part.id });
    },
  },
  methods: orNullObject('getOnlyItem', [], (parts) => {
    const [only, ...more] = all(parts);
    return only !== undefined && more.length === 0 ? only : null;
  }),
});

export const customXmlPartCollection: OfficeClass<Book> = describe('CustomXmlPartCollection', {
  items: {
    all: (book) => book.port.customXmlParts().map(({ id }) => partClass.of({ book, id })),
    find: (book, wanted) => (book.port.customXmlParts().some(({ id }) => id === wanted) ? partClass.of({ book, id: String(wanted) }) : null),
  },
  methods: {
    add: method([text], (book, xml) => {
      const id = `{${crypto.randomUUID().toUpperCase()}}`;
      book.port.setCustomXmlPart({ id, namespaceUri: namespaceOf(xml), xml });
      return partClass.of({ book, id });
    }),
    getByNamespace: method([text], (book, namespaceUri) => scopedCollection.of({ book, namespaceUri })),
  },
});

export const customXmlPartClasses = [partClass, customXmlPartCollection, scopedCollection];
