/** Title, author and the like, and custom properties; named as office.js names them. */
import type { PackageDraft, OfficePackage } from './officePackage';
import { child, childrenOf, element, escapeXml, numberAttribute, parseXml, replaceChildren, type XmlDocument, type XmlElement } from './xml';

type PropertyValue = string | number | boolean;

const CORE: Readonly<Record<string, string>> = {
  title: 'dc:title', subject: 'dc:subject', author: 'dc:creator', keywords: 'cp:keywords', comments: 'dc:description', lastAuthor: 'cp:lastModifiedBy',
  revisionNumber: 'cp:revision', category: 'cp:category', creationDate: 'dcterms:created',
};
const APPLICATION: Readonly<Record<string, string>> = { company: 'Company', manager: 'Manager' };
const APPLICATION_ORDER = ['Template', 'Manager', 'Company', 'Pages', 'Words', 'Characters', 'PresentationFormat', 'Lines', 'Paragraphs', 'Slides', 'Notes', 'TotalTime'];
const CUSTOM = 'custom:';
const CUSTOM_FORMAT = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const NAMESPACES: Readonly<Record<string, string>> = {
  cp: 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties', dc: 'http://purl.org/dc/elements/1.1/', dcterms: 'http://purl.org/dc/terms/',
};
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const OFFICE_TYPE = 'application/vnd.openxmlformats-officedocument';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CORE_ROOT = element('cp:coreProperties', Object.fromEntries(Object.entries(NAMESPACES).map(([prefix, uri]) => [`xmlns:${prefix}`, uri])));
const APPLICATION_ROOT = element('Properties', { xmlns: `${OFFICE}/extended-properties`, 'xmlns:vt': `${OFFICE}/docPropsVTypes` });
const CUSTOM_ROOT = element('Properties', { xmlns: `${OFFICE}/custom-properties`, 'xmlns:vt': `${OFFICE}/docPropsVTypes` });

/** Where each set of properties lives, by the kind of its relationship. */
const PARTS = {
  core: {
    kind: 'core-properties', part: 'docProps/core.xml', root: CORE_ROOT,
    type: 'application/vnd.openxmlformats-package.core-properties+xml', typeBase: `${PACKAGE}/relationships/metadata`,
  },
  application: { kind: 'extended-properties', part: 'docProps/app.xml', root: APPLICATION_ROOT, type: `${OFFICE_TYPE}.extended-properties+xml`, typeBase: undefined },
  custom: { kind: 'custom-properties', part: 'docProps/custom.xml', root: CUSTOM_ROOT, type: `${OFFICE_TYPE}.custom-properties+xml`, typeBase: undefined },
} as const;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function readCustomValue(property: XmlElement): PropertyValue | undefined {
  const [value] = property.children;
  switch (value?.name) {
    case undefined: return undefined;
    case 'bool': return value.text === 'true' || value.text === '1';
    case 'i1': case 'i2': case 'i4': case 'i8': case 'int': case 'uint': case 'r4': case 'r8': case 'decimal': return Number(value.text);
    case 'lpwstr': case 'lpstr': case 'bstr': case 'filetime': case 'date': return value.text;
    default: return undefined;
  }
}

export function readProperties(file: OfficePackage): Map<string, PropertyValue> {
  const properties = new Map<string, PropertyValue>();
  const rootOf = (kind: string): XmlElement | undefined => file.xmlIfPresent(file.related('', kind))?.root;
  const put = (names: Readonly<Record<string, string>>, root: XmlElement | undefined): void => {
    for (const [key, name] of Object.entries(names)) {
      const text = child(root, local(name))?.text;
      if (text !== undefined && text !== '') properties.set(key, text);
    }
  };
  put(CORE, rootOf(PARTS.core.kind));
  put(APPLICATION, rootOf(PARTS.application.kind));
  for (const property of childrenOf(rootOf(PARTS.custom.kind), 'property')) {
    const value = readCustomValue(property);
    if (value !== undefined) properties.set(CUSTOM + (property.attributes.get('name') ?? ''), value);
  }
  return properties;
}

