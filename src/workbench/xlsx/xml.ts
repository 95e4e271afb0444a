/**
 * The XML of package parts as a tree that knows where each element stands in its text, so that a change is a splice
 * and every byte around it stays. Names are local: the prefix a writer chose says nothing.
 */
import { DETAIL, UnreadableFile } from './refusal';

export interface XmlElement {
  readonly name: string;
  readonly prefix: string;
  /** By name as written, prefix included. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Of this element alone, not of its children. */
  readonly text: string;
  /** Where the element, its content, and its end tag begin, and where the element ends; content is empty when self-closed. */
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly end: number;
}

export interface XmlDocument {
  readonly source: string;
  readonly root: XmlElement;
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const MAX_DEPTH = 256;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

class MalformedXml extends Error {}

/** Text with its five named entities and character references resolved. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };

export const escapeXml = (text: string): string => text.replace(/[&<>]/g, (character) => ESCAPED[character] ?? character);
export const escapeAttribute = (text: string): string => text.replace(/[&<>"\n\r\t]/g, (character) => ESCAPED[character] ?? character);

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** The attributes between `from` and the `>` that ends the tag. */
function parseTag(source: string, from: number): { attributes: ReadonlyMap<string, string>; selfClosed: boolean; end: number } {
  let attributes: Map<string, string> | undefined;
  let at = from;
  for (;;) {
    while (isBlank(source.charCodeAt(at))) at++;
    const code = source.charCodeAt(at);
    if (code === 62) return { attributes: attributes ?? NO_ATTRIBUTES, selfClosed: false, end: at + 1 };
    if (code === 47 && source.charCodeAt(at + 1) === 62) return { attributes: attributes ?? NO_ATTRIBUTES, selfClosed: true, end: at + 2 };
    const equals = source.indexOf('=', at);
    if (equals < 0) throw new MalformedXml();
    let quote = equals + 1;
    while (isBlank(source.charCodeAt(quote))) quote++;
    const mark = source[quote];
    if (mark !== '"' && mark !== "'") throw new MalformedXml();
    const close = source.indexOf(mark, quote + 1);
    if (close < 0) throw new MalformedXml();
    const name = source.slice(at, equals).trimEnd();
    if (name === '' || /[\s<>"'/]/.test(name)) throw new MalformedXml();
    (attributes ??= new Map()).set(name, unescapeXml(source.slice(quote + 1, close)));
    at = close + 1;
  }
}

/** The attributes of a start tag that begins at `start` with `<`; `null` where it is not well formed. */
export function tagAttributes(source: string, start: number): ReadonlyMap<string, string> | null {
  let at = start + 1;
  while (at < source.length && !isBlank(source.charCodeAt(at)) && source[at] !== '>' && source[at] !== '/') at++;
  try {
    return parseTag(source, at).attributes;
  } catch (fault) {
    if (fault instanceof MalformedXml) return null;
    throw fault;
  }
}

interface OpenElement {
  qualified: string;
  name: string;
  prefix: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  text: string;
  start: number;
  contentStart: number;
}

function parse(source: string, opaque: string | undefined): XmlElement {
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let at = 0;

  const close = (element: OpenElement, contentEnd: number, end: number): void => {
    const { name, prefix, attributes, children, text, start, contentStart } = element;
    const done: XmlElement = { name, prefix, attributes, children, text, start, contentStart, contentEnd, end };
    const parent = open[open.length - 1];
    if (parent !== undefined) parent.children.push(done);
    else if (root === undefined) root = done;
    else throw new MalformedXml();
  };

  for (;;) {
    const tag = source.indexOf('<', at);
    const parent = open[open.length - 1];
    if (parent !== undefined && tag > at) parent.text += unescapeXml(source.slice(at, tag));
    if (tag < 0) break;
    const next = source.charCodeAt(tag + 1);
    if (next === 63) {
      at = source.indexOf('?>', tag) + 2;
      if (at < 2) throw new MalformedXml();
    } else if (next === 33) {
      if (source.startsWith('<!--', tag)) {
        at = source.indexOf('-->', tag + 4) + 3;
      } else if (source.startsWith('<![CDATA[', tag) && parent !== undefined) {
        at = source.indexOf(']]>', tag) + 3;
        parent.text += source.slice(tag + 9, at - 3);
      } else {
        throw source.startsWith('<!DOCTYPE', tag) ? new UnreadableFile('unsafe', DETAIL.doctype) : new MalformedXml();
      }
      if (at < 3) throw new MalformedXml();
    } else if (next === 47) {
      const end = source.indexOf('>', tag);
      const element = open.pop();
      if (element === undefined || end < 0 || source.slice(tag + 2, end).trimEnd() !== element.qualified) throw new MalformedXml();
      close(element, tag, end + 1);
      at = end + 1;
    } else {
      let nameEnd = tag + 1;
      for (let code = source.charCodeAt(nameEnd); code !== 62 && code !== 47 && !isBlank(code); code = source.charCodeAt(++nameEnd)) {
        if (Number.isNaN(code)) throw new MalformedXml();
      }
      const qualified = source.slice(tag + 1, nameEnd);
      const colon = qualified.indexOf(':');
      const { attributes, selfClosed, end } = parseTag(source, nameEnd);
      const prefix = colon < 0 ? '' : qualified.slice(0, colon);
      const element: OpenElement = { qualified, attributes, name: qualified.slice(colon + 1), prefix, children: [], text: '', start: tag, contentStart: end };
      at = end;
      if (selfClosed) {
        close(element, end, end);
      } else if (element.name === opaque) {
        const contentEnd = source.indexOf(`</${qualified}`, end);
        at = source.indexOf('>', contentEnd) + 1;
        if (contentEnd < 0 || at < 1) throw new MalformedXml();
        close(element, contentEnd, at);
      } else {
        if (open.length >= MAX_DEPTH) throw new MalformedXml();
        open.push(element);
      }
    }
  }
  if (root === undefined || open.length > 0) throw new MalformedXml();
  return root;
}

/**
 * The tree of a part. The content of an element named `opaque` is left unread (the cells of a sheet have a scanner of their own).
 * Refused: anything not well formed, and document types (with them go entity bombs and outside entities).
 */
export function parseXml(source: string, part: string, opaque?: string): XmlDocument {
  try {
    return { source, root: parse(source, opaque) };
  } catch (fault) {
    throw fault instanceof MalformedXml ? new UnreadableFile('damaged', DETAIL.damagedPart(part)) : fault;
  }
}

/** UTF-8, or UTF-16 with its mark, as XML may be. */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Parts are written in UTF-8, whatever they were read in. */
export const encodeXml = (source: string): Uint8Array => new TextEncoder().encode(source.replace(/^(<\?xml[^>]*encoding=["'])utf-16[^"']*/i, '$1UTF-8'));

export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined => element?.children.find((candidate) => candidate.name === name);
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((candidate) => candidate.name === name) ?? [];

/** All elements of a name, however deep, in document order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((candidate) => [...(candidate.name === name ? [candidate] : []), ...descendants(candidate, name)]);
}

/** An attribute in a namespace of its own, as `r:id`, under whatever prefix. */
export function prefixedAttribute(element: XmlElement, name: string): string | undefined {
  for (const [qualified, value] of element.attributes) if (qualified.endsWith(`:${name}`)) return value;
  return undefined;
}

export const flag = (element: XmlElement | undefined, name: string, fallback: boolean): boolean => readFlag(element?.attributes.get(name), fallback);
export const readFlag = (value: string | undefined, fallback: boolean): boolean => (value === undefined ? fallback : value === '1' || value === 'true' || value === 'on');

export function numberAttribute(element: XmlElement | undefined, name: string): number | undefined {
  const value = element?.attributes.get(name);
  const number = value === undefined || value === '' ? NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

export const sourceOf = (document: XmlDocument, element: XmlElement): string => document.source.slice(element.start, element.end);

/** Attributes as text with a leading blank each; `undefined` and `null` leave one out, `true` is "1". */
export function attributesText(attributes: Iterable<readonly [string, string | number | boolean | null | undefined]>): string {
  let text = '';
  for (const [name, value] of attributes) {
    if (value === null || value === undefined) continue;
    text += ` ${name}="${typeof value === 'string' ? escapeAttribute(value) : typeof value === 'number' ? String(value) : value ? '1' : '0'}"`;
  }
  return text;
}

export type AttributeValues = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An element from its name, attributes and content (already XML). */
export function element(name: string, attributes: AttributeValues = {}, content = ''): string {
  const tag = `<${name}${attributesText(Object.entries(attributes))}`;
  return content === '' ? `${tag}/>` : `${tag}>${content}</${name}>`;
}

/** The element again with some attributes changed, added or (by `null`) removed; the content as given, else as it was. */
export function withAttributes(document: XmlDocument, original: XmlElement, changes: AttributeValues, content?: string): string {
  const attributes = new Map<string, string | number | boolean | null | undefined>(original.attributes);
  for (const [name, value] of Object.entries(changes)) if (value !== undefined) attributes.set(name, value);
  const name = original.prefix === '' ? original.name : `${original.prefix}:${original.name}`;
  const inner = content ?? document.source.slice(original.contentStart, original.contentEnd);
  const tag = `<${name}${attributesText(attributes)}`;
  return inner === '' ? `${tag}/>` : `${tag}>${inner}</${name}>`;
}

export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with each stretch replaced; stretches must not overlap, and those at one place keep their order. */
export function applySplices(source: string, splices: readonly Splice[]): string {
  const sorted = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const { start, end, text } of sorted) {
    result += source.slice(at, start) + text;
    at = end;
  }
  return result + source.slice(at);
}

/**
 * The document with some children of its root replaced: each name to the elements that shall stand there (none: removed).
 * New ones go where the schema's order wants them; every other byte stays. Elements may come without the prefix of the root.
 */
export function replaceChildren(document: XmlDocument, order: readonly string[], replacements: ReadonlyMap<string, readonly string[]>): string {
  const { root, source } = document;
  if (replacements.size === 0) return source;
  const namespace = root.prefix === '' ? undefined : root.attributes.get(`xmlns:${root.prefix}`);
  // Whatever in it has no prefix must find the namespace on the way up.
  const own = (xml: string): string =>
    (namespace === undefined || !/<\w+[\s/>]/.test(xml) ? xml : xml.replace(/^<[\w:]+(?=[\s/>])/, `$& xmlns="${namespace}"`));
  const splices: Splice[] = [];
  const inserted: { rank: number; text: string; after: XmlElement | undefined }[] = [];

  for (const [name, elements] of replacements) {
    const text = elements.map(own).join('');
    const present = childrenOf(root, name);
    const [first] = present;
    if (first !== undefined) {
      present.forEach((old) => splices.push({ start: old.start, end: old.end, text: old === first ? text : '' }));
    } else if (text !== '') {
      const rank = order.indexOf(name);
      let after: XmlElement | undefined;
      for (const candidate of root.children) {
        const place = order.indexOf(candidate.name);
        if (place >= 0 && place < rank) after = candidate;
      }
      inserted.push({ rank, text, after });
    }
  }
  inserted.sort((a, b) => a.rank - b.rank);
  if (root.contentStart === root.end) {
    const name = root.prefix === '' ? root.name : `${root.prefix}:${root.name}`;
    const content = inserted.map(({ text }) => text).join('');
    return source.slice(0, root.start) + source.slice(root.start, root.end).replace(/\s*\/>$/, `>${content}</${name}>`) + source.slice(root.end);
  }
  for (const { text, after } of inserted) {
    const at = after?.end ?? root.contentStart;
    splices.push({ start: at, end: at, text });
  }
  return applySplices(source, splices);
}
