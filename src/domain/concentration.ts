/** With whom most of a sum is: an executive acts on the few that hold it. */
import type { Share } from './measure';
import { roundShare } from './rounding';

export interface Part<Of> {
  readonly of: Of;
  readonly amount: number;
}

export interface Concentration<Of> {
  /** The fewest that hold half of it or more, the largest first; of more than three the largest three. */
  readonly first: readonly Of[];
  /** What these hold. */
  readonly share: Share;
  /** How many hold some of it. */
  readonly holders: number;
  /** Three do not hold half of it. */
  readonly spread: boolean;
}

const named = 3;

/** `null` where nobody holds any. Ties stay in order. */
export function concentrationOf<Of>(parts: readonly Part<Of>[]): Concentration<Of> | null {
  const held = parts.filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount);
  const whole = held.reduce((sum, { amount }) => sum + amount, 0);
  if (held.length === 0) return null;
  let sum = 0;
  const first: Of[] = [];
  for (const { of, amount } of held.slice(0, named)) {
    first.push(of);
    sum += amount;
    if (2 * sum >= whole) break;
  }
  // Whoever holds all of it holds 1 of it, whatever the order of the sum.
  return { first, share: first.length === held.length ? (1 as Share) : roundShare(sum / whole), holders: held.length, spread: 2 * sum < whole };
}

/** Amounts of one and the same together, in the order in which they first come. */
export function together<Of>(parts: readonly Part<Of>[]): readonly Part<Of>[] {
  const amounts = new Map<Of, number>();
  for (const { of, amount } of parts) amounts.set(of, (amounts.get(of) ?? 0) + amount);
  return [...amounts].map(([of, amount]) => ({ of, amount }));
}
