import { openHeadless, type EngineWorkbook } from '../openHeadless';
import type { WorkbookChange } from '../../../src/host/workbookPort';
import { sheet, table, workbook } from './snapshots';

let book: EngineWorkbook;
afterEach(() => book?.dispose());

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
const names = (): string[] => book.sheets().map((each) => each.name);
const code = (expected: string): Error => expect.objectContaining({ code: expected }) as Error;

const open = (more = {}): EngineWorkbook =>
  openHeadless(
    workbook([sheet('Data', [[1, 2]]), sheet('Notes', [['=SUM(Data!A1:B1)', "=Total+'Data'!A1"]])], {
      names: [{ name: 'Total', sheet: null, formula: '=Data!$A$1:$B$1', comment: '', visible: true }],
      ...more,
    }),
  );

describe('the sheets', () => {
  it('are added at the end, moved, renamed, coloured and frozen, and all of it can be taken back', () => {
    book = open();
    const before = book.sheets();
    const id = book.addSheet('QBR Q3');
    book.moveSheet(id, 0);
    book.updateSheet(id, { name: 'QBR', tabColor: '#107C41', frozen: { rows: 3, columns: 1 }, showGridlines: false, showHeadings: false, protected: true });
    expect(book.sheets()[0]).toEqual({
      id, name: 'QBR', visibility: 'Visible', tabColor: '#107C41', showGridlines: false, showHeadings: false, protected: true, frozen: { rows: 3, columns: 1 },
    });
    while (book.undo()) expect(names()).toContain('Data');
    expect(book.sheets()).toEqual(before);
  });

  it('keep their formulas when one is renamed', async () => {
    book = open();
    await book.settle();
    book.updateSheet('data', { name: "Bob's data" });
    await book.settle();
    expect(book.formulas('notes', area(0, 0, 1, 2))).toEqual([["=SUM('Bob''s data'!A1:B1)", "=Total+'Bob''s data'!A1"]]);
    expect(book.names()[0]?.formula).toBe("='Bob''s data'!$A$1:$B$1");
    expect(book.values('notes', area(0, 0))).toEqual([[3]]);
  });

  it('are deleted with their tables, and formulas that meant them say #REF!', async () => {
    book = open({ tables: [table('T', 'data', { row: 0, column: 0, rows: 2 }, ['1', '2'])] });
    await book.settle();
    const changes: WorkbookChange[] = [];
    book.onChange((change) => changes.push(change));
    book.deleteSheet('data');
    await book.settle();
    expect(names()).toEqual(['Notes']);
    expect(book.tables()).toEqual([]);
    expect(book.formulas('notes', area(0, 0))).toEqual([['=SUM(#REF!)']]);
    expect(book.values('notes', area(0, 0))).toEqual([[{ error: '#REF!' }]]);
    expect(book.activeSheet()).toBe('notes');
    expect(changes.map((change) => change.kind)).toEqual(['sheetActivated', 'tableDeleted', 'sheetDeleted', 'calculated']);
    book.undo();
    await book.settle();
    expect(names()).toEqual(['Data', 'Notes']);
    expect(book.values('notes', area(0, 0))).toEqual([[3]]);
    expect(book.tables()).toHaveLength(1);
  });

  it('never all go: the last visible one can be neither deleted nor hidden', () => {
    book = open();
    book.updateSheet('notes', { visibility: 'VeryHidden' });
    expect(book.sheets()[1]?.visibility).toBe('VeryHidden');
    expect(() => book.deleteSheet('data')).toThrow(code('InvalidOperation'));
    expect(() => book.updateSheet('data', { visibility: 'Hidden' })).toThrow(code('InvalidOperation'));
    expect(() => book.activateSheet('notes')).toThrow(code('InvalidOperation'));
    book.updateSheet('notes', { visibility: 'Visible' });
    book.deleteSheet('data');
    expect(names()).toEqual(['Notes']);
  });

  it('stay as they are where the structure of the workbook is protected', () => {
    book = open({ structureProtected: true });
    expect(() => book.addSheet('New')).toThrow(code('AccessDenied'));
    expect(() => book.deleteSheet('data')).toThrow(code('AccessDenied'));
    expect(() => book.moveSheet('data', 1)).toThrow(code('AccessDenied'));
    expect(() => book.updateSheet('data', { name: 'New' })).toThrow(code('AccessDenied'));
    expect(() => book.updateSheet('data', { visibility: 'Hidden' })).toThrow(code('AccessDenied'));
    book.updateSheet('data', { tabColor: '#FF0000' });
    expect(book.sheets()[0]?.tabColor).toBe('#FF0000');
  });

  it('that are not there are ItemNotFound', () => {
    book = open();
    expect(() => book.values('nowhere', area(0, 0))).toThrow(code('ItemNotFound'));
  });
});

