/** Carries out a sheet plan on a new sheet, all or nothing. */
import type { SheetPlan } from '../report/sheetPlan';
import type { Clock } from './clock';
import { type BuildResult, buildSheets, goOnUnless } from './newSheets';
import { troubleOf } from './officeErrors';
import type { ExcelSession } from './officeSync';
import { type Step, stepsOf } from './planSteps';
import { packed } from './requestSize';
import { sentences } from './sentences';

export interface Written {
  readonly sheet: string;
  readonly sheetId: string;
}

export interface WriteOptions {
  readonly signal: AbortSignal;
  readonly onStep: (step: 'writing' | 'finishing') => void;
  readonly clock?: Clock;
}

/** At most three requests, and one more per 4 MB: what stands in the way, the sheet, the view of it. */
export function writeSheet(plan: SheetPlan, { signal, onStep, clock }: WriteOptions): Promise<BuildResult<Written>> {
  let steps: readonly Step[];
  try {
    steps = stepsOf(plan);
  } catch (fault) {
    return Promise.resolve({ kind: 'failed', message: fault instanceof RangeError ? sentences.unwritable(fault.message) : troubleOf(fault).message });
  }
  onStep('writing');
  return buildSheets(async (session, builder) => {
    goOnUnless(signal);
    const { name, sheet, finish } = builder.add(plan.name);
    const messages = packed(steps);
    for (const [index, message] of messages.entries()) {
      session.context.application.suspendScreenUpdatingUntilNextSync();
      for (const step of message) step.run(sheet);
      if (index === messages.length - 1) finish('own');
      await session.sync();
      goOnUnless(signal);
    }
    onStep('finishing');
    await show(session, sheet);
    goOnUnless(signal);
    return { sheet: name, sheetId: sheet.id };
  }, { signal, clock });
}

/** Another workbook may have the focus, or the sheet may be gone already: the review stands all the same. */
async function show({ sync }: ExcelSession, sheet: Excel.Worksheet): Promise<void> {
  try {
    sheet.activate();
    sheet.getRange('A1').untrack().select();
    await sync();
  } catch (fault) {
    if (troubleOf(fault).kind === 'notAnswering') throw fault;
  }
}
