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
    const at = position * places;
    const large = Math.floor(term / size);
    const rest = term - large * size;
    const whole = Math.floor(rest);
    this.raise(at, large);
    this.raise(at + 1, whole);
    if (rest === whole) return;
    const fraction = (rest - whole) * size;
    const small = Math.floor(fraction);
    this.raise(at + 2, small);
    this.raise(at + 3, Math.floor((fraction - small) * size));
  }

  /** The double nearest to the sum. */
  total(position: number): number {
    const at = position * places;
    const fraction = (this.place(at + 2) + this.place(at + 3) / size) / size;
    return this.place(at) * size + this.place(at + 1) + fraction;
  }

  private place(at: number): number {
    return this.limbs[at] ?? 0;
  }

  private raise(at: number, amount: number): void {
    this.limbs[at] = this.place(at) + amount;
  }
}
