/** Files of the command line. */
import { linkSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { sameFile, unwritable, writeWhole } from '../../src/cli/files';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
const book = join(folder, 'book.xlsx');
beforeEach(() => writeFileSync(book, 'book'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('two names are one file', () => {
  it('by another path', async () => {
    expect(await sameFile(book, relative(process.cwd(), book))).toBe(true);
    expect(await sameFile(book, join(folder, '.', 'x', '..', 'book.xlsx'))).toBe(true);
  });

  it('by a link', async () => {
    symlinkSync(book, join(folder, 'soft.xlsx'));
    linkSync(book, join(folder, 'hard.xlsx'));
    symlinkSync(folder, join(folder, 'elsewhere'));
    for (const name of ['soft.xlsx', 'hard.xlsx', 'elsewhere/book.xlsx']) expect(await sameFile(book, join(folder, name))).toBe(true);
  });

  it('and neither when they are two, nor when one is not there yet', async () => {
    writeFileSync(join(folder, 'other.xlsx'), 'book');
    expect(await sameFile(book, join(folder, 'other.xlsx'))).toBe(false);
    expect(await sameFile(book, join(folder, 'new.xlsx'))).toBe(false);
  });
});

describe('a file is written', () => {
  it('whole, in place of what was there', async () => {
    await writeWhole(book, 'new');
    expect(readFileSync(book, 'utf8')).toBe('new');
  });

  it('or not at all, and nothing is left beside it', async () => {
    const taken = join(folder, 'taken.xlsx');
    mkdirSync(join(taken, 'full'), { recursive: true });
    await expect(writeWhole(taken, 'new')).rejects.toThrow();
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('only where there is a folder for it', async () => {
    expect(await unwritable(join(folder, 'nowhere', 'a.xlsx'))).toMatch(/^.*a\.xlsx cannot be written: there is no folder .*nowhere\.$/);
    expect(await unwritable(folder)).toMatch(/ cannot be written: it is a folder\.$/);
    expect(await unwritable(join(folder, 'a.xlsx'))).toBeNull();
  });
});
