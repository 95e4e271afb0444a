/** What costs the partners their health: points lost on each dimension, as the mean over those that are rated, largest first. */
import { type Portfolio, dimensions } from '../../domain/portfolio';
import { roundToSix } from '../../domain/rounding';
import { accent } from '../palette';
import { dimensionWords } from '../sentences';
import { type ChartResult, fitTitle, fromZero } from './finding';
import { pointsLost as text } from './sentences';

/** Less shows as 0.0. */
const least = 0.05;

export function pointsLost({ partners }: Portfolio): ChartResult {
  const rated = partners.filter(({ health }) => health !== null);
  if (rated.length === 0) return { why: text.unrated };
  const means = dimensions.map((dimension) => ({ dimension, lost: roundToSix(rated.reduce((sum, judged) => sum + judged.dimensions[dimension].pointsLost, 0) / rated.length) }));
  const losses = means.filter(({ lost }) => lost >= least).sort((a, b) => b.lost - a.lost);
  const [first] = losses;
  if (first === undefined) return { why: text.none };
  return {
    kind: 'bar',
    name: text.name,
    title: fitTitle(text.title(first.dimension, first.lost, losses.reduce((sum, { lost }) => sum + lost, 0), losses.length, rated.length)),
    caption: text.caption(losses.slice(0, 3).map(({ dimension, lost }) => text.figure(dimension, lost)), rated.length),
    of: text.of,
    categories: losses.map(({ dimension }) => dimensionWords[dimension]),
    series: [{ name: text.lost, values: losses.map(({ lost }) => lost), color: accent }],
    labelFormat: '0.0',
    exactFormat: '0.0',
    legend: false,
    scale: fromZero([]),
  };
}
