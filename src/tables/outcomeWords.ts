/** What people call the outcomes of a closed initiative (ruling 28). */
import type { Outcome } from '../domain/initiative';
import { wordForm } from './textForms';

const phrases: Readonly<Record<Outcome, string>> = {
  Succeeded: 'succeeded, success, successful, won, achieved',
  Failed: 'failed, failure, lost, unsuccessful, missed',
  Stopped: 'stopped, cancelled, canceled, on ice, abandoned, withdrawn, terminated',
};
const outcomes: ReadonlyMap<string, Outcome> = new Map(
  (['Succeeded', 'Failed', 'Stopped'] as const).flatMap((outcome) => phrases[outcome].split(', ').map((word) => [word, outcome] as const)),
);

export function outcomeOf(text: string): Outcome | null {
  return outcomes.get(wordForm(text)) ?? null;
}
