/** Reading and writing the cells of a range as matrices, with Excel's rules for shapes, blanks and typed text. */
import { either, flag, matrixOf, nullable, number, text } from '../argument';
import type { Argument, Matrix } from '../argument';
import type { Json } from '../json';
import { refuse } from '../officeError';
import type { CellInput, CellValue } from '../workbookPort';
import { cellCount, isEntireColumn, isEntireRow } from './area';
import type { RangeRef } from './book';
import { requireEditable } from './book';
import { interpretTyped } from './typedInput';

/** Microsoft's limit for one read. */
const LARGEST_READ = 5_000_000;

export type TypedCell = string | number | boolean | null;
export const typedCell: Argument<TypedCell> = nullable(either(text, either(number, flag)));
export const typedCells: Argument<Matrix<TypedCell>> = matrixOf(typedCell);

/** Whole rows and columns have no values of their own: Excel answers `null` for them. */
export function perCell(range: RangeRef, read: () => Json): Json {
  if (isEntireRow(range.area) || isEntireColumn(range.area)) return null;
  if (cellCount(range.area) > LARGEST_READ) refuse('RangeExceedsLimit');
  return read();
}

export function plain(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

export function readValues({ book, sheet, area }: RangeRef): Json {
  return book.port.values(sheet, area).map((row) => row.map(plain));
}

export function readFormulas({ book, sheet, area }: RangeRef): Json {
  const formulas = book.port.formulas(sheet, area);
  const values = book.port.values(sheet, area);
  const asTyped = (formula: string): string => (/^=#[A-Z/0!?]+$/.test(formula) ? formula.slice(1) : formula);
  return values.map((row, r) =>
    row.map((value, c) => {
      const formula = formulas[r]?.[c] ?? null;
      return formula === null ? plain(value) : asTyped(formula);
    }),
  );
}

export function readValueTypes({ book, sheet, area }: RangeRef): Json {
  return book.port.values(sheet, area).map((row) => row.map(valueType));
}

export function valueType(value: CellValue): string {
  if (value === null) return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return typeof value === 'string' ? 'String' : 'Error';
}

/** `values` and `formulas` alike: text is taken as typed, `null` leaves a cell alone, one value fills the range. */
export function writeTyped(range: RangeRef, typed: Matrix<TypedCell>): void {
  const { book, sheet, area } = range;
  requireCellLevel(range);
  requireEditable(range);
  const rows = spread(range, typed);
  const isText = rows.some((row) => row.some((cell) => typeof cell === 'string' && cell !== ''));
  const formats = isText ? book.port.numberFormats(sheet, area) : [];
  const input = (cell: TypedCell, row: number, column: number): CellInput | undefined =>
    cell === null ? undefined : interpretTyped(cell, formats[row]?.[column] ?? 'General', book.port.date1904);
  book.port.setCells(
    sheet,
    area,
    rows.map((cells, row) => cells.map((cell, column) => input(cell, row, column))),
  );
}

export function writeNumberFormats(range: RangeRef, formats: Matrix<string | null>): void {
  const { book, sheet, area } = range;
  requireCellLevel(range);
  requireEditable(range);
  if ('every' in formats && formats.every === null) return;
  const rows = spread(range, formats);
  const now = rows.some((row) => row.includes(null)) ? book.port.numberFormats(sheet, area) : [];
  book.port.setNumberFormats(
    sheet,
    area,
    rows.map((row, r) => row.map((format, c) => format ?? now[r]?.[c] ?? 'General')),
  );
}

function spread<T>({ area }: RangeRef, matrix: Matrix<T>): readonly (readonly T[])[] {
  if ('every' in matrix) {
    const row = Array.from({ length: area.columns }, () => matrix.every);
    return Array.from({ length: area.rows }, () => row);
  }
  const fits = matrix.rows.length === area.rows && matrix.rows.every((row) => row.length === area.columns);
  return fits
    ? matrix.rows
    : refuse('InvalidArgument', "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
}

function requireCellLevel({ area }: RangeRef): void {
  if (isEntireRow(area) || isEntireColumn(area))
    refuse('InvalidArgument', 'Values, formulas and number formats cannot be set on whole rows or columns.');
}
