/** Times work on fresh input, after warm-ups: medians, side by side. */

interface Repeats {
  readonly warmUps: number;
  readonly runs: number;
}
const usual: Repeats = { warmUps: 5, runs: 15 };

/** Median milliseconds of `work` over inputs made by `make`, which is not timed. */
export function median<Input>(make: (variant: number) => Input, work: (input: Input) => unknown, { warmUps, runs }: Repeats = usual): number {
  const times: number[] = [];
  let sink: unknown;
  for (let i = 0; i < warmUps + runs; i += 1) {
    const input = make(i);
    const start = performance.now();
    sink = work(input);
    if (i >= warmUps) times.push(performance.now() - start);
  }
  if (sink === undefined) throw new Error('The work must answer something.');
  return times.sort((a, b) => a - b)[runs >> 1] as number;
}

export interface Line {
  readonly what: string;
  readonly figure: string;
  readonly goal?: string;
}

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;

export function print(title: string, lines: readonly Line[]): void {
  console.log(`\n${title}`);
  const width = Math.max(...lines.map(({ what }) => what.length));
  for (const { what, figure, goal } of lines) console.log(`  ${what.padEnd(width)}  ${figure.padStart(12)}${goal ? `   goal: ${goal}` : ''}`);
}
