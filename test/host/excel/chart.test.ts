import { sheet, workbook } from '../../workbench/engine/snapshots';
import { openOffice } from '../openOffice';
import type { OpenOffice } from '../openOffice';

let office: OpenOffice;
beforeEach(async () => {
  office = await openOffice(workbook([
    sheet('Data', [['Partner', 'Health', 'Plan'], ['Northwind', 81, 90], ['Halden', 42, 70], ['Contoso', 64, 65]]),
    sheet('Review', [['Charts']]),
  ]));
});
afterEach(() => office.close());

const data = (context: Excel.RequestContext, address = 'A1:C4'): Excel.Range => context.workbook.worksheets.getItem('Data').getRange(address);
const charts = (context: Excel.RequestContext): Excel.ChartCollection => context.workbook.worksheets.getItem('Review').charts;
const stored = () => office.port.charts('review');

async function made(type: Excel.ChartType | 'BarClustered' | 'LineMarkers' = 'BarClustered', dress: (chart: Excel.Chart) => void = () => undefined): Promise<void> {
  await office.Excel.run(async (context) => {
    dress(charts(context).add(type as 'BarClustered', data(context)));
    await context.sync();
  });
}

describe('a new chart', () => {
  it('takes names, categories and values from where Excel would', async () => {
    await made();
    expect(stored()[0]).toMatchObject({
      kind: 'bar', grouping: 'clustered', name: 'Chart 1', plotBy: 'columns',
      series: [
        { name: '=Data!$B$1', categories: '=Data!$A$2:$A$4', values: '=Data!$B$2:$B$4' },
        { name: '=Data!$C$1', categories: '=Data!$A$2:$A$4', values: '=Data!$C$2:$C$4' },
      ],
    });
  });

  it.each<[string, 'Auto' | 'Rows' | 'Columns', object[]]>([
    ['A1:C4', 'Rows', [{ name: '=Data!$A$2', categories: '=Data!$B$1:$C$1', values: '=Data!$B$2:$C$2' }, { name: '=Data!$A$3' }, { name: '=Data!$A$4' }]],
    ['B2:B4', 'Auto', [{ name: 'Series1', categories: null, values: '=Data!$B$2:$B$4' }]],
    ['B1:B4', 'Auto', [{ name: '=Data!$B$1', categories: null, values: '=Data!$B$2:$B$4' }]],
    ['A2:B4', 'Columns', [{ name: 'Series1', categories: '=Data!$A$2:$A$4', values: '=Data!$B$2:$B$4' }]],
    ['A2:C2', 'Auto', [{ name: '=Data!$A$2', categories: null, values: '=Data!$B$2:$C$2' }]],
  ])('of %s by %s', async (address, by, series) => {
    await office.Excel.run(async (context) => {
      charts(context).add('ColumnClustered', data(context, address), by);
      await context.sync();
    });
    expect(stored()[0]?.series).toMatchObject(series);
  });

  it('is refused by name where this host draws none of its kind', async () => {
    const { code, message } = await office.refusal((context) => void charts(context).add('Radar', data(context)));
    expect([code, message]).toEqual(['UnsupportedOperation', 'The operation being attempted is not supported. This host draws no Radar charts.']);
    expect(stored()).toEqual([]);
  });

  it('is refused on a protected sheet', async () => {
    office.port.updateSheet('review', { protected: true });
    expect((await office.refusal((context) => void charts(context).add('Line', data(context)))).code).toBe('AccessDenied');
  });
});

