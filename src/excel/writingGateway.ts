/**
 * The one place through which values reach cells, and texts the titles of charts.
 *
 * What stands in a table was typed, pasted or imported by anybody. Written back as it is, Excel would read it as if it were typed again:
 * `=HYPERLINK("http://x","y")` or `@SUM(1)` would become formulas, `1-2` a date, `007` a number, `TRUE` a boolean. A leading apostrophe
 * stops all of that, whatever the cell's format, the language or the width of the characters; it is no part of the value and is never shown.
 */

/** `null` leaves a cell empty. */
export type InertValue = string | number | null;

/** Excel's limit for a cell is 32,767; the apostrophe takes one. */
const longestText = 32_766;

/** What a cell cannot hold: control characters (tab and line feed are fine) and halves of surrogate pairs. */
const unwritable = new RegExp('[\\u0000-\\u0008\\u000B-\\u001F\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]', 'g');

/** The value as it must be written so that the cell holds exactly it. Text that is too long is cut and ends in an ellipsis. */
export function inert(value: string | number | null): InertValue {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return `'${fitting(writable(value))}`;
  if (!Number.isFinite(value)) throw new RangeError(`A cell cannot hold ${value}.`);
  return value;
}

/** A title that begins with an equals sign would be taken for a reference, and an apostrophe would be shown: a joiner that has no width stops it unseen. */
export const inertTitle = (title: string): string => writable(title).replace(/^[=＝]/, '\u2060$&');

const writable = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unwritable, '\uFFFD');

export function inertRows(rows: readonly (readonly (string | number | null)[])[]): InertValue[][] {
  return rows.map((row) => row.map(inert));
}

function fitting(text: string): string {
  if (text.length <= longestText) return text;
  const cut = text.slice(0, longestText - 1);
  // Never between the halves of an emoji.
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
