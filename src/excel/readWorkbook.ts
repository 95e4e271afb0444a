/**
 * The one reader of the workbook: what its tables may be made of, and the day to judge on.
 *
 * Limits: on a sheet of more than 5,000 used cells a plain header row is found in its first 40 rows and 64 columns (fewer rows where
 * there are more than 70 sheets), and the number formats of a further table below it are not read where there are more than 20,000 cells;
 * Excel tables are found wherever they stand. Very hidden sheets and the product's own reviews are not read.
 */
import type { SerialDate } from '../domain/measure';
import type { Area } from '../report/sheetPlan';
import { type FoundTables, findTables } from '../tables/findTables';
import { decisionColumns } from '../report/sections/decisions';
import type { DecisionList } from '../tables/readDecisions';
import type { Source } from '../tables/source';
import { readChoices } from '../tables/storedChoices';
import { asOfCell, asOfDay } from './asOf';
import { type Block, blocksToRead } from './blocks';
import { type Cells, type ReadArea, readCells } from './cellReader';
import type { ExcelSession } from './officeSync';
import { isDataName } from './sheetMark';
import { type Lists, type ReadingOptions, type SheetExtent, type SheetPlace, type Structure, type TableExtent, readStructure } from './workbookStructure';

export interface WorkbookReading {
  readonly structure: Structure;
  readonly sources: readonly Source[];
  /** What stands on the product's own sheet. */
  readonly own: readonly Source[];
  /** Runs whose review is not finished: rows that they wrote do not count. */
  readonly unfinishedRuns: ReadonlySet<string>;
  /** The lists of decisions on the sheets of finished reviews; none where they were not asked for. */
  readonly decisionLists: readonly DecisionList[];
  /** Ids of the sheets whose cells matter: those with sources, and the one of the cell AllianceAsOf. */
  readonly watched: ReadonlySet<string>;
  /** The day that the workbook itself is to be judged on: what the command line asks for, else the cell AllianceAsOf. */
  readonly asOf: SerialDate | null;
}

/** The tables of a reading, with the columns that somebody chose. */
export const tablesIn = ({ sources, own, structure: { readingText } }: WorkbookReading): FoundTables => findTables(sources, own, readChoices(readingText).choices);

/** At most three requests, two where `known` still holds; one more per 4 MB. */
export async function readWorkbook(session: ExcelSession, known: Lists | null, options: ReadingOptions = {}): Promise<WorkbookReading> {
  const structure = await readStructure(session, known, options);
  const blocks = blocksToRead(structure, options.decisions ?? false);
  const day = asOfCell(structure);
  const lists = decisionLists(structure);
  const cells = await readCells(session, [...blocks, ...lists, ...(day ? [day] : [])]);
  const read = new Map(blocks.map((block, index) => [block, cells[index] ?? nothing]));
  return {
    structure,
    sources: sourcesOf(structure, read, isSource),
    own: sourcesOf(structure, read, isOwn),
    unfinishedRuns: new Set(structure.extents.filter(({ ownership }) => ownership === 'building').map(({ run }) => run)),
    watched: new Set([...blocks.map(({ sheet }) => sheet.id), ...(day ? [day.sheet.id] : [])]),
    asOf: asOfDay(structure, cells[blocks.length + lists.length]?.values[0]?.[0]),
    decisionLists: lists.map(({ askedIn }, index) => ({ askedIn, values: cells[blocks.length + index]?.values ?? [], decisionColumns })),
  };
}

/** A list holds a few dozen short rows. */
const listRowBytes = 600;

function decisionLists({ extents }: Structure): readonly (ReadArea & { readonly askedIn: string })[] {
  return extents.flatMap(({ sheet, run, decisions }) => (decisions === null ? [] : [{ sheet, area: decisions, formatColumns: [], bytesPerRow: listRowBytes, askedIn: run }]));
}

const nothing: Cells = { values: [], formats: null };

