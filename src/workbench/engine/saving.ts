/** The open workbook as a snapshot again. Sheets that nobody touched are handed back as they came. */
import { BooleanNumber, CellValueType, type ICellData, type IColumnData, type IRowData, type Nullable } from '@univerjs/core';
import { SheetsSelectionsService } from '@univerjs/sheets';
import type { Area, SheetId } from '../../host/workbookPort';
import type { CellSnapshot, CellStyle, LineSnapshot, SheetSnapshot, WorkbookChanges, WorkbookSnapshot } from '../workbookSnapshot';
import { areaOf, lastColumn } from './areas';
import { cellValue, extrasOf, lookOf } from './cellData';
import { cellRows, formulaReader, spilledRows, spills, styleOfData } from './cellReading';
import type { Engine } from './engine';
import { activeSheetId, sheetInfo } from './sheetPort';
import { NEW_SHEET } from './sidecar';
import { points } from './workbookData';

/** Numbers styles: those of the opened file keep theirs, new ones come after. */
class StyleTable {
  readonly styles: CellStyle[];
  private readonly known: Map<string, number>;
  private readonly looks: readonly string[];
  /** By Univer's id, of cells that have nothing besides. */
  private readonly plain = new Map<string, number>();

  constructor(private readonly engine: Engine, opened: readonly CellStyle[]) {
    this.styles = opened.length === 0 ? [engine.styles.normal] : [...opened];
    this.known = new Map(this.styles.map((style, index) => [JSON.stringify(style), index]));
    this.looks = this.styles.map((style) => JSON.stringify(extrasOf(style)?.look ?? null));
  }

  indexOf(cell: Nullable<Pick<ICellData, 's' | 'custom'>>): number | undefined {
    const id = cell?.s;
    const look = lookOf(cell);
    if ((id === null || id === undefined) && look === null) return undefined;
    if (look !== null || typeof id !== 'string') return this.numberOf(cell);
    const known = this.plain.get(id);
    if (known !== undefined) return known;
    const index = this.numberOf(cell);
    this.plain.set(id, index);
    return index;
  }

  private numberOf(cell: Nullable<Pick<ICellData, 's' | 'custom'>>): number {
    const opened = typeof cell?.s === 'string' ? /^s(\d+)$/.exec(cell.s)?.[1] : undefined;
    if (opened !== undefined && this.looks[Number(opened)] === JSON.stringify(lookOf(cell))) return Number(opened);
    const style = styleOfData(this.engine, cell);
    const key = JSON.stringify(style);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.styles.push(style);
    this.known.set(key, this.styles.length - 1);
    return this.styles.length - 1;
  }
}

function cellSnapshots(engine: Engine, sheet: SheetId, styles: StyleTable, opened: SheetSnapshot | undefined): Map<number, (CellSnapshot | undefined)[]> {
  const rows = cellRows(engine, sheet);
  const filled = spilledRows(engine, sheet);
  const formulaOf = formulaReader(engine, sheet);
  const arrays = new Map(spills(engine, sheet).map((spill) => [`${spill.row}:${spill.column}`, spill.area]));
  const keys = new Set([...Object.keys(rows), ...Object.keys(filled ?? {})].map(Number));
  const snapshots = new Map<number, (CellSnapshot | undefined)[]>();
  for (const row of [...keys].sort((a, b) => a - b)) {
    const line: (CellSnapshot | undefined)[] = [];
    const put = (column: number, cell: Nullable<ICellData>): void => {
      const formula = formulaOf(cell, row, column);
      const fill = formula === null ? filled?.[row]?.[column] : undefined;
      const value = cellValue(fill === undefined || fill === null ? cell : { v: fill.v, t: fill.t });
      const style = styles.indexOf(cell);
      if (value === null && formula === null && style === undefined) return;
      const area = arrays.get(`${row}:${column}`);
      const legacy = opened?.cells.get(row)?.[column]?.array?.dynamic === false;
      line[column] = {
        value,
        ...(formula === null ? {} : { formula }),
        ...(area === undefined || formula === null ? {} : { array: { area, dynamic: !legacy } }),
        ...(cell?.t === CellValueType.FORCE_STRING && formula === null ? { quoted: true } : {}),
        ...(style === undefined ? {} : { style }),
      };
    };
    for (const [column, cell] of Object.entries(rows[row] ?? {})) put(Number(column), cell);
    for (const column of Object.keys(filled?.[row] ?? {})) if (line[Number(column)] === undefined) put(Number(column), rows[row]?.[Number(column)]);
    if (line.length > 0) snapshots.set(row, line);
  }
  return snapshots;
}

