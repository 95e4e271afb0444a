/** What a judgement rests on: the rows, the day, the policy, and what the workbook tracks. */
import { addMonths } from './calendar';
import type { InitiativeField } from './initiative';
import type { SerialDate } from './measure';
import type { PartnerField } from './partner';
import type { Portfolio } from './portfolio';
import type { FoundTable } from './portfolioRows';

/** A portfolio has all three. */
export type Judged = Pick<Portfolio, 'rows' | 'asOf' | 'policy'>;

export interface Basis extends Judged {
  /** The columns there are; an absent one is not tracked, so that nothing is checked against it: ruling 5. */
  readonly partnerColumns: FoundTable<unknown, PartnerField>['columns'];
  readonly initiativeColumns: FoundTable<unknown, InitiativeField>['columns'];
  /** The last four quarters begin on the day after: ruling 4. */
  readonly fourQuartersAgo: SerialDate;
  /** Oldest day on which a joint business plan still counts as agreed. */
  readonly planSince: SerialDate;
  /** Oldest day on which a survey still counts. */
  readonly surveySince: SerialDate;
  /** A column in which nobody has entered anything yet is not tracked: ruling 48. */
  readonly tracksEngagement: boolean;
  readonly tracksSurveyDate: boolean;
}

export function basisOf({ rows, asOf, policy }: Judged): Basis {
  const { partners, initiatives, tracked } = rows;
  return {
    rows,
    asOf,
    policy,
    partnerColumns: partners?.columns ?? {},
    initiativeColumns: initiatives?.columns ?? {},
    fourQuartersAgo: addMonths(asOf, -policy.closedMonths),
    planSince: addMonths(asOf, -policy.planMonths),
    surveySince: addMonths(asOf, -policy.surveyMonths),
    tracksEngagement:
      initiatives?.columns.sponsorLastEngaged !== undefined && (tracked?.engagement ?? initiatives.rows.some((row) => row.sponsorLastEngaged !== null)),
    tracksSurveyDate: partners?.columns.surveyDate !== undefined && (tracked?.surveyDate ?? partners.rows.some((row) => row.surveyDate !== null)),
  };
}
