/** A chart's part (DrawingML), its elements in the order that the schema wants. */
import type { Chart, ChartAxis, ChartFont, ChartLabels, ChartLegend, ChartLine, ChartMarker, ChartSeries, ChartTitle, Paint } from '../../host/chart';
import type { CellValue } from '../../host/workbookPort';
import { element, escapeXml } from './xml';

export const CHART_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
export const DRAWING_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** What stands in the cells of a reference, and how it is shown: programs that do not calculate show it as it was. */
export interface Cached {
  readonly values: readonly CellValue[];
  readonly numberFormat: string;
}
export type CacheOf = (formula: string) => Cached;

export const EMU_PER_POINT = 12_700;
const emu = (points: number): number => Math.round(points * EMU_PER_POINT);
const val = (name: string, value: string | number | boolean): string => element(`c:${name}`, { val: value });
const hex = (paint: Paint): string => paint.replace('#', '').toUpperCase();

function fillXml(paint: Paint): string {
  if (paint === 'none') return '<a:noFill/>';
  return paint === 'automatic' ? '' : element('a:solidFill', {}, element('a:srgbClr', { val: hex(paint) }));
}

function lineXml({ paint, weight, dash }: ChartLine): string {
  if (paint === 'automatic' && weight === null && dash === 'solid') return '';
  const content = fillXml(paint) + (paint === 'none' || dash === 'solid' ? '' : element('a:prstDash', { val: dash }));
  return element('a:ln', { w: weight === null ? null : emu(weight) }, content);
}

function shapeXml(fill: Paint, line: ChartLine): string {
  const content = fillXml(fill) + lineXml(line);
  return content === '' ? '' : element('c:spPr', {}, content);
}

function characterXml(name: 'a:defRPr' | 'a:rPr', font: ChartFont): string {
  const content = (font.color === null ? '' : fillXml(font.color)) + (font.name === null ? '' : element('a:latin', { typeface: font.name }) + element('a:cs', { typeface: font.name }));
  return element(name, { sz: font.size === null ? null : Math.round(font.size * 100), b: font.bold, i: font.italic }, content);
}

const isPlain = (font: ChartFont): boolean => Object.values(font).every((value) => value === null);
const textXml = (font: ChartFont): string =>
  isPlain(font) ? '' : element('c:txPr', {}, `<a:bodyPr/><a:lstStyle/>${element('a:p', {}, element('a:pPr', {}, characterXml('a:defRPr', font)) + '<a:endParaRPr lang="en-US"/>')}`);

function titleXml(title: ChartTitle): string {
  if (!title.visible) return '';
  const paragraph = (line: string): string =>
    element('a:p', {}, element('a:pPr', {}, characterXml('a:defRPr', title.font)) + element('a:r', {}, characterXml('a:rPr', title.font) + `<a:t>${escapeXml(line)}</a:t>`));
  const text = title.text === null ? '' : element('c:tx', {}, element('c:rich', {}, `<a:bodyPr/><a:lstStyle/>${title.text.split('\n').map(paragraph).join('')}`));
  return element('c:title', {}, text + val('overlay', title.overlay) + (title.text === null ? textXml(title.font) : ''));
}

const legendXml = (legend: ChartLegend): string =>
  legend.visible ? element('c:legend', {}, val('legendPos', legend.position) + val('overlay', legend.overlay) + textXml(legend.font)) : '';

const numberFormatXml = (format: string | null): string => element('c:numFmt', { formatCode: format ?? 'General', sourceLinked: format === null });

function labelsXml(labels: ChartLabels | null): string {
  if (labels === null) return '';
  const { value, category, series, position, numberFormat, font } = labels;
  return element(
    'c:dLbls', {},
    (numberFormat === null ? '' : numberFormatXml(numberFormat)) + '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>' + textXml(font)
      + (position === null ? '' : val('dLblPos', position)) + val('showLegendKey', false) + val('showVal', value) + val('showCatName', category) + val('showSerName', series)
      + val('showPercent', false) + val('showBubbleSize', false),
  );
}

const pointXml = (index: number, text: string): string => element('c:pt', { idx: index }, `<c:v>${escapeXml(text)}</c:v>`);

const formulaXml = (formula: string): string => `<c:f>${escapeXml(formula.replace(/^=/, ''))}</c:f>`;

function numbersXml(formula: string, cacheOf: CacheOf): string {
  const { values, numberFormat } = cacheOf(formula);
  const points = values.map((value, index) => (typeof value === 'number' ? pointXml(index, String(value)) : '')).join('');
  return element('c:numRef', {}, formulaXml(formula) + element('c:numCache', {}, `<c:formatCode>${escapeXml(numberFormat)}</c:formatCode>${val('ptCount', values.length)}${points}`));
}

function textsXml(formula: string, cacheOf: CacheOf): string {
  const { values } = cacheOf(formula);
  const points = values.map((value, index) => (value === null ? '' : pointXml(index, String(typeof value === 'object' ? value.error : value)))).join('');
  return element('c:strRef', {}, formulaXml(formula) + element('c:strCache', {}, val('ptCount', values.length) + points));
}

const categoriesXml = (formula: string, cacheOf: CacheOf): string =>
  cacheOf(formula).values.some((value) => typeof value === 'string') ? textsXml(formula, cacheOf) : numbersXml(formula, cacheOf);

