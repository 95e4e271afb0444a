/** The product and the second opinion, which share no line, give the same JSON for workbooks made by chance. */
import fc from 'fast-check';
import type { SerialDate } from '../../src/domain/measure';
import { judge } from '../../src/domain/judge';
import { portfolioJson } from '../../src/report/portfolioJson';
import type { Source, SourceValue } from '../../src/tables/source';
import { readTables } from '../../src/tables/readTables';
import { secondOpinion, type Grid } from './judge';
import { asOf, workbook } from './randomWorkbook';

function source(grid: Grid, position: number): Source {
  const columns = Object.values(grid.columns).sort((a, b) => a.column - b.column);
  return {
    sheet: grid.sheet, sheetPosition: position, hidden: false, table: grid.sheet, hasHeaders: true, hasTotals: false, row: 0, column: 0,
    values: [columns.map(({ header }) => header), ...grid.rows.map((row) => row.map(({ raw }): SourceValue => (raw === null ? '' : typeof raw === 'object' ? raw.error : raw)))],
    formats: [columns.map(() => 'General'), ...grid.rows.map((row) => row.map(({ format }) => format))],
  };
}

type Json = ReturnType<typeof secondOpinion>;

/** Breaches and issues come in any order; ended partners' own dimensions are shown, not judged. */
function comparable(json: Json): Json {
  const sorted = <T>(list: readonly T[]): T[] => [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return { ...json, gateBreaches: sorted(json.gateBreaches), issues: sorted(json.issues.map(({ cell, code }) => ({ cell, code }))) };
}

const pick = (json: Json): Json => comparable({ portfolio: json.portfolio, partners: json.partners, sponsorGaps: json.sponsorGaps, sponsorCoverage: json.sponsorCoverage, gateBreaches: json.gateBreaches, issues: json.issues, counts: json.counts });

test('two independent calculations agree to the sixth decimal', () => {
  fc.assert(
    fc.property(workbook, ([partners, initiatives]) => {
      const rows = readTables([source(partners, 0), source(initiatives, 1)], { date1904: false });
      const product = JSON.parse(portfolioJson(judge(rows, asOf as SerialDate))) as Json;
      expect(pick(product)).toEqual(pick(secondOpinion(partners, initiatives, asOf)));
    }),
    { numRuns: Number(process.env.SECOND_OPINION_RUNS ?? 300), seed: 20260930 },
  );
});
