/** The product's own sheet as a test looks at it, and ways to treat it as a user does. */
import { isoText } from '../../src/domain/calendar';
import type { SerialDate } from '../../src/domain/measure';
import { type Snapshot, snapshotFields } from '../../src/domain/snapshot';
import { LiveWorkbook } from '../../src/excel/livePortfolio';
import { markName } from '../../src/excel/sheetMark';
import { type QbrResult, writeQbr } from '../../src/excel/writeQbr';
import type { Area, CellValue, SheetInfo, TableInfo } from '../../src/host/workbookPort';
import type { WorkbookSnapshot } from '../../src/workbench/workbookSnapshot';
import type { AddIn } from './openAddIn';
import { TestClock } from './testClock';

export class HistorySheet {
  constructor(readonly addIn: AddIn, readonly name = 'Alliance data') {}

  get sheet(): SheetInfo | undefined {
    return this.addIn.port.sheets().find(({ name }) => name === this.name);
  }

  get id(): string {
    const { sheet } = this;
    if (sheet === undefined) throw new Error(`There is no sheet "${this.name}".`);
    return sheet.id;
  }

  get table(): TableInfo {
    const table = this.addIn.port.tables().find(({ sheet, name }) => sheet === this.id && name.startsWith('AllianceHistory'));
    if (table === undefined) throw new Error('There is no History table.');
    return table;
  }

  /** What reviews asked to be decided, and what was decided. */
  decisions(): readonly Readonly<Record<string, CellValue>>[] {
    const table = this.addIn.port.tables().find(({ sheet, name }) => sheet === this.id && name.startsWith('AllianceDecisions'));
    return table === undefined ? [] : this.rows(table);
  }

  get mark(): string | undefined {
    return this.addIn.port.names().find(({ name, sheet }) => name === markName && sheet === this.id)?.formula;
  }

  /** Every cell in the columns of a History table that starts the sheet, as far down as they are filled; `null` where there is none. */
  cells(): readonly (readonly CellValue[])[] | null {
    const { sheet } = this;
    const used = sheet && this.addIn.port.usedArea(sheet.id, true);
    if (!used) return null;
    const values = this.addIn.port.values(sheet.id, { ...used, columns: Math.min(used.columns, snapshotFields.length) });
    const filled = values.map((row) => row.some((value) => value !== null));
    return values.slice(0, filled.lastIndexOf(true) + 1);
  }

  /** Every cell of the sheet, and what its tables hold; rows that are empty say nothing. */
  everything(): unknown {
    const { sheet } = this;
    const used = sheet && this.addIn.port.usedArea(sheet.id, true);
    const tables = this.addIn.port.tables().filter((table) => table.sheet === sheet?.id);
    return used && [this.addIn.port.values(sheet.id, used), tables.map((table) => [table.name, this.rows(table).filter((row) => Object.values(row).some((value) => value !== null))])];
  }

  /** Rows of a table by header. */
  rows({ area }: TableInfo = this.table): readonly Readonly<Record<string, CellValue>>[] {
    const [headers = [], ...rows] = this.addIn.port.values(this.id, area);
    return rows.map((row) => Object.fromEntries(headers.map((header, column) => [String(header), row[column] ?? null])));
  }

  column(header: string): number {
    return this.table.area.column + this.table.columns.findIndex(({ name }) => name === header);
  }

  area(row: number, column: number, rows = 1, columns = 1): Area {
    return { row, column, rows, columns };
  }

  sort(header: string, ascending = true): void {
    const { area } = this.table;
    this.addIn.port.sort(this.id, { ...area, row: area.row + 1, rows: area.rows - 1 }, [{ column: this.column(header) - area.column, ascending }], false);
  }
}

/** Sets the workbook's own as-of date. */
export function judgeOn(addIn: AddIn, day: string): void {
  const notes = addIn.port.sheets().find(({ name }) => name === 'Notes')?.id ?? '';
  addIn.port.setCells(notes, { row: 0, column: 1, rows: 1, columns: 1 }, [[{ value: day }]]);
}

/** A review made on a calendar day, by an add-in that starts with the workbook. */
export function writeOn(day: string): Promise<QbrResult> {
  const clock = new TestClock(`${day}T12:00:00`);
  return writeQbr({ clock }, new LiveWorkbook({ clock }));
}

export async function snapshotsRead(): Promise<readonly Snapshot[]> {
  const state = await new LiveWorkbook({ clock: new TestClock() }).refresh();
  if (state.kind !== 'ready') throw new Error(`The portfolio is ${state.kind}.`);
  return state.portfolio.rows.history;
}

const day = (serial: SerialDate | null): string => (serial === null ? '?' : isoText(serial));

/** "2026-09-30 Halden Cloud Amber 67.4, made 2026-10-02", one for each snapshot. */
export const told = (snapshots: readonly Snapshot[]): string[] =>
  snapshots.map(({ asOf, name, rating, health, madeOn }) => `${day(asOf)} ${name} ${rating} ${health?.toFixed(1) ?? '-'}, made ${day(madeOn)}`);

export async function savedWorkbook(addIn: AddIn): Promise<WorkbookSnapshot> {
  await addIn.port.settle();
  return addIn.port.snapshot().snapshot;
}
