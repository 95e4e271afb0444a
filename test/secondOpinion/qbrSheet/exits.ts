/** Which alliances are in question, and which have ended: rulings 65, 72 and 73. */
import type { Facts, InitiativeRow } from '../judge';
import { max, one, Rational, sum, zero } from '../rational';
import { type Correction, triedOn } from './corrections';
import type { Snapshot, Trend } from './history';

export type Judged = Facts['judged'][number];

export interface Advice {
  readonly of: Judged;
  readonly kind: 'Exit' | 'Correct' | 'Wait' | 'Continue';
  readonly checkpoint: number | null;
  readonly last: Snapshot | null;
  readonly latest: Correction | null;
}

export const positive = (value: Rational | 'unreadable' | null): value is Rational => value instanceof Rational && value.positive;

/** Pipeline over what is left to sell, over launched initiatives of which both are known; 'covered' where nothing is left, `null` where nothing is known. */
export function pipelineCoverage(initiatives: readonly InitiativeRow[]): Rational | 'covered' | null {
  const both = initiatives.filter((i) => i.stage === 'Launch' && i.pipeline instanceof Rational && positive(i.target) && i.revenue instanceof Rational);
  const left = sum(both.map((i) => max(zero, (i.target as Rational).minus(max(i.revenue as Rational, zero)))));
  if (both.length === 0) return null;
  return left.positive ? sum(both.map((i) => i.pipeline as Rational)).over(left).round(6) : 'covered';
}

function isFarBehind({ evidence: { own } }: Judged, { plan, shareOfPlan }: Facts): boolean {
  const coverage = pipelineCoverage(own);
  if (!(coverage instanceof Rational) || coverage.compare(one) >= 0) return false;
  const standards = own.filter((i) => i.stage === 'Launch').flatMap((i) => {
    const standard = plan(i);
    return typeof standard === 'object' ? [{ i, expected: standard.expected }] : [];
  });
  const half = Rational.of(1, 2);
  return standards.length > 0 && standards.every(({ i, expected }) => (shareOfPlan(i) ?? zero).compare(half) >= 0 && (i.revenue as Rational).compare(expected.times(half)) < 0);
}

function adviceOn(of: Judged, corrections: readonly Correction[], last: Snapshot | null, asOf: number): Advice {
  const tried = triedOn(corrections, of.p, asOf);
  const latest = [...tried].sort((a, b) => a.date - b.date).at(-1) ?? null;
  if (latest === null) return { of, kind: 'Correct', checkpoint: asOf + 90, last, latest };
  const ahead = tried.map(({ checkpoint }) => checkpoint).filter((day) => day > asOf);
  if (ahead.length > 0) return { of, kind: 'Wait', checkpoint: Math.max(...ahead), last, latest };
  return { of, kind: latest.effect === 'improved' ? 'Continue' : 'Exit', checkpoint: null, last, latest };
}

const isRedForTwo = ({ rating }: Judged, last: Snapshot | undefined): boolean => rating === 'Red' && last?.rating === 'Red';

/** In the order of the Partners table. */
export function exitsOf(facts: Facts, { last }: Trend, corrections: readonly Correction[]): readonly Advice[] {
  return facts.judged.filter(({ p }) => p.status !== 'Ended').flatMap((of) => {
    const then = last.get(of.p.key);
    const inQuestion = then === undefined ? isFarBehind(of, facts) : isRedForTwo(of, then);
    return inQuestion ? [adviceOn(of, corrections, then ?? null, facts.asOf)] : [];
  });
}

/** Red now and in the last snapshot, and ended in the last four quarters. */
export function signOf({ judged, inWindow }: Facts, { last }: Trend): { redForTwo: number; ended: number } {
  const ended = judged.filter(({ p, evidence: { own } }) => {
    if (p.status !== 'Ended') return false;
    const day = typeof p.ends === 'number' ? p.ends : Math.max(-Infinity, ...own.map(({ ended: on }) => (typeof on === 'number' ? on : -Infinity)));
    return inWindow({ ended: day } as InitiativeRow);
  }).length;
  return { redForTwo: judged.filter((of) => isRedForTwo(of, last.get(of.p.key))).length, ended };
}
