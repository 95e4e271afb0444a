/** A scenario's workbook over Microsoft's office.js, with the reviews of its past: what its review will hold, and the file that it stands in. */
import { pastDecisions } from '../../src/excel/decisionsWriter';
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import { type QbrRequest, type QbrResult, writeQbr } from '../../src/excel/writeQbr';
import type { CellInput, CellValue } from '../../src/host/workbookPort';
import { qbrPlan } from '../../src/report/qbr';
import { allSections } from '../../src/report/qbrOptions';
import type { SheetPlan } from '../../src/report/sheetPlan';
import type { WorkbookSnapshot } from '../../src/workbench/workbookSnapshot';
import { writeXlsx } from '../../src/workbench/xlsx/writeXlsx';
import { judgeOn } from '../excel/historySheet';
import { type AddIn, openAddIn } from '../excel/openAddIn';
import { TestClock } from '../excel/testClock';
import { NO_CHANGES, opened, saved } from '../workbench/xlsx/fixtures';
import { type PastReview, type QbrScenario, scenarioDay, writtenOn } from './qbrScenarios';

export interface OpenScenario {
  readonly addIn: AddIn;
  /** What the review that is written next will hold. */
  plan(): Promise<SheetPlan>;
  write(): Promise<QbrResult>;
  /** The workbook as its file, saved into the one that was opened. */
  save(): Promise<Uint8Array>;
  close(): void;
}

/** Of a workbook that was made by a test. */
function fileOf(snapshot: WorkbookSnapshot): Uint8Array {
  const { sheets, tables } = snapshot;
  return writeXlsx(saved(snapshot, {
    ...NO_CHANGES, sheets: new Map(sheets.map(({ id }) => [id, 'content'])), tables: new Set(tables.map(({ id }) => id)), sheetList: true, names: true, properties: true,
  }), null).bytes;
}

/** Opened from a file, as a workbook is in life. */
export async function openScenario({ workbook, edition, past }: Pick<QbrScenario, 'workbook' | 'edition' | 'past'>): Promise<OpenScenario> {
  const made = workbook();
  const file = opened(made instanceof Uint8Array ? made : fileOf(made));
  const addIn = await openAddIn(file.snapshot);
  if (past.length > 0) await writePast(addIn, past);
  const request = { asOf: null, preparedBy: 'Ines Okafor', sections: allSections, edition } satisfies QbrRequest;
  const clock = new TestClock(`${writtenOn}T12:00:00`);
  return {
    addIn,
    async plan() {
      const live = new LiveWorkbook({ clock });
      const state = await live.refresh({ decisions: true });
      const reading = live.lastReading();
      const plan = state.kind === 'ready' && reading !== null ? qbrPlan(state.portfolio, request, pastDecisions(reading).log) : null;
      if (plan === null) throw new Error('There is nothing to review.');
      return plan;
    },
    write: () => writeQbr({ request, clock }, new LiveWorkbook({ clock })),
    async save() {
      await addIn.port.settle();
      return writeXlsx(addIn.port.snapshot(), file.package).bytes;
    },
    close: () => addIn.close(),
  };
}

/** Each with the table as it was then; afterwards the table is as it was opened. */
async function writePast(addIn: AddIn, past: readonly PastReview[]): Promise<void> {
  const table = addIn.port.tables().find(({ name }) => name === 'Initiatives');
  if (table === undefined) throw new Error('There is no Initiatives table.');
  const rows = { ...table.area, row: table.area.row + 1, rows: table.area.rows - 1 };
  const fill = (values: readonly (readonly CellValue[])[]): void => {
    addIn.port.setCells(table.sheet, rows, Array.from({ length: rows.rows }, (_, row) => Array.from({ length: rows.columns }, (__, column): CellInput => ({ value: constant(values[row]?.[column]) }))));
  };
  const now = addIn.port.values(table.sheet, rows);
  for (const { asOf, writtenOn: day, initiatives, decisions } of past) {
    fill(initiatives);
    judgeOn(addIn, asOf);
    const clock = new TestClock(`${day}T12:00:00`);
    const written = await writeQbr({ clock }, new LiveWorkbook({ clock }));
    if (written.kind !== 'written') throw new Error(`The review of ${asOf} was not written.`);
    decide(addIn, written.sheet, decisions);
  }
  fill(now);
  judgeOn(addIn, scenarioDay);
}

function constant(value: CellValue | undefined): Exclude<CellValue, { readonly error: string }> {
  if (typeof value === 'object' && value !== null) throw new Error('The tables of a past hold no errors.');
  return value ?? null;
}

/** Writes beside what was asked for, in the column of the list's header. */
function decide(addIn: AddIn, sheet: string, decisions: PastReview['decisions']): void {
  const id = addIn.port.sheets().find(({ name }) => name === sheet)?.id ?? '';
  const used = addIn.port.usedArea(id, true);
  if (used === null) throw new Error(`${sheet} is empty.`);
  const values = addIn.port.values(id, used);
  const header = values.findIndex((row) => row.includes('Decision') && row.includes('No.'));
  const column = values[header]?.indexOf('Decision') ?? -1;
  for (const [asked, decision] of decisions) {
    const row = values.findIndex((cells, at) => at > header && cells.some((value) => typeof value === 'string' && value.includes(asked)));
    if (header < 0 || row < 0) throw new Error(`${sheet} does not ask for "${asked}".`);
    addIn.port.setCells(id, { row: used.row + row, column: used.column + column, rows: 1, columns: 1 }, [[{ value: decision }]]);
  }
}
