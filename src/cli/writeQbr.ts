/**
 * Writes a QBR into a copy of a workbook, or alone: opens the file in the headless workbench and presses the add-in's own ribbon button there.
 * The as-of date and the figures travel through document settings, which are gone again before the copy is saved.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openHeadlessWorkbook } from '../workbench/headless';
import type { AddInFiles, HeadlessWorkbook } from '../workbench/headless';
import { type PdfOptions, toPdf } from '../workbench/pdf';
import { type NewFile, fileNames, sameFile, unwritable, unwritableFolder, writeAllWhole } from './files';
import type { QbrRequest } from './request';

export type { AddInFiles } from '../workbench/headless';

/** The protocol of the add-in's actions: see src/excel/workbookSettings.ts. */
const SETTING = { asOf: 'alliance.asOf', edition: 'alliance.edition', json: 'alliance.json', documents: 'alliance.documents', error: 'alliance.error' } as const;
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

export async function writeQbr(request: QbrRequest, addIn: AddInFiles, pdfOptions: PdfOptions = {}): Promise<Outcome> {
  const { input } = request;
  const wrong = await sameFileTwice(request);
  if (wrong !== null) return refused(wrong);
  const why = await whyUnwritable(request);
  if (why !== null) return failed(why);
  const bytes = await readFile(input).catch((fault: NodeJS.ErrnoException) => fault);
  if (bytes instanceof Error) return failed(`${input} cannot be read: ${reason(bytes)}.`);
  const opened = await openHeadlessWorkbook(bytes, basename(input), addIn);
  if (!opened.ok) return failed(opened.sentence);
  try {
    return await pressAndSave(opened, request, pdfOptions);
  } finally {
    opened.close();
  }
}

async function sameFileTwice({ input, output, json, pdf }: QbrRequest): Promise<string | null> {
  if (await sameFile(input, output)) return 'OUT is the same file as IN: name another one, IN is never changed.';
  if (json !== null && ((await sameFile(json, input)) || (await sameFile(json, output)))) return 'The file of --json is the same as IN or OUT: name another one.';
  if (pdf === null) return null;
  const others = [input, output, ...(json === null ? [] : [json])];
  return (await Promise.all(others.map((other) => sameFile(pdf, other)))).includes(true) ? 'The file of --pdf is the same as another one: name another one.' : null;
}

async function whyUnwritable({ output, json, pdf, of, alone }: QbrRequest): Promise<string | null> {
  const each = of.kind === 'everyPartner';
  const answers = await Promise.all([
    each && alone ? unwritableFolder(output) : unwritable(output),
    json === null ? null : unwritable(json),
    pdf === null ? null : each ? unwritableFolder(pdf) : unwritable(pdf),
  ]);
  return answers.find((why) => why !== null) ?? null;
}

async function pressAndSave(opened: HeadlessWorkbook, request: QbrRequest, pdfOptions: PdfOptions): Promise<Outcome> {
  const { output, json, of, alone, pdf } = request;
  const { workbook } = opened;
  const before = new Set(workbook.sheets().map((sheet) => sheet.id));
  const { figures, documents, error } = await press(opened, request);
  if (json !== null && typeof figures === 'string' && figures !== '') {
    const why = await written([{ file: json, content: `${figures}\n` }]);
    if (why !== null) return failed(why);
  }
  const faults = opened.faults.map((fault) => `The add-in reported: ${fault}`);
  if (error !== null) return failed(error, faults);
  const added = workbook.sheets().filter((sheet) => !before.has(sheet.id) && sheet.visibility === 'Visible');
  if (added.length === 0) return failed('The add-in wrote no sheet and gave no reason.', faults);

  const lone = alone || pdf !== null ? loneDocuments(opened, added, documents, of.kind === 'everyPartner') : [];
  const inFolder = of.kind === 'everyPartner';
  const copy = alone ? { bytes: new Uint8Array(), notes: [] } : opened.save();
  const notes = [...opened.notes, ...copy.notes, ...faults];
  const why = await written(alone ? filesOf(output, 'xlsx', lone, inFolder) : [{ file: output, content: copy.bytes }], alone && inFolder ? output : null);
  if (why !== null) return failed(why, notes);
  const wrote = `Wrote ${toldOf(added.map(({ name }) => name))} into ${output}`;
  const figuresToo = json === null ? '' : ` and its figures as ${json}`;
  if (pdf === null) return { ok: true, code: 0, sentence: `${wrote}${figuresToo}.`, notes };

  const printed = await toPdf(lone.map(({ bytes }) => bytes), pdfOptions);
  switch (printed.kind) {
    case 'notInstalled':
      return { ok: true, code: 0, sentence: `${wrote}${figuresToo}.`, notes: [...notes, `${pdf} was not made: LibreOffice is not installed on this computer. Install it, or open ${output} and print it as PDF.`] };
    case 'failed':
      return failed(`${wrote}${figuresToo}, but ${pdf} was not made: ${printed.why}.`, notes);
    case 'made': {
      const whyNot = await written(filesOf(pdf, 'pdf', lone.map((document, index) => ({ ...document, bytes: printed.files[index] ?? new Uint8Array() })), inFolder), inFolder ? pdf : null);
      if (whyNot !== null) return failed(`${wrote}${figuresToo}, but ${whyNot}`, notes);
      return { ok: true, code: 0, sentence: `${wrote}${figuresToo}${json === null ? ' and' : ', and'} as PDF into ${pdf}.`, notes };
    }
  }
}

