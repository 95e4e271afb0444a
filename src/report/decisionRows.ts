/** What a review leaves in the Decisions table: what it asks for, and what it read back. Section 8 of the method. */
import type { DecisionField, DecisionRecord } from '../domain/decision';
import type { SerialDate } from '../domain/measure';
import type { Portfolio } from '../domain/portfolio';
import { quarterOf } from '../domain/quarter';
import { numberedDecisions } from './sections/decisions';
import { listed } from './sections/section';
import { decisions as text } from './sentencesOfDecisions';
import type { PlanValue } from './sheetPlan';

export type DecisionRow = Readonly<Record<DecisionField, PlanValue>>;

/** A row before it is known which write it belongs to; `askedIn` is `null` where that write asks. */
export type DecisionDraft = Omit<DecisionRow, 'run'>;

/**
 * What the sheet lists, by its numbers there; and every sponsor that is missing, so that the next review knows which gaps closed.
 * Days are serials of the 1900 date system.
 */
export function askedRows(portfolio: Portfolio, onSheet: boolean, madeOn: SerialDate): readonly DecisionDraft[] {
  const quarter = quarterOf(portfolio.asOf, portfolio.policy).name;
  const numbered = numberedDecisions(portfolio).map(({ asked, number }) => ({ asked, number: onSheet && number <= listed ? number : null }));
  return numbered.filter(({ asked, number }) => number !== null || asked.kind === 'sponsor').map(({ asked, number }): DecisionDraft => ({
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
    askedIn: null,
    madeOn,
  }));
}

/** Of what was written beside decisions of earlier reviews. */
export function decidedRows(records: readonly DecisionRecord[], { policy }: Pick<Portfolio, 'policy'>, madeOn: SerialDate): readonly DecisionDraft[] {
  return records.map(({ askedOn, number, kind, asked, partner, initiative, owner, by, decision, askedIn }): DecisionDraft => (
    { askedOn, quarter: quarterOf(askedOn, policy).name, number, kind, asked, partner, initiative, owner, by, decision, askedIn, madeOn }
  ));
}

export function rowsOfRun(drafts: readonly DecisionDraft[], run: string): readonly DecisionRow[] {
  return drafts.map((draft) => ({ ...draft, askedIn: draft.askedIn ?? run, run }));
}
