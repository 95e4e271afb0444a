/** History over Microsoft's office.js: written with the review, once per as-of date, and read back whatever its owner did to it. */
import { serialOf } from '../../src/domain/calendar';
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import { markName } from '../../src/excel/sheetMark';
import { writeQbr } from '../../src/excel/writeQbr';
import { readXlsx } from '../../src/workbench/xlsx/readXlsx';
import { writeXlsx } from '../../src/workbench/xlsx/writeXlsx';
import { sheet, table } from '../workbench/engine/snapshots';
import { HistorySheet, judgeOn, snapshotsRead, told, writeOn } from './historySheet';
import { type AddIn, openAddIn } from './openAddIn';
import { initiativeRow, partnerHeaders, partnerRow, portfolioWorkbook } from './portfolios';
import { TestClock, settled, until } from './testClock';

jest.setTimeout(60_000);

let addIn: AddIn;
let history: HistorySheet;
afterEach(() => addIn.close());

async function open(...[workbook = portfolioWorkbook(), options]: Partial<Parameters<typeof openAddIn>>): Promise<void> {
  addIn = await openAddIn(workbook, options);
  history = new HistorySheet(addIn);
}

const sheetNames = (): string[] => addIn.port.sheets().map(({ name }) => name);
const tablesOn = (id: string): string[] => addIn.port.tables().filter((one) => one.sheet === id).map(({ name }) => name);
const written = (sheetName: string, outcome: string) => ({ kind: 'written', sheet: sheetName, history: outcome });

const headers = [
  'Quarter', 'As of', 'Partner', 'Health', 'Rating', 'Confidence', 'Revenue score', 'Pipeline score', 'Traction score', 'Sponsorship score',
  'Governance score', 'Relationship score', 'Revenue', 'Revenue target', 'Pipeline', 'Pipeline coverage', 'Portfolio health', 'Made on', 'Run',
];

describe('the first review', () => {
  test('makes a hidden sheet of the product with one row for each partner, ended ones too', async () => {
    await open(portfolioWorkbook({ partners: [partnerRow('Northwind Systems'), partnerRow('Halden Cloud'), partnerRow('Old Mill', { Status: 'Ended' })] }));
    expect(await writeOn('2026-10-02')).toEqual(written('QBR 2026 Q3', 'written'));
    expect(history.sheet).toMatchObject({ visibility: 'Hidden' });
    expect(history.mark).toMatch(/^="data [0-9a-f-]{36}"$/);
    expect(history.table).toMatchObject({ name: 'AllianceHistory', area: { row: 0, column: 0, rows: 4, columns: 19 } });
    expect(history.table.columns.map(({ name }) => name)).toEqual(headers);
    const [northwind, , ended] = history.rows();
    expect(northwind).toEqual({
      Quarter: '2026 Q3', 'As of': serialOf(2026, 9, 30), Partner: 'Northwind Systems', Health: 86.232723, Rating: 'Green', Confidence: 0.85,
      'Revenue score': 87.659381, 'Pipeline score': 60, 'Traction score': null, 'Sponsorship score': 100, 'Governance score': 100, 'Relationship score': null,
      Revenue: 700_000, 'Revenue target': 1_200_000, Pipeline: 900_000, 'Pipeline coverage': 1.8, 'Portfolio health': 76.820958,
      'Made on': serialOf(2026, 10, 2), Run: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}$/),
    });
    expect(ended).toMatchObject({ Partner: 'Old Mill', Health: null, Rating: 'Not rated', 'Portfolio health': 76.820958 });
    expect(addIn.port.numberFormats(history.id, history.area(1, 1, 1, 5))).toEqual([['yyyy-mm-dd', 'General', '0.0', 'General', '0%']]);
    expect(sheetNames()).toEqual(['Partners', 'Initiatives', 'Notes', 'Alliance data', 'QBR 2026 Q3']);
  });

  test('says the quarter that holds the as-of date, also early in it, when the review looks back', async () => {
    await open(portfolioWorkbook({ asOf: '2026-10-05' }));
    expect(await writeOn('2026-10-05')).toMatchObject({ sheet: 'QBR 2026 Q3' });
    expect(history.rows()[0]).toMatchObject({ Quarter: '2026 Q4' });
  });

  test('takes other names where the user has a sheet, a table or a name of these', async () => {
    await open(portfolioWorkbook({
      more: [sheet('alliance data', [['Budget']])],
      names: [{ name: 'AllianceHistory', sheet: null, formula: '=Notes!$A$1', comment: '', visible: true }],
      asOf: '2026-09-30',
    }));
    expect((await writeOn('2026-10-02')).kind).toBe('written');
    history = new HistorySheet(addIn, 'Alliance data (2)');
    expect(history.table.name).toBe('AllianceHistory2');
    expect(told(await snapshotsRead())).toHaveLength(2);
  });

  test('finds the tables of a user who calls their own sheet "Alliance data"', async () => {
    await open(portfolioWorkbook({
      sheets: [sheet('Alliance data', [partnerHeaders, partnerRow('Acme')])],
      tables: [table('Partners', 'alliance data', { row: 0, column: 0, rows: 2 }, partnerHeaders)], names: [],
    }));
    expect((await writeOn('2026-10-02')).kind).toBe('written');
    expect(new HistorySheet(addIn, 'Alliance data (2)').rows().map(({ Partner }) => Partner)).toEqual(['Acme']);
  });

  test('keeps the names of partners from doing anything', async () => {
    const hostile = ['=HYPERLINK("http://x","y")', '+1', '@SUM(1)', '1-2', '007', 'TRUE'];
    await open(portfolioWorkbook({ partners: hostile.map((name) => partnerRow(name).map((value, column) => (column === 0 ? { value: name, quoted: true as const } : value))) }));
    await writeOn('2026-10-02');
    expect(history.rows().map(({ Partner }) => Partner)).toEqual(hostile);
    expect(addIn.port.formulas(history.id, history.table.area).flat().every((formula) => formula === null)).toBe(true);
    await writeOn('2026-10-02');
    expect(history.rows().map(({ Partner }) => Partner)).toEqual(hostile);
    expect((await snapshotsRead()).map(({ name }) => name)).toEqual(hostile);
  });
});

