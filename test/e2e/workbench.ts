/** A running workbench and a page on it, for every browser test: started as a newcomer starts it. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { FrameLocator, Page } from '@playwright/test';
import Excel from 'exceljs';

export interface OfferedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const root = join(__dirname, '../..');

interface Running {
  readonly address: string;
  readonly process: ChildProcess;
}

/** `npm start` with these words; ends with `process.kill()`. */
export function start(words: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [join(root, 'tools/start.mjs'), '--port', '0', ...words], { cwd: root, env: { ...process.env, DISPLAY: undefined, WAYLAND_DISPLAY: undefined } });
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer): void => {
      said += text.toString();
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (address) resolve({ address, process: child });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => reject(new Error(`The workbench ended with ${code}: ${said}`)));
  });
}

export class Workbench {
  /** Addresses of other computers that the page asked for. */
  readonly strangers: string[] = [];
  readonly faults: string[] = [];

  constructor(readonly page: Page, readonly address: string) {
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== address) this.strangers.push(request.url());
    });
    page.on('pageerror', (fault) => this.faults.push(fault.stack ?? fault.message));
  }

  async open(): Promise<void> {
    await this.page.goto(this.address);
    await expect(this.status).toHaveText('Ready');
  }

  get pane(): FrameLocator {
    return this.page.frameLocator('.pane iframe[data-shown]');
  }

  get status() {
    return this.page.getByRole('status').first();
  }

  get nameBox() {
    return this.page.locator('[data-u-comp="defined-name"] input').first();
  }

  /** A tab at the foot of the grid. */
  sheet(name: string) {
    return this.page.locator('[data-u-comp="slide-tab-bar"]').getByText(name, { exact: true });
  }

  /** Goes to a cell as one does with the keyboard: by the name box. */
  async select(address: string): Promise<void> {
    await this.nameBox.click();
    await this.nameBox.fill(address);
    await this.nameBox.press('Enter');
  }

  async type(address: string, text: string): Promise<void> {
    await this.select(address);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** The workbook as Save hands it to the browser, read by another program. */
  async saved(): Promise<Excel.Workbook> {
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: 'Save' }).click();
    const book = new Excel.Workbook();
    await book.xlsx.readFile(await (await download).path());
    return book;
  }

  /** A workbook made for a test. */
  async file(name: string, fill: (book: Excel.Workbook) => void): Promise<OfferedFile> {
    const book = new Excel.Workbook();
    fill(book);
    return { name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: Buffer.from(await book.xlsx.writeBuffer()) };
  }

  async choose(file: OfferedFile): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Open' }).click();
    await (await chooser).setFiles(file);
  }

  /** As `choose`, for a file that opens: the pane that is shown afterwards is the new workbook's. */
  async openFile(file: OfferedFile): Promise<void> {
    const before = await this.page.waitForSelector('.pane iframe[data-shown]');
    await this.choose(file);
    await before.waitForElementState('hidden');
    await expect(this.status).toHaveText('Ready');
  }

  async drop({ name, buffer }: OfferedFile): Promise<void> {
    const files = await this.page.evaluateHandle(
      ([base64, fileName]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], fileName));
        return transfer;
      },
      [buffer.toString('base64'), name] as const,
    );
    for (const type of ['dragenter', 'dragover', 'drop']) await this.page.dispatchEvent('.grid', type, { dataTransfer: files });
  }

  async closePane(): Promise<void> {
    await this.page.getByRole('button', { name: 'Close the pane' }).click();
    await expect(this.page.locator('.pane')).toBeHidden();
  }

  button(name: string) {
    return this.page.getByRole('toolbar', { name: 'Ribbon' }).getByRole('button', { name });
  }
}

interface Fixtures {
  readonly workbench: Workbench;
}
interface WorkerFixtures {
  readonly words: readonly string[];
  readonly running: Running;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  words: [[], { scope: 'worker', option: true }],
  running: [
    async ({ words }, use) => {
      const running = await start(words);
      await use(running);
      running.process.kill();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  workbench: async ({ page, running }, use) => {
    const workbench = new Workbench(page, running.address);
    await use(workbench);
    expect(workbench.strangers, 'requests that left this computer').toEqual([]);
    expect(workbench.faults, 'faults of the page').toEqual([]);
  },
});

export { expect };
