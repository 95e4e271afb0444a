/** Everything that answers the ALLIANCE functions: the script beside functions.js holds this and all that it needs. */
export { returned } from './cellResult';
export { correctionsAnswer, exitsAnswer } from './correctionAnswers';
export { gatesAnswer } from './gateAnswers';
export { healthAnswer, ratingAnswer, whyAnswer } from './healthAnswers';
export { attainmentAnswer, scoreAnswer } from './initiativeAnswers';
export { maturityAnswer } from './maturityAnswers';
export { portfolioAnswer, scorecardAnswer } from './portfolioAnswers';
export { sponsorCoverageAnswer, sponsorEffectAnswer, sponsorGapsAnswer } from './sponsorAnswers';
export { answerCell } from './streaming';
export { trendAnswer } from './trendAnswers';