describe('once per as-of date', () => {
  const september = ['2026-09-30 Northwind Systems Green 86.2, made 2026-10-02', '2026-09-30 Halden Cloud Amber 67.4, made 2026-10-02'];

  test('the next quarter is added below', async () => {
    await open();
    await writeOn('2026-10-02');
    judgeOn(addIn, '2026-12-31');
    addIn.forget();
    expect(await writeOn('2027-01-04')).toEqual(written('QBR 2026 Q4', 'written'));
    expect(addIn.requests.length).toBeLessThanOrEqual(6);
    const snapshots = await snapshotsRead();
    expect(told(snapshots).slice(0, 2)).toEqual(september);
    expect(told(snapshots).slice(2)).toEqual([expect.stringMatching(/^2026-12-31 Northwind Systems .*, made 2027-01-04$/), expect.stringMatching(/^2026-12-31 Halden Cloud .*, made 2027-01-04$/)]);
    expect(history.table.area.rows).toBe(5);
    expect(addIn.port.numberFormats(history.id, history.area(4, 1, 1, 5))).toEqual([['yyyy-mm-dd', 'General', '0.0', 'General', '0%']]);
  });

  test('a second review of the same day takes the place of the first, and of nothing else', async () => {
    await open();
    judgeOn(addIn, '2026-06-30');
    await writeOn('2026-10-02');
    judgeOn(addIn, '2026-09-30');
    await writeOn('2026-10-02');
    const before = history.rows();
    // Somebody keeps notes beside the table, and a row of their own at its end.
    addIn.port.setCells(history.id, history.area(4, 20), [[{ value: 'note' }]]);
    history.sort('Partner');
    addIn.port.setCells(addIn.port.sheets()[0]!.id, history.area(1, 0), [[{ value: 'Northwind Group' }]]);
    addIn.port.setCells(addIn.port.sheets()[1]!.id, history.area(1, 1), [[{ value: 'Northwind Group' }]]);
    addIn.forget();
    expect(await writeOn('2026-10-02')).toEqual(written('QBR 2026 Q3 (2)', 'replaced'));
    expect(addIn.requests.length).toBeLessThanOrEqual(6);
    const rows = history.rows();
    expect(rows.map((row) => [row['As of'], row.Partner])).toEqual([
      [serialOf(2026, 6, 30), 'Halden Cloud'], [serialOf(2026, 6, 30), 'Northwind Systems'], [serialOf(2026, 9, 30), 'Northwind Group'], [serialOf(2026, 9, 30), 'Halden Cloud'],
    ]);
    expect(rows[3]?.Run).not.toBe(before[3]?.Run);
    expect(addIn.port.values(history.id, history.area(4, 20))).toEqual([['note']]);
  });

  test('rows that its owner copied to another as-of date stay', async () => {
    await open();
    await writeOn('2026-10-02');
    addIn.port.setCells(history.id, history.area(2, 1), [[{ value: serialOf(2026, 6, 30) }]]);
    await writeOn('2026-10-02');
    expect(told(await snapshotsRead())).toEqual(['2026-06-30 Halden Cloud Amber 67.4, made 2026-10-02', ...september]);
  });

  test('snapshots of an earlier day are what was known then: they are kept, and the review is written all the same', async () => {
    await open();
    await writeOn('2026-10-02');
    const before = history.cells();
    addIn.port.setCells(addIn.port.sheets()[1]!.id, history.area(1, 6), [[{ value: 100_000 }]]);
    expect(await writeOn('2026-10-03')).toEqual(written('QBR 2026 Q3 (2)', 'kept'));
    expect(history.cells()).toEqual(before);
    expect(told(await snapshotsRead())).toEqual(september);
  });

  test('of two rows of one day that both stand, since Excel refused the last request, the lower one is the new one', async () => {
    await open();
    await writeOn('2026-10-02');
    const [{ Run: first } = {}] = history.rows();
    addIn.forget();
    addIn.breakWith(() => (addIn.requests.length === 6 ? { kind: 'error', code: 'AccessDenied' } : undefined));
    expect(await writeOn('2026-10-02')).toEqual(written('QBR 2026 Q3 (2)', 'replaced'));
    addIn.breakWith(null);
    const runs = history.rows().map(({ Run }) => Run);
    expect(runs.slice(0, 2)).toEqual([first, first]);
    expect(new Set(runs.slice(2)).has(first ?? null)).toBe(false);
    expect(runs).toHaveLength(4);
    await writeOn('2026-10-02');
    expect(told(await snapshotsRead())).toEqual(september);
  });

  test('the portfolio knows the new rows from its next reading on, and none is made for them', async () => {
    await open();
    const clock = new TestClock('2026-10-02T12:00:00');
    const live = new LiveWorkbook({ clock });
    await live.refresh();
    addIn.forget();
    await writeQbr({ clock }, live);
    await settled(300);
    expect(addIn.requests).toHaveLength(5);
    const state = await live.refresh();
    expect(state.kind === 'ready' && told(state.portfolio.rows.history)).toEqual(september);
  });

  test('what somebody does on the sheet is read soon', async () => {
    await open();
    await writeOn('2026-10-02');
    const live = new LiveWorkbook();
    live.subscribe(() => undefined);
    const count = (): number => {
      const state = live.getState();
      return state.kind === 'ready' ? state.portfolio.rows.history.length : 0;
    };
    await until(() => count() === 2);
    addIn.port.deleteCells(history.id, { ...history.table.area, row: 1, rows: 1 }, 'up');
    await until(() => count() === 1);
    expect(count()).toBe(1);
  });
});

