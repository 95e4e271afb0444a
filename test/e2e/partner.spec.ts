/** One partner: what would lift it is seen before anything is written, and who is missing is named in one cell. */
import { openSample } from './journeys';
import { differences } from './wholeWorkbook';
import { expect, test } from './workbench';

test('a partner is thought through, then a sponsor is named: one cell', async ({ workbench, page }) => {
  test.setTimeout(120_000);
  await openSample(workbench);
  const { pane } = workbench;
  const before = await workbench.saved();
  await pane.getByRole('link', { name: /^Oakhurst Logistics/ }).last().click();
  await expect(pane.getByRole('heading', { level: 1, name: 'Oakhurst Logistics' })).toBeVisible();

  const result = pane.getByRole('group', { name: 'Health with what is ticked' });
  const today = (await result.innerText()).replace(/\s+/g, ' ');
  await pane.getByRole('button', { name: 'Tick the smallest set' }).click();
  await expect(result).toContainText('Amber');
  await expect(result).toContainText(/Governance|Sponsorship|Revenue|Pipeline/);
  await pane.getByRole('button', { name: 'Untick all' }).click();
  expect((await result.innerText()).replace(/\s+/g, ' ')).toBe(today);
  const more = pane.getByRole('region', { name: 'What would lift it' }).getByRole('button', { name: /^Show \d+ more$/ });
  while (await more.count() > 0) await more.click();
  await pane.getByRole('checkbox', { name: 'Name an executive sponsor' }).check();
  expect((await result.innerText()).replace(/\s+/g, ' ')).not.toBe(today);
  expect(differences(before, await workbench.saved())).toEqual([]);

  await pane.getByRole('button', { name: 'Name one: Executive sponsor of Oakhurst Logistics' }).click();
  await expect(pane.getByRole('combobox', { name: 'Executive sponsor' })).toBeFocused();
  await page.keyboard.type('Jane Doe');
  await page.keyboard.press('Enter');
  await expect(pane.getByText(/^Executive sponsor of Oakhurst Logistics: Jane Doe \(Partners!/).first()).toBeVisible();
  await expect(pane.getByRole('list', { name: 'Sponsors' })).toContainText('Jane Doe');
  await expect(pane.getByRole('checkbox', { name: 'Name an executive sponsor' })).toHaveCount(0);
  expect(differences(before, await workbench.saved())).toEqual([{ address: 'Partners!D11', now: 'Jane Doe' }]);
  await pane.getByRole('button', { name: 'Undo' }).click();
  await expect(pane.getByRole('checkbox', { name: 'Name an executive sponsor' })).toBeVisible();
  expect(differences(before, await workbench.saved())).toEqual([]);

  await pane.getByRole('link', { name: 'Log a correction' }).click();
  await expect(pane.getByRole('combobox', { name: 'Partner' })).toHaveValue('oakhurstlogistics');
  await page.evaluate(() => history.back());
  await pane.getByRole('link', { name: 'Write partner QBR' }).click();
  await expect(pane.getByText('QBR 2026 Q3 Oakhurst Logistics')).toBeVisible();
});
