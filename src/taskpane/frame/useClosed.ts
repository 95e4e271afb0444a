/** Where the focus goes when what was open at a place of a page is closed. */
import { useState } from 'react';

/** The place of the page that was closed just now, so that its row takes the focus that went with it; `null` once another is opened. */
export function useClosed(at: string | null): string | null {
  const [shown, setShown] = useState(at);
  const [closed, setClosed] = useState<string | null>(null);
  if (at !== shown) {
    setShown(at);
    setClosed(at === null ? shown : null);
  }
  return closed;
}
