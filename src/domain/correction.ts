/** One course correction: a row of the Course corrections table. Section 6 of the method, ruling 68. */
import type { SerialDate } from './measure';
import type { Dimension } from './portfolio';
import type { FoundTable } from './portfolioRows';
import type { Issue } from './issue';

export const correctionFields = ['date', 'partner', 'initiative', 'correction', 'reason', 'measure', 'owner', 'reviewOn', 'status'] as const;
export type CorrectionField = (typeof correctionFields)[number];

/** What a correction is measured by. */
export type Measure = 'health' | Dimension;

export interface Correction {
  /** 0-based row of the sheet. */
  readonly row: number;
  readonly date: SerialDate;
  /** Position of its partner in the partners' rows; `null`: the whole portfolio. */
  readonly partner: number | null;
  readonly initiative: string | null;
  readonly correction: string;
  readonly reason: string | null;
  readonly measure: Measure;
  readonly owner: string | null;
  /** The checkpoint that was agreed; `null` where none was. */
  readonly reviewOn: SerialDate | null;
  readonly status: string | null;
}

export interface CorrectionRows {
  readonly table: FoundTable<Correction, CorrectionField>;
  /** Of this table alone: the pooled list is about Partners and Initiatives (ruling 64). */
  readonly issues: readonly Issue[];
}
