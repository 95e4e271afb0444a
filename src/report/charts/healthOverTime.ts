/** Is it getting better: health on the days of earlier reviews and today, of the portfolio or of one partner. */
import type { PartnerHealth, Portfolio } from '../../domain/portfolio';
import { type TrendPoint, partnerLine, portfolioLine } from '../../domain/trend';
import { accent } from '../palette';
import { type ChartResult, fitTitle } from './finding';
import { healthOverTime as text } from './sentences';

/** Two years of quarters: what stands side by side without being turned. */
const mostPoints = 8;

export function portfolioHealthOverTime({ history, health, asOf }: Portfolio): ChartResult {
  return overTime(text.name.portfolio, portfolioLine(history, health, asOf));
}

export function partnerHealthOverTime({ history, asOf }: Portfolio, judged: PartnerHealth): ChartResult {
  return overTime(text.name.partner, partnerLine(history, judged, null, asOf));
}

function overTime(name: string, line: readonly TrendPoint[]): ChartResult {
  const shown = line.slice(-mostPoints);
  const scored = shown.flatMap(({ asOf, score }) => (score === null ? [] : [{ asOf, score }]));
  const [before, last] = scored.slice(-2);
  if (before === undefined || last === undefined) return { why: text.none };
  const highest = [...scored].sort((a, b) => b.score - a.score).slice(0, 3);
  const title = shown.at(-1)?.score === null ? text.notNow(last.score, last.asOf) : text.title(last.score - before.score, before.asOf, last.score);
  return {
    kind: 'line',
    name,
    title: fitTitle(title),
    caption: text.caption(highest.map(({ score, asOf }) => text.figure(score, asOf)), shown.length, line.length),
    of: text.of,
    categories: shown.map(({ asOf }) => text.day(asOf)),
    series: [{ name: text.health, values: shown.map(({ score }) => score), color: accent }],
    labelFormat: '0.0',
    exactFormat: '0.0',
    legend: false,
    scale: { minimum: 0, maximum: 100, step: 25 },
  };
}
