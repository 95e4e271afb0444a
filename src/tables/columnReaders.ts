/** Reads the columns of one table: each reader gives what a row's cell says and reports what it cannot read, one issue per cell (ruling 32). */
import { type Reading, unreadable } from '../domain/cell';
import type { Issue, IssueCode } from '../domain/issue';
import type { Minor, SerialDate } from '../domain/measure';
import { type SignChoices, headerUnit, meantBy, namedCurrency } from './currency';
import { type DateReading, dayOfSerial, dayOfText } from './dateText';
import { isErrorValue } from './errorValues';
import { agreementOf } from './expectationWords';
import type { TableArea } from './findTables';
import { minorFromNumber, minorFromNumeral, timesPowerOfTen } from './money';
import { type FormatMeaning, formatMeaning } from './numberFormat';
import { type NumberText, numberFromText } from './numberText';
import { isNamePlaceholder, isPersonPlaceholder, isPlaceholder } from './placeholders';
import { sentences } from './sentences';
import type { SourceValue } from './source';
import type { SurveyMark } from './surveyScale';
import { isBlank } from './textForms';

/** What the cells of a workbook mean where they do not say it themselves. */
export interface CellReading extends DateReading {
  readonly signs: SignChoices;
}

/** An Excel error value in a column on which the whole row depends. */
export const errorValue: unique symbol = Symbol('error value');

/** What the cell of a row says; the row is a position in the table's values. */
type ColumnReader<T> = (row: number) => T;

export interface MoneyReader {
  readonly read: ColumnReader<Reading<Minor>>;
  /** The currency of a cell that was read: its text's, else the row's, else its format's, else its header's (ruling 22). */
  readonly currency: (row: number, rowCurrency: string | null) => string | null;
}

interface Column {
  readonly position: number;
  readonly header: string;
}

/** A text's meaning, worked out once however often it occurs. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  let lastText: string | undefined;
  let lastMeaning: T | undefined;
  return (text) => {
    // Neighbours often say the same, so that the map is not even asked.
    let meaning = text === lastText ? lastMeaning : known.get(text);
    if (meaning === undefined) known.set(text, (meaning = read(text)));
    lastText = text;
    lastMeaning = meaning;
    return meaning;
  };
}

/** A number or a text as a person sees it. */
const shownText = (value: SourceValue | undefined): string => (typeof value === 'boolean' ? String(value).toUpperCase() : String(value ?? ''));

export class ColumnReaders<Field extends string> {
  private readonly meaningOfFormat = remembered(formatMeaning);

  constructor(
    private readonly area: TableArea<Field>,
    private readonly reading: CellReading,
    private readonly issues: Issue[],
  ) {}

  /** The header as it stands in the sheet; '' where the table has no such column. */
  headerOf(field: Field): string {
    return this.columnOf(field)?.header ?? '';
  }

  shown(field: Field, row: number): string {
    const column = this.columnOf(field);
    return column === null ? '' : shownText(this.value(column, row));
  }

  report(code: IssueCode, field: Field, row: number, message: string): typeof unreadable {
    const column = this.columnOf(field);
    return column === null ? unreadable : this.reportAt(code, column, row, message);
  }

  /** An error value that counts as blank (ruling 5). */
  reportError(field: Field, row: number): null {
    const column = this.columnOf(field);
    return column === null ? null : this.reportErrorAt(column, row);
  }

  /** A row that cannot be placed gets this one issue (ruling 15). */
  leaveOut(code: IssueCode, field: Field, row: number, message: string): null {
    this.report(code, field, row, message);
    return null;
  }

  leaveOutForError(field: Field, row: number): null {
    return this.leaveOut('error-value', field, row, sentences.errorInRow(this.headerOf(field), this.shown(field, row)));
  }

  /** Partner and Initiative: blank is `null`. Nothing is reported, since the row as a whole will be. */
  name(field: Field): ColumnReader<string | null | typeof errorValue> {
    const column = this.columnOf(field);
    if (column === null) return () => null;
    return (row) => {
      const value = this.value(column, row);
      if (isBlank(value)) return null;
      if (isErrorValue(value)) return errorValue;
      const text = shownText(value).trim();
      return isNamePlaceholder(text) ? null : text;
    };
  }

  /** People. The number 0 and FALSE are what a lookup gives for an empty cell (ruling 17). */
  person(field: Field): ColumnReader<string | null> {
    return this.textReader(field, isPersonPlaceholder, (value) => value === 0 || value === false);
  }

