/** Days that stand in a cell as a serial number or as text (ruling 25). */
import { calendarDay, serialOf } from '../domain/calendar';
import type { SerialDate } from '../domain/measure';
import { narrow } from './textForms';

const firstDay = serialOf(1990, 1, 1);
const lastDay = serialOf(2099, 12, 31);
/** Days from 1 January 1900 to 1 January 1904, as the two date systems count them. */
const offset1904 = 1462;
/** No date is written longer; longer texts are prose. */
const longest = 48;

const monthNames = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const months: ReadonlyMap<string, number> = new Map([
  ...monthNames.map((name, index) => [name, index + 1] as const),
  ...monthNames.map((name, index) => [name.slice(0, 3), index + 1] as const),
  ['sept', 9],
]);

const yearMonthDay = /^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})(?:[T ]\d{1,2}:\d{2}[\d:.]*(?: ?[ap]m)?(?:Z| ?[+-]\d{2}:?\d{2})?)?$/i;
const compact = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/;
const bareSerial = /^\d{5}$/;
const dayMonthNameYear = /^(?<day>\d{1,2})(?:st|nd|rd|th)?[-/. ]{1,2}(?<month>[a-z]{3,9})[-/., ]{1,3}(?<year>\d{4}|\d{2})$/i;
const monthNameDayYear = /^(?<month>[a-z]{3,9})[-/. ]{1,2}(?<day>\d{1,2})(?:st|nd|rd|th)?[-/., ]{1,3}(?<year>\d{4})$/i;
const twoNumbersYear = /^(?<first>\d{1,2})([-/.])(?<second>\d{1,2})\2(?<year>\d{4}|\d{2})$/;

/** A whole serial of the workbook's own date system; `null` outside 1990 to 2099. */
export function dayOfSerial(serial: number, date1904: boolean): SerialDate | null {
  const day = Math.floor(serial) + (date1904 ? offset1904 : 0);
  return day >= firstDay && day <= lastDay ? (day as SerialDate) : null;
}

/** The day as the workbook's own date system counts it. */
export function serialIn(date1904: boolean, day: SerialDate): number {
  return date1904 ? day - offset1904 : day;
}

/** Which of two numbers of a date is the day, where both could be. */
export type DateOrder = 'dayFirst' | 'monthFirst';

/** How a workbook counts its days, and which number of a date comes first where somebody has said so. */
export interface DateReading {
  readonly date1904: boolean;
  readonly order: DateOrder | null;
}

/** As they are written: the year with four digits or two, the month as a number or a name. */
type DateParts = Readonly<Record<'year' | 'month' | 'day', string>>;
type NumberedDate = Readonly<Record<'first' | 'second' | 'year', string>>;

/** `null` where the calendar has no such day, or it lies outside 1990 to 2099. */
function dayOfParts(parts: DateParts): SerialDate | null {
  const year = Number(parts.year) + (parts.year.length === 2 ? 2000 : 0);
  const month = months.get(parts.month.toLowerCase()) ?? Number(parts.month);
  const day = Number(parts.day);
  const serial = serialOf(year, month, day);
  const found = calendarDay(serial);
  return found.year === year && found.month === month && found.day === day ? dayOfSerial(serial, false) : null;
}

/** The day that a text means; `null` where it means none. `order`: which comes first in this workbook, where somebody has said so. */
export function dayOfText(text: string, date1904: boolean, order: DateOrder | null = null): SerialDate | 'ambiguous-date' | null {
  if (text.length > longest) return null;
  const plain = narrow(text);
  if (bareSerial.test(plain)) return dayOfSerial(Number(plain), date1904);

  const named = (yearMonthDay.exec(plain) ?? compact.exec(plain) ?? dayMonthNameYear.exec(plain) ?? monthNameDayYear.exec(plain))?.groups;
  if (named !== undefined) return dayOfParts(named as DateParts);

  const numbered = twoNumbersYear.exec(plain)?.groups;
  if (numbered === undefined) return null;
  const { dayFirst, monthFirst } = bothReadings(numbered as NumberedDate);
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return dayFirst ?? monthFirst;
  return order === null ? 'ambiguous-date' : order === 'dayFirst' ? dayFirst : monthFirst;
}

const bothReadings = ({ first, second, year }: NumberedDate): Readonly<Record<DateOrder, SerialDate | null>> =>
  ({ dayFirst: dayOfParts({ year, month: second, day: first }), monthFirst: dayOfParts({ year, month: first, day: second }) });

/** Both days that a text may mean; `null` where it means one or none. */
export function ambiguousDays(text: string): Readonly<Record<DateOrder, SerialDate>> | null {
  const numbered = text.length > longest ? undefined : twoNumbersYear.exec(narrow(text))?.groups;
  if (numbered === undefined) return null;
  const { dayFirst, monthFirst } = bothReadings(numbered as NumberedDate);
  return dayFirst === null || monthFirst === null || dayFirst === monthFirst ? null : { dayFirst, monthFirst };
}
