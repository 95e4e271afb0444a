/** What the pane's page may load and run: the policy as it stands, and that the browser holds the page to it while Fluent's styles still apply. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { goTo, paneFrame, places } from './lookedAtPages';
import { expect, test } from './workbench';

const policyOf = (html: string): string | undefined => /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1];
const policy = "default-src 'self'; script-src 'self' https://appsforoffice.microsoft.com; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'none'";
const served = policy.replace('https://appsforoffice.microsoft.com', "'self'");

/** Violations of the policy that `attempt` causes in the pane's page, as "directive address". */
async function violations(page: Page, attempt: string): Promise<readonly string[]> {
  const frame = await paneFrame(page);
  return frame.evaluate(async (name) => {
    const seen: string[] = [];
    const hear = (event: SecurityPolicyViolationEvent): void => void seen.push(`${event.effectiveDirective} ${event.blockedURI}`);
    document.addEventListener('securitypolicyviolation', hear);
    const element = <Tag extends 'script' | 'img' | 'iframe'>(tag: Tag, more: Partial<HTMLElementTagNameMap[Tag]>): void => void document.body.append(Object.assign(document.createElement(tag), more));
    if (name === 'inline') element('script', { text: 'window.ranInline = true' });
    if (name === 'script') element('script', { src: 'https://elsewhere.example/a.js' });
    if (name === 'picture') element('img', { src: 'https://elsewhere.example/a.png' });
    if (name === 'frame') element('iframe', { src: 'https://elsewhere.example/' });
    if (name === 'fetch') await fetch('https://elsewhere.example/').catch(() => undefined);
    if (name === 'beacon') navigator.sendBeacon('https://elsewhere.example/', 'cells');
    await new Promise((resolve) => setTimeout(resolve, 200));
    document.removeEventListener('securitypolicyviolation', hear);
    return [...seen, ...('ranInline' in window ? ['ran'] : [])];
  }, attempt);
}

test.beforeEach(async ({ workbench }) => {
  await workbench.open();
  await expect(workbench.pane.locator('main h2').first()).toBeVisible();
});

test('the page carries its policy, and is served with word of who may frame it', async ({ page, workbench }) => {
  expect(policyOf(readFileSync(join(__dirname, '../../dist/taskpane.html'), 'utf8'))).toBe(policy);
  const answer = await page.request.get(`${workbench.address}/taskpane.html`);
  expect(policyOf(await answer.text())).toBe(served);
  expect(answer.headers()['content-security-policy']).toBe("frame-ancestors 'self'");
});

test('Fluent’s styles are applied all the same', async ({ page }) => {
  const frame = await paneFrame(page);
  const looks = await frame.locator('button', { hasText: 'Write QBR' }).first().evaluate((button) => {
    const { paddingLeft, backgroundColor, borderTopLeftRadius, fontFamily } = getComputedStyle(button);
    const wanted = document.createElement('div');
    wanted.style.backgroundColor = 'var(--colorBrandBackground)';
    button.after(wanted);
    const brand = getComputedStyle(wanted).backgroundColor;
    wanted.remove();
    return { paddingLeft: parseFloat(paddingLeft), branded: backgroundColor === brand && brand !== 'rgba(0, 0, 0, 0)', radius: borderTopLeftRadius, font: fontFamily };
  });
  expect(looks).toMatchObject({ branded: true, radius: '4px', font: expect.stringContaining('Segoe UI') as unknown });
  expect(looks.paddingLeft).toBeGreaterThanOrEqual(8);
});

test('every token of the theme that the scripts ask for has a value', async ({ page }) => {
  const folder = join(__dirname, '../../dist');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js')).map((name) => readFileSync(join(folder, name), 'utf8'));
  const asked = [...new Set(scripts.flatMap((text) => [...text.matchAll(/var\(--(\w+)\)/g)].map(([, name]) => name ?? '')))];
  expect(asked.length).toBeGreaterThan(40);
  const frame = await paneFrame(page);
  const missing = await frame.locator('main').first().evaluate((main, names) => names.filter((name) => getComputedStyle(main).getPropertyValue(`--${name}`) === ''), asked);
  expect(missing).toEqual([]);
});

for (const [attempt, refused] of [
  ['inline', 'script-src-elem inline'],
  ['script', 'script-src-elem https://elsewhere.example/a.js'],
  ['picture', 'img-src https://elsewhere.example/a.png'],
  ['frame', 'frame-src https://elsewhere.example'],
  ['fetch', 'connect-src https://elsewhere.example/'],
  ['beacon', 'connect-src https://elsewhere.example/'],
] as const) {
  test(`refused: ${attempt}`, async ({ page, workbench }) => {
    const failed: (string | undefined)[] = [];
    page.on('requestfailed', (request) => void failed.push(request.failure()?.errorText));
    expect(await violations(page, attempt)).toEqual([refused]);
    // The browser tells of requests, too, that it then refused to send.
    expect(failed).toEqual(workbench.strangers.splice(0).map(() => 'csp'));
  });
}

test('no request leaves for anywhere else on a walk through every page', async ({ page, context, workbench }) => {
  const asked: string[] = [];
  context.on('request', (request) => void asked.push(request.url()));
  const frame = await paneFrame(page);
  await frame.evaluate(() => location.reload());
  await expect(workbench.pane.locator('main h2').first()).toBeVisible();
  for (const place of places('haldencloud')) await goTo(await paneFrame(page), place);
  // What waits for a quiet moment, too.
  await page.waitForTimeout(1_000);
  expect(asked.some((url) => url.includes('/taskpane.js?v='))).toBe(true);
  expect(asked.filter((url) => new URL(url).origin !== workbench.address && !/^(data|blob):/.test(url))).toEqual([]);
  expect(workbench.strangers).toEqual([]);
  expect(context.serviceWorkers()).toEqual([]);
  expect(page.workers().map((worker) => worker.url()).filter((url) => !url.startsWith(workbench.address) && !url.startsWith('blob:'))).toEqual([]);
  expect(workbench.faults).toEqual([]);
});
