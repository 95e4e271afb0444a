/** What somebody said about how the tables are to be read, where headers and cells do not say it. */
import type { CorrectionField } from '../domain/correction';
import type { InitiativeField } from '../domain/initiative';
import type { PartnerField } from '../domain/partner';
import type { SignChoices } from './currency';
import type { DateOrder } from './dateText';
import type { SourceValue } from './source';
import { bareForm } from './textForms';

/** A column that was chosen for a field: by its header, and where that is gone, by the headers that it stood between. */
export interface ChosenColumn {
  readonly header: string;
  /** The headers to its left and to its right; '' where there is none. */
  readonly between: readonly [string, string];
}

/** `null`: the field is read from no column. What is absent is recognised. */
export type ColumnChoices<Field extends string> = Readonly<Partial<Record<Field, ChosenColumn | null>>>;

export interface ReadingChoices {
  readonly partners: ColumnChoices<PartnerField>;
  readonly initiatives: ColumnChoices<InitiativeField>;
  readonly corrections: ColumnChoices<CorrectionField>;
  /** Which comes first where a date's text does not tell; `null`: not said. */
  readonly dateOrder: DateOrder | null;
  /** ISO code of the currency that money is in where no cell or header says, or where two lead; `null`: not said. */
  readonly currency: string | null;
  /** Whose sign it is, of those that several countries write. */
  readonly signs: SignChoices;
}

export const noChoices: ReadingChoices = { partners: {}, initiatives: {}, corrections: {}, dateOrder: null, currency: null, signs: {} };

/** The tables whose columns can be chosen. */
export const chosenKinds = ['partners', 'initiatives', 'corrections'] as const;
export type ChosenKind = (typeof chosenKinds)[number];

/** The choices but for one. */
export function without<Choice>(choices: Readonly<Record<string, Choice>>, name: string): Readonly<Record<string, Choice>> {
  return Object.fromEntries(Object.entries(choices).filter(([key]) => key !== name));
}

type Cells = readonly SourceValue[];

function headerFrom(cells: Cells, column: number, step: 1 | -1): string {
  for (let at = column + step; at >= 0 && at < cells.length; at += step) {
    const cell = cells[at];
    if (typeof cell === 'string' && cell.trim() !== '') return cell.trim();
  }
  return '';
}

/** The choice of a column of a header row, as it stands there now. */
export function choiceOf(cells: Cells, column: number): ChosenColumn {
  return { header: String(cells[column] ?? '').trim(), between: [headerFrom(cells, column, -1), headerFrom(cells, column, 1)] };
}

/** Where a chosen column is: under its own header, or under another one in its old place. */
export interface FoundChoice {
  readonly column: number;
  readonly renamed: boolean;
}

/**
 * A chosen column among the headers; `null` where it is not there. By its header wherever it stands, of several the one whose neighbours are
 * most like the old ones, the leftmost of equals. Where that header is gone, the column between the same two neighbours was renamed, unless its
 * new header is one that `means` something itself.
 */
export function findChosen(cells: Cells, { header, between }: ChosenColumn, means: (column: number) => boolean): FoundChoice | null {
  const wanted = between.map(bareForm);
  const alike = (column: number): number => choiceOf(cells, column).between.filter((neighbour, side) => bareForm(neighbour) === wanted[side]).length;
  const form = bareForm(header);
  const named = cells.flatMap((cell, column) => (typeof cell === 'string' && bareForm(cell) === form ? [{ column, likeness: alike(column) }] : []));
  const [best] = named.sort((a, b) => b.likeness - a.likeness || a.column - b.column);
  if (best !== undefined) return { column: best.column, renamed: false };
  if (wanted.every((neighbour) => neighbour === '')) return null;
  const inPlace = cells.flatMap((cell, column) => (typeof cell === 'string' && bareForm(cell) !== '' && !means(column) && alike(column) === 2 ? [column] : []));
  const [only] = inPlace.length === 1 ? inPlace : [];
  return only === undefined ? null : { column: only, renamed: true };
}

/** The bare forms of all headers that were chosen: with one of them a row may be a header row. */
export function chosenHeaders(choices: ReadingChoices): ReadonlySet<string> {
  return new Set(chosenKinds.flatMap((kind) => Object.values(choices[kind])).flatMap((chosen) => (chosen === null ? [] : [bareForm(chosen.header)])));
}
