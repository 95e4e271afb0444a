/** Exact fractions: the second opinion never rounds before the end. */
export class Rational {
  private constructor(readonly n: bigint, readonly d: bigint) {}

  static of(n: bigint | number, d: bigint | number = 1n): Rational {
    const [top, bottom] = [BigInt(n), BigInt(d)];
    const sign = bottom < 0n ? -1n : 1n;
    const common = gcd(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom) || 1n;
    return new Rational((sign * top) / common, (sign * bottom) / common);
  }

  /** The shortest decimal that the double prints as. */
  static fromDouble(value: number): Rational {
    const [mantissa = '0', exponent = '0'] = String(value).split('e');
    return Rational.fromDecimal(mantissa).times(Number(exponent) >= 0 ? Rational.of(10n ** BigInt(exponent)) : Rational.of(1n, 10n ** BigInt(-exponent)));
  }

  static fromDecimal(text: string): Rational {
    const [whole = '0', part = ''] = text.split('.');
    return Rational.of(BigInt(whole + part), 10n ** BigInt(part.length));
  }

  plus(o: Rational): Rational { return Rational.of(this.n * o.d + o.n * this.d, this.d * o.d); }
  minus(o: Rational): Rational { return Rational.of(this.n * o.d - o.n * this.d, this.d * o.d); }
  times(o: Rational): Rational { return Rational.of(this.n * o.n, this.d * o.d); }
  over(o: Rational): Rational { return Rational.of(this.n * o.d, this.d * o.n); }
  compare(o: Rational): number { const left = this.n * o.d; const right = o.n * this.d; return left < right ? -1 : left > right ? 1 : 0; }
  get positive(): boolean { return this.n > 0n; }
  clamp(low: Rational, high: Rational): Rational { return this.compare(low) < 0 ? low : this.compare(high) > 0 ? high : this; }

  /** Half away from zero. */
  round(decimals: number): Rational {
    const scale = 10n ** BigInt(decimals);
    const magnitude = this.n < 0n ? -this.n : this.n;
    const rounded = (2n * magnitude * scale + this.d) / (2n * this.d);
    return Rational.of(this.n < 0n ? -rounded : rounded, scale);
  }
  toNumber(decimals = 6): number {
    const { n, d } = this.round(decimals);
    const scaled = (n * 10n ** BigInt(decimals)) / d;
    const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0');
    return Number(`${scaled < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`);
  }
}

function gcd(a: bigint, b: bigint): bigint {
  while (b) [a, b] = [b, a % b];
  return a;
}

export const zero = Rational.of(0);
export const one = Rational.of(1);
export const max = (a: Rational, b: Rational): Rational => (a.compare(b) >= 0 ? a : b);
export const min = (a: Rational, b: Rational): Rational => (a.compare(b) <= 0 ? a : b);
export const sum = (values: readonly Rational[]): Rational => values.reduce((a, b) => a.plus(b), zero);
