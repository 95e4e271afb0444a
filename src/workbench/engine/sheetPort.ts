/** The port's sheets: their list, order, names and views. */
import { BooleanNumber, generateRandomId, type Worksheet } from '@univerjs/core';
import {
  InsertSheetMutation, RemoveSheetMutation, SetFrozenMutation, SetTabColorMutation, SetWorksheetActiveOperation, SetWorksheetHideMutation, SetWorksheetNameMutation,
  SetWorksheetOrderMutation, ToggleGridlinesMutation,
} from '@univerjs/sheets';
import type { SheetId, SheetInfo, Visibility, WorkbookPort } from '../../host/workbookPort';
import { PortError } from '../../host/portError';
import type { Announcement, Edit, Engine } from './engine';
import { formulaEdits } from './formulaEdits';
import { NEW_SHEET, renameSheetIn, withoutSheet, withSheet } from './sidecar';
import { emptySheetData, freezeData } from './workbookData';

type SheetPort = Pick<WorkbookPort, 'sheets' | 'addSheet' | 'deleteSheet' | 'updateSheet' | 'moveSheet' | 'activeSheet' | 'activateSheet'>;

export function sheetInfo(engine: Engine, worksheet: Worksheet): SheetInfo {
  const config = worksheet.getConfig();
  const beside = engine.sidecar.sheets.get(config.id) ?? NEW_SHEET;
  const visibility: Visibility = config.hidden !== BooleanNumber.TRUE ? 'Visible' : beside.veryHidden ? 'VeryHidden' : 'Hidden';
  return {
    id: config.id,
    name: config.name,
    visibility,
    tabColor: config.tabColor === '' ? null : config.tabColor,
    showGridlines: config.showGridlines !== BooleanNumber.FALSE,
    showHeadings: beside.showHeadings,
    protected: beside.protected,
    frozen: { rows: config.freeze.ySplit, columns: config.freeze.xSplit },
  };
}

export const activeSheetId = (engine: Engine): SheetId => engine.workbook.getActiveSheet().getSheetId();

