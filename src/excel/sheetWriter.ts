/**
 * Carries out a sheet plan, all or nothing: a new sheet with its final name, marked as being built until its last cell is there.
 * Whatever fails, only that sheet goes again; no other sheet is ever touched.
 */
import type { SheetPlan } from '../report/sheetPlan';
import { type Clock, systemClock } from './clock';
import { sentences, troubleOf } from './officeErrors';
import { type ExcelSession, inExcel } from './officeSync';
import { type Step, stepsOf } from './planSteps';
import { packed } from './requestSize';
import { isMarkOf, markName, markOf } from './sheetMark';

export type WriteResult =
  | { readonly kind: 'written'; readonly sheet: string; readonly sheetId: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string };

export interface WriteOptions {
  readonly signal: AbortSignal;
  readonly onStep: (step: 'writing' | 'finishing') => void;
  readonly clock?: Clock;
}

/** Excel's limit for the name of a sheet. */
const longestSheetName = 31;

/** What is known of the sheet while it is being built. */
interface Building {
  /** Tells this write's sheet from everybody else's. */
  readonly write: string;
  name: string | null;
  id: string | null;
}

class Cancelled extends Error {}
class StructureProtected extends Error {}

/**
 * At most three requests, and one more per 4 MB: what stands in the way, the sheet, the view of it.
 * They are one step of undo where Excel can; that is why the name is final from the start and nothing is renamed.
 */
export async function writeSheet(plan: SheetPlan, { signal, onStep, clock = systemClock }: WriteOptions): Promise<WriteResult> {
  const building: Building = { write: crypto.randomUUID(), name: null, id: null };
  try {
    const steps = stepsOf(plan);
    await inExcel((session) => build(session, plan.name, steps, building, signal, onStep), { clock, oneUndoStep: true });
    return { kind: 'written', sheet: building.name ?? plan.name, sheetId: building.id ?? '' };
  } catch (fault) {
    const left = building.name === null ? false : !(await removed(building, clock));
    if (fault instanceof Cancelled && !left) return { kind: 'cancelled' };
    const message = fault instanceof Cancelled ? '' : fault instanceof StructureProtected ? sentences.structureProtected : troubleOf(fault).message;
    return { kind: 'failed', message: left ? `${message} ${sentences.unfinishedSheet(building.name ?? plan.name)}`.trim() : message };
  }
}

async function build(session: ExcelSession, wanted: string, steps: readonly Step[], building: Building, signal: AbortSignal, onStep: WriteOptions['onStep']): Promise<void> {
  const goOn = (): void => {
    if (signal.aborted) throw new Cancelled();
  };
  goOn();
  const { workbook } = session.context;
  onStep('writing');
  workbook.protection.load('protected');
  workbook.worksheets.load('items/name');
  await session.sync();
  goOn();
  if (workbook.protection.protected) throw new StructureProtected();

  building.name = freeName(wanted, workbook.worksheets.items.map(({ name }) => name));
  const sheet = workbook.worksheets.add(building.name);
  sheet.load('id');
  const mark = sheet.names.add(markName, markOf('building', building.write));
  mark.visible = false;
  const messages = packed(steps);
  for (const [index, message] of messages.entries()) {
    session.context.application.suspendScreenUpdatingUntilNextSync();
    for (const step of message) step.run(sheet);
    if (index === messages.length - 1) mark.formula = markOf('complete', building.write);
    await session.sync();
    building.id = sheet.id;
    goOn();
  }
  onStep('finishing');
  await shown(session, sheet);
  goOn();
}

/** Another workbook may have the focus, or the sheet may be gone already: the review stands all the same. */
async function shown(session: ExcelSession, sheet: Excel.Worksheet): Promise<void> {
  try {
    sheet.activate();
    sheet.getRange('A1').untrack().select();
    await session.sync();
  } catch (fault) {
    if (troubleOf(fault).kind === 'notAnswering') throw fault;
  }
}

/** "QBR 2026 Q3", "QBR 2026 Q3 (2)", ...: the first that no sheet has, whatever the case. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const name = `${wanted.slice(0, longestSheetName - suffix.length).trimEnd()}${suffix}`;
    if (!names.has(name.toLowerCase())) return name;
  }
}

/** Whether nothing is left of the sheet. Not inside the step of undo: deleting a sheet would end it. */
async function removed(building: Building, clock: Clock): Promise<boolean> {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await inExcel((session) => remove(session, building), { clock });
      return true;
    } catch (fault) {
      if (troubleOf(fault).kind === 'notAnswering') return false;
    }
  }
  return false;
}

async function remove(session: ExcelSession, { id, name, write }: Building): Promise<void> {
  const { worksheets } = session.context.workbook;
  if (id === null) {
    // The answer was lost, not necessarily the sheet: only one with this write's mark is ours.
    const sheet = worksheets.getItemOrNullObject(name ?? '');
    const mark = sheet.names.getItemOrNullObject(markName);
    mark.load('formula');
    await session.sync();
    if (sheet.isNullObject || mark.isNullObject || !isMarkOf(mark.formula, write)) return;
    sheet.delete();
  } else worksheets.getItemOrNullObject(id).delete();
  await session.sync();
}

/** Sheets that a write left half done because Excel did not answer any more. Failing is no harm: the next start tries again. */
export async function removeUnfinished(sheetIds: readonly string[], clock: Clock = systemClock): Promise<void> {
  if (sheetIds.length === 0) return;
  await inExcel(async (session) => {
    for (const id of sheetIds) session.context.workbook.worksheets.getItemOrNullObject(id).delete();
    await session.sync();
  }, { clock }).catch(() => undefined);
}
