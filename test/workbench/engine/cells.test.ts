import { openHeadless, type EngineWorkbook } from '../openHeadless';
import { sheet, workbook } from './snapshots';

let book: EngineWorkbook;
afterEach(() => book.dispose());

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

describe('the cells of an opened workbook', () => {
  it('hold their values, and formulas that came without a result get one', async () => {
    book = openHeadless(workbook([sheet('Notes', [['Partner', 'Revenue'], ['Acme', 12.5], ['Total', '=SUM(B2:B2)*2', true, { error: '#N/A' }]])]));
    await book.settle();
    expect(book.values('notes', area(0, 0, 3, 4))).toEqual([
      ['Partner', 'Revenue', null, null],
      ['Acme', 12.5, null, null],
      ['Total', 25, true, { error: '#N/A' }],
    ]);
    expect(book.formulas('notes', area(2, 0, 1, 2))).toEqual([[null, '=SUM(B2:B2)*2']]);
  });

  it('calculate again when something they refer to is written', async () => {
    book = openHeadless(workbook([sheet('Notes', [[1, '=A1+1']])]));
    await book.settle();
    book.setCells('notes', area(0, 0), [[{ value: 41 }]]);
    await book.settle();
    expect(book.values('notes', area(0, 1))).toEqual([[42]]);
  });

  it('stay numbers and text whatever format they get afterwards', async () => {
    book = openHeadless(workbook([sheet('Notes', [[46_090, '007', true, 1]])]));
    book.setNumberFormats('notes', area(0, 0, 1, 4), [['@', '#,##0', '0', '@']]);
    expect(book.values('notes', area(0, 0, 1, 4))).toEqual([[46_090, '007', true, 1]]);
    expect(book.undo()).toBe(true);
    expect(book.values('notes', area(0, 0, 1, 4))).toEqual([[46_090, '007', true, 1]]);
    expect(book.numberFormats('notes', area(0, 0, 1, 4))).toEqual([['General', 'General', 'General', 'General']]);
  });
});
