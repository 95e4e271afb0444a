/**
 * Custom functions between the workbook's calculation and Microsoft's runtime inside office.js.
 * Calls made in one go travel in one message; results come back through `SetInvocationResults` in batches of the runtime's own making.
 */
import { isPlainObject } from './json';
import type { Json } from './json';
import type { CellError, CellValue, CustomFunctionCall, CustomFunctionResult, CustomFunctionRunner, CustomFunctionSignature } from './workbookPort';

/** A function of the add-in's metadata. What it requires is sent; where it is not said, everything is. */
export interface HostFunction {
  /** What the add-in's script associates: "HEALTH". */
  readonly id: string;
  readonly signature: CustomFunctionSignature;
  readonly cancelable: boolean;
  readonly requiresAddress?: boolean;
  readonly requiresParameterAddresses?: boolean;
}

/** [category, type, target, message, id] of a message event. */
export type MessageEntry = readonly [category: number, type: number, target: string, message: string, id: number];
const CATEGORY = 1;
const INVOKE = 1000;
const CANCEL = 1001;
const flags = { cancelable: 1, streaming: 2, errorsInArguments: 4 } as const;

/** The page whose runtime said that it is ready. */
export interface FunctionsPage {
  post(entries: readonly MessageEntry[]): void;
}

interface Pending {
  readonly call: CustomFunctionCall;
  readonly args: readonly Argument[];
  readonly definition: HostFunction;
  readonly onResult: (result: CustomFunctionResult) => void;
}

const error = (code: string, message?: string): CellError => (message === undefined || message === '' ? { error: code } : { error: code, message });
const isMatrix = (value: unknown): value is readonly (readonly CellValue[])[] => Array.isArray(value);
const isError = (value: unknown): value is CellError => isPlainObject(value) && typeof value.error === 'string';

export class CustomFunctionBridge implements CustomFunctionRunner {
  private readonly definitions = new Map<string, HostFunction>();
  private readonly pending = new Map<number, Pending>();
  private waiting: number[] = [];
  private page: FunctionsPage | null = null;
  private lastId = 0;
  private isScheduled = false;

  /** `blank` is what an empty cell becomes: 0 on the desktop, `null` on the web. */
  constructor(private readonly blank: 0 | null) {}

  define(functions: readonly HostFunction[]): void {
    this.definitions.clear();
    for (const definition of functions) this.definitions.set(definition.signature.name.toUpperCase(), definition);
  }

  call(call: CustomFunctionCall, onResult: (result: CustomFunctionResult) => void): () => void {
    const definition = this.definitions.get(call.name.toUpperCase());
    if (definition === undefined) {
      onResult(error('#NAME?'));
      return () => undefined;
    }
    const args = argumentsFor(definition.signature, call, this.blank);
    const refused = firstError(args, definition.signature.allowErrors);
    if (refused !== null) {
      onResult(refused);
      return () => undefined;
    }
    this.lastId += 1;
    const id = this.lastId;
    this.pending.set(id, { call, args, definition, onResult });
    this.enqueue(id);
    return () => this.cancel(id);
  }

  ready(page: FunctionsPage): void {
    this.page = page;
    // A page that was reloaded has forgotten every call.
    this.waiting = [...this.pending.keys()];
    this.flush();
  }

  gone(page: FunctionsPage): void {
    if (this.page === page) this.page = null;
  }

  /** Objects (`{ id, value, failed, errorCode }`) or arrays (`[id, succeeded, value, errorCode]`). */
  accept(results: readonly unknown[]): void {
    for (const result of results) {
      const { id, value, failed, code } = Array.isArray(result)
        ? { id: result[0] as unknown, value: result[2] as unknown, failed: result[1] === false, code: result[3] as unknown }
        : {
            id: isPlainObject(result) ? result.id : undefined,
            value: isPlainObject(result) ? result.value : undefined,
            failed: isPlainObject(result) && result.failed === true,
            code: isPlainObject(result) ? result.errorCode : undefined,
          };
      const pending = this.pending.get(Number(id));
      if (pending === undefined) continue;
      if (!pending.definition.signature.streaming) this.pending.delete(Number(id));
      pending.onResult(failed ? failure(code, value) : cellResult(value));
    }
  }

  private enqueue(id: number): void {
    this.waiting.push(id);
    if (this.isScheduled) return;
    this.isScheduled = true;
    setTimeout(() => {
      this.isScheduled = false;
      this.flush();
    }, 0);
  }

  private flush(): void {
    if (this.page === null || this.waiting.length === 0) return;
    const calls = this.waiting.flatMap((id) => {
      const pending = this.pending.get(id);
      return pending === undefined ? [] : [entry(INVOKE, this.invocation(id, pending))];
    });
    this.waiting = [];
    if (calls.length > 0) this.page.post(calls);
  }

