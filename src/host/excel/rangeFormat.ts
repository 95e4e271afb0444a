/** Excel.RangeFormat and what hangs below it: fill, font, borders, protection. */
import { count, flag, nullable, number, oneOf, text } from '../argument';
import type { Json } from '../json';
import { describe, method, readOnly, settable } from '../objectModel';
import type { OfficeClass, Property } from '../objectModel';
import type { Argument } from '../argument';
import { found } from '../officeError';
import type { Area, Border, BorderSide, Style, StylePatch } from '../workbookPort';
import { between, intersection, lastColumn, lastRow } from './area';
import { borderWord, lineStyle, lineWeight, sideNames, sides, styleOf, weightOf } from './border';
import type { SideIndex } from './border';
import { requireEditable, requireUnprotected } from './book';
import type { AreasRef } from './book';
import { color, colorOrNone } from './color';

const NO_BORDER: Border = { style: 'none', color: null };

/** The cells whose looks can differ: those in use, and one that stands for all others. */
function* sampleCells({ book, sheet, areas }: AreasRef): Generator<readonly [row: number, column: number]> {
  const used = book.port.usedArea(sheet, false);
  for (const area of areas) {
    const shared = used && intersection(used, area);
    if (shared !== null) {
      for (let row = shared.row; row <= lastRow(shared); row += 1)
        for (let column = shared.column; column <= lastColumn(shared); column += 1) yield [row, column];
    }
    if (shared === null || shared.rows < area.rows || shared.columns < area.columns) yield [lastRow(area), lastColumn(area)];
  }
}

/** What all cells have in common; `null` where they differ. */
function uniform<T extends Json>(values: Iterable<T>): T | null {
  let common: T | undefined;
  for (const value of values) {
    if (common !== undefined && value !== common) return null;
    common = value;
  }
  return common ?? null;
}

function* styles(format: AreasRef): Generator<Style> {
  for (const [row, column] of sampleCells(format)) yield format.book.port.style(format.sheet, row, column);
}
function* mapped<A, B>(values: Iterable<A>, to: (value: A) => B): Generator<B> {
  for (const value of values) yield to(value);
}

function patch(format: AreasRef, change: StylePatch): void {
  for (const area of format.areas) {
    requireEditable({ book: format.book, sheet: format.sheet, area });
    format.book.port.setStyle(format.sheet, area, change);
  }
}

function look<V>(read: (style: Style) => Json, argument: Argument<V>, change: (value: V) => StylePatch): Property<AreasRef> {
  return settable(
    (format) => uniform(mapped(styles(format), read)),
    argument,
    (format, value) => patch(format, change(value)),
  );
}

const horizontals = {
  General: 'general',
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Fill: 'fill',
  Justify: 'justify',
  CenterAcrossSelection: 'centerContinuous',
  Distributed: 'distributed',
} as const;
const verticals = { Top: 'top', Center: 'center', Bottom: 'bottom', Justify: 'justify', Distributed: 'distributed' } as const;
const underlines = { None: 'none', Single: 'single', Double: 'double' } as const;
const nameOf = <W extends string>(words: Readonly<Record<string, W>>, word: W): string | null =>
  Object.entries(words).find(([, value]) => value === word)?.[0] ?? null;

const fontClass: OfficeClass<AreasRef> = describe('RangeFont', {
  properties: {
    name: look(
      (style) => style.font.name,
      text,
      (name) => ({ font: { name } }),
    ),
    size: look(
      (style) => style.font.size,
      number,
      (size) => ({ font: { size } }),
    ),
    color: look(
      (style) => style.font.color,
      color,
      (value) => ({ font: { color: value } }),
    ),
    bold: look(
      (style) => style.font.bold,
      flag,
      (bold) => ({ font: { bold } }),
    ),
    italic: look(
      (style) => style.font.italic,
      flag,
      (italic) => ({ font: { italic } }),
    ),
    strikethrough: look(
      (style) => style.font.strikethrough,
      flag,
      (strikethrough) => ({ font: { strikethrough } }),
    ),
    underline: look(
      (style) => nameOf(underlines, style.font.underline),
      oneOf('None', 'Single', 'Double'),
      (name) => ({ font: { underline: underlines[name] } }),
    ),
  },
});

const fillClass: OfficeClass<AreasRef> = describe('RangeFill', {
  properties: {
    color: look(
      (style) => style.fill ?? '#FFFFFF',
      colorOrNone,
      (fill) => ({ fill }),
    ),
  },
  methods: { clear: method([], (format) => patch(format, { fill: null })) },
});

const protectionClass: OfficeClass<AreasRef> = describe('FormatProtection', {
  properties: {
    locked: look(
      (style) => style.locked,
      flag,
      (locked) => ({ locked }),
    ),
    formulaHidden: look(
      (style) => style.formulaHidden,
      flag,
      (formulaHidden) => ({ formulaHidden }),
    ),
  },
});

interface BorderRef {
  readonly format: AreasRef;
  readonly index: SideIndex;
}

/** The cells that carry a border of an area, and the side on which they carry it; an inside line is the one below or right of a cell. */
function carriers(area: Area, index: SideIndex): { readonly cells: Area; readonly side: BorderSide } | null {
  const last = { row: lastRow(area), column: lastColumn(area) };
  switch (index) {
    case 'EdgeTop':
      return { cells: { ...area, rows: 1 }, side: 'top' };
    case 'EdgeBottom':
      return { cells: { ...area, row: last.row, rows: 1 }, side: 'bottom' };
    case 'EdgeLeft':
      return { cells: { ...area, columns: 1 }, side: 'left' };
    case 'EdgeRight':
      return { cells: { ...area, column: last.column, columns: 1 }, side: 'right' };
    case 'InsideHorizontal':
      return area.rows === 1 ? null : { cells: between(area.row, area.column, last.row - 1, last.column), side: 'bottom' };
    case 'InsideVertical':
      return area.columns === 1 ? null : { cells: between(area.row, area.column, last.row, last.column - 1), side: 'right' };
    case 'DiagonalDown':
    case 'DiagonalUp':
      return { cells: area, side: sides[index] };
  }
}

