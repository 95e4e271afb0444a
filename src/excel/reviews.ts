/** What is asked of the workbook before a review is written: how it was last chosen, the portfolio on another day, the reviews there are. */
import type { SerialDate } from '../domain/measure';
import type { Portfolio } from '../domain/portfolio';
import { type RememberedQbr, readRememberedQbr } from '../report/rememberedQbr';
import { todayOf } from './asOf';
import { type Clock, systemClock } from './clock';
import { type LiveWorkbook, livePortfolio, portfolioOn } from './livePortfolio';
import { inExcel } from './officeSync';
import { type QbrSheet, qbrSheetsOf } from './qbrSheets';
import type { WorkbookReading } from './readWorkbook';

/** `preparedBy`: whoever was named last, else the workbook's author. */
export type LastChosen = RememberedQbr;

/** The reviews there are, and whether another sheet can be added. */
export interface Shelf {
  readonly sheets: readonly QbrSheet[];
  readonly structureProtected: boolean;
}

export interface Reviews {
  lastChosen(): LastChosen;
  /** The cells as they were last read, judged on this day; `null` before the first reading. */
  judgedOn(day: SerialDate): Portfolio | null;
  /** The last day that a review may be of: today, or the workbook's own day where that is later. */
  latestDay(): SerialDate;
  /** One request; a fault is thrown. */
  shelf(): Promise<Shelf>;
}

/** Who prepares the reviews of a workbook: whoever was named last, else its author. */
export function preparerOf({ structure: { qbrText, author } }: WorkbookReading): string | null {
  return readRememberedQbr(qbrText).preparedBy ?? (author.trim() || null);
}

export function reviewsOf(live: LiveWorkbook = livePortfolio, clock: Clock = systemClock): Reviews {
  return {
    lastChosen: () => {
      const reading = live.lastReading();
      return { ...readRememberedQbr(reading?.structure.qbrText ?? null), preparedBy: reading && preparerOf(reading) };
    },
    judgedOn: (day) => {
      const reading = live.lastReading();
      return reading && portfolioOn(reading, day);
    },
    latestDay: () => Math.max(todayOf(clock), live.lastReading()?.asOf ?? 0) as SerialDate,
    shelf: () => inExcel(async ({ context: { workbook: { worksheets, protection } }, sync }) => {
      worksheets.load('items/name,items/visibility');
      protection.load('protected');
      await sync();
      return { sheets: qbrSheetsOf(worksheets.items), structureProtected: protection.protected };
    }),
  };
}
