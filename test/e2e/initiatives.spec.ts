/** Initiatives are found by stage, partner, owner and gap; the sheet is edited beside them, and they follow. */
import { openSample, toPage } from './journeys';
import { differences } from './wholeWorkbook';
import { expect, test } from './workbench';

test('the filters find, the details tell what the next gate asks, and an edit in the sheet shows', async ({ workbench, page }) => {
  test.setTimeout(120_000);
  await openSample(workbench);
  const { pane } = workbench;
  const before = await workbench.saved();
  await toPage(workbench, 'Initiatives');
  const list = pane.getByRole('list', { name: 'Initiatives, the most urgent first' });
  await pane.getByRole('combobox', { name: 'Partner' }).selectOption('Northwind Systems');
  await pane.getByRole('combobox', { name: 'Gates' }).selectOption('All');
  await pane.getByRole('searchbox', { name: 'Find an initiative' }).fill('data mesh');
  await expect(list.getByRole('link')).toHaveCount(1);
  await list.getByRole('link').click();
  const details = pane.getByRole('group', { name: 'Data mesh accelerator' });
  await expect(details).toBeFocused();
  await expect(details).toContainText('Approve');

  await workbench.sheet('Initiatives').click();
  await workbench.type('D8', 'Qualify');
  await expect(details).toContainText('Qualify');
  await expect(pane.getByRole('searchbox', { name: 'Find an initiative' })).toHaveValue('data mesh');
  expect(differences(before, await workbench.saved())).toEqual([{ address: 'Initiatives!D8', now: 'Qualify' }]);
  await details.press('Escape');
  await pane.getByRole('combobox', { name: 'Owner' }).selectOption('Lea Fischer');
  await expect(pane.getByText('No initiative matches.').first()).toBeVisible();
  await pane.getByRole('button', { name: 'Show all initiatives' }).click();
  await expect(list.getByRole('link').first()).toBeVisible();
  await page.keyboard.press('Escape');
});
