import fc from 'fast-check';
import type { CellSnapshot, SheetSnapshot } from '../../../src/workbench/workbookSnapshot';
import { blankSheet } from '../../../src/workbench/xlsx/writeWorksheet';
import { writeXlsx } from '../../../src/workbench/xlsx/writeXlsx';
import { cellAt, excelJsFile, opened, partsOf, rawFile, readByExcelJs, saved, savedWith, textOf, withCell, withParts } from './fixtures';
import { packageProblems } from './packageStructure';

const SHEET1 = 'xl/worksheets/sheet1.xml';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const file = rawFile('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>');

/** A file with these cells below one another in column B of an opened sheet. */
function saveCells(cells: readonly CellSnapshot[]): Uint8Array {
  const { snapshot, package: original } = opened(file);
  const sheet = cells.reduce((before, cell, row) => withCell(before, row, 1, cell), snapshot.sheets[0]!);
  return writeXlsx(savedWith(snapshot, sheet), original).bytes;
}
const reread = (bytes: Uint8Array, count: number): (CellSnapshot | undefined)[] => Array.from({ length: count }, (_, row) => cellAt(opened(bytes).snapshot.sheets[0]!, row, 1));

const TEXTS = [
  '=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(1)', '＝1+1', '＠SUM', "'quoted", '00123', '1e5', 'TRUE', '#N/A', '', ' leading and trailing ', 'line\nbreak', 'tab\there',
  'carriage\r\nreturn', 'emoji 🤝🏽 and flags 🇩🇪', 'עברית مرحبا', '<b>&amp;</b> "quotes"', ']]>', 'bell \u0007 and null \u0000', 'looks like _x0041_ an escape', '_x005F_', 'half a pair \uD83D',
  'x'.repeat(32_767),
];

describe('text in cells', () => {
  it('comes back as it was written, whatever it looks like', () => {
    const bytes = saveCells(TEXTS.map((value) => ({ value })));
    expect(packageProblems(bytes)).toEqual([]);
    expect(reread(bytes, TEXTS.length).map((cell) => cell?.value)).toEqual(TEXTS);
    expect(reread(bytes, TEXTS.length).some((cell) => cell?.formula !== undefined)).toBe(false);
  });

  it('is read the same by another library', async () => {
    const plain = TEXTS.filter((text) => !/_x|[\u0000-\u0008\u000B-\u001F\uD83D](?![\uDC00-\uDFFF])|^\s|\s$|^$/.test(text));
    expect(plain.length).toBeGreaterThan(12);
    const sheet = (await readByExcelJs(saveCells(plain.map((value) => ({ value }))))).worksheets[0];
    expect(plain.map((_, row) => sheet?.getCell(row + 1, 2).value)).toEqual(plain);
  });

  it('keeps its apostrophe', () => {
    const bytes = saveCells([{ value: '=1+1', quoted: true }, { value: '=1+1' }]);
    expect(reread(bytes, 2)).toEqual([expect.objectContaining({ value: '=1+1', quoted: true }), { value: '=1+1' }]);
    expect(textOf(partsOf(bytes), 'xl/styles.xml')).toContain('quotePrefix="1"');
  });

  it('is cut at what a cell can hold, and the user is told', () => {
    const { snapshot, package: original } = opened(file);
    const { bytes, notes } = writeXlsx(savedWith(snapshot, withCell(snapshot.sheets[0]!, 0, 1, { value: 'y'.repeat(40_000) })), original);
    expect(notes).toEqual(['Sheet1: texts longer than a cell can hold were cut at 32,767 characters.']);
    expect(cellAt(opened(bytes).snapshot.sheets[0]!, 0, 1)?.value).toHaveLength(32_767);
  });

  it('survives for any text, number and truth value', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0), fc.boolean());
    fc.assert(fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
      const bytes = saveCells(values.map((each) => ({ value: each })));
      expect(packageProblems(bytes)).toEqual([]);
      expect(reread(bytes, values.length).map((cell) => cell?.value)).toEqual(values);
    }), { numRuns: 60 });
  });
});

