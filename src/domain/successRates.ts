/** Whether two success rates differ, and how sure that is: section 5 of the method, ruling 59. */
import type { Policy } from './policy';

/** Closed initiatives of one side, and how many of them succeeded. */
export interface ClosedCount {
  readonly closed: number;
  readonly succeeded: number;
}

/** "With" or "since" against "without" or "before". */
interface Sides {
  readonly one: ClosedCount;
  readonly other: ClosedCount;
}

export interface TooFewToTell extends Sides {
  readonly verdict: 'too few to tell';
  readonly difference: null;
  readonly low: null;
  readonly high: null;
  readonly p: null;
  readonly needed: null;
}

/** None of the figures is rounded. */
interface Estimate extends Sides {
  /** Rate of one less rate of the other, -1 to 1. */
  readonly difference: number;
  /** The difference's 95 % interval, within -1 to 1. */
  readonly low: number;
  readonly high: number;
  /** Fisher's exact p, two-sided. */
  readonly p: number;
}

export interface SettledRates extends Estimate {
  readonly verdict: 'is higher' | 'no difference seen' | 'is lower';
  readonly needed: null;
}

export interface OpenRates extends Estimate {
  readonly verdict: 'may be higher' | 'may be lower';
  /** Closed initiatives on each side at which the same rates would tell. */
  readonly needed: number | 'many more';
}

export type RateComparison = TooFewToTell | SettledRates | OpenRates;

/** Of the standard normal distribution: 95 % of it lies within so many standard deviations. */
const z = 1.959963984540054;
/** Tables this close in probability count as equally probable. */
const slack = 1 + 1e-7;
/** Rounding in doubles puts a p off by far less. */
const hair = 1 + 1e-11;
/** A weight so small beside the one seen does not reach a double's last digit. */
const negligible = 2 ** -60;

/**
 * How far Wilson's lower limit lies below the rate; 0 without a success. The root is taken in the form in which nothing cancels.
 * The upper limit lies as far above the rate as the lower one of the failures lies below theirs.
 */
function reach(succeeded: number, closed: number): number {
  const spread = z * Math.sqrt(z * z + (4 * succeeded * (closed - succeeded)) / closed);
  return succeeded / closed - (2 * succeeded * succeeded) / (closed * (2 * succeeded + z * z + spread));
}

/** Newcombe's method 10: hybrid score, no continuity correction. Its limits cannot leave -1 to 1, as Wilson's cannot leave 0 to 1. */
function interval(one: ClosedCount, other: ClosedCount): Pick<Estimate, 'difference' | 'low' | 'high'> {
  const difference = (one.succeeded * other.closed - other.succeeded * one.closed) / (one.closed * other.closed);
  const [oneDown, oneUp] = [reach(one.succeeded, one.closed), reach(one.closed - one.succeeded, one.closed)];
  const [otherDown, otherUp] = [reach(other.succeeded, other.closed), reach(other.closed - other.succeeded, other.closed)];
  return {
    difference,
    low: difference - Math.sqrt(oneDown * oneDown + otherUp * otherUp),
    high: difference + Math.sqrt(oneUp * oneUp + otherDown * otherDown),
  };
}

/** The fourfold tables from the most probable one, whose weight is 1, outward on one side; beyond the last one the weight is 0. */
class Outward {
  private weight = 1;

  /** Each step takes one from both shrinking cells of the table and adds one to both growing ones. */
  constructor(private shrinking: number, private shrinkingToo: number, private growing: number, private growingToo: number) {}

  next(): number {
    this.growing += 1;
    this.growingToo += 1;
    this.weight *= (this.shrinking * this.shrinkingToo) / (this.growing * this.growingToo);
    this.shrinking -= 1;
    this.shrinkingToo -= 1;
    return this.weight;
  }

  after(steps: number): number {
    for (let step = 0; step < steps; step += 1) this.next();
    return this.weight;
  }
}