/** A copy of the own sheet that lost its mark holds nothing that is judged, and somebody else's sheet of that name may: it is looked through for both. */
const isSource = ({ sheet, ownership }: SheetExtent): boolean => ownership === 'none' && sheet.visibility !== 'VeryHidden';
const isOwn = ({ sheet, ownership }: SheetExtent): boolean => ownership === 'data' || (ownership === 'none' && isDataName(sheet.name));

/** Everything in which a table may be found; where nothing was worth reading the headers alone, so that a near miss can be named. */
function sourcesOf({ extents, tableExtents }: Structure, read: ReadonlyMap<Block, Cells>, wanted: (extent: SheetExtent) => boolean): Source[] {
  return extents.filter(wanted).flatMap(({ sheet, used, head }) => {
    if (used === null) return [];
    const blocks = [...read].filter(([block]) => block.sheet.id === sheet.id);
    const tables = tableExtents.filter(({ table }) => table.sheetId === sheet.id).map((table) => tableSource(sheet, table, blocks));
    const whole = blocks.find(([block]) => block.plain);
    const area = whole?.[0].area ?? { row: 0, column: 0, rows: Math.min(head.length, used.row + used.rows), columns: head[0]?.length ?? 0 };
    const cells = whole?.[1] ?? { values: head.slice(0, area.rows), formats: null };
    return [...tables, source(sheet, null, area, cells, false)];
  });
}

function tableSource(sheet: SheetPlace, { table, area, headers }: TableExtent, blocks: readonly (readonly [Block, Cells])[]): Source {
  for (const [block, cells] of blocks) {
    const part = block.tables.find((candidate) => candidate.table.id === table.id);
    if (part) return { ...source(sheet, table.name, part.area, cut(cells, block.area, part.area), part.hasTotals), hasHeaders: table.showHeaders };
  }
  return { ...source(sheet, table.name, area, { values: headers === null ? [] : [headers], formats: null }, false), hasHeaders: table.showHeaders };
}

function source({ name, position, visibility }: SheetPlace, table: string | null, { row, column }: Area, { values, formats }: Cells, hasTotals: boolean): Source {
  return { sheet: name, sheetPosition: position, hidden: visibility !== 'Visible', table, hasHeaders: false, hasTotals, row, column, values, formats };
}

function cut({ values, formats }: Cells, from: Area, part: Area): Cells {
  if (from.row === part.row && from.column === part.column && from.columns === part.columns && from.rows === part.rows) return { values, formats };
  const rows = <T>(matrix: readonly (readonly T[])[]): T[][] =>
    matrix.slice(part.row - from.row, part.row - from.row + part.rows).map((row) => row.slice(part.column - from.column, part.column - from.column + part.columns));
  return { values: rows(values), formats: formats === null ? null : rows(formats) };
}

/** Whether two readings hold the same cells, to be read and judged in the same way: then the portfolio is the same. */
export function sameContents(a: WorkbookReading, b: WorkbookReading): boolean {
  return a.asOf === b.asOf && a.structure.policyText === b.structure.policyText && a.structure.readingText === b.structure.readingText && a.structure.date1904 === b.structure.date1904 && a.structure.author === b.structure.author
    && sameSources(a.sources, b.sources) && sameSources(a.own, b.own)
    && a.unfinishedRuns.size === b.unfinishedRuns.size && [...a.unfinishedRuns].every((run) => b.unfinishedRuns.has(run));
}

function sameSources(a: readonly Source[], b: readonly Source[]): boolean {
  return a.length === b.length && a.every((one, index) => sameSource(one, b[index]));
}

function sameSource(a: Source, b: Source | undefined): boolean {
  return b !== undefined && a.sheet === b.sheet && a.table === b.table && a.hidden === b.hidden && a.hasTotals === b.hasTotals && a.hasHeaders === b.hasHeaders
    && a.sheetPosition === b.sheetPosition && a.row === b.row && a.column === b.column && sameRows(a.values, b.values) && sameRows(a.formats ?? [], b.formats ?? []);
}

function sameRows(a: readonly (readonly unknown[])[], b: readonly (readonly unknown[])[]): boolean {
  return a.length === b.length && a.every((row, index) => {
    const other = b[index];
    return other !== undefined && row.length === other.length && row.every((value, column) => value === other[column]);
  });
}
