/** Initiatives without a sales sponsor, ranked, with what is at risk. */
import { cellAddress } from '../../domain/cell';
import type { Portfolio, SponsorGap } from '../../domain/portfolio';
import { looks } from '../palette';
import { gaps } from '../sentences';
import { fit } from '../textFit';
import type { Grid, SheetComposer } from '../sheetComposer';
import { valueAtRisk } from './headlineTiles';
import { heading, longList, type Column } from './section';

export function sponsorGaps(sheet: SheetComposer, grid: Grid, portfolio: Portfolio): () => void {
  const all = portfolio.sponsorGaps;
  const next = all.filter((gap) => gap.severity === 'Next').length;
  const { currency } = portfolio.rows;
  heading(sheet, grid, gaps.heading, gaps.finding(all.length - next, next, valueAtRisk(portfolio), currency));
  if (all.length === 0) return () => undefined;
  const at = [0, 3, 5, 6, 7, 8, 10].map((offset) => grid.first + offset);
  const spans = [3, 2, 1, 1, 1, 2, 2];
  const looksOf = [undefined, undefined, undefined, looks.money, looks.days, looks.indented, looks.link];
  const columns: readonly Column[] = gaps.columns(currency).map((title, i) => ({ title, column: at[i] ?? 0, span: spans[i] ?? 1, look: looksOf[i] }));
  const column = (i: number): number => at[i] ?? 0;
  return longList<SponsorGap>(sheet, grid, {
    title: gaps.heading,
    columns,
    items: all,
    entries: ({ initiative, partner, severity, valueAtRisk: value, days, cell }) => [
      { column: column(0), value: fit(initiative.name, 32) },
      { column: column(1), value: fit(partner.name, 21) },
      { column: column(2), value: severity },
      { column: column(3), value: value === null ? '–' : value / 100 },
      { column: column(4), value: days ?? '–' },
      { column: column(5), value: fit(initiative.owner ?? '–', 20) },
      { column: column(6), value: fit(cellAddress(cell), 21), link: { location: cellAddress(cell), screenTip: initiative.name } },
    ],
  });
}
