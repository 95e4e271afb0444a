/** Scripts that come later, as they were built: cells wait for what answers them, and what does not come is said, and comes by itself. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import type { CellValue } from '../../src/host/workbookPort';
import type { HeadlessWorkbook } from '../../src/workbench/headless';
import { until } from '../excel/testClock';
import { openHeadlessWorkbook, root } from '../workbench/headless/loadHeadless';

const scratch = mkdtempSync(join(tmpdir(), 'scripts-'));
const open: HeadlessWorkbook[] = [];
let calling: Uint8Array;

beforeAll(async () => {
  execFileSync(process.execPath, ['--input-type=module', '-e', "await (await import('./tools/build.mjs')).ensureBuilt()"], { cwd: root });
  const book = new Workbook();
  await book.xlsx.readFile(join(root, 'assets/sample.xlsx'));
  const cells = book.addWorksheet('Cells');
  ['ALLIANCE.HEALTH("Halden Cloud")', 'ALLIANCE.ATTAINMENT(30,50)'].forEach((formula, index) => {
    cells.getCell(index + 1, 1).value = { formula, result: 0 } as never;
  });
  calling = new Uint8Array(await book.xlsx.writeBuffer());
}, 180_000);
afterEach(() => open.splice(0).forEach((workbook) => workbook.close()));
afterAll(() => rmSync(scratch, { recursive: true }));

/** The built add-in, some of its scripts put aside; `arrive` puts them back. */
function without(...scripts: readonly string[]): { readonly folder: string; readonly arrive: () => void } {
  const folder = mkdtempSync(join(scratch, 'dist-'));
  cpSync(join(root, 'dist'), folder, { recursive: true });
  for (const script of scripts) renameSync(join(folder, script), join(folder, `${script}.aside`));
  return { folder, arrive: () => scripts.forEach((script) => renameSync(join(folder, `${script}.aside`), join(folder, script))) };
}

async function opened(folder: string, onPane?: (visible: boolean) => void): Promise<HeadlessWorkbook & { readonly cell: (row: number) => CellValue | undefined; readonly write: (row: number, formula: string) => void }> {
  const headless = await openHeadlessWorkbook(calling, 'sample.xlsx', { manifest: join(folder, 'manifest.xml'), folder }, { office: { onPane } });
  if (!headless.ok) throw new Error(headless.sentence);
  open.push(headless);
  const sheet = headless.workbook.sheets().find(({ name }) => name === 'Cells')?.id ?? '';
  const at = (row: number) => ({ row, column: 0, rows: 1, columns: 1 });
  return { ...headless, cell: (row) => headless.workbook.values(sheet, at(row))[0]?.[0], write: (row, formula) => headless.workbook.setCells(sheet, at(row), [[{ formula }]]) };
}

test('cells are answered without a pane, from a script that came beside the first one', async () => {
  const { calculated, cell, faults } = await opened(join(root, 'dist'));
  expect(await calculated()).toBe(true);
  expect([typeof cell(0), cell(1), faults]).toEqual(['number', 0.6, []]);
});

test('a cell says that the script did not come, and is answered once it has', async () => {
  const { folder, arrive } = without('answerers.js');
  const { cell, write } = await opened(folder);
  await until(() => [0, 1].every((row) => JSON.stringify(cell(row)).includes('#N/A')), 20_000);
  expect(cell(0)).toEqual({ error: '#N/A', message: 'A file of this add-in did not arrive. Check the network; the answer comes by itself once it is there.' });
  expect(cell(1)).toEqual({ error: '#N/A', message: 'A file of this add-in did not arrive. Check the network, then recalculate (Ctrl+Alt+F9).' });
  arrive();
  await until(() => typeof cell(0) === 'number', 20_000);
  write(1, '=ALLIANCE.ATTAINMENT(30,60)');
  await until(() => cell(1) === 0.5, 20_000);
}, 90_000);

test('a press of the ribbon whose script does not come opens the pane that says so, and the next one writes', async () => {
  const { folder, arrive } = without('writeQbr.js');
  const shown: boolean[] = [];
  const { press, workbook } = await opened(folder, (visible) => shown.push(visible));
  const reviews = (): string[] => workbook.sheets().map(({ name }) => name).filter((name) => name.startsWith('QBR'));
  const before = reviews().length;
  await press('writeQbr');
  expect(reviews()).toHaveLength(before);
  expect(shown).toEqual([true]);
  arrive();
  await press('writeQbr');
  expect(reviews()).toHaveLength(before + 1);
}, 90_000);

test('every script that was built is one that the page or another script asks for by its name and its content', () => {
  const page = readFileSync(join(root, 'dist/taskpane.html'), 'utf8');
  const named = [...page.matchAll(/<script src="([\w.]+\.js)\?v=([0-9a-f]{8})"/g)].map(([, name]) => name);
  expect(named).toEqual(['answerers.js', 'functions.js', 'commands.js', 'taskpane.js']);
  expect(named.every((name) => existsSync(join(root, 'dist', name ?? '')))).toBe(true);
  expect(readFileSync(join(root, 'dist/functions.js'), 'utf8')).toMatch(/\.js\?v=/);
});
