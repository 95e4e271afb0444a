/** What happened in the workbook, as the events that office.js raises for it. */
import type { Json, JsonObject } from '../json';
import type { Area, CellValue, SheetId, TableId, WorkbookChange, WorkbookPort } from '../workbookPort';
import { formatArea } from './address';
import { cellCount, intersection } from './area';
import { plain, valueType } from './cells';
import { EventId, WORKBOOK_TARGET } from './eventTypes';

export interface OfficeEvent {
  readonly type: number;
  /** Whoever registered for one of these hears of it. */
  readonly targets: readonly string[];
  readonly message: JsonObject;
}

const changeTypes = {
  cells: 'RangeEdited',
  rowsInserted: 'RowInserted',
  rowsDeleted: 'RowDeleted',
  columnsInserted: 'ColumnInserted',
  columnsDeleted: 'ColumnDeleted',
  cellsInserted: 'CellInserted',
  cellsDeleted: 'CellDeleted',
} as const;
type AreaChange = Extract<WorkbookChange, { readonly area: Area }>;

/** Remembers what events tell of the past: names, positions and what was active or selected before. */
export class ChangeEvents {
  private active: SheetId;
  private sheets: ReadonlyMap<SheetId, { readonly name: string; readonly position: number; readonly visibility: string }>;
  private tables: ReadonlyMap<TableId, { readonly name: string; readonly sheet: SheetId }>;
  private touched: ReadonlySet<TableId> = new Set();

  constructor(private readonly port: WorkbookPort) {
    this.active = port.activeSheet();
    this.sheets = this.readSheets();
    this.tables = this.readTables();
  }

  of(change: WorkbookChange): OfficeEvent[] {
    switch (change.kind) {
      case 'cells':
      case 'rowsInserted':
      case 'rowsDeleted':
      case 'columnsInserted':
      case 'columnsDeleted':
      case 'cellsInserted':
      case 'cellsDeleted':
        // Excel raises no change for what a calculation alone made different.
        return change.source === 'calculation' ? [] : this.edited(change);
      case 'calculated':
        return [onSheet(EventId.worksheetCalculated, change.sheet, { worksheetId: change.sheet, address: '' })];
      case 'selection':
        return this.selected(change.selection);
      case 'sheetActivated':
        return this.activated(change.sheet);
      case 'sheetAdded':
      case 'sheetDeleted':
      case 'sheetRenamed':
      case 'sheetMoved':
      case 'sheetVisibility':
        return this.sheetChanged(change.kind, change.sheet);
      case 'tableAdded':
      case 'tableDeleted':
      case 'tableChanged':
        return this.tableChanged(change.kind, change.table, change.sheet);
      case 'tableSorted':
      case 'tableFiltered':
      case 'formats':
      case 'names':
      case 'settings':
        return [];
    }
  }

  private edited(change: AreaChange): OfficeEvent[] {
    const { sheet, area } = change;
    const message = {
      ...(change.kind === 'cells' && cellCount(area) === 1 ? details(change.before, change.after) : {}),
      changeType: changeTypes[change.kind],
      source: 'Local',
      worksheetId: sheet,
      triggerSource: change.source === 'addIn' ? 'ThisLocalAddin' : 'Unknown',
      shiftDirection: 'None',
    };
    const within = (part: Area): JsonObject => ({ ...message, address: formatArea(part), referenceId: `${sheet}!${formatArea(part)}` });
    const tables = this.port.tables().flatMap((table) => {
      const part = table.sheet === sheet ? intersection(table.area, area) : null;
      if (part === null) return [];
      return [{ type: EventId.tableChanged, targets: [table.id, sheet, WORKBOOK_TARGET], message: { ...within(part), tableId: table.id } }];
    });
    return [onSheet(EventId.worksheetChanged, sheet, within(area)), ...tables];
  }

