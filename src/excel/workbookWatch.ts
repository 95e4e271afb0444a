/**
 * Notices what may change the portfolio: edits, formulas that come to something else, sheets and tables that come, go or are renamed.
 * A number format that changes alone is not an edit: it counts from the next reading on.
 */
import { supports } from './officeSync';

export type WorkbookEvent =
  | { readonly kind: 'cells'; readonly sheetId: string }
  /** Formulas of the sheet were calculated; `address` lists which, '' where Excel does not say. */
  | { readonly kind: 'calculated'; readonly sheetId: string; readonly address: string }
  | { readonly kind: 'added' | 'deleted' | 'named'; readonly sheetId: string }
  | { readonly kind: 'tables'; readonly sheetId: string };

/** Asks for the events in the request that is being put together: watching costs none of its own. */
export function watchWorkbook({ workbook }: Excel.RequestContext, notice: (event: WorkbookEvent) => void): void {
  const told = (event: WorkbookEvent): Promise<void> => {
    notice(event);
    return Promise.resolve();
  };
  const { worksheets, tables } = workbook;
  worksheets.onChanged.add(({ worksheetId }) => told({ kind: 'cells', sheetId: worksheetId }));
  // Excel tells the address from ExcelApi 1.11 on.
  worksheets.onCalculated.add(({ worksheetId, address = '' }) => told({ kind: 'calculated', sheetId: worksheetId, address }));
  worksheets.onAdded.add(({ worksheetId }) => told({ kind: 'added', sheetId: worksheetId }));
  worksheets.onDeleted.add(({ worksheetId }) => told({ kind: 'deleted', sheetId: worksheetId }));
  tables.onAdded.add(({ worksheetId }) => told({ kind: 'tables', sheetId: worksheetId }));
  tables.onDeleted.add(({ worksheetId }) => told({ kind: 'tables', sheetId: worksheetId }));
  if (supports('1.17')) {
    worksheets.onNameChanged.add(({ worksheetId }) => told({ kind: 'named', sheetId: worksheetId }));
    worksheets.onVisibilityChanged.add(({ worksheetId }) => told({ kind: 'named', sheetId: worksheetId }));
  }
}
