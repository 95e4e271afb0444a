/** What a review would say first, before it is written: the same figures and words as its sheet. */
import { costliestOf } from '../domain/exits';
import type { Minor, Score } from '../domain/measure';
import type { NotRated, Portfolio, Rating } from '../domain/portfolio';
import { reviewQuarter } from '../domain/quarter';
import { worstFirst } from '../domain/worstFirst';
import { partnerSheetName } from './partnerQbr';
import type { Edition } from './qbrOptions';
import { valueAtRisk } from './sections/headlineTiles';
import { dimensionTable, scorecard, words } from './sentences';

export interface QbrPreview {
  /** The sheet's name, where no sheet has it yet. */
  readonly sheet: string;
  readonly health: Score | null;
  /** Of one partner; `null` for the portfolio. */
  readonly rating: Rating | null;
  readonly byRating: Readonly<Record<Rating, number>>;
  readonly revenue: Minor;
  readonly revenueExpected: Minor;
  /** Past Qualify. */
  readonly sponsorGaps: number;
  readonly valueAtRisk: Minor;
  /** The first finding. */
  readonly says: string;
}

/** Of what `portfolioFor` answers for this edition. */
export function qbrPreview(portfolio: Portfolio, edition: Edition): QbrPreview {
  const quarter = reviewQuarter(portfolio.asOf, portfolio.policy);
  const { headline, byRating, sponsorGaps } = portfolio;
  const [judged] = edition.kind === 'partner' ? portfolio.partners : [];
  return {
    sheet: judged === undefined ? words.sheetName(quarter) : partnerSheetName(quarter, judged.partner.name),
    health: judged === undefined ? portfolio.health : judged.health,
    rating: judged?.rating ?? null,
    byRating,
    revenue: headline.revenue,
    revenueExpected: Math.round(headline.revenueExpected) as Minor,
    sponsorGaps: sponsorGaps.filter(({ severity }) => severity !== 'Next').length,
    valueAtRisk: valueAtRisk(portfolio),
    says: judged === undefined ? scorecard.finding(byRating, redPartners(portfolio)) : (dimensionTable.finding(judged.health, judged.rating, costliestOf(judged)) ?? unrated(judged.notRated)),
  };
}

const redPartners = ({ partners }: Portfolio): readonly string[] => worstFirst(partners).filter(({ rating }) => rating === 'Red').map(({ partner }) => partner.name);
const unrated = (reason: NotRated | null): string => scorecard.notRated(reason ?? { kind: 'unknown', missing: [] });
