/** How much room text takes, estimated without a screen: widths of the letters of Calibri, which most office fonts come near. */
import type { Style } from '../../host/workbookPort';

type Font = Style['font'];

/** Widths in thousandths of the font size. */
const CLASSES: readonly (readonly [string, number])[] = [
  ["iljI.,:;'|!`", 240],
  ['ftr()[]{}-"/\\ ', 330],
  ['sczJ*?^', 430],
  ['0123456789$+=<>~#_abdeghknopquvxyLEFSTBPZ€£', 515],
  ['ACDGHKNORUVXYw&', 610],
  ['mMWQ@%', 820],
];
const WIDTHS = new Map<string, number>(CLASSES.flatMap(([letters, width]) => [...letters].map((letter): [string, number] => [letter, width])));
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u;
const OTHER = 530;
const BOLD = 1.06;
const PIXELS_PER_POINT = 96 / 72;
const LINE = 1.2;

/** In pixels. */
export function textWidth(text: string, font: Font): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.get(letter) ?? (WIDE.test(letter) ? 1000 : OTHER);
  return (width / 1000) * font.size * PIXELS_PER_POINT * (font.bold ? BOLD : 1);
}

/** In pixels, the space above and below included. */
export const lineHeight = (font: Font): number => Math.round(font.size * PIXELS_PER_POINT * LINE + 2);
