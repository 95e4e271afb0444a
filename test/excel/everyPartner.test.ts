/** A review of every partner at once over Microsoft's office.js: a sheet for each, all or none, whatever the partners are called. */
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import { markName } from '../../src/excel/sheetMark';
import { removeUnfinished } from '../../src/excel/unfinishedWrites';
import { editionSetting } from '../../src/excel/workbookSettings';
import { type QbrResult, writeQbr } from '../../src/excel/writeQbr';
import type { Fault } from '../../src/host/requestHooks';
import { type Edition, allSections } from '../../src/report/qbrOptions';
import type { WorkbookSnapshot } from '../../src/workbench/workbookSnapshot';
import type { Written } from '../workbench/engine/snapshots';
import { HistorySheet } from './historySheet';
import { type AddIn, openAddIn } from './openAddIn';
import { initiativeRow, partnerRow, portfolioWorkbook } from './portfolios';
import { TestClock, settled } from './testClock';

let addIn: AddIn;
afterEach(() => addIn.close());

const every: Edition = { kind: 'partners', audience: 'internal' };
const shared: Edition = { kind: 'partners', audience: 'shared' };
const write = (edition: Edition, signal?: AbortSignal, clock = new TestClock()): Promise<QbrResult> =>
  writeQbr({ request: { asOf: null, preparedBy: null, sections: allSections, edition }, signal, clock }, new LiveWorkbook({ clock }));
const sheetNames = (): string[] => addIn.port.sheets().map(({ name }) => name);
const reviews = (): string[] => sheetNames().filter((name) => name.startsWith('QBR'));
const marks = (): string[] => addIn.port.names().filter(({ name, sheet }) => name === markName && sheet !== null).map(({ formula }) => formula.slice(2).split(' ')[0] ?? '');
const activeSheet = (): string | undefined => addIn.port.sheets().find(({ id }) => id === addIn.port.activeSheet())?.name;
const textsOf = (name: string): unknown[] => {
  const id = addIn.port.sheets().find((one) => one.name === name)?.id ?? '';
  const used = addIn.port.usedArea(id, true);
  return used === null ? [] : addIn.port.values(id, used).flat();
};
const userCells = (): string => JSON.stringify(addIn.port.sheets().filter(({ name }) => !name.startsWith('QBR')).map(({ id, name, visibility }) => {
  const used = addIn.port.usedArea(id, false);
  return [name, visibility, used && addIn.port.values(id, used), used && addIn.port.formulas(id, used)];
}));

/** As typed: an apostrophe in front is part of the name. */
const called = (name: string): Written[] => partnerRow(name).map((value, column) => (column === 0 ? { value: name, quoted: true as const } : value));
const of = (names: readonly string[]): WorkbookSnapshot => portfolioWorkbook({ partners: names.map(called), initiatives: names.map((name) => initiativeRow('Joint work', name)) });
const threePartners = (): WorkbookSnapshot => portfolioWorkbook({
  partners: [partnerRow('Northwind Systems'), partnerRow('Former Friends', { Status: 'Ended' }), partnerRow('Halden Cloud')],
  initiatives: [initiativeRow('Joint launch', 'Northwind Systems'), initiativeRow('Migration', 'Halden Cloud', { 'Sales sponsor': undefined, Revenue: 1000 }), initiativeRow('Past', 'Former Friends')],
});

describe('a review of every partner', () => {
  test.each([every, shared])('is a sheet for each that has not ended, the worst first and in view: %j', async (edition) => {
    addIn = await openAddIn(threePartners());
    const before = userCells();
    expect(await write(edition)).toEqual({ kind: 'writtenEach', sheets: ['QBR 2026 Q3 Halden Cloud', 'QBR 2026 Q3 Northwind Systems'] });
    expect(sheetNames()).toEqual(['Partners', 'Initiatives', 'Notes', 'QBR 2026 Q3 Halden Cloud', 'QBR 2026 Q3 Northwind Systems']);
    expect(addIn.requests.length).toBeLessThanOrEqual(6);
    expect([activeSheet(), marks(), userCells()]).toEqual(['QBR 2026 Q3 Halden Cloud', ['complete', 'complete'], before]);
    expect(new HistorySheet(addIn).sheet).toBeUndefined();
    for (const [name, other] of [['Halden Cloud', 'Northwind'], ['Northwind Systems', 'Halden']] as const) {
      const texts = textsOf(`QBR 2026 Q3 ${name}`).map(String);
      expect(texts).toContain(name);
      expect(texts.filter((text) => text.includes(other))).toEqual([]);
    }
  });

  test('is none where every partner has ended', async () => {
    addIn = await openAddIn(portfolioWorkbook({ partners: [partnerRow('Northwind Systems', { Status: 'Ended' })], initiatives: [] }));
    expect(await write(every)).toEqual({ kind: 'failed', message: 'Every partner has ended, so there is no review to write. Choose one partner, or the whole portfolio.' });
    expect(reviews()).toEqual([]);
  });

  test.each([['every internal', 'Internal edition'], ['every shared', 'Shared edition']])('is what the command line asks for by "%s"', async (setting, edition) => {
    addIn = await openAddIn({ ...threePartners(), settings: new Map([[editionSetting, setting]]) });
    expect((await writeQbr({}, new LiveWorkbook())).kind).toBe('writtenEach');
    for (const name of reviews()) expect(textsOf(name).some((text) => String(text).endsWith(edition))).toBe(true);
  });
});