  text(field: Field): ColumnReader<string | null> {
    return this.textReader(field, isPlaceholder, () => false);
  }

  /** A word of a closed list; `unreadable` where it is none of them. Nothing is reported: what it means differs from column to column. */
  word<T>(field: Field, meaning: (text: string) => T | null): ColumnReader<Reading<T> | typeof errorValue> {
    const column = this.columnOf(field);
    if (column === null) return () => null;
    const read = remembered((text): Reading<T> => meaning(text) ?? (isPlaceholder(text) ? null : unreadable));
    return (row) => {
      const value = this.value(column, row);
      return isErrorValue(value) ? errorValue : read(shownText(value));
    };
  }

  date(field: Field): ColumnReader<Reading<SerialDate>> {
    const column = this.columnOf(field);
    if (column === null) return () => null;
    const day = this.dayReader();
    return (row) => this.dateAt(column, row, day, sentences.unreadableDate);
  }

  /** Yes, no, or the day on which it was agreed (ruling 26). */
  agreement(field: Field): ColumnReader<Reading<boolean | SerialDate>> {
    const column = this.columnOf(field);
    if (column === null) return () => null;
    const day = this.dayReader();
    return (row) => {
      const value = this.value(column, row);
      return agreementOf(String(value)) ?? this.dateAt(column, row, day, sentences.unreadableAgreement);
    };
  }

  /** Money in hundredths, on the scale that the header gives (rulings 19 to 21 and 23). */
  money(field: Field, mayBeNegative: boolean): MoneyReader {
    const column = this.columnOf(field);
    if (column === null) return { read: () => null, currency: () => null };
    const unit = headerUnit(column.header);
    const texts = remembered(numberFromText);
    return {
      read: (row) => {
        const number = this.amountAt(column, row, texts);
        if (number === null || number === unreadable) return number;
        const minor = typeof number === 'number' ? minorFromNumber(number, unit.exponent) : minorFromNumeral(number.numeral, unit.exponent);
        if (minor === null) return this.reportNumber(column, row);
        return minor < 0 && !mayBeNegative ? this.reportNegative(column, row) : minor;
      },
      currency: (row, rowCurrency) => {
        const value = this.value(column, row);
        const text = typeof value === 'string' ? texts(value) : null;
        const written = typeof text === 'object' ? text?.currency : null;
        return meantBy(written ?? rowCurrency ?? this.formatOf(column, row).currency ?? unit.currency, this.reading.signs);
      },
    };
  }

  /** A count without a currency (rulings 20 and 23). */
  count(field: Field): ColumnReader<Reading<number>> {
    const column = this.columnOf(field);
    if (column === null) return () => null;
    const texts = remembered(numberFromText);
    return (row) => {
      const number = this.amountAt(column, row, texts);
      if (number === null || number === unreadable) return number;
      if (typeof number === 'object' && number.currency !== null) {
        return this.reportAt('unreadable-number', column, row, sentences.currencyCount(column.header, this.value(column, row)));
      }
      const value = typeof number === 'number' ? number : number.value;
      return value < 0 ? this.reportNegative(column, row) : value;
    };
  }

  /** A mark of a survey, percentages as 0 to 100; its scale is the whole column's affair (ruling 24). */
  survey(field: Field): ColumnReader<Reading<SurveyMark>> {
    const column = this.columnOf(field);
    if (column === null) return () => null;
    const texts = remembered(numberFromText);
    return (row) => {
      const number = this.numberAt(column, row, texts);
      if (number === null || number === unreadable) return number;
      if (typeof number === 'object') return number.currency === null ? { value: number.value, percent: number.percent } : this.reportNumber(column, row);
      const { percent } = this.formatOf(column, row);
      return { value: percent ? timesPowerOfTen(number, 2) : number, percent };
    };
  }

  /** The decimal numeral of a plain number: no percentage, no date, no money, no scale word (ruling 22). `null` for anything else; nothing is reported. */
  plainNumeral(field: Field): ColumnReader<string | null> {
    const column = this.columnOf(field);
    if (column === null) return () => null;
    return (row) => {
      const value = this.value(column, row);
      if (typeof value === 'number') {
        const { percent, date } = this.formatOf(column, row);
        return percent || date || !Number.isFinite(value) ? null : String(value);
      }
      const number = typeof value === 'string' ? numberFromText(value) : null;
      const plain = typeof number === 'object' && number?.currency === null && !number.percent && !number.numeral.includes('e');
      return plain ? number.numeral : null;
    };
  }

