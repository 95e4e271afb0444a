/** The review as the ribbon asks for it: nobody sees a return value, so a failure opens the pane, and the command line finds its answer in the workbook. */
import { portfolioJson } from '../report/portfolioJson';
import { type LiveWorkbook, livePortfolio } from './livePortfolio';
import { showPane } from './showPane';
import { answerCommandLine } from './workbookSettings';
import { writeQbr } from './writeQbr';

export async function writeQbrFromRibbon(live: LiveWorkbook = livePortfolio): Promise<void> {
  const result = await writeQbr({}, live);
  const error = result.kind === 'failed' ? result.message : null;
  if (live.lastReading()?.structure.answerWanted) await answerCommandLine({ json: jsonOf(live), error });
  else if (error !== null) await showPane();
}

function jsonOf(live: LiveWorkbook): string | null {
  const state = live.getState();
  return state.kind === 'ready' ? portfolioJson(state.portfolio) : null;
}

