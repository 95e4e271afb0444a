/** Excel.Range and its neighbours: RangeAreas, RangeCollection, RangeSort, RangeView. */
import { flag, integer, listOf, matrixOf, nullable, oneOf, optional, record, text } from '../argument';
import { describe, method, orNullObject, readOnly, settable } from '../objectModel';
import type { OfficeClass, Method, OfficeObject } from '../objectModel';
import { refuse } from '../officeError';
import type { Area, WorkbookChange } from '../workbookPort';
import {
  MAX_COLUMNS,
  MAX_ROWS,
  afterChange,
  between,
  boundingRectangle,
  cellCount,
  contains,
  intersection,
  isEntireColumn,
  isEntireRow,
  isOnSheet,
  lastColumn,
  lastRow,
} from './area';
import type { AreasRef, RangeRef } from './book';
import { fullAddress, requireEditable, requireUnprotected, sheetOf } from './book';
import { readCellProperties, writeCellProperties } from './cellProperties';
import { perCell, readFormulas, readValueTypes, readValues, typedCells, writeNumberFormats, writeTyped } from './cells';
import { conditionalFormatCollection } from './conditionalFormat';
import { dataValidationClass } from './dataValidation';
import { rangeFormatClass } from './rangeFormat';
import { rangeFrom, rangeOrAddress } from './rangeArgument';
import { readHyperlink, writeHyperlink } from './hyperlink';
import { isFullySpilled, spillAnchors, surroundingRegion } from './regions';
import { tableScopedCollection } from './tableCollection';
import { rangeAreasClass, rangeClass, rangeViewClass, sheetClass } from './classes';

const formatCells = matrixOf(nullable(text));

const at = (range: RangeRef, area: Area): OfficeObject =>
  isOnSheet(area) ? rangeClass.of({ ...range, area }) : refuse('InvalidArgument', 'The range would lie outside the worksheet.');
const formatOf = (range: RangeRef): AreasRef => ({ book: range.book, sheet: range.sheet, areas: [range.area] });

const beside = (place: (area: Area, count: number) => Area): Method<RangeRef> =>
  method([optional(integer, 1)], (range, count) =>
    count === 0 ? refuse('InvalidArgument', 'The count must not be 0.') : at(range, place(range.area, count)),
  );

function common(range: RangeRef, given: RangeRef | string): OfficeObject | null {
  const other = rangeFrom(given, range);
  const shared = other.sheet === range.sheet ? intersection(range.area, other.area) : null;
  return shared === null ? null : at(range, shared);
}

function used(range: RangeRef, valuesOnly: boolean): OfficeObject | null {
  const area = range.book.port.usedArea(range.sheet, valuesOnly);
  const shared = area && intersection(area, range.area);
  return shared === null ? null : at(range, shared);
}

function search(range: RangeRef, wanted: string, criteria: Readonly<Record<string, unknown>>): OfficeObject | null {
  const fold = (value: string): string => (criteria.matchCase === true ? value : value.toLowerCase());
  const fits = (shown: string): boolean => (criteria.completeMatch === true ? fold(shown) === fold(wanted) : fold(shown).includes(fold(wanted)));
  const area = range.book.port.usedArea(range.sheet, true);
  const scope = area && intersection(area, range.area);
  if (scope === null) return null;
  const cells = range.book.port
    .texts(range.sheet, scope)
    .flatMap((row, r) => row.flatMap((shown, c) => (fits(shown) ? [between(scope.row + r, scope.column + c, scope.row + r, scope.column + c)] : [])));
  const cell = criteria.searchDirection === 'Backwards' ? cells.at(-1) : cells[0];
  return cell === undefined ? null : at(range, cell);
}

function hiddenState(range: RangeRef, axis: 'rows' | 'columns'): boolean | null {
  const hidden = range.book.port.hidden(range.sheet)[axis];
  const [start, length] = axis === 'rows' ? [range.area.row, range.area.rows] : [range.area.column, range.area.columns];
  let count = 0;
  for (const index of hidden) if (index >= start && index < start + length) count += 1;
  return count === 0 ? false : count === length ? true : null;
}

export function clear(range: RangeRef, applyTo: string): void {
  requireEditable(range);
  const { port } = range.book;
  switch (applyTo) {
    case 'All':
      return port.clear(range.sheet, range.area, 'all');
    case 'Formats':
      return port.clear(range.sheet, range.area, 'formats');
    case 'Contents':
      return port.clear(range.sheet, range.area, 'contents');
    default:
      return writeHyperlink({ ...range, area: range.area }, null);
  }
}

function merge(range: RangeRef, across: boolean): void {
  requireEditable(range);
  const { area, book, sheet } = range;
  if (!across) return book.port.merge(sheet, area);
  for (let row = area.row; row <= lastRow(area); row += 1) book.port.merge(sheet, { ...area, row, rows: 1 });
}

