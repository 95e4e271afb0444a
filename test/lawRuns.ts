/** How often a law is tried: by chance in the usual tests, a few fixed times for each mutant (`npm run mutation` sets LAW_RUNS). */

interface LawRuns {
  readonly numRuns: number;
  readonly seed?: number;
  /** The first failure is enough: no smaller example is looked for. */
  readonly endOnFailure?: boolean;
}

export function lawRuns(usual = 100): LawRuns {
  const few = process.env.LAW_RUNS;
  return few === undefined ? { numRuns: usual } : { numRuns: Math.min(usual, Number(few)), seed: 20260930, endOnFailure: true };
}
