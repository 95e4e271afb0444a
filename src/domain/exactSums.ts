/** Running sums that do not depend on the order of their terms: each sum is kept as whole numbers of four fixed sizes. */

const size = 2 ** 32;

/**
 * Whole amounts, and fractions down to 2^-64, are summed exactly, for up to two million terms of up to 2^64.
 * Sums in doubles would differ in the last digit when rows are sorted, and rationals would be too slow for 20,000 rows.
 */
export class ExactSums {
  private readonly large: Float64Array;
  private readonly whole: Float64Array;
  private readonly small: Float64Array;
  private readonly tiny: Float64Array;

  constructor(count: number) {
    this.large = new Float64Array(count);
    this.whole = new Float64Array(count);
    this.small = new Float64Array(count);
    this.tiny = new Float64Array(count);
  }

  add(position: number, term: number): void {
    const large = Math.floor(term / size);
    const rest = term - large * size;
    const whole = Math.floor(rest);
    this.large[position]! += large;
    this.whole[position]! += whole;
    if (rest === whole) return;
    const fraction = (rest - whole) * size;
    const small = Math.floor(fraction);
    this.small[position]! += small;
    this.tiny[position]! += Math.floor((fraction - small) * size);
  }

  /** The double nearest to the sum. */
  total(position: number): number {
    const fraction = (this.small[position]! + this.tiny[position]! / size) / size;
    return this.large[position]! * size + this.whole[position]! + fraction;
  }
}
