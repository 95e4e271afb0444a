/** Did a course correction work: its measure before and after. Section 6 of the method, rulings 68 to 71. */
import type { Basis } from './basis';
import { addMonths } from './calendar';
import type { Correction, Measure } from './correction';
import type { History } from './history';
import { latestUntil } from './history';
import type { Score, SerialDate } from './measure';
import type { Partner } from './partner';
import type { Change } from './trend';
import type { PartnerHealth } from './portfolio';
import { roundToSix } from './rounding';
import type { Snapshot } from './snapshot';
import { type ClosedCount, type RateComparison, compareSuccessRates } from './successRates';

export const effects = ['improved', 'no change', 'worsened', 'too early', 'no measurement before'] as const;
export type Effect = (typeof effects)[number];

export interface CorrectionEffect {
  readonly correction: Correction;
  /** `null`: the whole portfolio. */
  readonly partner: Partner | null;
  /** A score from 0 to 100; of the whole portfolio a success rate from 0 to 1. `null` where it was not measured. */
  readonly before: number | null;
  readonly after: number | null;
  readonly effect: Effect;
  /** The success rates of the whole portfolio, launched since the correction against before it; `null` for a partner. */
  readonly comparison: RateComparison | null;
}

/** The day on which to look whether a correction worked: the one agreed, else so many days after it. */
export function checkpointOf({ date, reviewOn }: Correction, { policy }: Pick<Basis, 'policy'>): SerialDate {
  return reviewOn ?? ((date + policy.corrections.checkpointDays) as SerialDate);
}

export function measured(measure: Measure, { health, dimensions }: Pick<Snapshot, 'health' | 'dimensions'>): Score | null {
  return measure === 'health' ? health : dimensions[measure];
}

function measuredToday(measure: Measure, { health, dimensions }: PartnerHealth): Score | null {
  return measure === 'health' ? health : dimensions[measure].score;
}

function effectBetween(before: number, after: number, { policy: { corrections } }: Basis): Effect {
  const points = roundToSix(after - before);
  if (points >= corrections.effectPoints) return 'improved';
  return points <= -corrections.effectPoints ? 'worsened' : 'no change';
}

/** By the snapshots in which the measure is known; today's judgement counts as one: ruling 69. */
function effectOnPartner(correction: Correction, judged: PartnerHealth, history: History, basis: Basis): CorrectionEffect {
  const { date, measure } = correction;
  const line = history.of(judged.partner.key).filter((snapshot) => measured(measure, snapshot) !== null);
  const earlier = latestUntil(line, date);
  const before = earlier === null ? null : measured(measure, earlier);
  const shows = date + basis.policy.corrections.effectDays;
  const today = basis.asOf >= shows ? measuredToday(measure, judged) : null;
  const last = line.at(-1);
  const after = today ?? (last !== undefined && last.asOf >= shows ? measured(measure, last) : null);
  const effect = before === null ? 'no measurement before' : after === null ? 'too early' : effectBetween(before, after, basis);
  return { correction, partner: judged.partner, before, after, effect, comparison: null };
}

class Closed implements ClosedCount {
  closed = 0;
  succeeded = 0;

  add(success: boolean): void {
    this.closed += 1;
    if (success) this.succeeded += 1;
  }
}

function effectOf({ verdict, other }: RateComparison): Effect {
  switch (verdict) {
    case 'is higher':
      return 'improved';
    case 'is lower':
      return 'worsened';
    case 'too few to tell':
      return other.closed === 0 ? 'no measurement before' : 'too early';
    case 'may be higher':
    case 'may be lower':
    case 'no difference seen':
      return 'no change';
  }
}

/** Closed initiatives by their launch: in the twelve months before the correction, and from its day on. Ruling 70. */
function effectOnPortfolio(correction: Correction, basis: Basis): CorrectionEffect {
  const { date } = correction;
  const from = addMonths(date, -basis.policy.closedMonths);
  const before = new Closed();
  const since = new Closed();
  for (const initiative of basis.rows.initiatives?.rows ?? []) {
    const { stage, outcome, launchedOn } = initiative;
    if (stage !== 'Closed' || typeof outcome !== 'string' || typeof launchedOn !== 'number' || launchedOn < from) continue;
    (launchedOn < date ? before : since).add(outcome === 'Succeeded');
  }
  const rate = ({ closed, succeeded }: ClosedCount): number | null => (closed === 0 ? null : succeeded / closed);
  const comparison = compareSuccessRates(since, before, basis.policy.successRates);
  return { correction, partner: null, before: rate(before), after: rate(since), effect: effectOf(comparison), comparison };
}

/** In the order of their table. */
export function correctionEffects(partners: readonly PartnerHealth[], history: History, basis: Basis): readonly CorrectionEffect[] {
  return (basis.rows.corrections?.table.rows ?? []).map((correction) => {
    const judged = correction.partner === null ? undefined : partners[correction.partner];
    return judged === undefined ? effectOnPortfolio(correction, basis) : effectOnPartner(correction, judged, history, basis);
  });
}

/** The corrections of each partner that were decided on the as-of date or before it, by the partner's position. */
export function correctionsByPartner(effects: readonly CorrectionEffect[], { asOf }: Pick<Basis, 'asOf'>): ReadonlyMap<number, readonly CorrectionEffect[]> {
  const byPartner = new Map<number, CorrectionEffect[]>();
  for (const effect of effects) {
    const { partner, date } = effect.correction;
    if (partner === null || date > asOf) continue;
    const own = byPartner.get(partner);
    if (own === undefined) byPartner.set(partner, [effect]);
    else own.push(effect);
  }
  return byPartner;
}

/** Red, or lost much since the last snapshot, and nothing was corrected lately: ruling 71. `tried` are its corrections so far. */
export function needsCorrection({ rating }: PartnerHealth, change: Change | undefined, tried: readonly CorrectionEffect[] | undefined, { asOf, policy }: Basis): boolean {
  const lost = change?.kind === 'known' && change.points <= -policy.corrections.lostPoints;
  return (rating === 'Red' || lost) && !(tried ?? []).some(({ correction: { date } }) => date >= asOf - policy.corrections.recentDays);
}
