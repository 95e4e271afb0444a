/** The cells of a sheet plan one by one: what stands in each, how it looks in the end, and what Excel would show there. */
import type { Area, Look, PlanValue, SheetPlan } from '../../src/report/sheetPlan';

export interface PlanCell {
  readonly row: number;
  readonly column: number;
  readonly value: PlanValue;
  readonly look: Look;
}

export const covers = ({ row, column, rows, columns }: Area, atRow: number, atColumn: number): boolean => atRow >= row && atRow < row + rows && atColumn >= column && atColumn < column + columns;

/** Rows of cells; a line between rows is one below each but the last. */
export function cellsOf({ values, looks }: SheetPlan): readonly (readonly PlanCell[])[] {
  const found: Look[][] = values.map((row) => row.map(() => ({})));
  for (const { area, look: { borderBetweenRows, ...look } } of looks) {
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      const line = found[row];
      if (line === undefined) continue;
      const between = borderBetweenRows && row < area.row + area.rows - 1 ? { borderBottom: borderBetweenRows } : {};
      for (let column = area.column; column < area.column + area.columns; column += 1) line[column] = { ...line[column], ...look, ...between };
    }
  }
  return values.map((row, at) => row.map((value, column): PlanCell => ({ row: at, column, value, look: found[at]?.[column] ?? {} })));
}

export function heightsOf({ rowHeights, values }: SheetPlan): readonly number[] {
  const heights = new Array<number>(values.length).fill(NaN);
  for (const { row, rows, height } of rowHeights) heights.fill(height, row, row + rows);
  return heights;
}

/** First row of each page, and the row after its last. */
export function pagesOf({ print: { breaks, area } }: SheetPlan): readonly { readonly from: number; readonly to: number }[] {
  const starts = [area.row, ...breaks];
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? area.row + area.rows }));
}

/** A number as these few formats show it: sections by sign or by a condition, quoted text, a plus or percent sign, thousands left out. */
export function shownNumber(value: number, format = 'General'): string {
  if (format === 'General') return String(Number(value.toPrecision(11)));
  const sections = format.split(';');
  const conditioned = sections.find((section) => { const least = /^\[>=([\d.]+)\]/.exec(section)?.[1]; return least !== undefined && value >= Number(least); });
  const bySign = sections.length === 1 || value > 0 ? sections[0] : value < 0 ? sections[1] : (sections[2] ?? sections[0]);
  const section = (conditioned ?? (sections[0]?.startsWith('[') ? sections.at(-1) : bySign) ?? '').replace(/^\[[^\]]*\]/, '');
  const minus = value < 0 && section === sections[0] ? '−' : '';
  const digits = /[#,0]*0(?:\.(0+))?(,*)/.exec(section.replace(/"[^"]*"/g, (quoted) => '\u0000'.repeat(quoted.length)));
  if (digits === null) throw new Error(`The format ${format} is not known here.`);
  const scaled = (Math.abs(value) * (section.includes('%') ? 100 : 1)) / 1000 ** (digits[2]?.length ?? 0);
  const number = scaled.toLocaleString('en-US', { minimumFractionDigits: digits[1]?.length ?? 0, maximumFractionDigits: digits[1]?.length ?? 0, useGrouping: digits[0].includes('#,') });
  const around = (text: string): string => text.replace(/"/g, '');
  return `${minus}${around(section.slice(0, digits.index))}${number}${around(section.slice(digits.index + digits[0].length))}`;
}

/** What a reader sees in the cell. */
export const shown = ({ value, look }: PlanCell): string => (value === null ? '' : typeof value === 'number' ? shownNumber(value, look.numberFormat) : value);
