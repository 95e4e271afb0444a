/** The port's tables. Univer's formula engine learns what they hold from the sidecar; see `formulaWords`. */
import { generateRandomId } from '@univerjs/core';
import type { Area, SheetId, TableId, TableInfo, WorkbookPort } from '../../host/workbookPort';
import { PortError } from '../../host/portError';
import type { TableColumnSnapshot, TableSnapshot } from '../workbookSnapshot';
import { intersects, lastRow, sameArea } from './areas';
import { cellValue } from './cellData';
import { mapCells } from './cellReading';
import type { Edit, Engine } from './engine';
import { formulaEdits, type FormulaChange } from './formulaEdits';
import { changeReferences } from './formulaText';
import { change, growEdits, setCellsEdit, visibilityEdits, type CellChanges } from './mutations';
import { NEW_TABLE, withTable } from './sidecar';
import { renameTableIn, structuredText, totalsFormula } from './structuredReferences';
import { columnNames, dataArea, dataRows, filteredOut, headerCellEdits, headerValues } from './tableCells';

type TablePort = Pick<WorkbookPort, 'tables' | 'addTable' | 'updateTable' | 'filterTable' | 'removeTable'>;

const tableInfo = (table: TableSnapshot): TableInfo => ({ ...table, columns: table.columns.map(({ id, name }) => ({ id, name })) });