function insert(range: RangeRef, shift: 'Down' | 'Right'): OfficeObject {
  const { area, book, sheet } = range;
  requireUnprotected(book, sheet);
  const used = book.port.usedArea(sheet, true);
  const pushed =
    used && intersection(used, shift === 'Down' ? { ...area, rows: MAX_ROWS - area.row } : { ...area, columns: MAX_COLUMNS - area.column });
  if (pushed && (shift === 'Down' ? lastRow(pushed) + area.rows >= MAX_ROWS : lastColumn(pushed) + area.columns >= MAX_COLUMNS))
    refuse('NonBlankCellOffSheet');
  book.port.insertCells(sheet, area, shift === 'Down' ? 'down' : 'right');
  return rangeClass.of(range);
}

function remove(range: RangeRef, shift: 'Up' | 'Left'): void {
  requireUnprotected(range.book, range.sheet);
  range.book.port.deleteCells(range.sheet, range.area, shift === 'Up' ? 'up' : 'left');
}

const sortField = record;
function sort(range: RangeRef, fields: readonly Readonly<Record<string, unknown>>[], hasHeaders: boolean, orientation: string): void {
  requireEditable(range);
  if (orientation === 'Columns') refuse('UnsupportedOperation', 'This host sorts rows only.');
  const keys = fields.map(({ key, ascending }) => {
    const column = integer.read(key) ?? refuse('InvalidArgument', 'A sort field needs a key: the position of a column.');
    if (column < 0 || column >= range.area.columns) refuse('InvalidArgument', 'A sort key lies outside the range.');
    return { column, ascending: ascending !== false };
  });
  range.book.port.sort(range.sheet, range.area, keys, hasHeaders);
}

const rangeSortClass: OfficeClass<RangeRef> = describe('RangeSort', {
  methods: {
    apply: method(
      [listOf(sortField), optional(flag, false), optional(flag, false), optional(oneOf('Rows', 'Columns'), 'Rows'), optional(text, '')],
      (range, fields, _matchCase, hasHeaders, orientation) => sort(range, fields, hasHeaders, orientation),
    ),
  },
});

const anchorOf = (range: RangeRef): OfficeObject | null => {
  if (cellCount(range.area) !== 1) return refuse('InvalidArgument', 'The range must be one cell.');
  const spill = range.book.port.spillArea(range.sheet, range.area.row, range.area.column);
  return spill === null ? null : at(range, spill);
};

const parentOf = (range: RangeRef): OfficeObject | null => {
  if (cellCount(range.area) !== 1) return refuse('InvalidArgument', 'The range must be one cell.');
  const spill = spillAnchors(range.book, range.sheet).find((area) => contains(area, range.area));
  return spill === undefined ? null : at(range, { ...spill, rows: 1, columns: 1 });
};

