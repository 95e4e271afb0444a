/** Writes the quarterly business review: reads the workbook anew, lays the review out, writes its sheet. The pane and the ribbon share it. */
import { cellAddress } from '../domain/cell';
import type { Portfolio } from '../domain/portfolio';
import type { HistoryOutcome } from '../report/historyRows';
import { portfolioQbr } from '../report/portfolioQbr';
import { todayOf } from './asOf';
import { type Clock, systemClock } from './clock';
import { sheetWithoutHeaders } from './historyTable';
import { historyOf } from './historyWriter';
import { type LiveWorkbook, livePortfolio } from './livePortfolio';
import { troubleOf } from './officeErrors';
import { type QbrStep, qbrActivity } from './qbrActivity';
import { sentences } from './sentences';
import { writeSheet } from './sheetWriter';

export type QbrResult =
  /** `history`: 'kept' where a review of an earlier day had written the as-of date's snapshots, for they are what was known then. */
  | { readonly kind: 'written'; readonly sheet: string; readonly history: HistoryOutcome }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string };

export interface QbrOptions {
  readonly onProgress?: (step: QbrStep) => void;
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
}

let underWay: Promise<QbrResult> | null = null;

/** At most six requests, reading included, and one more per 4 MB. Asked for again while one is being written, it answers with that one. */
export function writePortfolioQbr({ onProgress, ...options }: QbrOptions = {}, live: LiveWorkbook = livePortfolio): Promise<QbrResult> {
  const told = (step: QbrStep): void => {
    qbrActivity.become({ kind: 'writing', step });
    onProgress?.(step);
  };
  underWay ??= write({ ...options, onProgress: told }, live)
    // Whatever is thrown must not leave the pane waiting for an end.
    .catch((fault: unknown): QbrResult => ({ kind: 'failed', message: troubleOf(fault).message }))
    .then((result) => {
      qbrActivity.become({ kind: 'ended', result });
      return result;
    })
    .finally(() => {
      underWay = null;
    });
  return underWay;
}

async function write({ onProgress, signal = new AbortController().signal, clock = systemClock }: QbrOptions & { readonly onProgress: (step: QbrStep) => void }, live: LiveWorkbook): Promise<QbrResult> {
  onProgress('reading');
  const state = await live.refresh();
  if (signal.aborted) return { kind: 'cancelled' };
  if (state.kind !== 'ready') return { kind: 'failed', message: state.kind === 'failed' ? state.trouble.message : sentences.notRead };
  // A portfolio that could not be read anew may be stale: no review is made of it.
  if (state.trouble !== null) return { kind: 'failed', message: state.trouble.message };
  const obstacle = obstacleOf(state.portfolio);
  if (obstacle !== null) return { kind: 'failed', message: obstacle };

  onProgress('layingOut');
  const reading = live.lastReading();
  if (reading === null) return { kind: 'failed', message: sentences.notRead };
  const author = reading.structure.author.trim();
  const plan = portfolioQbr(state.portfolio, { preparedBy: author === '' ? null : author });
  const { outcome, writer } = historyOf(state.portfolio, reading, todayOf(clock));
  const headless = sheetWithoutHeaders(reading.structure);
  if (writer !== null && headless !== null) return { kind: 'failed', message: sentences.dataSheetHeaders(headless) };
  const result = await live.during(
    () => writeSheet(plan, writer, { signal, onStep: onProgress, clock }),
    (built) => (built.kind === 'built' ? built.result : null),
  );
  return result.kind === 'built' ? { kind: 'written', sheet: result.result.sheet, history: outcome } : result;
}

/** Why there is nothing to review, with the place to mend; `null` where there is something. */
function obstacleOf({ rows: { partners, issues } }: Portfolio): string | null {
  if (partners === null) return issues.find(({ code }) => code === 'missing-table' || code === 'missing-column')?.message ?? sentences.notRead;
  if (partners.rows.length > 0) return null;
  return sentences.noPartners(cellAddress({ sheet: partners.sheet, row: partners.headerRow, column: Math.min(...Object.values(partners.columns)) }));
}
