import fc from 'fast-check';
import { openHeadless, type EngineWorkbook } from '../openHeadless';
import type { Border, CellValue, Style } from '../../../src/host/workbookPort';
import { PLAIN_STYLE, sheet, workbook } from './snapshots';

let book: EngineWorkbook;
afterEach(() => book?.dispose());

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
const thin: Border = { style: 'thin', color: '#112233' };

describe('styles', () => {
  it('come back from Univer as they went in', () => {
    const border = fc.record({ style: fc.constantFrom<Border['style'][]>('hair', 'thin', 'medium', 'thick', 'dashed', 'dotted', 'double', 'dashDot', 'dashDotDot', 'slantDashDot', 'mediumDashed', 'mediumDashDot', 'mediumDashDotDot'), color: fc.constantFrom('#000000', '#A1B2C3') });
    const style = fc.record({
      fill: fc.constantFrom(null, '#FFEEDD'),
      font: fc.record({
        name: fc.constantFrom('Calibri', 'Segoe UI'),
        size: fc.constantFrom(8, 11, 24.5),
        color: fc.constantFrom('#000000', '#FF0000'),
        bold: fc.boolean(),
        italic: fc.boolean(),
        strikethrough: fc.boolean(),
        underline: fc.constantFrom<Style['font']['underline'][]>('none', 'single', 'double'),
      }),
      borders: fc.record({ top: border, left: border, diagonalUp: border }, { requiredKeys: [] }),
      horizontal: fc.constantFrom<Style['horizontal'][]>('general', 'left', 'center', 'right', 'fill', 'justify', 'centerContinuous', 'distributed'),
      vertical: fc.constantFrom<Style['vertical'][]>('top', 'center', 'bottom', 'justify', 'distributed'),
      wrapText: fc.boolean(),
      indent: fc.integer({ min: 0, max: 15 }),
      shrinkToFit: fc.boolean(),
      textRotation: fc.constantFrom(0, 45, -90, 255),
      locked: fc.boolean(),
      formulaHidden: fc.boolean(),
    });
    book = openHeadless(workbook([sheet('Data', [[1]])]));
    fc.assert(
      fc.property(style, (wanted) => {
        book.clear('data', area(0, 0), 'all');
        book.setStyle('data', area(0, 0), wanted);
        expect(book.style('data', 0, 0)).toEqual(wanted);
      }),
    );
  });

  it('are patched where an area is styled, borders at its rim and inside', () => {
    book = openHeadless(workbook([sheet('Data', [[1, 2], [3, 4]])]));
    book.setStyle('data', area(0, 0, 2, 2), { font: { bold: true }, fill: '#FFFF00', borders: { top: thin, insideVertical: { ...thin, style: 'dotted' } } });
    book.setStyle('data', area(0, 0), { font: { italic: true }, horizontal: 'centerContinuous', locked: false });
    expect(book.style('data', 0, 0)).toMatchObject({ fill: '#FFFF00', font: { bold: true, italic: true, size: 11 }, horizontal: 'centerContinuous', locked: false, borders: { top: thin, right: { style: 'dotted' } } });
    expect(book.style('data', 1, 1)).toMatchObject({ font: { bold: true, italic: false }, locked: true, borders: { left: { style: 'dotted' } } });
    expect(book.style('data', 1, 1).borders.top).toBeUndefined();
    book.undo();
    book.undo();
    expect(book.style('data', 0, 0)).toMatchObject({ fill: null, horizontal: 'general', locked: true, font: { bold: false } });
    expect(book.values('data', area(0, 0, 2, 2))).toEqual([[1, 2], [3, 4]]);
  });

  it('of whole columns hold for cells that have none, and number formats keep them', () => {
    book = openHeadless(workbook([sheet('Data', [[1, 2]])]));
    book.setStyle('data', { row: 0, column: 1, rows: 1048576, columns: 1 }, { font: { bold: true } });
    book.setCells('data', area(0, 1), [[{ value: 0.5, numberFormat: '0%' }]]);
    expect(book.style('data', 0, 1).font.bold).toBe(true);
    expect(book.style('data', 500, 1).font.bold).toBe(true);
    expect(book.style('data', 0, 0).font.bold).toBe(false);
    expect(book.texts('data', area(0, 0, 1, 2))).toEqual([['1', '50%']]);
  });

  it('are cleared without the contents, and contents without them', () => {
    book = openHeadless(workbook([sheet('Data', [[1]])]));
    book.setStyle('data', area(0, 0), { fill: '#FF0000' });
    book.clear('data', area(0, 0), 'contents');
    expect([book.values('data', area(0, 0))[0]?.[0], book.style('data', 0, 0).fill]).toEqual([null, '#FF0000']);
    book.undo();
    book.clear('data', area(0, 0), 'formats');
    expect([book.values('data', area(0, 0))[0]?.[0], book.style('data', 0, 0).fill]).toEqual([1, null]);
    book.clear('data', area(0, 0, 1048576, 16384), 'all');
    expect(book.usedArea('data', false)).toBeNull();
  });
});

