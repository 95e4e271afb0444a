/** Course corrections and what came of them. */
import type { Correction, Effect } from '../corrections';
import type { Ledger } from '../ledger';
import { shortDay, tenth } from '../spoken';
import type { Item } from '../writtenSheet';
import { traceComparison } from './comparison';
import { itemsOf, type Tracing } from './section';

const order: readonly [Effect, string][] = [
  ['improved', 'was followed by an improvement|were followed by an improvement'], ['no change', 'was followed by no change|were followed by no change'], ['worsened', 'was followed by a decline|were followed by a decline'],
  ['too early', 'cannot be judged yet'], ['no measurement before', 'had no measurement before (?:it|them)'],
];

function traceEffect({ before, after, effect, comparison }: Correction, { below }: Item, ledger: Ledger, what: string): void {
  if (comparison !== null) return traceComparison(below, comparison, { one: 'since', inFull: 'launched since', other: 'in the (\\d+) months before', figures: ['12'] }, ledger, what);
  if (before === null) return;
  if (after === null) return ledger.says(below, /^\w+ was ([\d.]+) before it; it is too early/, [tenth(before)], what);
  const verb = effect === 'improved' ? 'rose' : effect === 'worsened' ? 'fell' : 'hardly changed:';
  ledger.says(below, /^\w+ (rose|fell|hardly changed:) from ([\d.]+) before it to ([\d.]+) after it/, [verb, tenth(before), tenth(after)], what);
}

export const traceCorrections: Tracing = (section, { corrections, needing }, ledger) => {
  const rows = [...corrections].sort((a, b) => b.date - a.date);
  if (rows.length > 0) {
    const counts = order.map(([effect, words]) => ({ words, count: rows.filter((row) => row.effect === effect).length })).filter(({ count }) => count > 0);
    ledger.says(section.said, /^([\d,]+) course corrections?: /, [String(rows.length)], section.heading);
    if (rows.length > 1) for (const { words, count } of counts) ledger.says(section.said, new RegExp(`[:,] (\\d+) (?:${words})`), [String(count)], section.heading);
  }
  if (needing.length > 0) ledger.says(section.said, /needs? a correction: Red or far down, and none was logged in the last (\d+) days/, ['90'], section.heading);
  if (needing.length > 3) ledger.says(section.said, / and (\d+) more need a correction/, [String(needing.length - 2)], section.heading);
  itemsOf(section, rows.length, ledger).forEach((item, index) => {
    const row = rows[index];
    if (row === undefined) return;
    const what = `${section.heading}, ${row.text}`;
    ledger.text(item.cells.Date, shortDay(row.date), what);
    ledger.text(item.cells.Checkpoint, shortDay(row.checkpoint), what);
    traceEffect(row, item, ledger, what);
  });
};
