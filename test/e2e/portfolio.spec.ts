/** What a newcomer does first, from their own workbook to the review that they save. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Workbook } from 'exceljs';
import { expect, test } from './workbench';
import type { OfferedFile, Workbench } from './workbench';

const sample = join(__dirname, '../../assets/sample.xlsx');
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function ownWorkbook(): Promise<OfferedFile> {
  return { name: 'my alliances.xlsx', mimeType: xlsx, buffer: await readFile(sample) };
}

const resultOf = (book: Workbook, sheet: string, address: string): unknown => book.getWorksheet(sheet)?.getCell(address).result;

/** What a cell shows, as far as a saved copy can tell. */
async function expectResult(workbench: Workbench, sheet: string, address: string, expected: (value: unknown) => void): Promise<void> {
  await expect(async () => expected(resultOf(await workbench.saved(), sheet, address))).toPass({ timeout: 20_000 });
}

async function toPage(workbench: Workbench, name: string): Promise<void> {
  await workbench.pane.getByRole('button', { name: /other pages/ }).click();
  await workbench.pane.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
}

test('opens a workbook, judges it, follows an edit, writes the QBR and saves it', async ({ workbench, page }, info) => {
  test.setTimeout(120_000);
  await workbench.open();
  await workbench.choose(await ownWorkbook());
  await expect(page).toHaveTitle('my alliances.xlsx');
  await expect(workbench.pane.getByText('Portfolio health, of 100')).toBeVisible();

  await workbench.type('R5', '=ALLIANCE.HEALTH("Northwind Systems")');
  await workbench.type('R6', '=ALLIANCE.WHY("Northwind Systems")');
  await workbench.type('R7', '=ALLIANCE.HEALTH("Nortwind")');
  let before = 0;
  await expectResult(workbench, 'Partners', 'R5', (value) => {
    before = Number(value);
    expect(before).toBeGreaterThan(90);
  });
  await expectResult(workbench, 'Partners', 'R6', (value) => expect(String(value)).toMatch(/\w+ \w+/));
  await workbench.select('R7');
  await expect(workbench.status).toHaveText(/^R7 #N\/A: "Nortwind" is not in the Partners table\./);

  const northwind = workbench.pane.getByRole('link', { name: /^Northwind Systems/ });
  await expect(northwind).toContainText('98');
  await workbench.sheet('Initiatives').click();
  await workbench.type('I5', '5000');
  await expect(northwind).not.toContainText('98');
  await expectResult(workbench, 'Partners', 'R5', (value) => expect(Number(value)).toBeLessThan(before - 5));
  await info.attach('an edited cell and the pane', { body: await page.screenshot(), contentType: 'image/png' });

  await northwind.click();
  await workbench.pane.getByRole('button', { name: /Initiatives!I5/ }).first().click();
  await expect(workbench.nameBox).toHaveValue('I5');

  await workbench.button('Write QBR').click();
  await expect(workbench.sheet('QBR 2026 Q3')).toBeVisible();
  await info.attach('the QBR', { body: await page.screenshot(), contentType: 'image/png' });
  const saved = await workbench.saved();
  expect(saved.worksheets.map((sheet) => sheet.name)).toEqual(['Partners', 'Initiatives', 'Corrections', 'Notes', 'Alliance data', 'QBR 2026 Q3']);
  expect(saved.getWorksheet('Initiatives')?.getCell('I5').value).toBe(5000);
  const review = saved.getWorksheet('QBR 2026 Q3')?.getSheetValues().flat().map(String) ?? [];
  expect(review).toContain('Partner scorecard');
  expect(review).toContain('Northwind Systems');
});

test('two quick presses write one QBR', async ({ workbench }) => {
  await workbench.open();
  await expect(workbench.pane.getByText('Portfolio health, of 100')).toBeVisible();
  await workbench.button('Write QBR').dblclick();
  await expect(workbench.sheet('QBR 2026 Q3')).toBeVisible();
  await expect(workbench.button('Write QBR')).toHaveAttribute('aria-busy', 'false');
  expect((await workbench.saved()).worksheets.filter((sheet) => sheet.name.startsWith('QBR'))).toHaveLength(1);
});

test('a workbook without the tables is met by what the pane looks for', async ({ workbench }) => {
  await workbench.open();
  await workbench.choose(await workbench.file('empty.xlsx', (book) => { book.addWorksheet('Sheet1'); }));
  await expect(workbench.pane.getByRole('button', { name: 'Insert sample data' })).toBeVisible();
  await workbench.pane.getByRole('button', { name: 'Insert sample data' }).click();
  await expect(workbench.pane.getByText('Portfolio health, of 100')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    test('every page can be used by everybody', async ({ workbench, page }, info) => {
      await workbench.open();
      await expect(workbench.pane.getByText('Portfolio health, of 100')).toBeVisible();
      const check = async (name: string): Promise<void> => {
        // The grid's own toolbar is Univer's.
        const { violations } = await new AxeBuilder({ page }).exclude('.grid').analyze();
        expect(violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
        await info.attach(`${name}, ${colorScheme}`, { body: await page.screenshot(), contentType: 'image/png' });
      };
      await check('Portfolio');
      await workbench.pane.getByRole('link', { name: /^Halden Cloud/ }).click();
      await check('Halden Cloud');
      for (const name of ['Initiatives', 'Sponsors', 'Corrections', 'Practice assessment', 'Review (QBR)', 'Data', 'Settings']) {
        await toPage(workbench, name);
        await check(name);
      }
    });
  });
}
