/** A missing sponsor is named from the pane: in the user's own table, in one cell. */
import { differences } from './wholeWorkbook';
import { expect, test } from './workbench';

test('a sponsor is assigned by keyboard, undone, and assigned again: one cell of the workbook changes', async ({ workbench, page }) => {
  test.setTimeout(120_000);
  await workbench.open();
  const { pane } = workbench;
  await expect(pane.getByText('Portfolio health, of 100')).toBeVisible();
  const before = await workbench.saved();
  await pane.getByRole('button', { name: /other pages/ }).click();
  await pane.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: /^Sponsors/ }).click();
  const critical = pane.getByRole('list', { name: /^Critical/ });
  const gap = (await critical.getByRole('link').first().getAttribute('title')) ?? (await critical.getByRole('link').first().innerText()).split('\n')[0] ?? '';
  await critical.getByRole('link').first().focus();
  await page.keyboard.press('Enter');
  const field = pane.getByRole('combobox', { name: 'Sales sponsor' });
  await expect(field).toBeFocused();
  await page.keyboard.type('Jane Doe');
  await page.keyboard.press('Enter');
  await expect(pane.getByText(/^Sales sponsor of .*: Jane Doe \(Initiatives!/)).toBeVisible();
  await expect(critical.getByText(gap, { exact: true })).toHaveCount(0);
  const [changed, ...more] = differences(before, await workbench.saved());
  expect(more).toEqual([]);
  expect(changed).toEqual({ address: expect.stringMatching(/^Initiatives!/), now: 'Jane Doe' });

  await pane.getByRole('button', { name: 'Undo' }).click();
  await expect(critical.getByText(gap, { exact: true })).toBeVisible();
  expect(differences(before, await workbench.saved())).toEqual([]);
});

test('what somebody typed into the cell meanwhile is not written over unasked', async ({ workbench }) => {
  test.setTimeout(120_000);
  await workbench.open();
  const { pane } = workbench;
  await expect(pane.getByText('Portfolio health, of 100')).toBeVisible();
  await pane.getByRole('button', { name: /other pages/ }).click();
  await pane.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: /^Sponsors/ }).click();
  await pane.getByRole('list', { name: /^Critical/ }).getByRole('link').first().click();
  const field = pane.getByRole('combobox', { name: 'Sales sponsor' });
  await field.fill('Jane Doe');
  const address = /!([A-Z]+\d+)$/.exec((await pane.getByRole('button', { name: /^Initiatives!/ }).first().innerText()).trim())?.[1] ?? '';
  await workbench.sheet('Initiatives').click();
  await workbench.type(address, 'Bob');
  await expect(pane.getByText('A sponsor is named there by now.')).toBeVisible();
  expect((await workbench.saved()).getWorksheet('Initiatives')?.getCell(address).value).toBe('Bob');
});
