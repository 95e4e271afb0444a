/** Starts the pane on the workbook that is open. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { assessmentsOf } from '../excel/assessments';
import { laterEdits } from '../excel/laterEdits';
import { insertSampleData, insertTemplate, loadLaterScripts, logCorrection, savePolicy, writeQbr } from '../excel/laterScripts';
import { livePortfolio } from '../excel/livePortfolio';
import { type OfficeLocale, officeLocale } from '../excel/officeLocale';
import { qbrActivity } from '../excel/qbrActivity';
import { readingsOf } from '../excel/readings';
import { reviewsOf } from '../excel/reviews';
import { activateSheet, selectCell } from '../excel/selectCell';
import { watchTheme } from '../excel/theme';
import { loadPages } from './lazyPages';
import { Pane } from './pane';
import type { PaneServices } from './paneServices';

/** Office can tell its theme only once it has started, which the workbook's first answer shows; until then the system's preference holds. */
const watchThemeFromStart: PaneServices['watchTheme'] = (listener) => {
  listener({ dark: window.matchMedia('(prefers-color-scheme: dark)').matches, highContrast: false });
  let stopWatching: (() => void) | null = null;
  const begin = (): void => {
    if (stopWatching === null && livePortfolio.getState().kind !== 'starting') stopWatching = watchTheme(listener);
  };
  const stopWaiting = livePortfolio.subscribe(begin);
  begin();
  return () => {
    stopWaiting();
    stopWatching?.();
  };
};

/** Once the figures are there: the first look must not wait for pages that nobody has asked for yet. */
function whenIdle(act: () => void): void {
  const stop = livePortfolio.subscribe(() => {
    if (livePortfolio.getState().kind === 'starting') return;
    stop();
    // Safari knows no idle callback.
    if ('requestIdleCallback' in window) window.requestIdleCallback(act);
    else setTimeout(act, 1_000);
  });
}

const workbook: Omit<PaneServices, keyof OfficeLocale> = {
  livePortfolio,
  watchTheme: watchThemeFromStart,
  selectCell,
  activateSheet,
  edits: laterEdits,
  logCorrection,
  judgedBy: (policy) => livePortfolio.judgedBy(policy),
  savePolicy,
  insertTemplate,
  insertSampleData,
  qbrActivity,
  writeQbr,
  reviews: reviewsOf(),
  assessments: assessmentsOf(),
  readings: readingsOf(),
};

const element = document.getElementById('pane');
if (element !== null) {
  const root = createRoot(element);
  const show = (locale: OfficeLocale): void => root.render(<StrictMode><Pane services={{ ...workbook, ...locale }} /></StrictMode>);
  // The page in grey does not wait for Office to tell its language.
  show({ locale: navigator.language, direction: 'ltr' });
  void officeLocale().then(show);
  whenIdle(() => void loadPages().then(loadLaterScripts));
}
