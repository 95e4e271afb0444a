/** Days of the calendar as serial numbers. Only days from 1990 on occur, so that the 1900 system's false leap day never matters. */
import type { SerialDate } from './measure';

export interface CalendarDay {
  readonly year: number;
  /** 1-12. */
  readonly month: number;
  readonly day: number;
}

const unixEpoch = 25569;
const millisecondsPerDay = 86_400_000;
const monthNames = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] as const;
const firstYear = 1990;
const lastYear = 2099;

/** The serial of a day; days and months out of their range run on into the next or the previous month and year. */
export function serialOf(year: number, month: number, day: number): SerialDate {
  return (Date.UTC(year, month - 1, day) / millisecondsPerDay + unixEpoch) as SerialDate;
}

export function calendarDay(serial: SerialDate): CalendarDay {
  const date = new Date((serial - unixEpoch) * millisecondsPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The same day of the month, months later (earlier where negative), clamped to the end of the month as EDATE does: ruling 3. */
export function addMonths(serial: SerialDate, months: number): SerialDate {
  const { year, month, day } = calendarDay(serial);
  const sameDay = serialOf(year, month + months, day);
  const monthEnd = serialOf(year, month + months + 1, 0);
  return Math.min(sameDay, monthEnd) as SerialDate;
}

/** A day as yyyy-mm-dd. */
export function isoText(serial: SerialDate): string {
  return new Date((serial - unixEpoch) * millisecondsPerDay).toISOString().slice(0, 10);
}

/** A day as a person reads it: 30 September 2026. */
export function dayText(serial: SerialDate): string {
  const { year, month, day } = calendarDay(serial);
  return `${day} ${monthNames[month - 1]} ${year}`;
}

/** The day that a text yyyy-mm-dd means; `null` where it is none, or lies outside 1990 to 2099. */
export function fromIsoText(text: string): SerialDate | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return null;
  const year = Number(parts[1]);
  if (year < firstYear || year > lastYear) return null;
  const serial = serialOf(year, Number(parts[2]), Number(parts[3]));
  return isoText(serial) === text ? serial : null;
}

/** The meaning of a day, worked out once however often it is asked for: calendar arithmetic is slow, and tables repeat their days. */
export function oncePerDay<T>(meaning: (day: SerialDate) => T): (day: SerialDate) => T {
  const known = new Map<SerialDate, T>();
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const now = meaning(day);
    known.set(day, now);
    return now;
  };
}
