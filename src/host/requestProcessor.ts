/**
 * Microsoft's request protocol: a batch of actions on object paths in, a list of results out.
 * Actions run in order; nothing after a failing one runs, and what ran before stays.
 */
import { isPlainObject } from './json';
import type { Json, JsonObject } from './json';
import { isOfficeObject } from './objectModel';
import type { OfficeObject } from './objectModel';
import { OfficeError, asOfficeError } from './officeError';
import { answerQuery } from './query';
import type { QueryInfo } from './query';
import type { References } from './references';

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** In step with the arguments: where one is an object, its path; nested for lists. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}
interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}
export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}
export interface OfficeRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}
export interface OfficeResponse {
  readonly Results: readonly { readonly ActionId: number; readonly Value: Json }[];
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
}

export interface ObjectSource {
  root(): OfficeObject;
  /** An object that stands for itself: "Microsoft.ExcelServices.CustomFunctions". */
  service(name: string): OfficeObject;
  /** `null` when nothing that can be read is about to change by itself; else resolves then. */
  settled(): Promise<void> | null;
}

const PathType = { root: 1, newObject: 2, method: 3, property: 4, indexer: 5, referenceId: 6, nullObject: 7 } as const;
const ActionType = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;
const KEEP_REFERENCE = '_KeepReference';
const REMOVE_REFERENCE = '_RemoveReference';

/**
 * `group` wraps each stretch of actions that run at once, so that they become one step of undo.
 * Only what has to wait ends a stretch: a calculation that was asked for, or a read of formulas that are being calculated.
 */
export async function processRequest(
  request: OfficeRequest,
  source: ObjectSource,
  references: References,
  group: (work: () => void) => void,
): Promise<OfficeResponse> {
  const run = new RequestRun(request, source, references);
  const results: { ActionId: number; Value: Json }[] = [];
  const traces: number[] = [];
  const { Actions: actions } = request;
  let next = 0;
  let settledFor = -1;
  try {
    while (next < actions.length) {
      let waiting: Promise<void> | null = null;
      group(() => {
        for (let action = actions[next]; action !== undefined; action = actions[next]) {
          if (action.ActionType === ActionType.query && settledFor !== next) {
            settledFor = next;
            waiting = source.settled();
            if (waiting !== null) return;
          }
          const { Id: id } = action;
          const answer = run.perform(action);
          if (action.ActionType === ActionType.trace) traces.push(id);
          if (answer instanceof Promise) {
            waiting = answer.then((value) => {
              results.push({ ActionId: id, Value: value });
              next += 1;
            });
            return;
          }
          results.push({ ActionId: id, Value: answer });
          next += 1;
        }
      });
      await waiting;
    }
  } catch (error) {
    const { code, message, httpStatusCode, location } = asOfficeError(error);
    const place = { Location: location ?? run.location(actions[next]), ActionIndex: next };
    return { Results: results, TraceIds: traces, Error: { Code: code, Message: message, HttpStatusCode: httpStatusCode, ...place } };
  }
  return { Results: results, TraceIds: traces };
}

class RequestRun {
  private readonly resolved = new Map<number, OfficeObject | null>();
  private readonly kept = new Map<number, string>();

  constructor(
    private readonly request: OfficeRequest,
    private readonly source: ObjectSource,
    private readonly references: References,
  ) {}

  perform(action: Action): Json | Promise<Json> {
    switch (action.ActionType) {
      case ActionType.trace:
        return null;
      case ActionType.instantiate: {
        const object = this.resolve(action.ObjectPathId);
        return object === null ? null : { ...object.identity(), ...this.referenceOf(action.ObjectPathId) };
      }
      case ActionType.query: {
        const object = this.resolve(action.ObjectPathId);
        return object === null
          ? null
          : { ...object.identity(), ...this.referenceOf(action.ObjectPathId), ...answerQuery(object, action.QueryInfo ?? {}) };
      }
      case ActionType.method:
        return this.callMethod(action);
      case ActionType.setProperty:
        this.resolve(action.ObjectPathId)?.write(action.Name, this.argumentsOf(action.ArgumentInfo)[0]);
        return null;
      default:
        throw new OfficeError('UnsupportedOperation', `Actions of type ${action.ActionType} are not known to this host.`);
    }
  }

