import { openHeadless, type EngineWorkbook } from '../openHeadless';
import type { WorkbookChange } from '../../../src/host/workbookPort';
import { PLAIN_STYLE, sheet, table, workbook } from './snapshots';

let book: EngineWorkbook;
afterEach(() => book?.dispose());

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

const rich = () =>
  workbook(
    [
      sheet('Data', [
        [{ value: 'Name', style: 1 }, { value: '0123', quoted: true }, true, { error: '#N/A' }, undefined, { value: null, style: 2 }],
        [{ value: 3, formula: '=1+2' }, { value: 'x', formula: '="x"' }, { value: 4, formula: '=SEQUENCE(2)*4', array: { area: area(1, 2, 2), dynamic: true } }],
        [undefined, undefined, { value: 8, style: 2 }],
      ], { rows: new Map([[0, { size: 30 }], [2, { hidden: true }]]), columns: new Map([[1, { size: 100, style: 2 }]]), merges: [area(4, 0, 1, 2)], frozen: { rows: 1, columns: 0 }, tabColor: '#FF0000' }),
      sheet('Untouched', [['left alone']]),
    ],
    {
      styles: [PLAIN_STYLE, { ...PLAIN_STYLE, font: { ...PLAIN_STYLE.font, bold: true } }, { ...PLAIN_STYLE, locked: false, indent: 2, numberFormat: '0.00' }],
      tables: [table('T', 'untouched', { row: 0, column: 0, rows: 2 }, ['left alone'])],
      properties: new Map([['title', 'x']]),
    },
  );

describe('a workbook that was opened', () => {
  it('and not changed is handed back as it came', async () => {
    const opened = rich();
    book = openHeadless(opened);
    await book.settle();
    const { snapshot, changes } = book.snapshot();
    expect(snapshot).toEqual(opened);
    expect(snapshot.sheets[0]?.cells).toBe(opened.sheets[0]?.cells);
    expect(changes).toEqual({ sheets: new Map(), tables: new Set(), sheetList: false, names: false, settings: false, properties: false, customXmlParts: false, calculationMode: false });
  });

  it('gives the same sheet back when one cell was changed and changed back', async () => {
    const opened = rich();
    book = openHeadless(opened);
    book.setCells('data', area(0, 0), [[{ value: 'Other' }]]);
    book.setCells('data', area(0, 0), [[{ value: 'Name' }]]);
    await book.settle();
    const { snapshot, changes } = book.snapshot();
    expect(changes.sheets).toEqual(new Map([['data', 'content']]));
    expect(snapshot.sheets).toEqual(opened.sheets);
    expect(snapshot.styles).toEqual(opened.styles);
    expect(snapshot.sheets[1]).toEqual(opened.sheets[1]);
  });

  it('says which sheets were edited and which only calculated', async () => {
    book = openHeadless(workbook([sheet('Data', [[1]]), sheet('Sums', [[{ value: 1, formula: '=Data!A1' }]]), sheet('Other', [[1]])]));
    book.setCells('data', area(0, 0), [[{ value: 2 }]]);
    await book.settle();
    const { snapshot, changes } = book.snapshot();
    expect(changes.sheets).toEqual(new Map([['data', 'content'], ['sums', 'results']]));
    expect(snapshot.sheets[1]?.cells.get(0)).toEqual([{ value: 2, formula: '=Data!A1' }]);
  });

  it('leaves sheets, tables and names alone that a shift does not reach', async () => {
    const opened = workbook([sheet('Data', [['x'], [1]]), sheet('Other', [['Name'], ['a'], ['=Name']], { validations: [{ areas: [area(1, 0)], type: 'list', operator: null, formula1: '=$A$1', formula2: null, ignoreBlank: true, inCellDropDown: true, prompt: { show: false, title: '', message: '' }, errorAlert: { show: true, title: '', message: '', style: 'stop' } }] })], {
      tables: [table('T', 'other', { row: 0, column: 0, rows: 2 }, ['Name'])],
      names: [{ name: 'Name', sheet: null, formula: '=Other!$A$1', comment: '', visible: true }],
    });
    book = openHeadless({ ...opened, sheets: opened.sheets.map((each) => ({ ...each, cells: new Map([...each.cells].map(([row, cells]) => [row, cells.map((cell) => cell?.formula === undefined ? cell : { ...cell, value: 'Name' })])) })) });
    book.insertCells('data', { row: 0, column: 0, rows: 1, columns: 16384 }, 'down');
    await book.settle();
    const { changes } = book.snapshot();
    expect(changes).toMatchObject({ sheets: new Map([['data', 'content']]), tables: new Set(), names: false });
  });

  it('numbers new styles after those of the file', async () => {
    book = openHeadless(rich());
    book.setStyle('data', area(0, 0), { fill: '#00FF00' });
    const { snapshot } = book.snapshot();
    expect(snapshot.styles).toHaveLength(4);
    expect(snapshot.styles[3]).toMatchObject({ fill: '#00FF00', font: { bold: true } });
    expect(snapshot.sheets[0]?.cells.get(0)?.[0]).toEqual({ value: 'Name', style: 3 });
  });

  it('keeps text behind an apostrophe as text', async () => {
    book = openHeadless(workbook([sheet('Data', [[]])]));
    book.setCells('data', area(0, 0, 1, 3), [[{ value: '=HYPERLINK("http://x","y")', quoted: true }, { value: '#N/A', quoted: true }, { value: '+1' }]]);
    await book.settle();
    expect(book.values('data', area(0, 0, 1, 3))).toEqual([['=HYPERLINK("http://x","y")', '#N/A', '+1']]);
    expect(book.formulas('data', area(0, 0, 1, 3))).toEqual([[null, null, null]]);
    expect(book.snapshot().snapshot.sheets[0]?.cells.get(0)).toEqual([
      { value: '=HYPERLINK("http://x","y")', quoted: true }, { value: '#N/A', quoted: true }, { value: '+1' },
    ]);
  });

  it('may hold 440,000 cells', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => Array.from({ length: 22 }, (_, column) => (column === 0 ? `Partner ${row}` : row * column)));
    const opened = workbook([sheet('Data', rows), sheet('Notes', [['=SUM(Data!B:B)']])]);
    book = openHeadless(opened);
    await book.settle();
    expect(book.values('data', area(19_999, 0, 1, 22))[0]).toEqual(rows[19_999]);
    book.setCells('data', area(0, 1, 20_000, 1), rows.map(() => [{ value: 1 }]));
    await book.settle();
    expect(book.values('notes', area(0, 0))).toEqual([[20_000]]);
    book.undo();
    await book.settle();
    const saved = book.snapshot().snapshot.sheets[0]?.cells;
    expect(saved?.size).toBe(20_000);
    for (const row of [0, 9_999, 19_999]) expect(saved?.get(row)).toEqual(opened.sheets[0]?.cells.get(row));
  }, 30_000);
});

