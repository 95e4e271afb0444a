import fc from 'fast-check';
import { columnIndex, columnName, formatArea, parseAddress, parseAddresses, quoteSheetName } from '../../src/host/excel/address';
import { MAX_COLUMNS, MAX_ROWS } from '../../src/host/excel/area';

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

describe('an A1 address', () => {
  it.each([
    ['A1', null, area(0, 0)],
    ['$B$2:D$9', null, area(1, 1, 8, 3)],
    ['D9:B2', null, area(1, 1, 8, 3)],
    ['XFD1048576', null, area(MAX_ROWS - 1, MAX_COLUMNS - 1)],
    ['B:D', null, area(0, 1, MAX_ROWS, 3)],
    ['$2:$9', null, area(1, 0, 8, MAX_COLUMNS)],
    ['Partners!C3', 'Partners', area(2, 2)],
    ["'It''s Q3'!C3:C4", "It's Q3", area(2, 2, 2)],
  ])('%s is read', (text, sheet, expected) => {
    expect(parseAddress(text)).toEqual({ sheet, area: expected });
  });

  it.each(['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'Partners!', '!A1', "'Open!A1", 'A1,B2', 'Partners', 'R1C1:'])('%p is no single area', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  it('lists several areas, commas inside quoted sheet names apart', () => {
    expect(parseAddresses("A1:B2, 'Q1, Q2'!C3")).toEqual([
      { sheet: null, area: area(0, 0, 2, 2) },
      { sheet: 'Q1, Q2', area: area(2, 2) },
    ]);
    expect(parseAddresses('A1, nothing')).toBeNull();
  });

  it('is written as it was read', () => {
    const anyArea = fc
      .tuple(fc.nat(MAX_ROWS - 1), fc.nat(MAX_COLUMNS - 1), fc.nat(500), fc.nat(200))
      .map(([row, column, rows, columns]) => area(row, column, Math.min(rows + 1, MAX_ROWS - row), Math.min(columns + 1, MAX_COLUMNS - column)));
    fc.assert(
      fc.property(anyArea, fc.boolean(), (given, absolute) => {
        expect(parseAddress(formatArea(given, absolute))).toEqual({ sheet: null, area: given });
      }),
    );
  });

  it('names columns as Excel does', () => {
    expect([0, 25, 26, 701, 702, MAX_COLUMNS - 1].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
    fc.assert(fc.property(fc.nat(MAX_COLUMNS - 1), (column) => columnIndex(columnName(column)) === column));
  });

  it.each([
    ['Partners', 'Partners'],
    ['Q3 2026', "'Q3 2026'"],
    ["It's", "'It''s'"],
    ['AB12', "'AB12'"],
    ['2026', "'2026'"],
    ['Übersicht', 'Übersicht'],
  ])('quotes the sheet %s where Excel does', (name, quoted) => {
    expect(quoteSheetName(name)).toBe(quoted);
  });

  it('finds its sheet again, whatever the sheet is called', () => {
    const name = fc.string({ minLength: 1, maxLength: 31, unit: 'grapheme' }).filter((text) => !/^'|'$|^\s|\s$/.test(text) && text.trim() === text);
    fc.assert(
      fc.property(name, (sheet) => {
        expect(parseAddress(`${quoteSheetName(sheet)}!B2`)).toEqual({ sheet, area: area(1, 1) });
      }),
    );
  });
});
