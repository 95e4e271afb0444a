/** What stands in the cells: values, formulas, texts, styles, and how far the used area reaches. */
import { numfmt, type ICellData, type IRange, type Nullable } from '@univerjs/core';
import { FormulaDataModel, LexerTreeBuilder } from '@univerjs/engine-formula';
import type { Area, CellValue, SheetId } from '../../host/workbookPort';
import type { CellStyle } from '../workbookSnapshot';
import { areaOf, cellArea, union } from './areas';
import { cellValue, lookOf } from './cellData';
import type { Engine } from './engine';

type Matrix<T> = Record<number, Nullable<Record<number, Nullable<T>>>>;
type Rows = Matrix<ICellData>;

export const cellRows = (engine: Engine, sheet: SheetId): Rows => engine.worksheet(sheet).getCellMatrix().getMatrix() as Rows;

/** The cells that array formulas fill beyond their own, `undefined` where there is no such formula. */
export function spilledRows(engine: Engine, sheet: SheetId): Rows | undefined {
  const cells = engine.injector.get(FormulaDataModel).getArrayFormulaCellData()[engine.unitId]?.[sheet] as Rows | undefined;
  return cells === undefined || Object.keys(cells).length === 0 ? undefined : cells;
}

export function spills(engine: Engine, sheet: SheetId): { readonly row: number; readonly column: number; readonly area: Area }[] {
  const ranges = engine.injector.get(FormulaDataModel).getArrayFormulaRange()[engine.unitId]?.[sheet] as Matrix<IRange> | undefined;
  const found: { row: number; column: number; area: Area }[] = [];
  for (const [row, columns] of Object.entries(ranges ?? {})) {
    for (const [column, range] of Object.entries(columns ?? {})) {
      if (range === null || range === undefined) continue;
      const area = areaOf(range);
      if (area.rows > 1 || area.columns > 1) found.push({ row: Number(row), column: Number(column), area });
    }
  }
  return found;
}

/** Reads cell by cell over an area, spilled results included. */
export function mapCells<T>(engine: Engine, sheet: SheetId, area: Area, read: (cell: Nullable<ICellData>, row: number, column: number) => T): T[][] {
  const rows = cellRows(engine, sheet);
  const spilled = spilledRows(engine, sheet);
  const result: T[][] = new Array(area.rows);
  for (let r = 0; r < area.rows; r++) {
    const cells = rows[area.row + r];
    const fills = spilled?.[area.row + r];
    const line: T[] = new Array(area.columns);
    for (let c = 0; c < area.columns; c++) {
      const column = area.column + c;
      const cell = cells?.[column];
      const fill = fills?.[column];
      line[c] = read(fill === undefined || fill === null || cell?.f ? cell : { ...cell, v: fill.v, t: fill.t }, area.row + r, column);
    }
    result[r] = line;
  }
  return result;
}

export const valueAt = (engine: Engine, sheet: SheetId, row: number, column: number): CellValue =>
  mapCells(engine, sheet, cellArea(row, column), cellValue)[0]?.[0] ?? null;

/** The formulas of cells that share one, by the id they share. */
function sharedFormulas(rows: Rows): Map<string, { readonly formula: string; readonly row: number; readonly column: number }> {
  const shared = new Map<string, { formula: string; row: number; column: number }>();
  for (const [row, columns] of Object.entries(rows)) {
    for (const [column, cell] of Object.entries(columns ?? {})) {
      if (typeof cell?.si === 'string' && cell.si !== '' && typeof cell.f === 'string' && cell.f !== '') {
        shared.set(cell.si, { formula: cell.f, row: Number(row), column: Number(column) });
      }
    }
  }
  return shared;
}

/** How to tell the formula of a cell of this sheet, `null` where it has none. */
export function formulaReader(engine: Engine, sheet: SheetId): (cell: Nullable<ICellData>, row: number, column: number) => string | null {
  let shared: ReturnType<typeof sharedFormulas> | null = null;
  return (cell, row, column) => {
    if (typeof cell?.f === 'string' && cell.f !== '') return cell.f;
    if (typeof cell?.si !== 'string' || cell.si === '') return null;
    shared ??= sharedFormulas(cellRows(engine, sheet));
    const first = shared.get(cell.si);
    if (first === undefined) return null;
    return engine.injector.get(LexerTreeBuilder).moveFormulaRefOffset(first.formula, column - first.column, row - first.row);
  };
}

const styleCaches = new WeakMap<Engine, Map<string, CellStyle>>();

/** The style of a cell by what it holds itself, without its row's or column's. */
export function styleOfData(engine: Engine, cell: Nullable<Pick<ICellData, 's' | 'custom'>>): CellStyle {
  const look = lookOf(cell);
  const id = cell?.s;
  if (typeof id !== 'string') return engine.styles.read(id, look);
  let cache = styleCaches.get(engine);
  if (cache === undefined) styleCaches.set(engine, (cache = new Map()));
  const key = look === null ? id : id + JSON.stringify(look);
  const known = cache.get(key);
  if (known !== undefined) return known;
  const style = engine.styles.read(engine.workbook.getStyles().get(id), look);
  cache.set(key, style);
  return style;
}

/** The style in force: the cell's own, else its row's, else its column's. */
export function styleInForce(engine: Engine, sheet: SheetId, cell: Nullable<ICellData>, row: number, column: number): CellStyle {
  if ((cell?.s !== null && cell?.s !== undefined) || lookOf(cell) !== null) return styleOfData(engine, cell);
  const worksheet = engine.worksheet(sheet);
  const ofRow = worksheet.getRowManager().getRow(row);
  return styleOfData(engine, ofRow?.s === undefined || ofRow.s === null ? worksheet.getColumnManager().getColumn(column) : ofRow);
}

const DAYS_BETWEEN_DATE_SYSTEMS = 1462;

/** A value as the grid shows it in a number format. */
export function formatted(value: CellValue, pattern: string, date1904: boolean): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (pattern === 'General' && typeof value !== 'number') return typeof value === 'boolean' ? String(value).toUpperCase() : value;
  const shown = date1904 && typeof value === 'number' && numfmt.isDateFormat(pattern) ? value + DAYS_BETWEEN_DATE_SYSTEMS : value;
  return numfmt.format(pattern, shown, { throws: false });
}

/** The smallest area that holds every cell with content, or (`valuesOnly` false) with a style of its own as well. */
export function usedArea(engine: Engine, sheet: SheetId, valuesOnly: boolean): Area | null {
  let top = Infinity;
  let bottom = -1;
  let left = Infinity;
  let right = -1;
  for (const [row, columns] of Object.entries(cellRows(engine, sheet))) {
    let any = false;
    for (const [key, cell] of Object.entries(columns ?? {})) {
      if (cell === null || cell === undefined) continue;
      const filled = (cell.v !== null && cell.v !== undefined) || !!cell.f || !!cell.si || !!cell.p;
      if (!filled && (valuesOnly || cell.s === null || cell.s === undefined)) continue;
      const column = Number(key);
      any = true;
      if (column < left) left = column;
      if (column > right) right = column;
    }
    if (!any) continue;
    top = Math.min(top, Number(row));
    bottom = Math.max(bottom, Number(row));
  }
  let used: Area | null = bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  for (const { area } of spills(engine, sheet)) used = used === null ? area : union(used, area);
  if (!valuesOnly) for (const range of engine.worksheet(sheet).getMergeData()) used = used === null ? areaOf(range) : union(used, areaOf(range));
  return used;
}
