/** What a chart says of a portfolio, before anybody knows where it stands: its finding, and the figures that bear it out. */
import { fit, lines } from '../textFit';
import type { ChartScale, PlanChart } from '../sheetPlan';

/** A series of a chart, value by value instead of by their cells. */
export interface FigureSeries {
  readonly name: string;
  /** One for each category; `null` where there is none. */
  readonly values: readonly (number | null)[];
  readonly color: string;
  readonly outline?: string;
  readonly pointColors?: readonly string[];
}

export interface ChartFinding extends Pick<PlanChart, 'kind' | 'name' | 'title' | 'labelFormat' | 'legend' | 'scale'> {
  /** What stands below it, for who cannot see it: the values that matter most, and what it leaves out. */
  readonly caption: string;
  /** What a category is: the header of its column. */
  readonly of: string;
  readonly categories: readonly string[];
  readonly series: readonly FigureSeries[];
  /** Of the figures behind it. */
  readonly exactFormat: string;
}

/** There is nothing to draw; why, in a sentence. */
export interface NoChart {
  readonly why: string;
}

export type ChartResult = ChartFinding | NoChart;

export const isDrawn = (result: ChartResult): result is ChartFinding => 'title' in result;

/** Average characters of a title, and of one line of it. */
const titleCharacters = 70;
const titleLineCharacters = 52;
/** Of a line of small print under a chart, and how many there are at most. */
const captionCharacters = 78;
const captionLines = 2;

/** On one line where it fits, else on two of about one length: Excel would leave a last word alone. */
export function fitTitle(text: string): string {
  const title = fit(text, titleCharacters);
  if (lines(title, titleLineCharacters).length < 2) return title;
  let broken = lines(title, titleLineCharacters);
  for (let characters = titleLineCharacters - 1; lines(title, characters).length <= broken.length && characters > titleLineCharacters / 2; characters -= 1) broken = lines(title, characters);
  return broken.join('\n');
}

/** A name within a sentence. */
export const shortName = (name: string): string => fit(name, 20);
/** A name beside a bar. */
export const barName = (name: string): string => fit(name, 26);

export function captionOf(text: string): readonly string[] {
  const all = lines(text, captionCharacters);
  return all.length <= captionLines ? all : [...all.slice(0, captionLines - 1), fit(all.slice(captionLines - 1).join(' '), captionCharacters)];
}

/** Bars begin at nothing, unless one of them goes below. */
export const fromZero = (values: readonly number[]): ChartScale => ({ minimum: values.some((value) => value < 0) ? null : 0, maximum: null, step: null });
