/** The cells that belong to tables: which are data, and how header cells and column names stay one. */
import type { Area, CellValue, SheetId } from '../../host/workbookPort';
import type { TableSnapshot } from '../workbookSnapshot';
import { intersects } from './areas';
import { cellValue, constantData } from './cellData';
import { formatted, mapCells, styleInForce } from './cellReading';
import type { Edit, Engine } from './engine';
import { formulaEdits } from './formulaEdits';
import { change, setCellsEdit, type CellChanges } from './mutations';
import { withTable, type Sidecar } from './sidecar';
import { renameColumnIn } from './structuredReferences';

type Placed = Pick<TableSnapshot, 'area' | 'showHeaders' | 'showTotals'>;

/** Without header and totals. */
export function dataArea(table: Placed): Area {
  const header = table.showHeaders ? 1 : 0;
  const totals = table.showTotals ? 1 : 0;
  return { ...table.area, row: table.area.row + header, rows: table.area.rows - header - totals };
}

/** The texts of a table's data, as the grid shows them: what filters are about. */
export const dataTexts = (engine: Engine, table: TableSnapshot, date1904: boolean): string[][] =>
  mapCells(engine, table.sheet, dataArea(table), (cell, row, column) => {
    const { numberFormat } = styleInForce(engine, table.sheet, cell, row, column);
    return formatted(cellValue(cell), numberFormat, date1904);
  });

/** The rows of the sheet that filters hide. */
export function filteredOut(engine: Engine, table: TableSnapshot, filters: TableSnapshot['filters'], date1904: boolean): number[] {
  if (filters.length === 0) return [];
  const { row } = dataArea(table);
  const wanted = filters.map((filter) => ({ column: filter.column, values: new Set(filter.values.map((value) => value.toLowerCase())) }));
  const passes = (texts: readonly string[]): boolean => wanted.every((filter) => filter.values.has((texts[filter.column] ?? '').toLowerCase()));
  return dataTexts(engine, table, date1904).flatMap((texts, index) => (passes(texts) ? [] : [row + index]));
}

export const dataRows = (table: Placed): number[] => Array.from({ length: dataArea(table).rows }, (_, index) => dataArea(table).row + index);

export const headerArea = (table: Placed): Area => ({ ...table.area, rows: 1 });

/** Column names as Excel makes them: text, never empty, each once (whatever the case). */
export function columnNames(values: readonly CellValue[]): string[] {
  const taken = new Set<string>();
  const texts = values.map((value) => (value === null ? '' : formatted(value, 'General', false)));
  return texts.map((text, position) => {
    let name = text === '' ? `Column${position + 1}` : text;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = text === '' ? `Column${position + number}` : `${text}${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

export const headerValues = (engine: Engine, sheet: SheetId, area: Area): CellValue[] => mapCells(engine, sheet, { ...area, rows: 1 }, cellValue)[0] ?? [];

/** Writes column names into the header cells where these say something else. */
export function headerCellEdits(engine: Engine, sheet: SheetId, area: Area, names: readonly string[]): Edit[] {
  const values = headerValues(engine, sheet, area);
  const changes: CellChanges = {};
  names.forEach((name, position) => {
    if (values[position] !== name) change(changes, area.row, area.column + position, { f: null, si: null, p: null, ...constantData(name, false) });
  });
  return Object.keys(changes).length === 0 ? [] : [setCellsEdit(engine, sheet, changes)];
}

/** What must follow after cells of `written` changed: tables take the names that their header cells now hold, and formulas follow. */
export function headerEdits(engine: Engine, sheet: SheetId, written: Area): Edit[] | null {
  let sidecar: Sidecar = engine.sidecar;
  const renames: { readonly table: string; readonly from: string; readonly to: string }[] = [];
  const edits: Edit[] = [];
  for (const table of engine.sidecar.tables) {
    if (table.sheet !== sheet || !table.showHeaders || !intersects(headerArea(table), written)) continue;
    const names = columnNames(headerValues(engine, sheet, table.area));
    if (names.every((name, position) => name === table.columns[position]?.name)) continue;
    edits.push(...headerCellEdits(engine, sheet, table.area, names));
    table.columns.forEach((column, position) => {
      const name = names[position];
      if (name !== undefined && name !== column.name) renames.push({ table: table.name, from: column.name, to: name });
    });
    const columns = table.columns.map((column, position) => ({ ...column, name: names[position] ?? column.name }));
    sidecar = withTable(sidecar, table.id, (before) => ({ ...before, columns }));
  }
  if (renames.length === 0) return edits.length === 0 ? null : edits;
  const follow = (formula: string): string => renames.reduce((text, { table, from, to }) => renameColumnIn(text, table, from, to), formula);
  return [...edits, ...formulaEdits(engine, sidecar, (formula) => (formula.includes('[') ? follow(formula) : formula))];
}
