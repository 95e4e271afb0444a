/** Single cells of the user's over Microsoft's office.js: the right one, only that one, and back again. */
import type { CellRef } from '../../src/domain/cell';
import { CellEdits } from '../../src/excel/cellEdits';
import type { CellEdit, EditResult } from '../../src/excel/editState';
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import type { SerialDate } from '../../src/domain/measure';
import { sheet } from '../workbench/engine/snapshots';
import { type AddIn, openAddIn } from './openAddIn';
import { type PortfolioOptions, initiativeHeaders, initiativeRow, partnerRow, portfolioWorkbook } from './portfolios';
import { differences, everyCell } from './wholeWorkbook';

let addIn: AddIn;
let live: LiveWorkbook;
let edits: CellEdits;
afterEach(() => addIn.close());

const sponsorColumn = initiativeHeaders.indexOf('Sales sponsor');
const revenueColumn = initiativeHeaders.indexOf('Revenue');
const sponsorOf = (row: number): CellRef => ({ sheet: 'Initiatives', row, column: sponsorColumn });
const assign = (row: number, value: CellEdit['value'] = 'Jane Doe', more: Partial<CellEdit> = {}): CellEdit => ({ cell: sponsorOf(row), value, what: 'Sales sponsor', ...more });
const sheetId = (name: string): string => addIn.port.sheets().find((one) => one.name === name)!.id;
const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
const at = (cell: CellRef): unknown => addIn.port.values(sheetId(cell.sheet), area(cell.row, cell.column))[0]![0];
const type = (name: string, row: number, column: number, value: string | number | null): void => addIn.port.setCells(sheetId(name), area(row, column), [[{ value }]]);
const columns = initiativeHeaders.length;

async function open(options: PortfolioOptions = {}): Promise<ReadonlyMap<string, string>> {
  addIn = await openAddIn(portfolioWorkbook({
    initiatives: [
      initiativeRow('Joint launch', 'Northwind Systems'),
      initiativeRow('Migration', 'Halden Cloud', { 'Sales sponsor': undefined }),
      initiativeRow('Clinic', 'Halden Cloud', { 'Sales sponsor': 'vacant' }),
    ],
    ...options,
  }));
  live = new LiveWorkbook();
  edits = new CellEdits(live);
  await live.refresh();
  addIn.forget();
  return everyCell(addIn.port);
}
const changed = (before: ReadonlyMap<string, string>): readonly string[] => differences(before, everyCell(addIn.port));
const gaps = (): readonly string[] => {
  const state = live.getState();
  return state.kind === 'ready' ? state.portfolio.sponsorGaps.map(({ initiative }) => initiative.name) : [];
};
const done = (cell: CellRef): EditResult => ({ kind: 'done', cell });

describe('a sponsor is assigned', () => {
  test('in its cell alone, in three requests and a reading, and the portfolio knows at once', async () => {
    const before = await open();
    expect(gaps()).toEqual(['Migration', 'Clinic']);
    expect(await edits.edit(assign(2))).toEqual(done(sponsorOf(2)));
    expect(changed(before)).toEqual(['Initiatives!E3: empty -> "Jane Doe" | General']);
    expect(gaps()).toEqual(['Clinic']);
    expect(addIn.requests).toHaveLength(3 + 2);
    expect(edits.getState().last).toEqual({ what: 'Sales sponsor', cell: sponsorOf(2), to: 'Jane Doe' });
  });

  test.each(['=HYPERLINK("http://x","y")', '@SUM(1)', '-2+3', '007', 'TRUE', '1/2'])('as the text that it is: %s', async (text) => {
    await open();
    await edits.edit(assign(2, text));
    expect(at(sponsorOf(2))).toBe(text);
    expect(addIn.port.formulas(sheetId('Initiatives'), area(2, sponsorColumn))[0]![0]).toBeNull();
  });

  test('two quick presses write one after the other', async () => {
    const before = await open();
    await Promise.all([edits.edit(assign(2)), edits.edit(assign(3, 'Bob', { over: 'vacant' }))]);
    expect(changed(before)).toEqual(['Initiatives!E4: "vacant" | General -> "Bob" | General', 'Initiatives!E3: empty -> "Jane Doe" | General']);
  });
});

