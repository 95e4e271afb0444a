/** Starts the workbench for the files that were asked for: what is wrong with them is one sentence, not a fault. */
import { access, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readManifest } from './addin/readManifest';
import { startWorkbench } from './server';
import type { RunningWorkbench, WorkbenchFiles } from './server';

export interface ServeOptions {
  readonly files: WorkbenchFiles;
  readonly manifest: string;
  /** Where the add-in was built; absent: beside its manifest if its page is there, else on the origin that the manifest names. */
  readonly folder?: string;
  readonly workbook: string | null;
  readonly port?: number;
}

export type Served = { readonly ok: true; readonly workbench: RunningWorkbench } | { readonly ok: false; readonly sentence: string };

export async function serve(options: ServeOptions): Promise<Served> {
  const { files, manifest, workbook, port } = options;
  const refused = (sentence: string): Served => ({ ok: false, sentence });
  const xml = await readFile(manifest, 'utf8').catch(() => null);
  if (xml === null) return refused(`${manifest} cannot be read.`);
  const read = readManifest(xml);
  if (!read.ok) return refused(`${manifest}: ${read.sentence}`);
  if (workbook !== null && !(await stat(workbook).then((found) => found.isFile(), () => false))) return refused(`${workbook} cannot be read.`);
  const folder = options.folder ?? (await folderBeside(manifest, read.addIn.page));
  return { ok: true, workbench: await startWorkbench({ files, served: { addIn: read.addIn, folder }, workbook, port }) };
}

async function folderBeside(manifest: string, page: string): Promise<string | null> {
  const { pathname, hostname } = new URL(page);
  if (hostname !== 'localhost') return null;
  const folder = dirname(resolve(manifest));
  return access(join(folder, decodeURIComponent(pathname))).then(() => folder, () => null);
}
