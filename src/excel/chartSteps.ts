/** Native charts as the calls that make them. What they show stands in cells by then, and the cells below them have their sizes. */
import type { Area, PlanChart, PlanSeries } from '../report/sheetPlan';
import { areaAddress } from './addresses';
import type { Step } from './sheetStep';
import { inertTitle } from './writingGateway';

const text = '#595959';
const strong = '#1F1F1F';
const rule = '#E1E1E1';

/** What office.js sends for a chart itself, for each series, and for each bar that has its own colour; titles and names within. */
const bytes = { chart: 6_000, series: 4_000, point: 700 } as const;

const bytesOf = ({ series }: PlanChart): number => series.reduce<number>((sum, { pointColors = [] }) => sum + bytes.series + pointColors.length * bytes.point, bytes.chart);

export function chartSteps(charts: readonly PlanChart[]): Step[] {
  return charts.map((chart) => ({ bytes: bytesOf(chart), run: (sheet) => addChart(sheet, chart) }));
}

function addChart(sheet: Excel.Worksheet, plan: PlanChart): void {
  const cells = (area: Area): Excel.Range => sheet.getRange(areaAddress(area)).untrack();
  const [first, ...further] = plan.series;
  if (first === undefined) return;
  // Of one column of numbers Excel has nothing to guess; what else belongs to it is told by name.
  const chart = sheet.charts.add(plan.kind === 'bar' ? 'BarClustered' : 'LineMarkers', cells(first.values), 'Columns');
  chart.name = plan.name;
  const { row, column, rows, columns } = plan.place;
  chart.setPosition(areaAddress({ row, column, rows: 1, columns: 1 }), areaAddress({ row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 }));
  dress(chart, plan);
  const all = [chart.series.getItemAt(0), ...further.map(({ name }) => chart.series.add(name))];
  plan.series.forEach((series, index) => {
    const drawn = all[index];
    if (drawn === undefined) return;
    drawn.name = series.name;
    drawn.setValues(cells(series.values));
    drawn.setXAxisValues(cells(plan.categories));
    paint(drawn, series, plan);
  });
}

/** All but its series. A font of the whole chart comes before those of its parts. */
function dress(chart: Excel.Chart, { kind, title, legend, scale }: PlanChart): void {
  const { format, axes: { categoryAxis, valueAxis } } = chart;
  format.font.size = 9;
  format.font.color = text;
  format.border.lineStyle = 'None';
  chart.title.text = inertTitle(title);
  chart.title.format.font.set({ size: 11, bold: true, color: strong });
  chart.legend.visible = legend;
  if (legend) chart.legend.position = 'Top';
  if (scale.minimum !== null) valueAxis.minimum = scale.minimum;
  if (scale.maximum !== null) valueAxis.maximum = scale.maximum;
  if (scale.step !== null) valueAxis.majorUnit = scale.step;
  valueAxis.majorGridlines.visible = kind === 'line';
  valueAxis.format.line.lineStyle = 'None';
  categoryAxis.majorTickMark = 'None';
  categoryAxis.format.line.color = rule;
  if (kind === 'bar') {
    categoryAxis.reversePlotOrder = true;
    // Each bar says its own value. The axis is there unseen: without one Excel would begin where it likes.
    valueAxis.tickLabelPosition = 'None';
    valueAxis.majorTickMark = 'None';
  } else {
    valueAxis.majorGridlines.format.line.color = rule;
  }
}

function paint(drawn: Excel.ChartSeries, { color, outline, pointColors }: PlanSeries, { kind, series, labelFormat }: PlanChart): void {
  drawn.hasDataLabels = true;
  drawn.dataLabels.position = kind === 'bar' ? 'OutsideEnd' : 'Top';
  drawn.dataLabels.numberFormat = labelFormat;
  if (kind === 'line') {
    drawn.format.line.set({ color, weight: 2.25 });
    drawn.set({ markerStyle: 'Circle', markerSize: 6, markerBackgroundColor: color, markerForegroundColor: color });
    return;
  }
  drawn.gapWidth = series.length > 1 ? 50 : 40;
  drawn.overlap = 0;
  drawn.format.fill.setSolidColor(color);
  if (outline !== undefined) drawn.format.line.set({ color: outline, weight: 0.75 });
  pointColors?.forEach((point, index) => {
    if (point !== color) drawn.points.getItemAt(index).format.fill.setSolidColor(point);
  });
}
