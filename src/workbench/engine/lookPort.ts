/** The port's looks: styles, sizes, merges, rules, links and pages. */
import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import type { Area, Style, StylePatch, WorkbookPort } from '../../host/workbookPort';
import { PortError } from '../../host/portError';
import type { CellStyle } from '../workbookSnapshot';
import { areaOf, holdsCell, intersects, lastColumn, lastRow, sameArea, without } from './areas';
import { extrasOf, cellValue } from './cellData';
import { cellRows, formatted, mapCells, styleInForce } from './cellReading';
import { bordersAt, patched } from './cellStyles';
import type { Edit, Engine } from './engine';
import { change, growEdits, lineStyleEdit, mergesEdits, setCellsEdit, sizeEdits, visibilityEdits, wholeCell, type CellChanges } from './mutations';
import { NEW_SHEET, withSheet } from './sidecar';
import { MAX_SIZE, pixels, points } from './workbookData';
import { lineHeight, textWidth } from './textSize';

type LookPort = Pick<
  WorkbookPort,
  | 'style' | 'setStyle' | 'columnWidth' | 'rowHeight' | 'setColumns' | 'setRows' | 'hidden' | 'merges' | 'merge' | 'unmerge' | 'conditionalFormats'
  | 'setConditionalFormats' | 'validations' | 'setValidations' | 'hyperlink' | 'setHyperlink' | 'pageLayout' | 'setPageLayout'
  | 'charts' | 'setCharts'
>;

const numbers = (first: number, count: number): number[] => Array.from({ length: count }, (_, index) => first + index);

/** The port asks for number formats on their own. */
function withoutFormat(style: CellStyle): Style {
  const look: Style & { numberFormat?: string } = { ...style };
  delete look.numberFormat;
  return look;
}

/** Space that a cell keeps free beside its text, in pixels. */
const CELL_PADDING = 9;

