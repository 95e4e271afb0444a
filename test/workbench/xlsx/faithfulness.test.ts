import { strFromU8 } from 'fflate';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/workbench/workbookSnapshot';
import { blankSheet } from '../../../src/workbench/xlsx/writeWorksheet';
import { writeXlsx } from '../../../src/workbench/xlsx/writeXlsx';
import {
  cellAt, excelJsFile, opened, partsOf, rawFile, readByExcelJs, saved, savedWith, sheetNamed, textOf, withCell, withParts, withSheet, type Parts,
} from './fixtures';
import { packageProblems } from './packageStructure';

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET1 = 'xl/worksheets/sheet1.xml';
/** A PNG of one pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const CHART = `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>Partners!$B$2:$B$3</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;

/** A sheet with a picture, a chart, a comment, a sparkline, an ignored error and a pivot cache nobody here models. */
async function richFile(): Promise<Uint8Array> {
  const plain = await excelJsFile((workbook) => {
    const sheet = workbook.addWorksheet('Partners');
    sheet.addRows([['Partner', 'Revenue'], ['Northwind', 5], ['Contoso', 7]]);
    sheet.getCell('A2').note = 'Our oldest partner';
    sheet.addImage(workbook.addImage({ base64: PIXEL, extension: 'png' }), 'D2:E4');
    workbook.addWorksheet('Other').getCell('A1').value = 'untouched';
  });
  const parts = partsOf(plain);
  const drawing = textOf(parts, 'xl/drawings/drawing1.xml').replace('</xdr:wsDr>', '<xdr:twoCellAnchor><xdr:from><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>15</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>'
    + `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="9" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" x="0" y="0"/><a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" cx="0" cy="0"/></xdr:xfrm><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${R}" r:id="rId99"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`);
  const sheet = textOf(parts, SHEET1)
    .replace(/(<drawing [^>]*\/>)/, '<ignoredErrors><ignoredError sqref="A1:A9" numberStoredAsText="1"/></ignoredErrors>$1')
    .replace('</worksheet>', '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Partners!B2:B3</xm:f><xm:sqref>C2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst></worksheet>');
  return withParts(plain, {
    [SHEET1]: sheet,
    'xl/drawings/drawing1.xml': drawing,
    'xl/drawings/_rels/drawing1.xml.rels': textOf(parts, 'xl/drawings/_rels/drawing1.xml.rels').replace('</Relationships>', `<Relationship Id="rId99" Type="${R}/chart" Target="../charts/chart1.xml"/></Relationships>`),
    'xl/charts/chart1.xml': CHART,
    'xl/pivotCache/pivotCacheDefinition1.xml': '<pivotCacheDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cacheSource type="worksheet"><worksheetSource ref="A1:B3" sheet="Partners"/></cacheSource><cacheFields count="0"/></pivotCacheDefinition>',
    'xl/_rels/workbook.xml.rels': textOf(parts, 'xl/_rels/workbook.xml.rels').replace('</Relationships>', `<Relationship Id="rId98" Type="${R}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/></Relationships>`),
    '[Content_Types].xml': textOf(parts, '[Content_Types].xml').replace('</Types>', '<Override PartName="/xl/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/><Override PartName="/xl/pivotCache/pivotCacheDefinition1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml"/></Types>'),
  });
}

const rich = richFile();

/** Names of the parts that differ between two files, added and removed ones included. */
function differing(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [partsOf(before), partsOf(after)];
  const none = new Uint8Array([0]);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => Buffer.compare(a[name] ?? none, b[name] ?? none) !== 0).sort();
}

const qbr = (): SheetSnapshot => withCell(blankSheet('qbr', 'QBR'), 0, 0, { value: 'Headline' });
const addSheet = (snapshot: WorkbookSnapshot, sheet: SheetSnapshot, at = snapshot.sheets.length): WorkbookSnapshot => ({ ...snapshot, sheets: [...snapshot.sheets.slice(0, at), sheet, ...snapshot.sheets.slice(at)] });

it('is a sound file to begin with', async () => {
  expect(packageProblems(await rich)).toEqual([]);
});

