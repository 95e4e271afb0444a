/** `getCellProperties` and `setCellProperties`: the looks of many cells in one call, in terms of the same classes as `range.format`. */
import { isPlainObject } from '../json';
import type { Json } from '../json';
import { refuse } from '../officeError';
import type { OfficeObject } from '../objectModel';
import type { RangeRef } from './book';
import { rangeClass } from './classes';

type Fields = Readonly<Record<string, unknown>>;
const borderKeys: Readonly<Record<string, string>> = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  horizontal: 'InsideHorizontal',
  vertical: 'InsideVertical',
  diagonalDown: 'DiagonalDown',
  diagonalUp: 'DiagonalUp',
};

const step = (object: OfficeObject, name: string): OfficeObject | null =>
  object.className === 'RangeBorderCollection' ? object.item(borderKeys[name] ?? name) : object.navigate(name);

function pick(object: OfficeObject, wanted: Fields): Json {
  const entries = Object.entries(wanted).filter(([, want]) => want !== false && want !== undefined);
  return Object.fromEntries(
    entries.map(([name, want]) => {
      if (!isPlainObject(want)) return [name, object.read(name)];
      const below = step(object, name);
      return [name, below === null ? null : pick(below, want)];
    }),
  );
}

function assign(object: OfficeObject, given: Fields): void {
  for (const [name, value] of Object.entries(given)) {
    if (!isPlainObject(value) || object.hasScalar(name)) object.write(name, value);
    else {
      const below = step(object, name);
      if (below !== null) assign(below, value);
    }
  }
}

export function readCellProperties(range: RangeRef, wanted: Fields): Json {
  return range.book.port
    .values(range.sheet, range.area)
    .map((cells, row) =>
      cells.map((_, column) =>
        pick(rangeClass.of({ ...range, area: { row: range.area.row + row, column: range.area.column + column, rows: 1, columns: 1 } }), wanted),
      ),
    );
}

/** Neighbours that are given the same looks are written as one range, unless they have borders: those belong to each cell. */
export function writeCellProperties(range: RangeRef, cells: readonly (readonly Fields[])[]): void {
  const { area } = range;
  if (cells.length !== area.rows || cells.some((row) => row.length !== area.columns)) {
    refuse('InvalidArgument', "The number of rows or columns in the input array doesn't match the size or dimensions of the range.");
  }
  cells.forEach((row, r) => {
    const marks = row.map((given) => JSON.stringify(given));
    for (let start = 0; start < row.length;) {
      let end = start + 1;
      while (end < row.length && marks[end] === marks[start] && !marks[start]?.includes('"borders"')) end += 1;
      assign(rangeClass.of({ ...range, area: { row: area.row + r, column: area.column + start, rows: 1, columns: end - start } }), row[start] ?? {});
      start = end;
    }
  });
}
