/** Results are rounded once, at the end: ruling 1. */
import type { Score, Share } from './measure';

/** Nine times the spacing of doubles: a half that arithmetic in doubles left a hair below still counts as the half it stands for. */
const hair = 1 + 2e-15;

/** Half away from zero, of the decimal number that the double stands for. */
function rounded(value: number, scale: number): number {
  const size = Math.floor(Math.abs(value) * hair * scale + 0.5) / scale;
  return value < 0 ? -size : size;
}

/** Six decimals. */
export const roundToSix = (value: number): number => rounded(value, 1e6);

/** So many decimals as a cell shows them, so that a sentence and a cell never differ on a half. */
export const fixed = (value: number, decimals: 0 | 1 | 2): string => rounded(value, 10 ** decimals).toFixed(decimals);

/** A result from 0 to 100, rounded. */
export function roundScore(value: number): Score {
  return roundToSix(value) as Score;
}

/** A result from 0 to 1, rounded. */
export function roundShare(value: number): Share {
  return roundToSix(value) as Share;
}
