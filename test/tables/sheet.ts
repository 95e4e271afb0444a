/** Sheets and Excel tables as one writes them down: headers and rows, to be read like any workbook's. */
import { fromIsoText } from '../../src/domain/calendar';
import { cellAddress } from '../../src/domain/cell';
import type { Issue } from '../../src/domain/issue';
import type { PortfolioRows } from '../../src/domain/portfolioRows';
import { readTables } from '../../src/tables/readTables';
import type { Source, SourceValue } from '../../src/tables/source';

/** A cell with its number format, as in `formatted(0.85, '0%')`; a bare value is formatted General. */
export interface FormattedCell {
  readonly value: SourceValue;
  readonly format: string;
}
export type Cell = SourceValue | FormattedCell;

export const formatted = (value: SourceValue, format: string): FormattedCell => ({ value, format });

/** A real date: its serial number in the 1900 date system, formatted as one. */
export function day(text: string): FormattedCell {
  const serial = fromIsoText(text);
  if (serial === null) throw new Error(`"${text}" is no day.`);
  return formatted(serial, 'yyyy-mm-dd');
}

/** Where a block of cells stands and what it is; everything has a default. */
export interface Place {
  readonly sheet?: string;
  readonly sheetPosition?: number;
  readonly hidden?: boolean;
  /** 0-based. */
  readonly row?: number;
  readonly column?: number;
  readonly hasHeaders?: boolean;
  readonly hasTotals?: boolean;
}

const isFormatted = (cell: Cell): cell is FormattedCell => typeof cell === 'object' && cell !== null;

function source(table: string | null, cells: readonly (readonly Cell[])[], place: Place): Source {
  const { sheet = 'Sheet1', sheetPosition = 0, hidden = false, row = 0, column = 0, hasHeaders = true, hasTotals = false } = place;
  const width = Math.max(0, ...cells.map(({ length }) => length));
  const filled = cells.map((cellsOfRow) => Array.from({ length: width }, (_, index) => cellsOfRow[index] ?? ''));
  return {
    sheet, sheetPosition, hidden, table, hasHeaders, hasTotals, row, column,
    values: filled.map((cellsOfRow) => cellsOfRow.map((cell) => (isFormatted(cell) ? cell.value : cell))),
    formats: filled.map((cellsOfRow) => cellsOfRow.map((cell) => (isFormatted(cell) ? cell.format : 'General'))),
  };
}

/** The used cells of a sheet, row by row. */
export function sheetOf(cells: readonly (readonly Cell[])[], place: Place = {}): Source {
  return source(null, cells, place);
}

/** An Excel table: its header row, then its rows. */
export function excelTable(name: string, cells: readonly (readonly Cell[])[], place: Place = {}): Source {
  return source(name, cells, { sheet: name, ...place });
}

/** Rows by header, in the order in which the headers first occur. */
export function records(rows: readonly Readonly<Record<string, Cell>>[], headers: readonly string[] = [...new Set(rows.flatMap(Object.keys))]): Cell[][] {
  return [[...headers], ...rows.map((row) => headers.map((header) => row[header] ?? ''))];
}

/** An Excel table "Partners" of rows by header; Partner and Tier are always there. */
export function partnersTable(rows: readonly Readonly<Record<string, Cell>>[], place: Place = {}): Source {
  return excelTable('Partners', records(rows, [...new Set(['Partner', 'Tier', ...rows.flatMap(Object.keys)])]), place);
}

/** An Excel table "Initiatives" of rows by header; the four needed columns are always there. */
export function initiativesTable(rows: readonly Readonly<Record<string, Cell>>[], place: Place = {}): Source {
  const needed = ['Initiative', 'Partner', 'Stage', 'Sales sponsor'];
  return excelTable('Initiatives', records(rows, [...new Set([...needed, ...rows.flatMap(Object.keys)])]), { sheetPosition: 1, ...place });
}

export const read = (...sources: readonly Source[]): PortfolioRows => readTables(sources, { date1904: false });

/** Issues as "code Sheet!A1", each sheet's in reading order; those without a cell first. */
export function issueList(issues: readonly Issue[]): readonly string[] {
  const sheets = new Set(issues.flatMap(({ cell }) => cell?.sheet ?? []));
  const inCells = [...sheets].flatMap((sheet) => issues
    .flatMap(({ code, cell }) => (cell?.sheet === sheet ? [{ code, cell }] : []))
    .sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column)
    .map(({ code, cell }) => `${code} ${cellAddress(cell)}`));
  return [...issues.filter(({ cell }) => cell === null).map(({ code }) => code), ...inCells];
}