describe('what the product does not model', () => {
  it('stays byte for byte when a sheet is added', async () => {
    const { snapshot, package: original } = opened(await rich);
    const { bytes, notes } = writeXlsx(saved(addSheet(snapshot, qbr()), { sheetList: true, sheets: new Map([['qbr', 'content']]) }), original);
    expect(notes).toEqual([]);
    expect(packageProblems(bytes)).toEqual([]);
    expect(differing(await rich, bytes)).toEqual(['[Content_Types].xml', 'docProps/app.xml', 'xl/_rels/workbook.xml.rels', 'xl/workbook.xml', 'xl/worksheets/sheet3.xml']);
  });

  it('is still on a sheet that changed', async () => {
    const { snapshot, package: original } = opened(await rich);
    const sheet = withCell(sheetNamed(snapshot, 'Partners'), 1, 1, { value: 6 });
    const { bytes } = writeXlsx(savedWith(snapshot, sheet), original);
    expect(packageProblems(bytes)).toEqual([]);
    expect(differing(await rich, bytes)).toEqual([SHEET1]);
    const [before, after] = [textOf(partsOf(await rich), SHEET1), textOf(partsOf(bytes), SHEET1)];
    const outside = (xml: string): string => xml.replace(/<sheetData>.*<\/sheetData>/s, '').replace(/<dimension[^>]*>/, '');
    expect(outside(after)).toBe(outside(before));
    const again = (await readByExcelJs(bytes)).getWorksheet('Partners');
    expect(again?.getCell('B2').value).toBe(6);
    expect(again?.getCell('A2').note).toBeDefined();
    expect(again?.getImages()).toHaveLength(1);
  });

  it('goes with its sheet when that is deleted, and nothing else does', async () => {
    const { snapshot, package: original } = opened(await rich);
    const left = snapshot.sheets.filter(({ name }) => name === 'Other');
    const { bytes } = writeXlsx(saved({ ...snapshot, sheets: left, activeSheet: left[0]?.id ?? '' }, { sheetList: true }), original);
    expect(packageProblems(bytes)).toEqual([]);
    const names = Object.keys(partsOf(bytes));
    expect(names.filter((name) => /chart|drawing|comment|media|sheet1/.test(name))).toEqual([]);
    expect(names).toContain('xl/pivotCache/pivotCacheDefinition1.xml');
    expect(opened(bytes).snapshot.sheets.map(({ name }) => name)).toEqual(['Other']);
  });

  it('follows a sheet that is renamed', async () => {
    const { snapshot, package: original } = opened(await rich);
    const sheet = { ...sheetNamed(snapshot, 'Partners'), name: "Our partner's" };
    const { bytes } = writeXlsx(saved(withSheet(snapshot, sheet), { sheetList: true }), original);
    expect(packageProblems(bytes)).toEqual([]);
    expect(textOf(partsOf(bytes), 'xl/charts/chart1.xml')).toContain("<c:f>'Our partner''s'!$B$2:$B$3</c:f>");
    expect(textOf(partsOf(bytes), 'xl/pivotCache/pivotCacheDefinition1.xml')).toContain('sheet="Our partner\'s"');
    expect(partsOf(bytes)[SHEET1]).toEqual(partsOf(await rich)[SHEET1]);
  });
});

describe('the selected tab', () => {
  const selected = (parts: Parts): string[] => Object.keys(parts).filter((name) => /worksheets\/sheet\d+\.xml$/.test(name) && textOf(parts, name).includes('tabSelected="1"'));

  it('is one sheet alone after another sheet was activated', async () => {
    const bytes = withParts(await rich, { [SHEET1]: textOf(partsOf(await rich), SHEET1).replace('<sheetView ', '<sheetView tabSelected="1" ') });
    const { snapshot, package: original } = opened(bytes);
    const after = writeXlsx(saved({ ...addSheet(snapshot, qbr()), activeSheet: 'qbr' }, { sheetList: true, sheets: new Map([['qbr', 'content']]) }), original).bytes;
    expect(packageProblems(after)).toEqual([]);
    expect(selected(partsOf(after))).toEqual(['xl/worksheets/sheet3.xml']);
    expect(textOf(partsOf(after), SHEET1)).toBe(textOf(partsOf(await rich), SHEET1));
    expect(opened(after).snapshot.sheets.find(({ id }) => id === opened(after).snapshot.activeSheet)?.name).toBe('QBR');
  });

  it('costs the sheets no byte where it stays', async () => {
    const { snapshot, package: original } = opened(await rich);
    const after = writeXlsx(saved(addSheet(snapshot, qbr(), 0), { sheetList: true, sheets: new Map([['qbr', 'content']]) }), original).bytes;
    expect(packageProblems(after)).toEqual([]);
    expect(differing(await rich, after)).not.toContain(SHEET1);
    expect(textOf(partsOf(after), 'xl/workbook.xml')).toContain('activeTab="1"');
    expect(opened(after).snapshot.sheets.map(({ name }) => name)).toEqual(['QBR', 'Partners', 'Other']);
  });
});

