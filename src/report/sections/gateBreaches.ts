/** What initiatives lack that their gates ask for. */
import { cellAddress } from '../../domain/cell';
import type { GateBreach, Portfolio } from '../../domain/portfolio';
import { looks } from '../palette';
import { breaches } from '../sentences';
import { fit } from '../textFit';
import type { Grid, SheetComposer } from '../sheetComposer';
import { type Field, type View, fieldsOf, heading, longList } from './section';

export function gateBreaches(sheet: SheetComposer, grid: Grid, portfolio: Portfolio, view: View): () => void {
  const all = portfolio.gateBreaches;
  heading(sheet, grid, breaches.heading, breaches.finding(all.length, new Set(all.map((breach) => breach.initiative)).size));
  if (all.length === 0) return () => undefined;
  return longList<GateBreach>(sheet, grid, { title: breaches.heading, items: all, ...fieldsOf(grid, fields(view)) });
}

function fields({ of, cells }: View): readonly Field<GateBreach>[] {
  const { columns } = breaches;
  const whole = of === 'portfolio';
  return [
    { title: columns.initiative, span: whole ? 3 : 5, entry: ({ initiative }) => ({ value: fit(initiative.name, whole ? 32 : 54) }) },
    ...(whole ? [{ title: columns.partner, span: 2, entry: ({ partner }: GateBreach) => ({ value: fit(partner.name, 21) }) }] : []),
    { title: columns.gate, span: 1, entry: ({ gate }) => ({ value: breaches.gate[gate] }) },
    { title: columns.missing, span: cells ? 3 : 5, entry: ({ missing }) => ({ value: fit(missing, cells ? 32 : 54) }) },
    { title: columns.days, span: 1, look: looks.days, entry: ({ days }) => ({ value: days ?? '–' }) },
    ...(cells ? [{ title: columns.cell, span: 2, look: { ...looks.link, ...looks.indented }, entry: linkTo }] : []),
  ];
}

function linkTo({ initiative, cell }: GateBreach): ReturnType<Field<GateBreach>['entry']> {
  return { value: fit(cellAddress(cell), 20), link: { location: cellAddress(cell), screenTip: initiative.name } };
}