export function lookPort(engine: Engine, date1904: boolean): LookPort {
  const sheetOf = (sheet: string) => {
    engine.worksheet(sheet);
    return engine.sidecar.sheets.get(sheet) ?? NEW_SHEET;
  };

  /** Whole columns or rows are styled as such, and the cells that have a style of their own besides. */
  const styleEdits = (sheet: string, area: Area, styleAt: (before: CellStyle, row: number, column: number) => CellStyle): Edit[] => {
    const rows = cellRows(engine, sheet);
    const changes: CellChanges = {};
    const style = (cell: Nullable<ICellData>, row: number, column: number): void => {
      const before = styleInForce(engine, sheet, cell, row, column);
      const after = styleAt(before, row, column);
      if (after !== before) change(changes, row, column, { s: engine.styles.data(after), custom: extrasOf(after) });
    };
    const wholeColumns = area.rows >= MAX_SIZE.rows;
    const wholeRows = area.columns >= MAX_SIZE.columns;
    if (!wholeColumns && !wholeRows) {
      for (let row = area.row; row <= lastRow(area); row++) for (let column = area.column; column <= lastColumn(area); column++) style(rows[row]?.[column], row, column);
      return [...growEdits(engine, sheet, area), setCellsEdit(engine, sheet, changes, true)];
    }
    const axis = wholeColumns ? 'columns' : 'rows';
    const [first, count] = wholeColumns ? [area.column, Math.min(area.columns, engine.worksheet(sheet).getColumnCount())] : [area.row, area.rows];
    const lines = new Map(
      numbers(first, count).map((line) => {
        const [row, column] = wholeColumns ? [-1, line] : [line, -1];
        const after = styleAt(styleInForce(engine, sheet, null, row, column), row, column);
        // Nothing may be said that is not so: the grid draws a line's empty entries as if they were set.
        return [line, { s: engine.styles.compact(after), custom: extrasOf(after) }];
      }),
    );
    for (const [row, columns] of Object.entries(rows)) {
      for (const [column, cell] of Object.entries(columns ?? {})) {
        if (cell?.s !== undefined && cell.s !== null && holdsCell(area, Number(row), Number(column))) style(cell, Number(row), Number(column));
      }
    }
    return [lineStyleEdit(engine, sheet, axis, lines), setCellsEdit(engine, sheet, changes, true)];
  };

  const fittingWidth = (sheet: string, column: number): number => {
    let width = 0;
    const merges = engine.worksheet(sheet).getMergeData();
    for (const [key, cells] of Object.entries(cellRows(engine, sheet))) {
      const row = Number(key);
      const cell = cells?.[column];
      const value = cellValue(cell);
      if (value === null || merges.some((merge) => merge.startColumn !== merge.endColumn && holdsCell(areaOf(merge), row, column))) continue;
      const style = styleInForce(engine, sheet, cell, row, column);
      if (style.wrapText) continue;
      for (const line of formatted(value, style.numberFormat, date1904).split('\n')) width = Math.max(width, textWidth(line, style.font) + style.indent * CELL_PADDING);
    }
    return width === 0 ? engine.worksheet(sheet).getConfig().defaultColumnWidth : Math.min(width + CELL_PADDING, pixels(255 * 5.25));
  };

  const fittingHeight = (sheet: string, row: number): number => {
    const worksheet = engine.worksheet(sheet);
    let height = worksheet.getConfig().defaultRowHeight;
    for (const [key, cell] of Object.entries(cellRows(engine, sheet)[row] ?? {})) {
      const value = cellValue(cell);
      if (value === null) continue;
      const column = Number(key);
      const style = styleInForce(engine, sheet, cell, row, column);
      const room = Math.max(1, worksheet.getColumnWidth(column) - CELL_PADDING);
      const lines = formatted(value, style.numberFormat, date1904)
        .split('\n')
        .reduce((count, line) => count + (style.wrapText ? Math.max(1, Math.ceil(textWidth(line, style.font) / room)) : 1), 0);
      height = Math.max(height, (style.wrapText ? lines : 1) * lineHeight(style.font));
    }
    return height;
  };

  const mergesOf = (sheet: string): Area[] => engine.worksheet(sheet).getMergeData().map(areaOf);

  return {
    style(sheet, row, column) {
      return withoutFormat(styleInForce(engine, sheet, cellRows(engine, sheet)[row]?.[column], row, column));
    },

    setStyle(sheet, area, patch: StylePatch) {
      const { borders, ...plain } = patch;
      const isPlain = Object.keys(plain).length > 0;
      // Thousands of cells come down to a few styles, and each is made once for each place at the rim.
      const made = Array.from({ length: 16 }, () => new Map<CellStyle, CellStyle>());
      const edits = styleEdits(sheet, area, (before, row, column) => {
        const rim = { top: row === area.row, bottom: row === lastRow(area), left: column === area.column, right: column === lastColumn(area) };
        const place = made[borders === undefined ? 0 : Number(rim.top) + 2 * Number(rim.bottom) + 4 * Number(rim.left) + 8 * Number(rim.right)];
        const known = place?.get(before);
        if (known !== undefined) return known;
        const drawn = borders === undefined ? {} : bordersAt(borders, rim);
        // Inside of an area an outer side is no cell's.
        const after = isPlain || Object.keys(drawn).length > 0 ? { ...patched(before, borders === undefined ? plain : { ...plain, borders: drawn }), numberFormat: before.numberFormat } : before;
        place?.set(before, after);
        return after;
      });
      engine.commit(edits, [{ kind: 'formats', sheet }]);
    },

    columnWidth: (sheet, column) => (engine.worksheet(sheet).getColVisible(column) ? points(engine.worksheet(sheet).getColumnManager().getColumnWidth(column)) : 0),
    rowHeight: (sheet, row) => (engine.worksheet(sheet).getRowRawVisible(row) ? points(engine.worksheet(sheet).getRowManager().getRowHeight(row)) : 0),

    setColumns(sheet, column, columns, patch) {
      const count = Math.min(columns, Math.max(engine.worksheet(sheet).getColumnCount() - column, Math.min(columns, 200)));
      const lines = numbers(column, count);
      const { width, hidden } = patch;
      const edits = growEdits(engine, sheet, { row: 0, rows: 1, column, columns: count });
      if (hidden !== undefined) edits.push(...visibilityEdits(engine, sheet, 'columns', lines, hidden));
      const sizeOf = (line: number): number => (typeof width === 'number' ? pixels(width) : fittingWidth(sheet, line));
      if (width !== undefined) edits.push(...sizeEdits(engine, sheet, 'columns', new Map(lines.map((line) => [line, sizeOf(line)]))));
      engine.commit(edits, [{ kind: 'formats', sheet }]);
    },

    setRows(sheet, row, rows, patch) {
      const count = Math.min(rows, Math.max(engine.worksheet(sheet).getRowCount() - row, Math.min(rows, 1000)));
      const lines = numbers(row, count);
      const { height, hidden } = patch;
      const edits = growEdits(engine, sheet, { row, rows: count, column: 0, columns: 1 });
      if (hidden !== undefined) edits.push(...visibilityEdits(engine, sheet, 'rows', lines, hidden));
      const sizeOf = (line: number): number => (typeof height === 'number' ? pixels(height) : fittingHeight(sheet, line));
      if (height !== undefined) edits.push(...sizeEdits(engine, sheet, 'rows', new Map(lines.map((line) => [line, sizeOf(line)]))));
      engine.commit(edits, [{ kind: 'formats', sheet }]);
    },

    hidden(sheet) {
      const worksheet = engine.worksheet(sheet);
      const rows = Object.keys(worksheet.getRowManager().getRowData()).map(Number).filter((row) => !worksheet.getRowRawVisible(row));
      const columns = Object.keys(worksheet.getColumnManager().getColumnData()).map(Number).filter((column) => !worksheet.getColVisible(column));
      return { rows: new Set(rows), columns: new Set(columns) };
    },

    merges: mergesOf,

    merge(sheet, area) {
      if (engine.sidecar.tables.some((table) => table.sheet === sheet && intersects(table.area, area))) {
        throw new PortError('InvalidOperation', 'Cells of a table cannot be merged.');
      }
      const kept = mapCells(engine, sheet, area, (cell) => cell);
      const first = kept.flat().find((cell) => cellValue(cell) !== null);
      const changes: CellChanges = {};
      for (let row = area.row; row <= lastRow(area); row++) {
        for (let column = area.column; column <= lastColumn(area); column++) {
          if (cellValue(kept[row - area.row]?.[column - area.column]) !== null) change(changes, row, column, { v: null, t: null, f: null, si: null, p: null });
        }
      }
      if (first !== undefined) {
        const { v, t, f, si, p } = wholeCell(engine, first);
        change(changes, area.row, area.column, { v, t: t ?? CellValueType.STRING, f, si, p });
      }
      const others = mergesOf(sheet).filter((merge) => !intersects(merge, area));
      const merges = area.rows * area.columns > 1 ? [...others, area] : others;
      engine.commit([...growEdits(engine, sheet, area), setCellsEdit(engine, sheet, changes), ...mergesEdits(engine, sheet, merges)], [{ kind: 'formats', sheet }]);
    },

    unmerge(sheet, area) {
      const kept = mergesOf(sheet).filter((merge) => !intersects(merge, area));
      engine.commit(mergesEdits(engine, sheet, kept), [{ kind: 'formats', sheet }]);
    },

    conditionalFormats: (sheet) => sheetOf(sheet).conditionalFormats,
    setConditionalFormats(sheet, conditionalFormats) {
      sheetOf(sheet);
      engine.commitSidecar(withSheet(engine.sidecar, sheet, (before) => ({ ...before, conditionalFormats: [...conditionalFormats] })), [{ kind: 'formats', sheet }]);
    },

    validations: (sheet) => sheetOf(sheet).validations,
    setValidations(sheet, validations) {
      sheetOf(sheet);
      engine.commitSidecar(withSheet(engine.sidecar, sheet, (before) => ({ ...before, validations: [...validations] })), []);
    },

    hyperlink: (sheet, row, column) => sheetOf(sheet).hyperlinks.find((link) => holdsCell(link.area, row, column))?.link ?? null,
    setHyperlink(sheet, row, column, link) {
      const cell: Area = { row, column, rows: 1, columns: 1 };
      const others = sheetOf(sheet).hyperlinks.flatMap((each) =>
        sameArea(each.area, cell) ? [] : without(each.area, cell).map((area) => ({ area, link: each.link })),
      );
      const hyperlinks = link === null ? others : [...others, { area: cell, link }];
      engine.commitSidecar(withSheet(engine.sidecar, sheet, (before) => ({ ...before, hyperlinks })), [{ kind: 'formats', sheet }]);
    },

    pageLayout: (sheet) => sheetOf(sheet).pageLayout,
    setPageLayout(sheet, patch) {
      sheetOf(sheet);
      engine.commitSidecar(withSheet(engine.sidecar, sheet, (before) => ({ ...before, pageLayout: { ...before.pageLayout, ...patch } })), []);
    },

    charts: (sheet) => sheetOf(sheet).charts,
    setCharts(sheet, charts) {
      sheetOf(sheet);
      engine.commitSidecar(withSheet(engine.sidecar, sheet, (before) => ({ ...before, charts: [...charts] })), []);
    },
  };
}
