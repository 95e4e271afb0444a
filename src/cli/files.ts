/** Files of the command line: which are the same, and writing one whole or not at all. */
import { randomBytes } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** Whether two names lead to one file: by another path, a link, or another case where case makes no difference. */
export async function sameFile(one: string, other: string): Promise<boolean> {
  if (resolve(one) === resolve(other)) return true;
  const [a, b] = await Promise.all([stat(one).catch(() => null), stat(other).catch(() => null)]);
  return a !== null && b !== null && a.ino === b.ino && a.dev === b.dev;
}

/** Why nothing can be written under this name; `null` where it can. */
export async function unwritable(file: string): Promise<string | null> {
  const folder = dirname(resolve(file));
  if (!(await stat(folder).then((found) => found.isDirectory(), () => false))) return `${file} cannot be written: there is no folder ${folder}.`;
  if (await stat(file).then((found) => found.isDirectory(), () => false)) return `${file} cannot be written: it is a folder.`;
  return null;
}

/** Writes beside the file first, then takes its place, so that nobody ever sees half of it. */
export async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  const target = resolve(file);
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(beside, content, { flag: 'wx' });
    await rename(beside, target);
  } catch (fault) {
    await rm(beside, { force: true });
    throw fault;
  }
}
