/** The port's cells: reading, writing, clearing and sorting. */
import { LexerTreeBuilder } from '@univerjs/engine-formula';
import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import type { Area, CellValue, SheetId, WorkbookPort } from '../../host/workbookPort';
import { holdsArea, holdsCell, intersects, lastRow, sameArea, without } from './areas';
import { cellRows, formatted, formulaReader, mapCells, spills, styleInForce, usedArea, valueAt } from './cellReading';
import { cellValue, inputData } from './cellData';
import type { CustomFunctions } from './customFunctions';
import type { Announcement, Edit, Engine } from './engine';
import { change, growEdits, setCellsEdit, wholeCell, type CellChanges } from './mutations';
import { withSheet, withTable, type Sidecar } from './sidecar';
import { dataArea, headerEdits } from './tableCells';

type CellPort = Pick<
  WorkbookPort,
  'usedArea' | 'values' | 'formulas' | 'texts' | 'numberFormats' | 'setCells' | 'setNumberFormats' | 'clear' | 'sort' | 'spillArea'
>;

/** Excel's order: numbers, text, logical values, errors, and blanks last whichever way one sorts. */
const RANKS: Record<string, number> = { number: 0, string: 1, boolean: 2, object: 3 };
const collator = new Intl.Collator('en', { sensitivity: 'accent', numeric: false });

function compareCells(a: CellValue, b: CellValue, ascending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const rank = (RANKS[typeof a] ?? 0) - (RANKS[typeof b] ?? 0);
  let order = rank;
  if (rank === 0) {
    if (typeof a === 'string' && typeof b === 'string') order = collator.compare(a, b);
    else if (typeof a !== 'object' && typeof b !== 'object') order = Number(a) - Number(b);
  }
  return ascending ? order : -order;
}

/** The parts of an area that hold cells: a whole column must not be walked to its end. */
function filled(engine: Engine, sheet: SheetId, area: Area): { readonly row: number; readonly columns: readonly number[] }[] {
  const found: { row: number; columns: number[] }[] = [];
  for (const [key, cells] of Object.entries(cellRows(engine, sheet))) {
    const row = Number(key);
    if (row < area.row || row > lastRow(area)) continue;
    const columns = Object.keys(cells ?? {}).map(Number).filter((column) => holdsCell(area, row, column));
    if (columns.length > 0) found.push({ row, columns });
  }
  return found;
}

/** What a constant is, said aloud: Univer would turn numbers to text, and text to numbers, by the format alone; Excel does only as they are entered. */
function typeOf(cell: Nullable<ICellData>): ICellData['t'] {
  if (cell?.v === null || cell?.v === undefined || cell.f || cell.si) return null;
  return cell.t ?? (typeof cell.v === 'number' ? CellValueType.NUMBER : CellValueType.STRING);
}

