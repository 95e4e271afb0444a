/** Each function in a cell: live, on ranges, with everything left out, with errors in the range, and for a partner that does not exist. */
import type { CellValue } from '../../src/host/workbookPort';
import { initiativeHeaders, initiativeRow, partnerHeaders, partnerRow, portfolioWorkbook } from '../excel/portfolios';
import { until } from '../excel/testClock';
import { type Written, sheet } from '../workbench/engine/snapshots';
import { type CallingWorkbook, openCalling } from './callCells';

const correctionRows = (partner: string): Written[][] => [
  ['Date', 'Partner', 'Correction', 'Measure', 'Review on'],
  ['2026-04-20', partner, 'New sales lead', 'Revenue', '2026-07-31'],
];
const historyRows = (partner: string): Written[][] => [
  ['As of', 'Partner', 'Health', 'Rating', 'Revenue score', 'Portfolio health'],
  ['2026-03-31', partner, 40, 'Red', 30, 50],
  ['2026-06-30', partner, 45, 'Red', 35, 55],
];
const assessmentRows = (level: number): Written[][] => [['Date', 'Area', 'Level'], ...['Process', 'Approval', 'Roles', 'Reporting', 'Portfolio'].map((area) => ['2026-09-01', area, level])];

const error: CellValue = { error: '#N/A' };
/** Acme is Red for the second time: nothing came in, nobody sponsors. */
const acme = (more: Partial<Record<string, Written>> = {}): Written[] => initiativeRow('Platform', 'Acme', { 'Sales sponsor': undefined, Revenue: 0, Pipeline: 0, ...more });

/** Partners at A1, initiatives at A5, corrections at A10, history at A15, assessment at A20. */
function block(name: string, more: Partial<Record<string, Written>> = {}) {
  const blank: Written[] = [];
  return sheet(name, [
    partnerHeaders, partnerRow('Acme', { 'Expectations agreed': 'no', 'Last QBR': '2025-01-01', 'Joint business plan': '2024-01-01' }), blank, blank,
    initiativeHeaders, acme(more), blank, blank, blank,
    ...correctionRows('Acme'), blank, blank, blank,
    ...historyRows('Acme'), blank, blank,
    ...assessmentRows(2),
  ]);
}

const partners = (name: string): string => `${name}!A1:I2`;
const initiatives = (name: string): string => `${name}!A5:M6`;
const corrections = (name: string): string => `${name}!A10:E11`;
const history = (name: string): string => `${name}!A15:F17`;
const assessment = (name: string): string => `${name}!A20:C25`;

interface Call {
  readonly id: string;
  /** The arguments that stand before the ranges, for the partner Acme. */
  readonly before: string;
  readonly ranges: (name: string) => readonly string[];
  /** The arguments for a partner that does not exist; `null` where the function takes none. */
  readonly unknown: string | null;
  /** What the first cell, or the second row of a spill, holds. */
  readonly live: readonly unknown[];
  readonly given: readonly unknown[];
}

const both = (name: string): readonly string[] => [partners(name), initiatives(name)];
const any: unknown = expect.anything();
const number: unknown = expect.any(Number);
const text: unknown = expect.any(String);

