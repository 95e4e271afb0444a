/**
 * When formulas are calculated. Univer's own trigger waits 100 ms after each change and may stop half-way to start again;
 * here changes are gathered, calculated in one go once the caller is done, and anybody can wait until nothing is left to do.
 */
import type { ICommandInfo, IExecutionOptions, Nullable } from '@univerjs/core';
import {
  ErrorType, ErrorValueObject, FormulaDataModel, FormulaExecutedStateType, IActiveDirtyManagerService, IFormulaRuntimeService, IFunctionService, Interpreter, RemoveDefinedNameMutation, SetDefinedNameMutation, SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationResultMutation, SetFormulaCalculationStartMutation, SetFormulaCalculationStopMutation, SetSuperTableMutation, SetTriggerFormulaCalculationStartMutation, type IFormulaDataItem, type ISetFormulaCalculationNotificationMutation,
  type ISetFormulaCalculationResultMutation, type ISetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import { ClearSelectionFormatCommand, InsertColMutation, InsertRowMutation, MoveRangeMutation, RemoveColMutation, RemoveRowMutation, SetBorderCommand, SetRangeValuesMutation, SetStyleCommand } from '@univerjs/sheets';
import type { Area, SheetId } from '../../host/workbookPort';
import { cellArea, lastRow, rangeOf } from './areas';
import type { Engine } from './engine';

type Dirty = Partial<ISetFormulaCalculationStartMutation>;
type UnitMap = Record<string, Nullable<Record<string, unknown>>>;

const LOOKS_ONLY: ReadonlySet<string> = new Set([SetStyleCommand.id, SetBorderCommand.id, ClearSelectionFormatCommand.id]);

const MOVING: ReadonlySet<string> = new Set([InsertRowMutation.id, RemoveRowMutation.id, InsertColMutation.id, RemoveColMutation.id, MoveRangeMutation.id]);

export interface CellPlace {
  readonly sheet: SheetId;
  readonly row: number;
  readonly column: number;
}

/** What a calculation came to, for those who have to look after it. */
export interface CalculationListener {
  /** Cells that were calculated, by sheet, row and column. */
  finished(calculated: ISetFormulaCalculationResultMutation['unitData'][string]): void;
  /** Answers that are still awaited from outside. */
  pending(): number;
}

const mergeMaps = (maps: readonly (UnitMap | undefined)[]): UnitMap => {
  const merged: UnitMap = {};
  for (const map of maps) {
    for (const [unit, entries] of Object.entries(map ?? {})) merged[unit] = mergeEntries(merged[unit], entries);
  }
  return merged;
};

function mergeEntries(a: Nullable<Record<string, unknown>>, b: Nullable<Record<string, unknown>>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...a };
  for (const [key, value] of Object.entries(b ?? {})) {
    const before = merged[key];
    merged[key] = typeof value === 'object' && value !== null && typeof before === 'object' && before !== null ? { ...before, ...value } : value;
  }
  return merged;
}

/** Cells below one another as one area: Univer compares every formula with every dirty range. */
function columnRuns(cells: readonly CellPlace[]): { readonly sheet: SheetId; readonly area: Area }[] {
  const sorted = [...cells].sort((a, b) => (a.sheet === b.sheet ? a.column - b.column || a.row - b.row : a.sheet < b.sheet ? -1 : 1));
  const runs: { sheet: SheetId; area: Area }[] = [];
  for (const { sheet, row, column } of sorted) {
    const last = runs.at(-1);
    if (last?.sheet === sheet && last.area.column === column && row <= lastRow(last.area) + 1) last.area = { ...last.area, rows: row - last.area.row + 1 };
    else runs.push({ sheet, area: cellArea(row, column) });
  }
  return runs;
}

export class Calculation {
  private readonly dirtyOf: IActiveDirtyManagerService['get'];
  private readonly changed: ICommandInfo[] = [];
  private readonly cells: CellPlace[] = [];
  private everything = false;
  private rebuild = false;
  private scheduled = false;
  private running = false;
  /** Something was done to the cells since the running calculation looked at them: what it comes to may belong elsewhere by now. */
  private overtaken = false;
  private manual = false;
  private disposed = false;
  private calculated: ISetFormulaCalculationResultMutation['unitData'][string] = {};
  private listener: CalculationListener | null = null;
  private waiting: (() => void)[] = [];
  private readonly waitingForFormulas: (() => void)[] = [];

  constructor(private readonly engine: Engine) {
    const manager = engine.injector.get(IActiveDirtyManagerService);
    this.dirtyOf = manager.get.bind(manager);
    // Univer's trigger asks here what a command makes dirty, and finds nothing to do.
    manager.get = () => undefined;
    this.guardInterpreter();
    this.guardResults();
    engine.onCommand((command, options) => this.onCommand(command, options));
    engine.onDispose(() => this.stop());
  }

