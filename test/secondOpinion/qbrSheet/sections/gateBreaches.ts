/** What initiatives lack that their gates ask for. */
import { grouped } from '../spoken';
import { itemsOf, type Tracing } from './section';

export const traceGateBreaches: Tracing = (section, { facts: { breaches }, opinion: { gateBreaches } }, ledger) => {
  if (breaches.length === 0) return;
  const initiatives = new Set(breaches.map(({ i }) => i)).size;
  ledger.says(section.said, /^([\d,]+) gate breach(?:es)? on ([\d,]+) initiatives?\.$|^([\d,]+) gate breach(?:es)? on ([\d,]+) initiatives?\./, [grouped(breaches.length), grouped(initiatives)], section.heading);
  const left = gateBreaches.map((breach, index) => ({ ...breach, days: breaches[index]?.days ?? null }));
  for (const { cells } of itemsOf(section, breaches.length, ledger)) {
    // Breaches come in any order; a cell lacks one thing once.
    const at = left.findIndex(({ cell, missing }) => cell === cells.Cell?.value && missing === cells['What is missing']?.value);
    const [breach] = at < 0 ? [] : left.splice(at, 1);
    const what = `${section.heading}, ${String(cells.Initiative?.value)}`;
    if (breach === undefined) {
      ledger.miss(`${what}: ${String(cells['What is missing']?.value)} at ${String(cells.Cell?.value)} is no breach`);
      continue;
    }
    ledger.cell(cells.Days, breach.days, what);
    ledger.text(cells.Cell, breach.cell, what);
  }
};