  /** "Range.values": class and member of an action, as Excel's error location has it. */
  location(action: Action | undefined): string {
    if (action === undefined) return '';
    const object = this.resolved.get(action.ObjectPathId);
    const path = this.request.ObjectPaths[action.ObjectPathId];
    const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
    if (object) return action.Name === '' ? object.className : `${object.className}.${lower(action.Name)}`;
    const parent = path?.ParentObjectPathId === undefined ? undefined : this.resolved.get(path.ParentObjectPathId);
    const member = path?.ObjectPathType === PathType.indexer ? 'getItem' : lower(path?.Name ?? '');
    return parent ? `${parent.className}.${member}` : member;
  }

  private callMethod(action: Action): Json | Promise<Json> {
    const object = this.resolve(action.ObjectPathId);
    if (action.Name === REMOVE_REFERENCE) {
      this.references.remove(String(action.ArgumentInfo?.Arguments?.[0]));
      return null;
    }
    // Calls on a null object do nothing, so that `getItemOrNullObject(name).delete()` is safe.
    if (object === null) return null;
    if (action.Name === KEEP_REFERENCE && object.isTracked) {
      if (this.pathOf(action.ObjectPathId).ObjectPathType !== PathType.referenceId && !this.kept.has(action.ObjectPathId)) {
        this.kept.set(action.ObjectPathId, this.references.keep(object));
      }
      return null;
    }
    const answer = object.call(action.Name, this.argumentsOf(action.ArgumentInfo));
    if (answer instanceof Promise) return answer.then((later) => later ?? null);
    return isOfficeObject(answer) ? null : (answer ?? null);
  }

  private referenceOf(pathId: number): JsonObject {
    const path = this.pathOf(pathId);
    const id = path.ObjectPathType === PathType.referenceId ? path.Name : this.kept.get(pathId);
    return id === undefined ? {} : { _ReferenceId: id };
  }

  private pathOf(id: number): ObjectPath {
    const path = this.request.ObjectPaths[id];
    if (path === undefined) throw new OfficeError('GeneralException', `The request has no object path ${id}.`);
    return path;
  }

  private resolve(id: number): OfficeObject | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const object = this.follow(this.pathOf(id));
    this.resolved.set(id, object);
    return object;
  }

  private follow(path: ObjectPath): OfficeObject | null {
    switch (path.ObjectPathType) {
      case PathType.root:
        return this.source.root();
      case PathType.newObject:
        return this.source.service(path.Name);
      case PathType.referenceId:
        return this.references.get(path.Name);
      case PathType.nullObject:
        return null;
      default:
    }
    const parent = path.ParentObjectPathId === undefined ? null : this.resolve(path.ParentObjectPathId);
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case PathType.property:
        return parent.navigate(path.Name);
      case PathType.indexer:
        return parent.item(path.ArgumentInfo?.Arguments?.[0]);
      case PathType.method: {
        const answer = parent.call(path.Name, this.argumentsOf(path.ArgumentInfo));
        if (answer === null || isOfficeObject(answer)) return answer;
        throw new OfficeError('GeneralException', `${parent.className}.${path.Name} answers no object.`);
      }
      default:
        throw new OfficeError('UnsupportedOperation', `Object paths of type ${path.ObjectPathType} are not known to this host.`);
    }
  }

  private argumentsOf(info: ArgumentInfo | undefined): unknown[] {
    const replace = (value: unknown, pathId: unknown): unknown => {
      if (typeof pathId === 'number' && pathId > 0) return this.resolve(pathId);
      if (Array.isArray(value) && Array.isArray(pathId)) return value.map((item, index) => replace(item, pathId[index]));
      return isPlainObject(value) ? this.withObjects(value) : value;
    };
    return (info?.Arguments ?? []).map((value, index) => replace(value, info?.ReferencedObjectPathIds?.[index]));
  }

  /** Objects inside an argument's fields are sent as `{ _ObjectPathId }`. */
  private withObjects(value: Readonly<Record<string, unknown>>): unknown {
    if (typeof value._ObjectPathId === 'number') return this.resolve(value._ObjectPathId);
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, isPlainObject(field) ? this.withObjects(field) : field]));
  }
}

/** The request in a message's text; refuses what is no request at all. */
export function parseRequest(body: string): OfficeRequest {
  const parsed: unknown = JSON.parse(body);
  if (!isPlainObject(parsed) || !Array.isArray(parsed.Actions) || !isPlainObject(parsed.ObjectPaths))
    throw new OfficeError('InvalidArgument', 'This is no request.');
  return parsed as unknown as OfficeRequest;
}
