/** The health of a partner from its dimensions: section 4 of the method, rulings 45 and 50 to 52. */
import type { Basis } from './basis';
import type { Score, Share } from './measure';
import { type Dimension, type DimensionHealth, type NotRated, type Rating, dimensions } from './portfolio';
import { tracksRelationship } from './relationship';
import { roundScore, roundShare } from './rounding';

/** A dimension before rounding. */
export interface DimensionPart {
  /** 0-100, or `null` where nothing is known. */
  readonly score: number | null;
  /** Part of its weight that is known, 0-1. */
  readonly known: number;
}
export type DimensionParts = Readonly<Record<Dimension, DimensionPart>>;

/** What else decides a rating. */
export interface RatingFacts {
  readonly ended: boolean;
  /** A row in Launch is out of Revenue or Pipeline because it is too early. */
  readonly tooEarly: boolean;
  /** A row of Revenue or Pipeline lacks a date or an amount. */
  readonly unknownRows: boolean;
  readonly launchedWithoutSponsor: boolean;
}

export interface HealthScore {
  /** Unrounded, for the portfolio's mean; `null` where not rated. */
  readonly exact: number | null;
  readonly health: Score | null;
  readonly rating: Rating;
  readonly notRated: NotRated | null;
  readonly confidence: Share;
  readonly dimensions: Readonly<Record<Dimension, DimensionHealth>>;
  /** The same before rounding. */
  readonly parts: DimensionParts;
  readonly exactLagging: number | null;
  readonly exactLeading: number | null;
  readonly cappedBySponsorRule: boolean;
}

/** What is to come; revenue is what has come. */
const leadingDimensions = dimensions.filter((dimension) => dimension !== 'revenue');

/** A dimension that the workbook does not track still counts; Relationship only where somebody asks for it (ruling 50), one without weight never. */
function isExpected(dimension: Dimension, basis: Basis): boolean {
  return basis.policy.weights[dimension] > 0 && (dimension !== 'relationship' || tracksRelationship(basis));
}

function meanOf(parts: DimensionParts, among: readonly Dimension[], { policy: { weights } }: Basis): { mean: number | null; weight: number } {
  let weight = 0;
  let weighted = 0;
  for (const dimension of among) {
    const { score } = parts[dimension];
    if (score === null) continue;
    weight += weights[dimension];
    weighted += weights[dimension] * score;
  }
  return { mean: weight === 0 ? null : weighted / weight, weight };
}

function confidenceOf(parts: DimensionParts, basis: Basis): Share {
  let known = 0;
  let total = 0;
  for (const dimension of dimensions) {
    if (!isExpected(dimension, basis)) continue;
    total += basis.policy.weights[dimension];
    known += basis.policy.weights[dimension] * parts[dimension].known;
  }
  return roundShare(total === 0 ? 0 : known / total);
}

function notRatedBecause(parts: DimensionParts, confidence: Share, facts: RatingFacts, basis: Basis): NotRated | null {
  if (facts.ended) return { kind: 'ended' };
  const enough = confidence >= basis.policy.minimumConfidence;
  const ramping = parts.revenue.score === null && parts.pipeline.score === null && facts.tooEarly;
  if (ramping && (enough || !facts.unknownRows)) return { kind: 'ramping' };
  if (enough) return null;
  return { kind: 'unknown', missing: dimensions.filter((dimension) => isExpected(dimension, basis) && parts[dimension].known < 1) };
}

function ratingOf(health: Score, launchedWithoutSponsor: boolean, { policy: { bands } }: Basis): Rating {
  if (health >= bands.green) return launchedWithoutSponsor ? 'Amber' : 'Green';
  return health >= bands.amber ? 'Amber' : 'Red';
}

function dimensionHealth({ score, known }: DimensionPart, weightShare: number): DimensionHealth {
  return {
    score: score === null ? null : roundScore(score),
    known: roundShare(known),
    pointsLost: score === null ? 0 : weightShare * (100 - score),
  };
}

export function scoreHealth(parts: DimensionParts, facts: RatingFacts, basis: Basis): HealthScore {
  const { weights } = basis.policy;
  const { mean, weight } = meanOf(parts, dimensions, basis);
  const confidence = confidenceOf(parts, basis);
  const notRated = notRatedBecause(parts, confidence, facts, basis);
  const exact = notRated === null ? mean : null;
  const health = exact === null ? null : roundScore(exact);
  const rating = health === null ? 'Not rated' : ratingOf(health, facts.launchedWithoutSponsor, basis);
  const shareOf = (dimension: Dimension): number => (weight === 0 ? 0 : weights[dimension] / weight);
  return {
    exact,
    health,
    rating,
    notRated,
    confidence,
    dimensions: {
      revenue: dimensionHealth(parts.revenue, shareOf('revenue')),
      pipeline: dimensionHealth(parts.pipeline, shareOf('pipeline')),
      traction: dimensionHealth(parts.traction, shareOf('traction')),
      sponsorship: dimensionHealth(parts.sponsorship, shareOf('sponsorship')),
      governance: dimensionHealth(parts.governance, shareOf('governance')),
      relationship: dimensionHealth(parts.relationship, shareOf('relationship')),
    },
    parts,
    exactLagging: parts.revenue.score,
    exactLeading: meanOf(parts, leadingDimensions, basis).mean,
    cappedBySponsorRule: health !== null && rating === 'Amber' && health >= basis.policy.bands.green,
  };
}
