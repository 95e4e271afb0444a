/** The QBR being written, whoever started it, and what the pane can do about it. */
import { useState } from 'react';
import type { QbrStep } from '../../excel/qbrActivity';
import type { QbrRequest, QbrResult } from '../../excel/writeQbr';
import { useStore } from '../frame/useStore';
import type { PaneServices } from '../paneServices';

export type QbrState =
  | { readonly kind: 'idle' }
  /** One that the ribbon started cannot be cancelled from here. */
  | { readonly kind: 'writing'; readonly step: QbrStep; readonly cancel: 'possible' | 'asked' | 'notOurs' }
  | QbrResult;

export interface Qbr {
  readonly state: QbrState;
  /** Without a request as reviews of this workbook were last chosen. */
  readonly start: (request?: QbrRequest) => void;
  readonly cancel: () => void;
}

interface OwnWriting {
  readonly stop: AbortController;
  readonly cancelled: boolean;
}

export function useQbr({ qbrActivity, writeQbr }: PaneServices): Qbr {
  const activity = useStore(qbrActivity);
  const [own, setOwn] = useState<OwnWriting | null>(null);
  const start = (request?: QbrRequest): void => {
    if (activity.kind === 'writing') return;
    const stop = new AbortController();
    setOwn({ stop, cancelled: false });
    void writeQbr({ request, signal: stop.signal }).finally(() => setOwn(null));
  };
  const cancel = (): void => {
    if (own === null) return;
    own.stop.abort();
    setOwn({ ...own, cancelled: true });
  };
  return { state: stateOf(activity, own), start, cancel };
}

function stateOf(activity: ReturnType<PaneServices['qbrActivity']['getState']>, own: OwnWriting | null): QbrState {
  switch (activity.kind) {
    case 'idle':
      return activity;
    case 'writing':
      return { ...activity, cancel: own === null ? 'notOurs' : own.cancelled ? 'asked' : 'possible' };
    case 'ended':
      return activity.result;
  }
}
