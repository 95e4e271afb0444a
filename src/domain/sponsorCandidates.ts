/**
 * Who could sponsor an initiative: executives who already sponsor initiatives of its partner, or others of its owner, and the partner's executive
 * sponsor; nobody who would be overloaded by it.
 */
import type { Initiative } from './initiative';
import { isOpen } from './lifecycle';
import type { Portfolio } from './portfolio';
import { personKey } from './sponsorship';

export interface Candidate {
  readonly name: string;
  /** What brings the person near: the first of these that does. */
  readonly near: 'partner' | 'owner' | 'executive';
  /** Open initiatives that the person sponsors in sales: of this partner, and in all. */
  readonly here: number;
  readonly open: number;
}

const nearest: readonly Candidate['near'][] = ['partner', 'owner', 'executive'];

const none: ReadonlyMap<string, number> = new Map();

/** Sponsors by their key, with how many initiatives they have. */
class Sponsors {
  private readonly byGroup = new Map<string | number, Map<string, number>>();

  add(group: string | number, person: string): void {
    const people = this.byGroup.get(group) ?? new Map<string, number>();
    this.byGroup.set(group, people);
    people.set(person, (people.get(person) ?? 0) + 1);
  }

  of(group: string | number): ReadonlyMap<string, number> {
    return this.byGroup.get(group) ?? none;
  }
}

/** Looks everybody up once; what it returns names the candidates of an initiative, the nearest to its partner first, of those the least busy. */
export function sponsorCandidates({ rows, policy }: Portfolio): (initiative: Initiative) => readonly Candidate[] {
  const names = new Map<string, string>();
  const all = new Sponsors();
  const byPartner = new Sponsors();
  const byOwner = new Sponsors();
  for (const initiative of rows.initiatives?.rows ?? []) {
    const { salesSponsor, owner, partner } = initiative;
    if (salesSponsor === null || !isOpen(initiative) || rows.partners?.rows[partner]?.status === 'Ended') continue;
    const key = personKey(salesSponsor);
    if (!names.has(key)) names.set(key, salesSponsor);
    all.add('', key);
    byPartner.add(partner, key);
    if (owner !== null) byOwner.add(personKey(owner), key);
  }
  return ({ partner, owner }) => {
    const here = byPartner.of(partner);
    const line = owner === null ? none : byOwner.of(personKey(owner));
    const executive = rows.partners?.rows[partner]?.executiveSponsor ?? null;
    const found = new Map<string, Candidate['near']>();
    if (executive !== null) found.set(personKey(executive), 'executive');
    for (const key of line.keys()) found.set(key, 'owner');
    for (const key of here.keys()) found.set(key, 'partner');
    return [...found]
      .map(([key, near]): Candidate => ({ name: names.get(key) ?? executive ?? key, near, here: here.get(key) ?? 0, open: all.of('').get(key) ?? 0 }))
      .filter(({ open }) => open + 1 <= policy.sponsorLoad.overloaded)
      .sort((a, b) => nearest.indexOf(a.near) - nearest.indexOf(b.near) || a.open - b.open || (a.name < b.name ? -1 : 1));
  };
}
