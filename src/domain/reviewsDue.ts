/** What is to be looked at again with a partner, and by when: reviews, the plan, the survey, inspections, checkpoints, the days of the agreement. */
import { type Basis, basisOf } from './basis';
import { addMonths } from './calendar';
import type { CellRef, Reading } from './cell';
import type { Correction } from './correction';
import { checkpointOf } from './correctionEffects';
import { reviewLimit } from './governance';
import type { SerialDate } from './measure';
import type { Partner, PartnerField } from './partner';
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
  /** Who owns the initiative or the correction, else who manages the alliance; `null` where nobody is named. */
  readonly owner: string | null;
  /** Where its day is entered; `null` where there is no such column. */
  readonly cell: CellRef | null;
}

/** One of what is due with any partner. */
export interface PartnerReviewDue extends ReviewDue {
  readonly partner: Partner;
}

/** As it is found, before its owner and its cell are. */
type Found = Omit<ReviewDue, 'owner' | 'cell'>;

/** The earliest first, what was never done before all. Nothing of an alliance that has ended; only what the workbook tracks. */
export function reviewsDue(portfolio: Portfolio, judged: PartnerHealth): readonly ReviewDue[] {
  return new Calendar(portfolio).of(judged);
}

/** With every partner, until the end of that day: the earliest first, what was never done before all; ties in the order of the partners. */
export function allReviewsDue(portfolio: Portfolio, until: SerialDate): readonly PartnerReviewDue[] {
  const calendar = new Calendar(portfolio);
  return portfolio.partners
    .flatMap((judged) => calendar.of(judged).filter(({ due }) => due === null || due <= until).map((review): PartnerReviewDue => ({ ...review, partner: judged.partner })))
    .sort(byDay);
}

/** Its day is over, or it was never done. */
export function isOverdue({ due }: ReviewDue, asOf: SerialDate): boolean {
  return due === null || due < asOf;
}

function byDay(a: ReviewDue, b: ReviewDue): number {
  return (a.due ?? 0) - (b.due ?? 0);
}

/** Knows once what the tables track, and whose each correction is, however many partners are asked about. */
class Calendar {
  private readonly basis: Basis;
  private readonly corrections = new Map<string, Correction[]>();

  constructor(portfolio: Portfolio) {
    this.basis = basisOf(portfolio);
    for (const { correction, partner } of portfolio.corrections) {
      if (partner === null) continue;
      const own = this.corrections.get(partner.key);
      if (own === undefined) this.corrections.set(partner.key, [correction]);
      else own.push(correction);
    }
  }

  of({ partner, initiatives }: PartnerHealth): readonly ReviewDue[] {
    if (partner.status === 'Ended') return [];
    const { basis } = this;
    const { policy, asOf, partnerColumns: columns } = basis;
    const plus = (day: SerialDate, days: number): SerialDate => (day + days) as SerialDate;
    const own = (found: Found | null, field: PartnerField): ReviewDue[] =>
      (found === null ? [] : [{ ...found, owner: partner.allianceManager, cell: (basis.rows.partners && fieldCell(basis.rows.partners, partner.row, field)) ?? null }]);
    const all: readonly ReviewDue[] = [
      ...own(columns.lastQbr === undefined ? null : recurring('review', null, partner.lastQbr, (day) => plus(day, reviewLimit(partner, basis))), 'lastQbr'),
      ...own(columns.jointBusinessPlan === undefined ? null : recurring('plan', null, partner.jointBusinessPlan, (day) => addMonths(day, policy.planMonths)), 'jointBusinessPlan'),
      ...own(basis.tracksSurveyDate && tracksRelationship(basis) ? recurring('survey', null, partner.surveyDate, (day) => addMonths(day, policy.surveyMonths)) : null, 'surveyDate'),
      ...inspections(partner, initiatives, basis),
      ...checkpoints(partner, this.corrections.get(partner.key) ?? [], basis),
      ...own(ahead('notice', null, partner.noticeBy, asOf), 'noticeBy'),
      ...own(ahead('agreement', null, partner.agreementEnds, asOf), 'agreementEnds'),
    ];
    return [...all].sort(byDay);
  }
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
function inspections({ allianceManager }: Partner, initiatives: readonly number[], { rows: { initiatives: table }, policy, initiativeColumns }: Basis): readonly ReviewDue[] {
  if (table === null || initiativeColumns.lastInspected === undefined) return [];
  const next = (day: SerialDate): SerialDate => (day + policy.inspectionDays) as SerialDate;
  return initiatives.flatMap((position): ReviewDue[] => {
    const initiative = table.rows[position];
    if (initiative?.stage !== 'Launch') return [];
    const { name, owner, lastInspected, launchedOn, row } = initiative;
    const found = recurring('inspection', name, lastInspected, next);
    if (found === null) return [];
    const due = found.due ?? (typeof launchedOn === 'number' ? next(launchedOn) : null);
    return [{ ...found, due, owner: owner ?? allianceManager, cell: fieldCell(table, row, 'lastInspected') ?? null }];
  });
}

/** Those of its corrections that are still to come. */
function checkpoints({ allianceManager }: Partner, corrections: readonly Correction[], basis: Basis): readonly ReviewDue[] {
  const table = basis.rows.corrections?.table;
  return corrections.flatMap((correction): ReviewDue[] => {
    const found = ahead('checkpoint', correction.correction, checkpointOf(correction, basis), basis.asOf);
    return found === null ? [] : [{ ...found, owner: correction.owner ?? allianceManager, cell: (table && fieldCell(table, correction.row, 'correction')) ?? null }];
  });
}
