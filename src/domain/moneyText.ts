/** Money as it is said aloud: 1.2 M, 320 K. */

const minorPerUnit = 100;
const scales = [
  { units: 1e9, mark: ' B' },
  { units: 1e6, mark: ' M' },
  { units: 1e3, mark: ' K' },
  { units: 1, mark: '' },
] as const;

/** One decimal below a hundred, none above, and no decimal that is zero. */
function shortNumber(value: number): string {
  const digits = value < 99.95 ? 1 : 0;
  return value.toFixed(digits).replace('.0', '');
}

/** An amount in minor units, short, without its currency: "320 K", "−1.2 M", "less than 1", "more than −1". */
export function moneyText(minor: number): string {
  const sign = minor < 0 ? '−' : '';
  const amount = Math.abs(minor) / minorPerUnit;
  if (amount > 0 && amount < 1) return minor < 0 ? 'more than −1' : 'less than 1';
  // A figure that would round up to a thousand of its scale is said in the next one: 999,950 is 1 M.
  const scale = scales.find(({ units }) => amount >= units * 0.9995) ?? scales[3];
  return `${sign}${shortNumber(amount / scale.units)}${scale.mark}`;
}
