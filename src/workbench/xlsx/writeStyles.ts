/**
 * Adds looks to styles.xml. Nothing is renumbered or rewritten: sheets that did not change go on pointing at the same numbers.
 * A new look starts from the format the cell had, so that what is not modelled (theme fonts, gradients, cell styles) is carried along.
 */
import type { Border, BorderSide, Style, StylePatch } from '../../host/workbookPort';
import type { CellStyle } from '../workbookSnapshot';
import { argb } from './colors';
import { builtInFormatId, FIRST_CUSTOM_FORMAT } from './numberFormats';
import { customFormats, DEFAULT_STYLE, type StyleSheet } from './readStyles';
import { child, childrenOf, element, numberAttribute, replaceChildren, sourceOf, withAttributes, type AttributeValues, type XmlDocument, type XmlElement } from './xml';

const ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles', 'colors', 'extLst'];

const borderKey = (borders: Style['borders']): unknown[] =>
  (Object.keys(borders) as BorderSide[]).sort().flatMap((side) => {
    const border = borders[side];
    return border === undefined || border.style === 'none' ? [] : [side, border.style, border.color];
  });
const fontKey = ({ name, size, color, bold, italic, strikethrough, underline }: Partial<Style['font']>): unknown[] =>
  [name, size, color?.toUpperCase(), bold, italic, strikethrough, underline];
const alignmentKey = (style: CellStyle): unknown[] => [style.horizontal, style.vertical, style.wrapText, style.indent, style.shrinkToFit, style.textRotation];
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Equal for looks that cannot be told apart. */
export function styleKey(style: CellStyle): string {
  const { fill, font, borders, locked, formulaHidden, numberFormat } = style;
  return JSON.stringify([fill?.toUpperCase() ?? null, fontKey(font), borderKey(borders), alignmentKey(style), locked, formulaHidden, numberFormat]);
}

const colorElement = (name: string, color: string | null): string => element(name, color === null ? { auto: true } : { rgb: argb(color) });

const FONT_ORDER = ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

const underlineElement = (underline: Style['font']['underline']): string =>
  (underline === 'none' ? '' : element('u', underline === 'single' ? {} : { val: underline }));
const onOffElement = (name: string, on: boolean): string => (on ? element(name) : '');

/** A font with each thing that differs replaced; a name that changed leaves the theme's scheme. */
function fontXml(document: XmlDocument, base: XmlElement | undefined, before: Partial<Style['font']>, after: Partial<Style['font']>): string {
  const parts = new Map(base?.children.map((part) => [part.name, sourceOf(document, part)]));
  const put = <K extends keyof Style['font']>(key: K, name: string, xml: (value: Style['font'][K]) => string): void => {
    const value = after[key];
    if (value !== undefined && (base === undefined || value !== before[key])) parts.set(name, xml(value));
  };
  put('bold', 'b', (on) => onOffElement('b', on));
  put('italic', 'i', (on) => onOffElement('i', on));
  put('strikethrough', 'strike', (on) => onOffElement('strike', on));
  put('underline', 'u', underlineElement);
  put('size', 'sz', (size) => element('sz', { val: size }));
  put('color', 'color', (color) => colorElement('color', color));
  put('name', 'name', (name) => element('name', { val: name }));
  if (after.name !== before.name) ['scheme', 'family', 'charset'].forEach((name) => parts.delete(name));
  return element('font', {}, FONT_ORDER.map((name) => parts.get(name) ?? '').join(''));
}

function bordersXml(document: XmlDocument, base: XmlElement | undefined, before: Style['borders'], after: Style['borders']): string {
  const line = (name: string, was: Border | undefined, is: Border | undefined): string => {
    const original = child(base, name);
    if (original !== undefined && same(was, is)) return sourceOf(document, original);
    return is === undefined || is.style === 'none' ? element(name) : element(name, { style: is.style }, colorElement('color', is.color));
  };
  const up = after.diagonalUp !== undefined && after.diagonalUp.style !== 'none';
  const down = after.diagonalDown !== undefined && after.diagonalDown.style !== 'none';
  const sides = (['left', 'right', 'top', 'bottom'] as const).map((side) => line(side, before[side], after[side])).join('');
  const diagonal = line('diagonal', before.diagonalUp ?? before.diagonalDown, up ? after.diagonalUp : after.diagonalDown);
  return element('border', { diagonalUp: up || null, diagonalDown: down || null }, sides + diagonal);
}

