/** Workbooks made by chance out of what alliance managers really type, valid and not; the same seed makes the same workbook. */
import fc from 'fast-check';
import type { Cell, Raw } from './cells';
import type { Grid } from './judge';

const asCell = (raw: Raw, format = 'General'): Cell => ({ raw, format });
const oneOf = (...values: readonly (Raw | Cell)[]): fc.Arbitrary<Cell> => fc.constantFrom(...values).map((value) => (value !== null && typeof value === 'object' && 'raw' in value ? value : asCell(value)));
const mostly = (usual: fc.Arbitrary<Cell>, ...rest: readonly (Raw | Cell)[]): fc.Arbitrary<Cell> => fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: oneOf(...rest) });
const error = { error: '#N/A' };

export const asOf = 46295; // 30 September 2026
const day = (from: number, to: number): fc.Arbitrary<Cell> => fc.integer({ min: asOf + from, max: asOf + to }).map((serial) => asCell(serial, 'yyyy-mm-dd'));
const textDays = ['2026-03-01', '5 May 2026', 'May 5, 2026', '31/12/2026', '12/31/2026', '03/04/2026', '7/7/2026', '20260115', 'Q3 2026', 'soon', '1989-12-31', '2026-02-30', '15-Jun-26'];
const someDay = (from: number, to: number): fc.Arbitrary<Cell> => mostly(day(from, to), null, '', 'tbd', '-', error, true, 12, ...textDays);

const person = mostly(oneOf('Ana Costa', 'Ben Ode', 'Na Li', 'R. Openshaw', 'Zoë Ek'), null, ' ', 'TBD', 'tba', 'vacant', 'n/a', 'none', 'pending', 'TBD - Q3 hire', 'to be named', 'open', 'Openshaw', 0, false, error, 'unassigned', 'Null', '?', 7);
const amount = mostly(fc.integer({ min: 0, max: 2_000_000 }).map((n) => asCell(n)), null, '', 'n/a', 0, -500, '$1.2m', '1,200', '(300)', '85%', '1.200', 'USD 40k', '250 000', "1'000", '1,5', '€90k', '~1m', '1-2m', error, true, asCell(0.85, '0%'), asCell(45000, 'dd/mm/yyyy'), asCell(1200.505, '$#,##0.00'), 0.1, 1e7, '2bn', '12,34,567', '-\u0020', '£75k', '-€1.01', '€0.03', asCell(900.25, '[$€-407] #,##0.00'));
const opportunities = mostly(fc.integer({ min: 0, max: 40 }).map((n) => asCell(n)), null, '', 'none', 0, 2.5, '12', '$5', 'many', error, -1, '50%');

const optional = (arbitrary: fc.Arbitrary<Cell>): fc.Arbitrary<fc.Arbitrary<Cell> | null> => fc.constantFrom(arbitrary, arbitrary, arbitrary, null);

const names = ['Acme, Inc.', 'Borealis GmbH', 'Cirrus & Co', 'Delta/Sky', 'Échelon', 'ＦＯＸ Ltd'];
const spellings = ['acme', 'ACME INC', 'Borealis', 'Cirrus and Co.', 'DeltaSky', 'Échelon S.A.', 'Fox', 'Echelon', 'Gamma', 'Nobody Known'];

const partnerFields: readonly [string, readonly string[], fc.Arbitrary<Cell>][] = [
  ['tier', ['Tier'], oneOf('Strategic', 'Growth', 'Tactical', 'strategic (global)', null, 'Gold', 'n/a', error)],
  ['allianceManager', ['Alliance manager', 'Partner manager'], person],
  ['executiveSponsor', ['Executive sponsor (ours)', 'Exec sponsor'], person],
  ['partnerSponsor', ['Partner sponsor'], person],
  ['status', ['Status'], mostly(oneOf('Active', 'Watch', 'Exiting', null), 'Ended', 'terminated', 'At risk', 'whatever', error)],
  ['jointBusinessPlan', ['JBP', 'Joint business plan (date agreed)'], someDay(-500, 40)],
  ['lastQbr', ['Last QBR'], someDay(-420, 20)],
  ['expectationsAgreed', ['Expectations agreed'], mostly(oneOf('yes', 'no', 'x', true, false, 1, 0, null), 'maybe', error, '2026-01-05', asCell(asOf + 5, 'yyyy-mm-dd'))],
  ['relationship', ['Relationship', 'Relationship (1-5)', 'Relationship (0-10)'], mostly(fc.integer({ min: 1, max: 5 }).map((n) => asCell(n)), null, 'n/a', 8, 4.5, '4', 11, 'good', error)],
  ['partnersView', ["Partner's view", "Partner's view (0-10)"], mostly(fc.integer({ min: 2, max: 10 }).map((n) => asCell(n)), null, 3, '9', -1)],
  ['surveyDate', ['Survey date'], someDay(-420, 10)],
];

