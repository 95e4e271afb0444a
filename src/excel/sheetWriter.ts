/** Carries out sheet plans, each on a new sheet, together with their records in the product's own tables: all or nothing. */
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
  /** What else is asked for once the sheets stand; it goes the way of the view where that fails. */
  readonly afterwards?: (context: Excel.RequestContext) => void;
}

/**
 * At most three requests, and one more per 4 MB: what stands in the way, the sheets, the view of the first.
 * The last rows of their records come in the request that finishes the sheets, so that none is ever there without the others; from then on
 * all stay, whoever calls it off and whatever the view does.
 */
export function writeSheets(plans: readonly SheetPlan[], records: ReviewRecords | null, { signal, onStep, clock, afterwards }: WriteOptions): Promise<BuildResult<readonly Written[]>> {
  let planned: readonly { readonly name: string; readonly steps: readonly Step[] }[];
  try {
    planned = plans.map((plan) => ({ name: plan.name, steps: stepsOf(plan) }));
  } catch (fault) {
    return Promise.resolve({ kind: 'failed', message: fault instanceof RangeError ? sentences.unwritable(fault.message) : troubleOf(fault).message });
  }
  onStep('writing');
  return buildSheets(async (session, builder) => {
    goOnUnless(signal);
    const recordSteps = records?.steps(session.context, builder) ?? [];
    // All in the first request: a hundred take less of it than is left for what an estimate misses.
    const sheets = planned.map(({ name, steps }) => ({ ...builder.add(name), steps }));
    const messages = packed([...sheets.flatMap(({ sheet, steps }) => steps.map(({ bytes, run }) => ({ bytes, run: () => run(sheet) }))), ...recordSteps]);
    for (const [index, message] of messages.entries()) {
      session.context.application.suspendScreenUpdatingUntilNextSync();
      if (index > 0) for (const { insist } of sheets) insist();
      for (const step of message) step.run();
      if (index === messages.length - 1) {
        records?.finish(session.context);
        for (const { finish } of sheets) finish('own');
      }
      await session.sync();
      goOnUnless(signal);
    }
    onStep('finishing');
    records?.removeSuperseded(session.context);
    afterwards?.(session.context);
    sheets[0]?.sheet.activate();
    sheets[0]?.sheet.getRange('A1').untrack().select();
    // Another workbook may have the focus, or the sheet may be gone already: the review stands all the same.
    await session.sync().catch(() => undefined);
    return sheets.map(({ name, sheet: { id } }) => ({ sheet: name, sheetId: id }));
  }, {
    signal,
    clock,
    alongside: (context) => records?.look(context) ?? (() => undefined),
    undo: async (session, write) => records?.undo(session, write),
  });
}
