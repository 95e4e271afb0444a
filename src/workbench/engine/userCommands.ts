/** What the rest of the workbook does when somebody edits in the grid: it is added to Univer's own step of undo. */
import type { ICellData, ICommandInfo, IMutationInfo, IRange, Nullable } from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/engine-formula';
import {
  DeleteRangeMoveLeftCommand, DeleteRangeMoveUpCommand, InsertColByRangeCommand, InsertColCommand, InsertRangeMoveDownCommand, InsertRangeMoveRightCommand,
  InsertRowByRangeCommand, InsertRowCommand, MoveRangeCommand, RemoveColByRangeCommand, RemoveRowByRangeCommand,
  RemoveColCommand, RemoveRowCommand, RemoveSheetCommand, SetRangeValuesCommand, SetRangeValuesMutation, SetWorksheetNameCommand, SheetInterceptorService,
} from '@univerjs/sheets';
import type { Area, SheetId } from '../../host/workbookPort';
import type { TableSnapshot } from '../workbookSnapshot';
import { areaOf, holdsArea, holdsCell, intersects, lastColumn, lastRow } from './areas';
import { constantData } from './cellData';
import { cellRows, formulaReader, valueAt } from './cellReading';
import type { Edit, Engine } from './engine';
import { change, setCellsEdit, type CellChanges } from './mutations';
import type { Shift } from './shift';
import { changeFormulas, renameSheetIn, shiftSidecar, withoutSheet, withSheet, withTable, type SheetSidecar, type Sidecar } from './sidecar';
import { activeSheetId } from './sheetPort';
import { nameOwnTable } from './structuredReferences';
import { dataArea, headerEdits } from './tableCells';
import { MAX_SIZE } from './workbookData';

interface CommandParams {
  readonly range?: IRange;
  readonly subUnitId?: SheetId;
  readonly name?: string;
  readonly cellValue?: Record<number, Nullable<Record<number, Nullable<ICellData>>>>;
  readonly fromRange?: IRange;
  readonly toRange?: IRange;
  readonly fromSubUnitId?: SheetId;
  readonly toSubUnitId?: SheetId;
}

const SHIFTS: Readonly<Record<string, Pick<Shift, 'kind' | 'axis'> & { readonly whole: boolean }>> = {
  [InsertRowCommand.id]: { kind: 'insert', axis: 'rows', whole: true },
  [InsertColCommand.id]: { kind: 'insert', axis: 'columns', whole: true },
  [RemoveRowCommand.id]: { kind: 'delete', axis: 'rows', whole: true },
  [RemoveColCommand.id]: { kind: 'delete', axis: 'columns', whole: true },
  [InsertRangeMoveDownCommand.id]: { kind: 'insert', axis: 'rows', whole: false },
  [InsertRangeMoveRightCommand.id]: { kind: 'insert', axis: 'columns', whole: false },
  [DeleteRangeMoveUpCommand.id]: { kind: 'delete', axis: 'rows', whole: false },
  [DeleteRangeMoveLeftCommand.id]: { kind: 'delete', axis: 'columns', whole: false },
};

/** Commands whose rewriting of formulas is part of what they are. */
export const STRUCTURAL_COMMANDS: ReadonlySet<string> = new Set([
  ...Object.keys(SHIFTS), SetWorksheetNameCommand.id, RemoveSheetCommand.id, InsertRowByRangeCommand.id, InsertColByRangeCommand.id, RemoveRowByRangeCommand.id,
  RemoveColByRangeCommand.id,
]);

