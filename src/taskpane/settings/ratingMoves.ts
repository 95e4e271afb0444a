/** What other settings would make of the ratings, before they are saved. */
import type { Score } from '../../domain/measure';
import { type Portfolio, type Rating, ratings } from '../../domain/portfolio';

export interface RatingMoves {
  readonly moved: number;
  readonly partners: number;
  /** How many come to each rating, of those that move; none left out. */
  readonly to: readonly { readonly rating: Rating; readonly count: number }[];
  readonly before: Score | null;
  readonly after: Score | null;
}

/** Of two judgements of the same rows. */
export function ratingMoves(before: Portfolio, after: Portfolio): RatingMoves {
  const moved = after.partners.filter(({ rating }, position) => rating !== before.partners[position]?.rating);
  const to = ratings.map((rating) => ({ rating, count: moved.filter((judged) => judged.rating === rating).length })).filter(({ count }) => count > 0);
  return { moved: moved.length, partners: after.partners.length, to, before: before.health, after: after.health };
}