interface Answers {
  readonly figures: unknown;
  readonly documents: { readonly titles: readonly string[]; readonly author: string | null };
  readonly error: string | null;
}

/** Leaves what is asked for in the workbook, presses, and takes the answers out again. */
async function press({ workbook, press: pressButton }: HeadlessWorkbook, { asOf, of, readers }: QbrRequest): Promise<Answers> {
  if (asOf !== null) workbook.setSetting(SETTING.asOf, asOf);
  if (of.kind !== 'portfolio') workbook.setSetting(SETTING.edition, of.kind === 'partner' ? `${readers} ${of.name}` : `every ${readers}`);
  // Asked for in any case: without it the add-in does not say what went wrong.
  workbook.setSetting(SETTING.json, '');
  const trouble = await pressButton(WRITE_QBR).then(() => null, (fault: unknown) => (fault instanceof Error ? fault.message : String(fault)));
  const settings = workbook.settings();
  const [figures, documents, error] = [SETTING.json, SETTING.documents, SETTING.error].map((key) => settings.get(key));
  for (const key of Object.values(SETTING)) workbook.removeSetting(key);
  return {
    figures,
    documents: typeof documents === 'string' ? (JSON.parse(documents) as Answers['documents']) : { titles: [], author: null },
    error: error === undefined ? trouble : String(error),
  };
}

/** What was written, without anything else of the workbook: for every partner one of its own, so that none reads of another. */
function loneDocuments(opened: HeadlessWorkbook, added: readonly Sheet[], { titles, author }: Answers['documents'], each: boolean): readonly Document[] {
  const alone = (sheets: readonly Sheet[], title: string): Document => ({
    name: sheets[0]?.name ?? '', bytes: opened.saveAlone(new Set(sheets.map(({ id }) => id)), { title, author }),
  });
  return each ? added.map((sheet, index) => alone([sheet], titles[index] ?? sheet.name)) : [alone(added, titles[0] ?? added[0]?.name ?? '')];
}

type Sheet = ReturnType<HeadlessWorkbook['workbook']['sheets']>[number];

interface Document {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function filesOf(target: string, ending: 'xlsx' | 'pdf', documents: readonly Document[], inFolder: boolean): readonly NewFile[] {
  const names = inFolder ? fileNames(documents.map(({ name }) => name)).map((name) => join(target, `${name}.${ending}`)) : [target];
  return documents.map(({ bytes }, index) => ({ file: names[index] ?? target, content: bytes }));
}

/** "A", "A" and "B", or "A" and 13 more sheets. */
function toldOf(names: readonly string[]): string {
  const [first = '', second, ...more] = names.map((name) => `"${name}"`);
  if (second === undefined) return first;
  return more.length === 0 ? `${first} and ${second}` : `${first} and ${names.length - 1} more sheets`;
}

/** Why the files were not written; `null` where they were. `folder` is made where it is not there. */
async function written(files: readonly NewFile[], folder: string | null = null): Promise<string | null> {
  try {
    if (folder !== null) await mkdir(folder, { recursive: true });
    await writeAllWhole(files);
    return null;
  } catch (fault) {
    return `${folder ?? files[0]?.file ?? ''} was not written: ${reason(fault as NodeJS.ErrnoException)}.`;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not', EISDIR: 'it is a folder', ENOENT: 'there is no such file', ENOSPC: 'the disk is full', EPERM: 'this user may not', EROFS: 'the disk is read-only',
};

function reason(fault: NodeJS.ErrnoException): string {
  return REASONS[fault.code ?? ''] ?? fault.message;
}
