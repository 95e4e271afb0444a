/** Cell references as files write them ("B2", "$A$1:D9", "A:C"), to and from 0-based areas. */
import type { Area } from '../../host/workbookPort';

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

const COLUMN_NAMES: string[] = [];

/** "A" for 0, "XFD" for 16383. */
export function columnName(column: number): string {
  const known = COLUMN_NAMES[column];
  if (known !== undefined) return known;
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  COLUMN_NAMES[column] = name;
  return name;
}

/** 0 for "A"; the letters may be of either case. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

export const cellReference = (row: number, column: number): string => columnName(column) + String(row + 1);

/** "B2" for a single cell, "B2:C5" for more. */
export function areaReference(area: Area): string {
  const first = cellReference(area.row, area.column);
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${cellReference(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

/** "$B$2:$C$5", as names hold it. */
export function absoluteReference(area: Area): string {
  const cell = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;
  return `${cell(area.row, area.column)}:${cell(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

const REFERENCE = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Za-z]{1,3})?\$?(\d{1,7})?)?$/;

/** The area of a cell, a range, whole columns ("A:C") or whole rows ("1:3"); `null` for anything else or beyond the sheet. */
export function parseArea(reference: string): Area | null {
  const match = REFERENCE.exec(reference.trim());
  if (match === null) return null;
  const [, column1, row1, column2 = column1, row2 = row1] = match;
  const ranged = reference.includes(':');
  if ((column1 === undefined) !== (column2 === undefined) || (row1 === undefined) !== (row2 === undefined)) return null;
  if ((column1 === undefined && row1 === undefined) || (!ranged && (column1 === undefined || row1 === undefined))) return null;
  const columns = column1 === undefined || column2 === undefined ? [0, MAX_COLUMNS - 1] : [columnIndex(column1), columnIndex(column2)].sort((a, b) => a - b);
  const rows = row1 === undefined || row2 === undefined ? [0, MAX_ROWS - 1] : [Number(row1) - 1, Number(row2) - 1].sort((a, b) => a - b);
  const [left = 0, right = 0] = columns;
  const [top = 0, bottom = 0] = rows;
  if (top < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS) return null;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** The areas of an `sqref`: references with blanks between; what is not a reference is left out. */
export function parseAreas(sqref: string): Area[] {
  return sqref.split(/\s+/).flatMap((reference) => parseArea(reference) ?? []);
}

export const areasReference = (areas: readonly Area[]): string => areas.map(areaReference).join(' ');

/** A sheet's name as formulas write it: quoted where it is not a plain word or could be a reference. */
export function quoteSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^(?:[A-Za-z]{1,3}\d+|[Rr]\d*(?:[Cc]\d*)?|[Cc]\d*|true|false)$/i.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}
