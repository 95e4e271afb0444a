/** The review of one partner, to be shared: chosen, seen beforehand, written, and found again. */
import { openSample, toPage } from './journeys';
import { differences } from './wholeWorkbook';
import { expect, test } from './workbench';

test('a review is chosen, previewed and written on a sheet of its own; nothing else is', async ({ workbench }) => {
  test.setTimeout(120_000);
  await openSample(workbench);
  const { pane } = workbench;
  const before = await workbench.saved();
  await toPage(workbench, 'Review');
  await pane.getByRole('radio', { name: 'One partner' }).check();
  await pane.getByRole('combobox', { name: 'Partner' }).selectOption('Halden Cloud');
  await pane.getByRole('radio', { name: 'The partner as well' }).check();
  await pane.getByLabel('As of').fill('2026-06-30');
  await pane.getByLabel('Prepared by').fill('Jane Doe');
  await pane.getByRole('checkbox', { name: 'Data notes' }).uncheck().catch(() => undefined);
  await expect(pane.getByText('QBR 2026 Q2 Halden Cloud')).toBeVisible();
  await pane.getByRole('button', { name: 'Write QBR' }).click();
  await expect(pane.getByText('QBR 2026 Q2 Halden Cloud is written.').first()).toBeVisible();
  const after = await workbench.saved();
  expect(differences(before, after).filter(({ address }) => !address.startsWith("QBR 2026 Q2 Halden Cloud!"))).toEqual([]);
  const texts = (after.getWorksheet('QBR 2026 Q2 Halden Cloud')?.getSheetValues() ?? []).flat().map(String);
  expect(texts).toContain('As of 30 June 2026 · Prepared by Jane Doe · Shared edition');

  await pane.getByRole('button', { name: 'Write another' }).click();
  await expect(pane.getByLabel('Prepared by')).toHaveValue('Jane Doe');
  await expect(pane.getByRole('list', { name: 'Reviews in this workbook' }).getByRole('button', { name: /^QBR 2026 Q2 Halden Cloud/ })).toBeVisible();
  await workbench.sheet('Partners').click();
  await pane.getByRole('list', { name: 'Reviews in this workbook' }).getByRole('button').first().click();
  await expect(pane.getByText('QBR 2026 Q2 Halden Cloud is selected.').first()).toBeAttached();
});
