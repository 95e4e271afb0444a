/** The link of a cell: to a place in this workbook or to an address outside. */
import type { Json } from '../json';
import type { Hyperlink } from '../workbookPort';
import { lastColumn, lastRow } from './area';
import type { RangeRef } from './book';
import { requireEditable } from './book';
import { writeTyped } from './cells';

export function readHyperlink(range: RangeRef): Json {
  const link = range.book.port.hyperlink(range.sheet, range.area.row, range.area.column);
  if (link === null) return null;
  const [[shown = ''] = []] = range.book.port.texts(range.sheet, { ...range.area, rows: 1, columns: 1 });
  return {
    ...(link.address === null ? {} : { address: link.address }),
    ...(link.location === null ? {} : { documentReference: link.location }),
    screenTip: link.screenTip,
    textToDisplay: shown,
  };
}

export function writeHyperlink(range: RangeRef, given: Readonly<Record<string, unknown>> | null): void {
  requireEditable(range);
  const optionalText = (field: string): string | null => (typeof given?.[field] === 'string' ? (given[field] as string) : null);
  const link: Hyperlink | null = given && {
    address: optionalText('address'),
    location: optionalText('documentReference'),
    screenTip: optionalText('screenTip') ?? '',
  };
  const { area } = range;
  const shown = optionalText('textToDisplay');
  if (shown !== null) writeTyped(range, { every: shown });
  for (let row = area.row; row <= lastRow(area); row += 1)
    for (let column = area.column; column <= lastColumn(area); column += 1) range.book.port.setHyperlink(range.sheet, row, column, link);
}
