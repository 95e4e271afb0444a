import type { ConditionalFormat, DataValidation } from '../../../src/host/workbookPort';
import type { SheetSnapshot } from '../../../src/workbench/workbookSnapshot';
import { blankSheet } from '../../../src/workbench/xlsx/writeWorksheet';
import { writeXlsx } from '../../../src/workbench/xlsx/writeXlsx';
import { excelJsFile, opened, partsOf, rawFile, readByExcelJs, saved, savedWith, textOf, withCell } from './fixtures';
import { packageProblems } from './packageStructure';

const SHEET1 = 'xl/worksheets/sheet1.xml';
const area = { row: 1, column: 1, rows: 3, columns: 2 };
const file = rawFile('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>');

/** A changed sheet, saved into a file that had it plain, and into a new one: both read back. */
function bothWays(change: (sheet: SheetSnapshot) => SheetSnapshot): { readonly sheets: readonly SheetSnapshot[]; readonly bytes: Uint8Array } {
  const { snapshot, package: original } = opened(file);
  const changed = change(snapshot.sheets[0]!);
  const patched = writeXlsx(savedWith(snapshot, changed), original);
  const made = writeXlsx(savedWith(snapshot, changed), null);
  expect([...patched.notes, ...made.notes]).toEqual([]);
  expect([...packageProblems(patched.bytes), ...packageProblems(made.bytes)]).toEqual([]);
  return { sheets: [patched.bytes, made.bytes].map((bytes) => opened(bytes).snapshot.sheets[0]!), bytes: patched.bytes };
}

