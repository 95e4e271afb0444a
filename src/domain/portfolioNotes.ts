/** What a reader must know about how the figures came to be. */
import type { Basis } from './basis';
import { type Headline, type Rating, ratings } from './portfolio';
import { fiscalYearOf } from './quarter';
import { notes } from './sentences';

const comparable = 2;

/** Where more than the policy's share of the rated partners have one rating. One partner alone has nothing to be told from. */
function oneBand(byRating: Readonly<Record<Rating, number>>, { policy }: Basis): Rating | null {
  const rated = byRating.Green + byRating.Amber + byRating.Red;
  if (rated < comparable) return null;
  return ratings.find((rating) => rating !== 'Not rated' && byRating[rating] > policy.oneBandShare * rated) ?? null;
}

export function portfolioNotes(basis: Basis, byRating: Readonly<Record<Rating, number>>, totals: Pick<Headline, 'sourced' | 'influenced'>): readonly string[] {
  const { partners, initiatives, rates, currency } = basis.rows;
  if (partners === null) return [notes.noPartners];
  const said: string[] = [];
  if (initiatives === null) said.push(notes.noInitiatives);
  else {
    const { launchedOn, due, sponsorLastEngaged } = initiatives.columns;
    if (launchedOn === undefined) {
      const { firstDay, lastDay } = fiscalYearOf(basis.asOf, basis.policy);
      said.push(notes.fiscalYearTargets(firstDay, lastDay));
    } else if (due === undefined) said.push(notes.noDueDates(basis.policy.monthsWithoutDue));
    if (sponsorLastEngaged !== undefined && !basis.tracksEngagement) said.push(notes.emptyColumn(initiatives.headers.sponsorLastEngaged));
  }
  if (partners.columns.surveyDate !== undefined && !basis.tracksSurveyDate) said.push(notes.emptyColumn(partners.headers.surveyDate));
  if (currency !== null) for (const rate of rates) said.push(notes.converted(rate, currency));
  const beside = notes.besideRevenue(totals.sourced, totals.influenced);
  if (beside !== null) said.push(beside);
  const ended = partners.rows.reduce((count, partner) => (partner.status === 'Ended' ? count + 1 : count), 0);
  if (ended > 0) said.push(notes.endedPartners(ended));
  if (byRating['Not rated'] > ended) said.push(notes.notRatedPartners(byRating['Not rated'] - ended));
  const band = oneBand(byRating, basis);
  if (band !== null) said.push(notes.oneBand(band, basis.policy.oneBandShare));
  return said;
}
