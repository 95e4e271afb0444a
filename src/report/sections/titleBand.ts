/** The band at the top of every page: what this is, of which quarter, as of which day. */
import { looks } from '../palette';
import { words } from '../sentences';
import type { Grid, SheetComposer } from '../sheetComposer';

/** Rows of the band: frozen on screen, repeated in print. */
export const titleBandRows = 4;

export function titleBand(sheet: SheetComposer, grid: Grid, quarter: string, day: string, preparedBy: string | null): void {
  sheet.space(6);
  sheet.add(
    [
      { column: grid.first, value: words.title, look: looks.title },
      { column: grid.last, value: quarter, look: looks.titleRight },
    ],
    { height: 28 },
  );
  sheet.add([{ column: grid.first, value: words.band(day, preparedBy), look: looks.band }], { height: 16, look: looks.bandRule });
  sheet.space(8);
}