describe('whatever its owner does to it', () => {
  test('sorted, filtered, widened and partly deleted it is read back, and the next rows go to their columns', async () => {
    await open();
    await writeOn('2026-10-02');
    judgeOn(addIn, '2026-12-31');
    await writeOn('2027-01-04');
    history.sort('Health', false);
    addIn.port.deleteCells(history.id, { ...history.table.area, row: 1, rows: 1 }, 'up');
    addIn.port.insertCells(history.id, history.area(0, 0, 1_048_576), 'right');
    addIn.port.setCells(history.id, history.area(0, 0), [[{ value: 'Ours' }]]);
    addIn.port.updateTable(history.table.id, { area: { ...history.table.area, column: 0, columns: 20 } });
    addIn.port.filterTable(history.table.id, [{ column: 3, values: ['Halden Cloud'] }]);
    const left = told(await snapshotsRead());
    expect(left).toHaveLength(3);
    judgeOn(addIn, '2027-03-31');
    expect(await writeOn('2027-04-02')).toMatchObject({ history: 'written' });
    const after = told(await snapshotsRead());
    expect(after.slice(0, 3)).toEqual(left);
    expect(after.slice(3)).toEqual([expect.stringMatching(/^2027-03-31 Northwind Systems .*, made 2027-04-02$/), expect.stringMatching(/^2027-03-31 Halden Cloud .*, made 2027-04-02$/)]);
    expect(history.rows().map(({ Ours }) => Ours)).toEqual([null, null, null, null, null]);
    expect(sheetNames().filter((name) => name.startsWith('Alliance'))).toEqual(['Alliance data']);
  });

  test('with a column moved', async () => {
    await open();
    await writeOn('2026-10-02');
    const { area } = history.table;
    const values = addIn.port.values(history.id, area) as (string | number | null)[][];
    // The last column comes first.
    addIn.port.setCells(history.id, area, values.map((row) => [row.at(-1) ?? null, ...row.slice(0, -1)].map((value) => ({ value }))));
    judgeOn(addIn, '2026-12-31');
    await writeOn('2027-01-04');
    expect(history.table.columns[0]?.name).toBe('Run');
    expect(history.rows()[2]).toMatchObject({ 'As of': serialOf(2026, 12, 31), Partner: 'Northwind Systems', Run: expect.stringMatching(/^[0-9a-f]{8}-/) });
    expect(await snapshotsRead()).toHaveLength(4);
  });

  test('emptied, it is filled again', async () => {
    await open();
    await writeOn('2026-10-02');
    addIn.port.clear(history.id, { ...history.table.area, row: 1, rows: 2 }, 'contents');
    expect(await writeOn('2026-10-03')).toMatchObject({ history: 'written' });
    expect(await snapshotsRead()).toHaveLength(2);
  });

  test('shown, it stays shown, and the product\'s own', async () => {
    await open();
    await writeOn('2026-10-02');
    addIn.port.updateSheet(history.id, { visibility: 'Visible', name: 'Our history' });
    judgeOn(addIn, '2026-12-31');
    await writeOn('2027-01-04');
    expect(addIn.port.sheets().find(({ name }) => name === 'Our history')?.visibility).toBe('Visible');
    expect(sheetNames()).not.toContain('Alliance data');
    expect(await snapshotsRead()).toHaveLength(4);
  });

  test('deleted, it comes anew', async () => {
    await open();
    await writeOn('2026-10-02');
    addIn.port.deleteSheet(history.id);
    expect(await writeOn('2026-10-03')).toEqual(written('QBR 2026 Q3 (2)', 'written'));
    expect(told(await snapshotsRead())).toEqual([expect.stringMatching(/made 2026-10-03$/), expect.stringMatching(/made 2026-10-03$/)]);
  });

  test.each<[string, () => void]>([
    ['turned into plain cells', () => addIn.port.removeTable(history.table.id)],
    ['without one of its columns', () => addIn.port.deleteCells(history.id, { ...history.table.area, column: history.column('Confidence'), columns: 1 }, 'left')],
  ])('%s it stays as it is, and a new sheet begins with what it says', async (_, change) => {
    await open();
    await writeOn('2026-10-02');
    change();
    const before = history.cells();
    const known = told(await snapshotsRead());
    judgeOn(addIn, '2026-12-31');
    await writeOn('2027-01-04');
    expect(history.cells()).toEqual(before);
    const after = new HistorySheet(addIn, 'Alliance data (2)');
    expect(after.table.name).toMatch(/^AllianceHistory/);
    expect(told(await snapshotsRead()).slice(0, -2)).toEqual(known);
    expect(after.rows()).toHaveLength(known.length + 2);
  });

  test('without a header row it stands in the way, in one sentence', async () => {
    await open();
    await writeOn('2026-10-02');
    addIn.port.updateTable(history.table.id, { showHeaders: false });
    judgeOn(addIn, '2026-12-31');
    const before = history.cells();
    expect(await writeOn('2027-01-04')).toEqual({
      kind: 'failed',
      message: 'A table on the hidden sheet "Alliance data" shows no header row, so what earlier reviews said cannot be read. Unhide the sheet (right-click on a tab, Unhide), show the row (Table Design, Header Row), then try again.',
    });
    expect(history.cells()).toEqual(before);
    expect(sheetNames().filter((name) => name.startsWith('QBR'))).toEqual(['QBR 2026 Q3']);
  });

  test('mended after a new one was begun, the new one still counts', async () => {
    await open();
    await writeOn('2026-10-02');
    const { area } = history.table;
    addIn.port.removeTable(history.table.id);
    judgeOn(addIn, '2026-12-31');
    await writeOn('2027-01-04');
    addIn.port.addTable(history.id, area, null, true);
    expect(await snapshotsRead()).toHaveLength(4);
    judgeOn(addIn, '2027-03-31');
    await writeOn('2027-04-02');
    expect(new HistorySheet(addIn, 'Alliance data (2)').rows()).toHaveLength(6);
    expect(await snapshotsRead()).toHaveLength(6);
  });

  test('moved to a sheet of the user\'s, the new one begins with it', async () => {
    await open(portfolioWorkbook({
      more: [sheet('Track record', [
        ['Partner', 'As of', 'Health', 'RAG', 'Revenue ($k)', 'Confidence'], ['Halden Cloud', '2026-06-30', 71.5, 'amber', 250, '85%'], ['Nobody', 'soon', 3],
      ])],
    }));
    expect(told(await snapshotsRead())).toEqual(['2026-06-30 Halden Cloud Amber 71.5, made ?']);
    await writeOn('2026-10-02');
    expect(history.rows()[0]).toMatchObject({ Partner: 'Halden Cloud', 'As of': serialOf(2026, 6, 30), Health: 71.5, Rating: 'Amber', Revenue: 250_000, Confidence: 0.85, Run: null });
    expect(history.rows()).toHaveLength(3);
  });

  test('protected, it stands in the way, in one sentence, and nothing changes', async () => {
    await open();
    await writeOn('2026-10-02');
    await addIn.ask((context) => {
      context.workbook.worksheets.getItem('Alliance data').protection.protect();
      return () => undefined;
    });
    judgeOn(addIn, '2026-12-31');
    const before = history.cells();
    expect(await writeOn('2027-01-04')).toEqual({
      kind: 'failed',
      message: 'The hidden sheet "Alliance data" keeps what earlier reviews said, and it is protected. Unhide it (right-click on a tab, Unhide), remove its protection (Review, Unprotect Sheet), then try again.',
    });
    expect(history.cells()).toEqual(before);
    expect(sheetNames().filter((name) => name.startsWith('QBR'))).toEqual(['QBR 2026 Q3']);
  });

  test('put very far away, it is still read and written', async () => {
    await open();
    await writeOn('2026-10-02');
    addIn.port.updateSheet(history.id, { visibility: 'VeryHidden' });
    judgeOn(addIn, '2026-12-31');
    await writeOn('2027-01-04');
    expect(await snapshotsRead()).toHaveLength(4);
  });

  test('beside another table of the product it finds a place of its own', async () => {
    const answers = ['Date', 'Assessor', 'Area', 'Level', 'Evidence'];
    await open(portfolioWorkbook({
      more: [sheet('Alliance data', [answers, ['2026-09-01', 'Ines', 'Process', 3]], { visibility: 'Hidden' })],
      names: [
        { name: 'AllianceAsOf', sheet: null, formula: '=Notes!$B$1', comment: '', visible: true },
        { name: markName, sheet: 'alliance data', formula: '="data 1"', comment: '', visible: false },
      ],
    }));
    await writeOn('2026-10-02');
    expect(history.table.area).toEqual({ row: 0, column: 6, rows: 3, columns: 19 });
    expect(addIn.port.values(history.id, history.area(0, 0, 2, 5))).toEqual([answers, ['2026-09-01', 'Ines', 'Process', 3, null]]);
    await writeOn('2026-10-02');
    expect(told(await snapshotsRead())).toHaveLength(2);
  });
});

