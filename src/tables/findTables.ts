/** Where the tables are: of all candidates of a kind in a workbook the one that is read (rulings 10 to 13). */
import type { AnswerField } from '../domain/assessment';
import type { CellRef } from '../domain/cell';
import type { RateField } from '../domain/conversion';
import type { CorrectionField } from '../domain/correction';
import type { DecisionField } from '../domain/decision';
import type { InitiativeField } from '../domain/initiative';
import type { Issue } from '../domain/issue';
import type { PartnerField } from '../domain/partner';
import type { SnapshotField } from '../domain/snapshot';
import { initiativeNames, neededInitiativeFields, partnerNames } from './fields';
import {
  type HeaderRow, type Mapping, initiativeColumns, mayBeHeaders, nearestHeader, partnerColumns, recogniseHeaders, recognisedCount,
} from './headerRecognition';
import { type ReadingChoices, chosenHeaders, noChoices } from './readingChoices';
import { type NearMiss, type TablePlace, sentences } from './sentences';
import type { Source, SourceValue } from './source';
import { isBlank } from './textForms';

type Values = Source['values'];

/** A header row with the rows below it in which its table may stand. */
export interface TableArea<Field extends string> {
  readonly source: Source;
  /** The source's values; in a plain range without those of the sheet's Excel tables. */
  readonly values: Values;
  /** Positions in `values`. */
  readonly header: number;
  readonly end: number;
  readonly mapping: Mapping<Field>;
}

interface Candidate {
  readonly area: Omit<TableArea<never>, 'mapping'>;
  readonly row: HeaderRow;
}

