/** Formulas as text: finds the references in them, so that these can be moved, renamed or resolved and nothing else is touched. */
import type { Area } from '../../host/workbookPort';
import { columnIndex, columnName, MAX_COLUMNS, MAX_ROWS, quoteSheetName } from '../xlsx/references';

/** A1, $B$2:C$9, A:C or 1:3, perhaps of a named sheet. */
export interface CellReference {
  readonly sheet: string | null;
  readonly area: Area;
  /** Dollar signs of first column, first row, last column, last row. */
  readonly fixed: readonly [boolean, boolean, boolean, boolean];
  readonly shape: 'cell' | 'range' | 'columns' | 'rows';
}

/** Partners[[#This Row],[Name]]; the table's name is empty for a formula inside the table: [@Name]. */
export interface StructuredReference {
  readonly table: string;
  /** With its outer brackets; empty where only the table is named. */
  readonly specifier: string;
}

export interface ReferenceChanges {
  /** The text to put in place, `null` to leave it as it is. */
  readonly cells?: (reference: CellReference) => string | null;
  readonly structured?: (reference: StructuredReference) => string | null;
  /** A word that is no function: a defined name, or a table by its bare name. */
  readonly name?: (name: string, sheet: string | null) => string | null;
}

const WORD = /[\p{L}_\\$][\p{L}\p{N}_.\\$?]*/uy;
const QUOTED_SHEET = /'((?:[^']|'')+)'!/y;
const PLAIN_SHEET = /([\p{L}_\\][\p{L}\p{N}_.\\?]*(?::[\p{L}_\\][\p{L}\p{N}_.\\?]*)?)!/uy;
const OTHER_WORKBOOK = /\[[^[\]]+\][\p{L}\p{N}_.\\? ]*!/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const ERROR = /#(?:N\/A|VALUE!|REF!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)/y;
const RANGE = /(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7}))?(?![\p{L}\p{N}_.(\[!\\?])/uy;
const COLUMNS = /(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\p{L}\p{N}_.(\[!\\?$])/uy;
const ROWS = /(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\p{L}\p{N}_.(\[!\\?])/uy;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Where the brackets that open at `at` close; an apostrophe escapes the character after it. */
function closingBracket(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index++) {
    const letter = text[index];
    if (letter === "'") index++;
    else if (letter === '[') depth++;
    else if (letter === ']' && --depth === 0) return index;
  }
  return -1;
}

function spanned(first: number, last: number): { readonly start: number; readonly size: number } {
  return { start: Math.min(first, last), size: Math.abs(last - first) + 1 };
}

function cellReferenceAt(text: string, at: number, sheet: string | null): { readonly reference: CellReference; readonly length: number } | null {
  const range = matchAt(RANGE, text, at);
  if (range !== null) {
    const [matched, c1 = '', column1 = '', r1 = '', row1 = '', c2 = c1, column2 = column1, r2 = r1, row2 = row1] = range;
    const columns = spanned(columnIndex(column1), columnIndex(column2));
    const rows = spanned(Number(row1) - 1, Number(row2) - 1);
    if (rows.start < 0 || columns.start + columns.size > MAX_COLUMNS || rows.start + rows.size > MAX_ROWS) return null;
    return {
      length: matched.length,
      reference: {
        sheet,
        area: { row: rows.start, column: columns.start, rows: rows.size, columns: columns.size },
        fixed: [c1 !== '', r1 !== '', c2 !== '', r2 !== ''],
        shape: range[6] === undefined ? 'cell' : 'range',
      },
    };
  }
  const columns = matchAt(COLUMNS, text, at);
  if (columns !== null) {
    const [matched, c1 = '', first = '', c2 = '', last = ''] = columns;
    const span = spanned(columnIndex(first), columnIndex(last));
    if (span.start + span.size > MAX_COLUMNS) return null;
    const area = { row: 0, rows: MAX_ROWS, column: span.start, columns: span.size };
    return { length: matched.length, reference: { sheet, area, fixed: [c1 !== '', false, c2 !== '', false], shape: 'columns' } };
  }
  const rows = matchAt(ROWS, text, at);
  if (rows !== null) {
    const [matched, r1 = '', first = '', r2 = '', last = ''] = rows;
    const span = spanned(Number(first) - 1, Number(last) - 1);
    if (span.start < 0) return null;
    const area = { row: span.start, rows: span.size, column: 0, columns: MAX_COLUMNS };
    return { length: matched.length, reference: { sheet, area, fixed: [false, r1 !== '', false, r2 !== ''], shape: 'rows' } };
  }
  return null;
}

const dollar = (fixed: boolean): string => (fixed ? '$' : '');

/** A reference as a formula writes it. */
export function referenceText(reference: CellReference): string {
  const { sheet, area, fixed, shape } = reference;
  const [c1, r1, c2, r2] = fixed;
  const firstColumn = dollar(c1) + columnName(area.column);
  const lastColumn = dollar(c2) + columnName(area.column + area.columns - 1);
  const firstRow = dollar(r1) + String(area.row + 1);
  const lastRow = dollar(r2) + String(area.row + area.rows);
  const prefix = sheet === null ? '' : `${quoteSheetName(sheet)}!`;
  switch (shape) {
    case 'cell':
      return area.rows === 1 && area.columns === 1 ? prefix + firstColumn + firstRow : `${prefix}${firstColumn}${firstRow}:${lastColumn}${lastRow}`;
    case 'range':
      return `${prefix}${firstColumn}${firstRow}:${lastColumn}${lastRow}`;
    case 'columns':
      return `${prefix}${firstColumn}:${lastColumn}`;
    case 'rows':
      return `${prefix}${firstRow}:${lastRow}`;
  }
}

/** The formula with its references changed; the very same string where nothing is. */
export function changeReferences(formula: string, changes: ReferenceChanges): string {
  let result = '';
  let at = 0;
  let changed = false;
  const keep = (length: number): void => {
    result += formula.slice(at, at + length);
    at += length;
  };
  const put = (length: number, replacement: string | null | undefined): void => {
    if (replacement === null || replacement === undefined) return keep(length);
    changed = true;
    result += replacement;
    at += length;
  };

  while (at < formula.length) {
    const letter = formula[at] ?? '';
    if (letter === '"') {
      const closing = /"(?:[^"]|"")*"?/y;
      keep(matchAt(closing, formula, at)?.[0].length ?? 1);
      continue;
    }
    const error = matchAt(ERROR, formula, at);
    if (error !== null) {
      keep(error[0].length);
      continue;
    }
    const qualified = letter === "'" ? matchAt(QUOTED_SHEET, formula, at) : matchAt(PLAIN_SHEET, formula, at);
    if (qualified !== null) {
      const prefix = qualified[0].length;
      const sheet = letter === "'" ? (qualified[1] ?? '').replace(/''/g, "'") : (qualified[1] ?? '');
      const found = cellReferenceAt(formula, at + prefix, sheet);
      const word = found === null ? matchAt(WORD, formula, at + prefix) : null;
      const foreign = sheet.includes(':') || sheet.includes('[');
      if (found !== null) put(prefix + found.length, foreign ? null : changes.cells?.(found.reference));
      else if (word !== null) put(prefix + word[0].length, foreign ? null : changes.name?.(word[0], sheet));
      else keep(prefix);
      continue;
    }
    const elsewhere = letter === '[' ? matchAt(OTHER_WORKBOOK, formula, at) : null;
    if (elsewhere !== null) {
      const prefix = elsewhere[0].length;
      keep(prefix + (cellReferenceAt(formula, at + prefix, null)?.length ?? 0));
      continue;
    }
    if (letter === '[') {
      const close = closingBracket(formula, at);
      if (close < 0) keep(formula.length - at);
      else if (formula[at + 1] === '@' || formula[at + 1] === '#' || formula[at + 1] === '[') {
        put(close + 1 - at, changes.structured?.({ table: '', specifier: formula.slice(at, close + 1) }));
      } else keep(close + 1 - at);
      continue;
    }
    const found = cellReferenceAt(formula, at, null);
    if (found !== null) {
      put(found.length, changes.cells?.(found.reference));
      continue;
    }
    const word = matchAt(WORD, formula, at);
    if (word !== null) {
      const [text] = word;
      const after = formula[at + text.length];
      const close = after === '[' ? closingBracket(formula, at + text.length) : -1;
      if (close >= 0) put(close + 1 - at, changes.structured?.({ table: text, specifier: formula.slice(at + text.length, close + 1) }));
      else if (after === '(') keep(text.length);
      else put(text.length, changes.name?.(text, null));
      continue;
    }
    keep(matchAt(NUMBER, formula, at)?.[0].length ?? 1);
  }
  return changed ? result : formula;
}
