/** The ribbon's button, pressed through office.js: completes whatever happens, writes once, answers the command line. */
import type { WorkbookSnapshot } from '../../src/workbench/workbookSnapshot';
import { type AddIn, openAddIn, sampleWorkbook } from '../excel/openAddIn';
import { portfolioWorkbook } from '../excel/portfolios';
import { sheet } from '../workbench/engine/snapshots';

let addIn: AddIn;
afterEach(() => addIn.close());

async function open(snapshot: WorkbookSnapshot): Promise<void> {
  addIn = await openAddIn(snapshot);
  jest.resetModules();
  await import('../../src/commands/commands');
}
const reviews = (): string[] => addIn.port.sheets().map(({ name }) => name).filter((name) => name.startsWith('QBR'));
const setting = (key: string): unknown => addIn.port.settings().get(key);

test('writes a review in at most six requests', async () => {
  await open(sampleWorkbook());
  await addIn.host.pressRibbonButton('writeQbr');
  expect(reviews()).toEqual(['QBR 2026 Q3']);
  expect(addIn.requests.length).toBeLessThanOrEqual(6);
  expect([...addIn.port.settings().keys()]).toEqual([]);
});

test('pressed twice quickly writes one', async () => {
  await open(portfolioWorkbook());
  await Promise.all([addIn.host.pressRibbonButton('writeQbr'), addIn.host.pressRibbonButton('writeQbr')]);
  expect(reviews()).toEqual(['QBR 2026 Q3']);
});

test('completes where nothing can be written, and opens the pane that says why', async () => {
  await open(portfolioWorkbook({ structureProtected: true }));
  await addIn.host.pressRibbonButton('writeQbr');
  expect(reviews()).toEqual([]);
  expect(addIn.host.paneState).toBe('Visible');
});

test('completes where every request fails', async () => {
  await open(portfolioWorkbook());
  addIn.breakWith(() => ({ kind: 'error', code: 'GeneralException' }));
  await addIn.host.pressRibbonButton('writeQbr');
  expect(reviews()).toEqual([]);
});

describe('for the command line', () => {
  const asked = (more: [string, unknown][] = []): Map<string, unknown> => new Map([['alliance.json', ''], ...more]);
  const answer = (): Record<string, never> => JSON.parse(String(setting('alliance.json'))) as Record<string, never>;

  test('leaves the portfolio as JSON, judged on the day that was asked for', async () => {
    await open(portfolioWorkbook({ settings: asked([['alliance.asOf', '2026-08-31']]) }));
    await addIn.host.pressRibbonButton('writeQbr');
    expect(reviews()).toEqual(['QBR 2026 Q3']);
    expect(setting('alliance.error')).toBeUndefined();
    expect(answer()).toMatchObject({
      asOf: '2026-08-31',
      counts: { partners: { rows: 2, used: 2, reported: 0 }, initiatives: { rows: 2, used: 2, reported: 0 } },
      sponsorGaps: [{ initiative: 'Migration', partner: 'Halden Cloud', severity: 'Critical', valueAtRisk: 500_000, currency: null, cell: 'Initiatives!E3' }],
    });
  });

  test('leaves JSON and one sentence where no review can be written', async () => {
    await open(portfolioWorkbook({ sheets: [sheet('Empty', [['x']])], tables: [], names: [], settings: asked() }));
    await addIn.host.pressRibbonButton('writeQbr');
    expect(reviews()).toEqual([]);
    expect(setting('alliance.error')).toMatch(/^There is no Partners table\./);
    expect(answer()).toMatchObject({ partners: [], issues: [{ cell: '', code: 'missing-table' }, { cell: '', code: 'missing-table' }], counts: { partners: { rows: 0 } } });
  });
});
