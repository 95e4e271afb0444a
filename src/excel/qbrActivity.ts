/** What the writing of a review does, whoever started it: the ribbon has no place of its own to say so. */
import type { QbrResult } from './writeQbr';

export const qbrSteps = ['reading', 'layingOut', 'writing', 'finishing'] as const;
export type QbrStep = (typeof qbrSteps)[number];

export type QbrActivity = { readonly kind: 'idle' } | { readonly kind: 'writing'; readonly step: QbrStep } | { readonly kind: 'ended'; readonly result: QbrResult };

class ActivityStore {
  private activity: QbrActivity = { kind: 'idle' };
  private readonly listeners = new Set<() => void>();

  getState(): QbrActivity {
    return this.activity;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  become(activity: QbrActivity): void {
    this.activity = activity;
    for (const listener of [...this.listeners]) listener();
  }
}

export const qbrActivity = new ActivityStore();