export function cellPort(engine: Engine, functions: CustomFunctions, date1904: boolean): CellPort {
  /** A cell that looks as its row or column does must keep that look when it gets a number format of its own. */
  const inFormat = (sheet: SheetId, row: number, column: number, numberFormat: string): ICellData['s'] => {
    const cell = cellRows(engine, sheet)[row]?.[column];
    if (cell?.s !== undefined && cell.s !== null) return { n: { pattern: numberFormat } };
    const style = styleInForce(engine, sheet, cell, row, column);
    return style === engine.styles.normal ? { n: { pattern: numberFormat } } : engine.styles.data({ ...style, numberFormat });
  };

  const cellsChanged = (sheet: SheetId, area: Area): Extract<Announcement, { kind: 'cells' }> => ({ kind: 'cells', sheet, area });

  const write = (sheet: SheetId, area: Area, changes: CellChanges, announcement: () => Announcement, looksOnly = false): void => {
    engine.commit([...growEdits(engine, sheet, area), setCellsEdit(engine, sheet, changes, looksOnly)], []);
    const headers = headerEdits(engine, sheet, area);
    if (headers !== null) engine.commit(headers, []);
    engine.announceAddIn(announcement());
  };

  return {
    usedArea: (sheet, valuesOnly) => usedArea(engine, sheet, valuesOnly),

    values: (sheet, area) =>
      mapCells(engine, sheet, area, (cell, row, column) => {
        const value = cellValue(cell);
        if (typeof value !== 'object' || value === null) return value;
        const message = functions.message(sheet, row, column);
        return message === undefined ? value : { ...value, message };
      }),

    formulas: (sheet, area) => mapCells(engine, sheet, area, formulaReader(engine, sheet)),

    texts: (sheet, area) =>
      mapCells(engine, sheet, area, (cell, row, column) => {
        const value = cellValue(cell);
        return value === null ? '' : formatted(value, styleInForce(engine, sheet, cell, row, column).numberFormat, date1904);
      }),

    numberFormats: (sheet, area) => mapCells(engine, sheet, area, (cell, row, column) => styleInForce(engine, sheet, cell, row, column).numberFormat),

    setCells(sheet, area, cells) {
      const changes: CellChanges = {};
      cells.forEach((line, r) => {
        line.forEach((input, c) => {
          if (input === undefined) return;
          const row = area.row + r;
          const column = area.column + c;
          const data: ICellData = inputData(input);
          if ('numberFormat' in input && input.numberFormat !== undefined) data.s = inFormat(sheet, row, column, input.numberFormat);
          change(changes, row, column, data);
        });
      });
      if (Object.keys(changes).length === 0) return;
      const single = area.rows === 1 && area.columns === 1;
      const before = single ? { before: valueAt(engine, sheet, area.row, area.column) } : {};
      write(sheet, area, changes, () => ({ ...cellsChanged(sheet, area), ...before, ...(single ? { after: valueAt(engine, sheet, area.row, area.column) } : {}) }));
    },

    setNumberFormats(sheet, area, formats) {
      const changes: CellChanges = {};
      formats.forEach((line, r) => {
        line.forEach((pattern, c) => {
          const [row, column] = [area.row + r, area.column + c];
          const t = typeOf(cellRows(engine, sheet)[row]?.[column]);
          change(changes, row, column, { s: inFormat(sheet, row, column, pattern), ...(t === null ? {} : { t }) });
        });
      });
      write(sheet, area, changes, () => ({ kind: 'formats', sheet }), true);
    },

    clear(sheet, area, what) {
      const changes: CellChanges = {};
      const cleared: ICellData | null =
        what === 'all' ? null : what === 'formats' ? { s: null, custom: null } : { v: null, t: null, f: null, si: null, p: null };
      for (const { row, columns } of filled(engine, sheet, area)) for (const column of columns) change(changes, row, column, cleared === null ? null : { ...cleared });
      const edits: Edit[] = [setCellsEdit(engine, sheet, changes, what === 'formats')];
      if (what !== 'contents') {
        const after = clearRules(engine.sidecar, sheet, area, what);
        if (after !== engine.sidecar) edits.push(engine.sidecarEdit(after));
      }
      engine.commit(edits, [what === 'formats' ? { kind: 'formats', sheet } : cellsChanged(sheet, area)]);
    },

    sort(sheet, area, keys, hasHeaders) {
      const body: Area = hasHeaders ? { ...area, row: area.row + 1, rows: area.rows - 1 } : area;
      if (body.rows < 1) return;
      const rows = cellRows(engine, sheet);
      const values = mapCells(engine, sheet, body, cellValue);
      const order = values.map((_, index) => index);
      order.sort((a, b) => {
        for (const key of keys) {
          const compared = compareCells(values[a]?.[key.column] ?? null, values[b]?.[key.column] ?? null, key.ascending);
          if (compared !== 0) return compared;
        }
        return a - b;
      });
      const formulaOf = formulaReader(engine, sheet);
      const lexer = engine.injector.get(LexerTreeBuilder);
      const changes: CellChanges = {};
      order.forEach((from, to) => {
        if (from === to) return;
        for (let column = body.column; column < body.column + body.columns; column++) {
          const cell = rows[body.row + from]?.[column];
          const formula = formulaOf(cell, body.row + from, column);
          const moved = wholeCell(engine, cell);
          change(changes, body.row + to, column, formula === null ? moved : { ...moved, si: null, f: lexer.moveFormulaRefOffset(formula, 0, to - from) });
        }
      });
      const table = engine.sidecar.tables.find((candidate) => candidate.sheet === sheet && (sameArea(candidate.area, area) || sameArea(dataArea(candidate), body)));
      const edits: Edit[] = [setCellsEdit(engine, sheet, changes)];
      if (table !== undefined) edits.push(engine.sidecarEdit(withTable(engine.sidecar, table.id, (before) => ({ ...before, sort: keys.map((key) => ({ ...key })) }))));
      engine.commit(edits, [cellsChanged(sheet, body), ...(table === undefined ? [] : [{ kind: 'tableSorted', sheet, table: table.id } as const])]);
    },

    spillArea: (sheet, row, column) => spills(engine, sheet).find((spill) => spill.row === row && spill.column === column)?.area ?? null,
  };
}

function clearRules(sidecar: Sidecar, sheet: SheetId, area: Area, what: 'formats' | 'all'): Sidecar {
  const now = sidecar.sheets.get(sheet);
  if (now === undefined) return sidecar;
  const touched = (areas: readonly Area[]): boolean => areas.some((each) => intersects(each, area));
  const rest = (areas: readonly Area[]): Area[] => areas.flatMap((each) => without(each, area));
  const formats = now.conditionalFormats.some((format) => touched(format.areas));
  const others = what === 'all' && (now.validations.some((validation) => touched(validation.areas)) || now.hyperlinks.some((link) => holdsArea(area, link.area)));
  if (!formats && !others) return sidecar;
  return withSheet(sidecar, sheet, (before) => ({
    ...before,
    conditionalFormats: before.conditionalFormats.map((format) => ({ ...format, areas: rest(format.areas) })).filter((format) => format.areas.length > 0),
    ...(what === 'formats'
      ? {}
      : {
          validations: before.validations.map((validation) => ({ ...validation, areas: rest(validation.areas) })).filter((validation) => validation.areas.length > 0),
          hyperlinks: before.hyperlinks.filter((link) => !holdsArea(area, link.area)),
        }),
  }));
}
