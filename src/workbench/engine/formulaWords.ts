/**
 * Tables and names in formulas. Univer understands only part of Excel's structured references, compares table names by case and keeps
 * parsed formulas after a table has grown; so both are put into plain references just before a formula is parsed, and parsed again
 * when a table, a name or a sheet's name changes. The formulas in the cells keep the words they were written with.
 */
import { IDefinedNamesService, IFunctionService, ISuperTableService, Lexer, LexerTreeBuilder, RemoveDefinedNameMutation, SetDefinedNameMutation } from '@univerjs/engine-formula';
import { InsertSheetMutation, RemoveSheetMutation, SetWorksheetNameMutation } from '@univerjs/sheets';
import type { NameInfo } from '../../host/workbookPort';
import type { TableSnapshot } from '../workbookSnapshot';
import { rangeOf } from './areas';
import type { Calculation } from './calculation';
import type { Engine } from './engine';
import { changeReferences } from './formulaText';
import type { Sidecar } from './sidecar';
import { rowColumnName, rowTableName, structuredText } from './structuredReferences';
import { STRUCTURAL_COMMANDS } from './userCommands';

/** Names may stand for names; Excel itself stops at a circle. */
const DEEPEST = 20;

const withoutEquals = (formula: string): string => (formula.startsWith('=') ? formula.slice(1) : formula);
const isPlainReference = (text: string): boolean => /^(?:'(?:[^']|'')+'!|[^'!()+*/&,;<>="\s-]+!)?\$?[A-Za-z]{0,3}\$?\d*(?::\$?[A-Za-z]{0,3}\$?\d*)?$/.test(text);

/** What Univer calls the scope of a name that holds everywhere. */
const WORKBOOK_SCOPE = 'AllDefaultWorkbook';

const nameId = (name: NameInfo): string => `${name.sheet ?? 'workbook'}!${name.name.toLowerCase()}`;

export class FormulaWords {
  private tables = new Map<string, TableSnapshot>();
  private names = new Map<string, NameInfo>();
  /** Names that the user made have ids of Univer's making. */
  private readonly univerIds = new Map<string, string>();
  private projecting = false;
  private adopting = false;

  constructor(private readonly engine: Engine, calculation: Calculation) {
    const lexer = engine.injector.get(Lexer);
    const builder = engine.injector.get(LexerTreeBuilder);
    lexer.treeBuilder = (formula, transformSuffix = true) => builder.treeBuilder(this.plain(formula), transformSuffix);
    const { sidecar } = engine;
    this.project(sidecar, { ...sidecar, tables: [], names: [] });
    engine.onSidecar((after, before) => {
      if (after.tables === before.tables && after.names === before.names) return;
      this.project(after, before);
      calculation.reinterpret(this.concerned);
    });
    engine.onCommand((command) => {
      const trigger = (command.params as { readonly trigger?: string } | undefined)?.trigger;
      const ofNames = command.id === SetDefinedNameMutation.id || command.id === RemoveDefinedNameMutation.id;
      if (ofNames && !this.projecting && (trigger === undefined || !STRUCTURAL_COMMANDS.has(trigger))) this.adoptNames();
      if (command.id === SetWorksheetNameMutation.id || command.id === InsertSheetMutation.id || command.id === RemoveSheetMutation.id) calculation.reinterpret(this.concerned);
    });
  }

  /** Takes over what the user did with names in Univer's own panel; Univer's undo of it comes here as well. */
  private adoptNames(): void {
    const { engine } = this;
    const before = new Map(engine.sidecar.names.map((name) => [this.univerId(name), name]));
    const shown = Object.values(engine.injector.get(IDefinedNamesService).getDefinedNameMap(engine.unitId) ?? {});
    this.univerIds.clear();
    const names = shown.map((item): NameInfo => {
      const sheet = item.localSheetId === undefined || item.localSheetId === WORKBOOK_SCOPE ? null : item.localSheetId;
      const now: NameInfo = { name: item.name, sheet, formula: `=${withoutEquals(item.formulaOrRefString)}`, comment: item.comment ?? '', visible: item.hidden !== true };
      this.univerIds.set(nameId(now), item.id);
      const known = before.get(item.id);
      return known !== undefined && JSON.stringify(known) === JSON.stringify(now) ? known : now;
    });
    this.adopting = true;
    engine.adopt({ ...engine.sidecar, names });
    this.adopting = false;
  }

