import fc from 'fast-check';
import { NO_LINE, PLAIN_AXIS, PLAIN_CHART, PLAIN_FONT, PLAIN_LABELS, PLAIN_LINE, PLAIN_MARKER, type Chart, type ChartSeries } from '../../../src/host/chart';
import type { SheetSnapshot } from '../../../src/workbench/workbookSnapshot';
import { writeXlsx } from '../../../src/workbench/xlsx/writeXlsx';
import { excelJsFile, opened, partsOf, rawFile, savedWith, textOf, withParts } from './fixtures';
import { packageProblems } from './packageStructure';

const series = (more: Partial<ChartSeries> = {}): ChartSeries => ({
  name: '=Sheet1!$B$1', values: '=Sheet1!$B$2:$B$3', categories: '=Sheet1!$A$2:$A$3', fill: 'automatic', line: PLAIN_LINE, marker: PLAIN_MARKER, labels: null, points: [], smooth: false, ...more,
});
const chart = (more: Partial<Chart> = {}): Chart => ({
  ...PLAIN_CHART, id: '{7F1E5C3A-0000-4000-8000-000000000001}', name: 'Chart 1', kind: 'bar', grouping: 'clustered', plotBy: 'columns', series: [series()],
  from: { row: 1, column: 3, x: 0, y: 0 }, to: { row: 12, column: 9, x: 4.5, y: 6 }, ...more,
});

const file = rawFile(
  '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Partner</t></is></c><c r="B1" t="inlineStr"><is><t>Health</t></is></c></row>'
    + '<row r="2"><c r="A2" t="inlineStr"><is><t>R&amp;D &lt;Co&gt;</t></is></c><c r="B2"><v>81.5</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>Halden</t></is></c><c r="B3"><v>42</v></c></row></sheetData>',
);

const withCharts = (sheet: SheetSnapshot, charts: readonly Chart[]): SheetSnapshot => ({ ...sheet, charts });

function written(charts: readonly Chart[], into: Uint8Array = file): Uint8Array {
  const { snapshot, package: original } = opened(into);
  const result = writeXlsx(savedWith(snapshot, withCharts(snapshot.sheets[0]!, charts)), original);
  expect(result.notes).toEqual([]);
  expect(packageProblems(result.bytes)).toEqual([]);
  return result.bytes;
}
const chartsOf = (bytes: Uint8Array): readonly Chart[] => opened(bytes).snapshot.sheets[0]?.charts ?? [];

