/** What every edition of a review has in common: its grid, its paper, and how its sections follow each other. */
import type { Portfolio } from '../domain/portfolio';
import { looks } from './palette';
import type { SectionId } from './qbrOptions';
import type { Section, View } from './sections/section';
import { type Band, titleBand, titleBandRows } from './sections/titleBand';
import { words } from './sentences';
import { SheetComposer, type Grid } from './sheetComposer';
import type { SheetPlan } from './sheetPlan';

/** A margin, twelve equal columns, a margin: every block spans the twelve. */
const grid: Grid = { columnWidths: [2, ...Array<number>(12).fill(11), 2], first: 1, last: 12 };

/** Points of an A4 or Letter page in landscape, less margins, footer and the repeated band; the smaller of both papers. */
const pageHeight = 450;

/** What stands on every page of a sheet that is to be read and printed. */
export interface Frame {
  readonly name: string;
  readonly band: Band;
  readonly footer: { readonly left: string; readonly center: string };
}

export interface SheetSection {
  readonly id: SectionId;
  readonly add: Section;
  /** Its rest comes after that of all others: it is not there to be read. */
  readonly restLast?: boolean;
}

export interface QbrSheet extends Frame {
  readonly headline: (sheet: SheetComposer, grid: Grid) => void;
  /** In the order of the sheet. */
  readonly sections: readonly SheetSection[];
  readonly view: View;
}

/** A sheet of the product: its grid, its band, and its paper. */
export function printedSheet({ name, band, footer }: Frame, fill: (sheet: SheetComposer, grid: Grid) => void): SheetPlan {
  const sheet = new SheetComposer(grid);
  titleBand(sheet, grid, band);
  fill(sheet, grid);
  return sheet.finish(
    name,
    titleBandRows,
    looks.body,
    {
      orientation: 'landscape',
      pagesWide: 1,
      margin: 1.3,
      // Excel reads "&" as the start of a code.
      footer: { left: footer.left.replaceAll('&', '&&'), center: footer.center.replaceAll('&', '&&'), right: words.footer.pages },
    },
    pageHeight,
  );
}

/** Title band and headline stand on every review; of the sections those that are chosen. */
export function qbrSheet(portfolio: Portfolio, chosen: ReadonlySet<SectionId>, { headline, sections, view, ...frame }: QbrSheet): SheetPlan {
  return printedSheet(frame, (sheet) => {
    headline(sheet, grid);
    const appendices = sections.filter(({ id }) => chosen.has(id)).map(({ add, restLast = false }) => ({ addRest: add(sheet, grid, portfolio, view), restLast }));
    for (const last of [false, true]) for (const { addRest, restLast } of appendices) if (restLast === last) addRest();
  });
}
