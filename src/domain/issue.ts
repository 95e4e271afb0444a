/** Something wrong with a cell, said so that a person can mend it. The codes are public: they stand in the JSON. */
import type { CellRef } from './cell';

export type IssueCode =
  | 'missing-table' | 'missing-column' | 'extra-table' | 'hidden-table' | 'duplicate-column'
  | 'missing-partner' | 'duplicate-partner' | 'missing-initiative' | 'unknown-partner'
  | 'missing-stage' | 'unknown-stage' | 'unknown-status' | 'unknown-outcome'
  | 'unreadable-number' | 'ambiguous-number' | 'negative-number' | 'out-of-range' | 'mixed-currency' | 'mixed-percent'
  | 'unreadable-date' | 'ambiguous-date' | 'error-value'
  /** Of the course corrections alone. */
  | 'missing-date' | 'missing-correction';

export interface Issue {
  readonly code: IssueCode;
  /** `null` only for a missing table. */
  readonly cell: CellRef | null;
  /** One sentence that says what is wrong and what would mend it. */
  readonly message: string;
}
