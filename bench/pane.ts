/** The pane as somebody uses it, in a real browser: how soon it shows the portfolio, how it follows typing, how fast its pages and an edit show. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Frame, type Page, chromium } from '@playwright/test';
import ExcelJS from 'exceljs';
import { addressOf, pages, partnerPlace, type Place } from '../src/taskpane/pages';
import { largeTables } from './largeTables';
import { type Line, milliseconds, print } from './measure';

const folder = mkdtempSync(join(tmpdir(), 'bench-pane-'));
const { partners, initiatives } = largeTables(1_000, 20_000, 1);
/** 0-based row of the Initiatives sheet: an open initiative whose sponsor can be taken away. */
const sponsored = initiatives.findIndex((row, at) => at > 0 && row[2] === 'Launch' && /^Sponsor/.test(String(row[4])));

async function largeWorkbook(): Promise<string> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Initiatives').addRows(initiatives.map((row) => row.map((cell) => (cell === '' ? null : cell))));
  book.addWorksheet('Partners').addRows(partners.map((row) => row.map((cell) => (cell === '' ? null : cell))));
  const file = join(folder, 'large.xlsx');
  await book.xlsx.writeFile(file);
  return file;
}

/** Runs `work` on the workbench's page and its pane, once the pane shows the portfolio. */
async function onWorkbench<Result>(browser: Browser, file: string, work: (page: Page, pane: () => Promise<Frame>) => Promise<Result>): Promise<Result> {
  const server = spawn(process.execPath, ['tools/start.mjs', '--port', '0', '--workbook', file], { env: { ...process.env, DISPLAY: undefined } });
  const address = await new Promise<string>((found) => server.stdout.on('data', (text: Buffer) => {
    const match = /http:\/\/localhost:\d+/.exec(text.toString())?.[0];
    if (match) found(match);
  }));
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const pane = async (): Promise<Frame> => {
    const frame = await (await page.waitForSelector('.pane iframe[data-shown]')).contentFrame();
    if (frame === null) throw new Error('The pane is not there.');
    return frame;
  };
  try {
    await page.addInitScript(markFirstContent);
    await page.goto(address);
    await (await pane()).getByText('Portfolio health, of 100').waitFor({ timeout: 240_000 });
    return await work(page, pane);
  } finally {
    await page.close();
    server.kill();
  }
}

/** In the pane's own page, from the start of its navigation: when the portfolio's health is painted. */
function markFirstContent(): void {
  if (!location.pathname.includes('taskpane')) return;
  const look = new MutationObserver(() => {
    if (!document.querySelector('#pane main')?.textContent?.includes('Portfolio health')) return;
    look.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark('first content')));
  });
  look.observe(document, { subtree: true, childList: true, characterData: true });
}

const sorted = (times: readonly number[]): readonly number[] => [...times].sort((a, b) => a - b);
const medianOf = (times: readonly number[]): number => sorted(times)[times.length >> 1] ?? NaN;
const percentile95 = (times: readonly number[]): number => sorted(times)[Math.ceil(times.length * 0.95) - 1] ?? NaN;
const runs = 5;

async function firstContent(page: Page, pane: () => Promise<Frame>, slowdown: number): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await page.waitForTimeout(1_500);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const loaded = page.waitForEvent('framenavigated');
    await (await pane()).evaluate(() => setTimeout(() => location.reload()));
    await loaded;
    const frame = await pane();
    await frame.waitForFunction(() => performance.getEntriesByName('first content').length > 0, undefined, { timeout: 60_000 });
    times.push(await frame.evaluate(() => performance.getEntriesByName('first content')[0]?.startTime ?? NaN));
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  }
  await devtools.detach();
  return medianOf(times);
}

interface Keystroke {
  /** The page's own work: from the key until what it changed is drawn and laid out. */
  readonly work: number;
  /** From the key until the frame that shows it is handed over, which here the processor paints: the grid beside the pane, too. */
  readonly painted: number;
}

async function typing(page: Page, frame: Frame, text: string): Promise<readonly Keystroke[]> {
  const field = frame.getByRole('searchbox').first();
  await field.focus();
  await frame.evaluate(() => {
    const keystrokes: Keystroke[] = [];
    Object.assign(window, { keystrokes });
    let pressed = 0;
    document.addEventListener('keydown', () => (pressed = performance.now()), true);
    // The last to hear of it: React has done its work; reading a height makes the browser lay the page out.
    window.addEventListener('input', () => {
      const start = pressed;
      const work = (void document.body.offsetHeight, performance.now()) - start;
      requestAnimationFrame(() => setTimeout(() => keystrokes.push({ work, painted: performance.now() - start })));
    });
  });
  for (const letter of text) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await page.waitForTimeout(100);
  }
  const keystrokes = await frame.evaluate(() => [...(window as unknown as { keystrokes: Keystroke[] }).keystrokes]);
  await field.fill('');
  return keystrokes;
}

