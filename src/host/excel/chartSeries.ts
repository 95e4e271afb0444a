/** Excel.ChartSeries with its points and data labels. */
import { count, flag, nullable, number, oneOf, text } from '../argument';
import { PLAIN_LABELS, PLAIN_LINE, PLAIN_MARKER } from '../chart';
import type { ChartLabels, ChartPoint, ChartSeries, MarkerSymbol } from '../chart';
import { describe, method, readOnly, settable } from '../objectModel';
import type { OfficeClass, Property } from '../objectModel';
import { found, refuse } from '../officeError';
import type { CellValue } from '../workbookPort';
import { fullAddress } from './book';
import { color } from './color';
import { changeChart, chartOf, field, lookClass, paintOf, patch, read, toBorder, toFill, toFont, toLine, within } from './chartParts';
import type { ChartRef, Part } from './chartParts';
import { range } from './rangeArgument';
import { rangeOfFormula } from './reference';

const positions = { Center: 'ctr', InsideEnd: 'inEnd', InsideBase: 'inBase', OutsideEnd: 'outEnd', Left: 'l', Right: 'r', Top: 't', Bottom: 'b' } as const;
const symbols: Readonly<Record<string, MarkerSymbol>> = {
  Automatic: 'automatic', None: 'none', Square: 'square', Diamond: 'diamond', Triangle: 'triangle', X: 'x', Star: 'star', Dot: 'dot', Dash: 'dash', Circle: 'circle', Plus: 'plus',
};

const labelFormatClass = lookClass<ChartLabels>('ChartDataLabelFormat', { font: toFont });

export const labelsClass: OfficeClass<Part<ChartLabels>> = describe('ChartDataLabels', {
  properties: {
    linkNumberFormat: settable((labels) => read(labels).numberFormat === null, flag, (labels, linked) => patch(labels, { numberFormat: linked ? null : (read(labels).numberFormat ?? 'General') })),
    numberFormat: settable((labels) => read(labels).numberFormat ?? 'General', text, (labels, numberFormat) => patch(labels, { numberFormat })),
    position: settable(
      (labels) => Object.entries(positions).find(([, own]) => own === read(labels).position)?.[0] ?? null,
      oneOf('Center', 'InsideEnd', 'InsideBase', 'OutsideEnd', 'Left', 'Right', 'Top', 'Bottom'),
      (labels, name) => patch(labels, { position: positions[name] }),
    ),
    showCategoryName: settable((labels) => read(labels).category, flag, (labels, category) => patch(labels, { category })),
    showSeriesName: settable((labels) => read(labels).series, flag, (labels, series) => patch(labels, { series })),
    showValue: settable((labels) => read(labels).value, flag, (labels, value) => patch(labels, { value })),
  },
  objects: { format: (labels) => labelFormatClass.of(labels) },
});

/** Labels that are not shown have no look; one that is given shows them. */
export const shownLabels = (labels: Part<ChartLabels | null>): Part<ChartLabels> => ({ of: labels.of, get: (chart) => labels.get(chart) ?? PLAIN_LABELS, put: labels.put });

/** The cells that a reference means, row by row; none where it means none any more. */
export function valuesOf({ book }: ChartRef, formula: string | null): CellValue[] {
  const source = formula === null ? null : rangeOfFormula(book, formula, null);
  return source === null ? [] : book.port.values(source.sheet, source.area).flat();
}

const pointFormatClass = lookClass<ChartPoint>('ChartPointFormat', { border: toBorder, fill: toFill });

const pointAt = (series: Part<ChartSeries>, index: number): Part<ChartPoint> => ({
  of: series.of,
  get: (chart) => series.get(chart).points.find((point) => point.index === index) ?? { index, fill: 'automatic', line: PLAIN_LINE },
  put: (chart, point) => {
    const now = series.get(chart);
    const points = [...now.points.filter((other) => other.index !== index), point].sort((a, b) => a.index - b.index);
    return series.put(chart, { ...now, points });
  },
});

const pointClass: OfficeClass<Part<ChartPoint>> = describe('ChartPoint', {
  objects: { format: (point) => pointFormatClass.of(point) },
});

const pointCount = (series: Part<ChartSeries>): number => valuesOf(series.of, read(series).values).length;

const pointCollection: OfficeClass<Part<ChartSeries>> = describe('ChartPointsCollection', {
  properties: { count: readOnly(pointCount) },
  items: { all: (series) => Array.from({ length: pointCount(series) }, (_, index) => pointClass.of(pointAt(series, index))) },
});

const seriesFormatClass = lookClass<ChartSeries>('ChartSeriesFormat', { fill: toFill, line: toLine });

/** What all series of such a chart share and each one answers. */
const shared = (key: 'gapWidth' | 'overlap', least: number, most: number): Property<Part<ChartSeries>> =>
  settable(
    (series) => chartOf(series.of)[key],
    number,
    (series, value) => changeChart(series.of, (chart) => ({ ...chart, [key]: value < least || value > most ? refuse('InvalidArgument', `${key} lies between ${least} and ${most}.`) : value })),
  );

