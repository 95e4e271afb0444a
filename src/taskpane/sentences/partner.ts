/** The page of one partner, and what is said of an initiative wherever it stands. */
import type { Outcome, Stage } from '../../domain/initiative';
import type { Dimension } from '../../domain/portfolio';
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
  noInitiatives: 'No initiative names this partner. Add one in the Initiatives table to judge revenue, pipeline and traction.',
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
