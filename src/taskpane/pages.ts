/** The pages of the pane and their addresses: #portfolio, #partner/northwind, #sponsors/..., ... */

/** In the order of the menu. */
export const pages = ['portfolio', 'initiatives', 'sponsors', 'corrections', 'assessment', 'qbr', 'data', 'settings'] as const;
export type Page = (typeof pages)[number];

/** A page of the menu, or the one of a partner, which opens from the portfolio. */
export interface Place {
  readonly page: Page | 'partner';
  /** Where on the page: a partner's or an initiative's key; `null`: its beginning. A partner's page always has its key. */
  readonly at: string | null;
}

export const home: Place = { page: 'portfolio', at: null };

export const partnerPlace = (key: string): Place => ({ page: 'partner', at: key });

export function addressOf({ page, at }: Place): string {
  return at === null ? `#${page}` : `#${page}/${encodeURIComponent(at)}`;
}

/** Anything that is no address of ours, such as what Office leaves behind the #, is the portfolio. */
export function placeAt(hash: string): Place {
  const [, name, rest] = /^#?([^/]*)(?:\/(.*))?$/s.exec(hash) ?? [];
  const at = rest === undefined || rest === '' ? null : decoded(rest);
  if (at === undefined) return home;
  if (name === 'partner') return at === null ? home : partnerPlace(at);
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