describe('in files', () => {
  test('it is there again after saving and opening', async () => {
    await open();
    await writeOn('2026-10-02');
    const known = await snapshotsRead();
    await addIn.port.settle();
    const { bytes } = writeXlsx(addIn.port.snapshot(), null);
    addIn.close();
    const opened = readXlsx(bytes, 'book.xlsx');
    if (!opened.ok) throw new Error(opened.sentence);
    await open(opened.snapshot);
    expect(await snapshotsRead()).toEqual(known);
    expect(known).toHaveLength(2);
    expect(history.sheet?.visibility).toBe('Hidden');
    expect(await writeOn('2026-10-02')).toMatchObject({ history: 'replaced' });
    expect(sheetNames().filter((name) => name.startsWith('Alliance'))).toEqual(['Alliance data']);
    expect(await snapshotsRead()).toHaveLength(2);
  });

  test('in a workbook of the 1904 date system it says the same days', async () => {
    await open(portfolioWorkbook({ date1904: true }));
    await writeOn('2026-10-02');
    expect(history.rows()[0]).toMatchObject({ 'As of': serialOf(2026, 9, 30) - 1_462, 'Made on': serialOf(2026, 10, 2) - 1_462 });
    expect(told(await snapshotsRead())[0]).toBe('2026-09-30 Northwind Systems Green 86.2, made 2026-10-02');
    await writeOn('2026-10-02');
    expect(await snapshotsRead()).toHaveLength(2);
    expect(await writeOn('2026-10-03')).toMatchObject({ history: 'kept' });
  });

  test('of a thousand partners it takes requests of under 4 MB, at first and again', async () => {
    const partners = Array.from({ length: 1_000 }, (_, index) => partnerRow(`Partner number ${index}`));
    const initiatives = [initiativeRow('Joint launch', 'Partner number 1')];
    await open(portfolioWorkbook({ partners, initiatives }));
    await writeOn('2026-10-02');
    judgeOn(addIn, '2026-12-31');
    await writeOn('2027-01-04');
    await writeOn('2027-01-04');
    expect(Math.max(...addIn.requests.map(({ bytes }) => bytes))).toBeLessThanOrEqual(4_194_304);
    expect(history.rows()).toHaveLength(2_000);
    expect(new Set(history.rows().slice(1_000).map((row) => row['As of']))).toEqual(new Set([serialOf(2026, 12, 31)]));
  }, 240_000);
});

