/** Excel.Chart, and the charts of a sheet. */
import { flag, nullable, number, oneOf, optional, text } from '../argument';
import { PLAIN_CHART, PLAIN_LINE } from '../chart';
import type { AnchorPoint, Chart, ChartGrouping, ChartKind, ChartLegend, ChartTitle } from '../chart';
import { describe, method, readOnly, settable } from '../objectModel';
import type { OfficeClass, Property } from '../objectModel';
import { found, refuse } from '../officeError';
import { lastColumn, lastRow } from './area';
import { requireUnprotected } from './book';
import type { RangeRef, SheetRef } from './book';
import { axesClass, axisClasses } from './chartAxis';
import { borderClass, changeChart, chartOf, field, fillClass, fontClass, lineClass, lookClass, patch, read, toBorder, toFill, toFont, whole, within, wordField } from './chartParts';
import type { ChartRef, Part } from './chartParts';
import { allLabels, labelsClass, seriesClasses, seriesCollection } from './chartSeries';
import { chartSource } from './chartSource';
import { range, rangeFrom, rangeOrAddress } from './rangeArgument';
import { sheetClass } from './classes';

interface Type {
  readonly kind: ChartKind;
  readonly grouping: ChartGrouping;
  readonly markers?: boolean;
}

/** Of the many kinds that Excel knows, those that this host draws and keeps. */
const types: Readonly<Record<string, Type>> = {
  ColumnClustered: { kind: 'column', grouping: 'clustered' },
  ColumnStacked: { kind: 'column', grouping: 'stacked' },
  ColumnStacked100: { kind: 'column', grouping: 'percentStacked' },
  BarClustered: { kind: 'bar', grouping: 'clustered' },
  BarStacked: { kind: 'bar', grouping: 'stacked' },
  BarStacked100: { kind: 'bar', grouping: 'percentStacked' },
  Line: { kind: 'line', grouping: 'standard', markers: false },
  LineMarkers: { kind: 'line', grouping: 'standard', markers: true },
  LineStacked: { kind: 'line', grouping: 'stacked', markers: false },
  LineMarkersStacked: { kind: 'line', grouping: 'stacked', markers: true },
};

/** Excel knows the word and this host not the chart. */
const chartType = {
  expects: `one of ${Object.keys(types).join(', ')}`,
  read: (raw: unknown): Type | undefined => {
    if (typeof raw !== 'string') return undefined;
    const name = Object.keys(types).find((known) => known.toLowerCase() === raw.toLowerCase());
    return name === undefined ? refuse('UnsupportedOperation', `This host draws no ${raw} charts.`) : types[name];
  },
};

const hasMarkers = (chart: Chart): boolean => chart.series.some(({ marker }) => marker.symbol !== 'none');
const typeName = (chart: Chart): string | null =>
  Object.entries(types).find(([, type]) => type.kind === chart.kind && type.grouping === chart.grouping && (type.markers === undefined || type.markers === hasMarkers(chart)))?.[0] ?? null;

function typed(chart: Chart, { kind, grouping, markers }: Type): Chart {
  const stacked = grouping === 'stacked' || grouping === 'percentStacked';
  const series = chart.series.map((one) => (markers === undefined ? one : { ...one, marker: { ...one.marker, symbol: markers ? ('automatic' as const) : ('none' as const) } }));
  return { ...chart, kind, grouping, series, ...(kind === 'line' ? {} : { overlap: stacked ? 100 : PLAIN_CHART.overlap, gapWidth: kind === 'bar' ? 182 : PLAIN_CHART.gapWidth }) };
}

// Where it stands. A sheet is measured from its corner; hidden rows and columns are 0 wide.

type Axis = 'row' | 'column';
const sizeOf = (chart: ChartRef, axis: Axis, index: number): number => (axis === 'row' ? chart.book.port.rowHeight(chart.sheet, index) : chart.book.port.columnWidth(chart.sheet, index));

function offset(chart: ChartRef, axis: Axis, point: AnchorPoint): number {
  let sum = axis === 'row' ? point.y : point.x;
  for (let index = 0; index < point[axis]; index += 1) sum += sizeOf(chart, axis, index);
  return sum;
}