describe('names', () => {
  it('calculate, change, and go', async () => {
    book = open();
    await book.settle();
    book.setCells('notes', area(1, 0, 1, 3), [[{ formula: '=SUM(total)' }, { formula: '=Rate*2' }, { formula: '=INDEX(Total,1,2)' }]]);
    await book.settle();
    expect(book.values('notes', area(1, 0, 1, 3))).toEqual([[3, { error: '#NAME?' }, 2]]);
    book.setName({ name: 'Rate', sheet: null, formula: '=0.5+SUM(Total)', comment: 'a rate', visible: true });
    await book.settle();
    expect(book.values('notes', area(1, 0, 1, 3))).toEqual([[3, 7, 2]]);
    book.setName({ name: 'TOTAL', sheet: null, formula: '=Data!$A$1', comment: '', visible: true });
    await book.settle();
    expect(book.values('notes', area(1, 0, 1, 2))).toEqual([[1, 3]]);
    book.removeName('rate', null);
    await book.settle();
    expect(book.values('notes', area(1, 1))).toEqual([[{ error: '#NAME?' }]]);
    expect(() => book.removeName('rate', null)).toThrow(code('ItemNotFound'));
    expect(book.names().map((name) => name.name)).toEqual(['TOTAL']);
  });

  it('that the user makes, changes and removes are the workbook\'s as well', async () => {
    book = open();
    await book.settle();
    const heard: WorkbookChange[] = [];
    book.onChange((change) => heard.push(change));
    book.setCells('notes', area(1, 0), [[{ formula: '=Rate*2' }]]);
    await book.execute('sheet.command.insert-defined-name', { unitId: book.unitId, id: 'own', name: 'Rate', formulaOrRefString: 'Data!$B$1', localSheetId: 'AllDefaultWorkbook', comment: '' });
    await book.settle();
    expect(book.names().map(({ name, formula }) => [name, formula])).toEqual([['Total', '=Data!$A$1:$B$1'], ['Rate', '=Data!$B$1']]);
    expect(book.values('notes', area(1, 0))).toEqual([[4]]);
    expect(heard).toContainEqual({ kind: 'names', source: 'user' });
    book.setName({ name: 'Rate', sheet: null, formula: '=Data!$A$1', comment: '', visible: true });
    await book.settle();
    expect(book.values('notes', area(1, 0))).toEqual([[2]]);
    book.undo();
    book.undo();
    await book.settle();
    expect(book.names().map((name) => name.name)).toEqual(['Total']);
    expect(book.values('notes', area(1, 0))).toEqual([[{ error: '#NAME?' }]]);
  });

  it('of a table column serve formulas too', async () => {
    book = openHeadless(
      workbook([sheet('Data', [['Name'], ['a'], ['b']]), sheet('Notes', [['=COUNTA(People)']])], {
        tables: [table('T', 'data', { row: 0, column: 0, rows: 3 }, ['Name'])],
        names: [{ name: 'People', sheet: null, formula: '=T[Name]', comment: '', visible: true }],
      }),
    );
    await book.settle();
    expect(book.values('notes', area(0, 0))).toEqual([[2]]);
    book.updateTable('table-T', { area: area(0, 0, 4) });
    book.setCells('data', area(3, 0), [[{ value: 'c' }]]);
    await book.settle();
    expect(book.values('notes', area(0, 0))).toEqual([[3]]);
  });
});

describe('what travels with the file', () => {
  it('is no step of undo', () => {
    book = open();
    book.setCells('data', area(0, 0), [[{ value: 5 }]]);
    book.setSetting('asOf', '2026-09-30');
    book.setProperty('title', 'Allies');
    book.setCustomXmlPart({ id: '1', namespaceUri: 'urn:x', xml: '<x/>' });
    book.undo();
    expect(book.values('data', area(0, 0))).toEqual([[1]]);
    expect([...book.settings()]).toEqual([['asOf', '2026-09-30']]);
    expect([...book.properties()]).toEqual([['title', 'Allies']]);
    expect(book.customXmlParts()).toHaveLength(1);
    book.removeSetting('asOf');
    book.setProperty('title', null);
    book.setCustomXmlPart({ id: '1', xml: null });
    expect([book.settings().size, book.properties().size, book.customXmlParts().length]).toEqual([0, 0, 0]);
  });
});

describe('the selection', () => {
  it('is told, and telling it is heard', () => {
    book = open();
    const heard: WorkbookChange[] = [];
    book.onChange((change) => heard.push(change));
    book.select({ sheet: 'notes', areas: [area(1, 1, 2, 2)] });
    expect(book.selection()).toEqual({ sheet: 'notes', areas: [area(1, 1, 2, 2)] });
    expect(heard.map((change) => change.kind)).toEqual(['sheetActivated', 'selection']);
  });
});

describe('manual calculation', () => {
  it('waits until it is asked', async () => {
    book = open({ calculationMode: 'manual' });
    await book.calculate(false);
    book.setCells('data', area(0, 0), [[{ value: 10 }]]);
    await book.settle();
    expect(book.values('notes', area(0, 0))).toEqual([[3]]);
    await book.calculate(false);
    expect(book.values('notes', area(0, 0))).toEqual([[12]]);
    book.calculationMode = 'automatic';
    book.setCells('data', area(0, 0), [[{ value: 20 }]]);
    await book.settle();
    expect(book.values('notes', area(0, 0))).toEqual([[22]]);
    expect(book.snapshot().changes.calculationMode).toBe(true);
  });
});
