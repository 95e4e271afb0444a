/** Writes the rows of one review to History, in the requests that write its sheet: both or neither. */
import type { SerialDate } from '../domain/measure';
import type { Portfolio } from '../domain/portfolio';
import { type SnapshotField, snapshotFields } from '../domain/snapshot';
import { type HistoryOutcome, type HistoryRow, historyOutcome, historyRows, rowOfSnapshot } from '../report/historyRows';
import { serialIn } from '../tables/dateText';
import { snapshotNames } from '../tables/fields';
import type { SourceValue } from '../tables/source';
import type { Area } from '../report/sheetPlan';
import { areaAddress } from './addresses';
import { columnPoints } from './columnWidth';
import { type HistoryPlace, type HistoryTable, deleteRows, historyPlaceOf, removeRuns } from './historyTable';
import { type Builder, type NewSheet, Obstacle, freeTableName } from './newSheets';
import type { ExcelSession } from './officeSync';
import type { WorkbookReading } from './readWorkbook';
import { cellBytes, rowChunks } from './requestSize';
import { sentences } from './sentences';
import { dataSheetName, runOf } from './sheetMark';
import { type InertValue, inertRows } from './writingGateway';

const tableName = 'AllianceHistory';
const columnCharacters = 15;

const formats: Readonly<Record<SnapshotField, string>> = {
  quarter: 'General',
  asOf: 'yyyy-mm-dd',
  partner: 'General',
  health: '0.0',
  rating: 'General',
  confidence: '0%',
  revenueScore: '0.0',
  pipelineScore: '0.0',
  tractionScore: '0.0',
  sponsorshipScore: '0.0',
  governanceScore: '0.0',
  relationshipScore: '0.0',
  revenue: '#,##0',
  revenueTarget: '#,##0',
  pipeline: '#,##0',
  pipelineCoverage: '0.0',
  portfolioHealth: '0.0',
  madeOn: 'yyyy-mm-dd',
  run: 'General',
};

/** Calls of a step beside its cells. */
const callBytes = 6_000;

/** The table is no longer as it was read a moment ago; Excel's code for what is gone says so to the user. */
class TableChanged extends Error {
  readonly code = 'ItemNotFound';
}

/** A part of what is asked for, with the size of its request. */
export interface HistoryStep {
  readonly bytes: number;
  readonly run: () => void;
}

interface HistoryPlan {
  readonly place: HistoryPlace;
  readonly date1904: boolean;
  /** What a new table begins with. */
  readonly carried: readonly HistoryRow[];
  readonly rows: (run: string) => readonly HistoryRow[];
  /** The rows of the table that these take the place of. */
  readonly superseded: { readonly asOf: SerialDate; readonly runs: ReadonlySet<string> };
}

/** What the review of a portfolio does to the History that was read with it; no writer where nothing is to be written. */
export function historyOf(portfolio: Portfolio, reading: WorkbookReading, today: SerialDate): { readonly outcome: HistoryOutcome; readonly writer: HistoryWriter | null } {
  const { asOf, rows: { history } } = portfolio;
  const outcome = historyOutcome(history, asOf, today);
  if (outcome === 'kept') return { outcome, writer: null };
  const writer = new HistoryWriter({
    place: historyPlaceOf(reading, history),
    date1904: reading.structure.date1904,
    carried: history.filter((snapshot) => snapshot.asOf !== asOf).map(rowOfSnapshot),
    rows: (run) => historyRows(portfolio, today, run),
    superseded: { asOf, runs: new Set(history.flatMap((snapshot) => (snapshot.asOf === asOf ? (snapshot.run ?? []) : []))) },
  });
  return { outcome, writer };
}

export class HistoryWriter {
  private newSheet: NewSheet | null = null;
  private firstColumn = 0;
  private supersededRows: (() => readonly number[]) | null = null;

  constructor(private readonly plan: HistoryPlan) {}

  /** In the request that sees what stands in the way. */
  look({ workbook }: Excel.RequestContext): () => void {
    const { place } = this.plan;
    if (place.kind === 'newSheet') return () => undefined;
    const sheet = workbook.worksheets.getItem(place.sheetId).load('name');
    sheet.protection.load('protected');
    const used = sheet.getUsedRangeOrNullObject(true).untrack().load('columnIndex,columnCount');
    const headers = place.kind === 'table' ? workbook.tables.getItem(place.tableId).getHeaderRowRange().untrack().load('values') : null;
    return () => {
      if (sheet.protection.protected) throw new Obstacle(sentences.dataSheetProtected(sheet.name));
      const now = headers?.values[0] as readonly SourceValue[] | undefined;
      if (place.kind === 'table' && place.headers.some((header, index) => header !== now?.[index])) throw new TableChanged();
      this.firstColumn = used.isNullObject ? 0 : used.columnIndex + used.columnCount + 1;
    };
  }