describe('of many partners', () => {
  const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `Partner ${index + 1}`);

  test('a hundred are written in six requests and one for each 4 MB, all unfinished until the last of them is whole', async () => {
    addIn = await openAddIn(of(names(100)));
    const seen: string[][] = [];
    addIn.breakWith(() => {
      seen.push([...new Set(marks())]);
      return undefined;
    });
    expect(await write(shared)).toMatchObject({ kind: 'writtenEach' });
    expect(reviews()).toHaveLength(100);
    const megabytes = addIn.requests.reduce((sum, { bytes }) => sum + bytes, 0) / 4e6;
    expect(addIn.requests.length).toBeLessThanOrEqual(6 + Math.ceil(megabytes));
    expect(Math.max(...addIn.requests.map(({ bytes }) => bytes))).toBeLessThan(5e6);
    expect(seen.some((states) => states.includes('building'))).toBe(true);
    expect(seen.filter((states) => states.length > 1)).toEqual([]);
    expect(new Set(marks())).toEqual(new Set(['complete']));
  }, 240_000);

  test('called off in the middle, none is left', async () => {
    addIn = await openAddIn(of(names(80)));
    const stop = new AbortController();
    addIn.breakWith(() => {
      if (marks().includes('building')) stop.abort();
      return undefined;
    });
    expect(await write(every, stop.signal)).toEqual({ kind: 'cancelled' });
    expect([reviews(), marks()]).toEqual([[], []]);
  }, 240_000);

  test('more than a hundred are refused with their number, and nothing is written', async () => {
    addIn = await openAddIn(of(names(101)));
    expect(await write(every)).toEqual({ kind: 'failed', message: '101 partners have not ended, and every partner gets a sheet where there are at most 100. Nothing was written. Choose one partner, or the whole portfolio.' });
    expect(reviews()).toEqual([]);
  });
});

describe('every request failing in turn', () => {
  const faults: readonly Fault[] = [{ kind: 'error', code: 'GeneralException' }, { kind: 'error', code: 'RequestPayloadSizeLimitExceeded' }, { kind: 'silence' }, { kind: 'silence', afterwards: true }];

  test.each(faults)('%j: all sheets or none, no user cell changed', async (fault) => {
    for (let at = 0; ; at += 1) {
      addIn = await openAddIn(threePartners());
      const before = userCells();
      const clock = new TestClock();
      addIn.breakWith(({ index }) => {
        if (index !== at) return undefined;
        if (fault.kind !== 'error') setTimeout(() => clock.pass(30_000), 50);
        return fault;
      });
      const result = await write(every, undefined, clock);
      await settled();
      addIn.breakWith(null);
      expect(userCells()).toBe(before);
      if (result.kind === 'writtenEach') expect([reviews(), marks()]).toEqual([result.sheets, ['complete', 'complete']]);
      else expect([reviews(), marks()]).toEqual([[], []]);
      const count = addIn.requests.length;
      addIn.close();
      if (at >= count) break;
    }
    addIn = await openAddIn(threePartners());
  }, 240_000);

  test('sheets that a closed page left unfinished go at the next start, all of them', async () => {
    addIn = await openAddIn(threePartners());
    await write(every);
    for (const name of addIn.port.names().filter((one) => one.name === markName)) addIn.port.setName({ ...name, formula: name.formula.replace('complete', 'building') });
    const live = new LiveWorkbook();
    await live.refresh();
    await removeUnfinished(live.lastReading()!.structure);
    expect(reviews()).toEqual([]);
  });
});

describe('sheets are named for their partners', () => {
  const long = 'The Very Long Partner Company of';
  test.each<[string, readonly string[], readonly string[]]>([
    ['that differ after the cut', [`${long} Oslo`, `${long} Rome`], ['QBR 2026 Q3 The Very Long Partn', 'QBR 2026 Q3 The Very Long P (2)']],
    ['with characters that Excel refuses', ['A/B', 'C:D', '[E]*F?\\'], ['QBR 2026 Q3 A B', 'QBR 2026 Q3 C D', 'QBR 2026 Q3 E F']],
    ['with apostrophes', ["'Ohana'", "O'Hara's"], ["QBR 2026 Q3 'Ohana", "QBR 2026 Q3 O'Hara's"]],
    ['in Japanese', ['株式会社ダミー', '合同会社ダミー'], ['QBR 2026 Q3 株式会社ダミー', 'QBR 2026 Q3 合同会社ダミー']],
    ['in Arabic', ['شركة النور', 'شركة السلام'], ['QBR 2026 Q3 شركة النور', 'QBR 2026 Q3 شركة السلام']],
    ['of emoji, cut between them and never through one', ['😀'.repeat(12), `${'😀'.repeat(11)}🚀`], [`QBR 2026 Q3 ${'😀'.repeat(9)}`, `QBR 2026 Q3 ${'😀'.repeat(7)} (2)`]],
    ['that read like the number of another', ['Acme', 'Acme (2)'], ['QBR 2026 Q3 Acme', 'QBR 2026 Q3 Acme (2)']],
  ])('%s', async (_what, partners, expected) => {
    addIn = await openAddIn(of(partners));
    const result = await write(shared);
    expect(result).toEqual({ kind: 'writtenEach', sheets: [...expected] });
    expect(reviews()).toEqual(expected);
    for (const [index, name] of expected.entries()) {
      expect([...name].length === name.length || !/[\uD800-\uDBFF]$/.test(name)).toBe(true);
      expect(name.length).toBeLessThanOrEqual(31);
      expect(textsOf(name)).toContain(partners[index]);
    }
  });

  test('whatever the case of a sheet that is there already', async () => {
    addIn = await openAddIn(of(['ACME', 'Borealis']));
    addIn.port.addSheet('qbr 2026 q3 acme');
    expect(await write(every)).toMatchObject({ sheets: ['QBR 2026 Q3 ACME (2)', 'QBR 2026 Q3 Borealis'] });
    expect(sheetNames()).toContain('qbr 2026 q3 acme');
    expect(textsOf('qbr 2026 q3 acme')).toEqual([]);
  });
});
