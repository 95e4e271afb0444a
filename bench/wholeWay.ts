/** The whole way through office.js: cells that follow an edit, a QBR, and a large workbook until its pane shows it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import ExcelJS from 'exceljs';
import type { ResponseSeen } from '../src/host/requestHooks';
import type { openHeadlessWorkbook as Open, HeadlessWorkbook } from '../src/workbench/headless';
import { largeTables } from './largeTables';
import { milliseconds, print, type Line } from './measure';

const { openHeadlessWorkbook } = createRequire(resolve('package.json'))('./build/headless.cjs') as { openHeadlessWorkbook: typeof Open };
const addIn = { manifest: 'dist/manifest.xml', folder: 'dist' };
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(2)} MB`;

async function workbook(partners: number, initiatives: number, cells: number): Promise<string> {
  const book = new ExcelJS.Workbook();
  const tables = largeTables(partners, initiatives, 1);
  book.addWorksheet('Partners').addRows(tables.partners.map((row) => row.map((cell) => (cell === '' ? null : cell))));
  book.addWorksheet('Initiatives').addRows(tables.initiatives.map((row) => row.map((cell) => (cell === '' ? null : cell))));
  const sheet = book.addWorksheet('Cells');
  for (let i = 0; i < cells; i += 1) sheet.getCell(i + 1, 1).value = { formula: `ALLIANCE.HEALTH(${i % 2 ? `"${tables.partners[1 + (i % partners)]?.[0]}"` : ''})` } as ExcelJS.CellFormulaValue;
  const file = join(folder, `${partners}-${initiatives}-${cells}.xlsx`);
  await book.xlsx.writeFile(file);
  return file;
}

/** When it was asked, and when it was answered. */
interface Answer extends ResponseSeen {
  readonly asked: number;
  readonly at: number;
}

async function open(file: string, answers: Answer[]): Promise<HeadlessWorkbook> {
  let asked = 0;
  const onRequest = (): undefined => {
    asked = performance.now();
  };
  const onResponse = (response: ResponseSeen): void => void answers.push({ ...response, asked, at: performance.now() });
  const opened = await openHeadlessWorkbook(readFileSync(file), 'bench.xlsx', addIn, { office: { onRequest, onResponse }, patienceMs: 300_000 });
  if (!opened.ok) throw new Error(opened.sentence);
  return opened;
}

const traffic = (answers: readonly Answer[]): string => {
  const asked = answers.filter(({ kind }) => kind === 'workbook');
  return `${asked.length} requests, ${megabytes(asked.reduce((sum, { bytes, responseBytes }) => sum + bytes + responseBytes, 0))}`;
};
const quiet = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** From the moment in which the table was read again after one edit. */
async function afterOneEdit(count: number): Promise<Line[]> {
  const answers: Answer[] = [];
  const opened = await open(await workbook(14, 70, count), answers);
  await opened.calculated();
  await quiet(2_500);
  answers.length = 0;
  const { workbook: port } = opened;
  const sheet = port.sheets().find(({ name }) => name === 'Initiatives')?.id ?? '';
  const edited = performance.now();
  port.setCells(sheet, { row: 3, column: 6, rows: 1, columns: 1 }, [[{ value: 1 }]]);
  await quiet(6_000);
  const read = answers.filter(({ kind }) => kind === 'workbook').at(-1)?.at ?? NaN;
  const handed = answers.filter(({ kind }) => kind === 'functions');
  opened.close();
  const cells = count === 1 ? 'one ALLIANCE cell' : `${count.toLocaleString('en-US')} ALLIANCE cells`;
  return [
    { what: `${cells}: one edit costs`, figure: traffic(answers) },
    { what: `${cells}: edit until read`, figure: milliseconds(read - edited) },
    { what: `${cells}: read until all results are handed over`, figure: milliseconds((handed.at(-1)?.at ?? NaN) - read), goal: count === 1000 ? 'at most 100 ms, of which office.js itself holds back up to 500' : undefined },
  ];
}

/** What a request of a review is for, as its size tells. */
function purpose({ bytes, responseBytes }: Answer, index: number, all: readonly Answer[]): string {
  if (index === all.length - 1) return 'showing it';
  if (bytes > 50_000) return 'writing the sheet and its records';
  return responseBytes > 50_000 ? 'reading cells' : 'asking what there is';
}

/** Where the time of a review goes: in the workbook by what is asked of it, and in the add-in before it asks. */
function steps(answers: readonly Answer[], start: number): Map<string, number> {
  const spent = new Map<string, number>();
  const add = (what: string, ms: number): void => void spent.set(what, (spent.get(what) ?? 0) + ms);
  let before = start;
  answers.forEach((answer, index) => {
    const what = purpose(answer, index, answers);
    add(what === 'writing the sheet and its records' ? 'laying it out, as calls' : 'judging, laying it out and all else in the add-in', answer.asked - before);
    add(`workbook: ${what}`, answer.at - answer.asked);
    before = answer.at;
  });
  return spent;
}

/** What a slow connection adds to each request. */
const slowMs = 300;

async function review(partners: number, initiatives: number): Promise<Line[]> {
  const answers: Answer[] = [];
  const opened = await open(await workbook(partners, initiatives, 0), answers);
  await quiet(500);
  answers.length = 0;
  const start = performance.now();
  await opened.press('writeQbr');
  const took = performance.now() - start;
  const asked = answers.filter(({ kind }) => kind === 'workbook');
  opened.close();
  const what = `QBR of ${partners.toLocaleString('en-US')} partners, ${initiatives.toLocaleString('en-US')} initiatives`;
  const large = partners === 1000;
  return [
    { what, figure: milliseconds(took), goal: large ? 'at most 2,000 ms' : undefined },
    { what: `${what}: traffic`, figure: traffic(answers) },
    { what: `${what}: with ${slowMs} ms more for each request`, figure: milliseconds(took + slowMs * asked.length), goal: large ? 'at most 6,000 ms' : undefined },
    ...(large ? [...steps(asked, start)].sort(([, a], [, b]) => b - a).map(([step, ms]): Line => ({ what: `  ${step}`, figure: milliseconds(ms) })) : []),
  ];
}

/** From the page's address to the first figure in the pane, in a real browser. */
async function pane(file: string, what: string): Promise<Line> {
  const server = spawn(process.execPath, ['tools/start.mjs', '--port', '0', '--workbook', file], { env: { ...process.env, DISPLAY: undefined } });
  const address = await new Promise<string>((found) => server.stdout.on('data', (text: Buffer) => {
    const match = /http:\/\/localhost:\d+/.exec(text.toString())?.[0];
    if (match) found(match);
  }));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    const page = await browser.newPage();
    const start = performance.now();
    await page.goto(address);
    await page.frameLocator('iframe').getByText('Portfolio health, of 100').waitFor({ timeout: 120_000 });
    return { what, figure: milliseconds(performance.now() - start) };
  } finally {
    await browser.close();
    server.kill();
  }
}

async function main(): Promise<void> {
  print('After one edit', [...(await afterOneEdit(1)), ...(await afterOneEdit(1_000)), ...(await afterOneEdit(10_000))]);
  print('One press', [...(await review(14, 70)), ...(await review(1_000, 3_000)), ...(await review(1_000, 20_000))]);
  print('Workbench opened until the pane shows the portfolio', [
    await pane('assets/sample.xlsx', 'sample workbook'),
    await pane(await workbook(1_000, 20_000, 0), '1,000 partners x 20,000 initiatives'),
  ]);
}

void main().finally(() => {
  rmSync(folder, { recursive: true, force: true });
  process.exit();
});