describe('charts', () => {
  const dressed = chart({
    title: { visible: true, text: 'Three partners hold 71 %\nof the value at risk', overlay: false, font: { ...PLAIN_FONT, size: 11, bold: true, color: '#0F4C81' } },
    altText: 'Halden 42; R&D 81.5', legend: { ...PLAIN_CHART.legend, visible: false }, gapWidth: 40, overlap: 100, fill: 'none', line: NO_LINE, plotFill: '#F7F7F7', font: { ...PLAIN_FONT, name: 'Aptos', size: 9 },
    categoryAxis: { ...PLAIN_AXIS, reversed: true, line: NO_LINE, font: { ...PLAIN_FONT, size: 9 } },
    valueAxis: { ...PLAIN_AXIS, visible: false, minimum: 0, maximum: 100, majorUnit: 25, numberFormat: '0', majorGridlines: { paint: '#E1E1E1', weight: 0.5, dash: 'sysDash' }, title: { visible: true, text: 'Health', overlay: false, font: PLAIN_FONT } },
    series: [series({
      fill: '#1E8E4E', line: { paint: '#0F4C81', weight: 1.25, dash: 'solid' }, labels: { ...PLAIN_LABELS, position: 'outEnd', numberFormat: '0.0', font: { ...PLAIN_FONT, bold: true } },
      points: [{ index: 1, fill: '#C5303B', line: PLAIN_LINE }],
    })],
  });

  it.each<[string, Chart]>([
    ['plain bars', chart()],
    ['dressed bars', dressed],
    ['columns stacked', chart({ kind: 'column', grouping: 'stacked', overlap: 100, series: [series(), series({ name: 'Plan', values: '=Sheet1!$C$2:$C$3' })] })],
    ['lines', chart({ kind: 'line', grouping: 'standard', gapWidth: 150, overlap: 0, blanks: 'span', series: [series({ marker: { symbol: 'circle', size: 7, fill: '#FFFFFF', line: '#0F4C81' }, smooth: true }), series({ marker: { ...PLAIN_MARKER, symbol: 'none' } })] })],
    ['without a title or categories', chart({ title: { ...PLAIN_CHART.title, visible: false }, series: [series({ categories: null })] })],
  ])('come back as they were: %s', (_, one) => {
    expect(chartsOf(written([one]))).toEqual([one]);
  });

  it('say what stands in the cells, for programs that do not calculate', () => {
    const xml = textOf(partsOf(written([chart()])), 'xl/charts/chart1.xml');
    expect(xml).toContain('<c:f>Sheet1!$A$2:$A$3</c:f><c:strCache><c:ptCount val="2"/><c:pt idx="0"><c:v>R&amp;D &lt;Co&gt;</c:v></c:pt>');
    expect(xml).toContain('<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>81.5</c:v></c:pt><c:pt idx="1"><c:v>42</c:v></c:pt></c:numCache>');
  });

  it('stand one after the other, and go with all that was theirs', () => {
    const second = chart({ id: '{7F1E5C3A-0000-4000-8000-000000000002}', name: 'Chart 2' });
    const two = written([chart(), second]);
    expect(chartsOf(two)).toEqual([chart(), second]);
    const one = written([second], two);
    expect(chartsOf(one)).toEqual([second]);
    expect(Object.keys(partsOf(one)).filter((name) => name.includes('chart'))).toEqual(['xl/charts/chart2.xml']);
    expect(Object.keys(partsOf(written([], one))).filter((name) => /chart|drawing/.test(name))).toEqual([]);
  });

  it('any chart comes back as it was', () => {
    const font = fc.record({ name: fc.constantFrom(null, 'Aptos'), size: fc.constantFrom(null, 9, 10.5), color: fc.constantFrom(null, '#0F4C81'), bold: fc.constantFrom(null, true, false), italic: fc.constant(null) });
    const paint = fc.constantFrom('automatic', 'none', '#C5303B');
    const line = fc.record({ paint, weight: fc.constantFrom(null, 0.75, 2.25), dash: fc.constant('solid' as const) }).filter(({ paint: own, weight }) => own !== 'automatic' || weight === null);
    const title = fc.record({ visible: fc.constant(true), text: fc.constantFrom('Health', 'a < b & "c"', ' two  blanks '), overlay: fc.boolean(), font });
    const axis = fc.record({
      visible: fc.boolean(), title, minimum: fc.constantFrom(null, 0, -5), maximum: fc.constantFrom(null, 100), majorUnit: fc.constant(null), majorGridlines: fc.constantFrom(null, PLAIN_LINE), minorGridlines: fc.constant(null),
      numberFormat: fc.constantFrom(null, '0 %'), majorTickMark: fc.constantFrom('none' as const, 'out' as const), minorTickMark: fc.constant('none' as const), tickLabels: fc.constantFrom('nextTo' as const, 'low' as const, 'none' as const), line, font, reversed: fc.boolean(),
    });
    const any = fc.record({ title, categoryAxis: axis, valueAxis: axis, fill: paint, line, font, plotFill: paint, visibleOnly: fc.boolean(), blanks: fc.constantFrom('gap' as const, 'zero' as const, 'span' as const) }).map((more) => chart(more));
    fc.assert(fc.property(any, (one) => {
      expect(chartsOf(written([one]))).toEqual([one]);
    }), { numRuns: 40 });
  });
});

