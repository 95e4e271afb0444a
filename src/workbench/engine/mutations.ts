/** Univer's mutations as edits: each with what takes it back. They must be made in the order in which they are committed. */
import { CellValueType, type ICellData, type IObjectMatrixPrimitiveType, type IRange, type IRowData, type IColumnData, type Nullable } from '@univerjs/core';
import {
  AddWorksheetMergeMutation, InsertColMutation, InsertRowMutation, RemoveColMutation, RemoveRowMutation, RemoveWorksheetMergeMutation, SetColDataMutation, SetColHiddenMutation,
  SetColVisibleMutation, SetRangeValuesMutation, SetRowDataMutation, SetRowHiddenMutation, SetRowVisibleMutation, SetStyleCommand, SetWorksheetColumnCountMutation,
  SetWorksheetColWidthMutation, SetWorksheetRowCountMutation, SetWorksheetRowHeightMutation, SetWorksheetRowIsAutoHeightMutation,
} from '@univerjs/sheets';
import type { Area, SheetId } from '../../host/workbookPort';
import { lastColumn, lastRow, rangeOf } from './areas';
import { styleOfData } from './cellReading';
import type { Edit, Engine } from './engine';
import { MAX_SIZE, SPARE } from './workbookData';

export type CellChanges = Record<number, Record<number, ICellData | null>>;

export function change(changes: CellChanges, row: number, column: number, data: ICellData | null): void {
  (changes[row] ??= {})[column] = data;
}

const styleOfCell = (engine: Engine, cell: ICellData): ICellData['s'] => (cell.s === undefined || cell.s === null ? null : engine.styles.data(styleOfData(engine, cell)));

/** A cell with every property named, so that writing it leaves nothing of what stood there before. */
export function wholeCell(engine: Engine, cell: Nullable<ICellData>): ICellData {
  if (cell === null || cell === undefined) return { v: null, t: null, f: null, si: null, p: null, custom: null, s: null };
  const whole = contentOf(cell);
  whole.custom = cell.custom ?? null;
  whole.s = styleOfCell(engine, cell);
  return whole;
}

function contentOf(cell: ICellData): ICellData {
  const v = cell.v ?? null;
  return { v, t: cell.t ?? (typeof v === 'string' ? CellValueType.STRING : null), f: cell.f ?? null, si: cell.si ?? null, p: cell.p ?? null };
}

/** Only the properties that a change names, as they are now. */
function before(engine: Engine, cell: Nullable<ICellData>, changed: ICellData | null): ICellData | null {
  if (cell === null || cell === undefined) return null;
  if (changed === null) return wholeCell(engine, cell);
  const content = contentOf(cell);
  if ('s' in changed) content.s = styleOfCell(engine, cell);
  if ('custom' in changed) content.custom = cell.custom ?? null;
  return content;
}

/** `looksOnly`: nothing that a formula reads is changed. */
export function setCellsEdit(engine: Engine, sheet: SheetId, changes: CellChanges, looksOnly = false): Edit {
  const rows = engine.worksheet(sheet).getCellMatrix().getMatrix();
  const undone: CellChanges = {};
  for (const [row, columns] of Object.entries(changes)) {
    const now = rows[Number(row)];
    const undoneRow: Record<number, ICellData | null> = {};
    for (const column of Object.keys(columns)) {
      const at = Number(column);
      undoneRow[at] = before(engine, now?.[at], columns[at] ?? null);
    }
    undone[Number(row)] = undoneRow;
  }
  const params = (cellValue: CellChanges): object => ({
    unitId: engine.unitId,
    subUnitId: sheet,
    cellValue: cellValue as IObjectMatrixPrimitiveType<ICellData>,
    ...(looksOnly ? { trigger: SetStyleCommand.id } : {}),
  });
  return { redo: { id: SetRangeValuesMutation.id, params: params(changes) }, undo: { id: SetRangeValuesMutation.id, params: params(undone) } };
}

