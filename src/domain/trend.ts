/** Is it getting better: today against the last snapshot, and against that of four quarters ago. Section 4 of the method, rulings 66 and 67. */
import { addMonths } from './calendar';
import { type History, latestUntil } from './history';
import type { Score, SerialDate } from './measure';
import type { Dimension, PartnerHealth, Rating } from './portfolio';
import { roundToSix } from './rounding';
import type { Snapshot } from './snapshot';
import { WeightedMeans } from './weightedMeans';

export type Change =
  | { readonly kind: 'known'; readonly points: number }
  | { readonly kind: 'unknown'; readonly because: 'noSnapshot' | 'notRatedThen' | 'notRatedNow' };

export interface PartnerTrend {
  /** The last snapshot before the as-of date, and the latest of twelve months ago or earlier. */
  readonly last: Snapshot | null;
  readonly yearAgo: Snapshot | null;
  /** In points of health since then. */
  readonly change: Change;
  readonly yearAgoChange: Change;
}

/** The portfolio as it was on a day: its health was written with the snapshots. */
export interface PortfolioPoint {
  readonly asOf: SerialDate;
  readonly health: Score | null;
}

export interface PortfolioTrend {
  readonly last: PortfolioPoint | null;
  readonly yearAgo: PortfolioPoint | null;
  readonly change: Change;
  /** Over the partners rated now and then, with the weights of now: the end of a Red alliance does not look like improvement. */
  readonly likeForLike: Change;
  readonly yearAgoChange: Change;
}

export interface Trend {
  readonly portfolio: PortfolioTrend;
  /** In the order of the partners. */
  readonly partners: readonly PartnerTrend[];
}

function changeOf(then: { readonly health: Score | null } | null, now: Score | null): Change {
  if (then === null) return { kind: 'unknown', because: 'noSnapshot' };
  if (then.health === null) return { kind: 'unknown', because: 'notRatedThen' };
  if (now === null) return { kind: 'unknown', because: 'notRatedNow' };
  return { kind: 'known', points: roundToSix(now - then.health) };
}

/** The written health of the portfolio; where its column is gone, the mean of that day's partners by their targets of that day. */
export function portfolioPoint(history: History, day: SerialDate | null): PortfolioPoint | null {
  if (day === null) return null;
  let written: Snapshot | null = null;
  const mean = new WeightedMeans(1);
  for (const snapshot of history.on(day).values()) {
    if (snapshot.portfolioHealth !== null && snapshot.row > (written?.row ?? -1)) written = snapshot;
    if (snapshot.health !== null) mean.add(0, snapshot.health, snapshot.revenueTarget ?? 0);
  }
  const of = mean.mean(0);
  return { asOf: day, health: written?.portfolioHealth ?? (of === null ? null : (roundToSix(of) as Score)) };
}

function likeForLike(history: History, day: SerialDate | null, partners: readonly PartnerHealth[]): Change {
  if (day === null) return { kind: 'unknown', because: 'noSnapshot' };
  const snapshots = history.on(day);
  const means = new WeightedMeans(2);
  for (const { partner, health, openRevenueTarget } of partners) {
    const then = snapshots.get(partner.key)?.health ?? null;
    if (health === null || then === null) continue;
    means.add(0, then, openRevenueTarget);
    means.add(1, health, openRevenueTarget);
  }
  const [then, now] = [means.mean(0), means.mean(1)];
  if (then === null || now === null) return { kind: 'unknown', because: partners.some(({ health }) => health !== null) ? 'notRatedThen' : 'notRatedNow' };
  return { kind: 'known', points: roundToSix(now - then) };
}

export function trendOf(history: History, partners: readonly PartnerHealth[], health: Score | null, asOf: SerialDate): Trend {
  const yearBefore = addMonths(asOf, -12);
  const lastDay = history.days.at(-1) ?? null;
  const last = portfolioPoint(history, lastDay);
  const yearAgo = portfolioPoint(history, history.latestDay(yearBefore));
  return {
    portfolio: {
      last,
      yearAgo,
      change: changeOf(last, health),
      likeForLike: likeForLike(history, lastDay, partners),
      yearAgoChange: changeOf(yearAgo, health),
    },
    partners: partners.map(({ partner, health: now }): PartnerTrend => {
      const line = history.of(partner.key);
      const own = line.at(-1) ?? null;
      const earlier = latestUntil(line, yearBefore);
      return { last: own, yearAgo: earlier, change: changeOf(own, now), yearAgoChange: changeOf(earlier, now) };
    }),
  };
}

/** One point of a line over time: `null` where there was no score. */
export interface TrendPoint {
  readonly asOf: SerialDate;
  readonly score: Score | null;
  /** `null` for a dimension, and for the portfolio. */
  readonly rating: Rating | null;
}

/** A partner's health, or one dimension of it, over time; today's judgement is the last point. */
export function partnerLine(history: History, { partner, health, rating, dimensions }: PartnerHealth, dimension: Dimension | null, asOf: SerialDate): readonly TrendPoint[] {
  const score = (of: { readonly health: Score | null }, parts: Readonly<Record<Dimension, Score | null>>): Score | null =>
    (dimension === null ? of.health : parts[dimension]);
  const now = dimension === null ? health : dimensions[dimension].score;
  return [
    ...history.of(partner.key).map((then): TrendPoint => ({ asOf: then.asOf, score: score(then, then.dimensions), rating: dimension === null ? then.rating : null })),
    { asOf, score: now, rating: dimension === null ? rating : null },
  ];
}

/** The portfolio's health over time; today's is the last point. */
export function portfolioLine(history: History, health: Score | null, asOf: SerialDate): readonly TrendPoint[] {
  const points = history.days.map((day) => portfolioPoint(history, day)).filter((point) => point !== null);
  return [...points, { asOf, health }].map((point): TrendPoint => ({ asOf: point.asOf, score: point.health, rating: null }));
}