  watch(listener: CalculationListener): void {
    this.listener = listener;
  }

  get mode(): 'automatic' | 'manual' {
    return this.manual ? 'manual' : 'automatic';
  }

  set mode(mode: 'automatic' | 'manual') {
    this.manual = mode === 'manual';
    if (!this.manual && this.hasWork) this.schedule();
  }

  /** Formulas that came without a result get one; the others keep what the file says, as in Excel. */
  start(): void {
    const missing = this.withoutResult();
    if (missing.length > 0) this.touch(missing);
  }

  private withoutResult(): CellPlace[] {
    const { workbook } = this.engine;
    return this.formulaCells(() => true).filter(({ sheet, row, column }) => {
      const value = workbook.getSheetBySheetId(sheet)?.getCellRaw(row, column)?.v;
      return value === undefined || value === null;
    });
  }

  /** These cells must be calculated again although nothing they refer to has changed. */
  touch(cells: readonly CellPlace[]): void {
    for (const cell of cells) this.cells.push(cell);
    this.schedule();
  }

  /** What formulas' words mean has changed (tables, names, sheet names): parse again all that `concerns`. */
  reinterpret(concerns: (formula: string) => boolean): void {
    // Every key of the cache contains the empty word.
    this.engine.injector.get(IFunctionService).deleteFormulaAstCacheKey('');
    this.rebuild = true;
    this.touch(this.formulaCells(concerns));
  }

  formulaCells(concerns: (formula: string) => boolean): CellPlace[] {
    const found: CellPlace[] = [];
    const data = this.engine.injector.get(FormulaDataModel).getFormulaData()[this.engine.unitId];
    for (const [sheet, rows] of Object.entries(data ?? {})) {
      for (const [row, columns] of Object.entries(rows ?? {})) {
        for (const [column, item] of Object.entries(columns ?? {})) {
          const formula = (item as IFormulaDataItem | null)?.f;
          if (formula !== undefined && concerns(formula)) found.push({ sheet, row: Number(row), column: Number(column) });
        }
      }
    }
    return found;
  }

  /** Calculates what is dirty, or (`full`) every formula; resolves when nothing is pending. */
  async calculate(full: boolean): Promise<void> {
    if (full) this.everything = true;
    if (!this.running) this.run();
    await this.settle();
  }

