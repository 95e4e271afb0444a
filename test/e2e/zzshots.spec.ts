import { goTo, paneFrame, pseudoLocalise } from './lookedAtPages';
import { expect, test } from './workbench';
const settings = { light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, hc: { contextOptions: { forcedColors: 'active' } }, rtl: { locale: 'ar' }, pseudo: {} } as const;
test.use({ viewport: { width: 1280, height: 2600 } });
for (const [look, use] of Object.entries(settings)) test.describe(look, () => {
  test.use(use as never);
  test('shots', async ({ workbench, page }) => {
    if (look === 'pseudo') await page.addInitScript(pseudoLocalise);
    await workbench.open();
    for (const width of [320, 450]) {
      const edge = page.locator('.pane-edge'); await edge.focus(); await edge.press(width === 320 ? 'Home' : 'End');
      const frame = await paneFrame(page);
      for (const key of ['haldencloud', 'oakhurstlogistics']) {
        await goTo(frame, { page: 'partner', at: key });
        const boxes = frame.locator('section input[type=checkbox]');
        if (await boxes.count() > 0 && !(await boxes.first().isChecked())) { await boxes.first().check(); }
        const assign = frame.locator('button[aria-label^="Assign"], button[aria-label^="Ássígn"]').first();
        if (await assign.count() > 0) await assign.click();
        await page.waitForTimeout(200);
        await page.locator('.pane').screenshot({ path: `/tmp/partner/${key}-${look}-${width}.png` });
      }
      await goTo(frame, { page: 'initiatives', at: 'haldencloud/co-sell marketplace' });
      await page.locator('.pane').screenshot({ path: `/tmp/partner/initiatives-${look}-${width}.png` });
      expect(1).toBe(1);
    }
  });
});
