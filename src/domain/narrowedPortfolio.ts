/**
 * A portfolio narrowed to one partner, judged anew from rows that hold nothing else: what an edition for that partner is made of.
 * What is shared with the partner cannot be told from it, because it is not there: docs/decisions/partner-editions.md.
 */
import { basisOf } from './basis';
import type { Correction, CorrectionField, CorrectionRows } from './correction';
import { tierClass } from './governance';
import type { Initiative, InitiativeField } from './initiative';
import type { Issue } from './issue';
import { judge } from './judge';
import type { Score } from './measure';
import { withoutOurNames } from './ourPeople';
import type { Partner, PartnerField } from './partner';
import type { Policy } from './policy';
import { type Dimension, type Portfolio, type Rating, dimensions } from './portfolio';
import type { FoundTable, PortfolioRows } from './portfolioRows';
import { roundScore } from './rounding';
import type { Snapshot } from './snapshot';

/** Whom an edition is for: our own people, or the partner as well. */
export const audiences = ['internal', 'shared'] as const;
export type Audience = (typeof audiences)[number];

/**
 * `null` where the portfolio has no partner of this key. Internally the partner is judged exactly as in the whole portfolio.
 * `withoutNames`: what is shared is without the names of our people, and judged as it is with them.
 */
export function narrowedTo(portfolio: Portfolio, key: string, audience: Audience, withoutNames = false): Portfolio | null {
  const { rows, asOf, policy } = portfolio;
  const position = rows.partners?.rows.findIndex((partner) => partner.key === key) ?? -1;
  if (position < 0) return null;
  const own = ownRows(portfolio, position);
  if (audience === 'internal') return judge(own, asOf, policy);
  const shared = sharedRows(own, policy);
  return { ...judge(withoutNames ? withoutOurNames(shared, portfolio) : shared, asOf, policy), exits: [], needCorrection: [] };
}

function only<Row, Field extends string>(table: FoundTable<Row, Field> | null, rows: (row: Row) => Row | null): FoundTable<Row, Field> | null {
  return table && { ...table, rows: table.rows.flatMap((row) => rows(row) ?? []) };
}

/** The rows of one partner, which is the first and only one in them, where they stand. */
function ownRows({ rows, asOf, policy }: Portfolio, position: number): PortfolioRows {
  const basis = basisOf({ rows, asOf, policy });
  const partner = rows.partners?.rows[position];
  const partners = only(rows.partners, (row) => (row === partner ? row : null));
  const initiatives = only(rows.initiatives, (row) => (row.partner === position ? { ...row, partner: 0 } : null));
  const corrections = rows.corrections && only(rows.corrections.table, (row) => (row.partner === position ? { ...row, partner: 0 } : null));
  return {
    partners,
    initiatives,
    corrections: corrections && { table: corrections, issues: [] },
    history: rows.history.filter(({ key }) => key === partner?.key),
    assessment: [],
    currency: rows.currency,
    rates: rows.rates,
    issues: rows.issues.filter((issue) => isAbout(issue, partners) || isAbout(issue, initiatives)),
    counts: { partners: allUsed(partners), initiatives: allUsed(initiatives) },
    tracked: { engagement: basis.tracksEngagement, surveyDate: basis.tracksSurveyDate },
  };
}

function isAbout({ cell }: Issue, table: FoundTable<{ readonly row: number }, string> | null): boolean {
  return cell !== null && cell.sheet === table?.sheet && table.rows.some(({ row }) => row === cell.row);
}

function allUsed(table: FoundTable<unknown, string> | null): PortfolioRows['counts']['partners'] {
  const count = table?.rows.length ?? 0;
  return { rows: count, used: count, reported: 0 };
}

/** A table without its place in the workbook, and with none of its owner's own words for columns. */
function unplaced<Row, Field extends string>(table: FoundTable<Row, Field>, kept: readonly Field[], headers: FoundTable<Row, Field>['headers'], rows: readonly Row[]): FoundTable<Row, Field> {
  const columns = Object.fromEntries(kept.flatMap((field) => (table.columns[field] === undefined ? [] : [[field, table.columns[field]]])));
  return { sheet: '', table: null, headerRow: 0, firstRow: 1, lastRow: rows.length, columns: columns as typeof table.columns, headers, rows };
}

