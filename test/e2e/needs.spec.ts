/** The portfolio page says what needs somebody now; one press leads to the place, one more writes the one cell. */
import { openSample } from './journeys';
import { differences } from './wholeWorkbook';
import { expect, test } from './workbench';

test('what needs somebody is done where one press leads, and is gone from the list', async ({ workbench, page }) => {
  test.setTimeout(120_000);
  await openSample(workbench);
  const { pane } = workbench;
  const before = await workbench.saved();
  const needs = pane.getByRole('list', { name: 'What needs you now' });
  const sponsor = needs.getByRole('link').filter({ hasText: /sales sponsor/i }).first();
  const name = (await sponsor.innerText()).split('\n')[0]?.trim() ?? '';
  await sponsor.click();
  await expect(pane.getByRole('combobox', { name: 'Sales sponsor' })).toBeFocused();
  await page.keyboard.type('Jane Doe');
  await page.keyboard.press('Enter');
  await expect(pane.getByText(new RegExp(`^Sales sponsor of ${name.slice(0, 12)}.*: Jane Doe`)).first()).toBeVisible();
  const [changed, ...more] = differences(before, await workbench.saved());
  expect([changed?.now, more]).toEqual(['Jane Doe', []]);
  await pane.getByRole('button', { name: /other pages/ }).click();
  await pane.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: /^Portfolio/ }).click();
  await expect(needs.getByRole('link').filter({ hasText: name })).toHaveCount(0);
});