/** Makes the sheet large enough for an area; nothing when it is. */
export function growEdits(engine: Engine, sheet: SheetId, area: Area): Edit[] {
  const worksheet = engine.worksheet(sheet);
  const rows = Math.min(MAX_SIZE.rows, lastRow(area) + 1);
  const columns = Math.min(MAX_SIZE.columns, lastColumn(area) + 1);
  const target = { unitId: engine.unitId, subUnitId: sheet };
  const edits: Edit[] = [];
  if (rows > worksheet.getRowCount()) {
    const id = SetWorksheetRowCountMutation.id;
    const rowCount = Math.min(MAX_SIZE.rows, rows + SPARE.rows);
    edits.push({ redo: { id, params: { ...target, rowCount } }, undo: { id, params: { ...target, rowCount: worksheet.getRowCount() } } });
  }
  if (columns > worksheet.getColumnCount()) {
    const id = SetWorksheetColumnCountMutation.id;
    const columnCount = Math.min(MAX_SIZE.columns, columns + SPARE.columns);
    edits.push({ redo: { id, params: { ...target, columnCount } }, undo: { id, params: { ...target, columnCount: worksheet.getColumnCount() } } });
  }
  return edits;
}

const WHOLE_SHEET: IRange = { startRow: 0, startColumn: 0, endRow: MAX_SIZE.rows, endColumn: MAX_SIZE.columns };

/** Replaces all merges of a sheet, around an edit that moves them by itself in its own way. */
export function mergesEdits(engine: Engine, sheet: SheetId, merges: readonly Area[], around: readonly Edit[] = []): Edit[] {
  const worksheet = engine.worksheet(sheet);
  const now = worksheet.getMergeData().map((range) => ({ ...range }));
  if (now.length === 0 && merges.length === 0) return [...around];
  const target = { unitId: engine.unitId, subUnitId: sheet };
  const none = { id: RemoveWorksheetMergeMutation.id, params: { ...target, ranges: [{ ...WHOLE_SHEET }] } };
  const all = (ranges: readonly IRange[]): Edit['redo'] => ({ id: AddWorksheetMergeMutation.id, params: { ...target, ranges } });
  return [{ redo: none, undo: all(now) }, ...around, { redo: all(merges.map(rangeOf)), undo: none }];
}

/** Whole rows or columns, empty where inserted; what is deleted comes back with its cells, sizes and styles. */
export function wholeLinesEdits(engine: Engine, sheet: SheetId, kind: 'insert' | 'delete', axis: 'rows' | 'columns', at: number, count: number): Edit[] {
  const worksheet = engine.worksheet(sheet);
  const target = { unitId: engine.unitId, subUnitId: sheet };
  const range: IRange =
    axis === 'rows'
      ? { startRow: at, endRow: at + count - 1, startColumn: 0, endColumn: worksheet.getColumnCount() - 1 }
      : { startRow: 0, endRow: worksheet.getRowCount() - 1, startColumn: at, endColumn: at + count - 1 };
  const insert = axis === 'rows' ? InsertRowMutation.id : InsertColMutation.id;
  const remove = axis === 'rows' ? RemoveRowMutation.id : RemoveColMutation.id;
  if (kind === 'insert') return [{ redo: { id: insert, params: { ...target, range } }, undo: { id: remove, params: { ...target, range } } }];
  const info: Record<number, Partial<IRowData & IColumnData>> = {};
  const sizes = axis === 'rows' ? worksheet.getRowManager().getRowData() : worksheet.getColumnManager().getColumnData();
  for (let index = 0; index < count; index++) {
    const line = sizes[at + index];
    if (line !== undefined && line !== null) info[index] = { ...line };
  }
  const gone: CellChanges = {};
  const rows = worksheet.getCellMatrix().getMatrix();
  for (const [row, columns] of Object.entries(rows)) {
    if (axis === 'rows' && (Number(row) < at || Number(row) >= at + count)) continue;
    for (const column of Object.keys(columns ?? {})) {
      const c = Number(column);
      if (axis === 'columns' && (c < at || c >= at + count)) continue;
      const cell = columns?.[c];
      if (cell !== null && cell !== undefined) change(gone, Number(row), c, wholeCell(engine, cell));
    }
  }
  const back = { id: insert, params: { ...target, range, [axis === 'rows' ? 'rowInfo' : 'colInfo']: info } };
  const refill = { id: SetRangeValuesMutation.id, params: { ...target, cellValue: gone } };
  const nothing = { id: SetRangeValuesMutation.id, params: { ...target, cellValue: {} } };
  return [{ redo: nothing, undo: refill }, { redo: { id: remove, params: { ...target, range } }, undo: back }];
}

type Axis = 'rows' | 'columns';

