/** Cells read by the rulings' letter, one at a time, without regard for speed: numbers, dates, names, words. */
import { Rational } from './rational';

export type Raw = string | number | boolean | null | { error: string };
/** `bad`: an issue with this code; error values also count as blank. */
export type Read<T> = { value: T } | 'blank' | { bad: string; blank?: true };

export interface Cell { raw: Raw; format: string }

const letters = /[\p{L}\p{M}\p{N}\p{Extended_Pictographic}]/u;
const placeholders = new Set(['na', 'none', 'tbd', 'tba', 'tbc', 'open', 'vacant', 'unknown', 'to be confirmed', 'to be determined', 'to be decided', 'to be announced']);
const noPerson = new Set(['no', 'nobody', 'unassigned', 'not assigned', 'missing']);
const noPersonFirst = new Set(['tbd', 'tba', 'tbc', 'n/a', 'none', 'vacant', 'unknown', 'open', 'pending']);

const bare = (text: string): string => text.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\s]/gu, '').replace(/\s+/g, ' ').trim();

export function isPlaceholder(text: string): boolean {
  return text.trim() === '' || !letters.test(text) || placeholders.has(bare(text));
}

export function name(cell: Cell, person: boolean): string | null {
  const { raw } = cell;
  if (raw === null || typeof raw === 'object') return null;
  if (person && (raw === 0 || raw === false)) return null;
  const text = typeof raw === 'boolean' ? String(raw).toUpperCase() : String(raw).trim();
  if (isPlaceholder(text) || bare(text) === 'pending') return null;
  if (person) {
    const plain = bare(text);
    const first = text.trim().toLowerCase().split(/\s+/)[0]?.replace(/[^\p{L}\p{M}\p{N}/]/gu, '') ?? '';
    if (noPerson.has(plain) || plain.startsWith('to be ') || noPersonFirst.has(first)) return null;
  }
  return text;
}

