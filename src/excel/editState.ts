/** What the pane asks to be written to single cells, and what comes of it. */
import type { CellRef } from '../domain/cell';
import type { SerialDate } from '../domain/measure';

export interface CellEdit {
  /** Where the cell stood when the portfolio that the user sees was read. */
  readonly cell: CellRef;
  /** `null` empties it; a day is written in the workbook's own date system; a number may bring the format that says its currency. */
  readonly value: string | number | null | { readonly day: SerialDate } | { readonly number: number; readonly format: string };
  /** What is changed, for people: "Sales sponsor of Joint cloud launch". */
  readonly what: string;
  /** Set after a yes to the question: what the cell held when it was asked. */
  readonly over?: string;
}

export type EditResult =
  /** `cell`: where it stands now. */
  | { readonly kind: 'done'; readonly cell: CellRef }
  /** Somebody changed the cell meanwhile, or it holds a formula. */
  | { readonly kind: 'asks'; readonly question: string; readonly over: string }
  | { readonly kind: 'failed'; readonly message: string };

export interface EditJournal {
  /** The write that Undo takes back; `null` where there is none, or the user has seen it. `to`: what the cell shows since. */
  readonly last: { readonly what: string; readonly cell: CellRef; readonly to: string } | null;
}

/** The one writer of single cells; a store of what can be taken back. */
export interface Edits {
  getState(): EditJournal;
  subscribe(listener: () => void): () => void;
  edit(edit: CellEdit): Promise<EditResult>;
  undo(over?: string): Promise<EditResult>;
  /** The user has seen what was written: Undo is no longer offered. */
  dismiss(): void;
}
