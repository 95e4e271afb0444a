/** What may become of a partner: the smallest changes to its next rating, what else would lift it, and its health with any of them. */
import type { Judged } from './basis';
import { type Change, changesIn } from './changes';
import type { HealthScore } from './healthScore';
import { initiativeKeys } from './initiativeKeys';
import type { PartnerHealth } from './portfolio';
import { type SmallestChanges, smallestAmong } from './smallestChanges';
import { Scenarios } from './whatIf';

export interface PossibleChange {
  /** The same in every reading that holds the same rows, so that what was chosen stays chosen. */
  readonly key: string;
  readonly change: Change;
  /** Points of health: of the smallest set after those before it, of any other alone. */
  readonly points: number;
}

export interface Outlook {
  readonly today: HealthScore;
  /** `null` where there is no next rating. */
  readonly next: Pick<SmallestChanges, 'to' | 'health' | 'exact'> | null;
  /** The smallest set, the one that brings most always next. */
  readonly smallest: readonly PossibleChange[];
  /** The rest, most points first. */
  readonly others: readonly PossibleChange[];
  /** The health with those changes made; keys of changes that there are not count for nothing. */
  health(keys: ReadonlySet<string>): HealthScore;
}

/** Judges the partner a few hundred times at most, and nobody else. A partner without a rating has no changes: there is nothing to lift. */
export function outlookOf(judged: Judged, partner: PartnerHealth): Outlook {
  const scenarios = new Scenarios(judged, partner);
  const today = scenarios.health([]);
  const changes = changesIn(scenarios, today);
  const next = smallestAmong(changes, scenarios, today);
  const keys = initiativeKeys(judged.rows);
  const possible = (change: Change, points: number): PossibleChange =>
    ({ key: `${change.initiative === null ? '' : keys.get(change.initiative) ?? ''}#${change.edit.field}`, change, points });
  const smallest = next === null ? [] : next.changes.map(({ change, points }) => possible(change, points));
  const taken = new Set(smallest.map(({ change }) => change));
  const others = changes.filter((change) => !taken.has(change)).map((change) => possible(change, change.points));
  const all = [...smallest, ...others];
  return {
    today,
    next,
    smallest,
    others,
    health: (chosen) => scenarios.health(all.flatMap(({ key, change }) => (chosen.has(key) ? [change.edit] : []))),
  };
}
