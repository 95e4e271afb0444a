/** Connects a calling cell with the portfolio that answers it: the live one, or that of the ranges it gives. */
import type { Portfolio } from '../domain/portfolio';
import type { LivePortfolio } from '../excel/liveState';
import { livePortfolio } from '../excel/livePortfolio';
import { troubleOf } from '../excel/officeErrors';
import { type GivenRange, rangePortfolio } from '../excel/rangePortfolio';
import type { Answer } from './answers';
import { shown } from './cellResult';

export type Call = CustomFunctions.StreamingInvocation<unknown>;

/** Answers a cell until it stops asking. `ranges` are the tables that it gives; without any the whole workbook counts. */
export function answerCell(call: Call, ranges: readonly GivenRange[], answer: (portfolio: Portfolio) => Answer, live: LivePortfolio = livePortfolio): void {
  if (ranges.length > 0) answerOnce(call, ranges, answer);
  else answerLive(call, answer, live);
}

/** Given ranges are arguments: Excel calls anew when they change. */
function answerOnce(call: Call, ranges: readonly GivenRange[], answer: (portfolio: Portfolio) => Answer): void {
  let wanted = true;
  call.onCanceled = () => {
    wanted = false;
  };
  rangePortfolio(ranges).then(answer).catch((fault: unknown): Answer => ({ error: '#N/A', message: troubleOf(fault).message })).then((result) => {
    if (wanted) call.setResult(shown(result));
  }, () => undefined);
}

function answerLive(call: Call, answer: (portfolio: Portfolio) => Answer, live: LivePortfolio): void {
  let judged: Portfolio | null = null;
  let last: string | null = null;
  // Nobody would hear of what is thrown here: the call has long returned.
  const answerOf = (portfolio: Portfolio): Answer => {
    try {
      return answer(portfolio);
    } catch (fault) {
      return { error: '#N/A', message: troubleOf(fault).message };
    }
  };
  const hand = (result: Answer): void => {
    // The same result again would cost a request and recalculate what depends on the cell.
    const text = JSON.stringify(result);
    if (text === last) return;
    last = text;
    call.setResult(shown(result));
  };
  const update = (): void => {
    const state = live.getState();
    if (state.kind === 'failed') hand({ error: '#N/A', message: state.trouble.message });
    if (state.kind !== 'ready' || state.portfolio === judged) return;
    judged = state.portfolio;
    hand(answerOf(judged));
  };
  call.onCanceled = live.subscribe(update);
  update();
}
