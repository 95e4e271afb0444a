/**
 * What was last chosen of a review in a workbook, as the small text that travels with it. Sections are kept by what is left out, so that one
 * of a later version is there until somebody leaves it out.
 */
import { type SectionId, sectionIds } from './qbrOptions';

export interface RememberedQbr {
  /** `null`: nobody was named, so that the workbook's own author stands. */
  readonly preparedBy: string | null;
  readonly leftOut: ReadonlySet<SectionId>;
  /** Whether what is shared leaves out the names of our people. */
  readonly withoutNames: boolean;
}

const version = 1;
const longestName = 200;
const nothing: RememberedQbr = { preparedBy: null, leftOut: new Set(), withoutNames: false };

type Stored = Readonly<Record<string, unknown>>;

function parsed(text: string | null): Stored | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Stored) : null;
  } catch {
    return null;
  }
}

/** What cannot be read counts as never chosen. */
export function readRememberedQbr(text: string | null): RememberedQbr {
  const stored = parsed(text);
  if (stored === null) return nothing;
  const { preparedBy, leftOut, withoutNames } = stored;
  const named = typeof preparedBy === 'string' ? preparedBy.trim().slice(0, longestName) : '';
  return {
    preparedBy: named === '' ? null : named,
    leftOut: new Set(Array.isArray(leftOut) ? sectionIds.filter((id) => leftOut.includes(id)) : []),
    withoutNames: withoutNames === true,
  };
}

/** The new text; what a later version stored beside it stays. `null` where nothing was ever chosen, nor is now. */
export function writeRememberedQbr(before: string | null, { preparedBy, leftOut, withoutNames }: RememberedQbr): string | null {
  const stored = parsed(before);
  if (stored === null && preparedBy === null && leftOut.size === 0 && !withoutNames) return null;
  return JSON.stringify({ version, ...stored, preparedBy, leftOut: sectionIds.filter((id) => leftOut.has(id)), withoutNames: withoutNames || undefined });
}
