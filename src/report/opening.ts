/** What an executive must know and decide, in three to five sentences made by rules: docs/decisions/qbr-sentences.md. */
import { type Part, concentrationOf, together } from '../domain/concentration';
import { type ExitAdvice, type Recommendation, costliestOf } from '../domain/exits';
import { isOpenPastQualify } from '../domain/lifecycle';
import type { Minor, SerialDate } from '../domain/measure';
import { type PlanToDate, missingByPartner, planToDate } from '../domain/planToDate';
import type { NotRated, PartnerHealth, Portfolio } from '../domain/portfolio';
import { worstFirst } from '../domain/worstFirst';
import type { View } from './sections/section';
import { corrections } from './sentences';
import { type Held, type Holders, opening as words, openingAdvice, openingDecisions, openingGaps, openingRevenue } from './sentencesOfOpening';
import { fit } from './textFit';

/** A decision that the review asks for; the weightiest comes first. */
export interface Asked {
  readonly sentence: string;
  readonly by: SerialDate;
}

/** Money below this, in minor units, is not worth a figure. */
const oneUnit = 100;
/** A dimension that costs less, in points of health, is not worth naming. */
const onePoint = 1;
const nameCharacters = 40;

/** Health, revenue and sponsor gaps always; what to do about alliances in question, for our own people, and what is to be decided, where there is something. */
export function opening(portfolio: Portfolio, { of }: Pick<View, 'of'>, asked: readonly Asked[] | null): readonly string[] {
  const whole = of === 'portfolio';
  const holders: Holders = whole ? 'partners' : 'initiatives';
  const plan = planToDate(portfolio);
  const [judged] = portfolio.partners;
  return [
    whole || judged === undefined ? portfolioHealth(portfolio) : partnerHealth(portfolio, judged),
    revenue(portfolio, plan, holders),
    sponsorGaps(portfolio, plan, holders),
    ...(of === 'shared' ? [] : advice(portfolio, whole)),
    ...(asked === null ? [] : decisions(asked)),
  ];
}

const short = (name: string): string => fit(name, nameCharacters);
const nameOf = ({ partner }: PartnerHealth): string => short(partner.name);
const namesOf = (partners: readonly PartnerHealth[]): readonly string[] => worstFirst(partners).map(nameOf);

function portfolioHealth({ asOf, health, byRating, partners, trend: { portfolio: { last, change, likeForLike } } }: Portfolio): string {
  if (partners.length === 0) return words.noPartners(asOf);
  if (health === null) return nobodyRated(partners);
  const rated = partners.filter(({ rating }) => rating !== 'Not rated');
  const [first] = rated;
  const only = rated.length === 1 && first !== undefined ? { name: nameOf(first), rating: first.rating } : null;
  const red = namesOf(rated.filter(({ rating }) => rating === 'Red'));
  return words.portfolio(health, words.direction(change, last?.asOf ?? null, likeForLike), words.ratings(byRating, red, only));
}

const reasonOf = ({ notRated }: PartnerHealth): NotRated => notRated ?? { kind: 'unknown', missing: [] };

function nobodyRated(partners: readonly PartnerHealth[]): string {
  const [first] = partners;
  if (partners.length === 1 && first !== undefined) return words.onlyUnrated(nameOf(first), reasonOf(first));
  const count = { ended: 0, ramping: 0, unknown: 0 };
  for (const judged of partners) count[reasonOf(judged).kind] += 1;
  return words.nobodyRated(count);
}

function partnerHealth({ trend: { partners: [own] } }: Portfolio, judged: PartnerHealth): string {
  const { health, rating, cappedBySponsorRule } = judged;
  if (health === null) return words.unrated(nameOf(judged), reasonOf(judged));
  const costliest = costliestOf(judged);
  const lost = costliest === null ? 0 : judged.dimensions[costliest].pointsLost;
  const cost = cappedBySponsorRule ? words.capped : costliest === null || lost < onePoint ? words.costsLittle : words.costs(costliest, lost);
  const change = own?.change ?? { kind: 'unknown', because: 'noSnapshot' };
  return words.partner(nameOf(judged), health, rating, words.direction(change, own?.last?.asOf ?? null, change), cost);
}

interface Named {
  readonly name: string;
}

function held(parts: readonly Part<Named>[], of: Holders): Held | null {
  const most = concentrationOf(parts);
  return most && { ...most, names: most.first.map(({ name }) => short(name)), of };
}

