import fc from 'fast-check';
import { openHeadless, type EngineWorkbook } from '../openHeadless';
import { shiftArea } from '../../../src/workbench/engine/shift';
import { sheet, table, workbook, type Written } from './snapshots';

let book: EngineWorkbook;
afterEach(() => book?.dispose());

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
const rows = (row: number, count = 1) => area(row, 0, count, 16384);
const columns = (column: number, count = 1) => area(0, column, 1048576, count);

const DATA: readonly (readonly Written[])[] = [
  ['Title'],
  ['Name', 'Revenue', null, '=SUM(B3:B4)'],
  ['Acme', 10, null, '=SUM(Partners[Revenue])'],
  ['Globex', 20, null, '=B4+$B$3+Notes!A1'],
  [null, null, null, '=SUM(B:B)'],
];

const open = (): EngineWorkbook =>
  openHeadless(
    workbook(
      [
        sheet('Data', DATA, {
          merges: [area(0, 0, 1, 2), area(6, 0, 2, 2)],
          conditionalFormats: [{ id: 'cf', areas: [area(2, 1, 2)], priority: 1, stopIfTrue: false, rule: { kind: 'custom', formula: '=$B3>Data!$B$4', style: {} } }],
          validations: [
            { areas: [area(2, 0, 2)], type: 'list', operator: null, formula1: '=Notes!$A$1:$A$3', formula2: null, ignoreBlank: true, inCellDropDown: true, prompt: { show: false, title: '', message: '' }, errorAlert: { show: true, title: '', message: '', style: 'stop' } },
          ],
          hyperlinks: [{ area: area(2, 0), link: { address: 'https://example.com', location: null, screenTip: '' } }],
          rows: new Map([[3, { size: 30 }]]),
        }),
        sheet('Notes', [['=Data!B3*2', '=Total']]),
      ],
      {
        tables: [table('Partners', 'data', { row: 1, column: 0, rows: 3 }, ['Name', 'Revenue'])],
        names: [{ name: 'Total', sheet: null, formula: '=Data!$B$3:$B$4', comment: '', visible: true }],
      },
    ),
  );

/** Everything that must come back when a change is taken back. */
const picture = (): unknown => {
  const { snapshot } = book.snapshot();
  return { ...snapshot, activeSheet: null, sheets: snapshot.sheets.map((each) => ({ ...each, selection: null })) };
};

describe('inserting rows', () => {
  it('moves formulas, names, tables, merges, rules, validations, links and heights along', async () => {
    book = open();
    await book.settle();
    book.insertCells('data', rows(2, 2), 'down');
    await book.settle();
    expect(book.formulas('data', area(0, 3, 7))).toEqual([[null], ['=SUM(B5:B6)'], [null], [null], ['=SUM(Partners[Revenue])'], ['=B6+$B$5+Notes!A1'], ['=SUM(B:B)']]);
    expect(book.formulas('notes', area(0, 0))).toEqual([['=Data!B5*2']]);
    expect(book.names()[0]?.formula).toBe('=Data!$B$5:$B$6');
    expect(book.tables()[0]?.area).toEqual(area(1, 0, 5, 2));
    expect(book.merges('data')).toEqual([area(0, 0, 1, 2), area(8, 0, 2, 2)]);
    expect(book.conditionalFormats('data')).toMatchObject([{ areas: [area(4, 1, 2)], rule: { formula: '=$B5>Data!$B$6' } }]);
    expect(book.validations('data')).toMatchObject([{ areas: [area(4, 0, 2)], formula1: '=Notes!$A$1:$A$3' }]);
    expect(book.hyperlink('data', 4, 0)?.address).toBe('https://example.com');
    expect(book.rowHeight('data', 5)).toBe(30);
    expect(book.values('data', area(1, 3, 6))).toEqual([[30], [null], [null], [30], [50], [30]]);
    expect(book.values('notes', area(0, 0))).toEqual([[20]]);
  });

  it('is one step of undo', async () => {
    book = open();
    await book.settle();
    const before = picture();
    book.insertCells('data', rows(0), 'down');
    await book.settle();
    const after = picture();
    expect(after).not.toEqual(before);
    expect(book.undo()).toBe(true);
    await book.settle();
    expect(picture()).toEqual(before);
    expect(book.undo()).toBe(false);
    expect(book.redo()).toBe(true);
    await book.settle();
    expect(picture()).toEqual(after);
  });
});

