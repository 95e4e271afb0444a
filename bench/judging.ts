/** Parse and judge 1,000 partners with 20,000 initiatives, beside one bare pass over the same arrays. */
import { judge } from '../src/domain/judge';
import type { SerialDate } from '../src/domain/measure';
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

const make = (variant: number): Source[] => largeSources(1000, 20_000, variant);
const bare = median(make, barePass);
const judging = median((variant) => readTables(make(variant), { date1904: false }), (rows) => judge(rows, asOf as SerialDate));
const both = median(make, (sources) => judge(readTables(sources, { date1904: false }), asOf as SerialDate));
const converted = median((variant) => inThreeCurrencies(make(variant)), (sources) => judge(readTables(sources, { date1904: false }), asOf as SerialDate));
print('Parse and judge 1,000 partners x 20,000 initiatives (22 columns, with formats)', [
  { what: 'one bare pass', figure: milliseconds(bare) },
  { what: 'judge', figure: milliseconds(judging), goal: 'at most 10 ms' },
  { what: 'parse and judge', figure: milliseconds(both), goal: 'at most 60 ms' },
  { what: 'parse, convert three currencies to one and judge', figure: milliseconds(converted) },
  { what: 'parse and judge over a bare pass', figure: `${(both / bare).toFixed(1)} x` },
]);
