/** Results are rounded once, at the end: ruling 1. */
import type { Score, Share } from './measure';

const scale = 1e6;
/** Nine times the spacing of doubles: a half that arithmetic in doubles left a hair below still counts as the half it stands for. */
const hair = 1 + 2e-15;

/** Six decimals, half away from zero, of the decimal number that the double stands for. */
export function roundToSix(value: number): number {
  const rounded = Math.floor(Math.abs(value) * hair * scale + 0.5) / scale;
  return value < 0 ? -rounded : rounded;
}

/** A result from 0 to 100, rounded. */
export function roundScore(value: number): Score {
  return roundToSix(value) as Score;
}

/** A result from 0 to 1, rounded. */
export function roundShare(value: number): Share {
  return roundToSix(value) as Share;
}
