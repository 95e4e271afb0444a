/** Days that stand in a cell as a serial number or as text (ruling 25). */
import { calendarDay, serialOf } from '../domain/calendar';
import type { SerialDate } from '../domain/measure';
import { narrow } from './textForms';

export type DateFault = 'unreadable-date' | 'ambiguous-date';

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

const yearMonthDay = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:\d{2}[\d:.]*(?: ?[ap]m)?(?:Z| ?[+-]\d{2}:?\d{2})?)?$/i;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const bareSerial = /^\d{5}$/;
const dayMonthNameYear = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]{1,2}([a-z]{3,9})[-/., ]{1,3}(\d{4}|\d{2})$/i;
const monthNameDayYear = /^([a-z]{3,9})[-/. ]{1,2}(\d{1,2})(?:st|nd|rd|th)?[-/., ]{1,3}(\d{4})$/i;
const twoNumbersYear = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;

/** A whole serial of the workbook's own date system; `null` outside 1990 to 2099. */
export function dayOfSerial(serial: number, date1904: boolean): SerialDate | null {
  const day = Math.floor(serial) + (date1904 ? offset1904 : 0);
  return day >= firstDay && day <= lastDay ? (day as SerialDate) : null;
}

/** The day as the workbook's own date system counts it. */
export function serialIn(date1904: boolean, day: SerialDate): number {
  return date1904 ? day - offset1904 : day;
}

function dayOf(year: number, month: number, day: number): SerialDate | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const serial = serialOf(year, month, day);
  return serial >= firstDay && serial <= lastDay && calendarDay(serial).day === day ? serial : null;
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

export function dayOfText(text: string, date1904: boolean): SerialDate | DateFault {
  if (text.length > longest) return 'unreadable-date';
  const plain = narrow(text);
  if (bareSerial.test(plain)) return dayOfSerial(Number(plain), date1904) ?? 'unreadable-date';

  const named = dayMonthNameYear.exec(plain);
  const english = monthNameDayYear.exec(plain);
  const [, year, , month, day] = yearMonthDay.exec(plain) ?? [];
  const [, plainYear, plainMonth, plainDay] = compact.exec(plain) ?? [];
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day)) ?? 'unreadable-date';
  if (plainYear !== undefined) return dayOf(Number(plainYear), Number(plainMonth), Number(plainDay)) ?? 'unreadable-date';
  if (named) return dayOf(fullYear(named[3] ?? ''), months.get((named[2] ?? '').toLowerCase()) ?? 0, Number(named[1])) ?? 'unreadable-date';
  if (english) return dayOf(Number(english[3]), months.get((english[1] ?? '').toLowerCase()) ?? 0, Number(english[2])) ?? 'unreadable-date';

  const [, first, , second, lastYear] = twoNumbersYear.exec(plain) ?? [];
  if (first === undefined || lastYear === undefined) return 'unreadable-date';
  const dayFirst = dayOf(fullYear(lastYear), Number(second), Number(first));
  const monthFirst = dayOf(fullYear(lastYear), Number(first), Number(second));
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) return 'ambiguous-date';
  return dayFirst ?? monthFirst ?? 'unreadable-date';
}
