/** Logs a course correction: one row more in the table of corrections, which is made where there is none and the user has said so. */
import { type CellRef, cellAddress, columnLetters } from '../domain/cell';
import type { CorrectionField } from '../domain/correction';
import type { SerialDate } from '../domain/measure';
import type { PortfolioRows } from '../domain/portfolioRows';
import { type CellByContent, contentOf, findByContent } from '../tables/cellsByContent';
import { serialIn } from '../tables/dateText';
import { correctionTextFields } from '../tables/fields';
import type { TableArea } from '../tables/findTables';
import { formatMeaning } from '../tables/numberFormat';
import { dataRows } from '../tables/tableRows';
import { isBlank } from '../tables/textForms';
import { type CellEdits, cellEdits } from './cellEdits';
import { type Clock, systemClock } from './clock';
import type { Written } from './editJournal';
import type { EditResult } from './editState';
import { type LiveWorkbook, livePortfolio } from './livePortfolio';
import { Obstacle, buildSheets, freeTableName } from './newSheets';
import { codeOf, troubleOf } from './officeErrors';
import { type ExcelSession, inExcel } from './officeSync';
import { type WorkbookReading, readWorkbook, tablesIn } from './readWorkbook';
import { sentences } from './sentences';
import { fillTable, partnerListOf } from './template';
import { correctionsTemplate } from './templateTables';
import { type InertValue, inert } from './writingGateway';

/** A row of the table, as the user entered it. */
export interface NewCorrection {
  readonly date: SerialDate;
  /** As the Partners table writes it; `null`: the whole portfolio. */
  readonly partner: string | null;
  readonly initiative: string | null;
  readonly correction: string;
  readonly reason: string | null;
  readonly measure: string | null;
  readonly owner: string | null;
  readonly reviewOn: SerialDate | null;
  readonly status: string | null;
}

export type LogResult =
  | { readonly kind: 'done'; readonly cell: CellRef }
  /** The workbook has no table of corrections: the user is to be asked whether to make one. */
  | { readonly kind: 'noTable' }
  | { readonly kind: 'failed'; readonly message: string };

export interface LogOptions {
  /** Makes the table on a new sheet where there is none. */
  readonly create: boolean;
  readonly edits?: CellEdits;
  readonly live?: LiveWorkbook;
  readonly clock?: Clock;
}

const dayFormat = 'yyyy-mm-dd';
const dayFields: readonly CorrectionField[] = ['date', 'reviewOn'];
const what = sentences.correctionLogged;

/** What the last column of the row that is written shows, and where it begins. */
interface Logged {
  readonly cell: CellRef;
  /** Of a sheet that was made for it. */
  readonly madeSheet: string | null;
}

function cellOf(correction: NewCorrection, field: CorrectionField, date1904: boolean): InertValue {
  const value = correction[field];
  return typeof value === 'number' ? serialIn(date1904, value) : inert(value);
}

const correctionsOf = (reading: WorkbookReading): TableArea<CorrectionField> | null => tablesIn(reading).corrections;

/** Two or three requests to read, one or two to write; a reading follows. The row can be taken back by the pane's Undo. */
export function logCorrection(correction: NewCorrection, { create, edits = cellEdits, live = livePortfolio, clock = systemClock }: LogOptions): Promise<LogResult> {
  return edits.writing(async () => {
    const result = await log(correction, create, live, clock).catch((fault: unknown): LogResult => ({ kind: 'failed', message: messageOf(fault) }));
    if (!('madeSheet' in result)) return { result, written: null };
    await live.refresh();
    const written = takenBack(result, correction, live, clock);
    return { result: { kind: 'done', cell: result.cell } as const, written };
  });
}

function messageOf(fault: unknown): string {
  if (fault instanceof Obstacle) return fault.message;
  return codeOf(fault) === 'AccessDenied' ? sentences.correctionsProtected : troubleOf(fault).message;
}

async function log(correction: NewCorrection, create: boolean, live: LiveWorkbook, clock: Clock): Promise<Logged | LogResult> {
  const logged = await inExcel(async (session): Promise<Logged | null> => {
    const reading = await readWorkbook(session, null);
    const area = correctionsOf(reading);
    if (area === null) return null;
    return area.source.table === null ? addBelow(session, area, correction, reading) : addRow(session, area, correction, reading);
  }, { clock });
  if (logged !== null) return logged;
  return create ? makeTable(correction, live, clock) : { kind: 'noTable' };
}

function sheetOf({ workbook }: Excel.RequestContext, { structure }: WorkbookReading, name: string): Excel.Worksheet {
  return workbook.worksheets.getItem(structure.sheets.find((sheet) => sheet.name === name)?.id ?? '');
}