export function tablePort(engine: Engine, cells: Pick<WorkbookPort, 'insertCells' | 'deleteCells' | 'clear'>, date1904: boolean): TablePort {
  const tableOf = (id: TableId): TableSnapshot => {
    const table = engine.sidecar.tables.find((candidate) => candidate.id === id);
    if (table === undefined) throw new PortError('ItemNotFound', `There is no table "${id}" in this workbook.`);
    return table;
  };

  const nameTaken = (name: string, except?: TableId): boolean => {
    const wanted = name.toLowerCase();
    const { tables, names } = engine.sidecar;
    return tables.some((table) => table.id !== except && table.name.toLowerCase() === wanted) || names.some((each) => each.name.toLowerCase() === wanted);
  };

  const freeName = (): string => {
    let number = engine.sidecar.tables.length + 1;
    while (nameTaken(`Table${number}`)) number++;
    return `Table${number}`;
  };

  const refuseOverlap = (sheet: SheetId, area: Area, except?: TableId): void => {
    const other = engine.sidecar.tables.find((table) => table.id !== except && table.sheet === sheet && intersects(table.area, area));
    if (other !== undefined) throw new PortError('InvalidArgument', `A table cannot overlap another: ${other.name} is there.`);
  };

  const isEmpty = (sheet: SheetId, area: Area): boolean => mapCells(engine, sheet, area, cellValue).every((row) => row.every((value) => value === null));

  const replace = (id: TableId, update: (before: TableSnapshot) => TableSnapshot, edits: readonly Edit[] = []): void => {
    engine.commit([...edits, engine.sidecarEdit(withTable(engine.sidecar, id, update))], []);
  };

  const rename = (table: TableSnapshot, name: string): void => {
    if (nameTaken(name, table.id)) throw new PortError('InvalidArgument', `The name "${name}" is taken.`);
    const sidecar = withTable(engine.sidecar, table.id, (before) => ({ ...before, name }));
    engine.commit(formulaEdits(engine, sidecar, (formula) => renameTableIn(formula, table.name, name)), []);
  };

  const resize = (table: TableSnapshot, area: Area): void => {
    if (sameArea(table.area, area)) return;
    const least = 1 + (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0);
    if (area.rows < least) throw new PortError('InvalidArgument', `The table ${table.name} needs at least ${least} rows.`);
    if (!intersects(table.area, area)) throw new PortError('InvalidArgument', `The new area of the table ${table.name} must overlap the old one.`);
    refuseOverlap(table.sheet, area, table.id);
    const byColumn = new Map(table.columns.map((column, position) => [table.area.column + position, column]));
    let nextId = Math.max(0, ...table.columns.map((column) => column.id));
    const names = columnNames(
      Array.from({ length: area.columns }, (_, position) => {
        const header = table.showHeaders ? mapCells(engine, table.sheet, { row: area.row, column: area.column + position, rows: 1, columns: 1 }, cellValue)[0]?.[0] : undefined;
        return header ?? byColumn.get(area.column + position)?.name ?? null;
      }),
    );
    const columns = names.map((name, position): TableColumnSnapshot => ({ ...(byColumn.get(area.column + position) ?? { id: ++nextId }), name }));
    const moved = table.area.column - area.column;
    const kept = (column: number): boolean => column + moved >= 0 && column + moved < area.columns;
    replace(
      table.id,
      (before) => ({
        ...before,
        area,
        columns,
        filters: before.filters.filter((filter) => kept(filter.column)).map((filter) => ({ ...filter, column: filter.column + moved })),
        sort: before.sort.filter((key) => kept(key.column)).map((key) => ({ ...key, column: key.column + moved })),
      }),
      [...growEdits(engine, table.sheet, area), ...(table.showHeaders ? headerCellEdits(engine, table.sheet, area, names) : [])],
    );
  };

  const showHeaders = (table: TableSnapshot, shown: boolean): void => {
    const { sheet, area } = table;
    if (!shown) {
      replace(table.id, (before) => ({ ...before, showHeaders: false, filters: [], area: { ...area, row: area.row + 1, rows: area.rows - 1 } }));
      cells.clear(sheet, { ...area, rows: 1 }, 'contents');
      return;
    }
    const above: Area = { ...area, row: area.row - 1, rows: 1 };
    const roomAbove = area.row > 0 && isEmpty(sheet, above) && !engine.sidecar.tables.some((other) => other.sheet === sheet && intersects(other.area, above));
    if (!roomAbove) cells.insertCells(sheet, { ...area, rows: 1 }, 'down');
    const header = roomAbove ? above : { ...area, rows: 1 };
    replace(table.id, (before) => ({ ...before, showHeaders: true, area: { ...before.area, row: header.row, rows: area.rows + 1 } }));
    engine.commit(headerCellEdits(engine, sheet, header, table.columns.map((column) => column.name)), []);
  };

  const showTotals = (table: TableSnapshot, shown: boolean): void => {
    const { sheet, area } = table;
    if (!shown) {
      const totals: Area = { ...area, row: lastRow(area), rows: 1 };
      cells.clear(sheet, totals, 'contents');
      replace(table.id, (before) => ({ ...before, showTotals: false, area: { ...area, rows: area.rows - 1 } }));
      return;
    }
    const below: Area = { ...area, row: lastRow(area) + 1, rows: 1 };
    if (!isEmpty(sheet, below)) cells.insertCells(sheet, below, 'down');
    const last = table.columns.length - 1;
    const numeric = mapCells(engine, sheet, { ...dataArea(table), column: area.column + last, columns: 1 }, cellValue).some(([value]) => typeof value === 'number');
    const columns = table.columns.map((column, position): TableColumnSnapshot =>
      position === last ? { ...column, totalsFunction: numeric ? 'sum' : 'count' } : position === 0 ? { ...column, totalsLabel: 'Total' } : column,
    );
    const changes: CellChanges = {};
    if (last > 0) change(changes, below.row, area.column, { v: 'Total', t: 1, f: null, si: null, p: null });
    change(changes, below.row, area.column + last, { f: totalsFormula(table.name, table.columns[last]?.name ?? '', numeric), v: null, t: null, si: null, p: null });
    const edits = [...growEdits(engine, sheet, below), setCellsEdit(engine, sheet, changes)];
    replace(table.id, (before) => ({ ...before, columns, showTotals: true, area: { ...area, rows: area.rows + 1 } }), edits);
  };

  return {
    tables: () => engine.sidecar.tables.map(tableInfo),

    addTable(sheet, area, name, hasHeaders) {
      engine.worksheet(sheet);
      refuseOverlap(sheet, area);
      if (name !== null && nameTaken(name)) throw new PortError('InvalidArgument', `The name "${name}" is taken.`);
      const id = generateRandomId(8);
      return engine.undoGroup(() => {
        if (!hasHeaders) cells.insertCells(sheet, { ...area, rows: 1 }, 'down');
        const placed: Area = hasHeaders ? (area.rows === 1 ? { ...area, rows: 2 } : area) : { ...area, rows: area.rows + 1 };
        const names = columnNames(hasHeaders ? headerValues(engine, sheet, placed) : Array.from({ length: area.columns }, () => null));
        const table: TableSnapshot = {
          id,
          name: name ?? freeName(),
          sheet,
          area: placed,
          columns: names.map((column, position) => ({ id: position + 1, name: column })),
          ...NEW_TABLE,
        };
        engine.commit(
          [
            ...growEdits(engine, sheet, placed),
            ...headerCellEdits(engine, sheet, placed, names),
            engine.sidecarEdit({ ...engine.sidecar, tables: [...engine.sidecar.tables, table] }),
          ],
          [{ kind: 'tableAdded', sheet, table: id }],
        );
        return id;
      });
    },

    updateTable(id, patch) {
      const { name, area, showHeaders: headers, showTotals: totals, ...flags } = patch;
      engine.undoGroup(() => {
        if (name !== undefined && name !== tableOf(id).name) rename(tableOf(id), name);
        if (area !== undefined) resize(tableOf(id), area);
        if (headers !== undefined && headers !== tableOf(id).showHeaders) showHeaders(tableOf(id), headers);
        if (totals !== undefined && totals !== tableOf(id).showTotals) showTotals(tableOf(id), totals);
        if (Object.keys(flags).length > 0) replace(id, (before) => ({ ...before, ...flags }));
      });
      engine.announceAddIn({ kind: 'tableChanged', sheet: tableOf(id).sheet, table: id });
    },

    filterTable(id, filters) {
      const table = tableOf(id);
      const hidden = filteredOut(engine, table, filters, date1904);
      const out = new Set(hidden);
      const shown = dataRows(table).filter((row) => !out.has(row));
      const edits = [
        ...visibilityEdits(engine, table.sheet, 'rows', hidden, true),
        ...visibilityEdits(engine, table.sheet, 'rows', shown, false),
        engine.sidecarEdit(withTable(engine.sidecar, id, (before) => ({ ...before, filters: [...filters] }))),
      ];
      engine.commit(edits, [{ kind: 'tableFiltered', sheet: table.sheet, table: id }]);
    },

    removeTable(id) {
      const table = tableOf(id);
      const rows = table.filters.length === 0 ? [] : dataRows(table);
      const sheetName = engine.sheetName(table.sheet);
      const named = (name: string): boolean => name.toLowerCase() === table.name.toLowerCase();
      const inPlainWords: FormulaChange = (formula, _, row) =>
        changeReferences(formula, {
          structured: (reference) => (named(reference.table) ? structuredText(reference, table, sheetName, row) : null),
          name: (name, sheet) => (sheet === null && named(name) ? structuredText({ table: name, specifier: '' }, table, sheetName, row) : null),
        });
      const after = { ...engine.sidecar, tables: engine.sidecar.tables.filter((other) => other.id !== id) };
      engine.commit(
        [...visibilityEdits(engine, table.sheet, 'rows', rows, false), ...formulaEdits(engine, after, inPlainWords)],
        [{ kind: 'tableDeleted', sheet: table.sheet, table: id }],
      );
    },
  };
}