const calls: readonly Call[] = [
  // Sponsorship 20 of 100 for the two executives, Governance 3 of 6: (20 x 20 + 15 x 50) / 85
  { id: 'HEALTH', before: '"Acme",', ranges: both, unknown: '"Akme"', live: [number], given: [13.529412] },
  { id: 'RATING', before: '"Acme"', ranges: both, unknown: '"Akme"', live: [text], given: ['Red'] },
  { id: 'WHY', before: '"Acme"', ranges: both, unknown: '"Akme"', live: [text], given: [expect.stringContaining('No sales sponsor is named for Platform')] },
  { id: 'SPONSORGAPS', before: '"Acme"', ranges: both, unknown: '"Akme"', live: ['Migration', 'Halden Cloud', 'Critical', 600_000], given: ['Platform', 'Acme', 'Critical'] },
  { id: 'SPONSORCOVERAGE', before: '"Acme",', ranges: both, unknown: '"Akme"', live: [0.521739], given: [0] },
  { id: 'SPONSOREFFECT', before: '', ranges: both, unknown: null, live: ['In words', expect.stringMatching(/^Too few closed/)], given: ['In words', expect.stringMatching(/^Too few closed/)] },
  { id: 'SCORECARD', before: '"Acme"', ranges: both, unknown: '"Akme"', live: ['Health', number], given: ['Health', number, any, number, number, 'Red'] },
  { id: 'PORTFOLIO', before: '"Worst"', ranges: (name) => [...both(name), history(name)], unknown: null, live: ['Halden Cloud', text], given: ['Acme', 'Red', number, number] },
  { id: 'GATES', before: '"Acme"', ranges: both, unknown: '"Akme"', live: ['Migration', 'Halden Cloud', 'Qualify', 'Breach', 'Sales sponsor'], given: ['Platform', 'Acme', 'Qualify', 'Breach', 'Sales sponsor'] },
  {
    id: 'CORRECTIONS', before: '"Acme"', ranges: (name) => [...both(name), corrections(name), history(name)], unknown: '"Akme"',
    live: ['2026-05-04', 'Halden Cloud', any, 'Weekly call', 'Pipeline', 20, number, text], given: ['2026-04-20', 'Acme', any, 'New sales lead', 'Revenue', 30, 0, 'worsened'],
  },
  {
    id: 'EXITS', before: '', ranges: (name) => [...both(name), corrections(name), history(name)], unknown: null,
    live: ['No alliance is in question.'], given: ['Acme', 'Exit', any, any, 'Red', number, expect.stringMatching(/^Red on 30 June 2026 and Red on 30 September 2026\./)],
  },
  { id: 'TREND', before: '"Acme","Revenue"', ranges: (name) => [...both(name), history(name)], unknown: '"Akme"', live: ['2026-03-31', 71], given: ['2026-03-31', 30] },
  { id: 'MATURITY', before: '"Roles"', ranges: (name) => [assessment(name)], unknown: null, live: [75], given: [50] },
];

let book: CallingWorkbook;
beforeAll(async () => {
  book = await openCalling(portfolioWorkbook({
    // Halden Cloud is behind in everything that is judged, and smaller.
    initiatives: [
      initiativeRow('Joint launch', 'Northwind Systems'),
      initiativeRow('Migration', 'Halden Cloud', { 'Sales sponsor': undefined, 'Revenue target': 1_100_000, Revenue: 500_000, Pipeline: 700_000 }),
    ],
    more: [
      sheet('Corrections', [['Date', 'Partner', 'Correction', 'Measure', 'Review on'], ['2026-05-04', 'Halden Cloud', 'Weekly call', 'Pipeline', '2026-11-01']]),
      sheet('History', [
        ['As of', 'Partner', 'Health', 'Rating', 'Pipeline score', 'Portfolio health'],
        ['2026-03-31', 'Halden Cloud', 60, 'Amber', 20, 71], ['2026-06-30', 'Halden Cloud', 65, 'Amber', 25, 72],
      ]),
      sheet('Assessment', assessmentRows(3)),
      block('Given'),
      block('Faulty', { Pipeline: error, Owner: error, 'Approved on': error }),
      sheet('Cells', []),
    ],
  }));
});
afterAll(() => book.close());

const message = (value: CellValue): string => (typeof value === 'object' && value !== null ? `${value.error} ${value.message ?? ''}` : `no error but ${String(value)}`);
/** One cell below the other, with room for what spills. */
let nextRow = 10;
function cellFor(formula: string): { row: number; column: number } {
  const row = nextRow;
  nextRow += formula.includes('SPONSOREFFECT') ? 15 : 8;
  return { row, column: 0 };
}

