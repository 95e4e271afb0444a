/** Dimensions of health by the words that people use for them: ruling 68. */
import { type Dimension, dimensions } from '../domain/portfolio';
import { bareForm } from './textForms';

const synonyms: ReadonlyMap<string, Dimension> = new Map([
  ...dimensions.map((dimension) => [dimension, dimension] as const),
  ['salestraction', 'traction'],
  ['sponsor', 'sponsorship'],
  ['sponsors', 'sponsorship'],
]);

/** `null` where the text names none. */
export function dimensionOf(text: string): Dimension | null {
  return synonyms.get(bareForm(text)) ?? null;
}
