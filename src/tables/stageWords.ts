/** What people call the stages of an initiative (ruling 27). */
import type { Outcome, Stage } from '../domain/initiative';
import { wordForm } from './textForms';

export interface StageWord {
  readonly stage: Stage;
  /** The outcome that the word implies: "Won". */
  readonly outcome: Outcome | null;
}

const phrases: readonly (readonly [Stage, Outcome | null, string])[] = [
  ['Qualify', null, 'qualify, qualified, qualifying, qualification, idea, prospect, proposed, concept, new, discovery'],
  ['Approve', null, 'approve, approved, approving, approval, pending approval, awaiting approval, in approval, for approval'],
  ['Approve', null, 'submitted, in review, under review'],
  ['Launch', null, 'launch, launched, launching, live, in flight, execution, executing, in execution, active, in progress, running, ongoing, underway'],
  ['Closed', null, 'closed, close, done, complete, completed, finished, ended'],
  ['Closed', 'Succeeded', 'won, closed won, succeeded, success'],
  ['Closed', 'Failed', 'lost, closed lost, failed'],
  ['Closed', 'Stopped', 'cancelled, canceled, on ice, on hold, stopped, abandoned, withdrawn, parked, terminated'],
];
const stageWords: ReadonlyMap<string, StageWord> = new Map(
  phrases.flatMap(([stage, outcome, words]) => words.split(', ').map((word) => [word, { stage, outcome }] as const)),
);

const leadingNumber = /^(?:stage )?(?:[\d ]+ )?/;

/** "3. Launch", "Stage 3: Live" and "In-flight" are all Launch; `null` where the text names no stage. */
export function stageOf(text: string): StageWord | null {
  const words = wordForm(text);
  return stageWords.get(words) ?? stageWords.get(words.replace(leadingNumber, '')) ?? null;
}