  private selected({ sheet, areas }: { readonly sheet: SheetId; readonly areas: readonly Area[] }): OfficeEvent[] {
    const inTables = this.port
      .tables()
      .filter((table) => table.sheet === sheet)
      .map((table) => ({ id: table.id, part: areas.map((area) => intersection(table.area, area)).find((part) => part !== null) ?? null }));
    const before = this.touched;
    this.touched = new Set(inTables.filter(({ part }) => part !== null).map(({ id }) => id));
    return [
      { type: EventId.documentSelectionChanged, targets: [WORKBOOK_TARGET], message: {} },
      onSheet(EventId.worksheetSelectionChanged, sheet, { worksheetId: sheet, address: areas.map((area) => formatArea(area)).join(',') }),
      ...inTables
        .filter(({ id, part }) => part !== null || before.has(id))
        .map(({ id, part }) => ({
          type: EventId.tableSelectionChanged,
          targets: [id],
          message: { worksheetId: sheet, tableId: id, address: part === null ? '' : formatArea(part) },
        })),
    ];
  }

  private activated(sheet: SheetId): OfficeEvent[] {
    const before = this.active;
    this.active = sheet;
    return [
      ...(before === sheet ? [] : [onSheet(EventId.worksheetDeactivated, before, { worksheetId: before })]),
      onSheet(EventId.worksheetActivated, sheet, { worksheetId: sheet }),
    ];
  }

  private sheetChanged(kind: 'sheetAdded' | 'sheetDeleted' | 'sheetRenamed' | 'sheetMoved' | 'sheetVisibility', sheet: SheetId): OfficeEvent[] {
    const before = this.sheets.get(sheet);
    this.sheets = this.readSheets();
    const after = this.sheets.get(sheet);
    const message: JsonObject = { source: 'Local', worksheetId: sheet };
    const onWorkbook = (type: number, more: JsonObject = {}): OfficeEvent[] => [
      { type, targets: [WORKBOOK_TARGET], message: { ...message, ...more } },
    ];
    switch (kind) {
      case 'sheetAdded':
        return onWorkbook(EventId.worksheetAdded);
      case 'sheetDeleted':
        return onWorkbook(EventId.worksheetDeleted);
      case 'sheetMoved':
        return onWorkbook(EventId.worksheetMoved, { positionBefore: before?.position ?? null, positionAfter: after?.position ?? null });
      case 'sheetRenamed':
        return [onSheet(EventId.worksheetNameChanged, sheet, { ...message, nameBefore: before?.name ?? null, nameAfter: after?.name ?? null })];
      case 'sheetVisibility':
        return [
          onSheet(EventId.worksheetVisibilityChanged, sheet, {
            ...message,
            visibilityBefore: before?.visibility ?? null,
            visibilityAfter: after?.visibility ?? null,
          }),
        ];
    }
  }

  private tableChanged(kind: 'tableAdded' | 'tableDeleted' | 'tableChanged', table: TableId, sheet: SheetId): OfficeEvent[] {
    const before = this.tables.get(table);
    this.tables = this.readTables();
    const message = { source: 'Local', tableId: table, worksheetId: sheet };
    const targets = [sheet, WORKBOOK_TARGET];
    if (kind === 'tableAdded') return [{ type: EventId.tableAdded, targets, message }];
    return kind === 'tableDeleted' ? [{ type: EventId.tableDeleted, targets, message: { ...message, tableName: before?.name ?? '' } }] : [];
  }

  private readSheets(): ReadonlyMap<SheetId, { readonly name: string; readonly position: number; readonly visibility: string }> {
    return new Map(this.port.sheets().map(({ id, name, visibility }, position) => [id, { name, visibility, position }]));
  }
  private readTables(): ReadonlyMap<TableId, { readonly name: string; readonly sheet: SheetId }> {
    return new Map(this.port.tables().map(({ id, name, sheet }) => [id, { name, sheet }]));
  }
}

function onSheet(type: number, sheet: SheetId, message: JsonObject): OfficeEvent {
  return { type, targets: [sheet, WORKBOOK_TARGET], message };
}

function details(before: CellValue | undefined, after: CellValue | undefined): JsonObject {
  if (before === undefined && after === undefined) return {};
  const told = (value: CellValue | undefined): Json => plain(value ?? null);
  return { valueBefore: told(before), valueAfter: told(after), valueTypeBefore: valueType(before ?? null), valueTypeAfter: valueType(after ?? null) };
}
