/** The Governance dimension: the checks of how an alliance is run. Section 4 of the method, ruling 49. */
import type { Basis } from './basis';
import type { Reading } from './cell';
import type { Initiative } from './initiative';
import type { SerialDate } from './measure';
import type { Partner } from './partner';

export const governanceChecks = ['plan', 'review', 'expectations', 'manager', 'inspection', 'gates'] as const;
export type GovernanceCheck = (typeof governanceChecks)[number];

/** Each check's passed share, 0-1; `null` where it does not apply. */
export type GovernanceChecks = Readonly<Record<GovernanceCheck, number | null>>;

/** Of the initiatives that are checked, those that pass. */
export interface Passed {
  readonly passed: number;
  readonly checked: number;
}

type TierClass = 'strategic' | 'tactical' | 'other';

/** By the first word of the tier, which is otherwise the user's own: ruling 29. */
export function tierClass(tier: string | null): TierClass {
  const firstWord = tier?.normalize('NFKC').match(/[\p{L}\p{N}]+/u)?.[0].toLowerCase();
  return firstWord === 'strategic' || firstWord === 'tactical' ? firstWord : 'other';
}

/** Longest time between reviews of a partner of this tier, in days. */
export function reviewLimit(partner: Partner, basis: Basis): number {
  return basis.policy.reviewDays[tierClass(partner.tier)];
}

/** A day that has happened, and not before the oldest that counts. An unreadable one is neither passed nor failed. */
function happenedSince(day: Reading<SerialDate>, oldest: number, asOf: SerialDate): 0 | 1 | null {
  if (typeof day === 'symbol') return null;
  return day !== null && day >= oldest && day <= asOf ? 1 : 0;
}

function agreed(reading: Partner['expectationsAgreed'], asOf: SerialDate): 0 | 1 | null {
  if (typeof reading === 'symbol') return null;
  if (typeof reading === 'number') return reading <= asOf ? 1 : 0;
  return reading === true ? 1 : 0;
}

/** Whether a launched initiative was inspected in time; `null` where that is unreadable, not tracked, or not yet due. */
export function inspected({ stage, lastInspected, launchedOn }: Initiative, basis: Basis): boolean | null {
  if (stage !== 'Launch' || basis.initiativeColumns.lastInspected === undefined || typeof lastInspected === 'symbol') return null;
  const { asOf } = basis;
  const oldest = asOf - basis.policy.inspectionDays;
  if (lastInspected !== null) return lastInspected >= oldest && lastInspected <= asOf;
  const justLaunched = typeof launchedOn === 'number' && launchedOn >= oldest && launchedOn <= asOf;
  return justLaunched ? null : false;
}

function shareOf({ passed, checked }: Passed): number | null {
  return checked === 0 ? null : passed / checked;
}

/** The checks of a partner; inspection and gates are shares of its initiatives. */
export function checksOf(partner: Partner, inspections: Passed, gates: Passed, basis: Basis): GovernanceChecks {
  const { asOf, partnerColumns: columns } = basis;
  return {
    plan: columns.jointBusinessPlan === undefined ? null : happenedSince(partner.jointBusinessPlan, basis.planSince, asOf),
    review: columns.lastQbr === undefined ? null : happenedSince(partner.lastQbr, asOf - reviewLimit(partner, basis), asOf),
    expectations: columns.expectationsAgreed === undefined ? null : agreed(partner.expectationsAgreed, asOf),
    manager: columns.allianceManager === undefined ? null : partner.allianceManager === null ? 0 : 1,
    inspection: shareOf(inspections),
    gates: shareOf(gates),
  };
}

/** Mean of the checks that apply, 0-100, unrounded; `null` where none does. */
export function governanceScore(checks: GovernanceChecks): number | null {
  let applicable = 0;
  let passed = 0;
  for (const check of governanceChecks) {
    const share = checks[check];
    if (share === null) continue;
    applicable += 1;
    passed += share;
  }
  return applicable === 0 ? null : 100 * (passed / applicable);
}
