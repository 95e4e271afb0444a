/** What a cell says, and where it stands. */

/** The cell has something in it that is neither a value of its kind nor a placeholder; it is neither passed nor failed. */
export const unreadable: unique symbol = Symbol('unreadable');

/** A value; `null` where the cell is blank, a placeholder or an Excel error value; or `unreadable`. */
export type Reading<T> = T | null | typeof unreadable;

/** A cell by its 0-based row and column. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The letters of a 0-based column: 0 is A, 27 is AB. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** A sheet's name as a formula writes it: quoted where Excel quotes it. */
export function quotedSheet(sheet: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^([a-z]{1,3}\d+|r\d*c?\d*|c\d*|true|false)$/i.test(sheet);
  return plain ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

/** A cell's address as a person reads it: Initiatives!F7, 'My sheet'!B7. */
export function cellAddress(cell: CellRef): string {
  return `${quotedSheet(cell.sheet)}!${columnLetters(cell.column)}${cell.row + 1}`;
}