describe('conditional formats', () => {
  const style = { fill: '#FFC7CE', font: { color: '#9C0006', bold: true } };
  const rules: readonly ConditionalFormat['rule'][] = [
    { kind: 'cellValue', operator: 'between', formula1: '=1', formula2: '=$B$1*2', style },
    { kind: 'text', operator: 'contains', text: 'at "risk"', style },
    { kind: 'text', operator: 'beginsWith', text: 'Red', style: { fill: '#FF0000' } },
    { kind: 'custom', formula: '=AND($A1>1,XLOOKUP(1,$A:$A,$A:$A)=1)', style },
    { kind: 'topBottom', settings: { rank: 3, percent: true, bottom: true, style } },
    { kind: 'preset', settings: { type: 'duplicateValues', attributes: {}, style } },
    { kind: 'colorScale', settings: { points: [{ type: 'min', color: '#F8696B' }, { type: 'percentile', value: '50', color: '#FFEB84' }, { type: 'max', color: '#63BE7B' }] } },
    { kind: 'dataBar', settings: { low: { type: 'min' }, high: { type: 'num', value: '100' }, color: '#638EC6', showValue: false } },
    { kind: 'iconSet', settings: { set: '3TrafficLights1', thresholds: [{ type: 'percent', value: '0' }, { type: 'num', value: '50', inclusive: false }, { type: 'num', value: '80' }], showValue: true, reverse: true } },
  ];
  const formats = rules.map((rule, index): ConditionalFormat => ({ id: `cf${index + 1}`, areas: [area], priority: index + 1, stopIfTrue: index === 0, rule }));

  it('of every kind come back', async () => {
    const { sheets, bytes } = bothWays((sheet) => ({ ...sheet, conditionalFormats: formats }));
    for (const sheet of sheets) expect(sheet.conditionalFormats).toEqual(formats);
    const byExcelJs = (await readByExcelJs(bytes)).worksheets[0] as unknown as { conditionalFormattings: { rules: { type: string }[] }[] };
    expect(byExcelJs.conditionalFormattings.flatMap((group) => group.rules.map(({ type }) => type))).toEqual(expect.arrayContaining(['cellIs', 'containsText', 'expression', 'colorScale', 'dataBar', 'iconSet']));
  });

  it('that did not change keep what is not modelled beside those that did', () => {
    const rule = '<cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><id>{1}</id></ext></extLst></cfRule>';
    const { snapshot, package: original } = opened(rawFile(`<sheetData/><conditionalFormatting sqref="A1:A5">${rule}</conditionalFormatting>`));
    const [sheet] = snapshot.sheets;
    const { bytes } = writeXlsx(savedWith(snapshot, { ...sheet!, conditionalFormats: [...sheet!.conditionalFormats, { ...formats[3]!, priority: 2 }] }), original);
    expect(packageProblems(bytes)).toEqual([]);
    expect(textOf(partsOf(bytes), SHEET1)).toContain(`<conditionalFormatting sqref="A1:A5">${rule}</conditionalFormatting><conditionalFormatting sqref="B2:C4">`);
  });

  it('that are gone leave nothing behind in the extensions', () => {
    const rule = (id: number): string => `<cfRule type="dataBar" priority="${id}"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext uri="{B025F937}"><x14:id>{${id}}</x14:id></ext></extLst></cfRule>`;
    const extension = (id: number): string => `<x14:conditionalFormatting><x14:cfRule type="dataBar" id="{${id}}"/><xm:sqref>A${id}</xm:sqref></x14:conditionalFormatting>`;
    const { snapshot, package: original } = opened(rawFile('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><sheetData/>'
      + `<conditionalFormatting sqref="A1">${rule(1)}</conditionalFormatting><conditionalFormatting sqref="A2">${rule(2)}</conditionalFormatting><extLst><ext uri="{78C0D931}"><x14:conditionalFormattings>${extension(1)}${extension(2)}</x14:conditionalFormattings></ext></extLst></worksheet>`));
    const [sheet] = snapshot.sheets;
    const keeping = (count: number): string => textOf(partsOf(writeXlsx(savedWith(snapshot, { ...sheet!, conditionalFormats: sheet!.conditionalFormats.slice(0, count) }), original).bytes), SHEET1);
    expect(keeping(1)).toContain(`<extLst><ext uri="{78C0D931}"><x14:conditionalFormattings>${extension(1)}</x14:conditionalFormattings></ext></extLst>`);
    expect(keeping(0)).not.toContain('extLst');
  });

  it('that an add-in set in the words of office.js mean the same in the file', () => {
    const rule = (index: number): ConditionalFormat['rule'] => bothWays((sheet) => ({ ...sheet, conditionalFormats: office.map((each, priority) => ({ ...formats[0]!, stopIfTrue: false, priority, rule: each })) }))
      .sheets[0]!.conditionalFormats[index]!.rule;
    const office: readonly ConditionalFormat['rule'][] = [
      { kind: 'colorScale', settings: { criteria: { minimum: { type: 'LowestValue', color: '#FF0000' }, midpoint: { type: 'Percent', formula: '40', color: '#FFFF00' }, maximum: { type: 'Number', formula: '=100', color: '#00FF00' } } } },
      { kind: 'dataBar', settings: { positiveFillColor: '#123456', showDataBarOnly: true } },
      { kind: 'iconSet', settings: { style: 'FourArrows', criteria: [{}, { type: 'Number', formula: '10', operator: 'GreaterThan' }], reverseIconOrder: true } },
      { kind: 'topBottom', settings: { rule: { type: 'BottomPercent', rank: 5 } } },
      { kind: 'preset', settings: { rule: { criterion: 'BelowAverage' } } },
      { kind: 'preset', settings: { rule: { criterion: 'Today' } } },
    ];
    expect(rule(0)).toEqual({ kind: 'colorScale', settings: { points: [{ type: 'min', color: '#FF0000' }, { type: 'percent', value: '40', color: '#FFFF00' }, { type: 'num', value: '100', color: '#00FF00' }] } });
    expect(rule(1)).toEqual({ kind: 'dataBar', settings: { low: { type: 'min' }, high: { type: 'max' }, color: '#123456', showValue: false } });
    expect(rule(2)).toEqual({ kind: 'iconSet', settings: { set: '4Arrows', reverse: true, showValue: true, thresholds: [{ type: 'percent', value: '0' }, { type: 'num', value: '10', inclusive: false }, { type: 'percent', value: '50' }, { type: 'percent', value: '75' }] } });
    expect(rule(3)).toEqual({ kind: 'topBottom', settings: { rank: 5, percent: true, bottom: true, style: {} } });
    expect(rule(4)).toEqual({ kind: 'preset', settings: { type: 'aboveAverage', attributes: { aboveAverage: '0' }, style: {} } });
    expect(rule(5)).toEqual({ kind: 'preset', settings: { type: 'timePeriod', attributes: { timePeriod: 'today' }, style: {} } });
  });

  it('count from one in the file', () => {
    const { sheets } = bothWays((sheet) => ({ ...sheet, conditionalFormats: formats.slice(0, 2).map((format, priority) => ({ ...format, priority })) }));
    expect(sheets[0]?.conditionalFormats.map(({ priority }) => priority)).toEqual([1, 2]);
  });

  it('that cannot be told are named to the user', () => {
    const { snapshot, package: original } = opened(file);
    const odd: ConditionalFormat = { ...formats[0]!, rule: { kind: 'iconSet', settings: 'stars' } };
    expect(writeXlsx(savedWith(snapshot, { ...snapshot.sheets[0]!, conditionalFormats: [odd] }), original).notes).toEqual(['Sheet1: one conditional format could not be saved.']);
  });
});

