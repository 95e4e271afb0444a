/** Rows of the product's own tables: how those of one write go from them again. */
import { recogniseHeaders } from '../tables/headerRecognition';
import type { SourceValue } from '../tables/source';
import type { ExcelSession } from './officeSync';
import type { Structure } from './workbookStructure';

/** The sheet of own tables where one shows no header row: what it holds cannot be told, and a new table would forget it. `null` where all do. */
export function sheetWithoutHeaders({ extents, tables }: Structure): string | null {
  const headless = tables.filter(({ showHeaders }) => !showHeaders).map(({ sheetId }) => sheetId);
  return extents.find(({ sheet, ownership }) => ownership === 'data' && headless.includes(sheet.id))?.sheet.name ?? null;
}

/** Rows of the table's body by their positions in rising order; cells beside the table stay where they are. */
export function deleteRows(table: Excel.Table, positions: readonly number[]): void {
  if (positions.length === 0) return;
  // Excel refuses to move cells of a table where a filter hides rows.
  table.clearFilters();
  const body = table.getDataBodyRange().untrack();
  // From below, so that what is deleted moves nothing that is still to be deleted.
  for (const [first, count] of runsOf(positions).reverse()) {
    const row = body.getRow(first).untrack();
    (count === 1 ? row : row.getResizedRange(count - 1, 0).untrack()).delete('Up');
  }
}

/** Neighbouring positions as one: [first, count]. */
function runsOf(positions: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const position of positions) {
    const last = runs.at(-1);
    if (last && last[0] + last[1] === position) last[1] += 1;
    else runs.push([position, 1]);
  }
  return runs;
}

/** Removes from the History and Decisions tables of these sheets the rows that these runs wrote. A table that holds nothing else goes with them. */
export async function removeRuns({ context, sync }: ExcelSession, sheetIds: readonly string[], runs: ReadonlySet<string>): Promise<void> {
  if (sheetIds.length === 0) return;
  const { tables } = context.workbook;
  tables.load('items/id,items/showHeaders,items/worksheet/id');
  await sync();
  const candidates = tables.items
    .filter(({ showHeaders, worksheet }) => showHeaders && sheetIds.includes(worksheet.id))
    .map((table) => ({ table, headers: table.getHeaderRowRange().untrack().load('values') }));
  if (candidates.length === 0) return;
  await sync();
  const columns = candidates.flatMap(({ table, headers }) => {
    const row = recogniseHeaders((headers.values[0] ?? []) as SourceValue[]);
    const column = row?.kind === 'history' || row?.kind === 'decisions' ? row.mapping.columns.run : undefined;
    return column === undefined ? [] : [{ table, cells: table.columns.getItemAt(column).getDataBodyRange().untrack().load('values') }];
  });
  if (columns.length === 0) return;
  await sync();
  for (const { table, cells } of columns) {
    const positions = cells.values.flatMap(([run], position) => (runs.has(String(run)) ? [position] : []));
    if (positions.length === cells.values.length) table.delete();
    else deleteRows(table, positions);
  }
  await sync();
}
