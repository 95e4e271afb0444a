/** Every request to Excel passes here, so that none waits for ever and each waits for a cell that is being edited. */
import { type Clock, systemClock } from './clock';

/** Excel on the web may lose a request without a word; longer than this nobody believes in an answer. */
const answerLimit = 30_000;

/** Thrown where Excel did not answer in time. What was asked for may still happen. */
export class NotAnswering extends Error {
  constructor() {
    super('Excel does not answer.');
    this.name = 'NotAnswering';
  }
}

export interface ExcelSession {
  readonly context: Excel.RequestContext;
  /** Sends what was asked for since the last time, and waits for the answer. */
  sync(): Promise<void>;
}

export interface SessionOptions {
  readonly clock?: Clock;
  /** All changes become one step of undo, where Excel can. */
  readonly oneUndoStep?: boolean;
}

/** Runs `work` against the open workbook. Ranges made in it should be untracked at once: each tracked one costs a request at the end. */
export function inExcel<T>(work: (session: ExcelSession) => Promise<T>, { clock = systemClock, oneUndoStep = false }: SessionOptions = {}): Promise<T> {
  const options: Excel.RunOptions = { delayForCellEdit: true, ...(oneUndoStep && supports('1.20') ? { mergeUndoGroup: true } : {}) };
  return Excel.run(options, (context) => work({ context, sync: () => answered(context.sync(), clock) }));
}

/** Whether this Excel knows a later set of ExcelApi; everything up to 1.9 is there by the manifest. */
export function supports(version: '1.17' | '1.20'): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}

function answered(answer: Promise<void>, clock: Clock): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = clock.later(answerLimit, () => reject(new NotAnswering()));
    answer.finally(giveUp).then(resolve, reject);
  });
}
