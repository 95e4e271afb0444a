/** What an address, a defined name or a structured reference points at. */
import type { Area, TableInfo } from '../workbookPort';
import { parseAddress, parseAddresses } from './address';
import { between, lastColumn, lastRow } from './area';
import { sheetNamed } from './book';
import type { Book, RangeRef, SheetRef } from './book';

/** One range on whichever sheet the text names; `sheet` is meant where it names none. `null` where it points at nothing. */
export function resolveReference(book: Book, text: string, sheet: SheetRef | null): RangeRef | null {
  const address = parseAddress(text);
  if (address !== null) {
    const id = address.sheet === null ? sheet?.id : sheetNamed(book, address.sheet)?.id;
    return id === undefined ? null : { book, sheet: id, area: address.area };
  }
  return resolveTable(book, text) ?? resolveName(book, text, sheet);
}

/** Several areas of one sheet: "A1:B2,D4". `null` where a part points at nothing or at another sheet. */
export function resolveAreas(sheet: SheetRef, text: string): Area[] | null {
  const parts = parseAddresses(text);
  if (parts === null) {
    const range = resolveReference(sheet.book, text, sheet);
    return range === null || range.sheet !== sheet.id ? null : [range.area];
  }
  const isHere = (name: string | null): boolean => name === null || sheetNamed(sheet.book, name)?.id === sheet.id;
  return parts.every((part) => isHere(part.sheet)) ? parts.map((part) => part.area) : null;
}

/** The range behind a name's formula, "=Notes!$B$2"; `null` where it is a constant or a calculation. */
export function rangeOfFormula(book: Book, formula: string, sheet: SheetRef | null): RangeRef | null {
  return resolveReference(book, formula.replace(/^=/, ''), sheet);
}

function resolveName(book: Book, text: string, sheet: SheetRef | null): RangeRef | null {
  const mark = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text);
  const owner = mark === null ? undefined : sheetNamed(book, (mark[1] ?? mark[2] ?? '').replaceAll("''", "'"));
  const wanted = (mark?.[3] ?? text).toLowerCase();
  const scope = owner?.id ?? sheet?.id ?? null;
  const sameName = book.port.names().filter((name) => name.name.toLowerCase() === wanted);
  const name = sameName.find((candidate) => candidate.sheet === scope) ?? sameName.find((candidate) => candidate.sheet === null);
  const isCircular = name?.formula.replace(/^=/, '').toLowerCase() === wanted;
  return name === undefined || isCircular ? null : rangeOfFormula(book, name.formula, sheet);
}

export function headerArea(table: TableInfo): Area | null {
  return table.showHeaders ? { ...table.area, rows: 1 } : null;
}

export function totalsArea(table: TableInfo): Area | null {
  return table.showTotals ? { ...table.area, row: lastRow(table.area), rows: 1 } : null;
}

export function bodyArea(table: TableInfo): Area {
  const above = table.showHeaders ? 1 : 0;
  const rows = table.area.rows - above - (table.showTotals ? 1 : 0);
  return { ...table.area, row: table.area.row + above, rows: Math.max(1, rows) };
}

/** "Partners", "Partners[Name]", "Partners[[#Headers],[Name]]", "Partners[[#All],[A]:[C]]". */
function resolveTable(book: Book, text: string): RangeRef | null {
  const match = /^([\p{L}_\\][\p{L}\p{N}_.\\]*)(?:\[(.*)\])?$/su.exec(text);
  const table = match === null ? undefined : book.port.tables().find((candidate) => candidate.name.toLowerCase() === match[1]?.toLowerCase());
  if (table === undefined) return null;
  const area = structuredArea(table, match?.[2]?.trim() ?? '');
  return area === null ? null : { book, sheet: table.sheet, area };
}

function structuredArea(table: TableInfo, specifier: string): Area | null {
  const parts = specifier.startsWith('[')
    ? (specifier.match(/\[(?:'.|[^\]'])*\]/gs) ?? []).map((part) => part.slice(1, -1))
    : specifier === ''
      ? []
      : [specifier];
  const rows = parts.filter((part) => part.startsWith('#'));
  const columns = parts.filter((part) => !part.startsWith('#')).map((part) => columnPosition(table, part.replace(/'(.)/gs, '$1')));
  if (columns.includes(-1) || columns.length > 2) return null;
  const band = rows.length === 0 ? bodyArea(table) : rows.map((row) => rowBand(table, row)).reduce(spanning);
  if (band === null) return null;
  const [first = 0, last = columns.length === 1 ? first : table.area.columns - 1] = columns;
  return between(band.row, table.area.column + first, lastRow(band), table.area.column + last);
}

const spanning = (a: Area | null, b: Area | null): Area | null =>
  a === null || b === null ? null : between(Math.min(a.row, b.row), a.column, Math.max(lastRow(a), lastRow(b)), lastColumn(a));

function rowBand(table: TableInfo, specifier: string): Area | null {
  switch (specifier.toLowerCase()) {
    case '#all':
      return table.area;
    case '#data':
      return bodyArea(table);
    case '#headers':
      return headerArea(table);
    case '#totals':
      return totalsArea(table);
    default:
      return null;
  }
}

const columnPosition = (table: TableInfo, name: string): number =>
  table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());
