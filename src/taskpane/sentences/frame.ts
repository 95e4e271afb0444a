/** The frame around the pages: their names, freshness, trouble, and what was written. */
import type { Page } from '../pages';

export const product = 'Alliance Portfolio';

export const pageNames: Readonly<Record<Page, string>> = {
  portfolio: 'Portfolio',
  initiatives: 'Initiatives',
  sponsors: 'Sponsors',
  corrections: 'Corrections',
  assessment: 'Practice assessment',
  qbr: 'Review (QBR)',
  data: 'Data',
  settings: 'Settings',
};

/** The page of one partner, which is not in the menu. */
export const partnerPage = 'Partner';

export const frame = {
  pages: 'Pages',
  openPages: (page: string): string => `${page}, other pages`,
  asOf: (day: string): string => `As of ${day}`,
  reading: 'reading',
  stale: 'stale',
  justNow: 'just now',
  ago(seconds: number): string {
    if (seconds < 60) return `${Math.floor(seconds)} s ago`;
    if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
    return `${Math.floor(seconds / 3600)} h ago`;
  },
  refresh: 'Refresh',
  refreshed: 'The figures are up to date.',
  mayBeStale: 'These figures may be out of date.',
  retry: 'Retry',
  dismiss: 'Dismiss',
  loading: 'Reading the workbook',
  failed: 'The workbook could not be read',
  nothingChanged: 'Nothing in the workbook was changed.',
  selected: (address: string): string => `${address} is selected.`,
  pageNotLoaded: 'This page could not be loaded',
  pageNotLoadedHint: 'Its file did not arrive. Check the network, then try again. Nothing in the workbook was changed.',
  written: (what: string): string => `${what} is written.`,
  wrote: (what: string, to: string, address: string): string => (to === '' ? `${what} is empty now (${address}).` : `${what}: ${to} (${address}).`),
  undo: 'Undo',
  undone: (what: string, address: string): string => `${what} is as it was (${address}).`,
  writeOver: 'Write over it',
  keepIt: 'Keep what is there',
  moreCells: (count: string): string => `${count} more`,
  writeQbr: 'Write QBR',
  showMore: (count: string): string => `Show ${count} more`,
} as const;
