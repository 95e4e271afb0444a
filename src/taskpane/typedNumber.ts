/** Numbers as a person types them, by the workbook's culture; a decimal mark of the other kind is understood where it can be nothing else. */
import { knownLocale } from './figures';

const mostDecimals = 6;

/** Arabic sets a mark of direction before the sign, which nobody types. */
const directionMarks = /[\u061c\u200e\u200f]/g;

export interface Typing {
  /** As it would be typed: without grouping. */
  write(value: number): string;
  /** `null` where it is no number. "50 %" is 0.5 where `asShare`, else 50. */
  read(text: string, asShare?: boolean): number | null;
}

/** One mark between digits that is not the grouping of thousands is a decimal mark, whichever it is: "0,5" is a half in English, too. */
function plainDigits(digits: string, groupMark: string): string {
  const marks = [...new Set(digits.replace(/\d/g, ''))];
  const groups = (mark: string): boolean => new RegExp(`^[1-9]\\d{0,2}(\\${mark}\\d{3})+$`).test(digits);
  if (marks.length === 1 && marks[0] !== undefined) {
    const [mark] = marks;
    return groups(mark) && (mark === groupMark || digits.split(mark).length > 2) ? digits.replaceAll(mark, '') : digits.replace(mark, '.');
  }
  // Of two marks the first groups and the last parts the decimals.
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  return marks.length === 2 ? `${digits.slice(0, last).replace(/[.,]/g, '')}.${digits.slice(last + 1)}` : digits;
}

export function typingFor(culture: string): Typing {
  const locale = knownLocale(culture);
  const format = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: mostDecimals, numberingSystem: 'latn' });
  const groupMark = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1_234_567).find(({ type }) => type === 'group')?.value ?? '';
  return {
    write: (value) => format.format(value).replace(directionMarks, ''),
    read(text, asShare = false) {
      const [, sign = '', typed = '', percent] = /^([-−+]?)([\d.,\s'’]*\d[\d.,]*)\s*(%?)$/.exec(text.replace(directionMarks, '').trim()) ?? [];
      const digits = plainDigits(typed.replace(/[\s'’]/g, ''), groupMark);
      if (!/^(\d+\.?\d*|\.\d+)$/.test(digits)) return null;
      const value = Number(digits) * (sign === '-' || sign === '−' ? -1 : 1);
      // The quotient of two decimals is the nearest double to the decimal that was meant.
      return percent === '%' && asShare ? value / 100 : value;
    },
  };
}
