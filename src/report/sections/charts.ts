/** The charts, two in a row, each with its finding above and its figures in words below; what they are drawn from stands at the end. */
import type { Portfolio } from '../../domain/portfolio';
import { type ChartFinding, type ChartResult, captionOf, isDrawn } from '../charts/finding';
import { healthByPartner } from '../charts/healthByPartner';
import { partnerHealthOverTime, portfolioHealthOverTime } from '../charts/healthOverTime';
import { pointsLost } from '../charts/pointsLost';
import { revenueByInitiative, revenueByPartner } from '../charts/revenueAgainstPlan';
import { section as text } from '../charts/sentences';
import { stageFunnel } from '../charts/stageFunnel';
import { valueAtRisk } from '../charts/valueAtRisk';
import { looks } from '../palette';
import type { Entry, Grid, SheetComposer } from '../sheetComposer';
import { lines } from '../textFit';
import { type PlacedChart, chartFigures } from './chartFigures';
import { type View, heading, lineCharacters } from './section';

const perRow = 2;

export function charts(sheet: SheetComposer, grid: Grid, portfolio: Portfolio, view: View): () => void {
  const results = view.of === 'portfolio' ? ofPortfolio(portfolio) : ofPartner(portfolio);
  const drawn = results.filter(isDrawn);
  heading(sheet, grid, text.heading, drawn.length === 0 ? null : text.finding);
  const rows = Array.from({ length: Math.ceil(drawn.length / perRow) }, (_, row) => placedRow(sheet, grid, drawn.slice(row * perRow, (row + 1) * perRow)));
  const missing = results.flatMap((result) => (isDrawn(result) ? [] : [result.why])).join(' ');
  for (const line of lines(missing, lineCharacters)) sheet.add([{ column: grid.first, value: line, look: looks.quiet }]);
  return () => chartFigures(sheet, grid, rows);
}

/** Those of a row are about as high as each other. */
function ofPortfolio(portfolio: Portfolio): readonly ChartResult[] {
  return [healthByPartner(portfolio), revenueByPartner(portfolio), portfolioHealthOverTime(portfolio), valueAtRisk(portfolio), stageFunnel(portfolio), pointsLost(portfolio)];
}

function ofPartner(portfolio: Portfolio): readonly ChartResult[] {
  const [judged] = portfolio.partners;
  return [revenueByInitiative(portfolio), ...(judged === undefined ? [] : [partnerHealthOverTime(portfolio, judged)])];
}

/** What a title of two lines takes, a bar with its share of the gap between two, a legend; and what a line needs to be seen rising. */
const points = { title: 44, bar: 15, furtherBar: 9, legend: 20, line: 175, least: 120 } as const;

function heightOf({ kind, categories, series, legend }: ChartFinding): number {
  if (kind === 'line') return points.line;
  return Math.max(points.least, points.title + categories.length * (points.bar + (series.length - 1) * points.furtherBar) + (legend ? points.legend : 0));
}

/** Charts side by side and what stands below them, on one page. */
function placedRow(sheet: SheetComposer, grid: Grid, findings: readonly ChartFinding[]): readonly PlacedChart[] {
  const columns = (grid.last - grid.first + 1) / perRow;
  const { row, rows } = sheet.room(Math.max(...findings.map(heightOf)));
  const placed = findings.map((finding, index) => ({ finding, place: { row, column: grid.first + index * columns, rows, columns } }));
  const captions = findings.map(({ caption }) => captionOf(caption));
  for (let line = 0; line < Math.max(...captions.map(({ length }) => length)); line += 1) {
    const entries = placed.flatMap(({ place }, index): Entry[] => {
      const value = captions[index]?.[line];
      return value === undefined ? [] : [{ column: place.column, value, look: looks.caption }];
    });
    sheet.add(entries, { height: 13, keepWithNext: true });
  }
  sheet.space(10);
  return placed;
}
