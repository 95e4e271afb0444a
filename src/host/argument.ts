/** Checks of what office.js hands over, named as Microsoft's reference names the types. Each refuses with `InvalidArgument`. */
import { isPlainObject } from './json';
import type { Json } from './json';
import { refuse } from './officeError';

export interface Argument<T> {
  /** In words, for the error: "a whole number". */
  readonly expects: string;
  /** `undefined` where `raw` is not acceptable. */
  read(raw: unknown): T | undefined;
}

export function take<T>(argument: Argument<T>, raw: unknown, name: string): T {
  const value = argument.read(raw);
  return value === undefined ? refuse('InvalidArgument', `${name} must be ${argument.expects}.`) : value;
}

const isOmitted = (raw: unknown): boolean => raw === undefined || raw === null;

export const text: Argument<string> = { expects: 'text', read: (raw) => (typeof raw === 'string' ? raw : undefined) };
export const number: Argument<number> = { expects: 'a number', read: (raw) => (typeof raw === 'number' && Number.isFinite(raw) ? raw : undefined) };
export const integer: Argument<number> = {
  expects: 'a whole number',
  read: (raw) => (typeof raw === 'number' && Number.isInteger(raw) ? raw : undefined),
};
export const count: Argument<number> = {
  expects: 'a whole number of 0 or more',
  read: (raw) => (typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 ? raw : undefined),
};
export const flag: Argument<boolean> = { expects: 'true or false', read: (raw) => (typeof raw === 'boolean' ? raw : undefined) };
export const key: Argument<string | number> = {
  expects: 'a name or an id',
  read: (raw) => (typeof raw === 'string' || typeof raw === 'number' ? raw : undefined),
};
export const scalar: Argument<string | number | boolean> = {
  expects: 'text, a number or a boolean',
  read: (raw) => (typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean' ? raw : undefined),
};
export const record: Argument<Readonly<Record<string, unknown>>> = { expects: 'an object', read: (raw) => (isPlainObject(raw) ? raw : undefined) };
export const json: Argument<Json> = { expects: 'a value', read: (raw) => (raw === undefined ? undefined : (raw as Json)) };

/** One of an enumeration's names; office.js sends Pascal case, people write camel case. */
export function oneOf<const Names extends readonly string[]>(...names: Names): Argument<Names[number]> {
  return {
    expects: `one of ${names.join(', ')}`,
    read: (raw) => (typeof raw === 'string' ? names.find((name) => name.toLowerCase() === raw.toLowerCase()) : undefined),
  };
}

export function optional<T, F>(argument: Argument<T>, fallback: F): Argument<T | F> {
  return { expects: `${argument.expects}, or left out`, read: (raw) => (isOmitted(raw) ? fallback : argument.read(raw)) };
}

export function nullable<T>(argument: Argument<T>): Argument<T | null> {
  return optional(argument, null);
}

export function either<A, B>(first: Argument<A>, second: Argument<B>): Argument<A | B> {
  return { expects: `${first.expects} or ${second.expects}`, read: (raw) => first.read(raw) ?? second.read(raw) };
}

export function listOf<T>(argument: Argument<T>): Argument<readonly T[]> {
  return {
    expects: `a list, each ${argument.expects}`,
    read: (raw) => {
      if (!Array.isArray(raw)) return undefined;
      const items = raw.map((item) => argument.read(item));
      return items.some((item) => item === undefined) ? undefined : (items as T[]);
    },
  };
}

/** Rows of cells, all of one length, or one value for every cell. */
export type Matrix<T> = { readonly rows: readonly (readonly T[])[] } | { readonly every: T };
export function matrixOf<T>(cell: Argument<T>): Argument<Matrix<T>> {
  const rows = listOf(listOf(cell));
  return {
    expects: `${cell.expects}, or rows of them`,
    read: (raw) => {
      if (!Array.isArray(raw)) {
        const every = cell.read(raw);
        return every === undefined ? undefined : { every };
      }
      const matrix = rows.read(raw);
      return matrix === undefined ? undefined : { rows: matrix };
    },
  };
}