describe('what is set is read again', () => {
  interface Case {
    readonly set: (chart: Excel.Chart) => void;
    readonly load: string;
    readonly read: (chart: Excel.Chart) => unknown;
    readonly value: unknown;
  }
  const series = (chart: Excel.Chart): Excel.ChartSeries => chart.series.getItemAt(0);
  const cases: Readonly<Record<string, Case>> = {
    title: { set: (c) => { c.title.text = 'One in three is red'; }, load: 'title/text,title/visible', read: (c) => [c.title.text, c.title.visible], value: ['One in three is red', true] },
    'no title': { set: (c) => { c.title.visible = false; }, load: 'title/visible', read: (c) => c.title.visible, value: false },
    'title font': { set: (c) => { c.title.format.font.size = 11; c.title.format.font.bold = true; c.title.format.font.color = '#0F4C81'; }, load: 'title/format/font', read: (c) => [c.title.format.font.size, c.title.format.font.bold, c.title.format.font.color], value: [11, true, '#0F4C81'] },
    legend: { set: (c) => { c.legend.position = 'Top'; c.legend.visible = true; }, load: 'legend', read: (c) => [c.legend.position, c.legend.visible], value: ['Top', true] },
    'value axis': { set: (c) => { const axis = c.axes.valueAxis; axis.minimum = 0; axis.maximum = 100; axis.majorUnit = 25; axis.visible = false; axis.majorGridlines.visible = false; }, load: 'axes/valueAxis,axes/valueAxis/majorGridlines', read: (c) => { const axis = c.axes.valueAxis; return [axis.minimum, axis.maximum, axis.majorUnit, axis.visible, axis.majorGridlines.visible]; }, value: [0, 100, 25, false, false] },
    'category axis': { set: (c) => { c.axes.categoryAxis.reversePlotOrder = true; c.axes.categoryAxis.majorTickMark = 'None'; c.axes.categoryAxis.format.font.size = 9; }, load: 'axes/categoryAxis,axes/categoryAxis/format/font', read: (c) => [c.axes.categoryAxis.reversePlotOrder, c.axes.categoryAxis.majorTickMark, c.axes.categoryAxis.format.font.size], value: [true, 'None', 9] },
    'axis title': { set: (c) => { c.axes.valueAxis.title.text = 'Health'; }, load: 'axes/valueAxis/title', read: (c) => [c.axes.valueAxis.title.text, c.axes.valueAxis.title.visible], value: ['Health', true] },
    type: { set: (c) => { c.chartType = 'LineMarkers'; }, load: 'chartType', read: (c) => c.chartType, value: 'LineMarkers' },
    name: { set: (c) => { c.name = 'Health by partner'; }, load: 'name', read: (c) => c.name, value: 'Health by partner' },
    blanks: { set: (c) => { c.displayBlanksAs = 'Zero'; }, load: 'displayBlanksAs', read: (c) => c.displayBlanksAs, value: 'Zero' },
    gap: { set: (c) => { series(c).gapWidth = 60; series(c).overlap = 100; }, load: 'series/items/gapWidth,series/items/overlap', read: (c) => c.series.items.map((one) => [one.gapWidth, one.overlap]), value: [[60, 100], [60, 100]] },
    labels: { set: (c) => { series(c).hasDataLabels = true; series(c).dataLabels.position = 'OutsideEnd'; series(c).dataLabels.numberFormat = '0.0'; }, load: 'series/items/hasDataLabels', read: (c) => c.series.items.map((one) => one.hasDataLabels), value: [true, false] },
    'series name': { set: () => undefined, load: 'series/items/name', read: (c) => c.series.items.map(({ name }) => name), value: ['Health', 'Plan'] },
    line: { set: (c) => { series(c).format.line.weight = 2; series(c).format.line.color = '#0F4C81'; series(c).format.line.lineStyle = 'Dash'; }, load: 'series/items/format/line', read: (c) => { const { line } = c.series.items[0]?.format ?? {}; return [line?.weight, line?.color, line?.lineStyle]; }, value: [2, '#0F4C81', 'Dash'] },
    marker: { set: (c) => { series(c).markerStyle = 'Square'; series(c).markerSize = 8; }, load: 'series/items/markerStyle,series/items/markerSize', read: (c) => [c.series.items[0]?.markerStyle, c.series.items[0]?.markerSize], value: ['Square', 8] },
  };

  it.each(Object.keys(cases))('%s', async (name) => {
    const one = cases[name];
    if (one === undefined) throw new Error('no such case');
    await made('BarClustered', one.set);
    const value = await office.ask((context) => {
      const chart = charts(context).getItemAt(0);
      chart.load(one.load);
      return () => one.read(chart);
    });
    expect(value).toEqual(one.value);
  });
});

