/** The policy is changed with its effect in sight, saved with the workbook, taken to a file and back: no cell is touched. */
import { readFileSync } from 'node:fs';
import { openSample, toPage } from './journeys';
import { differences } from './wholeWorkbook';
import { expect, test } from './workbench';

test('a number is changed, seen, saved, exported, reset and imported; functions in cells follow', async ({ workbench, page }) => {
  test.setTimeout(120_000);
  await openSample(workbench);
  const { pane } = workbench;
  const before = await workbench.saved();
  const rating = async (): Promise<unknown> => {
    const { value } = (await workbench.saved()).getWorksheet('Notes')?.getCell('C6') ?? {};
    return typeof value === 'object' && value !== null && 'result' in value ? value.result : value;
  };
  const first = await rating();
  await toPage(workbench, 'Settings');
  await pane.getByRole('button', { name: /^Ratings/ }).click();
  await pane.getByRole('textbox', { name: 'Green from' }).fill('99');
  await pane.getByRole('textbox', { name: 'Amber from' }).fill('98');
  await expect(pane.getByText(/^If you save: \d+ of \d+ ratings change/)).toBeVisible();
  expect(await rating()).toBe(first);
  await pane.getByRole('button', { name: 'Save settings' }).click();
  await expect(pane.getByText('The settings are saved with the workbook.').first()).toBeAttached();
  await expect.poll(rating, { timeout: 20_000 }).toBe('Red');
  expect(first).not.toBe('Red');

  const download = page.waitForEvent('download');
  await pane.getByRole('button', { name: 'Export saved settings' }).click();
  const file = await (await download).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ bands: { green: 99, amber: 98 } });

  await pane.getByRole('button', { name: 'Reset all to defaults' }).click();
  await pane.getByRole('button', { name: 'Save settings' }).click();
  await expect.poll(rating, { timeout: 20_000 }).toBe(first);
  await pane.locator('input[type=file]').setInputFiles(file);
  await expect(pane.getByText('2 settings of the file differ. Look, then save.').first()).toBeVisible();
  await pane.getByRole('button', { name: 'Discard' }).click();
  expect(differences(before, await workbench.saved())).toEqual([]);
});
