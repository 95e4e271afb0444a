/**
 * Walks the `<sheetData>` of a worksheet row by row and cell by cell without building anything:
 * a sheet of half a million cells is read and compared in a fraction of a second.
 */
import { DETAIL, UnreadableFile } from './refusal';
import { columnIndex, MAX_COLUMNS, MAX_ROWS } from './references';
import { tagAttributes, unescapeXml } from './xml';

const SLASH = 47;
const GREATER = 62;

export type CellType = 'b' | 'd' | 'e' | 'inlineStr' | 'n' | 's' | 'str';

/** The formula element of a cell as it stands in the file. */
export interface StoredFormula {
  readonly text: string;
  readonly attributes: ReadonlyMap<string, string>;
}

export class SheetDataScanner {
  /** 0-based. */
  row = -1;
  rowStart = 0;
  /** Where the row's start tag ends; the row's end, known once its cells were walked or skipped. */
  rowContentStart = 0;
  rowEnd = 0;
  rowAttributes: ReadonlyMap<string, string> = new Map();

  column = -1;
  cellStart = 0;
  cellEnd = 0;
  style = 0;
  type: CellType = 'n';
  /** 1-based index into the cell metadata, 0 for none. */
  metadata = 0;
  #contentStart = 0;
  #contentEnd = 0;
  #formulaStart = -1;
  #formulaEnd = -1;
  #valueStart = -1;
  #valueEnd = -1;

  #at: number;
  #rowOpen = false;
  readonly #nextElements = new Map<string, number>();
  readonly #prefix: string;

  /** `start` and `end` bound the content of sheetData; `prefix` is the one its elements carry. */
  constructor(readonly source: string, start: number, readonly end: number, prefix: string, readonly part: string) {
    this.#at = start;
    this.#prefix = prefix === '' ? '' : `${prefix}:`;
  }

