/** The alliances in question, and why. */
import type { Advice } from '../exits';
import { signOf } from '../exits';
import type { Ledger } from '../ledger';
import { day, shortDay } from '../spoken';
import type { Item } from '../writtenSheet';
import { itemsOf, type Tracing } from './section';

const order: readonly [Advice['kind'], string][] = [['Exit', 'to exit'], ['Correct', 'to correct'], ['Wait', 'to wait for'], ['Continue', 'to go on with']];
const date = '(\\d+ [A-Z][a-z]+ \\d+)';

function traceReasons({ of: { p }, last, latest }: Advice, { below }: Item, asOf: number, ledger: Ledger, what: string): void {
  const says = (sentence: string, ...days: number[]): void => ledger.says(below, new RegExp(sentence), days.map(day), what);
  if (last !== null) says(`^Red on ${date} and Red on ${date}\\.`, last.asOf, asOf);
  if (latest !== null) says(`was decided on ${date}; its checkpoint ${latest.checkpoint > asOf ? 'is on' : 'on'} ${date}`, latest.date, latest.checkpoint);
  if (typeof p.ends === 'number') says(`The agreement ${p.ends >= asOf ? 'ends' : 'ended'} on ${date}`, p.ends);
  if (typeof p.notice === 'number') says(`${p.notice >= asOf ? 'Notice can be given until' : 'The day for notice was'} ${date}`, p.notice);
}

export const traceExits: Tracing = (section, { exits, facts, trend, asOf }, ledger) => {
  const rows = order.flatMap(([kind]) => exits.filter((advice) => advice.kind === kind));
  const { redForTwo, ended } = signOf(facts, trend);
  if (rows.length > 0) ledger.says(section.said, /^([\d,]+) alliances? (?:is|are) in question: /, [String(rows.length)], section.heading);
  if (rows.length > 1) for (const [kind, words] of order) {
    const count = rows.filter((row) => row.kind === kind).length;
    if (count > 0) ledger.says(section.said, new RegExp(`[:,] (\\d+) ${words}`), [String(count)], section.heading);
  }
  if (redForTwo > 0 && ended === 0) ledger.says(section.said, /They check in but never check out: (\d+) partners? (?:is|are) Red for the second time/, [String(redForTwo)], section.heading);
  itemsOf(section, rows.length, ledger).forEach((item, index) => {
    const row = rows[index];
    if (row === undefined) return;
    const what = `${section.heading}, ${row.of.p.name}`;
    ledger.cell(item.cells.Checkpoint, row.checkpoint === null ? null : shortDay(row.checkpoint), what);
    ledger.cell(item.cells.Health, row.of.health, what);
    traceReasons(row, item, asOf, ledger, what);
  });
};
