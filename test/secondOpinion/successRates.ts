/**
 * A second calculation of the comparison of two success rates, by the letter of ruling 59: Fisher's test counts tables with binomial
 * coefficients in whole numbers, and Wilson's limits are sought where the score test just reaches z. It shares no line with the product.
 */
import { Rational } from './rational';

export interface Side { closed: number; succeeded: number }
export interface Comparison { difference: number; low: number; high: number; p: number; verdict: string; needed: number | 'many more' | null }

/** Fixed point: 30 decimals. */
const unit = 10n ** 30n;
const z = 1_959_963_984_540_054n;
const zUnit = 10n ** 15n;

function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** (s - n share)² is more than z² n share (1 - share): the score test rejects this share. */
function rejects(share: bigint, { closed, succeeded }: Side): boolean {
  const n = BigInt(closed);
  const off = BigInt(succeeded) * unit - n * share;
  return off * off * zUnit * zUnit > z * z * n * share * (unit - share);
}

/** The share between one that the score test keeps and one at the end of the scale, where it turns. */
function turn(kept: bigint, end: bigint, side: Side): bigint {
  if (!rejects(end, side)) return end;
  let [inside, outside] = [kept, end];
  while (outside - inside > 1n || inside - outside > 1n) {
    const middle = (inside + outside) / 2n;
    if (rejects(middle, side)) outside = middle;
    else inside = middle;
  }
  return inside;
}

function limits(one: Side, other: Side): [difference: bigint, low: bigint, high: bigint] {
  const [rateOne, rateOther] = [one, other].map(({ closed, succeeded }) => (BigInt(succeeded) * unit) / BigInt(closed)) as [bigint, bigint];
  const distance = (a: bigint, b: bigint): bigint => squareRoot(a * a + b * b);
  const difference = rateOne - rateOther;
  return [
    difference,
    difference - distance(rateOne - turn(rateOne, 0n, one), turn(rateOther, unit, other) - rateOther),
    difference + distance(turn(rateOne, unit, one) - rateOne, rateOther - turn(rateOther, 0n, other)),
  ];
}

const rows = new Map<number, bigint[]>();
/** All binomial coefficients of n. */
function binomials(n: number): bigint[] {
  const known = rows.get(n);
  if (known) return known;
  const row = [1n];
  for (let k = 1; k <= n; k += 1) row.push(2 * k > n ? (row[n - k] as bigint) : ((row[k - 1] as bigint) * BigInt(n - k + 1)) / BigInt(k));
  rows.set(n, row);
  return row;
}

/** Tables not more probable than the one seen, and all tables: p is their quotient. */
interface Fisher { counted: bigint; all: bigint }

function fisher(one: Side, other: Side): Fisher {
  const [ofOne, ofOther] = [binomials(one.closed), binomials(other.closed)];
  const succeeded = one.succeeded + other.succeeded;
  const ways = (first: number): bigint => (ofOne[first] ?? 0n) * (ofOther[succeeded - first] ?? 0n);
  const most = ways(one.succeeded) * (10n ** 7n + 1n);
  let [all, counted] = [0n, 0n];
  for (let first = Math.max(0, succeeded - other.closed); first <= Math.min(one.closed, succeeded); first += 1) {
    const here = ways(first);
    all += here;
    if (here * 10n ** 7n <= most) counted += here;
  }
  return { counted, all };
}

const excludesZero = (low: bigint, high: bigint): boolean => low > 0n || high < 0n;
const isAtMost = ({ counted, all }: Fisher, over: bigint): boolean => counted * over <= all;

/** The number of closed initiatives on each side at which the same rates would tell. */
function needed(one: Side, other: Side): number | 'many more' {
  const start = Math.max(one.closed, other.closed);
  for (let closed = start; closed <= Math.max(1000, start); closed += 1) {
    const grown = (side: Side): Side => ({ closed, succeeded: Number(Rational.of(side.succeeded * closed, side.closed).round(0).n) });
    const [a, b] = [grown(one), grown(other)];
    const [, low, high] = limits(a, b);
    if (excludesZero(low, high) && isAtMost(fisher(a, b), 20n)) return closed;
  }
  return 'many more';
}

/** Both sides have at least five closed initiatives. */
export function compare(one: Side, other: Side): Comparison {
  const [difference, low, high] = limits(one, other);
  const p = fisher(one, other);
  const apart = Rational.of(one.succeeded, one.closed).minus(Rational.of(other.succeeded, other.closed));
  const size = apart.positive ? apart : Rational.of(0).minus(apart);
  const way = apart.positive ? 'higher' : 'lower';
  const isClear = excludesZero(low, high) && isAtMost(p, 20n);
  const mayBe = !isClear && size.compare(Rational.of(1, 10)) >= 0 && isAtMost(p, 2n);
  return {
    difference: Number(difference) / 1e30, low: Number(low) / 1e30, high: Number(high) / 1e30, p: Number((p.counted * unit) / p.all) / 1e30,
    verdict: isClear ? `is ${way}` : mayBe ? `may be ${way}` : 'no difference seen',
    needed: mayBe ? needed(one, other) : null,
  };
}
