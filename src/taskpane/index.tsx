/** Starts the pane on the workbook that is open. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { livePortfolio } from '../excel/livePortfolio';
import { activateSheet, selectCell } from '../excel/selectCell';
import { insertSampleData, insertTemplate } from '../excel/template';
import { watchTheme } from '../excel/theme';
import { qbrActivity, writePortfolioQbr } from '../excel/writeQbr';
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

const services: PaneServices = {
  livePortfolio,
  locale: navigator.language,
  direction: 'ltr',
  watchTheme: watchThemeFromStart,
  selectCell,
  activateSheet,
  insertTemplate: () => insertTemplate(),
  insertSampleData: () => insertSampleData(),
  qbrActivity,
  writePortfolioQbr: (options) => writePortfolioQbr(options),
};

const root = document.getElementById('pane');
if (root !== null) createRoot(root).render(<StrictMode><Pane services={services} /></StrictMode>);
