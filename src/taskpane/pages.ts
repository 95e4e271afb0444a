/** The pages of the pane and their addresses: #portfolio, #partner/northwind, #partner/northwind/reviews, #sponsors/..., ... */

/** In the order of the menu. */
export const pages = ['portfolio', 'initiatives', 'sponsors', 'corrections', 'assessment', 'qbr', 'data', 'settings'] as const;
export type Page = (typeof pages)[number];

/** The part of a partner's page that an address may lead to. */
export type PartnerSection = 'reviews';

/** A page of the menu, or the one of a partner, which opens from the portfolio. */
export interface Place {
  readonly page: Page | 'partner';
  /** Where on the page: a partner's or an initiative's key; `null`: its beginning. A partner's page always has its key. */
  readonly at: string | null;
  /** Of a partner's page alone; without it, its beginning. */
  readonly section?: PartnerSection;
}

export const home: Place = { page: 'portfolio', at: null };

export const partnerPlace = (key: string, section?: PartnerSection): Place => ({ page: 'partner', at: key, section });

export function addressOf({ page, at, section }: Place): string {
  return at === null ? `#${page}` : [`#${page}`, encodeURIComponent(at), ...(section === undefined ? [] : [section])].join('/');
}

/** Anything that is no address of ours, such as what Office leaves behind the #, is the portfolio. */
export function placeAt(hash: string): Place {
  const [, name, rest] = /^#?([^/]*)(?:\/(.*))?$/s.exec(hash) ?? [];
  const [, key = '', section] = name === 'partner' ? (/^(.*?)(?:\/(reviews))?$/s.exec(rest ?? '') ?? []) : [undefined, rest];
  const at = key === '' ? null : decoded(key);
  if (at === undefined) return home;
  if (name === 'partner') return at === null ? home : partnerPlace(at, section as PartnerSection | undefined);
  const page = pages.find((known) => known === name);
  return page === undefined ? home : { page, at };
}

/** Undefined where the text was not encoded by us. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
