/** Any rows that the tables could hold, for laws that hold for all of them. */
import fc from 'fast-check';
import { type Reading, unreadable } from '../../src/domain/cell';
import { type Correction, type CorrectionRows, correctionFields } from '../../src/domain/correction';
import { type Initiative, initiativeFields, stages } from '../../src/domain/initiative';
import type { Minor, Score, SerialDate } from '../../src/domain/measure';
import { type Partner, partnerFields } from '../../src/domain/partner';
import type { FoundTable, PortfolioRows } from '../../src/domain/portfolioRows';
import type { Snapshot } from '../../src/domain/snapshot';
import { asOf, day } from './portfolioRows';

const today = day(asOf);

function reading<T>(known: fc.Arbitrary<T>): fc.Arbitrary<Reading<T>> {
  return fc.oneof(
    { weight: 8, arbitrary: known },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant(unreadable) },
  );
}

function table<Row, Field extends string>(sheet: string, fields: readonly Field[], rows: readonly Row[]): FoundTable<Row, Field> {
  const columns = Object.fromEntries(fields.map((field, column) => [field, column])) as Partial<Record<Field, number>>;
  return { sheet, table: sheet, headerRow: 0, firstRow: 1, lastRow: rows.length, columns, headers: {} as FoundTable<Row, Field>['headers'], rows };
}

/** All needed columns, and some of the others. A cell without a column is blank. */
function columnsOf<Field extends string>(all: readonly Field[], needed: readonly Field[]): fc.Arbitrary<readonly Field[]> {
  const others = all.filter((field) => !needed.includes(field));
  return fc.oneof(fc.constant(all), fc.subarray(others).map((some) => [...needed, ...some]));
}

const person = fc.option(fc.constantFrom('Ann', 'Bob', 'Cid'), { nil: null });
const date = (from: number, to: number) => reading(fc.integer({ min: today + from, max: today + to }).map((serial) => serial as SerialDate));
const view = reading(fc.integer({ min: 0, max: 1000 }).map((tenths) => (tenths / 10) as Score));
/** Small and awkward amounts, and amounts near the largest that a double holds exactly. */
const cents = fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 10 ** 12 })).map((amount) => amount as Minor);
const credit = fc.integer({ min: -5000, max: -1 }).map((amount) => amount as Minor);

const partner: fc.Arbitrary<Omit<Partner, 'row' | 'name' | 'key'>> = fc.record({
  tier: fc.constantFrom('Strategic', 'Tactical', null),
  allianceManager: person,
  executiveSponsor: person,
  partnerSponsor: person,
  status: fc.constantFrom('Active', 'Active', 'Watch', 'Exiting', 'Ended'),
  jointBusinessPlan: date(-500, 20),
  lastQbr: date(-300, 20),
  expectationsAgreed: reading(fc.oneof(fc.boolean(), fc.constant(today))),
  relationship: view,
  partnersView: view,
  surveyDate: date(-500, 20),
  agreementEnds: date(-500, 500),
  noticeBy: date(-500, 500),
});

const initiative = (partners: number): fc.Arbitrary<Omit<Initiative, 'row'>> => fc.record({
  name: fc.constantFrom('Joint app', 'Marketplace', 'Training'),
  partner: fc.nat({ max: partners - 1 }),
  stage: fc.constantFrom(...stages, 'Launch' as const, 'Launch' as const),
  outcome: reading(fc.constantFrom('Succeeded', 'Failed', 'Stopped')),
  owner: person,
  salesSponsor: person,
  approvedBy: person,
  revenueTarget: reading(cents),
  revenue: reading(fc.oneof(cents, credit)),
  pipelineTarget: reading(cents),
  pipeline: reading(cents),
  sourcedRevenue: reading(fc.oneof(cents, credit)),
  influencedRevenue: reading(fc.oneof(cents, credit)),
  tractionTarget: reading(fc.nat({ max: 300 }).map((tenths) => tenths / 10)),
  traction: reading(fc.nat({ max: 300 }).map((tenths) => tenths / 10)),
  qualifiedOn: date(-500, 0),
  approvedOn: date(-500, 0),
  launchedOn: date(-450, 10),
  due: date(-50, 400),
  endedOn: date(-450, 10),
  lastInspected: date(-200, 10),
  sponsorLastEngaged: date(-200, 10),
});

