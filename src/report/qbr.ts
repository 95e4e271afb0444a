/** A review as it is chosen: which portfolio it is made of, what its sheet will hold, and what it says first. */
import { type DecisionLog, noLog } from '../domain/decisionsTaken';
import { narrowedTo } from '../domain/narrowedPortfolio';
import type { Portfolio } from '../domain/portfolio';
import { reviewQuarter } from '../domain/quarter';
import { worstFirst } from '../domain/worstFirst';
import { partnerQbr, partnerSections } from './partnerQbr';
import { portfolioQbr, portfolioSections } from './portfolioQbr';
import { type Edition, type QbrOptions, type SectionId, type SheetEdition, namesNobody } from './qbrOptions';
import { words } from './sentences';
import type { SheetPlan } from './sheetPlan';

/** The sections that an edition can have, in the order of its sheet. */
export function sectionsOf(edition: Edition): readonly SectionId[] {
  return edition.kind === 'portfolio' ? portfolioSections : partnerSections[edition.audience];
}

/** What an edition is made of: for one partner, a portfolio that holds nothing else. `null` where there is no such partner. */
export function portfolioFor(portfolio: Portfolio, edition: Edition): Portfolio | null {
  return edition.kind === 'partner' ? narrowedTo(portfolio, edition.key, edition.audience, edition.withoutNames) : portfolio;
}

/** The sheets that an edition comes to; where it is of every partner, the worst first. */
export function sheetsOf(portfolio: Portfolio, edition: Edition): readonly SheetEdition[] {
  if (edition.kind !== 'partners') return [edition];
  return worstFirst(portfolio.partners).filter(({ partner }) => partner.status !== 'Ended').map(({ partner: { key } }) => ({ ...edition, kind: 'partner', key }));
}

/** One for each sheet; none where there is no such partner. */
export function qbrPlans(portfolio: Portfolio, { edition, ...options }: QbrOptions, log: DecisionLog = noLog): readonly SheetPlan[] {
  return sheetsOf(portfolio, edition).flatMap((one) => qbrPlan(portfolio, { ...options, edition: one }, log) ?? []);
}

export interface ReviewDocuments {
  /** One for each sheet. */
  readonly titles: readonly string[];
  /** `null` where nobody is named. */
  readonly author: string | null;
}

/** What a review is called, and who made it, where its sheets become files of their own. */
export function reviewDocuments(portfolio: Portfolio, { edition, preparedBy }: Pick<QbrOptions, 'edition' | 'preparedBy'>): ReviewDocuments {
  const quarter = words.sheetName(reviewQuarter(portfolio.asOf, portfolio.policy));
  const nameOf = (key: string): string => portfolio.partners.find(({ partner }) => partner.key === key)?.partner.name ?? key;
  return {
    titles: sheetsOf(portfolio, edition).map((one) => words.document(quarter, one.kind === 'partner' ? nameOf(one.key) : words.title)),
    author: namesNobody(edition) ? null : preparedBy,
  };
}

/** `null` where there is no such partner. `log`: what earlier reviews asked to be decided. */
export function qbrPlan(portfolio: Portfolio, { edition, ...options }: QbrOptions & { readonly edition: SheetEdition }, log: DecisionLog = noLog): SheetPlan | null {
  const of = portfolioFor(portfolio, edition);
  if (of === null || edition.kind === 'portfolio') return of && portfolioQbr(of, options, log);
  const [judged] = of.partners;
  const shown = namesNobody(edition) ? { ...options, preparedBy: null } : options;
  return judged === undefined ? null : partnerQbr(of, judged, edition.audience, shown, logFor(log, edition));
}

/** What is asked of our own people is none of a partner's business, nor what is asked of one partner of another's. */
function logFor(log: DecisionLog, { key, audience }: SheetEdition & { readonly kind: 'partner' }): DecisionLog {
  return audience === 'shared' ? noLog : { ...log, asked: log.asked.filter((record) => record.key === key) };
}
