/** Files of the command line: which are the same, what they are called, and writing them whole or not at all. */
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

/** Why no files can be written into a folder of this name, which may have yet to be made; `null` where they can. */
export async function unwritableFolder(folder: string): Promise<string | null> {
  const found = await stat(folder).catch(() => null);
  if (found !== null) return found.isDirectory() ? null : `${folder} cannot be written into: it is a file.`;
  return unwritable(folder);
}

export interface NewFile {
  readonly file: string;
  readonly content: Uint8Array | string;
}

export function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  return writeAllWhole([{ file, content }]);
}

/** Writes beside the files first, then takes their places, so that nobody ever sees half of one, nor some without the others. */
export async function writeAllWhole(files: readonly NewFile[]): Promise<void> {
  const moves: { readonly beside: string; readonly target: string }[] = [];
  try {
    for (const { file, content } of files) {
      const target = resolve(file);
      const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
      moves.push({ beside, target });
      await writeFile(beside, content, { flag: 'wx' });
    }
    for (const { beside, target } of moves) await rename(beside, target);
  } catch (fault) {
    await Promise.all(moves.map(({ beside }) => rm(beside, { force: true })));
    throw fault;
  }
}

/** Names of sheets as names of files that every system takes, each its own whatever the case. */
export function fileNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replace(/["<>|:*?/\\\p{Cc}]/gu, ' ').replace(/[. ]+$/, '');
    for (let number = 1; ; number += 1) {
      const free = number === 1 ? plain : `${plain} (${number})`;
      const key = free.normalize('NFC').toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return free;
    }
  });
}
