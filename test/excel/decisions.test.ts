/** The decisions of a review over Microsoft's office.js: asked for on its sheet, written beside by somebody, read back by the next one. */
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import { decisionsName, markName } from '../../src/excel/sheetMark';
import { writeQbr } from '../../src/excel/writeQbr';
import { allSections } from '../../src/report/qbrOptions';
import type { Area, CellValue } from '../../src/host/workbookPort';
import type { WorkbookSnapshot } from '../../src/workbench/workbookSnapshot';
import { HistorySheet, judgeOn, savedWorkbook, writeOn } from './historySheet';
import { type AddIn, openAddIn } from './openAddIn';
import { partnerRow, portfolioWorkbook } from './portfolios';
import { TestClock } from './testClock';

let addIn: AddIn;
let own: HistorySheet;
/** One launched initiative without a sponsor, one review that is overdue. */
const asking = (): WorkbookSnapshot => portfolioWorkbook({ partners: [partnerRow('Northwind Systems', { 'Last QBR': '2025-01-10' }), partnerRow('Halden Cloud')] });
const open = async (workbook = asking()): Promise<void> => {
  addIn = await openAddIn(workbook);
  own = new HistorySheet(addIn);
};
afterEach(() => addIn.close());

const sheetId = (name: string): string => addIn.port.sheets().find((one) => one.name === name)!.id;
const used = (id: string): Area => addIn.port.usedArea(id, true)!;
const textsOf = (name: string): string[] => addIn.port.values(sheetId(name), used(sheetId(name))).flat().filter((value): value is string => typeof value === 'string');
const hasList = (sheet: string): boolean => addIn.port.names().some(({ name, sheet: of }) => name === decisionsName && of === sheetId(sheet));

/** Where a text stands on a sheet. */
function place(sheet: string, text: string): { readonly row: number; readonly column: number } {
  const area = used(sheetId(sheet));
  const values = addIn.port.values(sheetId(sheet), area);
  const row = values.findIndex((cells) => cells.includes(text));
  if (row < 0) throw new Error(`"${text}" is not on ${sheet}.`);
  return { row: area.row + row, column: area.column + values[row]!.indexOf(text) };
}

/** Writes beside a decision, in the column of the list's header. */
function decide(sheet: string, asked: string, decision: string, further = 0): void {
  const { row } = place(sheet, asked);
  const { column } = place(sheet, 'Decision');
  addIn.port.setCells(sheetId(sheet), { row, column: column + further, rows: 1, columns: 1 }, [[{ value: decision }]]);
}

const namePerson = (initiative: string, person: string): void => {
  const { row } = place('Initiatives', initiative);
  const { column } = place('Initiatives', 'Sales sponsor');
  addIn.port.setCells(sheetId('Initiatives'), { row, column, rows: 1, columns: 1 }, [[{ value: person }]]);
};

const migration = 'Name a sales sponsor for Migration (Halden Cloud)';
const review = 'Hold the quarterly review with Northwind Systems';
const [first, second] = ['QBR 2026 Q3', 'QBR 2026 Q4'];
const decisionsKept = (): CellValue[] => own.decisions().map(({ Decision }) => Decision ?? null).filter((decision) => decision !== null);

