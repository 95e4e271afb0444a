/** Calendar and fiscal quarters: ruling 65. */
import { calendarDay, serialOf } from './calendar';
import type { SerialDate } from './measure';
import type { Policy } from './policy';

export interface Quarter {
  /** The year that its fiscal year is named for. */
  readonly year: number;
  readonly number: 1 | 2 | 3 | 4;
  /** "2026 Q3". */
  readonly name: string;
  readonly firstDay: SerialDate;
  readonly lastDay: SerialDate;
}

export interface FiscalYear {
  readonly firstDay: SerialDate;
  readonly lastDay: SerialDate;
}

/** The fiscal year that holds a day. */
export function fiscalYearOf(day: SerialDate, policy: Policy): FiscalYear {
  const start = policy.fiscalYearStartMonth;
  const { year, month } = calendarDay(day);
  const startYear = month >= start ? year : year - 1;
  return { firstDay: serialOf(startYear, start, 1), lastDay: serialOf(startYear + 1, start, 0) };
}

/** The quarter that holds a day. */
export function quarterOf(day: SerialDate, policy: Policy): Quarter {
  const { year, month } = calendarDay(day);
  const monthOfYear = (month - policy.fiscalYearStartMonth + 12) % 12;
  const monthOfQuarter = monthOfYear % 3;
  const number = ((monthOfYear - monthOfQuarter) / 3 + 1) as Quarter['number'];
  const { firstDay, lastDay } = fiscalYearOf(day, policy);
  const fiscalYear = calendarDay(policy.fiscalYearNamedFor === 'end' ? lastDay : firstDay).year;
  return {
    year: fiscalYear,
    number,
    name: `${fiscalYear} Q${number}`,
    firstDay: serialOf(year, month - monthOfQuarter, 1),
    lastDay: serialOf(year, month - monthOfQuarter + 3, 0),
  };
}

/** The quarter after the one that holds a day. */
export function nextQuarter(day: SerialDate, policy: Policy): Quarter {
  return quarterOf((quarterOf(day, policy).lastDay + 1) as SerialDate, policy);
}

/** The name of the quarter that a review is about: early in a quarter it still looks back on the one before. */
export function reviewQuarter(asOf: SerialDate, policy: Policy): string {
  const quarter = quarterOf(asOf, policy);
  const isEarly = asOf - quarter.firstDay < policy.reviewGraceDays;
  return (isEarly ? quarterOf((quarter.firstDay - 1) as SerialDate, policy) : quarter).name;
}
