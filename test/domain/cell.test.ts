import { cellAddress, columnLetters, quotedSheet } from '../../src/domain/cell';

it.each([[0, 'A'], [1, 'B'], [25, 'Z'], [26, 'AA'], [27, 'AB'], [51, 'AZ'], [52, 'BA'], [701, 'ZZ'], [702, 'AAA'], [16383, 'XFD']])('column %i is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

it('gives an address as a person reads it', () => {
  expect(cellAddress({ sheet: 'Initiatives', row: 6, column: 5 })).toBe('Initiatives!F7');
  expect(cellAddress({ sheet: "Bob's sheet", row: 0, column: 0 })).toBe("'Bob''s sheet'!A1");
});

it.each([
  'Initiatives', 'initiatives', '_old', 'Übersicht', '数据', 'Q3_2026', 'Plan.v2', 'Quarter1', 'ABCD1', 'A', 'XFD', 'Rate', 'True_', 'Falsehood', 'Cash', 'Record1', 'RCX', 'A1B',
])('as Excel does, it writes the sheet %s without quotes', (sheet) => {
  expect(quotedSheet(sheet)).toBe(sheet);
});

it.each([
  'My sheet', '2026', '2026 plan', '1', 'Plan-2026', 'Plan (old)', 'A+B', ' Plan', 'Plan ', 'Partners!', 'A1', 'a1', 'AB12', 'XFD1048576', 'R', 'r', 'C', 'c', 'RC', 'Rc', 'R1', 'C1', 'c12', 'R1C', 'RC1',
  'R12C34', 'true', 'TRUE', 'False', '.plan', '',
])('as Excel does, it quotes the sheet "%s"', (sheet) => {
  expect(quotedSheet(sheet)).toBe(`'${sheet}'`);
});

it("doubles the quotes in a sheet's name", () => {
  expect(quotedSheet("'Bob's'")).toBe("'''Bob''s'''");
});
