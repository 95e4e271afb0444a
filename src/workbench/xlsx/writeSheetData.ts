/**
 * The `<sheetData>` of a sheet that changed. Rows and cells that are as they were are copied byte for byte, rich text and all;
 * the others are written anew, with the format number and formula element they had wherever those still hold.
 */
import type { Area, CellValue } from '../../host/workbookPort';
import type { CellSnapshot, CellStyle, LineSnapshot, SheetSnapshot } from '../workbookSnapshot';
import { sameSize } from './columnWidth';
import { textElement } from './escapedText';
import { callsCustomFunction, storedFormula } from './formulaText';
import { areaReference, cellReference } from './references';
import { SheetDataScanner } from './sheetData';
import { attributesText, child, element, escapeXml, type XmlDocument } from './xml';
import { styleKey, type StyleWriter } from './writeStyles';

export const MAX_TEXT = 32_767;

export interface SheetDataContext {
  readonly part: string;
  /** Of the workbook as it was read, and as it is saved. */
  readonly stylesBefore: readonly CellStyle[];
  readonly stylesAfter: readonly CellStyle[];
  readonly writer: StyleWriter;
  /** The cell metadata number of dynamic arrays; asked for only where one is written. */
  readonly dynamicMetadata: () => number;
  /** The number of a shared string that reads so, if the file has one. */
  readonly sharedString: (text: string) => number | undefined;
}

export interface WrittenSheetData {
  readonly xml: string;
  readonly used: Area | null;
  /** A formula was written that only Excel can compute; those of add-ins are not counted, since Excel alone cannot either. */
  readonly resultsMissing: boolean;
  /** A formula that only Excel can compute kept what it came to before. */
  readonly resultsKept: boolean;
  /** A cell that held a formula holds none now. */
  readonly formulasRemoved: boolean;
  readonly textsCut: boolean;
}

/** Errors a file can hold in so many words; the younger ones stand there as #VALUE! until Excel calculates. */
const STORED_ERRORS: ReadonlySet<string> = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA']);

/** Not results but the lack of one: a function that only Excel knows, or one that is still being asked. */
const UNRESOLVED: ReadonlySet<string> = new Set(['#NAME?', '#GETTING_DATA', '#BUSY!', '#CONNECT!']);
const isUnresolved = (value: CellValue): boolean => typeof value === 'object' && value !== null && UNRESOLVED.has(value.error);

/** A result that a file can hold as it is. */
const isStorable = (value: CellValue): boolean => value !== null && !isUnresolved(value) && (typeof value !== 'object' || STORED_ERRORS.has(value.error));

/** Excel computes with 15 digits; a last bit that differs between two engines is no change. */
const sameNumber = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= 1e-15 * Math.max(Math.abs(a), Math.abs(b));

function sameValue(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'object' && a !== null) return typeof b === 'object' && b !== null && a.error === b.error;
  return a === b;
}

const sameArea = (a: Area | undefined, b: Area | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns);

const sameFormula = (a: string | undefined, b: string | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && storedFormula(a) === storedFormula(b));

const sameLine = (a: LineSnapshot | undefined, b: LineSnapshot | undefined): boolean => sameSize(a?.size, b?.size) && a?.hidden === b?.hidden;

const contains = (area: Area, row: number, column: number): boolean =>
  row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;

const BLANK: CellSnapshot = { value: null };

class SheetDataWriter {
  readonly #keysBefore = new Map<number, string>();
  readonly #keysAfter = new Map<number, string>();
  readonly #formats = new Map<string, number>();
  /** Arrays whose formula only Excel can compute: what they came to stays. */
  readonly #keptArrays: readonly Area[];
  /** Shared formulas whose first cell changed: the cells that lean on it must say the formula themselves. */
  readonly #brokenShared = new Set<string>();
  resultsMissing = false;
  resultsKept = false;
  formulasRemoved = false;
  textsCut = false;

  /** What the sheet's elements carry before their names, colon included. */
  readonly #prefix: string;

  constructor(readonly document: XmlDocument, readonly before: SheetSnapshot, readonly after: SheetSnapshot, readonly context: SheetDataContext) {
    this.#prefix = document.root.prefix === '' ? '' : `${document.root.prefix}:`;
    const kept: Area[] = [];
    for (const [row, cells] of before.cells) {
      cells.forEach((cell, column) => {
        if (cell?.array === undefined) return;
        const now = after.cells.get(row)?.[column];
        if (now === undefined || !isUnresolved(now.value) || isUnresolved(cell.value) || !sameFormula(cell.formula, now.formula)) return;
        kept.push(cell.array.area);
        this.resultsKept ||= !callsCustomFunction(now.formula ?? '');
      });
    }
    this.#keptArrays = kept;
  }

