/** A chart as an SVG picture, drawn by ECharts: close to what Excel makes of the same chart, in its own fonts and colours. */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use, type ComposeOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from 'echarts/components';
import type { Chart, ChartAxis, ChartFont, ChartLine, ChartSeries, LabelPosition, Paint } from '../../host/chart';
import type { ChartData, SeriesData } from './chartData';

use([BarChart, LineChart, GridComponent, TitleComponent, LegendComponent, SVGRenderer]);

/** A number as a cell with this number format shows it. */
export type FormatNumber = (value: number, numberFormat: string) => string;

interface Drawing {
  readonly scale: number;
  readonly formatNumber: FormatNumber;
}

type Option = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption>;

/** Excel's own series colours, in their order. */
const SERIES = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];
const TEXT = '#595959';
const RULE = '#D9D9D9';
const PIXELS_PER_POINT = 96 / 72;
const AXIS_SIZE = 9;
const TITLE_SIZE = 14;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const paint = (given: Paint, automatic: string): string => (given === 'none' ? 'transparent' : given === 'automatic' ? automatic : given);

/** As CSS within an attribute, where ECharts writes it as it is. */
const fontName = (name: string): string => `'${name.replace(/["'&<>\\]/g, '')}'`;

function textStyle(font: ChartFont, base: ChartFont, size: number, scale: number): { color: string; fontSize: number; fontWeight: 'bold' | 'normal'; fontStyle: 'italic' | 'normal'; fontFamily: string } {
  return {
    color: font.color ?? base.color ?? TEXT,
    fontSize: (font.size ?? base.size ?? size) * PIXELS_PER_POINT * scale,
    fontWeight: (font.bold ?? base.bold) === true ? 'bold' : 'normal',
    fontStyle: (font.italic ?? base.italic) === true ? 'italic' : 'normal',
    fontFamily: `${fontName(font.name ?? base.name ?? 'Calibri')}, Carlito, 'Segoe UI', sans-serif`,
  };
}

const dashes: Readonly<Record<ChartLine['dash'], 'solid' | 'dashed' | 'dotted'>> = { solid: 'solid', dash: 'dashed', dashDot: 'dashed', lgDashDotDot: 'dashed', sysDot: 'dotted', sysDash: 'dotted' };
const lineStyle = (line: ChartLine, automatic: string, weight: number, scale: number) => ({ color: paint(line.paint, automatic), width: (line.weight ?? weight) * PIXELS_PER_POINT * scale, type: dashes[line.dash] });

const POSITIONS: Readonly<Record<LabelPosition, { readonly bar: string; readonly column: string }>> = {
  ctr: { bar: 'inside', column: 'inside' }, inEnd: { bar: 'insideRight', column: 'insideTop' }, inBase: { bar: 'insideLeft', column: 'insideBottom' },
  outEnd: { bar: 'right', column: 'top' }, l: { bar: 'left', column: 'left' }, r: { bar: 'right', column: 'right' }, t: { bar: 'top', column: 'top' }, b: { bar: 'bottom', column: 'bottom' },
};

function label(chart: Chart, { labels }: ChartSeries, data: SeriesData, categories: readonly string[], { scale, formatNumber }: Drawing) {
  if (labels === null) return { show: false };
  const position = labels.position === null ? undefined : POSITIONS[labels.position][chart.kind === 'bar' ? 'bar' : 'column'];
  const format = labels.numberFormat;
  return {
    show: true,
    position: (position ?? (chart.kind === 'bar' ? 'right' : chart.kind === 'line' ? 'right' : 'top')) as 'top',
    formatter: ({ dataIndex }: { dataIndex: number }) => {
      const value = data.values[dataIndex];
      const shown = value === null || value === undefined ? '' : format === null ? (data.labels[dataIndex] ?? '') : formatNumber(value, format);
      return [labels.series ? data.name : '', labels.category ? (categories[dataIndex] ?? '') : '', labels.value ? shown : ''].filter((part) => part !== '').join('; ');
    },
    ...textStyle(labels.font, chart.font, AXIS_SIZE, scale),
  };
}