/** From the press, which is a change of address, until the page is painted whole. */
function showing(frame: Frame, place: Place): Promise<number> {
  return frame.evaluate((hash) => new Promise<number>((done) => {
    const start = performance.now();
    let changed = false;
    const look = new MutationObserver(() => (changed = true));
    look.observe(document.querySelector('main') ?? document.body, { subtree: true, childList: true, characterData: true });
    const check = (): void => {
      if (!changed || document.querySelector('[aria-label="Reading the workbook"]') !== null) return void requestAnimationFrame(check);
      look.disconnect();
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
    };
    location.hash = hash;
    requestAnimationFrame(check);
  }), addressOf(place));
}

/** From Enter in the grid until the page of gaps shows one more or one less. */
async function edit(page: Page, frame: Frame, value: string): Promise<number> {
  const name = page.locator('[data-u-comp="defined-name"] input').first();
  await name.fill(`E${sponsored + 1}`);
  await name.press('Enter');
  await page.keyboard.type(value);
  const shown = frame.evaluate(() => new Promise<number>((done) => {
    const look = new MutationObserver(() => {
      look.disconnect();
      requestAnimationFrame(() => setTimeout(() => done(performance.timeOrigin + performance.now())));
    });
    look.observe(document.querySelector('main') ?? document.body, { subtree: true, childList: true, characterData: true });
  }));
  await page.evaluate(() => document.addEventListener('keydown', () => Object.assign(window, { entered: performance.timeOrigin + performance.now() }), { capture: true, once: true }));
  await page.keyboard.press('Enter');
  return (await shown) - (await page.evaluate(() => (window as unknown as { entered: number }).entered));
}

async function onLargeTables(page: Page, pane: () => Promise<Frame>): Promise<void> {
  const frame = await pane();
  // The other pages come when the pane has nothing better to do.
  await page.waitForTimeout(4_000);
  const keys = await typing(page, frame, 'partner 0417, partner 0998');
  const [work, painted] = [keys.map((key) => key.work), keys.map((key) => key.painted)];
  print('The pane on 1,000 partners x 20,000 initiatives: typing in search', [
    { what: `work of a keystroke, layout included, 95th percentile of ${keys.length}`, figure: milliseconds(percentile95(work)), goal: 'within a frame, 16.7 ms' },
    { what: 'work of a keystroke, median', figure: milliseconds(medianOf(work)) },
    { what: 'until its frame is painted, without a graphics card, 95th percentile', figure: milliseconds(percentile95(painted)) },
  ]);
  const key = await frame.evaluate(() => document.querySelector<HTMLAnchorElement>('a[href^="#partner/"]')?.hash.replace('#partner/', '') ?? null);
  const places: readonly Place[] = [...pages.filter((page) => page !== 'portfolio').map((page): Place => ({ page, at: null })), partnerPlace(decodeURIComponent(key ?? 'partner0001')), { page: 'portfolio', at: null }];
  const lines: Line[] = [];
  for (const place of places) lines.push({ what: place.page, figure: milliseconds(await showing(frame, place)), goal: 'at most 300 ms' });
  print('Pages shown, from press to painted, the first time each', lines);
  await showing(frame, { page: 'sponsors', at: null });
  const edits: number[] = [];
  for (const value of ['TBD', 'Jane Doe', 'TBD', 'Jane Doe', 'TBD']) {
    await page.waitForTimeout(2_500);
    edits.push(await edit(page, frame, value));
  }
  print('An edit in the grid', [{ what: 'from Enter until the Sponsors page shows it, median of 5', figure: milliseconds(medianOf(edits)), goal: 'at most 500 ms' }]);
}

async function main(): Promise<void> {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    await onWorkbench(browser, 'assets/sample.xlsx', async (page, pane) => {
      const lines: Line[] = [];
      for (const slowdown of [1, 4]) lines.push({ what: `processor ${slowdown === 1 ? 'as it is' : `${slowdown}x slower`}, no cache, the host's own work included`, figure: milliseconds(await firstContent(page, pane, slowdown)), goal: slowdown === 4 ? 'at most 1 s' : undefined });
      print('First content of the pane on the sample workbook, from its navigation on', lines);
    });
    await onWorkbench(browser, await largeWorkbook(), onLargeTables);
  } finally {
    await browser.close();
  }
}

void main().finally(() => {
  rmSync(folder, { recursive: true, force: true });
  process.exit();
});