const marks: Record<string, string> = { '$': 'USD', 'US$': 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', 'C$': 'CAD', 'A$': 'AUD', '₹': 'INR' };
const isoCodes = ['USD', 'EUR', 'GBP', 'JPY', 'CAD', 'AUD', 'INR', 'CHF', 'SEK'];
const suffixes: Record<string, bigint> = { k: 1000n, thousand: 1000n, m: 1000000n, mm: 1000000n, mn: 1000000n, mio: 1000000n, million: 1000000n, b: 1000000000n, bn: 1000000000n, billion: 1000000000n };

export interface Amount { value: Rational; currency: string | null; percent: boolean }

/** A number written as text: sign or brackets, currency before or after, groups, suffix, percent. */
export function textNumber(input: string): Amount | 'unreadable-number' | 'ambiguous-number' {
  let text = input.trim();
  let negative = false;
  let currency: string | null = null;
  let percent = false;
  let scale = 1n;
  let changed = true;
  const sign = (found: RegExp): boolean => {
    if (negative || !found.test(text)) return false;
    negative = true;
    text = text.replace(found, (_all, inner: string | number) => (typeof inner === 'string' ? inner : '')).trim();
    return true;
  };
  const coin = (): boolean => {
    if (currency) return false;
    for (const [mark, code] of [...Object.entries(marks), ...isoCodes.map((code) => [code, code] as const)].sort((a, b) => b[0].length - a[0].length)) {
      const upper = text.toUpperCase();
      if (upper.startsWith(mark)) { currency = code; text = text.slice(mark.length).trim(); return true; }
      if (upper.endsWith(mark)) { currency = code; text = text.slice(0, -mark.length).trim(); return true; }
    }
    return false;
  };
  while (changed) changed = sign(/^\((.*)\)$/) || sign(/^[-\u2212]/) || sign(/[-\u2212]$/) || coin();
  if (text.endsWith('%')) { percent = true; text = text.slice(0, -1).trim(); }
  const suffix = /^([\d.,'’\s]+?)\s*([a-z]+)$/i.exec(text);
  let suffixed = false;
  if (suffix?.[2] && suffixes[suffix[2].toLowerCase()]) { scale = suffixes[suffix[2].toLowerCase()] as bigint; text = suffix[1] ?? ''; suffixed = true; }
  if (!/^[\d.,'’\s]+$/.test(text) || !/\d/.test(text)) return 'unreadable-number';
  let plain: string | null = null;
  if (/^\d+$/.test(text)) plain = text;
  else if (/^\d*\.\d+$/.test(text) || /^\d+\.$/.test(text)) {
    if (!suffixed && !percent && /^[1-9]\d{0,2}\.\d{3}$/.test(text)) return 'ambiguous-number';
    plain = text.replace(/\.$/, '');
  } else if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) || /^\d{1,2}(,\d{2})*,\d{3}(\.\d+)?$/.test(text)) plain = text.replace(/,/g, '');
  else if (/^\d{1,3}(\.\d{3})+,\d+$/.test(text)) plain = text.replace(/\./g, '').replace(',', '.');
  else if (/^\d{1,3}(\.\d{3}){2,}$/.test(text)) plain = text.replace(/\./g, '');
  else if (/^\d*,\d+$/.test(text)) plain = text.replace(',', '.');
  else if (/^\d{1,3}(['’\s]\d{3})+([.,]\d+)?$/.test(text)) plain = text.replace(/['’\s]/g, '').replace(',', '.');
  if (plain === null) return 'unreadable-number';
  const value = Rational.fromDecimal(plain.startsWith('.') ? `0${plain}` : plain).times(Rational.of(scale));
  return { value: negative ? Rational.of(0).minus(value) : value, currency, percent };
}

const formatIsPercent = (format: string): boolean => format.includes('%');
const formatIsDate = (format: string): boolean => /[dy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, '')) && format !== 'General';
const formatCurrency = (format: string): string | null => {
  for (const code of isoCodes) if (format.includes(code)) return code;
  for (const mark of ['€', '£', '¥', '₹', '$']) if (format.includes(mark)) return marks[mark] ?? null;
  return null;
};

export function number(cell: Cell, money: boolean): Read<Amount> {
  const { raw, format } = cell;
  if (raw === null) return 'blank';
  if (typeof raw === 'object') return { bad: 'error-value', blank: true };
  if (typeof raw === 'boolean') return { bad: 'unreadable-number' };
  if (typeof raw === 'number') {
    if (formatIsPercent(format) || formatIsDate(format)) return { bad: 'unreadable-number' };
    return { value: { value: Rational.fromDouble(raw), currency: formatCurrency(format), percent: false } };
  }
  if (isPlaceholder(raw)) return 'blank';
  const read = textNumber(raw);
  if (typeof read === 'string') return { bad: read };
  if (read.percent || (!money && read.currency)) return { bad: 'unreadable-number' };
  return { value: { ...read, currency: read.currency ?? formatCurrency(format) } };
}

/** The currency that a cell of a Currency column names. */
export function currencyName({ raw }: Cell): string | null {
  if (raw === null || typeof raw === 'object') return null;
  const text = String(raw).trim().toUpperCase();
  return marks[text] ?? (isPlaceholder(text) ? null : text);
}

/** A positive plain number: neither percent, date nor boolean, and as text without currency or scale. */
export function rate({ raw, format }: Cell): Rational | null {
  if (typeof raw === 'number') return raw > 0 && !formatIsPercent(format) && !formatIsDate(format) ? Rational.fromDouble(raw) : null;
  if (typeof raw !== 'string' || /[a-z]/i.test(raw)) return null;
  const read = textNumber(raw);
  return typeof read === 'object' && !read.percent && read.currency === null && read.value.positive ? read.value : null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const first = Date.UTC(1899, 11, 30);
export const serial = (year: number, month: number, day: number): number | null => {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? Math.round((at.getTime() - first) / 86400000) : null;
};
const lowest = serial(1990, 1, 1) as number;
const highest = serial(2099, 12, 31) as number;

/** Same day so many months before or after, clamped to the month's end. */
export function edate(day: number, by: number): number {
  const at = new Date(first + day * 86400000);
  const start = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + by, 1));
  const last = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate();
  return serial(start.getUTCFullYear(), start.getUTCMonth() + 1, Math.min(at.getUTCDate(), last)) as number;
}

export function date(cell: Cell): Read<number> {
  const { raw } = cell;
  if (raw === null) return 'blank';
  if (typeof raw === 'object') return { bad: 'error-value', blank: true };
  if (typeof raw === 'boolean') return { bad: 'unreadable-date' };
  const within = (day: number | null): Read<number> => (day !== null && day >= lowest && day <= highest ? { value: day } : { bad: 'unreadable-date' });
  if (typeof raw === 'number') return within(Math.floor(raw));
  if (isPlaceholder(raw)) return 'blank';
  const text = raw.trim();
  const at = (pattern: RegExp): RegExpExecArray | null => pattern.exec(text);
  let found = at(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/) ?? at(/^(\d{4})(\d{2})(\d{2})$/);
  if (found) return within(serial(Number(found[1]), Number(found[2]), Number(found[3])));
  if (/^\d{5}$/.test(text)) return within(Number(text));
  const monthOf = (word: string): number => months.findIndex((month) => word.toLowerCase().startsWith(month)) + 1;
  const year = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));
  found = at(/^(\d{1,2})(?:st|nd|rd|th)?[- ]([A-Za-z]{3,9})\.?,?[- ](\d{2}|\d{4})$/);
  if (found) return within(monthOf(found[2] ?? '') ? serial(year(found[3] ?? ''), monthOf(found[2] ?? ''), Number(found[1])) : null);
  found = at(/^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/);
  if (found) return within(monthOf(found[1] ?? '') ? serial(Number(found[3]), monthOf(found[1] ?? ''), Number(found[2])) : null);
  found = at(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/);
  if (found) {
    const [a, b, y] = [Number(found[1]), Number(found[2]), year(found[3] ?? '')];
    if (a === b) return within(serial(y, a, b));
    if (a > 12 && b <= 12) return within(serial(y, b, a));
    if (b > 12 && a <= 12) return within(serial(y, a, b));
    return { bad: a > 12 ? 'unreadable-date' : 'ambiguous-date' };
  }
  return { bad: 'unreadable-date' };
}

