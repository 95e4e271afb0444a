/** The workbench without a screen: a workbook, an add-in's own page beside it, and its ribbon to press. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openNodePage } from '../host/nodePage';
import type { NodePage } from '../host/nodePage';
import { OfficeHost } from '../host/officeHost';
import type { OfficeHostOptions } from '../host/officeHost';
import type { SheetId } from '../host/workbookPort';
import { pagesOf } from './addin/addIn';
import type { AddIn } from './addin/addIn';
import { readFunctions } from './addin/functionsMetadata';
import { readManifest } from './addin/readManifest';
import { openHeadless } from './engine/headless';
import type { EngineWorkbook } from './engine/headless';
import { withoutScreen } from './screenless';
import { type DocumentProperties, loneXlsx } from './xlsx/loneXlsx';
import { readXlsx } from './xlsx/readXlsx';
import type { SavedWorkbook } from './workbookSnapshot';
import { writeXlsx } from './xlsx/writeXlsx';
import type { WrittenXlsx } from './xlsx/writeXlsx';

const PATIENCE_MS = 60_000;

export interface AddInFiles {
  /** Path of the manifest. */
  readonly manifest: string;
  /** The built files of the add-in's own origin. */
  readonly folder: string;
}

export interface HeadlessOptions {
  /** How long the add-in may take to start, to run a button, and to answer its functions. */
  readonly patienceMs?: number;
  /** What Excel this is, and who watches its requests. */
  readonly office?: OfficeHostOptions;
}

export interface HeadlessWorkbook {
  readonly workbook: EngineWorkbook;
  readonly addIn: AddIn;
  /** What the file holds and the workbook does not show, a sentence each. */
  readonly notes: readonly string[];
  /** What the add-in's pages threw or reported as an error so far. */
  readonly faults: readonly string[];
  /** Presses the button that runs this function; rejects where the add-in does not complete it. */
  press(functionName: string): Promise<void>;
  /** Waits for every formula; `false` where custom functions did not answer in time. */
  calculated(): Promise<boolean>;
  save(): WrittenXlsx;
  /** A file of these sheets alone. */
  saveAlone(sheets: ReadonlySet<SheetId>, properties: DocumentProperties): Uint8Array;
  close(): void;
}

export type OpenedHeadless = ({ readonly ok: true } & HeadlessWorkbook) | { readonly ok: false; readonly sentence: string };

/** Opens the file as the page does, the add-in's scripts run and its functions registered. What cannot be opened is one sentence. */
export async function openHeadlessWorkbook(bytes: Uint8Array, fileName: string, files: AddInFiles, { patienceMs = PATIENCE_MS, office }: HeadlessOptions = {}): Promise<OpenedHeadless> {
  const manifest = readManifest(await readFile(files.manifest, 'utf8'));
  if (!manifest.ok) return manifest;
  const { addIn } = manifest;
  const opened = readXlsx(bytes, fileName, addIn);
  if (!opened.ok) return opened;
  const registered = addIn.functions && readFunctions(await readFile(join(files.folder, new URL(addIn.functions.metadata).pathname), 'utf8'), addIn.functions.namespace);
  if (registered?.ok === false) return registered;

  const workbook = openHeadless(opened.snapshot);
  const host = new OfficeHost(workbook, office);
  const faults: string[] = [];
  const pages = pagesOf(addIn).filter((page) => page.longLived).map((page) => {
    const shown = openNodePage({
      host,
      folder: files.folder,
      file: new URL(page.url).pathname.slice(1),
      name: page.roles.join('+'),
      sharedRuntime: page.roles.length > 1,
      customFunctions: page.roles.includes('functions'),
      onError: (fault) => note(faults, fault),
    });
    // In time: the page's scripts have yet to be read from disk.
    withoutScreen(shown.window);
    return shown;
  });
  const close = (): void => {
    pages.forEach((page) => page.close());
    host.dispose();
    workbook.dispose();
  };
  if (registered) host.registerFunctions(registered.functions);
  try {
    await inTime(ready(pages), patienceMs, 'The add-in did not start.');
  } catch (fault) {
    close();
    return { ok: false, sentence: [fault instanceof Error ? fault.message : String(fault), ...faults].join(' ') };
  }
  return {
    ok: true,
    workbook,
    addIn,
    notes: opened.notes,
    faults,
    press: (functionName) => host.pressRibbonButton(functionName, buttonOf(addIn, functionName), patienceMs),
    calculated: () => inTime(workbook.settle().then(() => true), patienceMs, '').catch(() => false),
    save: () => writeXlsx(contentOnly(workbook.snapshot()), opened.package),
    saveAlone: (sheets, properties) => loneXlsx(workbook.snapshot().snapshot, sheets, properties),
    close,
  };
}

/** A sheet of which only results were calculated anew stays byte for byte: what Excel came to is not replaced by what another engine did. */
function contentOnly({ snapshot, changes }: SavedWorkbook): SavedWorkbook {
  return { snapshot, changes: { ...changes, sheets: new Map([...changes.sheets].filter(([, how]) => how === 'content')) } };
}

function buttonOf(addIn: AddIn, functionName: string): string | undefined {
  const buttons = addIn.groups.flatMap((group) => group.buttons);
  return buttons.find(({ action }) => action.kind === 'execute' && action.functionName === functionName)?.id;
}

async function ready(pages: readonly NodePage[]): Promise<void> {
  await Promise.all(pages.map((page) => page.ready));
}

async function inTime<T>(work: Promise<T>, ms: number, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(otherwise)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function note(faults: string[], fault: unknown): void {
  // jsdom draws nothing and says so; that is no fault of the add-in.
  if ((fault as { readonly type?: unknown } | null)?.type === 'not implemented') return;
  const text = fault instanceof Error ? fault.message : String(fault);
  if (!faults.includes(text)) faults.push(text);
}
