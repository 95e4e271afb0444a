/** Names for initiatives that outlive sorting and inserted rows: the pane's addresses and half-typed texts hang on them. */
import type { Initiative } from './initiative';
import type { PortfolioRows } from './portfolioRows';

const known = new WeakMap<PortfolioRows, ReadonlyMap<Initiative, string>>();

function keysOf({ partners, initiatives }: PortfolioRows): ReadonlyMap<Initiative, string> {
  const used = new Map<string, number>();
  return new Map((initiatives?.rows ?? []).map((initiative) => {
    const plain = `${partners?.rows[initiative.partner]?.key ?? ''}/${initiative.name.normalize('NFKC').toLowerCase()}`;
    const number = (used.get(plain) ?? 0) + 1;
    used.set(plain, number);
    // Two of one name are told apart by their order alone.
    return [initiative, number === 1 ? plain : `${plain}/${number}`];
  }));
}

/** The key of each initiative, by its partner and its name: unique among the rows, the same in every reading that holds the same rows. */
export function initiativeKeys(rows: PortfolioRows): ReadonlyMap<Initiative, string> {
  const keys = known.get(rows) ?? keysOf(rows);
  known.set(rows, keys);
  return keys;
}
