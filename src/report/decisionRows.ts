/** What a review leaves in the Decisions table: what it asks for, and what it read back. Section 8 of the method. */
import type { DecisionField, DecisionRecord } from '../domain/decision';
import { decisionsAsked } from '../domain/decisionsAsked';
import type { SerialDate } from '../domain/measure';
import type { Portfolio } from '../domain/portfolio';
import { quarterOf } from '../domain/quarter';
import { listed } from './sections/section';
import { decisions as text } from './sentencesOfDecisions';
import type { PlanValue } from './sheetPlan';

export type DecisionRow = Readonly<Record<DecisionField, PlanValue>>;

/**
 * What the sheet lists, by its numbers there; and every sponsor that is missing, so that the next review knows which gaps closed.
 * Days are serials of the 1900 date system.
 */
export function askedRows(portfolio: Portfolio, onSheet: boolean, madeOn: SerialDate, run: string): readonly DecisionRow[] {
  const quarter = quarterOf(portfolio.asOf, portfolio.policy).name;
  const numbered = decisionsAsked(portfolio).map((asked, index) => ({ asked, number: onSheet && index < listed ? index + 1 : null }));
  return numbered.filter(({ asked, number }) => number !== null || asked.kind === 'sponsor').map(({ asked, number }): DecisionRow => ({
    askedOn: portfolio.asOf,
    quarter,
    number,
    kind: asked.kind,
    asked: text.asked(asked),
    partner: asked.partner.name,
    initiative: asked.initiative?.name ?? null,
    owner: asked.owner,
    by: asked.by,
    decision: null,
    askedIn: run,
    madeOn,
    run,
  }));
}

/** Of what was written beside decisions of earlier reviews. */
export function decidedRows(records: readonly DecisionRecord[], { policy }: Pick<Portfolio, 'policy'>, madeOn: SerialDate, run: string): readonly DecisionRow[] {
  return records.map(({ askedOn, number, kind, asked, partner, initiative, owner, by, decision, askedIn }): DecisionRow => (
    { askedOn, quarter: quarterOf(askedOn, policy).name, number, kind, asked, partner, initiative, owner, by, decision, askedIn, madeOn, run }
  ));
}
