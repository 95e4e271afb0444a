/** How the tables are read, kept with the workbook, over Microsoft's office.js: every reader goes by it, and it costs no request more. */
import type { Portfolio } from '../../src/domain/portfolio';
import { CellEdits } from '../../src/excel/cellEdits';
import { Journal } from '../../src/excel/editJournal';
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import { readingsOf } from '../../src/excel/readings';
import { saveChoices } from '../../src/excel/readingStore';
import { choiceOf, noChoices } from '../../src/tables/readingChoices';
import { readChoices } from '../../src/tables/storedChoices';
import { readXlsx } from '../../src/workbench/xlsx/readXlsx';
import { writeXlsx } from '../../src/workbench/xlsx/writeXlsx';
import { type AddIn, openAddIn } from './openAddIn';
import { initiativeHeaders, portfolioWorkbook } from './portfolios';
import { TestClock } from './testClock';

let addIn: AddIn;
let live: LiveWorkbook;
afterEach(() => addIn.close());
const key = 'alliance.reading';
const stored = (): unknown => addIn.port.settings().get(key);

async function open(text: string | null = null): Promise<Portfolio> {
  addIn = await openAddIn(portfolioWorkbook({ settings: new Map(text === null ? [] : [[key, text]]) }));
  live = new LiveWorkbook({ clock: new TestClock() });
  return portfolioNow();
}
async function portfolioNow(): Promise<Portfolio> {
  const state = await live.refresh();
  if (state.kind !== 'ready' || state.trouble !== null) throw new Error(`The portfolio is ${state.kind}.`);
  return state.portfolio;
}

test('a chosen column is read from the first reading on, in the same three requests', async () => {
  const plain = await open();
  const requests = addIn.requests.length;
  const headers = plain.rows.initiatives?.headers;
  addIn.close();
  const chosen = await open(JSON.stringify({ version: 1, initiatives: { owner: { header: headers?.salesSponsor }, salesSponsor: { header: headers?.owner } } }));
  expect(chosen.rows.initiatives?.columns).toMatchObject({ owner: plain.rows.initiatives?.columns.salesSponsor, salesSponsor: plain.rows.initiatives?.columns.owner });
  expect(addIn.requests).toHaveLength(requests);
});

test('saving stores it in two requests, keeps what others stored, and reads anew', async () => {
  await open('{"version":1,"mood":"good"}');
  addIn.forget();
  expect(await saveChoices({ ...noChoices, dateOrder: 'dayFirst' }, live)).toEqual({ kind: 'done' });
  expect(addIn.requests.length).toBeLessThanOrEqual(4);
  expect(stored()).toBe('{"version":1,"mood":"good","dateOrder":"dayFirst"}');
  expect(await saveChoices(noChoices, live)).toEqual({ kind: 'done' });
  expect(stored()).toBe('{"version":1,"mood":"good"}');
});

test('what is taken back leaves nothing behind', async () => {
  await open();
  await saveChoices({ ...noChoices, currency: 'EUR' }, live);
  expect(readChoices(String(stored())).choices.currency).toBe('EUR');
  await saveChoices(noChoices, live);
  expect(stored()).toBeUndefined();
});

test('a choice survives the file, a column that is moved and one that is renamed', async () => {
  const { rows: { initiatives } } = await open();
  await saveChoices({ ...noChoices, initiatives: { approvedBy: choiceOf(initiativeHeaders, initiatives?.columns.owner ?? -1) } }, live);
  const reopened = readXlsx(writeXlsx(addIn.port.snapshot(), null).bytes, 'book.xlsx');
  if (!reopened.ok) throw new Error(reopened.sentence);
  addIn.close();
  addIn = await openAddIn(reopened.snapshot);
  live = new LiveWorkbook({ clock: new TestClock() });
  const column = (await portfolioNow()).rows.initiatives?.columns.approvedBy ?? -1;
  const sheet = addIn.port.sheets().find(({ name }) => name === initiatives?.sheet)?.id ?? '';
  const head = { row: initiatives?.headerRow ?? 0, column, rows: 1, columns: 1 };
  addIn.port.insertCells(sheet, { row: 0, column: 0, rows: 1_048_576, columns: 1 }, 'right');
  expect((await portfolioNow()).rows.initiatives?.columns.approvedBy).toBe(column + 1);
  addIn.port.setCells(sheet, { ...head, column: column + 1 }, [[{ value: 'Champion' }]]);
  expect((await portfolioNow()).rows.initiatives).toMatchObject({ columns: { approvedBy: column + 1 }, headers: { approvedBy: 'Champion' } });
});

test('an edit finds its cell by the chosen columns', async () => {
  const before = await open();
  const header = before.rows.initiatives?.headers.owner ?? '';
  await saveChoices({ ...noChoices, initiatives: { approvedBy: { header, between: ['', ''] } } }, live);
  const { rows: { initiatives } } = await portfolioNow();
  const cell = { sheet: initiatives?.sheet ?? '', row: initiatives?.rows[0]?.row ?? 0, column: initiatives?.columns.approvedBy ?? 0 };
  expect(await new CellEdits(live, new TestClock(), new Journal()).edit({ cell, value: 'Carla Mendes', what: 'Sales sponsor' })).toMatchObject({ kind: 'done' });
  const sheet = addIn.port.sheets().find(({ name }) => name === cell.sheet)?.id ?? '';
  expect(addIn.port.values(sheet, { row: cell.row, column: cell.column, rows: 1, columns: 1 })).toEqual([['Carla Mendes']]);
});

test('the cells at hand are those of the portfolio that is shown', async () => {
  const portfolio = await open();
  const readings = readingsOf(live);
  expect(readings.cellsRead(portfolio)?.tables.partners?.mapping.columns.partner).toBeDefined();
  expect(readings.cellsRead({ ...portfolio })).toBeNull();
});