/** What a cell shows, or the first row under the headers of what it spills. */
async function shown(formula: string): Promise<readonly CellValue[]> {
  const { row, column } = cellFor(formula);
  const first = await book.call(formula, { row, column });
  if (!/HEALTH|RATING|WHY|COVERAGE|MATURITY|ATTAINMENT|SCORE\(/.test(formula) && typeof first !== 'object') await until(() => (book.spill(row, column)[1]?.[0] ?? null) !== null);
  return book.spill(row, column)[1] ?? [first];
}

describe.each(calls.map((call) => [call.id, call] as const))('%s', (id, { before, ranges, unknown, live, given }) => {
  const onRanges = (name: string, first = before): string => `=ALLIANCE.${id}(${[...(first === '' ? [] : [first]), ...ranges(name)].join(',')})`;

  test('live, with everything left out', async () => {
    expect((await shown(`=ALLIANCE.${id}()`)).slice(0, live.length).map((value) => value ?? '')).toEqual(live);
  });

  test('on ranges', async () => {
    expect((await shown(onRanges('Given'))).slice(0, given.length).map((value) => value ?? '')).toEqual(given);
  });

  test('with errors in a range', async () => {
    const values = await shown(onRanges('Faulty'));
    expect(values.map((value) => (typeof value === 'object' && value !== null ? value : null))).toEqual(values.map(() => null));
  });

  if (unknown !== null) {
    test('of a partner that does not exist', async () => {
      expect(message((await shown(`=ALLIANCE.${id}("Haldn Cloud")`))[0] ?? null)).toMatch(/^#N\/A "Haldn Cloud" is not in the Partners table\. Did you mean "Halden Cloud"\?/);
      expect(message((await shown(onRanges('Given', before.replace('"Acme"', unknown))))[0] ?? null)).toMatch(/^#N\/A "Akme" is not in the Partners table\. Did you mean "Acme"\?/);
    });
  }
});

describe('choices that there are not', () => {
  test.each([
    ['=ALLIANCE.HEALTH("Halden Cloud","Money")', /^#VALUE! "Money" is no dimension\. Use Revenue, Pipeline, Traction, Sponsorship, Governance or Relationship\./],
    ['=ALLIANCE.TREND("Halden Cloud","Money")', /^#VALUE! "Money" is no dimension\./],
    ['=ALLIANCE.TREND(,"Revenue")', /^#VALUE! The trend of Revenue is a partner's: name one\./],
    ['=ALLIANCE.PORTFOLIO("Size")', /^#VALUE! "Size" is no order\. Use Worst, Table, Partner, Health, Change, Target, Revenue, Pipeline, Traction, Sponsorship, Governance or Relationship\./],
    ['=ALLIANCE.MATURITY("Money")', /^#VALUE! "Money" is no area of the assessment\. Use Process, Approval, .* or Portfolio, or its number from 1 to 10\./],
    ['=ALLIANCE.MATURITY("Staffing")', /^#N\/A Staffing is not answered in the last assessment\./],
    ['=ALLIANCE.TREND("Northwind Systems")', /^#N\/A A trend needs two points; Northwind Systems has one\. Each QBR adds one to the History table\./],
    [`=ALLIANCE.MATURITY(,${partners('Given')})`, /^#N\/A There is no practice assessment yet\./],
    [`=ALLIANCE.CORRECTIONS(,${partners('Given')},${initiatives('Given')})`, /^#N\/A There is no Course corrections table\./],
    [`=ALLIANCE.EXITS(${initiatives('Given')})`, /^#N\/A There is no Partners table\./],
    [`=ALLIANCE.GATES(,${partners('Given')})`, /^#N\/A There is no Initiatives table\./],
    [`=ALLIANCE.SPONSOREFFECT(${partners('Given')})`, /^#N\/A There is no Initiatives table\./],
  ])('%s', async (formula, expected) => {
    expect(message((await shown(formula))[0] ?? null)).toMatch(expected);
  });

  test.each(['Worst', 'Table', 'Partner', 'Health', 'Change', 'Target', 'Revenue', 'Pipeline', 'Traction', 'Sponsorship', 'Governance', 'Relationship'])('PORTFOLIO is sorted by %s', async (order) => {
    const first = await shown(`=ALLIANCE.PORTFOLIO("${order}")`);
    // What neither has is no order: then the table's is kept.
    expect(first[0]).toBe(['Table', 'Target', 'Traction', 'Governance', 'Relationship'].includes(order) ? 'Northwind Systems' : 'Halden Cloud');
  });
});

describe('ATTAINMENT and SCORE, from values alone', () => {
  test.each([
    ['=ALLIANCE.ATTAINMENT(690000,1500000,0.6)', 0.766667],
    ['=ALLIANCE.ATTAINMENT(1800,1500)', 1.2],
    ['=ALLIANCE.ATTAINMENT("$1.2m","USD 2,000,000",0.5)', 1.2],
    ['=ALLIANCE.ATTAINMENT(-5,10)', -0.5],
    // Half of a year's plan: (240 - 120) / (360 - 120) is due, revenue 60 of 100; pipeline 420 of 3 x (200 - 60); (30 x 60 + 20 x 100) / 50
    ['=ALLIANCE.SCORE(DATE(2026,2,2),DATE(2027,1,28),DATE(2026,9,30),200,60,,420)', 76],
    // and traction 4 of 12 x 2/3: 50; (30 x 60 + 20 x 100 + 15 x 50) / 65
    ['=ALLIANCE.SCORE("2026-02-02","2027-01-28","2026-09-30",200,60,,420,12,4)', 70],
    ['=ALLIANCE.SCORE(DATE(2026,2,2),DATE(2027,1,28),DATE(2026,9,30),,,400,100)', 25],
  ])('%s is %d', async (formula, expected) => {
    expect((await shown(formula))[0]).toBe(expected);
  });

  test.each([
    ['=ALLIANCE.ATTAINMENT(5,0)', /^#N\/A There is no target above zero\./],
    ['=ALLIANCE.ATTAINMENT("",5)', /^#N\/A The actual figure is blank\./],
    ['=ALLIANCE.ATTAINMENT(5,5,0)', /^#N\/A Nothing is expected yet\./],
    ['=ALLIANCE.ATTAINMENT(5,5,1.5)', /^#VALUE! elapsed is a share from 0 to 1\./],
    ['=ALLIANCE.ATTAINMENT("a lot",5)', /^#VALUE! actual is no number\./],
    ['=ALLIANCE.ATTAINMENT(NA(),5)', /^#VALUE! actual is no number\./],
    ['=ALLIANCE.SCORE(DATE(2026,2,2),DATE(2027,1,28),"soon",200,60)', /^#VALUE! as_of is no date\./],
    ['=ALLIANCE.SCORE(DATE(2026,2,2),DATE(2027,1,28),"",200,60)', /^#VALUE! as_of is no date\./],
    ['=ALLIANCE.SCORE("",DATE(2027,1,28),DATE(2026,9,30),200,60)', /^#N\/A launched_on is blank or does not fit: without it there is no score\./],
    ['=ALLIANCE.SCORE(DATE(2026,9,1),DATE(2027,1,28),DATE(2026,9,30),200,60)', /^#N\/A It is too early to judge\./],
    ['=ALLIANCE.SCORE(DATE(2026,2,2),DATE(2027,1,28),DATE(2026,9,30),"tbd","")', /^#N\/A There is no target above zero\./],
    ['=ALLIANCE.SCORE(DATE(2026,2,2),DATE(2027,1,28),DATE(2026,9,30),200,"")', /^#N\/A revenue is blank or does not fit/],
  ])('%s says why not', async (formula, expected) => {
    expect(message((await shown(formula))[0] ?? null)).toMatch(expected);
  });
});
