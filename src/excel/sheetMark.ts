/**
 * Sheets that the product wrote carry a hidden name of their own. It says which write made the sheet, and whether it was finished or keeps
 * the product's own tables, so that a reader knows not to take a review for a source, and a half-written sheet can be told from everybody else's.
 */

export const markName = '_AllianceSheet';

/** The name of the list of decisions on a review, so that the next one finds it wherever its rows went. */
export const decisionsName = '_AllianceDecisions';

/** `data`: the sheet of the product's own tables, hidden but not locked away. */
export type Ownership = 'none' | 'building' | 'complete' | 'data';

/** The mark as the formula of its name. */
export function markOf(state: Exclude<Ownership, 'none'>, write: string): string {
  return `="${state} ${write}"`;
}

/** What the formula of a sheet's mark says. */
export function ownershipOf(formula: unknown): Ownership {
  if (typeof formula !== 'string') return 'none';
  if (formula.includes('building')) return 'building';
  return formula.startsWith('="data') ? 'data' : 'complete';
}

export function isMarkOf(formula: unknown, write: string): boolean {
  return (['building', 'complete', 'data'] as const).some((state) => formula === markOf(state, write));
}

/** How the rows of a write name it: long enough to be its own, and with a hyphen, so that nothing takes it for a number. */
export function runOf(write: string): string {
  return write.slice(0, 13);
}

/** The run that a sheet's mark names; '' where it names none. */
export function runOfMark(formula: unknown): string {
  return runOf(/ ([^"]*)"$/.exec(String(formula))?.[1] ?? '');
}

/** A review copied into another workbook loses its mark, not its name. */
export function isReviewName(sheet: string): boolean {
  return /^QBR \d{4} Q[1-4]\b/i.test(sheet);
}

export const dataSheetName = 'Alliance data';

/** A copy of the sheet of own tables loses its mark too. */
export function isDataName(sheet: string): boolean {
  return /^Alliance data(?: \(\d+\))?$/i.test(sheet);
}
