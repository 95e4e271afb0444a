/** Every page of the pane in every look: nothing cut off, nothing to scroll sideways for, nothing that keeps anybody out. */
import { type Look, lookAtEveryPage, looks, pseudoLocalise, workbookOf } from './lookedAtPages';
import { expect, test } from './workbench';

const settings: Readonly<Record<Look, Parameters<typeof test.use>[0]>> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  'forced colours': { contextOptions: { forcedColors: 'active' } },
  'right to left': { locale: 'ar' },
  'pseudo-locale': {},
};

for (const look of looks) {
  test.describe(look, () => {
    test.use(settings[look]);
    test.beforeEach(async ({ page, workbench }) => {
      test.setTimeout(240_000);
      if (look === 'pseudo-locale') await page.addInitScript(pseudoLocalise);
      await workbench.open();
    });

    test('the sample of 14 partners', async ({ workbench, page }) => {
      await expect(workbench.pane.locator('main h2').first()).toBeVisible();
      await lookAtEveryPage(page, { look, size: '14', partner: 'haldencloud' });
    });

    test('tables without a partner', async ({ workbench, page }) => {
      await workbench.openFile(await workbookOf(0));
      await lookAtEveryPage(page, { look, size: '0', partner: null });
    });

    test('1,000 partners', async ({ workbench, page }) => {
      await workbench.openFile(await workbookOf(1_000));
      await expect(workbench.pane.locator('main h2').first()).toBeVisible({ timeout: 60_000 });
      await lookAtEveryPage(page, { look, size: '1000', partner: 'partner0001' });
    });
  });
}
