/** What was decided since the last review, and what the tables show of it. */
import { outcomeOf } from '../decisions';
import { day, shortDay, tenth } from '../spoken';
import { itemsOf, type Tracing } from './section';

export const traceDecisionsTaken: Tracing = (section, { askedBefore, facts, corrections, snapshots }, ledger) => {
  const decided = askedBefore.filter(({ decision }) => decision !== null);
  const on = day(askedBefore[0]?.on ?? 0);
  if (askedBefore.length === 1) ledger.says(section.said, /^The decision asked for on (\d+ \w+ \d+) was (not )?taken/, [on, ...(decided.length === 0 ? ['not '] : [])], section.heading);
  else {
    const many = decided.length === 0 ? '(none) was' : decided.length === askedBefore.length ? '(both|all) were' : decided.length === 1 ? '(one) was' : '(\\d+) were';
    const figure = decided.length === 0 ? 'none' : decided.length === askedBefore.length ? (decided.length === 2 ? 'both' : 'all') : decided.length === 1 ? 'one' : String(decided.length);
    ledger.says(section.said, new RegExp(`^Of the (\\d+) decisions asked for on (\\d+ \\w+ \\d+), ${many} taken`), [String(askedBefore.length), on, figure], section.heading);
  }
  const outcomes = decided.map((record) => outcomeOf(record, facts, corrections, snapshots));
  const open = outcomes.filter(({ happened }) => !happened).length;
  if (open > 1 && open < outcomes.length) ledger.says(section.said, /Of (\d+) nothing shows yet/, [String(open)], section.heading);
  itemsOf(section, outcomes.length, ledger).forEach(({ cells, below }, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined) return;
    const what = `${section.heading}, ${outcome.record.asked}`;
    ledger.cell(cells.By, outcome.record.by === null ? null : shortDay(outcome.record.by), what);
    if (outcome.on !== null) ledger.text(cells['What happened'], `${{ plan: 'Agreed', review: 'Held' }[outcome.record.kind] ?? 'Corrected'} on ${shortDay(outcome.on)}`, what);
    const { then, now } = outcome;
    if (then === null || now === null) return;
    if (tenth(then) === tenth(now)) ledger.says(below, /Health is ([\d.]+), as it was\./, [tenth(now)], what);
    else ledger.says(below, /Health went from ([\d.]+) to ([\d.]+)\./, [tenth(then), tenth(now)], what);
  });
};
