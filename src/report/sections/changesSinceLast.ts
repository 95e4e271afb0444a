/** What changed since the last review: the portfolio's health, who came and went, course corrections, and the partners that moved. */
import type { CorrectionEffect } from '../../domain/correctionEffects';
import { correctionsSince } from '../../domain/correctionsSince';
import { gapsChanged } from '../../domain/decisionsTaken';
import { type PartnerHealth, type Portfolio, type Rating, ratings } from '../../domain/portfolio';
import type { PartnerTrend } from '../../domain/trend';
import { type PartnerChange, whatChanged } from '../../domain/whatChanged';
import { looks, ratingColors, ratingWord } from '../palette';
import { type Followed, changes, shortDay } from '../sentences';
import { fit } from '../textFit';
import type { Grid, SheetComposer } from '../sheetComposer';
import { gapsSince } from '../sentencesOfDecisions';
import { type Field, type View, fieldsOf, heading, longList, note, paragraphs } from './section';

interface Moved {
  readonly judged: PartnerHealth;
  readonly trend: PartnerTrend;
  /** Points of health; `null` where it was not rated at both times. */
  readonly points: number | null;
}

export function changesSinceLast(sheet: SheetComposer, grid: Grid, portfolio: Portfolio, { log }: View): () => void {
  const { last, change, likeForLike } = portfolio.trend.portfolio;
  heading(sheet, grid, changes.heading, last === null ? changes.none : changes.finding(last.asOf, change, likeForLike));
  if (last === null) return () => undefined;
  const gaps = gapsChanged(portfolio, log);
  const told = [...partnersSince(portfolio), ...(gaps === null ? [] : [gapsSince(gaps)]), ...correctionsSinceThen(portfolio)];
  paragraphs(sheet, grid, told);
  if (told.length > 0) sheet.space(6, { keepWithNext: true });
  const least = portfolio.policy.corrections.effectPoints;
  const items = movedPartners(portfolio, least);
  if (items.length === 0) {
    note(sheet, grid, changes.unmoved(least));
    return () => undefined;
  }
  return longList<Moved>(sheet, grid, { title: changes.heading, items, ...fieldsOf(grid, fields()) });
}

const short = (name: string): string => fit(name, 40);
const nameOf = (change: PartnerChange): string => short(change.kind === 'gone' ? change.then.name : change.judged.partner.name);
/** The worse, the higher. */
const place = (rating: Rating): number => ratings.indexOf(rating);

/** Whose rating moved, and who is new, back, over or gone, in the order of their weight. */
function partnersSince(portfolio: Portfolio): readonly string[] {
  const found = whatChanged(portfolio)?.changes ?? [];
  const of = (chosen: (change: PartnerChange) => boolean): readonly string[] => found.filter(chosen).map(nameOf);
  const moved = (chosen: (then: Rating, now: Rating) => boolean): readonly string[] => of((change) => change.kind === 'rating' && chosen(change.then.rating, change.judged.rating));
  const isRated = (rating: Rating): boolean => rating !== 'Not rated';
  const sentences = changes.ratings({
    worse: moved((then, now) => isRated(then) && isRated(now) && place(now) > place(then)),
    better: moved((then, now) => isRated(then) && isRated(now) && place(now) < place(then)),
    rated: moved((then) => !isRated(then)),
    unrated: moved((_, now) => !isRated(now)),
  });
  return [
    sentences ?? [],
    (['new', 'back', 'ended', 'gone'] as const).flatMap((kind) => {
      const names = of((change) => change.kind === kind);
      return names.length === 0 ? [] : changes.partners[kind](names);
    }),
  ].flat();
}

function correctionsSinceThen(portfolio: Portfolio): readonly string[] {
  const since = correctionsSince(portfolio);
  if (since === null) return [];
  const followed = (all: readonly CorrectionEffect[]): readonly Followed[] =>
    all.map(({ correction, partner, effect }) => ({ named: changes.correction(fit(correction.correction, 60), partner && short(partner.name)), effect }));
  return [
    since.logged.length === 0 ? [] : changes.logged(followed(since.logged)),
    since.becameKnown.length === 0 ? [] : changes.becameKnown(followed(since.becameKnown)),
  ].flat();
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
