/** What happens to scroll position and focus when the user goes from place to place. */
import { useLayoutEffect, useRef } from 'react';
import type { Visit } from '../navigation';
import { addressOf } from '../pages';

function showFrom(scroller: HTMLElement, top: number): void {
  scroller.scrollTop = top;
}

/** A changed page starts at its top with the focus on it; the portfolio, returned to, where it was left. */
export function useArrival(scroller: HTMLElement | null, { place, from }: Visit): { readonly onScroll: () => void; readonly returnTo: string | null } {
  const leftAt = useRef(0);
  const returnTo = place.page === 'portfolio' && from?.page === 'partner' ? from.key : null;
  const address = addressOf(place);
  useLayoutEffect(() => {
    if (scroller === null || from === null) return;
    showFrom(scroller, returnTo === null ? 0 : leftAt.current);
    if (returnTo === null) scroller.focus({ preventScroll: true });
  }, [scroller, address, from, returnTo]);
  const onScroll = (): void => {
    if (place.page === 'portfolio') leftAt.current = scroller?.scrollTop ?? 0;
  };
  return { onScroll, returnTo };
}
