/** A block of cells as it was read from a workbook: where tables are looked for. */

/** As office.js hands them over: '' (or null) is an empty cell, an Excel error is its text ("#N/A"). */
export type SourceValue = string | number | boolean | null;

export interface Source {
  readonly sheet: string;
  /** Position of the sheet among the tabs. */
  readonly sheetPosition: number;
  readonly hidden: boolean;
  /** The Excel table's name; `null` for the used cells of a sheet. */
  readonly table: string | null;
  /** Only for an Excel table: whether its first row is a header, its last one its totals. */
  readonly hasHeaders: boolean;
  readonly hasTotals: boolean;
  /** 0-based place of values[0][0]. */
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly SourceValue[])[];
  /** Number formats; `null` (or a column that is `null`) where they were not read: cells are judged on values alone. */
  readonly formats: readonly (readonly (string | null)[])[] | null;
}
