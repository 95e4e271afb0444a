/** What changed since the last review: the portfolio's health, and the partners that moved. */
import { type PartnerHealth, type Portfolio } from '../../domain/portfolio';
import type { PartnerTrend } from '../../domain/trend';
import { looks, ratingColors, ratingWord } from '../palette';
import { changes, shortDay } from '../sentences';
import { fit } from '../textFit';
import type { Grid, SheetComposer } from '../sheetComposer';
import { type Field, fieldsOf, heading, longList, note } from './section';

interface Moved {
  readonly judged: PartnerHealth;
  readonly trend: PartnerTrend;
  /** Points of health; `null` where it was not rated at both times. */
  readonly points: number | null;
}

export function changesSinceLast(sheet: SheetComposer, grid: Grid, portfolio: Portfolio): () => void {
  const { last, change, likeForLike } = portfolio.trend.portfolio;
  heading(sheet, grid, changes.heading, last === null ? changes.none : changes.finding(last.asOf, change, likeForLike));
  if (last === null) return () => undefined;
  const least = portfolio.policy.corrections.effectPoints;
  const items = movedPartners(portfolio, least);
  if (items.length === 0) {
    note(sheet, grid, changes.unmoved(least));
    return () => undefined;
  }
  return longList<Moved>(sheet, grid, { title: changes.heading, items, ...fieldsOf(grid, fields()) });
}

/** Those whose rating is another one, or whose health moved by so many points; the deepest falls first, what cannot be compared last. */
function movedPartners({ partners, trend }: Portfolio, least: number): readonly Moved[] {
  return partners.flatMap((judged, index): Moved[] => {
    const own = trend.partners[index];
    if (own === undefined || (own.last === null && judged.notRated?.kind === 'ended')) return [];
    const points = own.change.kind === 'known' ? own.change.points : null;
    const moved = own.last?.rating !== judged.rating || (points !== null && Math.abs(points) >= least);
    return moved ? [{ judged, trend: own, points }] : [];
  }).sort((a, b) => (a.points ?? Infinity) - (b.points ?? Infinity) || 0);
}

function fields(): readonly Field<Moved>[] {
  const [partner = '', before = '', now = '', healthThen = '', healthNow = '', change = '', since = ''] = changes.columns;
  return [
    { title: partner, span: 3, entry: ({ judged }) => ({ value: fit(judged.partner.name, 32) }) },
    { title: before, span: 2, look: looks.center, entry: ({ trend: { last } }) => (last === null ? { value: changes.isNew } : { value: ratingWord(last.rating), look: ratingColors[last.rating] }) },
    {
      title: now,
      span: 2,
      look: looks.center,
      entry: ({ judged: { rating, notRated } }) => ({ value: notRated?.kind === 'ended' ? changes.ended : ratingWord(rating), look: ratingColors[rating] }),
    },
    { title: healthThen, span: 1, look: looks.score, entry: ({ trend: { last } }) => ({ value: last?.health ?? '–' }) },
    { title: healthNow, span: 1, look: looks.score, entry: ({ judged }) => ({ value: judged.health ?? '–' }) },
    { title: change, span: 1, look: looks.change, entry: ({ points }) => ({ value: points ?? '–' }) },
    { title: since, span: 2, look: looks.right, entry: ({ trend: { last } }) => ({ value: last === null ? '–' : shortDay(last.asOf) }) },
  ];
}
