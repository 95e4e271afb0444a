/** The key on which partners' names join (ruling 30). */
import { folded } from './textForms';

const legalWords = new Set((
  'inc incorporated ltd limited llc llp lp plc gmbh ag sa sas sarl srl spa bv nv ab as oy oyj kg co corp corporation company pty pvt pte kk se sl and'
).split(' '));

const dropped = /[\p{Cf}.'’/]/gu;
const notInNames = /(?![\p{L}\p{M}\p{N}\p{Emoji_Presentation}])(?:\P{Extended_Pictographic}|[©®])/gu;

/** "Acme, Inc.", "ACME" and "Ａｃｍｅ" have one key. Accents count. */
export function partnerKey(name: string): string {
  const words = folded(name).replace(dropped, '').replaceAll('&', ' and ').replace(notInNames, ' ').split(' ').filter((word) => word !== '');
  while (words.length > 1 && legalWords.has(words.at(-1) ?? '')) words.pop();
  return words.join('');
}
