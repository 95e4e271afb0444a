/** The template and the sample: tables that the product reads back without an issue. */
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import { insertSampleData, insertTemplate } from '../../src/excel/template';
import { sheet, workbook } from '../workbench/engine/snapshots';
import { type AddIn, openAddIn } from './openAddIn';
import { portfolioWorkbook } from './portfolios';
import { TestClock } from './testClock';

let addIn: AddIn;
afterEach(() => addIn.close());
const clock = new TestClock();

test('the sample is read without an issue, has every rating and something to find', async () => {
  addIn = await openAddIn(workbook([sheet('Sheet1', [])]));
  expect(await insertSampleData(clock)).toEqual({ kind: 'done' });
  const state = await new LiveWorkbook({ clock }).refresh();
  if (state.kind !== 'ready') throw new Error(state.kind);
  const { rows, byRating, sponsorGaps } = state.portfolio;
  expect(rows.issues).toEqual([]);
  expect(rows.counts).toEqual({ partners: { rows: 7, used: 7, reported: 0 }, initiatives: { rows: 20, used: 20, reported: 0 } });
  expect(Object.values(byRating).every((count) => count > 0)).toBe(true);
  expect(sponsorGaps.length).toBeGreaterThan(3);
});

test('the dates of the sample are right in the 1904 date system too', async () => {
  addIn = await openAddIn(workbook([sheet('Sheet1', [])], { date1904: true }));
  await insertSampleData(clock);
  const state = await new LiveWorkbook({ clock }).refresh();
  expect(state.kind === 'ready' && state.portfolio.rows.initiatives?.rows[0]?.launchedOn).toBe(46_295 - 330);
});

test('the template is two proper tables with lists to choose from, and becomes the user\'s own', async () => {
  addIn = await openAddIn(workbook([sheet('Sheet1', [])]));
  expect(await insertTemplate(clock)).toEqual({ kind: 'done' });
  const { port } = addIn;
  expect(port.tables().map(({ name }) => name)).toEqual(['Partners', 'Initiatives']);
  const initiatives = port.sheets().find(({ name }) => name === 'Initiatives')!;
  expect(port.validations(initiatives.id).map(({ formula1 }) => formula1)).toEqual(['=Partners!$A$2:$A$1001', 'Qualify,Approve,Launch,Closed', 'Succeeded,Failed,Stopped']);
  expect(port.names()).toEqual([]);
  const state = await new LiveWorkbook({ clock }).refresh();
  expect(state.kind === 'ready' && [state.portfolio.rows.partners?.table, state.portfolio.rows.initiatives?.table]).toEqual(['Partners', 'Initiatives']);
});

test('names that are taken are not taken away', async () => {
  addIn = await openAddIn(portfolioWorkbook());
  expect(await insertTemplate(clock)).toEqual({ kind: 'done' });
  expect(addIn.port.sheets().map(({ name }) => name)).toEqual(['Partners', 'Initiatives', 'Notes', 'Partners (2)', 'Initiatives (2)']);
  expect(addIn.port.tables().map(({ name }) => name)).toEqual(['Partners', 'Initiatives', 'Partners2', 'Initiatives2']);
});

test('a failure leaves nothing behind', async () => {
  for (let at = 0; ; at += 1) {
    addIn = await openAddIn(workbook([sheet('Sheet1', [])]));
    addIn.breakWith(({ index }) => (index === at ? { kind: 'error', code: 'GeneralException' } : undefined));
    const result = await insertTemplate(clock);
    if (result.kind === 'failed') expect(addIn.port.sheets().map(({ name }) => name)).toEqual(['Sheet1']);
    if (at >= addIn.requests.length) break;
    addIn.close();
  }
});
