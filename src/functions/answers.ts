/** The answers of the ALLIANCE functions: what a cell shows of a portfolio, or why it shows nothing. Section 9 of the method. */
import { basisOf } from '../domain/basis';
import { cellAddress } from '../domain/cell';
import { type Dimension, type PartnerHealth, type Portfolio, type Rating, type SponsorCoverage, type SponsorGap, ratings } from '../domain/portfolio';
import { reasonsFor } from '../domain/reasons';
import { SponsorLedger } from '../domain/sponsorship';
import { WeightedMeans } from '../domain/weightedMeans';
import { dimensionOf } from '../tables/dimensionWords';
import { closestPartner, partnerOf } from './partnerLookup';
import { sentences } from './sentences';

/** Only these two errors carry a message to the person. */
export interface Refusal {
  readonly error: '#N/A' | '#VALUE!';
  readonly message: string;
}
export type Cell = string | number;
export type Answer = Cell | readonly (readonly Cell[])[] | Refusal;

/** `null` is an argument that was not given. */
export type Given = string | null;

export function isRefusal(answer: Answer): answer is Refusal {
  return typeof answer === 'object' && 'error' in answer;
}

const notAvailable = (message: string): Refusal => ({ error: '#N/A', message });

/** 0-100; without a partner that of the portfolio. */
export function healthAnswer(portfolio: Portfolio, partner: Given, dimension: Given): Answer {
  const chosen = dimension === null ? null : dimensionOf(dimension);
  if (dimension !== null && chosen === null) return { error: '#VALUE!', message: sentences.wrongDimension(dimension) };
  return ofPartner(portfolio, partner, {
    one: (health) => {
      if (chosen === null) return health.health ?? notRated(portfolio, health);
      return health.dimensions[chosen].score ?? notAvailable(sentences.unknownDimension(chosen, health.partner.name));
    },
    all: () => {
      if (chosen === null) return portfolio.health ?? notAvailable(sentences.noneRated);
      return dimensionMean(portfolio, chosen) ?? notAvailable(portfolio.health === null ? sentences.noneRated : sentences.unknownDimension(chosen, null));
    },
  });
}

/** Green, Amber or Red; the portfolio's by the same bands. */
export function ratingAnswer(portfolio: Portfolio, partner: Given): Answer {
  return ofPartner(portfolio, partner, {
    one: (health) => (health.rating === 'Not rated' ? notRated(portfolio, health) : health.rating),
    all: () => {
      const { health, policy: { bands } } = portfolio;
      if (health === null) return notAvailable(sentences.noneRated);
      return health >= bands.green ? 'Green' : health >= bands.amber ? 'Amber' : 'Red';
    },
  });
}

/** The reasons in sentences, the costliest first; for the portfolio what its lowest partners lose most on. */
export function whyAnswer(portfolio: Portfolio, partner: Given): Answer {
  return ofPartner(portfolio, partner, {
    one: (health) => cellText(whyOf(portfolio, health) || sentences.nothingLost),
    all: () => {
      if (portfolio.health === null) return notAvailable(sentences.noneRated);
      const counts = ratings.filter((rating) => portfolio.byRating[rating] > 0).map((rating: Rating) => `${portfolio.byRating[rating]} ${rating}`).join(', ');
      const lowest = portfolio.partners.filter(({ health }) => health !== null).sort((a, b) => (a.health ?? 0) - (b.health ?? 0)).slice(0, lowestNamed);
      const lines = lowest.map((health) => `${health.partner.name} (${(health.health ?? 0).toFixed(0)}): ${sentence(reasonsFor(portfolio, health)[0]?.text ?? sentences.nothingLost)}`);
      return cellText([sentences.portfolio(portfolio.health.toFixed(0), counts), ...lines].join(' '));
    },
  });
}

const gapHeaders = ['Initiative', 'Partner', 'Severity', 'Value at risk', 'Currency', 'Days', 'Owner', 'Cell'];

/** Excel on the web is stuck by very large spills. */
const mostGaps = 500;
const lowestNamed = 3;

