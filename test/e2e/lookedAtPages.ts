/** Every page of the pane as people see it: in each look, width and size of workbook, checked for what a picture cannot show. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Frame, Page } from '@playwright/test';
import Excel from 'exceljs';
import { addressOf, pages } from '../../src/taskpane/pages';
import type { Place } from '../../src/taskpane/pages';
import { largeTables } from '../../bench/largeTables';
import { expect } from './workbench';
import type { OfferedFile } from './workbench';

export const looks = ['light', 'dark', 'forced colours', 'right to left', 'pseudo-locale'] as const;
export type Look = (typeof looks)[number];

export const pictures = join(__dirname, '../../build/pictures');

/** Lengthens every text by 40 % and gives its vowels accents, as a translation into a longer language would. Digits and signs stay. */
export function pseudoLocalise(): void {
  if (!location.pathname.includes('taskpane')) return;
  const vowels: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú' };
  const done = new WeakMap<Node, string>();
  const lengthen = (node: Node): void => {
    const text = node.nodeValue ?? '';
    if (done.get(node) === text || !/[a-z]{2}/i.test(text) || node.parentElement?.closest('style, script')) return;
    const longer = text.replace(/[aeiou]/gi, (letter) => vowels[letter] ?? letter) + ' ßẞýžßẞý'.repeat(Math.ceil(text.length * 0.05));
    done.set(node, longer);
    node.nodeValue = longer;
  };
  const walk = (root: Node): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) lengthen(node);
  };
  new MutationObserver((changes) => {
    for (const { target, type, addedNodes } of changes) {
      if (type === 'characterData') lengthen(target);
      for (const node of addedNodes) if (node.nodeType === Node.TEXT_NODE) lengthen(node); else walk(node);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Texts that are cut off without their whole being told on hover, and whatever stands beyond the pane's edges. */
function clippedTexts(): readonly string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('#pane *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? '').trim() !== '');
    const style = getComputedStyle(element);
    if (!own || style.clipPath !== 'none' || element.closest('option, svg')) continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0) continue;
    const cut = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    const low = style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 3;
    const beyond = box.right > document.documentElement.clientWidth + 1 || box.left < -1;
    if ((cut || low || beyond) && element.closest('[title]') === null) found.push(`${beyond ? 'beyond the edge' : 'cut'}: ${(element.textContent ?? '').slice(0, 80)}`);
  }
  return found;
}

/** How far the page could be scrolled sideways, in pixels. */
function sideways(): number {
  return Math.max(0, ...[document.documentElement, ...document.querySelectorAll('main')].map((element) => element.scrollWidth - element.clientWidth));
}

export async function paneFrame(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('.pane iframe[data-shown]')).contentFrame();
  if (frame === null) throw new Error('The pane is not there.');
  return frame;
}

export function places(partner: string | null): readonly Place[] {
  const all: readonly Place[] = pages.map((page) => ({ page, at: null }));
  return partner === null ? all : [...all, { page: 'partner', at: partner }];
}

/** The wizard's own pages, once an assessment is under way. */
const wizard: readonly Place[] = [{ page: 'assessment', at: 'process' }, { page: 'assessment', at: 'review' }];

async function startAssessment(frame: Frame): Promise<void> {
  await goTo(frame, { page: 'assessment', at: 'start' });
  await frame.locator('main button').last().click();
  await frame.locator('input[type=radio]').nth(3).check();
}

export async function goTo(frame: Frame, place: Place): Promise<void> {
  await frame.evaluate((hash) => {
    location.hash = hash;
  }, addressOf(place));
  await expect(frame.locator('main h1').first()).toBeAttached();
  await expect(frame.getByLabel('Reading the workbook')).toHaveCount(0);
}

async function setWidth(page: Page, width: 320 | 450): Promise<void> {
  const edge = page.locator('.pane-edge');
  await edge.focus();
  await edge.press(width === 320 ? 'Home' : 'End');
}

interface Looking {
  readonly look: Look;
  readonly size: string;
  readonly partner: string | null;
}

/** Walks through every page at both widths; the pictures stay in build/pictures. */
export async function lookAtEveryPage(page: Page, { look, size, partner }: Looking): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const frame = await paneFrame(page);
  const problems: string[] = [];
  if (size === '14') await startAssessment(frame);
  const all = [...places(partner), ...(size === '14' ? wizard : [])];
  for (const width of [320, 450] as const) {
    await setWidth(page, width);
    for (const place of all) {
      await goTo(frame, place);
      const name = `${place.page}${wizard.includes(place) ? `-${place.at}` : ''}-${size}-${width}-${look.replaceAll(' ', '-')}`;
      const scrolls = await frame.evaluate(sideways);
      if (scrolls > 1) problems.push(`${name}: scrolls sideways by ${scrolls} px`);
      for (const text of await frame.evaluate(clippedTexts)) problems.push(`${name}: ${text}`);
      if (width === 320 && look !== 'right to left' && look !== 'pseudo-locale') {
        const { violations } = await new AxeBuilder({ page }).include('.pane').options(look === 'forced colours' ? { rules: { 'color-contrast': { enabled: false } } } : {}).analyze();
        for (const { id, nodes } of violations) problems.push(`${name}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
      }
      await page.locator('.pane').screenshot({ path: join(pictures, `${name}.png`) });
    }
  }
  expect(problems).toEqual([]);
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook of so many partners, with three initiatives each; none: the tables with their headers alone. */
export async function workbookOf(partners: number): Promise<OfferedFile> {
  const book = new Excel.Workbook();
  const tables = largeTables(Math.max(partners, 1), partners * 3, 1);
  const rows = (table: readonly (readonly unknown[])[]): unknown[][] => (partners === 0 ? table.slice(0, 1) : table).map((row) => row.map((cell) => (cell === '' ? null : cell)));
  book.addWorksheet('Partners').addRows(rows(tables.partners));
  book.addWorksheet('Initiatives').addRows(rows(tables.initiatives));
  return { name: `${partners} partners.xlsx`, mimeType: xlsx, buffer: Buffer.from(await book.xlsx.writeBuffer()) };
}
