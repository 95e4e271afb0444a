/** What is to be looked at again with a partner, and by when: reviews, the plan, inspections, checkpoints, the days of the agreement. */
import { type Basis, basisOf } from './basis';
import { addMonths } from './calendar';
import type { Reading } from './cell';
import { checkpointOf } from './correctionEffects';
import { reviewLimit } from './governance';
import type { SerialDate } from './measure';
import type { PartnerHealth, Portfolio } from './portfolio';

export type ReviewKind = 'review' | 'plan' | 'survey' | 'inspection' | 'checkpoint' | 'notice' | 'agreement';

export interface ReviewDue {
  readonly kind: ReviewKind;
  /** The initiative to inspect, or the correction to look at; `null` for what concerns the alliance as a whole. */
  readonly of: string | null;
  /** When it was last done; `null` where never, or where that cannot be. */
  readonly last: SerialDate | null;
  /** `null`: it was never done, so it is due now. */
  readonly due: SerialDate | null;
}

/** The earliest first, what was never done before all. Nothing of an alliance that has ended; only what the workbook tracks. */
export function reviewsDue(portfolio: Portfolio, { partner, initiatives }: PartnerHealth): readonly ReviewDue[] {
  if (partner.status === 'Ended') return [];
  const basis = basisOf(portfolio);
  const { policy, asOf, partnerColumns: columns } = basis;
  const plus = (day: SerialDate, days: number): SerialDate => (day + days) as SerialDate;
  const all: readonly (ReviewDue | null)[] = [
    columns.lastQbr === undefined ? null : recurring('review', null, partner.lastQbr, (day) => plus(day, reviewLimit(partner, basis))),
    columns.jointBusinessPlan === undefined ? null : recurring('plan', null, partner.jointBusinessPlan, (day) => addMonths(day, policy.planMonths)),
    columns.surveyDate === undefined || !basis.tracksSurveyDate ? null : recurring('survey', null, partner.surveyDate, (day) => addMonths(day, policy.surveyMonths)),
    ...inspections(initiatives, basis),
    ...checkpoints(portfolio, partner.key, basis),
    ahead('notice', null, partner.noticeBy, asOf),
    ahead('agreement', null, partner.agreementEnds, asOf),
  ];
  return all.filter((item) => item !== null).sort((a, b) => (a.due ?? 0) - (b.due ?? 0));
}

/** A last time that cannot be read says neither that it was done nor that it was not. */
function recurring(kind: ReviewKind, of: string | null, last: Reading<SerialDate>, next: (last: SerialDate) => SerialDate): ReviewDue | null {
  if (typeof last === 'symbol') return null;
  return { kind, of, last, due: last === null ? null : next(last) };
}

function ahead(kind: ReviewKind, of: string | null, day: Reading<SerialDate>, asOf: SerialDate): ReviewDue | null {
  return typeof day === 'number' && day >= asOf ? { kind, of, last: null, due: day } : null;
}

/** Of launched initiatives; the first one is due as long after the launch as every other one after the last. */
function inspections(initiatives: readonly number[], { rows, policy, initiativeColumns }: Basis): readonly (ReviewDue | null)[] {
  if (initiativeColumns.lastInspected === undefined) return [];
  const next = (day: SerialDate): SerialDate => (day + policy.inspectionDays) as SerialDate;
  return initiatives.map((position) => {
    const initiative = rows.initiatives?.rows[position];
    if (initiative?.stage !== 'Launch') return null;
    const { name, lastInspected, launchedOn } = initiative;
    const first = recurring('inspection', name, lastInspected, next);
    return first !== null && first.due === null && typeof launchedOn === 'number' ? { ...first, due: next(launchedOn) } : first;
  });
}

/** Those of its corrections that are still to come. */
function checkpoints({ corrections }: Portfolio, key: string, basis: Basis): readonly (ReviewDue | null)[] {
  return corrections.filter(({ partner }) => partner?.key === key)
    .map(({ correction }) => ahead('checkpoint', correction.correction, checkpointOf(correction, basis), basis.asOf));
}
