/** Parse and judge 1,000 partners with 20,000 initiatives, beside one bare pass over the same arrays. */
import { judge } from '../src/domain/judge';
import type { Correction } from '../src/domain/correction';
import type { Score, SerialDate } from '../src/domain/measure';
import type { PortfolioRows } from '../src/domain/portfolioRows';
import { smallestChanges } from '../src/domain/smallestChanges';
import type { Snapshot } from '../src/domain/snapshot';
import { readTables } from '../src/tables/readTables';
import type { Source } from '../src/tables/source';
import { asOf, largeSources } from './largeTables';
import { median, milliseconds, print } from './measure';

/** Touches every value and format once: no reading of tables can be quicker. */
function barePass(sources: readonly Source[]): number {
  let sum = 0;
  for (const { values, formats } of sources) {
    values.forEach((row, i) => {
      const formatRow = formats?.[i];
      row.forEach((value, j) => {
        sum += typeof value === 'number' ? value : typeof value === 'string' ? value.length : 0;
        sum += formatRow?.[j]?.length ?? 0;
      });
    });
  }
  return sum;
}

const codes = ['USD', 'EUR', 'GBP'];

/** The same in three currencies, with a Rates table: two thirds of the money are converted. */
function inThreeCurrencies(sources: readonly Source[]): Source[] {
  const [partners, initiatives] = sources as [Source, Source];
  const column = initiatives.values[0]?.indexOf('Currency') ?? 0;
  const values = initiatives.values.map((row, index) => (index === 0 ? row : row.map((value, position) => (position === column ? (codes[index % codes.length] ?? null) : value))));
  const rates = { ...partners, sheet: 'Rates', table: 'Rates', sheetPosition: 2, values: [['Currency', 'Rate'], ['USD', 1], ['EUR', 1.0812], ['GBP', 1.27345]], formats: null };
  return [partners, { ...initiatives, values }, rates];
}

/** Snapshots of so many quarters and one correction for every other partner, as its workbook would have them by now. */
function withThePast(rows: PortfolioRows, quarters: number): PortfolioRows {
  const partners = rows.partners?.rows ?? [];
  const dimensions = { revenue: 50, pipeline: 40, traction: 60, sponsorship: 70, governance: 80, relationship: null } as unknown as Snapshot['dimensions'];
  const history = Array.from({ length: quarters }, (_, quarter) => partners.map(({ name, key }, index): Snapshot => ({
    row: quarter * partners.length + index, asOf: (asOf - 91 * (quarters - quarter)) as SerialDate, quarter: null, name, key, health: ((index * 7 + quarter * 3) % 100) as Score,
    rating: (index * 7 + quarter * 3) % 100 < 60 ? 'Red' : 'Amber', confidence: null, dimensions, revenue: null, revenueTarget: null, pipeline: null, pipelineCoverage: null,
    portfolioHealth: 70 as Score, madeOn: null, run: null,
  }))).flat();
  const corrections = partners.flatMap((_, index): Correction[] => (index % 2 === 0
    ? [{ row: index, date: (asOf - 20 - index) as SerialDate, partner: index, initiative: null, correction: 'New plan', reason: null, measure: 'health', owner: null, reviewOn: null, status: null }]
    : []));
  const table = { sheet: 'Corrections', table: null, headerRow: 0, firstRow: 1, lastRow: corrections.length, columns: {}, headers: {}, rows: corrections };
  return { ...rows, history, corrections: { table, issues: [] } };
}

const make = (variant: number): Source[] => largeSources(1000, 20_000, variant);
const bare = median(make, barePass);
const judging = median((variant) => readTables(make(variant), { date1904: false }), (rows) => judge(rows, asOf as SerialDate));
const inFull = median((variant) => withThePast(readTables(make(variant), { date1904: false }), 8), (rows) => judge(rows, asOf as SerialDate));
const lifting = median(
  (variant) => judge(readTables(make(variant), { date1904: false }), asOf as SerialDate),
  (portfolio) => portfolio.partners.map((partner) => smallestChanges(portfolio, partner)),
  { warmUps: 1, runs: 3 },
);
const both = median(make, (sources) => judge(readTables(sources, { date1904: false }), asOf as SerialDate));
const converted = median((variant) => inThreeCurrencies(make(variant)), (sources) => judge(readTables(sources, { date1904: false }), asOf as SerialDate));
print('Parse and judge 1,000 partners x 20,000 initiatives (22 columns, with formats)', [
  { what: 'one bare pass', figure: milliseconds(bare) },
  { what: 'judge', figure: milliseconds(judging), goal: 'at most 10 ms' },
  { what: 'judge in full, with 8 quarters of history and 500 corrections', figure: milliseconds(inFull), goal: 'at most 40 ms' },
  { what: 'judge in full over a bare pass', figure: `${(inFull / bare).toFixed(1)} x` },
  { what: 'smallest changes of all partners (on demand)', figure: milliseconds(lifting) },
  { what: 'parse and judge', figure: milliseconds(both), goal: 'at most 60 ms' },
  { what: 'parse, convert three currencies to one and judge', figure: milliseconds(converted) },
  { what: 'parse and judge over a bare pass', figure: `${(both / bare).toFixed(1)} x` },
]);
