/**
 * The ALLIANCE functions as Excel knows them: their names, help and arguments. What they answer comes in a script of its own (loading.ts).
 * docs/functions.md is made of these comments (`npm run docs`).
 * Excel caches signatures for a day while this script updates at once, so a released signature only ever grows at its end.
 */
import { callOf, given, rangesOf } from './arguments';
import { answerCell, answerers } from './loading';

/**
 * Health of a partner, 0 to 100, or of the whole portfolio; of one dimension where one is named.
 * @customfunction HEALTH HEALTH
 * @example =ALLIANCE.HEALTH("Halden Cloud", "Sponsorship")
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
  answerCell(call, rangesOf(call, [partners, 2], [initiatives, 3]), ({ healthAnswer }, portfolio) => healthAnswer(portfolio, given(partner), given(dimension)));
}

/**
 * Rating of a partner, or of the whole portfolio: Green, Amber or Red.
 * @customfunction RATING RATING
 * @example =ALLIANCE.RATING("Northwind Systems")
 * @param {string} [partner] Name of the partner as in the Partners table. Left out: the portfolio.
 * @param {unknown[][]} [partners] The Partners table with its headers, such as Partners[#All]. Left out with the next one: the workbook's own tables, live.
 * @param {unknown[][]} [initiatives] The Initiatives table with its headers, such as Initiatives[#All].
 * @param {CustomFunctions.StreamingInvocation<string>} invocation
 * @streaming
 * @requiresParameterAddresses
 */
function rating(partner: string, partners: unknown[][], initiatives: unknown[][], invocation: CustomFunctions.StreamingInvocation<string>): void {
  const call = callOf([partner, partners, initiatives, invocation]);
  answerCell(call, rangesOf(call, [partners, 1], [initiatives, 2]), ({ ratingAnswer }, portfolio) => ratingAnswer(portfolio, given(partner)));
}

/**
 * Why a partner's health is what it is, in sentences, the costliest reason first.
 * @customfunction WHY WHY
 * @example =ALLIANCE.WHY("Oakhurst Logistics")
 * @param {string} [partner] Name of the partner as in the Partners table. Left out: the portfolio.
 * @param {unknown[][]} [partners] The Partners table with its headers, such as Partners[#All]. Left out with the next one: the workbook's own tables, live.
 * @param {unknown[][]} [initiatives] The Initiatives table with its headers, such as Initiatives[#All].
 * @param {CustomFunctions.StreamingInvocation<string>} invocation
 * @streaming
 * @requiresParameterAddresses
 */
function why(partner: string, partners: unknown[][], initiatives: unknown[][], invocation: CustomFunctions.StreamingInvocation<string>): void {
  const call = callOf([partner, partners, initiatives, invocation]);
  answerCell(call, rangesOf(call, [partners, 1], [initiatives, 2]), ({ whyAnswer }, portfolio) => whyAnswer(portfolio, given(partner)));
}

/**
 * Initiatives without a sales sponsor, ranked by severity and value at risk, under a row of headers.
 * @customfunction SPONSORGAPS SPONSORGAPS
 * @example =ALLIANCE.SPONSORGAPS("Halden Cloud")
 * @param {string} [partner] Name of the partner as in the Partners table. Left out: all partners.
 * @param {unknown[][]} [partners] The Partners table with its headers, such as Partners[#All]. Left out with the next one: the workbook's own tables, live.
 * @param {unknown[][]} [initiatives] The Initiatives table with its headers, such as Initiatives[#All].
 * @param {CustomFunctions.StreamingInvocation<unknown[][]>} invocation
 * @streaming
 * @requiresParameterAddresses
 */
function sponsorGaps(partner: string, partners: unknown[][], initiatives: unknown[][], invocation: CustomFunctions.StreamingInvocation<unknown[][]>): void {
  const call = callOf([partner, partners, initiatives, invocation]);
  answerCell(call, rangesOf(call, [partners, 1], [initiatives, 2]), ({ sponsorGapsAnswer }, portfolio) => sponsorGapsAnswer(portfolio, given(partner)));
}

