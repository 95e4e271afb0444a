/** What the figures rest on: rows used, assumptions, and cells that could not be read. */
import type { Ledger } from '../ledger';
import type { Review } from '../review';
import { dateOf, day, grouped, money } from '../spoken';
import { Rational } from '../../rational';
import { Paragraph, type Section, type Shown } from '../writtenSheet';
import { itemsOf, many, type Tracing } from './section';
import * as cells from '../../cells';

/** Figures that the sentences on cells hold: bounds and examples of the method. Words of the input stand in quotes. */
const examples: readonly RegExp[] = [/no date from (1990) to (2099)/, /(?:Write it as|a date such as) (2026-09-30)/, /such as (1200000) or (1\.2m)/, /Use one scale, (1-5) or (0-10)/, /itself another rate than (1)\b/, /the rate (1) in th/];

function traceRows({ said }: Section, { opinion: { counts } }: Review, ledger: Ledger): void {
  for (const [table, { rows, used, reported }] of [['Partners', counts.partners], ['Initiatives', counts.initiatives]] as const) {
    if (rows === 0) continue;
    const row = `${table}: ${many('row')}`;
    if (reported === 0) ledger.says(said, new RegExp(`${row}, all used`), [grouped(rows)], table);
    else ledger.says(said, new RegExp(`${row}, ([\\d,]+) used, ([\\d,]+) reported`), [rows, used, reported].map(grouped), table);
  }
}

function traceNotes({ said, heading }: Section, { opinion, facts, asOf, currency }: Review, ledger: Ledger): void {
  const { money: { rates, sourced, influenced }, portfolio: { byRating } } = opinion;
  const { year } = dateOf(asOf);
  if (!facts.launchTracked) ledger.says(said, /the fiscal year (\d+ \w+ \d+) to (\d+ \w+ \d+)/, [`1 January ${year}`, `31 December ${year}`], heading);
  else if (!facts.tracksDue) ledger.says(said, /an initiative is taken to run (\d+) months/, ['12'], heading);
  for (const { currency: code, rate, asOf: dated } of rates) {
    const rateDay = dated === null ? 'a rate without a date' : 'the rate of (\\d+ \\w+ \\d+)';
    ledger.says(said, new RegExp(`${code} is converted to ${currency ?? ''} at ([\\d.e-]+), ${rateDay}\\.`), [String(rate), ...(dated === null ? [] : [day(dated)])], heading);
  }
  for (const [kind, value] of [['sourced', sourced], ['influenced', influenced]] as const) {
    if (value !== null) ledger.says(said, new RegExp(`${kind} revenue of (.+?) (?:and|is|are)\\b`, 'i'), [money(Rational.fromDouble(value))], heading);
  }
  const ended = facts.partnerRows.filter(({ status }) => status === 'Ended').length;
  const unrated = byRating['Not rated'] - ended;
  if (ended > 0) ledger.says(said, /(\d+) partners? ha(?:s|ve) ended: not rated/, [String(ended)], heading);
  if (unrated > 0) ledger.says(said, /(\d+) partners? (?:is|are) not rated: too little/, [String(unrated)], heading);
  const rated = byRating.Green + byRating.Amber + byRating.Red;
  const band = (['Green', 'Amber', 'Red'] as const).find((rating) => byRating[rating] * 5 > 4 * rated);
  if (rated > 1 && band !== undefined) ledger.says(said, new RegExp(`More than (\\d+) % of the rated partners are ${band}`), ['80'], heading);
}

/** The row on which a name stands first, which a duplicate names. */
function firstRowOf(address: string, { input: { partners }, facts: { partnerRows } }: Review): number | null {
  const row = Number(/\d+$/.exec(address)?.[0]) - partners.firstRow - 1;
  const name = cells.name(partners.rows[row]?.[partners.columns.partner?.column ?? 0] ?? { raw: null, format: '' }, false);
  const first = name === null ? undefined : partnerRows.find(({ key }) => key === cells.partnerKey(name));
  return first === undefined ? null : first.row + partners.firstRow + 1;
}

function traceMessage(message: Paragraph, address: string, code: string, review: Review, ledger: Ledger): void {
  const what = `Message on ${address}`;
  if (code === 'duplicate-partner') ledger.says(message, /is in the table already, in row (\d+);/, [String(firstRowOf(address, review))], what);
  for (const example of examples) {
    const found = example.exec(message.text);
    if (found !== null) ledger.says(message, example, found.slice(1), what);
  }
}

export const traceDataNotes: Tracing = (section, review, ledger) => {
  const { issues } = review.opinion;
  if (issues.length > 0) ledger.says(section.said, /^([\d,]+) (?:cell or row|cells or rows) could not be used/, [grouped(issues.length)], section.heading);
  traceRows(section, review, ledger);
  traceNotes(section, review, ledger);
  const left = [...issues];
  for (const { cells: shown, below } of itemsOf(section, issues.length, ledger)) {
    const address = String(shown.Cell?.value);
    const at = left.findIndex(({ cell }) => cell === address);
    const [issue] = at < 0 ? [] : left.splice(at, 1);
    if (issue === undefined) ledger.miss(`${section.heading}: nothing is wrong with ${address}`);
    else {
      ledger.text(shown.Cell, address, section.heading);
      traceMessage(new Paragraph([shown['What is wrong, and what mends it'] as Shown, ...below.lines]), address, issue.code, review, ledger);
    }
  }
};
