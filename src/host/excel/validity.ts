/** Whether what a cell holds is what its data validation allows. */
import type { CellValue, DataValidation } from '../workbookPort';
import type { Book, SheetRef } from './book';
import { rangeOfFormula } from './reference';

type Comparison = (value: number, one: number, two: number) => boolean;

const between: Comparison = (value, one, two) => value >= one && value <= two;
const compares: Readonly<Partial<Record<string, Comparison>>> = {
  between,
  notBetween: (value, one, two) => value < one || value > two,
  equal: (value, one) => value === one,
  notEqual: (value, one) => value !== one,
  greaterThan: (value, one) => value > one,
  lessThan: (value, one) => value < one,
  greaterThanOrEqual: (value, one) => value >= one,
  lessThanOrEqual: (value, one) => value <= one,
};

interface Rules {
  readonly book: Book;
  readonly sheet: SheetRef;
}

function valuesOf(formula: string, { book, sheet }: Rules): readonly CellValue[] | null {
  const range = rangeOfFormula(book, formula, sheet);
  return range === null ? null : book.port.values(range.sheet, range.area).flat();
}

function isListed(value: CellValue, source: string, rules: Rules): boolean {
  const text = String(value);
  if (!source.startsWith('=')) return source.split(',').some((choice) => choice.trim() === text);
  const listed = valuesOf(source, rules);
  return listed === null || listed.some((choice) => String(choice ?? '').toLowerCase() === text.toLowerCase());
}

/** `null` where it takes a calculation to know. */
function operand(formula: string, rules: Rules): number | null {
  const value = formula.startsWith('=') ? (valuesOf(formula, rules)?.[0] ?? null) : formula;
  const number = Number(value);
  return value === null || value === '' || Number.isNaN(number) ? null : number;
}

/** A rule that takes a calculation to judge lets everything pass. */
export function isValid(value: CellValue, validation: DataValidation, rules: Rules): boolean {
  const { type, operator, formula1, formula2, ignoreBlank } = validation;
  if (value === null || value === '') return ignoreBlank;
  if (type === 'list') return isListed(value, formula1, rules);
  if (type === 'custom') return true;
  const measured = type === 'textLength' ? String(value).length : value;
  if (typeof measured !== 'number' || (type === 'wholeNumber' && !Number.isInteger(measured))) return false;
  const one = operand(formula1, rules);
  const two = formula2 === null ? one : operand(formula2, rules);
  return one === null || two === null || (compares[operator ?? 'between'] ?? between)(measured, one, two);
}
