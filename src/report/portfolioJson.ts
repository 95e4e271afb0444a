/** The portfolio as the public JSON of docs/json.md: points 0-100, shares 0-1, money in the table's currency, `null` for unknown. */
import { isoText } from '../domain/calendar';
import { cellAddress } from '../domain/cell';
import { type Dimension, type Portfolio, dimensions } from '../domain/portfolio';

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
    issues: rows.issues.map(({ cell, code, message }) => ({ cell: cell === null ? '' : cellAddress(cell), code, message })),
    counts: rows.counts,
  });
}
