/** The quarterly business review of one partner, for our own people or to be shared with the partner. */
import { dayText } from '../domain/calendar';
import { type DecisionLog, noLog } from '../domain/decisionsTaken';
import type { Audience } from '../domain/narrowedPortfolio';
import type { PartnerHealth, Portfolio } from '../domain/portfolio';
import { reviewQuarter } from '../domain/quarter';
import { opening } from './opening';
import { type QbrOptions, allSections } from './qbrOptions';
import { type QbrSheet, qbrSheet } from './qbrSheet';
import { charts } from './sections/charts';
import { courseCorrections } from './sections/courseCorrections';
import { dataNotes } from './sections/dataNotes';
import { dimensionTable } from './sections/dimensionTable';
import { whatWasDecided } from './sections/decisionsTaken';
import { exitAdvice } from './sections/exitAdvice';
import { gateBreaches } from './sections/gateBreaches';
import { partnerHeadline } from './sections/headlineTiles';
import { initiativeTable } from './sections/initiativeTable';
import { openingBlock } from './sections/openingBlock';
import { reviewCalendar } from './sections/reviewCalendar';
import type { View } from './sections/section';
import { sponsorGaps } from './sections/sponsorGaps';
import { words } from './sentences';
import { fit } from './textFit';
import type { SheetPlan } from './sheetPlan';

const shared: QbrSheet['sections'] = [
  { id: 'dimensions', add: dimensionTable },
  { id: 'charts', add: charts, restLast: true },
  { id: 'initiatives', add: initiativeTable },
  { id: 'sponsorGaps', add: sponsorGaps },
  { id: 'gateBreaches', add: gateBreaches },
  { id: 'corrections', add: courseCorrections },
  { id: 'reviews', add: reviewCalendar },
  { id: 'dataNotes', add: dataNotes },
];
const sectionsFor: Readonly<Record<Audience, QbrSheet['sections']>> = {
  shared,
  internal: [{ id: 'decided' as const, add: whatWasDecided }, ...shared].flatMap((section) => (section.id === 'reviews' ? [{ id: 'exits' as const, add: exitAdvice }, section] : [section])),
};
export const partnerSections = { internal: sectionsFor.internal.map(({ id }) => id), shared: sectionsFor.shared.map(({ id }) => id) } as const;

/** Of a portfolio narrowed to this partner for this audience (narrowedPortfolio.ts): what it lacks no section can show. */
export function partnerQbr(
  portfolio: Portfolio, judged: PartnerHealth, audience: Audience, { preparedBy, sections: chosen = allSections }: Pick<QbrOptions, 'preparedBy'> & Partial<Pick<QbrOptions, 'sections'>>, log: DecisionLog = noLog,
): SheetPlan {
  const quarter = reviewQuarter(portfolio.asOf, portfolio.policy);
  const { name } = judged.partner;
  const view: View = { of: audience, cells: audience === 'internal', log };
  return qbrSheet(portfolio, chosen, {
    name: partnerSheetName(quarter, name),
    band: { title: name, quarter, day: dayText(portfolio.asOf), preparedBy, edition: words.edition[audience] },
    headline: (sheet, grid) => {
      openingBlock(sheet, grid, opening(portfolio, view, null));
      partnerHeadline(sheet, grid, portfolio, judged);
    },
    sections: sectionsFor[audience],
    view,
    footer: { left: shownInFooter(name), center: `${quarter}  ·  ${words.footer.audience[audience](shownInFooter(name))}` },
  });
}

/** Excel takes up to 255 characters of a footer, all parts and codes together. */
const shownInFooter = (name: string): string => fit(name, 40);

/** Excel's limit for the name of a sheet. */
const longestSheetName = 31;

/** "QBR 2026 Q3 Halden Cloud": without what Excel refuses in the name of a sheet, and short enough for one. */
export function partnerSheetName(quarter: string, partner: string): string {
  const allowed = `${words.sheetName(quarter)} ${partner.replace(/[:\\/?*[\]\p{Cc}]/gu, ' ')}`.replace(/\s+/gu, ' ');
  // Never between the halves of an emoji; an apostrophe at the end is refused too.
  return allowed.slice(0, longestSheetName).replace(/[\uD800-\uDBFF]$/, '').replace(/['\s]+$/u, '');
}
