/** One cell of the workbook, looked at and written to: its value, the formula behind it, its format, and what may be entered. */
import type { CellRef } from '../domain/cell';
import { serialIn } from '../tables/dateText';
import { formatMeaning } from '../tables/numberFormat';
import type { SourceValue } from '../tables/source';
import type { CellEdit } from './editState';
import { inert } from './writingGateway';

/** What a cell holds: enough to put it back exactly. */
export interface CellContent {
  readonly value: SourceValue;
  /** As the sheet shows it. */
  readonly text: string;
  /** `null` where there is none. */
  readonly formula: string | null;
  readonly format: string;
}

const dayFormat = 'yyyy-mm-dd';
const textFormat = '@';

type Looked = () => CellContent;

/** Asks for what a range of one cell holds, in the request that is being put together. */
export function lookAt(range: Excel.Range): Looked {
  range.load('values,formulas,text,numberFormat');
  return () => {
    const value = range.values[0]?.[0] as SourceValue;
    const formula: unknown = range.formulas[0]?.[0];
    return {
      value,
      text: String(range.text[0]?.[0] ?? ''),
      // The text of a formula is told as its own formula.
      formula: typeof formula === 'string' && formula.startsWith('=') && formula !== value ? formula : null,
      format: String(range.numberFormat[0]?.[0] ?? 'General'),
    };
  };
}

/** A range of one cell; on a sheet that is gone it is a null object. */
export function cellRange({ workbook }: Excel.RequestContext, sheet: string, { row, column }: Pick<CellRef, 'row' | 'column'>): Excel.Range {
  return workbook.worksheets.getItemOrNullObject(sheet).getCell(row, column).untrack();
}

/** Writes what an edit asks for. The format changes only where it would make something else of the value. */
export function writeValue(range: Excel.Range, value: CellEdit['value'], { format }: CellContent, date1904: boolean): void {
  if (typeof value === 'object' && value !== null && 'number' in value) {
    range.numberFormat = [[value.format]];
    range.values = [[value.number]];
    return;
  }
  if (typeof value === 'object' && value !== null) {
    if (!formatMeaning(format).date) range.numberFormat = [[dayFormat]];
    range.values = [[serialIn(date1904, value.day)]];
    return;
  }
  if (typeof value === 'number' && format === textFormat) range.numberFormat = [['General']];
  range.values = [[emptiedOr(value)]];
}

/** Excel takes a null for a cell that is to stay as it is. */
function emptiedOr(value: string | number | null): string | number {
  return inert(value) ?? '';
}

/** Makes the cell what it was. */
export function putBack(range: Excel.Range, { value, formula, format }: CellContent): void {
  range.numberFormat = [[format]];
  if (formula !== null) range.formulas = [[formula]];
  else range.values = [[typeof value === 'boolean' ? value : emptiedOr(value)]];
}

/** The value that a cell holds once an edit was written: what the sheet will say. */
export function valueOf(value: CellEdit['value'], date1904: boolean): SourceValue {
  if (typeof value !== 'object') return value;
  return value === null ? '' : 'number' in value ? value.number : serialIn(date1904, value.day);
}
