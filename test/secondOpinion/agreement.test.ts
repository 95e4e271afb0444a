/** The product and the second opinion, which share no line, give the same JSON for workbooks made by chance. */
import fc from 'fast-check';
import type { SerialDate } from '../../src/domain/measure';
import type { Portfolio } from '../../src/domain/portfolio';
import { judge } from '../../src/domain/judge';
import { portfolioJson } from '../../src/report/portfolioJson';
import type { Source, SourceValue } from '../../src/tables/source';
import { readTables } from '../../src/tables/readTables';
import { type Exchange, secondOpinion, type Grid } from './judge';
import { asOf, workbook } from './randomWorkbook';

function source(grid: Grid, position: number): Source {
  const columns = Object.values(grid.columns).sort((a, b) => a.column - b.column);
  return {
    sheet: grid.sheet, sheetPosition: position, hidden: false, table: grid.sheet, hasHeaders: true, hasTotals: false, row: 0, column: 0,
    values: [columns.map(({ header }) => header), ...grid.rows.map((row) => row.map(({ raw }): SourceValue => (raw === null ? '' : typeof raw === 'object' ? raw.error : raw)))],
    formats: [columns.map(() => 'General'), ...grid.rows.map((row) => row.map(({ format }) => format))],
  };
}

type Json = Omit<ReturnType<typeof secondOpinion>, 'money' | 'facts'>;
type Money = ReturnType<typeof secondOpinion>['money'];

/** Breaches and issues come in any order; ended partners' own dimensions are shown, not judged. */
function comparable(json: Json): Json {
  const sorted = <T>(list: readonly T[]): T[] => [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return { ...json, gateBreaches: sorted(json.gateBreaches), issues: sorted(json.issues.map(({ cell, code }) => ({ cell, code }))) };
}

const pick = (json: Json): Json => comparable({ portfolio: json.portfolio, partners: json.partners, sponsorGaps: json.sponsorGaps, sponsorCoverage: json.sponsorCoverage, gateBreaches: json.gateBreaches, issues: json.issues, counts: json.counts });

const inHundredths = (amount: number | null): number | null => (amount === null ? null : Math.round(amount * 100));

function moneyOf({ rows, headline: { sourced, influenced } }: Portfolio): Money {
  const rates = rows.rates.map(({ currency, rate, asOf: day, cell }) => ({ currency, rate, asOf: day, row: cell.row }));
  return { currency: rows.currency, rates: inOrder(rates), sourced, influenced };
}
const inOrder = <Rate extends { currency: string }>(rates: readonly Rate[]): Rate[] => [...rates].sort((a, b) => (a.currency < b.currency ? -1 : 1));

test('two independent calculations agree to the sixth decimal, and on every converted cent', () => {
  let conversions = 0;
  fc.assert(
    fc.property(workbook, ([partners, initiatives, rates, wanted]) => {
      const sources = [partners, initiatives, ...(rates === null ? [] : [rates])].map(source);
      const exchange: Exchange = { rates, wanted };
      const product = judge(readTables(sources, { date1904: false, asOf: asOf as SerialDate, reportingCurrency: wanted }), asOf as SerialDate);
      const { money, ...opinion } = secondOpinion(partners, initiatives, asOf, exchange);
      expect(pick(JSON.parse(portfolioJson(product)) as Json)).toEqual(pick(opinion));
      expect(moneyOf(product)).toEqual({ ...money, rates: inOrder(money.rates), sourced: inHundredths(money.sourced), influenced: inHundredths(money.influenced) });
      conversions += money.rates.length;
    }),
    { numRuns: Number(process.env.SECOND_OPINION_RUNS ?? 300), seed: 20260930 },
  );
  // Workbooks without any conversion would prove nothing of it.
  expect(conversions).toBeGreaterThan(10);
});
