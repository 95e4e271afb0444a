/** The text that a misspelt one most likely means. */

// Stryker disable all: signatures only spare comparisons, and change no answer.
/** Letters and digits that occur, one bit each: far apart bits mean far apart texts, without comparing them. */
function signature(text: string): number {
  let bits = 0;
  for (let index = 0; index < text.length; index++) bits |= 1 << (text.charCodeAt(index) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

// Stryker restore all

/** Insertions, deletions and replacements from one text to the other; anything above `limit` where there are more. */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= to.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const value = Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      current.push(value);
      if (value < least) least = value;
    }
    if (least > limit) return limit + 1;
    previous = current;
  }
  return previous[to.length] ?? 0;
}

const longestCompared = 100;

/** Finds the closest of many texts, fast enough to be asked for each of thousands of misspelt ones. */
export class ClosestText {
  private readonly candidates: readonly { readonly text: string; readonly bits: number }[];

  constructor(texts: readonly string[]) {
    this.candidates = texts.filter((text) => text.length <= longestCompared).map((text) => ({ text, bits: signature(text) }));
  }

  /** The first of the closest texts; `null` where none is within `limit` edits (by default a third of the text's length). */
  to(text: string, limit = Math.floor(text.length / 3)): string | null {
    if (text.length > longestCompared) return null;
    const bits = signature(text);
    let closest: string | null = null;
    let allowed = limit;
    for (const candidate of this.candidates) {
      // One edit changes at most two bits.
      if (bitCount(candidate.bits ^ bits) > 2 * allowed) continue;
      const distance = editDistance(text, candidate.text, allowed);
      if (distance > allowed) continue;
      closest = candidate.text;
      allowed = distance - 1;
    }
    return closest;
  }
}
