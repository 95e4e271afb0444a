import { openHeadless, type EngineWorkbook } from '../openHeadless';
import type { WorkbookChange } from '../../../src/host/workbookPort';
import { sheet, table, workbook, type Written } from './snapshots';

let book: EngineWorkbook;
afterEach(() => book?.dispose());

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

const open = (rows: readonly (readonly Written[])[], tables = [table('Partners', 'data', { row: 0, column: 0, rows: 3 }, ['Name', 'Revenue'])]): EngineWorkbook =>
  openHeadless(workbook([sheet('Data', rows), sheet('Notes', [['=SUM(Partners[Revenue])']])], { tables }));

const PARTNERS: readonly (readonly Written[])[] = [['Name', 'Revenue'], ['Acme', 10], ['Globex', 20]];

describe('a new table', () => {
  it('takes its header cells as column names, each of them text and once', async () => {
    book = open([['Name', null, 2026, 'name'], [1, 2, 3, 4]], []);
    const id = book.addTable('data', area(0, 0, 2, 4), null, true);
    expect(book.tables()).toMatchObject([{ id, name: 'Table1', area: area(0, 0, 2, 4), showHeaders: true, style: 'TableStyleMedium2' }]);
    expect(book.values('data', area(0, 0, 1, 4))).toEqual([['Name', 'Column2', '2026', 'name2']]);
    book.undo();
    expect(book.tables()).toEqual([]);
    expect(book.values('data', area(0, 0, 1, 4))).toEqual([['Name', null, 2026, 'name']]);
  });

  it('without headers gets a header row above its data', () => {
    book = open([[1, 2], [3, 4], ['below']], []);
    book.addTable('data', area(0, 0, 2, 2), 'Numbers', false);
    expect(book.tables()).toMatchObject([{ name: 'Numbers', area: area(0, 0, 3, 2) }]);
    expect(book.values('data', area(0, 0, 4, 2))).toEqual([['Column1', 'Column2'], [1, 2], [3, 4], ['below', null]]);
  });

  it('must not overlap another nor take its name', () => {
    book = open(PARTNERS);
    expect(() => book.addTable('data', area(2, 1, 2, 2), null, true)).toThrow(expect.objectContaining({ code: 'InvalidArgument' }));
    expect(() => book.addTable('data', area(10, 0, 2, 2), 'partners', true)).toThrow(expect.objectContaining({ code: 'InvalidArgument' }));
  });

  it('is there for formulas that were waiting for it', async () => {
    book = open(PARTNERS, []);
    await book.settle();
    expect(book.values('notes', area(0, 0))).toEqual([[{ error: '#NAME?' }]]);
    book.addTable('data', area(0, 0, 3, 2), 'Partners', true);
    await book.settle();
    expect(book.values('notes', area(0, 0))).toEqual([[30]]);
  });
});