const fillXml = (fill: string): string =>
  `<fill><patternFill patternType="solid">${element('fgColor', { rgb: argb(fill) })}<bgColor indexed="64"/></patternFill></fill>`;

function differenceXml(document: XmlDocument, style: StylePatch): string {
  const font = style.font === undefined ? '' : fontXml(document, undefined, {}, style.font);
  const fill = style.fill === undefined || style.fill === null ? '' : `<fill><patternFill>${element('bgColor', { rgb: argb(style.fill) })}</patternFill></fill>`;
  const borders = style.borders === undefined ? '' : bordersXml(document, undefined, {}, style.borders).replace('<diagonal/>', '');
  return element('dxf', {}, font + fill + borders);
}

const differenceKey = (style: StylePatch): string => JSON.stringify([
  style.fill?.toUpperCase() ?? null, style.font === undefined ? null : fontKey(style.font), style.borders === undefined ? null : borderKey(style.borders),
]);

/** A list of styles.xml that only grows. */
class GrowingList {
  readonly #added: string[] = [];
  readonly #known = new Map<string, number>();
  readonly elements: readonly XmlElement[];

  constructor(readonly document: XmlDocument, readonly name: string, itemName: string) {
    this.elements = childrenOf(child(document.root, name), itemName);
    this.elements.forEach((item, index) => {
      const source = sourceOf(document, item);
      if (!this.#known.has(source)) this.#known.set(source, index);
    });
  }

  get empty(): boolean {
    return this.elements.length + this.#added.length === 0;
  }

  add(xml: string): number {
    const known = this.#known.get(xml);
    if (known !== undefined) return known;
    const index = this.elements.length + this.#added.length;
    this.#added.push(xml);
    this.#known.set(xml, index);
    return index;
  }

  /** The whole list again, or nothing where nothing was added. */
  replacement(): readonly [string, readonly string[]][] {
    if (this.#added.length === 0) return [];
    const { document, name } = this;
    const list = child(document.root, name);
    const count = this.elements.length + this.#added.length;
    const own = list === undefined ? '' : document.source.slice(list.contentStart, list.contentEnd);
    // Unprefixed items inside a prefixed list need the namespace said again.
    const namespace = document.root.prefix === '' ? undefined : document.root.attributes.get(`xmlns:${document.root.prefix}`);
    const content = own + this.#added.map((item) => (namespace === undefined ? item : item.replace(/^<\w+/, `$& xmlns="${namespace}"`))).join('');
    return [[name, [list === undefined ? element(name, { count }, content) : withAttributes(document, list, { count }, content)]]];
  }
}

export class StyleWriter {
  readonly #lists: Readonly<Record<'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs', GrowingList>>;
  readonly #formats: Map<string, number>;
  readonly #byKey = new Map<string, number>();
  readonly #derived = new Map<string, number>();
  readonly #differences = new Map<string, number>();

  constructor(readonly document: XmlDocument, readonly original: StyleSheet) {
    const list = (name: string, item: string): GrowingList => new GrowingList(document, name, item);
    this.#lists = {
      numFmts: list('numFmts', 'numFmt'), fonts: list('fonts', 'font'), fills: list('fills', 'fill'),
      borders: list('borders', 'border'), cellXfs: list('cellXfs', 'xf'), dxfs: list('dxfs', 'dxf'),
    };
    this.#formats = new Map([...customFormats(document.root)].map(([id, code]) => [code, id]));
    original.styles.forEach((style, index) => {
      const key = this.#keyOf(style, original.quoted.has(index));
      if (!this.#byKey.has(key)) this.#byKey.set(key, index);
    });
    original.differences.forEach((difference, index) => this.#differences.set(differenceKey(difference), index));
  }

  #keyOf(style: CellStyle, quoted: boolean): string {
    return (quoted ? 'q' : '') + styleKey(style);
  }

  /** The cell format for a look; `from` is the one the cell has in the file, kept where it already looks so. */
  cellFormat(style: CellStyle, quoted: boolean, from: number | null): number {
    const key = this.#keyOf(style, quoted);
    const before = from === null ? undefined : this.original.styles[from];
    if (from !== null && before !== undefined && this.#keyOf(before, this.original.quoted.has(from)) === key) return from;
    const known = from === null ? this.#byKey.get(key) : this.#derived.get(`${from} ${key}`);
    if (known !== undefined) return known;
    const index = this.#addFormat(style, quoted, from ?? 0);
    if (from === null) this.#byKey.set(key, index);
    else this.#derived.set(`${from} ${key}`, index);
    return index;
  }

  #formatId(code: string): number {
    const known = builtInFormatId(code) ?? this.#formats.get(code);
    if (known !== undefined) return known;
    const id = Math.max(FIRST_CUSTOM_FORMAT - 1, ...this.#formats.values()) + 1;
    this.#formats.set(code, id);
    this.#lists.numFmts.add(element('numFmt', { numFmtId: id, formatCode: code }));
    return id;
  }

  /** A file may do without styles; the first format that is added must not become the one of every plain cell. */
  #ensureNormal(): void {
    const { fonts, fills, borders, cellXfs } = this.#lists;
    if (fonts.empty) fonts.add(fontXml(this.document, undefined, {}, DEFAULT_STYLE.font));
    if (fills.empty) ['none', 'gray125'].forEach((patternType) => fills.add(element('fill', {}, element('patternFill', { patternType }))));
    if (borders.empty) borders.add(bordersXml(this.document, undefined, {}, {}));
    if (cellXfs.empty) cellXfs.add(element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 }));
  }

