/**
 * How a class of the Office object model is described: a table that reads like Microsoft's reference.
 *
 *     export const sheetClass = describe<SheetRef>('Worksheet', {
 *       id: { as: 'Id', of: (sheet) => sheet.id },
 *       properties: { name: settable((sheet) => info(sheet).name, text, rename) },
 *       objects: { tables: (sheet) => tableCollection.of(sheet) },
 *       methods: { getCell: method([integer, integer], (sheet, row, column) => rangeClass.of(...)) },
 *     });
 *
 * Names are written as in the reference (lower camel case); the wire's Pascal case is matched on the first letter alone.
 * What a description lacks is answered with `ApiNotFound`, naming class and member.
 */
import { integer, key as byNameOrId, take } from './argument';
import type { Argument } from './argument';
import type { Json, JsonObject } from './json';
import { OfficeError, found, refuse } from './officeError';
import type { WorkbookChange } from './workbookPort';

/** What a method answers: an object of the model, `null` for a null object, or a plain result, perhaps later. */
export type Answer = OfficeObject | Json | undefined | Promise<Json | undefined>;

export interface Property<S> {
  readonly get: (self: S) => Json;
  readonly set?: (self: S, raw: unknown) => void;
}
export type Method<S> = (self: S, raw: readonly unknown[]) => Answer;

/** `wire` names the pair of registration methods: `_Register${wire}` and `_Unregister${wire}`. */
export interface EventSource<S> {
  readonly type: number;
  readonly wire: string;
  readonly listen: (self: S, type: number, on: boolean) => void;
}

export interface Members<S> {
  /** How office.js finds the object again after its sync. */
  readonly id?: { readonly as: 'Id' | '_Id'; readonly of: (self: S) => string | number };
  readonly properties?: Readonly<Record<string, Property<S>>>;
  /** Names under which office.js sets a property, where they are not its own. */
  readonly setAs?: Readonly<Record<string, string>>;
  readonly objects?: Readonly<Record<string, (self: S) => OfficeObject | null>>;
  readonly methods?: Readonly<Record<string, Method<S>>>;
  readonly events?: Readonly<Record<string, EventSource<S>>>;
  /** A collection: its members, and how one is found by name or id. Gives getCount, getItem, getItemOrNullObject and getItemAt. */
  readonly items?: { readonly all: (self: S) => readonly OfficeObject[]; readonly find?: (self: S, key: string | number) => OfficeObject | null };
  /** Objects that can be kept beyond a sync without an id: where it stands after a change, `null` where it is gone. */
  readonly tracked?: (self: S, change: WorkbookChange) => S | null;
}

/** An object as the request processor handles it, whatever its class. */
export interface OfficeObject {
  readonly className: string;
  readonly isTracked: boolean;
  readonly isCollection: boolean;
  identity(): JsonObject;
  scalarNames(): readonly string[];
  hasScalar(name: string): boolean;
  hasObject(name: string): boolean;
  read(name: string): Json;
  write(name: string, raw: unknown): void;
  navigate(name: string): OfficeObject | null;
  call(name: string, raw: readonly unknown[]): Answer;
  item(key: unknown): OfficeObject;
  items(): readonly OfficeObject[];
  after(change: WorkbookChange): OfficeObject | null;
}

