/** The policy in the workbook, over Microsoft's office.js: it judges, it is saved without losing anything, and it costs no request more. */
import { type Policy, defaultPolicy } from '../../src/domain/policy';
import type { Portfolio } from '../../src/domain/portfolio';
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import { savePolicy } from '../../src/excel/policyStore';
import { rangePortfolio } from '../../src/excel/rangePortfolio';
import type { WorkbookSnapshot } from '../../src/workbench/workbookSnapshot';
import { readXlsx } from '../../src/workbench/xlsx/readXlsx';
import { writeXlsx } from '../../src/workbench/xlsx/writeXlsx';
import { type AddIn, openAddIn } from './openAddIn';
import { portfolioWorkbook } from './portfolios';
import { settled, until } from './testClock';

let addIn: AddIn;
afterEach(() => addIn.close());

const key = 'alliance.policy';
const withPolicy = (policy: unknown): WorkbookSnapshot => portfolioWorkbook({ settings: new Map([[key, policy]]) });
const stored = (): unknown => addIn.port.settings().get(key);
const greenFrom = (green: number): Policy => ({ ...defaultPolicy, bands: { ...defaultPolicy.bands, green } });

async function portfolioNow(live = new LiveWorkbook()): Promise<Portfolio> {
  const state = await live.refresh();
  if (state.kind !== 'ready' || state.trouble !== null) throw new Error(`The portfolio is ${state.kind}.`);
  return state.portfolio;
}
const ratings = ({ partners }: Portfolio): readonly string[] => partners.map(({ partner, rating }) => `${partner.name}: ${rating}`);

describe('a workbook with a policy', () => {
  test('is judged by it, in the same three requests', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    expect(ratings(await portfolioNow())).toEqual(['Northwind Systems: Green', 'Halden Cloud: Amber']);
    addIn.close();
    addIn = await openAddIn(withPolicy('{"version":1,"bands":{"green":99,"amber":80}}'));
    const portfolio = await portfolioNow();
    expect(ratings(portfolio)).toEqual(['Northwind Systems: Amber', 'Halden Cloud: Red']);
    expect(portfolio.policy).toEqual({ ...defaultPolicy, bands: { green: 99, amber: 80 } });
    expect(addIn.requests).toHaveLength(3);
  });

  test('has another health where the weights are others', async () => {
    addIn = await openAddIn(withPolicy('{"weights":{"revenue":0,"pipeline":0,"traction":0,"sponsorship":0}}'));
    const { partners } = await portfolioNow();
    expect(partners.map(({ health }) => health)).toEqual(partners.map(({ dimensions }) => dimensions.governance.score));
  });

  test('says first among the notes what of it cannot be used', async () => {
    addIn = await openAddIn(withPolicy('{"bands":{"green":140},"mood":"good"}'));
    const { notes, policy } = await portfolioNow();
    expect(policy).toEqual(defaultPolicy);
    expect(notes).toEqual([
      'Policy: "Green from" is 140, but must be a number of points from 0 to 100; the default of 80 is used.',
      'Policy: a setting is not known and not used, but kept: "mood".',
    ]);
  });

  test('is read also where it was stored as JSON, not as text', async () => {
    addIn = await openAddIn(withPolicy({ bands: { green: 99 } }));
    expect((await portfolioNow()).policy).toEqual(greenFrom(99));
  });

  test('is judged anew when the policy changes, and not when it does not', async () => {
    addIn = await openAddIn(withPolicy('{"bands":{"green":99}}'));
    const live = new LiveWorkbook();
    const first = await portfolioNow(live);
    expect(await portfolioNow(live)).toBe(first);
    addIn.port.setSetting(key, '{"bands":{"green":98}}');
    addIn.forget();
    expect((await portfolioNow(live)).policy).toEqual(greenFrom(98));
    expect(addIn.requests).toHaveLength(2);
  });

  test('follows an edit in two requests', async () => {
    addIn = await openAddIn(withPolicy('{"bands":{"green":99}}'));
    const live = new LiveWorkbook();
    let told = 0;
    live.subscribe(() => (told += 1));
    await until(() => live.getState().kind === 'ready');
    await settled();
    addIn.forget();
    addIn.port.setCells('initiatives', { row: 1, column: 6, rows: 1, columns: 1 }, [[{ value: 950_000 }]]);
    await until(() => told > 1);
    await settled(300);
    expect(addIn.requests).toHaveLength(2);
  });

  test('judges given ranges by it too', async () => {
    addIn = await openAddIn(withPolicy('{"bands":{"green":99},"mood":1}'));
    const range = (sheet: string, address: string) => ({ address, values: addIn.port.values(sheet, addIn.port.usedArea(sheet, false)!) });
    const { partners, policy, notes } = await rangePortfolio([range('partners', 'Partners!A1:I3'), range('initiatives', 'Initiatives!A1:M3')]);
    expect(partners.map(({ rating }) => rating)).toEqual(['Amber', 'Amber']);
    expect(policy).toEqual(greenFrom(99));
    expect(notes[0]).toBe('Policy: a setting is not known and not used, but kept: "mood".');
  });
});