export function visibilityEdits(engine: Engine, sheet: SheetId, axis: Axis, lines: readonly number[], hidden: boolean): Edit[] {
  const worksheet = engine.worksheet(sheet);
  const isHidden = (line: number): boolean => !(axis === 'rows' ? worksheet.getRowRawVisible(line) : worksheet.getColVisible(line));
  const changed = lines.filter((line) => isHidden(line) !== hidden);
  if (changed.length === 0) return [];
  const ranges = runs(changed).map(([first, last]) =>
    axis === 'rows'
      ? { startRow: first, endRow: last, startColumn: 0, endColumn: worksheet.getColumnCount() - 1 }
      : { startRow: 0, endRow: worksheet.getRowCount() - 1, startColumn: first, endColumn: last },
  );
  const hide = axis === 'rows' ? SetRowHiddenMutation.id : SetColHiddenMutation.id;
  const show = axis === 'rows' ? SetRowVisibleMutation.id : SetColVisibleMutation.id;
  const params = { unitId: engine.unitId, subUnitId: sheet, ranges };
  return [{ redo: { id: hidden ? hide : show, params }, undo: { id: hidden ? show : hide, params } }];
}

/** 3, 4, 5, 9 as 3-5, 9-9; the numbers must ascend. */
function runs(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}

/** Sizes in pixels by row or column. */
export function sizeEdits(engine: Engine, sheet: SheetId, axis: Axis, sizes: ReadonlyMap<number, number>): Edit[] {
  if (sizes.size === 0) return [];
  const worksheet = engine.worksheet(sheet);
  const lines = [...sizes.keys()].sort((a, b) => a - b);
  const target = { unitId: engine.unitId, subUnitId: sheet };
  const wanted = Object.fromEntries(sizes);
  if (axis === 'columns') {
    const ranges = runs(lines).map(([first, last]) => ({ startRow: 0, endRow: worksheet.getRowCount() - 1, startColumn: first, endColumn: last }));
    const manager = worksheet.getColumnManager();
    const now = Object.fromEntries(lines.map((line) => [line, manager.getColumnWidth(line)]));
    const id = SetWorksheetColWidthMutation.id;
    return [{ redo: { id, params: { ...target, ranges, colWidth: wanted } }, undo: { id, params: { ...target, ranges, colWidth: now } } }];
  }
  const ranges = runs(lines).map(([first, last]) => ({ startRow: first, endRow: last, startColumn: 0, endColumn: worksheet.getColumnCount() - 1 }));
  const manager = worksheet.getRowManager();
  const now = Object.fromEntries(lines.map((line) => [line, manager.getRowHeight(line)]));
  const automatic = Object.fromEntries(lines.map((line) => [line, manager.getRow(line)?.ia]));
  return [
    {
      redo: { id: SetWorksheetRowHeightMutation.id, params: { ...target, ranges, rowHeight: wanted } },
      undo: { id: SetWorksheetRowHeightMutation.id, params: { ...target, ranges, rowHeight: now } },
    },
    {
      redo: { id: SetWorksheetRowIsAutoHeightMutation.id, params: { ...target, ranges, autoHeightInfo: 0 } },
      undo: { id: SetWorksheetRowIsAutoHeightMutation.id, params: { ...target, ranges, autoHeightInfo: automatic } },
    },
  ];
}

/** The style of whole rows or columns. */
export function lineStyleEdit(engine: Engine, sheet: SheetId, axis: Axis, styles: ReadonlyMap<number, Pick<IRowData, 's' | 'custom'>>): Edit {
  const worksheet = engine.worksheet(sheet);
  const now = (line: number): Pick<IRowData, 's' | 'custom'> => {
    const data = axis === 'rows' ? worksheet.getRowManager().getRow(line) : worksheet.getColumnManager().getColumn(line);
    return { s: data?.s ?? null, custom: data?.custom ?? null };
  };
  const id = axis === 'rows' ? SetRowDataMutation.id : SetColDataMutation.id;
  const key = axis === 'rows' ? 'rowData' : 'columnData';
  const params = (style: (line: number) => Pick<IRowData, 's' | 'custom'> | undefined): object => ({
    unitId: engine.unitId,
    subUnitId: sheet,
    [key]: Object.fromEntries([...styles.keys()].map((line) => [line, style(line)])),
  });
  return { redo: { id, params: params((line) => styles.get(line)) }, undo: { id, params: params(now) } };
}
