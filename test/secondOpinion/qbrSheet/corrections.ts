/** Course corrections and what came of them: rulings 68 to 71. */
import * as cells from '../cells';
import type { Facts, PartnerRow } from '../judge';
import { Rational } from '../rational';
import { type Comparison, type Side, compare } from '../successRates';
import type { Snapshot, Trend } from './history';
import { type InputWorkbook, cellOf, textOf } from './inputWorkbook';

export type Effect = 'improved' | 'no change' | 'worsened' | 'too early' | 'no measurement before';

/** Two success rates; `null` where one has too few closed initiatives to tell. */
export interface Compared { readonly one: Side; readonly other: Side; readonly told: Comparison | null }

export const compared = (one: Side, other: Side): Compared => ({ one, other, told: Math.min(one.closed, other.closed) < 5 ? null : compare(one, other) });

export interface Correction {
  readonly date: number;
  readonly partner: PartnerRow | null;
  readonly text: string;
  readonly measure: string;
  readonly checkpoint: number;
  readonly before: number | null;
  readonly after: number | null;
  readonly effect: Effect;
  readonly comparison: Compared | null;
}

const measureOf: Readonly<Record<string, string>> = {
  revenue: 'revenue', pipeline: 'pipeline', traction: 'traction', 'sales traction': 'traction', sponsorship: 'sponsorship', sponsor: 'sponsorship', governance: 'governance', relationship: 'relationship',
};

export const sideOf = (outcomes: readonly unknown[]): Side => ({ closed: outcomes.length, succeeded: outcomes.filter((outcome) => outcome === 'Succeeded').length });

function effectBetween(before: number, after: number): Effect {
  const points = Rational.fromDouble(after).minus(Rational.fromDouble(before)).round(6).toNumber();
  return points >= 5 ? 'improved' : points <= -5 ? 'worsened' : 'no change';
}

function ofPartner(date: number, measure: string, partner: PartnerRow, snapshots: readonly Snapshot[], { judged, asOf }: Facts): Pick<Correction, 'before' | 'after' | 'effect' | 'comparison'> {
  const line = snapshots.filter(({ key, scores }) => key === partner.key && scores[measure] !== null).sort((a, b) => a.asOf - b.asOf);
  const own = judged.find(({ p }) => p === partner);
  const today = measure === 'health' ? (own?.health ?? null) : (own?.dimensions[measure] ?? null);
  const before = line.filter((one) => one.asOf <= date).at(-1)?.scores[measure] ?? null;
  const after = (asOf >= date + 45 ? today : null) ?? line.filter((one) => one.asOf >= date + 45).at(-1)?.scores[measure] ?? null;
  return { before, after, comparison: null, effect: before === null ? 'no measurement before' : after === null ? 'too early' : effectBetween(before, after) };
}

function ofPortfolio(date: number, { initiatives }: Facts): Pick<Correction, 'before' | 'after' | 'effect' | 'comparison'> {
  const closed = initiatives.filter((i) => i.stage === 'Closed' && i.outcome !== null && i.outcome !== 'unreadable');
  const launched = (from: number, to: number): Side => sideOf(closed.filter((i) => typeof i.launched === 'number' && i.launched >= from && i.launched < to).map(({ outcome }) => outcome));
  const [since, earlier] = [launched(date, Infinity), launched(cells.edate(date, -12), date)];
  const comparison = compared(since, earlier);
  const verdict = comparison.told?.verdict;
  const effect: Effect = verdict === undefined ? (earlier.closed === 0 ? 'no measurement before' : 'too early') : verdict === 'is higher' ? 'improved' : verdict === 'is lower' ? 'worsened' : 'no change';
  return { before: null, after: null, effect, comparison };
}

/** In the order of the table. */
export function correctionsOf({ corrections: grid }: InputWorkbook, facts: Facts, snapshots: readonly Snapshot[]): readonly Correction[] {
  if (grid === undefined) return [];
  return grid.rows.flatMap((_, row): Correction[] => {
    const [date, reviewOn] = (['date', 'reviewOn'] as const).map((field) => cells.date(cellOf(grid, row, field)));
    const text = cells.name(cellOf(grid, row, 'correction'), false);
    if (typeof date !== 'object' || !('value' in date) || text === null) return [];
    const name = cells.name(cellOf(grid, row, 'partner'), false);
    const partner = name === null ? null : facts.partnerRows.find(({ key }) => key === cells.partnerKey(name));
    if (partner === undefined) return [];
    const measure = measureOf[(textOf(grid, row, 'measure') ?? '').toLowerCase()] ?? 'health';
    const checkpoint = typeof reviewOn === 'object' && 'value' in reviewOn ? reviewOn.value : date.value + 90;
    return [{ date: date.value, partner, text, measure, checkpoint, ...(partner === null ? ofPortfolio(date.value, facts) : ofPartner(date.value, measure, partner, snapshots, facts)) }];
  });
}

export const triedOn = (corrections: readonly Correction[], partner: PartnerRow, asOf: number): readonly Correction[] => corrections.filter((one) => one.partner === partner && one.date <= asOf);

/** Ruling 71. */
export function needingCorrection(corrections: readonly Correction[], { judged, asOf }: Facts, { changes }: Trend): Facts['judged'] {
  return judged.filter(({ p, rating }) => {
    const change = changes.get(p.key);
    const far = change != null && change.compare(Rational.of(-15)) <= 0;
    return (rating === 'Red' || far) && !triedOn(corrections, p, asOf).some(({ date }) => date >= asOf - 90);
  });
}
