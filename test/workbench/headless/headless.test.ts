/** A workbook, an add-in and its ribbon without a screen: with Microsoft's office.js, and an add-in that knows nothing of alliances. */
import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import type { AddInFiles, HeadlessOptions, HeadlessWorkbook } from '../../../src/workbench/headless';
import { openHeadlessWorkbook, root } from './loadHeadless';

const folder = join(root, 'test/fixtures/demo-addin');
const demo: AddInFiles = { manifest: join(folder, 'manifest.xml'), folder };
const open: HeadlessWorkbook[] = [];
const scratch = mkdtempSync(join(tmpdir(), 'headless-'));
afterEach(() => open.splice(0).forEach((workbook) => workbook.close()));
afterAll(() => rmSync(scratch, { recursive: true }));

async function bytesOf(fill: (book: Workbook) => void): Promise<Uint8Array> {
  const book = new Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const numbers = bytesOf((book) => {
  const sheet = book.addWorksheet('Sums');
  sheet.addRow([1, 2, 3]);
  sheet.getCell('A2').value = { formula: 'DEMO.SUMOF(A1:C1,10)', result: 0 } as never;
  sheet.getCell('A3').value = { formula: 'DEMO.FAIL("because of rain")', result: 0 } as never;
});

async function opened(files: AddInFiles = demo, options: HeadlessOptions = {}): Promise<HeadlessWorkbook> {
  const workbook = await openHeadlessWorkbook(await numbers, 'sums.xlsx', files, options);
  if (!workbook.ok) throw new Error(workbook.sentence);
  open.push(workbook);
  return workbook;
}

/** The demo add-in with another script. */
function withScript(script: string): AddInFiles {
  const own = mkdtempSync(join(scratch, 'addin-'));
  cpSync(folder, own, { recursive: true });
  writeFileSync(join(own, 'demo.js'), script);
  return { manifest: join(own, 'manifest.xml'), folder: own };
}

describe('a workbook without a screen', () => {
  it('calculates the functions of its add-in', async () => {
    const { workbook, calculated } = await opened();
    expect(await calculated()).toBe(true);
    const sheet = workbook.activeSheet();
    expect(workbook.values(sheet, { row: 1, column: 0, rows: 2, columns: 1 })).toEqual([[16], [{ error: '#VALUE!', message: 'because of rain' }]]);
  });

  it('has the buttons of its ribbon pressed, and keeps what they did', async () => {
    const headless = await opened();
    await headless.press('stamp');
    await headless.calculated();
    const book = new Workbook();
    await book.xlsx.load(Buffer.from(headless.save().bytes) as never);
    expect(book.getWorksheet('Sums')?.getCell('A1').value).toBe('stamped');
    expect(book.getWorksheet('Sums')?.getCell('A2').result).toBe(15);
    expect(headless.faults).toEqual([]);
  });

  it('says so when a button does not end, and when functions do not answer', async () => {
    const silent = withScript(`
      CustomFunctions.associate('SUM_OF', () => new Promise(() => {}));
      CustomFunctions.associate('FAIL', () => 0);
      Office.actions.associate('stamp', () => {});
      Office.onReady();
    `);
    const headless = await opened(silent, { patienceMs: 1500 });
    await expect(headless.press('stamp')).rejects.toThrow('stamp did not complete within 1.5 seconds.');
    expect(await headless.calculated()).toBe(false);
  });

  it('tells what the add-in threw', async () => {
    const faulty = withScript("Office.onReady(); console.error('the pane is unhappy'); throw new Error('a fault in the add-in');");
    const headless = await opened(faulty);
    expect(headless.faults).toEqual([expect.stringContaining('the pane is unhappy'), expect.stringContaining('a fault in the add-in')]);
  });
});

describe('what cannot be opened without a screen is one sentence', () => {
  it('a file that is no workbook', async () => {
    expect(await openHeadlessWorkbook(Buffer.from('no workbook'), 'notes.xlsx', demo)).toMatchObject({ ok: false, sentence: expect.stringMatching(/^notes\.xlsx .+\.$/) as string });
  });

  it('a manifest that is none', async () => {
    const manifest = join(scratch, 'manifest.xml');
    copyFileSync(join(folder, 'functions.json'), manifest);
    expect(await openHeadlessWorkbook(await numbers, 'sums.xlsx', { manifest, folder })).toEqual({ ok: false, sentence: 'This is a unified (JSON) manifest; the workbench reads XML manifests.' });
  });

  it('an add-in whose page has no office.js', async () => {
    const files = withScript('');
    writeFileSync(join(files.folder, 'page.html'), '<!doctype html><title>Nothing</title>');
    expect(await openHeadlessWorkbook(await numbers, 'sums.xlsx', files)).toEqual({ ok: false, sentence: 'The page has no office.js.' });
  });
});
