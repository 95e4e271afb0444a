/**
 * Custom functions behind Univer's engine. A function of ours is synchronous to Univer: where its answer is not there yet it says
 * #GETTING_DATA, and the answers that have come make their cells calculate again, all in one go.
 */
import {
  ArrayValueObject, BaseFunction, BooleanValueObject, ErrorType, ErrorValueObject, FormulaDataModel, FunctionType, IFunctionService, NumberValueObject,
  StringValueObject, type ArrayValueObject as ArrayObject, type BaseReferenceObject, type BaseValueObject, type FunctionVariantType, type IFunctionInfo,
  type ISetFormulaCalculationResultMutation,
} from '@univerjs/engine-formula';
import { IDescriptionService } from '@univerjs/sheets-formula';
import type { ICellData, Nullable } from '@univerjs/core';
import type {
  CellError, CellValue, CustomFunctionCall, CustomFunctionResult, CustomFunctionRunner, CustomFunctionSignature, SheetId,
} from '../../host/workbookPort';
import { areaReference, cellReference, quoteSheetName } from '../xlsx/references';
import { areaOf } from './areas';
import { cellValue } from './cellData';
import type { Calculation, CellPlace } from './calculation';
import type { Engine } from './engine';

type Matrix = readonly (readonly CellValue[])[];
type Argument = CellValue | Matrix | undefined;

interface Call {
  readonly name: string;
  place: CellPlace;
  readonly args: readonly Argument[];
  readonly parameterAddresses: readonly (string | null)[];
  readonly formula: string;
  /** `undefined` until the first answer. */
  result: CustomFunctionResult | undefined;
  cancel: (() => void) | null;
  /** The calculation in which the cell last asked. */
  asked: number;
}

const GETTING_DATA: CellError = { error: '#GETTING_DATA' };
const isError = (value: CellValue): value is CellError => typeof value === 'object' && value !== null;
const isMatrix = (value: Argument | CustomFunctionResult): value is Matrix => Array.isArray(value);

const ERROR_TYPES = new Set<string>(Object.values(ErrorType));

function valueObject(value: CellValue): BaseValueObject {
  if (typeof value === 'number') return Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create(ErrorType.NUM);
  if (typeof value === 'string') return StringValueObject.create(value);
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  // Excel shows what a function returns as null as 0.
  if (value === null) return NumberValueObject.create(0);
  return ErrorValueObject.create(ERROR_TYPES.has(value.error) ? (value.error as ErrorType) : ErrorType.VALUE);
}

function resultObject(result: CustomFunctionResult): BaseValueObject {
  if (!isMatrix(result)) return valueObject(result);
  const columnCount = Math.max(0, ...result.map((row) => row.length));
  if (result.length === 0 || columnCount === 0) return ErrorValueObject.create(ErrorType.CALC);
  if (result.length === 1 && columnCount === 1) return valueObject(result[0]?.[0] ?? null);
  const calculateValueList = result.map((row) =>
    Array.from({ length: columnCount }, (_, column) => (column < row.length ? valueObject(row[column] ?? null) : ErrorValueObject.create(ErrorType.NA))),
  );
  return ArrayValueObject.create({ calculateValueList, rowCount: result.length, columnCount, unitId: '', sheetId: '', row: -1, column: -1 });
}

