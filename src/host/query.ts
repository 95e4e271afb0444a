/** What `load` asks for: paths of names ("name", "format/fill/color", "*") below an object or below each item of a collection. */
import type { Json, JsonObject } from './json';
import type { OfficeObject } from './objectModel';

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

const EVERYTHING = '*';
const NOTHING = '$none';
const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export function answerQuery(object: OfficeObject, query: QueryInfo): JsonObject {
  const expanded = (query.Expand ?? []).map((path) => `${path}/${EVERYTHING}`);
  const selected = query.Select ?? [EVERYTHING];
  const { own, each } = object.isCollection ? split(object, [...selected, ...expanded]) : { own: [...selected, ...expanded], each: [] };
  const answer = answerPaths(object, own);
  if (!object.isCollection) return answer;
  const first = query.Skip ?? 0;
  const items = object.items().slice(first, query.Top === undefined ? undefined : first + query.Top);
  return { ...answer, _Items: items.map((item) => ({ ...item.identity(), ...answerQuery(item, { Select: each }) })) };
}

/** A name of the collection itself is its own; all others are asked of its items. */
function split(collection: OfficeObject, paths: readonly string[]): { own: string[]; each: string[] } {
  const isOwn = (path: string): boolean => collection.hasScalar(path) || collection.hasObject(path.split('/')[0] ?? '');
  return { own: paths.filter((path) => path === EVERYTHING || isOwn(path)), each: paths.filter((path) => !isOwn(path)) };
}

function answerPaths(object: OfficeObject, paths: readonly string[]): JsonObject {
  const answer: Record<string, Json> = {};
  const below = new Map<string, string[]>();
  for (const path of paths) {
    const [name = '', ...rest] = path.split(/[/.]/);
    if (name === EVERYTHING) for (const scalar of object.scalarNames()) answer[pascal(scalar)] = object.read(scalar);
    else if (name === NOTHING || name === '') continue;
    else if (object.hasObject(name)) below.set(name, [...(below.get(name) ?? []), rest.length === 0 ? EVERYTHING : rest.join('/')]);
    else answer[pascal(name)] = object.read(name);
  }
  for (const [name, paths] of below) {
    const child = object.navigate(name);
    answer[pascal(name)] = child === null ? null : { ...child.identity(), ...answerQuery(child, { Select: paths }) };
  }
  return answer;
}
