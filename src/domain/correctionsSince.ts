/** Course corrections since the last QBR: those that were logged, and those whose effect it did not know yet. */
import { type CorrectionEffect, type Effect, measured } from './correctionEffects';
import type { Portfolio } from './portfolio';

export interface CorrectionsSince {
  /** Decided after the day of the last snapshots, until the as-of date. */
  readonly logged: readonly CorrectionEffect[];
  /** Decided before, of a partner: today there is a measurement after it, and in no snapshot there was one. */
  readonly becameKnown: readonly CorrectionEffect[];
}

const known: ReadonlySet<Effect> = new Set(['improved', 'no change', 'worsened']);

/** `null` where there is no history. In the order of their table. Of corrections of the whole portfolio the history does not tell what was known when. */
export function correctionsSince({ asOf, corrections, history, policy }: Pick<Portfolio, 'asOf' | 'corrections' | 'history' | 'policy'>): CorrectionsSince | null {
  const since = history.days.at(-1);
  if (since === undefined) return null;
  const wasKnown = ({ correction: { date, measure } }: CorrectionEffect, key: string): boolean =>
    history.of(key).some((snapshot) => snapshot.asOf >= date + policy.corrections.effectDays && measured(measure, snapshot) !== null);
  return {
    logged: corrections.filter(({ correction: { date } }) => date > since && date <= asOf),
    becameKnown: corrections.filter((effect) => effect.partner !== null && effect.correction.date <= since && known.has(effect.effect) && !wasKnown(effect, effect.partner.key)),
  };
}
