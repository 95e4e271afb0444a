/** The page of a partner: what would lift it is tried without writing, and its missing sponsor is named in place. */
import { differences } from './wholeWorkbook';
import { expect, test } from './workbench';

test('changes are tried and nothing is written; the missing sponsor is assigned, and undone: one cell of the workbook changes', async ({ workbench, page }) => {
  test.setTimeout(120_000);
  await workbench.open();
  const { pane } = workbench;
  await pane.getByRole('link', { name: /^Halden Cloud/ }).click();
  await expect(pane.getByRole('heading', { level: 1, name: 'Halden Cloud' })).toBeVisible();
  const before = await workbench.saved();

  const lift = pane.getByRole('region', { name: 'What would lift it' });
  const change = lift.getByRole('checkbox', { name: /^Name a sales sponsor for Analytics on Halden/ });
  const dimensions = lift.getByRole('list', { name: 'Dimensions with these changes' });
  await expect(lift.getByText(/Nothing is written to the workbook\.$/)).toBeVisible();
  await change.focus();
  await page.keyboard.press('Space');
  await expect(change).toBeChecked();
  await expect(lift.getByText('With 1 change')).toBeVisible();
  await expect(dimensions.getByText(/^Sponsorship \d+ → \d+$/)).toBeVisible();
  await expect(pane.getByRole('status').getByText(/^Health would be \d+, (Amber|Green)\.$/)).toHaveCount(1);
  await lift.getByRole('button', { name: 'Tick all of it' }).click();
  await expect(lift.getByText('Green', { exact: true })).toBeVisible();
  expect(differences(before, await workbench.saved())).toEqual([]);
  await lift.getByRole('button', { name: 'Reset' }).click();
  await expect(change).not.toBeChecked();
  await expect(lift.getByText(/^With /)).toHaveCount(0);

  const sponsors = pane.getByRole('group', { name: 'Sponsors' });
  const assign = sponsors.getByRole('button', { name: 'Assign: Sales sponsor of Analytics on Halden' });
  await assign.focus();
  await page.keyboard.press('Enter');
  await expect(sponsors.getByRole('combobox', { name: 'Sales sponsor' })).toBeFocused();
  await page.keyboard.type('Jane Doe');
  await page.keyboard.press('Enter');
  await expect(pane.getByText('Sales sponsor of Analytics on Halden: Jane Doe (Initiatives!F13).')).toBeVisible();
  await expect(assign).toHaveCount(0);
  await expect(sponsors).toBeFocused();
  await expect(sponsors.getByRole('list', { name: 'Sales sponsors' })).toContainText('Jane Doe');
  await expect(change).toHaveCount(0);
  expect(differences(before, await workbench.saved())).toEqual([{ address: 'Initiatives!F13', now: 'Jane Doe' }]);

  await pane.getByRole('button', { name: 'Undo' }).click();
  await expect(assign).toBeVisible();
  expect(differences(before, await workbench.saved())).toEqual([]);
});