interface Rectangle {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** First and last row and column, 0-based, of a source's sheet. */
function rectangleOf({ row, column, values }: Source): Rectangle {
  return { top: row, bottom: row + values.length - 1, left: column, right: column + (values[0]?.length ?? 0) - 1 };
}

const isTable = (source: Source): boolean => source.table !== null && source.hasHeaders;

/** The values of a sheet without those of its Excel tables: tables are sources of their own. */
function plainValues(source: Source, tables: readonly Rectangle[]): Values {
  if (tables.length === 0) return source.values;
  const values = [...source.values];
  for (const { top, bottom, left, right } of tables) {
    const [first, last] = [left - source.column, right - source.column];
    for (let row = Math.max(0, top - source.row); row <= Math.min(values.length - 1, bottom - source.row); row++) {
      const cells = values[row] ?? [];
      // Most rows of a table have nothing beside them: they need no copy.
      const beside = cells.some((value, position) => (position < first || position > last) && !isBlank(value));
      values[row] = beside ? cells.map((value, position) => (position >= first && position <= last ? null : value)) : [];
    }
  }
  return values;
}

function excelTableCandidate(source: Source, choices: ReadingChoices): Candidate[] {
  const row = recogniseHeaders(source.values[0] ?? [], choices);
  return row ? [{ area: { source, values: source.values, header: 0, end: source.values.length - (source.hasTotals ? 1 : 0) }, row }] : [];
}

const spanOf = (row: HeaderRow): readonly number[] => ('mapping' in row ? Object.values<number>(row.mapping.columns) : []);

function plainCandidates(source: Source, tables: readonly Rectangle[], choices: ReadingChoices): Candidate[] {
  const values = plainValues(source, tables);
  const chosen = chosenHeaders(choices);
  const headerRows = values.flatMap((cells, header) => {
    const row = mayBeHeaders(cells, chosen) ? recogniseHeaders(cells, choices) : null;
    return row ? [{ header, row }] : [];
  });
  return headerRows.map(({ header, row }, index) => {
    const columns = spanOf(row).map((position) => source.column + position);
    const [leftmost, rightmost] = [Math.min(...columns), Math.max(...columns)];
    const below = tables.filter(({ top, left, right }) => top > source.row + header && left <= rightmost && right >= leftmost);
    const end = Math.min(headerRows[index + 1]?.header ?? values.length, ...below.map(({ top }) => top - source.row));
    return { area: { source, values, header, end }, row };
  });
}

function candidatesOf(sources: readonly Source[], choices: ReadingChoices): readonly Candidate[] {
  return sources.flatMap((source) => {
    if (isTable(source)) return excelTableCandidate(source, choices);
    if (source.table !== null) return [];
    return plainCandidates(source, sources.filter((other) => isTable(other) && other.sheet === source.sheet).map(rectangleOf), choices);
  });
}

/** The first header cell of a candidate, 0-based in its sheet. */
function firstHeaderCell({ source, values, header }: Candidate['area']): CellRef {
  const first = (values[header] ?? []).findIndex((value) => !isBlank(value));
  return { sheet: source.sheet, row: source.row + header, column: source.column + Math.max(0, first) };
}

/** Ruling 12: most recognised columns, then an Excel table before a plain range, then sheet, row, column. */
function byRecognition<Field extends string>(a: TableArea<Field>, b: TableArea<Field>): number {
  const [cellA, cellB] = [firstHeaderCell(a), firstHeaderCell(b)];
  return recognisedCount(b.mapping) - recognisedCount(a.mapping)
    || Number(isTable(b.source)) - Number(isTable(a.source))
    || a.source.sheetPosition - b.source.sheetPosition
    || cellA.row - cellB.row
    || cellA.column - cellB.column;
}

function placeOf<Field extends string>(area: TableArea<Field>): TablePlace {
  return { sheet: area.source.sheet, table: area.source.table, recognised: recognisedCount(area.mapping) };
}

type TableKind = 'Partners' | 'Initiatives';

interface Choice<Field extends string> {
  readonly area: TableArea<Field> | null;
  readonly issues: readonly Issue[];
}

/** Ruling 11: hidden sheets count only where no visible one has a table of the kind. */
function choose<Field extends string>(kind: TableKind, accepted: readonly TableArea<Field>[]): Choice<Field> {
  const visible = accepted.filter(({ source }) => !source.hidden);
  const [area, ...others] = (visible.length > 0 ? visible : [...accepted]).sort(byRecognition);
  if (area === undefined) return { area: null, issues: [] };
  const hidden: Issue[] = area.source.hidden
    ? [{ code: 'hidden-table', cell: firstHeaderCell(area), message: sentences.hiddenTable(kind, area.source.sheet) }]
    : [];
  const hiddenCell = hidden[0]?.cell;
  const duplicates = area.mapping.duplicates.map(({ field, column }): Issue => {
    const headers = area.values[area.header] ?? [];
    const used = area.mapping.columns[field];
    return {
      code: 'duplicate-column',
      cell: { sheet: area.source.sheet, row: area.source.row + area.header, column: area.source.column + column },
      message: sentences.duplicateColumn(String(headers[column]), String(headers[used ?? column])),
    };
  });
  const extra = others.map((other): Issue => ({
    code: 'extra-table', cell: firstHeaderCell(other), message: sentences.extraTable(kind, placeOf(area), placeOf(other)),
  }));
  return { area, issues: [...hidden, ...duplicates.filter(({ cell }) => cell?.column !== hiddenCell?.column), ...extra] };
}

/** How far down a sheet a header row is looked for when only a nearly fitting one can help the user. */
const nearMissRows = 50;

interface Near<Field extends string> {
  readonly miss: NearMiss;
  readonly area: TableArea<Field>;
}

/** The row that comes closest to a table of the kind, and its header that comes closest to the needed one it lacks. */
function nearMissOf<Field extends string>(
  sources: readonly Source[], columnsOf: (cells: readonly SourceValue[]) => Mapping<Field>, needed: readonly Field[],
  names: (field: Field) => { readonly name: string; readonly synonyms: string }, taken: TableArea<string> | null,
): Near<Field> | null {
  let best: Near<Field> | null = null;
  let most = 1;
  for (const source of sources) {
    for (const [position, cells] of source.values.slice(0, isTable(source) ? 1 : nearMissRows).entries()) {
      if (taken !== null && cells === taken.source.values[taken.header]) continue;
      const mapping = columnsOf(cells);
      const missing = needed.find((field) => mapping.columns[field] === undefined);
      const header = missing === undefined || recognisedCount(mapping) <= most ? null : nearestHeader(cells, mapping, names(missing));
      if (missing === undefined || header === null) continue;
      most = recognisedCount(mapping);
      const end = source.values.length - (source.hasTotals ? 1 : 0);
      best = { miss: { wanted: names(missing).name, header, sheet: source.sheet }, area: { source, values: source.values, header: position, end, mapping } };
    }
  }
  return best;
}

/** Ruling 10: an Initiatives table that lacks a needed column, where no other is accepted. */
function missingColumn(refused: TableArea<InitiativeField>): Issue {
  const missing = neededInitiativeFields.filter((field) => refused.mapping.columns[field] === undefined);
  const headers = refused.values[refused.header] ?? [];
  return {
    code: 'missing-column',
    cell: firstHeaderCell(refused),
    message: sentences.missingColumn(missing.map((field) => ({
      name: initiativeNames[field].name, nearest: nearestHeader(headers, refused.mapping, initiativeNames[field]),
    }))),
  };
}

/** Of the optional tables: a visible one before a hidden one, without a word on the others (ruling 64). */
function optional<Field extends string>(accepted: readonly TableArea<Field>[]): TableArea<Field> | null {
  const visible = accepted.filter(({ source }) => !source.hidden);
  return (visible.length > 0 ? visible : [...accepted]).sort(byRecognition)[0] ?? null;
}

/** Written by the product and read back: its own sheet comes before copies elsewhere, and of two alike the later, which began with what the earlier held. */
function ownFirst<Field extends string>(own: readonly TableArea<Field>[], others: readonly TableArea<Field>[]): TableArea<Field> | null {
  const [first, ...rest] = [...own].sort(byRecognition);
  if (!first) return optional(others);
  return rest.filter(({ mapping, source }) => recognisedCount(mapping) === recognisedCount(first.mapping) && isTable(source) === isTable(first.source)).at(-1) ?? first;
}

/** The optional tables among candidates. */
class OptionalAreas {
  readonly corrections: TableArea<CorrectionField>[] = [];
  readonly rates: TableArea<RateField>[] = [];
  readonly history: TableArea<SnapshotField>[] = [];
  readonly assessment: TableArea<AnswerField>[] = [];
  readonly decisions: TableArea<DecisionField>[] = [];

