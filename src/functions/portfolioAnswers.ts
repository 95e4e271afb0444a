/** What SCORECARD and PORTFOLIO answer. */
import { type Dimension, type PartnerHealth, type Portfolio, type Reason, dimensions } from '../domain/portfolio';
import { reasonsFor } from '../domain/reasons';
import type { Change, PartnerTrend } from '../domain/trend';
import { worstFirst } from '../domain/worstFirst';
import { dimensionOf } from '../tables/dimensionWords';
import { bareForm } from '../tables/textForms';
import { type Answer, type Cell, type Given, type Row, blank, cellText, missingTable, notAvailable, ofPartner, spill, wrongValue } from './answers';
import { dimensionMean, notRated } from './healthAnswers';
import { dimensionNames, sentences, sortNames } from './sentences';

const scorecardHeaders = ['Dimension', 'Score', 'Weight', 'Points lost', 'Known', 'Why'];

function whyOf(reasons: readonly Reason[], dimension: Dimension): string {
  return reasons.filter((reason) => reason.dimension === dimension).map(({ text }) => text).join('. ');
}

/** Health and each dimension that counts: score 0-100, weight and points lost in points, known 0-1. */
function partnerCard(portfolio: Portfolio, judged: PartnerHealth): Answer {
  if (judged.health === null) return notRated(portfolio, judged);
  const reasons = reasonsFor(portfolio, judged);
  const { weights } = portfolio.policy;
  return [
    scorecardHeaders,
    ['Health', judged.health, blank, 100 - judged.health, judged.confidence, judged.rating],
    ...dimensions.map((dimension): Row => {
      const { score, known, pointsLost } = judged.dimensions[dimension];
      return [dimensionNames[dimension], score ?? blank, weights[dimension], score === null ? blank : pointsLost, known, cellText(whyOf(reasons, dimension))];
    }),
  ];
}

const portfolioCardHeaders = ['Dimension', 'Score', 'Weight'];

function portfolioCard(portfolio: Portfolio): Answer {
  if (portfolio.health === null) return notAvailable(sentences.noneRated);
  const { weights } = portfolio.policy;
  return [
    portfolioCardHeaders,
    ['Health', portfolio.health, blank],
    ...dimensions.map((dimension): Row => [dimensionNames[dimension], dimensionMean(portfolio, dimension) ?? blank, weights[dimension]]),
  ];
}

export function scorecardAnswer(portfolio: Portfolio, partner: Given): Answer {
  return ofPartner(portfolio, partner, { one: (judged) => partnerCard(portfolio, judged), all: () => portfolioCard(portfolio) });
}

type Sort = (typeof sortNames)[number] | Dimension;

function sortOf(given: Given): Sort | null {
  if (given === null) return 'Worst';
  const form = bareForm(given);
  return sortNames.find((name) => bareForm(name) === form) ?? dimensionOf(given);
}

interface Line {
  readonly judged: PartnerHealth;
  readonly change: number | null;
}

const known = (change: Change | undefined): number | null => (change?.kind === 'known' ? change.points : null);

/** The smallest figure first, unknown last; ties stay in table order. */
function ascending(figure: (line: Line) => number | null): (a: Line, b: Line) => number {
  return (a, b) => (figure(a) ?? Infinity) - (figure(b) ?? Infinity) || 0;
}

function sorted(lines: readonly Line[], sort: Sort): readonly Line[] {
  switch (sort) {
    case 'Worst': {
      const order = new Map(worstFirst(lines.map(({ judged }) => judged)).map((judged, index) => [judged, index]));
      return [...lines].sort((a, b) => (order.get(a.judged) ?? 0) - (order.get(b.judged) ?? 0));
    }
    case 'Table':
      return lines;
    case 'Partner':
      return [...lines].sort((a, b) => a.judged.partner.name.localeCompare(b.judged.partner.name, 'en'));
    case 'Health':
      return [...lines].sort(ascending(({ judged }) => judged.health));
    case 'Change':
      return [...lines].sort(ascending(({ change }) => change));
    case 'Target':
      return [...lines].sort((a, b) => b.judged.openRevenueTarget - a.judged.openRevenueTarget);
    case 'revenue':
    case 'pipeline':
    case 'traction':
    case 'sponsorship':
    case 'governance':
    case 'relationship':
      return [...lines].sort(ascending(({ judged }) => judged.dimensions[sort].score));
  }
}

const portfolioHeaders = ['Partner', 'Rating', 'Health', 'Change', ...dimensions.map((dimension) => dimensionNames[dimension]), 'Known', 'Open revenue target', 'Currency'];

/** A portfolio of a thousand partners is shown whole. */
const mostPartners = 1_000;

/** Every partner under a row of headers: scores 0-100, change in points since the last snapshot, known 0-1, target in units of the currency. */
export function portfolioAnswer(portfolio: Portfolio, sortBy: Given): Answer {
  const sort = sortOf(sortBy);
  if (sort === null) return wrongValue(sentences.wrongSort(sortBy ?? ''));
  if (portfolio.rows.partners === null) return missingTable(portfolio, 'Partners');
  const changes: readonly PartnerTrend[] = portfolio.trend.partners;
  const lines = portfolio.partners.map((judged, index): Line => ({ judged, change: known(changes[index]?.change) }));
  const rows = sorted(lines, sort).map(({ judged, change }): Row => [
    judged.partner.name,
    judged.rating,
    judged.health ?? blank,
    change ?? blank,
    ...dimensions.map((dimension): Cell => judged.dimensions[dimension].score ?? blank),
    judged.confidence,
    judged.openRevenueTarget / 100,
    portfolio.rows.currency ?? blank,
  ]);
  return spill(portfolioHeaders, rows, sentences.morePartners, mostPartners);
}
