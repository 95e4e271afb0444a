/** Which cells are worth reading: the tables that headers announce, and the used cells of sheets where a plain header row stands. */
import { besideRevenueFields, moneyFields } from '../tables/fields';
import { mayBeHeaders, recogniseHeaders } from '../tables/headerRecognition';
import { type ReadingChoices, chosenHeaders } from '../tables/readingChoices';
import { readChoices } from '../tables/storedChoices';
import type { Area } from '../report/sheetPlan';
import type { SourceValue } from '../tables/source';
import { cellBytes } from './requestSize';
import type { SheetExtent, SheetPlace, Structure, TableExtent, TablePlace } from './workbookStructure';

/** Cells that are read together, and what they are read for. */
export interface Block {
  readonly sheet: SheetPlace;
  readonly area: Area;
  /** 0-based sheet columns whose number formats matter. */
  readonly formatColumns: readonly number[];
  /** What a row takes in an answer, as far as the head of its sheet tells. */
  readonly bytesPerRow: number;
  readonly tables: readonly BlockTable[];
  /** The block is the used cells of the sheet: plain ranges are looked for in it. */
  readonly plain: boolean;
}

export interface BlockTable {
  readonly table: TablePlace;
  readonly area: Area;
  readonly hasTotals: boolean;
}

/** On sheets up to this size a header row is found wherever it stands; on larger ones in the head alone. */
const smallSheet = 5_000;
/** Up to here all number formats are read: it is cheaper than to know which matter. */
const fewCells = 20_000;

/** As far down as headers are looked for in ranges that a formula gives. */
const headerDepth = 40;

/** A date is a number whatever its format; these fields are judged by it: percent, currency, a date where money or a rate should be (rulings 20 to 24). */
const formatFields: ReadonlySet<string> = new Set([...moneyFields, ...besideRevenueFields, 'traction', 'tractionTarget', 'relationship', 'partnersView', 'rate']);

/** `decisions`: whether the log of what reviews asked to be decided is worth reading, too. */
export function blocksToRead({ extents, tableExtents, readingText }: Structure, decisions = false): Block[] {
  const { choices } = readChoices(readingText);
  return extents.flatMap((extent) => {
    const { sheet, used, ownership } = extent;
    if (used === null || ownership === 'building' || ownership === 'complete') return [];
    const tables = tableExtents.filter(({ table }) => table.sheetId === sheet.id);
    return blocksOfSheet(extent, used, decisions || ownership !== 'data' ? tables : tables.filter(({ headers }) => !isDecisionLog(headers)), choices);
  });
}

const isDecisionLog = (headers: TableExtent['headers']): boolean => headers !== null && recogniseHeaders(headers)?.kind === 'decisions';

function blocksOfSheet(extent: SheetExtent, used: Area, tables: readonly TableExtent[], choices: ReadingChoices): Block[] {
  const { sheet, head } = extent;
  const withHeaders = tables.filter(({ headers }) => headers !== null);
  const plainHeaders = columnsOfHeaders(outside(head, withHeaders), 0, choices);
  const beyondHead = used.row + used.rows > head.length || used.column + used.columns > (head[0]?.length ?? 0);
  const covered = withHeaders.some(({ area }) => holds(area, used));
  if (!covered && (plainHeaders !== null || (beyondHead && cellCount(used) <= smallSheet))) {
    const tableColumns = withHeaders.flatMap(({ headers, area }) => columnsOfHeaders([headers ?? []], area.column, choices) ?? []);
    const formatColumns = cellCount(used) <= fewCells ? Array.from({ length: used.columns }, (_, index) => used.column + index) : [...(plainHeaders ?? []), ...tableColumns];
    return [block(extent, used, formatColumns, tables.map((table) => clipped(table, used)), true)];
  }
  return withHeaders.flatMap((table) => {
    const columns = columnsOfHeaders([table.headers ?? []], table.area.column, choices);
    const part = clipped(table, used);
    return columns === null ? [] : [block({ ...extent, sheet }, part.area, columns, [part], false)];
  });
}

/** The same for cells that somebody points at: 0-based columns within them. */
export function formatColumnsOf(values: readonly (readonly SourceValue[])[], choices: ReadingChoices): readonly number[] {
  const columns = values[0]?.length ?? 0;
  if (values.length * columns <= fewCells) return Array.from({ length: columns }, (_, column) => column);
  return columnsOfHeaders(values.slice(0, headerDepth), 0, choices) ?? [];
}

/** The product's own tables are read for their values alone. */
function block({ sheet, ownership, head }: SheetExtent, area: Area, columns: readonly number[], tables: readonly BlockTable[], plain: boolean): Block {
  const formatColumns = ownership === 'data' ? [] : [...new Set(columns)].sort((a, b) => a - b);
  return { sheet, area, formatColumns, bytesPerRow: rowBytes(head, area) + formatColumns.length * 14, tables, plain };
}

/** Rows of a table below the last value of the sheet are empty: they need no reading. */
function clipped({ table, area }: TableExtent, used: Area): BlockTable {
  const rows = Math.min(area.rows, Math.max(1, used.row + used.rows - area.row));
  return { table, area: { ...area, rows }, hasTotals: table.showTotals && rows === area.rows };
}

/** The sheet columns whose formats matter under the header rows among these; `null` where none is a header row. */
function columnsOfHeaders(rows: readonly (readonly SourceValue[])[], firstColumn: number, choices: ReadingChoices): number[] | null {
  const chosen = chosenHeaders(choices);
  const found = rows.filter((cells) => mayBeHeaders(cells, chosen)).map((cells) => recogniseHeaders(cells, choices)).filter((row) => row !== null);
  if (found.length === 0) return null;
  return found.flatMap((row) => ('mapping' in row ? Object.entries(row.mapping.columns) : []))
    .filter(([field]) => formatFields.has(field))
    .map(([, column]) => firstColumn + column);
}

/** The head with the cells of tables left out. */
function outside(head: SheetExtent['head'], tables: readonly TableExtent[]): SourceValue[][] {
  return head.map((cells, row) => cells.map((value, column) => (tables.some(({ area }) => holds(area, { row, column, rows: 1, columns: 1 })) ? '' : value)));
}

/** From the rows of the area that the head shows, its first one left out: headers are longer than data. */
function rowBytes(head: SheetExtent['head'], { row, column, rows, columns }: Area): number {
  const seen = head.slice(row + 1, row + rows).map((cells) => cells.slice(column, column + columns));
  if (seen.length < 5) return columns * 14 + 3;
  const unseen = columns - (seen[0]?.length ?? 0);
  return cellBytes(seen) / seen.length + unseen * 14;
}

function cellCount({ rows, columns }: Area): number {
  return rows * columns;
}

function holds(outer: Area, inner: Area): boolean {
  return inner.row >= outer.row && inner.column >= outer.column
    && inner.row + inner.rows <= outer.row + outer.rows && inner.column + inner.columns <= outer.column + outer.columns;
}
