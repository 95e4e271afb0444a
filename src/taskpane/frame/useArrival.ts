/** What happens to scroll position and focus when the user goes from place to place. */
import { useLayoutEffect, useRef } from 'react';
import type { Visit } from '../navigation';
import { type Page, addressOf } from '../pages';

function showFrom(scroller: HTMLElement, top: number): void {
  scroller.scrollTop = top;
}

/** The page of the menu that the user comes back to from a partner: it shows where it was left. */
function pageReturnedTo({ place, from }: Visit): Page | null {
  return from?.page === 'partner' && place.page !== 'partner' && place.at === null ? place.page : null;
}

/** Another page starts at its top with the focus on it; one that is returned to from a partner, where it was left. Another place of a page is the page's affair. */
export function useArrival(scroller: HTMLElement | null, visit: Visit): { readonly onScroll: () => void; readonly returnTo: string | null } {
  const { place, from } = visit;
  const leftAt = useRef(new Map<string, number>());
  const back = pageReturnedTo(visit);
  const address = addressOf(place);
  useLayoutEffect(() => {
    if (scroller === null || from === null || from.page === place.page) return;
    showFrom(scroller, back === null ? 0 : (leftAt.current.get(back) ?? 0));
    if (back === null) scroller.focus({ preventScroll: true });
  }, [scroller, address, from, place.page, back]);
  const onScroll = (): void => {
    if (scroller !== null) leftAt.current.set(place.page, scroller.scrollTop);
  };
  return { onScroll, returnTo: back === 'portfolio' ? (from?.at ?? null) : null };
}