  /** Resolves when nothing is dirty, calculating or awaited. */
  async settle(): Promise<void> {
    while (this.busy) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  /** As `settle`, answers from outside not waited for; `null` when no formula is dirty or calculating. */
  formulas(): Promise<void> | null {
    return this.calculating ? new Promise<void>((resolve) => this.waitingForFormulas.push(resolve)) : null;
  }

  /** Something that was awaited from outside has come. */
  wake(): void {
    if (!this.calculating) for (const resolve of this.waitingForFormulas.splice(0)) resolve();
    if (this.busy) return;
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  private get hasWork(): boolean {
    return this.changed.length > 0 || this.cells.length > 0 || this.everything || this.rebuild;
  }

  private get calculating(): boolean {
    return !this.disposed && (this.running || this.scheduled);
  }

  private get busy(): boolean {
    return this.calculating || (!this.disposed && (this.listener?.pending() ?? 0) > 0);
  }

  /** A fault inside one formula would otherwise end the calculation of all. */
  private guardInterpreter(): void {
    const interpreter = this.engine.injector.get(Interpreter);
    const execute = interpreter.execute.bind(interpreter);
    interpreter.execute = (node) => {
      try {
        return execute(node);
      } catch {
        return ErrorValueObject.create(ErrorType.VALUE);
      }
    };
  }

  /** Univer would write the results of a calculation to where its formulas were when it began, over whatever stands there now. */
  private guardResults(): void {
    const runtime = this.engine.injector.get(IFormulaRuntimeService);
    const results = runtime.getAllRuntimeData.bind(runtime);
    runtime.getAllRuntimeData = () => (this.overtaken ? { ...results(), functionsExecutedState: FormulaExecutedStateType.STOP_EXECUTION } : results());
    // Nothing comes between the results and where they go.
    const { commands } = this.engine;
    const execute = commands.executeCommand.bind(commands);
    commands.executeCommand = (id, params, options) => (id === SetFormulaCalculationResultMutation.id ? Promise.resolve(commands.syncExecuteCommand(id, params, options)) : execute(id, params, options));
  }

  private onCommand(command: ICommandInfo, options: Nullable<IExecutionOptions>): void {
    switch (command.id) {
      case SetFormulaCalculationResultMutation.id:
        this.calculated = (command.params as ISetFormulaCalculationResultMutation).unitData[this.engine.unitId] ?? {};
        return;
      case SetFormulaCalculationNotificationMutation.id:
        if ((command.params as ISetFormulaCalculationNotificationMutation).functionsExecutedState !== undefined) this.onFinished();
        return;
      case SetRangeValuesMutation.id: {
        const trigger = (command.params as { trigger?: string } | undefined)?.trigger;
        if (options?.onlyLocal === true || (trigger !== undefined && LOOKS_ONLY.has(trigger))) return;
        break;
      }
      // What tables and names mean is told by `reinterpret`.
      case SetSuperTableMutation.id:
      case SetDefinedNameMutation.id:
      case RemoveDefinedNameMutation.id:
        return;
      default:
        break;
    }
    if (this.dirtyOf(command.id) === undefined) return;
    this.changed.push(command);
    if (this.running && command.id !== SetTriggerFormulaCalculationStartMutation.id) this.overtaken = true;
    this.schedule();
  }

  private schedule(): void {
    // A calculation that was asked for is done to its end, and one that was overtaken has not come to it.
    if (this.scheduled || this.running || (this.manual && !this.everything) || this.disposed) return;
    this.scheduled = true;
    setTimeout(() => {
      this.scheduled = false;
      if (this.disposed) return;
      if (!this.running && this.hasWork) this.run();
      else this.wake();
    }, 0);
  }

  private run(): void {
    const { unitId } = this.engine;
    const changed = this.changed.splice(0);
    // What Univer says is dirty was so before the rows moved; a formula that was rewritten for it has lost its result.
    if (changed.some(({ id }) => MOVING.has(id))) this.cells.push(...this.withoutResult());
    const parts: Dirty[] = changed.map((command) => this.dirtyOf(command.id)?.getDirtyData(command) ?? {});
    const cells = this.cells.splice(0);
    const sheets = this.engine.workbook.getSheets().map((sheet) => sheet.getSheetId());
    const known = new Set(sheets);
    const dirty: ISetFormulaCalculationStartMutation = {
      options: null,
      forceCalculation: this.everything || parts.some((part) => part.forceCalculation === true),
      dirtyRanges: [
        ...parts.flatMap((part) => part.dirtyRanges ?? []),
        ...columnRuns(cells.filter((cell) => known.has(cell.sheet))).map(({ sheet, area }) => ({ unitId, sheetId: sheet, range: rangeOf(area) })),
      ],
      dirtyNameMap: mergeMaps(parts.map((part) => part.dirtyNameMap)) as ISetFormulaCalculationStartMutation['dirtyNameMap'],
      dirtyDefinedNameMap: mergeMaps(parts.map((part) => part.dirtyDefinedNameMap)) as ISetFormulaCalculationStartMutation['dirtyDefinedNameMap'],
      dirtySuperTableMap: mergeMaps(parts.map((part) => part.dirtySuperTableMap)) as ISetFormulaCalculationStartMutation['dirtySuperTableMap'],
      dirtyUnitFeatureMap: mergeMaps(parts.map((part) => part.dirtyUnitFeatureMap)) as ISetFormulaCalculationStartMutation['dirtyUnitFeatureMap'],
      dirtyUnitOtherFormulaMap: mergeMaps(parts.map((part) => part.dirtyUnitOtherFormulaMap)) as ISetFormulaCalculationStartMutation['dirtyUnitOtherFormulaMap'],
      clearDependencyTreeCache: mergeMaps([
        ...parts.map((part) => part.clearDependencyTreeCache),
        this.rebuild ? { [unitId]: Object.fromEntries(sheets.map((sheet) => [sheet, '1'])) } : undefined,
      ]) as ISetFormulaCalculationStartMutation['clearDependencyTreeCache'],
    };
    this.everything = false;
    this.rebuild = false;
    this.calculated = {};
    this.running = true;
    this.engine.commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, dirty, { onlyLocal: true });
  }

  private stop(): void {
    this.disposed = true;
    if (this.running) {
      const { commands } = this.engine;
      commands.syncExecuteCommand(SetFormulaCalculationStopMutation.id, {}, { onlyLocal: true });
      // Univer waits with a timer of its own for this.
      commands.syncExecuteCommand(SetFormulaCalculationNotificationMutation.id, { functionsExecutedState: FormulaExecutedStateType.STOP_EXECUTION }, { onlyLocal: true });
    }
    this.wake();
  }

  private onFinished(): void {
    if (!this.running || this.disposed) return;
    this.running = false;
    const { calculated, overtaken } = this;
    this.calculated = {};
    this.overtaken = false;
    // What it would have calculated may have moved.
    if (overtaken) this.everything = true;
    this.listener?.finished(calculated);
    for (const sheet of Object.keys(calculated ?? {})) this.engine.announce({ kind: 'calculated', source: 'calculation', sheet });
    if (this.hasWork) this.schedule();
    this.wake();
  }
}
