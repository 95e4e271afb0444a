import { openHeadless, type EngineWorkbook } from '../openHeadless';
import { sheet, workbook } from './snapshots';

let book: EngineWorkbook;
afterEach(() => book?.dispose());

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
const row = (at: number) => area(at, 0, 1, 16384);

/** A calculation has begun, and has come so many steps on its way. */
async function underWay(steps: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  for (let step = 0; step < steps; step += 1) await Promise.resolve();
}

describe('what is done while formulas are being calculated', () => {
  const moments = Array.from({ length: 24 }, (_, index) => index);

  it.each(moments)('moves their results along with them, %i steps in', async (steps) => {
    book = openHeadless(workbook([sheet('Data', [[1, '=A1+1'], [2, '=A2+1'], [3, '=A3+1']])]));
    await book.settle();
    book.setCells('data', area(0, 0, 3), [[{ value: 10 }], [{ value: 20 }], [{ value: 30 }]]);
    await underWay(steps);
    book.insertCells('data', row(1), 'down');
    await book.settle();
    expect(book.values('data', area(0, 0, 4, 2))).toEqual([[10, 11], [null, null], [20, 21], [30, 31]]);
  });

  it.each(moments)('is not written over by the result of a formula that is gone, %i steps in', async (steps) => {
    book = openHeadless(workbook([sheet('Data', [[1, '=A1+1', '=B1*2']])]));
    await book.settle();
    book.setCells('data', area(0, 0), [[{ value: 10 }]]);
    await underWay(steps);
    book.setCells('data', area(0, 1), [[{ value: 'typed' }]]);
    book.setCells('data', area(0, 2), [[{ value: 7 }]]);
    await book.settle();
    expect(book.values('data', area(0, 0, 1, 3))).toEqual([[10, 'typed', 7]]);
  });
});
