/** The reviews that a workbook holds, as their names tell. */
import type { SheetPlace } from './workbookStructure';

export interface QbrSheet {
  readonly name: string;
  /** "2026 Q3". */
  readonly quarter: string;
  /** What stands behind the quarter: the partner whose review it is, as far as a sheet's name can hold; `null` for the whole portfolio. */
  readonly partner: string | null;
  readonly hidden: boolean;
}

const reviewName = /^QBR (\d{4} Q[1-4])(?: (?!\(\d+\)$)(.+?))?(?: \(\d+\))?$/i;

/** The newest first: a review is added behind all tabs, and its owner may have put it elsewhere. Very hidden ones are nobody's business. */
export function qbrSheetsOf(sheets: readonly Pick<SheetPlace, 'name' | 'visibility'>[]): readonly QbrSheet[] {
  return sheets.flatMap(({ name, visibility }): QbrSheet[] => {
    const [, quarter, partner] = reviewName.exec(name) ?? [];
    return quarter === undefined || visibility === 'VeryHidden' ? [] : [{ name, quarter: quarter.toUpperCase(), partner: partner ?? null, hidden: visibility === 'Hidden' }];
  }).reverse();
}