/** The line on which a distance from the corner ends, and what is left of it there. */
function lineAt(chart: ChartRef, axis: Axis, distance: number): { readonly line: number; readonly rest: number } {
  const last = axis === 'row' ? 1_048_575 : 16_383;
  let rest = distance;
  let line = 0;
  while (line < last && rest >= sizeOf(chart, axis, line)) {
    rest -= sizeOf(chart, axis, line);
    line += 1;
  }
  return { line, rest: Math.round(rest * 100) / 100 };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function boxOf(chart: ChartRef): Box {
  const { from, to } = chartOf(chart);
  const left = offset(chart, 'column', from);
  const top = offset(chart, 'row', from);
  const round = (points: number): number => Math.round(points * 100) / 100;
  return { left: round(left), top: round(top), width: round(offset(chart, 'column', to) - left), height: round(offset(chart, 'row', to) - top) };
}

function pointAt(chart: ChartRef, x: number, y: number): AnchorPoint {
  const column = lineAt(chart, 'column', x);
  const row = lineAt(chart, 'row', y);
  return { row: row.line, column: column.line, x: column.rest, y: row.rest };
}

const placed = (chart: ChartRef, { left, top, width, height }: Box): Pick<Chart, 'from' | 'to'> => ({ from: pointAt(chart, left, top), to: pointAt(chart, left + width, top + height) });

const edge = (side: keyof Box, least: number): Property<ChartRef> =>
  settable(
    (chart) => boxOf(chart)[side],
    number,
    (chart, points) => {
      if (points < least) refuse('InvalidArgument', `${side} must be ${least} points or more.`);
      const box = { ...boxOf(chart), [side]: points };
      changeChart(chart, (now) => ({ ...now, ...placed(chart, box) }));
    },
  );

const near = ({ book, sheet }: ChartRef): RangeRef => ({ book, sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } });

/** From the first cell's corner to the last one's; with one cell alone the size stays. */
function setPosition(chart: ChartRef, start: RangeRef | string, end: RangeRef | string | null): void {
  const first = rangeFrom(start, near(chart)).area;
  const from = { row: first.row, column: first.column, x: 0, y: 0 };
  if (end === null) {
    const { width, height } = boxOf(chart);
    const left = offset(chart, 'column', from);
    const top = offset(chart, 'row', from);
    return changeChart(chart, (now) => ({ ...now, ...placed(chart, { left, top, width, height }) }));
  }
  const { area } = rangeFrom(end, near(chart));
  changeChart(chart, (now) => ({ ...now, from, to: { row: lastRow(area) + 1, column: lastColumn(area) + 1, x: 0, y: 0 } }));
}

const legendPositions = { Top: 't', Bottom: 'b', Left: 'l', Right: 'r', Corner: 'tr' } as const;
const blanks = { NotPlotted: 'gap', Zero: 'zero', Interplotted: 'span' } as const;

const titleFormatClass = lookClass<ChartTitle>('ChartTitleFormat', { font: toFont });
const legendFormatClass = lookClass<ChartLegend>('ChartLegendFormat', { font: toFont });
const areaFormatClass = lookClass<Chart>('ChartAreaFormat', { border: toBorder, fill: toFill, font: toFont });
const plotFormatClass = lookClass<Chart>('ChartPlotAreaFormat', { fill: (chart) => fillClass.of(within(chart, 'plotFill')) });

const titleClass: OfficeClass<Part<ChartTitle>> = describe('ChartTitle', {
  properties: {
    overlay: field('overlay', flag),
    text: settable((title) => read(title).text ?? '', text, (title, words) => patch(title, { text: words, visible: true })),
    visible: field('visible', flag),
  },
  objects: { format: (title) => titleFormatClass.of(title) },
});

const legendClass: OfficeClass<Part<ChartLegend>> = describe('ChartLegend', {
  properties: { overlay: field('overlay', flag), position: wordField('position', legendPositions), visible: field('visible', flag) },
  objects: { format: (legend) => legendFormatClass.of(legend) },
});

const plotAreaClass: OfficeClass<Part<Chart>> = describe('ChartPlotArea', { objects: { format: (chart) => plotFormatClass.of(chart) } });

const seriesBy = optional(oneOf('Auto', 'Columns', 'Rows'), 'Auto' as const);

