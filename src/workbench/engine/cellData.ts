/** Cells of Univer and values of the port. */
import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import type { CellInput, CellValue } from '../../host/workbookPort';
import { NORMAL_STYLE, unseenLook, type UnseenLook } from './cellStyles';
import type { CellStyle } from '../workbookSnapshot';

const ERRORS: ReadonlySet<string> = new Set([
  '#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NAME?', '#NUM!', '#NULL!', '#SPILL!', '#CALC!', '#GETTING_DATA', '#ERROR!', '#CYCLE!',
]);

export const isErrorText = (text: string): boolean => ERRORS.has(text);

/** What only we keep with a cell. */
interface CellExtras {
  readonly look?: UnseenLook;
}

export const lookOf = (cell: Nullable<ICellData>): UnseenLook | null => (cell?.custom as CellExtras | null | undefined)?.look ?? null;

export function extrasOf(style: CellStyle): CellExtras | null {
  const look = style === NORMAL_STYLE ? null : unseenLook(style);
  return look === null ? null : { look };
}

function errorValue(text: string): CellValue {
  // A circular formula shows 0 in Excel.
  if (text === '#CYCLE!') return 0;
  return { error: text === '#ERROR!' ? '#VALUE!' : text };
}

/** The value of a cell; rich text is its characters. */
export function cellValue(cell: Nullable<ICellData>): CellValue {
  if (cell === null || cell === undefined) return null;
  const { v, t } = cell;
  if (v === null || v === undefined) {
    const text = cell.p?.body?.dataStream.replace(/\r\n$/, '').replace(/\r/g, '\n');
    return text === undefined || text === '' ? null : text;
  }
  if (t === CellValueType.BOOLEAN) return v === true || v === 1 || (typeof v === 'string' && v.toUpperCase() === 'TRUE');
  if (typeof v !== 'string') return v;
  if (t === CellValueType.FORCE_STRING) return v;
  if (ERRORS.has(v)) return errorValue(v);
  if (t === CellValueType.NUMBER && v.trim() !== '' && Number.isFinite(Number(v))) return Number(v);
  if (v === '' && (cell.f === null || cell.f === undefined) && (cell.si === null || cell.si === undefined)) return null;
  return v;
}

type Constant = Pick<ICellData, 'v' | 't'>;

export function constantData(value: CellValue, quoted: boolean): Constant {
  if (value === null) return { v: null, t: null };
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value === 'string') return { v: value, t: quoted ? CellValueType.FORCE_STRING : CellValueType.STRING };
  return { v: value.error, t: CellValueType.STRING };
}

/** What writing into a cell sets: every property that could be left over from before is named. */
export function inputData(input: CellInput): ICellData {
  if ('formula' in input) return { f: input.formula, v: null, t: null, si: null, p: null };
  const { v, t } = constantData(input.value, input.quoted === true);
  return { f: null, v, t, si: null, p: null };
}
