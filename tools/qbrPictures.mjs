// npm run pictures [-- SCENARIO ...]: the review of each scenario of the tests as pictures in build/pictures/qbr/, as the workbench draws it and,
// where LibreOffice and pdftoppm are installed, as they print it, page by page. For eyes: no test looks at them.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { chromium } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { findChromium } from './chromium.mjs';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const folder = join(root, 'build', 'pictures', 'qbr');
const wanted = process.argv.slice(2);
/** Of a long sheet the first screens are enough. */
const mostScreens = 12;

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** The tests leave the file of each scenario here. */
function writeFiles() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const chosen = wanted.length > 0 ? ['--testNamePattern', `the file of (${wanted.join('|')}) is`] : [];
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), 'test/report/savedReviews.test.ts', ...chosen], { cwd: root, stdio: 'inherit', env: { ...process.env, KEEP_REVIEWS: folder } });
  const files = readdirSync(folder).filter((name) => name.endsWith('.xlsx')).map((name) => join(folder, name));
  if (files.length === 0) stop('No review was written.');
  if (status !== 0) console.error('Not every file is sound; the pictures are of what was written.');
  return files;
}

function served(file) {
  const child = spawn(process.execPath, [join(root, 'tools/start.mjs'), '--port', '0', '--workbook', file], { cwd: root, env: { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined } });
  return new Promise((found, failed) => {
    let said = '';
    const hear = (text) => {
      said += text.toString();
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (address) found({ address, end: () => child.kill() });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => failed(new Error(`The workbench ended with ${code}: ${said}`)));
  });
}

/** In pixels, of all rows that say how high they are: those of a review do. */
function heightOf(file) {
  const parts = unzipSync(readFileSync(file));
  const review = Object.keys(parts).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name)).map((name) => strFromU8(parts[name])).findLast((sheet) => sheet.includes('tabSelected="1"'));
  return [...(review ?? '').matchAll(/<row\b[^>]*\bht="([\d.]+)"/g)].reduce((sum, [, points]) => sum + Number(points) / 0.75, 0);
}

/** The sheet that was open when the file was saved, screen after screen. */
async function onScreen(browser, file) {
  const { address, end } = await served(file);
  const page = await browser.newPage({ viewport: { width: 1240, height: 1100 } });
  try {
    await page.goto(address);
    await page.getByRole('status').first().getByText('Ready').waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Close the pane' }).click();
    const grid = page.locator('.grid');
    const { x, y, width, height } = await grid.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    // Less than a screen, so that nothing is lost between two.
    const step = height - 260;
    const screens = Math.min(mostScreens, Math.ceil(heightOf(file) / step));
    for (let screen = 1; screen <= screens; screen += 1) {
      await page.waitForTimeout(900);
      writeFileSync(join(folder, `${basename(file, '.xlsx')}-workbench-${String(screen).padStart(2, '0')}.png`), await grid.screenshot());
      await page.mouse.wheel(0, step);
    }
  } finally {
    await page.close();
    end();
  }
}

/** The file with nothing but its review to print. */
function reviewOnly(file, into) {
  const parts = unzipSync(readFileSync(file));
  const workbook = strFromU8(parts['xl/workbook.xml']);
  const names = [...workbook.matchAll(/<sheet\b[^>]*\bname="([^"]*)"/g)].map(([, name]) => name);
  const review = names.findLastIndex((name) => name.startsWith('QBR '));
  let at = -1;
  const alone = workbook
    .replace(/<sheet\b[^>]*>/g, (sheet) => {
      at += 1;
      const plain = sheet.replace(/ state="[^"]*"/, '');
      return at === review ? plain : plain.replace('<sheet', '<sheet state="hidden"');
    })
    // LibreOffice prints what is to be printed of hidden sheets too.
    .replace(/<definedName\b[^>]*\bname="_xlnm\.Print[^>]*>[^<]*<\/definedName>/g, (name) => (name.includes(`localSheetId="${review}"`) ? name : ''))
    .replace(/ (?:activeTab|firstSheet)="\d+"/g, '')
    .replace('<workbookView', `<workbookView activeTab="${review}"`);
  const target = join(into, basename(file));
  writeFileSync(target, zipSync({ ...parts, 'xl/workbook.xml': strToU8(alone) }));
  return target;
}

const isInstalled = (program) => spawnSync(program, ['--version']).error === undefined;

/** As LibreOffice prints the sheet, page by page. */
function printed(files) {
  if (!isInstalled('soffice') || !isInstalled('pdftoppm')) {
    console.error('LibreOffice (soffice) or pdftoppm is not installed: nothing was printed.');
    return;
  }
  const work = mkdtempSync(join(tmpdir(), 'pictures-'));
  try {
    const copies = files.map((file) => reviewOnly(file, work));
    spawnSync('soffice', [`-env:UserInstallation=file://${join(work, 'profile')}`, '--headless', '--convert-to', 'pdf', '--outdir', work, ...copies], { stdio: ['ignore', 'ignore', 'inherit'] });
    for (const copy of copies) {
      const name = basename(copy, '.xlsx');
      spawnSync('pdftoppm', ['-r', '70', '-png', join(work, `${name}.pdf`), join(folder, `${name}-print`)], { stdio: 'inherit' });
      renameSync(join(work, `${name}.pdf`), join(folder, `${name}.pdf`));
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const files = writeFiles();
printed(files);
const browser = await chromium.launch({ executablePath: findChromium() ?? stop('Chrome, Chromium or Edge is needed to draw the sheets.'), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
for (const file of files) await onScreen(browser, file);
await browser.close();
console.log(`${readdirSync(folder).filter((name) => name.endsWith('.png')).length} pictures of ${files.length} reviews are in build/pictures/qbr/.`);
