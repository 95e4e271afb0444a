/** How a language writes numbers and dates, as `application.cultureInfo` tells it. */
export interface Culture {
  readonly name: string;
  readonly decimalSeparator: string;
  readonly groupSeparator: string;
  readonly dateSeparator: string;
  readonly timeSeparator: string;
  readonly shortDatePattern: string;
  readonly longDatePattern: string;
  readonly longTimePattern: string;
}

/** A day whose parts cannot be mistaken for each other: Wednesday, 2 December 2026, 15:04:05. */
const sample = new Date(2026, 11, 2, 15, 4, 5);

export function cultureOf(name: string): Culture {
  const numbers = new Intl.NumberFormat(name, { useGrouping: true }).formatToParts(1234567.5);
  const part = (type: string, fallback: string): string => numbers.find((piece) => piece.type === type)?.value ?? fallback;
  const short = new Intl.DateTimeFormat(name, { dateStyle: 'short' }).formatToParts(sample);
  const time = new Intl.DateTimeFormat(name, { timeStyle: 'medium' }).formatToParts(sample);
  const separator = (parts: readonly Intl.DateTimeFormatPart[], fallback: string): string =>
    parts.find((piece) => piece.type === 'literal')?.value.trim() || fallback;
  return {
    name,
    decimalSeparator: part('decimal', '.'),
    groupSeparator: part('group', ','),
    dateSeparator: separator(short, '/'),
    timeSeparator: separator(time, ':'),
    shortDatePattern: pattern(short),
    longDatePattern: pattern(new Intl.DateTimeFormat(name, { dateStyle: 'full' }).formatToParts(sample)),
    longTimePattern: pattern(time),
  };
}

const fields: Partial<Record<Intl.DateTimeFormatPartTypes, (shown: string) => string>> = {
  day: (shown) => (shown.length > 1 ? 'dd' : 'd'),
  month: (shown) => (/^\d+$/.test(shown) ? 'M' : 'MMMM'),
  year: () => 'yyyy',
  weekday: () => 'dddd',
  hour: (shown) => (shown === '3' ? 'h' : 'HH'),
  minute: () => 'mm',
  second: () => 'ss',
  dayPeriod: () => 'tt',
};

/** The parts of a formatted date as a pattern of Excel: "M/d/yyyy". */
function pattern(parts: readonly Intl.DateTimeFormatPart[]): string {
  return parts.map(({ type, value }) => fields[type]?.(value) ?? value).join('');
}
