import { type Answer, type Area, type Level, areas } from '../../src/domain/assessment';
import { judge } from '../../src/domain/judge';
import type { SerialDate } from '../../src/domain/measure';
import { practiceResult } from '../../src/domain/practiceResult';
import { samplePortfolio } from '../taskpane/samplePortfolio';

const answered = (date: number, levelOf: (area: Area) => Level | null): Answer[] => areas.map((area, row) => ({ row, date: date as SerialDate, assessor: null, area, level: levelOf(area), evidence: null }));
const resultOf = (assessment: readonly Answer[]) => practiceResult(judge({ ...samplePortfolio.rows, assessment }, samplePortfolio.asOf, samplePortfolio.policy));
const day = samplePortfolio.asOf;

test.each([[-1, 100], [0, 100], [40, 100]])('the latest assessment counts, also %i days from the day of the portfolio', (days, maturity) => {
  expect(resultOf([...answered(day - 100, () => 2), ...answered(day + days, () => 4)])).toMatchObject({ maturity, comparison: { last: day - 100, maturity: { by: 50 } } });
});

test('what is claimed is held against what the workbook shows on its own day', () => {
  expect(resultOf(answered(day + 40, () => 4))?.contradictions.map(({ area }) => area)).toContain('expectations');
});

test('nothing is no result', () => {
  expect(resultOf([])).toBeNull();
});
