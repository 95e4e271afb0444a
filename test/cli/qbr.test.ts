/** `npm run qbr`: the add-in as it was built, in the headless workbench, from file to file. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { MessageChannel as NodeMessageChannel } from 'node:worker_threads';
import { Workbook } from 'exceljs';
import { unzipSync } from 'fflate';
import type * as Cli from '../../src/cli/main';

Object.assign(globalThis, { MessageChannel: globalThis.MessageChannel ?? NodeMessageChannel });
jest.setTimeout(60_000);

const root = resolve(__dirname, '../..');
const sample = join(root, 'assets/sample.xlsx');
const addIn = { manifest: join(root, 'dist/manifest.xml'), folder: join(root, 'dist') };
const folder = mkdtempSync(join(tmpdir(), 'qbr-'));
const at = (name: string): string => join(folder, name);
let cli: typeof Cli;

beforeAll(() => {
  execFileSync(process.execPath, ['--input-type=module', '-e', "await (await import('./tools/build.mjs')).ensureBuilt(); await (await import('./tools/workbenchBundle.mjs')).ensureCli()"], { cwd: root });
  cli = jest.requireActual<typeof Cli>(join(root, 'build/cli.cjs'));
  copyFileSync(sample, at('in.xlsx'));
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => {
  expect(readFileSync(at('in.xlsx')).equals(readFileSync(sample))).toBe(true);
  expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([]);
});

const qbr = (input: string, output: string, more: Partial<Cli.QbrRequest> = {}, pdf: Parameters<typeof Cli.writeQbr>[2] = { path: '' }): Promise<Cli.Outcome> =>
  cli.writeQbr({ input, output, asOf: null, json: null, of: { kind: 'portfolio' }, readers: 'internal', alone: false, pdf: null, ...more }, addIn, pdf);
const halden = { kind: 'partner', name: 'halden cloud' } as const;
const partsOf = (file: string): readonly (readonly [string, string])[] => Object.entries(unzipSync(readFileSync(file))).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);

async function opened(name: string): Promise<Workbook> {
  const book = new Workbook();
  await book.xlsx.readFile(at(name));
  return book;
}

describe('a QBR from the command line', () => {
  let outcome: Cli.Outcome;
  beforeAll(async () => {
    outcome = await qbr(at('in.xlsx'), at('out.xlsx'), { json: at('figures.json') });
  });

  it('says in one line what it wrote and where', () => {
    expect(outcome).toEqual({ ok: true, code: 0, notes: [], sentence: `Wrote "QBR 2026 Q3" into ${at('out.xlsx')} and its figures as ${at('figures.json')}.` });
  });

  it('is a new sheet beside all that were there and the hidden one of its own tables, and these are the same to the byte', async () => {
    expect((await opened('out.xlsx')).worksheets.map((sheet) => sheet.name)).toEqual(['Partners', 'Initiatives', 'Corrections', 'Notes', 'Alliance data', 'QBR 2026 Q3']);
    const [before, after] = ['in.xlsx', 'out.xlsx'].map((name) => unzipSync(readFileSync(at(name))));
    // The last sheet of the sample holds the product's own tables: the history goes on there.
    const isOwn = (part: string): boolean => part === 'xl/worksheets/sheet5.xml' || Buffer.from(before![part]!).toString().includes('displayName="Alliance');
    const kept = Object.keys(before!).filter((part) => /(worksheets|tables)\/[^/]+\.xml$/.test(part) && !isOwn(part));
    expect(kept.length).toBeGreaterThan(4);
    for (const part of kept) expect(Buffer.from(after![part]!).toString()).toBe(Buffer.from(before![part]!).toString());
  });

  it('leaves none of its settings in the copy', () => {
    const parts = unzipSync(readFileSync(at('out.xlsx')));
    for (const bytes of Object.values(parts)) expect(Buffer.from(bytes).toString()).not.toMatch(/alliance\.(asOf|edition|json|documents|error)/);
  });

  it('gives its figures as JSON that agrees with the sheet', async () => {
    const figures = JSON.parse(readFileSync(at('figures.json'), 'utf8')) as { asOf: string; portfolio: { health: number }; partners: { name: string }[] };
    expect(Object.keys(figures)).toEqual(['asOf', 'portfolio', 'partners', 'sponsorGaps', 'sponsorCoverage', 'gateBreaches', 'sponsorEffect', 'corrections', 'exits', 'trend', 'whatIf', 'issues', 'counts']);
    expect(figures.asOf).toBe('2026-09-30');
    expect(figures.partners.map((partner) => partner.name)).toContain('Northwind Systems');
    const shown = (await opened('out.xlsx')).getWorksheet('QBR 2026 Q3')?.getSheetValues().flat();
    expect(shown).toContainEqual(expect.closeTo(figures.portfolio.health, 1));
  });

  it.each([['internal', 'Internal edition'], ['shared', 'Shared edition']] as const)('can be of one partner, %s, and leaves no history', async (readers, edition) => {
    expect(await qbr(at('in.xlsx'), at('partner.xlsx'), { of: halden, readers })).toMatchObject({ code: 0, sentence: `Wrote "QBR 2026 Q3 Halden Cloud" into ${at('partner.xlsx')}.` });
    const book = await opened('partner.xlsx');
    expect(book.getWorksheet('QBR 2026 Q3 Halden Cloud')?.getSheetValues().flat().some((value) => String(value).endsWith(edition))).toBe(true);
    expect(book.getWorksheet('Alliance data')?.rowCount).toBe((await opened('in.xlsx')).getWorksheet('Alliance data')?.rowCount);
    expect(Buffer.from(unzipSync(readFileSync(at('partner.xlsx')))['xl/workbook.xml']!).toString()).not.toMatch(/alliance\.edition/);
  });

  it('takes the as-of date it is given before the workbook\'s own', async () => {
    expect(await qbr(at('in.xlsx'), at('dated.xlsx'), { asOf: '2026-03-31', json: at('dated.json') })).toMatchObject({ code: 0 });
    expect((await opened('dated.xlsx')).worksheets.at(-1)?.name).toBe('QBR 2026 Q1');
    expect(JSON.parse(readFileSync(at('dated.json'), 'utf8'))).toMatchObject({ asOf: '2026-03-31' });
  });
});

describe('what is sent', () => {
  it('is a file that holds the review and nothing else of the workbook, named for what it is and who made it', async () => {
    expect(await qbr(at('in.xlsx'), at('alone.xlsx'), { of: halden, readers: 'shared', alone: true })).toEqual({ ok: true, code: 0, notes: [], sentence: `Wrote "QBR 2026 Q3 Halden Cloud" into ${at('alone.xlsx')}.` });
    const book = await opened('alone.xlsx');
    expect(book.worksheets.map(({ name }) => name)).toEqual(['QBR 2026 Q3 Halden Cloud']);
    expect([book.title, book.creator]).toEqual(['QBR 2026 Q3 · Halden Cloud', (await opened('in.xlsx')).creator]);
    expect(book.worksheets[0]?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
    for (const [, text] of partsOf(at('alone.xlsx'))) expect(text).not.toMatch(/Northwind|Initiatives!|alliance\.|_Alliance|webextension|<f>/i);
  });

  it('can be of the whole portfolio too, without the ways into tables that are not there', async () => {
    expect(await qbr(at('in.xlsx'), at('alone.xlsx'), { alone: true })).toMatchObject({ code: 0 });
    const book = await opened('alone.xlsx');
    expect([book.worksheets.map(({ name }) => name), book.title]).toEqual([['QBR 2026 Q3'], 'QBR 2026 Q3 · Alliance portfolio']);
    for (const [name, text] of partsOf(at('alone.xlsx'))) if (name.includes('worksheets/')) expect(text).not.toContain('<hyperlink');
  });

  it('names nobody of ours where that is asked for, nor as the author', async () => {
    const people = (await opened('in.xlsx')).getWorksheet('Initiatives')!.getSheetValues() as unknown as unknown[][];
    const headers = people.find((row) => row?.includes('Sales sponsor')) ?? [];
    const sponsors = [...new Set(people.slice(people.indexOf(headers) + 1).map((row) => row?.[headers.indexOf('Sales sponsor')]).filter((name): name is string => typeof name === 'string' && name.includes(' ')))];
    expect(sponsors.length).toBeGreaterThan(3);
    await qbr(at('in.xlsx'), at('alone.xlsx'), { of: halden, readers: 'nameless', alone: true });
    const texts = partsOf(at('alone.xlsx')).map(([, text]) => text).join();
    expect(sponsors.filter((name) => texts.includes(name))).toEqual([]);
    expect(texts).toMatch(/our sales sponsor/);
    expect(texts).not.toMatch(/dc:creator/);
  });

  it('is a folder with a file for each partner where every one is asked for, none of them with another in it', async () => {
    const outcome = await qbr(at('in.xlsx'), at('reviews'), { of: { kind: 'everyPartner' }, readers: 'shared', alone: true });
    const files = readdirSync(at('reviews'));
    expect(outcome).toMatchObject({ code: 0, sentence: expect.stringMatching(new RegExp(` and ${files.length - 1} more sheets into .*reviews\\.$`)) as string });
    expect(files.length).toBeGreaterThan(5);
    const titles = await Promise.all(files.map(async (file) => {
      const book = await opened(join('reviews', file));
      expect(book.worksheets.map(({ name }) => `${name}.xlsx`)).toEqual([file]);
      return book.title.replace('QBR 2026 Q3 · ', '');
    }));
    for (const [index, file] of files.entries()) {
      const texts = partsOf(join(at('reviews'), file)).map(([, text]) => text).join();
      expect(titles.filter((title, other) => other !== index && texts.includes(title))).toEqual([]);
    }
  });

  it('stays in the copy where nobody asks for it alone', async () => {
    await qbr(at('in.xlsx'), at('every.xlsx'), { of: { kind: 'everyPartner' } });
    const book = await opened('every.xlsx');
    expect(book.worksheets.map(({ name }) => name).slice(0, 6)).toEqual(['Partners', 'Initiatives', 'Corrections', 'Notes', 'Alliance data', expect.stringMatching(/^QBR 2026 Q3 /)]);
    expect(book.title).toBe((await opened('in.xlsx')).title);
  });
});

describe('as PDF', () => {
  /** A program that acts as LibreOffice does: makes a PDF of each workbook, or does not. */
  const office = (script: string): { readonly path: string; readonly patienceMs: number } => {
    const bin = mkdtempSync(join(folder, 'bin-'));
    writeFileSync(join(bin, 'soffice'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return { path: bin, patienceMs: 2000 };
  };
  const makes = 'for word; do case "$word" in *.xlsx) printf "%%PDF-1.7 of $(/usr/bin/wc -c < "$word")" > "${word%.xlsx}.pdf";; esac; done';
  beforeEach(() => ['out.xlsx', 'out.pdf'].forEach((name) => rmSync(at(name), { force: true })));

  it('is made of the review alone', async () => {
    expect(await qbr(at('in.xlsx'), at('out.xlsx'), { of: halden, readers: 'shared', pdf: at('out.pdf') }, office(makes))).toEqual({
      ok: true, code: 0, notes: [], sentence: `Wrote "QBR 2026 Q3 Halden Cloud" into ${at('out.xlsx')} and as PDF into ${at('out.pdf')}.`,
    });
    await qbr(at('in.xlsx'), at('alone.xlsx'), { of: halden, readers: 'shared', alone: true });
    const [, bytes] = /^%PDF-1\.7 of (\d+)$/.exec(readFileSync(at('out.pdf'), 'utf8')) ?? [];
    // Ids that are made anew make a byte more or less; the whole workbook is many times as large.
    expect(Math.abs(Number(bytes) - readFileSync(at('alone.xlsx')).length)).toBeLessThan(100);
    expect((await opened('out.xlsx')).worksheets.length).toBeGreaterThan(4);
  });

  it('is a file for each partner where every one is asked for', async () => {
    expect(await qbr(at('in.xlsx'), at('out.xlsx'), { of: { kind: 'everyPartner' }, readers: 'shared', pdf: at('pdfs') }, office(makes))).toMatchObject({ code: 0 });
    const sheets = (await opened('out.xlsx')).worksheets.map(({ name }) => name).filter((name) => name.startsWith('QBR'));
    expect(readdirSync(at('pdfs')).sort()).toEqual(sheets.map((name) => `${name}.pdf`).sort());
  });

  it('is missed in a note where no LibreOffice is installed, and the review is written all the same', async () => {
    expect(await qbr(at('in.xlsx'), at('out.xlsx'), { pdf: at('out.pdf') })).toEqual({
      ok: true, code: 0, sentence: `Wrote "QBR 2026 Q3" into ${at('out.xlsx')}.`,
      notes: [`${at('out.pdf')} was not made: LibreOffice is not installed on this computer. Install it, or open ${at('out.xlsx')} and print it as PDF.`],
    });
    expect([existsSync(at('out.xlsx')), existsSync(at('out.pdf'))]).toEqual([true, false]);
  });

  it.each([
    ['ends with a failure', 'exit 77', 'LibreOffice ended with code 77.'],
    ['is killed', 'kill -9 $$', 'LibreOffice ended with SIGKILL.'],
    ['makes nothing', 'exit 0', 'LibreOffice ended without it.'],
    ['makes what is no PDF', makes.replace('%%PDF', 'nothing'), 'LibreOffice ended without it.'],
    ['never ends', '/bin/sleep 600 & wait', 'LibreOffice did not answer within 2 seconds.'],
  ])('says so where LibreOffice %s; the review is written, half a PDF is not', async (_what, script, why) => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('pdf-'));
    expect(await qbr(at('in.xlsx'), at('out.xlsx'), { pdf: at('out.pdf') }, office(script))).toEqual({
      ok: false, code: 1, notes: [], sentence: `Wrote "QBR 2026 Q3" into ${at('out.xlsx')}, but ${at('out.pdf')} was not made: ${why}`,
    });
    expect([existsSync(at('out.xlsx')), existsSync(at('out.pdf'))]).toEqual([true, false]);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('pdf-'))).toEqual(before);
  });

  it('is not asked for under the name of another file', async () => {
    for (const pdf of [at('in.xlsx'), at('out.xlsx'), at('same.json')]) {
      expect(await qbr(at('in.xlsx'), at('out.xlsx'), { pdf, json: at('same.json') })).toMatchObject({ code: 2, sentence: 'The file of --pdf is the same as another one: name another one.' });
    }
  });
});