  /** What to ask for before the review is finished. */
  steps({ workbook }: Excel.RequestContext, builder: Builder): HistoryStep[] {
    const { place, rows, carried } = this.plan;
    const added = rows(runOf(builder.write));
    const name = freeTableName(tableName, builder.tableNames);
    if (place.kind === 'table') return this.append(workbook.tables.getItem(place.tableId), place, added);
    if (place.kind === 'sheet') return this.start(workbook.worksheets.getItem(place.sheetId), name, added);
    this.newSheet = builder.add(dataSheetName);
    this.newSheet.sheet.visibility = 'Hidden';
    return this.start(this.newSheet.sheet, name, [...carried, ...added]);
  }

  /** In the request that finishes the review, before it does so. */
  finish({ workbook }: Excel.RequestContext): void {
    this.newSheet?.finish('data');
    const { place, date1904, superseded } = this.plan;
    if (place.kind !== 'table' || superseded.runs.size === 0) return;
    const { columns } = workbook.tables.getItem(place.tableId);
    const cellsOf = (field: SnapshotField): Excel.Range =>
      columns.getItem(String(place.headers[place.columns[field]])).getDataBodyRange().untrack().load('values');
    const [days, runs] = [cellsOf('asOf'), cellsOf('run')];
    const day = serialIn(date1904, superseded.asOf);
    this.supersededRows = () =>
      runs.values.flatMap(([run], position) => (superseded.runs.has(String(run)) && days.values[position]?.[0] === day ? [position] : []));
  }

  /** In the request after. The review stands: where this fails the lower row of a date counts (ruling 66). */
  removeSuperseded({ workbook }: Excel.RequestContext): void {
    const { place } = this.plan;
    if (place.kind === 'table' && this.supersededRows !== null) deleteRows(workbook.tables.getItem(place.tableId), this.supersededRows());
  }

  /** Where the review could not be written: takes its rows back. A sheet of their own goes as a whole. */
  async undo(session: ExcelSession, write: string): Promise<void> {
    const { place } = this.plan;
    if (place.kind !== 'newSheet') await removeRuns(session, [place.sheetId], new Set([runOf(write)]));
  }

  private append(table: Excel.Table, { headers, columns }: HistoryTable, rows: readonly HistoryRow[]): HistoryStep[] {
    const inTable = (valueOf: (field: SnapshotField) => InertValue): InertValue[] => {
      const cells = headers.map((): InertValue => null);
      for (const field of snapshotFields) cells[columns[field]] = valueOf(field);
      return cells;
    };
    const rowFormats = inTable((field) => formats[field]);
    return steps(inertRows(rows.map((row) => inTable((field) => this.cellOf(row, field)))), rowFormats, (values, valueFormats) => {
      // Excel puts values in wrong rows where a filter hides some.
      table.clearFilters();
      // A null leaves a column of the user's own to its formula; the types do not know it.
      table.rows.add(undefined, values as string[][]);
      lastRows(table, values.length).numberFormat = valueFormats;
    });
  }

  /** The table is there, empty, before any of its cells: a request that breaks off leaves no rows outside of a table. */
  private start(sheet: Excel.Worksheet, name: string, rows: readonly HistoryRow[]): HistoryStep[] {
    const values = inertRows(rows.map((row) => snapshotFields.map((field) => this.cellOf(row, field))));
    const whole = { row: 0, column: this.firstColumn, rows: values.length + 1, columns: snapshotFields.length };
    return steps(values, snapshotFields.map((field) => formats[field]), (chunk, chunkFormats, first) => {
      if (first === 0) startTable(sheet, whole, name);
      const range = sheet.getRangeByIndexes(first + 1, whole.column, chunk.length, whole.columns).untrack();
      range.numberFormat = chunkFormats;
      range.values = chunk;
    });
  }

  /** Days in the workbook's own date system. */
  private cellOf(row: HistoryRow, field: SnapshotField): InertValue {
    const value = row[field];
    return (field === 'asOf' || field === 'madeOn') && typeof value === 'number' ? serialIn(this.plan.date1904, value as SerialDate) : value;
  }
}

function steps(values: InertValue[][], rowFormats: InertValue[], run: (chunk: InertValue[][], chunkFormats: InertValue[][], first: number) => void): HistoryStep[] {
  return rowChunks(values).map(({ first, end, bytes }) => {
    const chunkFormats = Array.from({ length: end - first }, () => rowFormats);
    return { bytes: bytes + cellBytes(chunkFormats) + callBytes, run: () => run(values.slice(first, end), chunkFormats, first) };
  });
}

function startTable(sheet: Excel.Worksheet, whole: Area, name: string): void {
  const headers = sheet.getRange(areaAddress({ ...whole, rows: 1 })).untrack();
  headers.values = inertRows([snapshotFields.map((field) => snapshotNames[field].name)]);
  headers.format.columnWidth = columnPoints(columnCharacters);
  const table = sheet.tables.add(areaAddress(whole), true);
  table.name = name;
  table.style = 'TableStyleLight9';
}

function lastRows(table: Excel.Table, count: number): Excel.Range {
  const last = table.getDataBodyRange().untrack().getLastRow().untrack();
  return last.getOffsetRange(1 - count, 0).untrack().getResizedRange(count - 1, 0).untrack();
}
