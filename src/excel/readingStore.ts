/** Saves with the workbook what somebody said of how to read its tables, for whoever opens it next. */
import type { ReadingChoices } from '../tables/readingChoices';
import { writeChoices } from '../tables/storedChoices';
import { type ActionResult, resultOf } from './actionResult';
import { livePortfolio } from './livePortfolio';
import type { LivePortfolio } from './liveState';
import { type ExcelSession, inExcel } from './officeSync';
import { readingSetting, settingText } from './workbookSettings';

/** What is stored and not known stays. At most two requests, and those of a reading. */
export async function saveChoices(choices: ReadingChoices, live: LivePortfolio = livePortfolio): Promise<ActionResult> {
  const result = await resultOf(() => inExcel((session) => store(session, choices)));
  if (result.kind === 'done') await live.refresh();
  return result;
}

async function store({ context, sync }: ExcelSession, choices: ReadingChoices): Promise<void> {
  const { settings } = context.workbook;
  const setting = settings.getItemOrNullObject(readingSetting).load('value');
  await sync();
  const stored = settingText(setting);
  const text = writeChoices(stored, choices);
  if (text === stored) return;
  if (text === null) setting.delete();
  else settings.add(readingSetting, text);
  await sync();
}
