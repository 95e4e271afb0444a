import { SheetComposer } from '../../src/report/sheetComposer';

const grid = { columnWidths: [2, 11, 11, 2], first: 1, last: 2 };
const print = { orientation: 'landscape', pagesWide: 1, margin: 1.3, footer: { left: '', center: '', right: '' } } as const;

/** A sheet of sections, each given as the heights of its rows; a leading `+` binds a row to the next one. */
function breaksOf(pageHeight: number, ...sections: readonly (readonly string[])[]): readonly number[] {
  const sheet = new SheetComposer(grid);
  sheet.space(10);
  for (const section of sections) section.forEach((row, i) => sheet.space(Number(row.replace('+', '')), { startsSection: i === 0, keepWithNext: row.startsWith('+') }));
  return sheet.finish('Review', 1, {}, print, pageHeight).print.breaks;
}

describe('pages of a printed sheet', () => {
  test('sections that fit share a page', () => {
    expect(breaksOf(100, ['40'], ['40'])).toEqual([]);
  });
  test('a section that fits whole on the next page, and not on this one, begins there', () => {
    expect(breaksOf(100, ['70'], ['20', '20'])).toEqual([2]);
  });
  test('a long section begins on this page where half of it is free, and breaks between its rows', () => {
    expect(breaksOf(100, ['40'], ['30', '30', '30', '30'])).toEqual([4]);
  });
  test('a long section begins on a new page where little is left of this one', () => {
    expect(breaksOf(100, ['70'], ['30', '30', '30', '30'])).toEqual([2, 5]);
  });
  test('a heading without a list is bound to nothing in the section after it', () => {
    expect(breaksOf(100, ['70', '+10'], ['20', '20'])).toEqual([3]);
  });
  test('rows that belong together are never parted', () => {
    expect(breaksOf(100, ['+30', '30', '+30', '30'])).toEqual([3]);
  });
});

describe('room for charts', () => {
  const sheetWith = (before: number, room: number) => {
    const sheet = new SheetComposer(grid);
    sheet.space(10);
    sheet.space(before);
    const place = sheet.room(room);
    sheet.space(14);
    sheet.space(30);
    return { place, breaks: sheet.finish('Review', 1, {}, print, 100).print.breaks };
  };
  test('is as many rows as it takes, and at least as high', () => {
    expect(sheetWith(10, 33).place).toEqual({ row: 2, rows: 3 });
  });
  test.each([10, 30, 50, 70, 90])('after %i points is on one page with the row below it', (before) => {
    const { place, breaks } = sheetWith(before, 60);
    expect(breaks.filter((row) => row > place.row && row <= place.row + place.rows)).toEqual([]);
  });
  test('begins a new page where this one has too little left', () => {
    expect(sheetWith(50, 60).breaks).toEqual([2, 7]);
  });
});

describe('a composed sheet', () => {
  const sheet = new SheetComposer(grid);
  sheet.add([{ column: 1, value: 'a\nb', look: { bold: true }, span: 2 }], { height: 20 });
  sheet.add([{ column: 2, value: 7, link: { location: 'Initiatives!F7', screenTip: 'Seven' } }], { height: 20, look: { italic: true } });
  const plan = sheet.finish('Review', 1, { size: 10 }, print, 400);

  test('holds a rectangle of values, text on one line', () => {
    expect(plan.values).toEqual([[null, 'a b', null, null], [null, null, 7, null]]);
  });
  test('says each run of equal heights once', () => {
    expect(plan.rowHeights).toEqual([{ row: 0, rows: 2, height: 20 }]);
  });
  test('puts the look of a whole row under the looks of its cells', () => {
    expect(plan.looks.map(({ look }) => Object.keys(look)[0])).toEqual(['size', 'bold', 'italic']);
    expect(plan.looks[2]?.area).toEqual({ row: 1, column: 1, rows: 1, columns: 2 });
  });
  test('keeps links beside their cells', () => {
    expect(plan.links).toEqual([{ row: 1, column: 2, location: 'Initiatives!F7', screenTip: 'Seven' }]);
  });
});

describe('a list that goes on over pages', () => {
  const sheet = new SheetComposer(grid);
  const bold = { bold: true };
  sheet.space(10);
  sheet.add([{ column: 1, value: 'Partner', look: bold }], { height: 20, headsList: true, keepWithNext: true });
  for (const name of ['A', 'B', 'C', 'D']) sheet.add([{ column: 1, value: name, link: { location: `Partners!${name}`, screenTip: name } }], { height: 30 });
  sheet.add([{ column: 1, value: 'and 3 more' }], { height: 40, endsList: true });
  sheet.addLook({ row: 2, column: 1, rows: 4, columns: 1 }, { fill: '#FFFFFF' });
  sheet.readBack({ row: 2, column: 1, rows: 4, columns: 2 });
  const plan = sheet.finish('Review', 1, {}, print, 80);

  test('says its titles again at the top of each page, but not above what follows it', () => {
    expect(plan.values.map((row) => row[1])).toEqual([null, 'Partner', 'A', 'B', 'Partner', 'C', 'D', 'and 3 more']);
    expect(plan.print.breaks).toEqual([4, 7]);
    expect(plan.rowHeights).toEqual([{ row: 0, rows: 1, height: 10 }, { row: 1, rows: 1, height: 20 }, { row: 2, rows: 2, height: 30 }, { row: 4, rows: 1, height: 20 }, { row: 5, rows: 2, height: 30 }, { row: 7, rows: 1, height: 40 }]);
    expect(plan.print.area).toMatchObject({ rows: 8 });
  });
  test('looks there as it does above, and not like the rows around', () => {
    const of = (wanted: object): unknown[] => plan.looks.filter(({ look }) => look === wanted || Object.keys(look)[0] === Object.keys(wanted)[0]).map(({ area: { row, rows } }) => [row, rows]);
    expect(of(bold)).toEqual([[1, 1], [4, 1]]);
    expect(of({ fill: '' })).toEqual([[2, 2], [5, 2]]);
  });
  test('takes its links and what is read back with it', () => {
    expect(plan.links.map(({ row, screenTip }) => [row, screenTip])).toEqual([[2, 'A'], [3, 'B'], [5, 'C'], [6, 'D']]);
    expect(plan.readBack).toEqual({ row: 2, column: 1, rows: 5, columns: 2 });
  });
});
