/** Everything the pane needs from the workbook, so that it renders in a test without one. */
import type { CellRef } from '../domain/cell';
import type { Policy } from '../domain/policy';
import type { Portfolio } from '../domain/portfolio';
import type { ActionResult } from '../excel/actionResult';
import type { Assessments } from '../excel/assessments';
import type { LogResult, NewCorrection } from '../excel/correctionsTable';
import type { Edits } from '../excel/editState';
import type { LivePortfolio } from '../excel/liveState';
import type { QbrActivity } from '../excel/qbrActivity';
import type { PaneTheme } from '../excel/theme';
import type { Readings } from '../excel/readings';
import type { Reviews } from '../excel/reviews';
import type { QbrRequest, QbrResult } from '../excel/writeQbr';
import type { Store } from './frame/useStore';

export interface PaneServices {
  readonly livePortfolio: LivePortfolio;
  /** BCP 47 name of the workbook's culture; numbers and dates follow it. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Calls the listener at once and on every change; returns how to stop. */
  watchTheme(listener: (theme: PaneTheme) => void): () => void;
  selectCell(cell: CellRef): Promise<ActionResult>;
  activateSheet(name: string): Promise<ActionResult>;
  /** Writes single cells of the user's, one press at a time. */
  readonly edits: Edits;
  /** Writes one row; `create`: makes the table first where there is none. */
  logCorrection(correction: NewCorrection, create: boolean): Promise<LogResult>;
  /** The cells as they were last read, judged by another policy; `null` before the first reading. */
  judgedBy(policy: Policy): Portfolio | null;
  /** Stores the policy with the workbook and judges anew. */
  savePolicy(policy: Policy): Promise<ActionResult>;
  insertTemplate(): Promise<ActionResult>;
  insertSampleData(): Promise<ActionResult>;
  /** The QBR that the pane or the ribbon has asked for. */
  readonly qbrActivity: Store<QbrActivity>;
  /** Without a request as reviews of this workbook were last chosen. */
  writeQbr(options: { readonly request?: QbrRequest; readonly signal: AbortSignal }): Promise<QbrResult>;
  readonly reviews: Reviews;
  readonly assessments: Assessments;
  readonly readings: Readings;
}