/** A header row, then the gaps in rank order: severity, then value at risk. Value in units of the currency, '' where unknown. */
export function sponsorGapsAnswer(portfolio: Portfolio, partner: Given): Answer {
  if (portfolio.rows.initiatives === null) return missingTable(portfolio, 'Initiatives');
  const rowsOf = (gaps: readonly SponsorGap[]): Answer => {
    const rows = gaps.slice(0, mostGaps).map(({ initiative, partner: { name }, severity, valueAtRisk, days, cell }): Cell[] => [
      initiative.name, name, severity, valueAtRisk === null ? '' : valueAtRisk / 100, (valueAtRisk === null ? null : portfolio.rows.currency) ?? '',
      days ?? '', initiative.owner ?? '', cellAddress(cell),
    ]);
    const more = gaps.length > mostGaps ? [[sentences.moreGaps(gaps.length - mostGaps), ...gapHeaders.slice(1).map(() => '')]] : [];
    return [gapHeaders, ...rows, ...more];
  };
  return ofPartner(portfolio, partner, {
    one: (health) => rowsOf(portfolio.sponsorGaps.filter((gap) => gap.partner === health.partner)),
    all: () => rowsOf(portfolio.sponsorGaps),
  });
}

/** 0-1: open initiatives past Qualify with a sales sponsor, by revenue target unless by count. */
export function sponsorCoverageAnswer(portfolio: Portfolio, partner: Given, byCount: boolean): Answer {
  if (portfolio.rows.initiatives === null) return missingTable(portfolio, 'Initiatives');
  const share = (coverage: SponsorCoverage, name: string | null): Answer =>
    (byCount ? coverage.byCount : coverage.byValue) ?? notAvailable(sentences.noCoverage(name, byCount));
  return ofPartner(portfolio, partner, {
    one: (health) => share(coverageOf(portfolio, health), health.partner.name),
    all: () => share(portfolio.sponsorCoverage, null),
  });
}

function ofPartner(portfolio: Portfolio, partner: Given, answer: { readonly one: (health: PartnerHealth) => Answer; readonly all: () => Answer }): Answer {
  if (portfolio.rows.partners === null) return missingTable(portfolio, 'Partners');
  if (partner === null) return answer.all();
  if (partner.trim() === '') return notAvailable(sentences.blankPartner);
  const health = partnerOf(portfolio, partner);
  return health === undefined ? notAvailable(sentences.unknownPartner(partner, closestPartner(portfolio, partner))) : answer.one(health);
}

/** The reader's own sentence names the headers that it looks for, and the nearest one that it found. */
function missingTable({ rows: { issues } }: Portfolio, kind: 'Partners' | 'Initiatives'): Refusal {
  const about = issues.filter(({ code }) => code === 'missing-table' || code === 'missing-column').find(({ message }) => message.includes(kind));
  return notAvailable(about?.message ?? sentences.noTable(kind));
}

/** Over the rated partners for which it is known, weighted as their health is. */
function dimensionMean({ partners }: Portfolio, dimension: Dimension): number | null {
  const mean = new WeightedMeans(1);
  for (const { health, dimensions: scores, openRevenueTarget } of partners) {
    const { score } = scores[dimension];
    if (health !== null && score !== null) mean.add(0, score, openRevenueTarget);
  }
  return mean.mean(0);
}

function coverageOf(portfolio: Portfolio, { partner, initiatives }: PartnerHealth): SponsorCoverage {
  const ledger = new SponsorLedger(basisOf(portfolio));
  const rows = portfolio.rows.initiatives?.rows ?? [];
  // Initiatives of ended partners are left out of coverage: ruling 41.
  for (const position of partner.status === 'Ended' ? [] : initiatives) {
    const initiative = rows[position];
    if (initiative) ledger.add(initiative, partner);
  }
  return ledger.coverage();
}

function notRated(portfolio: Portfolio, health: PartnerHealth): Refusal {
  return notAvailable(sentences.notRated(health.partner.name, whyOf(portfolio, health) || sentences.noReason));
}

function whyOf(portfolio: Portfolio, health: PartnerHealth): string {
  return reasonsFor(portfolio, health).map(({ text }) => sentence(text)).join(' ');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** What a cell can hold. */
const longestText = 32_767;
function cellText(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}