const markerColor = (side: 'fill' | 'line'): Property<Part<ChartSeries>> =>
  settable((series) => paintOf(read(series).marker[side]), color, (series, paint) => patch(within(series, 'marker'), { [side]: paint }));

/** A name that is a reference is shown as what stands in the cell. */
function nameOf(series: Part<ChartSeries>): string {
  const { name } = read(series);
  const cell = name.startsWith('=') ? valuesOf(series.of, name)[0] : undefined;
  return cell === undefined || cell === null ? name : String(typeof cell === 'object' ? cell.error : cell);
}

const dimensions = { Values: 'values', YValues: 'values', Categories: 'categories', XValues: 'categories' } as const;
const dimension = oneOf('Values', 'YValues', 'Categories', 'XValues');

export const seriesClass: OfficeClass<Part<ChartSeries>> = describe('ChartSeries', {
  properties: {
    gapWidth: shared('gapWidth', 0, 500),
    hasDataLabels: settable((series) => read(series).labels !== null, flag, (series, on) => patch(series, { labels: on ? (read(series).labels ?? PLAIN_LABELS) : null })),
    markerBackgroundColor: markerColor('fill'),
    markerForegroundColor: markerColor('line'),
    markerSize: settable((series) => read(series).marker.size, number, (series, size) => patch(within(series, 'marker'), { size: size < 2 || size > 72 ? refuse('InvalidArgument', 'A marker is 2 to 72 points.') : size })),
    markerStyle: settable(
      (series) => Object.entries(symbols).find(([, own]) => own === read(series).marker.symbol)?.[0] ?? 'Automatic',
      oneOf(...Object.keys(symbols)),
      (series, name) => patch(within(series, 'marker'), { symbol: symbols[name] ?? 'automatic' }),
    ),
    name: settable(nameOf, text, (series, name) => patch(series, { name })),
    overlap: shared('overlap', -100, 100),
    smooth: field('smooth', flag),
  },
  objects: {
    dataLabels: (series) => labelsClass.of(shownLabels(within(series, 'labels'))),
    format: (series) => seriesFormatClass.of(series),
    points: (series) => pointCollection.of(series),
  },
  methods: {
    delete: method([], (series) => changeChart(series.of, (chart) => ({ ...chart, series: chart.series.filter((other) => other !== series.get(chart)) }))),
    getDimensionDataSourceString: method([dimension], (series, name) => (read(series)[dimensions[name]] ?? '').replace(/^=/, '')),
    getDimensionValues: method([dimension], (series, name) => valuesOf(series.of, read(series)[dimensions[name]]).map((value) => (typeof value === 'object' ? (value?.error ?? null) : value))),
    setValues: method([range], (series, given) => patch(series, { values: `=${fullAddress(given, true)}` })),
    setXAxisValues: method([range], (series, given) => patch(series, { categories: `=${fullAddress(given, true)}` })),
  },
});

export const seriesAt = (of: ChartRef, index: number): Part<ChartSeries> => ({
  of,
  get: (chart) => found(chart.series[index]),
  put: (chart, value) => ({ ...chart, series: chart.series.map((series, at) => (at === index ? value : series)) }),
});

export const freshSeries = (name: string, values: string, categories: string | null): ChartSeries => ({
  name, values, categories, fill: 'automatic', line: PLAIN_LINE, marker: PLAIN_MARKER, labels: null, points: [], smooth: false,
});

export const seriesCollection: OfficeClass<ChartRef> = describe('ChartSeriesCollection', {
  properties: { count: readOnly((chart) => chartOf(chart).series.length) },
  items: { all: (chart) => chartOf(chart).series.map((_, index) => seriesClass.of(seriesAt(chart, index))) },
  methods: {
    /** A series without values until it is given some. */
    add: method([nullable(text), nullable(count)], (chart, name, index) => {
      const { series } = chartOf(chart);
      const at = Math.min(index ?? series.length, series.length);
      changeChart(chart, (now) => ({ ...now, series: [...now.series.slice(0, at), freshSeries(name ?? `Series${series.length + 1}`, '', now.series[0]?.categories ?? null), ...now.series.slice(at)] }));
      return seriesClass.of(seriesAt(chart, at));
    }),
  },
});

/** The labels of all series as one. */
export const allLabels = (chart: ChartRef): Part<ChartLabels> => ({
  of: chart,
  get: (now) => now.series[0]?.labels ?? PLAIN_LABELS,
  put: (now, labels) => ({ ...now, series: now.series.map((series) => ({ ...series, labels })) }),
});

export const seriesClasses = [seriesCollection, seriesClass, seriesFormatClass, pointCollection, pointClass, pointFormatClass, labelsClass, labelFormatClass];
