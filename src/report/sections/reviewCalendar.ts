/** What is to be looked at again, and by when: with one partner whatever lies ahead, with all of them until the end of the next quarter. */
import type { SerialDate } from '../../domain/measure';
import type { Portfolio } from '../../domain/portfolio';
import { nextQuarter } from '../../domain/quarter';
import { type PartnerReviewDue, type ReviewDue, type ReviewKind, allReviewsDue, isOverdue, reviewsDue } from '../../domain/reviewsDue';
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
  heading(sheet, grid, text.heading, text.finding(overdueOf(items, asOf), items.length));
  if (items.length === 0) return () => undefined;
  return longList<ReviewDue>(sheet, grid, { title: text.heading, items, ...fieldsOf(grid, fields(asOf)) });
}

/** The next quarter's, with what should have been before it. */
export function inspectionCalendar(sheet: SheetComposer, grid: Grid, portfolio: Portfolio): () => void {
  const { asOf, policy } = portfolio;
  const until = nextQuarter(asOf, policy).lastDay;
  const items = allReviewsDue(portfolio, until);
  const overdue = overdueOf(items, asOf);
  heading(sheet, grid, text.heading, text.findingOfAll(overdue, items.length - overdue, until));
  if (items.length === 0) return () => undefined;
  return longList<PartnerReviewDue>(sheet, grid, { title: text.heading, items, ...fieldsOf(grid, fieldsOfAll(asOf)) });
}

const overdueOf = (items: readonly ReviewDue[], asOf: SerialDate): number => items.filter((item) => isOverdue(item, asOf)).length;
const dueText = ({ due }: ReviewDue): string => (due === null ? text.now : shortDay(due));
const stateText = ({ due }: ReviewDue, asOf: SerialDate): string => (due === null ? text.now : text.state(due - asOf));

function fieldsOfAll(asOf: SerialDate): readonly Field<PartnerReviewDue>[] {
  const { columnsOfAll: columns } = text;
  return [
    { title: columns.due, span: 1, entry: (item) => ({ value: dueText(item) }) },
    { title: columns.what, span: 4, entry: ({ kind, of }) => ({ value: fit(text.what[kind](of ?? ''), 43) }) },
    { title: columns.partner, span: 3, entry: ({ partner }) => ({ value: fit(partner.name, 32) }) },
    { title: columns.owner, span: 2, entry: ({ owner }) => ({ value: fit(owner ?? '–', 21) }) },
    { title: columns.state, span: 2, look: looks.right, entry: (item) => ({ value: item.due === null ? text.neverDone : stateText(item, asOf) }) },
  ];
}

function fields(asOf: SerialDate): readonly Field<ReviewDue>[] {
  const [what = '', last = '', due = '', state = ''] = text.columns;
  return [
    { title: what, span: 6, entry: ({ kind, of }) => ({ value: fit(text.what[kind](of ?? ''), 64) }) },
    { title: last, span: 2, look: looks.right, entry: ({ kind, last: day }) => ({ value: day === null ? (recurring.has(kind) ? text.never : '–') : shortDay(day) }) },
    { title: due, span: 2, look: looks.right, entry: (item) => ({ value: dueText(item) }) },
    { title: state, span: 2, look: looks.right, entry: (item) => ({ value: stateText(item, asOf) }) },
  ];
}