describe('results of formulas', () => {
  const sheet = '<sheetData><row r="1" spans="1:3"><c r="A1"><v>2</v></c><c r="B1"><f>A1*2</f><v>4</v></c><c r="C1"><f>GROUPBY(A1,B1,SUM)</f><v>9</v></c></row><row r="2" spans="1:1" hidden="1"><c r="A2" t="s"><v>0</v></c></row></sheetData>';
  const file = (): Uint8Array => rawFile(sheet, {
    parts: { 'xl/sharedStrings.xml': '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>ri</t></r><r><rPr><b/></rPr><t>ch</t></r></si></sst>' },
    types: '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>',
    relationships: `<Relationship Id="rId2" Type="${R}/sharedStrings" Target="sharedStrings.xml"/>`,
  });
  const results = (change: (sheet: SheetSnapshot) => SheetSnapshot): string => {
    const { snapshot, package: original } = opened(file());
    const [first] = snapshot.sheets;
    const changed = change(first!);
    const { bytes } = writeXlsx(saved(withSheet(snapshot, changed), { sheets: new Map([[changed.id, 'results']]) }), original);
    expect(packageProblems(bytes)).toEqual([]);
    return textOf(partsOf(bytes), SHEET1);
  };

  it('are the only thing that changes', () => {
    const xml = results((first) => withCell(first, 0, 1, { value: 5, formula: '=A1*2' }));
    expect(xml).toBe(strFromU8(partsOf(file())[SHEET1]!).replace('<v>4</v>', '<v>5</v>'));
  });

  it('stay as Excel left them where only Excel knows the function', () => {
    const xml = results((first) => withCell(first, 0, 2, { value: { error: '#NAME?' }, formula: '=GROUPBY(A1,B1,SUM)' }));
    expect(xml).toBe(strFromU8(partsOf(file())[SHEET1]!));
  });

  it('stay out where there were none and nobody could compute them', () => {
    const { snapshot, package: original } = opened(rawFile('<sheetData><row r="1"><c r="A1"><f>ALLIANCE.HEALTH("Northwind")</f></c></row></sheetData>'));
    const changed = withCell(snapshot.sheets[0]!, 0, 0, { value: { error: '#GETTING_DATA' }, formula: '=ALLIANCE.HEALTH("Northwind")' });
    const { bytes } = writeXlsx(saved(withSheet(snapshot, changed), { sheets: new Map([[changed.id, 'results']]) }), original);
    expect(partsOf(bytes)[SHEET1]).toEqual(partsOf(writeXlsx(saved(snapshot), original).bytes)[SHEET1]);
  });

  it('stay as they were where two engines differ beyond the fifteenth digit', () => {
    const { snapshot, package: original } = opened(rawFile('<sheetData><row r="1"><c r="A1"><f>0.1+0.2</f><v>0.30000000000000004</v></c></row></sheetData>'));
    const changed = withCell(snapshot.sheets[0]!, 0, 0, { value: 0.3, formula: '=0.1+0.2' });
    const { bytes } = writeXlsx(saved(withSheet(snapshot, changed), { sheets: new Map([[changed.id, 'results']]) }), original);
    expect(textOf(partsOf(bytes), SHEET1)).toContain('<v>0.30000000000000004</v>');
  });

  it.each([
    ['a result is another one now', 'results', { value: 5, formula: '=A1*2' }, 1, false],
    ['a function is Excel\'s alone, and nothing it reads changed', 'results', { value: { error: '#NAME?' }, formula: '=GROUPBY(A1,B1,SUM)' }, 2, false],
    ['a function is Excel\'s alone, and cells changed', 'content', { value: { error: '#NAME?' }, formula: '=GROUPBY(A1,B1,SUM)' }, 2, true],
    ['a new formula is Excel\'s alone', 'content', { value: { error: '#NAME?' }, formula: '=PIVOTBY(A1,B1,A1,SUM)' }, 3, true],
    ['a new formula is an add-in\'s', 'content', { value: null, formula: '=ALLIANCE.HEALTH(A1)' }, 3, false],
  ] as const)('are left to Excel only where need be: %s', (_, change, cell, column, calculates) => {
    const { snapshot, package: original } = opened(file());
    const changed = withCell(snapshot.sheets[0]!, 0, column, cell);
    const { bytes } = writeXlsx(saved(withSheet(snapshot, changed), { sheets: new Map([[changed.id, change]]) }), original);
    expect(textOf(partsOf(bytes), 'xl/workbook.xml').includes('<calcPr fullCalcOnLoad="1"/>')).toBe(calculates);
  });

  it('leave rich text elsewhere in the sheet as it is, and take it along when it moves', () => {
    const { snapshot, package: original } = opened(file());
    const [first] = snapshot.sheets;
    const moved = withCell(withCell(first!, 1, 0, undefined), 6, 0, { value: 'rich' });
    const { bytes } = writeXlsx(savedWith(snapshot, moved), original);
    expect(textOf(partsOf(bytes), SHEET1)).toContain('<row r="2" spans="1:1" hidden="1"/><row r="7"><c r="A7" t="s"><v>0</v></c></row>');
    const added = writeXlsx(saved(addSheet(snapshot, withCell(blankSheet('new', 'New'), 0, 0, { value: 'rich' })), { sheetList: true }), original);
    expect(textOf(partsOf(added.bytes), 'xl/worksheets/sheet2.xml')).toContain('<is><t>rich</t></is>');
  });
});

