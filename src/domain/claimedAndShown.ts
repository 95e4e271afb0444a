/** What the workbook shows of the practice that an assessment claims. Section 7 of the method, ruling 75. */
import { type Area, type Level, areaNames, highestLevel, levelNames } from './assessment';
import { type Basis, type Judged, basisOf } from './basis';
import type { Reading } from './cell';
import { checksOf, inspected, type Passed, tierClass } from './governance';
import { isOpenPastQualify } from './lifecycle';
import type { Profile } from './maturity';
import type { Share } from './measure';
import type { Partner } from './partner';
import type { Policy } from './policy';
import type { Portfolio } from './portfolio';
import { roundShare } from './rounding';
import { shownTexts } from './sentences';

/** The areas of which a workbook can show something, in the order of the method. */
export const shownAreas = [
  'process', 'approval', 'roles', 'reporting', 'expectations', 'plansAndReviews', 'portfolio',
] as const satisfies readonly Area[];
export type ShownArea = (typeof shownAreas)[number];

export interface Shown {
  /** `null`: nothing shown, since nothing of it is tracked or there is nothing to divide by. */
  readonly share: Share | null;
  /** The figure in a sentence. */
  readonly text: string;
}

/** A claim that the workbook does not bear out. */
export interface Contradiction {
  readonly area: ShownArea;
  readonly level: Level;
  readonly share: Share;
  readonly text: string;
}

/** Something that a row should have; it is asked only where it is tracked. */
interface Item<Row> {
  readonly words: string;
  readonly tracked: boolean;
  /** `null`: neither passed nor failed (ruling 5). */
  readonly has: (row: Row) => boolean | null;
}

function isThere(reading: Reading<unknown>): boolean | null {
  return typeof reading === 'symbol' ? null : reading !== null;
}

/** Failed where one item is missing, whatever cannot be read of the others. */
function allThere(found: readonly (boolean | null)[]): boolean | null {
  if (found.includes(false)) return false;
  return found.includes(null) ? null : true;
}

function countPassed<Row>(rows: readonly Row[], passes: (row: Row) => boolean | null): Passed {
  const judged = rows.map(passes).filter((passed) => passed !== null);
  return { passed: judged.filter(Boolean).length, checked: judged.length };
}

const nothing: Shown = { share: null, text: shownTexts.nothing };

function shownShare(count: Passed, text: (count: Passed) => string): Shown {
  return count.checked === 0 ? nothing : { share: roundShare(count.passed / count.checked), text: text(count) };
}

function shownItems<Row>(rows: readonly Row[], items: readonly Item<Row>[], text: (count: Passed, words: readonly string[]) => string): Shown {
  const asked = items.filter(({ tracked }) => tracked);
  if (asked.length === 0) return nothing;
  const count = countPassed(rows, (row) => allThere(asked.map(({ has }) => has(row))));
  return shownShare(count, (counted) => text(counted, asked.map(({ words }) => words)));
}

/** Checks of Governance are 1 or 0 for a partner: ruling 49. */
function checkOf(check: 'plan' | 'review' | 'expectations', basis: Basis): (partner: Partner) => boolean | null {
  const unasked: Passed = { passed: 0, checked: 0 };
  return (partner) => {
    const share = checksOf(partner, unasked, unasked, basis)[check];
    return share === null ? null : share === 1;
  };
}

function reportingShown({ rows, asOf, policy }: Basis): Shown {
  const days = policy.reviewDays.strategic;
  const made = rows.history.some((snapshot) => snapshot.asOf <= asOf && asOf - snapshot.asOf <= days);
  return { share: roundShare(made ? 1 : 0), text: made ? shownTexts.qbr(days) : shownTexts.noQbr(days) };
}

/**
 * What the workbook shows of each area, as a share of 0-1 rounded to six decimals: rows of partners that have not ended, judged on the
 * portfolio's day. `checksInOnly`: partners stay Red and none leaves (ruling 73). Never fails: what is not tracked shows nothing.
 */
export function shownBy(portfolio: Judged & Pick<Portfolio, 'gateBreaches'>, checksInOnly: boolean): Readonly<Record<ShownArea, Shown>> {
  const basis = basisOf(portfolio);
  const { policy, initiativeColumns, partnerColumns } = basis;
  const all = basis.rows.partners?.rows ?? [];
  const partners = all.filter(({ status }) => status !== 'Ended');
  const initiatives = (basis.rows.initiatives?.rows ?? []).filter(({ partner }) => all[partner]?.status !== 'Ended');
  const launched = initiatives.filter(({ stage }) => stage === 'Launch');
  const breached = new Set(portfolio.gateBreaches.map(({ initiative }) => initiative));
  const strategic = partners.filter(({ tier }) => tierClass(tier) === 'strategic');

  return {
    process: shownShare(countPassed(initiatives.filter(isOpenPastQualify), (initiative) => !breached.has(initiative)), shownTexts.cleanGates),
    approval: shownItems(launched, [
      { words: shownTexts.approvalDate, tracked: initiativeColumns.approvedOn !== undefined, has: ({ approvedOn }) => isThere(approvedOn) },
      { words: shownTexts.approver, tracked: initiativeColumns.approvedBy !== undefined, has: ({ approvedBy }) => approvedBy !== null },
    ], shownTexts.launchedWith),
    roles: shownItems(launched, [
      { words: shownTexts.owner, tracked: initiativeColumns.owner !== undefined, has: ({ owner }) => owner !== null },
      { words: shownTexts.salesSponsor, tracked: initiativeColumns.salesSponsor !== undefined, has: ({ salesSponsor }) => salesSponsor !== null },
    ], shownTexts.launchedWith),
    reporting: reportingShown(basis),
    expectations: shownShare(countPassed(partners, checkOf('expectations', basis)), shownTexts.expectations),
    plansAndReviews: shownItems(strategic, [
      { words: shownTexts.plan(policy.planMonths), tracked: partnerColumns.jointBusinessPlan !== undefined, has: checkOf('plan', basis) },
      { words: shownTexts.review(policy.reviewDays.strategic), tracked: partnerColumns.lastQbr !== undefined, has: checkOf('review', basis) },
    ], shownTexts.strategicWith),
    portfolio: checksInOnly
      ? { share: roundShare(0), text: shownTexts.checksInOnly(policy.closedMonths) }
      : shownShare(countPassed(launched, (initiative) => inspected(initiative, basis)), (count) => shownTexts.inspected(count, policy.inspectionDays)),
  };
}

function isBorneOut(level: Level, share: Share, { assessment: { claimedLevel, claimedShare, highestShare } }: Policy): boolean {
  if (level < claimedLevel) return true;
  return share >= (level === highestLevel ? highestShare : claimedShare);
}

/** The claims that the workbook does not bear out, in the order of the method. What it shows nothing of is not held against a claim. */
export function contradictionsOf(profile: Profile, shown: Readonly<Record<ShownArea, Shown>>, policy: Policy): readonly Contradiction[] {
  return shownAreas.flatMap((area): Contradiction[] => {
    const level = profile[area];
    const { share, text } = shown[area];
    if (level === null || share === null || isBorneOut(level, share, policy)) return [];
    return [{ area, level, share, text: shownTexts.contradiction(levelNames[level], areaNames[area], text) }];
  });
}
