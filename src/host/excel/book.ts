/** The workbook as one page sees it, and what its objects stand for: sheets, ranges and tables by id and place. */
import { found, refuse } from '../officeError';
import type { Area, SheetId, SheetInfo, TableId, TableInfo, WorkbookPort } from '../workbookPort';
import { formatArea, quoteSheetName } from './address';
import { intersection } from './area';
import type { Culture } from './culture';

export interface Book {
  readonly port: WorkbookPort;
  readonly culture: Culture;
  /** A large matrix is about to be written in strips. */
  expectStrips(sheet: SheetId, area: Area): void;
  /** Registers this page for an event, or takes the registration back. */
  listen(type: number, target: string, on: boolean): void;
  /** `Excel.Runtime.enableEvents`. */
  eventsEnabled: boolean;
}

export interface SheetRef {
  readonly book: Book;
  readonly id: SheetId;
}
export interface RangeRef {
  readonly book: Book;
  readonly sheet: SheetId;
  readonly area: Area;
}
export interface AreasRef {
  readonly book: Book;
  readonly sheet: SheetId;
  readonly areas: readonly Area[];
}
export interface TableRef {
  readonly book: Book;
  readonly id: TableId;
}

export function sheetInfo(book: Book, id: SheetId): SheetInfo {
  return found(book.port.sheets().find((sheet) => sheet.id === id));
}

export function sheetNamed(book: Book, name: string): SheetInfo | undefined {
  return book.port.sheets().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}

export function tableInfo({ book, id }: TableRef): TableInfo {
  return found(book.port.tables().find((table) => table.id === id));
}

export function sheetOf(range: RangeRef): SheetRef {
  return { book: range.book, id: range.sheet };
}

export function rangeOn(sheet: SheetRef, area: Area): RangeRef {
  return { book: sheet.book, sheet: sheet.id, area };
}

/** "Partners!B2:C3". */
export function fullAddress({ book, sheet, area }: RangeRef, absolute = false): string {
  return `${quoteSheetName(sheetInfo(book, sheet).name)}!${formatArea(area, absolute)}`;
}

/** Cells of a protected sheet are closed, unless each of them is unlocked. */
export function requireEditable({ book, sheet, area }: RangeRef): void {
  if (!sheetInfo(book, sheet).protected) return;
  const used = book.port.usedArea(sheet, false);
  const touched = (used && intersection(used, area)) ?? { ...area, rows: 1, columns: 1 };
  for (let row = touched.row; row < touched.row + touched.rows; row += 1) {
    for (let column = touched.column; column < touched.column + touched.columns; column += 1) {
      if (book.port.style(sheet, row, column).locked) refuse('AccessDenied', 'The sheet is protected.');
    }
  }
}

/** What a protected sheet forbids everywhere: its layout, its rows and columns, its tables. */
export function requireUnprotected(book: Book, sheet: SheetId): void {
  if (sheetInfo(book, sheet).protected) refuse('AccessDenied', 'The sheet is protected.');
}

export function requireOpenStructure(book: Book): void {
  if (book.port.structureProtected) refuse('AccessDenied', 'The structure of the workbook is protected.');
}
