/** Money as it is said aloud: 1.2 M, 320 K. */
import { fixed } from './rounding';

const minorPerUnit = 100;
const scales = [
  { units: 1e9, mark: ' B' },
  { units: 1e6, mark: ' M' },
  { units: 1e3, mark: ' K' },
  { units: 1, mark: '' },
] as const;

const oneDecimalBelow = 99.95;

/** One decimal below a hundred, none above, and no decimal that is zero. */
function shortNumber(value: number): string {
  const digits = value < oneDecimalBelow ? 1 : 0;
  return fixed(value, digits).replace('.0', '');
}

/** A figure that would round up to a thousand of its scale is said in the next one: 999,950 is 1 M. */
function scaleOf(amount: number): (typeof scales)[number] {
  return scales.find(({ units }) => amount >= units * 0.9995) ?? scales[3];
}

/** An amount in minor units, short, without its currency: "320 K", "−1.2 M", "less than 1", "more than −1". */
export function moneyText(minor: number): string {
  const sign = minor < 0 ? '−' : '';
  const amount = Math.abs(minor) / minorPerUnit;
  if (amount > 0 && amount < 1) return minor < 0 ? 'more than −1' : 'less than 1';
  const scale = scaleOf(amount);
  return `${sign}${shortNumber(amount / scale.units)}${scale.mark}`;
}

/** A positive amount that is to be reached, rounded up: who reaches what is said must have reached it. "2.6 M" for 2.55 M. */
export function moneyGoal(minor: number): string {
  const amount = Math.max(minor / minorPerUnit, 1);
  const { units } = scaleOf(amount);
  const step = amount < oneDecimalBelow * units ? units / 10 : units;
  // Division in doubles may leave a hair above a whole number of steps.
  return moneyText(Math.ceil(amount / step - 1e-9) * step * minorPerUnit);
}
