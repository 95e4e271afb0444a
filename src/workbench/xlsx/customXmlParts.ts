/** Custom XML parts of a workbook: each an item with its properties, which give it its id. */
import type { CustomXmlPart } from '../../host/workbookPort';
import type { OfficePackage, PackageDraft } from './officePackage';
import { decodeXml, element, parseXml, prefixedAttribute, type XmlElement } from './xml';

const NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const KIND = 'customXml';
const PROPERTIES_KIND = 'customXmlProps';

interface StoredPart {
  readonly part: string;
  readonly content: CustomXmlPart;
}

function namespaceOf(root: XmlElement): string {
  return root.attributes.get(root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix}`) ?? '';
}

function storedParts(file: OfficePackage, workbookPart: string): StoredPart[] {
  return file.relationships(workbookPart).flatMap(({ kind, target, external }): StoredPart[] => {
    if (kind !== KIND || external || !file.has(target)) return [];
    const properties = file.xmlIfPresent(file.related(target, PROPERTIES_KIND));
    const id = properties === undefined ? undefined : prefixedAttribute(properties.root, 'itemID');
    const xml = decodeXml(file.bytes(target));
    return [{ part: target, content: { id: id ?? target, namespaceUri: namespaceOf(parseXml(xml, target).root), xml } }];
  });
}

export const readCustomXmlParts = (file: OfficePackage, workbookPart: string): CustomXmlPart[] => storedParts(file, workbookPart).map(({ content }) => content);

export function writeCustomXmlParts(draft: PackageDraft, workbookPart: string, parts: readonly CustomXmlPart[]): void {
  const stored = storedParts(draft.original, workbookPart);
  const wanted = new Map(parts.map((part) => [part.id, part]));
  for (const { part, content } of stored) {
    const now = wanted.get(content.id);
    if (now === undefined) draft.remove(workbookPart, part);
    else if (now.xml !== content.xml) draft.put(part, now.xml);
    wanted.delete(content.id);
  }
  for (const { id, namespaceUri, xml } of wanted.values()) {
    const item = draft.freeName('customXml/item#.xml');
    draft.add(workbookPart, KIND, item, 'application/xml', xml);
    const schemas = namespaceUri === '' ? '' : element('ds:schemaRefs', {}, element('ds:schemaRef', { 'ds:uri': namespaceUri }));
    draft.add(item, PROPERTIES_KIND, item.replace('/item', '/itemProps'), 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
      element('ds:datastoreItem', { 'ds:itemID': id, 'xmlns:ds': NAMESPACE }, schemas));
  }
}
