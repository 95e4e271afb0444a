/** What the tracing of every section is given, and what it finds in its tables. */
import type { Ledger } from '../ledger';
import type { Review } from '../review';
import type { Item, Section } from '../writtenSheet';

/** Computes the figures of one section again and enters them in the ledger. */
export type Tracing = (section: Section, review: Review, ledger: Ledger) => void;

/** Items that stand in a section before the rest of them goes to the appendix, and in the appendix. */
export const listed = 25;
const appended = 500;

/** The items of the section's list, with those of its appendix: one for each that is expected, else that is a problem. */
export function itemsOf({ heading, tables, said }: Section, expected: number, ledger: Ledger): readonly Item[] {
  const items = tables.flatMap((table) => table.items);
  if (items.length !== Math.min(expected, listed + appended)) ledger.miss(`${heading}: ${items.length} rows, expected ${expected}`);
  if (expected > listed) ledger.says(said, /and ([\d,]+) more in the appendix/, [String(expected - listed)], heading);
  return items;
}

/** "3 partners", "1 partner", where none is "no": a pattern of which the number is a group. */
export const many = (one: string, more = `${one}s`): string => `(\\d[\\d,]*) (?:${one}|${more})`;

/** What a review comes to, computed when it is first asked for. */
export function oncePerReview<T>(compute: (review: Review) => T): (review: Review) => T {
  const known = new WeakMap<Review, { readonly value: T }>();
  return (review) => {
    const found = known.get(review) ?? { value: compute(review) };
    known.set(review, found);
    return found.value;
  };
}
