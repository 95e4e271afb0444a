import { DOMParser } from '@xmldom/xmldom';
import { NO_LINE, PLAIN_AXIS, PLAIN_CHART, PLAIN_LABELS, PLAIN_LINE, PLAIN_MARKER, type Chart, type ChartSeries } from '../../../src/host/chart';
import { chartData } from '../../../src/workbench/charts/chartData';
import { chartPicture } from './pictures';
import { openHeadless, type EngineWorkbook } from '../openHeadless';
import { sheet, workbook } from '../engine/snapshots';

let book: EngineWorkbook;
beforeEach(() => {
  book = openHeadless(workbook([sheet("The partners' data", [['Partner', 'Health'], ['Northwind', 81], ['Halden', 42], ['Contoso', 'not rated']])]));
});
afterEach(() => book.dispose());

const at = (cells: string): string => `='The partners'' data'!${cells}`;
const series = (more: Partial<ChartSeries> = {}): ChartSeries => ({
  name: at('$B$1'), values: at('$B$2:$B$4'), categories: at('$A$2:$A$4'), fill: '#1E8E4E', line: PLAIN_LINE, marker: PLAIN_MARKER, labels: null, points: [], smooth: false, ...more,
});
const chart = (more: Partial<Chart> = {}): Chart => ({
  ...PLAIN_CHART, id: '1', name: 'Chart 1', kind: 'bar', grouping: 'clustered', plotBy: 'columns', series: [series()], from: { row: 0, column: 0, x: 0, y: 0 }, to: { row: 9, column: 9, x: 0, y: 0 }, ...more,
});
const drawn = (one: Chart): string => chartPicture(one, chartData(book, one), { width: 480, height: 288 }, format);
const format = (value: number, pattern: string): string => ({ '0.0': value.toFixed(1), '0%': `${value * 100}%` })[pattern] ?? String(value);
const texts = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => (text ?? '').trim()).filter((text) => text !== '');

describe('what a chart shows', () => {
  it('is what stands in the cells', () => {
    expect(chartData(book, chart())).toEqual({ categories: ['Northwind', 'Halden', 'Contoso'], series: [{ name: 'Health', values: [81, 42, null], labels: ['81', '42', 'not rated'] }] });
  });
  it.each([['a sheet that is not there', '=Gone!$A$1:$A$3'], ['no reference any more', '=#REF!'], ['nothing yet', '']])('is nothing of %s', (_, values) => {
    expect(chartData(book, chart({ series: [series({ values, categories: null })] }))).toEqual({ categories: [], series: [{ name: 'Health', values: [], labels: [] }] });
  });
  it('of whole columns ends where they do', () => {
    expect(chartData(book, chart({ series: [series({ values: at('$B:$B'), categories: null })] })).series[0]?.values).toEqual([null, 81, 42, null]);
  });
});