function revenue(portfolio: Portfolio, plan: PlanToDate, holders: Holders): string {
  const { headline, rows: { currency } } = portfolio;
  if (headline.revenueExpected === 0) return openingRevenue.noPlan(portfolio.asOf, noPlan(portfolio, plan, holders));
  const expected = Math.round(headline.revenueExpected) as Minor;
  const behind = expected - headline.revenue;
  if (expected < oneUnit) return openingRevenue.hardlyPlanned(currency);
  if (Math.abs(behind) < oneUnit) return openingRevenue.onPlan(headline.revenue, currency);
  const missing: readonly Part<Named>[] = holders === 'partners' ? missingByPartner(plan) : plan.missing.map(({ of, amount }) => ({ of: of.initiative, amount }));
  if (behind > 0) return openingRevenue.behind(headline.revenue, expected, currency, held(missing, holders));
  const furthest = missing.reduce<Part<Named> | null>((most, one) => (one.amount >= oneUnit && one.amount > (most?.amount ?? 0) ? one : most), null);
  return openingRevenue.ahead(headline.revenue, expected, currency, furthest && { name: short(furthest.of.name), missing: Math.round(furthest.amount) as Minor });
}

function noPlan(portfolio: Portfolio, { open, launched, targeted, tooEarly, unknown }: PlanToDate, holders: Holders): string {
  if (launched > 0) return targeted === 0 ? openingRevenue.noneTargeted(launched) : openingRevenue.noneComparable(tooEarly, unknown);
  return open.length > 0 ? openingRevenue.noneLaunched(open.length) : noneOpen(portfolio, holders);
}

function noneOpen({ rows: { initiatives }, partners: [first] }: Portfolio, holders: Holders): string {
  if (initiatives === null) return openingRevenue.noTable;
  const ended = holders === 'initiatives' && first?.notRated?.kind === 'ended';
  return ended ? openingRevenue.ended(nameOf(first)) : openingRevenue.noneOpen[holders];
}

function sponsorGaps(portfolio: Portfolio, { open }: PlanToDate, holders: Holders): string {
  const { asOf, rows } = portfolio;
  if (open.length === 0) return openingGaps.unasked(asOf, noneOpen(portfolio, holders));
  const past = open.filter(isOpenPastQualify);
  const nameOfOnly = (all: readonly Named[]): string | null => (all.length === 1 && all[0] !== undefined ? short(all[0].name) : null);
  const gaps = portfolio.sponsorGaps.filter(({ severity }) => severity !== 'Next');
  const next = portfolio.sponsorGaps.length - gaps.length;
  if (past.length === 0) return openingGaps.nonePast(open.length, nameOfOnly(open), next);
  if (gaps.length === 0) return openingGaps.none(past.length, nameOfOnly(past), next);
  const values = gaps.map(({ partner, initiative, valueAtRisk }): Part<Named> => ({ of: holders === 'partners' ? partner : initiative, amount: valueAtRisk ?? 0 }));
  const atRisk = values.reduce((sum, { amount }) => sum + amount, 0) as Minor;
  const risk = openingGaps.risk(atRisk, gaps.every(({ valueAtRisk }) => valueAtRisk !== null), rows.currency, held(together(values), holders));
  return openingGaps.some(gaps.length, past.length, nameOfOnly(past), risk);
}

/** An exit or a correction that is due comes before a partner that needs one, and that before what only waits. */
function advice({ exits, needCorrection, policy }: Portfolio, whole: boolean): readonly string[] {
  const due = exits.some(({ recommendation: { kind } }) => kind === 'Exit' || kind === 'Correct');
  if (!due && needCorrection.length > 0) return [corrections.needed(namesOf(needCorrection), policy.corrections.recentDays)];
  const [first] = exits;
  if (first === undefined) return [];
  return [whole ? openingAdvice.inQuestion(byKind(exits)) : openingAdvice.ofOne(nameOf(first.judged), first.recommendation.kind)];
}

function byKind(exits: readonly ExitAdvice[]): Readonly<Record<Recommendation['kind'], readonly string[]>> {
  const named = (kind: Recommendation['kind']): readonly string[] => namesOf(exits.filter(({ recommendation }) => recommendation.kind === kind).map(({ judged }) => judged));
  return { Exit: named('Exit'), Correct: named('Correct'), Wait: named('Wait'), Continue: named('Continue') };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function decisions(asked: readonly Asked[]): readonly string[] {
  const [first] = asked;
  return first === undefined ? [] : [openingDecisions(asked.length, lowerFirst(first.sentence), Math.min(...asked.map(({ by }) => by)) as SerialDate)];
}
