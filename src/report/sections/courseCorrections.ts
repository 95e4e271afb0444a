/** Course corrections and what came of them, the latest first. */
import { type CorrectionEffect, checkpointOf } from '../../domain/correctionEffects';
import type { Portfolio } from '../../domain/portfolio';
import { correctionSentence } from '../../domain/sentences';
import { looks } from '../palette';
import { corrections as text, shortDay } from '../sentences';
import { fit } from '../textFit';
import type { Grid, SheetComposer } from '../sheetComposer';
import { type Field, type View, explainedRows, fieldsOf, headerRow, heading, listed, paragraphs, rest } from './section';

export function courseCorrections(sheet: SheetComposer, grid: Grid, portfolio: Portfolio, view: View): () => void {
  const items = [...portfolio.corrections].sort((a, b) => b.correction.date - a.correction.date);
  heading(sheet, grid, text.heading, items.length === 0 ? text.none : text.finding(items.map(({ effect }) => effect)));
  const needing = portfolio.needCorrection.map(({ partner }) => fit(partner.name, 40));
  if (needing.length > 0) paragraphs(sheet, grid, [text.needed(needing, portfolio.policy.corrections.recentDays)]);
  if (items.length === 0) return () => undefined;
  const list = { title: text.heading, items, ...fieldsOf(grid, fields(portfolio, view)) };
  headerRow(sheet, list.columns);
  explainedRows(sheet, grid, { ...list, items: items.slice(0, listed) }, (effect) => explanation(effect, portfolio));
  return rest(sheet, grid, { ...list, items: items.slice(listed) });
}

function explanation(effect: CorrectionEffect, { policy }: Portfolio): string {
  const { reason } = effect.correction;
  return [correctionSentence(effect, policy.closedMonths), reason === null ? [] : text.reason(reason)].flat().join(' ');
}

function fields(portfolio: Portfolio, { of }: View): readonly Field<CorrectionEffect>[] {
  const { columns } = text;
  const whole = of === 'portfolio';
  return [
    { title: columns.date, span: 1, entry: ({ correction }) => ({ value: shortDay(correction.date) }) },
    ...(whole ? [{ title: columns.partner, span: 2, entry: ({ partner }: CorrectionEffect) => ({ value: fit(partner?.name ?? text.wholePortfolio, 21) }) }] : []),
    { title: columns.correction, span: whole ? 6 : 8, entry: ({ correction }) => ({ value: fit(correction.correction, whole ? 64 : 86), look: looks.strong }) },
    { title: columns.effect, span: 1, look: looks.right, entry: ({ effect }) => ({ value: text.effect[effect] }) },
    { title: columns.checkpoint, span: 2, look: looks.right, entry: ({ correction }) => ({ value: shortDay(checkpointOf(correction, portfolio)) }) },
  ];
}