function withoutColumns<Row extends object, Field extends string>(rows: readonly Row[], all: readonly Field[], columns: readonly Field[]): Row[] {
  const absent = all.filter((field) => !columns.includes(field));
  return rows.map((row) => ({ ...row, ...Object.fromEntries(absent.filter((field) => field in row).map((field) => [field, null])) }));
}

const score = fc.option(fc.integer({ min: 0, max: 1000 }).map((tenths) => (tenths / 10) as Score), { nil: null });
const days = (from: number, to: number): fc.Arbitrary<SerialDate> => fc.integer({ min: today + from, max: today + to }).map((serial) => serial as SerialDate);

/** One snapshot at most of each partner and day. */
const snapshots = (partners: number): fc.Arbitrary<readonly Snapshot[]> => fc.uniqueArray(
  fc.record({ asOf: days(-450, 40), partner: fc.nat({ max: partners }), health: score, revenue: score, target: fc.option(cents, { nil: null }), portfolioHealth: score }),
  { selector: ({ asOf, partner }) => `${asOf} ${partner}`, maxLength: 10 },
).map((all) => all.map(({ asOf, partner: of, health, revenue, target, portfolioHealth }, index): Snapshot => ({
  row: index + 1, asOf, quarter: null, name: `Partner ${of}`, key: `partner${of}`, health, rating: health === null ? 'Not rated' : health >= 80 ? 'Green' : health >= 60 ? 'Amber' : 'Red',
  confidence: null, dimensions: { revenue, pipeline: null, traction: null, sponsorship: null, governance: null, relationship: null },
  revenue: null, revenueTarget: target, pipeline: null, pipelineCoverage: null, portfolioHealth, madeOn: null, run: null,
})));

/** Corrections of different days: of one day the lower row would come later. */
const corrections = (partners: number): fc.Arbitrary<CorrectionRows> => fc.uniqueArray(
  fc.record({ date: days(-400, 20), partner: fc.option(fc.nat({ max: partners - 1 }), { nil: null }), measure: fc.constantFrom('health', 'revenue'), reviewOn: fc.option(days(-300, 60), { nil: null }) }),
  { selector: ({ date: on }) => on, maxLength: 6 },
).map((rows) => ({
  issues: [],
  table: table('Corrections', correctionFields, rows.map((fields, index): Correction => ({
    ...fields, row: index + 1, initiative: null, correction: `Correction ${index}`, reason: null, owner: null, status: null, measure: fields.measure as Correction['measure'],
  }))),
}));

export const anyRows: fc.Arbitrary<PortfolioRows> = fc
  .record({
    partners: fc.array(partner, { minLength: 1, maxLength: 4 }),
    partnerColumns: columnsOf(partnerFields, ['partner', 'status']),
    initiativeColumns: columnsOf(initiativeFields, ['initiative', 'partner', 'stage', 'salesSponsor']),
  })
  .chain(({ partners, partnerColumns, initiativeColumns }) =>
    fc.tuple(fc.array(initiative(partners.length), { maxLength: 12 }), corrections(partners.length), snapshots(partners.length)).map(([initiatives, corrected, history]): PortfolioRows => ({
      partners: table('Partners', partnerColumns, withoutColumns(
        partners.map((fields, index) => ({ ...fields, row: index + 1, name: `Partner ${index}`, key: `partner${index}` })), partnerFields, partnerColumns,
      )),
      initiatives: table('Initiatives', initiativeColumns, withoutColumns(
        initiatives.map((fields, index) => ({ ...fields, row: index + 1 })), initiativeFields, initiativeColumns,
      )),
      corrections: corrected,
      history,
      assessment: [],
      currency: 'USD',
      rates: [],
      issues: [],
      counts: {
        partners: { rows: partners.length, used: partners.length, reported: 0 },
        initiatives: { rows: initiatives.length, used: initiatives.length, reported: 0 },
      },
    })),
  );

/** The same rows with other initiatives. */
export function withInitiatives(rows: PortfolioRows, change: (initiatives: readonly Initiative[]) => readonly Initiative[]): PortfolioRows {
  return rows.initiatives === null ? rows : { ...rows, initiatives: { ...rows.initiatives, rows: change(rows.initiatives.rows) } };
}

/** The same rows with other partners. */
export function withPartners(rows: PortfolioRows, change: (partners: readonly Partner[]) => readonly Partner[]): PortfolioRows {
  return rows.partners === null ? rows : { ...rows, partners: { ...rows.partners, rows: change(rows.partners.rows) } };
}
