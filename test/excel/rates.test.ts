/** A sheet that holds nothing but a Rates table is read, as an Excel table and as a plain range. */
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import type { Portfolio } from '../../src/domain/portfolio';
import type { WorkbookSnapshot } from '../../src/workbench/workbookSnapshot';
import { PLAIN_STYLE, type Written, sheet, table } from '../workbench/engine/snapshots';
import { type AddIn, openAddIn } from './openAddIn';
import { initiativeHeaders, initiativeRow, partnerHeaders, partnerRow, portfolioWorkbook } from './portfolios';
import { settled, until } from './testClock';

let addIn: AddIn;
afterEach(() => addIn.close());

const rateHeaders = ['Currency', 'Rate', 'As of'];
const percent = (value: number): Written => ({ value, style: 1 });

/** Revenue of 1,000 euros in a table of dollars, with these cells on a sheet of their own; judged on 30 September 2026. */
function workbook(cells: readonly (readonly Written[])[], asTable: boolean): WorkbookSnapshot {
  const partners = [partnerRow('Acme')];
  const initiatives = [initiativeRow('Launch', 'Acme', { 'Revenue target': '$5,000', Revenue: '€1,000', Pipeline: '$1' })];
  const tables = [
    table('Partners', 'partners', { row: 0, column: 0, rows: partners.length + 1 }, partnerHeaders),
    table('Initiatives', 'initiatives', { row: 0, column: 0, rows: initiatives.length + 1 }, initiativeHeaders),
  ];
  return portfolioWorkbook({
    partners, initiatives, more: [sheet('Money', cells), sheet('Feed', [[5]])], styles: [PLAIN_STYLE, { ...PLAIN_STYLE, numberFormat: '0%' }],
    tables: asTable ? [...tables, table('Rates', 'money', { row: 0, column: 0, rows: cells.length }, rateHeaders)] : tables,
  });
}

async function opened(cells: readonly (readonly Written[])[], asTable: boolean): Promise<{ live: LiveWorkbook; portfolio: () => Portfolio | null }> {
  addIn = await openAddIn(workbook(cells, asTable));
  const live = new LiveWorkbook();
  await live.refresh();
  return { live, portfolio: () => { const state = live.getState(); return state.kind === 'ready' ? state.portfolio : null; } };
}
const revenueOf = (portfolio: Portfolio | null) => portfolio?.rows.initiatives?.rows[0]?.revenue;

test('an Excel table of rates alone on its sheet is used, up to the day that is judged', async () => {
  const { portfolio } = await opened([rateHeaders, ['EUR', 1.25, '2026-09-30'], ['EUR', 1.5, '2026-10-01']], true);
  expect(revenueOf(portfolio())).toBe(125_000);
  expect(portfolio()?.rows.rates).toEqual([{ currency: 'EUR', rate: 1.25, asOf: 46_295, cell: { sheet: 'Money', row: 1, column: 1 } }]);
  expect(portfolio()?.rows.issues).toEqual([]);
});

test('a plain range of rates under a title is used too', async () => {
  const { portfolio } = await opened([['Rates of the treasury'], [], ['Ccy', 'Rate'], ['EUR', 1.25]], false);
  expect(revenueOf(portfolio())).toBe(125_000);
  expect(portfolio()?.rows.rates).toEqual([{ currency: 'EUR', rate: 1.25, asOf: null, cell: { sheet: 'Money', row: 3, column: 1 } }]);
});

test('a percentage in the table is seen to be no rate', async () => {
  const { portfolio } = await opened([rateHeaders, ['EUR', percent(1.25), '2026-09-30']], true);
  expect(portfolio()?.rows.issues.map(({ code }) => code)).toEqual(['mixed-currency']);
});

test('a rate that is typed anew is followed', async () => {
  const { live, portfolio } = await opened([rateHeaders, ['EUR', 1.25, '2026-09-30']], true);
  live.subscribe(() => undefined);
  addIn.port.setCells('money', { row: 1, column: 1, rows: 1, columns: 1 }, [[{ value: 2 }]]);
  await until(() => revenueOf(portfolio()) === 200_000);
});

test('a rate that is calculated anew is followed', async () => {
  const { live, portfolio } = await opened([rateHeaders, ['EUR', { value: 1.25, formula: '=Feed!A1/4' }, '2026-09-30']], true);
  live.subscribe(() => undefined);
  await settled(1_600);
  addIn.port.setCells('feed', { row: 0, column: 0, rows: 1, columns: 1 }, [[{ value: 8 }]]);
  await until(() => revenueOf(portfolio()) === 200_000);
});
