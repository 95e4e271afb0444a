/** The rows of a table that count: neither empty ones nor totals (rulings 13 to 16). */
import type { TableArea } from './findTables';
import { rowKind } from './totalsRow';

/** Positions in the area's values, from top to bottom. A plain range ends at its totals or at two empty rows; an Excel table says itself where it ends. */
export function dataRows<Field extends string>(area: TableArea<Field>, textFields: readonly Field[]): readonly number[] {
  const { columns } = area.mapping;
  const mapped = Object.values<number>(columns as Record<string, number>).sort((a, b) => a - b);
  const texts = textFields.flatMap((field) => columns[field] ?? []);
  const plain = area.source.table === null;
  const rows: number[] = [];
  let empty = 0;
  for (let row = area.header + 1; row < area.end; row++) {
    const kind = rowKind(area.values[row] ?? [], mapped, texts);
    empty = kind === 'empty' ? empty + 1 : 0;
    if (plain && (kind === 'totals' || empty === 2)) break;
    if (kind === 'data') rows.push(row);
  }
  return rows;
}
