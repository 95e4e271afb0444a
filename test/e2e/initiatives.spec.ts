/** The page of initiatives: filtered by what one looks for, and following the sheet. */
import { goTo, paneFrame } from './lookedAtPages';
import { differences } from './wholeWorkbook';
import { expect, test } from './workbench';

test('initiatives are found by partner, owner, stage and gap, one is opened, and an edit in the sheet shows at once', async ({ workbench, page }) => {
  test.setTimeout(120_000);
  await workbench.open();
  const { pane } = workbench;
  await goTo(await paneFrame(page), { page: 'initiatives', at: null });
  const before = await workbench.saved();
  const rows = pane.getByRole('list', { name: 'Initiatives, the most urgent first' }).getByRole('link');
  const names = async (): Promise<string[]> => (await rows.evaluateAll((links) => links.map((link) => link.querySelector('[title]')?.getAttribute('title') ?? ''))).sort();
  const partner = pane.getByRole('combobox', { name: 'Partner' });
  const stage = (name: string) => pane.getByRole('group', { name: 'Initiatives by stage' }).getByRole('button', { name: new RegExp(name) });

  await partner.selectOption('Halden Cloud');
  await expect(rows).toHaveCount(8);
  await pane.getByRole('combobox', { name: 'Owner' }).selectOption('Jonas Weber');
  expect(await names()).toEqual(['Analytics on Halden', 'Co-sell marketplace', 'FinOps clinic', 'Lift and shift sprint', 'Managed desktop']);
  await stage('Launch').click();
  await expect(stage('Launch')).toHaveAttribute('aria-pressed', 'true');
  expect(await names()).toEqual(['Analytics on Halden', 'Co-sell marketplace']);
  await expect(stage('Closed')).toContainText('2');
  await pane.getByRole('combobox', { name: 'Gates' }).selectOption('No sales sponsor');
  await expect(rows).toHaveCount(2);
  await expect(pane.getByRole('status').getByText('2 initiatives match.')).toHaveCount(1);

  await rows.filter({ hasText: 'Co-sell marketplace' }).click();
  const details = pane.getByRole('group', { name: 'Co-sell marketplace' });
  await expect(details).toBeFocused();
  await expect(details).toContainText('Halden Cloud');
  await details.getByRole('button', { name: 'Go to the row' }).click();
  await expect(workbench.nameBox).toHaveValue('A14');
  await workbench.type('F14', 'Jane Doe');
  await expect(details).toContainText('Jane Doe');
  await expect(rows).toHaveCount(1);
  await expect(partner).toHaveValue('haldencloud');
  await details.getByRole('button', { name: 'Close' }).click();
  await pane.getByRole('combobox', { name: 'Gates' }).selectOption('All');
  await expect(rows).toHaveCount(2);
  expect(differences(before, await workbench.saved())).toEqual([{ address: 'Initiatives!F14', now: 'Jane Doe' }]);
});
