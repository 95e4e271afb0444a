/** Which of the partners the list shows: by name and by rating. It outlives the page, so that Back finds the list as it was. */
import type { PartnerHealth, Rating } from '../../domain/portfolio';

export interface ListView {
  readonly query: string;
  readonly rating: Rating | null;
}

export const everyPartner: ListView = { query: '', rating: null };

/** Case and accents do not matter when searching. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

export function inView(partners: readonly PartnerHealth[], { query, rating }: ListView): readonly PartnerHealth[] {
  const wanted = plain(query.trim());
  return partners.filter((judged) => (rating === null || judged.rating === rating) && plain(judged.partner.name).includes(wanted));
}
