/** What MATURITY answers. */
import { highestLevel } from '../domain/assessment';
import { maturityAt } from '../domain/maturity';
import type { Portfolio } from '../domain/portfolio';
import { areaOf } from '../tables/assessmentWords';
import { type Answer, type Given, notAvailable, wrongValue } from './answers';
import { sentences } from './sentences';

/** 0-100, by the latest assessment until the as-of date; of one area its level on the same scale. */
export function maturityAnswer(portfolio: Portfolio, area: Given): Answer {
  const chosen = area === null ? null : areaOf(area);
  if (area !== null && chosen === null) return wrongValue(sentences.wrongArea(area));
  const found = maturityAt(portfolio.rows.assessment, portfolio.asOf, portfolio.policy);
  if (found === null) return notAvailable(sentences.noAssessment);
  if (chosen === null) return found.maturity ?? notAvailable(found.reason ?? sentences.noAssessment);
  const level = found.profile[chosen];
  return level === null ? notAvailable(sentences.areaNotAnswered(chosen)) : (100 * level) / highestLevel;
}
