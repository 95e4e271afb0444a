/** Every figure of a sheet, and which of them were computed again: what is left at the end was shown without being traced. */
import type { Rational } from '../rational';
import { Paragraph, type Shown, type WrittenSheet } from './writtenSheet';

const figures = /\d+(?:[.,]\d+)*/g;

/** Texts side by side, each by itself. */
export function byColumn({ lines }: Paragraph): Paragraph[] {
  return [...new Set(lines.map(({ column }) => column))].map((column) => new Paragraph(lines.filter((line) => line.column === column)));
}

/** Every text of the sheet once, put together where it runs over several lines: names may be broken between them. */
function textsOf({ cells, band, tiles, sections }: WrittenSheet): Paragraph[] {
  const items = sections.flatMap(({ tables }) => tables.flatMap((table) => table.items));
  const ofItems = items.map(({ cells: own, below }) => new Paragraph([...Object.values(own).slice(-1), ...below.lines].filter((shown) => typeof shown?.value === 'string') as Shown[]));
  const long = [band, ...tiles.map(({ note }) => note), ...sections.flatMap(({ said }) => byColumn(said)), ...ofItems];
  const inLong = new Set(long.flatMap(({ lines }) => lines));
  return [...long, ...cells.filter((shown) => typeof shown.value === 'string' && !inLong.has(shown)).map((shown) => new Paragraph([shown]))];
}

export class Ledger {
  /** What the sheet says and the second calculation does not, or the other way round. */
  readonly problems: string[] = [];
  /** By cell: where in its text figures start that nobody computed yet; `null` for a number. */
  private readonly open = new Map<string, { shown: Shown; starts: Set<number> | null }>();

  /** `words` are those of the input that hold digits: they are no figures. */
  constructor(sheet: WrittenSheet, private readonly words: RegExp | null) {
    const byAddress = new Map(sheet.cells.map((shown) => [shown.address, shown]));
    for (const shown of sheet.cells) if (typeof shown.value === 'number') this.open.set(shown.address, { shown, starts: null });
    for (const text of textsOf(sheet)) {
      for (const { address, offset } of this.startsIn(text, this.masked(text.text), 0, text.text.length)) {
        const open = this.open.get(address);
        if (open?.starts) open.starts.add(offset);
        else this.open.set(address, { shown: byAddress.get(address) as Shown, starts: new Set([offset]) });
      }
    }
  }

  /** A cell that holds a number, or words where there is none. */
  cell(shown: Shown | undefined, expected: Rational | number | string | null, what: string): void {
    if (shown === undefined) return this.miss(`${what}: no cell, expected ${String(expected)}`);
    if (expected === null || typeof expected === 'string') return this.text(shown, expected ?? '–', what);
    const wanted = typeof expected === 'number' ? expected : expected.toNumber(12);
    if (typeof shown.value !== 'number' || Math.abs(shown.value - wanted) > 1e-9 * Math.max(1, Math.abs(wanted))) return this.miss(`${what}: ${shown.address} shows ${shown.value}, expected ${wanted}`);
    this.open.delete(shown.address);
  }

  /** A cell whose whole text is known. */
  text(shown: Shown | undefined, expected: string, what: string): void {
    if (shown?.value !== expected) return this.miss(`${what}: ${shown?.address ?? 'no cell'} shows "${shown?.value ?? ''}", expected "${expected}"`);
    this.open.delete(shown.address);
  }

  /**
   * A sentence, somewhere in the paragraph, in which every figure is a group; the groups are what is expected, in their order. Where the end
   * of a text gave way to an ellipsis it may be missing: a figure that is still shown is left over then.
   */
  says(paragraph: Paragraph, sentence: RegExp, expected: readonly string[], what: string): void {
    if (this.isSaid(paragraph, sentence, expected) || paragraph.text.endsWith('…')) return;
    this.miss(`${what}: expected ${String(sentence)} with ${expected.map((one) => `"${one}"`).join(', ')} in "${paragraph.text}"`);
  }

  /** The same in one of these. */
  saysOneOf(paragraphs: readonly Paragraph[], sentence: RegExp, expected: readonly string[], what: string): void {
    if (paragraphs.some((paragraph) => this.isSaid(paragraph, sentence, expected)) || paragraphs.some(({ text }) => text.endsWith('…'))) return;
    this.miss(`${what}: expected ${String(sentence)} with ${expected.map((one) => `"${one}"`).join(', ')} in one of ${paragraphs.map(({ text }) => `"${text}"`).join(', ')}`);
  }

  private isSaid(paragraph: Paragraph, sentence: RegExp, expected: readonly string[]): boolean {
    const text = this.masked(paragraph.text);
    for (const found of text.matchAll(new RegExp(sentence.source, `${sentence.flags.replace(/[gd]/g, '')}gd`))) {
      const places = (found.indices ?? []).slice(1).filter((place) => place !== undefined);
      if (places.some(([start, end]) => this.isTraced(paragraph, text, start, end))) continue;
      const groups = places.map(([start, end]) => text.slice(start, end));
      if (groups.join('|') !== expected.join('|')) continue;
      for (const [start, end] of places) this.trace(paragraph, start, end);
      return true;
    }
    return false;
  }

  miss(problem: string): void {
    this.problems.push(problem);
  }

  /** Figures that nobody computed. */
  untraced(): string[] {
    return [...this.open.values()].map(({ shown: { address, value } }) => `${address}: ${value}`);
  }

  private masked(text: string): string {
    return this.words === null ? text : text.replace(this.words, (word) => word.replace(/\d/g, '#'));
  }

  private startsIn(paragraph: Paragraph, text: string, start: number, end: number): { address: string; offset: number }[] {
    return [...text.slice(start, end).matchAll(figures)].map(({ index }) => paragraph.at(start + index));
  }

  /** Whether a figure within was traced before: one sentence is not said for two. */
  private isTraced(paragraph: Paragraph, text: string, start: number, end: number): boolean {
    return this.startsIn(paragraph, text, start, end).some(({ address, offset }) => this.open.get(address)?.starts?.has(offset) !== true);
  }

  private trace(paragraph: Paragraph, start: number, end: number): void {
    for (const { address, offset } of this.startsIn(paragraph, this.masked(paragraph.text), start, end)) {
      const open = this.open.get(address);
      open?.starts?.delete(offset);
      if (open?.starts?.size === 0) this.open.delete(address);
    }
  }
}
