/** Excel.ChartAxis with its title and gridlines. */
import { flag, oneOf, optional, text } from '../argument';
import { PLAIN_LINE } from '../chart';
import type { ChartAxis, ChartLine, ChartTitle } from '../chart';
import { describe, method, readOnly, settable } from '../objectModel';
import type { OfficeClass } from '../objectModel';
import { refuse } from '../officeError';
import { field, lineClass, lookClass, orAutomatic, patch, read, toFont, toLine, whole, within, wordField, write } from './chartParts';
import type { ChartRef, Part } from './chartParts';

const tickMarks = { None: 'none', Cross: 'cross', Inside: 'in', Outside: 'out' } as const;
const tickLabels = { NextToAxis: 'nextTo', Low: 'low', High: 'high', None: 'none' } as const;

const axisTitleFormatClass = lookClass<ChartTitle>('ChartAxisTitleFormat', { font: toFont });

export const axisTitleClass: OfficeClass<Part<ChartTitle>> = describe('ChartAxisTitle', {
  properties: {
    text: settable((title) => read(title).text ?? '', text, (title, words) => patch(title, { text: words, visible: true })),
    visible: field('visible', flag),
  },
  objects: { format: (title) => axisTitleFormatClass.of(title) },
});

const gridlineLineClass = lookClass<ChartLine>('ChartGridlinesFormat', { line: (line) => lineClass.of(line) });

/** Lines that are hidden have no look; one that is given shows them. */
const shown = (lines: Part<ChartLine | null>): Part<ChartLine> => ({ of: lines.of, get: (chart) => lines.get(chart) ?? PLAIN_LINE, put: lines.put });

const gridlinesClass: OfficeClass<Part<ChartLine | null>> = describe('ChartGridlines', {
  properties: {
    visible: settable((lines) => read(lines) !== null, flag, (lines, on) => write(lines, (now) => (on ? (now ?? PLAIN_LINE) : null))),
  },
  objects: { format: (lines) => gridlineLineClass.of(shown(lines)) },
});

const axisFormatClass = lookClass<ChartAxis>('ChartAxisFormat', { font: toFont, line: toLine });

interface AxisRef extends Part<ChartAxis> {
  readonly type: 'Category' | 'Value';
}

export const axisClass: OfficeClass<AxisRef> = describe<AxisRef>('ChartAxis', {
  properties: {
    axisGroup: readOnly(() => 'Primary'),
    linkNumberFormat: settable((axis) => read(axis).numberFormat === null, flag, (axis, linked) => patch(axis, { numberFormat: linked ? null : (read(axis).numberFormat ?? 'General') })),
    majorTickMark: wordField('majorTickMark', tickMarks),
    majorUnit: settable((axis) => read(axis).majorUnit ?? '', orAutomatic, (axis, majorUnit) => patch(axis, { majorUnit: positive(majorUnit) })),
    maximum: settable((axis) => read(axis).maximum ?? '', orAutomatic, (axis, maximum) => patch(axis, { maximum })),
    minimum: settable((axis) => read(axis).minimum ?? '', orAutomatic, (axis, minimum) => patch(axis, { minimum })),
    minorTickMark: wordField('minorTickMark', tickMarks),
    numberFormat: settable((axis) => read(axis).numberFormat ?? 'General', text, (axis, numberFormat) => patch(axis, { numberFormat })),
    reversePlotOrder: settable((axis) => read(axis).reversed, flag, (axis, reversed) => patch(axis, { reversed })),
    tickLabelPosition: wordField('tickLabels', tickLabels),
    type: readOnly(({ type }) => type),
    visible: field('visible', flag),
  },
  objects: {
    format: (axis) => axisFormatClass.of(axis),
    majorGridlines: (axis) => gridlinesClass.of(within<ChartAxis, 'majorGridlines'>(axis, 'majorGridlines')),
    minorGridlines: (axis) => gridlinesClass.of(within<ChartAxis, 'minorGridlines'>(axis, 'minorGridlines')),
    title: (axis) => axisTitleClass.of(within<ChartAxis, 'title'>(axis, 'title')),
  },
});

const positive = (unit: number | null): number | null => (unit !== null && unit <= 0 ? refuse('InvalidArgument', 'A unit is greater than 0.') : unit);

const axisOf = (chart: ChartRef, type: 'Category' | 'Value') => axisClass.of({ ...within(whole(chart), type === 'Category' ? 'categoryAxis' : 'valueAxis'), type });

export const axesClass: OfficeClass<ChartRef> = describe('ChartAxes', {
  objects: { categoryAxis: (chart) => axisOf(chart, 'Category'), valueAxis: (chart) => axisOf(chart, 'Value') },
  methods: {
    getItem: method([oneOf('Category', 'Value', 'Series'), optional(oneOf('Primary', 'Secondary'), 'Primary')], (chart, type, group) =>
      type === 'Series' || group === 'Secondary' ? refuse('UnsupportedOperation', 'Charts of this host have one category axis and one value axis.') : axisOf(chart, type),
    ),
  },
});

export const axisClasses = [axesClass, axisClass, axisTitleClass, axisTitleFormatClass, gridlinesClass, gridlineLineClass, axisFormatClass];