/**
 * Share of approved and launched initiatives that have a sales sponsor, 0 to 1, by their revenue targets.
 * @customfunction SPONSORCOVERAGE SPONSORCOVERAGE
 * @example =ALLIANCE.SPONSORCOVERAGE(, TRUE)
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
  answerCell(call, rangesOf(call, [partners, 2], [initiatives, 3]), ({ sponsorCoverageAnswer }, portfolio) => sponsorCoverageAnswer(portfolio, given(partner), given(by_count) ?? false));
}

/**
 * Whether closed initiatives with a sales sponsor succeeded more often than those without, with the 95 % interval of the difference.
 * @customfunction SPONSOREFFECT SPONSOREFFECT
 * @example =ALLIANCE.SPONSOREFFECT()
 * @param {unknown[][]} [partners] The Partners table with its headers, such as Partners[#All]. Left out with the others: the workbook's own tables, live.
 * @param {unknown[][]} [initiatives] The Initiatives table with its headers, such as Initiatives[#All].
 * @param {CustomFunctions.StreamingInvocation<unknown[][]>} invocation
 * @streaming
 * @requiresParameterAddresses
 */
function sponsorEffect(partners: unknown[][], initiatives: unknown[][], invocation: CustomFunctions.StreamingInvocation<unknown[][]>): void {
  const call = callOf([partners, initiatives, invocation]);
  answerCell(call, rangesOf(call, [partners, 0], [initiatives, 1]), ({ sponsorEffectAnswer }, portfolio) => sponsorEffectAnswer(portfolio));
}

/**
 * Health and its dimensions, under a row of headers: score, weight, points lost, how much is known, and why.
 * @customfunction SCORECARD SCORECARD
 * @example =ALLIANCE.SCORECARD("Halden Cloud")
 * @param {string} [partner] Name of the partner as in the Partners table. Left out: the whole portfolio.
 * @param {unknown[][]} [partners] The Partners table with its headers, such as Partners[#All]. Left out with the others: the workbook's own tables, live.
 * @param {unknown[][]} [initiatives] The Initiatives table with its headers, such as Initiatives[#All].
 * @param {CustomFunctions.StreamingInvocation<unknown[][]>} invocation
 * @streaming
 * @requiresParameterAddresses
 */
function scorecard(partner: string, partners: unknown[][], initiatives: unknown[][], invocation: CustomFunctions.StreamingInvocation<unknown[][]>): void {
  const call = callOf([partner, partners, initiatives, invocation]);
  answerCell(call, rangesOf(call, [partners, 1], [initiatives, 2]), ({ scorecardAnswer }, portfolio) => scorecardAnswer(portfolio, given(partner)));
}

/**
 * Every partner with rating, health, change since the last review and dimensions, under a row of headers.
 * @customfunction PORTFOLIO PORTFOLIO
 * @example =ALLIANCE.PORTFOLIO("Health")
 * @param {string} [sort_by] Worst (first; also where left out), Table, Partner, Health, Change, Target, or a dimension.
 * @param {unknown[][]} [partners] The Partners table with its headers, such as Partners[#All]. Left out with the others: the workbook's own tables, live.
 * @param {unknown[][]} [initiatives] The Initiatives table with its headers, such as Initiatives[#All].
 * @param {unknown[][]} [history] The History table with its headers.
 * @param {CustomFunctions.StreamingInvocation<unknown[][]>} invocation
 * @streaming
 * @requiresParameterAddresses
 */
function portfolioList(sort_by: string, partners: unknown[][], initiatives: unknown[][], history: unknown[][], invocation: CustomFunctions.StreamingInvocation<unknown[][]>): void {
  const call = callOf([sort_by, partners, initiatives, history, invocation]);
  answerCell(call, rangesOf(call, [partners, 1], [initiatives, 2], [history, 3]), ({ portfolioAnswer }, portfolio) => portfolioAnswer(portfolio, given(sort_by)));
}

/**
 * What the stage gates miss, and what the next gate of each initiative will ask for, under a row of headers.
 * @customfunction GATES GATES
 * @example =ALLIANCE.GATES("Halden Cloud")
 * @param {string} [partner] Name of the partner as in the Partners table. Left out: the whole portfolio.
 * @param {unknown[][]} [partners] The Partners table with its headers, such as Partners[#All]. Left out with the others: the workbook's own tables, live.
 * @param {unknown[][]} [initiatives] The Initiatives table with its headers, such as Initiatives[#All].
 * @param {CustomFunctions.StreamingInvocation<unknown[][]>} invocation
 * @streaming
 * @requiresParameterAddresses
 */
