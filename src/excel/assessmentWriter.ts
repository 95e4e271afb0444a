/** Appends a finished practice assessment to the Assessment table on the product's own sheet, and ends its draft: both or neither. */
import { type Answer, type AnswerField, type Area, answerFields, areaNames, areas } from '../domain/assessment';
import { type AssessmentDraft, mergeDrafts, readDraft } from '../domain/assessmentDraft';
import type { SerialDate } from '../domain/measure';
import { serialIn } from '../tables/dateText';
import { answerNames } from '../tables/fields';
import type { SourceValue } from '../tables/source';
import { readAssessment } from '../tables/readAssessment';
import { areaAddress } from './addresses';
import { type Clock, systemClock } from './clock';
import { columnPoints } from './columnWidth';
import { sheetWithoutHeaders } from './ownRows';
import { Obstacle, buildSheets, freeTableName } from './newSheets';
import { troubleOf } from './officeErrors';
import { type ExcelSession, inExcel } from './officeSync';
import { type WorkbookReading, readWorkbook, tablesIn } from './readWorkbook';
import { sentences } from './sentences';
import { dataSheetName } from './sheetMark';
import { draftSetting, settingText } from './workbookSettings';
import { inertRows } from './writingGateway';

export type FinishResult =
  | { readonly kind: 'done' }
  /** Nobody's draft is in the workbook any more: it was finished or discarded elsewhere. Nothing was written. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly message: string };

const tableName = 'AllianceAssessment';
const dayFormat = 'yyyy-mm-dd';

const widths: Readonly<Record<AnswerField, number>> = { date: 12, assessor: 20, area: 20, level: 8, evidence: 60 };

type Row = Readonly<Record<AnswerField, string | number | null>>;

/** The own table with all of its columns. */
interface AssessmentTable {
  readonly sheetId: string;
  readonly tableId: string;
  readonly headers: readonly SourceValue[];
  readonly columns: Readonly<Record<AnswerField, number>>;
}

/** What is left to do on a new sheet, because there is no sheet of own tables yet. */
interface Waiting {
  readonly rows: readonly Row[];
}

/**
 * Ten rows in one call, one for each area, with an empty level where it is not answered: that takes back what was answered earlier on the
 * same day, so that two assessments of a day never mix. What others answered meanwhile is in them. `today` in the calendar of 1900.
 * Four or five requests; a reading is to follow.
 */
export async function finishAssessment(draft: AssessmentDraft, today: SerialDate, clock: Clock = systemClock): Promise<FinishResult> {
  try {
    const outcome = await inExcel((session) => append(session, draft, today), { clock, oneUndoStep: true });
    return 'kind' in outcome ? outcome : await onNewSheet(outcome, clock);
  } catch (fault) {
    return { kind: 'failed', message: fault instanceof Obstacle ? fault.message : troubleOf(fault).message };
  }
}

async function append(session: ExcelSession, draft: AssessmentDraft, today: SerialDate): Promise<FinishResult | Waiting> {
  const { context, sync } = session;
  const setting = context.workbook.settings.getItemOrNullObject(draftSetting).load('value');
  const reading = await readWorkbook(session, null);
  const theirs = readDraft(settingText(setting));
  if (theirs === null) return { kind: 'gone' };
  const { structure } = reading;
  const headless = sheetWithoutHeaders(structure);
  if (headless !== null) throw new Obstacle(sentences.dataSheetHeaders(headless));

  const rows = rowsOf(mergeDrafts(draft, theirs), today, structure.date1904);
  const table = tableOf(reading);
  const sheetId = table?.sheetId ?? structure.extents.find(({ ownership }) => ownership === 'data')?.sheet.id;
  if (sheetId === undefined) return { rows: [...carriedRows(reading), ...rows] };
  const sheet = context.workbook.worksheets.getItem(sheetId).load('name');
  sheet.protection.load('protected');
  const used = sheet.getUsedRangeOrNullObject(true).untrack().load('columnIndex,columnCount');
  await sync();
  if (sheet.protection.protected) throw new Obstacle(sentences.dataSheetProtected(sheet.name));
  if (table !== null) addRows(context.workbook.tables.getItem(table.tableId), table, rows);
  else {
    const name = freeTableName(tableName, structure.tables.map((one) => one.name));
    startTable(sheet, used.isNullObject ? 0 : used.columnIndex + used.columnCount + 1, name, [...carriedRows(reading), ...rows]);
  }
  setting.delete();
  await sync();
  return { kind: 'done' };
}

