/** The key on which partners' names join (ruling 30). */
import { folded, isAscii } from './textForms';

const legalWords = new Set((
  'inc incorporated ltd limited llc llp lp plc gmbh ag sa sas sarl srl spa bv nv ab as oy oyj kg co corp corporation company pty pvt pte kk se sl and'
).split(' '));

/** Plain names take the short way: it gives the same key, many times faster. */
const droppedAscii = /[.'/]/g;
const notInAsciiNames = /[^a-z0-9]+/g;
const dropped = /[\p{Cf}.'’/]/gu;
const notInNames = /(?![\p{L}\p{M}\p{N}\p{Emoji_Presentation}])(?:\P{Extended_Pictographic}|[©®])/gu;

/** "Acme, Inc.", "ACME" and "Ａｃｍｅ" have one key. Accents count. */
export function partnerKey(name: string): string {
  const ascii = isAscii(name);
  const kept = folded(name).replace(ascii ? droppedAscii : dropped, '').replaceAll('&', ' and ');
  const words = kept.replace(ascii ? notInAsciiNames : notInNames, ' ').split(' ').filter((word) => word !== '');
  while (words.length > 1 && legalWords.has(words.at(-1) ?? '')) words.pop();
  return words.join('');
}
