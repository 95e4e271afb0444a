/** How far an initiative has come from its start to its due date: rulings 42 and 43. */
import type { Basis } from './basis';
import { addMonths, oncePerDay } from './calendar';
import type { Initiative, InitiativeField } from './initiative';
import type { SerialDate } from './measure';
import { type FiscalYear, fiscalYearOf } from './quarter';

/**
 * The span of one initiative at a time, in whole days. One is reused for a whole table, since judging must not make an object per row.
 * Ramps may be thirds of a day: they are kept times the policy's divisor, so that every comparison is one of whole numbers.
 */
export class Span {
  /** The cell that would make the span known; `null` where it is known. */
  missing: InitiativeField | null = null;
  /** The part of the plan that is due, as a fraction of whole numbers: set by `measure`. */
  numerator = 0;
  denominator = 1;
  private elapsed = 0;
  private length = 0;
  /** Days of the ramp that were over when the span began. */
  private rampBefore = 0;
  private readonly fiscalYearOf: (day: SerialDate) => FiscalYear;
  private readonly endWithoutDue: (launchedOn: SerialDate) => SerialDate;

  constructor(private readonly basis: Basis) {
    this.fiscalYearOf = oncePerDay((day) => fiscalYearOf(day, basis.policy));
    this.endWithoutDue = oncePerDay((launchedOn) => addMonths(launchedOn, basis.policy.monthsWithoutDue));
  }

  /** Reads the dates of an initiative that was launched; false where its span is unknown. */
  read(initiative: Initiative): boolean {
    const day = this.dayThatCounts(initiative);
    if (day === null) this.missing = 'endedOn';
    else if (this.basis.initiativeColumns.launchedOn === undefined) this.missing = this.readFiscalYear(initiative, day);
    else this.missing = this.readDates(initiative, day);
    return this.missing === null;
  }

  /** Whether nothing is expected yet of a standard with a ramp of so many days. */
  isInRamp(rampDays: number): boolean {
    return this.elapsed * this.basis.policy.rampShareDivisor < this.rampLeft(rampDays);
  }

  /** Sets the part of the plan that is due after the ramp, some days ahead of the day that counts; from 0 to 1. */
  measure(rampDays: number, daysAhead: number): void {
    const divisor = this.basis.policy.rampShareDivisor;
    const ramp = this.rampLeft(rampDays);
    const sinceRamp = (this.elapsed + daysAhead) * divisor - ramp;
    const afterRamp = this.length * divisor - ramp;
    if (afterRamp > 0) {
      this.numerator = Math.min(Math.max(sinceRamp, 0), afterRamp);
      this.denominator = afterRamp;
    } else {
      this.numerator = sinceRamp > 0 ? 1 : 0;
      this.denominator = 1;
    }
  }

  private rampLeft(rampDays: number): number {
    const divisor = this.basis.policy.rampShareDivisor;
    return Math.max(0, Math.min(rampDays * divisor, this.length) - this.rampBefore * divisor);
  }

  private dayThatCounts({ stage, endedOn }: Initiative): SerialDate | null {
    const { asOf } = this.basis;
    if (stage !== 'Closed') return asOf;
    if (typeof endedOn !== 'number') return null;
    return Math.min(endedOn, asOf) as SerialDate;
  }

  private readDates({ launchedOn, due }: Initiative, day: SerialDate): InitiativeField | null {
    if (typeof launchedOn !== 'number') return 'launchedOn';
    const end = this.basis.initiativeColumns.due === undefined ? this.endWithoutDue(launchedOn) : due;
    if (typeof end !== 'number' || end <= launchedOn) return 'due';
    this.elapsed = day - launchedOn;
    this.length = end - launchedOn;
    this.rampBefore = 0;
    return null;
  }

  private readFiscalYear({ approvedOn }: Initiative, day: SerialDate): null {
    const { firstDay, lastDay } = this.fiscalYearOf(day);
    const approved = typeof approvedOn === 'number' && approvedOn <= day ? approvedOn : null;
    const start = Math.max(firstDay, approved ?? firstDay);
    this.elapsed = day - start;
    this.length = lastDay - start;
    this.rampBefore = approved === null ? Infinity : start - approved;
    return null;
  }
}
