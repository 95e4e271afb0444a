/** A correction as it is being typed. */
import { fromIsoText, isoText } from '../../domain/calendar';
import { type Measure } from '../../domain/correction';
import type { PartnerHealth, Portfolio } from '../../domain/portfolio';
import type { SerialDate } from '../../domain/measure';
import { costliestOf } from '../../domain/exits';
import type { NewCorrection } from '../../excel/correctionsTable';

/** Every field as its field shows it; days as yyyy-mm-dd. */
export interface Draft {
  readonly date: string;
  /** A partner's key; '' for the whole portfolio. */
  readonly partner: string;
  readonly initiative: string;
  readonly correction: string;
  readonly reason: string;
  readonly measure: Measure;
  readonly owner: string;
  readonly reviewOn: string;
}

/** What is known before anything is typed: today, the checkpoint, and of a partner what costs it most. */
export function draftFor({ asOf, policy }: Portfolio, judged: PartnerHealth | undefined): Draft {
  return {
    date: isoText(asOf),
    partner: judged?.partner.key ?? '',
    initiative: '',
    correction: '',
    reason: '',
    measure: (judged && costliestOf(judged)) ?? 'health',
    owner: judged?.partner.allianceManager ?? '',
    reviewOn: isoText((asOf + policy.corrections.checkpointDays) as SerialDate),
  };
}

const textOf = (typed: string): string | null => typed.trim() || null;

/** The row to write; `null` where the date or the correction is missing. */
export function correctionOf(draft: Draft, portfolio: Portfolio, words: { readonly measure: (measure: Measure) => string; readonly status: string }): NewCorrection | null {
  const date = fromIsoText(draft.date);
  const correction = textOf(draft.correction);
  if (date === null || correction === null) return null;
  const partner = portfolio.partners.find((judged) => judged.partner.key === draft.partner)?.partner.name ?? null;
  return {
    date, partner, correction, initiative: textOf(draft.initiative), reason: textOf(draft.reason), measure: words.measure(draft.measure), owner: textOf(draft.owner),
    reviewOn: fromIsoText(draft.reviewOn), status: words.status,
  };
}
