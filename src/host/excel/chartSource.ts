/** Which cells of a range are a chart's categories, names and values, as Excel guesses it. */
import type { ChartSeries } from '../chart';
import type { Area, CellValue } from '../workbookPort';
import { fullAddress } from './book';
import type { RangeRef } from './book';
import { freshSeries } from './chartSeries';

const isLabel = (value: CellValue | undefined): boolean => typeof value === 'string';
const isEmpty = (value: CellValue | undefined): boolean => value === null || value === undefined || value === '';

export interface ChartSource {
  readonly series: readonly ChartSeries[];
  readonly plotBy: 'rows' | 'columns';
}

/**
 * A first row of texts names the series, a first column of texts the categories; an empty corner says that both are labels.
 * `auto`: the longer side are the categories.
 */
export function chartSource(source: RangeRef, seriesBy: 'Auto' | 'Columns' | 'Rows'): ChartSource {
  const { area } = source;
  const values = source.book.port.values(source.sheet, area);
  const corner = isEmpty(values[0]?.[0]);
  const top = values[0]?.slice(1) ?? [];
  const left = values.slice(1).map((row) => row[0]);
  const topRow = area.rows > 1 && (area.columns === 1 ? isLabel(values[0]?.[0]) : (corner && !top.every(isEmpty)) || (top.length > 0 && top.every(isLabel)));
  const leftColumn = area.columns > 1 && (area.rows === 1 ? isLabel(values[0]?.[0]) : (corner && !left.every(isEmpty)) || (left.length > 0 && left.every(isLabel)));
  const rows = area.rows - (topRow ? 1 : 0);
  const columns = area.columns - (leftColumn ? 1 : 0);
  const plotBy = seriesBy === 'Auto' ? (rows >= columns ? 'columns' : 'rows') : seriesBy === 'Columns' ? 'columns' : 'rows';
  const first = { row: area.row + (topRow ? 1 : 0), column: area.column + (leftColumn ? 1 : 0) };
  const reference = (part: Area): string => `=${fullAddress({ ...source, area: part }, true)}`;
  const byColumns = plotBy === 'columns';
  const named = byColumns ? topRow : leftColumn;
  const categories = byColumns
    ? leftColumn ? reference({ row: first.row, column: area.column, rows, columns: 1 }) : null
    : topRow ? reference({ row: area.row, column: first.column, rows: 1, columns }) : null;
  const series = Array.from({ length: byColumns ? columns : rows }, (_, index) => {
    const own = byColumns ? { row: first.row, column: first.column + index, rows, columns: 1 } : { row: first.row + index, column: first.column, rows: 1, columns };
    const name = byColumns ? { row: area.row, column: own.column, rows: 1, columns: 1 } : { row: own.row, column: area.column, rows: 1, columns: 1 };
    return freshSeries(named ? reference(name) : `Series${index + 1}`, reference(own), categories);
  });
  return { series, plotBy };
}