export const chartClass: OfficeClass<ChartRef> = describe('Chart', {
  id: { as: 'Id', of: ({ id }) => id },
  properties: {
    chartType: settable((chart) => typeName(chartOf(chart)), chartType, (chart, type) => changeChart(chart, (now) => typed(now, type))),
    displayBlanksAs: settable(
      (chart) => Object.entries(blanks).find(([, own]) => own === chartOf(chart).blanks)?.[0] ?? null,
      oneOf('NotPlotted', 'Zero', 'Interplotted'),
      (chart, name) => changeChart(chart, (now) => ({ ...now, blanks: blanks[name] })),
    ),
    height: edge('height', 1),
    id: readOnly(({ id }) => id),
    left: edge('left', 0),
    name: settable((chart) => chartOf(chart).name, text, (chart, name) => changeChart(chart, (now) => ({ ...now, name }))),
    plotBy: readOnly((chart) => (chartOf(chart).plotBy === 'rows' ? 'Rows' : 'Columns')),
    plotVisibleOnly: settable((chart) => chartOf(chart).visibleOnly, flag, (chart, visibleOnly) => changeChart(chart, (now) => ({ ...now, visibleOnly }))),
    top: edge('top', 0),
    width: edge('width', 1),
  },
  objects: {
    axes: (chart) => axesClass.of(chart),
    dataLabels: (chart) => labelsClass.of(allLabels(chart)),
    format: (chart) => areaFormatClass.of(whole(chart)),
    legend: (chart) => legendClass.of(within(whole(chart), 'legend')),
    plotArea: (chart) => plotAreaClass.of(whole(chart)),
    series: (chart) => seriesCollection.of(chart),
    title: (chart) => titleClass.of(within(whole(chart), 'title')),
    worksheet: ({ book, sheet }) => sheetClass.of({ book, id: sheet }),
  },
  methods: {
    delete: method([], (chart) => {
      requireUnprotected(chart.book, chart.sheet);
      chart.book.port.setCharts(chart.sheet, chart.book.port.charts(chart.sheet).filter(({ id }) => id !== found(chartOf(chart)).id));
    }),
    /** A PNG of the chart as the workbench draws it, in base64. */
    getImage: method([nullable(number), nullable(number), nullable(text)], (chart, width, height) => {
      const box = boxOf(chart);
      const natural = { width: (box.width * 96) / 72, height: (box.height * 96) / 72 };
      const fitting = Math.min((width ?? Infinity) / natural.width, (height ?? Infinity) / natural.height);
      const scale = Number.isFinite(fitting) ? fitting : 1;
      return chart.book.port.chartImage(chart.sheet, chart.id, { width: Math.round(natural.width * scale), height: Math.round(natural.height * scale), scale });
    }),
    setData: method([range, seriesBy], (chart, source, by) => changeChart(chart, (now) => ({ ...now, ...chartSource(source, by) }))),
    setPosition: method([rangeOrAddress, nullable(rangeOrAddress)], setPosition),
  },
});

const chartNamed = ({ book, id }: SheetRef, key: string | number): Chart | undefined => {
  const charts = book.port.charts(id);
  return charts.find((chart) => chart.id === String(key)) ?? charts.find((chart) => chart.name.toLowerCase() === String(key).toLowerCase());
};

/** As Excel numbers them: "Chart 1", "Chart 2". */
function freeName({ book }: SheetRef): string {
  const taken = new Set(book.port.sheets().flatMap((sheet) => book.port.charts(sheet.id).map((chart) => chart.name.toLowerCase())));
  let number = 1;
  while (taken.has(`chart ${number}`)) number += 1;
  return `Chart ${number}`;
}

/** Where a new chart stands until it is told where; Excel puts it in the middle of what is seen. */
const FIRST_BOX: Box = { left: 120, top: 60, width: 360, height: 216 };

export const chartCollection: OfficeClass<SheetRef> = describe('ChartCollection', {
  properties: { count: readOnly(({ book, id }) => book.port.charts(id).length) },
  items: {
    all: ({ book, id }) => book.port.charts(id).map((chart) => chartClass.of({ book, sheet: id, id: chart.id })),
    find: (sheet, key) => {
      const chart = chartNamed(sheet, key);
      return chart === undefined ? null : chartClass.of({ book: sheet.book, sheet: sheet.id, id: chart.id });
    },
  },
  methods: {
    add: method([chartType, range, seriesBy], (sheet, type, source, by) => {
      requireUnprotected(sheet.book, sheet.id);
      const ref: ChartRef = { book: sheet.book, sheet: sheet.id, id: `{${crypto.randomUUID().toUpperCase()}}` };
      const { series, plotBy } = chartSource(source, by);
      const one = series.length === 1;
      const chart: Chart = {
        ...PLAIN_CHART, id: ref.id, name: freeName(sheet), kind: type.kind, grouping: type.grouping, series, plotBy, ...placed(ref, FIRST_BOX),
        line: PLAIN_LINE, legend: { ...PLAIN_CHART.legend, visible: !one },
      };
      sheet.book.port.setCharts(sheet.id, [...sheet.book.port.charts(sheet.id), typed(chart, type)]);
      return chartClass.of(ref);
    }),
  },
});

export const chartClasses = [
  chartCollection, chartClass, titleClass, titleFormatClass, legendClass, legendFormatClass, areaFormatClass, plotAreaClass, plotFormatClass,
  fontClass, fillClass, lineClass, borderClass, ...axisClasses, ...seriesClasses,
];
