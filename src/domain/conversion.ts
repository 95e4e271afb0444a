/** The rates at which amounts of other currencies were converted: ruling 22. */
import type { CellRef } from './cell';
import type { SerialDate } from './measure';

export const rateFields = ['currency', 'rate', 'asOf'] as const;
export type RateField = (typeof rateFields)[number];

/** A rate that at least one cell was converted at. */
export interface RateUsed {
  /** ISO code. */
  readonly currency: string;
  /** Units of the reporting currency for one unit of this one. */
  readonly rate: number;
  /** The day of the rate; `null` where the table does not say. */
  readonly asOf: SerialDate | null;
  readonly cell: CellRef;
}
