/** What somebody chooses of a review: its edition, the sections it has, and the name under it. */
import type { Audience } from '../domain/narrowedPortfolio';
import type { HistoryOutcome } from './historyRows';

export const sectionIds = [
  'changes', 'decided', 'scorecard', 'charts', 'dimensions', 'initiatives', 'sponsorGaps', 'gateBreaches', 'corrections', 'sponsorEffect', 'exits', 'decisions', 'reviews', 'dataNotes',
] as const;
export type SectionId = (typeof sectionIds)[number];

/** Whom a partner's review is for. */
export interface Readers {
  readonly audience: Audience;
  /** Of a shared one: our people are called by what they do. */
  readonly withoutNames?: boolean;
}

/** A review that is one sheet. */
export type SheetEdition =
  | { readonly kind: 'portfolio' }
  /** `key` is the partner's join key. */
  | ({ readonly kind: 'partner'; readonly key: string } & Readers);

export type Edition =
  | SheetEdition
  /** A sheet for each partner that has not ended. */
  | ({ readonly kind: 'partners' } & Readers);

/** Whether an edition leaves out who prepared it as well. */
export function namesNobody(edition: Edition): boolean {
  return edition.kind !== 'portfolio' && edition.audience === 'shared' && edition.withoutNames === true;
}

/** More sheets than anybody turns over. */
export const mostSheets = 100;

export interface QbrOptions {
  /** `null` where nobody is named. */
  readonly preparedBy: string | null;
  /** Those that the edition does not have are no matter. */
  readonly sections: ReadonlySet<SectionId>;
  readonly edition: Edition;
  /** What a review of the whole portfolio does to History; where it keeps what an earlier day wrote, the sheet says what differs. */
  readonly history?: HistoryOutcome | null;
}

export const allSections: ReadonlySet<SectionId> = new Set(sectionIds);
