/** The smallest set of single changes that lifts a partner to its next rating: ruling 76. */
import type { Judged } from './basis';
import { ChangeBounds } from './changeBounds';
import { type Change, changesIn, isOfMoney } from './changes';
import type { HealthScore } from './healthScore';
import type { Score } from './measure';
import { type PartnerHealth, ratings } from './portfolio';
import { roundScore, roundToSix } from './rounding';
import { Scenarios } from './whatIf';

/** Sets of up to so many changes are searched exactly. */
const searchedExactly = 4;

/** Bounds are sums of doubles; this is far more than they err, and far less than the sixth decimal of a score. */
const hair = 1e-9;

export interface SmallestChanges {
  readonly from: 'Red' | 'Amber';
  /** The next rating; `null` where no changes lift the partner to it. */
  readonly to: 'Amber' | 'Green' | null;
  /** Each with what it brings after those before it, the one that brings most always next: they add up to the new health less today's. */
  readonly changes: readonly { readonly change: Change; readonly points: number }[];
  /** The health after all of them. */
  readonly health: Score;
  /** No smaller set does, nor one as small with fewer changes of money, or as many and more points. */
  readonly exact: boolean;
}

interface Found {
  readonly changes: readonly Change[];
  readonly health: Score;
}

/** A change, and the most points that it can bring. */
interface Candidate {
  readonly change: Change;
  readonly bound: number;
}

/** What the best so many values from each position on add up to; minus infinity where there are not so many. */
class BestSums {
  private readonly sums: (readonly number[])[] = [];

  constructor(values: readonly number[]) {
    let best: readonly number[] = [];
    for (const value of [...values].reverse()) {
      best = [...best, value].sort((a, b) => b - a).slice(0, searchedExactly);
      let sum = 0;
      this.sums.unshift([0, ...best.map((term) => (sum += term))]);
    }
  }

  from(position: number, count: number): number {
    return this.sums[position]?.[count] ?? -Infinity;
  }
}

/** Searches the sets of changes for one that reaches a rating. */
class Search {
  /** The sponsor rule asks for these before anything else can make the partner Green: ruling 52. */
  private readonly needed: readonly Change[];
  private readonly neededBound: number;
  private readonly others: readonly Candidate[];
  private readonly plainSums: BestSums;
  private readonly moneySums: BestSums;
  private readonly threshold: number;
  private best: Found | null = null;

  constructor(private readonly scenarios: Scenarios, private readonly today: HealthScore, changes: readonly Change[], private readonly to: 'Amber' | 'Green') {
    const { green, amber } = scenarios.basis.policy.bands;
    const bounds = new ChangeBounds(scenarios, today, changes);
    const isNeeded = ({ kind, initiative }: Change): boolean => to === 'Green' && kind === 'salesSponsor' && initiative.stage === 'Launch';
    this.threshold = to === 'Green' ? green : amber;
    this.needed = changes.filter(isNeeded);
    this.neededBound = this.needed.reduce((sum, change) => sum + bounds.of(change), 0);
    this.others = changes.filter((change) => !isNeeded(change)).map((change) => ({ change, bound: bounds.of(change) }));
    this.plainSums = new BestSums(this.others.map(({ change, bound }) => (isOfMoney(change) ? -Infinity : bound)));
    this.moneySums = new BestSums(this.others.map(({ change, bound }) => (isOfMoney(change) ? bound : -Infinity)));
  }

  /** False where not even all changes together could reach the rating. */
  mayReach(): boolean {
    return this.isHopeful(this.others.reduce((sum, { bound }) => sum + bound, this.neededBound));
  }

  /** Fewest changes first, then fewest of money; of those the most points, then the first in the order of the changes. */
  exactly(): Found | null {
    for (let size = Math.max(1, this.needed.length); size <= searchedExactly; size += 1) {
      for (let money = 0; money <= size - this.needed.length; money += 1) {
        this.choose(this.needed, 0, size - this.needed.length - money, money, this.neededBound);
        if (this.best !== null) return this.best;
      }
    }
    return null;
  }