const legal = new Set(['inc', 'incorporated', 'ltd', 'limited', 'llc', 'llp', 'lp', 'plc', 'gmbh', 'ag', 'sa', 'sas', 'sarl', 'srl', 'spa', 'bv', 'nv', 'ab', 'as', 'oy', 'oyj', 'kg', 'co', 'corp', 'corporation', 'company', 'pty', 'pvt', 'pte', 'kk', 'se', 'sl', 'and']);

export function partnerKey(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\p{Cf}/gu, '').replace(/[.'’/]/g, '').replace(/&/g, ' and ').replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}]/gu, ' ');
  const words = plain.split(' ').filter(Boolean);
  while (words.length > 1 && legal.has(words.at(-1) as string)) words.pop();
  return words.join('');
}

const table = (rows: Record<string, string>): Map<string, string> => new Map(Object.entries(rows).flatMap(([to, list]) => list.split(', ').map((word) => [word, to] as const)));
export const stageWords = table({
  Qualify: 'qualify, qualified, qualifying, qualification, idea, prospect, proposed, concept, new, discovery',
  Approve: 'approve, approved, approving, approval, pending approval, awaiting approval, in approval, for approval, submitted, in review, under review',
  Launch: 'launch, launched, launching, live, in flight, execution, executing, in execution, active, in progress, running, ongoing, underway',
  Closed: 'closed, close, done, complete, completed, finished, ended',
  'Closed Succeeded': 'won, closed won, succeeded, success',
  'Closed Failed': 'lost, closed lost, failed',
  'Closed Stopped': 'cancelled, canceled, on ice, on hold, stopped, abandoned, withdrawn, parked, terminated',
});
export const outcomeWords = table({ Succeeded: 'succeeded, success, successful, won, achieved', Failed: 'failed, failure, lost, unsuccessful, missed', Stopped: 'stopped, cancelled, canceled, on ice, abandoned, withdrawn, terminated' });
export const statusWords = table({ Active: 'active, current, live', Watch: 'watch, watchlist, at risk', Exiting: 'exiting, exit, winding down', Ended: 'ended, terminated, closed, inactive, former, exited' });
