/** The one currency of the Initiatives table (ruling 22). */

export interface CurrencyCount {
  /** The currency of most marked cells; `null` where none is marked, or two lead. */
  readonly main: string | null;
  /** Whether some marked cell is in another currency than the main one. */
  readonly mixed: boolean;
}

export function countCurrencies(marks: Iterable<string | null>): CurrencyCount {
  const cells = new Map<string, number>();
  for (const mark of marks) if (mark !== null) cells.set(mark, (cells.get(mark) ?? 0) + 1);
  const most = Math.max(0, ...cells.values());
  const leading = [...cells].filter(([, count]) => count === most);
  return { main: leading.length === 1 ? (leading[0]?.[0] ?? null) : null, mixed: cells.size > 1 };
}