describe('the row is found by what it says', () => {
  const changes: readonly (readonly [string, () => void, CellRef])[] = [
    ['sorted since', () => addIn.port.sort(sheetId('Initiatives'), area(1, 0, 3, columns), [{ column: 0, ascending: false }], false), sponsorOf(1)],
    ['below rows that were inserted', () => addIn.port.insertCells(sheetId('Initiatives'), area(1, 0, 2, columns), 'down'), sponsorOf(4)],
    ['above a row that was deleted', () => addIn.port.deleteCells(sheetId('Initiatives'), area(1, 0, 1, columns), 'up'), sponsorOf(1)],
    ['in a column that moved to the right', () => addIn.port.insertCells(sheetId('Initiatives'), area(0, 0, 4, 1), 'right'), { ...sponsorOf(2), column: sponsorColumn + 1 }],
    ['on a sheet that was renamed', () => addIn.port.updateSheet(sheetId('Initiatives'), { name: 'Pipeline 2026' }), { ...sponsorOf(2), sheet: 'Pipeline 2026' }],
    ['in a table that was renamed', () => addIn.port.updateTable(addIn.port.tables().find(({ name }) => name === 'Initiatives')!.id, { name: 'Ventures' }), sponsorOf(2)],
    ['under a header that was renamed', () => type('Initiatives', 0, sponsorColumn, 'Sales exec sponsor'), sponsorOf(2)],
    ['in a hidden row', () => addIn.port.setRows(sheetId('Initiatives'), 2, 1, { hidden: true }), sponsorOf(2)],
    ['although another cell of it was edited', () => type('Initiatives', 2, revenueColumn, 5), sponsorOf(2)],
  ];
  test.each(changes)('%s', async (_, change, cell) => {
    await open();
    change();
    const before = everyCell(addIn.port);
    expect(await edits.edit(assign(2))).toEqual(done(cell));
    expect(at(cell)).toBe('Jane Doe');
    expect(changed(before)).toHaveLength(1);
    expect(await edits.undo()).toEqual(done(cell));
    expect(changed(before)).toEqual([]);
  });

  test('of two rows that are alike the one at its place', async () => {
    await open({ initiatives: [initiativeRow('Twin', 'Halden Cloud', { 'Sales sponsor': undefined }), initiativeRow('Twin', 'Halden Cloud', { 'Sales sponsor': undefined })] });
    expect(await edits.edit(assign(2))).toEqual(done(sponsorOf(2)));
    expect(at(sponsorOf(1))).toBeNull();
  });

  test('neither of two that are alike once their places changed', async () => {
    await open({ initiatives: [initiativeRow('Twin', 'Halden Cloud', { 'Sales sponsor': undefined }), initiativeRow('Twin', 'Halden Cloud', { 'Sales sponsor': undefined })] });
    addIn.port.insertCells(sheetId('Initiatives'), area(1, 0, 2, columns), 'down');
    const before = everyCell(addIn.port);
    expect(await edits.edit(assign(2))).toEqual({ kind: 'failed', message: expect.stringMatching(/several rows like that of Initiatives!E3/) });
    expect(changed(before)).toEqual([]);
  });

  test.each<[string, () => void]>([
    ['a row that is gone', () => addIn.port.deleteCells(sheetId('Initiatives'), area(2, 0, 1, columns), 'up')],
    ['a table that is gone', () => addIn.port.deleteSheet(sheetId('Initiatives'))],
    ['a column that is gone', () => addIn.port.deleteCells(sheetId('Initiatives'), area(0, sponsorColumn, 4, 1), 'left')],
  ])('%s is not written to', async (_, change) => {
    await open();
    change();
    const before = everyCell(addIn.port);
    expect(await edits.edit(assign(2))).toEqual({ kind: 'failed', message: expect.stringMatching(/^The row of Initiatives!E3 is no longer there/) });
    expect(changed(before)).toEqual([]);
    expect(edits.getState().last).toBeNull();
  });

  test('in plain rows under a title too', async () => {
    await open({
      sheets: [sheet('Plain', [['Our ventures'], [], initiativeHeaders, initiativeRow('Migration', 'Halden Cloud', { 'Sales sponsor': undefined })]), sheet('Partners', [['Partner', 'Tier'], ['Halden Cloud', 'Strategic']])],
      tables: [], names: [],
    });
    const cell = { sheet: 'Plain', row: 3, column: sponsorColumn };
    expect(await edits.edit({ cell, value: 'Jane Doe', what: 'Sales sponsor' })).toEqual(done(cell));
  });
});

