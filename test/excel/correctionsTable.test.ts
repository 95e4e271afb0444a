/** Logging a course correction over Microsoft's office.js: one row more, wherever the table is, and its table only when asked for. */
import { fromIsoText } from '../../src/domain/calendar';
import type { SerialDate } from '../../src/domain/measure';
import { CellEdits } from '../../src/excel/cellEdits';
import { type LogResult, type NewCorrection, logCorrection } from '../../src/excel/correctionsTable';
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import { sheet, table } from '../workbench/engine/snapshots';
import type { Written } from '../workbench/engine/snapshots';
import { type AddIn, openAddIn } from './openAddIn';
import { portfolioWorkbook } from './portfolios';
import { differences, everyCell } from './wholeWorkbook';

let addIn: AddIn;
let live: LiveWorkbook;
let edits: CellEdits;
afterEach(() => addIn.close());

const day = (text: string): SerialDate => fromIsoText(text) as SerialDate;
const correction: NewCorrection = {
  date: day('2026-09-30'), partner: 'Halden Cloud', initiative: 'Migration', correction: 'Weekly sales call', reason: 'No traction', measure: 'Traction', owner: 'Ines', reviewOn: day('2026-12-29'), status: 'Open',
};
const headers = ['Date', 'Partner', 'Correction', 'Why', 'My own', 'Review on'];
const earlier: Written[] = [{ value: 46_000, style: undefined } as never, 'Halden Cloud', 'New owner', '', '', ''];
const sheetId = (name: string): string => addIn.port.sheets().find((one) => one.name === name)!.id;

async function open(rows: readonly (readonly Written[])[] | null, { asTable = true } = {}): Promise<ReadonlyMap<string, string>> {
  const plain = portfolioWorkbook();
  addIn = await openAddIn(rows === null ? plain : {
    ...plain,
    sheets: [...plain.sheets, sheet('Log', rows)],
    tables: asTable ? [...plain.tables, table('Log', 'log', { row: 0, column: 0, rows: rows.length }, headers)] : plain.tables,
  });
  live = new LiveWorkbook();
  edits = new CellEdits(live);
  await live.refresh();
  addIn.forget();
  return everyCell(addIn.port);
}
const log = (create = false, what = correction): Promise<LogResult> => logCorrection(what, { create, edits, live });
const changed = (before: ReadonlyMap<string, string>): readonly string[] => differences(before, everyCell(addIn.port));
const logged = (): readonly string[] => {
  const state = live.getState();
  return state.kind === 'ready' ? state.portfolio.corrections.map((effect) => effect.correction.correction) : [];
};

describe('with a table', () => {
  test('it is one row more at its end, by header, and the portfolio knows at once', async () => {
    const before = await open([headers, earlier]);
    expect(await log()).toEqual({ kind: 'done', cell: { sheet: 'Log', row: 2, column: 2 } });
    expect(changed(before)).toEqual([
      'Log!A3: empty -> 46295 | yyyy-mm-dd', 'Log!B3: empty -> "Halden Cloud" | General', 'Log!C3: empty -> "Weekly sales call" | General', 'Log!D3: empty -> "No traction" | General', 'Log!F3: empty -> 46385 | yyyy-mm-dd',
    ]);
    expect(logged()).toEqual(['New owner', 'Weekly sales call']);
    expect(edits.getState().last).toEqual({ what: 'Course correction', cell: { sheet: 'Log', row: 2, column: 2 }, to: 'Weekly sales call' });
  });

  test('undo takes the row away again, wherever it was sorted to', async () => {
    const before = await open([headers, earlier]);
    await log();
    addIn.port.sort(sheetId('Log'), { row: 1, column: 0, rows: 2, columns: 6 }, [{ column: 0, ascending: false }], false);
    expect((await edits.undo()).kind).toBe('done');
    expect(changed(before)).toEqual([]);
    expect(logged()).toEqual(['New owner']);
    expect(addIn.port.tables().find(({ name }) => name === 'Log')?.area.rows).toBe(2);
  });

  test('one that was edited since is left to the user', async () => {
    await open([headers, earlier]);
    await log();
    addIn.port.setCells(sheetId('Log'), { row: 2, column: 3, rows: 1, columns: 1 }, [[{ value: 'Another reason' }]]);
    expect(await edits.undo()).toEqual({ kind: 'failed', message: expect.stringMatching(/was changed or moved since/) });
    expect(logged()).toHaveLength(2);
  });

  test('words that look like a formula stay words', async () => {
    await open([headers, earlier]);
    await log(false, { ...correction, correction: '=HYPERLINK("http://x","y")' });
    expect(logged()).toContain('=HYPERLINK("http://x","y")');
  });
});

describe('with plain rows', () => {
  test('it goes to the first free row below them, and back', async () => {
    const before = await open([headers, earlier], { asTable: false });
    expect((await log()).kind).toBe('done');
    expect(logged()).toEqual(['New owner', 'Weekly sales call']);
    await edits.undo();
    expect(changed(before).filter((line) => !line.endsWith('null | yyyy-mm-dd'))).toEqual([]);
  });

  test('never over what stands below', async () => {
    const before = await open([headers, earlier, ['Total', '', 1, '', '', '']], { asTable: false });
    const result = await log();
    if (result.kind === 'failed') expect(changed(before)).toEqual([]);
    else expect(changed(before).some((line) => line.startsWith('Log!A3'))).toBe(false);
  });
});

describe('without a table', () => {
  test('nothing is written until the user has said yes', async () => {
    const before = await open(null);
    expect(await log()).toEqual({ kind: 'noTable' });
    expect(changed(before)).toEqual([]);
  });

  test('then it is made on a sheet of its own, with the row', async () => {
    const before = await open(null);
    expect(await log(true)).toEqual({ kind: 'done', cell: { sheet: 'Corrections', row: 1, column: 3 } });
    expect(changed(before).every((line) => line.startsWith('Corrections!'))).toBe(true);
    expect(logged()).toEqual(['Weekly sales call']);
    expect(await log()).toEqual(expect.objectContaining({ kind: 'done' }));
    expect(logged()).toHaveLength(2);
  });

  test('undo removes the sheet that was made for it, unless something else came to it', async () => {
    const before = await open(null);
    await log(true);
    await edits.undo();
    expect(changed(before)).toEqual([]);
    expect(addIn.port.sheets().map(({ name }) => name)).not.toContain('Corrections');
  });
});

test('a protected sheet is said, and nothing is written', async () => {
  const before = await open([headers, earlier]);
  addIn.port.updateSheet(sheetId('Log'), { protected: true });
  expect(await log()).toEqual({ kind: 'failed', message: expect.stringMatching(/protected/) });
  expect(changed(before)).toEqual([]);
});
