/** What a cell is: the column and the row that it stands in, what it holds, and how that is read. */
import type { CellRef } from '../domain/cell';
import { type ContentKind, contentOf } from './cellsByContent';
import { headerUnit, namedCurrency } from './currency';
import type { FoundTables, TableArea } from './findTables';
import { minorFromNumber, minorFromNumeral } from './money';
import { formatMeaning } from './numberFormat';
import type { NumberText } from './numberText';
import type { SourceValue } from './source';

export interface CellPlace {
  readonly kind: ContentKind;
  readonly field: string;
  readonly header: string;
  /** What the row is called: its initiative, partner or correction; `null` where it has no name. */
  readonly name: string | null;
  readonly held: SourceValue;
  readonly numbers: NumberPlace;
}

/** What decides how a number is read beside the number itself. */
export interface NumberPlace {
  readonly format: string;
  /** The mark of the row's Currency cell, and that of the column's header. */
  readonly rowMark: string | null;
  readonly header: string;
}

const nameFields: Readonly<Record<ContentKind, string>> = { partners: 'partner', initiatives: 'initiative', corrections: 'correction' };

/** A cell of one of the tables that are read; `null` for any other. */
export function cellPlace(found: FoundTables, cell: CellRef): CellPlace | null {
  const content = contentOf(found, cell);
  const area = content && (found[content.kind] as TableArea<string> | null);
  if (content === null || area === null) return null;
  const { source, values, header } = area;
  const [row, column] = [cell.row - source.row, cell.column - source.column];
  const name = String(content.row.get(nameFields[content.kind]) ?? '').trim();
  return {
    kind: content.kind,
    field: content.field,
    header: String(values[header]?.[column] ?? '').trim(),
    name: name === '' ? null : name,
    held: content.row.get(content.field) ?? '',
    numbers: numberPlace(area, row, column),
  };
}

/** Positions in the area's values. */
export function numberPlace({ source, values, header, mapping }: TableArea<string>, row: number, column: number): NumberPlace {
  const currency = (mapping.columns as Readonly<Record<string, number>>).currency;
  const named = currency === undefined ? '' : String(values[row]?.[currency] ?? '');
  return {
    format: source.formats?.[row]?.[column] ?? 'General',
    rowMark: named === '' ? null : namedCurrency(named),
    header: String(values[header]?.[column] ?? ''),
  };
}

/** A number, and the format that its cell must have to be read as the text was. */
export interface FormattedNumber {
  readonly number: number;
  readonly format: string;
}

const markFormat = (mark: string, isWhole: boolean): string => `${mark.length === 1 ? `"${mark}"` : `[$${mark}] `}#,##0${isWhole ? '' : '.00'}`;

/**
 * What is to be written so that a number that stands as text is read as before: its currency too, which its format says where nothing else
 * does. `null` where no number says the same.
 */
export function numberWriting({ value, numeral, currency: mark }: NumberText, { format, rowMark, header }: NumberPlace): number | FormattedNumber | null {
  const { percent, date, currency: shown } = formatMeaning(format);
  const { currency: headerMark, exponent } = headerUnit(header);
  if (minorFromNumber(value, exponent) !== minorFromNumeral(numeral, exponent)) return null;
  // A number that is formatted as a date or a percentage is no amount (ruling 20).
  const isSpoilt = percent || date;
  const without = rowMark ?? (isSpoilt ? null : shown) ?? headerMark;
  if (mark === null || mark === without) return isSpoilt ? { number: value, format: 'General' } : value;
  return rowMark === null ? { number: value, format: markFormat(mark, Number.isInteger(value)) } : null;
}
