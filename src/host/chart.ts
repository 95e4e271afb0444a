/** A chart as office.js sees it and a file keeps it, in the words of OOXML. Sizes are in points; references are formulas with their equals sign, so that they follow cells and sheets. */

/** "#RRGGBB", "none" where nothing is painted, or "automatic". */
export type Paint = string;

export type ChartKind = 'column' | 'bar' | 'line';
/** `standard` is a line chart's own kind of `clustered`. */
export type ChartGrouping = 'clustered' | 'stacked' | 'percentStacked' | 'standard';
export type LineDash = 'solid' | 'dash' | 'dashDot' | 'lgDashDotDot' | 'sysDot' | 'sysDash';
export type MarkerSymbol = 'automatic' | 'none' | 'square' | 'diamond' | 'triangle' | 'x' | 'star' | 'dot' | 'dash' | 'circle' | 'plus';
export type LabelPosition = 'ctr' | 'inEnd' | 'inBase' | 'outEnd' | 'l' | 'r' | 't' | 'b';
export type TickMark = 'none' | 'cross' | 'in' | 'out';

/** What is `null` comes from what the text stands in. */
export interface ChartFont {
  readonly name: string | null;
  readonly size: number | null;
  readonly color: string | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
}

export interface ChartLine {
  readonly paint: Paint;
  readonly weight: number | null;
  readonly dash: LineDash;
}

export interface ChartTitle {
  readonly visible: boolean;
  /** `null`: what Excel makes of the series. */
  readonly text: string | null;
  readonly overlay: boolean;
  readonly font: ChartFont;
}

export interface ChartLegend {
  readonly visible: boolean;
  readonly position: 't' | 'b' | 'l' | 'r' | 'tr';
  readonly overlay: boolean;
  readonly font: ChartFont;
}

export interface ChartLabels {
  readonly value: boolean;
  readonly category: boolean;
  readonly series: boolean;
  /** `null`: where this kind of chart puts them. */
  readonly position: LabelPosition | null;
  /** `null`: that of the cells. */
  readonly numberFormat: string | null;
  readonly font: ChartFont;
}

/** One value that looks other than its series. */
export interface ChartPoint {
  readonly index: number;
  readonly fill: Paint;
  readonly line: ChartLine;
}

export interface ChartMarker {
  readonly symbol: MarkerSymbol;
  readonly size: number;
  readonly fill: Paint;
  readonly line: Paint;
}

export interface ChartSeries {
  /** A text, or a formula that refers to a cell. */
  readonly name: string;
  readonly values: string;
  readonly categories: string | null;
  readonly fill: Paint;
  readonly line: ChartLine;
  readonly marker: ChartMarker;
  /** `null`: none are shown. */
  readonly labels: ChartLabels | null;
  readonly points: readonly ChartPoint[];
  readonly smooth: boolean;
}

export interface ChartAxis {
  readonly visible: boolean;
  readonly title: ChartTitle;
  /** `null`: as the values are. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly majorUnit: number | null;
  readonly majorGridlines: ChartLine | null;
  readonly minorGridlines: ChartLine | null;
  /** `null`: that of the cells. */
  readonly numberFormat: string | null;
  readonly majorTickMark: TickMark;
  readonly minorTickMark: TickMark;
  readonly tickLabels: 'nextTo' | 'low' | 'high' | 'none';
  readonly line: ChartLine;
  readonly font: ChartFont;
  readonly reversed: boolean;
}

/** A point on the sheet: a cell, and how far right and down of its corner. */
export interface AnchorPoint {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

export interface Chart {
  readonly id: string;
  readonly name: string;
  /** What a screen reader says of it. */
  readonly altText: string;
  readonly kind: ChartKind;
  readonly grouping: ChartGrouping;
  readonly title: ChartTitle;
  readonly legend: ChartLegend;
  /** Between categories, in hundredths of a bar; between the bars of one, from -100 (apart) to 100 (on each other). */
  readonly gapWidth: number;
  readonly overlap: number;
  readonly categoryAxis: ChartAxis;
  readonly valueAxis: ChartAxis;
  readonly series: readonly ChartSeries[];
  readonly fill: Paint;
  readonly line: ChartLine;
  readonly font: ChartFont;
  readonly plotFill: Paint;
  readonly blanks: 'gap' | 'zero' | 'span';
  readonly visibleOnly: boolean;
  readonly plotBy: 'rows' | 'columns';
  readonly from: AnchorPoint;
  readonly to: AnchorPoint;
}

export const PLAIN_FONT: ChartFont = { name: null, size: null, color: null, bold: null, italic: null };
export const PLAIN_LINE: ChartLine = { paint: 'automatic', weight: null, dash: 'solid' };
export const NO_LINE: ChartLine = { ...PLAIN_LINE, paint: 'none' };
export const NO_TITLE: ChartTitle = { visible: false, text: null, overlay: false, font: PLAIN_FONT };
export const PLAIN_LABELS: ChartLabels = { value: true, category: false, series: false, position: null, numberFormat: null, font: PLAIN_FONT };
export const PLAIN_MARKER: ChartMarker = { symbol: 'automatic', size: 5, fill: 'automatic', line: 'automatic' };

export const PLAIN_AXIS: ChartAxis = {
  visible: true, title: NO_TITLE, minimum: null, maximum: null, majorUnit: null, majorGridlines: null, minorGridlines: null, numberFormat: null,
  majorTickMark: 'none', minorTickMark: 'none', tickLabels: 'nextTo', line: PLAIN_LINE, font: PLAIN_FONT, reversed: false,
};

/** Shown as Excel shows a chart that was just made. */
export const PLAIN_CHART: Omit<Chart, 'id' | 'name' | 'kind' | 'grouping' | 'series' | 'plotBy' | 'from' | 'to'> = {
  altText: '', title: { ...NO_TITLE, visible: true }, legend: { visible: true, position: 'b', overlay: false, font: PLAIN_FONT }, gapWidth: 219, overlap: -27,
  categoryAxis: PLAIN_AXIS, valueAxis: { ...PLAIN_AXIS, majorGridlines: PLAIN_LINE }, fill: 'automatic', line: PLAIN_LINE, font: PLAIN_FONT, plotFill: 'none',
  blanks: 'gap', visibleOnly: true,
};
