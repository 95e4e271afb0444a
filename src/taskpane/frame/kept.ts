/** What the user has chosen or half typed on a page: it outlives the page, so that coming back finds it. */
import { createContext, useContext, useState } from 'react';

const KeptContext = createContext<Map<string, unknown> | null>(null);
export const KeptProvider = KeptContext.Provider;

/** As `useState`, kept under a name of its own ("initiatives/filter") for as long as the pane is open. */
export function useKept<Value>(name: string, initial: Value): readonly [Value, (next: Value) => void] {
  const kept = useContext(KeptContext);
  if (kept === null) throw new Error('A page of the pane was rendered outside the pane.');
  const [value, setValue] = useState(() => (kept.has(name) ? (kept.get(name) as Value) : initial));
  return [value, (next) => {
    kept.set(name, next);
    setValue(next);
  }];
}