describe('a table', () => {
  it('grows when one types right below it, and formulas see the new row', async () => {
    book = open([['Name', 'Revenue', 'Double'], ['Acme', 10, '=[@Revenue]*2'], ['Globex', 20, '=Partners[@Revenue]*2']], [
      table('Partners', 'data', { row: 0, column: 0, rows: 3 }, ['Name', 'Revenue', 'Double']),
    ]);
    await book.settle();
    const changes: WorkbookChange[] = [];
    book.onChange((change) => changes.push(change));
    await book.execute('sheet.command.set-range-values', { unitId: book.unitId, subUnitId: 'data', range: { startRow: 3, endRow: 3, startColumn: 1, endColumn: 1 }, value: { v: 70 } });
    await book.settle();
    expect(book.tables()[0]?.area).toEqual(area(0, 0, 4, 3));
    expect(book.values('notes', area(0, 0))).toEqual([[100]]);
    expect(book.values('data', area(3, 2))).toEqual([[140]]);
    expect(changes).toEqual(
      expect.arrayContaining([
        { kind: 'cells', source: 'user', sheet: 'data', area: area(3, 1), before: null, after: 70 },
        { kind: 'tableChanged', source: 'user', sheet: 'data', table: 'table-Partners' },
      ]),
    );
    book.undo();
    await book.settle();
    expect(book.tables()[0]?.area).toEqual(area(0, 0, 3, 3));
    expect(book.values('data', area(3, 0, 1, 3))).toEqual([[null, null, null]]);
    expect(book.values('notes', area(0, 0))).toEqual([[30]]);
  });

  it('does not grow over a gap, beside itself or below totals', async () => {
    book = open([...PARTNERS, [], []]);
    for (const [row, column] of [[4, 0], [3, 2]] as const) {
      await book.execute('sheet.command.set-range-values', { unitId: book.unitId, subUnitId: 'data', range: { startRow: row, endRow: row, startColumn: column, endColumn: column }, value: { v: 1 } });
    }
    expect(book.tables()[0]?.area).toEqual(area(0, 0, 3, 2));
  });

  it('takes the name that one types into its header, and so do formulas', async () => {
    book = open(PARTNERS);
    await book.execute('sheet.command.set-range-values', { unitId: book.unitId, subUnitId: 'data', range: { startRow: 0, endRow: 0, startColumn: 1, endColumn: 1 }, value: { v: 'Turnover' } });
    await book.settle();
    expect(book.tables()[0]?.columns[1]?.name).toBe('Turnover');
    expect(book.formulas('notes', area(0, 0))).toEqual([['=SUM(Partners[Turnover])']]);
    expect(book.values('notes', area(0, 0))).toEqual([[30]]);
    book.undo();
    await book.settle();
    expect(book.tables()[0]?.columns[1]?.name).toBe('Revenue');
    expect(book.formulas('notes', area(0, 0))).toEqual([['=SUM(Partners[Revenue])']]);
    expect(book.values('notes', area(0, 0))).toEqual([[30]]);
  });

  it('shows and hides its header row and its totals', async () => {
    book = open([...PARTNERS, ['below', 1]]);
    await book.settle();
    book.updateTable('table-Partners', { showTotals: true });
    await book.settle();
    expect(book.tables()[0]?.area).toEqual(area(0, 0, 4, 2));
    expect(book.values('data', area(3, 0, 2, 2))).toEqual([['Total', 30], ['below', 1]]);
    book.updateTable('table-Partners', { showTotals: false });
    expect(book.tables()[0]?.area).toEqual(area(0, 0, 3, 2));
    book.updateTable('table-Partners', { showHeaders: false });
    expect(book.tables()[0]).toMatchObject({ area: area(1, 0, 2, 2), showHeaders: false, columns: [{ name: 'Name' }, { name: 'Revenue' }] });
    await book.settle();
    expect(book.values('notes', area(0, 0))).toEqual([[30]]);
    book.updateTable('table-Partners', { showHeaders: true });
    expect(book.tables()[0]?.area).toEqual(area(0, 0, 3, 2));
    expect(book.values('data', area(0, 0, 1, 2))).toEqual([['Name', 'Revenue']]);
  });

  it('filters: rows that do not pass are hidden, and shown again without it', () => {
    book = open(PARTNERS);
    book.filterTable('table-Partners', [{ column: 0, values: ['acme'] }]);
    expect([...book.hidden('data').rows]).toEqual([2]);
    expect(book.tables()[0]?.filters).toEqual([{ column: 0, values: ['acme'] }]);
    book.filterTable('table-Partners', []);
    expect([...book.hidden('data').rows]).toEqual([]);
  });

  it('sorts with its formulas, and remembers by what', async () => {
    book = open([['Name', 'Revenue'], ['b', '=C2*2', 1], ['a', '=C3*2', 5], [null, 3], ['C', 4]], [table('Partners', 'data', { row: 0, column: 0, rows: 5 }, ['Name', 'Revenue'])]);
    await book.settle();
    book.sort('data', area(0, 0, 5, 2), [{ column: 0, ascending: true }], true);
    await book.settle();
    expect(book.values('data', area(1, 0, 4, 2))).toEqual([['a', 2], ['b', 10], ['C', 4], [null, 3]]);
    expect(book.formulas('data', area(1, 1, 2))).toEqual([['=C2*2'], ['=C3*2']]);
    expect(book.tables()[0]?.sort).toEqual([{ column: 0, ascending: true }]);
    book.sort('data', area(1, 0, 4, 2), [{ column: 1, ascending: false }], false);
    await book.settle();
    expect(book.values('data', area(1, 0, 4)).flat()).toEqual(['b', 'C', null, 'a']);
  });

  it('goes, and its cells stay; words in formulas become the cells they stood for', async () => {
    book = open(PARTNERS);
    await book.settle();
    book.removeTable('table-Partners');
    await book.settle();
    expect(book.tables()).toEqual([]);
    expect(book.values('data', area(1, 0))).toEqual([['Acme']]);
    expect(book.formulas('notes', area(0, 0))).toEqual([['=SUM(Data!$B$2:$B$3)']]);
    expect(book.values('notes', area(0, 0))).toEqual([[30]]);
  });
});
