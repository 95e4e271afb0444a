/** The cell metadata by which a file says that an array formula spills by itself (XLDAPR, [MS-XLSX] 2.2.4.12). */
import type { PackageDraft } from './officePackage';
import { child, childrenOf, element, numberAttribute, parseXml, replaceChildren, withAttributes, type XmlDocument, type XmlElement } from './xml';

const DYNAMIC = 'XLDAPR';
const NAMESPACE = 'http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray';
const PART = 'xl/metadata.xml';
const KIND = 'sheetMetadata';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml';
const ORDER = ['metadataTypes', 'metadataStrings', 'mdxMetadata', 'futureMetadata', 'cellMetadata', 'valueMetadata', 'extLst'];

const TYPE = element('metadataType', {
  name: DYNAMIC, minSupportedVersion: 120000, copy: true, pasteAll: true, pasteValues: true, merge: true, splitFirst: true, rowColShift: true,
  clearFormats: true, clearComments: true, assign: true, coerce: true, cellMeta: true,
});
const FUTURE = element('futureMetadata', { name: DYNAMIC, count: 1 },
  element('bk', {}, element('extLst', {}, element('ext', { uri: '{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}' },
    element('xda:dynamicArrayProperties', { 'xmlns:xda': NAMESPACE, fDynamic: true, fCollapsed: false })))));

/** The 1-based numbers of cell metadata that mark a dynamic array. */
export function dynamicMetadata(root: XmlElement | undefined): ReadonlySet<number> {
  const types = childrenOf(child(root, 'metadataTypes'), 'metadataType').map(({ attributes }) => attributes.get('name'));
  const dynamic = new Set<number>();
  childrenOf(child(root, 'cellMetadata'), 'bk').forEach((block, index) => {
    if (childrenOf(block, 'rc').some((record) => types[(numberAttribute(record, 't') ?? 0) - 1] === DYNAMIC)) dynamic.add(index + 1);
  });
  return dynamic;
}

/** A list with one more item; `null` list: a new one. */
function grown(document: XmlDocument, name: string, item: string): { readonly xml: string; readonly number: number } {
  const list = child(document.root, name);
  const number = (list?.children.length ?? 0) + 1;
  const content = (list === undefined ? '' : document.source.slice(list.contentStart, list.contentEnd)) + item;
  return { number, xml: list === undefined ? element(name, { count: number }, content) : withAttributes(document, list, { count: number }, content) };
}

/** The number with which a cell says that its array spills; metadata is added where the file has none of the kind. */
export function ensureDynamicMetadata(draft: PackageDraft, workbookPart: string, namespace: string): number {
  const part = draft.original.related(workbookPart, KIND);
  const document = draft.original.xmlIfPresent(part) ?? parseXml(element('metadata', { xmlns: namespace }), PART);
  const [known] = dynamicMetadata(document.root);
  if (known !== undefined) return known;
  const type = grown(document, 'metadataTypes', TYPE);
  const future = childrenOf(document.root, 'futureMetadata').map(({ start, end }) => document.source.slice(start, end));
  const cells = grown(document, 'cellMetadata', `<bk>${element('rc', { t: type.number, v: 0 })}</bk>`);
  const xml = replaceChildren(document, ORDER, new Map([['metadataTypes', [type.xml]], ['futureMetadata', [...future, FUTURE]], ['cellMetadata', [cells.xml]]]));
  if (part === undefined) draft.add(workbookPart, KIND, draft.freeName(PART), CONTENT_TYPE, xml);
  else draft.put(part, xml);
  return cells.number;
}
