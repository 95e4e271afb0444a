/** Revenue against plan to date, initiative by initiative: the terms of the headline's sums, and what has no plan that could be compared. */
import { basisOf } from './basis';
import type { Part } from './concentration';
import { together } from './concentration';
import type { Initiative } from './initiative';
import { closedRecently, isOpen } from './lifecycle';
import type { Partner } from './partner';
import { PerformanceReader } from './performance';
import type { Portfolio } from './portfolio';

/** An initiative whose revenue is compared with its plan, in minor units. */
export interface Compared {
  readonly initiative: Initiative;
  readonly partner: Partner;
  readonly actual: number;
  readonly expected: number;
}

export interface PlanToDate {
  /** Expected less what came in, in minor units: more than expected is below zero. Of the initiatives that the headline counts. */
  readonly missing: readonly Part<Compared>[];
  /** Those that are open. */
  readonly open: readonly Initiative[];
  /** How many of them are launched; of these, with a revenue target; of these, too early to compare, and without a date or a revenue that could be read. */
  readonly launched: number;
  readonly targeted: number;
  readonly tooEarly: number;
  readonly unknown: number;
}

/** Ended partners are left out: ruling 47. */
export function planToDate({ rows, asOf, policy, partners }: Pick<Portfolio, 'rows' | 'asOf' | 'policy' | 'partners'>): PlanToDate {
  const basis = basisOf({ rows, asOf, policy });
  const reader = new PerformanceReader(basis);
  const missing: Part<Compared>[] = [];
  const open: Initiative[] = [];
  const count = { launched: 0, targeted: 0, tooEarly: 0, unknown: 0 };
  for (const initiative of rows.initiatives?.rows ?? []) {
    const partner = partners[initiative.partner]?.partner;
    if (partner === undefined || partner.status === 'Ended') continue;
    const inLaunch = initiative.stage === 'Launch';
    if (isOpen(initiative)) open.push(initiative);
    if (!inLaunch && !closedRecently(initiative, basis)) continue;
    reader.read(initiative);
    const { state, expected, actual } = reader.revenue;
    if (state === 'known') missing.push({ of: { initiative, partner, actual: actual ?? 0, expected }, amount: expected - (actual ?? 0) });
    if (!inLaunch) continue;
    count.launched += 1;
    if (state === 'none') continue;
    count.targeted += 1;
    if (state === 'unknown') count.unknown += 1;
    if (state === 'tooEarly' || (state === 'known' && expected === 0)) count.tooEarly += 1;
  }
  return { missing, open, ...count };
}

/** What each partner lacks in all: what one initiative brings above its plan makes up for another of the same partner. */
export function missingByPartner({ missing }: PlanToDate): readonly Part<Partner>[] {
  return together(missing.map(({ of: { partner }, amount }) => ({ of: partner, amount })));
}