describe('formulas in cells', () => {
  it('come back with their results', async () => {
    const cells: CellSnapshot[] = [
      { value: 2, formula: '=A1*2' }, { value: 'a<b & c', formula: '="a<b"&" & c"' }, { value: true, formula: '=A1=1' }, { value: { error: '#DIV/0!' }, formula: '=1/0' },
      { value: null, formula: '=ALLIANCE.HEALTH("Northwind")' }, { value: 88.5, formula: '=ALLIANCE.HEALTH("Contoso")' }, { value: 1, formula: '=XLOOKUP(1,A1:A1,A1:A1)' }, { value: ' padded ', formula: '=" padded "' },
    ];
    const bytes = saveCells(cells);
    expect(packageProblems(bytes)).toEqual([]);
    expect(reread(bytes, cells.length)).toEqual(cells);
    const sheet = (await readByExcelJs(bytes)).worksheets[0];
    expect(sheet?.getCell('B1').value).toEqual({ formula: 'A1*2', result: 2 });
    expect(sheet?.getCell('B7').formula).toBe('_xlfn.XLOOKUP(1,A1:A1,A1:A1)');
    expect(sheet?.getCell('B6').value).toEqual({ formula: 'ALLIANCE.HEALTH("Contoso")', result: 88.5 });
  });

  it('say younger errors in a way that Excel reads', () => {
    expect(textOf(partsOf(saveCells([{ value: { error: '#SPILL!' }, formula: '=SEQUENCE(3)' }])), SHEET1)).toContain('<v>#VALUE!</v>');
  });

  it('are told in full when they are shared, and stay shared where untouched', () => {
    const shared = rawFile('<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>6</v></c></row></sheetData>');
    const { snapshot, package: original } = opened(shared);
    const [sheet] = snapshot.sheets;
    expect([0, 1, 2].map((row) => cellAt(sheet!, row, 1)?.formula)).toEqual(['=A1*2', '=A2*2', '=A3*2']);
    const follower = writeXlsx(savedWith(snapshot, withCell(sheet!, 2, 1, { value: 0 })), original).bytes;
    expect(textOf(partsOf(follower), SHEET1)).toContain('<c r="B2"><f t="shared" si="0"/><v>4</v></c>');
    const master = writeXlsx(savedWith(snapshot, withCell(sheet!, 0, 1, { value: 0 })), original).bytes;
    expect(textOf(partsOf(master), SHEET1)).not.toContain('shared');
    expect([0, 1, 2].map((row) => cellAt(opened(master).snapshot.sheets[0]!, row, 1)?.formula)).toEqual([undefined, '=A2*2', '=A3*2']);
  });

  it('spill again where they spilled, and stay arrays where they were', () => {
    const area = { row: 0, column: 1, rows: 2, columns: 1 };
    const legacy = { row: 2, column: 1, rows: 1, columns: 1 };
    const cells: CellSnapshot[] = [{ value: 1, formula: '=SEQUENCE(2)', array: { area, dynamic: true } }, { value: 2 }, { value: 3, formula: '=SUM(A1:A2*2)', array: { area: legacy, dynamic: false } }];
    const bytes = saveCells(cells);
    expect(packageProblems(bytes)).toEqual([]);
    expect(reread(bytes, 3)).toEqual(cells);
    expect(textOf(partsOf(bytes), SHEET1)).toContain('<c r="B1" cm="1"><f t="array" ref="B1:B2">_xlfn.SEQUENCE(2)</f><v>1</v></c>');
    expect(textOf(partsOf(bytes), 'xl/metadata.xml')).toContain('XLDAPR');
    // Once more, now that the file has metadata of its own.
    const { snapshot, package: original } = opened(bytes);
    const other = { row: 5, column: 3, rows: 1, columns: 2 };
    const again = writeXlsx(savedWith(snapshot, withCell(snapshot.sheets[0]!, 5, 3, { value: 1, formula: '=SEQUENCE(1,2)', array: { area: other, dynamic: true } })), original).bytes;
    expect(packageProblems(again)).toEqual([]);
    expect(partsOf(again)['xl/metadata.xml']).toEqual(partsOf(bytes)['xl/metadata.xml']);
    expect(cellAt(opened(again).snapshot.sheets[0]!, 5, 3)?.array).toEqual({ area: other, dynamic: true });
  });

  it('find their metadata beside that of other kinds', () => {
    const withRichData = withParts(rawFile('<sheetData/>', {
      parts: { 'xl/metadata.xml': '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><metadataTypes count="1"><metadataType name="XLRICHVALUE" minSupportedVersion="120000"/></metadataTypes><futureMetadata name="XLRICHVALUE" count="1"><bk/></futureMetadata><valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata></metadata>' },
      types: '<Override PartName="/xl/metadata.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml"/>',
      relationships: `<Relationship Id="rId5" Type="${R}/sheetMetadata" Target="metadata.xml"/>`,
    }), {});
    const { snapshot, package: original } = opened(withRichData);
    const area = { row: 0, column: 0, rows: 2, columns: 1 };
    const { bytes } = writeXlsx(savedWith(snapshot, withCell(snapshot.sheets[0]!, 0, 0, { value: 1, formula: '=SEQUENCE(2)', array: { area, dynamic: true } })), original);
    expect(packageProblems(bytes)).toEqual([]);
    const metadata = textOf(partsOf(bytes), 'xl/metadata.xml');
    expect(metadata.match(/<metadataType /g)).toHaveLength(2);
    expect(metadata).toMatch(/<\/futureMetadata><futureMetadata name="XLDAPR".*<cellMetadata count="1"><bk><rc t="2" v="0"\/><\/bk><\/cellMetadata><valueMetadata/s);
    expect(cellAt(opened(bytes).snapshot.sheets[0]!, 0, 0)?.array?.dynamic).toBe(true);
  });
});

