/**
 * The tables that the product keeps for itself: where each stands, and how a write adds rows to it.
 * Their owner may sort, filter, widen or empty them, so they are found by their headers, and rows by the run that they name.
 */
import type { SerialDate } from '../domain/measure';
import type { Area, PlanValue } from '../report/sheetPlan';
import { serialIn } from '../tables/dateText';
import type { TableArea } from '../tables/findTables';
import { type Columns, recogniseHeaders } from '../tables/headerRecognition';
import type { SourceValue } from '../tables/source';
import { areaAddress } from './addresses';
import { columnPoints } from './columnWidth';
import { type Builder, type NewSheet, Obstacle, freeTableName } from './newSheets';
import type { WorkbookReading } from './readWorkbook';
import { rowChunks } from './requestSize';
import { sentences } from './sentences';
import { dataSheetName } from './sheetMark';
import { type InertValue, inertRows } from './writingGateway';

export interface OwnTableKind<Field extends string> {
  readonly name: string;
  /** In the order of a new table. */
  readonly fields: readonly Field[];
  readonly headers: Readonly<Record<Field, { readonly name: string }>>;
  /** Number formats. */
  readonly formats: Readonly<Record<Field, string>>;
  /** Serials of the 1900 date system until they are written. */
  readonly days: readonly Field[];
}

export type OwnRow<Field extends string> = Readonly<Record<Field, PlanValue>>;

/** Where rows go: to the table there is, to a new one beside the product's other tables, or to a new one on a new sheet. */
export type OwnTablePlace<Field extends string> =
  | {
    readonly kind: 'table';
    readonly sheetId: string;
    readonly tableId: string;
    readonly headers: readonly SourceValue[];
    /** Positions of all fields in the table's rows. */
    readonly columns: Readonly<Record<Field, number>>;
  }
  | { readonly kind: 'sheet'; readonly sheetId: string }
  | { readonly kind: 'newSheet' };

/** The table of an area, where the product wrote it and it still has all its columns; `null` where rows cannot be added to it. */
export function ownTableOf<Field extends string>({ fields }: OwnTableKind<Field>, { structure, own }: WorkbookReading, area: TableArea<Field> | null): OwnTablePlace<Field> | null {
  const extent = area !== null && own.includes(area.source) ? structure.tableExtents.find(({ table }) => table.name === area.source.table) : undefined;
  if (area === null || !extent?.headers || !hasAll(fields, area.mapping.columns)) return null;
  return { kind: 'table', sheetId: extent.table.sheetId, tableId: extent.table.id, headers: extent.headers, columns: area.mapping.columns };
}

function hasAll<Field extends string>(fields: readonly Field[], columns: Columns<Field>): columns is Readonly<Record<Field, number>> {
  return fields.every((field) => columns[field] !== undefined);
}

/** The sheet of own tables, where there is one; a copy that lost its mark still is one. */
export function dataSheetOf({ structure: { extents, tableExtents }, own }: WorkbookReading): string | null {
  const marked = extents.find(({ ownership }) => ownership === 'data');
  if (marked !== undefined) return marked.sheet.id;
  const tables = new Set(own.map(({ table }) => table));
  return tableExtents.find(({ table, headers }) => tables.has(table.name) && headers !== null && isOwnKind(headers))?.table.sheetId ?? null;
}

function isOwnKind(headers: readonly SourceValue[]): boolean {
  const kind = recogniseHeaders(headers)?.kind;
  return kind === 'history' || kind === 'decisions' || kind === 'assessment';
}

/** A part of what is asked for, with the size of its request. */
export interface RowsStep {
  readonly bytes: number;
  readonly run: () => void;
}

/** The table is no longer as it was read a moment ago; Excel's code for what is gone says so to the user. */
class TableChanged extends Error {
  readonly code = 'ItemNotFound';
}

/** Where the new tables of one write go: beside each other, a column apart. */
export class Room {
  private added: NewSheet | null = null;
  private readonly nextColumns = new Map<string, number>();

  constructor(readonly builder: Builder) {}

  onNewSheet(columns: number): { readonly sheet: Excel.Worksheet; readonly column: number } {
    if (this.added === null) {
      this.added = this.builder.add(dataSheetName);
      this.added.sheet.visibility = 'Hidden';
    }
    return { sheet: this.added.sheet, column: this.take('', 0, columns) };
  }

  /** On a sheet whose columns from `free` on are empty. */
  onSheet(sheetId: string, free: number, columns: number): number {
    return this.take(sheetId, free, columns);
  }

  /** In the request that finishes the review. */
  finish(): void {
    this.added?.finish('data');
  }

  private take(sheet: string, free: number, columns: number): number {
    const first = Math.max(free, this.nextColumns.get(sheet) ?? 0);
    this.nextColumns.set(sheet, first + columns + 1);
    return first;
  }
}

const columnCharacters = 15;
/** Calls of a step beside its cells. */
const callBytes = 30_000;

export class OwnTable<Field extends string> {
  private free = 0;

  constructor(readonly kind: OwnTableKind<Field>, readonly place: OwnTablePlace<Field>, private readonly date1904: boolean) {}

