/** Follows a link of the pane into the sheet. */
import type { CellRef } from '../domain/cell';
import { type ActionResult, resultOf } from './actionResult';
import { troubleOf } from './officeErrors';
import { inExcel } from './officeSync';
import { sentences } from './sentences';

/** Shows the sheet and selects the cell. */
export function selectCell({ sheet, row, column }: CellRef): Promise<ActionResult> {
  return goTo(sheet, row, column);
}

export function activateSheet(name: string): Promise<ActionResult> {
  return goTo(name, null, 0);
}

async function goTo(name: string, row: number | null, column: number): Promise<ActionResult> {
  let hidden = false;
  let found = true;
  const result = await resultOf(() => inExcel(async ({ context, sync }) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('visibility');
    await sync();
    found = !sheet.isNullObject;
    hidden = found && sheet.visibility !== 'Visible';
    if (!found || hidden) return;
    const range = row === null ? null : sheet.getCell(row, column).untrack();
    sheet.activate();
    range?.select();
    await sync().catch((fault: unknown) => {
      // While another workbook has the focus a sheet cannot be activated; that is no fault of the link.
      if (troubleOf(fault).kind !== 'unexpected') throw fault;
    });
  }));
  if (result.kind === 'failed') return result;
  if (!found) return { kind: 'failed', message: sentences.sheetGone(name) };
  return hidden ? { kind: 'failed', message: sentences.sheetHidden(name) } : result;
}