  add({ area, row }: Candidate): void {
    if (row.kind === 'corrections') this.corrections.push({ ...area, mapping: row.mapping });
    else if (row.kind === 'rates') this.rates.push({ ...area, mapping: row.mapping });
    else if (row.kind === 'history') this.history.push({ ...area, mapping: row.mapping });
    else if (row.kind === 'assessment') this.assessment.push({ ...area, mapping: row.mapping });
    else if (row.kind === 'decisions') this.decisions.push({ ...area, mapping: row.mapping });
  }
}

export interface FoundTables {
  readonly partners: TableArea<PartnerField> | null;
  readonly initiatives: TableArea<InitiativeField> | null;
  readonly corrections: TableArea<CorrectionField> | null;
  readonly rates: TableArea<RateField> | null;
  readonly history: TableArea<SnapshotField> | null;
  readonly assessment: TableArea<AnswerField> | null;
  /** On the product's own sheet alone, in their order: together they are one log. */
  readonly decisions: readonly TableArea<DecisionField>[];
  readonly issues: readonly Issue[];
  /** What comes close to a table that is not there: a choice of columns may make it one. */
  readonly nearly: { readonly partners: TableArea<PartnerField> | null; readonly initiatives: TableArea<InitiativeField> | null };
}

/**
 * Finds the two tables that are judged, and says of every other candidate why it is not read; and the optional ones. Number formats are
 * not needed for it. `own` are the sources on the product's own sheet: History and Assessment are looked for there first, Decisions there alone. `choices`: columns
 * that somebody chose.
 */
export function findTables(sources: readonly Source[], own: readonly Source[] = [], choices: ReadingChoices = noChoices): FoundTables {
  const partnerAreas: TableArea<PartnerField>[] = [];
  const initiativeAreas: TableArea<InitiativeField>[] = [];
  const refusedAreas: TableArea<InitiativeField>[] = [];
  const others = new OptionalAreas();
  const ownAreas = new OptionalAreas();
  for (const candidate of candidatesOf(own, noChoices)) ownAreas.add(candidate);
  for (const candidate of candidatesOf(sources, choices)) {
    const { area, row } = candidate;
    others.add(candidate);
    if (row.kind === 'partners') partnerAreas.push({ ...area, mapping: row.mapping });
    else if (row.kind === 'initiatives') initiativeAreas.push({ ...area, mapping: row.mapping });
    else if (row.kind === 'refusedInitiatives') refusedAreas.push({ ...area, mapping: row.mapping });
  }
  const partners = choose('Partners', partnerAreas);
  const initiatives = choose('Initiatives', initiativeAreas);
  const issues: Issue[] = [...partners.issues, ...initiatives.issues];
  const [refused] = refusedAreas.sort(byRecognition);
  const nearPartners = partners.area === null ? nearMissOf(sources, (cells) => partnerColumns(cells, choices), ['partner'], (field) => partnerNames[field], initiatives.area) : null;
  const nearInitiatives = initiatives.area === null && !refused ? nearMissOf(sources, (cells) => initiativeColumns(cells, choices), neededInitiativeFields, (field) => initiativeNames[field], partners.area) : null;
  if (partners.area === null) issues.push({ code: 'missing-table', cell: null, message: sentences.missingPartners(nearPartners?.miss ?? null) });
  if (initiatives.area === null && refused) issues.push(missingColumn(refused));
  if (initiatives.area === null && !refused) issues.push({ code: 'missing-table', cell: null, message: sentences.missingInitiatives(nearInitiatives?.miss ?? null) });
  return {
    partners: partners.area,
    initiatives: initiatives.area,
    corrections: optional(others.corrections),
    rates: optional(others.rates),
    history: ownFirst(ownAreas.history, others.history),
    assessment: ownFirst(ownAreas.assessment, others.assessment),
    decisions: ownAreas.decisions,
    issues,
    nearly: { partners: nearPartners?.area ?? null, initiatives: initiatives.area === null ? (refused ?? nearInitiatives?.area ?? null) : null },
  };
}
