/** The public JSON: docs/json.md, key by key. */
import { fromIsoText } from '../../src/domain/calendar';
import { judge } from '../../src/domain/judge';
import { portfolioJson } from '../../src/report/portfolioJson';
import { readTables } from '../../src/tables/readTables';
import type { Source } from '../../src/tables/source';

const source = (sheet: string, values: Source['values']): Source => ({
  sheet, sheetPosition: 0, hidden: false, table: null, hasHeaders: false, hasTotals: false, row: 2, column: 1, values, formats: null,
});
const jsonOf = (...sources: Source[]): unknown => JSON.parse(portfolioJson(judge(readTables(sources, { date1904: false }), fromIsoText('2026-09-30')!)));

const tooFew = { difference: null, low: null, high: null, p: null, verdict: 'too few to tell', needed: null };

test('says of every partner, gap, breach and issue what it is and where', () => {
  expect(jsonOf(
    source('My partners', [['Partner', 'Status', 'Alliance manager'], ['Acme', 'Active', 'Ines'], ['Zenith', 'Paused', 'Tom']]),
    source('Initiatives', [
      ['Initiative', 'Partner', 'Stage', 'Owner', 'Sales sponsor', 'Revenue target', 'Revenue', 'Approved on', 'Approved by', 'Launched on', 'Due'],
      ['Launch', 'Acme', 'Launch', 'Lea', null, '$1,200.50', '$200.25', '2025-11-03', 'Board', '2025-12-01', '2026-12-31'],
    ]),
  )).toEqual({
    asOf: '2026-09-30',
    portfolio: { health: expect.any(Number), equalWeightHealth: expect.any(Number), byRating: { Green: 0, Amber: 0, Red: 1, 'Not rated': 1 } },
    partners: [
      {
        name: 'Acme', health: expect.any(Number), rating: 'Red', confidence: expect.any(Number),
        dimensions: { revenue: expect.any(Number), pipeline: null, traction: null, sponsorship: 0, governance: expect.any(Number), relationship: null },
      },
      {
        name: 'Zenith', health: null, rating: 'Not rated', confidence: expect.any(Number),
        dimensions: { revenue: null, pipeline: null, traction: null, sponsorship: null, governance: 100, relationship: null },
      },
    ],
    sponsorGaps: [{ initiative: 'Launch', partner: 'Acme', severity: 'Critical', valueAtRisk: 1000.25, currency: 'USD', cell: 'Initiatives!F4' }],
    sponsorCoverage: { byCount: 0, byValue: 0 },
    gateBreaches: [{ initiative: 'Launch', partner: 'Acme', gate: 'Qualify', missing: 'Sales sponsor', cell: 'Initiatives!F4' }],
    sponsorEffect: { with: { closed: 0, succeeded: 0 }, without: { closed: 0, succeeded: 0 }, ...tooFew },
    corrections: [],
    exits: [],
    trend: {
      portfolio: { last: null, change: null, likeForLike: null, yearAgoChange: null },
      partners: [{ name: 'Acme', last: null, change: null, yearAgoChange: null }, { name: 'Zenith', last: null, change: null, yearAgoChange: null }],
    },
    whatIf: [{
      partner: 'Acme', from: 'Red', to: 'Amber', health: expect.any(Number), exact: true,
      changes: [{ kind: 'salesSponsor', initiative: 'Launch', cell: 'Initiatives!F4', points: expect.any(Number) }],
    }],
    issues: [{ cell: "'My partners'!C5", code: 'unknown-status', message: expect.stringContaining('Paused') }],
    counts: { partners: { rows: 2, used: 2, reported: 0 }, initiatives: { rows: 1, used: 1, reported: 0 } },
  });
});

test('holds every key where there is nothing', () => {
  expect(jsonOf()).toEqual({
    asOf: '2026-09-30',
    portfolio: { health: null, equalWeightHealth: null, byRating: { Green: 0, Amber: 0, Red: 0, 'Not rated': 0 } },
    partners: [], sponsorGaps: [], sponsorCoverage: { byCount: null, byValue: null }, gateBreaches: [],
    sponsorEffect: { with: { closed: 0, succeeded: 0 }, without: { closed: 0, succeeded: 0 }, ...tooFew },
    corrections: [], exits: [], trend: { portfolio: { last: null, change: null, likeForLike: null, yearAgoChange: null }, partners: [] }, whatIf: [],
    issues: [{ cell: '', code: 'missing-table', message: expect.any(String) }, { cell: '', code: 'missing-table', message: expect.any(String) }],
    counts: { partners: { rows: 0, used: 0, reported: 0 }, initiatives: { rows: 0, used: 0, reported: 0 } },
  });
});

test('compares success with and without a sponsor, unrounded', () => {
  const closed = (count: number, sponsor: string | null, outcome: string): Source['values'] =>
    Array.from({ length: count }, (_, index) => [`${outcome} ${sponsor} ${index}`, 'Acme', 'Closed', sponsor, outcome]);
  const { sponsorEffect } = jsonOf(
    source('Partners', [['Partner', 'Tier'], ['Acme', 'Gold']]),
    source('Initiatives', [
      ['Initiative', 'Partner', 'Stage', 'Sales sponsor', 'Outcome'],
      ...closed(9, 'Carla', 'Succeeded'), ...closed(3, 'Carla', 'Failed'), ...closed(3, null, 'Succeeded'), ...closed(5, null, 'Failed'),
    ]),
  ) as { sponsorEffect: Record<string, unknown> };
  expect(sponsorEffect).toEqual({
    with: { closed: 12, succeeded: 9 }, without: { closed: 8, succeeded: 3 }, difference: 0.375,
    low: expect.closeTo(-0.051170999, 9), high: expect.closeTo(0.662502922, 9),
    // Of 125,970 tables with these margins 21,096 are not more probable.
    p: expect.closeTo(21_096 / 125_970, 12),
    verdict: 'may be higher', needed: 17,
  });
});

