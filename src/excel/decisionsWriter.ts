/** Keeps what a review asks to be decided, and what was decided since, in the Decisions table: docs/decisions/decisions-asked-for.md. */
import { type DecisionField, type DecisionRecord, type DecisionWritten, decisionFields } from '../domain/decision';
import { type DecisionLog, decisionLog, decisionsToKeep } from '../domain/decisionsTaken';
import type { SerialDate } from '../domain/measure';
import type { Portfolio } from '../domain/portfolio';
import { type DecisionDraft, askedRows, decidedRows, rowsOfRun } from '../report/decisionRows';
import { decisionNames } from '../tables/fields';
import { readDecisionLists, readDecisions } from '../tables/readDecisions';
import { OwnTable, type OwnTableKind, type OwnTablePlace, type Room, type RowsStep, dataSheetOf, ownTableOf } from './ownTables';
import { type WorkbookReading, tablesIn } from './readWorkbook';

const decisionsTable: OwnTableKind<DecisionField> = {
  name: 'AllianceDecisions',
  fields: decisionFields,
  headers: decisionNames,
  days: ['askedOn', 'by', 'madeOn'],
  formats: {
    askedOn: 'yyyy-mm-dd',
    quarter: 'General',
    number: '0',
    kind: 'General',
    asked: 'General',
    partner: 'General',
    initiative: 'General',
    owner: 'General',
    by: 'yyyy-mm-dd',
    decision: 'General',
    askedIn: 'General',
    madeOn: 'yyyy-mm-dd',
    run: 'General',
  },
};

/** The Decisions table and the sheets of reviews, as they were read for the next one. */
export interface PastDecisions {
  readonly records: readonly DecisionRecord[];
  readonly written: readonly DecisionWritten[];
  readonly log: DecisionLog;
}

export function pastDecisions(reading: WorkbookReading): PastDecisions {
  const { structure: { date1904 }, unfinishedRuns, decisionLists } = reading;
  const records = readDecisions(tablesIn(reading).decisions, { date1904, unfinishedRuns });
  const written = readDecisionLists(decisionLists);
  return { records, written, log: decisionLog(records, written) };
}

/** All tables that still say what reviews asked are one log, so that a new one begins with nothing; the last that has all its columns grows. */
function placeOf(reading: WorkbookReading): OwnTablePlace<DecisionField> {
  const table = tablesIn(reading).decisions.map((area) => ownTableOf(decisionsTable, reading, area)).filter((found) => found !== null).at(-1);
  const sheetId = dataSheetOf(reading);
  return table ?? (sheetId === null ? { kind: 'newSheet' } : { kind: 'sheet', sheetId });
}

/** `onSheet`: whether the review lists the decisions, with room to write beside them. No writer where there is nothing to keep. */
export function decisionsOf(portfolio: Portfolio, reading: WorkbookReading, { records, written }: PastDecisions, onSheet: boolean, today: SerialDate): DecisionsWriter | null {
  const drafts = [...decidedRows(decisionsToKeep(records, written), portfolio, today), ...askedRows(portfolio, onSheet, today)];
  return drafts.length === 0 ? null : new DecisionsWriter(new OwnTable(decisionsTable, placeOf(reading), reading.structure.date1904), drafts);
}

export class DecisionsWriter {
  constructor(readonly table: OwnTable<DecisionField>, private readonly drafts: readonly DecisionDraft[]) {}

  steps(context: Excel.RequestContext, room: Room, run: string): RowsStep[] {
    return this.table.steps(context, room, rowsOfRun(this.drafts, run));
  }
}
