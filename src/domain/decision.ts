/** What a review asks to be decided, and how it is kept: rows of the Decisions table. docs/decisions/decisions-asked-for.md. */
import type { SerialDate } from './measure';

export const decisionKinds = ['exit', 'sponsor', 'correction', 'executive', 'plan', 'review'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export const decisionFields = ['askedOn', 'quarter', 'number', 'kind', 'asked', 'partner', 'initiative', 'owner', 'by', 'decision', 'askedIn', 'madeOn', 'run'] as const;
export type DecisionField = (typeof decisionFields)[number];

/**
 * A row of the Decisions table. A review adds one for each decision that it asks for on its sheet, and for each missing sponsor, without a
 * decision; the next review adds one for each that somebody wrote beside them since.
 */
export interface DecisionRecord {
  /** The as-of date of the review that asked. */
  readonly askedOn: SerialDate;
  /** Its place on that review's sheet, from 1; `null` where it was not listed there. */
  readonly number: number | null;
  readonly kind: DecisionKind;
  /** In words. */
  readonly asked: string;
  readonly partner: string;
  /** The join key of its partner: ruling 30. */
  readonly key: string;
  readonly initiative: string | null;
  readonly owner: string | null;
  readonly by: SerialDate | null;
  /** `null` in the row of a decision that was asked for. */
  readonly decision: string | null;
  /** The write of the review that asked. */
  readonly askedIn: string;
  /** The write that made the row. */
  readonly run: string;
}

/** What somebody wrote beside a decision that a review asked for. */
export interface DecisionWritten {
  /** The write of the review, and the decision's place on its sheet. */
  readonly askedIn: string;
  readonly number: number;
  readonly decision: string;
}
