/** A1 addresses: reading and writing them. Rows and columns are 0-based here, as everywhere behind the text. */
import type { Area } from '../workbookPort';
import { MAX_COLUMNS, MAX_ROWS, between, isEntireColumn, isEntireRow, isOnSheet, lastColumn, lastRow } from './area';

export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** "B2", "B2:D9", "B:D" or "2:9"; with dollar signs where `absolute`. */
export function formatArea(area: Area, absolute = false): string {
  const $ = absolute ? '$' : '';
  const pair = (first: string, last: string): string => `${first}:${last}`;
  if (isEntireRow(area) && !isEntireColumn(area)) return pair(`${$}${area.row + 1}`, `${$}${lastRow(area) + 1}`);
  if (isEntireColumn(area)) return pair(`${$}${columnName(area.column)}`, `${$}${columnName(lastColumn(area))}`);
  const cell = (row: number, column: number): string => `${$}${columnName(column)}${$}${row + 1}`;
  const first = cell(area.row, area.column);
  return area.rows === 1 && area.columns === 1 ? first : pair(first, cell(lastRow(area), lastColumn(area)));
}

/** A sheet's name as it stands before an exclamation mark: quoted where Excel quotes it. */
export function quoteSheetName(name: string): string {
  const isPlain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^(r\d*c?\d*|c\d*)$/i.test(name) && !/^(true|false)$/i.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

export interface SheetAddress {
  /** `null` where the address names no sheet. */
  readonly sheet: string | null;
  readonly area: Area;
}

/** Reads one area, with or without sheet and dollar signs; `null` for anything else, also for cells beyond the sheet's end. */
export function parseAddress(text: string): SheetAddress | null {
  const { sheet, rest } = splitSheet(text.trim());
  const area = rest === null ? null : parseArea(rest);
  return area === null ? null : { sheet, area };
}

/** "A1:B2, Sheet2!C3" as its areas; `null` if any is none. */
export function parseAddresses(text: string): SheetAddress[] | null {
  const parts = text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
  const addresses = parts.map((part) => parseAddress(part));
  return parts.length > 0 && addresses.every((address) => address !== null) ? (addresses as SheetAddress[]) : null;
}

function splitSheet(text: string): { sheet: string | null; rest: string | null } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(text);
  if (quoted !== null) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), rest: quoted[2] ?? '' };
  const mark = text.lastIndexOf('!');
  if (mark < 0) return { sheet: null, rest: text };
  return mark === 0 || text.includes("'") ? { sheet: null, rest: null } : { sheet: text.slice(0, mark), rest: text.slice(mark + 1) };
}

function parseArea(text: string): Area | null {
  const cells = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(text);
  if (cells !== null) {
    const [, column1 = '', row1 = '', column2 = column1, row2 = row1] = cells;
    return onSheet(between(Number(row1) - 1, columnIndex(column1), Number(row2) - 1, columnIndex(column2)));
  }
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text);
  if (columns !== null) return onSheet(between(0, columnIndex(columns[1] ?? ''), MAX_ROWS - 1, columnIndex(columns[2] ?? '')));
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  if (rows !== null) return onSheet(between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, MAX_COLUMNS - 1));
  return null;
}

const onSheet = (area: Area): Area | null => (isOnSheet(area) ? area : null);