  private invocation(id: number, { call, args, definition }: Pending): Json {
    const { signature, cancelable, requiresAddress, requiresParameterAddresses } = definition;
    const hasErrors = args.some((argument) => hasError(argument));
    const mode =
      (signature.streaming ? flags.streaming : 0) |
      (signature.streaming || cancelable ? flags.cancelable : 0) |
      (hasErrors ? flags.errorsInArguments : 0);
    return [
      id,
      definition.id,
      args.map(onTheWire),
      requiresAddress === false ? null : call.address,
      mode,
      requiresParameterAddresses === false ? null : call.parameterAddresses,
    ];
  }

  private cancel(id: number): void {
    const pending = this.pending.get(id);
    if (pending === undefined) return;
    this.pending.delete(id);
    const wasSent = !this.waiting.includes(id);
    this.waiting = this.waiting.filter((other) => other !== id);
    if (wasSent && (pending.definition.signature.streaming || pending.definition.cancelable)) this.page?.post([entry(CANCEL, { invocationId: id })]);
  }
}

const entry = (type: number, message: Json): MessageEntry => [CATEGORY, type, '', JSON.stringify(message), 0];

type Argument = CellValue | readonly (readonly CellValue[])[] | readonly (CellValue | readonly (readonly CellValue[])[])[];

/** Arguments as the parameters want them: a repeating parameter takes all that are left as a list. */
function argumentsFor(signature: CustomFunctionSignature, call: CustomFunctionCall, blank: 0 | null): Argument[] {
  return signature.parameters.map((parameter, index) => {
    const shaped = (given: CustomFunctionCall['args'][number]): CellValue | readonly (readonly CellValue[])[] => {
      if (given === undefined) return null;
      if (parameter.dimensionality === 'matrix')
        return (isMatrix(given) ? given : [[given]]).map((row) => row.map((value) => typed(value, parameter.type, blank)));
      if (!isMatrix(given)) return typed(given, parameter.type, blank);
      return given.length === 1 && given[0]?.length === 1 ? typed(given[0][0] ?? null, parameter.type, blank) : error('#VALUE!');
    };
    return parameter.repeating ? call.args.slice(index).map(shaped) : shaped(call.args[index]);
  });
}

function typed(value: CellValue, type: string, blank: 0 | null): CellValue {
  if (isError(value)) return value;
  switch (type) {
    case 'number': {
      const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value ?? 0);
      return Number.isFinite(number) ? number : error('#VALUE!');
    }
    case 'string':
      return typeof value === 'boolean' ? String(value).toUpperCase() : String(value ?? '');
    case 'boolean':
      if (typeof value === 'string') return /^(true|false)$/i.test(value) ? value.toLowerCase() === 'true' : error('#VALUE!');
      return Boolean(value);
    default:
      return value ?? blank;
  }
}

function firstError(args: readonly Argument[], allowErrors: boolean): CellError | null {
  if (allowErrors) return null;
  const find = (argument: unknown): CellError | null =>
    Array.isArray(argument) ? (argument.map(find).find((found) => found !== null) ?? null) : isError(argument) ? argument : null;
  return find(args);
}

function hasError(argument: unknown): boolean {
  return Array.isArray(argument) ? argument.some(hasError) : isError(argument);
}

function onTheWire(argument: unknown): Json {
  if (Array.isArray(argument)) return argument.map(onTheWire);
  return isError(argument) ? { type: 'CustomFunctionError', code: argument.error } : (argument as Json);
}

/** The numbers by which the runtime names a failure; those without one are #VALUE!. Only #N/A and #VALUE! may carry a message. */
const failures: Readonly<Record<number, string>> = { 1: '#N/A', 5: '#DIV/0!', 6: '#NUM!', 7: '#VALUE!', 8: '#NULL!' };
function failure(code: unknown, message: unknown): CellError {
  const name = failures[Number(code)] ?? '#VALUE!';
  return error(name, (name === '#N/A' || name === '#VALUE!') && typeof message === 'string' ? message : undefined);
}

/** What a function returned as what a cell, or a spill of cells, holds. */
function cellResult(value: unknown): CustomFunctionResult {
  if (!Array.isArray(value)) return cellOf(value);
  const rows = value.map((row) => (Array.isArray(row) ? row.map(cellOf) : [cellOf(row)]));
  const isEven = rows.length > 0 && rows[0] !== undefined && rows[0].length > 0 && rows.every((row) => row.length === rows[0]?.length);
  return isEven ? rows : error('#VALUE!');
}

function cellOf(value: unknown): CellValue {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  // Excel shows a returned null as zero.
  if (value === null || value === undefined) return 0;
  if (!isPlainObject(value)) return error('#VALUE!');
  if (value.type === 'Error')
    return error(typeof value.basicValue === 'string' ? value.basicValue : '#VALUE!', typeof value.message === 'string' ? value.message : undefined);
  return typeof value.basicValue === 'number' || typeof value.basicValue === 'string' ? value.basicValue : error('#VALUE!');
}
