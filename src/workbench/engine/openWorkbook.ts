/** Opens a snapshot in Univer and stands the port, and what the workbench needs besides, in front of it. */
import { IUndoRedoService, IUniverInstanceService, RedoCommand, UndoCommand, UniverInstanceType, generateRandomId, type IWorkbookData, type Univer, type Workbook } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { SetSelectionsOperation, SetWorksheetActiveOperation, SheetsSelectionsService } from '@univerjs/sheets';
import type { Chart } from '../../host/chart';
import { PortError } from '../../host/portError';
import type { Selection, SheetId, WorkbookPort } from '../../host/workbookPort';
import { chartData, type ChartData } from '../charts/chartData';
import type { PictureSize } from '../charts/chartPicture';
import type { SavedWorkbook, WorkbookSnapshot } from '../workbookSnapshot';
import { areaOf, rangeOf } from './areas';
import { Calculation } from './calculation';
import { cellPort } from './cellPort';
import { NORMAL_STYLE, StyleWords } from './cellStyles';
import { ChangeTracking } from './changeTracking';
import { CustomFunctions } from './customFunctions';
import { Engine } from './engine';
import { filePort } from './filePort';
import { FormulaWords } from './formulaWords';
import { lookPort } from './lookPort';
import { workbookSnapshot } from './saving';
import { activeSheetId, sheetPort } from './sheetPort';
import { sidecarOf } from './sidecar';
import { structurePort } from './structurePort';
import { tablePort } from './tablePort';
import { followUserCommands } from './userCommands';
import { workbookData } from './workbookData';

export interface EngineWorkbook extends WorkbookPort {
  /** For the page: float DOM, focus, commands of the user interface. */
  readonly univer: Univer;
  readonly unitId: string;
  /** The workbook as it is now, and what of it differs from the snapshot it was opened from. */
  snapshot(): SavedWorkbook;
  /** `false` when there is nothing to take back. */
  undo(): boolean;
  redo(): boolean;
  /** Resolves when no formula is dirty, calculating or waiting for a custom function's first answer. */
  settle(): Promise<void>;
  /** What the custom function in this cell said about its failure. */
  errorMessage(sheet: SheetId, row: number, column: number): string | undefined;
  /** Carries out a command of Univer's as if the user had chosen it. */
  execute(command: string, params: object): Promise<boolean>;
  /** Closes the workbook; another may be opened only after that. */
  dispose(): void;
}

export interface OpenOptions {
  /** Whether a cell is being edited: writes are refused then. */
  readonly editing?: () => boolean;
  /** Shows on the page what Univer draws from models of its own. */
  readonly show?: (engine: Engine, port: WorkbookPort) => void;
  /** A picture of a chart, as a PNG in base64; without it there are none. */
  readonly chartImage?: (chart: Chart, data: ChartData, size: PictureSize & { readonly scale: number }) => Promise<string>;
  /** Ends what the workbook was opened in. */
  readonly close?: () => void;
}

