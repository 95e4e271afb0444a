/** The quarterly business review of the whole portfolio: the answer first, then why, then what the figures rest on. */
import { dayText } from '../domain/calendar';
import { decisionsAsked } from '../domain/decisionsAsked';
import { type DecisionLog, noLog } from '../domain/decisionsTaken';
import type { Portfolio } from '../domain/portfolio';
import { reviewQuarter } from '../domain/quarter';
import { keptHistory } from './keptHistory';
import { type Asked, opening } from './opening';
import { type QbrOptions, allSections } from './qbrOptions';
import { type QbrSheet, qbrSheet } from './qbrSheet';
import { changesSinceLast } from './sections/changesSinceLast';
import { charts } from './sections/charts';
import { courseCorrections } from './sections/courseCorrections';
import { dataNotes } from './sections/dataNotes';
import { decisionsToTake } from './sections/decisions';
import { whatWasDecided } from './sections/decisionsTaken';
import { exitAdvice } from './sections/exitAdvice';
import { gateBreaches } from './sections/gateBreaches';
import { portfolioHeadline } from './sections/headlineTiles';
import { openingBlock } from './sections/openingBlock';
import { inspectionCalendar } from './sections/reviewCalendar';
import { partnerScorecard } from './sections/scorecard';
import { sponsorEffect } from './sections/sponsorEffect';
import { sponsorGaps } from './sections/sponsorGaps';
import type { View } from './sections/section';
import { words } from './sentences';
import { decisions } from './sentencesOfDecisions';
import type { SheetPlan } from './sheetPlan';

const sections: QbrSheet['sections'] = [
  { id: 'changes', add: changesSinceLast },
  { id: 'decided', add: whatWasDecided },
  { id: 'scorecard', add: partnerScorecard },
  { id: 'charts', add: charts, restLast: true },
  { id: 'sponsorGaps', add: sponsorGaps },
  { id: 'gateBreaches', add: gateBreaches },
  { id: 'corrections', add: courseCorrections },
  { id: 'sponsorEffect', add: sponsorEffect },
  { id: 'exits', add: exitAdvice },
  { id: 'decisions', add: decisionsToTake },
  { id: 'reviews', add: inspectionCalendar },
  { id: 'dataNotes', add: dataNotes },
];
export const portfolioSections = sections.map(({ id }) => id);

const asked = (portfolio: Portfolio): readonly Asked[] => decisionsAsked(portfolio).map((one): Asked => ({ sentence: decisions.asked(one), by: one.by }));

/** All sections, unless some are chosen. */
export function portfolioQbr(portfolio: Portfolio, { preparedBy, sections: chosen = allSections, history = null }: Pick<QbrOptions, 'preparedBy'> & Partial<Pick<QbrOptions, 'sections' | 'history'>>, log: DecisionLog = noLog): SheetPlan {
  const view: View = { of: 'portfolio', cells: true, log };
  const quarter = reviewQuarter(portfolio.asOf, portfolio.policy);
  return qbrSheet(portfolio, chosen, {
    name: words.sheetName(quarter),
    band: { title: words.title, quarter, day: dayText(portfolio.asOf), preparedBy, edition: words.edition.internal },
    headline: (sheet, grid) => {
      openingBlock(sheet, grid, opening(portfolio, view, chosen.has('decisions') ? asked(portfolio) : null), history === 'kept' ? keptHistory(portfolio) : []);
      portfolioHeadline(sheet, grid, portfolio);
    },
    sections,
    view,
    footer: { left: words.footer.left, center: `${quarter}  ·  ${words.footer.confidential}` },
  });
}