  #keyBefore(style: number): string {
    return this.#key(this.#keysBefore, this.context.stylesBefore, style);
  }

  #keyAfter(style: number): string {
    return this.#key(this.#keysAfter, this.context.stylesAfter, style);
  }

  #key(keys: Map<number, string>, styles: readonly CellStyle[], style: number): string {
    let key = keys.get(style);
    if (key === undefined) {
      const look = styles[style] ?? styles[0];
      key = look === undefined ? '' : styleKey(look);
      keys.set(style, key);
    }
    return key;
  }

  #styleBefore(row: number, column: number, cell: CellSnapshot | undefined): number {
    return cell?.style ?? this.before.rows.get(row)?.style ?? this.before.columns.get(column)?.style ?? 0;
  }

  #styleAfter(row: number, column: number, cell: CellSnapshot | undefined): number {
    return cell?.style ?? this.after.rows.get(row)?.style ?? this.after.columns.get(column)?.style ?? 0;
  }

  /** The value to save: the one before (if only none) where the new one is no result, or the same to 15 digits. */
  #settled(was: CellSnapshot, now: CellSnapshot): CellValue {
    if (now.formula === undefined || !sameFormula(was.formula, now.formula)) return now.value;
    if (isUnresolved(now.value)) {
      this.resultsKept ||= !callsCustomFunction(now.formula);
      return was.value;
    }
    return typeof was.value === 'number' && typeof now.value === 'number' && sameNumber(was.value, now.value) ? was.value : now.value;
  }

  #isSame(row: number, column: number, was: CellSnapshot | undefined, now: CellSnapshot | undefined): boolean {
    if (was === undefined && now === undefined) return true;
    if (this.#keptArrays.some((area) => contains(area, row, column))) return true;
    if (was === undefined || now === undefined) {
      const only = was ?? now ?? BLANK;
      if (only.value !== null || only.formula !== undefined) return false;
    }
    const a = was ?? BLANK;
    const b = now ?? BLANK;
    return sameFormula(a.formula, b.formula) && sameValue(a.value, this.#settled(a, b)) && a.quoted === b.quoted
      && a.array?.dynamic === b.array?.dynamic && sameArea(a.array?.area, b.array?.area)
      && this.#keyBefore(this.#styleBefore(row, column, was)) === this.#keyAfter(this.#styleAfter(row, column, now));
  }

  #isSameRow(row: number): boolean {
    const lineWas = this.before.rows.get(row);
    const lineIs = this.after.rows.get(row);
    if (!sameLine(lineWas, lineIs) || this.#keyBefore(lineWas?.style ?? 0) !== this.#keyAfter(lineIs?.style ?? 0)) return false;
    const was = this.before.cells.get(row) ?? [];
    const now = this.after.cells.get(row) ?? [];
    for (let column = Math.max(was.length, now.length) - 1; column >= 0; column--) {
      if (!this.#isSame(row, column, was[column], now[column])) return false;
    }
    return true;
  }

  /** The cell's format number; `from` is the one it has in the file. */
  #format(style: number, quoted: boolean, from: number | null): number {
    const key = `${style} ${from ?? ''} ${quoted}`;
    let format = this.#formats.get(key);
    if (format === undefined) {
      const look = this.context.stylesAfter[style] ?? this.context.stylesAfter[0];
      const stays = from !== null && this.#keyBefore(from) === this.#keyAfter(style);
      // A cell that moved brings the file's own format along, with what is not modelled of it.
      const known = style < this.context.stylesBefore.length && this.#keyBefore(style) === this.#keyAfter(style);
      format = look === undefined ? 0 : this.context.writer.cellFormat(look, quoted, known && !stays ? style : from);
      this.#formats.set(key, format);
    }
    return format;
  }

  #valueXml(value: CellValue, calculated: boolean): { readonly type: string | null; readonly xml: string } {
    if (value === null) return { type: null, xml: '' };
    if (typeof value === 'number') return { type: null, xml: `<v>${Object.is(value, -0) ? 0 : value}</v>` };
    if (typeof value === 'boolean') return { type: 'b', xml: `<v>${value ? 1 : 0}</v>` };
    if (typeof value === 'object') return { type: 'e', xml: `<v>${STORED_ERRORS.has(value.error) ? escapeXml(value.error) : '#VALUE!'}</v>` };
    const text = value.slice(0, MAX_TEXT);
    this.textsCut ||= text !== value;
    if (calculated) return { type: 'str', xml: textElement(text).replace(/^<t/, '<v').replace(/t>$/, 'v>') };
    const shared = this.context.sharedString(text);
    return shared === undefined ? { type: 'inlineStr', xml: `<is>${textElement(text)}</is>` } : { type: 's', xml: `<v>${shared}</v>` };
  }

  /** A formula element and the metadata number that goes with it. */
  #formulaXml(cell: CellSnapshot): { readonly xml: string; readonly metadata: number | null } {
    if (cell.formula === undefined) return { xml: '', metadata: null };
    const { array } = cell;
    const attributes = array === undefined ? {} : { t: 'array', ref: areaReference(array.area) };
    return { xml: element('f', attributes, escapeXml(storedFormula(cell.formula))), metadata: array?.dynamic === true ? this.context.dynamicMetadata() : null };
  }

  /** A cell as it shall be; `scanner` stands on the one it had, if it had one. */
  #cellXml(row: number, column: number, was: CellSnapshot | undefined, now: CellSnapshot, scanner: SheetDataScanner | null): string {
    const style = this.#format(this.#styleAfter(row, column, now), now.quoted === true, scanner === null ? null : scanner.style);
    const keepsFormula = scanner !== null && now.formula !== undefined && was !== undefined && sameFormula(was.formula, now.formula)
      && sameArea(was.array?.area, now.array?.area) && was.array?.dynamic === now.array?.dynamic && !this.#leansOnBroken(scanner);
    const formula = keepsFormula && scanner !== null ? { xml: scanner.formulaSource(), metadata: scanner.metadata || null } : this.#formulaXml(now);
    const value = was === undefined ? now.value : this.#settled(was, now);
    if (now.formula !== undefined && !isStorable(value)) this.resultsMissing ||= !callsCustomFunction(now.formula);
    const { type, xml } = this.#valueXml(value, now.formula !== undefined);
    const content = this.#prefix === '' ? formula.xml + xml : (keepsFormula ? formula.xml : this.#prefixed(formula.xml)) + this.#prefixed(xml);
    return element(`${this.#prefix}c`, { r: cellReference(row, column), s: style || null, t: type, cm: formula.metadata }, content);
  }

  #prefixed(xml: string): string {
    return xml.replace(/<(\/?)(?=[a-z])/g, `<$1${this.#prefix}`);
  }

  #leansOnBroken(scanner: SheetDataScanner): boolean {
    const index = this.#brokenShared.size === 0 ? undefined : scanner.formula()?.attributes.get('si');
    return index !== undefined && this.#brokenShared.has(index);
  }

  /** `last` is the first column after the row's cells; `spans` is a hint that must not be wrong. */
  #rowTag(row: number, attributes: ReadonlyMap<string, string>, first: number, last: number): Map<string, string | number | boolean | null> {
    const is = this.after.rows.get(row);
    const was = this.before.rows.get(row);
    const result = new Map<string, string | number | boolean | null>([['r', row + 1], ...attributes]);
    const [from = 0, to = 0] = (attributes.get('spans') ?? '').split(':').map(Number);
    if (first + 1 < from || last > to) result.delete('spans');
    if (!sameSize(is?.size, was?.size)) {
      result.set('ht', is?.size ?? null);
      result.set('customHeight', is?.size === undefined ? null : true);
    }
    if (is?.hidden !== was?.hidden) result.set('hidden', is?.hidden ?? null);
    if (this.#keyBefore(was?.style ?? 0) !== this.#keyAfter(is?.style ?? 0)) {
      const format = is?.style === undefined ? 0 : this.#format(is.style, false, null);
      result.set('s', format || null);
      result.set('customFormat', format === 0 ? null : true);
    }
    return result;
  }

  /** A row that changed: `scanner` has just entered the one in the file, if there is one. */
  #rowXml(row: number, scanner: SheetDataScanner | null): string {
    const was = this.before.cells.get(row) ?? [];
    const now = this.after.cells.get(row) ?? [];
    const parts: string[] = [];
    let next = 0;
    let first = Infinity;
    let last = 0;
    const put = (column: number, xml: string): void => {
      parts.push(xml);
      first = Math.min(first, column);
      last = column + 1;
    };
    const putNew = (until: number): void => {
      for (; next < until; next++) {
        const cell = now[next];
        if (cell === undefined || (cell.value === null && cell.formula === undefined && cell.style === undefined)) continue;
        put(next, this.#cellXml(row, next, was[next], cell, null));
      }
    };
    while (scanner?.nextCell() === true) {
      const { column } = scanner;
      putNew(column);
      next = column + 1;
      const cell = now[column];
      const before = was[column];
      if (scanner.hasFormula && cell?.formula === undefined && !this.#keptArrays.some((area) => contains(area, row, column))) this.formulasRemoved = true;
      if (this.#isSame(row, column, before, cell) && !this.#leansOnBroken(scanner)) {
        // An empty cell that only said what its row or column says must not outlive that format.
        const stale = before === undefined && cell === undefined && scanner.blank
          && this.#keyBefore(this.#styleBefore(row, column, undefined)) !== this.#keyAfter(this.#styleAfter(row, column, undefined));
        if (!stale) put(column, this.#withReference(scanner, row, column));
      } else if (cell !== undefined) {
        put(column, this.#cellXml(row, column, before, cell, scanner));
      }
    }
    putNew(now.length);
    const attributes = this.#rowTag(row, scanner?.rowAttributes ?? new Map(), first, last);
    const meaningful = [...attributes].some(([name, value]) => name !== 'r' && name !== 'spans' && value !== null);
    if (parts.length === 0 && !meaningful) return '';
    const tag = `<${this.#prefix}row${attributesText(attributes)}`;
    return parts.length === 0 ? `${tag}/>` : `${tag}>${parts.join('')}</${this.#prefix}row>`;
  }

  /** The cell's own bytes; in a row that is put together anew each cell must say where it stands. */
  #withReference(scanner: SheetDataScanner, row: number, column: number): string {
    const source = scanner.cellSource();
    return /^<[^>]*\sr=/.test(source) ? source : source.replace(/^<[^\s/>]+/, `$& r="${cellReference(row, column)}"`);
  }

  #findBrokenShared(scanner: SheetDataScanner): void {
    while (scanner.nextRow()) {
      while (scanner.nextCell()) {
        if (!scanner.hasFormula) continue;
        const formula = scanner.formula();
        const index = formula?.attributes.get('si');
        if (index === undefined || formula?.text === '') continue;
        const was = this.before.cells.get(scanner.row)?.[scanner.column];
        const now = this.after.cells.get(scanner.row)?.[scanner.column];
        if (!sameFormula(was?.formula, now?.formula)) this.#brokenShared.add(index);
      }
    }
  }

  write(): string {
    const { root, source } = this.document;
    const data = child(root, 'sheetData');
    const scan = (): SheetDataScanner => new SheetDataScanner(source, data?.contentStart ?? 0, data?.contentEnd ?? 0, root.prefix, this.context.part);
    if (data !== undefined && source.slice(data.contentStart, data.contentEnd).includes('shared')) this.#findBrokenShared(scan());

    const wanted = [...new Set([...this.after.cells.keys(), ...this.after.rows.keys()])].sort((a, b) => a - b);
    const parts: string[] = [];
    let next = 0;
    const putNew = (until: number): void => {
      for (; next < wanted.length && (wanted[next] ?? until) < until; next++) parts.push(this.#rowXml(wanted[next] ?? 0, null));
    };
    const scanner = scan();
    while (scanner.nextRow()) {
      const { row } = scanner;
      putNew(row);
      if (wanted[next] === row) next++;
      if (this.#brokenShared.size === 0 && this.#isSameRow(row) && scanner.rowAttributes.has('r')) {
        scanner.skipRow();
        parts.push(source.slice(scanner.rowStart, scanner.rowEnd));
      } else {
        parts.push(this.#rowXml(row, scanner));
      }
    }
    putNew(Infinity);
    return element(`${this.#prefix}sheetData`, {}, parts.join(''));
  }
}

/** The area of all cells with contents or formats. */
export function usedArea(sheet: SheetSnapshot): Area | null {
  let top = Infinity;
  let bottom = -1;
  let left = Infinity;
  let right = -1;
  for (const [row, cells] of sheet.cells) {
    const first = cells.findIndex((cell) => cell !== undefined);
    if (first < 0) continue;
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    left = Math.min(left, first);
    right = Math.max(right, cells.length - 1);
  }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

export function writeSheetData(document: XmlDocument, before: SheetSnapshot, after: SheetSnapshot, context: SheetDataContext): WrittenSheetData {
  const writer = new SheetDataWriter(document, before, after, context);
  const xml = writer.write();
  const { resultsMissing, resultsKept, formulasRemoved, textsCut } = writer;
  return { xml, used: usedArea(after), resultsMissing, resultsKept, formulasRemoved, textsCut };
}
