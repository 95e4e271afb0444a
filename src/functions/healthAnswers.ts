/** What HEALTH, RATING and WHY answer. */
import { type Dimension, type PartnerHealth, type Portfolio, type Rating, ratings } from '../domain/portfolio';
import { reasonsFor } from '../domain/reasons';
import { WeightedMeans } from '../domain/weightedMeans';
import { dimensionOf } from '../tables/dimensionWords';
import { type Answer, type Given, type Refusal, cellText, notAvailable, ofPartner, wrongValue } from './answers';
import { sentences } from './sentences';

/** 0-100; without a partner that of the portfolio. */
export function healthAnswer(portfolio: Portfolio, partner: Given, dimension: Given): Answer {
  const chosen = dimension === null ? null : dimensionOf(dimension);
  if (dimension !== null && chosen === null) return wrongValue(sentences.wrongDimension(dimension));
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

/** How many of the lowest partners the portfolio's reasons name. */
const lowestNamed = 3;

/** Over the rated partners for which it is known, weighted as their health is. */
export function dimensionMean({ partners }: Portfolio, dimension: Dimension): number | null {
  const mean = new WeightedMeans(1);
  for (const { health, dimensions: scores, openRevenueTarget } of partners) {
    const { score } = scores[dimension];
    if (health !== null && score !== null) mean.add(0, score, openRevenueTarget);
  }
  return mean.mean(0);
}

/** Why a partner has no rating. */
export function notRated(portfolio: Portfolio, health: PartnerHealth): Refusal {
  return notAvailable(sentences.notRated(health.partner.name, whyOf(portfolio, health) || sentences.noReason));
}

function whyOf(portfolio: Portfolio, health: PartnerHealth): string {
  return reasonsFor(portfolio, health).map(({ text }) => sentence(text)).join(' ');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
