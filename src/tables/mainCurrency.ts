/** The one currency of the Initiatives table (ruling 22). */

/** Counts the marked money cells of a table by their currency. */
export class CurrencyTally {
  private readonly cells = new Map<string, number>();
  private latest: string | null = null;
  private run = 0;

  /** Neighbouring cells nearly always share their currency, so runs are counted before the map is asked. */
  add(currency: string | null): void {
    if (currency === null) return;
    if (currency !== this.latest) this.close();
    this.latest = currency;
    this.run++;
  }

  /** The currency of most marked cells; `null` where none is marked, or two lead. */
  main(): string | null {
    this.close();
    const most = Math.max(0, ...this.cells.values());
    const leading = [...this.cells].filter(([, count]) => count === most);
    return leading.length === 1 ? (leading[0]?.[0] ?? null) : null;
  }

  currencies(): readonly string[] {
    this.close();
    return [...this.cells.keys()];
  }

  private close(): void {
    if (this.latest !== null) this.cells.set(this.latest, (this.cells.get(this.latest) ?? 0) + this.run);
    this.latest = null;
    this.run = 0;
  }
}