function axisLook(axis: ChartAxis, chart: Chart, { scale }: Drawing) {
  return {
    inverse: axis.reversed,
    show: axis.visible,
    axisLine: { show: axis.line.paint !== 'none', lineStyle: lineStyle(axis.line, RULE, 0.75, scale) },
    axisTick: { show: axis.majorTickMark !== 'none' },
    axisLabel: { show: axis.tickLabels !== 'none', hideOverlap: true, ...textStyle(axis.font, chart.font, AXIS_SIZE, scale) },
    ...(axis.title.visible && axis.title.text !== null ? { name: axis.title.text, nameLocation: 'middle' as const, nameGap: 30 * scale, nameTextStyle: textStyle(axis.title.font, chart.font, AXIS_SIZE, scale) } : {}),
  };
}

function seriesOption(chart: Chart, data: ChartData, index: number, drawing: Drawing): BarSeriesOption | LineSeriesOption {
  const { scale } = drawing;
  const series = chart.series[index];
  const own = data.series[index];
  if (series === undefined || own === undefined) return { type: 'bar', data: [] };
  const automatic = SERIES[index % SERIES.length] ?? TEXT;
  const stack = chart.grouping === 'clustered' || chart.grouping === 'standard' ? undefined : 'all';
  const point = (at: number) => series.points.find((candidate) => candidate.index === at);
  const values = shares(chart, data, index);
  const common = { name: own.name, stack, label: label(chart, series, own, data.categories, drawing), silent: true };
  if (chart.kind === 'line') {
    const color = paint(series.line.paint, automatic);
    return {
      ...common,
      type: 'line',
      data: [...values],
      connectNulls: chart.blanks === 'span',
      smooth: series.smooth,
      showSymbol: series.marker.symbol !== 'none',
      symbol: SYMBOLS[series.marker.symbol] ?? 'circle',
      symbolSize: series.marker.size * PIXELS_PER_POINT * scale,
      lineStyle: lineStyle(series.line, automatic, 2.25, scale),
      itemStyle: { color: paint(series.marker.fill, color), borderColor: paint(series.marker.line, color) },
    };
  }
  const look = (fill: Paint, line: ChartLine) => ({
    color: paint(fill, paint(series.fill, automatic)),
    ...(line.paint.startsWith('#') ? { borderColor: line.paint, borderWidth: (line.weight ?? 0.75) * PIXELS_PER_POINT * scale } : {}),
  });
  return {
    ...common,
    type: 'bar',
    // The legend has it from here.
    itemStyle: look(series.fill, series.line),
    data: values.map((value, at) => {
      const found = point(at);
      return { value: value ?? '-', itemStyle: found === undefined ? look(series.fill, series.line) : look(found.fill, found.line.paint === 'automatic' ? series.line : found.line) };
    }),
    barCategoryGap: `${Math.round((chart.gapWidth / (chart.gapWidth + 100 * (stack === undefined ? chart.series.length : 1))) * 100)}%`,
    barGap: `${-chart.overlap}%`,
  };
}

const SYMBOLS: Readonly<Record<string, string>> = { circle: 'circle', square: 'rect', diamond: 'diamond', triangle: 'triangle', dash: 'rect', dot: 'circle' };

/** Of a chart stacked to 100 %, each value as its part of the whole. */
function shares(chart: Chart, data: ChartData, index: number): readonly (number | null)[] {
  const own = data.series[index]?.values ?? [];
  if (chart.grouping !== 'percentStacked') return own;
  return own.map((value, at) => {
    const sum = data.series.reduce((total, { values }) => total + Math.abs(values[at] ?? 0), 0);
    return value === null || sum === 0 ? value : value / sum;
  });
}

