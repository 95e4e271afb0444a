/** Time as the Office layer sees it: an argument, so that a test can let thirty seconds pass at once. */

export interface Clock {
  now(): Date;
  /** Runs once after the given milliseconds; the returned function calls it off. */
  later(milliseconds: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => new Date(),
  later: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
