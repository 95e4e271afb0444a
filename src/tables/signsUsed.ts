/** The signs of several countries that money of the workbook is marked with: whose they are, only people know. */
import type { CellRef } from '../domain/cell';
import type { InitiativeField } from '../domain/initiative';
import { numberPlace } from './cellPlace';
import { type SharedSign, headerUnit, isSharedSign } from './currency';
import { besideRevenueFields, initiativeTextFields, moneyFields } from './fields';
import type { TableArea } from './findTables';
import { formatMeaning } from './numberFormat';
import { numberFromText } from './numberText';
import { dataRows } from './tableRows';

export interface SignUsed {
  readonly sign: SharedSign;
  /** The first cell that it marks, and in how many it does. */
  readonly cell: CellRef;
  readonly count: number;
}

/** In the order in which they occur. A cell's mark is that of its text, its row, its format or its header, the first that there is (ruling 22). */
export function signsUsed(initiatives: TableArea<InitiativeField> | null): readonly SignUsed[] {
  if (initiatives === null) return [];
  const { source, values, header, mapping } = initiatives;
  const columns = [...moneyFields, ...besideRevenueFields].flatMap((field) => {
    const column = mapping.columns[field];
    return column === undefined ? [] : [{ column, headerMark: headerUnit(String(values[header]?.[column] ?? '')).currency }];
  });
  const formatMarks = new Map<string, string | null>();
  const formatMark = (format: string): string | null => {
    if (!formatMarks.has(format)) formatMarks.set(format, formatMeaning(format).currency);
    return formatMarks.get(format) ?? null;
  };
  const used = new Map<SharedSign, SignUsed>();
  for (const row of dataRows(initiatives, initiativeTextFields)) {
    for (const { column, headerMark } of columns) {
      const value = values[row]?.[column];
      const text = typeof value === 'string' ? numberFromText(value) : null;
      if (typeof value !== 'number' && (typeof text !== 'object' || text === null)) continue;
      const place = numberPlace(initiatives as TableArea<string>, row, column);
      const mark = (typeof text === 'object' ? text?.currency : null) ?? place.rowMark ?? formatMark(place.format) ?? headerMark;
      if (!isSharedSign(mark)) continue;
      const known = used.get(mark);
      used.set(mark, { sign: mark, cell: known?.cell ?? { sheet: source.sheet, row: source.row + row, column: source.column + column }, count: (known?.count ?? 0) + 1 });
    }
  }
  return [...used.values()];
}
