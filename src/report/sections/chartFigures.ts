/** The figures that charts are drawn from, as small tables in the columns of their charts: values that stay what they were. */
import type { ChartFinding } from '../charts/finding';
import { section as text } from '../charts/sentences';
import { looks } from '../palette';
import type { Entry, Grid, SheetComposer } from '../sheetComposer';
import type { Area, PlanChart } from '../sheetPlan';
import { heading } from './section';

/** A chart that has its place, and no cells to refer to yet. */
export interface PlacedChart {
  readonly finding: ChartFinding;
  readonly place: Area;
}

/** The last column of the chart's own parts its table from the next one. */
const width = ({ place }: PlacedChart): number => place.columns - 1;

/** Series stand at the right end of the table, below their names; what they are of at the left end. */
const seriesColumn = (chart: PlacedChart, index: number): number => chart.place.column + width(chart) - chart.finding.series.length + index;

/** Adds the figures of each row of charts on one page, and then the charts, for now they have cells. */
export function chartFigures(sheet: SheetComposer, grid: Grid, rows: readonly (readonly PlacedChart[])[]): void {
  if (rows.length === 0) return;
  heading(sheet, grid, text.figures, null);
  for (const charts of rows) {
    sheet.add(charts.map(({ finding, place }) => ({ column: place.column, value: finding.name, look: looks.subject })), { height: 28, keepWithNext: true });
    sheet.add(charts.flatMap(headers), { keepWithNext: true });
    const first = sheet.row;
    const longest = Math.max(...charts.map(({ finding }) => finding.categories.length));
    for (let item = 0; item < longest; item += 1) sheet.add(charts.flatMap((chart) => figures(chart, item)), { height: 14, keepWithNext: item < longest - 1 });
    for (const chart of charts) refer(sheet, chart, first);
  }
}

function headers(chart: PlacedChart): Entry[] {
  const { finding, place } = chart;
  return [
    { column: place.column, span: width(chart), value: finding.of, look: looks.header },
    ...finding.series.map(({ name }, index) => ({ column: seriesColumn(chart, index), value: name, look: looks.right })),
  ];
}

function figures(chart: PlacedChart, item: number): Entry[] {
  const { categories, series } = chart.finding;
  const category = categories[item];
  if (category === undefined) return [];
  return [{ column: chart.place.column, value: category }, ...series.map(({ values }, index) => ({ column: seriesColumn(chart, index), value: values[item] ?? null }))];
}

function refer(sheet: SheetComposer, chart: PlacedChart, row: number): void {
  const { finding: { kind, name, title, labelFormat, exactFormat, legend, scale, categories, series }, place } = chart;
  const area = (column: number, columns = 1): Area => ({ row, column, rows: categories.length, columns });
  sheet.addLook(area(place.column, width(chart)), { ...looks.rowsRule, size: looks.quiet.size });
  const placed = series.map(({ name: of, color, outline, pointColors }, index): PlanChart['series'][number] => {
    const values = area(seriesColumn(chart, index));
    sheet.addLook(values, { ...looks.right, numberFormat: exactFormat });
    return { name: of, values, color, outline, pointColors };
  });
  sheet.addChart({ kind, name, title, place, categories: area(place.column), series: placed, labelFormat, legend, scale });
}
