/** Areas as Excel's addresses, without their sheet. */
import { columnLetters } from '../domain/cell';
import type { Area } from '../report/sheetPlan';

/** "B2:D9", "B2". */
export function areaAddress({ row, column, rows, columns }: Area): string {
  const first = `${columnLetters(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(column + columns - 1)}${row + rows}`;
}

/** The 0-based column of its letters. */
export function columnOf(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const reference = /^=(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?/;

/** The sheet and the cells of a formula that refers to them, "='Q3 data'!$B$2:$D$9": the first ones where there are several. `null` where it refers to none. */
export function areaOfReference(formula: string | null): { readonly sheet: string; readonly area: Area } | null {
  const [, quoted, plain, left, top, right = left, bottom = top] = reference.exec(formula ?? '') ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  if (sheet === undefined || left === undefined || right === undefined) return null;
  const [row, column] = [Number(top) - 1, columnOf(left)];
  return { sheet, area: { row, column, rows: Number(bottom) - row, columns: columnOf(right) - column + 1 } };
}

/** "5:7": whole rows. */
export function rowsAddress(row: number, rows: number): string {
  return `${row + 1}:${row + rows}`;
}

/** Excel cuts lists of ranges beyond 8,192 characters. */
const longestList = 8_000;

/** Addresses joined by commas, in as few lists as Excel can read. */
export function addressLists(addresses: readonly string[]): string[] {
  const lists: string[] = [];
  let list = '';
  for (const address of addresses) {
    if (list !== '' && list.length + address.length + 1 > longestList) {
      lists.push(list);
      list = '';
    }
    list = list === '' ? address : `${list},${address}`;
  }
  return list === '' ? lists : [...lists, list];
}
