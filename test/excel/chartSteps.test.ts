/** Native charts over Microsoft's office.js: what stands on the sheet, what they refer to, and what they cost. */
import { chartSteps } from '../../src/excel/chartSteps';
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import { writeQbr } from '../../src/excel/writeQbr';
import type { Chart } from '../../src/host/chart';
import type { PlanChart } from '../../src/report/sheetPlan';
import { sheet, workbook } from '../workbench/engine/snapshots';
import { type AddIn, openAddIn, sampleWorkbook } from './openAddIn';

let addIn: AddIn;
afterEach(() => addIn.close());

const sheetNamed = (name: string): string => addIn.port.sheets().find((one) => one.name === name)!.id;
const chartsOn = (name: string): readonly Chart[] => addIn.port.charts(sheetNamed(name));

/** What the cells of a reference show. */
function cells(reference: string | null): unknown[] {
  const [, name = '', first = '', row = '', last = ''] = /^='?([^'!]+)'?!\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(reference ?? '') ?? [];
  const column = first.charCodeAt(0) - 65;
  return addIn.port.values(sheetNamed(name), { row: Number(row) - 1, column, rows: Number(last) - Number(row) + 1, columns: 1 }).flat();
}

describe('the charts of a review', () => {
  beforeEach(async () => {
    addIn = await openAddIn(sampleWorkbook());
    await addIn.Excel.run(async (context) => {
      const own = context.workbook.worksheets.getItem('Partners');
      own.charts.add('Line', own.getRange('A1:B4')).name = 'Mine';
      await context.sync();
    });
    addIn.forget();
  });

  test('are native, named by their subject, titled by their finding, over the cells of their plan', async () => {
    const before = JSON.stringify(chartsOn('Partners'));
    expect(await writeQbr({}, new LiveWorkbook())).toMatchObject({ kind: 'written' });
    const charts = chartsOn('QBR 2026 Q3');
    expect(charts.map(({ name, kind }) => [name, kind])).toEqual([
      ['Health by partner', 'bar'], ['Revenue against plan by partner', 'bar'], ['Health of the portfolio over time', 'line'], ['Value at risk by sponsor gap', 'bar'],
      ['Open initiatives by stage', 'bar'], ['Points lost by dimension', 'bar'],
    ]);
    expect(charts[0]?.title).toMatchObject({ visible: true, text: 'Oakhurst Logistics, Solstice Media\nand Corvus Robotics are Red', font: { size: 11, bold: true, color: '#1F1F1F' } });
    expect(charts.map(({ from, to }) => [from.column, to.column])).toEqual([[1, 7], [7, 13], [1, 7], [7, 13], [1, 7], [7, 13]]);
    expect(charts.every(({ from, to }) => to.row - from.row >= 8 && from.x + from.y + to.x + to.y === 0)).toBe(true);
    expect(JSON.stringify(chartsOn('Partners'))).toBe(before);
  });

  test('show what stands in the cells that they refer to, in its colours', async () => {
    await writeQbr({}, new LiveWorkbook());
    const [health, revenue, time] = chartsOn('QBR 2026 Q3');
    expect(cells(health!.series[0]!.categories).slice(0, 4)).toEqual(['■ Oakhurst Logistics', '■ Solstice Media', '■ Corvus Robotics', '▲ Halden Cloud']);
    const scores = cells(health!.series[0]!.values) as number[];
    expect(scores.slice(0, 3)).toEqual([...scores].sort((a, b) => a - b).slice(0, 3));
    const colorAt = (index: number): string | undefined => health!.series[0]!.points.find((point) => point.index === index)?.fill ?? health!.series[0]!.fill;
    expect([0, 3, 11].map(colorAt)).toEqual(['#C5303B', '#C77700', '#1E8E4E']);
    expect(health).toMatchObject({ categoryAxis: { reversed: true }, valueAxis: { visible: true, tickLabels: 'none', line: { paint: 'none' }, minimum: 0, majorGridlines: null }, legend: { visible: false }, line: { paint: 'none' } });
    expect(health!.series[0]!.labels).toMatchObject({ value: true, position: 'outEnd', numberFormat: '0' });

    expect(revenue!.series.map(({ name, fill, line }) => [name, fill, line.paint])).toEqual([['Revenue, USD', '#0F4C81', 'automatic'], ['Plan to date', '#B8CCE4', '#0F4C81']]);
    expect(revenue!.series.map(({ values }) => cells(values)[0])).toEqual([1_665_000, 2_165_588.79]);
    expect(revenue).toMatchObject({ legend: { visible: true, position: 't' }, overlap: 0 });

    expect(cells(time!.series[0]!.categories).at(-1)).toBe('30 Sep 26');
    expect(time).toMatchObject({ valueAxis: { visible: true, tickLabels: 'nextTo', minimum: 0, maximum: 100, majorUnit: 25 }, categoryAxis: { reversed: false }, series: [{ line: { paint: '#0F4C81' }, marker: { symbol: 'circle' } }] });
  });

  test('cost no request of their own', async () => {
    await writeQbr({}, new LiveWorkbook());
    expect(addIn.requests.length).toBeLessThanOrEqual(6);
  });
});

describe('one chart', () => {
  const area = (row: number, column: number, rows: number) => ({ row, column, rows, columns: 1 });
  const plan = (rows: number, more: Partial<PlanChart> = {}): PlanChart => ({
    kind: 'bar', name: 'Health', title: '=A1 is Red', place: { row: 20, column: 4, rows: 10, columns: 6 }, categories: area(0, 0, rows),
    series: [{ name: 'Health', values: area(0, 1, rows), color: '#C5303B', pointColors: Array.from({ length: rows }, (_, index) => (index % 2 ? '#C5303B' : '#1E8E4E')) }],
    labelFormat: '0', legend: false, scale: { minimum: null, maximum: null, step: null }, ...more,
  });

  async function bytesOf(one: PlanChart, rows: number): Promise<readonly [said: number, sent: number]> {
    addIn = await openAddIn(workbook([sheet('Review', Array.from({ length: rows }, (_, index) => [`Partner ${index}`, index]))]));
    const [step] = chartSteps([one]);
    await addIn.Excel.run(async (context) => {
      step?.run(context.workbook.worksheets.getItem('Review'));
      await context.sync();
    });
    return [step?.bytes ?? 0, Math.max(...addIn.requests.map(({ bytes }) => bytes))];
  }

  test.each([1, 15, 40])('of %i bars is no larger than it says, nor far smaller', async (rows) => {
    const [said, sent] = await bytesOf(plan(rows), rows);
    expect(sent).toBeLessThanOrEqual(said);
    expect(said).toBeLessThan(4 * sent);
  });

  test('of one bar without numbers refers to it all the same, and its title to nothing', async () => {
    await bytesOf(plan(1), 1);
    expect(chartsOn('Review')[0]).toMatchObject({ title: { text: '\u2060=A1 is Red' }, series: [{ name: 'Health', categories: '=Review!$A$1', values: '=Review!$B$1' }] });
  });

  test('whose values begin with a gap has all of them', async () => {
    await bytesOf(plan(3, { kind: 'line', series: [{ name: 'Health', values: area(0, 2, 3), color: '#0F4C81' }] }), 3);
    expect(chartsOn('Review')[0]?.series).toMatchObject([{ values: '=Review!$C$1:$C$3' }]);
  });
});