  /** In the request that sees what stands in the way. */
  look({ workbook }: Excel.RequestContext): () => void {
    const { place } = this;
    if (place.kind === 'newSheet') return () => undefined;
    const sheet = workbook.worksheets.getItem(place.sheetId).load('name');
    sheet.protection.load('protected');
    const used = sheet.getUsedRangeOrNullObject(true).untrack().load('columnIndex,columnCount');
    const headers = place.kind === 'table' ? workbook.tables.getItem(place.tableId).getHeaderRowRange().untrack().load('values') : null;
    return () => {
      if (sheet.protection.protected) throw new Obstacle(sentences.dataSheetProtected(sheet.name));
      const now = headers?.values[0] as readonly SourceValue[] | undefined;
      if (place.kind === 'table' && place.headers.some((header, index) => header !== now?.[index])) throw new TableChanged();
      this.free = used.isNullObject ? 0 : used.columnIndex + used.columnCount + 1;
    };
  }

  /** Excel puts values in wrong rows where a filter hides some, those of a table beside it too. */
  clearFilters({ workbook }: Excel.RequestContext): void {
    if (this.place.kind === 'table') workbook.tables.getItem(this.place.tableId).clearFilters();
  }

  /** What to ask for before the review is finished. `carried` is what a table on a new sheet begins with. */
  steps({ workbook }: Excel.RequestContext, room: Room, rows: readonly OwnRow<Field>[], carried: readonly OwnRow<Field>[] = []): RowsStep[] {
    const { place, kind: { name, fields } } = this;
    if (place.kind === 'table') return this.append(workbook.tables.getItem(place.tableId), place, rows);
    const free = freeTableName(name, room.builder.tableNames);
    if (place.kind === 'sheet') return this.start(workbook.worksheets.getItem(place.sheetId), room.onSheet(place.sheetId, this.free, fields.length), free, rows);
    const { sheet, column } = room.onNewSheet(fields.length);
    return this.start(sheet, column, free, [...carried, ...rows]);
  }

  private append(table: Excel.Table, { headers, columns }: OwnTablePlace<Field> & { readonly kind: 'table' }, rows: readonly OwnRow<Field>[]): RowsStep[] {
    const { fields } = this.kind;
    const cells = rows.map((row) => {
      const line = headers.map((): InertValue => null);
      for (const field of fields) line[columns[field]] = this.cellOf(row, field);
      return line;
    });
    return stepsOf(inertRows(cells), (values) => {
      // A null leaves a column of the user's own to its formula; the types do not know it.
      table.rows.add(undefined, values as string[][]);
      const added = lastRows(table, values.length);
      this.format(added, (field) => columns[field]);
    });
  }

  /** The table is there, empty, before any of its cells: a request that breaks off leaves no rows outside of a table. */
  private start(sheet: Excel.Worksheet, column: number, name: string, rows: readonly OwnRow<Field>[]): RowsStep[] {
    const { fields } = this.kind;
    const values = inertRows(rows.map((row) => fields.map((field) => this.cellOf(row, field))));
    const whole = { row: 0, column, rows: values.length + 1, columns: fields.length };
    return stepsOf(values, (chunk, first) => {
      if (first === 0) this.addTable(sheet, whole, name);
      const range = sheet.getRangeByIndexes(first + 1, column, chunk.length, fields.length).untrack();
      this.format(range, (field) => fields.indexOf(field));
      range.values = chunk;
    });
  }

  private format(rows: Excel.Range, positionOf: (field: Field) => number): void {
    const { fields, formats } = this.kind;
    for (const field of fields) if (formats[field] !== 'General') rows.getColumn(positionOf(field)).untrack().numberFormat = formatOf(formats[field]);
  }

  private addTable(sheet: Excel.Worksheet, whole: Area, name: string): void {
    const { fields, headers: names } = this.kind;
    const headers = sheet.getRange(areaAddress({ ...whole, rows: 1 })).untrack();
    headers.values = inertRows([fields.map((field) => names[field].name)]);
    headers.format.columnWidth = columnPoints(columnCharacters);
    const table = sheet.tables.add(areaAddress(whole), true);
    table.name = name;
    table.style = 'TableStyleLight9';
  }

  /** Days in the workbook's own date system. */
  private cellOf(row: OwnRow<Field>, field: Field): InertValue {
    const value = row[field];
    return this.kind.days.includes(field) && typeof value === 'number' ? serialIn(this.date1904, value as SerialDate) : value;
  }
}

function stepsOf(values: InertValue[][], run: (chunk: InertValue[][], first: number) => void): RowsStep[] {
  return rowChunks(values).map(({ first, end, bytes }) => ({ bytes: bytes + callBytes, run: () => run(values.slice(first, end), first) }));
}

/** One format for all cells of a range; the types know only one for each. */
const formatOf = (format: string): string[][] => format as unknown as string[][];

function lastRows(table: Excel.Table, count: number): Excel.Range {
  const last = table.getDataBodyRange().untrack().getLastRow().untrack();
  return last.getOffsetRange(1 - count, 0).untrack().getResizedRange(count - 1, 0).untrack();
}