rangeClass.describe({
  tracked: (range, change) => ('sheet' in change && change.sheet === range.sheet ? follow(range, change) : range),
  properties: {
    address: readOnly((range) => fullAddress(range)),
    addressLocal: readOnly((range) => fullAddress(range)),
    cellCount: readOnly(({ area }) => (cellCount(area) > 2 ** 31 - 1 ? -1 : cellCount(area))),
    columnCount: readOnly(({ area }) => area.columns),
    columnHidden: settable(
      (range) => hiddenState(range, 'columns'),
      flag,
      (range, hidden) => {
        requireUnprotected(range.book, range.sheet);
        range.book.port.setColumns(range.sheet, range.area.column, range.area.columns, { hidden });
      },
    ),
    columnIndex: readOnly(({ area }) => area.column),
    formulas: settable((range) => perCell(range, () => readFormulas(range)), typedCells, writeTyped),
    formulasLocal: settable((range) => perCell(range, () => readFormulas(range)), typedCells, writeTyped),
    hasSpill: readOnly(isFullySpilled),
    hidden: readOnly((range) => {
      const [rows, columns] = [hiddenState(range, 'rows'), hiddenState(range, 'columns')];
      if (rows === true || columns === true) return true;
      return rows === false && columns === false ? false : null;
    }),
    hyperlink: settable(readHyperlink, nullable(record), writeHyperlink),
    isEntireColumn: readOnly(({ area }) => isEntireColumn(area)),
    isEntireRow: readOnly(({ area }) => isEntireRow(area)),
    numberFormat: settable((range) => perCell(range, () => range.book.port.numberFormats(range.sheet, range.area)), formatCells, writeNumberFormats),
    numberFormatLocal: settable(
      (range) => perCell(range, () => range.book.port.numberFormats(range.sheet, range.area)),
      formatCells,
      writeNumberFormats,
    ),
    rowCount: readOnly(({ area }) => area.rows),
    rowHidden: settable(
      (range) => hiddenState(range, 'rows'),
      flag,
      (range, hidden) => {
        requireUnprotected(range.book, range.sheet);
        range.book.port.setRows(range.sheet, range.area.row, range.area.rows, { hidden });
      },
    ),
    rowIndex: readOnly(({ area }) => area.row),
    text: readOnly((range) => perCell(range, () => range.book.port.texts(range.sheet, range.area))),
    valueTypes: readOnly((range) => perCell(range, () => readValueTypes(range))),
    values: settable((range) => perCell(range, () => readValues(range)), typedCells, writeTyped),
  },
  objects: {
    conditionalFormats: (range) => conditionalFormatCollection.of(formatOf(range)),
    dataValidation: (range) => dataValidationClass.of(formatOf(range)),
    format: (range) => rangeFormatClass.of(formatOf(range)),
    sort: (range) => rangeSortClass.of(range),
    worksheet: (range) => sheetClass.of(sheetOf(range)),
  },
  methods: {
    calculate: method([], (range) => range.book.port.calculate(false)),
    clear: method([optional(oneOf('All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks'), 'All')], clear),
    delete: method([oneOf('Up', 'Left')], remove),
    ...orNullObject('find', [text, optional(record, {})], search),
    getAbsoluteResizedRange: method([integer, integer], (range, rows, columns) => at(range, { ...range.area, rows, columns })),
    getBoundingRect: method([rangeOrAddress], (range, given) => {
      const other = rangeFrom(given, range);
      return other.sheet === range.sheet
        ? at(range, boundingRectangle(range.area, other.area))
        : refuse('InvalidArgument', 'The ranges are on different sheets.');
    }),
    getCell: method([integer, integer], (range, row, column) =>
      at(range, { row: range.area.row + row, column: range.area.column + column, rows: 1, columns: 1 }),
    ),
    getCellProperties: method([record], (range, wanted) => readCellProperties(range, wanted)),
    getColumn: method([integer], (range, column) => at(range, { ...range.area, column: range.area.column + column, columns: 1 })),
    getColumnsAfter: beside((area, n) => ({
      ...area,
      column: n > 0 ? area.column + area.columns : area.column + area.columns + n,
      columns: Math.abs(n),
    })),
    getColumnsBefore: beside((area, n) => ({ ...area, column: n > 0 ? area.column - n : area.column, columns: Math.abs(n) })),
    getEntireColumn: method([], (range) => at(range, { ...range.area, row: 0, rows: MAX_ROWS })),
    getEntireRow: method([], (range) => at(range, { ...range.area, column: 0, columns: MAX_COLUMNS })),
    ...orNullObject('getIntersection', [rangeOrAddress], common),
    getLastCell: method([], (range) => at(range, { row: lastRow(range.area), column: lastColumn(range.area), rows: 1, columns: 1 })),
    getLastColumn: method([], (range) => at(range, { ...range.area, column: lastColumn(range.area), columns: 1 })),
    getLastRow: method([], (range) => at(range, { ...range.area, row: lastRow(range.area), rows: 1 })),
    ...orNullObject('getMergedAreas', [], (range) => {
      const areas = range.book.port.merges(range.sheet).filter((area) => intersection(area, range.area) !== null);
      return areas.length === 0 ? null : rangeAreasClass.of({ book: range.book, sheet: range.sheet, areas });
    }),
    getOffsetRange: method([integer, integer], (range, rows, columns) =>
      at(range, { ...range.area, row: range.area.row + rows, column: range.area.column + columns }),
    ),
    getResizedRange: method([integer, integer], (range, rows, columns) =>
      at(range, { ...range.area, rows: range.area.rows + rows, columns: range.area.columns + columns }),
    ),
    getRow: method([integer], (range, row) => at(range, { ...range.area, row: range.area.row + row, rows: 1 })),
    getRowsAbove: beside((area, n) => ({ ...area, row: n > 0 ? area.row - n : area.row, rows: Math.abs(n) })),
    getRowsBelow: beside((area, n) => ({ ...area, row: n > 0 ? area.row + area.rows : area.row + area.rows + n, rows: Math.abs(n) })),
    ...orNullObject('getSpillParent', [], parentOf),
    ...orNullObject('getSpillingToRange', [], anchorOf),
    getSurroundingRegion: method([], (range) => at(range, surroundingRegion(range))),
    getTables: method([optional(flag, false)], (range, fullyContained) =>
      tableScopedCollection.of({ book: range.book, scope: { sheet: range.sheet, areas: [range.area], fullyContained } }),
    ),
    ...orNullObject('getUsedRange', [optional(flag, false)], used),
    getVisibleView: method([], (range) => rangeViewClass.of(range)),
    insert: method([oneOf('Down', 'Right')], insert),
    merge: method([optional(flag, false)], merge),
    select: method([], (range) => {
      const { book, sheet, area } = range;
      book.port.activateSheet(sheet);
      book.port.select({ sheet, areas: [area] });
    }),
    setCellProperties: method([listOf(listOf(record))], (range, cells) => writeCellProperties(range, cells)),
    unmerge: method([], (range) => {
      requireEditable(range);
      range.book.port.unmerge(range.sheet, range.area);
    }),
    _ValidateArraySize: method([integer, integer], ({ book, sheet, area }, rows, columns) => {
      if (rows !== area.rows || columns !== area.columns) {
        refuse('InvalidArgument', "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
      }
      book.expectStrips(sheet, area);
    }),
  },
});

function follow(range: RangeRef, change: WorkbookChange): RangeRef | null {
  const area = afterChange(range.area, change);
  if (area === null || area === range.area) return area && range;
  return { ...range, area };
}

export const rangeClasses = [rangeClass, rangeSortClass];
