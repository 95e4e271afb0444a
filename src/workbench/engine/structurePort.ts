/** Inserting and deleting cells, rows and columns: everything that points at cells moves along, and all of it is one step of undo. */
import { FormulaDataModel } from '@univerjs/engine-formula';
import type { Area, WorkbookPort } from '../../host/workbookPort';
import { PortError } from '../../host/portError';
import { areaOf, cellArea, holdsArea, intersects, lastColumn, lastRow, union } from './areas';
import type { Calculation } from './calculation';
import { cellRows, usedArea } from './cellReading';
import type { Announcement, Edit, Engine } from './engine';
import { cellFormulaEdits } from './formulaEdits';
import { change, growEdits, mergesEdits, setCellsEdit, wholeCell, wholeLinesEdits, type CellChanges } from './mutations';
import { cutsThrough, shiftAreas, type Shift } from './shift';
import { shiftFormula, shiftSidecar } from './sidecar';
import { headerArea, headerCellEdits } from './tableCells';
import { MAX_SIZE } from './workbookData';

const conflict = (message: string): PortError => new PortError('InsertDeleteConflict', message);

function refuseConflicts(engine: Engine, shift: Shift): void {
  for (const table of engine.sidecar.tables) {
    if (table.sheet !== shift.sheet) continue;
    if (cutsThrough(shift, table.area)) throw conflict(`This would shift some of the cells of the table ${table.name} and not the others.`);
    const losesHeader = shift.kind === 'delete' && table.showHeaders && intersects(shift.area, headerArea(table)) && shift.axis === 'rows';
    if (losesHeader && !holdsArea(shift.area, table.area)) throw conflict(`The header row of the table ${table.name} cannot be deleted while the table stands.`);
  }
  for (const range of engine.worksheet(shift.sheet).getMergeData()) {
    if (cutsThrough(shift, areaOf(range))) throw conflict('This would cut through merged cells.');
  }
}

/** Moves the cells of a part of the sheet; whole rows and columns are Univer's own business. */
function bandEdits(engine: Engine, shift: Shift): Edit[] {
  const { kind, axis, sheet, area } = shift;
  const rows = cellRows(engine, sheet);
  const changes: CellChanges = {};
  const band: Area =
    axis === 'rows' ? { ...area, rows: Math.max(area.rows, MAX_SIZE.rows - area.row) } : { ...area, columns: Math.max(area.columns, MAX_SIZE.columns - area.column) };
  const moved: { readonly row: number; readonly column: number; readonly cell: ReturnType<typeof wholeCell> }[] = [];
  const by = (kind === 'insert' ? 1 : -1) * (axis === 'rows' ? area.rows : area.columns);
  let reach: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  for (const [key, columns] of Object.entries(rows)) {
    const row = Number(key);
    if (row < band.row || row > lastRow(band)) continue;
    for (const [name, cell] of Object.entries(columns ?? {})) {
      const column = Number(name);
      if (column < band.column || column > lastColumn(band) || cell === null || cell === undefined) continue;
      change(changes, row, column, null);
      const to = axis === 'rows' ? { row: row + by, column } : { row, column: column + by };
      const deleted = kind === 'delete' && (axis === 'rows' ? row <= lastRow(area) : column <= lastColumn(area));
      if (deleted) continue;
      moved.push({ ...to, cell: wholeCell(engine, cell) });
      reach = union(reach, cellArea(to.row, to.column));
    }
  }
  for (const { row, column, cell } of moved) change(changes, row, column, cell);
  return [...growEdits(engine, sheet, reach), setCellsEdit(engine, sheet, changes)];
}

/** Array formulas fill their areas anew after a shift, whoever made it. */
export function refillArrays(engine: Engine, calculation: Calculation): void {
  const model = engine.injector.get(FormulaDataModel);
  for (const worksheet of engine.workbook.getSheets()) {
    const sheet = worksheet.getSheetId();
    const ranges = model.getArrayFormulaRange()[engine.unitId];
    const cells = model.getArrayFormulaCellData()[engine.unitId];
    if (ranges?.[sheet] === undefined || ranges[sheet] === null || Object.keys(ranges[sheet]).length === 0) continue;
    ranges[sheet] = {};
    if (cells !== null && cells !== undefined) cells[sheet] = {};
    calculation.touch(calculation.formulaCells(() => true).filter((place) => place.sheet === sheet));
  }
}

