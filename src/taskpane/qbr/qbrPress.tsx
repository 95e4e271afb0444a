/** The one press that the page leads to: write, cancel, or open what was written. */
import type { ReactNode } from 'react';
import { usePane } from '../frame/paneContext';
import { Quiet } from '../parts/page';
import { frame } from '../sentences/frame';
import { qbr as words } from '../sentences/qbr';
import type { QbrState } from './useQbr';
import { Button } from '../parts/button';

interface PressProps {
  readonly state: QbrState;
  readonly cancel: () => void;
  /** Why nothing can be written; `null` where something can. */
  readonly obstacle: string | null;
  readonly onWrite: () => void;
  readonly onAgain: () => void;
}

export function QbrPress({ state, cancel, obstacle, onWrite, onAgain }: PressProps): ReactNode {
  const { services, perform } = usePane();
  switch (state.kind) {
    case 'idle':
    case 'cancelled':
    case 'failed':
      return (
        <>
          {obstacle !== null && <Quiet>{obstacle}</Quiet>}
          <Button appearance="primary" size="large" disabledFocusable={obstacle !== null} onClick={onWrite}>{state.kind === 'failed' ? words.retry : words.write}</Button>
        </>
      );
    case 'writing':
      if (state.cancel === 'notOurs') return null;
      return <Button size="large" disabledFocusable={state.cancel === 'asked'} onClick={cancel}>{state.cancel === 'asked' ? words.cancelling : words.cancel}</Button>;
    case 'written':
    case 'writtenEach': {
      const sheet = state.kind === 'written' ? state.sheet : (state.sheets[0] ?? '');
      const open = (): void => void perform(() => services.activateSheet(sheet), frame.selected(sheet));
      return (
        <>
          <Button appearance="primary" size="large" onClick={open}>{words.open(sheet)}</Button>
          <Button onClick={onAgain}>{words.again}</Button>
        </>
      );
    }
  }
}