describe('nothing is written, and one sentence says why', () => {
  const oneSentence = expect.stringMatching(/^[^\n]+\.$/) as string;
  afterEach(() => expect(existsSync(at('none.xlsx'))).toBe(false));

  it.each([
    ['a file that is not there', 'nowhere.xlsx', null],
    ['a file that is no workbook', 'text.xlsx', 'no workbook'],
    ['a file cut short', 'half.xlsx', readFileSync(sample).subarray(0, 9000)],
  ])('for %s', async (_what, name, content) => {
    if (content !== null) writeFileSync(at(name), content);
    const outcome = await qbr(at(name), at('none.xlsx'), { json: at('none.json') });
    expect(outcome).toEqual({ ok: false, code: 1, notes: [], sentence: oneSentence });
    expect(outcome.sentence).toContain(name);
    expect(existsSync(at('none.json'))).toBe(false);
  });

  it('for a workbook without partners, and the figures still say what was found', async () => {
    const book = new Workbook();
    book.addWorksheet('Budget').addRow(['Item', 'Cost']);
    await book.xlsx.writeFile(at('plain.xlsx'));
    expect(await qbr(at('plain.xlsx'), at('none.xlsx'), { json: at('plain.json') })).toMatchObject({ code: 1, sentence: oneSentence });
    expect(JSON.parse(readFileSync(at('plain.json'), 'utf8'))).toMatchObject({ partners: [] });
  });

  it('for a partner that is not in the table', async () => {
    expect(await qbr(at('in.xlsx'), at('none.xlsx'), { of: { kind: 'partner', name: 'Nobody & Sons' } })).toMatchObject({ code: 1, sentence: '"Nobody & Sons" is not in the Partners table. Write its name as it stands there, then try again.' });
  });

  it('where there is no folder for it', async () => {
    expect(await qbr(at('in.xlsx'), at('nowhere/none.xlsx'))).toMatchObject({ code: 1, sentence: expect.stringMatching(/none\.xlsx cannot be written: there is no folder .*nowhere\.$/) as string });
  });

  it('where OUT is IN, by whatever path or link', async () => {
    symlinkSync(at('in.xlsx'), at('link.xlsx'));
    for (const output of [at('in.xlsx'), at('x/../in.xlsx'), relative(process.cwd(), at('in.xlsx')), at('link.xlsx')]) {
      expect(await qbr(at('in.xlsx'), output)).toMatchObject({ code: 2, sentence: 'OUT is the same file as IN: name another one, IN is never changed.' });
    }
  });

  it('where the figures would take the place of a workbook', async () => {
    for (const json of ['in.xlsx', 'none.xlsx']) {
      expect(await qbr(at('in.xlsx'), at('none.xlsx'), { json: at(json) })).toMatchObject({ code: 2, sentence: 'The file of --json is the same as IN or OUT: name another one.' });
    }
  });
});

describe('the tool', () => {
  const run = (...words: string[]): unknown => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'tools/qbr.mjs'), ...words], { cwd: folder, encoding: 'utf8', env: { ...process.env, INIT_CWD: root } });
    return { status, stdout, stderr };
  };

  it('takes files from where one stands, says what it did, and ends with 0', () => {
    expect(run('in.xlsx', 'told.xlsx')).toEqual({ status: 0, stdout: `Wrote "QBR 2026 Q3" into ${at('told.xlsx')}.\n`, stderr: '' });
  });

  it('says what went wrong on its other voice, and ends with 1', () => {
    expect(run('nowhere.xlsx', 'none.xlsx')).toEqual({ status: 1, stdout: '', stderr: `${at('nowhere.xlsx')} cannot be read: there is no such file.\n` });
  });

  it('explains itself, and ends with 0', () => {
    expect(run('--help')).toEqual({ status: 0, stdout: `${cli.HELP}\n`, stderr: '' });
  });

  it('says how it must be asked, and ends with 2', () => {
    expect(run('in.xlsx')).toEqual({ status: 2, stdout: '', stderr: `Two files are needed, the workbook and the copy to write; 1 given.\n${cli.USAGE}\n` });
  });
});
