/** Traces every figure of a review: each section by its own file, what no file knows is left over. */
import { Ledger } from './ledger';
import type { Review } from './review';
import { traceCharts } from './sections/charts';
import { traceChanges } from './sections/changes';
import { traceCorrections } from './sections/courseCorrections';
import { traceDataNotes } from './sections/dataNotes';
import { traceDecisionsAsked } from './sections/decisionsAsked';
import { traceDecisionsTaken } from './sections/decisionsTaken';
import { traceExits } from './sections/exits';
import { traceGateBreaches } from './sections/gateBreaches';
import { traceKeptHistory } from './sections/keptHistory';
import { traceOpening } from './sections/opening';
import { traceReviewsDue } from './sections/reviewsDue';
import { traceScorecard } from './sections/scorecard';
import type { Tracing } from './sections/section';
import { traceSponsorEffect } from './sections/sponsorEffect';
import { traceSponsorGaps } from './sections/sponsorGaps';
import { traceTiles } from './sections/tiles';
import { traceBand } from './sections/titleBand';
import { Paragraph, type Section, type WrittenSheet } from './writtenSheet';

const tracings: Readonly<Record<string, Tracing>> = {
  'What changed since the last review': traceChanges,
  'What was decided': traceDecisionsTaken,
  'Partner scorecard': traceScorecard,
  'Sponsor gaps': traceSponsorGaps,
  'Gate breaches': traceGateBreaches,
  'Course corrections': traceCorrections,
  'Sponsors and success': traceSponsorEffect,
  'Correct or exit': traceExits,
  'Decisions asked for': traceDecisionsAsked,
  'Reviews due': traceReviewsDue,
  'Data notes': traceDataNotes,
};

/** Sections with what the appendix continues of them. */
function wholeSections({ sections }: WrittenSheet): readonly Section[] {
  const continued = (heading: string): string => `appendix: ${heading}, continued`.toLowerCase();
  const appendices = new Map(sections.map((section) => [section.heading.toLowerCase(), section]));
  return sections.filter(({ heading }) => !heading.startsWith('Appendix: ')).map((section) => {
    const rest = appendices.get(continued(section.heading));
    return rest === undefined ? section : { ...section, said: new Paragraph([...section.said.lines, ...rest.said.lines]), tables: [...section.tables, ...rest.tables] };
  });
}

export interface Traced {
  /** What the sheet and the second calculation say differently. */
  readonly problems: readonly string[];
  /** Figures on the sheet that nobody computed again. */
  readonly untraced: readonly string[];
}

export function trace(sheet: WrittenSheet, review: Review): Traced {
  const ledger = new Ledger(sheet, review.words);
  traceBand(sheet, review, ledger);
  traceOpening(sheet.band, review, ledger);
  traceKeptHistory(sheet.band, review, ledger);
  traceTiles(sheet.tiles, review, ledger);
  for (const section of wholeSections(sheet)) tracings[section.heading]?.(section, review, ledger);
  traceCharts(sheet, review, ledger);
  return { problems: ledger.problems, untraced: ledger.untraced() };
}
