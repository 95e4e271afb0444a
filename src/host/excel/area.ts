/** Rectangles of cells: the arithmetic of ranges. */
import type { Area, WorkbookChange } from '../workbookPort';

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const WHOLE_SHEET: Area = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

export const lastRow = (area: Area): number => area.row + area.rows - 1;
export const lastColumn = (area: Area): number => area.column + area.columns - 1;
export const isEntireRow = (area: Area): boolean => area.column === 0 && area.columns === MAX_COLUMNS;
export const isEntireColumn = (area: Area): boolean => area.row === 0 && area.rows === MAX_ROWS;
export const cellCount = (area: Area): number => area.rows * area.columns;

export function isOnSheet(area: Area): boolean {
  return (
    area.row >= 0 &&
    area.column >= 0 &&
    area.rows > 0 &&
    area.columns > 0 &&
    area.row + area.rows <= MAX_ROWS &&
    area.column + area.columns <= MAX_COLUMNS
  );
}

export function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

export function between(row1: number, column1: number, row2: number, column2: number): Area {
  const row = Math.min(row1, row2);
  const column = Math.min(column1, column2);
  return { row, column, rows: Math.abs(row2 - row1) + 1, columns: Math.abs(column2 - column1) + 1 };
}

export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function boundingRectangle(a: Area, b: Area): Area {
  return between(Math.min(a.row, b.row), Math.min(a.column, b.column), Math.max(lastRow(a), lastRow(b)), Math.max(lastColumn(a), lastColumn(b)));
}

export function contains(outer: Area, inner: Area): boolean {
  return inner.row >= outer.row && inner.column >= outer.column && lastRow(inner) <= lastRow(outer) && lastColumn(inner) <= lastColumn(outer);
}

/** What is left of `area` without `hole`: up to four rectangles. */
export function without(area: Area, hole: Area): Area[] {
  const cut = intersection(area, hole);
  if (cut === null) return [area];
  const pieces: Area[] = [
    { ...area, rows: cut.row - area.row },
    { ...area, row: cut.row + cut.rows, rows: area.row + area.rows - cut.row - cut.rows },
    { ...cut, column: area.column, columns: cut.column - area.column },
    { ...cut, column: cut.column + cut.columns, columns: area.column + area.columns - cut.column - cut.columns },
  ];
  return pieces.filter((piece) => piece.rows > 0 && piece.columns > 0);
}

/** Where an area stands after cells were inserted or deleted; `null` where it was deleted. */
export function afterChange(area: Area, change: WorkbookChange): Area | null {
  const rows: Span = { start: area.row, length: area.rows };
  const columns: Span = { start: area.column, length: area.columns };
  const withRows = (span: Span | null): Area | null => (span === null ? null : { ...area, row: span.start, rows: span.length });
  const withColumns = (span: Span | null): Area | null => (span === null ? null : { ...area, column: span.start, columns: span.length });
  if (change.kind === 'rowsInserted') return withRows(afterInsert(rows, change.area.row, change.area.rows));
  if (change.kind === 'rowsDeleted') return withRows(afterDelete(rows, change.area.row, change.area.rows));
  if (change.kind === 'columnsInserted') return withColumns(afterInsert(columns, change.area.column, change.area.columns));
  if (change.kind === 'columnsDeleted') return withColumns(afterDelete(columns, change.area.column, change.area.columns));
  return area;
}

interface Span {
  readonly start: number;
  readonly length: number;
}

function afterInsert(span: Span, at: number, count: number): Span {
  if (at <= span.start) return { start: span.start + count, length: span.length };
  return at < span.start + span.length ? { start: span.start, length: span.length + count } : span;
}

function afterDelete(span: Span, at: number, count: number): Span | null {
  const end = at + count;
  const removed = Math.max(0, Math.min(span.start + span.length, end) - Math.max(span.start, at));
  const length = span.length - removed;
  if (length === 0) return null;
  return { start: span.start - Math.max(0, Math.min(span.start, end) - at), length };
}
