/** What the review is of: the quarter and the day, in its band, its name and its footer. */
import type { Ledger } from '../ledger';
import type { Review } from '../review';
import { dateOf, day } from '../spoken';
import type { WrittenSheet } from '../writtenSheet';

/** Until so many days into a quarter a review is still one of the quarter before. */
const graceDays = 45;

export function quarterOf(asOf: number): { name: string; firstDay: number } {
  const { year, month } = dateOf(asOf);
  const firstDay = Date.UTC(year, month - 1 - ((month - 1) % 3), 1) / 86_400_000 + 25_569;
  return { name: `${year} Q${Math.ceil(month / 3)}`, firstDay };
}

export function reviewQuarter(asOf: number): string {
  const { name, firstDay } = quarterOf(asOf);
  return asOf - firstDay < graceDays ? quarterOf(firstDay - 1).name : name;
}

export function traceBand(sheet: WrittenSheet, { asOf }: Review, ledger: Ledger): void {
  const [, year = '', number = ''] = /^(\d+) Q(\d)$/.exec(reviewQuarter(asOf)) ?? [];
  ledger.says(sheet.band, /(\d+) Q(\d)/, [year, number], 'Title band');
  ledger.says(sheet.band, /As of (\d+ [A-Z][a-z]+ \d+)/, [day(asOf)], 'Title band');
  if (!sheet.name.startsWith(`QBR ${year} Q${number}`)) ledger.miss(`The sheet is called ${sheet.name}, expected QBR ${year} Q${number}`);
  if (!sheet.footer.includes(`${year} Q${number}`)) ledger.miss(`The footer is "${sheet.footer}", expected the quarter ${year} Q${number}`);
}
