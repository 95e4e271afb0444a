/** Which partners are in trouble: health of the rated ones as bars in the colour of their rating, worst first. */
import type { Portfolio, Rating } from '../../domain/portfolio';
import { fixed } from '../../domain/rounding';
import { worstFirst } from '../../domain/worstFirst';
import { barColors, ratingShape } from '../palette';
import { type ChartResult, barName, fitTitle, shortName } from './finding';
import { healthByPartner as text } from './sentences';

const mostPartners = 15;

/** Of 100, and room beside a full bar for its value. */
const scale = { minimum: 0, maximum: 110, step: null };

export function healthByPartner({ partners, byRating }: Portfolio): ChartResult {
  const rated = worstFirst(partners).flatMap(({ partner, health, rating }) => (health === null ? [] : [{ name: partner.name, health, rating }]));
  if (rated.length === 0) return { why: text.none };
  const shown = rated.slice(0, mostPartners);
  const named = (of: Rating): string[] => rated.filter(({ rating }) => rating === of).map(({ name }) => shortName(name));
  const unrated = partners.filter(({ notRated }) => notRated !== null && notRated.kind !== 'ended').length;
  return {
    kind: 'bar',
    name: text.name,
    title: fitTitle(text.title(byRating, named('Red'), named('Amber'))),
    caption: text.caption(rated.slice(0, 3).map(({ name, health }) => `${shortName(name)} ${fixed(health, 0)}`), shown.length, rated.length, unrated),
    of: text.of,
    categories: shown.map(({ name, rating }) => `${ratingShape[rating]} ${barName(name)}`),
    series: [{ name: text.health, values: shown.map(({ health }) => health), color: barColors[shown[0]?.rating ?? 'Not rated'], pointColors: shown.map(({ rating }) => barColors[rating]) }],
    labelFormat: '0',
    exactFormat: '0.0',
    legend: false,
    scale,
  };
}
