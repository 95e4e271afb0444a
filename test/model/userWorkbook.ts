/** The user's sheets as plain rows, kept beside the workbook: whatever happens there must have happened here, and nothing else. */
import { columnLetters } from '../../src/domain/cell';
import type { CellValue, WorkbookPort } from '../../src/host/workbookPort';

export interface Cell {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly format: string;
}

/** Rows and columns have numbers of their own that go with them wherever they are moved. */
export interface UserRow {
  readonly id: number;
  readonly cells: readonly Cell[];
}

export interface UserSheet {
  readonly name: string;
  /** Row 0 is the sheet's first. */
  readonly rows: readonly UserRow[];
  readonly columns: readonly number[];
}

export type UserWorkbook = ReadonlyMap<string, UserSheet>;

/** A cell, by the row and the column that it belongs to. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export const emptyCell: Cell = { value: null, formula: null, format: 'General' };

let lastId = 0;
export const freshId = (): number => (lastId += 1);

export function freshRow(columns: readonly number[]): UserRow {
  return { id: freshId(), cells: columns.map(() => emptyCell) };
}

/** A sheet as it stands in the workbook: what a model begins with. */
export function sheetOf(port: WorkbookPort, id: string): UserSheet {
  const name = port.sheets().find((one) => one.id === id)?.name ?? '';
  const used = port.usedArea(id, false);
  const area = used === null ? null : { row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns };
  if (area === null) return { name, rows: [], columns: [] };
  const [values, formulas, formats] = [port.values(id, area), port.formulas(id, area), port.numberFormats(id, area)];
  const rows = values.map((row, r): UserRow => ({
    id: freshId(),
    cells: row.map((value, c): Cell => ({ value, formula: formulas[r]?.[c] ?? null, format: formats[r]?.[c] ?? 'General' })),
  }));
  return { name, rows, columns: Array.from({ length: area.columns }, freshId) };
}

export function withSheet(book: UserWorkbook, id: string, change: (sheet: UserSheet) => UserSheet): UserWorkbook {
  const sheet = book.get(id);
  return sheet === undefined ? book : new Map(book).set(id, change(sheet));
}

export function withCell(book: UserWorkbook, { sheet, row, column }: Place, change: (cell: Cell) => Cell): UserWorkbook {
  return withSheet(book, sheet, (before) => {
    const at = before.columns.indexOf(column);
    return { ...before, rows: before.rows.map((each) => (each.id === row ? { ...each, cells: each.cells.map((cell, index) => (index === at ? change(cell) : cell)) } : each)) };
  });
}

export function cellAt(book: UserWorkbook, { sheet, row, column }: Place): Cell | null {
  const found = book.get(sheet);
  const at = found?.columns.indexOf(column) ?? -1;
  return at < 0 ? null : found?.rows.find(({ id }) => id === row)?.cells[at] ?? null;
}

/** The same lines as `everyCell` has of the workbook itself. */
export function modelCells(book: UserWorkbook): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const { name, rows } of book.values()) {
    rows.forEach(({ cells }, row) => cells.forEach(({ value, formula, format }, column) => {
      if (value !== null || formula !== null || format !== 'General') lines.set(`${name}!${columnLetters(column)}${row + 1}`, `${formula ?? JSON.stringify(value)} | ${format}`);
    }));
  }
  return lines;
}
