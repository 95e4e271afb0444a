/** Several ranges of one sheet (Excel.RangeAreas), and what of a range can be seen (Excel.RangeView). */
import { flag, oneOf, optional } from '../argument';
import { describe, method, readOnly } from '../objectModel';
import type { OfficeClass } from '../objectModel';
import { formatArea, quoteSheetName } from './address';
import { afterChange, cellCount, isEntireColumn, isEntireRow } from './area';
import { sheetInfo } from './book';
import type { AreasRef, RangeRef } from './book';
import { plain } from './cells';
import { conditionalFormatCollection } from './conditionalFormat';
import { dataValidationClass } from './dataValidation';
import { clear } from './range';
import { rangeFormatClass } from './rangeFormat';
import { tableScopedCollection } from './tableCollection';
import { rangeAreasClass, rangeClass, rangeViewClass, sheetClass } from './classes';

const joined = ({ book, sheet, areas }: AreasRef): string =>
  areas.map((area) => `${quoteSheetName(sheetInfo(book, sheet).name)}!${formatArea(area)}`).join(',');
const rangesOf = ({ book, sheet, areas }: AreasRef): RangeRef[] => areas.map((area) => ({ book, sheet, area }));

const rangeCollection: OfficeClass<AreasRef> = describe('RangeCollection', {
  items: { all: (areas) => rangesOf(areas).map((range) => rangeClass.of(range)) },
});

rangeAreasClass.describe({
  tracked: (ranges, change) => {
    if (!('sheet' in change) || change.sheet !== ranges.sheet) return ranges;
    const areas = ranges.areas.map((area) => afterChange(area, change)).filter((area) => area !== null);
    return areas.length === 0 ? null : { ...ranges, areas };
  },
  properties: {
    address: readOnly(joined),
    addressLocal: readOnly(joined),
    areaCount: readOnly(({ areas }) => areas.length),
    cellCount: readOnly(({ areas }) => areas.reduce((sum, area) => sum + cellCount(area), 0)),
    isEntireColumn: readOnly(({ areas }) => areas.every(isEntireColumn)),
    isEntireRow: readOnly(({ areas }) => areas.every(isEntireRow)),
  },
  objects: {
    areas: (ranges) => rangeCollection.of(ranges),
    conditionalFormats: (ranges) => conditionalFormatCollection.of(ranges),
    dataValidation: (ranges) => dataValidationClass.of(ranges),
    format: (ranges) => rangeFormatClass.of(ranges),
    worksheet: (ranges) => sheetClass.of({ book: ranges.book, id: ranges.sheet }),
  },
  methods: {
    calculate: method([], (ranges) => ranges.book.port.calculate(false)),
    clear: method([optional(oneOf('All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks'), 'All')], (ranges, applyTo) => {
      for (const range of rangesOf(ranges)) clear(range, applyTo);
    }),
    getTables: method([optional(flag, false)], (ranges, fullyContained) =>
      tableScopedCollection.of({ book: ranges.book, scope: { sheet: ranges.sheet, areas: ranges.areas, fullyContained } }),
    ),
  },
});

/** The rows of a range that can be seen, as one matrix. */
function visibleRows<T>(range: RangeRef, matrix: readonly T[]): T[] {
  const { rows } = range.book.port.hidden(range.sheet);
  return matrix.filter((_, index) => !rows.has(range.area.row + index));
}

rangeViewClass.describe({
  properties: {
    columnCount: readOnly(({ area }) => area.columns),
    rowCount: readOnly((range) => visibleRows(range, Array.from({ length: range.area.rows })).length),
    values: readOnly((range) =>
      visibleRows(
        range,
        range.book.port.values(range.sheet, range.area).map((row) => row.map(plain)),
      ),
    ),
    text: readOnly((range) => visibleRows(range, range.book.port.texts(range.sheet, range.area))),
    numberFormat: readOnly((range) => visibleRows(range, range.book.port.numberFormats(range.sheet, range.area))),
  },
  methods: { getRange: method([], (range) => rangeClass.of(range)) },
});

export const rangeAreasClasses = [rangeAreasClass, rangeCollection, rangeViewClass];