export interface OfficeClass<S> {
  readonly className: string;
  readonly members: Members<S>;
  of(self: S): OfficeObject;
}

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const own = <T>(members: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  members !== undefined && Object.hasOwn(members, name) ? members[name] : undefined;


class Described<S> implements OfficeObject {
  constructor(
    readonly description: OfficeClass<S>,
    readonly self: S,
  ) {}

  get className(): string {
    return this.description.className;
  }
  get isTracked(): boolean {
    return this.description.members.tracked !== undefined;
  }
  get isCollection(): boolean {
    return this.description.members.items !== undefined;
  }

  identity(): JsonObject {
    const { id } = this.description.members;
    return id === undefined ? {} : { [id.as]: id.of(this.self) };
  }

  scalarNames(): readonly string[] {
    return Object.keys(this.description.members.properties ?? {});
  }
  hasScalar(name: string): boolean {
    return own(this.description.members.properties, lowerFirst(name)) !== undefined;
  }
  hasObject(name: string): boolean {
    return own(this.description.members.objects, lowerFirst(name)) !== undefined;
  }

  read(name: string): Json {
    return this.property(name).get(this.self);
  }

  write(name: string, raw: unknown): void {
    const { set } = this.property(own(this.description.members.setAs, lowerFirst(name)) ?? name);
    if (set === undefined) throw this.unknown(name, 'cannot be set');
    set(this.self, raw);
  }

  navigate(name: string): OfficeObject | null {
    const step = own(this.description.members.objects, lowerFirst(name));
    if (step === undefined) throw this.unknown(name);
    return step(this.self);
  }

  call(name: string, raw: readonly unknown[]): Answer {
    const run = own(this.description.members.methods, lowerFirst(name)) ?? this.derived(name);
    if (run === undefined) throw this.unknown(name);
    return run(this.self, raw);
  }

  item(key: unknown): OfficeObject {
    const find = this.description.members.items?.find;
    if (find === undefined) throw this.unknown('getItem');
    return found(find(this.self, take(byNameOrId, key, 'key')));
  }

  items(): readonly OfficeObject[] {
    const { items } = this.description.members;
    if (items === undefined) throw this.unknown('items');
    return items.all(this.self);
  }

  after(change: WorkbookChange): OfficeObject | null {
    const moved = this.description.members.tracked?.(this.self, change);
    if (moved === undefined || moved === this.self) return this;
    return moved === null ? null : this.description.of(moved);
  }

  private property(name: string): Property<S> {
    const property = own(this.description.members.properties, lowerFirst(name));
    if (property === undefined) throw this.unknown(name);
    return property;
  }

  /** What every collection and every source of events has. */
  private derived(name: string): Method<S> | undefined {
    const { items, events } = this.description.members;
    const registration = /^_(Register|Unregister)(\w+)$/.exec(name);
    if (registration !== null) {
      const source = Object.values(events ?? {}).find((event) => event.wire === registration[2]);
      return source === undefined ? undefined : method([], (self: S) => source.listen(self, source.type, registration[1] === 'Register'));
    }
    if (items === undefined) return undefined;
    switch (lowerFirst(name)) {
      case 'getCount':
        return (self) => items.all(self).length;
      case 'getItemAt':
        return (self, raw) => items.all(self)[take(integer, raw[0], 'index')] ?? refuse('InvalidArgument', 'No item has this index.');
      case 'getItem':
        return (_self, raw) => this.item(raw[0]);
      case 'getItemOrNullObject':
        return items.find === undefined ? undefined : (self, raw) => items.find?.(self, take(byNameOrId, raw[0], 'key')) ?? null;
      default:
        return undefined;
    }
  }

  private unknown(name: string, why = 'is not known to this host'): OfficeError {
    const member = `${this.className}.${lowerFirst(name)}`;
    return new OfficeError('ApiNotFound', `${member} ${why}.`, member);
  }
}

/** A class that others lead to: declared where all may know it, described in a file of its own. So classes lead to each other, and files do not. */
export interface DeclaredClass<S> extends OfficeClass<S> {
  describe(members: Members<S>): void;
}

export function declare<S>(className: string): DeclaredClass<S> {
  let described: Members<S> | undefined;
  const declared: DeclaredClass<S> = {
    className,
    get members() {
      if (described === undefined) throw new Error(`${className} is declared and not described.`);
      return described;
    },
    describe: (members) => {
      described = members;
    },
    of: (self) => new Described(declared, self),
  };
  return declared;
}

export function describe<S>(className: string, members: Members<S>): OfficeClass<S> {
  const declared = declare<S>(className);
  declared.describe(members);
  return declared;
}

export function isOfficeObject(value: unknown): value is OfficeObject {
  return value instanceof Described;
}

export function readOnly<S>(get: (self: S) => Json): Property<S> {
  return { get };
}

export function settable<S, V>(get: (self: S) => Json, argument: Argument<V>, set: (self: S, value: V) => void): Property<S> {
  return { get, set: (self, raw) => set(self, take(argument, raw, 'The value')) };
}

type Values<A extends readonly Argument<unknown>[]> = { -readonly [K in keyof A]: A[K] extends Argument<infer T> ? T : never };
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];

/** What runs when a method is called; one that only does something answers nothing. */
type Run<S, V extends readonly unknown[]> =
  ((self: S, ...values: V) => Answer) | ((self: S, ...values: V) => void) | ((self: S, ...values: V) => Promise<void>);

export function method<S, const A extends readonly Argument<unknown>[]>(args: A, run: Run<S, Values<A>>): Method<S> {
  return (self, raw) =>
    run(self, ...(args.map((argument, index) => take(argument, raw[index], `The ${ordinals[index]} argument`)) as Values<A>)) as Answer;
}

/** `getX` and `getXOrNullObject`: the first refuses where the second answers a null object. */
export function orNullObject<S, const A extends readonly Argument<unknown>[]>(
  name: string,
  args: A,
  run: (self: S, ...values: Values<A>) => OfficeObject | null,
): Readonly<Record<string, Method<S>>> {
  const find = method<S, A>(args, run);
  return { [name]: (self, raw) => found(find(self, raw) as OfficeObject | null), [`${name}OrNullObject`]: find };
}

/** The argument "an object of this class", as the state behind it. */
export function instanceOf<S>(description: OfficeClass<S>): Argument<S> {
  return {
    expects: `a ${description.className}`,
    read: (raw) => (raw instanceof Described && raw.description === description ? (raw.self as S) : undefined),
  };
}
