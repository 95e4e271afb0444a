/** Watches Univer's mutations: tells what the user did in the grid, and remembers which parts differ from the file. */
import type { ICellData, ICommandInfo, IExecutionOptions, IRange, Nullable } from '@univerjs/core';
import {
  InsertColMutation, InsertRowMutation, InsertSheetMutation, MoveRangeMutation, RemoveColMutation, RemoveRowMutation, RemoveSheetMutation, SetRangeValuesCommand,
  SetRangeValuesMutation, SetSelectionsOperation, SetTabColorMutation, SetWorksheetActiveOperation, SetWorksheetColumnCountMutation, SetWorksheetHideMutation, SetWorksheetNameMutation, SetWorksheetOrderMutation,
  SetWorksheetRowCountMutation,
} from '@univerjs/sheets';
import type { Area, CellValue, Selection, SheetId } from '../../host/workbookPort';
import type { WorkbookChanges } from '../workbookSnapshot';
import { areaOf } from './areas';
import type { Calculation, CellPlace } from './calculation';
import { valueAt } from './cellReading';
import type { CustomFunctions } from './customFunctions';
import type { Announcement, Engine } from './engine';
import { shiftArea, type Shift } from './shift';
import type { Sidecar } from './sidecar';
import { refillArrays } from './structurePort';
import { coveredArea, followWriting, STRUCTURAL_COMMANDS } from './userCommands';
import { MAX_SIZE } from './workbookData';

interface MutationParams {
  readonly subUnitId?: SheetId;
  readonly trigger?: string;
  readonly range?: IRange;
  readonly cellValue?: Record<number, Nullable<Record<number, Nullable<ICellData>>>>;
  readonly sheet?: { readonly id: SheetId };
  readonly from?: { readonly subUnitId: SheetId; readonly value: MutationParams['cellValue'] };
  readonly to?: { readonly subUnitId: SheetId; readonly value: MutationParams['cellValue'] };
  readonly type?: number;
}

const LINE_SHIFTS: Readonly<Record<string, Pick<Shift, 'kind' | 'axis'> & { readonly change: 'rowsInserted' | 'rowsDeleted' | 'columnsInserted' | 'columnsDeleted' }>> = {
  [InsertRowMutation.id]: { kind: 'insert', axis: 'rows', change: 'rowsInserted' },
  [RemoveRowMutation.id]: { kind: 'delete', axis: 'rows', change: 'rowsDeleted' },
  [InsertColMutation.id]: { kind: 'insert', axis: 'columns', change: 'columnsInserted' },
  [RemoveColMutation.id]: { kind: 'delete', axis: 'columns', change: 'columnsDeleted' },
};

const SHEET_LIST: Readonly<Record<string, 'sheetAdded' | 'sheetDeleted' | 'sheetRenamed' | 'sheetMoved' | 'sheetVisibility' | 'none'>> = {
  [InsertSheetMutation.id]: 'sheetAdded',
  [RemoveSheetMutation.id]: 'sheetDeleted',
  [SetWorksheetNameMutation.id]: 'sheetRenamed',
  [SetWorksheetOrderMutation.id]: 'sheetMoved',
  [SetWorksheetHideMutation.id]: 'sheetVisibility',
  [SetTabColorMutation.id]: 'none',
};

const UNDO_COMMANDS: ReadonlySet<string> = new Set(['univer.command.undo', 'univer.command.redo']);
const SELECTION_ENDS = 2;

function holdsContent(cells: MutationParams['cellValue']): boolean {
  const cellHolds = (cell: Nullable<ICellData>): boolean => cell === null || cell === undefined || Object.keys(cell).some((key) => key !== 's' && key !== 'custom');
  return Object.values(cells ?? {}).some((row) => Object.values(row ?? {}).some(cellHolds));
}

export class ChangeTracking {
  private readonly sheets = new Map<SheetId, 'results' | 'content'>();
  private readonly tables = new Set<string>();
  private sheetList = false;
  private names = false;
  private settings = false;
  private properties = false;
  private customXmlParts = false;
  calculationMode = false;
  private valueBefore: { readonly place: CellPlace; readonly value: CellValue } | null = null;

  constructor(
    private readonly engine: Engine,
    private readonly calculation: Calculation,
    private readonly functions: CustomFunctions,
    private readonly selection: () => Selection,
  ) {
    engine.onSidecar((after, before) => this.onSidecar(after, before));
    engine.onCommand((command, options) => this.onCommand(command, options));
    const watch = engine.commands.beforeCommandExecuted((command, options) => this.beforeCommand(command, options ?? null));
    engine.onDispose(() => watch.dispose());
  }

  changes(): WorkbookChanges {
    const present = new Set(this.engine.workbook.getSheets().map((sheet) => sheet.getSheetId()));
    return {
      sheets: new Map([...this.sheets].filter(([sheet]) => present.has(sheet))),
      tables: new Set(this.tables),
      sheetList: this.sheetList,
      names: this.names,
      settings: this.settings,
      properties: this.properties,
      customXmlParts: this.customXmlParts,
      calculationMode: this.calculationMode,
    };
  }

  private touch(sheet: SheetId | undefined, how: 'results' | 'content' = 'content'): void {
    if (sheet !== undefined && this.sheets.get(sheet) !== 'content') this.sheets.set(sheet, how);
  }

  private tell(announcement: Announcement): void {
    if (!this.engine.byAddIn) this.engine.announce({ ...announcement, source: 'user' });
  }