export function sheetPort(engine: Engine, structureProtected: boolean): SheetPort {
  const target = (sheet: SheetId): { unitId: string; subUnitId: SheetId } => ({ unitId: engine.unitId, subUnitId: sheet });
  const isVisible = (sheet: Worksheet): boolean => sheet.getConfig().hidden !== BooleanNumber.TRUE;

  const refuseStructure = (): void => {
    if (structureProtected) throw new PortError('AccessDenied', 'The structure of this workbook is protected.');
  };

  const refuseLastVisible = (worksheet: Worksheet, what: string): void => {
    if (isVisible(worksheet) && engine.workbook.getSheets().filter(isVisible).length === 1) {
      throw new PortError('InvalidOperation', `A workbook must hold at least one visible sheet: "${worksheet.getName()}" cannot be ${what}.`);
    }
  };

  const activate = (sheet: SheetId): void => {
    engine.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, target(sheet));
  };

  /** Something visible must be in front before the sheet in front goes. */
  const leave = (sheet: SheetId): void => {
    if (activeSheetId(engine) !== sheet) return;
    const sheets = engine.workbook.getSheets();
    const at = sheets.findIndex((each) => each.getSheetId() === sheet);
    const next = [...sheets.slice(at + 1), ...sheets.slice(0, at).reverse()].find(isVisible);
    if (next !== undefined) activate(next.getSheetId());
  };

  const renameEdits = (sheet: SheetId, name: string): Edit[] => {
    const old = engine.sheetName(sheet);
    const id = SetWorksheetNameMutation.id;
    const rename: Edit = { redo: { id, params: { ...target(sheet), name } }, undo: { id, params: { ...target(sheet), name: old } } };
    return [rename, ...formulaEdits(engine, engine.sidecar, (formula) => renameSheetIn(formula, old, name))];
  };

  return {
    sheets: () => engine.workbook.getSheets().map((worksheet) => sheetInfo(engine, worksheet)),

    addSheet(name) {
      refuseStructure();
      const id = generateRandomId(8);
      const index = engine.workbook.getSheets().length;
      const edits: Edit[] = [
        engine.sidecarEdit(withSheet(engine.sidecar, id, () => NEW_SHEET)),
        {
          redo: { id: InsertSheetMutation.id, params: { unitId: engine.unitId, index, sheet: emptySheetData(id, name) } },
          undo: { id: RemoveSheetMutation.id, params: { ...target(id), subUnitName: name } },
        },
      ];
      engine.commit(edits, [{ kind: 'sheetAdded', sheet: id }]);
      return id;
    },

    deleteSheet(sheet) {
      refuseStructure();
      const worksheet = engine.worksheet(sheet);
      refuseLastVisible(worksheet, 'deleted');
      const name = worksheet.getName();
      const index = engine.workbook.getSheets().indexOf(worksheet);
      const gone = engine.sidecar.tables.filter((table) => table.sheet === sheet);
      leave(sheet);
      const after = withoutSheet(engine.sidecar, sheet);
      const edits: Edit[] = [
        ...formulaEdits(engine, after, (formula, home) => (home === sheet ? formula : renameSheetIn(formula, name, null))),
        {
          redo: { id: RemoveSheetMutation.id, params: { ...target(sheet), subUnitName: name } },
          undo: { id: InsertSheetMutation.id, params: { unitId: engine.unitId, index, sheet: worksheet.getConfig() } },
        },
      ];
      engine.commit(edits, [
        ...gone.map((table): Announcement => ({ kind: 'tableDeleted', sheet, table: table.id })),
        { kind: 'sheetDeleted', sheet },
      ]);
    },

    updateSheet(sheet, patch) {
      const worksheet = engine.worksheet(sheet);
      const before = sheetInfo(engine, worksheet);
      const edits: Edit[] = [];
      const announcements: Announcement[] = [];
      if (patch.name !== undefined && patch.name !== before.name) {
        refuseStructure();
        edits.push(...renameEdits(sheet, patch.name));
        announcements.push({ kind: 'sheetRenamed', sheet });
      }
      if (patch.visibility !== undefined && patch.visibility !== before.visibility) {
        refuseStructure();
        const hide = patch.visibility !== 'Visible';
        if (hide) {
          refuseLastVisible(worksheet, 'hidden');
          leave(sheet);
        }
        const id = SetWorksheetHideMutation.id;
        const flag = (hidden: boolean): BooleanNumber => (hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE);
        edits.push({
          redo: { id, params: { ...target(sheet), hidden: flag(hide) } },
          undo: { id, params: { ...target(sheet), hidden: flag(before.visibility !== 'Visible') } },
        });
        announcements.push({ kind: 'sheetVisibility', sheet });
      }
      if (patch.tabColor !== undefined && patch.tabColor !== before.tabColor) {
        const id = SetTabColorMutation.id;
        edits.push({ redo: { id, params: { ...target(sheet), color: patch.tabColor ?? '' } }, undo: { id, params: { ...target(sheet), color: before.tabColor ?? '' } } });
      }
      if (patch.showGridlines !== undefined && patch.showGridlines !== before.showGridlines) {
        const id = ToggleGridlinesMutation.id;
        const params = (shown: boolean): object => ({ ...target(sheet), showGridlines: shown ? BooleanNumber.TRUE : BooleanNumber.FALSE });
        edits.push({ redo: { id, params: params(patch.showGridlines) }, undo: { id, params: params(before.showGridlines) } });
      }
      if (patch.frozen !== undefined && (patch.frozen.rows !== before.frozen.rows || patch.frozen.columns !== before.frozen.columns)) {
        const id = SetFrozenMutation.id;
        edits.push({ redo: { id, params: { ...target(sheet), ...freezeData(patch.frozen) } }, undo: { id, params: { ...target(sheet), ...worksheet.getConfig().freeze } } });
      }
      const veryHidden = (patch.visibility ?? before.visibility) === 'VeryHidden';
      const showHeadings = patch.showHeadings ?? before.showHeadings;
      const isProtected = patch.protected ?? before.protected;
      const beside = engine.sidecar.sheets.get(sheet) ?? NEW_SHEET;
      engine.undoGroup(() => {
        if (edits.length > 0) engine.commit(edits, announcements);
        if (veryHidden !== beside.veryHidden || showHeadings !== beside.showHeadings || isProtected !== beside.protected) {
          engine.commitSidecar(withSheet(engine.sidecar, sheet, (now) => ({ ...now, veryHidden, showHeadings, protected: isProtected })), []);
        }
      });
    },

    moveSheet(sheet, position) {
      refuseStructure();
      const from = engine.workbook.getSheets().indexOf(engine.worksheet(sheet));
      const to = Math.max(0, Math.min(position, engine.workbook.getSheets().length - 1));
      if (from === to) return;
      const id = SetWorksheetOrderMutation.id;
      const edit: Edit = {
        redo: { id, params: { ...target(sheet), fromOrder: from, toOrder: to } },
        undo: { id, params: { ...target(sheet), fromOrder: to, toOrder: from } },
      };
      engine.commit([edit], [{ kind: 'sheetMoved', sheet }]);
    },

    activeSheet: () => activeSheetId(engine),

    activateSheet(sheet) {
      if (!isVisible(engine.worksheet(sheet))) throw new PortError('InvalidOperation', `"${engine.sheetName(sheet)}" is hidden and cannot be activated.`);
      if (activeSheetId(engine) !== sheet) engine.asAddIn(() => activate(sheet));
    },
  };
}