export function structurePort(engine: Engine): Pick<WorkbookPort, 'insertCells' | 'deleteCells'> {
  const apply = (shift: Shift, announcement: Announcement, whole: boolean): void => {
    const { sheet, kind, axis, area } = shift;
    refuseConflicts(engine, shift);
    const merges = shiftAreas(engine.worksheet(sheet).getMergeData().map(areaOf), shift).filter((merge) => merge.rows * merge.columns > 1);
    const sidecar = shiftSidecar(engine.sidecar, shift, engine.sheetNamed);
    const formulas = cellFormulaEdits(engine, (formula, home) => shiftFormula(formula, home, shift, engine.sheetNamed));
    engine.undoGroup(() => {
      engine.commit(formulas, []);
      const cells = whole
        ? wholeLinesEdits(engine, sheet, kind, axis, axis === 'rows' ? area.row : area.column, axis === 'rows' ? area.rows : area.columns)
        : bandEdits(engine, shift);
      engine.commit([...mergesEdits(engine, sheet, merges, cells), engine.sidecarEdit(sidecar)], []);
      for (const table of sidecar.tables) {
        if (table.sheet === sheet && table.showHeaders) engine.commit(headerCellEdits(engine, sheet, table.area, table.columns.map((column) => column.name)), []);
      }
    });
    engine.announceAddIn(announcement);
  };

  return {
    insertCells(sheet, area, direction) {
      const axis = direction === 'down' ? 'rows' : 'columns';
      const used = usedArea(engine, sheet, true);
      const pushedOff = (first: number, last: number, count: number, size: number): boolean => first <= last && last + count >= size;
      const overflow =
        used !== null &&
        (axis === 'rows' ? pushedOff(area.row, lastRow(used), area.rows, MAX_SIZE.rows) : pushedOff(area.column, lastColumn(used), area.columns, MAX_SIZE.columns));
      if (overflow) throw conflict('Cells that are not empty would be pushed off the sheet.');
      const whole = axis === 'rows' ? area.columns >= MAX_SIZE.columns : area.rows >= MAX_SIZE.rows;
      const kind = whole ? (axis === 'rows' ? 'rowsInserted' : 'columnsInserted') : 'cellsInserted';
      engine.undoGroup(() => {
        const at: Area = axis === 'rows' ? { row: area.row, rows: 1, column: 0, columns: 1 } : { row: 0, rows: 1, column: area.column, columns: 1 };
        engine.commit(growEdits(engine, sheet, at), []);
        apply({ kind: 'insert', axis, sheet, area }, { kind, sheet, area }, whole);
      });
    },
    deleteCells(sheet, area, direction) {
      const axis = direction === 'up' ? 'rows' : 'columns';
      const whole = axis === 'rows' ? area.columns >= MAX_SIZE.columns : area.rows >= MAX_SIZE.rows;
      const kind = whole ? (axis === 'rows' ? 'rowsDeleted' : 'columnsDeleted') : 'cellsDeleted';
      const worksheet = engine.worksheet(sheet);
      const room = axis === 'rows' ? worksheet.getRowCount() - area.row : worksheet.getColumnCount() - area.column;
      if (room <= 0) return;
      const shown: Area = whole ? (axis === 'rows' ? { ...area, rows: Math.min(area.rows, room) } : { ...area, columns: Math.min(area.columns, room) }) : area;
      engine.undoGroup(() => {
        apply({ kind: 'delete', axis, sheet, area: shown }, { kind, sheet, area }, whole);
        // The sheet keeps its size: empty rows and columns come up from below.
        const size: Area = { row: 0, column: 0, rows: 1000, columns: 26 };
        engine.commit(growEdits(engine, sheet, size), []);
      });
    },
  };
}

