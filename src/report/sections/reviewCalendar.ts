/** What is to be looked at again with a partner, and by when. */
import type { SerialDate } from '../../domain/measure';
import type { Portfolio } from '../../domain/portfolio';
import { type ReviewDue, type ReviewKind, reviewsDue } from '../../domain/reviewsDue';
import { looks } from '../palette';
import { reviews as text, shortDay } from '../sentences';
import { fit } from '../textFit';
import type { Grid, SheetComposer } from '../sheetComposer';
import { type Field, fieldsOf, heading, longList } from './section';

/** What comes again and again, and so has a last time. */
const recurring: ReadonlySet<ReviewKind> = new Set(['review', 'plan', 'survey', 'inspection']);

export function reviewCalendar(sheet: SheetComposer, grid: Grid, portfolio: Portfolio): () => void {
  const { asOf, partners: [judged] } = portfolio;
  const items = judged === undefined ? [] : reviewsDue(portfolio, judged);
  heading(sheet, grid, text.heading, text.finding(items.filter(({ due }) => due === null || due < asOf).length, items.length));
  if (items.length === 0) return () => undefined;
  return longList<ReviewDue>(sheet, grid, { title: text.heading, items, ...fieldsOf(grid, fields(asOf)) });
}

function fields(asOf: SerialDate): readonly Field<ReviewDue>[] {
  const [what = '', last = '', due = '', state = ''] = text.columns;
  return [
    { title: what, span: 6, entry: ({ kind, of }) => ({ value: fit(text.what[kind](of ?? ''), 64) }) },
    { title: last, span: 2, look: looks.right, entry: ({ kind, last: day }) => ({ value: day === null ? (recurring.has(kind) ? text.never : '–') : shortDay(day) }) },
    { title: due, span: 2, look: looks.right, entry: ({ due: day }) => ({ value: day === null ? text.now : shortDay(day) }) },
    { title: state, span: 2, look: looks.right, entry: ({ due: day }) => ({ value: day === null ? text.now : text.state(day - asOf) }) },
  ];
}
