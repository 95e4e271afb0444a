/**
 * What Univer draws on the page from models of its own: tables, conditional formats, validations and links. They are made from the
 * sidecar and made again whenever it changes; what the user does to them with Univer's own panels goes back into the sidecar.
 */
import { DataValidationModel, AddDataValidationMutation, RemoveDataValidationMutation } from '@univerjs/preset-sheets-data-validation';
import { generateRandomId, type ICommandInfo, type ISheetDataValidationRule } from '@univerjs/core';
import { SheetRangeThemeModel } from '@univerjs/sheets';
import { AddConditionalRuleMutation, ConditionalFormattingRuleModel, DeleteConditionalRuleMutation } from '@univerjs/sheets-conditional-formatting';
import {
  AddSheetTableMutation, DeleteSheetTableMutation, SetSheetTableFilterMutation, SetSheetTableMutation, TableColumnFilterTypeEnum, TableManager,
} from '@univerjs/sheets-table';
import type { SheetId } from '../../host/workbookPort';
import type { TableSnapshot } from '../workbookSnapshot';
import { cellReference } from '../xlsx/references';
import { areaOf, rangeOf, sameArea } from './areas';
import { cellRows } from './cellReading';
import type { Engine } from './engine';
import { visibilityEdits } from './mutations';
import { formatsFromPage, ruleOnPage, validationFromPage, validationOnPage } from './rulesOnPage';
import { NEW_TABLE, withSheet, type Sidecar, type SheetSidecar } from './sidecar';
import { columnNames, dataArea, dataRows, dataTexts, filteredOut, headerCellEdits, headerValues } from './tableCells';
import { tableTheme } from './tableThemes';
import { STRUCTURAL_COMMANDS } from './userCommands';

interface ModelParams {
  readonly unitId?: string;
  readonly subUnitId?: SheetId;
  readonly tableId?: string;
  readonly trigger?: string;
}

const TABLE_MUTATIONS: ReadonlySet<string> = new Set([AddSheetTableMutation.id, DeleteSheetTableMutation.id, SetSheetTableMutation.id, SetSheetTableFilterMutation.id]);
const RULE_MUTATIONS = /^(?:sheet\.mutation\.\w+-conditional-rule|data-validation\.mutation\.\w+)$/;

const newTable = (id: string, sheet: SheetId): TableSnapshot => ({
  id,
  name: '',
  sheet,
  area: { row: 0, column: 0, rows: 1, columns: 1 },
  columns: [],
  ...NEW_TABLE,
});

export class PageModels {
  private readonly tables: TableManager;
  private readonly formats: ConditionalFormattingRuleModel;
  private readonly validations: DataValidationModel;
  /** By sheet: the rules that the page draws. */
  private readonly drawn = new Map<SheetId, Set<string>>();
  /** By sheet: Univer's ids of the validations, which its own undo knows them by. */
  private readonly validationIds = new Map<SheetId, readonly string[]>();
  private readonly changedSheets = new Set<SheetId>();
  private readonly changedTables = new Set<string>();
  private reconciling = false;
  private adopting = false;
  private ours = 0;

  constructor(private readonly engine: Engine, private readonly date1904: boolean) {
    this.tables = engine.injector.get(TableManager);
    this.formats = engine.injector.get(ConditionalFormattingRuleModel);
    this.validations = engine.injector.get(DataValidationModel);
    this.showAll(engine.sidecar);
    engine.onSidecar((after, before) => {
      if (!this.adopting) for (const [sheet, now] of after.sheets) this.showRules(sheet, now, before.sheets.get(sheet));
      if (after.tables !== before.tables) this.later();
    });
    engine.onCommand((command) => this.onCommand(command));
  }

  private execute(id: string, params: object): void {
    this.ours++;
    try {
      this.engine.commands.syncExecuteCommand(id, { unitId: this.engine.unitId, ...params }, { onlyLocal: true });
    } finally {
      this.ours--;
    }
  }

  private showAll(sidecar: Sidecar): void {
    for (const [sheet, now] of sidecar.sheets) this.showRules(sheet, now, undefined);
    for (const table of sidecar.tables) this.showTable(table);
  }

  private showRules(sheet: SheetId, now: SheetSidecar, before: SheetSidecar | undefined): void {
    const { unitId } = this.engine;
    if (now.conditionalFormats !== (before?.conditionalFormats ?? []) || before === undefined) {
      for (const rule of [...(this.formats.getSubunitRules(unitId, sheet) ?? [])]) this.execute(DeleteConditionalRuleMutation.id, { subUnitId: sheet, cfId: rule.cfId });
      const ids = new Set<string>();
      // The last one added is drawn on top.
      for (const format of [...now.conditionalFormats].sort((a, b) => b.priority - a.priority)) {
        const first = format.areas[0];
        const rule = first === undefined ? null : ruleOnPage(format, cellReference(first.row, first.column));
        if (rule === null) continue;
        ids.add(format.id);
        this.execute(AddConditionalRuleMutation.id, { subUnitId: sheet, rule });
      }
      this.drawn.set(sheet, ids);
    }
    if (now.validations !== (before?.validations ?? []) || before === undefined) {
      const ruleId = this.validations.getRules(unitId, sheet).map((rule) => rule.uid);
      if (ruleId.length > 0) this.execute(RemoveDataValidationMutation.id, { subUnitId: sheet, ruleId, source: 'patched' });
      const known = this.validationIds.get(sheet) ?? [];
      const ids = now.validations.map((_, index) => (known.length === now.validations.length ? known[index] : undefined) ?? generateRandomId(8));
      this.validationIds.set(sheet, ids);
      const rule = now.validations.map((validation, index) => validationOnPage(validation, ids[index] ?? ''));
      if (rule.length > 0) this.execute(AddDataValidationMutation.id, { subUnitId: sheet, rule, source: 'patched' });
    }
  }