const initiativeFields: readonly [string, readonly string[], fc.Arbitrary<Cell>][] = [
  ['owner', ['Owner'], person],
  ['revenueTarget', ['Revenue target', 'Revenue target (USD)', "Revenue target ('000)"], amount],
  ['revenue', ['Revenue', 'Actual revenue'], amount],
  ['pipelineTarget', ['Pipeline target'], amount],
  ['pipeline', ['Pipeline', 'Open pipeline'], amount],
  ['sourcedRevenue', ['Sourced revenue', 'Revenue (sourced)', 'Sourced revenue ($k)'], amount],
  ['influencedRevenue', ['Influenced revenue', 'Influenced'], amount],
  ['currency', ['Currency', 'Ccy'], oneOf(null, null, null, 'USD', 'EUR', 'EUR', 'GBP', '€', 'gbp', 'US$', 'CHF', '-', 'n/a', 'tbd', error)],
  ['tractionTarget', ['Traction target'], opportunities],
  ['traction', ['Traction', 'Joint opps'], opportunities],
  ['qualifiedOn', ['Qualified on'], someDay(-600, 10)],
  ['approvedOn', ['Approved on'], someDay(-560, 10)],
  ['approvedBy', ['Approved by'], person],
  ['launchedOn', ['Launched on', 'Go-live date'], someDay(-520, 20)],
  ['due', ['Due', 'Due date'], someDay(-200, 500)],
  ['endedOn', ['Ended on'], someDay(-500, 30)],
  ['outcome', ['Outcome'], oneOf('Succeeded', 'Failed', 'Stopped', 'won', null, 'n/a', 'perhaps', error)],
  ['lastInspected', ['Last inspected'], someDay(-200, 5)],
  ['sponsorLastEngaged', ['Sponsor last engaged'], someDay(-200, 5)],
];

const stage = mostly(oneOf('Qualify', 'Approve', 'Launch', 'Live', 'Closed', 'Launch', 'In flight'), '3. Launch', 'Won', 'Lost', 'Cancelled', 'On ice', 'Pending approval', 'idea', null, 'unheard of', error, 'n/a');

function grid(sheet: string, fixed: readonly [string, string, fc.Arbitrary<Cell>][], free: typeof partnerFields, most: number): fc.Arbitrary<Grid> {
  const chosen = fc.tuple(...free.map(([field, headers, cell]) => fc.tuple(optional(cell), fc.constantFrom(...headers)).map(([arbitrary, header]) => ({ field, header, arbitrary }))));
  return chosen.chain((columns) => {
    const all = [...fixed.map(([field, header, arbitrary]) => ({ field, header, arbitrary })), ...columns.flatMap(({ arbitrary, ...rest }) => (arbitrary ? [{ ...rest, arbitrary }] : []))];
    const row = fc.tuple(...all.map(({ arbitrary }) => arbitrary));
    // Chance likes short tables, in which little meets.
    const several = fc.oneof(...[1, most - 2].map((least) => fc.array(row, { minLength: least, maxLength: most })));
    return several.map((rows) => ({
      sheet,
      firstRow: 1,
      columns: Object.fromEntries(all.map(({ field, header }, column) => [field, { header, column }])),
      rows: rows.map((cells) => [...cells]),
    }));
  });
}

/** Of few currencies, so that rates meet. */
const anyRates = grid('Rates', [
  ['currency', 'Currency', mostly(oneOf('USD', 'EUR', 'GBP', 'EUR', 'USD'), '€', 'usd', 'CHF', null, '-', error)],
  ['rate', 'Rate', mostly(oneOf(1, 1.0812, 0.5, 1.27345, 0.0065, 157.3, '1.00', '1.08'), null, 0, -1.1, 'n/a', '1.081', '$1.1', '110%', '1k', true, error, asCell(1.1, '0%'), asCell(46000, 'yyyy-mm-dd'), '1,2')],
], [['asOf', ['As of', 'As-of date'], someDay(-120, 20)]], 7);
/** Most tables of rates are to one currency. */
const ratesToDollars = anyRates.map((table): Grid => ({ ...table, rows: table.rows.map((row) => (row[0]?.raw === 'USD' ? [row[0], asCell(1), ...row.slice(2)] : row)) }));
const rates = fc.oneof(ratesToDollars, ratesToDollars, anyRates);

const initiatives = grid('Initiatives', [
  ['initiative', 'Initiative', mostly(oneOf('One', 'Two', 'Three'), null, '-', error)], ['partner', 'Partner', mostly(oneOf(...names), null, error, ...spellings)],
  ['stage', 'Stage', stage], ['salesSponsor', 'Sales sponsor', person],
], initiativeFields, 16);

export const workbook = fc.tuple(
  grid('Partners', [['partner', 'Partner', mostly(oneOf(...names), null, 'n/a', 'Pending', 'ACME', 2024, error)]], partnerFields, 7),
  initiatives,
  fc.option(rates, { freq: 3, nil: null }),
  fc.constantFrom(null, null, null, 'USD', 'EUR', 'CHF'),
);
