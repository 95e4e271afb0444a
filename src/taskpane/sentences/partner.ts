/** The page of one partner, and what is said of an initiative wherever it stands. */
import type { Outcome, Stage } from '../../domain/initiative';
import type { Dimension, Rating, SponsorLoad } from '../../domain/portfolio';
import type { ReviewKind } from '../../domain/reviewsDue';
import { counted, listed } from './wording';

export const dimensionNames: Readonly<Record<Dimension, string>> = {
  revenue: 'Revenue',
  pipeline: 'Pipeline',
  traction: 'Traction',
  sponsorship: 'Sponsorship',
  governance: 'Governance',
  relationship: 'Relationship',
};

export const partner = {
  back: 'All partners',
  gone: 'This partner is no longer in the workbook.',
  goneHint: 'It was removed or renamed in the Partners table.',
  confidence: (share: string): string => `Only ${share} of what health rests on is known.`,
  manager: (name: string): string => `managed by ${name}`,
  dimensions: 'Dimensions',
  dimension: 'Dimension',
  score: 'Score',
  lost: 'Points lost',
  partlyKnown: (share: string): string => `${share} known`,
  notKnown: 'not known',
  weights: (weights: readonly string[]): string => `Weights: ${listed(weights)}. What is not known is left out.`,
  weight: (dimension: Dimension, weight: string): string => `${dimensionNames[dimension].toLowerCase()} ${weight}`,
  why: 'Why',
  allWell: 'Nothing is lost on any dimension.',
  initiatives: 'Initiatives',
  writeQbr: 'Write partner QBR',
  noInitiatives: 'No initiative names this partner. Add one in the Initiatives table to judge revenue, pipeline and traction.',
} as const;

/** How it went, from review to review. */
export const history = {
  then: (health: string | null, rating: Rating | null, day: string): string => [day, health, rating].filter((part) => part !== null).join(' '),
  line: (points: readonly string[]): string => `Over time: ${points.join(', ')}.`,
  yearAgo: (points: number, text: string, day: string): string => (text === '0' ? `Unchanged since ${day}.` : `${points > 0 ? 'Up' : 'Down'} ${text} since ${day}.`),
} as const;

/** What would lift it. */
export const whatIf = {
  title: 'What would lift it',
  promise: 'Tick changes to see what they would make of its health. Nothing is written to the workbook.',
  lifts: (count: number, text: string, to: Rating, health: string): string => `${counted(count, text, 'change')} would make it ${to}, at ${health}.`,
  mayBeSmaller: 'A smaller set may do as well.',
  noSet: (to: Rating): string => `No set of these changes makes it ${to}.`,
  smallest: (to: Rating): string => `Smallest set that makes it ${to}`,
  others: 'Other changes, each by itself',
  nothing: 'Nothing is lost that a change of one cell would bring back.',
  notRated: 'It has no rating yet, so there is nothing to lift.',
  today: 'Today',
  after: (count: number, text: string): string => `With ${counted(count, text, 'change')}`,
  dimensions: 'Dimensions with these changes',
  moved: (from: string, to: string): string => `${from} → ${to}`,
  all: 'Tick all of it',
  reset: 'Reset',
  spoken: (health: string, rating: Rating): string => `Health would be ${health}, ${rating}.`,
  asToday: (health: string, rating: Rating): string => `Health is ${health}, ${rating}, as it is today.`,
} as const;

/** Who sponsors it, and where nobody does. */
export const partnerSponsors = {
  title: 'Sponsors',
  executiveSponsor: 'Executive sponsor, ours',
  partnerSponsor: 'Sponsor at the partner',
  sales: 'Sales sponsors',
  gaps: 'Missing sponsors',
  missing: 'missing',
  noSales: (initiative: string): string => `No sales sponsor: ${initiative}`,
  assign: (of: string): string => `Assign: ${of}`,
  sponsors: (count: number, text: string, load: SponsorLoad['load'] | null): string => `${counted(count, text, 'open initiative')} here${load === null ? '' : `; ${load} in all`}`,
  none: 'No sponsor is named, and none is needed yet.',
} as const;

/** What is to be looked at again, and by when. */
export const reviews = {
  title: 'Reviews due',
  none: 'Nothing is due: the workbook tracks no reviews of this partner.',
  ended: 'Nothing is due: the alliance has ended.',
  overdue: (overdue: string, all: string): string => `${overdue} of ${all} overdue`,
  kind: {
    review: () => 'Quarterly review',
    plan: () => 'Joint business plan',
    survey: () => 'Relationship survey',
    inspection: (of) => `Inspection of ${of}`,
    checkpoint: (of) => `Checkpoint of “${of}”`,
    notice: () => 'Last day to give notice',
    agreement: () => 'End of the agreement',
  } satisfies Readonly<Record<ReviewKind, (of: string) => string>>,
  never: 'never done, due now',
  due: (day: string, days: number, text: string): string =>
    `due ${day} · ${days < 0 ? `${counted(-days, text, 'day')} overdue` : days === 0 ? 'today' : `in ${counted(days, text, 'day')}`}`,
} as const;

/** What was corrected. */
export const partnerCorrections = {
  title: 'Corrections',
  none: 'No correction of this partner is logged yet.',
  needed: 'It needs a correction: Red, or much lost since the last review, and none was logged lately.',
  inQuestion: (recommendation: string): string => `In question. Recommended: ${recommendation}.`,
} as const;

export const initiative = {
  closed: (outcome: Outcome | null): string => (outcome === null ? 'Closed' : `Closed, ${outcome.toLowerCase()}`),
  revenue: (actual: string, expected: string): string => `${actual} of ${expected} revenue expected`,
  tooEarly: 'too early to judge',
  unknown: (header: string): string => `${header} is not readable`,
  noTarget: 'no target to judge by',
  owner: (name: string): string => `owner ${name}`,
  noOwner: 'no owner',
  breach(missing: string, days: number, daysText: string): string {
    if (missing === 'Time limit') return `Over its time limit by ${counted(days, daysText, 'day')}`;
    return missing.includes(' after ') ? `Dates out of order: ${missing}` : `${missing} is missing`;
  },
} as const;

export const stageNames: Readonly<Record<Stage, string>> = { Qualify: 'Qualify', Approve: 'Approve', Launch: 'Launch', Closed: 'Closed' };