describe('validations', () => {
  const plain: DataValidation = {
    areas: [area], type: 'list', operator: null, formula1: 'Green,"Amber",Red', formula2: null, ignoreBlank: true, inCellDropDown: true,
    prompt: { show: true, title: 'Rating', message: 'One of\nthree' }, errorAlert: { show: true, title: 'No', message: 'Not a rating', style: 'warning' },
  };
  const silent = { prompt: { show: false, title: '', message: '' }, errorAlert: { show: false, title: '', message: '', style: 'stop' as const } };
  const validations: readonly DataValidation[] = [
    plain,
    { ...plain, ...silent, formula1: '=Lists!$A$1:$A$4', inCellDropDown: false, areas: [area, { row: 9, column: 0, rows: 1, columns: 1 }] },
    { ...plain, ...silent, type: 'wholeNumber', operator: 'between', formula1: '0', formula2: '=$B$1', ignoreBlank: false },
    { ...plain, ...silent, type: 'date', operator: 'greaterThan', formula1: '45000' },
    { ...plain, ...silent, type: 'custom', formula1: '=ISNUMBER(A1)' },
  ];

  it('of every kind come back', async () => {
    const { sheets, bytes } = bothWays((sheet) => ({ ...sheet, validations }));
    for (const sheet of sheets) expect(sheet.validations).toEqual(validations);
    expect((await readByExcelJs(bytes)).worksheets[0]?.getCell('B10').dataValidation).toBeUndefined();
    expect((await readByExcelJs(bytes)).worksheets[0]?.getCell('A10').dataValidation).toMatchObject({ type: 'list', formulae: ['Lists!$A$1:$A$4'] });
  });

  it('that Excel would not open are left out, and the user is told', () => {
    const { snapshot, package: original } = opened(file);
    const long = { ...plain, formula1: Array.from({ length: 40 }, (_, index) => `Choice ${index}`).join(',') };
    const { bytes, notes } = writeXlsx(savedWith(snapshot, { ...snapshot.sheets[0]!, validations: [long, plain] }), original);
    expect(notes).toEqual(['Sheet1: one list of choices is longer than 255 characters and could not be saved.']);
    expect(opened(bytes).snapshot.sheets[0]?.validations).toEqual([plain]);
  });

  it('that point at other sheets are found where Excel 2010 put them, and not written twice', () => {
    const extension = '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Lists!$A$1:$A$4</xm:f></x14:formula1><xm:sqref>C3:C9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';
    const { snapshot, package: original } = opened(rawFile(`<sheetData/><dataValidations count="1"><dataValidation showInputMessage="1" promptTitle="Hint" sqref="A1"/></dataValidations>${extension}`));
    const [sheet] = snapshot.sheets;
    expect(sheet?.validations).toMatchObject([{ type: 'list', formula1: '=Lists!$A$1:$A$4', areas: [{ row: 2, column: 2, rows: 7, columns: 1 }] }]);
    const untouched = writeXlsx(savedWith(snapshot, withCell(sheet!, 0, 0, { value: 1 })), original).bytes;
    expect(textOf(partsOf(untouched), SHEET1)).toContain(extension);
    const { bytes } = writeXlsx(savedWith(snapshot, { ...sheet!, validations: [...sheet!.validations, plain] }), original);
    expect(packageProblems(bytes)).toEqual([]);
    expect(opened(bytes).snapshot.sheets[0]?.validations).toEqual([...sheet!.validations, plain]);
    expect(textOf(partsOf(bytes), SHEET1)).toContain('<dataValidation showInputMessage="1" promptTitle="Hint" sqref="A1"/></dataValidations>');
    expect(textOf(partsOf(bytes), SHEET1)).not.toContain('x14');
  });
});

