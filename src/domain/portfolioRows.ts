/** What was read from the workbook's tables: the judging starts here. */
import type { Answer } from './assessment';
import type { CellRef } from './cell';
import type { RateUsed } from './conversion';
import type { CorrectionRows } from './correction';
import type { Initiative, InitiativeField } from './initiative';
import type { Issue } from './issue';
import type { Partner, PartnerField } from './partner';
import type { Snapshot } from './snapshot';

/** A table that was found and accepted. */
export interface FoundTable<Row, Field extends string> {
  readonly sheet: string;
  /** The Excel table's name; `null` for a plain range under a header row. */
  readonly table: string | null;
  readonly headerRow: number;
  /** First and last data row, 0-based; `lastRow` < `firstRow` where there are none. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** 0-based sheet column of each field the table has; an absent field is not tracked. */
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  readonly headers: Readonly<Partial<Record<Field, string>>>;
  /** The used rows, in table order. */
  readonly rows: readonly Row[];
}

/** Rows found = used + reported, always. */
export interface RowCount {
  readonly rows: number;
  readonly used: number;
  readonly reported: number;
}

/** Columns that are only judged where somebody has entered something: ruling 48. */
export interface Tracked {
  readonly engagement: boolean;
  readonly surveyDate: boolean;
}

export interface PortfolioRows {
  readonly partners: FoundTable<Partner, PartnerField> | null;
  readonly initiatives: FoundTable<Initiative, InitiativeField> | null;
  /** The optional table of course corrections. */
  readonly corrections: CorrectionRows | null;
  /** The History table, in its order. */
  readonly history: readonly Snapshot[];
  /** The Assessment table, in its order. */
  readonly assessment: readonly Answer[];
  /** ISO code of the currency that money is in; `null` where no cell or header says. */
  readonly currency: string | null;
  /** At which other currencies were converted to it. */
  readonly rates: readonly RateUsed[];
  readonly issues: readonly Issue[];
  readonly counts: { readonly partners: RowCount; readonly initiatives: RowCount };
  /** What the whole workbook tracks, where these rows are a part of it; without it the rows tell. */
  readonly tracked?: Tracked;
}

/** The cell of a field in a table's row; undefined where the table has no such column. */
export function fieldCell<Field extends string>(table: FoundTable<unknown, Field>, row: number, field: Field): CellRef | undefined {
  const column = table.columns[field];
  return column === undefined ? undefined : { sheet: table.sheet, row, column };
}
