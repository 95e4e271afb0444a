/** The order in which partners need somebody: Red before Amber before Green, lowest health first; not rated, then ended, last. */
import type { PartnerHealth, Rating } from './portfolio';

const order: Readonly<Record<Rating, number>> = { Red: 0, Amber: 1, Green: 2, 'Not rated': 3 };

function rank({ rating, notRated }: PartnerHealth): number {
  return order[rating] + (notRated?.kind === 'ended' ? 1 : 0);
}

/** Ties stay in table order. */
export function worstFirst(partners: readonly PartnerHealth[]): readonly PartnerHealth[] {
  return [...partners].sort((a, b) => rank(a) - rank(b) || (a.health ?? 0) - (b.health ?? 0));
}
