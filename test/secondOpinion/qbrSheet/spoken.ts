/** How figures are said in sentences, worked out from exact fractions: half away from zero, no decimal that is zero. */
import { one, Rational, zero } from '../rational';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export function dateOf(serial: number): { year: number; month: number; day: number; weekday: number } {
  const at = new Date(Math.round((serial - 25_569) * 86_400_000));
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), weekday: at.getUTCDay() };
}

/** "30 September 2026". */
export function day(serial: number): string {
  const { year, month, day: number } = dateOf(serial);
  return `${number} ${months[month - 1]} ${year}`;
}

/** "30 Sep 2026". */
export function shortDay(serial: number): string {
  const { year, month, day: number } = dateOf(serial);
  return `${number} ${months[month - 1]?.slice(0, 3)} ${year}`;
}

export const absolute = (value: Rational): Rational => (value.compare(zero) < 0 ? zero.minus(value) : value);

/** So many decimals, always. */
export function fixed(value: Rational, decimals: number): string {
  const magnitude = absolute(value).round(decimals);
  const digits = String((magnitude.n * 10n ** BigInt(decimals)) / magnitude.d).padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return value.compare(zero) < 0 ? `-${text}` : text;
}

/** At most one decimal, and none that is zero. */
export const tenth = (value: Rational | number): string => fixed(typeof value === 'number' ? Rational.fromDouble(value) : value, 1).replace('.0', '');

export const wholePercent = (share: Rational | number): string => fixed((typeof share === 'number' ? Rational.fromDouble(share) : share).times(Rational.of(100)), 0);

/** 1,234. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

const hundred = Rational.of(100);
const thousand = Rational.of(1000);

/** "1.9 M", "320 K", "−1.2 M", "less than 1": in the largest unit of which there is at least one, one decimal below a hundred. */
export function money(amount: Rational): string {
  const negative = amount.compare(zero) < 0;
  let value = absolute(amount);
  if (value.positive && value.compare(one) < 0) return negative ? 'more than −1' : 'less than 1';
  const units = ['', ' K', ' M', ' B'];
  let unit = 0;
  const said = (): Rational => (value.round(1).compare(hundred) < 0 ? value.round(1) : value.round(0));
  while (unit < units.length - 1 && (value.compare(thousand) >= 0 || said().compare(thousand) >= 0)) {
    value = value.over(thousand);
    unit += 1;
  }
  return `${negative ? '−' : ''}${tenth(said())}${units[unit]}`;
}

export const moneyIn = (amount: Rational, currency: string | null): string => (currency === null ? money(amount) : `${currency} ${money(amount)}`);

/** The day itself, or the Monday after it. */
export function workday(serial: number): number {
  const { weekday } = dateOf(serial);
  return weekday === 6 ? serial + 2 : weekday === 0 ? serial + 1 : serial;
}

/** The day on which this runs. */
export function todayOf(now = new Date()): number {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000 + 25_569;
}