test('tells of corrections, exits, trend and what would lift a partner', () => {
  const { corrections, exits, trend, whatIf } = jsonOf(
    source('Partners', [['Partner', 'Alliance manager', 'Expectations agreed', 'Agreement ends'], ['Acme', 'Ines', 'no', '2026-12-31'], ['Beta', 'Tom', 'yes', null]]),
    source('Initiatives', [
      ['Initiative', 'Partner', 'Stage', 'Sales sponsor', 'Revenue target', 'Revenue', 'Launched on', 'Due'],
      ['A', 'Acme', 'Launch', null, 200, 10, '2026-02-02', '2027-01-28'],
      ['B', 'Beta', 'Launch', 'Carla', 200, 100, '2026-02-02', '2027-01-28'],
    ]),
    source('Corrections', [
      ['Date', 'Partner', 'Correction', 'Measure', 'Review on'],
      ['2026-04-20', 'Acme', 'New sales lead', 'revenue', '2026-07-31'],
      ['2026-09-01', 'Beta', 'Weekly call', null, null],
      ['2026-01-01', null, 'Sponsors are mandatory', null, null],
    ]),
    source('History', [
      ['As of', 'Partner', 'Health', 'Rating', 'Revenue score', 'Revenue target', 'Portfolio health'],
      ['2025-09-30', 'Acme', 50, 'Red', 40, 200, 60], ['2026-03-31', 'Acme', 30, 'Red', 20, 200, 65], ['2026-06-30', 'Acme', 25, 'Red', 10, 200, 62], ['2026-06-30', 'Beta', 90, 'Green', 90, 200, 62],
    ]),
  ) as Record<string, unknown>;
  // Acme: revenue 10 of 100, no sponsor, manager, no expectations, a gate breach that is the sponsor's: Governance 2 of 3;
  // (30 x 10 + 0 + 15 x 66.666667) / 65 = 20. Beta: all of it, 100. Portfolio 60, by equal targets.
  expect(corrections).toEqual([
    { date: '2026-04-20', partner: 'Acme', correction: 'New sales lead', measure: 'revenue', before: 20, after: 10, effect: 'worsened' },
    { date: '2026-09-01', partner: 'Beta', correction: 'Weekly call', measure: 'health', before: 90, after: null, effect: 'too early' },
    { date: '2026-01-01', partner: null, correction: 'Sponsors are mandatory', measure: 'success rate', before: null, after: null, effect: 'no measurement before' },
  ]);
  expect(exits).toEqual([{
    partner: 'Acme', recommendation: 'Exit', dimension: null, checkpoint: null,
    reasons: ['Red on 30 June 2026 and Red on 30 September 2026.', '"New sales lead" was decided on 20 April 2026; its checkpoint on 31 July 2026 has passed: it got worse.', 'The agreement ends on 31 December 2026.'],
  }]);
  expect(trend).toEqual({
    portfolio: { last: 62, change: -2, likeForLike: 2.5, yearAgoChange: 0 },
    partners: [{ name: 'Acme', last: 25, change: -5, yearAgoChange: -30 }, { name: 'Beta', last: 90, change: 10, yearAgoChange: null }],
  });
  // The sponsor alone: (30 x 10 + 20 x 100 + 15 x 66.666667) / 65 = 50.769231; revenue alone: (3000 + 1000) / 65 = 61.538462.
  expect(whatIf).toEqual([{ partner: 'Acme', from: 'Red', to: 'Amber', changes: [{ kind: 'revenue', initiative: 'A', cell: 'Initiatives!G4', points: 41.538462 }], health: 61.538462, exact: true }]);
});

test('recommends a correction with its dimension and its day, and to wait for one that is under way', () => {
  const exitsWith = (...rows: Source['values']): unknown => (jsonOf(
    source('Partners', [['Partner', 'Tier'], ['Acme', 'Gold']]),
    source('Initiatives', [['Initiative', 'Partner', 'Stage', 'Sales sponsor', 'Revenue target', 'Revenue', 'Launched on', 'Due'], ['A', 'Acme', 'Launch', null, 200, 10, '2026-02-02', '2027-01-28']]),
    source('History', [['As of', 'Partner', 'Health', 'Rating'], ['2026-06-30', 'Acme', 10, 'Red']]),
    source('Corrections', [['Date', 'Partner', 'Correction'], ...rows]),
  ) as { exits: unknown }).exits;
  expect(exitsWith()).toEqual([expect.objectContaining({ recommendation: 'Correct', dimension: 'revenue', checkpoint: '2026-12-29' })]);
  expect(exitsWith(['2026-09-01', 'Acme', 'New plan'])).toEqual([expect.objectContaining({ recommendation: 'Wait', dimension: null, checkpoint: '2026-11-30' })]);
});
