/** Texts that stand for nothing: "n/a", "tbd", "-" (rulings 17 and 18). */
import { folded, letterPrefix, startsWithDigit } from './textForms';

const anywhere = new Set([
  'na', 'none', 'tbd', 'tba', 'tbc', 'open', 'vacant', 'unknown',
  'to be confirmed', 'to be determined', 'to be decided', 'to be announced',
]);
const nobody = new Set(['no', 'nobody', 'unassigned', 'not assigned', 'missing']);
/** "TBD - Q3 hire" names nobody; "Openshaw" is a person, and so is "Na Li": n/a counts here only with its slash. */
const nobodyYet = /^[^\p{L}\p{M}\p{N}]*(?:n\/a|tbd|tba|tbc|none|vacant|unknown|open|pending)(?![\p{L}\p{M}\p{N}])/u;
const toBe = /^to be /;

/** © and ® are emoji by the standard's letter, but say nothing of a name. */
const saysSomething = /[\p{L}\p{M}\p{N}\p{Emoji_Presentation}]|(?![©®])\p{Extended_Pictographic}/u;
const punctuation = /[\p{P}\p{Cf}$+<=>^`|~]/gu;
const spaces = /\s+/g;

/** Only these letters can begin a placeholder: nearly every name is settled by its first three. */
const prefixes = new Set([...anywhere, ...nobody, 'pending'].map(letterPrefix));
function surelyName(text: string): boolean {
  const prefix = letterPrefix(text);
  return prefix === null ? startsWithDigit(text) : !prefixes.has(prefix);
}

const bare = (text: string): string => text.replace(punctuation, '').replace(spaces, ' ').trim();

/** In any column. */
export function isPlaceholder(text: string): boolean {
  if (surelyName(text)) return false;
  const lower = folded(text);
  return anywhere.has(bare(lower)) || !saysSomething.test(lower);
}

/** In the columns of partners' and initiatives' names. */
export function isNamePlaceholder(text: string): boolean {
  return !surelyName(text) && (isPlaceholder(text) || bare(folded(text)) === 'pending');
}

/** In the columns of people: owner, sponsors, alliance manager, approver. */
export function isPersonPlaceholder(text: string): boolean {
  if (surelyName(text)) return false;
  const lower = folded(text);
  const plain = bare(lower);
  return isNamePlaceholder(text) || nobody.has(plain) || toBe.test(plain) || nobodyYet.test(lower.trim());
}
