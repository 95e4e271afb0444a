/** Whether expectations are agreed, said in a word (ruling 26). */
import { folded } from './textForms';

const agreed = new Set(['yes', 'y', 'true', 'x', '✓', 'agreed', 'done', '1']);
const notAgreed = new Set(['no', 'n', 'false', 'not agreed', '0']);

/** `null` where the text is no such word: it may be the day on which they were agreed. */
export function agreementOf(text: string): boolean | null {
  const word = folded(text).trim();
  if (agreed.has(word)) return true;
  return notAgreed.has(word) ? false : null;
}
