/** The Data page as somebody mends a workbook on it: each press changes one cell, or how the cells are read, and nothing else. */
import { differences } from './wholeWorkbook';
import { type Workbench, expect, test } from './workbench';

async function openMisread(workbench: Workbench): Promise<void> {
  await workbench.open();
  await workbench.openFile(await workbench.file('misread.xlsx', (book) => {
    book.addWorksheet('Partners').addRows([['Partner', 'Tier', 'Status'], ['Northwind Systems', 'Strategic', 'Active'], ['Halden Cloud', 'Growth', 'Active']]);
    book.addWorksheet('Initiatives').addRows([
      ['Initiative', 'Partner', 'Stage', 'Sales sponsor', 'Revenue target', 'Due', 'Champion'],
      ['Cloud launch', 'Halden Clod', 'Launch', 'Carla Mendes', 1200000, '25 Apr 2027', 'Otto Berg'],
      ['Field bundle', 'Northwind Systems', 'Launch', null, 'about 900k', '03/04/2027', 'Vera Holm'],
      ['Data exchange', 'Halden Cloud', 'Launch', 'Carla Mendes', 500000, '25 May 2027', 'Nils Roth'],
    ]);
  }));
  await workbench.pane.getByRole('button', { name: /other pages/ }).click();
  await workbench.pane.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: /^Data/ }).click();
  await expect(workbench.pane.getByRole('heading', { name: /^Cells to mend/ })).toBeVisible();
}

test('a cell is mended and put back: that cell and no other', async ({ workbench }) => {
  test.setTimeout(120_000);
  await openMisread(workbench);
  const { pane } = workbench;
  const before = await workbench.saved();
  await pane.getByRole('button', { name: 'Write Halden Cloud into Initiatives!B2' }).click();
  await expect(pane.getByText(/: Halden Cloud \(Initiatives!B2\)\.$/).first()).toBeVisible();
  await expect(pane.getByRole('list', { name: 'Partners not in the Partners table' })).toHaveCount(0);
  expect(differences(before, await workbench.saved())).toEqual([{ address: 'Initiatives!B2', now: 'Halden Cloud' }]);

  await pane.getByRole('button', { name: /^Write 900.?000 into Initiatives!E3$/ }).click();
  await expect(pane.getByRole('list', { name: 'Numbers that cannot be read' })).toHaveCount(0);
  expect(differences(before, await workbench.saved()).map(({ address, now }) => `${address} ${String(now)}`)).toEqual(['Initiatives!B2 Halden Cloud', 'Initiatives!E3 900000']);
  await pane.getByRole('button', { name: 'Undo' }).click();
  await expect(pane.getByRole('list', { name: 'Numbers that cannot be read' })).toBeVisible();
  expect(differences(before, await workbench.saved())).toEqual([{ address: 'Initiatives!B2', now: 'Halden Cloud' }]);
});

test('what is said of dates, currency and columns changes how cells are read and no cell, and travels with the file', async ({ workbench }) => {
  test.setTimeout(120_000);
  await openMisread(workbench);
  const { pane } = workbench;
  const before = await workbench.saved();
  await pane.getByRole('button', { name: /^Day first/ }).click();
  await expect(pane.getByText('Dates that do not tell are read so: Day first.').first()).toBeVisible();
  await expect(pane.getByRole('list', { name: 'Dates with two readings' })).toHaveCount(0);
  await pane.getByRole('combobox', { name: 'Which currency is the money in?' }).selectOption('EUR');
  await pane.getByRole('button', { name: 'Answer' }).click();
  await expect(pane.getByText('Money is in EUR.').first()).toBeVisible();
  await pane.getByRole('button', { name: /^Columns of Initiatives/ }).click();
  await pane.getByRole('combobox', { name: 'Sales sponsor (needed)' }).selectOption('Champion');
  await expect(pane.getByRole('combobox', { name: 'Sales sponsor (needed)' })).toHaveAccessibleDescription('chosen · Otto Berg · Vera Holm · Nils Roth');
  expect(differences(before, await workbench.saved())).toEqual([]);

  // Renamed in the sheet, it is still the column that was chosen.
  await workbench.sheet('Initiatives').click();
  await workbench.type('G1', 'Backer');
  await expect(pane.getByRole('combobox', { name: 'Sales sponsor (needed)' })).toHaveAccessibleDescription('chosen · Otto Berg · Vera Holm · Nils Roth');
  expect(differences(before, await workbench.saved())).toEqual([{ address: 'Initiatives!G1', now: 'Backer' }]);
});
