/** How many open initiatives stand in each stage, and how long they have been there; those of ended partners are left out. */
import type { Initiative, Stage } from './initiative';
import { isOpen } from './lifecycle';
import type { Portfolio } from './portfolio';

export const openStages = ['Qualify', 'Approve', 'Launch'] as const satisfies readonly Stage[];
export type OpenStage = (typeof openStages)[number];

export interface StageCount {
  readonly stage: OpenStage;
  readonly count: number;
  /** The median of days since Qualified on, in Launch since Launched on; `null` where no such day is known. */
  readonly days: number | null;
}

/** As the time limits count it: nothing says when Approve began but the day before it (ruling 39). */
function daysInStage({ stage, qualifiedOn, launchedOn }: Initiative, asOf: number): number | null {
  const since = stage === 'Launch' ? launchedOn : qualifiedOn;
  return typeof since === 'number' && since <= asOf ? asOf - since : null;
}

/** Of two in the middle their mean, rounded up to a whole day. */
function median(days: readonly number[]): number | null {
  const sorted = [...days].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : Math.round((lower + upper) / 2);
}

export function stageFunnel({ rows: { initiatives, partners }, asOf }: Pick<Portfolio, 'rows' | 'asOf'>): readonly StageCount[] {
  const open = (initiatives?.rows ?? []).filter((initiative) => isOpen(initiative) && partners?.rows[initiative.partner]?.status !== 'Ended');
  return openStages.map((stage) => {
    const there = open.filter((initiative) => initiative.stage === stage);
    return { stage, count: there.length, days: median(there.flatMap((initiative) => daysInStage(initiative, asOf) ?? [])) };
  });
}
