/** Text that is written stays text: through Excel's own reading of what is typed, a save, and another program. */
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { inert, inertRows, inertTitle } from '../../src/excel/writingGateway';
import { writeXlsx } from '../../src/workbench/xlsx/writeXlsx';
import { sheet, workbook } from '../workbench/engine/snapshots';
import { type AddIn, openAddIn } from './openAddIn';

const hostile = [
  '=1+1', '=HYPERLINK("http://x","y")', '+1', '-1', '@SUM(1)', '＝１＋１', '＋1', '＠SUM(1)', "'already quoted", "''", '007', '1,200', '1-2', '3/4/2026', '12:30', '50%', '1e5', 'TRUE', 'false',
  '#N/A', '#REF!', '$5', '(300)', '€ 5', '\tTab', ' leading space', 'Two\nlines', '😀', 'שלום', 'مرحبا', '{=1}', '|cmd', "O'Brien", '"quoted"', '[1]Sheet!A1',
];
const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }));

describe('inert', () => {
  test('puts an apostrophe before every text, and nothing else is changed in what a cell can hold', () => {
    for (const value of hostile) expect(inert(value)).toBe(`'${value}`);
  });

  test('leaves numbers as they are and refuses those that no cell can hold', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => inert(value) === value));
    for (const value of [Number.NaN, Infinity, -Infinity]) expect(() => inert(value)).toThrow(RangeError);
  });

  test('leaves nothing where there is nothing', () => {
    expect(inertRows([[null, '']])).toEqual([[null, null]]);
  });

  test('keeps within what a cell holds, apostrophe included, and never halves a character', () => {
    for (const length of [32_765, 32_766, 32_767, 40_000]) {
      const written = inert('😀'.repeat(length)) as string;
      expect(written.length).toBeLessThanOrEqual(32_767);
      expect(written.endsWith('…')).toBe(true);
      expect([...written].every((character) => !/^[\uD800-\uDFFF]$/.test(character))).toBe(true);
    }
    expect(inert('x'.repeat(32_766))).toBe(`'${'x'.repeat(32_766)}`);
  });

  test('takes out what no file can hold', () => {
    expect(inert('a\u0000b\u001fc\ud800d')).toBe("'a\uFFFDb\uFFFDc\uFFFDd");
    expect(inert('a\r\nb\rc')).toBe("'a\nb\nc");
  });
});

test.each([
  ['=Sheet1!A1 is Red', '\u2060=Sheet1!A1 is Red'],
  ['＝１ is Red', '\u2060＝１ is Red'],
  ['All 3 are Green; a=b', 'All 3 are Green; a=b'],
  ['Two\nlines', 'Two\nlines'],
  ['half \uD83D of it', 'half \uFFFD of it'],
])('a title of a chart refers to nothing: %j', (title, shown) => {
  expect(inertTitle(title)).toBe(shown);
});

describe('in a workbook', () => {
  let addIn: AddIn;
  afterEach(() => addIn.close());

  test('any text comes back as the same text, to office.js and to exceljs after a save', async () => {
    addIn = await openAddIn(workbook([sheet('Sheet1', [])]));
    await fc.assert(fc.asyncProperty(fc.array(text, { minLength: 5, maxLength: 40 }), async (texts) => {
      const expected = texts.map((one) => String(inert(one)).slice(1));
      await addIn.Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('Sheet1').getRangeByIndexes(0, 0, texts.length, 1);
        range.values = inertRows(texts.map((one) => [one]));
        range.load('values,formulas,valueTypes');
        await context.sync();
        expect(range.values.map(([value]) => value as unknown)).toEqual(expected);
        expect(range.valueTypes.flat().every((type) => type === 'String')).toBe(true);
      });
      const { bytes } = writeXlsx(addIn.port.snapshot(), null);
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
      const column = book.getWorksheet('Sheet1')!.getColumn(1);
      expected.forEach((one, row) => {
        const cell = book.getWorksheet('Sheet1')!.getCell(row + 1, column.number);
        expect(cell.type).toBe(ExcelJS.ValueType.String);
        expect(cell.value).toBe(one);
      });
    }), { numRuns: 15 });
  }, 60_000);
});