describe('its picture', () => {
  it('has the title, the categories and the labels of the values', () => {
    const svg = drawn(chart({ title: { ...PLAIN_CHART.title, text: 'One of two is red' }, series: [series({ labels: { ...PLAIN_LABELS, numberFormat: '0.0' } })] }));
    expect(texts(svg)).toEqual(expect.arrayContaining(['One of two is red', 'Northwind', 'Halden', 'Contoso', '81.0', '42.0']));
  });
  it.each([['plain fonts', null], ['a font with a space', 'Segoe UI'], ['a font that no one has', `"<Bold> & 'Sons'`]])('is well formed with %s', (_, name) => {
    const faults: string[] = [];
    const svg = drawn(chart({ title: { ...PLAIN_CHART.title, text: 'R&D "first" <now>\nand then' }, font: { ...PLAIN_CHART.font, name } }));
    new DOMParser({ onError: (_level, message) => faults.push(message) }).parseFromString(svg, 'image/svg+xml');
    expect(faults).toEqual([]);
  });
  it('has the colours of the series and of single points', () => {
    const svg = drawn(chart({ legend: { ...PLAIN_CHART.legend, visible: false }, series: [series({ points: [{ index: 1, fill: '#C5303B', line: PLAIN_LINE }] })] }));
    expect([...svg.matchAll(/fill="(#(?:1E8E4E|C5303B))"/gi)].map(([, color]) => color?.toUpperCase()).sort()).toEqual(['#1E8E4E', '#C5303B']);
  });
  it('has the colours of the series in its legend too', () => {
    const one = chart({ series: [series(), series({ name: 'Plan', fill: '#B8CCE4' })] });
    const marks = [...drawn(one).matchAll(/<path[^>]*fill="(#\w+)"/g)].map(([, color]) => color?.toUpperCase());
    expect(marks.filter((color) => color === '#B8CCE4')).toHaveLength(3);
    expect(new Set(marks)).toEqual(new Set(['#1E8E4E', '#B8CCE4']));
  });
  it('sets lines of a title one below the other', () => {
    const svg = drawn(chart({ title: { ...PLAIN_CHART.title, text: 'One of two\nis red', font: { ...PLAIN_CHART.font, size: 12 } } }));
    const at = (text: string): number => Number(new RegExp(`y="([\\d.]+)"[^>]*>\\s*${text}`).exec(svg)?.[1] ?? 0);
    expect(at('is red') - at('One of two')).toBeCloseTo(20, 1);
  });
  it.each<[string, Chart, RegExp | string[]]>([
    ['no axis that is hidden', chart({ valueAxis: { ...PLAIN_AXIS, visible: false, minimum: 0, maximum: 100 } }), ['0', '100']],
    ['no category labels that are off', chart({ categoryAxis: { ...PLAIN_AXIS, tickLabels: 'none' } }), ['Northwind', 'Halden']],
    ['no title that is off', chart({ title: { ...PLAIN_CHART.title, visible: false }, legend: { ...PLAIN_CHART.legend, visible: false } }), ['Health']],
  ])('has %s', (_, one, absent) => {
    for (const text of absent as string[]) expect(texts(drawn(one))).not.toContain(text);
  });
  it('draws reversed categories from the top', () => {
    const place = (svg: string, text: string): number => Number(new RegExp(`<text[^>]*(?:translate\\([\\d.]+ |\\sy=")([\\d.]+)[^>]*>\\s*${text}`).exec(svg)?.[1]);
    expect(place(drawn(chart()), 'Northwind')).toBeGreaterThan(place(drawn(chart()), 'Contoso'));
    const reversed = drawn(chart({ categoryAxis: { ...PLAIN_AXIS, reversed: true } }));
    expect(place(reversed, 'Northwind')).toBeLessThan(place(reversed, 'Contoso'));
  });
  it('has a frame where the chart has a line', () => {
    expect(drawn(chart())).toMatch(/<rect x="0.5"[^>]*fill="none" stroke="#D9D9D9"/);
    expect(drawn(chart({ line: NO_LINE }))).not.toMatch(/stroke="#D9D9D9" stroke-width="1"\/><\/svg>/);
  });
  it('of a chart stacked to 100 % reads in shares', () => {
    const one = chart({ kind: 'column', grouping: 'percentStacked', series: [series(), series({ name: 'Again' })] });
    expect(texts(drawn(one))).toEqual(expect.arrayContaining(['20%', '100%']));
  });
  it('of lines has a marker for each value that is a number', () => {
    const one = chart({ kind: 'line', grouping: 'standard', series: [series({ line: { paint: '#0F4C81', weight: 2, dash: 'solid' }, marker: { symbol: 'circle', size: 7, fill: '#FFFFFF', line: '#0F4C81' } })], legend: { ...PLAIN_CHART.legend, visible: false } });
    expect([...drawn(one).matchAll(/<path[^>]*fill="#FFFFFF"[^>]*stroke="#0F4C81"/gi)]).toHaveLength(2);
  });
});
