/** What History keeps of the as-of date, where an earlier run judged it, against today's judgement of the same day. Section 8 of the method, rulings 65 and 66. */
import { History } from './history';
import type { Score, SerialDate } from './measure';
import type { Portfolio, Rating } from './portfolio';
import { roundToSix } from './rounding';
import { portfolioPoint } from './trend';

/** What is said of a partner at one time. */
export interface Judgement {
  readonly health: Score | null;
  readonly rating: Rating;
}

export interface PartnerDifference {
  readonly name: string;
  /** `null` where the partner is not among the snapshots. */
  readonly then: Judgement | null;
  /** `null` where it is not in the Partners table. */
  readonly now: Judgement | null;
}

export interface KeptDifference {
  readonly health: { readonly then: Score | null; readonly now: Score | null; readonly differs: boolean };
  /** Another rating before another health, the larger difference first. */
  readonly partners: readonly PartnerDifference[];
}

/** Smaller ones no figure shows. */
const least = 0.05;

function apart(then: number | null, now: number | null): boolean {
  return then === null || now === null ? then !== now : Math.abs(roundToSix(now - then)) >= least;
}

const unjudged: Judgement = { health: null, rating: 'Not rated' };

/** An absent partner is one that is not rated: a row without a judgement makes no difference. */
function differ({ then, now }: PartnerDifference): boolean {
  const [before, after] = [then ?? unjudged, now ?? unjudged];
  return before.rating !== after.rating || apart(before.health, after.health);
}

/** More than any two healths can differ. */
const anotherRating = 1000;

function weight({ then, now }: PartnerDifference): number {
  return ((then ?? unjudged).rating === (now ?? unjudged).rating ? 0 : anotherRating) + Math.abs((now?.health ?? 0) - (then?.health ?? 0));
}

/** `null` where History keeps nothing of the day, or nothing that differs. */
export function keptDiffers({ rows, asOf, partners, health }: Pick<Portfolio, 'rows' | 'asOf' | 'partners' | 'health'>): KeptDifference | null {
  const history = new History(rows.history, (asOf + 1) as SerialDate);
  const kept = new Map(history.on(asOf));
  if (kept.size === 0) return null;
  const then = portfolioPoint(history, asOf)?.health ?? null;
  const today = partners.map(({ partner: { name, key }, ...now }): PartnerDifference => {
    const before = kept.get(key) ?? null;
    kept.delete(key);
    return { name, then: before, now };
  });
  const gone = [...kept.values()].map((snapshot): PartnerDifference => ({ name: snapshot.name, then: snapshot, now: null }));
  const different = [...today, ...gone].filter(differ).sort((a, b) => weight(b) - weight(a));
  const differs = apart(then, health);
  return differs || different.length > 0 ? { health: { then, now: health, differs }, partners: different } : null;
}
