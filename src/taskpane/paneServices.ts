/** Everything the pane needs from the workbook, so that it renders in a test without one. */
import type { CellRef } from '../domain/cell';
import type { LivePortfolio } from '../excel/liveState';

/** A press that acts on the workbook; `message` says what happened and what to do. */
export type ActionResult = { readonly kind: 'done' } | { readonly kind: 'failed'; readonly message: string };

export const qbrSteps = ['reading', 'layingOut', 'writing', 'finishing'] as const;
export type QbrStep = (typeof qbrSteps)[number];

export type QbrResult =
  | { readonly kind: 'written'; readonly sheet: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string };

export interface PaneTheme {
  readonly dark: boolean;
  readonly highContrast: boolean;
}

export interface PaneServices {
  readonly livePortfolio: LivePortfolio;
  /** BCP 47 name of the workbook's culture; numbers and dates follow it. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Calls the listener at once and on every change; returns how to stop. */
  watchTheme(listener: (theme: PaneTheme) => void): () => void;
  selectCell(cell: CellRef): Promise<ActionResult>;
  activateSheet(name: string): Promise<ActionResult>;
  insertTemplate(): Promise<ActionResult>;
  insertSampleData(): Promise<ActionResult>;
  writePortfolioQbr(options: { readonly onProgress: (step: QbrStep) => void; readonly signal: AbortSignal }): Promise<QbrResult>;
}
