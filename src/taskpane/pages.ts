/** The pages of the pane and their addresses: #portfolio, #partner/northwind, ... */

/** In the order of the menu. */
export const pages = ['portfolio', 'sponsorGaps', 'data', 'qbr'] as const;
export type Page = (typeof pages)[number];

/** A page of the menu, or one partner (by its join key), which opens from the portfolio. */
export type Place = { readonly page: Page } | { readonly page: 'partner'; readonly key: string };

export const home: Place = { page: 'portfolio' };

export function addressOf(place: Place): string {
  return place.page === 'partner' ? `#partner/${encodeURIComponent(place.key)}` : `#${place.page}`;
}

/** Anything that is no address of ours, such as what Office leaves behind the #, is the portfolio. */
export function placeAt(hash: string): Place {
  const [name, key] = hash.replace(/^#/, '').split('/', 2);
  if (name === 'partner' && key) return partnerAt(key);
  const page = pages.find((known) => known === name);
  return page === undefined ? home : { page };
}

function partnerAt(key: string): Place {
  try {
    return { page: 'partner', key: decodeURIComponent(key) };
  } catch {
    return home;
  }
}
