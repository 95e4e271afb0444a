/** What was decided since the last review, and what the tables show of it. */
import { type DecisionTaken, decisionsTaken } from '../../domain/decisionsTaken';
import type { Portfolio } from '../../domain/portfolio';
import { looks } from '../palette';
import { shortDay } from '../sentences';
import { taken as text } from '../sentencesOfDecisions';
import { fit } from '../textFit';
import type { Grid, SheetComposer } from '../sheetComposer';
import { type Field, type View, explainedRows, fieldsOf, headerRow, heading, listed, rest } from './section';

export function whatWasDecided(sheet: SheetComposer, grid: Grid, portfolio: Portfolio, { log }: View): () => void {
  const found = decisionsTaken(portfolio, log);
  if (found === null) return () => undefined;
  heading(sheet, grid, text.heading, text.finding(found));
  const items = [...found.taken, ...found.earlier];
  if (items.length === 0) return () => undefined;
  const list = { title: text.heading, items, ...fieldsOf(grid, fields()) };
  headerRow(sheet, list.columns);
  explainedRows(sheet, grid, { ...list, items: items.slice(0, listed) }, ({ decision, health }) => [text.decided(decision ?? ''), health && text.health(health.then, health.now)].filter(Boolean).join(' '));
  return rest(sheet, grid, { ...list, items: items.slice(listed) });
}

function fields(): readonly Field<DecisionTaken>[] {
  const { columns } = text;
  return [
    { title: columns.asked, span: 5, entry: ({ record }) => ({ value: fit(record.asked, 55), look: looks.strong }) },
    { title: columns.owner, span: 2, entry: ({ record }) => ({ value: fit(record.owner ?? '–', 20) }) },
    { title: columns.by, span: 1, look: looks.right, entry: ({ record }) => ({ value: record.by === null ? '–' : shortDay(record.by) }) },
    { title: columns.became, span: 4, look: looks.indented, entry: ({ became, overdue }) => ({ value: fit(text.became(became, overdue), 42) }) },
  ];
}
