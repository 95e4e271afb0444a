/**
 * What the functions and the first look at the pane do without comes in scripts of its own, brought by the first press that wants one. One that
 * does not come is a failure in a sentence, and the next press asks again.
 */
import type { Policy } from '../domain/policy';
import type { ActionResult } from './actionResult';
import type * as Edits from './cellEdits';
import type * as PolicyStore from './policyStore';
import { qbrActivity } from './qbrActivity';
import { sentences } from './sentences';
import { showPane } from './showPane';
import type * as Corrections from './correctionsTable';
import type { LogResult, NewCorrection } from './correctionsTable';
import type * as Ribbon from './ribbonQbr';
import type * as Template from './template';
import type * as Writing from './writeQbr';
import type { QbrResult, QbrRun } from './writeQbr';

const writing = (): Promise<typeof Writing> => import(/* webpackChunkName: "writeQbr" */ './writeQbr');
const ribbon = (): Promise<typeof Ribbon> => import(/* webpackChunkName: "writeQbr" */ './ribbonQbr');
const template = (): Promise<typeof Template> => import(/* webpackChunkName: "writing" */ './template');
const corrections = (): Promise<typeof Corrections> => import(/* webpackChunkName: "writing" */ './correctionsTable');
const policyStore = (): Promise<typeof PolicyStore> => import(/* webpackChunkName: "writing" */ './policyStore');
/** For laterEdits.ts. */
export const cellEdits = (): Promise<typeof Edits> => import(/* webpackChunkName: "writing" */ './cellEdits');

/** All of them ahead of the first press, so that it needs no network. */
export async function loadLaterScripts(): Promise<void> {
  for (const load of [ribbon, cellEdits]) await load().catch(() => undefined);
}

/** As `writeQbr` itself. */
export async function writeQbr(run: QbrRun): Promise<QbrResult> {
  const loaded = await broughtForQbr(writing);
  return loaded === null ? fileMissing : loaded.writeQbr(run);
}

/** As `writeQbrFromRibbon` itself. */
export async function writeQbrFromRibbon(): Promise<void> {
  const loaded = await broughtForQbr(ribbon);
  await (loaded === null ? showPane() : loaded.writeQbrFromRibbon());
}

/** As `insertTemplate` itself. */
export async function insertTemplate(): Promise<ActionResult> {
  const loaded = await brought(template);
  return loaded === null ? fileMissing : loaded.insertTemplate();
}

/** As `insertSampleData` itself. */
export async function insertSampleData(): Promise<ActionResult> {
  const loaded = await brought(template);
  return loaded === null ? fileMissing : loaded.insertSampleData();
}

/** As `logCorrection` itself. */
export async function logCorrection(correction: NewCorrection, create: boolean): Promise<LogResult> {
  const loaded = await brought(corrections);
  return loaded === null ? fileMissing : loaded.logCorrection(correction, { create });
}

/** As `savePolicy` itself. */
export async function savePolicy(policy: Policy): Promise<ActionResult> {
  const loaded = await brought(policyStore);
  return loaded === null ? fileMissing : loaded.savePolicy(policy);
}

export const fileMissing = { kind: 'failed', message: sentences.fileMissing } as const;

/** `null` where it does not come. */
export function brought<Script>(load: () => Promise<Script>): Promise<Script | null> {
  return load().catch(() => null);
}

async function broughtForQbr<Script>(load: () => Promise<Script>): Promise<Script | null> {
  // What is shown of the press begins with it; one that is under way goes on.
  if (qbrActivity.getState().kind !== 'writing') qbrActivity.become({ kind: 'writing', step: 'reading' });
  const loaded = await brought(load);
  if (loaded === null) qbrActivity.become({ kind: 'ended', result: fileMissing });
  return loaded;
}
