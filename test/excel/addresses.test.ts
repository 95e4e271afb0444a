import fc from 'fast-check';
import { columnLetters } from '../../src/domain/cell';
import { addressLists, areaAddress, columnOf, rowsAddress } from '../../src/excel/addresses';

test('areas and rows read as Excel writes them', () => {
  expect(areaAddress({ row: 1, column: 1, rows: 1, columns: 1 })).toBe('B2');
  expect(areaAddress({ row: 1, column: 25, rows: 8, columns: 3 })).toBe('Z2:AB9');
  expect(rowsAddress(4, 3)).toBe('5:7');
});

test('the letters of a column lead back to it', () => {
  fc.assert(fc.property(fc.nat(16_383), (column) => columnOf(columnLetters(column)) === column));
});

test('lists of ranges are never longer than Excel reads, and nothing gets lost', () => {
  fc.assert(fc.property(fc.array(fc.nat(1_048_575).map((row) => `$XFD$${row + 1}`), { maxLength: 3_000 }), (addresses) => {
    const lists = addressLists(addresses);
    expect(lists.every((list) => list.length <= 8_192)).toBe(true);
    expect(lists.flatMap((list) => list.split(','))).toEqual(addresses);
  }), { numRuns: 20 });
});
