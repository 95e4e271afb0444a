/** What the opening says where History keeps another judgement of its day than the one that is shown. */
import { Rational } from '../../rational';
import { snapshotsOf } from '../history';
import { numberOf } from '../inputWorkbook';
import type { Ledger } from '../ledger';
import type { Review } from '../review';
import { absolute, day, fixed, grouped, todayOf } from '../spoken';
import type { Paragraph } from '../writtenSheet';

interface Judgement { readonly health: number | null; readonly rating: string }
interface Difference { readonly then: Judgement | null; readonly now: Judgement | null }

const apart = (then: number, now: number): Rational => absolute(Rational.fromDouble(then).minus(Rational.fromDouble(now)));
const healthsDiffer = (then: number | null, now: number | null): boolean => (then === null || now === null ? then !== now : apart(then, now).compare(Rational.of(1, 20)) >= 0);

const unjudged: Judgement = { health: null, rating: 'Not rated' };
function differs({ then, now }: Difference): boolean {
  const [before, after] = [then ?? unjudged, now ?? unjudged];
  return before.rating !== after.rating || healthsDiffer(before.health, after.health);
}

/** In one decimal, or in two where one does not tell them apart. */
function figuresOf(then: number | null, now: number | null): [string, string] {
  const said = (decimals: number): [string, string] => [then, now].map((value) => (value === null ? 'not known' : fixed(Rational.fromDouble(value), decimals))) as [string, string];
  const [before, after] = said(1);
  return said(before === after && then !== now ? 2 : 1);
}

/** Another rating before another health, the larger difference first. */
function weight({ then, now }: Difference): number {
  const [before, after] = [then ?? unjudged, now ?? unjudged];
  return (before.rating === after.rating ? 0 : 1000) + Math.abs((after.health ?? 0) - (before.health ?? 0));
}

export function traceKeptHistory(opening: Paragraph, { input, asOf, facts: { judged }, opinion: { portfolio } }: Review, ledger: Ledger): void {
  const kept = snapshotsOf(input, asOf + 1).filter((snapshot) => snapshot.asOf === asOf);
  // Snapshots of the very day are replaced.
  if (input.history === undefined || kept.every(({ row }) => numberOf(input.history as NonNullable<typeof input.history>, row, 'madeOn') === todayOf())) return;
  const then = [...kept].sort((a, b) => b.row - a.row).find((snapshot) => snapshot.portfolio !== null)?.portfolio ?? null;
  const today = judged.map(({ p, health, rating }): Difference => {
    const before = kept.find(({ key }) => key === p.key);
    return { then: before === undefined ? null : { health: before.scores.health ?? null, rating: before.rating }, now: { health, rating } };
  });
  const gone = kept.filter(({ key }) => !judged.some(({ p }) => p.key === key)).map(({ scores, rating }): Difference => ({ then: { health: scores.health ?? null, rating }, now: null }));
  const different = [...today, ...gone].filter(differs).sort((a, b) => weight(b) - weight(a));
  const health = healthsDiffer(then, portfolio.health);
  if (!health && different.length === 0) return;
  const says = (sentence: string, ...figures: readonly string[]): void => ledger.says(opening, new RegExp(sentence), figures, 'What History keeps');
  const found = `History keeps what the review of (\\d+ \\w+ \\d+) found`;
  const [before, after] = figuresOf(then, portfolio.health);
  if (health) says(`${found}: .*?portfolio health${then === null ? '' : ' (\\d+\\.\\d+)'}; judged from today's cells${portfolio.health === null ? '' : ' it is (\\d+\\.\\d+)'}`, day(asOf), ...(then === null ? [] : [before]), ...(portfolio.health === null ? [] : [after]));
  else says(`${found}${portfolio.health === null ? '' : ': portfolio health ([\\d.]+), which'}`, day(asOf), ...(portfolio.health === null ? [] : [fixed(Rational.fromDouble(portfolio.health), 1)]));
  if (different.length > 0) says('([\\d,]+) partners? differs?: ', grouped(different.length));
  for (const one of different.slice(0, 3)) {
    if (one.then?.rating === one.now?.rating) says('\\(([\\d.]+|not known) then, ([\\d.]+|not known) here\\)', ...figuresOf(one.then?.health ?? null, one.now?.health ?? null));
  }
  if (different.length > 3) says(' and ([\\d,]+) more\\.$', grouped(different.length - 3));
}
