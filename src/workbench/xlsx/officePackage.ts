/**
 * A workbook file as parts and the relationships between them (Open Packaging Conventions). Parts are unpacked when they are asked for;
 * a draft starts from the parts as they are and remembers what is added, changed and removed.
 */
import { DETAIL, UnreadableFile } from './refusal';
import {
  applySplices, childrenOf, decodeXml, element, encodeXml, parseXml, type Splice, type XmlDocument,
} from './xml';
import { pack, readZip, unpack, writeZip, type ZipEntry } from './zip';

const CONTENT_TYPES = '[Content_Types].xml';
export const XML_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';

/** Namespace of `r:id` and stem of relationship types, in the two dialects of the format. */
export const OFFICE_RELATIONSHIPS = {
  transitional: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships', strict: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
} as const;

export interface Relationship {
  readonly id: string;
  /** The last step of its type's address: "worksheet", "table"; the addresses of ISO strict files differ before that. */
  readonly kind: string;
  /** A part's name, or an address outside when external. */
  readonly target: string;
  readonly external: boolean;
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

export function relationshipsPart(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** Targets are addresses; one that is wrongly escaped is taken as it stands, and found or not. */
function unescaped(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function resolveTarget(from: string, target: string): string {
  const path = target.startsWith('/') ? target : `/${folderOf(from)}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return unescaped(steps.join('/'));
}

function relativeTarget(from: string, to: string): string {
  const source = folderOf(from).split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < source.length && shared < target.length - 1 && source[shared] === target[shared]) shared++;
  return encodeURI([...source.slice(shared).map(() => '..'), ...target.slice(shared)].join('/'));
}

/** Part names compare without case. */
class PartNames {
  readonly #names = new Map<string, string>();

  constructor(names: Iterable<string>) {
    for (const name of names) this.#names.set(name.toLowerCase(), name);
  }

  find(name: string): string | undefined {
    return this.#names.get(name.toLowerCase());
  }
}

export class OfficePackage {
  readonly #names: PartNames;

  private constructor(readonly entries: ReadonlyMap<string, ZipEntry>) {
    this.#names = new PartNames(entries.keys());
  }

  static fromZip(bytes: Uint8Array): OfficePackage {
    return new OfficePackage(readZip(bytes));
  }

  static fromParts(parts: ReadonlyMap<string, string>): OfficePackage {
    return new OfficePackage(new Map([...parts].map(([name, text]) => [name, pack(name, encodeXml(XML_HEADER + text))])));
  }

  has(part: string): boolean {
    return this.#names.find(part) !== undefined;
  }

  bytes(part: string): Uint8Array {
    const name = this.#names.find(part);
    const entry = name === undefined ? undefined : this.entries.get(name);
    if (entry === undefined) throw new UnreadableFile('damaged', DETAIL.missingPart(part));
    return unpack(entry);
  }

  xml(part: string, opaque?: string): XmlDocument {
    return parseXml(decodeXml(this.bytes(part)), part, opaque);
  }

  xmlIfPresent(part: string | undefined): XmlDocument | undefined {
    return part !== undefined && this.has(part) ? this.xml(part) : undefined;
  }

  /** Of a part, or of the package itself for "". */
  relationships(part: string): readonly Relationship[] {
    const document = this.xmlIfPresent(relationshipsPart(part));
    return childrenOf(document?.root, 'Relationship').map(({ attributes }) => {
      const external = attributes.get('TargetMode') === 'External';
      const target = attributes.get('Target') ?? '';
      const type = attributes.get('Type') ?? '';
      const resolved = external ? target : resolveTarget(part, target);
      const found = external ? target : this.#names.find(resolved) ?? resolved;
      return { id: attributes.get('Id') ?? '', kind: type.slice(type.lastIndexOf('/') + 1), target: found, external };
    });
  }

  related(part: string, kind: string): string | undefined {
    return this.relationships(part).find((relationship) => relationship.kind === kind && !relationship.external)?.target;
  }

  /** By part name, leading slash and case left out; defaults by extension. */
  contentType(part: string): string | undefined {
    const { root } = this.xml(CONTENT_TYPES);
    const wanted = `/${part}`.toLowerCase();
    const override = childrenOf(root, 'Override').find(({ attributes }) => attributes.get('PartName')?.toLowerCase() === wanted);
    const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
    const fallback = childrenOf(root, 'Default').find(({ attributes }) => attributes.get('Extension')?.toLowerCase() === extension);
    return (override ?? fallback)?.attributes.get('ContentType');
  }
}

interface DraftRelationships {
  readonly document: XmlDocument | undefined;
  readonly removed: Set<string>;
  readonly added: { readonly id: string; readonly xml: string }[];
}

export class PackageDraft {
  readonly #entries: Map<string, ZipEntry>;
  readonly #relationships = new Map<string, DraftRelationships>();
  readonly #overrides = new Map<string, string | null>();

  /** `strict`: the package speaks ISO's strict dialect, whose addresses differ. */
  constructor(readonly original: OfficePackage, readonly strict: boolean) {
    this.#entries = new Map(original.entries);
  }

  /** A name that no part has: `pattern` with # for a number. */
  freeName(pattern: string): string {
    const taken = new PartNames(this.#entries.keys());
    for (let number = 1; ; number++) {
      const name = pattern.replace('#', String(number));
      if (taken.find(name) === undefined) return name;
    }
  }

  put(part: string, xml: string): void {
    this.putBytes(part, encodeXml(xml));
  }

  putBytes(part: string, bytes: Uint8Array): void {
    this.#entries.set(part, pack(part, bytes));
  }

  partsMatching(pattern: RegExp): string[] {
    return [...this.#entries.keys()].filter((name) => pattern.test(name));
  }

  text(part: string): string {
    const entry = this.#entries.get(part);
    if (entry === undefined) throw new Error(`No part ${part}`);
    return decodeXml(unpack(entry));
  }

  /** A new part with its content type, and the relationship from the part that holds it; answers the relationship's id. */
  add(from: string, kind: string, part: string, contentType: string, xml: string, typeBase?: string): string {
    return this.addBytes(from, kind, part, contentType, encodeXml(xml.startsWith('<?xml') ? xml : XML_HEADER + xml), typeBase);
  }

  /** The same for a part that is no XML. */
  addBytes(from: string, kind: string, part: string, contentType: string, bytes: Uint8Array, typeBase?: string): string {
    this.putBytes(part, bytes);
    this.#overrides.set(part, contentType);
    return this.addRelationship(from, kind, part, { typeBase });
  }

  #draftOf(from: string): DraftRelationships {
    let draft = this.#relationships.get(from);
    if (draft === undefined) {
      const part = relationshipsPart(from);
      draft = { document: this.#entries.has(part) ? this.original.xmlIfPresent(part) : undefined, removed: new Set(), added: [] };
      this.#relationships.set(from, draft);
    }
    return draft;
  }

  addRelationship(
    from: string, kind: string, target: string, { external = false, typeBase }: { readonly external?: boolean; readonly typeBase?: string } = {},
  ): string {
    const draft = this.#draftOf(from);
    const present = childrenOf(draft.document?.root, 'Relationship').map(({ attributes }) => attributes.get('Id'));
    const taken = new Set([...present, ...draft.added.map(({ id }) => id)]);
    let number = 1;
    while (taken.has(`rId${number}`)) number++;
    const id = `rId${number}`;
    const base = typeBase ?? OFFICE_RELATIONSHIPS[this.strict ? 'strict' : 'transitional'];
    const reference = external ? { Target: target, TargetMode: 'External' } : { Target: relativeTarget(from, target) };
    draft.added.push({ id, xml: element('Relationship', { Id: id, Type: `${base}/${kind}`, ...reference }) });
    return id;
  }

  removeRelationship(from: string, id: string): void {
    this.#draftOf(from).removed.add(id);
  }

  /** A part that `from` holds, and whatever only that part holds in turn. */
  remove(from: string, part: string): void {
    for (const relationship of this.original.relationships(from)) {
      if (!relationship.external && relationship.target === part) this.removeRelationship(from, relationship.id);
    }
    if (this.#entries.has(part) && !this.#isHeld(part)) this.#drop(part);
  }

  #drop(part: string): void {
    const held = this.original.relationships(part);
    this.#entries.delete(part);
    this.#entries.delete(relationshipsPart(part));
    this.#relationships.delete(part);
    this.#overrides.set(part, null);
    for (const { target, external } of held) {
      if (!external && this.#entries.has(target) && !this.#isHeld(target)) this.#drop(target);
    }
  }

  #isHeld(part: string): boolean {
    for (const name of ['', ...this.#entries.keys()]) {
      if (name.endsWith('.rels') || name === part) continue;
      const removed = this.#relationships.get(name)?.removed;
      if (this.original.relationships(name).some(({ id, target, external }) => !external && target === part && removed?.has(id) !== true)) return true;
    }
    return false;
  }

  #writeRelationships(): void {
    for (const [from, { document, removed, added }] of this.#relationships) {
      const part = relationshipsPart(from);
      const present = document === undefined ? [] : childrenOf(document.root, 'Relationship');
      const left = present.filter(({ attributes }) => !removed.has(attributes.get('Id') ?? ''));
      if (left.length === present.length && added.length === 0) continue;
      const own = left.map(({ start, end }) => document?.source.slice(start, end) ?? '').join('');
      // Prefixed relationships are rare enough to be written whole again, their prefix declared on the root as it was.
      const prefixed = document !== undefined && document.root.prefix !== '' ? { [`xmlns:${document.root.prefix}`]: RELATIONSHIPS_NAMESPACE } : {};
      this.put(part, XML_HEADER + element('Relationships', { xmlns: RELATIONSHIPS_NAMESPACE, ...prefixed }, own + added.map(({ xml }) => xml).join('')));
    }
  }

  #writeContentTypes(): void {
    const document = this.original.xml(CONTENT_TYPES);
    const splices: Splice[] = [];
    const overrides = new Map(childrenOf(document.root, 'Override').map((override) => [(override.attributes.get('PartName') ?? '').toLowerCase(), override]));
    const prefix = document.root.prefix === '' ? '' : `${document.root.prefix}:`;
    let added = '';
    if (!childrenOf(document.root, 'Default').some(({ attributes }) => attributes.get('Extension')?.toLowerCase() === 'rels')) {
      added += element(`${prefix}Default`, { Extension: 'rels', ContentType: RELATIONSHIPS_TYPE });
    }
    for (const [part, contentType] of this.#overrides) {
      const present = overrides.get(`/${part}`.toLowerCase());
      const xml = contentType === null ? '' : element(`${prefix}Override`, { PartName: `/${part}`, ContentType: contentType });
      if (present === undefined) added += xml;
      else splices.push({ start: present.start, end: present.end, text: xml });
    }
    if (added === '' && splices.length === 0) return;
    splices.push({ start: document.root.contentEnd, end: document.root.contentEnd, text: added });
    this.put(CONTENT_TYPES, applySplices(document.source, splices));
  }

  toBytes(): Uint8Array {
    this.#writeRelationships();
    this.#writeContentTypes();
    return writeZip(this.#entries.values());
  }
}
