/**
 * The ALLIANCE functions as Excel knows them: their names, help and arguments. What they answer is in answers.ts.
 * Excel caches signatures for a day while this script updates at once, so a released signature only ever grows at its end.
 */
import { healthAnswer, ratingAnswer, sponsorCoverageAnswer, sponsorGapsAnswer, whyAnswer } from './answers';
import { callOf, given, rangesOf } from './arguments';
import { answerCell } from './streaming';

/**
 * Health of a partner, 0 to 100, or of the whole portfolio; of one dimension where one is named.
 * @customfunction HEALTH HEALTH
 * @param {string} [partner] Name of the partner as in the Partners table. Left out: the portfolio.
 * @param {string} [dimension] Revenue, Pipeline, Traction, Sponsorship, Governance or Relationship. Left out: health as a whole.
 * @param {unknown[][]} [partners] The Partners table with its headers, such as Partners[#All]. Left out with the next one: the workbook's own tables, live.
 * @param {unknown[][]} [initiatives] The Initiatives table with its headers, such as Initiatives[#All].
 * @param {CustomFunctions.StreamingInvocation<number>} invocation
 * @streaming
 * @requiresParameterAddresses
 */
function health(partner: string, dimension: string, partners: unknown[][], initiatives: unknown[][], invocation: CustomFunctions.StreamingInvocation<number>): void {
  const call = callOf([partner, dimension, partners, initiatives, invocation]);
  answerCell(call, rangesOf(call, [partners, 2], [initiatives, 3]), (portfolio) => healthAnswer(portfolio, given(partner), given(dimension)));
}

/**
 * Rating of a partner, or of the whole portfolio: Green, Amber or Red.
 * @customfunction RATING RATING
 * @param {string} [partner] Name of the partner as in the Partners table. Left out: the portfolio.
 * @param {unknown[][]} [partners] The Partners table with its headers, such as Partners[#All]. Left out with the next one: the workbook's own tables, live.
 * @param {unknown[][]} [initiatives] The Initiatives table with its headers, such as Initiatives[#All].
 * @param {CustomFunctions.StreamingInvocation<string>} invocation
 * @streaming
 * @requiresParameterAddresses
 */
function rating(partner: string, partners: unknown[][], initiatives: unknown[][], invocation: CustomFunctions.StreamingInvocation<string>): void {
  const call = callOf([partner, partners, initiatives, invocation]);
  answerCell(call, rangesOf(call, [partners, 1], [initiatives, 2]), (portfolio) => ratingAnswer(portfolio, given(partner)));
}

/**
 * Why a partner's health is what it is, in sentences, the costliest reason first.
 * @customfunction WHY WHY
 * @param {string} [partner] Name of the partner as in the Partners table. Left out: the portfolio.
 * @param {unknown[][]} [partners] The Partners table with its headers, such as Partners[#All]. Left out with the next one: the workbook's own tables, live.
 * @param {unknown[][]} [initiatives] The Initiatives table with its headers, such as Initiatives[#All].
 * @param {CustomFunctions.StreamingInvocation<string>} invocation
 * @streaming
 * @requiresParameterAddresses
 */
function why(partner: string, partners: unknown[][], initiatives: unknown[][], invocation: CustomFunctions.StreamingInvocation<string>): void {
  const call = callOf([partner, partners, initiatives, invocation]);
  answerCell(call, rangesOf(call, [partners, 1], [initiatives, 2]), (portfolio) => whyAnswer(portfolio, given(partner)));
}

/**
 * Initiatives without a sales sponsor, ranked by severity and value at risk, under a row of headers.
 * @customfunction SPONSORGAPS SPONSORGAPS
 * @param {string} [partner] Name of the partner as in the Partners table. Left out: all partners.
 * @param {unknown[][]} [partners] The Partners table with its headers, such as Partners[#All]. Left out with the next one: the workbook's own tables, live.
 * @param {unknown[][]} [initiatives] The Initiatives table with its headers, such as Initiatives[#All].
 * @param {CustomFunctions.StreamingInvocation<unknown[][]>} invocation
 * @streaming
 * @requiresParameterAddresses
 */
function sponsorGaps(partner: string, partners: unknown[][], initiatives: unknown[][], invocation: CustomFunctions.StreamingInvocation<unknown[][]>): void {
  const call = callOf([partner, partners, initiatives, invocation]);
  answerCell(call, rangesOf(call, [partners, 1], [initiatives, 2]), (portfolio) => sponsorGapsAnswer(portfolio, given(partner)));
}

/**
 * Share of approved and launched initiatives that have a sales sponsor, 0 to 1, by their revenue targets.
 * @customfunction SPONSORCOVERAGE SPONSORCOVERAGE
 * @param {string} [partner] Name of the partner as in the Partners table. Left out: all partners.
 * @param {boolean} [by_count] TRUE counts initiatives instead of weighing them by revenue target.
 * @param {unknown[][]} [partners] The Partners table with its headers, such as Partners[#All]. Left out with the next one: the workbook's own tables, live.
 * @param {unknown[][]} [initiatives] The Initiatives table with its headers, such as Initiatives[#All].
 * @param {CustomFunctions.StreamingInvocation<number>} invocation
 * @streaming
 * @requiresParameterAddresses
 */
function sponsorCoverage(partner: string, by_count: boolean, partners: unknown[][], initiatives: unknown[][], invocation: CustomFunctions.StreamingInvocation<number>): void {
  const call = callOf([partner, by_count, partners, initiatives, invocation]);
  answerCell(call, rangesOf(call, [partners, 2], [initiatives, 3]), (portfolio) => sponsorCoverageAnswer(portfolio, given(partner), given(by_count) ?? false));
}

// At the top level and at once: Excel calls as soon as the script has run, and shows #VALUE! where a function is not there yet.
CustomFunctions.associate('HEALTH', health);
CustomFunctions.associate('RATING', rating);
CustomFunctions.associate('WHY', why);
CustomFunctions.associate('SPONSORGAPS', sponsorGaps);
CustomFunctions.associate('SPONSORCOVERAGE', sponsorCoverage);
