/** Custom properties that add-ins keep with a sheet: each a part of its own that holds the text in UTF-16. */
import type { OfficePackage, PackageDraft, Relationship } from './officePackage';
import { child, childrenOf, element, escapeAttribute, prefixedAttribute, type XmlElement } from './xml';

const KIND = 'customProperty';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty';

interface StoredProperty {
  readonly name: string;
  readonly relationship: string;
  readonly part: string;
}

function storedProperties(root: XmlElement, relationships: readonly Relationship[]): StoredProperty[] {
  return childrenOf(child(root, 'customProperties'), 'customPr').flatMap((property) => {
    const relationship = prefixedAttribute(property, 'id');
    const part = relationships.find(({ id }) => id === relationship)?.target;
    return relationship === undefined || part === undefined ? [] : [{ name: property.attributes.get('name') ?? '', relationship, part }];
  });
}

/** `undefined` where the sheet has none. */
export function readSheetProperties(file: OfficePackage, root: XmlElement, relationships: readonly Relationship[]): ReadonlyMap<string, string> | undefined {
  const stored = storedProperties(root, relationships).filter(({ part }) => file.has(part));
  return stored.length === 0 ? undefined : new Map(stored.map(({ name, part }) => [name, new TextDecoder('utf-16le').decode(file.bytes(part))]));
}

function encoded(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), true);
  return bytes;
}

/** The sheet's `customProperties` after they changed. `relationshipAttribute` says `r:id` with its namespace where that is needed. */
export function writeSheetProperties(
  draft: PackageDraft, sheetPart: string, root: XmlElement, relationships: readonly Relationship[], properties: ReadonlyMap<string, string>,
  relationshipAttribute: (id: string) => string,
): string[] {
  const stored = new Map(storedProperties(root, relationships).map((property) => [property.name, property]));
  for (const [name, { part }] of stored) if (!properties.has(name)) draft.remove(sheetPart, part);
  const items = [...properties].map(([name, text]) => {
    const known = stored.get(name);
    if (known !== undefined) draft.putBytes(known.part, encoded(text));
    const id = known?.relationship ?? draft.addBytes(sheetPart, KIND, draft.freeName('xl/customProperty#.bin'), CONTENT_TYPE, encoded(text));
    return `<customPr name="${escapeAttribute(name)}"${relationshipAttribute(id)}/>`;
  });
  return items.length === 0 ? [] : [element('customProperties', {}, items.join(''))];
}
