/** What every browser's window has and jsdom's lacks, for a page that nobody looks at: nothing matches, nothing changes its size. */
import type { DOMWindow } from 'jsdom';

const nothing = (): void => undefined;

export function withoutScreen(window: DOMWindow): void {
  const lacking = {
    matchMedia: (media: string) => ({
      media, matches: false, onchange: null,
      addEventListener: nothing, removeEventListener: nothing, addListener: nothing, removeListener: nothing, dispatchEvent: () => false,
    }),
    ResizeObserver: SilentObserver,
    IntersectionObserver: SilentObserver,
  };
  for (const [name, value] of Object.entries(lacking)) if (!(name in window)) Object.defineProperty(window, name, { value, configurable: true, writable: true });
}

/** Nothing is ever laid out, so there is never anything to report. */
class SilentObserver {
  readonly observe = nothing;
  readonly unobserve = nothing;
  readonly disconnect = nothing;
}
