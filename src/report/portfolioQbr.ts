/** The quarterly business review of the whole portfolio: the answer first, then why, then what the figures rest on. */
import { dayText } from '../domain/calendar';
import type { Portfolio } from '../domain/portfolio';
import { reviewQuarter } from '../domain/quarter';
import { looks } from './palette';
import { dataNotes } from './sections/dataNotes';
import { gateBreaches } from './sections/gateBreaches';
import { headlineTiles } from './sections/headlineTiles';
import { partnerScorecard } from './sections/scorecard';
import { sponsorGaps } from './sections/sponsorGaps';
import { titleBand, titleBandRows } from './sections/titleBand';
import { words } from './sentences';
import { SheetComposer, type Grid } from './sheetComposer';
import type { SheetPlan } from './sheetPlan';

/** A margin, twelve equal columns, a margin: every block spans the twelve. */
const grid: Grid = { columnWidths: [2, ...Array<number>(12).fill(11), 2], first: 1, last: 12 };

/** Points of an A4 or Letter page in landscape, less margins, footer and the repeated band; the smaller of both papers. */
const pageHeight = 450;

/** `preparedBy` is `null` where the workbook does not say who keeps it. */
export function portfolioQbr(portfolio: Portfolio, { preparedBy }: { readonly preparedBy: string | null }): SheetPlan {
  const quarter = reviewQuarter(portfolio.asOf, portfolio.policy);
  const sheet = new SheetComposer(grid);
  titleBand(sheet, grid, quarter, dayText(portfolio.asOf), preparedBy);
  headlineTiles(sheet, grid, portfolio);
  const appendices = [partnerScorecard, sponsorGaps, gateBreaches, dataNotes].map((section) => section(sheet, grid, portfolio));
  for (const addAppendix of appendices) addAppendix();
  return sheet.finish(
    words.sheetName(quarter),
    titleBandRows,
    looks.body,
    {
      orientation: 'landscape',
      pagesWide: 1,
      margin: 1.3,
      footer: { left: words.footer.left, center: `${quarter}  ·  ${words.footer.confidential}`, right: words.footer.pages },
    },
    pageHeight,
  );
}
