import type ExcelJS from 'exceljs';
import { blankSheet } from '../../../src/workbench/xlsx/writeWorksheet';
import { writeXlsx } from '../../../src/workbench/xlsx/writeXlsx';
import { cellAt, excelJsFile, opened, partsOf, readByExcelJs, saved, savedWith, sheetNamed, withCell } from './fixtures';
import { packageProblems } from './packageStructure';

function portfolio(workbook: ExcelJS.Workbook): void {
  workbook.creator = 'Ada';
  workbook.title = 'Alliances';
  const partners = workbook.addWorksheet('Partners', { views: [{ state: 'frozen', xSplit: 1, ySplit: 3 }], properties: { tabColor: { argb: 'FF00B050' } } });
  partners.getCell('A1').value = 'Alliance partners';
  partners.getCell('A1').font = { name: 'Calibri', size: 18, bold: true, color: { argb: 'FF1F4E79' } };
  partners.addTable({
    name: 'Partners', ref: 'A3', headerRow: true, totalsRow: true, style: { theme: 'TableStyleMedium2', showRowStripes: true },
    columns: [{ name: 'Partner', totalsRowLabel: 'Total' }, { name: 'Revenue', totalsRowFunction: 'sum' }, { name: 'Since' }],
    rows: [['Northwind', 125000, new Date(Date.UTC(2024, 2, 1))], ['Contoso', 98000.5, new Date(Date.UTC(2023, 0, 15))]],
  });
  partners.getCell('B4').numFmt = '#,##0.00';
  partners.getCell('C4').numFmt = 'yyyy-mm-dd';
  partners.getCell('E4').value = { formula: 'B4*2', result: 250000 };
  partners.getCell('E5').value = { error: '#N/A' };
  partners.getCell('E6').value = true;
  partners.getCell('F4').value = { richText: [{ text: 'rich ', font: { bold: true } }, { text: 'text' }] };
  partners.getColumn(1).width = 24;
  partners.getRow(1).height = 30;
  partners.getRow(6).hidden = true;
  partners.mergeCells('A1:C1');
  partners.getCell('G4').dataValidation = { type: 'list', allowBlank: true, formulae: ['"Green,Amber,Red"'], showInputMessage: true, promptTitle: 'Rating', prompt: 'Pick one' };
  partners.addConditionalFormatting({ ref: 'B4:B5', rules: [{ type: 'cellIs', operator: 'greaterThan', formulae: [100000], priority: 1, style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFC6EFCE' } } } }] });
  partners.getCell('A8').value = { text: 'Site', hyperlink: 'https://example.com/' };
  partners.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printArea: 'A1:G10', printTitlesRow: '3:3' };
  partners.headerFooter.oddFooter = '&LAlliances&RPage &P';
  const notes = workbook.addWorksheet('Notes', { state: 'hidden' });
  notes.getCell('B2').value = new Date(Date.UTC(2026, 8, 30));
  workbook.definedNames.add('Notes!$B$2', 'AllianceAsOf');
}

const file = excelJsFile(portfolio);

describe('reading a workbook', () => {
  it('finds values, formulas, errors and formats where they stand', async () => {
    const { snapshot } = opened(await file);
    const sheet = sheetNamed(snapshot, 'Partners');
    expect(cellAt(sheet, 3, 0)?.value).toBe('Northwind');
    expect(cellAt(sheet, 4, 1)?.value).toBe(98000.5);
    expect(cellAt(sheet, 3, 4)).toMatchObject({ value: 250000, formula: '=B4*2' });
    expect(cellAt(sheet, 4, 4)?.value).toEqual({ error: '#N/A' });
    expect(cellAt(sheet, 5, 4)?.value).toBe(true);
    expect(cellAt(sheet, 3, 5)?.value).toBe('rich text');
    const title = snapshot.styles[cellAt(sheet, 0, 0)?.style ?? 0];
    expect(title?.font).toMatchObject({ size: 18, bold: true, color: '#1F4E79' });
    expect(snapshot.styles[cellAt(sheet, 3, 1)?.style ?? 0]?.numberFormat).toBe('#,##0.00');
  });

  it('finds what belongs to the sheet and the workbook', async () => {
    const { snapshot } = opened(await file);
    const sheet = sheetNamed(snapshot, 'Partners');
    expect(sheet.frozen).toEqual({ rows: 3, columns: 1 });
    expect(sheet.tabColor).toBe('#00B050');
    expect(sheet.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 3 }]);
    expect(sheet.rows.get(0)?.size).toBe(30);
    expect(sheet.rows.get(5)?.hidden).toBe(true);
    expect(sheet.pageLayout).toMatchObject({
      orientation: 'landscape', fit: { wide: 1, tall: null }, printArea: { row: 0, column: 0, rows: 10, columns: 7 }, titleRows: { row: 2, rows: 1 },
      footer: { left: 'Alliances', center: '', right: 'Page &P' },
    });
    expect(sheet.validations).toMatchObject([{ type: 'list', formula1: 'Green,Amber,Red', ignoreBlank: true, inCellDropDown: true, prompt: { show: true, title: 'Rating', message: 'Pick one' } }]);
    expect(sheet.conditionalFormats).toMatchObject([{ rule: { kind: 'cellValue', operator: 'greaterThan', formula1: '=100000', style: { fill: '#C6EFCE' } } }]);
    expect(sheet.hyperlinks).toMatchObject([{ area: { row: 7, column: 0 }, link: { address: 'https://example.com/' } }]);
    expect(sheetNamed(snapshot, 'Notes').visibility).toBe('Hidden');
    expect(snapshot.names).toMatchObject([{ name: 'AllianceAsOf', sheet: null, formula: '=Notes!$B$2', visible: true }]);
    expect(snapshot.tables).toMatchObject([{ name: 'Partners', area: { row: 2, column: 0, rows: 4, columns: 3 }, showHeaders: true, showTotals: true, style: 'TableStyleMedium2' }]);
    expect(snapshot.tables[0]?.columns.map(({ name }) => name)).toEqual(['Partner', 'Revenue', 'Since']);
    expect(snapshot.tables[0]?.columns[1]?.totalsFunction).toBe('sum');
    expect(snapshot.properties.get('title')).toBe('Alliances');
    expect(snapshot.properties.get('author')).toBe('Ada');
  });
});

describe('saving a workbook', () => {
  it('changes not a byte of any part when nothing changed', async () => {
    const { snapshot, package: original } = opened(await file);
    const { bytes, notes } = writeXlsx(saved(snapshot), original);
    expect(partsOf(bytes)).toEqual(partsOf(await file));
    expect(notes).toEqual([]);
    expect(packageProblems(bytes)).toEqual([]);
  });

  it('rewrites the one row that changed and leaves the other sheets alone', async () => {
    const { snapshot, package: original } = opened(await file);
    const sheet = withCell(sheetNamed(snapshot, 'Partners'), 4, 1, { value: 101000, style: 0 });
    const { bytes } = writeXlsx(savedWith(snapshot, sheet), original);
    const [before, after] = [partsOf(await file), partsOf(bytes)];
    expect(Object.keys(after).filter((name) => Buffer.compare(before[name] ?? Buffer.alloc(0), after[name] ?? Buffer.alloc(0)) !== 0)).toEqual(['xl/worksheets/sheet1.xml']);
    expect(packageProblems(bytes)).toEqual([]);
    const again = (await readByExcelJs(bytes)).getWorksheet('Partners');
    expect(again?.getCell('B5').value).toBe(101000);
    expect(again?.getCell('F4').value).toMatchObject({ richText: [{ text: 'rich ' }, { text: 'text' }] });
    expect(opened(bytes).snapshot.sheets[0]?.cells.get(4)?.[1]?.value).toBe(101000);
  });

  it('adds a sheet beside the ones that stay byte for byte', async () => {
    const { snapshot, package: original } = opened(await file);
    const looks = [...snapshot.styles, { ...snapshot.styles[0]!, fill: '#FFEB9C', font: { ...snapshot.styles[0]!.font, bold: true }, numberFormat: '0.0%' }];
    const qbr = withCell(withCell(blankSheet('new-sheet', 'QBR Q3 2026'), 0, 0, { value: '=HYPERLINK("http://x","y")', quoted: true }), 1, 0, { value: 0.5, style: looks.length - 1 });
    const next = { ...snapshot, styles: looks, sheets: [...snapshot.sheets, qbr] };
    const { bytes } = writeXlsx(saved(next, { sheets: new Map([['new-sheet', 'content']]), sheetList: true }), original);
    expect(packageProblems(bytes)).toEqual([]);
    const [before, after] = [partsOf(await file), partsOf(bytes)];
    expect(after['xl/worksheets/sheet1.xml']).toEqual(before['xl/worksheets/sheet1.xml']);
    expect(after['xl/worksheets/sheet2.xml']).toEqual(before['xl/worksheets/sheet2.xml']);
    const sheet = (await readByExcelJs(bytes)).getWorksheet('QBR Q3 2026');
    expect(sheet?.getCell('A1').value).toBe('=HYPERLINK("http://x","y")');
    expect(sheet?.getCell('A2')).toMatchObject({ value: 0.5, numFmt: '0.0%' });
    expect(sheet?.getCell('A2').font).toMatchObject({ bold: true });
    expect(cellAt(sheetNamed(opened(bytes).snapshot, 'QBR Q3 2026'), 0, 0)).toMatchObject({ value: '=HYPERLINK("http://x","y")', quoted: true });
  });

  it('makes a whole file for a workbook that never was one', async () => {
    const { snapshot } = opened(await file);
    const { bytes, notes } = writeXlsx(saved(snapshot), null);
    expect(notes).toEqual([]);
    expect(packageProblems(bytes)).toEqual([]);
    const again = opened(bytes).snapshot;
    for (const sheet of snapshot.sheets) {
      const same = sheetNamed(again, sheet.name);
      const shown = (of: typeof sheet, styles: typeof snapshot.styles) => [...of.cells].map(([row, cells]) => [row, cells.map((cell) => (cell === undefined ? undefined : { ...cell, style: styles[cell.style ?? 0] }))]);
      expect(shown(same, again.styles)).toEqual(shown(sheet, snapshot.styles));
      expect({ ...same, cells: 0, rows: 0, columns: 0, conditionalFormats: 0 }).toEqual({ ...sheet, cells: 0, rows: 0, columns: 0, conditionalFormats: 0 });
      expect(same.conditionalFormats.map(({ rule, areas }) => [rule, areas])).toEqual(sheet.conditionalFormats.map(({ rule, areas }) => [rule, areas]));
    }
    expect(again.tables).toEqual(snapshot.tables);
    expect(again.names).toEqual(snapshot.names);
    const byExcelJs = await readByExcelJs(bytes);
    expect(byExcelJs.getWorksheet('Partners')?.getTable('Partners')).toBeDefined();
    expect(byExcelJs.getWorksheet('Partners')?.getCell('A1').font).toMatchObject({ size: 18, bold: true });
  });
});
