/** A cell by what stands around it: people sort, filter, insert and rename, and a remembered address would point at somebody else's row. */
import type { CellRef } from '../domain/cell';
import type { FoundTables, TableArea } from './findTables';
import type { SourceValue } from './source';

const kinds = ['partners', 'initiatives', 'corrections'] as const;
export type ContentKind = (typeof kinds)[number];

/** What tells one row from another; the rest may change meanwhile. */
const identity: Readonly<Record<ContentKind, readonly string[]>> = {
  partners: ['partner'],
  initiatives: ['initiative', 'partner'],
  corrections: ['date', 'partner', 'correction'],
};

export interface CellByContent {
  readonly kind: ContentKind;
  /** The field whose column the cell is in. */
  readonly field: string;
  /** What the row says, by field. */
  readonly row: ReadonlyMap<string, SourceValue>;
  /** Rows below the header: it decides between rows that are alike. */
  readonly position: number;
}

export type CellFound =
  | { readonly kind: 'found'; readonly cell: CellRef; readonly content: CellByContent; readonly value: SourceValue }
  | { readonly kind: 'gone' }
  /** Several rows fit, and nothing tells which was meant. */
  | { readonly kind: 'ambiguous' };

function areaOf(found: FoundTables, kind: ContentKind): TableArea<string> | null {
  return found[kind] as TableArea<string> | null;
}

function rowOf({ values, mapping }: TableArea<string>, row: number): ReadonlyMap<string, SourceValue> {
  const cells = values[row] ?? [];
  return new Map(Object.entries<number>(mapping.columns as Record<string, number>).map(([field, position]) => [field, cells[position] ?? '']));
}

/** A cell of one of the tables that are read; `null` for any other. */
export function contentOf(found: FoundTables, { sheet, row, column }: CellRef): CellByContent | null {
  for (const kind of kinds) {
    const area = areaOf(found, kind);
    if (area === null || area.source.sheet !== sheet) continue;
    const at = row - area.source.row;
    const field = Object.entries<number>(area.mapping.columns as Record<string, number>).find(([, position]) => area.source.column + position === column)?.[0];
    if (field !== undefined && at > area.header && at < area.end) return { kind, field, row: rowOf(area, at), position: at - area.header };
  }
  return null;
}

/** Whether two rows say the same in every field that both have, but for the one that is written to. */
function alike(row: ReadonlyMap<string, SourceValue>, other: ReadonlyMap<string, SourceValue>, fields: Iterable<string>, but: string): boolean {
  for (const field of fields) if (field !== but && row.has(field) && other.has(field) && row.get(field) !== other.get(field)) return false;
  return true;
}

/** The content with another value in its cell. */
export function contentWith(content: CellByContent, value: SourceValue): CellByContent {
  return { ...content, row: new Map(content.row).set(content.field, value) };
}

/**
 * Where the cell stands in tables that were read later. The row is the one that says the same; where somebody changed it elsewhere, the one of
 * the same identity (a partner's name; an initiative's and its partner's; a correction's date, partner and words). Rows that are alike to the
 * last field are told apart by their place alone, and only where that is unchanged.
 */
export function findByContent(found: FoundTables, content: CellByContent): CellFound {
  const { kind, field, row, position } = content;
  const area = areaOf(found, kind);
  const column = area === null ? undefined : (area.mapping.columns as Readonly<Record<string, number>>)[field];
  if (area === null || column === undefined) return { kind: 'gone' };
  const names = identity[kind];
  const isMeant = (other: ReadonlyMap<string, SourceValue>): boolean =>
    // With its own name to be changed, a row is known by all the rest.
    (names.includes(field) ? alike(row, other, row.keys(), field) : names.every((name) => row.get(name) === other.get(name)));
  const rows: { readonly at: number; readonly says: ReadonlyMap<string, SourceValue> }[] = [];
  for (let at = area.header + 1; at < area.end; at += 1) {
    const says = rowOf(area, at);
    if (isMeant(says)) rows.push({ at, says });
  }
  const same = rows.filter(({ says }) => alike(row, says, row.keys(), field));
  const candidates = same.length > 0 ? same : rows;
  const still = same.filter(({ says }) => says.get(field) === row.get(field));
  const [only] = candidates.length === 1 ? candidates : still.length === 1 ? still : candidates.filter(({ at }) => at - area.header === position);
  if (only === undefined) return { kind: candidates.length === 0 ? 'gone' : 'ambiguous' };
  return {
    kind: 'found',
    cell: { sheet: area.source.sheet, row: area.source.row + only.at, column: area.source.column + column },
    content: { kind, field, row: only.says, position: only.at - area.header },
    value: only.says.get(field) ?? '',
  };
}
