/** The page of settings: a number of the policy is changed, what it moves is seen before it is saved, and the functions in cells follow. */
import { readFile } from 'node:fs/promises';
import { goTo, paneFrame } from './lookedAtPages';
import { differences } from './wholeWorkbook';
import { expect, test } from './workbench';
import type { Workbench } from './workbench';

/** The rating of Halden Cloud as the sample's own cell shows it: =ALLIANCE.RATING("Halden Cloud"). */
async function expectRating(workbench: Workbench, rating: string): Promise<void> {
  await expect(async () => expect((await workbench.saved()).getWorksheet('Notes')?.getCell('C6').result).toBe(rating)).toPass({ timeout: 20_000 });
}

test('a number is changed, previewed, saved, exported, reset and imported; no cell but the answers of functions changes', async ({ workbench, page }) => {
  test.setTimeout(120_000);
  await workbench.open();
  const { pane } = workbench;
  await goTo(await paneFrame(page), { page: 'settings', at: 'ratings' });
  await expectRating(workbench, 'Amber');
  const before = await workbench.saved();
  const green = pane.getByRole('textbox', { name: 'Green from' });
  const unsaved = pane.getByRole('region', { name: 'Changes not saved' });
  const save = unsaved.getByRole('button', { name: 'Save settings' });

  // More than Halden Cloud has.
  const amber = pane.getByRole('textbox', { name: 'Amber from' });
  await amber.fill('79');
  await expect(unsaved.getByText(/^If you save: \d+ of \d+ ratings change: .*to Red/)).toBeVisible();
  await expectRating(workbench, 'Amber');
  await save.click();
  await expect(unsaved).toHaveCount(0);
  await expect(pane.getByRole('status').getByText('The settings are saved with the workbook.')).toHaveCount(1);
  await expectRating(workbench, 'Red');

  const download = page.waitForEvent('download');
  await pane.getByRole('button', { name: 'Export saved settings' }).click();
  const exported = await readFile(await (await download).path(), 'utf8');
  expect(JSON.parse(exported)).toMatchObject({ bands: { amber: 79 } });

  await pane.getByRole('button', { name: 'Reset Amber from to its default' }).click();
  await expect(amber).toHaveValue('60');
  await save.click();
  await expectRating(workbench, 'Amber');

  await pane.getByLabel('Import from a file').setInputFiles({ name: 'alliance-settings.json', mimeType: 'application/json', buffer: Buffer.from(exported) });
  await expect(amber).toHaveValue('79');
  await expect(unsaved.getByText(/^1 change not saved\./)).toBeVisible();
  await unsaved.getByRole('button', { name: 'Discard' }).click();
  await expect(amber).toHaveValue('60');
  await expect(green).toHaveValue('80');
  expect(differences(before, await workbench.saved())).toEqual([]);
});
