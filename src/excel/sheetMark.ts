/**
 * Sheets that the product wrote carry a hidden name of their own. It says which write made the sheet and whether it was finished,
 * so that a reader knows not to take a review for a source, and a half-written sheet can be told from everybody else's.
 */

export const markName = '_AllianceSheet';

export type Ownership = 'none' | 'building' | 'complete';

/** The mark as the formula of its name. */
export function markOf(state: Exclude<Ownership, 'none'>, write: string): string {
  return `="${state} ${write}"`;
}

/** What the formula of a sheet's mark says. */
export function ownershipOf(formula: unknown): Ownership {
  if (typeof formula !== 'string') return 'none';
  return formula.includes('building') ? 'building' : 'complete';
}

export function isMarkOf(formula: unknown, write: string): boolean {
  return formula === markOf('building', write) || formula === markOf('complete', write);
}

/** A review copied into another workbook loses its mark, not its name. */
export function isReviewName(sheet: string): boolean {
  return /^QBR \d{4} Q[1-4]\b/i.test(sheet);
}