const nameXml = (name: string, cacheOf: CacheOf): string => element('c:tx', {}, name.startsWith('=') ? textsXml(name, cacheOf) : `<c:v>${escapeXml(name)}</c:v>`);

function markerXml({ symbol, size, fill, line }: ChartMarker): string {
  if (symbol === 'none') return element('c:marker', {}, val('symbol', 'none'));
  const look = shapeXml(fill, { paint: line, weight: null, dash: 'solid' });
  return element('c:marker', {}, (symbol === 'automatic' ? '' : val('symbol', symbol)) + val('size', size) + look);
}

function seriesXml(series: ChartSeries, index: number, isLine: boolean, cacheOf: CacheOf): string {
  const points = series.points
    .filter(({ fill, line }) => shapeXml(fill, line) !== '')
    .map(({ index: at, fill, line }) => element('c:dPt', {}, val('idx', at) + (isLine ? '' : val('invertIfNegative', false)) + val('bubble3D', false) + shapeXml(fill, line)))
    .join('');
  return element(
    'c:ser', {},
    val('idx', index) + val('order', index) + nameXml(series.name, cacheOf) + shapeXml(series.fill, series.line) + (isLine ? markerXml(series.marker) : val('invertIfNegative', false))
      + points + labelsXml(series.labels) + (series.categories === null ? '' : element('c:cat', {}, categoriesXml(series.categories, cacheOf)))
      + (series.values === '' ? '' : element('c:val', {}, numbersXml(series.values, cacheOf))) + (isLine ? val('smooth', series.smooth) : ''),
  );
}

const CATEGORY_AXIS = 111_111_111;
const VALUE_AXIS = 222_222_222;

const gridlinesXml = (name: string, line: ChartLine | null): string => (line === null ? '' : element(`c:${name}`, {}, shapeXml('automatic', line)));

/** What category and value axes begin with. */
function axisXml(id: number, axis: ChartAxis, position: string): string {
  const scaling = val('orientation', axis.reversed ? 'maxMin' : 'minMax') + (axis.maximum === null ? '' : val('max', axis.maximum)) + (axis.minimum === null ? '' : val('min', axis.minimum));
  return val('axId', id) + element('c:scaling', {}, scaling) + val('delete', !axis.visible) + val('axPos', position)
    + gridlinesXml('majorGridlines', axis.majorGridlines) + gridlinesXml('minorGridlines', axis.minorGridlines) + titleXml(axis.title) + numberFormatXml(axis.numberFormat)
    + val('majorTickMark', axis.majorTickMark === 'none' ? 'none' : axis.majorTickMark) + val('minorTickMark', axis.minorTickMark) + val('tickLblPos', axis.tickLabels)
    + shapeXml('automatic', axis.line) + textXml(axis.font);
}

function plotXml(chart: Chart, cacheOf: CacheOf): string {
  const isLine = chart.kind === 'line';
  const series = chart.series.map((one, index) => seriesXml(one, index, isLine, cacheOf)).join('');
  const axes = val('axId', CATEGORY_AXIS) + val('axId', VALUE_AXIS);
  const group = isLine
    ? element('c:lineChart', {}, val('grouping', chart.grouping) + val('varyColors', false) + series + val('marker', true) + axes)
    : element('c:barChart', {}, val('barDir', chart.kind === 'bar' ? 'bar' : 'col') + val('grouping', chart.grouping) + val('varyColors', false) + series
      + val('gapWidth', chart.gapWidth) + val('overlap', chart.overlap) + axes);
  const [along, across] = chart.kind === 'bar' ? ['l', 'b'] : ['b', 'l'];
  const category = element('c:catAx', {}, axisXml(CATEGORY_AXIS, chart.categoryAxis, along ?? 'b') + val('crossAx', VALUE_AXIS) + val('crosses', 'autoZero')
    + val('auto', true) + val('lblAlgn', 'ctr') + val('lblOffset', 100) + val('noMultiLvlLbl', false));
  const value = element('c:valAx', {}, axisXml(VALUE_AXIS, chart.valueAxis, across ?? 'l') + val('crossAx', CATEGORY_AXIS) + val('crosses', 'autoZero')
    + val('crossBetween', 'between') + (chart.valueAxis.majorUnit === null ? '' : val('majorUnit', chart.valueAxis.majorUnit)));
  return element('c:plotArea', {}, '<c:layout/>' + group + category + value + shapeXml(chart.plotFill, { paint: 'automatic', weight: null, dash: 'solid' }));
}

export function chartXml(chart: Chart, cacheOf: CacheOf): string {
  const content = titleXml(chart.title) + val('autoTitleDeleted', !chart.title.visible) + plotXml(chart, cacheOf) + legendXml(chart.legend)
    + val('plotVisOnly', chart.visibleOnly) + val('dispBlanksAs', chart.blanks);
  return element(
    'c:chartSpace', { 'xmlns:c': CHART_NAMESPACE, 'xmlns:a': DRAWING_NAMESPACE },
    val('roundedCorners', false) + element('c:chart', {}, content) + shapeXml(chart.fill, chart.line) + textXml(chart.font),
  );
}