describe('texts', () => {
  it.each([
    [1234.5, '#,##0.00', '1,234.50'],
    [0.256, '0%', '26%'],
    [46295, 'yyyy-mm-dd', '2026-09-30'],
    [-3, '#,##0;[Red](#,##0)', '(3)'],
    ['abc', '"x"@', 'xabc'],
    [true, 'General', 'TRUE'],
    [{ error: '#N/A' }, '0.00', '#N/A'],
    [null, '0.00', ''],
    [12.5, 'General', '12.5'],
    [1e21, 'General', '1E+21'],
  ] as const)('%j in %s reads %s', (value: CellValue, numberFormat, expected) => {
    book = openHeadless(workbook([sheet('Data', [[{ value, style: 1 }]])], { styles: [PLAIN_STYLE, { ...PLAIN_STYLE, numberFormat }] }));
    expect(book.texts('data', area(0, 0))).toEqual([[expected]]);
  });

  it('of dates in the 1904 system are four years and a day later', () => {
    book = openHeadless(workbook([sheet('Data', [[]])], { date1904: true }));
    book.setCells('data', area(0, 0), [[{ value: 46295 - 1462, numberFormat: 'yyyy-mm-dd' }]]);
    expect(book.texts('data', area(0, 0))).toEqual([['2026-09-30']]);
  });
});

describe('sizes', () => {
  it('are in points, fit their contents, and hide', () => {
    book = openHeadless(workbook([sheet('Data', [['A rather long name of a partner', 'x'], ['b']])]));
    expect([book.columnWidth('data', 0), book.rowHeight('data', 0)]).toEqual([48, 15]);
    book.setColumns('data', 0, 2, { width: 120 });
    book.setRows('data', 0, 1, { height: 30 });
    expect([book.columnWidth('data', 1), book.rowHeight('data', 0)]).toEqual([120, 30]);
    book.setColumns('data', 0, 2, { width: null });
    expect(book.columnWidth('data', 0)).toBeGreaterThan(130);
    expect(book.columnWidth('data', 0)).toBeLessThan(200);
    expect(book.columnWidth('data', 1)).toBeLessThan(20);
    book.setColumns('data', 0, 1, { width: 60 });
    book.setStyle('data', area(0, 0), { wrapText: true });
    book.setRows('data', 0, 1, { height: null });
    expect(book.rowHeight('data', 0)).toBeGreaterThan(40);
    book.setColumns('data', 1, 1, { hidden: true });
    book.setRows('data', 1, 1, { hidden: true });
    expect([book.hidden('data').columns.has(1), book.hidden('data').rows.has(1), book.columnWidth('data', 1)]).toEqual([true, true, 0]);
  });
});

describe('merged cells', () => {
  it('keep the first content only, and come apart again', () => {
    book = openHeadless(workbook([sheet('Data', [[null, 2], [3, 4]])]));
    book.merge('data', area(0, 0, 2, 2));
    expect(book.merges('data')).toEqual([area(0, 0, 2, 2)]);
    expect(book.values('data', area(0, 0, 2, 2))).toEqual([[2, null], [null, null]]);
    book.unmerge('data', area(1, 1));
    expect(book.merges('data')).toEqual([]);
    book.undo();
    book.undo();
    expect(book.values('data', area(0, 0, 2, 2))).toEqual([[null, 2], [3, 4]]);
  });
});

describe('links and pages', () => {
  it('are kept with the sheet', () => {
    book = openHeadless(workbook([sheet('Data', [['x']], { hyperlinks: [{ area: area(0, 0, 2, 1), link: { address: 'https://a.example', location: null, screenTip: '' } }] })]));
    book.setHyperlink('data', 0, 0, { address: null, location: 'Data!A2', screenTip: 'there' });
    expect(book.hyperlink('data', 0, 0)?.location).toBe('Data!A2');
    expect(book.hyperlink('data', 1, 0)?.address).toBe('https://a.example');
    book.setHyperlink('data', 0, 0, null);
    expect(book.hyperlink('data', 0, 0)).toBeNull();
    book.setPageLayout('data', { orientation: 'landscape', fit: { wide: 1, tall: null } });
    expect(book.pageLayout('data')).toMatchObject({ orientation: 'landscape', fit: { wide: 1, tall: null }, margins: { top: 54 } });
  });
});