describe('the order of calculation', () => {
  const file = rawFile('<sheetData><row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1*2</f><v>4</v></c></row></sheetData>', {
    parts: { 'xl/calcChain.xml': '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="B1" i="1"/></calcChain>' },
    types: '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>',
    relationships: `<Relationship Id="rId7" Type="${R}/calcChain" Target="calcChain.xml"/>`,
  });
  const after = (cell: Parameters<typeof withCell>[3], row: number): Uint8Array => {
    const { snapshot, package: original } = opened(file);
    return writeXlsx(savedWith(snapshot, withCell(snapshot.sheets[0]!, row, 1, cell)), original).bytes;
  };

  it('is kept where every formula is still there', () => {
    const bytes = after({ value: 1 }, 5);
    expect(packageProblems(bytes)).toEqual([]);
    expect(Object.keys(partsOf(bytes))).toContain('xl/calcChain.xml');
  });

  it('goes, with all that speaks of it, where a formula is gone', () => {
    const bytes = after({ value: 1 }, 0);
    expect(packageProblems(bytes)).toEqual([]);
    expect(Object.keys(partsOf(bytes))).not.toContain('xl/calcChain.xml');
    expect(textOf(partsOf(bytes), '[Content_Types].xml') + textOf(partsOf(bytes), 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });
});

describe('formats that were not read', () => {
  it('are still in the file after the sheet was changed', () => {
    const rows = Array.from({ length: 105_000 }, (_, index) => `<row r="${index + 2}"><c r="A${index + 2}" s="1"/></row>`).join('');
    const file = withParts(rawFile(`<sheetData><row r="1"><c r="A1"><v>1</v></c></row>${rows}</sheetData>`, {
      relationships: `<Relationship Id="rId2" Type="${R}/styles" Target="styles.xml"/>`,
      types: '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>',
      parts: { 'xl/styles.xml': '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="2"><xf/><xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>' },
    }), {});
    const { snapshot, package: original } = opened(file);
    const { bytes } = writeXlsx(savedWith(snapshot, withCell(snapshot.sheets[0]!, 0, 0, { value: 2 })), original);
    const xml = textOf(partsOf(bytes), SHEET1);
    expect(xml).toContain('<c r="A1"><v>2</v></c>');
    expect(xml).toContain(rows);
  });
});

describe('other dialects of the format', () => {
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

  it('reads and patches sheets whose elements carry a prefix', () => {
    const file = rawFile(`<x:worksheet xmlns:x="${MAIN}"><x:sheetViews><x:sheetView workbookViewId="0"/></x:sheetViews><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>two</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2"><x:f>A1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`);
    const { snapshot, package: original } = opened(file);
    const [sheet] = snapshot.sheets;
    expect(cellAt(sheet!, 0, 1)?.value).toBe('two');
    expect(cellAt(sheet!, 1, 0)).toEqual({ value: 2, formula: '=A1+1' });
    const changed = { ...withCell(sheet!, 0, 0, { value: 5 }), frozen: { rows: 1, columns: 0 }, merges: [{ row: 4, column: 0, rows: 1, columns: 2 }] };
    const { bytes } = writeXlsx(savedWith(snapshot, changed), original);
    expect(packageProblems(bytes)).toEqual([]);
    expect(textOf(partsOf(bytes), SHEET1)).toContain('<x:row r="2"><x:c r="A2"><x:f>A1+1</x:f><x:v>2</x:v></x:c></x:row>');
    const again = opened(bytes).snapshot.sheets[0]!;
    expect(cellAt(again, 0, 0)?.value).toBe(5);
    expect(cellAt(again, 0, 1)?.value).toBe('two');
    expect(again.frozen).toEqual({ rows: 1, columns: 0 });
    expect(again.merges).toEqual(changed.merges);
  });

  it('reads and extends ISO strict files in their own namespace', () => {
    const strict = (xml: string): string => xml.replaceAll(MAIN, 'http://purl.oclc.org/ooxml/spreadsheetml/main').replaceAll(R, 'http://purl.oclc.org/ooxml/officeDocument/relationships');
    const plain = rawFile('<sheetData><row r="1"><c r="A1" t="d"><v>2026-09-30</v></c></row></sheetData>');
    const file = withParts(plain, Object.fromEntries(Object.keys(partsOf(plain)).map((name) => [name, strict(textOf(partsOf(plain), name))])));
    const { snapshot, package: original } = opened(file);
    expect(cellAt(snapshot.sheets[0]!, 0, 0)?.value).toBe(46295);
    const { bytes } = writeXlsx(saved(addSheet(snapshot, qbr()), { sheetList: true }), original);
    expect(packageProblems(bytes)).toEqual([]);
    expect(Object.values(partsOf(bytes)).map((part) => strFromU8(part)).join('')).not.toContain(MAIN);
    expect(cellAt(sheetNamed(opened(bytes).snapshot, 'QBR'), 0, 0)?.value).toBe('Headline');
  });

  it('reads UTF-16 parts, rows and cells without numbers, and part names in another case', () => {
    const plain = rawFile('<sheetData><row><c><v>1</v></c><c t="b"><v>1</v></c></row><row><c t="e"><v>#DIV/0!</v></c></row></sheetData>');
    const text = `<?xml version="1.0" encoding="UTF-16"?>${textOf(partsOf(plain), SHEET1)}`;
    const utf16 = new Uint8Array([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8])]);
    const file = withParts(plain, { [SHEET1]: null, 'xl/worksheets/Sheet1.xml': utf16 });
    const { snapshot, package: original } = opened(file);
    expect(cellAt(snapshot.sheets[0]!, 0, 1)?.value).toBe(true);
    expect(cellAt(snapshot.sheets[0]!, 1, 0)?.value).toEqual({ error: '#DIV/0!' });
    const { bytes } = writeXlsx(savedWith(snapshot, withCell(snapshot.sheets[0]!, 0, 2, { value: 'é' })), original);
    expect(opened(bytes).snapshot.sheets[0]?.cells.get(0)?.map((cell) => cell?.value)).toEqual([1, true, 'é']);
  });
});

it('writes the same file for the same workbook', async () => {
  const { snapshot, package: original } = opened(await rich);
  expect(writeXlsx(saved(snapshot), original).bytes).toEqual(writeXlsx(saved(snapshot), original).bytes);
});
