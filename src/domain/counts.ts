/** Running counts, one for each position. */
export class Counts {
  private readonly counts: Uint32Array;

  constructor(positions: number) {
    this.counts = new Uint32Array(positions);
  }

  add(position: number): void {
    this.counts[position] = this.of(position) + 1;
  }

  of(position: number): number {
    return this.counts[position] ?? 0;
  }
}
