/** Numbers and dates as the workbook's culture writes them. */
import { isoText } from '../domain/calendar';
import type { SerialDate, Share } from '../domain/measure';
import { moneyText } from '../domain/moneyText';
import type { Policy } from '../domain/policy';

const minorPerUnit = 100;
const mostDecimals = 6;

export interface Figures {
  count(value: number): string;
  /** Rounded to `decimals`, or to as many more as leave it in its band: 79.6 is not yet Green, so it is not shown as 80. */
  score(score: number, bands: Policy['bands'], decimals?: number): string;
  /** Points lost, with a minus: "−9". */
  pointsLost(points: number): string;
  share(share: Share): string;
  ratio(value: number): string;
  /** Short, without its currency: "1.2 M". */
  money(minor: number): string;
  /** To the cent, with its currency where one is known. */
  exactMoney(minor: number, currency: string | null): string;
  day(serial: SerialDate): string;
  /** A number as it stands in a cell, with all decimals that it has. */
  plain(value: number): string;
}

/** Cultures that are no language tag (a custom one of the machine) read as English. */
export function knownLocale(locale: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function bandOf(score: number, { green, amber }: Policy['bands']): number {
  return score >= green ? 2 : score >= amber ? 1 : 0;
}

export function figuresFor(culture: string): Figures {
  const locale = knownLocale(culture);
  const number = (digits: number, least = 0): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: digits });
  const whole = number(0);
  const oneDecimal = number(1);
  const cents = number(2, 2);
  const exact = number(15);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const decimalMark = oneDecimal.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';

  return {
    count: (value) => whole.format(value),
    score(score, bands, decimals = 0) {
      let digits = decimals;
      while (digits < mostDecimals && bandOf(Number(score.toFixed(digits)), bands) !== bandOf(score, bands)) digits += 1;
      return number(digits).format(Number(score.toFixed(digits)));
    },
    pointsLost: (points) => (points < 0.05 ? oneDecimal.format(0) : `−${oneDecimal.format(points)}`),
    share: (share) => percent.format(share),
    ratio: (value) => oneDecimal.format(value),
    money: (minor) => moneyText(minor).replace('.', decimalMark),
    exactMoney: (minor, currency) => (currency === null ? '' : `${currency} `) + cents.format(minor / minorPerUnit),
    day: (serial) => date.format(new Date(isoText(serial))),
    plain: (value) => exact.format(value),
  };
}