function scalarOf(object: BaseValueObject): CellValue | undefined {
  if (object.isError()) return { error: String(object.getValue()) };
  if (object.isNull()) return undefined;
  const value = object.getValue();
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

function matrixOf(object: ArrayObject): CellValue[][] {
  return object.getArrayValue().map((row) => Array.from(row, (item) => (item ? (scalarOf(item) ?? null) : null)));
}

/** The cells a reference names, blanks as null, results of this very calculation included. */
function referencedCells(reference: BaseReferenceObject): CellValue[][] {
  const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition();
  const now = reference.getCurrentRuntimeSheetData();
  const spills = reference.getCurrentRuntimeActiveArrayFormulaCellData() ?? reference.getCurrentActiveArrayFormulaCellData();
  const before = reference.getCurrentActiveSheetData()?.cellData;
  const cellAt = (row: number, column: number): Nullable<ICellData> =>
    spills === null || spills === undefined ? (now?.getValue(row, column) ?? before?.getValue(row, column)) : reference.getCellData(row, column);
  const rows: CellValue[][] = [];
  for (let row = startRow; row <= endRow; row++) {
    const line: CellValue[] = [];
    for (let column = startColumn; column <= endColumn; column++) line.push(cellValue(cellAt(row, column)));
    rows.push(line);
  }
  return rows;
}

const placeKey = (place: CellPlace): string => `${place.sheet}!${place.row}:${place.column}`;

class PortFunction extends BaseFunction {
  override needsReferenceObject = true;

  constructor(readonly signature: CustomFunctionSignature, private readonly answer: (call: PortFunction, variants: FunctionVariantType[]) => BaseValueObject) {
    super(signature.name.toUpperCase());
  }

  override calculate(...variants: FunctionVariantType[]): FunctionVariantType {
    return this.answer(this, variants);
  }

  get place(): CellPlace {
    return { sheet: this.subUnitId ?? '', row: this.row, column: this.column };
  }
}

export class CustomFunctions {
  private runner: CustomFunctionRunner | null = null;
  private names: ReadonlySet<string> = new Set();
  /** By calling cell, then by function and arguments. */
  private readonly calls = new Map<string, Map<string, Call>>();
  private readonly fresh = new Set<Call>();
  private readonly answered = new Set<Call>();
  private unanswered = 0;
  private run = 1;
  private pushing = false;
  private readonly ranges = new Map<string, { readonly run: number; readonly values: Matrix; readonly text: string; readonly version: number }>();
  private unregister: (() => void) | null = null;

  constructor(private readonly engine: Engine, private readonly calculation: Calculation) {
    calculation.watch({ finished: (calculated) => this.finished(calculated), pending: () => this.unanswered + (this.pushing ? 1 : 0) });
    engine.onDispose(() => this.forget());
  }

  /** Makes these the workbook's functions, in place of those registered before; cells that call them calculate again. */
  register(signatures: readonly CustomFunctionSignature[], runner: CustomFunctionRunner): void {
    this.unregister?.();
    this.forget();
    this.runner = runner;
    const functions = this.engine.injector.get(IFunctionService);
    const descriptions = this.engine.injector.get(IDescriptionService);
    const executors = signatures.map((signature) => new PortFunction(signature, (call, variants) => this.answer(call, variants)));
    functions.registerExecutors(...executors);
    const described = descriptions.registerDescriptions(signatures.map(functionInfo));
    const before = this.names;
    this.names = new Set(executors.map((executor) => String(executor.name)));
    this.unregister = () => {
      functions.unregisterExecutors(...this.names);
      described.dispose();
    };
    const concerned = [...this.names, ...before];
    this.calculation.reinterpret((formula) => {
      const text = formula.toUpperCase();
      return concerned.some((name) => text.includes(name));
    });
  }

  /** Gives all answers up, so that every cell asks anew. */
  forget(): void {
    for (const calls of this.calls.values()) for (const call of calls.values()) this.drop(call);
    this.calls.clear();
    this.fresh.clear();
    this.answered.clear();
    this.ranges.clear();
  }

  /** What a custom function said about the failure that this cell shows. */
  message(sheet: SheetId, row: number, column: number): string | undefined {
    if (this.calls.size === 0) return undefined;
    for (const call of this.calls.get(placeKey({ sheet, row, column }))?.values() ?? []) {
      if (call.result !== undefined && !isMatrix(call.result) && isError(call.result) && call.result.message !== undefined) return call.result.message;
    }
    return undefined;
  }

  /** Calls stay with their cells when rows or columns come or go. */
  move(to: (place: CellPlace) => CellPlace | null): void {
    const all = [...this.calls.values()];
    this.calls.clear();
    for (const calls of all) {
      const [first] = calls.values();
      const place = first === undefined ? null : to(first.place);
      for (const call of calls.values()) {
        if (place === null) this.drop(call);
        else call.place = place;
      }
      if (place !== null) this.calls.set(placeKey(place), calls);
    }
  }

  private answer(caller: PortFunction, variants: FunctionVariantType[]): BaseValueObject {
    const { signature, place } = caller;
    const args: Argument[] = [];
    const addresses: (string | null)[] = [];
    const keys: string[] = [];
    for (const [index, variant] of variants.entries()) {
      const parameter = signature.parameters[index] ?? signature.parameters.at(-1);
      const argument = this.argument(variant, parameter?.dimensionality ?? 'scalar');
      args.push(argument.value);
      addresses.push(argument.address);
      keys.push(argument.key);
    }
    const failure = firstFailure(args, signature.allowErrors);
    if (failure !== null) return valueObject(failure);
    const key = `${signature.name}(${keys.join(';')})`;
    const cell = placeKey(place);
    const calls = this.calls.get(cell) ?? new Map<string, Call>();
    this.calls.set(cell, calls);
    const known = calls.get(key);
    if (known !== undefined) {
      known.asked = this.run;
      return resultObject(known.result ?? GETTING_DATA);
    }
    const formula = this.formulaAt(place) ?? '';
    const call: Call = { name: signature.name, place, args, parameterAddresses: addresses, formula, result: undefined, cancel: null, asked: this.run };
    calls.set(key, call);
    this.fresh.add(call);
    this.unanswered++;
    return resultObject(GETTING_DATA);
  }

  private argument(variant: FunctionVariantType, dimensionality: 'scalar' | 'matrix'): { readonly value: Argument; readonly address: string | null; readonly key: string } {
    if (variant.isReferenceObject()) {
      const reference = variant as BaseReferenceObject;
      const area = areaOf(reference.getRangePosition());
      const address = `${quoteSheetName(this.engine.sheetName(reference.getSheetId()))}!${areaReference(area)}`;
      if (dimensionality === 'scalar') {
        const value = area.rows === 1 && area.columns === 1 ? (referencedCells(reference)[0]?.[0] ?? null) : { error: '#VALUE!' };
        return { value, address, key: `${address}=${JSON.stringify(value)}` };
      }
      const { values, version } = this.range(address, reference);
      return { value: values, address, key: `${address}#${version}` };
    }
    const object = variant as BaseValueObject;
    const value: Argument = object.isArray() ? matrixOf(object as ArrayObject) : scalarOf(object);
    const shaped = dimensionality === 'matrix' && value !== undefined && !isMatrix(value) ? [[value]] : value;
    return { value: shaped, address: null, key: JSON.stringify(shaped) ?? '' };
  }

  /** A range is read once per calculation, however many cells pass it. */
  private range(address: string, reference: BaseReferenceObject): { readonly values: Matrix; readonly version: number } {
    const known = this.ranges.get(address);
    if (known?.run === this.run) return known;
    const values = referencedCells(reference);
    const text = JSON.stringify(values);
    const same = known?.text === text;
    const next = { run: this.run, values: same ? known.values : values, text, version: same ? known.version : (known?.version ?? 0) + 1 };
    this.ranges.set(address, next);
    return next;
  }

  private formulaAt(place: CellPlace): string | null {
    const cell = this.engine.workbook.getSheetBySheetId(place.sheet)?.getCellRaw(place.row, place.column);
    if (typeof cell?.f === 'string' && cell.f !== '') return cell.f;
    if (typeof cell?.si !== 'string') return null;
    return this.engine.injector.get(FormulaDataModel).getFormulaStringByCell(place.row, place.column, place.sheet, this.engine.unitId) ?? null;
  }

  private finished(calculated: ISetFormulaCalculationResultMutation['unitData'][string]): void {
    const { run } = this;
    this.run++;
    for (const [cell, calls] of this.calls) {
      for (const [key, call] of calls) {
        if (call.asked === run) continue;
        const { sheet, row, column } = call.place;
        if (calculated?.[sheet]?.[row]?.[column] === undefined && this.formulaAt(call.place) === call.formula) continue;
        this.drop(call);
        calls.delete(key);
      }
      if (calls.size === 0) this.calls.delete(cell);
    }
    const fresh = [...this.fresh];
    this.fresh.clear();
    for (const call of fresh) this.start(call);
  }

  private start(call: Call): void {
    const { row, column, sheet } = call.place;
    const request: CustomFunctionCall = {
      name: call.name,
      args: call.args,
      address: `${quoteSheetName(this.engine.sheetName(sheet))}!${cellReference(row, column)}`,
      parameterAddresses: call.parameterAddresses,
    };
    let cancelled = false;
    const onResult = (result: CustomFunctionResult): void => {
      if (cancelled) return;
      if (call.result === undefined) this.unanswered--;
      call.result = result;
      this.answered.add(call);
      this.push();
    };
    const stop = this.runner?.call(request, onResult);
    call.cancel = () => {
      cancelled = true;
      stop?.();
    };
  }

  private drop(call: Call): void {
    if (call.result === undefined) this.unanswered--;
    this.fresh.delete(call);
    this.answered.delete(call);
    call.cancel?.();
    call.cancel = null;
    this.calculation.wake();
  }

  /** Answers that come together are calculated together. */
  private push(): void {
    if (this.pushing) return;
    this.pushing = true;
    queueMicrotask(() => {
      this.pushing = false;
      const places = [...this.answered].map((call) => call.place);
      this.answered.clear();
      if (places.length > 0) this.calculation.touch(places);
      else this.calculation.wake();
    });
  }
}

/** The error that stands in for the whole call, if there is one: Excel does not call a function whose arguments are not there. */
function firstFailure(args: readonly Argument[], allowErrors: boolean): CellError | null {
  let failure: CellError | null = null;
  const look = (value: CellValue): boolean => {
    if (!isError(value)) return false;
    if (value.error === GETTING_DATA.error) return true;
    if (!allowErrors) failure ??= value;
    return false;
  };
  for (const argument of args) {
    if (argument === undefined) continue;
    if (!isMatrix(argument)) {
      if (look(argument)) return GETTING_DATA;
      continue;
    }
    for (const row of argument) if (row.some(look)) return GETTING_DATA;
  }
  return failure;
}

function functionInfo(signature: CustomFunctionSignature): IFunctionInfo {
  return {
    functionName: signature.name.toUpperCase(),
    functionType: FunctionType.User,
    description: signature.description,
    abstract: signature.description,
    functionParameter: signature.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: '',
      require: parameter.optional ? 0 : 1,
      repeat: parameter.repeating ? 1 : 0,
    })),
  };
}
