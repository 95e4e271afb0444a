/** What this pane wrote, newest last, and how each write is taken back. */
import type { CellRef } from '../domain/cell';
import type { EditJournal, EditResult } from './editState';

/** A write that can be taken back. `over`: a yes to the question that an earlier attempt asked. */
export interface Written {
  readonly what: string;
  /** Where it was written, and what the cell shows since. */
  readonly cell: CellRef;
  readonly to: string;
  readonly undo: (over?: string) => Promise<EditResult>;
}

/** Further back nobody remembers what a press did. */
const kept = 20;
const nothing: EditJournal = { last: null };

export class Journal {
  private readonly listeners = new Set<() => void>();
  private writes: readonly Written[] = [];
  private state = nothing;

  getState(): EditJournal {
    return this.state;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  record(written: Written): void {
    this.become([...this.writes, written].slice(-kept));
  }

  /** Takes back the last write; what cannot be taken back yet stays the last one. `null` where there is none. */
  async undo(over?: string): Promise<EditResult | null> {
    const last = this.writes.at(-1);
    if (last === undefined) return null;
    const result = await last.undo(over);
    if (result.kind === 'done') this.become(this.writes.filter((written) => written !== last));
    return result;
  }

  clear(): void {
    this.become([]);
  }

  private become(writes: readonly Written[]): void {
    this.writes = writes;
    const last = writes.at(-1);
    this.state = last === undefined ? nothing : { last: { what: last.what, cell: last.cell, to: last.to } };
    for (const listener of [...this.listeners]) listener();
  }
}

/** The one of this runtime: it is there before the first write. */
export const journal = new Journal();
