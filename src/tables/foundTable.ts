/** What a table that was read hands on: where it stands, its columns, its used rows. */
import type { Issue } from '../domain/issue';
import type { FoundTable, RowCount } from '../domain/portfolioRows';
import type { TableArea } from './findTables';

export interface TableReading<Row, Field extends string> {
  readonly table: FoundTable<Row, Field>;
  readonly count: RowCount;
  readonly issues: readonly Issue[];
}

/** `dataRows`: positions in the area's values of the rows that are neither empty nor totals, used or reported. */
export function foundTable<Row, Field extends string>(area: TableArea<Field>, dataRows: readonly number[], rows: readonly Row[]): FoundTable<Row, Field> {
  const { source, values, header, mapping } = area;
  const places = Object.entries<number>(mapping.columns as Record<string, number>);
  return {
    sheet: source.sheet,
    table: source.table,
    headerRow: source.row + header,
    firstRow: source.row + (dataRows[0] ?? header + 1),
    lastRow: source.row + (dataRows.at(-1) ?? header),
    columns: Object.fromEntries(places.map(([field, position]) => [field, source.column + position])) as FoundTable<Row, Field>['columns'],
    headers: Object.fromEntries(places.map(([field, position]) => [field, String(values[header]?.[position] ?? '').trim()])) as FoundTable<Row, Field>['headers'],
    rows,
  };
}
