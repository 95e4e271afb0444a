/** The decisions that the review asks for. */
import type { Asked, DecisionKind } from '../decisions';
import type { Ledger } from '../ledger';
import { grouped, moneyIn, shortDay } from '../spoken';
import type { Item } from '../writtenSheet';
import { itemsOf, listed, type Tracing } from './section';

const kinds: readonly [DecisionKind, string][] = [
  ['exit', 'alliances? to leave'], ['sponsor', 'sales sponsors? to name'], ['correction', 'course corrections? to agree'], ['executive', 'executive sponsors? to name'], ['plan', 'joint business plans? to agree'], ['review', 'reviews? to hold'],
];

function traceItem({ atRisk, initiative, candidates }: Asked, { below }: Item, currency: string | null, ledger: Ledger, what: string): void {
  if (atRisk !== null && atRisk.positive) ledger.says(below, /(?:^|\. )([^.]*?(?:\.\d)?[^.]*?) is at risk\./, [moneyIn(atRisk, currency)], what);
  if (initiative === null) return;
  for (const { near, here, all } of candidates) {
    if (near === 'partner') ledger.says(below, /\(sponsors (\d+) here, (\d+) in all\)/, [String(here), String(all)], what);
    if (near === 'owner') ledger.says(below, /\(same owner, sponsors (\d+) in all\)/, [String(all)], what);
  }
}

export const traceDecisionsAsked: Tracing = (section, { asked, currency }, ledger) => {
  if (asked.length > 1) ledger.says(section.said, /^([\d,]+) decisions are asked for: /, [grouped(asked.length)], section.heading);
  for (const [kind, words] of kinds) {
    const count = asked.filter((one) => one.kind === kind).length;
    if (count > 0) ledger.says(section.said, new RegExp(`(?::|,| and) (\\d[\\d,]*) ${words}`), [grouped(count)], section.heading);
  }
  if (asked.length > listed) ledger.says(section.said, /The (\d+) weightiest have room/, [String(listed)], section.heading);
  itemsOf(section, asked.length, ledger).forEach((item, index) => {
    const one = asked[index];
    if (one === undefined) return;
    const what = `${section.heading}, number ${index + 1}`;
    ledger.cell(item.cells['No.'], index + 1, what);
    ledger.text(item.cells.By, shortDay(one.by), what);
    if (index < listed) traceItem(one, item, currency, ledger, what);
  });
};