describe('saving the policy', () => {
  test('stores what differs, and the portfolio is judged by it: two requests, and two to read', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const live = new LiveWorkbook();
    await portfolioNow(live);
    addIn.forget();
    expect(await savePolicy({ ...greenFrom(99), fiscalYearStartMonth: 7 }, live)).toEqual({ kind: 'done' });
    expect(addIn.requests).toHaveLength(4);
    expect(stored()).toBe('{"version":1,"bands":{"green":99},"fiscalYearStartMonth":7}');
    const state = live.getState();
    expect(state.kind === 'ready' && ratings(state.portfolio)).toEqual(['Northwind Systems: Amber', 'Halden Cloud: Amber']);
  });

  test('keeps what others have stored, and a newer version', async () => {
    addIn = await openAddIn(withPolicy('{"version":2,"bands":{"green":90,"blue":20},"mood":"good"}'));
    await savePolicy(greenFrom(99), new LiveWorkbook());
    expect(stored()).toBe('{"version":2,"bands":{"green":99,"blue":20},"mood":"good"}');
  });

  test('keeps what stands in the workbook now, not what was read last', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    const live = new LiveWorkbook();
    await portfolioNow(live);
    addIn.port.setSetting(key, '{"mood":"good"}');
    await savePolicy(greenFrom(99), live);
    expect(stored()).toBe('{"version":1,"bands":{"green":99},"mood":"good"}');
  });

  test('keeps a text that cannot be read', async () => {
    addIn = await openAddIn(withPolicy('green: 90'));
    await savePolicy(defaultPolicy, new LiveWorkbook());
    expect(stored()).toBe('{"version":1,"unreadable":"green: 90"}');
  });

  test('of the defaults leaves nothing in the workbook', async () => {
    addIn = await openAddIn(withPolicy('{"version":1,"bands":{"green":90}}'));
    const live = new LiveWorkbook();
    expect(await savePolicy(defaultPolicy, live)).toEqual({ kind: 'done' });
    expect(addIn.port.settings().size).toBe(0);
    expect(await savePolicy(defaultPolicy, live)).toEqual({ kind: 'done' });
    expect(addIn.port.settings().size).toBe(0);
  });

  test('writes nothing where nothing changed', async () => {
    addIn = await openAddIn(withPolicy('{"version":1,"bands":{"green":90}}'));
    const live = new LiveWorkbook();
    await portfolioNow(live);
    addIn.forget();
    await savePolicy(greenFrom(90), live);
    expect(addIn.requests).toHaveLength(3);
  });

  test('refuses a policy that may not stand, and leaves the workbook alone', async () => {
    addIn = await openAddIn(withPolicy('{"version":1,"bands":{"green":90}}'));
    expect(await savePolicy(greenFrom(60), new LiveWorkbook())).toEqual({
      kind: 'failed', message: 'Policy: Green must start above Amber, but "Green from" is 60 and "Amber from" is 60.',
    });
    expect(stored()).toBe('{"version":1,"bands":{"green":90}}');
    expect(addIn.requests).toHaveLength(0);
  });

  test('says in words that Excel refused, and does not read again', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    addIn.breakWith(({ index }) => (index === 1 ? { kind: 'error', code: 'AccessDenied' } : undefined));
    expect(await savePolicy(greenFrom(99), new LiveWorkbook())).toEqual({
      kind: 'failed', message: 'Excel refuses access: the workbook is read-only or protected. Save a copy or remove the protection, then try again.',
    });
    expect(stored()).toBeUndefined();
    expect(addIn.requests).toHaveLength(2);
  });

  test('travels with the file', async () => {
    addIn = await openAddIn(portfolioWorkbook());
    await savePolicy({ ...greenFrom(99), reportingCurrency: 'EUR' }, new LiveWorkbook());
    const { bytes } = writeXlsx(addIn.port.snapshot(), null);
    addIn.close();
    const reopened = readXlsx(bytes, 'book.xlsx');
    if (!reopened.ok) throw new Error(reopened.sentence);
    addIn = await openAddIn(reopened.snapshot);
    expect((await portfolioNow()).policy).toEqual({ ...greenFrom(99), reportingCurrency: 'EUR' });
  });
});
