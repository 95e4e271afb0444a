/** What somebody chooses of a review on the page: half typed as it may be, it outlives the page and every refresh. */
import { fromIsoText, isoText } from '../../domain/calendar';
import type { SerialDate } from '../../domain/measure';
import type { Audience } from '../../domain/narrowedPortfolio';
import type { LastChosen } from '../../excel/reviews';
import type { QbrRequest } from '../../excel/writeQbr';
import { type Edition, type Readers, type SectionId, sectionIds } from '../../report/qbrOptions';

/** `null` where nothing was touched: then what the workbook says stands. */
export interface Choices {
  readonly kind: Edition['kind'];
  /** Join key of the partner; '' before one is chosen. */
  readonly partner: string;
  readonly audience: Audience;
  readonly withoutNames: boolean | null;
  /** As typed, yyyy-mm-dd. */
  readonly day: string | null;
  readonly preparedBy: string | null;
  readonly leftOut: ReadonlySet<SectionId> | null;
}

export const untouched: Choices = { kind: 'portfolio', partner: '', audience: 'internal', withoutNames: null, day: null, preparedBy: null, leftOut: null };

export interface ChosenDay {
  /** As the field shows it. */
  readonly text: string;
  /** `null` where the text is no day that a review may be of. */
  readonly day: SerialDate | null;
  readonly fault: 'missing' | 'tooLate' | null;
}

export function dayOf({ day }: Choices, ownDay: SerialDate, latest: SerialDate): ChosenDay {
  if (day === null) return { text: isoText(ownDay), day: ownDay, fault: null };
  const serial = fromIsoText(day);
  if (serial === null) return { text: day, day: null, fault: 'missing' };
  return serial > Math.max(latest, ownDay) ? { text: day, day: null, fault: 'tooLate' } : { text: day, day: serial, fault: null };
}

/** `null` while no partner is chosen. */
export function editionOf({ kind, partner, audience, withoutNames }: Pick<Choices, 'kind' | 'partner' | 'audience'> & { readonly withoutNames: boolean }): Edition | null {
  if (kind === 'portfolio') return { kind };
  const readers: Readers = audience === 'shared' ? { audience, withoutNames } : { audience };
  if (kind === 'partners') return { kind, ...readers };
  return partner === '' ? null : { kind, key: partner, ...readers };
}

export function preparerOf({ preparedBy }: Choices, last: LastChosen): string {
  return preparedBy ?? last.preparedBy ?? '';
}

export function leftOutOf({ leftOut }: Choices, last: LastChosen): ReadonlySet<SectionId> {
  return leftOut ?? last.leftOut;
}

/** The workbook's own day is not named, so that it counts as it is when the review is written. */
export function requestOf(choices: Choices, edition: Edition, day: SerialDate, ownDay: SerialDate, last: LastChosen): QbrRequest {
  const leftOut = leftOutOf(choices, last);
  return {
    asOf: day === ownDay ? null : day,
    edition,
    preparedBy: preparerOf(choices, last).trim() || null,
    sections: new Set(sectionIds.filter((id) => !leftOut.has(id))),
  };
}