describe('the decisions of a review', () => {
  test('stand on its sheet with an empty column, and in the Decisions table beside History, in no more requests than before', async () => {
    await open();
    await writeOn('2026-10-02');
    expect(addIn.requests.length).toBeLessThanOrEqual(6);
    expect(hasList(first)).toBe(true);
    expect(textsOf(first)).toEqual(expect.arrayContaining(['Decisions asked for', 'Decision', migration, review]));
    expect(own.decisions().map((row) => [row['No.'], row.Kind, row['Asked for'], row.Partner, row.Initiative, row.Decision, row['Asked in'] === row.Run])).toEqual([
      [1, 'sponsor', migration, 'Halden Cloud', 'Migration', null, true],
      [2, 'review', review, 'Northwind Systems', null, null, true],
    ]);
  });

  test('are read back by the next review, which says what was decided and what happened, and keeps it', async () => {
    await open();
    await writeOn('2026-10-02');
    decide(first, migration, 'Dana takes it');
    decide(first, review, 'In January', 2);
    namePerson('Migration', 'Dana Ruiz');
    judgeOn(addIn, '2026-12-31');
    addIn.forget();
    expect(await writeOn('2027-01-04')).toMatchObject({ kind: 'written', sheet: second });
    expect(addIn.requests.length).toBeLessThanOrEqual(6);
    const texts = textsOf(second);
    expect(texts).toContain('Of the 2 decisions asked for on 30 September 2026, both were taken. Of one nothing shows yet.');
    expect(texts).toEqual(expect.arrayContaining(['What was decided', 'Dana Ruiz is named', 'Nothing yet, and overdue', 'Decided: "Dana takes it".']));
    expect(texts.filter((text) => text.startsWith('Decided: "In January".'))).toHaveLength(1);
    expect(decisionsKept()).toEqual(['Dana takes it', 'In January']);
    expect(texts.some((text) => text.includes('1 sponsor gap closed: Migration (Dana Ruiz).'))).toBe(true);
    expect(texts.some((text) => /^\d decisions? (is|are) asked for, (the first )?by \d+ (January|February) 2027[:;] /.test(text))).toBe(true);
    // What still stands is asked for again; what was done is not.
    expect(texts).toContain('Decisions asked for');
    expect(texts.filter((text) => text === migration)).toHaveLength(1);
  });

  test('are kept once, however often reviews follow, and outlive the sheet on which they were written', async () => {
    await open();
    await writeOn('2026-10-02');
    decide(first, migration, 'Dana takes it');
    judgeOn(addIn, '2026-12-31');
    await writeOn('2027-01-04');
    await writeOn('2027-01-04');
    expect(decisionsKept()).toEqual(['Dana takes it']);
    addIn.port.deleteSheet(sheetId(first));
    judgeOn(addIn, '2027-03-31');
    await writeOn('2027-04-02');
    expect(textsOf('QBR 2027 Q1')).toContain('Decided: "Dana takes it".');
    expect(decisionsKept()).toEqual(['Dana takes it']);
  });

  test('are found wherever the list went: below inserted rows, on a renamed sheet, sorted', async () => {
    await open();
    await writeOn('2026-10-02');
    decide(first, migration, 'Dana takes it');
    addIn.port.insertCells(sheetId(first), { row: 4, column: 0, rows: 3, columns: 16_384 }, 'down');
    addIn.port.updateSheet(sheetId(first), { name: 'Review of autumn' });
    judgeOn(addIn, '2026-12-31');
    await writeOn('2027-01-04');
    expect(textsOf(second)).toContain('Decided: "Dana takes it".');
  });

  test('count for nothing where only a placeholder was written', async () => {
    await open();
    await writeOn('2026-10-02');
    decide(first, migration, 'tbd');
    judgeOn(addIn, '2026-12-31');
    await writeOn('2027-01-04');
    expect(textsOf(second)).toContain('Of the 2 decisions asked for on 30 September 2026, none was taken.');
    expect(decisionsKept()).toEqual([]);
  });

  test('that are left off the sheet are kept where a sponsor is missing, so that the next review knows which gaps closed', async () => {
    await open();
    const clock = new TestClock('2026-10-02T12:00:00');
    const sections = new Set([...allSections].filter((id) => id !== 'decisions'));
    await writeQbr({ clock, request: { asOf: null, preparedBy: null, sections, edition: { kind: 'portfolio' } } }, new LiveWorkbook({ clock }));
    expect(hasList(first)).toBe(false);
    expect(own.decisions().map((row) => [row.Kind, row['No.']])).toEqual([['sponsor', null]]);
  });

  test('are written back as data, whatever they look like', async () => {
    await open();
    await writeOn('2026-10-02');
    decide(first, migration, '=HYPERLINK("http://x","y")');
    judgeOn(addIn, '2026-12-31');
    await writeOn('2027-01-04');
    const id = sheetId(second);
    expect(addIn.port.formulas(id, used(id)).flat().filter((formula) => typeof formula === 'string' && formula.startsWith('='))).toEqual([]);
    expect(textsOf(second)).toContain('Decided: "=HYPERLINK("http://x","y")".');
    expect(decisionsKept()).toEqual(['=HYPERLINK("http://x","y")']);
  });

  test('go to the sheet of History where that lost its mark', async () => {
    await open();
    await writeOn('2026-10-02');
    addIn.port.removeName(markName, own.id);
    judgeOn(addIn, '2026-12-31');
    await writeOn('2027-01-04');
    expect(addIn.port.sheets().filter(({ name }) => name.startsWith('Alliance data'))).toHaveLength(1);
    expect(own.decisions().length).toBeGreaterThan(2);
  });

  test('are there again after saving and opening', async () => {
    await open();
    await writeOn('2026-10-02');
    decide(first, migration, 'Dana takes it');
    const saved = await savedWorkbook(addIn);
    addIn.close();
    await open(saved);
    judgeOn(addIn, '2026-12-31');
    await writeOn('2027-01-04');
    expect(textsOf(second)).toContain('Decided: "Dana takes it".');
  });
});