describe('deleting rows', () => {
  it('leaves #REF! where what was referred to is gone, and shrinks what is left', async () => {
    book = open();
    await book.settle();
    book.deleteCells('data', rows(2), 'up');
    await book.settle();
    expect(book.formulas('data', area(1, 3, 3))).toEqual([['=SUM(B3:B3)'], ['=B3+#REF!+Notes!A1'], ['=SUM(B:B)']]);
    expect(book.formulas('notes', area(0, 0))).toEqual([['=Data!#REF!*2']]);
    expect(book.tables()[0]?.area).toEqual(area(1, 0, 2, 2));
    expect(book.conditionalFormats('data')[0]?.areas).toEqual([area(2, 1)]);
    expect(book.hyperlink('data', 2, 0)).toBeNull();
    expect(book.rowHeight('data', 2)).toBe(30);
    expect(book.values('data', area(1, 3, 3))).toEqual([[20], [{ error: '#REF!' }], [20]]);
  });

  it('comes back with cells, heights and everything else by one undo', async () => {
    book = open();
    await book.settle();
    const before = picture();
    book.deleteCells('data', rows(1, 4), 'up');
    await book.settle();
    book.undo();
    await book.settle();
    expect(picture()).toEqual(before);
  });

  it('refuses to take a header from its table', () => {
    book = open();
    expect(() => book.deleteCells('data', rows(1), 'up')).toThrow(expect.objectContaining({ code: 'InsertDeleteConflict' }));
  });
});

describe('columns', () => {
  it('are inserted into a table as fresh columns', async () => {
    book = open();
    await book.settle();
    book.insertCells('data', columns(1), 'right');
    await book.settle();
    expect(book.tables()[0]).toMatchObject({ area: area(1, 0, 3, 3), columns: [{ name: 'Name' }, { name: 'Column1' }, { name: 'Revenue' }] });
    expect(book.values('data', area(1, 0, 1, 3))).toEqual([['Name', 'Column1', 'Revenue']]);
    expect(book.values('data', area(2, 4))).toEqual([[30]]);
  });

  it('are deleted out of a table', async () => {
    book = open();
    await book.settle();
    book.deleteCells('data', columns(0), 'left');
    await book.settle();
    expect(book.tables()[0]).toMatchObject({ area: area(1, 0, 3, 1), columns: [{ name: 'Revenue' }] });
    expect(book.values('data', area(2, 2))).toEqual([[30]]);
  });
});

describe('some cells', () => {
  it('are inserted within a table that they span, and only that band moves', async () => {
    book = open();
    await book.settle();
    book.insertCells('data', area(3, 0, 1, 2), 'down');
    await book.settle();
    expect(book.tables()[0]?.area).toEqual(area(1, 0, 4, 2));
    expect(book.values('data', area(1, 0, 4, 2))).toEqual([['Name', 'Revenue'], ['Acme', 10], [null, null], ['Globex', 20]]);
    expect(book.formulas('data', area(1, 3, 3))).toEqual([['=SUM(B3:B5)'], ['=SUM(Partners[Revenue])'], ['=B5+$B$3+Notes!A1']]);
    expect(book.values('data', area(2, 3))).toEqual([[30]]);
  });

  it('cannot be inserted where they would tear a table or a merge apart', () => {
    book = open();
    expect(() => book.insertCells('data', area(2, 0), 'down')).toThrow(expect.objectContaining({ code: 'InsertDeleteConflict' }));
    expect(() => book.insertCells('data', area(6, 0), 'right')).toThrow(expect.objectContaining({ code: 'InsertDeleteConflict' }));
  });

  it('are deleted and come back', async () => {
    book = open();
    await book.settle();
    const before = picture();
    book.deleteCells('data', area(3, 0, 1, 2), 'up');
    await book.settle();
    expect(book.values('data', area(2, 0, 2, 2))).toEqual([['Acme', 10], [null, null]]);
    book.undo();
    await book.settle();
    expect(picture()).toEqual(before);
  });
});

describe('an area of which nothing is deleted', () => {
  it('is where it was when what was inserted is deleted again', () => {
    const place = fc.record({ row: fc.nat(50), column: fc.nat(5), rows: fc.integer({ min: 1, max: 20 }), columns: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(place, place, fc.constantFrom('rows' as const, 'columns' as const), (what, at, axis) => {
        const inserted = shiftArea(what, { kind: 'insert', axis, sheet: 's', area: at });
        expect(inserted).not.toBeNull();
        if (inserted !== null) expect(shiftArea(inserted, { kind: 'delete', axis, sheet: 's', area: at })).toEqual(what);
      }),
    );
  });
});

describe('what an array formula fills', () => {
  it('moves with the formula', async () => {
    book = openHeadless(workbook([sheet('Data', [[1], [2], [3], ['=A1:A3*2', null, '=SUM(A4:A6)']])]));
    await book.settle();
    expect(book.values('data', area(3, 0, 3, 3))).toEqual([[2, null, 12], [4, null, null], [6, null, null]]);
    book.insertCells('data', rows(0), 'down');
    await book.settle();
    expect(book.spillArea('data', 4, 0)).toEqual(area(4, 0, 3));
    expect(book.values('data', area(4, 0, 3, 3))).toEqual([[2, null, 12], [4, null, null], [6, null, null]]);
    book.undo();
    await book.settle();
    expect(book.values('data', area(3, 0, 3, 3))).toEqual([[2, null, 12], [4, null, null], [6, null, null]]);
  });
});