const sharedPartnerFields: readonly PartnerField[] = [
  'partner', 'tier', 'allianceManager', 'executiveSponsor', 'partnerSponsor', 'status', 'jointBusinessPlan', 'lastQbr', 'expectationsAgreed',
];
const sharedInitiativeFields: readonly InitiativeField[] = [
  'initiative', 'partner', 'stage', 'owner', 'salesSponsor', 'revenueTarget', 'revenue', 'pipelineTarget', 'pipeline', 'tractionTarget', 'traction',
  'qualifiedOn', 'approvedOn', 'approvedBy', 'launchedOn', 'due', 'endedOn', 'outcome', 'lastInspected', 'sponsorLastEngaged',
];
const sharedCorrectionFields: readonly CorrectionField[] = ['date', 'partner', 'initiative', 'correction', 'measure', 'reviewOn'];

/** What a sentence may name a column by. */
const plainHeaders: FoundTable<Initiative, InitiativeField>['headers'] = {
  revenue: 'Revenue', pipeline: 'Pipeline', traction: 'Traction', launchedOn: 'Launched on', due: 'Due', endedOn: 'Ended on', sponsorLastEngaged: 'Sponsor last engaged',
};

/** Without surveys, notes, the days on which one could leave, what was read with difficulty, or where in the workbook anything stands. */
function sharedRows(own: PortfolioRows, policy: Policy): PortfolioRows {
  const { partners, initiatives, corrections, tracked } = own;
  return {
    ...own,
    partners: partners && unplaced(partners, sharedPartnerFields, {}, partners.rows.map(sharedPartner)),
    initiatives: initiatives && unplaced(initiatives, sharedInitiativeFields, plainHeaders, initiatives.rows.map(sharedInitiative)),
    corrections: corrections && sharedCorrections(corrections, new Set(initiatives?.rows.map(({ name }) => name))),
    history: own.history.map((snapshot, row) => sharedSnapshot(snapshot, row, policy)),
    rates: [],
    issues: [],
    tracked: { engagement: tracked?.engagement ?? false, surveyDate: false },
  };
}

const tierWords = { strategic: 'Strategic', tactical: 'Tactical', other: null } as const;

/** How we rank a partner and whether we watch it is our own business; how often we review it is not. */
function sharedPartner(partner: Partner, index: number): Partner {
  return {
    ...partner,
    row: index + 1,
    tier: tierWords[tierClass(partner.tier)],
    status: partner.status === 'Ended' ? 'Ended' : 'Active',
    relationship: null,
    partnersView: null,
    surveyDate: null,
    agreementEnds: null,
    noticeBy: null,
  };
}

function sharedInitiative(initiative: Initiative, index: number): Initiative {
  return { ...initiative, row: index + 1, sourcedRevenue: null, influencedRevenue: null };
}

/** What was decided and what came of it; the reason, who does it and what is measured by our survey stay with us. */
function sharedCorrections({ table }: CorrectionRows, initiatives: ReadonlySet<string>): CorrectionRows {
  const rows = table.rows.filter(({ measure }) => measure !== 'relationship').map((correction, index): Correction => ({
    ...correction,
    row: index + 1,
    initiative: correction.initiative !== null && initiatives.has(correction.initiative) ? correction.initiative : null,
    reason: null,
    owner: null,
    status: null,
  }));
  return { table: unplaced(table, sharedCorrectionFields, {}, rows), issues: [] };
}

/** Health as it would have been without the survey, by the weights of now, so that a change tells nothing of the survey. */
function sharedSnapshot(snapshot: Snapshot, row: number, policy: Policy): Snapshot {
  const scores: Readonly<Record<Dimension, Score | null>> = { ...snapshot.dimensions, relationship: null };
  const unsurveyed = snapshot.health === null || snapshot.dimensions.relationship === null;
  const health = unsurveyed ? snapshot.health : meanOf(scores, policy);
  const rating = unsurveyed ? snapshot.rating : ratingOf(health, policy);
  return { ...snapshot, row, health, rating, confidence: null, dimensions: scores, portfolioHealth: null, madeOn: null, run: null };
}

function meanOf(scores: Readonly<Record<Dimension, Score | null>>, { weights }: Policy): Score | null {
  let weight = 0;
  let weighted = 0;
  for (const dimension of dimensions) {
    const score = scores[dimension];
    if (score === null) continue;
    weight += weights[dimension];
    weighted += weights[dimension] * score;
  }
  return weight === 0 ? null : roundScore(weighted / weight);
}

function ratingOf(health: Score | null, { bands }: Policy): Rating {
  if (health === null) return 'Not rated';
  if (health < bands.amber) return 'Red';
  return health < bands.green ? 'Amber' : 'Green';
}
