/** What functions, pane and commands know of the workbook at one moment. */
import type { Portfolio } from '../domain/portfolio';

/** A fault in words: what happened, and what to do. Nothing in the workbook was changed by a read. */
export interface Trouble {
  readonly kind: 'notAnswering' | 'cellBeingEdited' | 'protected' | 'tooLarge' | 'unexpected';
  readonly message: string;
}

export type LiveState =
  | { readonly kind: 'starting' }
  /** `trouble`: the last re-read failed, so this portfolio may be stale. `reading`: a re-read is under way. */
  | { readonly kind: 'ready'; readonly portfolio: Portfolio; readonly readAt: Date; readonly reading: boolean; readonly trouble: Trouble | null }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

/** The one reader of the workbook's tables. Same state object until something changed: it fits `useSyncExternalStore`. */
export interface LivePortfolio {
  getState(): LiveState;
  /** The first subscriber starts the reading and the watching of changes. */
  subscribe(listener: () => void): () => void;
  /** Reads again now; resolves when the state has settled. */
  refresh(): Promise<LiveState>;
}
