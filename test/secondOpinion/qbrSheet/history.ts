/** What was known on earlier days: the History table, and what changed since. Rulings 66 and 67. */
import * as cells from '../cells';
import type { Facts } from '../judge';
import { Rational } from '../rational';
import { type InputWorkbook, cellOf, numberOf, textOf } from './inputWorkbook';

export interface Snapshot {
  readonly row: number;
  readonly asOf: number;
  readonly key: string;
  readonly partner: string;
  readonly rating: string;
  readonly run: string | null;
  readonly target: Rational;
  readonly portfolio: number | null;
  /** "health" and the six dimensions. */
  readonly scores: Readonly<Record<string, number | null>>;
}

const measures = ['revenue', 'pipeline', 'traction', 'sponsorship', 'governance', 'relationship'] as const;

/** Earlier than the as-of date, the lower row of two of one partner and day. */
export function snapshotsOf({ history: grid }: InputWorkbook, asOf: number): readonly Snapshot[] {
  if (grid === undefined) return [];
  const found = grid.rows.flatMap((_, row): Snapshot[] => {
    const [day, partner] = [cells.date(cellOf(grid, row, 'asOf')), cells.name(cellOf(grid, row, 'partner'), false)];
    if (typeof day !== 'object' || !('value' in day) || partner === null || day.value >= asOf) return [];
    return [{
      row, asOf: day.value, partner, key: cells.partnerKey(partner), rating: textOf(grid, row, 'rating') ?? 'Not rated', run: textOf(grid, row, 'run'),
      target: Rational.fromDouble(numberOf(grid, row, 'revenueTarget') ?? 0), portfolio: numberOf(grid, row, 'portfolioHealth'),
      scores: { health: numberOf(grid, row, 'health'), ...Object.fromEntries(measures.map((measure) => [measure, numberOf(grid, row, `${measure}Score`)])) },
    }];
  });
  return found.filter((one) => !found.some((other) => other.row > one.row && other.key === one.key && other.asOf === one.asOf));
}

/** Points since then; `null` where one of both is unknown. */
const points = (then: number | null | undefined, now: number | null): Rational | null => (then == null || now === null ? null : Rational.fromDouble(now).minus(Rational.fromDouble(then)));

export interface Trend {
  /** The last snapshot of each partner, by key. */
  readonly last: ReadonlyMap<string, Snapshot>;
  readonly changes: ReadonlyMap<string, Rational | null>;
  readonly portfolio: { readonly asOf: number; readonly change: Rational | null; readonly likeForLike: Rational | null } | null;
}

export function trendOf(snapshots: readonly Snapshot[], { judged, weighted }: Facts, health: number | null): Trend {
  const last = new Map<string, Snapshot>();
  for (const snapshot of snapshots) if (snapshot.asOf >= (last.get(snapshot.key)?.asOf ?? 0)) last.set(snapshot.key, snapshot);
  const day = Math.max(0, ...snapshots.map(({ asOf }) => asOf));
  const onDay = snapshots.filter(({ asOf }) => asOf === day);
  const then = onDay.filter(({ portfolio }) => portfolio !== null).sort((a, b) => b.row - a.row)[0]?.portfolio;
  const both = judged.flatMap((j) => {
    const before = onDay.find(({ key }) => key === j.p.key)?.scores.health ?? null;
    return j.raw !== null && j.health !== null && before !== null ? [{ now: j.health, before, weight: j.openTarget }] : [];
  });
  const mean = (of: 'now' | 'before'): Rational | null => weighted(both.map((one) => ({ value: Rational.fromDouble(one[of]), weight: one.weight })));
  const [now, before] = [mean('now'), mean('before')];
  return {
    last,
    changes: new Map(judged.map((j) => [j.p.key, points(last.get(j.p.key)?.scores.health, j.health)])),
    portfolio: day === 0 ? null : { asOf: day, change: points(then, health), likeForLike: now && before && now.minus(before) },
  };
}