function* bordersOf({ format, index }: BorderRef): Generator<Border> {
  for (const area of format.areas) {
    const carried = carriers(area, index);
    if (carried === null) continue;
    for (const style of styles({ ...format, areas: [carried.cells] })) yield style.borders[carried.side] ?? NO_BORDER;
  }
}

/** The border that a change starts from: that of the first cell. */
function firstBorder({ format, index }: BorderRef): Border {
  const [area] = format.areas;
  const carried = area === undefined ? null : carriers(area, index);
  return carried === null
    ? NO_BORDER
    : (format.book.port.style(format.sheet, carried.cells.row, carried.cells.column).borders[carried.side] ?? NO_BORDER);
}

function line<V>(read: (border: Border) => Json, argument: Argument<V>, change: (now: Border, value: V) => Border): Property<BorderRef> {
  return settable(
    (border) => uniform(mapped(bordersOf(border), read)),
    argument,
    (border, value) => patch(border.format, { borders: { [sides[border.index]]: change(firstBorder(border), value) } }),
  );
}

const drawn = (border: Border): Border => (border.style === 'none' ? { ...border, style: 'thin' } : border);

const borderClass: OfficeClass<BorderRef> = describe('RangeBorder', {
  id: { as: 'Id', of: ({ index }) => index },
  properties: {
    sideIndex: readOnly(({ index }) => index),
    style: line(styleOf, lineStyle, (now, style) => ({ color: now.color, style: borderWord(style, weightOf(now)) })),
    weight: line(weightOf, lineWeight, (now, weight) => ({ color: now.color, style: borderWord(styleOf(drawn(now)), weight) })),
    color: line(
      (border) => border.color ?? '#000000',
      color,
      (now, value) => ({ ...drawn(now), color: value }),
    ),
  },
});

const bordersClass: OfficeClass<AreasRef> = describe('RangeBorderCollection', {
  properties: { count: readOnly(() => sideNames.length) },
  items: {
    all: (format) => sideNames.map((index) => borderClass.of({ format, index })),
    find: (format, key) => {
      const index = sideNames.find((name) => name.toLowerCase() === String(key).toLowerCase());
      return index === undefined ? null : borderClass.of({ format, index });
    },
  },
});

function* spans(areas: readonly Area[], axis: 'row' | 'column'): Generator<number> {
  for (const area of areas) {
    const length = axis === 'row' ? area.rows : area.columns;
    for (let index = 0; index < length; index += 1) yield area[axis] + index;
  }
}

/** Sizes of rows far below the last used one are all the standard height. */
function* usedRows({ book, sheet, areas }: AreasRef): Generator<number> {
  const end = (book.port.usedArea(sheet, false)?.row ?? 0) + (book.port.usedArea(sheet, false)?.rows ?? 0);
  for (const area of areas) yield* spans([{ ...area, rows: Math.max(1, Math.min(area.rows, end - area.row + 1)) }], 'row');
}

function resizeColumns(format: AreasRef, width: number | null): void {
  requireUnprotected(format.book, format.sheet);
  for (const area of format.areas) format.book.port.setColumns(format.sheet, area.column, area.columns, { width });
}
function resizeRows(format: AreasRef, height: number | null): void {
  requireUnprotected(format.book, format.sheet);
  for (const area of format.areas) format.book.port.setRows(format.sheet, area.row, area.rows, { height });
}

export const rangeFormatClass: OfficeClass<AreasRef> = describe('RangeFormat', {
  properties: {
    wrapText: look(
      (style) => style.wrapText,
      flag,
      (wrapText) => ({ wrapText }),
    ),
    horizontalAlignment: look(
      (style) => nameOf(horizontals, style.horizontal),
      oneOf('General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'),
      (name) => ({ horizontal: horizontals[name] }),
    ),
    verticalAlignment: look(
      (style) => nameOf(verticals, style.vertical),
      oneOf('Top', 'Center', 'Bottom', 'Justify', 'Distributed'),
      (name) => ({ vertical: verticals[name] }),
    ),
    indentLevel: look(
      (style) => style.indent,
      count,
      (indent) => ({ indent }),
    ),
    shrinkToFit: look(
      (style) => style.shrinkToFit,
      flag,
      (shrinkToFit) => ({ shrinkToFit }),
    ),
    textOrientation: look(
      (style) => style.textRotation,
      number,
      (textRotation) => ({ textRotation }),
    ),
    columnWidth: settable(
      (format) => uniform(mapped(spans(format.areas, 'column'), (column) => format.book.port.columnWidth(format.sheet, column))),
      nullable(number),
      (format, width) => resizeColumns(format, found(width)),
    ),
    rowHeight: settable(
      (format) => uniform(mapped(usedRows(format), (row) => format.book.port.rowHeight(format.sheet, row))),
      nullable(number),
      (format, height) => resizeRows(format, found(height)),
    ),
  },
  objects: {
    fill: (format) => fillClass.of(format),
    font: (format) => fontClass.of(format),
    borders: (format) => bordersClass.of(format),
    protection: (format) => protectionClass.of(format),
  },
  methods: {
    autofitColumns: method([], (format) => resizeColumns(format, null)),
    autofitRows: method([], (format) => resizeRows(format, null)),
  },
});

export const formatClasses = [rangeFormatClass, fillClass, fontClass, bordersClass, borderClass, protectionClass];
