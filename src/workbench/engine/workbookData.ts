/** A snapshot in Univer's own form, ready to be opened. */
import {
  BooleanNumber, LocaleType, type ICellData, type IColumnData, type IObjectMatrixPrimitiveType, type IRange, type IRowData, type IStyleData, type IWorkbookData, type IWorksheetData,
} from '@univerjs/core';
import type { CellSnapshot, LineSnapshot, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../workbookSnapshot';
import { lastColumn, lastRow, rangeOf } from './areas';
import { constantData, extrasOf, isErrorText } from './cellData';
import { wholeStyleData, type StyleWords } from './cellStyles';
import { nameOwnTable } from './structuredReferences';

/** Univer counts in CSS pixels, the port in points. */
export const PIXELS_PER_POINT = 96 / 72;
export const pixels = (points: number): number => points * PIXELS_PER_POINT;
export const points = (pixelCount: number): number => Math.round((pixelCount / PIXELS_PER_POINT) * 100) / 100;

/** Rows and columns that stand ready below and beside what is used. */
export const SPARE = { rows: 200, columns: 10 } as const;
const LEAST = { rows: 1000, columns: 26 } as const;
export const MAX_SIZE = { rows: 1_048_576, columns: 16_384 } as const;

const styleId = (index: number): string => `s${index}`;

export interface SpilledCells {
  readonly ranges: IObjectMatrixPrimitiveType<IRange>;
  readonly cells: IObjectMatrixPrimitiveType<ICellData>;
}

export interface OpenableWorkbook {
  readonly data: IWorkbookData;
  /** What array formulas fill, by sheet. */
  readonly spilled: ReadonlyMap<string, SpilledCells>;
}

type Matrix<T> = Record<number, Record<number, T>>;
/** By style: what travels in a cell's own data. */
type Extras = readonly ReturnType<typeof extrasOf>[];

function put<T>(matrix: Matrix<T>, row: number, column: number, value: T): void {
  (matrix[row] ??= {})[column] = value;
}

function cellData(cell: CellSnapshot, extras: Extras): ICellData {
  const data: ICellData = {};
  // Text that reads like an error would be taken for one.
  const inert = cell.quoted === true || (cell.formula === undefined && typeof cell.value === 'string' && isErrorText(cell.value));
  if (cell.value !== null) Object.assign(data, constantData(cell.value, inert));
  if (cell.formula !== undefined) data.f = cell.formula;
  if (cell.style !== undefined && cell.style !== 0) {
    data.s = styleId(cell.style);
    const custom = extras[cell.style];
    if (custom !== null && custom !== undefined) data.custom = { ...custom };
  }
  return data;
}

function lines<T extends IRowData & IColumnData>(from: ReadonlyMap<number, LineSnapshot>, size: 'h' | 'w', extras: Extras): Record<number, Partial<T>> {
  const result: Record<number, Partial<IRowData & IColumnData>> = {};
  for (const [index, line] of from) {
    result[index] = {
      ...(line.size === undefined ? {} : { [size]: pixels(line.size), ...(size === 'h' ? { ia: BooleanNumber.FALSE } : {}) }),
      ...(line.hidden === true ? { hd: BooleanNumber.TRUE } : {}),
      ...(line.style === undefined || line.style === 0 ? {} : { s: styleId(line.style), ...(extras[line.style] ? { custom: { ...extras[line.style] } } : {}) }),
    };
  }
  return result as Record<number, Partial<T>>;
}

function spilledCells(sheet: SheetSnapshot): SpilledCells | null {
  const ranges: Matrix<IRange> = {};
  const cells: Matrix<ICellData> = {};
  let any = false;
  for (const [row, line] of sheet.cells) {
    line.forEach((cell, column) => {
      if (cell?.array === undefined) return;
      any = true;
      const { area } = cell.array;
      put(ranges, row, column, rangeOf(area));
      for (let r = area.row; r <= lastRow(area); r++) {
        for (let c = area.column; c <= lastColumn(area); c++) put(cells, r, c, constantData(sheet.cells.get(r)?.[c]?.value ?? 0, false));
      }
    });
  }
  return any ? { ranges, cells } : null;
}

/** [@Name] inside a table means that table; Univer's cells say so. */
function nameOwnTables(cells: Matrix<ICellData>, tables: readonly TableSnapshot[]): void {
  for (const { area, name } of tables) {
    for (let row = area.row; row <= lastRow(area); row++) {
      for (let column = area.column; column <= lastColumn(area); column++) {
        const cell = cells[row]?.[column];
        if (typeof cell?.f === 'string' && cell.f.includes('[')) cell.f = nameOwnTable(cell.f, name);
      }
    }
  }
}

function sheetData(sheet: SheetSnapshot, extras: Extras, spilled: SpilledCells | null, tables: readonly TableSnapshot[]): Partial<IWorksheetData> {
  const cells: Matrix<ICellData> = {};
  let rowCount = 0;
  let columnCount = 0;
  for (const [row, line] of sheet.cells) {
    const target: Record<number, ICellData> = {};
    let used = false;
    line.forEach((cell, column) => {
      if (cell === undefined) return;
      const data = cellData(cell, extras);
      // What a formula spills is Univer's to fill in: a constant there would stop it.
      if (cell.formula === undefined && spilled?.cells[row]?.[column] !== undefined) {
        delete data.v;
        delete data.t;
      }
      target[column] = data;
      used = true;
      if (column >= columnCount) columnCount = column + 1;
    });
    if (!used) continue;
    cells[row] = target;
    if (row >= rowCount) rowCount = row + 1;
  }
  nameOwnTables(cells, tables);
  for (const row of sheet.rows.keys()) rowCount = Math.max(rowCount, Math.min(row + 1, LEAST.rows));
  for (const column of sheet.columns.keys()) columnCount = Math.max(columnCount, Math.min(column + 1, 200));
  return {
    id: sheet.id,
    name: sheet.name,
    tabColor: sheet.tabColor ?? '',
    hidden: sheet.visibility === 'Visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.min(MAX_SIZE.rows, Math.max(LEAST.rows, rowCount + SPARE.rows)),
    columnCount: Math.min(MAX_SIZE.columns, Math.max(LEAST.columns, columnCount + SPARE.columns)),
    defaultRowHeight: pixels(sheet.defaultRowHeight),
    defaultColumnWidth: pixels(sheet.defaultColumnWidth),
    freeze: freezeData(sheet.frozen),
    showGridlines: sheet.showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    mergeData: sheet.merges.map(rangeOf),
    defaultStyle: styleId(0),
    rowData: lines<IRowData>(sheet.rows, 'h', extras),
    columnData: lines<IColumnData>(sheet.columns, 'w', extras),
    cellData: cells,
  };
}

export const freezeData = (frozen: { readonly rows: number; readonly columns: number }): IWorksheetData['freeze'] => ({
  xSplit: frozen.columns,
  ySplit: frozen.rows,
  startRow: frozen.rows === 0 ? -1 : frozen.rows,
  startColumn: frozen.columns === 0 ? -1 : frozen.columns,
});

/** `unitId` must be new in this process: Univer caches parsed formulas by it. */
export function workbookData(snapshot: WorkbookSnapshot, unitId: string, words: StyleWords): OpenableWorkbook {
  const styles: Record<string, IStyleData> = {};
  snapshot.styles.forEach((style, index) => {
    styles[styleId(index)] = words.compact(style);
  });
  styles[styleId(0)] = wholeStyleData(words.normal);
  const extras = snapshot.styles.map(extrasOf);
  const spilled = new Map<string, SpilledCells>();
  const sheets: IWorkbookData['sheets'] = {};
  for (const sheet of snapshot.sheets) {
    const fills = spilledCells(sheet);
    if (fills !== null) spilled.set(sheet.id, fills);
    sheets[sheet.id] = sheetData(sheet, extras, fills, snapshot.tables.filter((table) => table.sheet === sheet.id));
  }
  return {
    spilled,
    data: {
      id: unitId,
      name: snapshot.fileName,
      appVersion: '0.25.1',
      locale: LocaleType.EN_US,
      styles,
      sheetOrder: snapshot.sheets.map((sheet) => sheet.id),
      sheets,
    },
  };
}

export const emptySheetData = (id: string, name: string): Partial<IWorksheetData> => ({
  id,
  name,
  tabColor: '',
  hidden: BooleanNumber.FALSE,
  rowCount: LEAST.rows,
  columnCount: LEAST.columns,
  defaultRowHeight: pixels(15),
  defaultColumnWidth: pixels(48),
  freeze: freezeData({ rows: 0, columns: 0 }),
  showGridlines: BooleanNumber.TRUE,
  rightToLeft: BooleanNumber.FALSE,
  rowHeader: { width: 46, hidden: BooleanNumber.FALSE },
  columnHeader: { height: 20, hidden: BooleanNumber.FALSE },
  mergeData: [],
  defaultStyle: styleId(0),
  rowData: {},
  columnData: {},
  cellData: {},
});