function option(chart: Chart, data: ChartData, drawing: Drawing): Option {
  const { scale, formatNumber } = drawing;
  const { categoryAxis, valueAxis, legend, title } = chart;
  const titled = title.visible ? (title.text ?? (data.series.length === 1 ? (data.series[0]?.name ?? '') : '')) : '';
  const format = valueAxis.numberFormat ?? (chart.grouping === 'percentStacked' ? '0%' : null);
  const category = { type: 'category' as const, data: [...data.categories], ...axisLook(categoryAxis, chart, drawing) };
  const look = axisLook(valueAxis, chart, drawing);
  const value = {
    type: 'value' as const,
    ...(valueAxis.minimum === null ? {} : { min: valueAxis.minimum }),
    ...(valueAxis.maximum === null ? {} : { max: valueAxis.maximum }),
    ...(valueAxis.majorUnit === null ? {} : { interval: valueAxis.majorUnit }),
    splitLine: valueAxis.majorGridlines === null ? { show: false } : { show: true, lineStyle: lineStyle(valueAxis.majorGridlines, RULE, 0.75, scale) },
    ...look,
    axisLabel: { ...look.axisLabel, formatter: (given: number) => formatNumber(given, format ?? 'General') },
  };
  const lines = titled === '' ? 0 : titled.split('\n').length;
  const size = title.font.size ?? TITLE_SIZE;
  const gap = 8 * scale;
  const lineHeight = size * PIXELS_PER_POINT * 1.25 * scale;
  const top = gap * 2 + lines * lineHeight;
  const beside = legend.visible && !legend.overlay ? legend.position : null;
  const strip = 26 * scale;
  return {
    animation: false,
    backgroundColor: paint(chart.fill, '#FFFFFF'),
    ...(titled === '' ? {} : { title: { text: titled, left: 'center', top: gap, textStyle: { ...textStyle(title.font, chart.font, TITLE_SIZE, scale), lineHeight } } }),
    legend: {
      show: legend.visible,
      ...({ t: { top: top - gap }, b: { bottom: 0 }, l: { left: 0, top: 'middle' }, r: { right: 0, top: 'middle' }, tr: { right: 0, top: 0 } } as const)[legend.position],
      orient: legend.position === 'l' || legend.position === 'r' ? 'vertical' : 'horizontal',
      itemWidth: 12 * scale, itemHeight: 9 * scale, textStyle: textStyle(legend.font, chart.font, AXIS_SIZE, scale), data: data.series.map(({ name }) => name),
    },
    grid: {
      outerBoundsMode: 'same', outerBoundsContain: 'axisLabel',
      top: top + (beside === 't' ? strip : 0), bottom: gap + (beside === 'b' ? strip : 0), left: gap * 1.5 + (beside === 'l' ? 90 * scale : 0), right: gap * 3 + (beside === 'r' ? 90 * scale : 0),
      show: chart.plotFill.startsWith('#'), backgroundColor: paint(chart.plotFill, 'transparent'), borderWidth: 0,
    },
    xAxis: chart.kind === 'bar' ? value : category,
    yAxis: chart.kind === 'bar' ? category : value,
    series: data.series.map((_, index) => seriesOption(chart, data, index, drawing)),
  };
}

/** `size` is in pixels; `scale` is how much larger than on the sheet everything is drawn. */
export function chartPicture(chart: Chart, data: ChartData, size: PictureSize, formatNumber: FormatNumber, scale = 1): string {
  const picture = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    picture.setOption(option(chart, data, { scale, formatNumber }));
    const svg = picture.renderToSVGString();
    const frame = lineStyle(chart.line, RULE, 0.75, scale);
    if (frame.color === 'transparent') return svg;
    const inset = frame.width / 2;
    return svg.replace('</svg>', `<rect x="${inset}" y="${inset}" width="${size.width - frame.width}" height="${size.height - frame.width}" fill="none" stroke="${frame.color}" stroke-width="${frame.width}"/></svg>`);
  } finally {
    picture.dispose();
  }
}