  private univerId(name: NameInfo): string {
    return this.univerIds.get(nameId(name)) ?? nameId(name);
  }

  /** The formula in plain references. */
  plain(formula: string, depth = 0): string {
    if (this.tables.size === 0 && this.names.size === 0) return formula;
    const table = (name: string, specifier: string): string | null => {
      const found = this.tables.get(name.toLowerCase());
      return found === undefined ? null : structuredText({ table: name, specifier }, found, this.engine.sheetName(found.sheet));
    };
    return changeReferences(formula, {
      structured: (reference) => table(reference.table, reference.specifier),
      name: (name, sheet) => {
        const found = this.nameFor(name, sheet);
        if (found === undefined) return sheet === null ? table(name, '') : null;
        if (depth >= DEEPEST) return '#NAME?';
        const text = this.plain(withoutEquals(found.formula), depth + 1);
        return isPlainReference(text) ? text : `(${text})`;
      },
    });
  }

  private nameFor(name: string, sheetName: string | null): NameInfo | undefined {
    const wanted = name.toLowerCase();
    if (sheetName === null) return this.names.get(`workbook!${wanted}`) ?? this.engine.sidecar.names.find((each) => each.name.toLowerCase() === wanted);
    const sheet = this.engine.sheetNamed(sheetName);
    return this.names.get(`${sheet ?? ''}!${wanted}`) ?? this.names.get(`workbook!${wanted}`);
  }

  private readonly concerned = (formula: string): boolean => {
    if (formula.includes('[')) return true;
    let found = false;
    changeReferences(formula, {
      name: () => {
        found = true;
        return null;
      },
    });
    return found;
  };

  private project(after: Sidecar, before: Sidecar): void {
    this.projecting = true;
    try {
      if (after.tables !== before.tables) this.projectTables(after.tables, before.tables);
      if (after.names !== before.names) this.projectNames(after.names, before.names);
    } finally {
      this.projecting = false;
    }
  }

  /** Univer resolves only what differs from row to row; it knows each table for that under a name of our own. */
  private projectTables(after: readonly TableSnapshot[], before: readonly TableSnapshot[]): void {
    this.tables = new Map(after.map((table) => [table.name.toLowerCase(), table]));
    const { unitId, injector } = this.engine;
    const service = injector.get(ISuperTableService);
    const functions = injector.get(IFunctionService);
    const kept = new Set(after);
    for (const table of before) if (!kept.has(table)) service.remove(unitId, rowTableName(table));
    const known = new Set(before);
    for (const table of after) {
      if (known.has(table)) continue;
      service.registerTable(unitId, rowTableName(table), {
        sheetId: table.sheet,
        range: rangeOf(table.area),
        titleMap: new Map(table.columns.map((_, position) => [rowColumnName(position), position])),
      });
    }
    functions.unregisterDescriptions(...(after.map(rowTableName) as Parameters<typeof functions.unregisterDescriptions>));
  }

  private projectNames(after: readonly NameInfo[], before: readonly NameInfo[]): void {
    this.names = new Map(after.map((name) => [nameId(name), name]));
    if (this.adopting) return;
    const { unitId, commands } = this.engine;
    const kept = new Set(after.map(nameId));
    for (const name of before) {
      if (!kept.has(nameId(name))) commands.syncExecuteCommand(RemoveDefinedNameMutation.id, { unitId, id: this.univerId(name), name: name.name }, { onlyLocal: true });
    }
    const known = new Set(before);
    for (const name of after) {
      if (known.has(name)) continue;
      const formula = withoutEquals(name.formula);
      commands.syncExecuteCommand(
        SetDefinedNameMutation.id,
        {
          unitId,
          id: this.univerId(name),
          name: name.name,
          formulaOrRefString: isPlainReference(formula) ? formula : name.formula,
          comment: name.comment,
          hidden: !name.visible,
          localSheetId: name.sheet ?? WORKBOOK_SCOPE,
        },
        { onlyLocal: true },
      );
    }
  }
}
