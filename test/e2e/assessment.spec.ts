/** The practice assessment as somebody takes it: in few presses, interrupted at every step, on another day and in another file. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { areas } from '../../src/domain/assessment';
import { practiceAreas } from '../../src/domain/practiceAreas';
import { assessment as words } from '../../src/taskpane/sentences/assessment';
import { paneFrame } from './lookedAtPages';
import { differences } from './wholeWorkbook';
import { type Workbench, expect, test } from './workbench';

async function toAssessment({ pane }: Workbench): Promise<void> {
  await pane.getByRole('button', { name: /other pages/ }).click();
  await pane.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: /^Practice assessment/ }).click();
}

/** The pane alone starts over, as when somebody closes and opens it. */
async function reloadPane(page: Page): Promise<void> {
  const frame = await paneFrame(page);
  await frame.evaluate(() => location.reload());
  await frame.waitForLoadState();
}

/** The workbook as it is now, opened from its file as on another machine. */
async function saveAndReopen(page: Page, workbench: Workbench): Promise<void> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save' }).click();
  const path = await (await download).path();
  await workbench.openFile({ name: 'sample.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: readFileSync(path) });
}

const question = (index: number): string => practiceAreas[areas[index] ?? 'process'].question;

test('22 presses of keys answer ten areas and show the result; the pane starts over at each of them; nothing but ten rows is written', async ({ workbench, page }) => {
  test.setTimeout(180_000);
  await workbench.open();
  const { pane } = workbench;
  await expect(pane.getByText('Portfolio health, of 100')).toBeVisible();
  const before = await workbench.saved();
  await toAssessment(workbench);
  await pane.getByRole('button', { name: words.startAgain }).click();
  let presses = 1;
  await pane.getByRole('button', { name: words.startAgain }).press('Enter');
  for (const [index, area] of areas.entries()) {
    await expect(pane.getByRole('heading', { level: 1 })).toHaveText(question(index));
    await pane.getByRole('heading', { level: 1 }).press('4');
    await expect(pane.getByText(words.saved)).toBeVisible();
    await reloadPane(page);
    await expect(pane.getByRole('heading', { level: 1 }), `after ${area}`).toHaveText(question(index));
    await expect(pane.getByRole('radio', { name: /^4/ })).toBeChecked();
    await pane.getByRole('heading', { level: 1 }).press('Enter');
    presses += 2;
  }
  await expect(pane.getByRole('heading', { level: 1 })).toHaveText(words.review);
  await pane.getByRole('button', { name: words.finish }).press('Enter');
  presses += 1;
  await expect(pane.getByText('100\u00a0%', { exact: true })).toBeVisible();
  expect(presses).toBeLessThanOrEqual(22);
  await expect(pane.getByRole('list', { name: words.claims }).getByRole('listitem')).toHaveText([/Process/, /Roles/, /Expectations/, /Plans and reviews/, /Portfolio/]);
  await expect(pane.getByText(/^▲ .* points since .*Sep/)).toBeVisible();

  const changed = differences(before, await workbench.saved());
  const rows = new Set(changed.map(({ address }) => /!\$?[A-Z]+(\d+)$/.exec(address)?.[1]));
  expect(changed.filter(({ address }) => !address.startsWith('Alliance data!')).map(({ address }) => address)).toEqual([]);
  expect(rows.size).toBeLessThanOrEqual(11 + areas.length * 2);
  expect(changed.filter(({ now }) => now === 4)).toHaveLength(areas.length);

  await pane.getByRole('button', { name: words.write }).click();
  await expect(pane.getByText(/^The result is on the sheet Practice result /).last()).toBeVisible();
  const written = differences(before, await workbench.saved()).filter(({ address }) => !/^(Alliance data|Practice result [\d-]+)!/.test(address));
  expect(written).toEqual([]);
});

test('an assessment goes on from a saved file, wherever it was left', async ({ workbench, page }) => {
  test.setTimeout(180_000);
  await workbench.open();
  const { pane } = workbench;
  await expect(pane.getByText('Portfolio health, of 100')).toBeVisible();
  await toAssessment(workbench);
  await pane.getByRole('button', { name: words.startAgain }).click();
  await pane.getByRole('button', { name: words.startAgain }).click();
  let answered = 0;
  for (const stop of [1, 4, 9]) {
    for (; answered < stop; answered += 1) {
      await expect(pane.getByRole('heading', { level: 1 })).toHaveText(question(answered));
      await pane.getByRole('radio', { name: /^3/ }).check();
      if (answered === 0) await pane.getByLabel(words.evidence).fill('Playbook of May, page 4');
      await pane.getByRole('button', { name: words.next }).click();
    }
    await expect(pane.getByText(words.saved)).toBeVisible();
    await saveAndReopen(page, workbench);
    await toAssessment(workbench);
    await expect(pane.getByText(words.underWay(String(stop)))).toBeVisible();
    await pane.getByRole('button', { name: words.goOn }).click();
  }
  await expect(pane.getByRole('heading', { level: 1 })).toHaveText(question(9));
  await pane.getByRole('button', { name: words.toReview }).click();
  await expect(pane.getByRole('list', { name: words.answers }).getByRole('listitem').first()).toContainText('Playbook of May, page 4');
  await expect(pane.getByText('1 area is not answered.')).toBeVisible();
});
