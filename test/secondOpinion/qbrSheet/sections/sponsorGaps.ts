/** Initiatives without a sales sponsor, and what is at risk. */
import { grouped, moneyIn } from '../spoken';
import { itemsOf, type Tracing } from './section';
import { valueAtRisk } from './tiles';

export const traceSponsorGaps: Tracing = (section, { facts, currency }, ledger) => {
  const { gaps, atRisk } = facts;
  const next = gaps.filter(({ gap }) => gap.severity === 'Next').length;
  const past = gaps.length - next;
  const risk = valueAtRisk(facts);
  if (past > 0) ledger.says(section.said, /^([\d,]+) initiatives? past Qualify ha(?:s|ve) no sales sponsor/, [grouped(past)], section.heading);
  if (past > 0 && risk.positive) ledger.says(section.said, /; (.+?) is at risk\./, [moneyIn(risk, currency)], section.heading);
  if (next > 0) ledger.says(section.said, /([\d,]+) more initiatives? needs? one to pass Qualify/, [grouped(next)], section.heading);
  itemsOf(section, gaps.length, ledger).forEach(({ cells }, index) => {
    const row = gaps[index];
    if (row === undefined) return;
    const what = `${section.heading}, ${row.gap.initiative}`;
    ledger.cell(cells[currency === null ? 'At risk' : `At risk, ${currency}`], atRisk(row.i), what);
    ledger.cell(cells.Days, row.days, what);
    ledger.text(cells.Cell, row.gap.cell, what);
  });
};
