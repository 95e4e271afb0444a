/** Reviews written by the command line as it was built, from file to file. */
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { MessageChannel as NodeMessageChannel } from 'node:worker_threads';
import ExcelJS from 'exceljs';
import { chartsOf } from './savedFile';
import { isReview } from './inputWorkbook';
import { readSheet, type WrittenSheet } from './writtenSheet';

Object.assign(globalThis, { MessageChannel: globalThis.MessageChannel ?? NodeMessageChannel });

/** What is asked of the bundle: no type of the product is needed for it. */
interface CommandLine {
  parseRequest(words: readonly string[]): { ok: true; request: object } | { ok: false; sentence: string };
  writeQbr(request: object, addIn: { manifest: string; folder: string }): Promise<{ ok: boolean; sentence: string }>;
}

export const root = resolve(__dirname, '../../..');
const addIn = { manifest: join(root, 'dist/manifest.xml'), folder: join(root, 'dist') };
let bundle: CommandLine | null = null;

export function build(): void {
  execFileSync(process.execPath, ['--input-type=module', '-e', "await (await import('./tools/build.mjs')).ensureBuilt(); await (await import('./tools/workbenchBundle.mjs')).ensureCli()"], { cwd: root });
  bundle = jest.requireActual<CommandLine>(join(root, 'build/cli.cjs'));
}

export async function write(input: string, output: string, asOf: number): Promise<void> {
  const day = new Date((asOf - 25_569) * 86_400_000).toISOString().slice(0, 10);
  if (bundle === null) throw new Error('The command line is not built.');
  const parsed = bundle.parseRequest([input, output, '--as-of', day]);
  const { ok, sentence } = parsed.ok ? await bundle.writeQbr(parsed.request, addIn) : parsed;
  if (!ok) throw new Error(sentence);
}

/** The latest of the reviews in a file. */
export async function readReview(path: string): Promise<WrittenSheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.worksheets.filter(isReview).at(-1);
  if (sheet === undefined) throw new Error(`${path} holds no review.`);
  return readSheet(sheet, chartsOf(path, sheet.name));
}
