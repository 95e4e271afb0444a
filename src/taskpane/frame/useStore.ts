/** The value of a store now, and a new drawing whenever it changes. */
import { useCallback, useSyncExternalStore } from 'react';

export interface Store<State> {
  getState(): State;
  subscribe(listener: () => void): () => void;
}

export function useStore<State>(store: Store<State>): State {
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener), [store]);
  return useSyncExternalStore(subscribe, () => store.getState());
}
