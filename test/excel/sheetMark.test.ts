/** The marks of the product's own sheets: what they say of a sheet, and of the rows that came with it. */
import { isDataName, isMarkOf, markOf, ownershipOf, runOf, runOfMark } from '../../src/excel/sheetMark';

const write = 'c6f6ed2d-9e35-43fe-8837-9dd82759969f';

test.each(['building', 'complete', 'data'] as const)('a sheet that is %s says so, which write made it, and by what run its rows are known', (state) => {
  const mark = markOf(state, write);
  expect(ownershipOf(mark)).toBe(state);
  expect(isMarkOf(mark, write)).toBe(true);
  expect(isMarkOf(mark, 'another')).toBe(false);
  expect(runOfMark(mark)).toBe(runOf(write));
});

test('a run is short, and nothing takes it for a number', () => {
  expect(runOf(write)).toBe('c6f6ed2d-9e35');
  expect(Number(runOf('12345678-1234-4000-8000-000000000000'))).toBeNaN();
});

test('a name that is no mark of ours says nothing', () => {
  expect(ownershipOf(undefined)).toBe('none');
  expect(ownershipOf('="something"')).toBe('complete');
  expect(runOfMark('="something"')).toBe('');
});

test('a copy of the sheet of own tables is known by its name', () => {
  expect(['Alliance data', 'ALLIANCE DATA', 'Alliance data (2)', 'Alliance data 2026', 'My Alliance data'].map(isDataName)).toEqual([true, true, true, false, false]);
});
