/** A course correction is logged from the pane: one row more in the user's own table. */
import { differences } from './wholeWorkbook';
import { expect, test } from './workbench';

test('a correction is logged and undone: one row of the workbook comes and goes', async ({ workbench }) => {
  test.setTimeout(120_000);
  await workbench.open();
  const { pane } = workbench;
  await expect(pane.getByText('Portfolio health, of 100')).toBeVisible();
  const before = await workbench.saved();
  await pane.getByRole('button', { name: /other pages/ }).click();
  await pane.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: /^Corrections/ }).click();
  await pane.getByRole('button', { name: 'Log a correction' }).click();
  await pane.getByRole('combobox', { name: 'Partner' }).selectOption('Halden Cloud');
  await pane.getByRole('textbox', { name: 'What is to change' }).fill('Weekly call with sales');
  await pane.getByRole('button', { name: 'Log correction' }).click();
  await expect(pane.getByText(/^Course correction: Weekly call with sales \(Corrections!/)).toBeVisible();
  await expect(pane.getByRole('list', { name: 'Logged corrections' })).toContainText('Weekly call with sales');
  const changed = differences(before, await workbench.saved());
  expect(new Set(changed.map(({ address }) => /^(Corrections!)[A-Z]+(\d+)$/.exec(address)?.[2])).size).toBe(1);
  expect(changed.map(({ now }) => now)).toEqual(expect.arrayContaining(['Halden Cloud', 'Weekly call with sales']));

  await pane.getByRole('button', { name: 'Undo' }).click();
  await expect(pane.getByRole('list', { name: 'Logged corrections' })).not.toContainText('Weekly call with sales');
  expect(differences(before, await workbench.saved()).filter(({ now }) => now !== null)).toEqual([]);
});
