/** The whole way from an .xlsx file to the JSON agrees with figures that were worked out by hand. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { barTable } from '../fixtures/barTable';
import { asOf, expected, initiatives, partners } from '../fixtures/workedExamples';

jest.setTimeout(180_000);
const tool = join(__dirname, '..', '..', 'tools', 'qbr.mjs');
let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'qbr-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Json {
  asOf: string;
  portfolio: unknown;
  partners: { name: string }[];
  sponsorGaps: unknown;
  sponsorCoverage: unknown;
  gateBreaches: { initiative: string; gate: string; missing: string; cell: string }[];
  issues: { cell: string; code: string; message: string }[];
  counts: unknown;
}

/** A sheet with title rows above the table, if any, and totals below. */
function fill(sheet: ExcelJS.Worksheet, rows: readonly (readonly unknown[])[]): void {
  rows.forEach((row) => sheet.addRow(row.map((cell) => (cell === '' ? null : cell))));
}

function qbr(input: string, ...more: string[]): Json {
  const json = join(folder, 'figures.json');
  execFileSync(process.execPath, [tool, input, join(folder, 'out.xlsx'), '--json', json, ...more], { stdio: 'pipe' });
  return JSON.parse(readFileSync(json, 'utf8')) as Json;
}

describe('npm run qbr', () => {
  let figures: Json;
  beforeAll(async () => {
    const book = new ExcelJS.Workbook();
    fill(book.addWorksheet('Partners'), barTable(partners));
    fill(book.addWorksheet('Initiatives'), barTable(initiatives));
    await book.xlsx.writeFile(join(folder, 'worked.xlsx'));
    figures = qbr(join(folder, 'worked.xlsx'), '--as-of', asOf);
  });

  test('judges the portfolio as worked out by hand', () => {
    expect(figures).toMatchObject({ asOf: expected.asOf, portfolio: expected.portfolio, sponsorGaps: expected.sponsorGaps, sponsorCoverage: expected.sponsorCoverage, counts: expected.counts });
  });

  test.each(expected.partners.map((partner) => [partner.name, partner] as const))('judges %s as worked out by hand', (name, partner) => {
    expect(figures.partners.find((found) => found.name === name)).toMatchObject(partner);
  });

  test('names each gate breach and each issue with its cell', () => {
    expect(figures.gateBreaches.map(({ initiative, gate, missing, cell }) => `${initiative} ${gate} ${missing} ${cell}`).sort()).toEqual([...expected.gateBreaches].sort());
    expect(figures.issues.map(({ cell, code }) => `${cell} ${code}`).sort()).toEqual([...expected.issues].sort());
    expect(figures.issues.every(({ message }) => /\.|\?$/.test(message))).toBe(true);
  });

  test('writes a sheet that another reader opens, and leaves every other one as it was', async () => {
    const [before, after] = [new ExcelJS.Workbook(), new ExcelJS.Workbook()];
    await before.xlsx.readFile(join(folder, 'worked.xlsx'));
    await after.xlsx.readFile(join(folder, 'out.xlsx'));
    expect(after.worksheets.map(({ name }) => name)).toEqual(['Partners', 'Initiatives', 'Alliance data', 'QBR 2026 Q3']);
    for (const { name } of before.worksheets) expect(after.getWorksheet(name)?.getSheetValues()).toEqual(before.getWorksheet(name)?.getSheetValues());
    const review = after.getWorksheet('QBR 2026 Q3');
    expect(review?.getCell('B2').value).toBe('Alliance portfolio');
    const tiles = review?.getColumn('B').values.indexOf('Portfolio health') ?? 0;
    expect(review?.getCell(tiles + 1, 2).value).toBe(expected.portfolio.health);
    expect(review?.getCell('B6').value).toMatch(new RegExp(`^Portfolio health is ${expected.portfolio.health.toFixed(1)} of 100, `));
    expect(review?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
  });
});

describe('npm run qbr on the same tables, kept untidily', () => {
  test('comes to the same figures: titles above, totals below, blank rows, shuffled and extra columns, hidden rows, an odd sheet name', async () => {
    const book = new ExcelJS.Workbook();
    const untidy = (name: string, text: string, order: (columns: number) => number[]): void => {
      const [headers = [], ...rows] = barTable(text);
      const shuffled = order(headers.length).map((column) => [headers, ...rows].map((row) => row[column] ?? ''));
      const extra = ['Region', ...rows.map((_, i) => (i % 2 ? 'EMEA' : 'APAC'))];
      const columns = [shuffled[0] as unknown[], extra, ...shuffled.slice(1)];
      const sheet = book.addWorksheet(name);
      sheet.addRow([`${name}, kept by the alliance office`]);
      sheet.addRow(['All in USD']);
      sheet.addRow([]);
      columns[0]?.forEach((_, i) => {
        sheet.addRow(columns.map((column) => (column[i] === '' ? null : column[i])));
        if (i === 5) sheet.addRow([]);
      });
      sheet.addRow(['Total', null, rows.length]);
      sheet.getRow(6).hidden = true;
    };
    // The first column stays first, so that a totals row is one; the others stand in reverse.
    const reversed = (columns: number): number[] => [0, ...Array.from({ length: columns - 1 }, (_, i) => columns - 1 - i)];
    untidy("Who's who", partners, reversed);
    untidy('Joint work', initiatives, reversed);
    const notes = book.addWorksheet('Notes');
    notes.addRow(['A list of books', 'and of authors']);
    await book.xlsx.writeFile(join(folder, 'untidy.xlsx'));
    const figures = qbr(join(folder, 'untidy.xlsx'), '--as-of', asOf);
    expect(figures).toMatchObject({ portfolio: expected.portfolio, sponsorCoverage: expected.sponsorCoverage, counts: expected.counts });
    for (const partner of expected.partners) expect(figures.partners.find(({ name }) => name === partner.name)).toMatchObject(partner);
    expect(figures.issues.some(({ cell }) => cell.startsWith("'Who''s who'!"))).toBe(true);
  });
});

describe('npm run qbr on a workbook without a Partners table', () => {
  test('writes no sheet and says why in one sentence, but its JSON still lists what was found', async () => {
    const book = new ExcelJS.Workbook();
    fill(book.addWorksheet('Initiatives'), barTable(initiatives));
    const [input, output, json] = ['alone.xlsx', 'never.xlsx', 'alone.json'].map((name) => join(folder, name)) as [string, string, string];
    await book.xlsx.writeFile(input);
    const { status, stderr, stdout } = spawnSync(process.execPath, [tool, input, output, '--json', json], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/Partner/);
    expect(existsSync(output)).toBe(false);
    const figures = JSON.parse(readFileSync(json, 'utf8')) as Json;
    expect(figures.issues.map(({ code }) => code)).toEqual(expect.arrayContaining(['missing-table', 'unknown-partner']));
    expect(figures.counts).toMatchObject({ partners: { rows: 0, used: 0, reported: 0 }, initiatives: { rows: 22, used: 0, reported: 22 } });
  });

  test('answers wrong usage with exit code 2, an unreadable file with 1', () => {
    const broken = join(folder, 'broken.xlsx');
    writeFileSync(broken, 'this is no workbook');
    expect(spawnSync(process.execPath, [tool, broken]).status).toBe(2);
    const { status, stderr } = spawnSync(process.execPath, [tool, broken, join(folder, 'never.xlsx')], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'never.xlsx'))).toBe(false);
  });
});
