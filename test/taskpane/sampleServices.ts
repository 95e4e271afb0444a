/** A pane without a workbook: what it is told is what a test says, and what it asks for is remembered. */
import { cellAddress } from '../../src/domain/cell';
import type { Portfolio } from '../../src/domain/portfolio';
import type { LiveState } from '../../src/excel/liveState';
import type { ActionResult, PaneServices, PaneTheme, QbrResult, QbrStep } from '../../src/taskpane/paneServices';

const done: ActionResult = { kind: 'done' };

export const ready = (portfolio: Portfolio, more: Partial<Extract<LiveState, { kind: 'ready' }>> = {}): LiveState =>
  ({ kind: 'ready', portfolio, readAt: new Date(), reading: false, trouble: null, ...more });

export interface SampleWorkbook {
  readonly services: PaneServices;
  /** What the pane asked of the workbook: "select Initiatives!F7", "insert template", "refresh". */
  readonly asked: readonly string[];
  become(state: LiveState): void;
  showTheme(theme: PaneTheme): void;
  /** The QBR being written goes on to a step, or ends. */
  step(step: QbrStep): void;
  end(result: QbrResult): void;
}

export function sampleWorkbook(first: LiveState, { services = {} }: { readonly services?: Partial<PaneServices> } = {}): SampleWorkbook {
  let state = first;
  const asked: string[] = [];
  const listeners = new Set<() => void>();
  const themes = new Set<(theme: PaneTheme) => void>();
  let onProgress: (step: QbrStep) => void = () => undefined;
  let onEnd: (result: QbrResult) => void = () => undefined;
  const remember = (what: string): Promise<ActionResult> => {
    asked.push(what);
    return Promise.resolve(done);
  };
  return {
    asked,
    become(next) {
      state = next;
      for (const listener of listeners) listener();
    },
    showTheme: (theme) => themes.forEach((listener) => listener(theme)),
    step: (step) => onProgress(step),
    end: (result) => onEnd(result),
    services: {
      livePortfolio: {
        getState: () => state,
        subscribe(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        refresh() {
          asked.push('refresh');
          return Promise.resolve(state);
        },
      },
      locale: 'en-GB',
      direction: 'ltr',
      watchTheme(listener) {
        themes.add(listener);
        listener({ dark: false, highContrast: false });
        return () => themes.delete(listener);
      },
      selectCell: (cell) => remember(`select ${cellAddress(cell)}`),
      activateSheet: (name) => remember(`activate ${name}`),
      insertTemplate: () => remember('insert template'),
      insertSampleData: () => remember('insert sample data'),
      writePortfolioQbr(options) {
        asked.push('write QBR');
        onProgress = options.onProgress;
        return new Promise((resolve) => {
          onEnd = resolve;
          options.signal.addEventListener('abort', () => asked.push('cancel QBR'));
        });
      },
      ...services,
    },
  };
}
