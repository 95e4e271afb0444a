/** Regions that the cells themselves draw: the block of filled cells around a range, and where dynamic arrays spill. */
import type { Area, SheetId } from '../workbookPort';
import { MAX_COLUMNS, MAX_ROWS, boundingRectangle, cellCount, contains, intersection, lastColumn, lastRow } from './area';
import type { Book, RangeRef } from './book';

/** The block of cells that blank rows and columns (or the sheet's edges) separate from everything else. */
export function surroundingRegion({ book, sheet, area }: RangeRef): Area {
  const used = book.port.usedArea(sheet, true);
  if (used === null) return area;
  const filled = book.port.values(sheet, used).map((row) => row.map((value) => value !== null));
  const isBlank = (strip: Area): boolean => {
    const part = intersection(strip, used);
    if (part === null) return true;
    for (let row = part.row; row <= lastRow(part); row += 1) {
      for (let column = part.column; column <= lastColumn(part); column += 1)
        if (filled[row - used.row]?.[column - used.column] === true) return false;
    }
    return true;
  };
  const grown = (region: Area): Area => {
    const around: Area = { row: Math.max(0, region.row - 1), column: Math.max(0, region.column - 1), rows: 0, columns: 0 };
    const wide = {
      ...around,
      rows: Math.min(MAX_ROWS, lastRow(region) + 2) - around.row,
      columns: Math.min(MAX_COLUMNS, lastColumn(region) + 2) - around.column,
    };
    const strips: Area[] = [
      { ...wide, rows: region.row - wide.row },
      { ...wide, row: lastRow(region) + 1, rows: lastRow(wide) - lastRow(region) },
      { ...wide, columns: region.column - wide.column },
      { ...wide, column: lastColumn(region) + 1, columns: lastColumn(wide) - lastColumn(region) },
    ];
    return strips
      .filter((strip) => strip.rows > 0 && strip.columns > 0 && !isBlank(strip))
      .reduce((bounds, strip) => boundingRectangle(bounds, shrunk(strip, region)), region);
  };
  let region = area;
  for (let next = grown(region); cellCount(next) > cellCount(region); next = grown(region)) region = next;
  return region;
}

/** A strip beside a region without the corners that stick out, so that a region grows by one row or column at a time. */
function shrunk(strip: Area, region: Area): Area {
  return strip.row < region.row || strip.row > lastRow(region)
    ? { ...strip, column: region.column, columns: region.columns }
    : { ...strip, row: region.row, rows: region.rows };
}

/** The spill areas of a sheet. */
export function spillAnchors(book: Book, sheet: SheetId): Area[] {
  const used = book.port.usedArea(sheet, true);
  if (used === null) return [];
  return book.port.formulas(sheet, used).flatMap((row, r) =>
    row.flatMap((formula, c) => {
      const area = formula === null ? null : book.port.spillArea(sheet, used.row + r, used.column + c);
      return area === null ? [] : [area];
    }),
  );
}

/** Whether all cells of a range are spilled to (`true`), none (`false`) or some (`null`). */
export function isFullySpilled({ book, sheet, area }: RangeRef): boolean | null {
  const anchors = spillAnchors(book, sheet);
  if (anchors.some((spill) => contains(spill, area))) return true;
  const covered = anchors.reduce((sum, spill) => sum + cellCount(intersection(spill, area) ?? { row: 0, column: 0, rows: 0, columns: 0 }), 0);
  return covered === 0 ? false : covered === cellCount(area) ? true : null;
}
