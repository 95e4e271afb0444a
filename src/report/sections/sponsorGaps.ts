/** Initiatives without a sales sponsor, ranked, with what is at risk. */
import { cellAddress } from '../../domain/cell';
import type { Portfolio, SponsorGap } from '../../domain/portfolio';
import { looks } from '../palette';
import { gaps, people } from '../sentences';
import { fit } from '../textFit';
import type { Grid, SheetComposer } from '../sheetComposer';
import { valueAtRisk } from './headlineTiles';
import { type Field, type View, fieldsOf, heading, longList, paragraphs } from './section';

export function sponsorGaps(sheet: SheetComposer, grid: Grid, portfolio: Portfolio, view: View): () => void {
  const all = portfolio.sponsorGaps;
  const next = all.filter((gap) => gap.severity === 'Next').length;
  const { currency } = portfolio.rows;
  heading(sheet, grid, gaps.heading, gaps.finding(all.length - next, next, valueAtRisk(portfolio), currency));
  if (view.of !== 'portfolio') paragraphs(sheet, grid, [sponsorsOf(portfolio)]);
  if (all.length === 0) return () => undefined;
  return longList<SponsorGap>(sheet, grid, { title: gaps.heading, items: all, ...fieldsOf(grid, fields(currency, view)) });
}

/** Who stands for the alliance on both sides, as far as the workbook keeps that. */
function sponsorsOf({ partners, rows }: Portfolio): string {
  const partner = partners[0]?.partner;
  const columns = rows.partners?.columns;
  return [
    columns?.executiveSponsor === undefined ? [] : people.executive(partner?.executiveSponsor ?? null),
    columns?.partnerSponsor === undefined ? [] : people.partner(partner?.partnerSponsor ?? null),
    columns?.allianceManager === undefined ? [] : people.manager(partner?.allianceManager ?? null),
  ].flat().join(' ');
}

function fields(currency: string | null, { of, cells }: View): readonly Field<SponsorGap>[] {
  const { columns } = gaps;
  const whole = of === 'portfolio';
  return [
    { title: columns.initiative, span: whole ? 3 : 5, entry: ({ initiative }) => ({ value: fit(initiative.name, whole ? 32 : 54) }) },
    ...(whole ? [{ title: columns.partner, span: 2, entry: ({ partner }: SponsorGap) => ({ value: fit(partner.name, 21) }) }] : []),
    { title: columns.severity, span: 1, entry: ({ severity }) => ({ value: severity }) },
    { title: columns.risk(currency), span: 1, look: looks.money, entry: ({ valueAtRisk: value }) => ({ value: value === null ? '–' : value / 100 }) },
    { title: columns.days, span: 1, look: looks.days, entry: ({ days }) => ({ value: days ?? '–' }) },
    { title: columns.owner, span: cells ? 2 : 4, look: looks.indented, entry: ({ initiative }) => ({ value: fit(initiative.owner ?? '–', cells ? 20 : 42) }) },
    ...(cells ? [{ title: columns.cell, span: 2, look: looks.link, entry: linkTo }] : []),
  ];
}

function linkTo({ initiative, cell }: SponsorGap): ReturnType<Field<SponsorGap>['entry']> {
  return { value: fit(cellAddress(cell), 21), link: { location: cellAddress(cell), screenTip: initiative.name } };
}
