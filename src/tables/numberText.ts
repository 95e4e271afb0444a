/** Numbers that stand in a cell as text: "$1.2m", "1,200", "(300)", "85%" (ruling 19). */
import { unitOf } from './currency';
import { narrow } from './textForms';

export interface NumberText {
  /** A plain decimal numeral, its scale word as exponent: "-1.2e6". */
  readonly numeral: string;
  readonly value: number;
  /** Its mark: an ISO code, or a sign that several countries share. */
  readonly currency: string | null;
  readonly percent: boolean;
}

/** No amount is longer; longer texts are prose. */
const longest = 80;
const unitSign = /[\p{L}$€£¥₹]/u;
const isMinus = (sign: string): boolean => sign === '-' || sign === '\u2212';
const digitsOnly = /^\d+$/;

/** 1,234,567 - or 12,34,567 as India writes it. A group that starts with 0 is no group of thousands. */
function ungrouped(whole: string, separator: string): string | null {
  if (separator === '') return whole === '' || digitsOnly.test(whole) ? whole : null;
  const groups = whole.split(separator);
  const [first = '', ...rest] = groups;
  const last = rest.at(-1);
  if (!groups.every((group) => digitsOnly.test(group)) || first.startsWith('0') || last?.length !== 3) return null;
  const western = first.length <= 3 && rest.every((group) => group.length === 3);
  const indian = separator === ',' && first.length <= 2 && rest.length > 1 && rest.slice(0, -1).every((group) => group.length === 2);
  return western || indian ? groups.join('') : null;
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** The plain decimal of digits with separators; 'ambiguous' where 1.200 may be 1.2 or 1,200. */
function decimalOf(body: string, scaled: boolean): string | 'ambiguous' | null {
  const dots = count(body, '.');
  const commas = count(body, ',');
  const spacers = [' ', "'", '’'].filter((sign) => body.includes(sign));
  let point = '';
  let group = spacers[0] ?? '';
  if (dots > 0 && commas > 0) {
    point = body.lastIndexOf('.') > body.lastIndexOf(',') ? '.' : ',';
    group += point === '.' ? ',' : '.';
  } else if (commas === 1 && !/,\d{3}$/.test(body)) {
    point = ',';
  } else if (commas > 0) {
    group += ',';
  } else if (dots === 1) {
    if (!scaled && /^[1-9]\d{0,2}\.\d{3}$/.test(body)) return 'ambiguous';
    point = '.';
  } else if (dots > 1) {
    group += '.';
  }
  if (spacers.length > 1 || group.length > 1 || (point !== '' && count(body, point) > 1)) return null;
  const [whole = '', fraction] = point === '' ? [body] : body.split(point);
  const digits = ungrouped(whole, group);
  if (digits === null || (fraction === undefined ? digits === '' : !digitsOnly.test(fraction))) return null;
  return fraction === undefined ? digits : `${digits || '0'}.${fraction}`;
}

interface Marks {
  body: string;
  negative: boolean;
  currency: string | null;
  exponent: number | null;
  percent: boolean;
}

/** Takes one mark off an end of the text; false where a mark comes twice or is none. `null`: nothing but digits is left at both ends. */
function takeMark(marks: Marks): boolean | null {
  const body = (marks.body = marks.body.trim());
  const first = body.charAt(0);
  const last = body.charAt(body.length - 1);
  if (body === '') return false;

  const bracketed = first === '(' && last === ')';
  if (bracketed || isMinus(first) || isMinus(last)) {
    if (marks.negative) return false;
    marks.negative = true;
    marks.body = bracketed ? body.slice(1, -1) : isMinus(first) ? body.slice(1) : body.slice(0, -1);
    return true;
  }
  if (last === '%') {
    if (marks.percent) return false;
    marks.percent = true;
    marks.body = body.slice(0, -1);
    return true;
  }
  const leading = unitSign.test(first);
  if (!leading && !unitSign.test(last)) return null;
  let length = 1;
  while (unitSign.test(body.charAt(leading ? length : body.length - 1 - length))) length++;
  const unit = unitOf(leading ? body.slice(0, length) : body.slice(-length));
  // A scale word stands after its digits, never before them.
  if (unit === null || (leading && unit.exponent !== null)) return false;
  if ((unit.currency !== null && marks.currency !== null) || (unit.exponent !== null && marks.exponent !== null)) return false;
  marks.currency ??= unit.currency;
  marks.exponent ??= unit.exponent;
  marks.body = leading ? body.slice(length) : body.slice(0, -length);
  return true;
}

/** Ruling 19: sign, currency before or after, digits, scale word. */
export function numberFromText(text: string): NumberText | 'unreadable-number' | 'ambiguous-number' {
  const marks: Marks = { body: text.length > longest ? '' : narrow(text), negative: false, currency: null, exponent: null, percent: false };
  let taken = takeMark(marks);
  while (taken === true) taken = takeMark(marks);
  if (taken === false || (marks.percent && (marks.currency !== null || marks.exponent !== null))) return 'unreadable-number';
  const decimal = decimalOf(marks.body, marks.exponent !== null);
  if (decimal === 'ambiguous') return 'ambiguous-number';
  if (decimal === null) return 'unreadable-number';
  const numeral = `${marks.negative ? '-' : ''}${decimal}${marks.exponent === null ? '' : `e${marks.exponent}`}`;
  // Minus nothing is nothing: + 0 turns -0 into 0.
  return { numeral, value: Number(numeral) + 0, currency: marks.currency, percent: marks.percent };
}
