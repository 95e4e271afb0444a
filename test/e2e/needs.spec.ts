/** What needs somebody now: one press to its place, done there, and it needs nobody any more. */
import { goTo, paneFrame } from './lookedAtPages';
import { differences } from './wholeWorkbook';
import { expect, test } from './workbench';

test('three things are each one press away, are done there, and are off the list: a sponsor, a correction and a review', async ({ workbench, page }) => {
  test.setTimeout(120_000);
  await workbench.open();
  const { pane } = workbench;
  const needs = pane.getByRole('list', { name: 'What needs you now' });
  const need = (name: string) => needs.getByRole('link', { name: new RegExp(`^${name}`) });
  await expect(needs.getByRole('link')).toHaveCount(5);
  const before = await workbench.saved();
  const back = async (): Promise<void> => goTo(await paneFrame(page), { page: 'portfolio', at: null });

  await expect(need('Analytics on Halden')).toContainText('Assign a sales sponsor');
  await need('Analytics on Halden').click();
  const field = pane.getByRole('combobox', { name: 'Sales sponsor' });
  await expect(field).toBeFocused();
  await page.keyboard.type('Jane Doe');
  await page.keyboard.press('Enter');
  await expect(pane.getByText('Sales sponsor of Analytics on Halden: Jane Doe (Initiatives!F13).')).toBeVisible();
  await back();
  await expect(need('Analytics on Halden')).toHaveCount(0);

  await expect(need('Corvus Robotics')).toContainText('Decide on the exit: corrections did not help');
  await need('Corvus Robotics').focus();
  await page.keyboard.press('Enter');
  await expect(pane.getByRole('textbox', { name: 'What is to change' })).toBeFocused();
  await page.keyboard.type('End the alliance by March');
  await pane.getByRole('button', { name: 'Log correction' }).click();
  await expect(pane.getByText(/^Course correction: End the alliance by March \(Corrections!/)).toBeVisible();
  await back();
  await expect(need('Corvus Robotics')).toHaveCount(0);

  await expect(need('Brightwater Analytics')).toContainText('Hold the quarterly review: 111 days overdue');
  await need('Brightwater Analytics').click();
  const review = pane.getByRole('list', { name: 'Reviews due' }).getByRole('listitem').filter({ hasText: 'Quarterly review' });
  await expect(pane.getByRole('region', { name: 'Reviews due' })).toBeFocused();
  await expect(review).toBeInViewport();
  await expect(review).toContainText('111 days overdue');
  await review.getByRole('button', { name: 'Partners!I7' }).click();
  await expect(workbench.nameBox).toHaveValue('I7');
  await workbench.type('I7', '2026-09-29');
  await expect(review).toContainText('in 99 days');
  await back();
  await expect(need('Brightwater Analytics')).toHaveCount(0);

  const changed = differences(before, await workbench.saved());
  expect(changed.filter(({ address }) => !address.startsWith('Corrections!'))).toEqual([
    { address: 'Partners!I7', now: '2026-09-29T00:00:00.000Z' }, { address: 'Initiatives!F13', now: 'Jane Doe' },
  ]);
  const logged = changed.filter(({ address }) => address.startsWith('Corrections!'));
  expect(new Set(logged.map(({ address }) => address.replace(/\D/g, ''))).size).toBe(1);
  expect(logged.map(({ now }) => now)).toEqual(expect.arrayContaining(['Corvus Robotics', 'End the alliance by March']));
});