describe('what somebody else entered meanwhile is asked about', () => {
  test('and written over after a yes', async () => {
    await open();
    type('Initiatives', 2, sponsorColumn, 'Bob');
    const asked = await edits.edit(assign(2));
    expect(asked).toEqual({ kind: 'asks', question: 'Initiatives!E3 holds "Bob" now. Write "Jane Doe" over it?', over: 'Bob' });
    expect(at(sponsorOf(2))).toBe('Bob');
    expect(await edits.edit(assign(2, 'Jane Doe', { over: 'Bob' }))).toEqual(done(sponsorOf(2)));
    expect(at(sponsorOf(2))).toBe('Jane Doe');
  });

  test('again where it changed once more before the yes', async () => {
    await open();
    type('Initiatives', 2, sponsorColumn, 'Cid');
    expect(await edits.edit(assign(2, 'Jane Doe', { over: 'Bob' }))).toEqual(expect.objectContaining({ kind: 'asks', over: 'Cid' }));
  });

  test('a formula is never written over unasked', async () => {
    await open({ initiatives: [initiativeRow('Migration', 'Halden Cloud', { 'Sales sponsor': '=IF(1=1,"Carla","")' })] });
    const asked = await edits.edit(assign(1));
    expect(asked).toEqual(expect.objectContaining({ kind: 'asks', over: '=IF(1=1,"Carla","")' }));
    const before = everyCell(addIn.port);
    await edits.edit(assign(1, 'Jane Doe', { over: '=IF(1=1,"Carla","")' }));
    expect(at(sponsorOf(1))).toBe('Jane Doe');
    await edits.undo();
    expect(changed(before)).toEqual([]);
  });
});

describe('what the sheet does not allow is said, and nothing stays', () => {
  test('a protected sheet', async () => {
    const { sheets, tables, names } = portfolioWorkbook({ initiatives: [initiativeRow('Migration', 'Halden Cloud', { 'Sales sponsor': undefined })] });
    const before = await open({ sheets: sheets.map((one) => (one.name === 'Initiatives' ? { ...one, protected: true } : one)), tables, names });
    expect(await edits.edit(assign(1))).toEqual({ kind: 'failed', message: expect.stringMatching(/^Initiatives!E2 is protected/) });
    expect(changed(before)).toEqual([]);
  });

  test('a value outside its list', async () => {
    const before = await open();
    await addIn.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Initiatives').getRange('E2:E4').dataValidation.rule = { list: { inCellDropDown: true, source: 'Carla,Bob' } };
      await context.sync();
    });
    expect(await edits.edit(assign(2))).toEqual({ kind: 'failed', message: expect.stringMatching(/does not allow "Jane Doe" in Initiatives!E3/) });
    expect(changed(before)).toEqual([]);
    expect(await edits.edit(assign(2, 'Bob'))).toEqual(done(sponsorOf(2)));
  });

  test('a cell that is in no table', async () => {
    await open();
    expect(await edits.edit({ cell: { sheet: 'Notes', row: 0, column: 0 }, value: 'x', what: 'Note' })).toEqual(expect.objectContaining({ kind: 'failed' }));
  });
});