describe('a group of changes', () => {
  it('is taken back at once, in the reverse order', async () => {
    book = openHeadless(workbook([sheet('Data', [['a']])]));
    book.undoGroup(() => {
      book.setCells('data', area(0, 0), [[{ value: 'b' }]]);
      book.setCells('data', area(0, 0), [[{ value: 'c' }]]);
      book.addSheet('New');
    });
    expect(book.undo()).toBe(true);
    expect(book.values('data', area(0, 0))).toEqual([['a']]);
    expect(book.sheets()).toHaveLength(1);
    expect(book.undo()).toBe(false);
    book.redo();
    expect(book.values('data', area(0, 0))).toEqual([['c']]);
    expect(book.sheets()).toHaveLength(2);
  });
});

describe('changes', () => {
  it('by the add-in, by the user and by calculation are told apart', async () => {
    book = openHeadless(workbook([sheet('Data', [[1, { value: 1, formula: '=A1' }]])]));
    const heard: WorkbookChange[] = [];
    const stop = book.onChange((change) => heard.push(change));
    book.setCells('data', area(0, 0), [[{ value: 2 }]]);
    await book.settle();
    await book.execute('sheet.command.set-range-values', { unitId: book.unitId, subUnitId: 'data', range: { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 }, value: { v: 3 } });
    await book.settle();
    book.undo();
    await book.settle();
    stop();
    book.setCells('data', area(0, 0), [[{ value: 9 }]]);
    expect(heard.filter((change) => change.kind !== 'selection')).toEqual([
      { kind: 'cells', source: 'addIn', sheet: 'data', area: area(0, 0), before: 1, after: 2 },
      { kind: 'calculated', source: 'calculation', sheet: 'data' },
      { kind: 'cells', source: 'user', sheet: 'data', area: area(0, 0), before: 2, after: 3 },
      { kind: 'calculated', source: 'calculation', sheet: 'data' },
      { kind: 'cells', source: 'user', sheet: 'data', area: area(0, 0), before: 3, after: 2 },
      { kind: 'calculated', source: 'calculation', sheet: 'data' },
    ]);
  });

  it('of rows by the user are told as such, and the rest of the workbook follows', async () => {
    book = openHeadless(workbook([sheet('Data', [['Name'], ['a']]), sheet('Notes', [['=COUNTA(T)', '=Data!A2']])], { tables: [table('T', 'data', { row: 0, column: 0, rows: 2 }, ['Name'])] }));
    await book.settle();
    const heard: WorkbookChange[] = [];
    book.onChange((change) => heard.push(change));
    await book.execute('sheet.command.insert-row', { unitId: book.unitId, subUnitId: 'data', direction: 0, range: { startRow: 0, endRow: 0, startColumn: 0, endColumn: 25 } });
    await book.settle();
    expect(book.tables()[0]?.area).toEqual(area(1, 0, 2));
    expect(book.formulas('notes', area(0, 1))).toEqual([['=Data!A3']]);
    expect(book.values('notes', area(0, 0, 1, 2))).toEqual([[1, 'a']]);
    expect(heard.map((change) => change.kind)).toEqual(expect.arrayContaining(['rowsInserted', 'tableChanged']));
    book.undo();
    await book.settle();
    expect(book.tables()[0]?.area).toEqual(area(0, 0, 2));
    expect(book.formulas('notes', area(0, 1))).toEqual([['=Data!A2']]);
  });
});

describe('another workbook', () => {
  it('can be opened after the first was closed', async () => {
    book = openHeadless(workbook([sheet('Data', [[1, '=A1*2']])]));
    await book.settle();
    book.dispose();
    book = openHeadless(workbook([sheet('Data', [[5, '=A1*2']])]));
    await book.settle();
    expect(book.values('data', area(0, 1))).toEqual([[10]]);
  });
});
