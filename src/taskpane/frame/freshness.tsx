/** How old the figures are. */
import { type ReactNode, useEffect, useState } from 'react';
import { frame } from '../sentences/frame';

const tick = 1000;
const stillNow = 2;

/** Seconds since a moment, counting on. */
function useSecondsSince(moment: Date): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tick);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, (now - moment.getTime()) / 1000);
}

export function Freshness({ readAt, reading, stale }: { readonly readAt: Date; readonly reading: boolean; readonly stale: boolean }): ReactNode {
  const seconds = useSecondsSince(readAt);
  if (reading) return frame.reading;
  const age = seconds < stillNow ? frame.justNow : frame.ago(seconds);
  return stale ? `${frame.stale}, ${age}` : age;
}
