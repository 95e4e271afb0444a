/** The portfolio of ranges that a formula gives: read through their addresses, so that blanks and number formats are exact. */
import type { Portfolio } from '../domain/portfolio';
import { judge } from '../domain/judge';
import { readPolicy } from '../domain/storedPolicy';
import type { ReadingChoices } from '../tables/readingChoices';
import { readTables } from '../tables/readTables';
import type { Source, SourceValue } from '../tables/source';
import { readChoices } from '../tables/storedChoices';
import { columnOf } from './addresses';
import { asOfCell, asOfDay, todayOf } from './asOf';
import { formatColumnsOf } from './blocks';
import { type Cells, type ReadArea, readCells } from './cellReader';
import { type Clock, systemClock } from './clock';
import { type ExcelSession, inExcel } from './officeSync';
import { cellBytes } from './requestSize';
import { type SheetPlace, readLists } from './workbookStructure';

export interface GivenRange {
  /** "Sheet1!A1:D20"; `null` for an array that stands in no cells, such as the result of another function. */
  readonly address: string | null;
  /** As Excel hands it over: blanks as null or 0, errors as objects. */
  readonly values: readonly (readonly unknown[])[];
}

/** Cells of one burst ask for the same ranges; whoever comes later reads anew, for a number format may have changed unseen. */
const burst = 5_000;
const mostKept = 16;

/** A range with its values as a table reader takes them. */
interface Range {
  readonly address: string | null;
  readonly values: readonly (readonly SourceValue[])[];
}

interface Kept {
  readonly ranges: readonly Range[];
  readonly at: number;
  readonly portfolio: Promise<Portfolio>;
}
let kept: readonly Kept[] = [];

/** Judged by the workbook's policy on its as-of date. Two requests, and one more per 4 MB, however many cells give the same ranges. */
export function rangePortfolio(given: readonly GivenRange[], clock: Clock = systemClock): Promise<Portfolio> {
  const ranges = given.map(({ address, values }) => ({ address, values: plainValues(values) }));
  const now = clock.now().getTime();
  kept = kept.filter(({ at }) => now - at < burst);
  const known = kept.find((other) => sameRanges(other.ranges, ranges));
  if (known) return known.portfolio;
  const portfolio = inExcel((session) => judged(session, ranges, clock), { clock });
  const entry = { ranges, at: now, portfolio };
  kept = [...kept.slice(1 - mostKept), entry];
  portfolio.catch(() => {
    kept = kept.filter((other) => other !== entry);
  });
  return portfolio;
}

async function judged(session: ExcelSession, ranges: readonly Range[], clock: Clock): Promise<Portfolio> {
  const lists = await readLists(session);
  const { choices, problems: misread } = readChoices(lists.readingText);
  const places = ranges.map((range) => placeOf(range, lists.sheets, choices));
  const wanted = places.filter((place) => place !== null);
  const day = asOfCell(lists);
  const cells = await readCells(session, day ? [...wanted, day] : wanted);
  const sources = ranges.map((range, index): Source => {
    const place = places[index];
    return place ? sourceAt(place, cells[wanted.indexOf(place)] ?? { values: [], formats: null }) : sourceOf(range, index);
  });
  const { policy, problems } = readPolicy(lists.policyText);
  const asOf = asOfDay(lists, cells[wanted.length]?.values[0]?.[0]) ?? todayOf(clock);
  const rows = readTables(sources, { date1904: lists.date1904, asOf, reportingCurrency: policy.reportingCurrency, choices });
  return judge(rows, asOf, policy, [...problems, ...misread]);
}

interface Place extends ReadArea {
  readonly sheet: SheetPlace;
}

const reference = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})?\$?(\d+)?(?::.*)?$/i;

/** `null` for an array, and for a range of another workbook: these are judged on their values alone. */
function placeOf({ address: text, values }: Range, sheets: readonly SheetPlace[], choices: ReadingChoices): Place | null {
  const [, quoted, plain, letters = 'A', row = '1'] = reference.exec(text ?? '') ?? [];
  const name = quoted?.replaceAll("''", "'") ?? plain;
  const sheet = sheets.find((candidate) => candidate.name === name);
  if (!sheet) return null;
  const column = columnOf(letters.toUpperCase());
  // Whole columns reach further than the cells that Excel hands over.
  const area = { row: Number(row) - 1, column, rows: values.length, columns: values[0]?.length ?? 0 };
  const formatColumns = formatColumnsOf(values, choices).map((position) => column + position);
  return { sheet, area, formatColumns, bytesPerRow: cellBytes(values) / Math.max(values.length, 1) + 14 * formatColumns.length };
}

function sourceAt({ sheet, area }: Place, { values, formats }: Cells): Source {
  return { ...plainRange, sheet: sheet.name, sheetPosition: sheet.position, row: area.row, column: area.column, values, formats };
}

function sourceOf({ values }: Range, position: number): Source {
  return { ...plainRange, sheet: `Argument ${position + 1}`, sheetPosition: position, row: 0, column: 0, values, formats: null };
}

const plainRange = { hidden: false, table: null, hasHeaders: false, hasTotals: false } as const;

/** Errors and entities arrive as objects. */
function plainValues(values: GivenRange['values']): SourceValue[][] {
  return values.map((row) => row.map((value): SourceValue => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    if (typeof value !== 'object' || value === null) return null;
    if ('basicValue' in value) return plainValues([[value.basicValue]])[0]?.[0] ?? null;
    return 'code' in value ? String(value.code) : null;
  }));
}

function sameRanges(a: readonly Range[], b: readonly Range[]): boolean {
  return a.length === b.length && a.every(({ address, values }, index) => {
    const other = b[index];
    return address === other?.address && values.length === other.values.length
      && values.every((row, at) => row.every((value, column) => value === other.values[at]?.[column]));
  });
}
