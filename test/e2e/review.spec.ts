/** The page of reviews: of a chosen day and partner, to be shared, without a section; what is cancelled leaves nothing. */
import type { Page } from '@playwright/test';
import { Workbook } from 'exceljs';
import { paneFrame } from './lookedAtPages';
import { differences } from './wholeWorkbook';
import { expect, test } from './workbench';

/** Presses Write, and Cancel as soon as it is there: within the frame in which the writing begins. */
async function writeAndCancel(page: Page): Promise<void> {
  await (await paneFrame(page)).evaluate(() => new Promise<void>((done) => {
    const button = (name: string): HTMLButtonElement | undefined => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    const look = new MutationObserver(() => {
      const cancel = button('Cancel');
      if (cancel === undefined) return;
      look.disconnect();
      cancel.click();
      done();
    });
    look.observe(document.body, { subtree: true, childList: true });
    button('Write QBR')?.click();
  }));
}

test('the edition of one partner is chosen, seen before it is written, written and opened; every cell that changes is on its own sheet', async ({ workbench, page }) => {
  test.setTimeout(120_000);
  await workbench.open();
  const { pane } = workbench;
  await pane.getByRole('link', { name: /^Halden Cloud/ }).click();
  await pane.getByRole('link', { name: 'Write partner QBR' }).click();
  await expect(pane.getByRole('radio', { name: 'One partner' })).toBeChecked();
  await expect(pane.getByRole('combobox', { name: 'Partner' })).toHaveValue('haldencloud');
  const before = await workbench.saved();

  await pane.getByRole('radio', { name: 'The partner as well' }).check();
  await expect(pane.getByText(/^Without the relationship score\./)).toBeVisible();
  await pane.getByLabel('As of').fill('2026-08-31');
  await expect(pane.getByText('The quarterly review of Halden Cloud as of Aug 31, 2026, on a new sheet.')).toBeVisible();
  await pane.getByRole('textbox', { name: 'Prepared by' }).fill('Ines Okafor');
  await pane.getByRole('checkbox', { name: 'Data notes' }).uncheck();
  const begins = pane.getByRole('region', { name: 'It begins' });
  await expect(begins).toContainText('health of 100');
  const health = /^[\d.]+/.exec((await begins.innerText()).replace(/^It begins\s*/, ''))?.[0];
  await writeAndCancel(page);
  await expect(pane.getByRole('paragraph').filter({ hasText: 'Cancelled. No sheet was added.' })).toBeVisible();
  expect(differences(before, await workbench.saved())).toEqual([]);

  await pane.getByRole('button', { name: 'Write QBR' }).click();
  const written = pane.getByRole('paragraph').filter({ hasText: /^QBR 2026 Q\d Halden Cloud is written\.$/ });
  await expect(written).toBeVisible();
  const sheet = /^(.*) is written/.exec(await written.innerText())?.[1] ?? '';

  const saved = await workbench.saved();
  expect(new Set(differences(before, saved).map(({ address }) => address.split('!')[0]))).toEqual(new Set([sheet]));
  const texts = saved.getWorksheet(sheet)?.getSheetValues().flat().map(String) ?? [];
  expect(texts).toContain('As of 31 August 2026 · Prepared by Ines Okafor · Shared edition');
  expect(texts).toContain('Reviews due');
  expect(texts).not.toContain('Data notes');
  expect(texts.filter((text) => /Northwind|Relationship|Correct or exit/.test(text))).toEqual([]);
  expect(texts.some((text) => text.startsWith(health ?? 'none'))).toBe(true);

  await expect(pane.getByRole('list', { name: 'Reviews in this workbook' }).getByRole('button')).toHaveCount(1);
  await workbench.sheet('Notes').click();
  await pane.getByRole('button', { name: `Open ${sheet}` }).click();
  await expect(workbench.sheet(sheet)).toBeVisible();
  await pane.getByRole('button', { name: 'Write another' }).click();
  await expect(pane.getByRole('list', { name: 'Reviews in this workbook' })).toContainText('Halden Cloud');
});

test('every partner gets a sheet, and the sheet in view is saved as a file that holds nothing of the others', async ({ workbench, page }) => {
  test.setTimeout(120_000);
  await workbench.open();
  const { pane } = workbench;
  await pane.getByRole('link', { name: /^Halden Cloud/ }).click();
  await pane.getByRole('link', { name: 'Write partner QBR' }).click();
  await pane.getByRole('radio', { name: 'Every partner' }).check();
  await pane.getByRole('radio', { name: 'The partner as well' }).check();
  await pane.getByRole('button', { name: 'Write QBR' }).click();
  await expect(pane.getByRole('paragraph').filter({ hasText: /^\d+ reviews are written, a sheet for each partner\.$/ })).toBeVisible();

  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Sheet as file' }).click();
  const download = await started;
  const book = new Workbook();
  await book.xlsx.readFile(await download.path());
  expect(book.worksheets.map(({ name }) => `${name}.xlsx`)).toEqual([download.suggestedFilename()]);
  expect(download.suggestedFilename()).toMatch(/^QBR 2026 Q\d .+\.xlsx$/);
  expect(book.worksheets[0]?.getSheetValues().flat().map(String).some((text) => text.endsWith('Shared edition'))).toBe(true);

  // Whether this computer has a LibreOffice or not, the person hears of it.
  await page.getByRole('button', { name: 'Sheet as PDF' }).click();
  await expect(workbench.status).toHaveText(/^Saved QBR 2026 Q\d .+\.pdf to your downloads\.$|^The sheet was not saved\. A PDF is made by LibreOffice, which is not installed on this computer\.$/, { timeout: 60_000 });
});
