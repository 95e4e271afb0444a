/**
 * Writing a review comes in a script of its own, brought by the first press that wants one. Where it does not come the review has failed,
 * in a sentence, and the next press asks again.
 */
import { qbrActivity } from './qbrActivity';
import { sentences } from './sentences';
import { showPane } from './showPane';
import type { QbrOptions, QbrResult } from './writeQbr';

const writing = (): Promise<typeof import('./writeQbr')> => import(/* webpackChunkName: "qbr" */ './writeQbr');
const ribbon = (): Promise<typeof import('./ribbonQbr')> => import(/* webpackChunkName: "qbr" */ './ribbonQbr');

/** Ahead of the first press, so that it needs no network. */
export async function loadQbr(): Promise<void> {
  await ribbon().catch(() => undefined);
}

/** As `writePortfolioQbr` itself. */
export async function writePortfolioQbr(options: QbrOptions): Promise<QbrResult> {
  const loaded = await brought(writing);
  return loaded === null ? fileMissing : loaded.writePortfolioQbr(options);
}

/** As `writeQbrFromRibbon` itself. */
export async function writeQbrFromRibbon(): Promise<void> {
  const loaded = await brought(ribbon);
  await (loaded === null ? showPane() : loaded.writeQbrFromRibbon());
}

const fileMissing: QbrResult = { kind: 'failed', message: sentences.fileMissing };

async function brought<Script>(load: () => Promise<Script>): Promise<Script | null> {
  const before = qbrActivity.getState();
  // What is shown of the press begins with it; one that is under way goes on.
  if (before.kind !== 'writing') qbrActivity.become({ kind: 'writing', step: 'reading' });
  return load().catch(() => {
    qbrActivity.become({ kind: 'ended', result: fileMissing });
    return null;
  });
}
