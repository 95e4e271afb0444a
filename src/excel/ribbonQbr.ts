/** The review as the ribbon asks for it: nobody sees a return value, so a failure opens the pane, and the command line finds its answer in the workbook. */
import { portfolioJson } from '../report/portfolioJson';
import { reviewDocuments } from '../report/qbr';
import { type LiveWorkbook, livePortfolio } from './livePortfolio';
import { showPane } from './showPane';
import { type CommandLineAnswer, answerCommandLine } from './workbookSettings';
import { asLastChosen, writeQbr } from './writeQbr';

export async function writeQbrFromRibbon(live: LiveWorkbook = livePortfolio): Promise<void> {
  const result = await writeQbr({}, live);
  const error = result.kind === 'failed' ? result.message : null;
  if (live.lastReading()?.structure.answerWanted) await answerCommandLine({ ...answersOf(live), error });
  else if (error !== null) await showPane();
}

function answersOf(live: LiveWorkbook): Omit<CommandLineAnswer, 'error'> {
  const [state, reading] = [live.getState(), live.lastReading()];
  if (state.kind !== 'ready' || reading === null) return { json: null, documents: null };
  return { json: portfolioJson(state.portfolio), documents: JSON.stringify(reviewDocuments(state.portfolio, asLastChosen(reading))) };
}
