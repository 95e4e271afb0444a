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
  const separator = (parts: readonly Intl.DateTimeFormatPart[], fallback: string): string => parts.find((piece) => piece.type === 'literal')?.value.trim() || fallback;
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

/** The parts of a formatted date as a pattern of Excel: "M/d/yyyy". */
function pattern(parts: readonly Intl.DateTimeFormatPart[]): string {
  return parts
    .map(({ type, value }) => {
      switch (type) {
        case 'day':
          return value.length > 1 ? 'dd' : 'd';
        case 'month':
          return /^\d+$/.test(value) ? (value.startsWith('0') ? 'MM' : 'M') : 'MMMM';
        case 'year':
          return 'yyyy';
        case 'weekday':
          return 'dddd';
        case 'hour':
          return value === '3' ? 'h' : 'HH';
        case 'minute':
          return 'mm';
        case 'second':
          return 'ss';
        case 'dayPeriod':
          return 'tt';
        default:
          return value;
      }
    })
    .join('');
}