describe('formats of cells', () => {
  const styled = excelJsFile((workbook) => {
    const sheet = workbook.addWorksheet('Looks');
    sheet.getCell('A1').value = 'themed';
    sheet.getCell('A1').font = { name: 'Calibri', size: 12, color: { theme: 4 }, scheme: 'minor', family: 2 };
    sheet.getCell('A1').fill = { type: 'gradient', gradient: 'angle', degree: 0, stops: [{ position: 0, color: { argb: 'FFFF0000' } }, { position: 1, color: { argb: 'FF0000FF' } }] };
    sheet.getCell('A1').border = { top: { style: 'thin', color: { argb: 'FF112233' } }, left: { style: 'double' } };
    sheet.getCell('A1').alignment = { horizontal: 'center', wrapText: true, readingOrder: 'rtl' };
    sheet.getCell('A2').value = 'plain';
  });

  it('are appended and never renumbered', async () => {
    const { snapshot, package: original } = opened(await styled);
    const [sheet] = snapshot.sheets;
    const style = snapshot.styles[cellAt(sheet!, 0, 0)!.style!]!;
    const styles = [...snapshot.styles, { ...style, font: { ...style.font, bold: true } }];
    const next = { ...snapshot, styles, sheets: [withCell(sheet!, 0, 0, { value: 'themed', style: styles.length - 1 })] };
    const { bytes } = writeXlsx(saved(next, { sheets: new Map([[sheet!.id, 'content']]) }), original);
    expect(packageProblems(bytes)).toEqual([]);
    const [before, after] = [textOf(partsOf(await styled), 'xl/styles.xml'), textOf(partsOf(bytes), 'xl/styles.xml')];
    const formats = (xml: string): string => /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(xml)?.[1] ?? '';
    expect(formats(after).startsWith(formats(before))).toBe(true);
    const cell = (await readByExcelJs(bytes)).worksheets[0]?.getCell('A1');
    expect(cell?.font).toMatchObject({ bold: true, size: 12, color: { theme: 4 }, scheme: 'minor' });
    expect(cell?.fill).toMatchObject({ type: 'gradient' });
    expect(cell?.alignment).toMatchObject({ horizontal: 'center', wrapText: true, readingOrder: 'rtl' });
  });

  it('go along with a cell that moves, modelled or not', async () => {
    const { snapshot, package: original } = opened(await styled);
    const [sheet] = snapshot.sheets;
    const themed = cellAt(sheet!, 0, 0)!;
    const moved = withCell(withCell(sheet!, 0, 0, { value: 'plain' }), 1, 0, themed);
    const { bytes } = writeXlsx(savedWith(snapshot, moved), original);
    expect(partsOf(bytes)['xl/styles.xml']).toEqual(partsOf(await styled)['xl/styles.xml']);
    expect((await readByExcelJs(bytes)).worksheets[0]?.getCell('A2').fill).toMatchObject({ type: 'gradient' });
  });

  it('come through whole in a new file', async () => {
    const { snapshot } = opened(await styled);
    const [plain] = snapshot.styles;
    const looks = [
      { ...plain!, fill: '#1F4E79', font: { ...plain!.font, color: '#FFFFFF', bold: true, italic: true, strikethrough: true, underline: 'double' as const, size: 20, name: 'Segoe UI' } },
      { ...plain!, borders: { top: { style: 'thick' as const, color: '#FF0000' }, bottom: { style: 'dashDotDot' as const, color: null }, diagonalUp: { style: 'hair' as const, color: '#00FF00' } } },
      { ...plain!, horizontal: 'centerContinuous' as const, vertical: 'top' as const, wrapText: true, indent: 2, textRotation: 90, locked: false, formulaHidden: true },
      { ...plain!, shrinkToFit: true, numberFormat: '"Q"0;[Red]-0.0%;"<&>"' },
      { ...plain!, numberFormat: 'm/d/yyyy' },
    ];
    const styles = [plain!, ...looks];
    const sheet = looks.reduce<SheetSnapshot>((before, _, index) => withCell(before, index, 0, { value: index, style: index + 1 }), blankSheet('s', 'Looks'));
    const { bytes } = writeXlsx(saved({ ...snapshot, styles, sheets: [sheet], activeSheet: 's', tables: [], names: [] }), null);
    expect(packageProblems(bytes)).toEqual([]);
    const again = opened(bytes).snapshot;
    expect(looks.map((_, index) => again.styles[cellAt(again.sheets[0]!, index, 0)?.style ?? 0])).toEqual(looks);
    const byExcelJs = (await readByExcelJs(bytes)).worksheets[0];
    expect(byExcelJs?.getCell('A1').font).toMatchObject({ bold: true, italic: true, strike: true, underline: 'double', size: 20, name: 'Segoe UI' });
    expect(byExcelJs?.getCell('A2').border).toMatchObject({ top: { style: 'thick' }, bottom: { style: 'dashDotDot' } });
    expect(byExcelJs?.getCell('A4').numFmt).toBe('"Q"0;[Red]-0.0%;"<&>"');
  });

  it('of rows and columns are told apart from those of cells', () => {
    const { snapshot } = opened(file);
    const [plain] = snapshot.styles;
    const styles = [plain!, { ...plain!, fill: '#EEEEEE' }];
    const sheet: SheetSnapshot = {
      ...withCell(withCell(blankSheet('s', 'Lines'), 0, 0, { value: 'own', style: 0 }), 1, 0, { value: 'inherited' }),
      columns: new Map([[0, { size: 120, style: 1 }], [1, { hidden: true }], [2, { size: 120, style: 1 }]]),
      rows: new Map([[4, { size: 33, style: 1 }], [5, { hidden: true }]]),
    };
    const { bytes } = writeXlsx(saved({ ...snapshot, styles, sheets: [sheet], activeSheet: 's' }), null);
    expect(packageProblems(bytes)).toEqual([]);
    const again = opened(bytes).snapshot;
    const [read] = again.sheets;
    const grey = again.styles.findIndex(({ fill }) => fill === '#EEEEEE');
    expect(cellAt(read!, 0, 0)).toEqual({ value: 'own', style: 0 });
    expect(cellAt(read!, 1, 0)).toEqual({ value: 'inherited' });
    expect(read?.columns.get(0)).toEqual({ size: 120, style: grey });
    expect(read?.columns.get(1)).toMatchObject({ hidden: true });
    expect(read?.rows.get(4)).toEqual({ size: 33, style: grey });
    expect(read?.rows.get(5)).toEqual({ hidden: true });
  });
});

describe('dates', () => {
  it('count from 1904 where the file says so', () => {
    const mac = rawFile('<sheetData><row r="1"><c r="A1" t="d"><v>2000-01-01T12:00:00</v></c></row></sheetData>', { workbook: '<workbookPr date1904="1"/><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>' });
    const { snapshot } = opened(mac);
    expect(snapshot.date1904).toBe(true);
    expect(cellAt(snapshot.sheets[0]!, 0, 0)?.value).toBe(35064.5);
    expect(opened(writeXlsx(saved(snapshot), null).bytes).snapshot.date1904).toBe(true);
  });
});
