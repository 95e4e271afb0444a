/** Whether what the product did with a cell was right, said in the model's own terms. */
import type { CellRef } from '../../src/domain/cell';
import type { EditResult } from '../../src/excel/editState';
import { type Cell, type Place, type UserRow, type UserSheet, type UserWorkbook, cellAt } from './userWorkbook';
import type { World } from './world';

/** A cell that the product meant to write to. */
export interface Meant {
  readonly place: Place;
  /** The workbook in which it was seen there. */
  readonly seen: UserWorkbook;
  /** What it may hold without a question. */
  readonly expected: string;
  /** The user has said yes to a question. */
  readonly agreed: boolean;
}

export const textOf = ({ value, formula }: Cell): string => formula ?? String(value ?? '');

function rowOf(book: UserWorkbook, { sheet, row }: Place): UserRow | null {
  return book.get(sheet)?.rows.find(({ id }) => id === row) ?? null;
}

function headersOf(world: World, book: UserWorkbook, sheet: string): ReadonlyMap<number, string> {
  const found = book.get(sheet);
  const row = found?.rows.find(({ id }) => id === world.headers.get(sheet));
  return new Map((found?.columns ?? []).flatMap((column, index) => {
    const value = row?.cells[index]?.value ?? null;
    return value === null ? [] : [[column, String(value)] as const];
  }));
}

const identifying = /^(initiative|project|partner|date|correction)$/i;

/** What a row says in the columns that it is known by, or in all but one. */
function says(world: World, book: UserWorkbook, place: Place, which: 'identity' | { readonly but: number }): string {
  const headers = headersOf(world, book, place.sheet);
  const columns = [...headers].filter(([column, header]) => (which === 'identity' ? identifying.test(header) : column !== which.but));
  return JSON.stringify(columns.map(([column]) => [column, cellAt(book, { ...place, column })?.value ?? null]));
}

const alikeRows = (world: World, { rows }: UserSheet, place: Place, wanted: string): readonly number[] =>
  rows.map(({ id }) => id).filter((row) => says(world, world.model, { ...place, row }, 'identity') === wanted);

/** Why the row that a cell is in is not the one that was meant; `null` where it may be. */
export function wrongRow(world: World, { place, seen }: Meant, target: Place): string | null {
  if (target.sheet !== place.sheet) return 'another sheet';
  if (target.column !== place.column && headersOf(world, world.model, place.sheet).get(place.column) === headersOf(world, seen, place.sheet).get(place.column)) return 'another column';
  if (target.row === place.row) return null;
  const identity = says(world, seen, place, 'identity');
  if (says(world, world.model, target, 'identity') !== identity && !identifying.test(headersOf(world, seen, place.sheet).get(place.column) ?? '')) return 'a row of another name';
  const isSame = says(world, world.model, target, { but: place.column }) === says(world, seen, place, { but: place.column });
  if (isSame) return null;
  const sheet = world.model.get(place.sheet);
  const others = sheet === undefined ? [] : alikeRows(world, sheet, place, identity);
  return others.length > 1 ? 'one of several rows of its name' : null;
}

/** Whether nothing at all stands in the way: the row is there, alone of its name, under the same headers, and may be written to. */
function isPlain(world: World, { place, seen }: Meant): boolean {
  const [before, now] = [headersOf(world, seen, place.sheet), headersOf(world, world.model, place.sheet)];
  const sheet = world.model.get(place.sheet);
  if (sheet === undefined || rowOf(world.model, place) === null || [...before].some(([column, header]) => now.get(column) !== header) || before.size !== now.size) return false;
  const at = before.get(place.column);
  if (at === undefined || identifying.test(at) || place.row === world.headers.get(place.sheet)) return false;
  const identity = says(world, seen, place, 'identity');
  if (says(world, world.model, place, 'identity') !== identity) return false;
  return alikeRows(world, sheet, place, identity).length === 1 && !world.addIn.port.sheets().some(({ id, protected: locked }) => id === place.sheet && locked);
}

/** What is wrong with an answer; `null` where nothing is. */
export function wrongAnswer(world: World, meant: Meant, result: EditResult): string | null {
  const current = cellAt(world.model, meant.place);
  const asExpected = current !== null && textOf(current) === meant.expected && (meant.agreed || current.formula === null);
  if (result.kind === 'failed') return isPlain(world, meant) ? `it failed for no reason: ${result.message}` : null;
  if (result.kind === 'asks') return isPlain(world, meant) && asExpected ? `it asked for no reason: ${result.question}` : null;
  const target = world.placeOf(result.cell);
  const held = target && cellAt(world.model, target);
  if (target === null || held === null) return `it wrote to ${where(result.cell)}, which is nowhere`;
  const wrong = wrongRow(world, meant, target);
  if (wrong !== null) return `it wrote to ${where(result.cell)}: ${wrong}`;
  if (textOf(held) !== meant.expected) return `it wrote over "${textOf(held)}" at ${where(result.cell)}, expecting "${meant.expected}"`;
  return held.formula !== null && !meant.agreed ? `it wrote over a formula at ${where(result.cell)}` : null;
}

const where = ({ sheet, row, column }: CellRef): string => `${sheet} row ${row + 1} column ${column + 1}`;