  private showTable(table: TableSnapshot): void {
    const theme = tableTheme(table);
    const themes = this.engine.injector.get(SheetRangeThemeModel);
    if (themes.getDefaultRangeThemeStyle(theme.getName()) === undefined) themes.registerDefaultRangeTheme(theme);
    this.execute(AddSheetTableMutation.id, {
      subUnitId: table.sheet,
      tableId: table.id,
      name: table.name,
      range: rangeOf(table.area),
      header: table.columns.map((column) => column.name),
      options: {
        tableStyleId: theme.getName(),
        showHeader: table.showHeaders && table.showFilterButton,
        showFooter: table.showTotals,
        columns: table.columns.map((column) => ({ id: String(column.id), displayName: column.name, dataType: 'string', formula: '', meta: {}, style: {} })),
      },
    });
    this.showFilters(table);
  }

  /** Univer filters by what a cell holds, Excel by what it shows: so the values that show the wanted texts are looked up. */
  private showFilters(table: TableSnapshot): void {
    const shown = this.tables.getTableById(this.engine.unitId, table.id)?.getTableFilters();
    if (shown === undefined) return;
    const out = filteredOut(this.engine, table, table.filters, this.date1904);
    const wanted = new Set(table.filters.map((filter) => filter.column));
    const present = table.columns.flatMap((_, column) => (shown.getColumnFilter(column) ? [column] : []));
    const same = present.length === wanted.size && present.every((column) => wanted.has(column)) && [...(shown.getFilterOutRows() ?? [])].join() === out.join();
    if (same) return;
    const data = dataArea(table);
    const rows = cellRows(this.engine, table.sheet);
    const texts = dataTexts(this.engine, table, this.date1904);
    table.columns.forEach((_, column) => {
      const filter = table.filters.find((each) => each.column === column);
      if (filter === undefined && !present.includes(column)) return;
      const passing = new Set(filter?.values.map((value) => value.toLowerCase()));
      const values = texts.flatMap((line, index) => (passing.has((line[column] ?? '').toLowerCase()) ? [rows[data.row + index]?.[data.column + column]?.v ?? ''] : []));
      this.execute(SetSheetTableFilterMutation.id, {
        subUnitId: table.sheet,
        tableId: table.id,
        column,
        tableFilter: filter === undefined ? undefined : { filterType: TableColumnFilterTypeEnum.manual, values: [...new Set(values)] },
      });
    });
  }

  private hideTable(sheet: SheetId, id: string): void {
    const filters = this.tables.getTableById(this.engine.unitId, id)?.getTableFilters();
    // A table that goes with its filters would leave the rows hidden.
    const columns = this.tables.getTableById(this.engine.unitId, id)?.getColumnsCount() ?? 0;
    for (let column = 0; column < columns; column++) {
      if (filters?.getColumnFilter(column)) this.execute(SetSheetTableFilterMutation.id, { subUnitId: sheet, tableId: id, column, tableFilter: undefined });
    }
    this.execute(DeleteSheetTableMutation.id, { subUnitId: sheet, tableId: id });
  }

  /** Univer moves its own tables along in its own way; once a command is through, they are made what the sidecar says. */
  private later(): void {
    if (this.reconciling) return;
    this.reconciling = true;
    queueMicrotask(() => {
      this.reconciling = false;
      this.reconcile();
    });
  }

  private reconcile(): void {
    const { unitId, sidecar } = this.engine;
    const wanted = new Map(sidecar.tables.map((table) => [table.id, table]));
    for (const shown of this.tables.getTableList(unitId)) {
      if (!wanted.has(shown.id)) this.hideTable(shown.subUnitId, shown.id);
    }
    for (const table of sidecar.tables) {
      const shown = this.tables.getTableById(unitId, table.id);
      if (shown !== undefined && this.matches(shown, table)) {
        this.showFilters(table);
        continue;
      }
      if (shown !== undefined) this.hideTable(shown.getSubunitId(), table.id);
      this.showTable(table);
    }
  }

