/** The people whom a workbook names, for whoever has to choose one. */
import { isOpen } from './lifecycle';
import type { Portfolio } from './portfolio';
import { personKey } from './sponsorship';

export const roles = ['sales sponsor', 'owner', 'approver', 'executive sponsor', 'alliance manager'] as const;
export type Role = (typeof roles)[number];

export interface Person {
  /** As it is first written. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Open initiatives of partners that have not ended, which the person sponsors in sales. */
  readonly sponsors: number;
}

interface Named {
  readonly name: string;
  readonly roles: Set<Role>;
  sponsors: number;
}

/** Everybody who is named, once, by name. A name that two people share is one person to the workbook. */
export function peopleIn({ rows }: Portfolio): readonly Person[] {
  const people = new Map<string, Named>();
  const add = (name: string | null, role: Role, sponsors = 0): void => {
    if (name === null) return;
    const key = personKey(name);
    const person = people.get(key) ?? { name, roles: new Set<Role>(), sponsors: 0 };
    people.set(key, person);
    person.roles.add(role);
    person.sponsors += sponsors;
  };
  for (const initiative of rows.initiatives?.rows ?? []) {
    const counts = isOpen(initiative) && rows.partners?.rows[initiative.partner]?.status !== 'Ended';
    add(initiative.salesSponsor, 'sales sponsor', counts ? 1 : 0);
    add(initiative.owner, 'owner');
    add(initiative.approvedBy, 'approver');
  }
  for (const { executiveSponsor, allianceManager } of rows.partners?.rows ?? []) {
    add(executiveSponsor, 'executive sponsor');
    add(allianceManager, 'alliance manager');
  }
  const found = [...people.values()].map(({ name, roles: held, sponsors }): Person => ({ name, roles: roles.filter((role) => held.has(role)), sponsors }));
  return found.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}