/** The area that a matrix of cells covers. */
export function coveredArea(cells: CommandParams['cellValue']): Area | null {
  let top = Infinity;
  let bottom = -1;
  let left = Infinity;
  let right = -1;
  for (const [row, columns] of Object.entries(cells ?? {})) {
    const keys = Object.keys(columns ?? {}).map(Number);
    if (keys.length === 0) continue;
    top = Math.min(top, Number(row));
    bottom = Math.max(bottom, Number(row));
    for (const column of keys) {
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

/** The table that grows because something was put right below it. */
function growingTable(engine: Engine, sheet: SheetId, written: Area): { readonly table: TableSnapshot; readonly rows: number } | null {
  const isRightBelow = ({ area }: TableSnapshot): boolean =>
    written.row === lastRow(area) + 1 && written.column >= area.column && lastColumn(written) <= lastColumn(area);
  const table = engine.sidecar.tables.find((candidate) => candidate.sheet === sheet && !candidate.showTotals && isRightBelow(candidate));
  if (table === undefined) return null;
  const grown: Area = { ...table.area, rows: table.area.rows + written.rows };
  if (engine.sidecar.tables.some((other) => other !== table && other.sheet === sheet && intersects(other.area, grown))) return null;
  const cells = cellRows(engine, sheet)[written.row] ?? {};
  const isFilled = (column: number): boolean => valueAt(engine, sheet, written.row, column) !== null || !!cells[column]?.f;
  return Array.from({ length: written.columns }, (_, index) => written.column + index).some(isFilled) ? { table, rows: written.rows } : null;
}

/** Columns that are one formula all the way down go on with it. */
function continuedFormulas(engine: Engine, table: TableSnapshot, rows: number): CellChanges {
  const { sheet } = table;
  const data = dataArea(table);
  const above = lastRow(data);
  const formulaOf = formulaReader(engine, sheet);
  const cells = cellRows(engine, sheet);
  const lexer = engine.injector.get(LexerTreeBuilder);
  const changes: CellChanges = {};
  for (let column = data.column; column <= lastColumn(data); column++) {
    const formula = formulaOf(cells[above]?.[column], above, column);
    if (formula === null) continue;
    for (let row = above + 1; row <= above + rows; row++) {
      const cell = cells[row]?.[column];
      if (valueAt(engine, sheet, row, column) === null && !cell?.f) change(changes, row, column, { f: lexer.moveFormulaRefOffset(formula, 0, row - above) });
    }
  }
  return changes;
}

/** What follows from cells of `written` having been filled in by hand. */
export function followWriting(engine: Engine, sheet: SheetId, written: Area): Edit[] {
  const edits = headerEdits(engine, sheet, written) ?? [];
  const growing = growingTable(engine, sheet, written);
  if (growing === null) return edits;
  const { table, rows } = growing;
  const formulas = continuedFormulas(engine, table, rows);
  return [
    ...edits,
    engine.sidecarEdit(withTable(engine.sidecar, table.id, (before) => ({ ...before, area: { ...before.area, rows: before.area.rows + rows } }))),
    ...(Object.keys(formulas).length === 0 ? [] : [setCellsEdit(engine, sheet, formulas)]),
  ];
}

/** What was cut goes with its cells. */
function moveSidecar(sidecar: Sidecar, from: { readonly sheet: SheetId; readonly area: Area }, to: { readonly sheet: SheetId; readonly area: Area }): Sidecar {
  const moved = (area: Area): Area => ({ ...area, row: area.row - from.area.row + to.area.row, column: area.column - from.area.column + to.area.column });
  const inside = (area: Area): boolean => holdsArea(from.area, area);
  const source = sidecar.sheets.get(from.sheet);
  if (source === undefined) return sidecar;
  const tables = sidecar.tables.map((table) => (table.sheet === from.sheet && inside(table.area) ? { ...table, sheet: to.sheet, area: moved(table.area) } : table));
  const links = source.hyperlinks.filter((link) => inside(link.area)).map((link) => ({ ...link, area: moved(link.area) }));
  const left = withSheet(sidecar, from.sheet, (before) => ({ ...before, hyperlinks: before.hyperlinks.filter((link) => !inside(link.area)) }));
  const others = (before: SheetSidecar): SheetSidecar['hyperlinks'] => before.hyperlinks.filter((link) => !intersects(link.area, to.area));
  return withSheet({ ...left, tables }, to.sheet, (before) => ({ ...before, hyperlinks: [...others(before), ...links] }));
}

function shiftOf(engine: Engine, command: ICommandInfo, params: CommandParams): Shift | null {
  const shift = SHIFTS[command.id];
  if (shift === undefined || params.range === undefined) return null;
  const area = areaOf(params.range);
  const full: Area = !shift.whole ? area : shift.axis === 'rows' ? { ...area, column: 0, columns: MAX_SIZE.columns } : { ...area, row: 0, rows: MAX_SIZE.rows };
  return { kind: shift.kind, axis: shift.axis, sheet: params.subUnitId ?? activeSheetId(engine), area: full };
}

function sidecarAfter(engine: Engine, command: ICommandInfo, params: CommandParams): Sidecar {
  const { sidecar } = engine;
  const shift = shiftOf(engine, command, params);
  if (shift !== null) return shiftSidecar(sidecar, shift, engine.sheetNamed);
  switch (command.id) {
    case RemoveSheetCommand.id: {
      const sheet = params.subUnitId ?? activeSheetId(engine);
      const name = engine.sheetName(sheet);
      return changeFormulas(withoutSheet(sidecar, sheet), (formula) => renameSheetIn(formula, name, null));
    }
    case SetWorksheetNameCommand.id: {
      const from = engine.sheetName(params.subUnitId ?? activeSheetId(engine));
      return params.name === undefined ? sidecar : changeFormulas(sidecar, (formula) => renameSheetIn(formula, from, params.name ?? from));
    }
    case MoveRangeCommand.id: {
      if (params.fromRange === undefined || params.toRange === undefined) return sidecar;
      const active = activeSheetId(engine);
      const from = { sheet: params.fromSubUnitId ?? active, area: areaOf(params.fromRange) };
      return moveSidecar(sidecar, from, { sheet: params.toSubUnitId ?? from.sheet, area: areaOf(params.toRange) });
    }
    default:
      return sidecar;
  }
}

/** [@Name] typed inside a table means that table. */
function nameTablesInTyping(engine: Engine, sheet: SheetId, cells: CommandParams['cellValue']): void {
  const tables = engine.sidecar.tables.filter((table) => table.sheet === sheet);
  if (tables.length === 0) return;
  for (const [row, columns] of Object.entries(cells ?? {})) {
    for (const [column, cell] of Object.entries(columns ?? {})) {
      if (typeof cell?.f !== 'string' || !cell.f.includes('[')) continue;
      const table = tables.find((candidate) => holdsCell(candidate.area, Number(row), Number(column)));
      if (table !== undefined) cell.f = nameOwnTable(cell.f, table.name);
    }
  }
}

/** The names of columns that were inserted into tables; the cells go again with the columns. */
function freshHeadings(engine: Engine, after: Sidecar): IMutationInfo[] {
  const before = new Map(engine.sidecar.tables.map((table) => [table.id, table]));
  return after.tables.flatMap((table) => {
    const known = before.get(table.id);
    if (known === undefined || !table.showHeaders || known.columns.length >= table.columns.length) return [];
    const ids = new Set(known.columns.map((column) => column.id));
    const changes: CellChanges = {};
    table.columns.forEach((column, position) => {
      if (!ids.has(column.id)) change(changes, table.area.row, table.area.column + position, constantData(column.name, false));
    });
    return [{ id: SetRangeValuesMutation.id, params: { unitId: engine.unitId, subUnitId: table.sheet, cellValue: changes } }];
  });
}

export function followUserCommands(engine: Engine): void {
  const interceptors = engine.injector.get(SheetInterceptorService);
  const interception = interceptors.interceptCommand({
    getMutations: (command) => {
      const params = (command.params ?? {}) as CommandParams;
      const edits: Edit[] = [];
      const headings: IMutationInfo[] = [];
      if (command.id === SetRangeValuesCommand.id) {
        const written = coveredArea(params.cellValue);
        if (written !== null && params.subUnitId !== undefined) edits.push(...followWriting(engine, params.subUnitId, written));
      } else {
        const after = sidecarAfter(engine, command, params);
        if (after !== engine.sidecar) edits.push(engine.sidecarEdit(after));
        headings.push(...freshHeadings(engine, after));
      }
      const redos: IMutationInfo[] = [...edits.map((edit) => edit.redo), ...headings];
      return { redos, undos: edits.map((edit) => edit.undo).reverse() };
    },
  });
  engine.onDispose(() => interception.dispose());
  const typing = engine.commands.beforeCommandExecuted((command, options) => {
    if (command.id !== SetRangeValuesMutation.id || options?.onlyLocal === true) return;
    const { subUnitId, cellValue } = command.params as CommandParams;
    if (subUnitId !== undefined) nameTablesInTyping(engine, subUnitId, cellValue);
  });
  engine.onDispose(() => typing.dispose());
}
