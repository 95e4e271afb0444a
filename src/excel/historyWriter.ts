/** Adds the snapshots of a review to the History table: docs/decisions/history.md. */
import type { SerialDate } from '../domain/measure';
import type { Portfolio } from '../domain/portfolio';
import { type SnapshotField, snapshotFields } from '../domain/snapshot';
import { type HistoryOutcome, type HistoryRow, historyOutcome, historyRows, rowOfSnapshot } from '../report/historyRows';
import { serialIn } from '../tables/dateText';
import { snapshotNames } from '../tables/fields';
import { OwnTable, type OwnTableKind, type OwnTablePlace, type Room, type RowsStep, dataSheetOf, ownTableOf } from './ownTables';
import { deleteRows } from './ownRows';
import { type WorkbookReading, tablesIn } from './readWorkbook';

const historyTable: OwnTableKind<SnapshotField> = {
  name: 'AllianceHistory',
  fields: snapshotFields,
  headers: snapshotNames,
  days: ['asOf', 'madeOn'],
  formats: {
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
  },
};

/**
 * A table that lost a column, its headers or its being a table, and one on a sheet of the user's, is left as it is: a new sheet begins with
 * what it says. Nothing there counts before that sheet is finished, so that no crash can leave half a history.
 */
function placeOf(reading: WorkbookReading, isEmpty: boolean): OwnTablePlace<SnapshotField> {
  const table = ownTableOf(historyTable, reading, tablesIn(reading).history);
  if (table !== null) return table;
  const sheetId = dataSheetOf(reading);
  return isEmpty && sheetId !== null ? { kind: 'sheet', sheetId } : { kind: 'newSheet' };
}

interface HistoryPlan {
  /** What a new table begins with. */
  readonly carried: readonly HistoryRow[];
  readonly rows: (run: string) => readonly HistoryRow[];
  /** The rows of the table that these take the place of. */
  readonly superseded: { readonly day: number; readonly runs: ReadonlySet<string> };
}

/** What the review of a portfolio does to the History that was read with it; no writer where nothing is to be written. */
export function historyOf(portfolio: Portfolio, reading: WorkbookReading, today: SerialDate): { readonly outcome: HistoryOutcome; readonly writer: HistoryWriter | null } {
  const { asOf, rows: { history } } = portfolio;
  const outcome = historyOutcome(history, asOf, today);
  if (outcome === 'kept') return { outcome, writer: null };
  const { date1904 } = reading.structure;
  const writer = new HistoryWriter(new OwnTable(historyTable, placeOf(reading, history.length === 0), date1904), {
    carried: history.filter((snapshot) => snapshot.asOf !== asOf).map(rowOfSnapshot),
    rows: (run) => historyRows(portfolio, today, run),
    superseded: { day: serialIn(date1904, asOf), runs: new Set(history.flatMap((snapshot) => (snapshot.asOf === asOf ? (snapshot.run ?? []) : []))) },
  });
  return { outcome, writer };
}

export class HistoryWriter {
  private supersededRows: (() => readonly number[]) | null = null;

  constructor(readonly table: OwnTable<SnapshotField>, private readonly plan: HistoryPlan) {}

  steps(context: Excel.RequestContext, room: Room, run: string): RowsStep[] {
    return this.table.steps(context, room, this.plan.rows(run), this.plan.carried);
  }

  /** In the request that finishes the review: asks where the rows are that these take the place of. */
  finish({ workbook }: Excel.RequestContext): void {
    const { table: { place }, plan: { superseded } } = this;
    if (place.kind !== 'table' || superseded.runs.size === 0) return;
    const { columns } = workbook.tables.getItem(place.tableId);
    const cellsOf = (field: SnapshotField): Excel.Range =>
      columns.getItem(String(place.headers[place.columns[field]])).getDataBodyRange().untrack().load('values');
    const [days, runs] = [cellsOf('asOf'), cellsOf('run')];
    this.supersededRows = () =>
      runs.values.flatMap(([run], position) => (superseded.runs.has(String(run)) && days.values[position]?.[0] === superseded.day ? [position] : []));
  }

  /** In the request after. The review stands: where this fails the lower row of a date counts (ruling 66). */
  removeSuperseded({ workbook }: Excel.RequestContext): void {
    const { place } = this.table;
    if (place.kind === 'table' && this.supersededRows !== null) deleteRows(workbook.tables.getItem(place.tableId), this.supersededRows());
  }
}
