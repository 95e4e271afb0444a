/** Judges a portfolio: rows of the workbook in, health, gaps and breaches out. */
import { basisOf } from './basis';
import { correctionEffects, correctionsByPartner, needsCorrection } from './correctionEffects';
import { exitAdvice, portfolioSign } from './exits';
import { leftRecently } from './headline';
import type { HealthScore } from './healthScore';
import { History } from './history';
import type { Minor, Score, SerialDate } from './measure';
import { type Policy, defaultPolicy } from './policy';
import type { PartnerHealth, Portfolio, Rating } from './portfolio';
import { portfolioNotes } from './portfolioNotes';
import type { PortfolioRows } from './portfolioRows';
import { roundScore } from './rounding';
import { sponsorEffect } from './sponsorEffect';
import { Tally } from './tally';
import { trendOf } from './trend';
import { WeightedMeans } from './weightedMeans';

/** Means over the rated partners, by open revenue target: ruling 53. */
class PortfolioMeans {
  private readonly weighted = new WeightedMeans(3);
  private readonly equal = new WeightedMeans(1);

  add({ exact, exactLagging, exactLeading }: HealthScore, openRevenueTarget: number): void {
    if (exact === null) return;
    this.weighted.add(0, exact, openRevenueTarget);
    this.equal.add(0, exact, 0);
    if (exactLagging !== null) this.weighted.add(1, exactLagging, openRevenueTarget);
    if (exactLeading !== null) this.weighted.add(2, exactLeading, openRevenueTarget);
  }

  figures(): Record<'health' | 'equalWeightHealth' | 'lagging' | 'leading', Score | null> {
    return {
      health: roundedOrNull(this.weighted.mean(0)),
      equalWeightHealth: roundedOrNull(this.equal.mean(0)),
      lagging: roundedOrNull(this.weighted.mean(1)),
      leading: roundedOrNull(this.weighted.mean(2)),
    };
  }
}

function roundedOrNull(score: number | null): Score | null {
  return score === null ? null : roundScore(score);
}

/**
 * The portfolio as it stands on the as-of date. Scores 0-100 and shares 0-1, rounded once to six decimals; money in minor units.
 * `policyProblems` are sentences on a stored policy that could not be taken as it stands: they come first among the notes.
 * Never fails: what is missing or unreadable is unknown, and said so. Without a Partners table nothing is judged.
 */
export function judge(rows: PortfolioRows, asOf: SerialDate, policy: Policy = defaultPolicy, policyProblems: readonly string[] = []): Portfolio {
  const basis = basisOf({ rows, asOf, policy });
  const partners = rows.partners?.rows ?? [];
  const initiatives = rows.initiatives?.rows ?? [];
  const tally = new Tally(basis, partners);
  initiatives.forEach((initiative, position) => tally.add(initiative, position));

  const means = new PortfolioMeans();
  const byRating: Record<Rating, number> = { Green: 0, Amber: 0, Red: 0, 'Not rated': 0 };
  let exits = 0;
  const judged = partners.map((partner, index): PartnerHealth => {
    const score = tally.healthOf(partner, index);
    const openRevenueTarget = tally.openRevenueTarget.total(index) as Minor;
    const own = tally.initiativesOf[index] ?? [];
    means.add(score, openRevenueTarget);
    byRating[score.rating] += 1;
    if (partner.status === 'Ended' && leftRecently(partner, own.flatMap((position) => initiatives[position] ?? []), basis)) exits += 1;
    return {
      partner,
      health: score.health,
      rating: score.rating,
      notRated: score.notRated,
      confidence: score.confidence,
      dimensions: score.dimensions,
      lagging: roundedOrNull(score.exactLagging),
      leading: roundedOrNull(score.exactLeading),
      cappedBySponsorRule: score.cappedBySponsorRule,
      openRevenueTarget,
      money: tally.headline.moneyOf(index),
      initiatives: own,
    };
  });

  const { health, equalWeightHealth, lagging, leading } = means.figures();
  const totals = tally.headline.figures();
  const history = new History(rows.history, asOf);
  const trend = trendOf(history, judged, health, asOf);
  const corrections = correctionEffects(judged, history, basis);
  const tried = correctionsByPartner(corrections, basis);
  return {
    asOf,
    policy,
    rows,
    health,
    equalWeightHealth,
    byRating,
    partners: judged,
    sponsorGaps: tally.sponsors.rankedGaps(),
    sponsorCoverage: tally.sponsors.coverage(),
    sponsorLoad: tally.sponsors.load(),
    sponsorEffect: sponsorEffect(basis),
    gateBreaches: tally.breaches,
    headline: { ...totals, lagging, leading, exits },
    history,
    trend,
    corrections,
    needCorrection: judged.filter((partner, index) => needsCorrection(partner, trend.partners[index]?.change, tried.get(index), basis)),
    exits: exitAdvice(judged, trend.partners, tried, basis),
    sign: portfolioSign(judged, trend.partners, exits),
    notes: [...policyProblems, ...portfolioNotes(basis, byRating, totals)],
  };
}