describe('properties that add-ins keep with a sheet', () => {
  it('are added, changed and removed', () => {
    const properties = new Map([['product', 'alliance "QBR" 🤝'], ['built', 'complete']]);
    const { sheets, bytes } = bothWays((sheet) => ({ ...sheet, customProperties: properties }));
    for (const sheet of sheets) expect(sheet.customProperties).toEqual(properties);
    const { snapshot, package: original } = opened(bytes);
    const fewer = new Map([['built', 'no']]);
    const after = writeXlsx(savedWith(snapshot, { ...snapshot.sheets[0]!, customProperties: fewer }), original).bytes;
    expect(packageProblems(after)).toEqual([]);
    expect(opened(after).snapshot.sheets[0]?.customProperties).toEqual(fewer);
    expect(Object.keys(partsOf(after)).filter((name) => name.includes('customProperty'))).toHaveLength(1);
  });
});

describe('hyperlinks', () => {
  it('lead outside and inside, and leave no relationship behind', async () => {
    const links = [
      { area: { row: 0, column: 0, rows: 1, columns: 1 }, link: { address: 'https://example.com/?a=1&b=2', location: null, screenTip: 'Site' } },
      { area: { row: 1, column: 0, rows: 1, columns: 1 }, link: { address: null, location: "'Partners 1'!B4", screenTip: '' } },
    ];
    const { sheets, bytes } = bothWays((sheet) => ({ ...sheet, hyperlinks: links }));
    for (const sheet of sheets) expect(sheet.hyperlinks).toEqual(links);
    expect((await readByExcelJs(bytes)).worksheets[0]?.getCell('A1').hyperlink).toBe('https://example.com/?a=1&b=2');
    const { snapshot, package: original } = opened(bytes);
    const after = writeXlsx(savedWith(snapshot, { ...snapshot.sheets[0]!, hyperlinks: [links[1]!] }), original).bytes;
    expect(packageProblems(after)).toEqual([]);
    expect(textOf(partsOf(after), 'xl/worksheets/_rels/sheet1.xml.rels')).not.toContain('example.com');
  });
});

describe('page set-up', () => {
  it('comes back whole', () => {
    const layout = {
      orientation: 'landscape' as const, paperSize: 9, fit: { wide: 1, tall: null }, scale: null, margins: { top: 36, bottom: 36, left: 18, right: 18, header: 9, footer: 9 },
      centerHorizontally: true, centerVertically: false, printArea: { row: 0, column: 0, rows: 40, columns: 8 }, titleRows: { row: 0, rows: 3 }, titleColumns: { column: 0, columns: 1 },
      printGridlines: true, header: { left: '', center: '&"Calibri,Bold"&14Q3 && more', right: '' }, footer: { left: '&D', center: '', right: 'Page &P of &N' }, rowBreaks: [20, 30],
    };
    for (const sheet of bothWays((sheet) => ({ ...sheet, pageLayout: layout })).sheets) expect(sheet.pageLayout).toEqual(layout);
    const scaled = { ...layout, fit: null, scale: 70 };
    for (const sheet of bothWays((sheet) => ({ ...sheet, pageLayout: scaled })).sheets) expect(sheet.pageLayout).toEqual(scaled);
  });

  it('keeps the printer that a file remembers', () => {
    const { snapshot, package: original } = opened(rawFile('<sheetData/><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><pageSetup paperSize="9" orientation="portrait" horizontalDpi="300"/><headerFooter differentFirst="1"><firstHeader>Cover</firstHeader></headerFooter>'));
    const [sheet] = snapshot.sheets;
    const layout = { ...sheet!.pageLayout, orientation: 'landscape' as const, footer: { left: 'x', center: '', right: '' } };
    const xml = textOf(partsOf(writeXlsx(savedWith(snapshot, { ...sheet!, pageLayout: layout }), original).bytes), SHEET1);
    expect(xml).toContain('<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><pageSetup paperSize="9" orientation="landscape" horizontalDpi="300"/>');
    expect(xml).toContain('<headerFooter differentFirst="1"><oddFooter>&amp;Lx</oddFooter><firstHeader>Cover</firstHeader></headerFooter>');
  });
});