describe('colours', () => {
  it('are those of the series, of single points, or none', async () => {
    await made('BarClustered', (chart) => {
      const series = chart.series.getItemAt(0);
      series.format.fill.setSolidColor('#1E8E4E');
      series.points.getItemAt(1).format.fill.setSolidColor('#C5303B');
      series.points.getItemAt(1).format.border.color = '#8E1B23';
      chart.format.fill.clear();
      chart.format.border.clear();
    });
    const [chart] = stored();
    expect(chart).toMatchObject({ fill: 'none', line: { paint: 'none' } });
    expect(chart?.series[0]).toMatchObject({ fill: '#1E8E4E', points: [{ index: 1, fill: '#C5303B', line: { paint: '#8E1B23' } }] });
  });

  it('of a point that is not there are refused', async () => {
    await made();
    const { code } = await office.refusal((context) => charts(context).getItemAt(0).series.getItemAt(0).points.getItemAt(7).format.fill.setSolidColor('red'));
    expect(code).toBe('InvalidArgument');
  });
});

describe('where it stands', () => {
  it('is from the corner of one cell to the far corner of another', async () => {
    await made('BarClustered', (chart) => chart.setPosition('B3', 'D8'));
    expect(stored()[0]).toMatchObject({ from: { row: 2, column: 1, x: 0, y: 0 }, to: { row: 8, column: 4, x: 0, y: 0 } });
  });

  it('is read in points, and set in them', async () => {
    await made('BarClustered', (chart) => chart.setPosition('B3', 'D8'));
    await office.Excel.run(async (context) => {
      const chart = charts(context).getItemAt(0);
      chart.load('left,top,width,height');
      await context.sync();
      const { left, top, width, height } = chart;
      const sheetOf = 'review';
      expect([left, top, width, height]).toEqual([office.port.columnWidth(sheetOf, 0), 2 * office.port.rowHeight(sheetOf, 0), 3 * office.port.columnWidth(sheetOf, 1), 6 * office.port.rowHeight(sheetOf, 3)].map((points) => Math.round(points * 100) / 100));
      chart.left = left + 10;
      chart.height = height + 5;
      await context.sync();
      chart.load('left,top,width,height');
      await context.sync();
      expect([chart.left, chart.top, chart.width, chart.height]).toEqual([left + 10, top, width, height + 5]);
    });
  });

  it('moves with the rows above it, and stays with what it shows', async () => {
    await made('BarClustered', (chart) => chart.setPosition('B3', 'D8'));
    office.port.insertCells('review', { row: 0, column: 0, rows: 2, columns: 16384 }, 'down');
    office.port.insertCells('data', { row: 1, column: 0, rows: 1, columns: 16384 }, 'down');
    office.port.updateSheet('data', { name: 'The data' });
    expect(stored()[0]).toMatchObject({ from: { row: 4, column: 1 }, to: { row: 10, column: 4 }, series: [{ name: "='The data'!$B$1", values: "='The data'!$B$3:$B$5" }, {}] });
  });
});

describe('the charts of a sheet', () => {
  it('are counted, found by name and deleted; undo brings them back', async () => {
    await made();
    await made('LineMarkers', (chart) => { chart.name = 'Trend'; });
    const [count, found, missing] = await office.ask((context) => {
      const number = charts(context).getCount();
      const trend = charts(context).getItemOrNullObject('trend').load('chartType');
      const none = charts(context).getItemOrNullObject('Nothing').load('name');
      return () => [number.value, trend.chartType, none.isNullObject] as const;
    });
    expect([count, found, missing]).toEqual([2, 'LineMarkers', true]);
    await office.Excel.run(async (context) => {
      charts(context).getItem('Trend').delete();
      await context.sync();
    });
    expect(stored().map(({ name }) => name)).toEqual(['Chart 1']);
    office.port.undo();
    expect(stored().map(({ name }) => name)).toEqual(['Chart 1', 'Trend']);
  });

  it('take other data and other series', async () => {
    await made('BarClustered', (chart) => {
      chart.setData(chart.worksheet.context.workbook.worksheets.getItem('Data').getRange('A1:B4'));
      const added = chart.series.add('By hand');
      added.setValues(chart.context.workbook.worksheets.getItem('Data').getRange('C2:C4'));
    });
    expect(stored()[0]?.series).toMatchObject([{ values: '=Data!$B$2:$B$4' }, { name: 'By hand', values: '=Data!$C$2:$C$4', categories: '=Data!$A$2:$A$4' }]);
  });

  it('have no picture without a screen', async () => {
    await made();
    const { code } = await office.refusal((context) => void charts(context).getItemAt(0).getImage());
    expect(code).toBe('UnsupportedOperation');
  });
});
