/** What all sections share: a heading, the sentence that states the finding, a header row, and a list that knows its end. */
import type { Audience } from '../../domain/narrowedPortfolio';
import type { DecisionLog } from '../../domain/decisionsTaken';
import type { Portfolio } from '../../domain/portfolio';
import { looks } from '../palette';
import { lines } from '../textFit';
import { appendix, words } from '../sentences';
import type { Entry, Grid, SheetComposer } from '../sheetComposer';
import type { Look } from '../sheetPlan';

/** Longest list within a section, and within its appendix. */
export const listed = 25;
export const appended = 500;

/** Average characters that fit one line across the grid. */
export const lineCharacters = 142;
/** As many in the smaller size of a quiet line. */
export const quietCharacters = Math.floor((lineCharacters * looks.body.size) / looks.quiet.size);

/** Whose section it is, and whether it leads to the cells of the user's tables. */
export interface View {
  readonly of: 'portfolio' | Audience;
  readonly cells: boolean;
  /** What earlier reviews asked to be decided. */
  readonly log: DecisionLog;
}

/** Adds a section; what it returns adds the rest of it at the end of the sheet. */
export type Section = (sheet: SheetComposer, grid: Grid, portfolio: Portfolio, view: View) => () => void;

export interface Column {
  readonly title: string;
  readonly column: number;
  readonly span: number;
  readonly look?: Look;
}

export function heading(sheet: SheetComposer, grid: Grid, title: string, finding: string | null): void {
  sheet.space(14, { startsSection: true, keepWithNext: true });
  sheet.add([{ column: grid.first, value: title, look: looks.section }], { height: 22, keepWithNext: true });
  if (finding) for (const line of lines(finding, lineCharacters)) sheet.add([{ column: grid.first, value: line, look: looks.finding }], { keepWithNext: true });
}

export function headerRow(sheet: SheetComposer, columns: readonly Column[]): void {
  sheet.add(
    columns.map(({ title, column, span, look }) => ({ column, span, value: title, look: look && { horizontal: look.horizontal, indent: look.indent } })),
    { height: 20, look: looks.header, keepWithNext: true, headsList: true },
  );
}

/** A quiet line under a list. */
export function note(sheet: SheetComposer, grid: Grid, text: string): void {
  sheet.add([{ column: grid.first, value: text, look: looks.quiet }], { endsList: true });
}

/** One-line rows under a header; the looks of the columns are applied once over all of them. */
export function rows(sheet: SheetComposer, grid: Grid, columns: readonly Column[], entries: readonly (readonly Entry[])[]): void {
  const first = sheet.row;
  for (const entry of entries) sheet.add(entry);
  if (entries.length === 0) return;
  sheet.addLook({ row: first, column: grid.first, rows: entries.length, columns: grid.last - grid.first + 1 }, looks.rowsRule);
  for (const { column, span, look } of columns) if (look) sheet.addLook({ row: first, column, rows: entries.length, columns: span }, look);
}

/** A column of a list of items: how wide it is, and what it says of one of them. */
export interface Field<Item> {
  readonly title: string;
  readonly span: number;
  readonly look?: Look;
  readonly entry: (item: Item) => Pick<Entry, 'value' | 'look' | 'link'>;
}

/** Fields side by side from the first column of the grid on. What is aligned to the right stands in the last of its columns. */
export function fieldsOf<Item>(grid: Grid, fields: readonly Field<Item>[]): Pick<List<Item>, 'columns' | 'entries'> {
  let next = grid.first;
  const placed = fields.map((field) => {
    const first = next;
    next += field.span;
    return field.look?.horizontal === 'Right' ? { ...field, column: next - 1, span: 1 } : { ...field, column: first };
  });
  return {
    columns: placed.map(({ title, column, span, look }) => ({ title, column, span, look })),
    entries: (item) => placed.map(({ column, entry }) => ({ column, ...entry(item) })),
  };
}

/** What is known of each item below its row, in a quiet line or more; the row and its lines stay on one page. */
export function explainedRows<Item>(sheet: SheetComposer, grid: Grid, { columns, items, entries }: List<Item>, explain: (item: Item) => string | null): void {
  const first = sheet.row;
  for (const item of items) {
    const below = lines(explain(item) ?? '', quietCharacters);
    sheet.add(entries(item), { height: 18, keepWithNext: below.length > 0, look: below.length === 0 ? looks.rowRule : undefined });
    below.forEach((line, index) => {
      const last = index === below.length - 1;
      sheet.add([{ column: grid.first, value: line, look: looks.quiet }], { height: 15, keepWithNext: !last, look: last ? looks.rowRule : undefined });
    });
  }
  if (sheet.row > first) for (const { column, span, look } of columns) if (look) sheet.addLook({ row: first, column, rows: sheet.row - first, columns: span }, look);
}

/** Sentences over the whole width. */
export function paragraphs(sheet: SheetComposer, grid: Grid, sentences: readonly string[]): void {
  for (const sentence of sentences) for (const line of lines(sentence, lineCharacters)) sheet.add([{ column: grid.first, value: line }], { endsList: true });
}

/** A list of items, worst first: how it is called in the appendix, its columns, and how one item becomes a row. */
export interface List<Item> {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly items: readonly Item[];
  readonly entries: (item: Item) => readonly Entry[];
}

/** A list whose worst part stands in the section and whose rest, if any, is added later by the returned function. */
export function longList<Item>(sheet: SheetComposer, grid: Grid, list: List<Item>): () => void {
  headerRow(sheet, list.columns);
  rows(sheet, grid, list.columns, list.items.slice(0, listed).map(list.entries));
  return rest(sheet, grid, { ...list, items: list.items.slice(listed) });
}

/** Says how many rows follow in the appendix, and answers how to add them there. */
export function rest<Item>(sheet: SheetComposer, grid: Grid, { title, columns, items, entries }: List<Item>): () => void {
  if (items.length === 0) return () => undefined;
  note(sheet, grid, words.more(items.length));
  return () => {
    heading(sheet, grid, appendix.heading(title), null);
    headerRow(sheet, columns);
    // Addresses are enough here: Excel takes its time over each of a thousand links.
    rows(sheet, grid, columns, items.slice(0, appended).map((item) => entries(item).map((entry) => ({ ...entry, link: undefined }))));
    if (items.length > appended) note(sheet, grid, words.beyondAppendix(items.length - appended));
  };
}
