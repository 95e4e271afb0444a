/** The page of one partner, and what is said of an initiative wherever it stands. */
import type { Outcome, Stage } from '../../domain/initiative';
import type { Dimension, Rating } from '../../domain/portfolio';
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
  moreCells: (count: string): string => `${count} more`,
  initiatives: 'Initiatives',
  sponsors: 'Sponsors',
  nobody: 'Nobody',
  name: 'Name one',
  nameFor: (what: string): string => `Name one: ${what}`,
  reviews: 'Reviews due',
  nothingDue: 'Nothing is due.',
  neverDone: 'never done',
  now: 'now',
  dueOn(day: string, days: number, text: string): string {
    if (days === 0) return `${day}, today`;
    return days < 0 ? `${day}, ${counted(-days, text, 'day')} overdue` : `${day}, in ${counted(days, text, 'day')}`;
  },
  noTrend: 'No trend yet: no earlier review holds this partner.',
  notComparable: (day: string): string => `The last review on ${day} cannot be compared: no health is known for one of the two days.`,
  moved: (points: number, text: string, day: string): string =>
    (Math.abs(points) < 0.05 ? `Unchanged since ${day}.` : `${points > 0 ? 'Up' : 'Down'} ${text} since ${day}.`),
  corrections: 'Corrections',
  noCorrections: 'No correction is logged for this partner.',
  log: 'Log a correction',
  writeQbr: 'Write partner QBR',
  noInitiatives: 'No initiative names this partner. Add one in the Initiatives table to judge revenue, pipeline and traction.',
} as const;

export const reviewNames = {
  review: () => 'Quarterly review',
  plan: () => 'Joint business plan',
  survey: () => 'Relationship survey',
  inspection: (of: string) => `Inspection of ${of}`,
  checkpoint: (of: string) => `Checkpoint of "${of}"`,
  notice: () => 'Last day to give notice',
  agreement: () => 'End of the agreement',
} as const satisfies Readonly<Record<ReviewKind, (of: string) => string>>;

export const whatIf = {
  title: 'What would lift it',
  result: 'Health with what is ticked',
  from: (score: string): string => `${score} today,`,
  unknown: 'not known',
  dimensionMoves: (dimension: string, before: string, after: string): string => `${dimension} ${before} to ${after}`,
  smallest: (count: number, text: string, rating: Rating, exact: boolean): string =>
    `${exact ? '' : 'About '}${counted(count, text, 'change')} ${count === 1 ? 'lifts' : 'lift'} it to ${rating}.`,
  noSet: 'No set of single changes lifts it to the next rating.',
  nothingWritten: 'Nothing is written.',
  tickSmallest: 'Tick the smallest set',
  reset: 'Untick all',
  points: (points: number, text: string): string => `${points < 0 ? '−' : '+'}${text}`,
  said: (score: string, rating: Rating): string => `Health ${score}, ${rating}.`,
  nothing: 'Nothing that one cell could mend is lost.',
  notRated: 'Not rated yet, so that there is nothing to lift.',
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
