/** Rows that hold no alliance: empty ones and totals (rulings 14 and 16). */
import type { SourceValue } from './source';
import { bareForm, isBlank } from './textForms';

const endingWords = new Set(['total', 'totals', 'grandtotal', 'sum', 'overall', 'average']);
const subtotalWords = new Set(['subtotal', 'subtotals']);
const firstLetters = new Set([...endingWords, ...subtotalWords].map((word) => word.charCodeAt(0)));
const longestWord = 40;

export type RowKind = 'data' | 'empty' | 'totals' | 'subtotal';

function totalsKind(text: string): 'totals' | 'subtotal' | null {
  if (text.length > longestWord) return null;
  const first = text.charCodeAt(0);
  const lower = first | 0x20;
  if (first < 128 && lower >= 97 && lower <= 122 && !firstLetters.has(lower)) return null;
  const word = bareForm(text);
  if (endingWords.has(word)) return 'totals';
  return subtotalWords.has(word) ? 'subtotal' : null;
}

/**
 * What a row of a table is, by its mapped columns from left to right.
 * A partner really called "Total" has a tier or a status, so a totals row is one whose other text columns are blank.
 */
export function rowKind(row: readonly SourceValue[], columns: readonly number[], textColumns: readonly number[]): RowKind {
  const first = columns.find((column) => !isBlank(row[column]));
  if (first === undefined) return 'empty';
  const value = row[first];
  const kind = typeof value === 'string' ? totalsKind(value) : null;
  if (kind === null || textColumns.some((column) => column !== first && !isBlank(row[column]))) return 'data';
  return kind;
}
