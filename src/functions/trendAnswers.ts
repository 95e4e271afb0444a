/** What TREND answers. */
import type { Portfolio } from '../domain/portfolio';
import { roundToSix } from '../domain/rounding';
import { type TrendPoint, partnerLine, portfolioLine } from '../domain/trend';
import { dimensionOf } from '../tables/dimensionWords';
import { type Answer, type Given, type Row, blank, dayCell, notAvailable, ofPartner, spill, wrongValue } from './answers';
import { dimensionNames, sentences } from './sentences';

/** Fewer points make no line. */
const fewestPoints = 2;

function lineAnswer(points: readonly TrendPoint[], measure: string, name: string | null): Answer {
  const scored = points.filter(({ score }) => score !== null);
  if (scored.length < fewestPoints) return notAvailable(sentences.noTrend(name, scored.length));
  let before: number | null = null;
  const rows = points.map(({ asOf, score, rating }): Row => {
    const change = before === null || score === null ? blank : roundToSix(score - before);
    before = score ?? before;
    return [dayCell(asOf), score ?? blank, change, rating ?? blank];
  });
  return spill(['As of', measure, 'Change', 'Rating'], rows);
}

/** Snapshots from the earliest on, then today's judgement: scores 0-100 and the change from each to the next. */
export function trendAnswer(portfolio: Portfolio, partner: Given, dimension: Given): Answer {
  const chosen = dimension === null ? null : dimensionOf(dimension);
  if (dimension !== null && chosen === null) return wrongValue(sentences.wrongDimension(dimension));
  const { history, asOf } = portfolio;
  return ofPartner(portfolio, partner, {
    one: (judged) => lineAnswer(partnerLine(history, judged, chosen, asOf), chosen === null ? 'Health' : dimensionNames[chosen], judged.partner.name),
    all: () => (chosen === null ? lineAnswer(portfolioLine(history, portfolio.health, asOf), 'Health', null) : wrongValue(sentences.trendOfDimension(dimensionNames[chosen]))),
  });
}
