/** Each law that a sheet plan must keep is broken once, and found out. */
import type { Look, SheetPlan } from '../../src/report/sheetPlan';
import { planProblems } from './planLaws';

const chart: SheetPlan['charts'][number] = {
  kind: 'bar', name: 'Health', title: 'Two are Red', place: { row: 6, column: 1, rows: 2, columns: 1 }, categories: { row: 3, column: 1, rows: 1, columns: 1 },
  series: [{ name: 'Health', values: { row: 3, column: 2, rows: 1, columns: 1 }, color: '#000000' }], labelFormat: '0', legend: false, scale: { minimum: 0, maximum: null, step: null },
};
const heading: Look = { size: 14, bold: true, vertical: 'Bottom' };
const header: Look = { size: 9, bold: true };
const row = (of: number): SheetPlan['looks'][number]['area'] => ({ row: of, column: 1, rows: 1, columns: 2 });
const rule: Look = { borderBottom: { color: '#E1E1E1', weight: 'Thin' } };

/** A heading, a header, two rows, and room for a chart. */
const sound: SheetPlan = {
  name: 'QBR', columnWidths: [2, 11, 11, 2], frozenRows: 1, readBack: null, charts: [chart], links: [{ row: 3, column: 1, location: 'A!A1', screenTip: 'A' }],
  rowHeights: [{ row: 0, rows: 9, height: 20 }],
  values: [[null, null, null, null], [null, 'Partners', null, null], [null, 'Partner', 'Health', null], [null, 'Acme', 71.5, null], [null, 'Borealis', 12, null], [null, null, null, null], [null, null, null, null], [null, null, null, null], [null, 'End', null, null]],
  looks: [{ area: { row: 0, column: 0, rows: 9, columns: 4 }, look: { size: 10, vertical: 'Center' } }, { area: row(1), look: heading }, { area: row(2), look: header }, { area: row(3), look: rule }, { area: row(4), look: rule }],
  print: { orientation: 'landscape', pagesWide: 1, margin: 1.3, titleRows: { row: 0, column: 0, rows: 1, columns: 4 }, footer: { left: '', center: '', right: '' }, breaks: [], area: { row: 0, column: 0, rows: 9, columns: 4 } },
};

/** One cell holds something else, maybe with another look. */
const withCell = (at: number, column: number, value: string | number | null, look: Look = {}): SheetPlan => ({
  ...sound, values: sound.values.map((cells, index) => (index === at ? cells.map((cell, place) => (place === column ? value : cell)) : cells)), looks: [...sound.looks, { area: { row: at, column, rows: 1, columns: 1 }, look }],
});
const withBreaks = (...breaks: number[]): SheetPlan => ({ ...sound, print: { ...sound.print, breaks } });

describe('the laws of a sheet plan', () => {
  test('are kept by a sound one', () => {
    expect(planProblems(sound)).toEqual([]);
    expect(planProblems(withBreaks(8))).toEqual([]);
  });

  test.each<[string, SheetPlan, string]>([
    ['text that runs into its neighbour', withCell(3, 1, 'The Consolidated International Company'), 'B4 is clipped'],
    ['text that runs beyond the grid', withCell(8, 1, 'A sentence of so many words that it cannot be read in two columns at all'), 'B9 is clipped'],
    ['text to the right that runs into its neighbour', withCell(3, 2, 'The Consolidated International Company', { horizontal: 'Right' }), 'C4 is clipped'],
    ['text over cells of another fill', { ...withCell(8, 1, 'A sentence of some words'), looks: [...sound.looks, { area: { row: 8, column: 2, rows: 1, columns: 1 }, look: { fill: '#F3F6FA' } }] }, 'B9 is clipped'],
    ['a number wider than its column', withCell(3, 2, 123_456_789_012.5, { numberFormat: '#,##0.0' }), 'C4 would show #### for 123,456,789,012.5'],
    ['a row too low for its letters', withCell(8, 1, 'End', { size: 20 }), 'B9 needs a row of'],
    ['a row of too few cells', { ...sound, values: sound.values.map((cells, at) => (at === 8 ? cells.slice(1) : cells)) }, 'Row 9 has 3 cells of 4'],
    ['text in a margin', withCell(8, 3, 'x'), 'Row 9 has text in a margin'],
    ['a look beyond the sheet', { ...sound, looks: [...sound.looks, { area: { row: 8, column: 1, rows: 2, columns: 1 }, look: rule }] }, 'B9:B10 is beyond the sheet'],
    ['a link on nothing', { ...sound, links: [{ row: 5, column: 1, location: 'A!A1', screenTip: '' }] }, 'A link stands on the empty cell B6'],
    ['a chart over text', { ...sound, charts: [{ ...chart, place: { ...chart.place, row: 7 } }] }, '"Two are Red" lies over B9'],
    ['a chart over another', { ...sound, charts: [chart, { ...chart, title: 'Other' }] }, '"Two are Red" lies over "Other"'],
    ['a chart beyond the grid', { ...sound, charts: [{ ...chart, place: { ...chart.place, columns: 3 } }] }, 'stands beyond the grid'],
    ['a page that begins within a chart', withBreaks(7), 'begins within the chart'],
    ['a page that ends with a heading', withBreaks(2), 'Page 1 ends with the heading of row 2'],
    ['a page that ends with a header', withBreaks(3), 'Page 1 ends with the header of row 3'],
    ['a page that begins within a list', withBreaks(4), 'Page 2 begins within a list'],
    ['a page that ends within an item', { ...withBreaks(4), looks: [...sound.looks.filter(({ area }) => area.row !== 3), { area: row(3), look: { bold: true } }] }, 'Page 1 ends within the item of row 4'],
    ['an empty page', { ...withBreaks(5), charts: [], values: sound.values.map((cells, at) => (at === 8 ? [null, null, null, null] : cells)) }, 'Page 2 is empty'],
    ['a page higher than its paper', { ...sound, rowHeights: [{ row: 0, rows: 9, height: 60 }] }, 'A4 holds'],
    ['a printed part', { ...sound, print: { ...sound.print, area: row(1) } }, 'not the whole sheet'],
    ['a word of the program', withCell(8, 1, 'undefined gaps'), 'B9 is badly worded'],
    ['a count of nothing', withCell(8, 1, '0 partners are Red'), 'B9 is badly worded'],
    ['a wrong plural', withCell(8, 1, '1 points'), 'B9 is badly worded'],
    ['a sentence that ends twice', withCell(8, 1, 'So it is…. '), 'B9 is badly worded'],
  ])('find %s', (_, broken, sentence) => {
    expect(planProblems(broken)).toEqual(expect.arrayContaining([expect.stringContaining(sentence)]));
  });
});