  #addFormat(style: CellStyle, quoted: boolean, from: number): number {
    this.#ensureNormal();
    const { document } = this;
    const { fonts, fills, borders, cellXfs } = this.#lists;
    const base = cellXfs.elements[from];
    const before = this.original.styles[from];
    const attributes: Record<string, string | number | boolean | null> = Object.fromEntries(base?.attributes ?? [['xfId', '0']]);
    const set = (id: string, value: number, apply: string): void => {
      attributes[id] = value;
      attributes[apply] = true;
    };
    const lineOf = (list: GrowingList, id: string): XmlElement | undefined => list.elements[numberAttribute(base, id) ?? -1];
    if (before?.numberFormat !== style.numberFormat || attributes['numFmtId'] === undefined) {
      set('numFmtId', this.#formatId(style.numberFormat), 'applyNumberFormat');
    }
    if (before === undefined || !same(fontKey(before.font), fontKey(style.font)) || attributes['fontId'] === undefined) {
      set('fontId', fonts.add(fontXml(document, lineOf(fonts, 'fontId'), before?.font ?? {}, style.font)), 'applyFont');
    }
    if (before === undefined || before.fill?.toUpperCase() !== style.fill?.toUpperCase() || attributes['fillId'] === undefined) {
      set('fillId', style.fill === null ? 0 : fills.add(fillXml(style.fill)), 'applyFill');
    }
    if (before === undefined || !same(borderKey(before.borders), borderKey(style.borders)) || attributes['borderId'] === undefined) {
      set('borderId', borders.add(bordersXml(document, lineOf(borders, 'borderId'), before?.borders ?? {}, style.borders)), 'applyBorder');
    }
    attributes['quotePrefix'] = quoted || null;

    let content = '';
    const alignment = child(base, 'alignment');
    if (before !== undefined && same(alignmentKey(before), alignmentKey(style))) {
      content += alignment === undefined ? '' : sourceOf(document, alignment);
    } else {
      const values: AttributeValues = {
        horizontal: style.horizontal === 'general' ? null : style.horizontal, vertical: style.vertical === 'bottom' ? null : style.vertical,
        textRotation: style.textRotation || null, wrapText: style.wrapText || null, indent: style.indent || null, shrinkToFit: style.shrinkToFit || null,
      };
      content += alignment === undefined ? element('alignment', values) : withAttributes(document, alignment, values);
      attributes['applyAlignment'] = true;
    }
    const protection = child(base, 'protection');
    if (before !== undefined && before.locked === style.locked && before.formulaHidden === style.formulaHidden) {
      content += protection === undefined ? '' : sourceOf(document, protection);
    } else {
      content += element('protection', { locked: style.locked ? null : false, hidden: style.formulaHidden || null });
      attributes['applyProtection'] = true;
    }
    return cellXfs.add(element('xf', attributes, content));
  }

  /** The number of a differential format. */
  difference(style: StylePatch): number {
    const key = differenceKey(style);
    const known = this.#differences.get(key);
    if (known !== undefined) return known;
    const index = this.#lists.dxfs.add(differenceXml(this.document, style));
    this.#differences.set(key, index);
    return index;
  }

  /** styles.xml with what was added; the very same text where nothing was. */
  toXml(): string {
    return replaceChildren(this.document, ORDER, new Map(Object.values(this.#lists).flatMap((list) => list.replacement())));
  }
}
