/**
 * Column widths between characters, as files count them, and points. A character is as wide as the widest digit of the normal font,
 * 7 pixels for Calibri 11 and its like; a file's width has 5 pixels of padding in it (ECMA-376 part 1, 18.3.1.13).
 */

const DIGIT_PIXELS = 7;
const PADDING_PIXELS = 5;
const POINTS_PER_PIXEL = 0.75;

export function widthToPoints(characters: number): number {
  const pixels = Math.trunc(((256 * characters + Math.trunc(128 / DIGIT_PIXELS)) / 256) * DIGIT_PIXELS);
  return pixels * POINTS_PER_PIXEL;
}

export function pointsToWidth(points: number): number {
  const pixels = Math.round(points / POINTS_PER_PIXEL);
  return Math.trunc((pixels / DIGIT_PIXELS) * 256) / 256;
}

/** Where a sheet only says how many characters fit: padded and rounded up to eight pixels, as Excel does. */
export function defaultWidthInPoints(baseCharacters: number): number {
  return Math.ceil((baseCharacters * DIGIT_PIXELS + PADDING_PIXELS) / 8) * 8 * POINTS_PER_PIXEL;
}

/** Screens count whole pixels: sizes in points that fall on the same one are the same. */
export const sameSize = (a: number | undefined, b: number | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && Math.abs(a - b) < POINTS_PER_PIXEL / 2);
