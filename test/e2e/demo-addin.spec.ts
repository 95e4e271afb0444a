/** The workbench runs any add-in: here one that knows nothing of alliances. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { Workbench, expect, start, test } from './workbench';

const fixtures = join(__dirname, '../fixtures');
test.use({ words: ['--addin', join(fixtures, 'demo-addin/manifest.xml')] });

test('shows the ribbon of the manifest and the pane beside a new workbook', async ({ workbench, page }) => {
  await workbench.open();
  await expect(page).toHaveTitle('Workbook.xlsx');
  await expect(workbench.button('Stamp')).toHaveAttribute('title', 'Stamp\nWrites into cell A1 of the open sheet.');
  await expect(workbench.pane.getByRole('heading', { name: 'Demo' })).toBeVisible();
});

test('calculates custom functions in the add-in: answers, spills, streams, and failures that say why', async ({ workbench }) => {
  await workbench.open();
  await workbench.type('B2', '=DEMO.SUMOF(1,2,3)*2');
  await workbench.type('B3', '=DEMO.FAIL("because of rain")');
  await workbench.type('B4', '=DEMO.SPILL(3)');
  await workbench.type('C2', '=DEMO.TICK()');
  await workbench.select('B3');
  await expect(workbench.status).toHaveText('B3 #VALUE!: because of rain');
  await workbench.select('B2');
  await expect(workbench.status).toHaveText('Ready');
  const book = await workbench.saved();
  expect(['B2', 'B4', 'B5', 'B6'].map((address) => book.getWorksheet('Sheet1')?.getCell(address).result ?? book.getWorksheet('Sheet1')?.getCell(address).value)).toEqual([12, 1, 2, 3]);
  // The stream's first tick may be still to come, and ticks may be skipped: what counts is that it goes on.
  const ticks = async (): Promise<number> => Number((await workbench.saved()).getWorksheet('Sheet1')?.getCell('C2').result ?? 0);
  await expect.poll(ticks).toBeGreaterThan(0);
  const before = await ticks();
  await expect.poll(ticks).toBeGreaterThan(before);
});

test('offers the functions of the metadata while one types', async ({ workbench, page }) => {
  await workbench.open();
  await workbench.select('B2');
  await page.keyboard.type('=DEMO.');
  await expect(page.getByText('Counts as time goes by.')).toBeVisible();
});

test('presses the buttons of the ribbon, and takes back what they did', async ({ workbench, page }) => {
  await workbench.open();
  await workbench.button('Stamp').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Workbook.xlsx, changed since it was saved');
  await expect(async () => expect((await workbench.saved()).getWorksheet('Sheet1')?.getCell('A1').value).toBe('stamped')).toPass();
  await page.keyboard.press('Control+z');
  await expect(async () => expect((await workbench.saved()).getWorksheet('Sheet1')?.getCell('A1').value).toBeNull()).toPass();
});

test('tells the pane what is selected, and keeps its page alive while it is closed', async ({ workbench }) => {
  await workbench.open();
  await expect(workbench.pane.getByText('Sheet1!A1')).toBeVisible();
  await workbench.closePane();
  await workbench.select('C7');
  await workbench.button('Show demo').click();
  await expect(workbench.pane.getByText('Sheet1!C7')).toBeVisible();
});

test('has a pane of 320 to 450 pixels, moved by mouse and by keys', async ({ workbench, page }) => {
  await workbench.open();
  const edge = page.getByRole('separator', { name: 'Width of the pane' });
  const pane = page.locator('.pane');
  const width = async (): Promise<number> => (await pane.boundingBox())?.width ?? 0;
  const drag = async (pixels: number): Promise<void> => {
    const box = (await edge.boundingBox())!;
    await page.mouse.move(box.x + 3, box.y + 200);
    await page.mouse.down();
    await page.mouse.move(box.x + 3 + pixels, box.y + 220, { steps: 4 });
    await page.mouse.up();
  };
  await drag(300);
  expect(await width()).toBe(320);
  await drag(-400);
  expect(await width()).toBe(450);
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  expect(await width()).toBe(440);
  await page.keyboard.press('Home');
  await expect(edge).toHaveAttribute('aria-valuenow', '320');
});

test('opens a workbook that is chosen or dropped, and asks before changes are lost', async ({ workbench, page }) => {
  await workbench.open();
  await workbench.type('A1', 'mine');
  await workbench.choose(await workbench.file('other.xlsx', (book) => { book.addWorksheet('Other').getCell('A1').value = 'theirs'; }));
  const question = page.getByRole('dialog');
  await expect(question).toContainText('Workbook.xlsx has changes that are not saved');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(page).toHaveTitle('Workbook.xlsx');
  await workbench.drop(await workbench.file('dropped.xlsx', (book) => { book.addWorksheet('Dropped'); }));
  await question.getByRole('button', { name: 'Open without saving' }).click();
  await expect(page).toHaveTitle('dropped.xlsx');
  await expect(workbench.status).toHaveText('Opened dropped.xlsx.');
  await expect(workbench.pane.getByText('Dropped!A1')).toBeVisible();
});

for (const [what, name, bytes] of [
  ['text', 'notes.xlsx', Buffer.from('no workbook')],
  ['nothing', 'empty.xlsx', Buffer.alloc(0)],
  ['half a file', 'half.xlsx', null],
] as const) {
  test(`says in one sentence why ${what} cannot be opened, and keeps the open workbook`, async ({ workbench, page }) => {
    await workbench.open();
    await workbench.type('A1', 'mine');
    const whole = await workbench.file(name, (book) => { book.addWorksheet('Other'); });
    await workbench.choose({ ...whole, buffer: bytes ?? whole.buffer.subarray(0, whole.buffer.length / 2) });
    await expect(workbench.status).toHaveText(new RegExp(`^${name} .+\\. The open workbook was not changed\\.$`));
    await expect(page).toHaveTitle('Workbook.xlsx');
    expect((await workbench.saved()).getWorksheet('Sheet1')?.getCell('A1').value).toBe('mine');
  });
}

test('saves a copy that another reader opens', async ({ workbench }) => {
  await workbench.open();
  await workbench.type('A1', '12.5');
  await workbench.type('A2', '=A1*2');
  const sheet = (await workbench.saved()).getWorksheet('Sheet1');
  expect([sheet?.getCell('A1').value, sheet?.getCell('A2').value]).toEqual([12.5, { formula: 'A1*2', result: 25 }]);
});

test('runs the add-in from another origin, through the workbench alone', async ({ page }) => {
  const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.png': 'image/png' };
  const origin = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://origin').pathname.replace('/app/', '');
    response.writeHead(200, { 'Content-Type': types[extname(name)] ?? 'text/plain', 'X-Frame-Options': 'DENY' }).end(readFileSync(join(fixtures, 'demo-addin', name)));
  });
  await new Promise<void>((resolve) => origin.listen(0, '127.0.0.1', resolve));
  const folder = mkdtempSync(join(tmpdir(), 'origin-'));
  const manifest = join(folder, 'manifest.xml');
  const { port } = origin.address() as AddressInfo;
  writeFileSync(manifest, readFileSync(join(fixtures, 'demo-addin/manifest.xml'), 'utf8').replaceAll('https://localhost:4000/', `http://127.0.0.1:${port}/app/`));
  const running = await start(['--addin', manifest]);
  try {
    const workbench = new Workbench(page, running.address);
    await workbench.open();
    await expect(workbench.pane.getByText('Sheet1!A1')).toBeVisible();
    await workbench.type('B2', '=DEMO.SUMOF(1,2,3)');
    await expect(async () => expect((await workbench.saved()).getWorksheet('Sheet1')?.getCell('B2').result).toBe(6)).toPass();
    expect(workbench.strangers).toEqual([]);
  } finally {
    running.process.kill();
    origin.close();
    rmSync(folder, { recursive: true });
  }
});
