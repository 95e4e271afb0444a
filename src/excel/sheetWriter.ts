/** Carries out a sheet plan on a new sheet together with its records in the product's own tables, all or nothing. */
import type { SheetPlan } from '../report/sheetPlan';
import type { Clock } from './clock';
import { type BuildResult, buildSheets, goOnUnless } from './newSheets';
import { troubleOf } from './officeErrors';
import { stepsOf } from './planSteps';
import { packed } from './requestSize';
import type { ReviewRecords } from './reviewRecords';
import { sentences } from './sentences';
import type { Step } from './sheetStep';

export interface Written {
  readonly sheet: string;
  readonly sheetId: string;
}

export interface WriteOptions {
  readonly signal: AbortSignal;
  readonly onStep: (step: 'writing' | 'finishing') => void;
  readonly clock?: Clock;
  /** What else is asked for once the sheet stands; it goes the way of the view where that fails. */
  readonly afterwards?: (context: Excel.RequestContext) => void;
}

/**
 * At most three requests, and one more per 4 MB: what stands in the way, the sheet, the view of it.
 * The last rows of its records come in the request that finishes the sheet, so that neither is ever there without the other; from then on
 * both stay, whoever calls it off and whatever the view does.
 */
export function writeSheet(plan: SheetPlan, records: ReviewRecords | null, { signal, onStep, clock, afterwards }: WriteOptions): Promise<BuildResult<Written>> {
  let steps: readonly Step[];
  try {
    steps = stepsOf(plan);
  } catch (fault) {
    return Promise.resolve({ kind: 'failed', message: fault instanceof RangeError ? sentences.unwritable(fault.message) : troubleOf(fault).message });
  }
  onStep('writing');
  return buildSheets(async (session, builder) => {
    goOnUnless(signal);
    const recordSteps = records?.steps(session.context, builder) ?? [];
    const { name, sheet, insist, finish } = builder.add(plan.name);
    const messages = packed([...steps.map(({ bytes, run }) => ({ bytes, run: () => run(sheet) })), ...recordSteps]);
    for (const [index, message] of messages.entries()) {
      session.context.application.suspendScreenUpdatingUntilNextSync();
      if (index > 0) insist();
      for (const step of message) step.run();
      if (index === messages.length - 1) {
        records?.finish(session.context);
        finish('own');
      }
      await session.sync();
      goOnUnless(signal);
    }
    onStep('finishing');
    records?.removeSuperseded(session.context);
    afterwards?.(session.context);
    sheet.activate();
    sheet.getRange('A1').untrack().select();
    // Another workbook may have the focus, or the sheet may be gone already: the review stands all the same.
    await session.sync().catch(() => undefined);
    return { sheet: name, sheetId: sheet.id };
  }, {
    signal,
    clock,
    alongside: (context) => records?.look(context) ?? (() => undefined),
    undo: async (session, write) => records?.undo(session, write),
  });
}
