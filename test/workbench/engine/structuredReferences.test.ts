import { openHeadless, type EngineWorkbook } from '../openHeadless';
import { nameOwnTable, renameColumnIn, renameTableIn } from '../../../src/workbench/engine/structuredReferences';
import { sheet, table, workbook, type Written } from './snapshots';

let book: EngineWorkbook;
afterEach(() => book?.dispose());

const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

const PARTNERS: readonly (readonly Written[])[] = [
  ['Name', 'Revenue', 'Cost [k]', 'Margin'],
  ['Acme', 100, 40, '=[@Revenue]-Partners[@[Cost '+"'[k']]]"],
  ['Globex', 50, 20, '=Partners[[#This Row],[Revenue]]-20'],
  ['Total', 150, null, null],
];

const open = (formulas: readonly string[], more = {}): EngineWorkbook =>
  openHeadless(
    workbook([sheet('Our partners', PARTNERS), sheet('Notes', formulas.map((formula) => [formula]))], {
      tables: [table('Partners', 'our partners', { row: 0, column: 0, rows: 4 }, ['Name', 'Revenue', 'Cost [k]', 'Margin'], { showTotals: true, ...more })],
    }),
  );

describe('structured references', () => {
  it.each([
    ['=SUM(Partners[Revenue])', 150],
    ['=SUM(partners[revenue])', 150],
    ['=SUM(PARTNERS[[#Data],[Revenue]])', 150],
    ['=COUNTA(Partners[#All])', 14],
    ['=COUNTA(Partners[])', 8],
    ['=COUNTA(Partners)', 8],
    ['=ROWS(Partners[[#Headers],[#Data]])', 3],
    ['=SUM(Partners[#Totals])', 150],
    ['=SUM(Partners[[#Totals],[Revenue]])', 150],
    ['=INDEX(Partners[Name],2)', 'Globex'],
    ['=INDEX(Partners[#Headers],2)', 'Revenue'],
    ["=SUM(Partners[Cost '[k']])", 60],
    ['=SUM(Partners[[Revenue]:[Cost \'[k\']]])', 210],
    ['=COLUMNS(Partners[[Name]:[Revenue]])', 2],
    ['=XLOOKUP("Globex",Partners[Name],Partners[Revenue])', 50],
    ['=SUMIFS(Partners[Revenue],Partners[Name],"Acme")', 100],
    ['=Partners[Nothing]', { error: '#REF!' }],
    ['="Partners[Revenue]"', 'Partners[Revenue]'],
  ])('%s from another sheet is %j', async (formula, expected) => {
    book = open([formula]);
    await book.settle();
    expect(book.values('notes', area(0, 0))).toEqual([[expected]]);
    expect(book.formulas('notes', area(0, 0))).toEqual([[formula]]);
  });

  it('to totals of a table without them are #REF!', async () => {
    book = open(['=SUM(Partners[#Totals])'], { showTotals: false, area: { row: 0, column: 0, rows: 3, columns: 4 } });
    await book.settle();
    expect(book.values('notes', area(0, 0))).toEqual([[{ error: '#REF!' }]]);
  });

  it('to the row of the formula differ from row to row', async () => {
    book = open([]);
    book.setCells('our partners', area(1, 3, 2), [[{ formula: "=[@Revenue]-[@[Cost '[k']]]" }], [{ formula: "=[@Revenue]-[@[Cost '[k']]]" }]]);
    await book.settle();
    expect(book.values('our partners', area(1, 3, 2))).toEqual([[60], [30]]);
    expect(book.formulas('our partners', area(1, 3))).toEqual([["=Partners[@Revenue]-Partners[@[Cost '[k']]]"]]);
    book.setCells('our partners', area(1, 1), [[{ value: 1000 }]]);
    await book.settle();
    expect(book.values('our partners', area(1, 3, 2))).toEqual([[960], [30]]);
  });

  it('follow the table when it is resized, and still do after a full calculation', async () => {
    book = open(['=ROWS(Partners)', '=SUM(Partners[Revenue])'], { showTotals: false, area: { row: 0, column: 0, rows: 3, columns: 4 } });
    await book.settle();
    expect(book.values('notes', area(0, 0, 2))).toEqual([[2], [150]]);
    book.updateTable('table-Partners', { area: area(0, 0, 4, 4) });
    await book.settle();
    expect(book.values('notes', area(0, 0, 2))).toEqual([[3], [300]]);
    await book.calculate(true);
    expect(book.values('notes', area(0, 0, 2))).toEqual([[3], [300]]);
  });

  it('follow a renamed table, column and sheet in their words', async () => {
    book = open(['=SUM(Partners[Revenue])']);
    await book.settle();
    book.updateTable('table-Partners', { name: 'Allies' });
    book.setCells('our partners', area(0, 1), [[{ value: 'Turnover' }]]);
    book.updateSheet('our partners', { name: 'Allies of ours' });
    await book.settle();
    expect(book.formulas('notes', area(0, 0))).toEqual([['=SUM(Allies[Turnover])']]);
    expect(book.values('notes', area(0, 0))).toEqual([[150]]);
    expect(book.tables()[0]?.columns.map((column) => column.name)).toEqual(['Name', 'Turnover', 'Cost [k]', 'Margin']);
  });
});

describe('the words of a formula', () => {
  it('name the table that the formula stands in', () => {
    expect(nameOwnTable('=[@Revenue]*2+SUM([@[a b]]:[@c])', 'T')).toBe('=T[@Revenue]*2+SUM(T[@[a b]]:T[@c])');
    expect(nameOwnTable('=Other[@Revenue]', 'T')).toBe('=Other[@Revenue]');
  });

  it('keep everything but the renamed table', () => {
    expect(renameTableIn('=SUM(partners[x],Partners,"Partners",\'Partners\'!A1,Partners2[x])', 'Partners', 'P')).toBe('=SUM(P[x],P,"Partners",\'Partners\'!A1,Partners2[x])');
  });

  it('keep everything but the renamed column', () => {
    expect(renameColumnIn('=T[a]+T[@a]+T[[#All],[a]:[b]]+U[a]+T[[#Headers],[ab]]', 'T', 'A', 'x]')).toBe("=T[x']]+T[@[x']]]+T[[#All],[x']]:[b]]+U[a]+T[[#Headers],[ab]]");
  });
});
