/** The judged portfolio: the one value that functions, pane and QBR all show. */
import type { CellRef } from './cell';
import type { CorrectionEffect } from './correctionEffects';
import type { ExitAdvice, PortfolioSign } from './exits';
import type { History } from './history';
import type { Initiative } from './initiative';
import type { Minor, Score, SerialDate, Share } from './measure';
import type { Partner } from './partner';
import type { Policy } from './policy';
import type { PortfolioRows } from './portfolioRows';
import type { RateComparison } from './successRates';
import type { Trend } from './trend';

export const dimensions = ['revenue', 'pipeline', 'traction', 'sponsorship', 'governance', 'relationship'] as const;
export type Dimension = (typeof dimensions)[number];

export const ratings = ['Green', 'Amber', 'Red', 'Not rated'] as const;
export type Rating = (typeof ratings)[number];

export interface DimensionHealth {
  /** `null` where nothing is known, or nothing is tracked. */
  readonly score: Score | null;
  /** Part of the dimension's weight that is known. */
  readonly known: Share;
  /** Points of health that this dimension costs the partner: they add up to 100 - health. */
  readonly pointsLost: number;
}

/** Why a partner has no rating. */
export type NotRated =
  | { readonly kind: 'ended' }
  | { readonly kind: 'ramping' }
  | { readonly kind: 'unknown'; readonly missing: readonly Dimension[] };

/** What a partner's launched initiatives bring and hold. */
export interface PartnerMoney {
  /** Revenue known, of the initiatives whose revenue is judged (ruling 47). */
  readonly revenue: Minor;
  /** What their plans expect by now. */
  readonly revenueExpected: number;
  /** Open pipeline of those in Launch whose revenue, target and pipeline are known (ruling 65). */
  readonly pipeline: Minor;
  /** That pipeline over what is left to sell; 'covered' where nothing is left; `null` where nothing is known. */
  readonly pipelineCoverage: number | 'covered' | null;
}

export interface PartnerHealth {
  readonly partner: Partner;
  /** `null` where the partner is not rated. */
  readonly health: Score | null;
  readonly rating: Rating;
  readonly notRated: NotRated | null;
  readonly confidence: Share;
  readonly dimensions: Readonly<Record<Dimension, DimensionHealth>>;
  /** Revenue: what has come. */
  readonly lagging: Score | null;
  /** The other dimensions by weight: what is to come. */
  readonly leading: Score | null;
  /** It would be Green, but a launched initiative has no sales sponsor. */
  readonly cappedBySponsorRule: boolean;
  /** Revenue target of the initiatives not closed, and what came in of it. */
  readonly openRevenueTarget: Minor;
  readonly money: PartnerMoney;
  /** Its initiatives, as positions in the initiatives' rows. */
  readonly initiatives: readonly number[];
}

/** A sentence that explains points lost (or a note without points), with the cells that cause it. */
export interface Reason {
  readonly dimension: Dimension | null;
  readonly points: number;
  readonly text: string;
  readonly cells: readonly CellRef[];
}

export type Severity = 'Critical' | 'High' | 'Next';
export interface SponsorGap {
  readonly initiative: Initiative;
  readonly partner: Partner;
  readonly severity: Severity;
  readonly valueAtRisk: Minor | null;
  readonly days: number | null;
  readonly cell: CellRef;
}

export type Gate = 'Qualify' | 'Approve' | 'Launch' | 'any';
export interface GateBreach {
  readonly initiative: Initiative;
  readonly partner: Partner;
  readonly gate: Gate;
  /** Owner, Sales sponsor, Target, Approved on, ..., "Approved on after Launched on", Time limit: public words. */
  readonly missing: string;
  readonly days: number | null;
  readonly cell: CellRef;
}

export interface SponsorCoverage {
  readonly byCount: Share | null;
  readonly byValue: Share | null;
}
export interface SponsorLoad {
  readonly person: string;
  readonly open: number;
  readonly load: 'stretched' | 'overloaded';
  readonly initiatives: readonly Initiative[];
}

/** Totals an executive asks for first. */
export interface Headline {
  /** Revenue known, and revenue expected, of the launched initiatives to date (ruling 47's sums). */
  readonly revenue: Minor;
  readonly revenueExpected: number;
  /** Of the same initiatives, where known: shown beside the revenue, no part of it. `null` where not tracked, or nothing is known. */
  readonly sourced: Minor | null;
  readonly influenced: Minor | null;
  /** Pipeline over what is left to sell (ruling 65); 'covered' where nothing is left; `null` where nothing is known. */
  readonly pipelineCoverage: number | 'covered' | null;
  readonly lagging: Score | null;
  readonly leading: Score | null;
  /** In the quarter that holds the as-of date, up to that date. */
  readonly inQuarter: { readonly launched: number; readonly closed: number; readonly succeeded: number };
  readonly exits: number;
}

export interface Portfolio {
  readonly asOf: SerialDate;
  readonly policy: Policy;
  readonly rows: PortfolioRows;
  /** Mean of the rated partners by open revenue target. */
  readonly health: Score | null;
  readonly equalWeightHealth: Score | null;
  readonly byRating: Readonly<Record<Rating, number>>;
  /** In table order. */
  readonly partners: readonly PartnerHealth[];
  /** In rank order. */
  readonly sponsorGaps: readonly SponsorGap[];
  readonly sponsorCoverage: SponsorCoverage;
  readonly sponsorLoad: readonly SponsorLoad[];
  /** Success of closed initiatives with a sales sponsor against those without. */
  readonly sponsorEffect: RateComparison;
  readonly gateBreaches: readonly GateBreach[];
  readonly headline: Headline;
  /** Snapshots of earlier days. */
  readonly history: History;
  readonly trend: Trend;
  /** Course corrections and what came of them, in the order of their table. */
  readonly corrections: readonly CorrectionEffect[];
  /** Partners that need a course correction, in table order. */
  readonly needCorrection: readonly PartnerHealth[];
  /** The alliances in question, in table order. */
  readonly exits: readonly ExitAdvice[];
  readonly sign: PortfolioSign;
  /** What a reader must know about how the figures came to be: "No due dates are tracked: ...". */
  readonly notes: readonly string[];
}
