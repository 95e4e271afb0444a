import type { SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../../../src/workbench/workbookSnapshot';
import { readXlsx } from '../../../src/workbench/xlsx/readXlsx';
import { blankSheet } from '../../../src/workbench/xlsx/writeWorksheet';
import { writeXlsx } from '../../../src/workbench/xlsx/writeXlsx';
import { excelJsFile, opened, partsOf, rawFile, readByExcelJs, saved, sheetNamed, textOf, withCell, withParts, withSheet } from './fixtures';
import { packageProblems } from './packageStructure';

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET1 = 'xl/worksheets/sheet1.xml';
const ADD_IN = { id: 'A1B2C3D4-0000-1111-2222-333344445555', version: '1.2.0.0' };

const table = excelJsFile((workbook) => {
  const sheet = workbook.addWorksheet('Partners');
  sheet.addTable({
    name: 'Partners', ref: 'B2', headerRow: true, totalsRow: false, style: { theme: 'TableStyleLight9', showRowStripes: true },
    columns: [{ name: 'Partner', filterButton: true }, { name: 'Revenue', filterButton: true }], rows: [['Northwind', 1], ['Contoso', 2]],
  });
  workbook.addWorksheet('Empty');
});

async function changeTable(change: (table: TableSnapshot) => TableSnapshot | null): Promise<{ bytes: Uint8Array; tables: readonly TableSnapshot[] }> {
  const { snapshot, package: original } = opened(await table);
  const [first] = snapshot.tables;
  const changed = change(first!);
  const { bytes, notes } = writeXlsx(saved({ ...snapshot, tables: changed === null ? [] : [changed] }, { tables: new Set([first!.id]) }), original);
  expect(notes).toEqual([]);
  expect(packageProblems(bytes)).toEqual([]);
  return { bytes, tables: opened(bytes).snapshot.tables };
}

describe('tables', () => {
  it('have one header row where the file does not say', async () => {
    const bare = withParts(await table, { 'xl/tables/table1.xml': textOf(partsOf(await table), 'xl/tables/table1.xml').replace(/ headerRowCount="\d"/, '') });
    expect(opened(bare).snapshot.tables[0]?.showHeaders).toBe(true);
  });

  it('grow, take filters, sorting and another style, and keep the rest', async () => {
    const changes = {
      area: { row: 1, column: 1, rows: 5, columns: 2 }, showTotals: true, style: 'TableStyleMedium4', showBandedRows: false, highlightFirstColumn: true,
      filters: [{ column: 0, values: ['Northwind', 'A & B', ''] }], sort: [{ column: 1, ascending: false }],
    };
    const { bytes, tables } = await changeTable((first) => ({
      ...first, ...changes, columns: [{ ...first.columns[0]!, totalsLabel: 'Total' }, { ...first.columns[1]!, totalsFunction: 'sum', formula: '=[@Partner]&XLOOKUP(1,2,3)' }],
    }));
    expect(tables[0]).toMatchObject({ ...changes, columns: [{ name: 'Partner', totalsLabel: 'Total' }, { name: 'Revenue', totalsFunction: 'sum', formula: '=[@Partner]&XLOOKUP(1,2,3)' }] });
    expect(textOf(partsOf(bytes), 'xl/tables/table1.xml')).toContain('<autoFilter ref="B2:C5">');
    expect(partsOf(bytes)[SHEET1]).toEqual(partsOf(await table)[SHEET1]);
  });

  it('lose their sheet nothing when they become plain cells', async () => {
    const { bytes } = await changeTable(() => null);
    expect(Object.keys(partsOf(bytes)).filter((name) => name.includes('table'))).toEqual([]);
    expect((await readByExcelJs(bytes)).getWorksheet('Partners')?.getCell('B3').value).toBe('Northwind');
  });

  it('are added beside others under numbers of their own', async () => {
    const { snapshot, package: original } = opened(await table);
    const empty = sheetNamed(snapshot, 'Empty');
    const sheet = withCell(withCell(empty, 0, 0, { value: 'Line\nbreak' }), 0, 1, { value: 'B' });
    const added: TableSnapshot = {
      ...snapshot.tables[0]!, id: 'new', name: 'History', sheet: sheet.id, area: { row: 0, column: 0, rows: 3, columns: 2 }, columns: [{ id: 1, name: 'Line\nbreak' }, { id: 2, name: 'B' }],
    };
    const next = { ...withSheet(snapshot, sheet), tables: [...snapshot.tables, added] };
    const { bytes } = writeXlsx(saved(next, { sheets: new Map([[sheet.id, 'content']]), tables: new Set(['new']) }), original);
    expect(packageProblems(bytes)).toEqual([]);
    expect(opened(bytes).snapshot.tables.map(({ name, columns }) => [name, columns.map((column) => column.name)])).toEqual([['Partners', ['Partner', 'Revenue']], ['History', ['Line\nbreak', 'B']]]);
    expect(partsOf(bytes)['xl/tables/table1.xml']).toEqual(partsOf(await table)['xl/tables/table1.xml']);
  });
});

describe('names', () => {
  const file = rawFile('<sheetData/>', {
    workbook: '<sheets><sheet name="Data" sheetId="3" r:id="rId1"/><sheet name="Chart" sheetId="5" r:id="rId5"/><sheet name="More" sheetId="9" r:id="rId6"/></sheets><definedNames>'
      + '<definedName name="_xlnm._FilterDatabase" localSheetId="2" hidden="1">More!$A$1:$D$9</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">Data!$A$1:$C$4,Data!$E$1:$F$4</definedName>'
      + '<definedName name="_xlnm.Print_Titles" localSheetId="2">More!$A:$B,More!$1:$2</definedName><definedName name="Budget" localSheetId="2" comment="Yearly">More!$B$2</definedName><definedName name="Status" hidden="1">"building"</definedName></definedNames>',
    relationships: `<Relationship Id="rId5" Type="${R}/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="rId6" Type="${R}/worksheet" Target="worksheets/sheet2.xml"/>`,
    types: '<Override PartName="/xl/chartsheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.chartsheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>',
    parts: {
      'xl/chartsheets/sheet1.xml': '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
      'xl/worksheets/sheet2.xml': '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>',
    },
  });
  const write = (snapshot: WorkbookSnapshot, changes: Parameters<typeof saved>[1]): Uint8Array => {
    const { bytes } = writeXlsx(saved(snapshot, changes), opened(file).package);
    expect(packageProblems(bytes)).toEqual([]);
    return bytes;
  };

  it('are read with their scope, and chart sheets are said to be kept', () => {
    const { snapshot, notes } = opened(file);
    const [data, more] = snapshot.sheets;
    expect(notes).toEqual(['Chart is not a worksheet: it is kept in the file and not shown.']);
    expect(snapshot.names).toEqual([
      { name: 'Budget', sheet: more?.id, formula: '=More!$B$2', comment: 'Yearly', visible: true },
      { name: 'Status', sheet: null, formula: '="building"', comment: '', visible: false },
    ]);
    expect(data?.pageLayout.printArea).toBeNull();
    expect(more?.pageLayout).toMatchObject({ titleRows: { row: 0, rows: 2 }, titleColumns: { column: 0, columns: 2 } });
  });

  it('count sheets anew when one is put before theirs', () => {
    const { snapshot } = opened(file);
    const bytes = write({ ...snapshot, sheets: [blankSheet('qbr', 'QBR'), ...snapshot.sheets] }, { sheetList: true });
    const workbook = textOf(partsOf(bytes), 'xl/workbook.xml');
    expect([...workbook.matchAll(/<sheet name="(\w+)"/g)].map(([, name]) => name)).toEqual(['Chart', 'QBR', 'Data', 'More'].sort((a, b) => ['QBR', 'Data', 'Chart', 'More'].indexOf(a) - ['QBR', 'Data', 'Chart', 'More'].indexOf(b)));
    expect(workbook).toContain('<definedName name="_xlnm.Print_Area" localSheetId="1">Data!$A$1:$C$4,Data!$E$1:$F$4</definedName>');
    expect(workbook).toContain('<definedName name="_xlnm._FilterDatabase" localSheetId="3" hidden="1">More!$A$1:$D$9</definedName>');
    expect(opened(bytes).snapshot.names).toEqual(snapshot.names);
  });

  it('of print ranges follow the page layout and the sheet name', () => {
    const { snapshot } = opened(file);
    const [data, more] = snapshot.sheets;
    const laid: SheetSnapshot = { ...data!, pageLayout: { ...data!.pageLayout, printArea: { row: 0, column: 0, rows: 2, columns: 2 } } };
    const renamed: SheetSnapshot = { ...more!, name: 'Much more' };
    const names = snapshot.names.map((name) => ({ ...name, formula: name.formula.replace('More!', "'Much more'!") }));
    const bytes = write({ ...snapshot, names, sheets: [laid, renamed] }, { sheets: new Map([[laid.id, 'content']]), sheetList: true, names: true });
    const workbook = textOf(partsOf(bytes), 'xl/workbook.xml');
    expect(workbook).toContain('<definedName name="_xlnm.Print_Area" localSheetId="0">Data!$A$1:$B$2</definedName>');
    expect(workbook).toContain('localSheetId="2">\'Much more\'!$A:$B,\'Much more\'!$1:$2</definedName>');
    expect(workbook).toContain("hidden=\"1\">'Much more'!$A$1:$D$9</definedName>");
  });

  it('go with their sheet, and come and change by themselves', () => {
    const { snapshot } = opened(file);
    const [data, more] = snapshot.sheets;
    const added = { name: 'AllianceAsOf', sheet: null, formula: '=Data!$B$2', comment: '', visible: true };
    const bytes = write({ ...snapshot, sheets: [data!], activeSheet: data!.id, names: [{ ...snapshot.names[1]!, visible: true }, added] }, { sheetList: true, names: true });
    expect(more?.id).not.toBe(data?.id);
    expect(opened(bytes).snapshot.names).toEqual([added, { ...snapshot.names[1]!, visible: true }]);
    expect(textOf(partsOf(bytes), 'xl/workbook.xml')).not.toContain('FilterDatabase');
  });
});

describe('settings of add-ins', () => {
  const settings = new Map<string, unknown>([['version', 1], ['note', 'a "quoted" <text>'], ['mapping', { partners: { table: 'T1', columns: [1, null] } }], ['on', true]]);

  async function withSettings(of = settings): Promise<Uint8Array> {
    const file = readXlsx(await table, 'book.xlsx', ADD_IN);
    if (!file.ok) throw new Error(file.sentence);
    const { bytes } = writeXlsx(saved({ ...file.snapshot, settings: of }, { settings: true }), file.package);
    expect(packageProblems(bytes)).toEqual([]);
    return bytes;
  }

  it('survive saving and opening, under the name of their add-in', async () => {
    const bytes = await withSettings();
    expect(opened(bytes).snapshot.settings).toEqual(settings);
    expect(textOf(partsOf(bytes), 'xl/webextensions/webextension1.xml')).toContain(`<we:reference id="${ADD_IN.id}" version="1.2.0.0" store="developer" storeType="Registry"/>`);
    const other = readXlsx(bytes, 'book.xlsx', { id: 'ffffffff-0000-1111-2222-333344445555', version: '1' });
    expect(other.ok && other.snapshot.settings.size).toBe(0);
  });

  it('are those Excel wrote, beside those of another add-in', async () => {
    const extension = (id: string, value: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{11111111-2222-3333-4444-555555555555}"><we:reference id="${id}" version="1.0.0.0" store="EXCatalog" storeType="EXCatalog"/><we:alternateReferences/><we:properties><we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/><we:property name="key" value="${value}"/></we:properties><we:bindings/><we:snapshot xmlns:r="${R}"/></we:webextension>`;
    const parts = partsOf(await withSettings());
    const bytes = withParts(await withSettings(), {
      'xl/webextensions/webextension1.xml': extension('wa104381504', '&quot;theirs&quot;'),
      'xl/webextensions/webextension2.xml': extension(ADD_IN.id.toLowerCase(), '{&quot;a&quot;:1}'),
      'xl/webextensions/_rels/taskpanes.xml.rels': textOf(parts, 'xl/webextensions/_rels/taskpanes.xml.rels').replace('</Relationships>', '<Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2011/relationships/webextension" Target="webextension2.xml"/></Relationships>'),
      '[Content_Types].xml': textOf(parts, '[Content_Types].xml').replace('</Types>', '<Override PartName="/xl/webextensions/webextension2.xml" ContentType="application/vnd.ms-office.webextension+xml"/></Types>'),
    });
    const file = readXlsx(bytes, 'book.xlsx', ADD_IN);
    if (!file.ok) throw new Error(file.sentence);
    expect(file.snapshot.settings).toEqual(new Map<string, unknown>([['Office.AutoShowTaskpaneWithDocument', true], ['key', { a: 1 }]]));
    const after = writeXlsx(saved({ ...file.snapshot, settings: new Map([['key', 2]]) }, { settings: true }), file.package).bytes;
    expect(packageProblems(after)).toEqual([]);
    expect(partsOf(after)['xl/webextensions/webextension1.xml']).toEqual(partsOf(bytes)['xl/webextensions/webextension1.xml']);
    expect(textOf(partsOf(after), 'xl/webextensions/webextension2.xml')).toContain('<we:properties><we:property name="key" value="2"/></we:properties><we:bindings/>');
    const stranger = readXlsx(bytes, 'book.xlsx', { id: 'bbbbbbbb-0000-1111-2222-333344445555', version: '1.0.0.0' });
    if (!stranger.ok) throw new Error(stranger.sentence);
    const three = writeXlsx(saved({ ...stranger.snapshot, settings: new Map([['mine', 1]]) }, { settings: true }), stranger.package).bytes;
    expect(packageProblems(three)).toEqual([]);
    expect(Object.keys(partsOf(three))).toContain('xl/webextensions/webextension3.xml');
    expect(partsOf(three)['xl/webextensions/webextension2.xml']).toEqual(partsOf(bytes)['xl/webextensions/webextension2.xml']);
  });

  it('leave no trace where there never were any', async () => {
    expect(Object.keys(partsOf(await withSettings(new Map()))).sort()).toEqual(Object.keys(partsOf(await table)).sort());
  });
});

describe('custom XML parts', () => {
  const part = { id: '{0D1E2F30-0000-0000-0000-000000000001}', namespaceUri: 'urn:alliances', xml: '<a:plan xmlns:a="urn:alliances"><a:step>1 &amp; 2</a:step></a:plan>' };

  it('are added, changed and removed with all that belongs to them', async () => {
    const first = opened(await table);
    const added = writeXlsx(saved({ ...first.snapshot, customXmlParts: [part] }, { customXmlParts: true }), first.package).bytes;
    expect(packageProblems(added)).toEqual([]);
    const second = opened(added);
    expect(second.snapshot.customXmlParts).toEqual([{ ...part, xml: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${part.xml}` }]);
    const changed = writeXlsx(saved({ ...second.snapshot, customXmlParts: [{ ...part, xml: part.xml.replace('1 &amp; 2', '3') }] }, { customXmlParts: true }), second.package).bytes;
    const third = opened(changed);
    expect(third.snapshot.customXmlParts[0]?.xml).toContain('<a:step>3</a:step>');
    const removed = writeXlsx(saved({ ...third.snapshot, customXmlParts: [] }, { customXmlParts: true }), third.package).bytes;
    expect(packageProblems(removed)).toEqual([]);
    expect(Object.keys(partsOf(removed)).sort()).toEqual(Object.keys(partsOf(await table)).sort());
  });

  it('that are no XML are left alone, and the workbook opens', async () => {
    const first = opened(await table);
    const added = writeXlsx(saved({ ...first.snapshot, customXmlParts: [part] }, { customXmlParts: true }), first.package).bytes;
    const { snapshot, notes } = opened(withParts(added, { 'customXml/item1.xml': 'not xml' }));
    expect(snapshot.customXmlParts).toEqual([]);
    expect(notes).toEqual(['The custom XML parts of the file cannot be read: they are kept in it and not shown.']);
  });
});

describe('document properties', () => {
  it('change one by one', async () => {
    const first = opened(await table);
    const properties = new Map<string, string | number | boolean>([...first.snapshot.properties, ['title', 'Q3 <review>'], ['company', 'Contoso'], ['custom:Region', 'EMEA'], ['custom:Count', 14], ['custom:Share', 0.5], ['custom:Final', true]]);
    const bytes = writeXlsx(saved({ ...first.snapshot, properties }, { properties: true }), first.package).bytes;
    expect(packageProblems(bytes)).toEqual([]);
    const second = opened(bytes);
    expect(second.snapshot.properties).toEqual(properties);
    expect((await readByExcelJs(bytes)).title).toBe('Q3 <review>');
    const fewer = new Map([...properties].filter(([key]) => key !== 'custom:Region' && key !== 'title'));
    const again = writeXlsx(saved({ ...second.snapshot, properties: fewer }, { properties: true }), second.package).bytes;
    expect(packageProblems(again)).toEqual([]);
    expect(opened(again).snapshot.properties).toEqual(fewer);
  });
});

describe('the workbook itself', () => {
  it('remembers protection, visibility and how it calculates', async () => {
    const { snapshot, package: original } = opened(await table);
    const [partners, empty] = snapshot.sheets;
    const next: WorkbookSnapshot = { ...snapshot, structureProtected: true, calculationMode: 'manual', sheets: [{ ...empty!, visibility: 'VeryHidden' }, { ...partners!, name: 'A & B', protected: true }] };
    const { bytes } = writeXlsx(saved(next, { sheetList: true, calculationMode: true, sheets: new Map([[partners!.id, 'content']]) }), original);
    expect(packageProblems(bytes)).toEqual([]);
    const again = opened(bytes).snapshot;
    expect(again).toMatchObject({ structureProtected: true, calculationMode: 'manual' });
    expect(again.sheets.map(({ name, visibility, protected: locked }) => [name, visibility, locked])).toEqual([['Empty', 'VeryHidden', false], ['A & B', 'Visible', true]]);
  });
});