function lineSnapshots(data: Record<number, Nullable<Partial<IRowData & IColumnData>>>, styles: StyleTable, usual: number): Map<number, LineSnapshot> {
  const lines = new Map<number, LineSnapshot>();
  for (const [key, line] of Object.entries(data)) {
    if (line === null || line === undefined) continue;
    const size = line.ia === BooleanNumber.TRUE ? line.ah : (line.h ?? line.w);
    const style = styles.indexOf(line);
    const snapshot: LineSnapshot = {
      ...(size === undefined || Math.abs(size - usual) < 0.01 ? {} : { size: points(size) }),
      ...(line.hd === BooleanNumber.TRUE ? { hidden: true } : {}),
      ...(style === undefined || style === 0 ? {} : { style }),
    };
    if (Object.keys(snapshot).length > 0) lines.set(Number(key), snapshot);
  }
  return lines;
}

function selectionOf(engine: Engine, sheet: SheetId): readonly Area[] {
  const selections = engine.injector.get(SheetsSelectionsService).getWorkbookSelections(engine.unitId).getSelectionsOfWorksheet(sheet);
  return selections.map((selection) => areaOf(selection.range)).filter((area) => area.row >= 0 && lastColumn(area) >= 0);
}

export function workbookSnapshot(engine: Engine, opened: WorkbookSnapshot, changes: WorkbookChanges, calculationMode: 'automatic' | 'manual'): WorkbookSnapshot {
  const styles = new StyleTable(engine, opened.styles);
  const before = new Map(opened.sheets.map((sheet) => [sheet.id, sheet]));
  const sheets = engine.workbook.getSheets().map((worksheet): SheetSnapshot => {
    const info = sheetInfo(engine, worksheet);
    const known = before.get(info.id);
    if (known !== undefined && !changes.sheets.has(info.id)) return { ...known, ...info };
    const cells = cellSnapshots(engine, info.id, styles, known);
    if (known !== undefined && changes.sheets.get(info.id) === 'results') return { ...known, ...info, cells };
    const { conditionalFormats, validations, hyperlinks, pageLayout, customProperties, charts } = engine.sidecar.sheets.get(info.id) ?? NEW_SHEET;
    const config = worksheet.getConfig();
    return {
      ...info,
      defaultRowHeight: points(config.defaultRowHeight),
      defaultColumnWidth: points(config.defaultColumnWidth),
      rows: lineSnapshots(config.rowData, styles, config.defaultRowHeight),
      columns: lineSnapshots(config.columnData, styles, config.defaultColumnWidth),
      cells,
      merges: worksheet.getMergeData().map(areaOf),
      conditionalFormats,
      validations,
      hyperlinks,
      pageLayout,
      selection: selectionOf(engine, info.id),
      ...(customProperties.size === 0 ? {} : { customProperties }),
      ...(charts.length === 0 ? {} : { charts }),
    };
  });
  const { tables, names, settings, properties, customXmlParts } = engine.sidecar;
  return {
    fileName: opened.fileName,
    date1904: opened.date1904,
    structureProtected: opened.structureProtected,
    calculationMode,
    activeSheet: activeSheetId(engine),
    sheets,
    styles: styles.styles,
    tables,
    names,
    settings,
    properties,
    customXmlParts,
  };
}
