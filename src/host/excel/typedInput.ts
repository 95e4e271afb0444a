/**
 * What Excel (en-US) makes of text handed to `values` or `formulas`: the same as if it had been typed into the cell.
 * Source: the remarks on Excel.Range.values ("if the returned value starts with a plus, minus or equal sign, Excel interprets this value as a
 * formula") and Excel's behaviour for typed dates, percentages, currencies and grouped numbers.
 */
import type { CellInput } from '../workbookPort';
import { refuse } from '../officeError';

const GENERAL = 'General';
const TEXT_FORMAT = '@';
const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8_192;

/** `typed` is what is handed over, `format` the cell's number format now: a recognised style of number formats only a General cell. */
export function interpretTyped(typed: string | number | boolean, format: string, date1904: boolean): CellInput {
  if (typeof typed !== 'string') return { value: typed };
  if (typed.length > LONGEST_TEXT) refuse('InvalidArgument', 'A cell holds at most 32,767 characters.');
  if (typed === '') return { value: null };
  if (typed.startsWith("'")) return { value: typed.slice(1), quoted: true };
  if (format === TEXT_FORMAT) return { value: typed };
  const formula = asFormula(typed);
  if (formula !== null) return { formula };
  const number = asNumber(typed.trim(), date1904);
  if (number !== null) return format === GENERAL && number.numberFormat !== GENERAL ? number : { value: number.value };
  const upper = typed.trim().toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE' };
  if (/^#(N\/A|VALUE!|REF!|DIV\/0!|NAME\?|NUM!|NULL!)$/.test(upper)) return { formula: `=${upper}` };
  return { value: typed };
}

/** The formula that typed text is taken for, with its equals sign; `null` where it is none. Full-width signs count, as in Excel. */
function asFormula(typed: string): string | null {
  const sign = typed.charAt(0).normalize('NFKC');
  const rest = typed.slice(1);
  if (rest === '') return null;
  if (sign === '=') return checked(`=${rest}`);
  if ((sign === '+' || sign === '-') && !isNumeral(typed.normalize('NFKC'))) return /^[-+=\s]*$/.test(rest) ? null : checked(`=${sign}${rest}`);
  return sign === '@' && /^[A-Za-z][\w.]*\(/.test(rest) ? checked(`=${rest}`) : null;
}

const isNumeral = (typed: string): boolean => asPlainNumber(typed.trim()) !== null;

/** Excel refuses a formula that it cannot read; this finds open brackets, open texts and a trailing operator. */
function checked(formula: string): string {
  if (formula.length > LONGEST_FORMULA) refuse('FormulaLengthExceedsLimit');
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, 'x');
  const isOpen = (open: string, close: string): boolean => bare.split(open).length !== bare.split(close).length;
  if (/["]/.test(bare) || isOpen('(', ')') || isOpen('{', '}') || /[-+*/^&=<>,(]\s*$/.test(bare))
    refuse('InvalidArgument', `Excel cannot read the formula ${formula}`);
  return formula;
}

interface TypedNumber {
  readonly value: number;
  readonly numberFormat: string;
}

function asNumber(typed: string, date1904: boolean): TypedNumber | null {
  return asPlainNumber(typed) ?? asFraction(typed) ?? asDate(typed, date1904);
}

const numeral = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][-+]?\d+)?`;
const numeralPattern = new RegExp(String.raw`^(\()?([-+])?(\$)?([-+])?(${numeral})\s*(%)?(\))?$`);

/** 1200, 1,200.5, -5, (5), $5, -$5, 85%, 1e5. */
function asPlainNumber(typed: string): TypedNumber | null {
  const match = numeralPattern.exec(typed);
  if (match === null) return null;
  const [, open, before, dollar, after, digits = '', percent, close] = match;
  if (!/\d/.test(digits) || (open === undefined) !== (close === undefined) || (before !== undefined && (after !== undefined || open !== undefined)))
    return null;
  if (after !== undefined && dollar === undefined) return null;
  if (dollar !== undefined && percent !== undefined) return null;
  const size = Number(digits.replaceAll(',', ''));
  if (!Number.isFinite(size)) return null;
  const isNegative = before === '-' || after === '-' || open !== undefined;
  const hasCents = digits.includes('.');
  let numberFormat = GENERAL;
  if (percent !== undefined) numberFormat = hasCents ? '0.00%' : '0%';
  else if (dollar !== undefined) numberFormat = hasCents ? '$#,##0.00_);[Red]($#,##0.00)' : '$#,##0_);[Red]($#,##0)';
  else if (/[eE]/.test(digits)) numberFormat = '0.00E+00';
  else if (digits.includes(',')) numberFormat = hasCents ? '#,##0.00' : '#,##0';
  const scaled = percent === undefined ? size : Number((size / 100).toPrecision(15));
  return { value: isNegative && scaled !== 0 ? -scaled : scaled, numberFormat };
}

/** "1 1/2". */
function asFraction(typed: string): TypedNumber | null {
  const match = /^(-?)(\d+) (\d{1,2})\/(\d{1,2})$/.exec(typed);
  if (match === null || Number(match[4]) === 0) return null;
  const value = Number(match[2]) + Number(match[3]) / Number(match[4]);
  return { value: match[1] === '-' ? -value : value, numberFormat: (match[4]?.length ?? 0) > 1 ? '# ??/??' : '# ?/?' };
}

const monthNames = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const monthWord = '([a-z]{3,9})';
/** 1 to 12 for a month's name, its first three letters or "sept"; 0 for any other word, which no calendar has. */
const monthOf = (word: string): number =>
  monthNames.findIndex((name) => [name, name.slice(0, 3), name === 'september' ? 'sept' : name].includes(word.toLowerCase())) + 1;
const fullYear = (digits: string): number => (digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 30 ? 2000 : 1900));

interface DatePattern {
  readonly pattern: RegExp;
  readonly format: string;
  read(groups: readonly string[]): readonly [year: number, month: number, day: number];
}
const thisYear = (): number => new Date().getFullYear();
const datePatterns: readonly DatePattern[] = [
  {
    pattern: /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/,
    format: 'm/d/yyyy',
    read: ([m = '', d = '', y = '']) => [fullYear(y), Number(m), Number(d)],
  },
  { pattern: /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/, format: 'm/d/yyyy', read: ([y = '', m = '', d = '']) => [Number(y), Number(m), Number(d)] },
  { pattern: /^(\d{1,2})[/-](\d{1,2})$/, format: 'd-mmm', read: ([m = '', d = '']) => [thisYear(), Number(m), Number(d)] },
  {
    pattern: new RegExp(String.raw`^(\d{1,2})[- ]${monthWord}[- ,]+(\d{4}|\d{2})$`, 'i'),
    format: 'd-mmm-yy',
    read: ([d = '', m = '', y = '']) => [fullYear(y), monthOf(m), Number(d)],
  },
  {
    pattern: new RegExp(String.raw`^${monthWord} (\d{1,2}),? (\d{4})$`, 'i'),
    format: 'd-mmm-yy',
    read: ([m = '', d = '', y = '']) => [fullYear(y), monthOf(m), Number(d)],
  },
  { pattern: new RegExp(String.raw`^${monthWord}[- ](\d{4})$`, 'i'), format: 'mmm-yy', read: ([m = '', y = '']) => [Number(y), monthOf(m), 1] },
  {
    pattern: new RegExp(String.raw`^(\d{1,2})[- ]${monthWord}$`, 'i'),
    format: 'd-mmm',
    read: ([d = '', m = '']) => [thisYear(), monthOf(m), Number(d)],
  },
];

/** A date, a time, or both: "9/30/2026", "30-Sep-26", "14:30", "9/30/2026 2:30 PM". */
function asDate(typed: string, date1904: boolean): TypedNumber | null {
  const match = /^(.*?)\s*(?:(?<=^|\s)(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AaPp][Mm])?))?$/.exec(typed);
  const [, day = '', clock] = match ?? [];
  const time = clock === undefined ? null : timeOfDay(clock);
  if (clock !== undefined && time === null) return null;
  if (day === '') return time;
  for (const { pattern, format, read } of datePatterns) {
    const parts = pattern.exec(day);
    if (parts === null) continue;
    const serial = serialOf(read(parts.slice(1)), date1904);
    if (serial !== null) return { value: serial + (time?.value ?? 0), numberFormat: time === null ? format : 'm/d/yyyy h:mm' };
  }
  return null;
}

function timeOfDay(clock: string): TypedNumber | null {
  const [, hour = '', minute = '', second, half] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([AaPp])[Mm])?$/.exec(clock) ?? [];
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second ?? 0) > 59 || (half !== undefined && Number(hour) > 12)) return null;
  const numberFormat = `${second === undefined ? 'h:mm' : 'h:mm:ss'}${half === undefined ? '' : ' AM/PM'}`;
  return { value: (hours * 3600 + Number(minute) * 60 + Number(second ?? 0)) / 86_400, numberFormat };
}

/** The serial number of a day, 29 February 1900 counted as Excel does; `null` for a day that no calendar has. */
export function serialOf([year, month, day]: readonly [year: number, month: number, day: number], date1904: boolean): number | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  const days = Math.round((at.getTime() - Date.UTC(1899, 11, 31)) / 86_400_000);
  const serial = date1904 ? days - 1461 : days + (days > 59 ? 1 : 0);
  return serial < 0 || year > 9999 ? null : serial;
}