  /** The changes that bring most alone, until they reach the rating; then those are given back that were not needed after all. */
  greedily(): Found | null {
    let taken = this.needed;
    let most = this.neededBound;
    let found = this.reached(taken);
    for (const { change, bound } of this.others) {
      if (found !== null) break;
      taken = [...taken, change];
      most += bound;
      if (this.isHopeful(most)) found = this.reached(taken);
    }
    if (found === null) return null;
    for (const change of [...taken].reverse()) found = this.reached(found.changes.filter((other) => other !== change)) ?? found;
    return found;
  }

  /** Adds so many more changes, of the others from a position on, to those chosen; `bound` is what those chosen can bring. */
  private choose(chosen: readonly Change[], from: number, plain: number, money: number, bound: number): void {
    if (plain + money === 0) {
      const found = this.reached(chosen);
      if (found !== null && found.health > (this.best?.health ?? -1)) this.best = found;
      return;
    }
    for (const [index, { change, bound: more }] of this.others.slice(from).entries()) {
      const position = from + index;
      if (!this.isHopeful(bound + this.plainSums.from(position, plain) + this.moneySums.from(position, money))) return;
      const ofMoney = isOfMoney(change);
      if ((ofMoney ? money : plain) === 0) continue;
      this.choose([...chosen, change], position + 1, ofMoney ? plain : plain - 1, ofMoney ? money - 1 : money, bound + more);
    }
  }

  /** Whether so many more points would reach the rating, and be more than the best set found brings. */
  private isHopeful(bound: number): boolean {
    const most = roundScore((this.today.exact ?? 0) + bound + hair);
    return most >= this.threshold && most > (this.best?.health ?? -1);
  }

  private reached(changes: readonly Change[]): Found | null {
    const { rating, health } = this.scenarios.health(changes.map(({ edit }) => edit));
    return health !== null && ratings.indexOf(rating) <= ratings.indexOf(this.to) ? { changes, health } : null;
  }
}

/** In the order in which each next one brings the most. */
function inOrder(scenarios: Scenarios, today: Score, changes: readonly Change[]): SmallestChanges['changes'] {
  const left = [...changes];
  const ordered: { change: Change; points: number }[] = [];
  let health = today;
  while (left.length > 0) {
    const before = ordered.map(({ change }) => change.edit);
    const after = left.map((change) => scenarios.health([...before, change.edit]).health ?? today);
    const most = Math.max(...after) as Score;
    const [change] = left.splice(after.indexOf(most), 1);
    if (change !== undefined) ordered.push({ change, points: roundToSix(most - health) });
    health = most;
  }
  return ordered;
}

/** The smallest set among the changes of the partner of these scenarios, whose health today is given; `null` for one that is neither Red nor Amber. */
export function smallestAmong(changes: readonly Change[], scenarios: Scenarios, today: HealthScore): SmallestChanges | null {
  const { rating: from, health } = today;
  if (health === null || (from !== 'Red' && from !== 'Amber')) return null;
  const to = from === 'Red' ? 'Amber' : 'Green';
  const search = new Search(scenarios, today, changes, to);
  const nothing: SmallestChanges = { from, to: null, changes: [], health, exact: true };
  if (!search.mayReach()) return nothing;
  const smallest = search.exactly();
  const found = smallest ?? search.greedily();
  if (found === null) return { ...nothing, exact: changes.length <= searchedExactly };
  return { from, to, changes: inOrder(scenarios, health, found.changes), health: found.health, exact: smallest !== null };
}

/**
 * The fewest single changes that lift a rated partner from Red to Amber, or from Amber to Green; `null` for any other partner.
 * Searched exactly up to four changes; beyond that the changes that bring most are taken, which need not be the fewest. Ruling 76.
 */
export function smallestChanges(judged: Judged, partner: PartnerHealth): SmallestChanges | null {
  const scenarios = new Scenarios(judged, partner);
  const today = scenarios.health([]);
  return smallestAmong(changesIn(scenarios, today), scenarios, today);
}
