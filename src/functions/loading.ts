/**
 * Brings the script that answers. functions.js is small, so that every function is associated before Excel calls the first; what they answer
 * from is fetched at the same time. A call that comes before it waits; where it does not come, the cell says so, and it is asked for again.
 */
import type { Portfolio } from '../domain/portfolio';
import type { GivenRange } from '../excel/rangePortfolio';
import type * as Answering from './answerers';
import type { Answer } from './answers';
import { sentencesOfLoading } from './sentencesOfLoading';

export type Answerers = typeof Answering;
type Call = CustomFunctions.StreamingInvocation<unknown>;

let asked: Promise<Answerers> | null = null;

function load(): Promise<Answerers> {
  asked ??= import(/* webpackChunkName: "functionAnswers" */ './answerers').catch((fault: unknown) => {
    asked = null;
    throw fault;
  });
  return asked;
}

// At once, while the page's own element for the script stands but has not run: one that had failed before would never be heard of.
load().catch(() => undefined);

/** For a function that answers once: where the script does not come, the next calculation asks for it again. */
export function answerers(): Promise<Answerers> {
  return load().catch(() => Promise.reject(notAvailable(sentencesOfLoading.recalculate)));
}

/** In ms; doubled from one time to the next. */
const firstWait = 2_000;
const longestWait = 60_000;

/** Answers a cell until it stops asking. `ranges` are the tables that it gives; without any the whole workbook counts. */
export function answerCell(call: Call, ranges: readonly GivenRange[], answer: (answerers: Answerers, portfolio: Portfolio) => Answer): void {
  let wanted = true;
  call.onCanceled = () => {
    wanted = false;
  };
  const start = (wait: number): void => {
    load().then((loaded) => {
      if (wanted) loaded.answerCell(call, ranges, (portfolio) => answer(loaded, portfolio));
    }, () => {
      if (!wanted) return;
      if (wait === firstWait) call.setResult(notAvailable(sentencesOfLoading.comesByItself));
      setTimeout(() => {
        if (wanted) start(Math.min(2 * wait, longestWait));
      }, wait);
    });
  };
  start(firstWait);
}

function notAvailable(message: string): CustomFunctions.Error {
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, message);
}
