/** What changed since the last QBR: today's partners against its snapshots, as far as the History table can tell. Section 8 of the method. */
import type { Minor, SerialDate } from './measure';
import type { PartnerHealth, Portfolio, Rating } from './portfolio';
import { roundToSix } from './rounding';
import type { Snapshot } from './snapshot';

export type PartnerChange =
  /** Another rating than then; `points` of health since, `null` where one of the two days has none. */
  | { readonly kind: 'rating'; readonly judged: PartnerHealth; readonly then: Snapshot; readonly points: number | null }
  /** The same rating, but the health moved as much as would call for a correction. */
  | { readonly kind: 'health'; readonly judged: PartnerHealth; readonly then: Snapshot; readonly points: number }
  /** Rated then, ended now. */
  | { readonly kind: 'ended'; readonly judged: PartnerHealth; readonly then: Snapshot }
  /** In the snapshots of that day and no longer in the Partners table: removed, or renamed. */
  | { readonly kind: 'gone'; readonly then: Snapshot }
  /** In no snapshot before. */
  | { readonly kind: 'new'; readonly judged: PartnerHealth }
  /** Not among the snapshots of that day, but in earlier ones. */
  | { readonly kind: 'back'; readonly judged: PartnerHealth };

export interface WhatChanged {
  /** The day of the last snapshots. */
  readonly since: SerialDate;
  /** The weightiest first. */
  readonly changes: readonly PartnerChange[];
}

const height: Readonly<Record<Rating, number>> = { Red: 0, Amber: 1, Green: 2, 'Not rated': -1 };

function changeOf(judged: PartnerHealth, then: Snapshot, notable: number): PartnerChange | null {
  const points = judged.health === null || then.health === null ? null : roundToSix(judged.health - then.health);
  if (judged.rating === then.rating) return points !== null && Math.abs(points) >= notable ? { kind: 'health', judged, then, points } : null;
  return judged.notRated?.kind === 'ended' ? { kind: 'ended', judged, then } : { kind: 'rating', judged, then, points };
}

/** What got worse comes before what left, and that before what got better and what is new. */
function rank(change: PartnerChange): number {
  switch (change.kind) {
    case 'rating': {
      const [then, now] = [height[change.then.rating], height[change.judged.rating]];
      if (now < 0) return 1;
      return then < 0 ? 4 : now < then ? 0 : 3;
    }
    case 'ended':
    case 'gone':
      return 1;
    case 'health':
      return change.points < 0 ? 2 : 5;
    case 'new':
    case 'back':
      return 4;
  }
}

/** The open revenue target that the partner carries or carried, whichever is more. */
function money(change: PartnerChange): Minor {
  const now = change.kind === 'gone' ? 0 : change.judged.openRevenueTarget;
  const then = change.kind === 'new' || change.kind === 'back' ? 0 : (change.then.revenueTarget ?? 0);
  return Math.max(now, then) as Minor;
}

/**
 * Compares each partner with its snapshot of the last day that has any; `null` where there is no history. Says nothing of what the History table does not hold:
 * sponsor gaps, gates, and whether a partner that was not rated then had ended already.
 * Ordered by kind (worse, left, better, new), then by open revenue target; ties as in the Partners table, partners that are gone last.
 */
export function whatChanged({ partners, history, policy }: Pick<Portfolio, 'partners' | 'history' | 'policy'>): WhatChanged | null {
  const since = history.days.at(-1);
  if (since === undefined) return null;
  const before = history.on(since);
  const today = partners.flatMap((judged): PartnerChange | readonly PartnerChange[] => {
    const { key } = judged.partner;
    const then = before.get(key);
    if (then !== undefined) return changeOf(judged, then, policy.corrections.lostPoints) ?? [];
    // An alliance that ended before it was ever reviewed is no news.
    if (judged.notRated?.kind === 'ended') return [];
    return { kind: history.of(key).length === 0 ? 'new' : 'back', judged };
  });
  const known = new Set(partners.map(({ partner }) => partner.key));
  const gone = [...before.values()].filter(({ key }) => !known.has(key)).map((then): PartnerChange => ({ kind: 'gone', then }));
  return { since, changes: [...today, ...gone].sort((a, b) => rank(a) - rank(b) || money(b) - money(a)) };
}
