/** What is to be looked at again until the end of the next quarter, and by when. */
import * as cells from '../../cells';
import type { Facts } from '../../judge';
import type { Correction } from '../corrections';
import type { Judged } from '../exits';
import { dateOf, day, grouped, shortDay } from '../spoken';
import { itemsOf, type Tracing } from './section';

/** The last day of the quarter after the one that holds this day. */
function endOfNextQuarter(asOf: number): number {
  const { year, month } = dateOf(asOf);
  return Date.UTC(year, month - 1 - ((month - 1) % 3) + 6, 0) / 86_400_000 + 25_569;
}

/** Days on which something is due; `null`: it was never done. */
function daysOf({ p, evidence: { own, limit } }: Judged, { asOf, has, surveyTracked }: Facts, corrections: readonly Correction[]): readonly (number | null)[] {
  if (p.status === 'Ended') return [];
  const again = (tracked: boolean, last: number | 'unreadable' | null, next: (last: number) => number): (number | null)[] => (!tracked || last === 'unreadable' ? [] : [last === null ? null : next(last)]);
  const ahead = (on: number | 'unreadable' | null): number[] => (typeof on === 'number' && on >= asOf ? [on] : []);
  const inspections = own.filter(({ stage }) => stage === 'Launch').flatMap((i) => {
    const due = again(has('initiatives', 'lastInspected'), i.inspected, (last) => last + 90);
    return due.map((on) => on ?? (typeof i.launched === 'number' ? i.launched + 90 : null));
  });
  return [
    ...again(has('partners', 'lastQbr'), p.qbr, (last) => last + limit), ...again(has('partners', 'jointBusinessPlan'), p.jbp, (last) => cells.edate(last, 12)),
    ...again(surveyTracked, p.surveyed, (last) => cells.edate(last, 12)), ...inspections,
    ...corrections.filter(({ partner }) => partner === p).flatMap(({ checkpoint }) => ahead(checkpoint)), ...ahead(p.notice), ...ahead(p.ends),
  ];
}

function stateOf(due: number | null, asOf: number): string {
  if (due === null) return 'never done';
  const days = Math.abs(due - asOf);
  const text = `${grouped(days)} ${days === 1 ? 'day' : 'days'}`;
  return days === 0 ? 'today' : due < asOf ? `${text} overdue` : `in ${text}`;
}

export const traceReviewsDue: Tracing = (section, { facts, corrections, asOf }, ledger) => {
  const until = endOfNextQuarter(asOf);
  const due = facts.judged.flatMap((judged) => daysOf(judged, facts, corrections)).filter((on) => on === null || on <= until).sort((a, b) => (a ?? 0) - (b ?? 0));
  const overdue = due.filter((on) => on === null || on < asOf).length;
  const ahead = due.length - overdue;
  ledger.says(section.said, /due until (\d+ \w+ \d+)\./, [day(until)], section.heading);
  if (overdue > 0) ledger.says(section.said, /^([\d,]+) dates? (?:is|are) overdue;/, [grouped(overdue)], section.heading);
  if (ahead > 0) ledger.says(section.said, overdue > 0 ? /; ([\d,]+) more falls? due/ : /; ([\d,]+) dates? falls? due/, [grouped(ahead)], section.heading);
  itemsOf(section, due.length, ledger).forEach(({ cells: shown }, index) => {
    const on = due[index] ?? null;
    ledger.text(shown.Due, on === null ? 'now' : shortDay(on), section.heading);
    ledger.text(shown.State, stateOf(on, asOf), section.heading);
  });
};
