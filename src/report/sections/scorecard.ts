/** Every partner with rating, health and dimensions, worst first; below each of the worst, the reason that costs it most. */
import { cellAddress } from '../../domain/cell';
import { fieldCell } from '../../domain/portfolioRows';
import { dimensions, type PartnerHealth, type Portfolio } from '../../domain/portfolio';
import { reasonsFor } from '../../domain/reasons';
import { worstFirst } from '../../domain/worstFirst';
import { looks, ratingColors, ratingWord } from '../palette';
import { dataNotes, scorecard } from '../sentences';
import { fit } from '../textFit';
import type { Entry, Grid, SheetComposer } from '../sheetComposer';
import { explainedRows, headerRow, heading, listed, rest, type Column } from './section';

const columnsOf = (grid: Grid): readonly Column[] => {
  const looksOf = [undefined, looks.center, looks.score, ...dimensions.map(() => looks.score), looks.share];
  return scorecard.columns.map((title, i) => ({ title, column: grid.first + (i === 0 ? 0 : i + 2), span: i === 0 ? 3 : 1, look: looksOf[i] }));
};

function entriesOf(portfolio: Portfolio, grid: Grid, judged: PartnerHealth): readonly Entry[] {
  const at = grid.first + 3;
  const cell = portfolio.rows.partners ? fieldCell(portfolio.rows.partners, judged.partner.row, 'partner') : undefined;
  return [
    {
      column: grid.first,
      value: fit(judged.partner.name, 32),
      link: cell && { location: cellAddress(cell), screenTip: judged.partner.name },
    },
    { column: at, value: ratingWord(judged.rating), look: ratingColors[judged.rating] },
    { column: at + 1, value: judged.health ?? '–' },
    ...dimensions.map((dimension, i) => ({ column: at + 2 + i, value: judged.dimensions[dimension].score ?? '–' })),
    { column: at + 8, value: judged.confidence },
  ];
}

function firstReason(portfolio: Portfolio, judged: PartnerHealth): string {
  if (judged.notRated) return scorecard.notRated(judged.notRated);
  const text = reasonsFor(portfolio, judged)[0]?.text ?? scorecard.allGreen;
  return judged.cappedBySponsorRule ? `${dataNotes.capped} ${text}` : text;
}

export function partnerScorecard(sheet: SheetComposer, grid: Grid, portfolio: Portfolio): () => void {
  const partners = worstFirst(portfolio.partners);
  const columns = columnsOf(grid);
  const red = partners.filter((partner) => partner.rating === 'Red').map((partner) => fit(partner.partner.name, 40));
  heading(sheet, grid, scorecard.heading, scorecard.finding(portfolio.byRating, red));
  headerRow(sheet, columns);
  const strong = (entry: Entry): Entry => (entry.column === grid.first ? { ...entry, look: looks.strong } : entry);
  const list = { title: scorecard.heading, columns, items: partners.slice(0, listed), entries: (judged: PartnerHealth) => entriesOf(portfolio, grid, judged).map(strong) };
  explainedRows(sheet, grid, list, (judged) => firstReason(portfolio, judged));
  return rest(sheet, grid, { title: scorecard.heading, columns, items: partners.slice(listed), entries: (judged) => entriesOf(portfolio, grid, judged) });
}