/** `null` where there is none on the own sheet, or where it lost a column: it is then left as it is, and a new one begins with what it says. */
function tableOf(reading: WorkbookReading): AssessmentTable | null {
  const { structure, own } = reading;
  const area = tablesIn(reading).assessment;
  const extent = area !== null && own.includes(area.source) ? structure.tableExtents.find(({ table }) => table.name === area.source.table) : undefined;
  if (area === null || !extent?.headers) return null;
  const { columns } = area.mapping;
  if (!answerFields.every((field) => columns[field] !== undefined)) return null;
  return { sheetId: extent.table.sheetId, tableId: extent.table.id, headers: extent.headers, columns: columns as AssessmentTable['columns'] };
}

const rowOf = ({ date, assessor, area, level, evidence }: Omit<Answer, 'row'>, date1904: boolean): Row =>
  ({ date: serialIn(date1904, date), assessor, area: areaNames[area], level, evidence });

function rowsOf({ assessor, answers }: AssessmentDraft, date: SerialDate, date1904: boolean): readonly Row[] {
  const of = (area: Area): Row => rowOf({ date, assessor, area, level: answers[area]?.level ?? null, evidence: answers[area]?.evidence ?? null }, date1904);
  return areas.map(of);
}

/** What a table that cannot be appended to says: the own one is read before any other, which must not make earlier assessments vanish. */
function carriedRows(reading: WorkbookReading): readonly Row[] {
  const { date1904 } = reading.structure;
  const area = tablesIn(reading).assessment;
  return area === null ? [] : readAssessment(area, date1904).map((answer) => rowOf(answer, date1904));
}

function addRows(table: Excel.Table, { headers, columns }: AssessmentTable, rows: readonly Row[]): void {
  // Excel puts values in wrong rows where a filter hides some.
  table.clearFilters();
  const cells = rows.map((row) => {
    const line = headers.map((): string | number | null => null);
    for (const field of answerFields) line[columns[field]] = row[field];
    return line;
  });
  // A null leaves a column of the user's own to its formula; the types do not know it.
  table.rows.add(undefined, inertRows(cells) as string[][]);
  const days = table.columns.getItemAt(columns.date).getDataBodyRange().untrack().getLastRow().untrack().getOffsetRange(1 - rows.length, 0).untrack();
  days.getResizedRange(rows.length - 1, 0).untrack().numberFormat = rows.map(() => [dayFormat]);
}

/** The table is there, empty, before any of its cells, and all of them come in one call: a request that breaks off leaves no part of a run. */
function startTable(sheet: Excel.Worksheet, column: number, name: string, rows: readonly Row[]): void {
  const whole = { row: 0, column, rows: rows.length + 1, columns: answerFields.length };
  const headers = sheet.getRange(areaAddress({ ...whole, rows: 1 })).untrack();
  headers.values = inertRows([answerFields.map((field) => answerNames[field].name)]);
  answerFields.forEach((field, index) => {
    headers.getCell(0, index).untrack().format.columnWidth = columnPoints(widths[field]);
  });
  const table = sheet.tables.add(areaAddress(whole), true);
  table.name = name;
  table.style = 'TableStyleLight9';
  const body = sheet.getRangeByIndexes(1, column, rows.length, answerFields.length).untrack();
  body.numberFormat = rows.map(() => answerFields.map((field) => (field === 'date' ? dayFormat : 'General')));
  body.values = inertRows(rows.map((row) => answerFields.map((field) => row[field])));
}

/** Nothing on a new sheet counts before it is marked as finished, which comes last, with the end of the draft. */
async function onNewSheet({ rows }: Waiting, clock: Clock): Promise<FinishResult> {
  const built = await buildSheets(async ({ context, sync }, builder) => {
    const added = builder.add(dataSheetName);
    added.sheet.visibility = 'Hidden';
    startTable(added.sheet, 0, freeTableName(tableName, builder.tableNames), rows);
    context.workbook.settings.getItem(draftSetting).delete();
    added.finish('data');
    await sync();
  }, { clock });
  if (built.kind === 'built') return { kind: 'done' };
  return { kind: 'failed', message: built.kind === 'failed' ? built.message : sentences.notRead };
}