describe('charts that others made', () => {
  const THEIRS = '<?xml version="1.0"?><c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:trendline><c:trendlineType val="linear"/></c:trendline><c:cat><c:strRef><c:f>Sheet1!$A$2:$A$3</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$B$2:$B$3</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>';
  const PIE = THEIRS.replace(/<c:barChart>.*<\/c:valAx>/, '<c:pieChart><c:ser><c:idx val="0"/><c:order val="0"/></c:ser></c:pieChart>');
  const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const anchor = (id: number): string =>
    `<oneCellAnchor><from><col>3</col><colOff>0</colOff><row>1</row><rowOff>0</rowOff></from><ext cx="1828800" cy="1905000"/><graphicFrame macro=""><nvGraphicFramePr><cNvPr id="${id + 1}" name="Theirs ${id}"/><cNvGraphicFramePr/></nvGraphicFramePr><xfrm/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${R}" r:id="rId${id}"/></a:graphicData></a:graphic></graphicFrame><clientData/></oneCellAnchor>`;
  const override = (part: string, type: string): string => `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`;
  const theirs = withParts(
    rawFile('<sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData><drawing r:id="rId1"/>', {
      types: override('drawings/drawing1.xml', 'drawing') + override('charts/chart1.xml', 'drawingml.chart') + override('charts/chart2.xml', 'drawingml.chart'),
    }),
    {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
      'xl/drawings/drawing1.xml': `<wsDr xmlns="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">${anchor(1)}${anchor(2)}</wsDr>`,
      'xl/drawings/_rels/drawing1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/chart" Target="../charts/chart1.xml"/><Relationship Id="rId2" Type="${R}/chart" Target="/xl/charts/chart2.xml"/></Relationships>`,
      'xl/charts/chart1.xml': THEIRS, 'xl/charts/chart2.xml': PIE,
    },
  );

  it('are known where the port knows their kind, wherever they are anchored', () => {
    const { package: { chartParts }, snapshot } = opened(theirs);
    expect(packageProblems(theirs)).toEqual([]);
    const [sheet] = snapshot.sheets;
    expect(sheet?.charts).toHaveLength(1);
    const width = sheet?.defaultColumnWidth ?? 1;
    expect(sheet?.charts?.[0]).toMatchObject({ name: 'Theirs 1', kind: 'column', from: { row: 1, column: 3 }, to: { column: 3 + Math.floor(144 / width), row: 11, y: 0 } });
    expect([...chartParts.values()]).toEqual(['xl/charts/chart1.xml']);
  });

  it('keep what the port does not know when their references move, and other kinds whole', () => {
    const { snapshot, package: original } = opened(theirs);
    const [sheet] = snapshot.sheets;
    const [own] = sheet?.charts ?? [];
    const moved: Chart = { ...own!, series: [{ ...own!.series[0]!, values: '=Sheet1!$B$3:$B$4' }], from: { ...own!.from, row: 2 } };
    const { bytes } = writeXlsx(savedWith(snapshot, withCharts(sheet!, [moved])), original);
    expect(packageProblems(bytes)).toEqual([]);
    const parts = partsOf(bytes);
    expect(textOf(parts, 'xl/charts/chart1.xml')).toBe(THEIRS.replace('$B$2:$B$3', '$B$3:$B$4'));
    expect(textOf(parts, 'xl/charts/chart2.xml')).toBe(PIE);
    expect(chartsOf(bytes)).toEqual([{ ...moved, to: own!.to }]);
  });

  it('stay byte for byte where nothing of theirs changed', () => {
    const { snapshot, package: original } = opened(theirs);
    const { bytes } = writeXlsx(savedWith(snapshot, { ...snapshot.sheets[0]!, tabColor: '#FF0000' }), original);
    const before = partsOf(theirs);
    const after = partsOf(bytes);
    for (const name of Object.keys(before).filter((part) => /chart|drawing/.test(part))) expect(after[name]).toEqual(before[name]);
  });

  it('are left, with a sentence, where they cannot be read', () => {
    const broken = withParts(theirs, { 'xl/charts/chart1.xml': '<c:chartSpace' });
    expect(opened(broken).notes).toEqual(['Sheet1 has charts that cannot be read: they are kept in the file and not shown.']);
  });

  it('beside pictures, which stay', async () => {
    const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const pictured = await excelJsFile((workbook) => {
      const sheet = workbook.addWorksheet('Sheet1');
      sheet.addImage(workbook.addImage({ base64: pixel.toString('base64'), extension: 'png' }), 'A1:B2');
    });
    const bytes = written([chart()], pictured);
    expect(chartsOf(bytes)).toEqual([chart()]);
    const drawing = textOf(partsOf(bytes), 'xl/drawings/drawing1.xml');
    expect(drawing).toContain('xdr:pic');
    expect(Object.keys(partsOf(written([], bytes)))).toEqual(expect.arrayContaining(['xl/media/image1.png', 'xl/drawings/drawing1.xml']));
  });
});
