/** The portfolio as the public JSON of docs/json.md: points 0-100, shares 0-1, money in the reporting currency, `null` for unknown. */
import { isoText } from '../domain/calendar';
import { cellAddress } from '../domain/cell';
import type { CorrectionEffect } from '../domain/correctionEffects';
import type { ExitAdvice } from '../domain/exits';
import { type Dimension, type PartnerHealth, type Portfolio, dimensions } from '../domain/portfolio';
import { smallestChanges } from '../domain/smallestChanges';
import type { RateComparison } from '../domain/successRates';
import type { Change, Trend } from '../domain/trend';

/** What a correction of the whole portfolio is measured by. */
const successRate = 'success rate';

function sponsorEffectJson({ one, other, difference, low, high, p, verdict, needed }: RateComparison) {
  return { with: one, without: other, difference, low, high, p, verdict, needed };
}

function correctionJson({ correction, partner, before, after, effect }: CorrectionEffect) {
  return {
    date: isoText(correction.date),
    partner: partner?.name ?? null,
    correction: correction.correction,
    measure: partner === null ? successRate : correction.measure,
    before,
    after,
    effect,
  };
}

function exitJson({ judged, recommendation, reasons }: ExitAdvice) {
  return {
    partner: judged.partner.name,
    recommendation: recommendation.kind,
    dimension: recommendation.kind === 'Correct' ? recommendation.dimension : null,
    checkpoint: 'checkpoint' in recommendation ? isoText(recommendation.checkpoint) : null,
    reasons,
  };
}

const points = (change: Change): number | null => (change.kind === 'known' ? change.points : null);

function trendJson({ portfolio: { last, change, likeForLike, yearAgoChange }, partners }: Trend, judged: readonly PartnerHealth[]) {
  return {
    portfolio: { last: last?.health ?? null, change: points(change), likeForLike: points(likeForLike), yearAgoChange: points(yearAgoChange) },
    partners: partners.map((trend, index) => ({
      name: judged[index]?.partner.name ?? null,
      last: trend.last?.health ?? null,
      change: points(trend.change),
      yearAgoChange: points(trend.yearAgoChange),
    })),
  };
}

/** Of the partners that are rated and not Green, in table order. */
function whatIfJson(portfolio: Portfolio) {
  return portfolio.partners.flatMap((judged) => {
    const smallest = smallestChanges(portfolio, judged);
    if (smallest === null) return [];
    const { from, to, changes, health, exact } = smallest;
    return [{
      partner: judged.partner.name,
      from,
      to,
      changes: changes.map(({ change: { kind, initiative, cell }, points: brought }) => ({ kind, initiative: initiative?.name ?? null, cell: cellAddress(cell), points: brought })),
      health,
      exact,
    }];
  });
}

/** As text. Where a table is missing what depends on it is empty, `null` or 0; the issues say why. */
export function portfolioJson(portfolio: Portfolio): string {
  const { rows, sponsorCoverage: { byCount, byValue } } = portfolio;
  return JSON.stringify({
    asOf: isoText(portfolio.asOf),
    portfolio: { health: portfolio.health, equalWeightHealth: portfolio.equalWeightHealth, byRating: portfolio.byRating },
    partners: portfolio.partners.map(({ partner, health, rating, confidence, dimensions: scores }) => ({
      name: partner.name,
      health,
      rating,
      confidence,
      dimensions: Object.fromEntries(dimensions.map((dimension): [Dimension, number | null] => [dimension, scores[dimension].score])),
    })),
    sponsorGaps: portfolio.sponsorGaps.map(({ initiative, partner, severity, valueAtRisk, cell }) => ({
      initiative: initiative.name,
      partner: partner.name,
      severity,
      valueAtRisk: valueAtRisk === null ? null : valueAtRisk / 100,
      currency: valueAtRisk === null ? null : rows.currency,
      cell: cellAddress(cell),
    })),
    sponsorCoverage: { byCount, byValue },
    gateBreaches: portfolio.gateBreaches.map(({ initiative, partner, gate, missing, cell }) => ({
      initiative: initiative.name, partner: partner.name, gate, missing, cell: cellAddress(cell),
    })),
    sponsorEffect: sponsorEffectJson(portfolio.sponsorEffect),
    corrections: portfolio.corrections.map(correctionJson),
    exits: portfolio.exits.map(exitJson),
    trend: trendJson(portfolio.trend, portfolio.partners),
    whatIf: whatIfJson(portfolio),
    issues: rows.issues.map(({ cell, code, message }) => ({ cell: cell === null ? '' : cellAddress(cell), code, message })),
    counts: rows.counts,
  });
}
