/** What is to be looked at again with a partner, and by when: reviews, the plan, the survey, inspections, checkpoints, the days of the agreement. */
import { type Basis, basisOf } from './basis';
import { addMonths } from './calendar';
import type { CellRef, Reading } from './cell';
import { checkpointOf } from './correctionEffects';
import { reviewLimit } from './governance';
import type { SerialDate } from './measure';
import type { PartnerField } from './partner';
import type { PartnerHealth, Portfolio } from './portfolio';
import { fieldCell } from './portfolioRows';
import { tracksRelationship } from './relationship';

export type ReviewKind = 'review' | 'plan' | 'survey' | 'inspection' | 'checkpoint' | 'notice' | 'agreement';

export interface ReviewDue {
  readonly kind: ReviewKind;
  /** The initiative to inspect, or the correction to look at; `null` for what concerns the alliance as a whole. */
  readonly of: string | null;
  /** When it was last done; `null` where never, or where that cannot be. */
  readonly last: SerialDate | null;
  /** `null`: it was never done, so it is due now. */
  readonly due: SerialDate | null;
  /** Where its day is entered; `null` where there is no such column. */
  readonly cell: CellRef | null;
}

/** As it is found, before its cell is. */
type Found = Omit<ReviewDue, 'cell'>;

/** The earliest first, what was never done before all. Nothing of an alliance that has ended; only what the workbook tracks. */
export function reviewsDue(portfolio: Portfolio, { partner, initiatives }: PartnerHealth): readonly ReviewDue[] {
  if (partner.status === 'Ended') return [];
  const basis = basisOf(portfolio);
  const { policy, asOf, partnerColumns: columns } = basis;
  const plus = (day: SerialDate, days: number): SerialDate => (day + days) as SerialDate;
  const own = (found: Found | null, field: PartnerField): ReviewDue[] =>
    (found === null ? [] : [{ ...found, cell: (basis.rows.partners && fieldCell(basis.rows.partners, partner.row, field)) ?? null }]);
  const all: readonly ReviewDue[] = [
    ...own(columns.lastQbr === undefined ? null : recurring('review', null, partner.lastQbr, (day) => plus(day, reviewLimit(partner, basis))), 'lastQbr'),
    ...own(columns.jointBusinessPlan === undefined ? null : recurring('plan', null, partner.jointBusinessPlan, (day) => addMonths(day, policy.planMonths)), 'jointBusinessPlan'),
    ...own(basis.tracksSurveyDate && tracksRelationship(basis) ? recurring('survey', null, partner.surveyDate, (day) => addMonths(day, policy.surveyMonths)) : null, 'surveyDate'),
    ...inspections(initiatives, basis),
    ...checkpoints(portfolio, partner.key, basis),
    ...own(ahead('notice', null, partner.noticeBy, asOf), 'noticeBy'),
    ...own(ahead('agreement', null, partner.agreementEnds, asOf), 'agreementEnds'),
  ];
  return [...all].sort((a, b) => (a.due ?? 0) - (b.due ?? 0));
}

/** A last time that cannot be read says neither that it was done nor that it was not. */
function recurring(kind: ReviewKind, of: string | null, last: Reading<SerialDate>, next: (last: SerialDate) => SerialDate): Found | null {
  if (typeof last === 'symbol') return null;
  return { kind, of, last, due: last === null ? null : next(last) };
}

function ahead(kind: ReviewKind, of: string | null, day: Reading<SerialDate>, asOf: SerialDate): Found | null {
  return typeof day === 'number' && day >= asOf ? { kind, of, last: null, due: day } : null;
}

/** Of launched initiatives; the first one is due as long after the launch as every other one after the last. */
function inspections(initiatives: readonly number[], { rows: { initiatives: table }, policy, initiativeColumns }: Basis): readonly ReviewDue[] {
  if (table === null || initiativeColumns.lastInspected === undefined) return [];
  const next = (day: SerialDate): SerialDate => (day + policy.inspectionDays) as SerialDate;
  return initiatives.flatMap((position): ReviewDue[] => {
    const initiative = table.rows[position];
    if (initiative?.stage !== 'Launch') return [];
    const { name, lastInspected, launchedOn, row } = initiative;
    const found = recurring('inspection', name, lastInspected, next);
    if (found === null) return [];
    const due = found.due ?? (typeof launchedOn === 'number' ? next(launchedOn) : null);
    return [{ ...found, due, cell: fieldCell(table, row, 'lastInspected') ?? null }];
  });
}

/** Those of its corrections that are still to come. */
function checkpoints({ corrections }: Portfolio, key: string, basis: Basis): readonly ReviewDue[] {
  const table = basis.rows.corrections?.table;
  return corrections.filter(({ partner }) => partner?.key === key).flatMap(({ correction }): ReviewDue[] => {
    const found = ahead('checkpoint', correction.correction, checkpointOf(correction, basis), basis.asOf);
    return found === null ? [] : [{ ...found, cell: (table && fieldCell(table, correction.row, 'correction')) ?? null }];
  });
}
