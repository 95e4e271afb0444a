/** Who could sponsor an initiative: executives who already sponsor for its partner, or other initiatives of its owner, and are not overloaded by it. */
import type { Initiative } from './initiative';
import { isOpen } from './lifecycle';
import type { Portfolio } from './portfolio';
import { personKey } from './sponsorship';

export interface Candidate {
  readonly name: string;
  /** Open initiatives that the person sponsors: for this partner, and of this owner with other partners. */
  readonly forPartner: number;
  readonly forOwner: number;
  /** In all. */
  readonly open: number;
}

/** Sponsors by their key, with how many initiatives they have. */
class Sponsors {
  private readonly byGroup = new Map<string | number, Map<string, number>>();

  add(group: string | number, person: string): void {
    const people = this.byGroup.get(group) ?? new Map<string, number>();
    this.byGroup.set(group, people);
    people.set(person, (people.get(person) ?? 0) + 1);
  }

  of(group: string | number): ReadonlyMap<string, number> {
    return this.byGroup.get(group) ?? new Map<string, number>();
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
    const line = owner === null ? new Map<string, number>() : byOwner.of(personKey(owner));
    return [...new Set([...here.keys(), ...line.keys()])]
      .map((key): Candidate => ({ name: names.get(key) ?? key, forPartner: here.get(key) ?? 0, forOwner: line.get(key) ?? 0, open: all.of('').get(key) ?? 0 }))
      .filter(({ open }) => open + 1 <= policy.sponsorLoad.overloaded)
      .sort((a, b) => Number(b.forPartner > 0) - Number(a.forPartner > 0) || a.open - b.open || (a.name < b.name ? -1 : 1));
  };
}