function customValueXml(value: PropertyValue): string {
  if (typeof value === 'boolean') return element('vt:bool', {}, String(value));
  if (typeof value === 'number') return element(Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 'vt:i4' : 'vt:r8', {}, String(value));
  return `<vt:lpwstr>${escapeXml(value)}</vt:lpwstr>`;
}

function customXml(
  properties: ReadonlyMap<string, PropertyValue>, before: ReadonlyMap<string, PropertyValue>, originals: readonly XmlElement[], source: string,
): string {
  const written = new Map<string, string>();
  let number = Math.max(1, ...originals.map((property) => numberAttribute(property, 'pid') ?? 1));
  for (const property of originals) {
    const name = property.attributes.get('name') ?? '';
    const now = properties.get(CUSTOM + name);
    const modelled = before.has(CUSTOM + name);
    if (modelled && now === undefined) continue;
    const content = !modelled || now === before.get(CUSTOM + name) || now === undefined ? undefined : customValueXml(now);
    const xml = source.slice(property.start, property.end);
    written.set(name, content === undefined ? xml : element('property', { fmtid: CUSTOM_FORMAT, pid: numberAttribute(property, 'pid') ?? 2, name }, content));
  }
  for (const [key, value] of properties) {
    const name = key.slice(CUSTOM.length);
    if (!key.startsWith(CUSTOM) || written.has(name)) continue;
    number++;
    written.set(name, element('property', { fmtid: CUSTOM_FORMAT, pid: number, name }, customValueXml(value)));
  }
  return [...written.values()].join('');
}

/** One property as an element, its prefix declared on it where the part does not. */
function propertyXml(root: XmlElement, name: string, value: PropertyValue): string {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
  const undeclared = prefix !== '' && !root.attributes.has(`xmlns:${prefix}`);
  const dated = prefix === 'dcterms' ? { 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance', 'xsi:type': 'dcterms:W3CDTF' } : {};
  return element(name, { ...(undeclared ? { [`xmlns:${prefix}`]: NAMESPACES[prefix] } : {}), ...dated }, escapeXml(String(value)));
}

/** Puts changed properties into the draft; parts that hold none of them stay as they are. */
export function writeProperties(draft: PackageDraft, properties: ReadonlyMap<string, PropertyValue>, before: ReadonlyMap<string, PropertyValue>): void {
  const edit = (set: keyof typeof PARTS, change: (document: XmlDocument) => string): void => {
    const { kind, part, root, type, typeBase } = PARTS[set];
    const present = draft.original.related('', kind);
    if (present !== undefined && draft.original.has(present)) {
      draft.put(present, change(parseXml(draft.text(present), present)));
    } else {
      const name = draft.freeName(part);
      draft.add('', kind, name, type, change(parseXml(root, name)), typeBase);
    }
  };
  const editNamed = (set: 'core' | 'application', names: Readonly<Record<string, string>>, order: readonly string[]): void => {
    const changed = Object.entries(names).filter(([key]) => properties.get(key) !== before.get(key));
    if (changed.length === 0) return;
    edit(set, (document) => replaceChildren(document, order, new Map(changed.map(([key, name]) => {
      const value = properties.get(key);
      return [local(name), value === undefined ? [] : [propertyXml(document.root, name, value)]];
    }))));
  };
  editNamed('core', CORE, []);
  editNamed('application', APPLICATION, APPLICATION_ORDER);
  const customs = (map: ReadonlyMap<string, PropertyValue>): string => JSON.stringify([...map].filter(([key]) => key.startsWith(CUSTOM)).sort());
  if (customs(properties) !== customs(before)) {
    edit('custom', (document) => {
      const content = customXml(properties, before, childrenOf(document.root, 'property'), document.source);
      return content === '' ? CUSTOM_ROOT : CUSTOM_ROOT.replace('/>', `>${content}</Properties>`);
    });
  }
}