  #fail(): never {
    throw new UnreadableFile('damaged', DETAIL.damagedPart(this.part));
  }

  #isTag(at: number, name: string): boolean {
    if (!this.source.startsWith(this.#prefix + name, at + 1)) return false;
    const next = this.source.charCodeAt(at + 1 + this.#prefix.length + name.length);
    return next <= 32 || next === GREATER || next === SLASH;
  }

  #nextTag(): number {
    let tag = this.source.indexOf('<', this.#at);
    while (tag >= 0 && this.source.startsWith('!--', tag + 1)) tag = this.source.indexOf('<', this.#endOfComment(tag));
    return tag < 0 || tag >= this.end ? -1 : tag;
  }

  #endOfComment(tag: number): number {
    const end = this.source.indexOf('-->', tag + 4);
    return end < 0 ? this.#fail() : end + 3;
  }

  /** Past the element that starts at `tag`, whatever it holds. */
  #skipElement(tag: number): number {
    const open = this.source.indexOf('>', tag);
    if (open < 0) this.#fail();
    if (this.source.charCodeAt(open - 1) === SLASH) return open + 1;
    const name = /^<([^\s/>]+)/.exec(this.source.slice(tag, Math.min(open + 1, tag + 100)))?.[1];
    const close = name === undefined ? -1 : this.source.indexOf(`</${name}`, open);
    if (close < 0) this.#fail();
    return this.source.indexOf('>', close) + 1;
  }

  nextRow(): boolean {
    if (this.#rowOpen) this.skipRow();
    const tag = this.#nextTag();
    if (tag < 0) return false;
    if (!this.#isTag(tag, 'row')) this.#fail();
    const open = this.source.indexOf('>', tag);
    if (open < 0) this.#fail();
    this.rowStart = tag;
    this.rowAttributes = tagAttributes(this.source, tag) ?? this.#fail();
    const number = this.rowAttributes.get('r');
    const row = number === undefined ? this.row + 1 : Number(number) - 1;
    if (!(row > this.row) || row >= MAX_ROWS) this.#fail();
    this.row = row;
    this.column = -1;
    this.rowContentStart = this.#at = open + 1;
    this.#rowOpen = this.source.charCodeAt(open - 1) !== SLASH;
    if (!this.#rowOpen) this.rowEnd = this.#at;
    return true;
  }

  /** To the end of the current row. */
  skipRow(): void {
    if (!this.#rowOpen) return;
    const close = this.source.indexOf(`</${this.#prefix}row`, this.#at);
    if (close < 0) this.#fail();
    this.rowEnd = this.#at = this.source.indexOf('>', close) + 1;
    this.#rowOpen = false;
  }

  /** Whether anything but formatting stands in the sheet from here on; if so, moves to just before that row. */
  skipToContent(): boolean {
    if (this.#rowOpen) this.skipRow();
    const next = Math.min(...['v', 'f', 'is'].map((name) => this.#nextElement(name)));
    if (next === Infinity) return false;
    const row = this.source.lastIndexOf(`<${this.#prefix}row`, next);
    // Rows without numbers count on from their predecessors, which were jumped over.
    if (row < this.#at || tagAttributes(this.source, row)?.has('r') !== true) this.#fail();
    this.#at = row;
    return true;
  }

  /** Where an element of this name comes next; remembered, so that a long sheet is searched but once. */
  #nextElement(name: string): number {
    const known = this.#nextElements.get(name);
    if (known !== undefined && known >= this.#at) return known;
    const pattern = new RegExp(`<${this.#prefix}${name}[\\s>/]`, 'g');
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.source);
    const at = found === null || found.index >= this.end ? Infinity : found.index;
    this.#nextElements.set(name, at);
    return at;
  }

  nextCell(): boolean {
    if (!this.#rowOpen) return false;
    const { source } = this;
    let tag = this.#nextTag();
    while (tag >= 0 && source.charCodeAt(tag + 1) !== SLASH && !this.#isTag(tag, 'c')) {
      this.#at = this.#skipElement(tag);
      tag = this.#nextTag();
    }
    if (tag < 0) this.#fail();
    if (source.charCodeAt(tag + 1) === SLASH) {
      if (!this.#isTag(tag + 1, 'row')) this.#fail();
      this.rowEnd = this.#at = source.indexOf('>', tag) + 1;
      this.#rowOpen = false;
      return false;
    }
    this.cellStart = tag;
    this.#readCellTag(tag + 2 + this.#prefix.length);
    return true;
  }

  #readCellTag(from: number): void {
    const { source } = this;
    let at = from;
    let column = this.column + 1;
    this.style = 0;
    this.type = 'n';
    this.metadata = 0;
    this.#formulaStart = this.#valueStart = -1;
    for (;;) {
      let code = source.charCodeAt(at);
      while (code <= 32) code = source.charCodeAt(++at);
      if (code === GREATER) {
        at++;
        break;
      }
      if (code === SLASH) {
        this.#contentStart = this.#contentEnd = this.cellEnd = this.#at = at + 2;
        this.#enter(column);
        return;
      }
      const equals = source.indexOf('=', at);
      let open = equals + 1;
      while (source.charCodeAt(open) <= 32) open++;
      const close = source.indexOf(source[open] === "'" ? "'" : '"', open + 1);
      if (equals < 0 || close < 0 || Number.isNaN(code)) this.#fail();
      const single = equals === at + 1 || source.charCodeAt(at + 1) <= 32;
      if (single && code === 114) column = this.#columnOf(open + 1, close);
      else if (single && code === 115) this.style = Number(source.slice(open + 1, close));
      else if (single && code === 116) this.type = source.slice(open + 1, close) as CellType;
      else if (source.startsWith('cm', at) && equals - at <= 3) this.metadata = Number(source.slice(open + 1, close));
      at = close + 1;
    }
    this.#enter(column);
    this.#contentStart = at;
    for (;;) {
      const tag = source.indexOf('<', at);
      if (tag < 0) this.#fail();
      if (source.charCodeAt(tag + 1) === SLASH) {
        if (!this.#isTag(tag + 1, 'c')) this.#fail();
        this.#contentEnd = tag;
        this.cellEnd = this.#at = source.indexOf('>', tag) + 1;
        return;
      }
      const end = source.startsWith('<!--', tag) ? this.#endOfComment(tag) : this.#skipElement(tag);
      if (this.#isTag(tag, 'f')) [this.#formulaStart, this.#formulaEnd] = [tag, end];
      else if (this.#isTag(tag, 'v')) [this.#valueStart, this.#valueEnd] = [tag, end];
      at = end;
    }
  }

  #columnOf(start: number, end: number): number {
    let letters = start;
    while (letters < end && this.source.charCodeAt(letters) > 57) letters++;
    return columnIndex(this.source.slice(start, letters));
  }

  #enter(column: number): void {
    if (!(column > this.column) || column >= MAX_COLUMNS) this.#fail();
    this.column = column;
  }

  get hasFormula(): boolean {
    return this.#formulaStart >= 0;
  }

  /** Without value and formula: a cell that only carries a format. */
  get blank(): boolean {
    return this.#contentStart === this.#contentEnd;
  }

  /** The text of `<v>`; `null` where there is none. */
  valueText(): string | null {
    return this.#valueStart < 0 ? null : unescapeXml(this.#elementText(this.#valueStart, this.#valueEnd));
  }

  formula(): StoredFormula | null {
    if (this.#formulaStart < 0) return null;
    return {
      text: unescapeXml(this.#elementText(this.#formulaStart, this.#formulaEnd)),
      attributes: tagAttributes(this.source, this.#formulaStart) ?? this.#fail(),
    };
  }

  /** The formula element, byte for byte. */
  formulaSource(): string {
    return this.#formulaStart < 0 ? '' : this.source.slice(this.#formulaStart, this.#formulaEnd);
  }

  contentSource(): string {
    return this.source.slice(this.#contentStart, this.#contentEnd);
  }

  cellSource(): string {
    return this.source.slice(this.cellStart, this.cellEnd);
  }

  #elementText(start: number, end: number): string {
    const open = this.source.indexOf('>', start) + 1;
    return open >= end ? '' : this.source.slice(open, this.source.lastIndexOf('</', end - 1));
  }
}
