/** Amounts of money as whole hundredths, rounded once, half away from zero, on their decimal digits (ruling 2). */
import type { Minor } from '../domain/measure';

/** Up to here a double tells any two numbers of hundredths apart by their shortest decimals. */
const exactHundredths = 1e15;

/**
 * The hundredths of a decimal numeral ("1.005", "-1.2e6") times 10^exponent. `null` where there is no such finite number.
 * Above 2^53 hundredths (90 million million) a double cannot hold every cent any more: the nearest number that it can hold is kept,
 * right to its 16th digit; nothing wraps around or is cut off.
 */
export function minorFromNumeral(numeral: string, exponent: number): Minor | null {
  const negative = numeral.startsWith('-');
  const [mantissa = '', power = '0'] = (negative ? numeral.slice(1) : numeral).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(power) + exponent + 2;
  let minor = 0;
  if (point >= digits.length) minor = Number(`${digits}e${point - digits.length}`);
  else if (point >= 0) minor = Number(digits.slice(0, point)) + ((digits[point] ?? '0') >= '5' ? 1 : 0);
  if (!Number.isFinite(minor)) return null;
  return (negative && minor !== 0 ? -minor : minor) as Minor;
}

/** The hundredths of a cell's number: of the shortest decimal that means this double. */
export function minorFromNumber(value: number, exponent: number): Minor | null {
  if (exponent === 0) {
    const hundredths = Math.round(value * 100);
    // Where the quotient gives the very double back, its decimal has at most two places and there is nothing to round.
    if (Math.abs(hundredths) < exactHundredths && hundredths / 100 === value) return (hundredths + 0) as Minor;
  }
  return minorFromNumeral(String(value), exponent);
}

/** A positive decimal as a fraction: 1.0812 is 10812 over 10000. */
export interface DecimalFraction {
  readonly digits: bigint;
  readonly unit: bigint;
}

/** The fraction of a decimal numeral without a sign ("1.0812", "6.5e-7"). */
export function fractionOf(numeral: string): DecimalFraction {
  const [mantissa = '', power = '0'] = numeral.split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const places = fraction.length - Number(power);
  const digits = BigInt(whole + fraction);
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), unit: 1n } : { digits, unit: 10n ** BigInt(places) };
}

/** Hundredths times a rate, on all digits of both and rounded once, half away from zero (ruling 22). `null` where there is no such finite number. */
export function minorTimes(minor: Minor, { digits, unit }: DecimalFraction): Minor | null {
  const product = BigInt(minor) * digits;
  // Division cuts off towards zero, so half a unit is added away from it.
  const rounded = Number((2n * product + (minor < 0 ? -unit : unit)) / (2n * unit));
  return Number.isFinite(rounded) ? (rounded as Minor) : null;
}

/** A number times a power of ten, on its shortest decimal: 0.57 times 100 is 57. */
export function timesPowerOfTen(value: number, exponent: number): number {
  const [mantissa = '', power = '0'] = String(value).split('e');
  return Number(`${mantissa}e${Number(power) + exponent}`);
}