  private matches(shown: NonNullable<ReturnType<TableManager['getTableById']>>, table: TableSnapshot): boolean {
    const { columns, name, subUnitId } = shown.getTableInfo();
    return (
      name === table.name &&
      subUnitId === table.sheet &&
      sameArea(areaOf(shown.getRange()), table.area) &&
      shown.getTableStyleId() === tableTheme(table).getName() &&
      shown.isShowHeader() === (table.showHeaders && table.showFilterButton) &&
      columns.length === table.columns.length &&
      columns.every((column, position) => column.displayName === table.columns[position]?.name)
    );
  }

  private onCommand(command: ICommandInfo): void {
    if (this.ours > 0) return;
    const params = (command.params ?? {}) as ModelParams;
    const structural = params.trigger !== undefined && STRUCTURAL_COMMANDS.has(params.trigger);
    if (TABLE_MUTATIONS.has(command.id)) {
      if (params.tableId === undefined || structural) return this.later();
      this.changedTables.add(params.tableId);
    } else if (RULE_MUTATIONS.test(command.id) && params.subUnitId !== undefined) {
      this.changedSheets.add(params.subUnitId);
    } else return;
    queueMicrotask(() => this.adopt(structural));
  }

  /** Takes over what the user did with Univer's panels; Univer's own undo brings us here again. */
  private adopt(structural: boolean): void {
    const { engine } = this;
    let after = engine.sidecar;
    for (const sheet of this.changedSheets) {
      const before = after.sheets.get(sheet);
      if (before === undefined) continue;
      if (structural) {
        this.showRules(sheet, before, undefined);
        continue;
      }
      const rules = this.formats.getSubunitRules(engine.unitId, sheet) ?? [];
      const shown = (this.validations.getRules(engine.unitId, sheet) as ISheetDataValidationRule[]).filter((rule) => validationFromPage(rule) !== null);
      const validations = shown.flatMap((rule) => validationFromPage(rule) ?? []);
      this.validationIds.set(sheet, shown.map((rule) => rule.uid));
      const conditionalFormats = formatsFromPage(rules, before.conditionalFormats, this.drawn.get(sheet) ?? new Set());
      this.drawn.set(sheet, new Set(rules.map((rule) => rule.cfId)));
      after = withSheet(after, sheet, (now) => ({ ...now, conditionalFormats, validations }));
    }
    this.changedSheets.clear();
    for (const id of this.changedTables) after = this.withTableFromPage(after, id);
    this.changedTables.clear();
    if (after === engine.sidecar) return;
    this.adopting = true;
    engine.adopt(after);
    this.adopting = false;
  }

  private withTableFromPage(sidecar: Sidecar, id: string): Sidecar {
    const { engine } = this;
    const shown = this.tables.getTableById(engine.unitId, id);
    const known = sidecar.tables.find((table) => table.id === id);
    if (shown === undefined) return { ...sidecar, tables: sidecar.tables.filter((table) => table.id !== id) };
    const info = shown.getTableInfo();
    const area = areaOf(shown.getRange());
    const names = known === undefined ? columnNames(headerValues(engine, info.subUnitId, area)) : info.columns.map((column) => column.displayName);
    if (known === undefined) for (const edit of headerCellEdits(engine, info.subUnitId, area, names)) this.execute(edit.redo.id, edit.redo.params as object);
    const table: TableSnapshot = {
      ...(known ?? newTable(id, info.subUnitId)),
      name: info.name,
      sheet: info.subUnitId,
      area,
      columns: names.map((name, position) => ({ ...(known?.columns[position] ?? { id: position + 1 }), name })),
    };
    const filters = this.filtersOf(table);
    if (JSON.stringify(filters) !== JSON.stringify(known?.filters ?? [])) this.hideFiltered(table);
    const next = { ...table, filters };
    return { ...sidecar, tables: known === undefined ? [...sidecar.tables, next] : sidecar.tables.map((each) => (each.id === id ? next : each)) };
  }

  /** Whatever the filter, it stands for the texts of the rows that pass. */
  private filtersOf(table: TableSnapshot): TableSnapshot['filters'] {
    const filters = this.tables.getTableById(this.engine.unitId, table.id)?.getTableFilters();
    if (filters === undefined) return [];
    const out = filters.getFilterOutRows() ?? new Set<number>();
    const { row } = dataArea(table);
    const passing = dataTexts(this.engine, table, this.date1904).filter((_, index) => !out.has(row + index));
    return table.columns.flatMap((_, column) => (filters.getColumnFilter(column) ? [{ column, values: [...new Set(passing.map((texts) => texts[column] ?? ''))] }] : []));
  }

  private hideFiltered(table: TableSnapshot): void {
    const out = this.tables.getTableById(this.engine.unitId, table.id)?.getTableFilters().getFilterOutRows() ?? new Set<number>();
    const rows = dataRows(table);
    const hidden = rows.filter((row) => out.has(row));
    const shown = rows.filter((row) => !out.has(row));
    for (const edit of [...visibilityEdits(this.engine, table.sheet, 'rows', hidden, true), ...visibilityEdits(this.engine, table.sheet, 'rows', shown, false)]) {
      this.execute(edit.redo.id, edit.redo.params as object);
    }
  }
}
