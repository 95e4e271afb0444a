/** The one element of the pane that scrolls: long lists draw only what it shows. */
import { createContext, useContext } from 'react';

const ScrollerContext = createContext<HTMLElement | null>(null);
export const ScrollerProvider = ScrollerContext.Provider;

/** `null` until the frame is drawn. */
export function useScroller(): HTMLElement | null {
  return useContext(ScrollerContext);
}
