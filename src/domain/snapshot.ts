/** What a partner was judged to be on an earlier day: a row of the History table. Section 8 of the method, rulings 65 to 67. */
import type { Minor, Score, SerialDate, Share } from './measure';
import type { Dimension, Rating } from './portfolio';

export const snapshotFields = [
  'quarter', 'asOf', 'partner', 'health', 'rating', 'confidence', 'revenueScore', 'pipelineScore', 'tractionScore', 'sponsorshipScore',
  'governanceScore', 'relationshipScore', 'revenue', 'revenueTarget', 'pipeline', 'pipelineCoverage', 'portfolioHealth', 'madeOn', 'run',
] as const;
export type SnapshotField = (typeof snapshotFields)[number];

export interface Snapshot {
  /** 0-based row of the sheet. */
  readonly row: number;
  readonly asOf: SerialDate;
  /** "2026 Q3"; `null` where the row does not say. */
  readonly quarter: string | null;
  readonly name: string;
  /** The join key of its partner: ruling 30. */
  readonly key: string;
  /** `null` where the partner was not rated. */
  readonly health: Score | null;
  readonly rating: Rating;
  readonly confidence: Share | null;
  readonly dimensions: Readonly<Record<Dimension, Score | null>>;
  /** Of the partner's launched initiatives, in minor units. */
  readonly revenue: Minor | null;
  /** The open revenue target, by which the portfolio's mean was weighted. */
  readonly revenueTarget: Minor | null;
  readonly pipeline: Minor | null;
  readonly pipelineCoverage: number | null;
  /** Health of the whole portfolio on that day. */
  readonly portfolioHealth: Score | null;
  /** The calendar day on which the snapshot was written. */
  readonly madeOn: SerialDate | null;
  /** Tells the write that made the row from all others. */
  readonly run: string | null;
}