  private onSidecar(after: Sidecar, before: Sidecar): void {
    for (const [id, sheet] of after.sheets) if (sheet !== before.sheets.get(id)) this.touch(id);
    const tablesBefore = new Map(before.tables.map((table) => [table.id, table]));
    for (const table of after.tables) {
      const old = tablesBefore.get(table.id);
      tablesBefore.delete(table.id);
      if (old === table) continue;
      this.tables.add(table.id);
      this.touch(table.sheet);
      this.tell({ kind: old === undefined ? 'tableAdded' : 'tableChanged', sheet: table.sheet, table: table.id });
    }
    for (const table of tablesBefore.values()) {
      this.touch(table.sheet);
      this.tell({ kind: 'tableDeleted', sheet: table.sheet, table: table.id });
    }
    if (after.names !== before.names && JSON.stringify(after.names) !== JSON.stringify(before.names)) {
      this.names = true;
      this.tell({ kind: 'names' });
    }
    if (after.settings !== before.settings) this.settings = true;
    if (after.properties !== before.properties) this.properties = true;
    if (after.customXmlParts !== before.customXmlParts) this.customXmlParts = true;
  }

  /** What stood in a single cell before it is overwritten: events tell it. */
  private beforeCommand(command: ICommandInfo, options: Nullable<IExecutionOptions>): void {
    if (command.id !== SetRangeValuesMutation.id || options?.onlyLocal === true || this.engine.byAddIn) return;
    const params = command.params as MutationParams;
    const area = coveredArea(params.cellValue);
    this.valueBefore = null;
    if (area === null || params.subUnitId === undefined || area.rows !== 1 || area.columns !== 1) return;
    const place: CellPlace = { sheet: params.subUnitId, row: area.row, column: area.column };
    this.valueBefore = { place, value: valueAt(this.engine, place.sheet, place.row, place.column) };
  }

  private onCommand(command: ICommandInfo, options: Nullable<IExecutionOptions>): void {
    const params = (command.params ?? {}) as MutationParams;
    if (command.id === SetRangeValuesMutation.id) {
      this.onCells(params, options);
      return;
    }
    const shift = LINE_SHIFTS[command.id];
    if (shift !== undefined && params.range !== undefined && params.subUnitId !== undefined) {
      this.onLines(params.subUnitId, shift, params.range);
      return;
    }
    const listed = SHEET_LIST[command.id];
    if (listed !== undefined) {
      const sheet = params.subUnitId ?? params.sheet?.id;
      this.sheetList = true;
      if (command.id === InsertSheetMutation.id) this.touch(sheet);
      if (command.id === SetTabColorMutation.id) this.touch(sheet);
      if (listed !== 'none' && sheet !== undefined) this.tell({ kind: listed, sheet });
      return;
    }
    switch (command.id) {
      case MoveRangeMutation.id:
        for (const end of [params.from, params.to]) {
          const area = coveredArea(end?.value);
          if (end === undefined || area === null) continue;
          this.touch(end.subUnitId);
          this.tell({ kind: 'cells', sheet: end.subUnitId, area });
        }
        return;
      case SetWorksheetActiveOperation.id:
        if (params.subUnitId !== undefined) this.engine.announce({ kind: 'sheetActivated', sheet: params.subUnitId, source: this.engine.byAddIn ? 'addIn' : 'user' });
        return;
      case SetSelectionsOperation.id:
        if (params.type === undefined || params.type === null || params.type === SELECTION_ENDS) {
          this.engine.announce({ kind: 'selection', selection: this.selection(), source: this.engine.byAddIn ? 'addIn' : 'user' });
        }
        return;
      // The sheet's size in the grid is no part of the workbook.
      case SetWorksheetRowCountMutation.id:
      case SetWorksheetColumnCountMutation.id:
        return;
      default:
        if (command.id.startsWith('sheet.mutation.') && options?.onlyLocal !== true) this.touch(params.subUnitId);
    }
  }

  private onCells(params: MutationParams, options: Nullable<IExecutionOptions>): void {
    const { subUnitId: sheet, cellValue, trigger } = params;
    if (sheet === undefined) return;
    if (options?.onlyLocal === true) {
      if ((options as { applyFormulaCalculationResult?: boolean }).applyFormulaCalculationResult === true) this.touch(sheet, 'results');
      return;
    }
    const area = coveredArea(cellValue);
    if (area === null) return;
    this.touch(sheet);
    if (this.engine.byAddIn || (trigger !== undefined && STRUCTURAL_COMMANDS.has(trigger))) return;
    if (!holdsContent(cellValue)) {
      this.tell({ kind: 'formats', sheet });
      return;
    }
    const before = this.valueBefore;
    const single = before !== null && before.place.sheet === sheet && before.place.row === area.row && before.place.column === area.column && area.rows * area.columns === 1;
    this.tell({ kind: 'cells', sheet, area, ...(single ? { before: before.value, after: valueAt(this.engine, sheet, area.row, area.column) } : {}) });
    if (trigger === SetRangeValuesCommand.id || (trigger !== undefined && UNDO_COMMANDS.has(trigger))) return;
    const edits = followWriting(this.engine, sheet, area);
    if (edits.length > 0) this.engine.commit(edits, [], 'user');
  }

  private onLines(sheet: SheetId, line: (typeof LINE_SHIFTS)[string], range: IRange): void {
    this.touch(sheet);
    const { kind, axis } = line;
    const cells = areaOf(range);
    const area: Area = axis === 'rows' ? { ...cells, column: 0, columns: MAX_SIZE.columns } : { ...cells, row: 0, rows: MAX_SIZE.rows };
    this.functions.move((place) => {
      if (place.sheet !== sheet) return place;
      const moved = shiftArea({ row: place.row, column: place.column, rows: 1, columns: 1 }, { kind, axis, sheet, area });
      return moved === null ? null : { sheet, row: moved.row, column: moved.column };
    });
    refillArrays(this.engine, this.calculation);
    this.tell({ kind: line.change, sheet, area });
  }
}