  /** The currency that a row's own cell names. */
  rowCurrency(field: Field): ColumnReader<string | null | typeof errorValue> {
    const column = this.columnOf(field);
    if (column === null) return () => null;
    const named = remembered(namedCurrency);
    return (row) => {
      const value = this.value(column, row);
      return isErrorValue(value) ? errorValue : meantBy(named(shownText(value)), this.reading.signs);
    };
  }

  private columnOf(field: Field): Column | null {
    const position = this.area.mapping.columns[field];
    if (position === undefined) return null;
    return { position, header: shownText(this.area.values[this.area.header]?.[position]) };
  }

  private value(column: Column, row: number): SourceValue | undefined {
    return this.area.values[row]?.[column.position];
  }

  private formatOf(column: Column, row: number): FormatMeaning {
    return this.meaningOfFormat(this.area.source.formats?.[row]?.[column.position] ?? 'General');
  }

  private textReader(field: Field, isNothing: (text: string) => boolean, isEmptyLookup: (value: SourceValue | undefined) => boolean): ColumnReader<string | null> {
    const column = this.columnOf(field);
    if (column === null) return () => null;
    return (row) => {
      const value = this.value(column, row);
      if (isBlank(value) || isEmptyLookup(value)) return null;
      if (typeof value !== 'string') return shownText(value);
      if (isErrorValue(value)) return this.reportErrorAt(column, row);
      return isNothing(value) ? null : value.trim();
    };
  }

  private dayReader(): (text: string) => ReturnType<typeof dayOfText> {
    return remembered((text) => dayOfText(text, this.reading.date1904, this.reading.order));
  }

  private dateAt(
    column: Column, row: number, dayOf: (text: string) => ReturnType<typeof dayOfText>, unreadableSentence: (header: string, shown: unknown) => string,
  ): Reading<SerialDate> {
    const value = this.value(column, row);
    if (isBlank(value)) return null;
    if (isErrorValue(value)) return this.reportErrorAt(column, row);
    const day = typeof value === 'number' ? dayOfSerial(value, this.reading.date1904) : typeof value === 'string' ? dayOf(value) : null;
    if (typeof day === 'number') return day;
    if (day === 'ambiguous-date') return this.reportAt(day, column, row, sentences.ambiguousDate(column.header, value));
    if (typeof value === 'string' && isPlaceholder(value)) return null;
    return this.reportAt('unreadable-date', column, row, unreadableSentence(column.header, shownText(value)));
  }

  /** A number that is no percentage. */
  private amountAt(column: Column, row: number, texts: (text: string) => ReturnType<typeof numberFromText>): Reading<number | NumberText> {
    const number = this.numberAt(column, row, texts);
    const percent = typeof number === 'number' ? this.formatOf(column, row).percent : typeof number === 'object' && number?.percent === true;
    return percent ? this.reportAt('unreadable-number', column, row, sentences.percentNumber(column.header)) : number;
  }

  private numberAt(column: Column, row: number, texts: (text: string) => ReturnType<typeof numberFromText>): Reading<number | NumberText> {
    const value = this.value(column, row);
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) return this.reportNumber(column, row);
      return this.formatOf(column, row).date ? this.reportAt('unreadable-number', column, row, sentences.dateNumber(column.header)) : value;
    }
    if (isBlank(value)) return null;
    if (typeof value !== 'string') return this.reportNumber(column, row);
    if (isErrorValue(value)) return this.reportErrorAt(column, row);
    const number = texts(value);
    if (typeof number === 'object') return number;
    if (number === 'ambiguous-number') return this.reportAt(number, column, row, sentences.ambiguousNumber(column.header, value));
    return isPlaceholder(value) ? null : this.reportNumber(column, row);
  }

  private reportNumber(column: Column, row: number): typeof unreadable {
    return this.reportAt('unreadable-number', column, row, sentences.unreadableNumber(column.header, shownText(this.value(column, row))));
  }

  private reportNegative(column: Column, row: number): typeof unreadable {
    return this.reportAt('negative-number', column, row, sentences.negativeNumber(column.header, this.value(column, row)));
  }

  private reportErrorAt(column: Column, row: number): null {
    this.reportAt('error-value', column, row, sentences.errorValue(column.header, this.value(column, row)));
    return null;
  }

  private reportAt(code: IssueCode, column: Column, row: number, message: string): typeof unreadable {
    const { source } = this.area;
    this.issues.push({ code, cell: { sheet: source.sheet, row: source.row + row, column: source.column + column.position }, message });
    return unreadable;
  }
}
