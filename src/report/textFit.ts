/** Makes text fit cells that neither wrap nor merge: cut with an ellipsis, or broken into lines between words. */

const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** One line: line breaks, tabs and other controls become single spaces. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** Widths of letters of Calibri, which most office fonts come near, in characters of half the font's size: about the average of them all. */
const letters: readonly (readonly [string, number])[] = [
  [' ', 0.45],
  ["iljI.,:;'|!`", 0.5],
  ['ftr()[]{}-"/\\', 0.7],
  ['sczJ*?^', 0.88],
  ['ACDGHKNORUVXYw&', 1.24],
  ['mMWQ@%…—', 1.7],
];
const letterWidths = new Map(letters.flatMap(([of, width]) => [...of].map((letter) => [letter, width] as const)));
const widthOf = (grapheme: string): number => letterWidths.get(grapheme) ?? (wide.test(grapheme) ? 2 : 1.05);
const ellipsis = '…';

/** The text on one line of at most `characters` average characters; what does not fit gives way to an ellipsis. */
export function fit(text: string, characters: number): string {
  // A cell may hold 32,767 characters: only what can be shown is measured.
  const line = oneLine(text.slice(0, characters * 4 + 200));
  let width = 0;
  let kept = '';
  let room = '';
  for (const { segment } of graphemes.segment(line)) {
    width += widthOf(segment);
    if (width > characters) return `${room.trimEnd()}${ellipsis}`;
    kept += segment;
    if (width <= characters - widthOf(ellipsis)) room = kept;
  }
  return kept;
}

/** A figure stays with its unit: "2 M". */
const betweenWords = / (?![KMB%](?:[^\p{L}\p{N}]|$))/u;

/** The text as lines of at most `characters` average characters, broken between words; a longer word is cut. */
export function lines(text: string, characters: number): readonly string[] {
  const result: string[] = [];
  let line = '';
  let width = 0;
  for (const word of oneLine(text.slice(0, 4000)).split(betweenWords)) {
    const shown = fit(word, characters);
    const size = [...graphemes.segment(shown)].reduce((sum, { segment }) => sum + widthOf(segment), 0);
    if (line && width + widthOf(' ') + size > characters) {
      result.push(line);
      line = shown;
      width = size;
    } else {
      line = line ? `${line} ${shown}` : shown;
      width += (width ? widthOf(' ') : 0) + size;
    }
  }
  if (line) result.push(line);
  return result;
}
