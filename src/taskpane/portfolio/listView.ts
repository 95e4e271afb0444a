/** Which of the partners the list shows: by name and by rating. It outlives the page, so that Back finds the list as it was. */
import type { PartnerHealth, Rating } from '../../domain/portfolio';
import { plainText } from '../plainText';

export interface ListView {
  readonly query: string;
  readonly rating: Rating | null;
}

export const everyPartner: ListView = { query: '', rating: null };

/** A partner with its name as it is searched: made once, not at every key. */
export interface Listed {
  readonly judged: PartnerHealth;
  readonly plainName: string;
}

export function listed(partners: readonly PartnerHealth[]): readonly Listed[] {
  return partners.map((judged) => ({ judged, plainName: plainText(judged.partner.name) }));
}

export function inView(partners: readonly Listed[], { query, rating }: ListView): readonly PartnerHealth[] {
  const wanted = plainText(query.trim());
  return partners.filter(({ judged, plainName }) => (rating === null || judged.rating === rating) && plainName.includes(wanted)).map(({ judged }) => judged);
}