/** To an Excel table: it grows by the row, and Excel fills the columns that are not ours. */
async function addRow({ context, sync }: ExcelSession, { source, values, header, mapping }: TableArea<CorrectionField>, correction: NewCorrection, reading: WorkbookReading): Promise<Logged> {
  const place = reading.structure.tables.find(({ name }) => name === source.table);
  const table = context.workbook.tables.getItem(place?.id ?? '');
  const row = (values[header] ?? []).map((): InertValue => null);
  for (const [field, position] of Object.entries(mapping.columns) as [CorrectionField, number][]) row[position] = cellOf(correction, field, reading.structure.date1904);
  // Excel puts values in wrong rows where a filter hides some.
  table.clearFilters();
  // A null leaves a column of the user's own to its formula; the types do not know it.
  const added = table.rows.add(undefined, [row] as string[][]).getRange().untrack();
  added.load('rowIndex,columnIndex,numberFormat');
  await sync();
  const formats = added.numberFormat[0] as readonly string[];
  const undated = dayFields.flatMap((field) => mapping.columns[field] ?? []).filter((position) => !formatMeaning(String(formats[position])).date);
  for (const position of undated) sheetOf(context, reading, source.sheet).getCell(added.rowIndex, added.columnIndex + position).untrack().numberFormat = [[dayFormat]];
  if (undated.length > 0) await sync();
  return { cell: { sheet: source.sheet, row: added.rowIndex, column: added.columnIndex + (mapping.columns.correction ?? 0) }, madeSheet: null };
}

/** To plain rows: the first free row below them. */
async function addBelow({ context, sync }: ExcelSession, area: TableArea<CorrectionField>, correction: NewCorrection, reading: WorkbookReading): Promise<Logged> {
  const { source, values, header, mapping } = area;
  const at = (dataRows(area, correctionTextFields).at(-1) ?? header) + 1;
  const cells = values[at] ?? [];
  const first = { sheet: source.sheet, row: source.row + at, column: source.column + (mapping.columns.correction ?? 0) };
  if (Object.values<number>(mapping.columns as Record<string, number>).some((position) => !isBlank(cells[position]))) throw new Obstacle(sentences.noFreeRow(cellAddress(first)));
  const sheet = sheetOf(context, reading, source.sheet);
  for (const [field, position] of Object.entries(mapping.columns) as [CorrectionField, number][]) {
    const range = sheet.getCell(first.row, source.column + position).untrack();
    if (dayFields.includes(field)) range.numberFormat = [[dayFormat]];
    range.values = [[cellOf(correction, field, reading.structure.date1904)]];
  }
  await sync();
  return { cell: first, madeSheet: null };
}

async function makeTable(correction: NewCorrection, live: LiveWorkbook, clock: Clock): Promise<Logged | LogResult> {
  const state = live.getState();
  const date1904 = live.lastReading()?.structure.date1904 ?? false;
  const list = state.kind === 'ready' ? partnerList(state.portfolio.rows) : '';
  const built = await buildSheets(async (session, builder) => {
    const added = builder.add(correctionsTemplate.name);
    const fields: readonly CorrectionField[] = ['date', 'partner', 'initiative', 'correction', 'reason', 'measure', 'owner', 'reviewOn', 'status'];
    const row = fields.map((field) => {
      const value = correction[field];
      return typeof value === 'number' ? serialIn(date1904, value) : value;
    });
    fillTable(added.sheet, correctionsTemplate, [row], freeTableName(correctionsTemplate.name, builder.tableNames), list);
    added.finish("user's");
    await session.sync();
    return { name: added.name, id: added.sheet.id };
  }, { clock });
  if (built.kind !== 'built') return built.kind === 'failed' ? built : { kind: 'failed', message: sentences.notRead };
  return { cell: { sheet: built.result.name, row: 1, column: 3 }, madeSheet: built.result.id };
}

function partnerList({ partners }: PortfolioRows): string {
  return partners === null ? '' : partnerListOf(partners.sheet, columnLetters(partners.columns.partner ?? 0), partners.headerRow + 1);
}

/** Undo removes the row as long as it says what was logged; a sheet that was made for it goes where nothing else came to it. */
function takenBack({ cell, madeSheet }: Logged, { correction }: NewCorrection, live: LiveWorkbook, clock: Clock): Written | null {
  const reading = live.lastReading();
  const content = reading && contentOf(tablesIn(reading), cell);
  if (!content) return null;
  const undo = async (): Promise<EditResult> => {
    try {
      const result = await inExcel((session) => removeRow(session, content, cell, madeSheet), { clock });
      if (result.kind === 'done') await live.refresh();
      return result;
    } catch (fault) {
      return { kind: 'failed', message: messageOf(fault) };
    }
  };
  return { what, cell, to: correction, undo };
}

async function removeRow(session: ExcelSession, content: CellByContent, cell: CellRef, madeSheet: string | null): Promise<EditResult> {
  const { context, sync } = session;
  const reading = await readWorkbook(session, null);
  const found = findByContent(tablesIn(reading), content);
  const area = correctionsOf(reading);
  if (found.kind !== 'found' || area === null || [...content.row].some(([field, value]) => found.content.row.get(field) !== value)) {
    return { kind: 'failed', message: sentences.correctionChanged(cellAddress(cell)) };
  }
  const { source, mapping } = area;
  const place = reading.structure.tables.find(({ name }) => name === source.table);
  const extent = reading.structure.extents.find(({ sheet }) => sheet.id === madeSheet);
  const at = found.cell.row - source.row;
  if (extent?.used?.rows === 2 && at === 1) context.workbook.worksheets.getItem(extent.sheet.id).delete();
  else if (place !== undefined) {
    const table = context.workbook.tables.getItem(place.id);
    // Excel refuses to move cells of a table where a filter hides rows.
    table.clearFilters();
    table.rows.getItemAt(at - area.header - 1).delete();
  } else {
    const sheet = sheetOf(context, reading, source.sheet);
    for (const position of Object.values<number>(mapping.columns as Record<string, number>)) sheet.getCell(found.cell.row, source.column + position).untrack().clear('Contents');
  }
  await sync();
  return { kind: 'done', cell };
}
