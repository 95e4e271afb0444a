/** Excel.Chart from the inside: what a part of a chart is, and the looks that many parts share. */
import { flag, nullable, number, oneOf, text } from '../argument';
import type { Argument } from '../argument';
import { PLAIN_LINE } from '../chart';
import type { Chart, ChartFont, ChartLine, Paint } from '../chart';
import type { Json } from '../json';
import { describe, method, settable } from '../objectModel';
import type { OfficeClass, OfficeObject, Property } from '../objectModel';
import { found, refuse } from '../officeError';
import type { SheetId } from '../workbookPort';
import { requireUnprotected } from './book';
import type { Book } from './book';
import { color } from './color';

export interface ChartRef {
  readonly book: Book;
  readonly sheet: SheetId;
  readonly id: string;
}

/** Something within a chart: how it is found there, and the chart with another in its place. */
export interface Part<T> {
  readonly of: ChartRef;
  readonly get: (chart: Chart) => T;
  readonly put: (chart: Chart, value: T) => Chart;
}

export const chartOf = ({ book, sheet, id }: ChartRef): Chart => found(book.port.charts(sheet).find((chart) => chart.id === id));

export function changeChart(ref: ChartRef, change: (chart: Chart) => Chart): void {
  requireUnprotected(ref.book, ref.sheet);
  const now = change(chartOf(ref));
  ref.book.port.setCharts(
    ref.sheet,
    ref.book.port.charts(ref.sheet).map((chart) => (chart.id === ref.id ? now : chart)),
  );
}

export const whole = (of: ChartRef): Part<Chart> => ({ of, get: (chart) => chart, put: (_, chart) => chart });

export const within = <T, K extends keyof T>(part: Part<T>, key: K): Part<T[K]> => ({
  of: part.of,
  get: (chart) => part.get(chart)[key],
  put: (chart, value) => part.put(chart, { ...part.get(chart), [key]: value }),
});

export const read = <T>(part: Part<T>): T => part.get(chartOf(part.of));
export const write = <T>(part: Part<T>, change: (now: T) => T): void => changeChart(part.of, (chart) => part.put(chart, change(part.get(chart))));
export const patch = <T>(part: Part<T>, fields: Partial<T>): void => write(part, (now) => ({ ...now, ...fields }));

/** A property of the part, under its own name. */
export function field<T, K extends keyof T>(key: K, argument: Argument<T[K]>): Property<Part<T>> {
  return settable((part) => read(part)[key] as Json, argument, (part, value) => patch(part, { [key]: value } as Partial<Record<K, T[K]>> as Partial<T>));
}

/** One of Office's words for each of ours. */
export function wordField<T, K extends keyof T, W extends T[K] & string>(key: K, words: Readonly<Record<string, W>>): Property<Part<T>> {
  return settable(
    (part) => wordFor(words, read(part)[key] as W),
    oneOf(...Object.keys(words)),
    (part, name) => patch(part, { [key]: words[name] } as Partial<Record<K, W>> as Partial<T>),
  );
}

/** What is left to Excel reads as empty text and is given back to it so. */
export const orAutomatic: Argument<number | null> = {
  expects: 'a number, or empty text for what Excel would choose',
  read: (raw) => (raw === '' ? null : nullable(number).read(raw)),
};

export const wordFor = <W extends string>(words: Readonly<Record<string, W>>, word: W): string | null =>
  Object.entries(words).find(([, own]) => own === word)?.[0] ?? null;

export const paintOf = (paint: Paint): string => (paint.startsWith('#') ? paint : '');

export const fontClass: OfficeClass<Part<ChartFont>> = describe('ChartFont', {
  properties: {
    bold: field('bold', flag),
    color: settable((font) => read(font).color ?? '#000000', color, (font, value) => patch(font, { color: value })),
    italic: field('italic', flag),
    name: field('name', text),
    size: field('size', number),
  },
});

export const fillClass: OfficeClass<Part<Paint>> = describe('ChartFill', {
  methods: {
    clear: method([], (fill) => write(fill, () => 'none')),
    setSolidColor: method([color], (fill, value) => write(fill, () => value)),
  },
});

const dashes = { Continuous: 'solid', Dash: 'dash', DashDot: 'dashDot', DashDotDot: 'lgDashDotDot', Dot: 'sysDot', RoundDot: 'sysDash' } as const;

/** Giving it a look shows a line that was hidden, as in Excel. */
const lineMembers = {
  properties: {
    color: settable<Part<ChartLine>, string>((line) => paintOf(read(line).paint), color, (line, paint) => patch(line, { paint })),
    lineStyle: settable<Part<ChartLine>, string>(
      (line) => (read(line).paint === 'none' ? 'None' : wordFor(dashes, read(line).dash)),
      oneOf('None', 'Automatic', ...Object.keys(dashes)),
      (line, name) => write(line, (now) => dashed(now, name)),
    ),
    weight: settable<Part<ChartLine>, number>((line) => read(line).weight, number, (line, weight) => patch(line, { weight: weight < 0 ? refuse('InvalidArgument', 'A line is 0 points or wider.') : weight })),
  },
  methods: { clear: method([], (line: Part<ChartLine>) => patch(line, { paint: 'none' })) },
};

function dashed(line: ChartLine, name: string): ChartLine {
  if (name === 'None') return { ...line, paint: 'none' };
  const dash = Object.entries(dashes).find(([word]) => word === name)?.[1];
  return dash === undefined ? PLAIN_LINE : { ...line, dash, paint: line.paint === 'none' ? 'automatic' : line.paint };
}

export const lineClass: OfficeClass<Part<ChartLine>> = describe('ChartLineFormat', lineMembers);
export const borderClass: OfficeClass<Part<ChartLine>> = describe('ChartBorder', lineMembers);

/** The many classes that only lead to a font, a fill, a line: `lookClass<ChartAxis>('ChartAxisFormat', { font: ... })`. */
export function lookClass<T>(className: string, objects: Readonly<Record<string, (part: Part<T>) => OfficeObject>>): OfficeClass<Part<T>> {
  return describe(className, { objects });
}

export const toFont = <T extends { readonly font: ChartFont }>(part: Part<T>): OfficeObject => fontClass.of(within(part, 'font'));
export const toFill = <T extends { readonly fill: Paint }>(part: Part<T>): OfficeObject => fillClass.of(within(part, 'fill'));
export const toLine = <T extends { readonly line: ChartLine }>(part: Part<T>): OfficeObject => lineClass.of(within(part, 'line'));
export const toBorder = <T extends { readonly line: ChartLine }>(part: Part<T>): OfficeObject => borderClass.of(within(part, 'line'));
