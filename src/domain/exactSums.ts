/** Running sums that do not depend on the order of their terms: each sum is kept as whole numbers of four fixed sizes. */

const size = 2 ** 32;

/** Places of one sum, side by side in memory: multiples of 2^32, of 1, of 2^-32 and of 2^-64. */
const places = 4;

/**
 * Whole amounts, and fractions down to 2^-64, are summed exactly, for up to two million terms of up to 2^64.
 * Sums in doubles would differ in the last digit when rows are sorted, and rationals would be too slow for 20,000 rows.
 */
export class ExactSums {
  private readonly limbs: Float64Array;

  constructor(count: number) {
    this.limbs = new Float64Array(count * places);
  }

  add(position: number, term: number): void {
    const { limbs } = this;
    const at = position * places;
    const large = Math.floor(term / size);
    const rest = term - large * size;
    const whole = Math.floor(rest);
    if (large !== 0) limbs[at] = (limbs[at] ?? 0) + large;
    limbs[at + 1] = (limbs[at + 1] ?? 0) + whole;
    if (rest === whole) return;
    const fraction = (rest - whole) * size;
    const small = Math.floor(fraction);
    limbs[at + 2] = (limbs[at + 2] ?? 0) + small;
    limbs[at + 3] = (limbs[at + 3] ?? 0) + Math.floor((fraction - small) * size);
  }

  /** The double nearest to the sum. */
  total(position: number): number {
    const { limbs } = this;
    const at = position * places;
    const fraction = ((limbs[at + 2] ?? 0) + (limbs[at + 3] ?? 0) / size) / size;
    return (limbs[at] ?? 0) * size + (limbs[at + 1] ?? 0) + fraction;
  }
}
