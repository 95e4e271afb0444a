/** One QBR being written. It belongs to the pane, not to the page, so that it goes on while the user looks elsewhere. */
import { type PaneServices, type QbrResult, type QbrStep, qbrSteps } from '../paneServices';
import { qbr as words } from '../sentences';

export type QbrState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing'; readonly step: QbrStep; readonly cancelling: boolean }
  | QbrResult;

export interface QbrWriting {
  state(): QbrState;
  subscribe(listener: () => void): () => void;
  /** A second press while one is being written starts nothing. Resolves with how it ended; `null` where nothing was started. */
  start(): Promise<QbrResult | null>;
  cancel(): void;
}

export function qbrWriting(write: PaneServices['writePortfolioQbr']): QbrWriting {
  let state: QbrState = { kind: 'idle' };
  let stop: AbortController | null = null;
  const listeners = new Set<() => void>();
  const become = (next: QbrState): void => {
    state = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      if (state.kind === 'writing') return null;
      const { signal } = (stop = new AbortController());
      become({ kind: 'writing', step: qbrSteps[0], cancelling: false });
      const onProgress = (step: QbrStep): void => become({ kind: 'writing', step, cancelling: signal.aborted });
      const result = await write({ onProgress, signal }).catch((): QbrResult => ({ kind: 'failed', message: words.unexpected }));
      become(result);
      return result;
    },
    cancel() {
      if (state.kind !== 'writing') return;
      stop?.abort();
      become({ ...state, cancelling: true });
    },
  };
}
