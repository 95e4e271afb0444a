/** Where a table's parts stand on its sheet, and what keeps a table well formed. */
import { found, refuse } from '../officeError';
import type { Area, SheetId } from '../workbookPort';
import { intersection } from './area';
import { tableInfo } from './book';
import type { Book, RangeRef, TableRef } from './book';
import { bodyArea } from './reference';

/** An area of the table's sheet as a range; refuses a row that the table does not have. */
export function tableRange(table: TableRef, area: Area | null): RangeRef {
  return { book: table.book, sheet: tableInfo(table).sheet, area: found(area, 'The table has no such row.') };
}

export function bodyOf(table: TableRef): Area {
  return bodyArea(tableInfo(table));
}

export function requireNoOverlap(book: Book, sheet: SheetId, area: Area, self?: string): void {
  const others = book.port.tables().filter((table) => table.sheet === sheet && table.id !== self);
  if (others.some((table) => intersection(table.area, area) !== null)) refuse('InvalidArgument', "A table can't overlap another table.");
}

/** Headers are text, none is empty and no two are the same: Excel mends them where they are not. */
export function writeHeaders(range: RangeRef): void {
  const [shown = []] = range.book.port.texts(range.sheet, range.area);
  const [now = []] = range.book.port.values(range.sheet, range.area);
  const taken = new Set<string>();
  const unique = (wanted: string): string => {
    for (let suffix = 2, name = wanted; ; suffix += 1) {
      if (!taken.has(name.toLowerCase())) {
        taken.add(name.toLowerCase());
        return name;
      }
      name = `${wanted}${suffix}`;
    }
  };
  const headers = shown.map((header, index) => unique(header === '' ? `Column${index + 1}` : header));
  range.book.port.setCells(range.sheet, range.area, [headers.map((header, index) => (now[index] === header ? undefined : { value: header }))]);
}
