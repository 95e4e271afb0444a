/** One joint initiative with a partner: a row of the Initiatives table. */
import type { Reading } from './cell';
import type { Minor, SerialDate } from './measure';

export const initiativeFields = [
  'initiative', 'partner', 'stage', 'owner', 'salesSponsor', 'revenueTarget', 'revenue', 'pipelineTarget', 'pipeline', 'tractionTarget',
  'traction', 'qualifiedOn', 'approvedOn', 'approvedBy', 'launchedOn', 'due', 'endedOn', 'outcome', 'lastInspected', 'currency',
  'sourcedRevenue', 'influencedRevenue', 'sponsorLastEngaged', 'nextStep',
] as const;
export type InitiativeField = (typeof initiativeFields)[number];

export const stages = ['Qualify', 'Approve', 'Launch', 'Closed'] as const;
export type Stage = (typeof stages)[number];
export type Outcome = 'Succeeded' | 'Failed' | 'Stopped';

export interface Initiative {
  /** 0-based row of the sheet. */
  readonly row: number;
  readonly name: string;
  /** Position of its partner in the partners' rows. */
  readonly partner: number;
  readonly stage: Stage;
  /** From the Outcome column, else implied by the stage's word ("Won"). */
  readonly outcome: Reading<Outcome>;
  readonly owner: string | null;
  readonly salesSponsor: string | null;
  readonly approvedBy: string | null;
  readonly revenueTarget: Reading<Minor>;
  readonly revenue: Reading<Minor>;
  readonly pipelineTarget: Reading<Minor>;
  readonly pipeline: Reading<Minor>;
  /** What the partner brought in, and what it helped to bring in: shown beside the revenue and never part of it. */
  readonly sourcedRevenue: Reading<Minor>;
  readonly influencedRevenue: Reading<Minor>;
  /** Joint opportunities with sales engaged. */
  readonly tractionTarget: Reading<number>;
  readonly traction: Reading<number>;
  readonly qualifiedOn: Reading<SerialDate>;
  readonly approvedOn: Reading<SerialDate>;
  readonly launchedOn: Reading<SerialDate>;
  readonly due: Reading<SerialDate>;
  readonly endedOn: Reading<SerialDate>;
  readonly lastInspected: Reading<SerialDate>;
  readonly sponsorLastEngaged: Reading<SerialDate>;
}
