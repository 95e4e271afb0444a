/** What initiatives lack that their gates ask for. */
import { cellAddress } from '../../domain/cell';
import type { GateBreach, Portfolio } from '../../domain/portfolio';
import { looks } from '../palette';
import { breaches } from '../sentences';
import { fit } from '../textFit';
import type { Grid, SheetComposer } from '../sheetComposer';
import { heading, longList, type Column } from './section';

export function gateBreaches(sheet: SheetComposer, grid: Grid, portfolio: Portfolio): () => void {
  const all = portfolio.gateBreaches;
  heading(sheet, grid, breaches.heading, breaches.finding(all.length, new Set(all.map((breach) => breach.initiative)).size));
  if (all.length === 0) return () => undefined;
  const at = [0, 3, 5, 6, 9, 10].map((offset) => grid.first + offset);
  const spans = [3, 2, 1, 3, 1, 2];
  const looksOf = [undefined, undefined, undefined, undefined, looks.days, { ...looks.link, ...looks.indented }];
  const columns: readonly Column[] = breaches.columns.map((title, i) => ({ title, column: at[i] ?? 0, span: spans[i] ?? 1, look: looksOf[i] }));
  const column = (i: number): number => at[i] ?? 0;
  return longList<GateBreach>(sheet, grid, {
    title: breaches.heading,
    columns,
    items: all,
    entries: ({ initiative, partner, gate, missing, days, cell }) => [
      { column: column(0), value: fit(initiative.name, 32) },
      { column: column(1), value: fit(partner.name, 21) },
      { column: column(2), value: breaches.gate[gate] },
      { column: column(3), value: fit(missing, 32) },
      { column: column(4), value: days ?? '–' },
      { column: column(5), value: fit(cellAddress(cell), 20), link: { location: cellAddress(cell), screenTip: initiative.name } },
    ],
  });
}