describe('a review that broke off', () => {
  /** A workbook with last quarter's rows, and a review of this one of which the sheet was never finished. */
  async function brokenOff(): Promise<void> {
    await open();
    judgeOn(addIn, '2026-06-30');
    await writeOn('2026-07-02');
    judgeOn(addIn, '2026-09-30');
    await writeOn('2026-10-02');
    const review = addIn.port.sheets().find(({ name }) => name === 'QBR 2026 Q3')!.id;
    const mark = addIn.port.names().find(({ name, sheet: on }) => name === markName && on === review)!;
    addIn.port.setName({ ...mark, formula: mark.formula.replace('complete', 'building') });
    // Somebody sorts it meanwhile.
    history.sort('Partner');
  }

  test('has no rows that count, and the next start takes them away with its sheet', async () => {
    await brokenOff();
    expect(history.rows()).toHaveLength(4);
    expect(told(await snapshotsRead())).toEqual([expect.stringMatching(/^2026-06-30 Halden/), expect.stringMatching(/^2026-06-30 Northwind/)]);
    expect(history.rows().map((row) => row['As of'])).toEqual([serialOf(2026, 6, 30), serialOf(2026, 6, 30)]);
    expect(sheetNames()).not.toContain('QBR 2026 Q3');
    expect(told(await snapshotsRead())).toHaveLength(2);
  });

  test('has no rows that count on a copy of the sheet either, which lost its mark', async () => {
    await brokenOff();
    addIn.port.removeName(markName, history.id);
    expect(told(await snapshotsRead())).toHaveLength(2);
    expect(history.rows()).toHaveLength(2);
    expect(sheetNames()).not.toContain('QBR 2026 Q3');
  });

  test('keeps its mark as long as its rows cannot be taken away', async () => {
    await brokenOff();
    addIn.forget();
    addIn.breakWith(() => (addIn.requests.length === 7 ? { kind: 'error', code: 'AccessDenied' } : undefined));
    expect(await snapshotsRead()).toHaveLength(2);
    addIn.breakWith(null);
    expect(sheetNames()).toContain('QBR 2026 Q3');
    expect(await snapshotsRead()).toHaveLength(2);
    expect(sheetNames()).not.toContain('QBR 2026 Q3');
    expect(history.rows()).toHaveLength(2);
  });

  test('on a sheet of own tables that held nothing else leaves no table', async () => {
    await open();
    await writeOn('2026-10-02');
    const review = addIn.port.sheets().find(({ name }) => name === 'QBR 2026 Q3')!.id;
    const mark = addIn.port.names().find(({ name, sheet: on }) => name === markName && on === review)!;
    addIn.port.setName({ ...mark, formula: mark.formula.replace('complete', 'building') });
    expect(await snapshotsRead()).toEqual([]);
    expect(tablesOn(history.id)).toEqual([]);
    await writeOn('2026-10-02');
    expect(history.table.area.column).toBe(0);
    expect(await snapshotsRead()).toHaveLength(2);
  });
});
