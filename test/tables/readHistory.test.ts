/** History as it is read back: sections 4 and 8 of the method, rulings 64 to 66. */
import { serialOf } from '../../src/domain/calendar';
import type { Snapshot } from '../../src/domain/snapshot';
import { serialIn } from '../../src/tables/dateText';
import { readTables } from '../../src/tables/readTables';
import type { Source } from '../../src/tables/source';
import { type Cell, excelTable, formatted, records, sheetOf } from './sheet';

const asOf = serialOf(2026, 9, 30);
const madeOn = serialOf(2026, 10, 2);

/** A row as the product writes it, with what is different. */
const row = (more: Readonly<Record<string, Cell>> = {}): Record<string, Cell> => ({
  Quarter: '2026 Q3', 'As of': asOf, Partner: 'Acme, Inc.', Health: 71.5, Rating: 'Amber', Confidence: 0.85,
  'Revenue score': 80, 'Pipeline score': 60.25, 'Traction score': 0, 'Sponsorship score': 100, 'Governance score': 50, 'Relationship score': 70,
  Revenue: 1000.5, 'Revenue target': 2000, Pipeline: 900, 'Pipeline coverage': 1.8, 'Portfolio health': 66, 'Made on': madeOn, Run: 'c6f6ed2d-9e35', ...more,
});

const historyTable = (...rows: Record<string, Cell>[]): Source => excelTable('AllianceHistory', records(rows), { sheet: 'Alliance data' });
const history = (...rows: Record<string, Cell>[]): readonly Snapshot[] => readTables([], { date1904: false, own: [historyTable(...rows)] }).history;
const only = (more: Readonly<Record<string, Cell>>): Snapshot => {
  const [snapshot, ...others] = history(row(more));
  if (snapshot === undefined || others.length > 0) throw new Error('There is not exactly one snapshot.');
  return snapshot;
};

test('a row says what a partner was judged to be', () => {
  expect(only({})).toEqual({
    row: 1, asOf, quarter: '2026 Q3', name: 'Acme, Inc.', key: 'acme', health: 71.5, rating: 'Amber', confidence: 0.85,
    dimensions: { revenue: 80, pipeline: 60.25, traction: 0, sponsorship: 100, governance: 50, relationship: 70 },
    revenue: 100_050, revenueTarget: 200_000, pipeline: 90_000, pipelineCoverage: 1.8, portfolioHealth: 66, madeOn, run: 'c6f6ed2d-9e35',
  });
});

test('everything but the day and the partner may be missing', () => {
  expect(history({ Health: '', 'As of': '2026-09-30', Partner: 'Acme' })).toEqual([{
    row: 1, asOf, quarter: null, name: 'Acme', key: 'acme', health: null, rating: 'Not rated', confidence: null,
    dimensions: { revenue: null, pipeline: null, traction: null, sponsorship: null, governance: null, relationship: null },
    revenue: null, revenueTarget: null, pipeline: null, pipelineCoverage: null, portfolioHealth: null, madeOn: null, run: null,
  }]);
});

test.each<[string, Record<string, Cell>]>([
  ['a day', { 'As of': '' }],
  ['a readable day', { 'As of': 'soon' }],
  ['an unambiguous day', { 'As of': '03/04/2026' }],
  ['a partner', { Partner: '' }],
  ['a partner that is one', { Partner: 'n/a' }],
  ['a partner that is no error', { Partner: '#N/A' }],
])('a row without %s is left out, without an issue', (_, cells) => {
  const { history: snapshots, issues } = readTables([], { date1904: false, own: [historyTable(row(cells), row({ Partner: 'Other' }))] });
  expect(snapshots.map(({ row: at, name }) => [at, name])).toEqual([[2, 'Other']]);
  expect(issues.map(({ code }) => code)).toEqual(['missing-table', 'missing-table']);
});

test.each<[Cell, number | null]>([
  [0, 0], [100, 100], ['71.5', 71.5], ['72%', 72], [formatted(0.72, '0%'), 72],
  [-0.1, null], [100.1, null], ['101%', null], ['high', null], ['', null], [true, null], ['#N/A', null],
])('ruling 64: a health of %j is %j, and no issue', (cell, health) => {
  expect(only({ Health: cell }).health).toBe(health);
});

test('so are the scores of the dimensions, each in its own column, and the health of the portfolio', () => {
  const snapshot = only({
    'Revenue score': 1, 'Pipeline score': 2, 'Traction score': 3, 'Sponsorship score': 4, 'Governance score': 5, 'Relationship score': 101, 'Portfolio health': 101,
  });
  expect(snapshot.dimensions).toEqual({ revenue: 1, pipeline: 2, traction: 3, sponsorship: 4, governance: 5, relationship: null });
  expect(snapshot.portfolioHealth).toBeNull();
});

