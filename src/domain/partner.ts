/** One alliance: a row of the Partners table. */
import type { Reading } from './cell';
import type { Score, SerialDate } from './measure';

export const partnerFields = [
  'partner', 'tier', 'allianceManager', 'executiveSponsor', 'partnerSponsor', 'status', 'since', 'jointBusinessPlan', 'lastQbr',
  'expectationsAgreed', 'relationship', 'partnersView', 'surveyDate', 'agreementEnds', 'noticeBy', 'notes',
] as const;
export type PartnerField = (typeof partnerFields)[number];

export type Status = 'Active' | 'Watch' | 'Exiting' | 'Ended';

export interface Partner {
  /** 0-based row of the sheet. */
  readonly row: number;
  /** Trimmed, otherwise as typed. */
  readonly name: string;
  /** The join key: the same for "Acme, Inc." and "ACME". */
  readonly key: string;
  readonly tier: string | null;
  readonly allianceManager: string | null;
  readonly executiveSponsor: string | null;
  readonly partnerSponsor: string | null;
  readonly status: Status;
  readonly jointBusinessPlan: Reading<SerialDate>;
  readonly lastQbr: Reading<SerialDate>;
  /** Yes or no, or the day on which they were agreed. */
  readonly expectationsAgreed: Reading<boolean | SerialDate>;
  /** Our survey, scaled to 0-100. */
  readonly relationship: Reading<Score>;
  /** Their survey, scaled to 0-100. */
  readonly partnersView: Reading<Score>;
  readonly surveyDate: Reading<SerialDate>;
  readonly agreementEnds: Reading<SerialDate>;
  readonly noticeBy: Reading<SerialDate>;
}
