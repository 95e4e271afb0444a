/** The Relationship dimension: two surveys of one alliance, ours and the partner's own. Ruling 24. */
import type { Basis } from './basis';
import type { Reading } from './cell';
import type { Score } from './measure';
import type { Partner } from './partner';

/** The views that are known: `null` where a survey is blank, unreadable, too old, or not dated where surveys are dated. */
export interface Views {
  readonly ours: Score | null;
  readonly theirs: Score | null;
}

function isCurrent(partner: Partner, basis: Basis): boolean {
  if (!basis.tracksSurveyDate) return true;
  const day = partner.surveyDate;
  return typeof day === 'number' && day >= basis.surveySince && day <= basis.asOf;
}

export function tracksRelationship({ partnerColumns }: Basis): boolean {
  return partnerColumns.relationship !== undefined || partnerColumns.partnersView !== undefined;
}

export function viewsOf(partner: Partner, basis: Basis): Views {
  if (!isCurrent(partner, basis)) return { ours: null, theirs: null };
  const known = (view: Reading<Score>): Score | null => (typeof view === 'number' ? view : null);
  return { ours: known(partner.relationship), theirs: known(partner.partnersView) };
}

/** Mean of the known views, 0-100, unrounded; `null` where neither is known. */
export function relationshipScore({ ours, theirs }: Views): number | null {
  if (ours === null || theirs === null) return ours ?? theirs;
  return (ours + theirs) / 2;
}
