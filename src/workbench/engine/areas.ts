/** Areas of the port and ranges of Univer, and what geometry the engine needs of them. */
import type { IRange } from '@univerjs/core';
import type { Area } from '../../host/workbookPort';

export const lastRow = (area: Area): number => area.row + area.rows - 1;
export const lastColumn = (area: Area): number => area.column + area.columns - 1;

export const rangeOf = (area: Area): IRange => ({ startRow: area.row, startColumn: area.column, endRow: lastRow(area), endColumn: lastColumn(area) });

export const areaOf = (range: IRange): Area => ({
  row: range.startRow,
  column: range.startColumn,
  rows: range.endRow - range.startRow + 1,
  columns: range.endColumn - range.startColumn + 1,
});

export const cellArea = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });

export const holdsCell = (area: Area, row: number, column: number): boolean =>
  row >= area.row && row <= lastRow(area) && column >= area.column && column <= lastColumn(area);

export const holdsArea = (outer: Area, inner: Area): boolean =>
  holdsCell(outer, inner.row, inner.column) && holdsCell(outer, lastRow(inner), lastColumn(inner));

export const sameArea = (a: Area, b: Area): boolean => a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

/** What both areas hold, or `null`. */
export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(lastRow(a), lastRow(b)) - row + 1;
  const columns = Math.min(lastColumn(a), lastColumn(b)) - column + 1;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export const intersects = (a: Area, b: Area): boolean => intersection(a, b) !== null;

/** The smallest area that holds both. */
export function union(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return { row, column, rows: Math.max(lastRow(a), lastRow(b)) - row + 1, columns: Math.max(lastColumn(a), lastColumn(b)) - column + 1 };
}

/** The parts of an area that another does not cover: at most four. */
export function without(area: Area, hole: Area): Area[] {
  const cut = intersection(area, hole);
  if (cut === null) return [area];
  const parts: Area[] = [
    { ...area, rows: cut.row - area.row },
    { ...area, row: lastRow(cut) + 1, rows: lastRow(area) - lastRow(cut) },
    { row: cut.row, rows: cut.rows, column: area.column, columns: cut.column - area.column },
    { row: cut.row, rows: cut.rows, column: lastColumn(cut) + 1, columns: lastColumn(area) - lastColumn(cut) },
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0);
}
