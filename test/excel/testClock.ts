/** Time that passes when a test says so. */
import type { Clock } from '../../src/excel/clock';

export class TestClock implements Clock {
  private milliseconds: number;
  private waiting: { readonly at: number; readonly run: () => void }[] = [];

  constructor(today = '2026-09-30T12:00:00') {
    this.milliseconds = new Date(today).getTime();
  }

  now(): Date {
    return new Date(this.milliseconds);
  }

  later(milliseconds: number, run: () => void): () => void {
    const entry = { at: this.milliseconds + milliseconds, run };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== entry);
    };
  }

  pass(milliseconds: number): void {
    this.milliseconds += milliseconds;
    const due = this.waiting.filter(({ at }) => at <= this.milliseconds);
    this.waiting = this.waiting.filter(({ at }) => at > this.milliseconds);
    for (const { run } of due) run();
  }
}

/** Lets office.js and the host finish what they do without time. */
export async function settled(milliseconds = 30): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export async function until(condition: () => boolean, milliseconds = 5_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) throw new Error('It did not come to that.');
    await settled(5);
  }
}
