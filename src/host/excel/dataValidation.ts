/** Excel.DataValidation: what may be typed into the cells of a range. */
import { flag, record } from '../argument';
import type { Json } from '../json';
import { isPlainObject } from '../json';
import { describe, method, readOnly, settable } from '../objectModel';
import type { OfficeClass } from '../objectModel';
import { refuse } from '../officeError';
import type { DataValidation } from '../workbookPort';
import { contains, intersection, without } from './area';
import { fullAddress, requireUnprotected } from './book';
import type { AreasRef } from './book';
import { comparison } from './comparison';
import { range } from './rangeArgument';
import { isValid } from './validity';

const types = {
  List: 'list',
  WholeNumber: 'wholeNumber',
  Decimal: 'decimal',
  Date: 'date',
  Time: 'time',
  TextLength: 'textLength',
  Custom: 'custom',
} as const;
type Words = Readonly<Record<string, unknown>>;

const touching = ({ book, sheet, areas }: AreasRef): DataValidation[] =>
  book.port.validations(sheet).filter((validation) => validation.areas.some((area) => areas.some((other) => intersection(area, other) !== null)));

/** The validation that all cells of the range share; `null` for none, `undefined` where they differ. */
function shared(ranges: AreasRef): DataValidation | null | undefined {
  const [first, ...more] = touching(ranges);
  if (first === undefined) return null;
  const isWhole = more.length === 0 && ranges.areas.every((area) => first.areas.some((own) => contains(own, area)));
  return isWhole ? first : undefined;
}

function replace(ranges: AreasRef, next: Omit<DataValidation, 'areas'> | null): void {
  const { book, sheet, areas } = ranges;
  requireUnprotected(book, sheet);
  const others = book.port.validations(sheet).map((validation) => ({
    ...validation,
    areas: areas.reduce((left, hole) => left.flatMap((area) => without(area, hole)), [...validation.areas]),
  }));
  book.port.setValidations(sheet, [...others.filter((validation) => validation.areas.length > 0), ...(next === null ? [] : [{ ...next, areas }])]);
}

function change(ranges: AreasRef, fields: Partial<DataValidation>): void {
  const now = shared(ranges) ?? refuse('InvalidOperation', 'The range needs one data validation rule first.');
  replace(ranges, { ...now, ...fields });
}

const operand = (given: unknown): string => {
  const source = range.read(given);
  return source === undefined ? String(given ?? '') : `=${fullAddress(source, true)}`;
};

function readRule(ranges: AreasRef): Json {
  const validation = shared(ranges);
  if (validation === null) return {};
  if (validation === undefined) return null;
  const { type, formula1, formula2, operator, inCellDropDown } = validation;
  if (type === 'list') return { list: { inCellDropDown, source: formula1 } };
  if (type === 'custom') return { custom: { formula: formula1 } };
  const name = comparison.toOffice(operator ?? 'between');
  return { [type]: { formula1, ...(formula2 === null ? {} : { formula2 }), operator: name.endsWith('OrEqual') ? `${name}To` : name } };
}

function writeRule(ranges: AreasRef, rule: Words): void {
  const given = Object.entries(rule).filter(([, body]) => isPlainObject(body)) as [string, Words][];
  if (given.length === 0) return replace(ranges, null);
  const [[name, body] = ['', {}], ...more] = given;
  const type = Object.values(types).find((word) => word === name);
  if (type === undefined || more.length > 0)
    refuse('InvalidArgument', 'A rule has exactly one of list, wholeNumber, decimal, date, time, textLength and custom.');
  const now = shared(ranges);
  const isFormula = type === 'list' || type === 'custom';
  replace(ranges, {
    ...(now ?? fresh),
    type,
    operator: isFormula ? null : comparison.fromOffice(body.operator),
    formula1: operand(type === 'list' ? body.source : type === 'custom' ? body.formula : body.formula1),
    formula2: isFormula || body.formula2 === undefined || body.formula2 === null ? null : operand(body.formula2),
    inCellDropDown: type === 'list' && body.inCellDropDown !== false,
  });
}

const fresh: Omit<DataValidation, 'areas' | 'type'> = {
  operator: null,
  formula1: '',
  formula2: null,
  ignoreBlank: true,
  inCellDropDown: true,
  prompt: { show: true, title: '', message: '' },
  errorAlert: { show: true, title: '', message: '', style: 'stop' },
};
const alertStyles = { Stop: 'stop', Warning: 'warning', Information: 'information' } as const;
const words = (given: unknown): string => (typeof given === 'string' ? given : '');

export const dataValidationClass: OfficeClass<AreasRef> = describe('DataValidation', {
  properties: {
    type: readOnly((ranges) => {
      const validation = shared(ranges);
      if (validation === undefined) return touching(ranges).length > 1 ? 'MixedCriteria' : 'Inconsistent';
      return validation === null ? 'None' : (Object.entries(types).find(([, word]) => word === validation.type)?.[0] ?? 'None');
    }),
    rule: settable(readRule, record, writeRule),
    valid: readOnly((ranges) => {
      const validation = shared(ranges);
      if (validation === null) return true;
      if (validation === undefined) return null;
      const { book, sheet, areas } = ranges;
      const verdicts = new Set(areas.flatMap((area) => book.port.values(sheet, area).flat()).map((value) => isValid(value, validation, { book, sheet: { book, id: sheet } })));
      return verdicts.size === 1 ? verdicts.has(true) : null;
    }),
    ignoreBlanks: settable(
      (ranges) => shared(ranges)?.ignoreBlank ?? true,
      flag,
      (ranges, ignoreBlank) => change(ranges, { ignoreBlank }),
    ),
    prompt: settable(
      (ranges) => {
        const { show, title, message } = shared(ranges)?.prompt ?? fresh.prompt;
        return { showPrompt: show, title, message };
      },
      record,
      (ranges, given) => change(ranges, { prompt: { show: given.showPrompt !== false, title: words(given.title), message: words(given.message) } }),
    ),
    errorAlert: settable(
      (ranges) => {
        const { show, title, message, style } = shared(ranges)?.errorAlert ?? fresh.errorAlert;
        return { showAlert: show, title, message, style: Object.entries(alertStyles).find(([, word]) => word === style)?.[0] ?? 'Stop' };
      },
      record,
      (ranges, given) => {
        const style = Object.entries(alertStyles).find(([name]) => name === given.style)?.[1] ?? 'stop';
        change(ranges, { errorAlert: { show: given.showAlert !== false, title: words(given.title), message: words(given.message), style } });
      },
    ),
  },
  methods: { clear: method([], (ranges) => replace(ranges, null)) },
});