test.each<[Cell, number | null]>([
  [0, 0], [1, 1], [0.85, 0.85], ['85%', 0.85], [formatted(0.85, '0%'), 0.85], ['100%', 1], [1.01, null], ['101%', null], [-0.1, null], [85, null],
])('a confidence of %j is %j', (cell, confidence) => {
  expect(only({ Confidence: cell }).confidence).toBe(confidence);
});

test.each<[Cell, number | null]>([[0, 0], [1.8, 1.8], [250, 250], ['180%', 1.8], ['covered', null], [-1, null]])('a pipeline coverage of %j is %j', (cell, coverage) => {
  expect(only({ 'Pipeline coverage': cell }).pipelineCoverage).toBe(coverage);
});

test.each<[Cell, string]>([
  ['Green', 'Green'], ['AMBER', 'Amber'], [' red ', 'Red'], ['Not rated', 'Not rated'], ['not-rated', 'Not rated'], ['Yellow', 'Not rated'], ['', 'Not rated'], [3, 'Not rated'], ['#N/A', 'Not rated'],
])('a rating of %j is %s: it is never guessed from the health', (cell, rating) => {
  expect(only({ Rating: cell, Health: 95 })).toMatchObject({ rating, health: 95 });
});

test('money is in whole units, on the scale of its header, and revenue may be negative', () => {
  expect(only({ Revenue: -5, 'Revenue target': -5, Pipeline: '$1.2k' })).toMatchObject({ revenue: -500, revenueTarget: null, pipeline: 120_000 });
  const [scaled] = history({ Health: 5, 'As of': asOf, Partner: 'A', 'Revenue ($k)': 2, 'Pipeline ($m)': 3, 'Revenue target ($k)': 'lots' });
  expect(scaled).toMatchObject({ revenue: 200_000, pipeline: 300_000_000, revenueTarget: null });
});

test('the order of the table is kept, and the join key is that of the Partners table', () => {
  expect(history(row({ Partner: 'Zenith' }), row({ Partner: 'ACME' }), row({ Partner: 'Acme Ltd', 'As of': asOf - 92 })).map(({ name, key, row: at }) => [name, key, at]))
    .toEqual([['Zenith', 'zenith', 1], ['ACME', 'acme', 2], ['Acme Ltd', 'acme', 3]]);
});

test('empty rows and totals are none', () => {
  expect(history(row(), {}, { Quarter: 'Total', Revenue: 5 }, row({ Quarter: 'Total', Partner: 'Total' })).map(({ name }) => name)).toEqual(['Acme, Inc.', 'Total']);
});

test('a run whose review was never finished has left nothing', () => {
  const rows = [row({ Run: 'one' }), row({ Run: 'two' }), row({ Run: '' }), row({ Run: 'three' })];
  const read = readTables([], { date1904: false, own: [historyTable(...rows)], unfinishedRuns: new Set(['two', 'three']) });
  expect(read.history.map(({ run }) => run)).toEqual(['one', null]);
});

test('in the 1904 date system days are counted from there, and the other way round', () => {
  const [snapshot] = readTables([], { date1904: true, own: [historyTable(row({ 'As of': asOf - 1462, 'Made on': madeOn - 1462 }))] }).history;
  expect(snapshot).toMatchObject({ asOf, madeOn });
  expect([serialIn(true, asOf), serialIn(false, asOf)]).toEqual([asOf - 1462, asOf]);
});

test('a workbook without History has none', () => {
  expect(readTables([], { date1904: false }).history).toEqual([]);
});

describe('where there are several', () => {
  const at = (sheetPosition: number, partner: string, more: Readonly<Record<string, Cell>> = {}): Source =>
    excelTable('H', records([{ ...row({ Partner: partner }), ...more }]), { sheet: `Own ${sheetPosition}`, sheetPosition });
  const names = (own: readonly Source[], sources: readonly Source[] = []): string[] => readTables(sources, { date1904: false, own }).history.map(({ name }) => name);

  test('the product\'s own sheet comes before copies elsewhere', () => {
    expect(names([], [at(0, 'A copy')])).toEqual(['A copy']);
    expect(names([at(4, 'Own')], [at(0, 'A copy')])).toEqual(['Own']);
  });

  test('of two alike on own sheets the later counts, which began with what the earlier held', () => {
    expect(names([at(3, 'First'), at(4, 'Second')])).toEqual(['Second']);
    expect(names([at(4, 'Second'), at(3, 'First')])).toEqual(['Second']);
  });

  test('the one with more columns counts, and a table before plain cells', () => {
    const plain = sheetOf(records([row({ Partner: 'Plain' })]), { sheet: 'Own 9', sheetPosition: 9 });
    const fewer = excelTable('F', records([{ 'As of': asOf, Partner: 'Fewer', Health: 4 }]), { sheet: 'Own 8', sheetPosition: 8 });
    expect(names([at(3, 'Whole'), plain, fewer])).toEqual(['Whole']);
    expect(names([plain, fewer])).toEqual(['Plain']);
  });
});
