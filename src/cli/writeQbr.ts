/**
 * Writes a QBR into a copy of a workbook: opens the file in the headless workbench and presses the add-in's own ribbon button there.
 * The as-of date and the figures travel through document settings, which are gone again before the copy is saved.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { openHeadlessWorkbook } from '../workbench/headless';
import type { AddInFiles, HeadlessWorkbook } from '../workbench/headless';
import { sameFile, unwritable, writeWhole } from './files';
import type { QbrRequest } from './request';

export type { AddInFiles } from '../workbench/headless';

/** The protocol of the add-in's actions: see src/excel/workbookSettings.ts. */
const SETTING = { asOf: 'alliance.asOf', edition: 'alliance.edition', json: 'alliance.json', error: 'alliance.error' } as const;
const WRITE_QBR = 'writeQbr';

export interface Outcome {
  readonly ok: boolean;
  /** 0 written, 1 not written, 2 asked for wrongly. */
  readonly code: 0 | 1 | 2;
  readonly sentence: string;
  /** What is not shown or could not be kept, a sentence each. */
  readonly notes: readonly string[];
}

const failed = (sentence: string, notes: readonly string[] = []): Outcome => ({ ok: false, code: 1, sentence, notes });
const refused = (sentence: string): Outcome => ({ ok: false, code: 2, sentence, notes: [] });

export async function writeQbr(request: QbrRequest, addIn: AddInFiles): Promise<Outcome> {
  const { input, output, json } = request;
  if (await sameFile(input, output)) return refused('OUT is the same file as IN: name another one, IN is never changed.');
  if (json !== null && ((await sameFile(json, input)) || (await sameFile(json, output)))) return refused('The file of --json is the same as IN or OUT: name another one.');
  for (const file of [output, ...(json === null ? [] : [json])]) {
    const why = await unwritable(file);
    if (why !== null) return failed(why);
  }
  const bytes = await readFile(input).catch((fault: NodeJS.ErrnoException) => fault);
  if (bytes instanceof Error) return failed(`${input} cannot be read: ${reason(bytes)}.`);
  const opened = await openHeadlessWorkbook(bytes, basename(input), addIn);
  if (!opened.ok) return failed(opened.sentence);
  try {
    return await pressAndSave(opened, request);
  } finally {
    opened.close();
  }
}

async function pressAndSave(opened: HeadlessWorkbook, { output, asOf, json, partner, shared }: QbrRequest): Promise<Outcome> {
  const { workbook } = opened;
  const before = new Set(workbook.sheets().map((sheet) => sheet.id));
  if (asOf !== null) workbook.setSetting(SETTING.asOf, asOf);
  if (partner !== null) workbook.setSetting(SETTING.edition, `${shared ? 'shared' : 'internal'} ${partner}`);
  // Asked for in any case: without it the add-in does not say what went wrong.
  workbook.setSetting(SETTING.json, '');
  const trouble = await opened.press(WRITE_QBR).then(() => null, (fault: unknown) => (fault instanceof Error ? fault.message : String(fault)));
  const figures = workbook.settings().get(SETTING.json);
  const error = workbook.settings().get(SETTING.error) ?? trouble;
  for (const key of Object.values(SETTING)) workbook.removeSetting(key);

  if (json !== null && typeof figures === 'string' && figures !== '') {
    const why = await written(json, `${figures}\n`);
    if (why !== null) return failed(why);
  }
  const faults = opened.faults.map((fault) => `The add-in reported: ${fault}`);
  if (error !== null) return failed(String(error), faults);
  const added = workbook.sheets().filter((sheet) => !before.has(sheet.id) && sheet.visibility === 'Visible').map((sheet) => sheet.name);
  if (added.length === 0) return failed('The add-in wrote no sheet and gave no reason.', faults);
  const { bytes, notes } = opened.save();
  const why = await written(output, bytes);
  if (why !== null) return failed(why);
  const figuresToo = json === null ? '' : ` and its figures as ${json}`;
  return { ok: true, code: 0, sentence: `Wrote ${added.map((name) => `"${name}"`).join(' and ')} into ${output}${figuresToo}.`, notes: [...opened.notes, ...notes, ...faults] };
}

/** Why the file was not written; `null` where it was. */
async function written(file: string, content: Uint8Array | string): Promise<string | null> {
  try {
    await writeWhole(file, content);
    return null;
  } catch (fault) {
    return `${file} was not written: ${reason(fault as NodeJS.ErrnoException)}.`;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not', EISDIR: 'it is a folder', ENOENT: 'there is no such file', ENOSPC: 'the disk is full', EPERM: 'this user may not', EROFS: 'the disk is read-only',
};

function reason(fault: NodeJS.ErrnoException): string {
  return REASONS[fault.code ?? ''] ?? fault.message;
}
