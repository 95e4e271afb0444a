/** Which names Excel takes for sheets, tables and defined names. */
import { refuse } from '../officeError';
import type { SheetId } from '../workbookPort';
import { parseAddress } from './address';
import { sheetNamed } from './book';
import type { Book } from './book';

/** Refuses a sheet name that Excel's own dialog would refuse; `self` may keep its name in other letters' case. */
export function requireSheetName(book: Book, name: string, self?: SheetId): void {
  if (name.trim() === '' || name.length > 31) refuse('InvalidArgument', 'A worksheet name has 1 to 31 characters.');
  if (/[:\\/?*[\]]/.test(name)) refuse('InvalidArgument', 'A worksheet name cannot contain : \\ / ? * [ or ].');
  if (name.startsWith("'") || name.endsWith("'")) refuse('InvalidArgument', 'A worksheet name cannot begin or end with an apostrophe.');
  if (name.toLowerCase() === 'history') refuse('InvalidArgument', 'Excel keeps the worksheet name History for itself.');
  const other = sheetNamed(book, name);
  if (other !== undefined && other.id !== self) refuse('ItemAlreadyExists', `A worksheet named "${name}" exists.`);
}

/** Refuses what is no name for a table or a range: it starts with a letter, has no blanks, and is no cell address. */
export function requireName(name: string): void {
  const isWellFormed = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) && name.length <= 255;
  if (!isWellFormed || parseAddress(name) !== null || /^[rc]$/i.test(name) || /^r\d*c\d*$/i.test(name))
    refuse('InvalidArgument', `"${name}" is no valid name.`);
}

/** Table names and names of the workbook share one space; `self` is the name that the object has now. */
export function requireFreeName(book: Book, name: string, self: string): void {
  requireName(name);
  if (name.toLowerCase() === self.toLowerCase()) return;
  const taken = [
    ...book.port.tables().map((table) => table.name),
    ...book.port
      .names()
      .filter(({ sheet }) => sheet === null)
      .map((named) => named.name),
  ];
  if (taken.some((other) => other.toLowerCase() === name.toLowerCase())) refuse('InvalidArgument', `The name "${name}" is taken.`);
}
