/** Puts the two tables into the workbook, empty or with sample data: two new sheets, all or nothing. */
import type { ActionResult } from './actionResult';
import { areaAddress } from './addresses';
import { todayOf } from './asOf';
import { quotedSheet } from '../domain/cell';
import { type Clock, systemClock } from './clock';
import { columnPoints } from './columnWidth';
import { type NewSheet, buildSheets, freeTableName } from './newSheets';
import type { ExcelSession } from './officeSync';
import { type SampleValue, sampleInitiatives, samplePartners } from './sampleData';
import { type ColumnKind, type TemplateColumn, type TemplateTable, initiativesTemplate, partnersTemplate } from './templateTables';
import { millenniumIn1904 } from './workbookStructure';
import { inertRows } from './writingGateway';

/** Rows to begin with; a table grows as somebody types below it. */
const emptyRows = 12;
/** The list of partners to choose from reaches as far down as a portfolio may grow. */
const lastListedRow = 1_001;
const offset1904 = 1_462;

const formats: Readonly<Record<ColumnKind, string>> = { text: 'General', long: 'General', date: 'yyyy-mm-dd', money: '#,##0', count: '0' };
const widths: Readonly<Record<ColumnKind, number>> = { text: 18, long: 28, date: 15, money: 15, count: 12 };

export function insertTemplate(clock: Clock = systemClock): Promise<ActionResult> {
  return insertTables(emptyTable, emptyTable, clock);
}

export function insertSampleData(clock: Clock = systemClock): Promise<ActionResult> {
  return insertTables(() => samplePartners, () => sampleInitiatives, clock);
}

type RowsFor = (table: TemplateTable) => readonly (readonly SampleValue[])[];

/** From the first cell of a column of names on; the list grows with the table. */
export function partnerListOf(sheet: string, column: string, firstRow: number): string {
  return `=${quotedSheet(sheet)}!$${column}$${firstRow + 1}:$${column}$${firstRow + lastListedRow - 1}`;
}

const emptyTable: RowsFor = ({ columns }) => Array.from({ length: emptyRows }, () => columns.map(() => null));

async function insertTables(partners: RowsFor, initiatives: RowsFor, clock: Clock): Promise<ActionResult> {
  const built = await buildSheets(async (session, builder) => {
    const day = await dayWriter(session, clock);
    const tables = [[partnersTemplate, partners], [initiativesTemplate, initiatives]] as const;
    const taken = [...builder.tableNames];
    let list = '';
    let first: NewSheet | null = null;
    for (const [table, rowsFor] of tables) {
      const added = builder.add(table.name);
      const name = freeTableName(table.name, taken);
      taken.push(name);
      fillTable(added.sheet, table, rowsFor(table).map((row) => row.map(day)), name, list);
      list ||= partnerListOf(added.name, 'A', 1);
      first ??= added;
      added.finish("user's");
    }
    await session.sync();
    first?.sheet.activate();
    first?.sheet.getRange('A2').untrack().select();
    // The tables stand, whatever has the focus.
    await session.sync().catch(() => undefined);
  }, { clock });
  return built.kind === 'failed' ? built : { kind: 'done' };
}

/** Dates of the sample move with today, as serials of the workbook's own date system. */
async function dayWriter(session: ExcelSession, clock: Clock): Promise<(value: SampleValue) => string | number | null> {
  const millennium = session.context.workbook.functions.date(2000, 1, 1).load('value');
  await session.sync();
  const today = todayOf(clock) - (millennium.value === millenniumIn1904 ? offset1904 : 0);
  return (value) => (typeof value === 'object' && value !== null ? today - value.daysAgo : value);
}

/** Writes a table of the template to a new sheet. `partnerList`: the list from which a partner is chosen; '' for none. */
export function fillTable(sheet: Excel.Worksheet, { columns }: TemplateTable, rows: readonly (readonly (string | number | null)[])[], tableName: string, partnerList: string): void {
  const whole = { row: 0, column: 0, rows: rows.length + 1, columns: columns.length };
  const range = sheet.getRange(areaAddress(whole)).untrack();
  range.numberFormat = [columns.map(() => 'General'), ...rows.map(() => columns.map(({ kind }) => formats[kind]))];
  range.values = inertRows([columns.map(({ header }) => header), ...rows]);
  const table = sheet.tables.add(areaAddress(whole), true);
  table.name = tableName;
  table.style = 'TableStyleLight9';
  columns.forEach((column, index) => {
    const body = { row: 1, column: index, rows: rows.length, columns: 1 };
    const cells = sheet.getRange(areaAddress(body)).untrack();
    cells.format.columnWidth = columnPoints(widths[column.kind]);
    const source = listOf(column, partnerList);
    if (source === null) return;
    cells.dataValidation.rule = { list: { inCellDropDown: true, source } };
    // The list helps; other words for the same are understood too.
    cells.dataValidation.errorAlert = { showAlert: false, style: 'Information', title: '', message: '' };
  });
  sheet.freezePanes.freezeRows(1);
}

function listOf({ choices }: TemplateColumn, partnerList: string): string | null {
  if (choices === 'partners') return partnerList === '' ? null : partnerList;
  return choices?.join(',') ?? null;
}
