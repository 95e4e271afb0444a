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
    issues: [{ cell: "'My partners'!C5", code: 'unknown-status', message: expect.stringContaining('Paused') }],
    counts: { partners: { rows: 2, used: 2, reported: 0 }, initiatives: { rows: 1, used: 1, reported: 0 } },
  });
});

test('holds every key where there is nothing', () => {
  expect(jsonOf()).toEqual({
    asOf: '2026-09-30',
    portfolio: { health: null, equalWeightHealth: null, byRating: { Green: 0, Amber: 0, Red: 0, 'Not rated': 0 } },
    partners: [], sponsorGaps: [], sponsorCoverage: { byCount: null, byValue: null }, gateBreaches: [],
    issues: [{ cell: '', code: 'missing-table', message: expect.any(String) }, { cell: '', code: 'missing-table', message: expect.any(String) }],
    counts: { partners: { rows: 0, used: 0, reported: 0 }, initiatives: { rows: 0, used: 0, reported: 0 } },
  });
});
