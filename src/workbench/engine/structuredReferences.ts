/**
 * Partners[Revenue], Partners[[#Totals],[Revenue]], Partners[@Revenue]: what they stand for, and how they follow renames.
 * Table and column names are compared without case, as Excel does.
 */
import type { Area, SheetId } from '../../host/workbookPort';
import { absoluteReference, quoteSheetName } from '../xlsx/references';
import { changeReferences, type StructuredReference } from './formulaText';

export interface ReferableTable {
  readonly id: string;
  readonly name: string;
  readonly sheet: SheetId;
  readonly area: Area;
  readonly columns: readonly { readonly name: string }[];
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
}

interface Specifier {
  readonly sections: readonly string[];
  readonly columns: readonly [string, string] | null;
}

const unescaped = (name: string): string => name.replace(/'(.)/g, '$1');
const escaped = (name: string): string => name.replace(/[[\]#'@]/g, "'$&");

/** The items of "[#Totals],[Revenue]:[Cost]" with the separator before each; `null` where brackets do not match. */
function items(list: string): readonly { readonly before: string; readonly text: string }[] | null {
  const found: { before: string; text: string }[] = [];
  const item = /\s*([,:]?)\s*\[((?:[^'[\]]|'.)*)\]\s*/y;
  while (item.lastIndex < list.length) {
    const match = item.exec(list);
    if (match === null) return null;
    found.push({ before: match[1] ?? '', text: match[2] ?? '' });
  }
  return found;
}

function parseSpecifier(specifier: string): Specifier | null {
  const inner = specifier.slice(1, -1).trim();
  if (inner === '') return { sections: [], columns: null };
  if (inner.startsWith('@')) {
    const rest = inner.slice(1).trim();
    const row = ['#this row'];
    if (rest === '') return { sections: row, columns: null };
    if (!rest.startsWith('[')) return { sections: row, columns: [unescaped(rest), unescaped(rest)] };
    const columns = parseSpecifier(`[${rest}]`);
    return columns === null ? null : { sections: row, columns: columns.columns };
  }
  if (!inner.startsWith('[')) {
    if (inner.startsWith('#')) return { sections: [inner.toLowerCase()], columns: null };
    return { sections: [], columns: [unescaped(inner), unescaped(inner)] };
  }
  const list = items(inner);
  if (list === null) return null;
  const sections: string[] = [];
  let columns: [string, string] | null = null;
  for (const { before, text } of list) {
    if (text.startsWith('#')) sections.push(text.replace(/\s+/g, ' ').toLowerCase());
    else if (before === ':' && columns !== null) columns = [columns[0], unescaped(text)];
    else columns = [unescaped(text), unescaped(text)];
  }
  return { sections, columns };
}

const columnPosition = (table: ReferableTable, name: string): number => {
  const wanted = name.toLowerCase();
  return table.columns.findIndex((column) => column.name.toLowerCase() === wanted);
};

interface RowSpan {
  readonly row: number;
  readonly rows: number;
}

function sectionRows(table: ReferableTable, section: string): RowSpan | null {
  const { row, rows } = table.area;
  const header = table.showHeaders ? 1 : 0;
  const totals = table.showTotals ? 1 : 0;
  switch (section) {
    case '#all':
      return { row, rows };
    case '#data':
      return { row: row + header, rows: rows - header - totals };
    case '#headers':
      return header === 0 ? null : { row, rows: 1 };
    case '#totals':
      return totals === 0 ? null : { row: row + rows - 1, rows: 1 };
    default:
      return null;
  }
}

/** What stands for a table's current row: resolved where the formula is calculated, since it differs from row to row. Univer takes only letters and digits. */
export const rowTableName = (table: ReferableTable): string => `ThisRowOf${table.id.replace(/[^A-Za-z0-9]/g, (letter) => `x${letter.charCodeAt(0)}x`)}`;
export const rowColumnName = (position: number): string => `c${position}`;

/**
 * The cells that a structured reference stands for, in a formula's words; `#REF!` where the table has no such part.
 * The formula's own row, where it is known, stands for [#This Row].
 */
export function structuredText(reference: StructuredReference, table: ReferableTable, sheetName: string, row: number | null = null): string {
  const specifier = reference.specifier === '' ? { sections: [], columns: null } : parseSpecifier(reference.specifier);
  if (specifier === null) return '#REF!';
  const first = specifier.columns === null ? 0 : columnPosition(table, specifier.columns[0]);
  const last = specifier.columns === null ? table.area.columns - 1 : columnPosition(table, specifier.columns[1]);
  if (first < 0 || last < 0) return '#REF!';
  const [left, right] = first < last ? [first, last] : [last, first];
  if (specifier.sections.includes('#this row')) {
    if (row !== null) return `${quoteSheetName(sheetName)}!${absoluteReference({ row, rows: 1, column: table.area.column + left, columns: right - left + 1 })}`;
    const columns = left === right ? `[${rowColumnName(left)}]` : `[${rowColumnName(left)}]:[${rowColumnName(right)}]`;
    return `${rowTableName(table)}[[#This Row],${columns}]`;
  }
  let span: RowSpan | null = null;
  for (const section of specifier.sections.length === 0 ? ['#data'] : specifier.sections) {
    const next = sectionRows(table, section);
    if (next === null) return '#REF!';
    span = span === null ? next : { row: Math.min(span.row, next.row), rows: Math.max(span.row + span.rows, next.row + next.rows) - Math.min(span.row, next.row) };
  }
  if (span === null || span.rows <= 0) return '#REF!';
  return `${quoteSheetName(sheetName)}!${absoluteReference({ ...span, column: table.area.column + left, columns: right - left + 1 })}`;
}

/** `=[@Revenue]`, as one types it inside a table, with the table's name in it. */
export function nameOwnTable(formula: string, table: string): string {
  return changeReferences(formula, { structured: (reference) => (reference.table === '' ? table + reference.specifier : null) });
}

export function renameTableIn(formula: string, from: string, to: string): string {
  const is = (name: string): boolean => name.toLowerCase() === from.toLowerCase();
  return changeReferences(formula, {
    structured: ({ table, specifier }) => (is(table) ? to + specifier : null),
    name: (name, sheet) => (sheet === null && is(name) ? to : null),
  });
}

export function renameColumnIn(formula: string, table: string, from: string, to: string): string {
  const old = from.toLowerCase();
  return changeReferences(formula, {
    structured: (reference) => {
      if (reference.table.toLowerCase() !== table.toLowerCase()) return null;
      const plain = /^\[(@?)((?:[^'[\]#@]|'.)*)\]$/.exec(reference.specifier);
      if (plain !== null) {
        if (unescaped(plain[2] ?? '').toLowerCase() !== old) return null;
        return `${reference.table}[${plain[1] === '@' ? `@[${escaped(to)}]` : escaped(to)}]`;
      }
      const renamed = reference.specifier.replace(/\[((?:[^'[\]#]|'.)+)\]/g, (whole, name: string) =>
        unescaped(name).toLowerCase() === old ? `[${escaped(to)}]` : whole,
      );
      return renamed === reference.specifier ? null : reference.table + renamed;
    },
  });
}

/** What a totals row says of a column by itself: the sum of numbers, else how many there are; filtered rows left out. */
export const totalsFormula = (table: string, column: string, numeric: boolean): string => `=SUBTOTAL(${numeric ? 109 : 103},${table}[${escaped(column)}])`;