export function openWorkbook(univer: Univer, snapshot: WorkbookSnapshot, options: OpenOptions = {}): EngineWorkbook {
  const unitId = `workbook-${generateRandomId(8)}`;
  const styles = new StyleWords(snapshot.styles[0] ?? NORMAL_STYLE);
  const { data, spilled } = workbookData(snapshot, unitId, styles);
  const injector = univer.__getInjector();
  const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, data);
  const instances = injector.get(IUniverInstanceService);
  instances.focusUnit(unitId);

  const model = injector.get(FormulaDataModel);
  model.setArrayFormulaRange({ ...model.getArrayFormulaRange(), [unitId]: Object.fromEntries([...spilled].map(([sheet, fills]) => [sheet, fills.ranges])) });
  model.setArrayFormulaCellData({ ...model.getArrayFormulaCellData(), [unitId]: Object.fromEntries([...spilled].map(([sheet, fills]) => [sheet, fills.cells])) });

  const engine = new Engine(univer, workbook, styles, sidecarOf(snapshot));
  engine.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId, subUnitId: snapshot.activeSheet });

  const calculation = new Calculation(engine);
  const functions = new CustomFunctions(engine, calculation);
  new FormulaWords(engine, calculation);
  const selections = injector.get(SheetsSelectionsService);
  const selection = (): Selection => {
    const sheet = activeSheetId(engine);
    const ranges = selections.getWorkbookSelections(unitId).getSelectionsOfWorksheet(sheet);
    const areas = ranges.map((each) => areaOf(each.range));
    return { sheet, areas: areas.length === 0 ? [{ row: 0, column: 0, rows: 1, columns: 1 }] : areas };
  };
  const select = ({ sheet, areas }: Selection): void => {
    if (sheet !== activeSheetId(engine)) sheets.activateSheet(sheet);
    engine.asAddIn(() => {
      engine.commands.syncExecuteCommand(SetSelectionsOperation.id, {
        unitId,
        subUnitId: sheet,
        selections: areas.map((area) => ({
          range: rangeOf(area),
          primary: { ...rangeOf({ ...area, rows: 1, columns: 1 }), actualRow: area.row, actualColumn: area.column, isMerged: false, isMergedMainCell: false },
          style: null,
        })),
      });
    });
  };
  const tracking = new ChangeTracking(engine, calculation, functions, selection);
  followUserCommands(engine);

  const sheets = sheetPort(engine, snapshot.structureProtected);
  const cells = cellPort(engine, functions, snapshot.date1904);
  const structure = structurePort(engine);
  const tables = tablePort(engine, { ...structure, clear: cells.clear }, snapshot.date1904);
  calculation.mode = snapshot.calculationMode;

  const steps = injector.get(IUndoRedoService);
  const step = (command: string, pitch: () => unknown): boolean => {
    instances.focusUnit(unitId);
    if (pitch() === null) return false;
    void engine.commands.executeCommand(command);
    return true;
  };

  const port: EngineWorkbook = {
    ...sheets,
    ...cells,
    ...structure,
    ...lookPort(engine, snapshot.date1904),
    ...tables,
    ...filePort(engine),
    chartImage(sheet, id, size) {
      const chart = port.charts(sheet).find((candidate) => candidate.id === id);
      if (chart === undefined) throw new PortError('ItemNotFound', 'There is no such chart.');
      if (options.chartImage === undefined) throw new PortError('UnsupportedOperation', 'Without a screen no pictures are made.');
      return options.chartImage(chart, chartData(port, chart), size);
    },
    univer,
    unitId,
    fileName: snapshot.fileName,
    date1904: snapshot.date1904,
    structureProtected: snapshot.structureProtected,
    get editing() {
      return options.editing?.() ?? false;
    },
    selection,
    select,
    undoGroup: (work) => engine.undoGroup(work),
    get calculationMode() {
      return calculation.mode;
    },
    set calculationMode(mode) {
      if (mode === calculation.mode) return;
      calculation.mode = mode;
      tracking.calculationMode = true;
    },
    calculate(full) {
      if (full) functions.forget();
      return calculation.calculate(full);
    },
    formulasSettled: () => calculation.formulas(),
    onChange: (listener) => engine.onChange(listener),
    registerFunctions: (signatures, runner) => functions.register(signatures, runner),
    snapshot() {
      const changes = tracking.changes();
      return { snapshot: workbookSnapshot(engine, snapshot, changes, calculation.mode), changes };
    },
    undo: () => step(UndoCommand.id, () => steps.pitchTopUndoElement()),
    redo: () => step(RedoCommand.id, () => steps.pitchTopRedoElement()),
    settle: () => calculation.settle(),
    errorMessage: (sheet, row, column) => functions.message(sheet, row, column),
    execute: (command, params) => engine.commands.executeCommand(command, params),
    dispose() {
      engine.dispose();
      instances.disposeUnit(unitId);
      options.close?.();
    },
  };
  options.show?.(engine, port);
  calculation.start();
  return port;
}