function gates(partner: string, partners: unknown[][], initiatives: unknown[][], invocation: CustomFunctions.StreamingInvocation<unknown[][]>): void {
  const call = callOf([partner, partners, initiatives, invocation]);
  answerCell(call, rangesOf(call, [partners, 1], [initiatives, 2]), ({ gatesAnswer }, portfolio) => gatesAnswer(portfolio, given(partner)));
}

/**
 * Course corrections and whether they worked, under a row of headers.
 * @customfunction CORRECTIONS CORRECTIONS
 * @example =ALLIANCE.CORRECTIONS()
 * @param {string} [partner] Name of the partner as in the Partners table. Left out: the whole portfolio.
 * @param {unknown[][]} [partners] The Partners table with its headers, such as Partners[#All]. Left out with the others: the workbook's own tables, live.
 * @param {unknown[][]} [initiatives] The Initiatives table with its headers, such as Initiatives[#All].
 * @param {unknown[][]} [corrections] The Course corrections table with its headers.
 * @param {unknown[][]} [history] The History table with its headers.
 * @param {CustomFunctions.StreamingInvocation<unknown[][]>} invocation
 * @streaming
 * @requiresParameterAddresses
 */
function courseCorrections(partner: string, partners: unknown[][], initiatives: unknown[][], corrections: unknown[][], history: unknown[][], invocation: CustomFunctions.StreamingInvocation<unknown[][]>): void {
  const call = callOf([partner, partners, initiatives, corrections, history, invocation]);
  answerCell(call, rangesOf(call, [partners, 1], [initiatives, 2], [corrections, 3], [history, 4]), ({ correctionsAnswer }, portfolio) => correctionsAnswer(portfolio, given(partner)));
}

/**
 * Alliances in question and whether to correct, wait, continue or exit, under a row of headers.
 * @customfunction EXITS EXITS
 * @example =ALLIANCE.EXITS()
 * @param {unknown[][]} [partners] The Partners table with its headers, such as Partners[#All]. Left out with the others: the workbook's own tables, live.
 * @param {unknown[][]} [initiatives] The Initiatives table with its headers, such as Initiatives[#All].
 * @param {unknown[][]} [corrections] The Course corrections table with its headers.
 * @param {unknown[][]} [history] The History table with its headers.
 * @param {CustomFunctions.StreamingInvocation<unknown[][]>} invocation
 * @streaming
 * @requiresParameterAddresses
 */
function exits(partners: unknown[][], initiatives: unknown[][], corrections: unknown[][], history: unknown[][], invocation: CustomFunctions.StreamingInvocation<unknown[][]>): void {
  const call = callOf([partners, initiatives, corrections, history, invocation]);
  answerCell(call, rangesOf(call, [partners, 0], [initiatives, 1], [corrections, 2], [history, 3]), ({ exitsAnswer }, portfolio) => exitsAnswer(portfolio));
}

/**
 * Health of a partner, or of the portfolio, at each review so far and today, under a row of headers.
 * @customfunction TREND TREND
 * @example =ALLIANCE.TREND("Halden Cloud", "Revenue")
 * @param {string} [partner] Name of the partner as in the Partners table. Left out: the whole portfolio.
 * @param {string} [dimension] Revenue, Pipeline, Traction, Sponsorship, Governance or Relationship, of a partner. Left out: health as a whole.
 * @param {unknown[][]} [partners] The Partners table with its headers, such as Partners[#All]. Left out with the others: the workbook's own tables, live.
 * @param {unknown[][]} [initiatives] The Initiatives table with its headers, such as Initiatives[#All].
 * @param {unknown[][]} [history] The History table with its headers.
 * @param {CustomFunctions.StreamingInvocation<unknown[][]>} invocation
 * @streaming
 * @requiresParameterAddresses
 */
function trend(partner: string, dimension: string, partners: unknown[][], initiatives: unknown[][], history: unknown[][], invocation: CustomFunctions.StreamingInvocation<unknown[][]>): void {
  const call = callOf([partner, dimension, partners, initiatives, history, invocation]);
  answerCell(call, rangesOf(call, [partners, 2], [initiatives, 3], [history, 4]), ({ trendAnswer }, portfolio) => trendAnswer(portfolio, given(partner), given(dimension)));
}

