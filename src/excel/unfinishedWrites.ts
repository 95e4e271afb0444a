/** What a write left half done because Excel did not answer any more: the sheets that are still marked, and the rows that came with them. */
import { type Clock, systemClock } from './clock';
import { removeRuns } from './ownRows';
import { inExcel } from './officeSync';
import { isDataName } from './sheetMark';
import type { Structure } from './workbookStructure';

/** Rows go before the sheets that tell them from finished ones. Failing is no harm: the next start tries again. */
export async function removeUnfinished({ extents }: Structure, clock: Clock = systemClock): Promise<void> {
  const unfinished = extents.filter(({ ownership }) => ownership === 'building');
  if (unfinished.length === 0) return;
  const dataSheets = extents.filter(({ ownership, sheet }) => ownership === 'data' || isDataName(sheet.name)).map(({ sheet }) => sheet.id);
  await inExcel(async (session) => {
    await removeRuns(session, dataSheets, new Set(unfinished.map(({ run }) => run)));
    for (const { sheet } of unfinished) session.context.workbook.worksheets.getItemOrNullObject(sheet.id).delete();
    await session.sync();
  }, { clock }).catch(() => undefined);
}
