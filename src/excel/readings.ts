/** How the tables are read: what somebody said about it, the cells that it was said of, and a way to say more. */
import type { Portfolio } from '../domain/portfolio';
import type { ReadingChoices } from '../tables/readingChoices';
import type { FoundTables } from '../tables/findTables';
import { readChoices } from '../tables/storedChoices';
import type { ActionResult } from './actionResult';
import { brought, fileMissing } from './laterScripts';
import { type LiveWorkbook, livePortfolio } from './livePortfolio';
import { tablesIn } from './readWorkbook';
import type * as Store from './readingStore';

const store = (): Promise<typeof Store> => import(/* webpackChunkName: "writing" */ './readingStore');

export interface CellsRead {
  readonly choices: ReadingChoices;
  readonly tables: FoundTables;
  readonly date1904: boolean;
}

export interface Readings {
  /** What a portfolio was judged from; `null` where another has taken its place. */
  cellsRead(of: Portfolio): CellsRead | null;
  /** Stores the choices with the workbook and reads anew. */
  save(choices: ReadingChoices): Promise<ActionResult>;
}

export function readingsOf(live: LiveWorkbook = livePortfolio): Readings {
  return {
    cellsRead: (of) => {
      const [state, reading] = [live.getState(), live.lastReading()];
      if (reading === null || state.kind !== 'ready' || state.portfolio !== of) return null;
      const { readingText, date1904 } = reading.structure;
      return { choices: readChoices(readingText).choices, tables: tablesIn(reading), date1904 };
    },
    save: async (choices) => (await brought(store))?.saveChoices(choices) ?? fileMissing,
  };
}