/**
 * Fisher's exact test, two-sided: the tables of the same margins that are not more probable than the one seen.
 * Ratios of neighbours, counted from the most probable table, neither overflow nor lose digits as factorials do; a p under 1e-300 may come out as 0.
 */
function fisher(one: ClosedCount, other: ClosedCount): number {
  const succeeded = one.succeeded + other.succeeded;
  const likeliest = Math.floor(((one.closed + 1) * (succeeded + 1)) / (one.closed + other.closed + 2));
  const oneFailed = one.closed - likeliest;
  const otherSucceeded = succeeded - likeliest;
  const otherFailed = other.closed - otherSucceeded;
  const upward = (): Outward => new Outward(oneFailed, otherSucceeded, likeliest, otherFailed);
  const downward = (): Outward => new Outward(likeliest, otherFailed, oneFailed, otherSucceeded);
  const steps = one.succeeded - likeliest;
  const seen = steps > 0 ? upward().after(steps) : downward().after(-steps);
  let all = 1;
  let notMoreProbable = seen * slack >= 1 ? 1 : 0;
  for (const tables of [upward(), downward()]) {
    for (let weight = tables.next(); weight > seen * negligible; weight = tables.next()) {
      all += weight;
      if (weight <= seen * slack) notMoreProbable += weight;
    }
  }
  return notMoreProbable / all;
}

/** A p that stands for the limit itself counts as the limit, though doubles may leave it a hair above. */
function isAtMost(p: number, limit: number): boolean {
  return p <= limit * hair;
}

function excludesZero({ low, high }: Pick<Estimate, 'low' | 'high'>): boolean {
  return low > 0 || high < 0;
}

/** On the counts, so that ten points are ten points. */
function isNotable(one: ClosedCount, other: ClosedCount, policy: Policy['successRates']): boolean {
  const apart = Math.abs(one.succeeded * other.closed - other.succeeded * one.closed);
  return 100 * apart >= policy.notablePercent * one.closed * other.closed;
}

/** The same rate on another number of closed initiatives; successes rounded half up. */
function scaledTo(closed: number, count: ClosedCount): ClosedCount {
  return { closed, succeeded: Math.floor((2 * count.succeeded * closed + count.closed) / (2 * count.closed)) };
}

function neededToTell(one: ClosedCount, other: ClosedCount, policy: Policy['successRates']): number | 'many more' {
  const larger = Math.max(one.closed, other.closed);
  const most = Math.max(policy.mostClosed, larger);
  for (let closed = larger; closed <= most; closed += 1) {
    const [scaledOne, scaledOther] = [scaledTo(closed, one), scaledTo(closed, other)];
    if (excludesZero(interval(scaledOne, scaledOther)) && isAtMost(fisher(scaledOne, scaledOther), policy.significance)) return closed;
  }
  return 'many more';
}

/**
 * Compares the success rates of two groups of closed initiatives. Counts are whole, succeeded at most closed, exact up to a million on each side.
 * "Is higher": the rate of `one` is, as the interval excludes zero and Fisher's test agrees. Ruling 59; ruling 70 for course corrections.
 */
export function compareSuccessRates(one: ClosedCount, other: ClosedCount, policy: Policy['successRates']): RateComparison {
  // Without a closed initiative there is no rate, whatever the policy asks for.
  if (Math.min(one.closed, other.closed) < Math.max(policy.fewestClosed, 1)) {
    return { one, other, difference: null, low: null, high: null, p: null, verdict: 'too few to tell', needed: null };
  }
  const estimate = { one, other, ...interval(one, other), p: fisher(one, other) };
  const direction = estimate.difference > 0 ? 'higher' : 'lower';
  if (excludesZero(estimate) && isAtMost(estimate.p, policy.significance)) return { ...estimate, verdict: `is ${direction}`, needed: null };
  if (isNotable(one, other, policy) && isAtMost(estimate.p, policy.notableSignificance)) {
    return { ...estimate, verdict: `may be ${direction}`, needed: neededToTell(one, other, policy) };
  }
  return { ...estimate, verdict: 'no difference seen', needed: null };
}
