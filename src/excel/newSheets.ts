/**
 * New sheets, all or nothing: each gets its final name at once and is marked as being built until its last cell is there.
 * Whatever fails, only these sheets go again; no other sheet is ever touched.
 */
import { type Clock, systemClock } from './clock';
import { troubleOf } from './officeErrors';
import { type ExcelSession, inExcel } from './officeSync';
import { isMarkOf, markName, markOf } from './sheetMark';
import { sentences } from './sentences';
import type { Alongside } from './workbookStructure';

export interface NewSheet {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
  /** At the head of every further request: one that Excel carries out late must not go on where the sheet was removed meanwhile. */
  insist(): void;
  /** In the request that holds the last cell. `own` and `data`: the sheet stays marked as the product's; else it is the user's from now on. */
  finish(as: 'own' | 'data' | "user's"): void;
}

export interface Builder {
  /** Tells what this build writes from everything else. */
  readonly write: string;
  /** Asks for a sheet; where the workbook has the name already, " (2)" and so on is added. */
  add(wanted: string): NewSheet;
  /** Names that a new table cannot have: those of tables, and those of cells. */
  readonly tableNames: readonly string[];
}

export type BuildResult<T> =
  | { readonly kind: 'built'; readonly result: T }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string };

export interface BuildOptions {
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  /** Adds to the first request; what it returns looks at the answer, and throws an `Obstacle` where one stands in the way. */
  readonly alongside?: Alongside;
  /** Takes back what the write did beside its sheets. It comes first: as long as it fails, the sheets stay and say that they are unfinished. */
  readonly undo?: (session: ExcelSession, write: string) => Promise<void>;
}

/** Thrown by work that notices that it is no longer wanted. */
export class Cancelled extends Error {}

export function goOnUnless(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Cancelled();
}

/** What stands in the way, in a sentence for the user. */
export class Obstacle extends Error {}

/** What is known of a sheet while it is being built; `id` once Excel has answered. */
interface Building {
  readonly name: string;
  readonly sheet: Excel.Worksheet;
}

/**
 * One request to see what stands in the way; the rest is the work's own. It is one step of undo where Excel can: that is why names are
 * final from the start and nothing is renamed.
 */
export async function buildSheets<T>(work: (session: ExcelSession, builder: Builder) => Promise<T>, { signal, clock = systemClock, alongside, undo }: BuildOptions): Promise<BuildResult<T>> {
  const write = crypto.randomUUID();
  const building: Building[] = [];
  try {
    const result = await inExcel(async (session) => {
      goOnUnless(signal);
      return work(session, await builderOf(session, write, building, alongside));
    }, { clock, oneUndoStep: true });
    return { kind: 'built', result };
  } catch (fault) {
    const left = await leftAfterRemoval(building, write, clock, undo);
    const unfinished = left.length === 0 ? '' : sentences.unfinishedSheets(left);
    if (fault instanceof Cancelled) return unfinished === '' ? { kind: 'cancelled' } : { kind: 'failed', message: unfinished };
    const message = fault instanceof Obstacle ? fault.message : troubleOf(fault).message;
    return { kind: 'failed', message: `${message} ${unfinished}`.trim() };
  }
}

async function builderOf({ context, sync }: ExcelSession, write: string, building: Building[], alongside: Alongside | undefined): Promise<Builder> {
  const { workbook } = context;
  workbook.protection.load('protected');
  workbook.worksheets.load('items/name');
  workbook.tables.load('items/name');
  workbook.names.load('items/name');
  const answered = alongside?.(context);
  await sync();
  if (workbook.protection.protected) throw new Obstacle(sentences.structureProtected);
  answered?.();
  const names = workbook.worksheets.items.map(({ name }) => name);
  return {
    write,
    tableNames: [...workbook.tables.items, ...workbook.names.items].map(({ name }) => name),
    add: (wanted) => {
      const name = freeName(wanted, names);
      names.push(name);
      const sheet = workbook.worksheets.add(name);
      sheet.load('id');
      const mark = sheet.names.add(markName, markOf('building', write));
      mark.visible = false;
      building.push({ name, sheet });
      return {
        name,
        sheet,
        insist: () => {
          mark.formula = markOf('building', write);
        },
        finish: (as) => {
          if (as === "user's") mark.delete();
          else mark.formula = markOf(as === 'own' ? 'complete' : 'data', write);
        },
      };
    },
  };
}

/** Excel's limit for the name of a sheet. */
const longestSheetName = 31;

/** "QBR 2026 Q3", "QBR 2026 Q3 (2)", ...: the first that no sheet has, whatever the case. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`;
    // Never between the halves of an emoji.
    const name = `${wanted.slice(0, longestSheetName - suffix.length).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}${suffix}`;
    if (!names.has(name.toLowerCase())) return name;
  }
}

/** "Partners", "Partners2", ...: the first that no table has. */
export function freeTableName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}${number}`;
    if (!names.has(name.toLowerCase())) return name;
  }
}

/** Names of the sheets that could not be removed. Not inside the step of undo: deleting a sheet would end it. */
async function leftAfterRemoval(building: readonly Building[], write: string, clock: Clock, undo: BuildOptions['undo']): Promise<string[]> {
  const names = building.map(({ name }) => name);
  for (let attempt = 0; attempt < 2 && names.length > 0; attempt += 1) {
    try {
      await inExcel(async (session) => {
        await undo?.(session, write);
        await removeMarked(session, names, write);
      }, { clock });
      return [];
    } catch (fault) {
      if (troubleOf(fault).kind === 'notAnswering') break;
    }
  }
  return names;
}

/**
 * An answer may have been lost and not the sheet, and a name may be somebody else's by now: only sheets with this build's mark are ours,
 * and those that a request left before it came to marking them. They have no cell yet.
 */
async function removeMarked({ context, sync }: ExcelSession, names: readonly string[], write: string): Promise<void> {
  const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name).load('id'));
  await sync();
  const marks = sheets.filter(({ isNullObject }) => !isNullObject).map((sheet) => ({
    sheet,
    mark: sheet.names.getItemOrNullObject(markName).load('formula'),
    used: sheet.getUsedRangeOrNullObject(false).untrack().load('address'),
  }));
  if (marks.length === 0) return;
  await sync();
  const ours = marks.filter(({ mark, used }) => (mark.isNullObject ? used.isNullObject : isMarkOf(mark.formula, write)));
  if (ours.length === 0) return;
  for (const { sheet } of ours) sheet.delete();
  await sync();
}
