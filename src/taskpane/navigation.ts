/** Where in the pane the user is. Office takes history.pushState away, so places are hashes: links, Back and bookmarks work by themselves. */
import type { Store } from './frame/useStore';
import { type Place, addressOf, placeAt } from './pages';

export interface Visit {
  readonly place: Place;
  /** Where the user came from; `null` when the pane has just opened. */
  readonly from: Place | null;
}

export function hashNavigation(target: Window): Store<Visit> {
  let visit: Visit = { place: placeAt(target.location.hash), from: null };
  return {
    getState: () => visit,
    subscribe(listener) {
      const moved = (): void => {
        const place = placeAt(target.location.hash);
        if (addressOf(place) === addressOf(visit.place)) return;
        visit = { place, from: visit.place };
        listener();
      };
      target.addEventListener('hashchange', moved);
      return () => target.removeEventListener('hashchange', moved);
    },
  };
}

export function goTo(place: Place): void {
  window.location.hash = addressOf(place);
}
