/** What a screen reader hears while a QBR is written. */
import { qbrSteps } from '../../excel/qbrActivity';
import { qbr as words } from '../sentences/qbr';
import type { QbrState } from './useQbr';

export function spokenProgress(state: QbrState): string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'writing':
      return state.cancel === 'asked' ? words.cancelling : words.step(words.steps[state.step], qbrSteps.indexOf(state.step) + 1, qbrSteps.length);
    case 'written':
      return words.written(state.sheet);
    case 'writtenEach':
      return words.writtenEach(state.sheets.length, String(state.sheets.length));
    case 'cancelled':
      return words.cancelled;
    case 'failed':
      return `${words.failed}. ${state.message}`;
  }
}