describe('the look of a sheet', () => {
  it('comes back: view, tab, panes, selection, sizes, merges', () => {
    const look = {
      tabColor: '#1F4E79', showGridlines: false, showHeadings: false, protected: true, frozen: { rows: 3, columns: 2 }, merges: [area], selection: [{ row: 4, column: 3, rows: 2, columns: 1 }],
      defaultRowHeight: 18, defaultColumnWidth: 60, columns: new Map([[0, { size: 24 }], [1, { size: 150 }], [2, { size: 150 }]]), rows: new Map([[0, { size: 40 }], [9, { hidden: true as const }]]),
    };
    for (const sheet of bothWays((before) => ({ ...before, ...look })).sheets) expect(sheet).toMatchObject(look);
  });

  it('keeps what is not modelled: outlines, zoom, a second view', () => {
    const xml = '<sheetPr codeName="Sheet1"><outlinePr summaryBelow="0"/></sheetPr><sheetViews><sheetView zoomScale="85" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15" outlineLevelRow="1"/>'
      + '<cols><col min="1" max="3" width="9.140625" outlineLevel="1" collapsed="1"/></cols><sheetData><row r="1" outlineLevel="1"><c r="A1"><v>1</v></c></row></sheetData>';
    const { snapshot, package: original } = opened(rawFile(xml));
    const changed: SheetSnapshot = { ...withCell(snapshot.sheets[0]!, 0, 0, { value: 2 }), tabColor: '#FF0000', showGridlines: false, columns: new Map([...snapshot.sheets[0]!.columns, [1, { size: 75 }]]) };
    const { bytes } = writeXlsx(savedWith(snapshot, changed), original);
    expect(packageProblems(bytes)).toEqual([]);
    const after = textOf(partsOf(bytes), SHEET1);
    expect(after).toContain('<sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/><outlinePr summaryBelow="0"/></sheetPr>');
    expect(after).toContain('<sheetView zoomScale="85" workbookViewId="0" showGridLines="0"/>');
    expect(after).toContain('<col min="1" max="1" width="9.140625" outlineLevel="1" collapsed="1"/><col min="2" max="2" width="14.28515625" outlineLevel="1" collapsed="1" customWidth="1"/><col min="3" max="3" width="9.140625" outlineLevel="1" collapsed="1"/>');
    expect(after).toContain('<row r="1" outlineLevel="1"><c r="A1"><v>2</v></c></row>');
  });

  it('is not disturbed by sizes that differ by less than a pixel', () => {
    const { snapshot, package: original } = opened(rawFile('<cols><col min="1" max="1" width="9.0" bestFit="1"/></cols><sheetData><row r="1" ht="15.6"><c r="A1"><v>1</v></c></row></sheetData>'));
    const [sheet] = snapshot.sheets;
    const columns = new Map([...sheet!.columns].map(([column, line]) => [column, { ...line, size: (line.size ?? 0) + 0.01 }]));
    const rows = new Map([...sheet!.rows].map(([row, line]) => [row, { ...line, size: (line.size ?? 0) - 0.02 }]));
    const after = textOf(partsOf(writeXlsx(savedWith(snapshot, { ...sheet!, columns, rows }), original).bytes), SHEET1);
    expect(after).toContain('<cols><col min="1" max="1" width="9.0" bestFit="1"/></cols><sheetData><row r="1" ht="15.6">');
  });
});

it('opens a thousand sheets, and a name of every kind', async () => {
  const names = ['O\'Brien & Co', '日本', 'a'.repeat(31), '<x>'];
  const many = await excelJsFile((workbook) => names.forEach((name) => workbook.addWorksheet(name)));
  expect(opened(many).snapshot.sheets.map(({ name }) => name)).toEqual(names);
  const { snapshot } = opened(many);
  const again = writeXlsx(saved({ ...snapshot, sheets: [...snapshot.sheets, ...Array.from({ length: 1000 }, (_, index) => blankSheet(`s${index}`, `S${index}`))] }), null).bytes;
  expect(packageProblems(again)).toEqual([]);
  expect(opened(again).snapshot.sheets).toHaveLength(1004);
});