describe('days and numbers', () => {
  const day = 46_200 as SerialDate;
  const inspected = { sheet: 'Initiatives', row: 2, column: initiativeHeaders.indexOf('Last inspected') };

  test.each([[false, 46_200], [true, 46_200 - 1_462]])('a day goes into the workbook\'s own date system (1904: %s)', async (date1904, serial) => {
    await open({ date1904, initiatives: [initiativeRow('A', 'Halden Cloud'), initiativeRow('Migration', 'Halden Cloud', { 'Last inspected': undefined })] });
    expect(await edits.edit({ cell: inspected, value: { day }, what: 'Last inspected' })).toEqual(done(inspected));
    expect(at(inspected)).toBe(serial);
    expect(addIn.port.numberFormats(sheetId('Initiatives'), area(2, inspected.column))[0]![0]).toBe('yyyy-mm-dd');
  });

  test('a number in a cell that was formatted as text is a number', async () => {
    await open();
    const revenue = { sheet: 'Initiatives', row: 2, column: revenueColumn };
    addIn.port.setNumberFormats(sheetId('Initiatives'), area(2, revenueColumn), [['@']]);
    type('Initiatives', 2, revenueColumn, '$1.2m');
    await live.refresh();
    const before = everyCell(addIn.port);
    await edits.edit({ cell: revenue, value: 1_200_000, what: 'Revenue' });
    expect(at(revenue)).toBe(1_200_000);
    await edits.undo();
    expect(changed(before)).toEqual([]);
  });
});

describe('taking back', () => {
  test('goes from the last write to the first, as far as they go', async () => {
    const before = await open();
    await edits.edit(assign(2));
    await edits.edit(assign(3, 'Bob'));
    expect(edits.getState().last?.to).toBe('Bob');
    await edits.undo();
    expect(edits.getState().last?.to).toBe('Jane Doe');
    await edits.undo();
    expect(changed(before)).toEqual([]);
    expect(await edits.undo()).toEqual({ kind: 'failed', message: 'There is nothing to undo.' });
  });

  test('asks where the cell holds something else by now', async () => {
    const before = await open();
    await edits.edit(assign(2));
    type('Initiatives', 2, sponsorColumn, 'Bob');
    expect(await edits.undo()).toEqual({ kind: 'asks', question: 'Initiatives!E3 holds "Bob" now. Empty it?', over: 'Bob' });
    expect(at(sponsorOf(2))).toBe('Bob');
    await edits.undo('Bob');
    expect(changed(before)).toEqual([]);
  });

  test('is not offered once the user has seen what was written', async () => {
    await open();
    await edits.edit(assign(2));
    edits.dismiss();
    expect(edits.getState().last).toBeNull();
  });

  test('of twenty writes at most', async () => {
    await open({ partners: [partnerRow('Halden Cloud')], initiatives: Array.from({ length: 22 }, (_, index) => initiativeRow(`Venture ${index}`, 'Halden Cloud', { 'Sales sponsor': undefined })) });
    for (let row = 1; row <= 22; row += 1) await edits.edit(assign(row));
    for (let undone = 0; undone < 20; undone += 1) expect((await edits.undo()).kind).toBe('done');
    expect(await edits.undo()).toEqual(expect.objectContaining({ kind: 'failed' }));
  }, 120_000);
});

test('a request that fails writes nothing and says what to do', async () => {
  for (let nth = 1; nth <= 3; nth += 1) {
    const before = await open();
    let seen = 0;
    addIn.breakWith(() => (++seen === nth ? { kind: 'error', code: 'GeneralException', message: 'Sorry' } as never : undefined));
    expect((await edits.edit(assign(2))).kind).toBe('failed');
    addIn.breakWith(null);
    expect(changed(before)).toEqual([]);
    if (nth < 3) addIn.close();
  }
});