/**
 * Maturity of the alliance practice by the last assessment, 0 to 100; of one area where one is named.
 * @customfunction MATURITY MATURITY
 * @example =ALLIANCE.MATURITY("Reporting")
 * @param {string} [area] Name or number of one of the ten areas, such as Process or 7. Left out: the whole practice.
 * @param {unknown[][]} [assessment] The Assessment table with its headers. Left out: the workbook's own, live.
 * @param {CustomFunctions.StreamingInvocation<number>} invocation
 * @streaming
 * @requiresParameterAddresses
 */
function maturity(area: string, assessment: unknown[][], invocation: CustomFunctions.StreamingInvocation<number>): void {
  const call = callOf([area, assessment, invocation]);
  answerCell(call, rangesOf(call, [assessment, 1]), ({ maturityAnswer }, portfolio) => maturityAnswer(portfolio, given(area)));
}

/**
 * Attainment of a target: what was reached over what is expected by now, 1 when it is met. Not capped.
 * @customfunction ATTAINMENT ATTAINMENT
 * @example =ALLIANCE.ATTAINMENT(690000, 1500000, 0.6)
 * @param {unknown} actual What was reached.
 * @param {unknown} target What is to be reached in the end.
 * @param {unknown} [elapsed] Share of the plan that is due by now, 0 to 1. Left out: all of it.
 * @returns {Promise<number>} Attainment as a number: 0.5 is half of what is expected.
 */
async function attainment(actual: unknown, target: unknown, elapsed: unknown): Promise<number> {
  const { attainmentAnswer, returned } = await answerers();
  return returned(attainmentAnswer(actual, target, elapsed));
}

/**
 * Score of one launched initiative, 0 to 100, from the values of its row: revenue, pipeline and traction against its plan.
 * @customfunction SCORE SCORE
 * @example =ALLIANCE.SCORE(DATE(2026,1,5), DATE(2026,12,31), DATE(2026,9,30), 500000, 280000, , 300000, 12, 9)
 * @param {unknown} launched_on Day of the launch.
 * @param {unknown} due Day on which it is due.
 * @param {unknown} as_of Day of the judgement, such as TODAY().
 * @param {unknown} revenue_target Revenue to be reached by the due day.
 * @param {unknown} revenue Revenue so far.
 * @param {unknown} [pipeline_target] Pipeline that the plan needs as a whole. Left out: three times the revenue target.
 * @param {unknown} [pipeline] Open pipeline.
 * @param {unknown} [traction_target] Joint opportunities to be reached by the due day.
 * @param {unknown} [traction] Joint opportunities so far.
 * @returns {Promise<number>} Score, 0 to 100.
 */
async function score(
  launched_on: unknown, due: unknown, as_of: unknown, revenue_target: unknown, revenue: unknown, pipeline_target: unknown, pipeline: unknown, traction_target: unknown, traction: unknown,
): Promise<number> {
  const { scoreAnswer, returned } = await answerers();
  return returned(scoreAnswer({
    launchedOn: launched_on, due, asOf: as_of, revenueTarget: revenue_target, revenue, pipelineTarget: pipeline_target, pipeline, tractionTarget: traction_target, traction,
  }));
}

// At the top level and at once: Excel calls as soon as the script has run, and shows #VALUE! where a function is not there yet.
CustomFunctions.associate('HEALTH', health);
CustomFunctions.associate('RATING', rating);
CustomFunctions.associate('WHY', why);
CustomFunctions.associate('SPONSORGAPS', sponsorGaps);
CustomFunctions.associate('SPONSORCOVERAGE', sponsorCoverage);
CustomFunctions.associate('SPONSOREFFECT', sponsorEffect);
CustomFunctions.associate('SCORECARD', scorecard);
CustomFunctions.associate('PORTFOLIO', portfolioList);
CustomFunctions.associate('GATES', gates);
CustomFunctions.associate('CORRECTIONS', courseCorrections);
CustomFunctions.associate('EXITS', exits);
CustomFunctions.associate('TREND', trend);
CustomFunctions.associate('MATURITY', maturity);
CustomFunctions.associate('ATTAINMENT', attainment);
CustomFunctions.associate('SCORE', score);
