/** The band at the top of every page: what this is, of which quarter, as of which day. */
import { looks } from '../palette';
import { words } from '../sentences';
import { fit } from '../textFit';
import { lineCharacters } from './section';
import type { Grid, SheetComposer } from '../sheetComposer';

/** Rows of the band: frozen on screen, repeated in print. */
export const titleBandRows = 4;

/** Average characters of the title's size that leave room for the quarter. */
const titleCharacters = 55;

export interface Band {
  /** Whose portfolio, or which partner. */
  readonly title: string;
  readonly quarter: string;
  readonly day: string;
  readonly preparedBy: string | null;
  readonly edition: string;
}

export function titleBand(sheet: SheetComposer, grid: Grid, { title, quarter, day, preparedBy, edition }: Band): void {
  sheet.space(6);
  sheet.add(
    [
      { column: grid.first, value: fit(title, titleCharacters), look: looks.title },
      { column: grid.last, value: quarter, look: looks.titleRight },
    ],
    { height: 28 },
  );
  sheet.add([{ column: grid.first, value: fit(words.band(day, preparedBy, edition), lineCharacters), look: looks.band }], { height: 16, look: looks.bandRule });
  sheet.space(8);
}
