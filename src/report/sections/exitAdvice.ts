/** The alliances in question: what to do about each, and why. */
import type { ExitAdvice, Recommendation } from '../../domain/exits';
import type { Portfolio } from '../../domain/portfolio';
import { neverCheckOut } from '../../domain/sentences';
import { looks } from '../palette';
import { dimensionWords, exits as text, shortDay } from '../sentences';
import { fit } from '../textFit';
import type { Grid, SheetComposer } from '../sheetComposer';
import { type Field, type View, explainedRows, fieldsOf, headerRow, heading, listed, paragraphs, rest } from './section';

export function exitAdvice(sheet: SheetComposer, grid: Grid, portfolio: Portfolio, { of }: View): () => void {
  const items = [...portfolio.exits].sort((a, b) => rank[a.recommendation.kind] - rank[b.recommendation.kind]);
  heading(sheet, grid, text.heading, finding(items, of === 'portfolio'));
  if (of === 'portfolio' && portfolio.sign.neverCheckOut) paragraphs(sheet, grid, [neverCheckOut(portfolio.sign.redForTwo)]);
  if (items.length === 0) return () => undefined;
  const list = { title: text.heading, items, ...fieldsOf(grid, fields()) };
  headerRow(sheet, list.columns);
  explainedRows(sheet, grid, { ...list, items: items.slice(0, listed) }, ({ reasons }) => reasons.join(' '));
  return rest(sheet, grid, { ...list, items: items.slice(listed) });
}

function finding(items: readonly ExitAdvice[], ofPortfolio: boolean): string {
  const [first] = items;
  if (first === undefined) return ofPortfolio ? text.none : text.noneOfOne;
  if (items.length === 1) return text.findingOfOne(first.recommendation.kind, ofPortfolio ? text.one : text.this);
  const count = (kind: Recommendation['kind']): number => items.filter(({ recommendation }) => recommendation.kind === kind).length;
  return text.finding({ Correct: count('Correct'), Wait: count('Wait'), Continue: count('Continue'), Exit: count('Exit') });
}

const rank: Readonly<Record<Recommendation['kind'], number>> = { Exit: 0, Correct: 1, Wait: 2, Continue: 3 };

function fields(): readonly Field<ExitAdvice>[] {
  const [partner = '', recommendation = '', lookAt = '', checkpoint = '', health = ''] = text.columns;
  return [
    { title: partner, span: 4, entry: ({ judged }) => ({ value: fit(judged.partner.name, 43), look: looks.strong }) },
    { title: recommendation, span: 3, entry: ({ recommendation: { kind } }) => ({ value: text.recommendation[kind] }) },
    { title: lookAt, span: 2, entry: ({ recommendation: advice }) => ({ value: advice.kind === 'Correct' && advice.dimension !== null ? dimensionWords[advice.dimension] : '–' }) },
    { title: checkpoint, span: 2, look: looks.right, entry: ({ recommendation: advice }) => ({ value: 'checkpoint' in advice ? shortDay(advice.checkpoint) : '–' }) },
    { title: health, span: 1, look: looks.score, entry: ({ judged }) => ({ value: judged.health ?? '–' }) },
  ];
}
