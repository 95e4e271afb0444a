/** Workbooks as PDF, by the LibreOffice of this computer where there is one: in a profile of its own, for so long and no longer. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type PdfResult =
  /** In the order of the workbooks. */
  | { readonly kind: 'made'; readonly files: readonly Uint8Array[] }
  | { readonly kind: 'notInstalled' }
  /** `why` completes "The PDF was not made: …". */
  | { readonly kind: 'failed'; readonly why: string };

export interface PdfOptions {
  /** How long one run may take. */
  readonly patienceMs?: number;
  /** Where LibreOffice is looked for, written as PATH is; without it there and where it is usually installed. */
  readonly path?: string;
}

/** A profile is made at the first start, and a hundred sheets take a while. */
const patience = 120_000;

const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
  win32: ['C:\\Program Files\\LibreOffice\\program\\soffice.exe', 'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe'],
};

export async function toPdf(workbooks: readonly Uint8Array[], { patienceMs = patience, path }: PdfOptions = {}): Promise<PdfResult> {
  const office = await installed(path);
  if (office === null) return { kind: 'notInstalled' };
  const folder = await mkdtemp(join(tmpdir(), 'pdf-'));
  try {
    const inputs = workbooks.map((_, index) => join(folder, `${index + 1}.xlsx`));
    await Promise.all(workbooks.map((bytes, index) => writeFile(inputs[index] ?? '', bytes)));
    // A running LibreOffice of the user's is left alone: another profile is another program.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const why = await ended(spawn(office, [profile, '--headless', '--norestore', '--nolockcheck', '--convert-to', 'pdf', '--outdir', folder, ...inputs], {
      cwd: folder, stdio: 'ignore', windowsHide: true, detached: process.platform !== 'win32',
    }), patienceMs);
    if (why !== null) return { kind: 'failed', why };
    const files = await Promise.all(inputs.map((input) => readFile(input.replace(/xlsx$/, 'pdf')).catch(() => null)));
    const whole = files.flatMap((file) => (file?.subarray(0, 5).toString('latin1') === '%PDF-' ? [new Uint8Array(file)] : []));
    return whole.length === workbooks.length ? { kind: 'made', files: whole } : { kind: 'failed', why: 'LibreOffice ended without it' };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function installed(path: string | undefined): Promise<string | null> {
  const names = process.platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice'];
  const folders = (path ?? process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const usual = path === undefined ? (places[process.platform] ?? []) : [];
  for (const program of [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...usual]) {
    if (await access(program, constants.X_OK).then(() => true, () => false)) return program;
  }
  return null;
}

/** Why it did not go well; `null` where it did. */
function ended(program: ChildProcess, patienceMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      kill(program);
    }, patienceMs);
    const end = (why: string | null): void => {
      clearTimeout(timer);
      resolve(late ? `LibreOffice did not answer within ${Math.ceil(patienceMs / 1000)} seconds` : why);
    };
    program.once('error', (fault) => end(`LibreOffice could not be started (${fault.message})`));
    program.once('exit', (code, signal) => end(code === 0 ? null : `LibreOffice ended with ${signal ?? `code ${code}`}`));
  });
}

/** With all that it started. */
function kill(program: ChildProcess): void {
  const { pid } = program;
  try {
    if (pid === undefined || process.platform === 'win32') program.kill('SIGKILL');
    else process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
