/** What a cell says when an ALLIANCE function has no answer for it: what is missing, and what would mend it. */
import { type Area, areaNames, areas } from '../domain/assessment';
import type { InitiativeField } from '../domain/initiative';
import type { Dimension } from '../domain/portfolio';

export const dimensionNames: Readonly<Record<Dimension, string>> = {
  revenue: 'Revenue',
  pipeline: 'Pipeline',
  traction: 'Traction',
  sponsorship: 'Sponsorship',
  governance: 'Governance',
  relationship: 'Relationship',
};

/** How PORTFOLIO can be sorted, beside the dimensions. */
export const sortNames = ['Worst', 'Table', 'Partner', 'Health', 'Change', 'Target'] as const;

const listed = (choices: readonly string[]): string => `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
const choices = Object.values(dimensionNames);

/** Fields by the names of SCORE's arguments. */
const scoreArguments: Readonly<Partial<Record<InitiativeField, string>>> = { launchedOn: 'launched_on', due: 'due', revenue: 'revenue', pipeline: 'pipeline', traction: 'traction' };

export const sentences = {
  noTable: (kind: 'Partners' | 'Initiatives') => `There is no ${kind} table.`,
  blankPartner: 'The cell that should name the partner is empty.',
  unknownPartner: (name: string, closest: string | null) =>
    `"${short(name)}" is not in the Partners table. ${closest === null ? 'Add the partner, or correct the name.' : `Did you mean "${closest}"?`}`,
  wrongDimension: (given: string) => `"${short(given)}" is no dimension. Use ${listed(choices)}.`,
  noneRated: 'No partner is rated yet. ALLIANCE.WHY of a partner says what is missing.',
  notRated: (partner: string, why: string) => `${partner} is not rated. ${why}`,
  noReason: 'too little is known.',
  unknownDimension: (dimension: Dimension, partner: string | null) =>
    `${dimensionNames[dimension]} of ${partner ?? 'every rated partner'} is not known: the tables hold no data on it.`,
  noCoverage: (partner: string | null, byCount: boolean) =>
    `${partner === null ? 'No' : `${partner} has no`} initiative past Qualify ${byCount ? '' : 'with a revenue target '}${partner === null ? 'is open' : 'that is open'}.`,
  nothingLost: 'Nothing is lost on any dimension.',
  portfolio: (health: string, counts: string) => `Portfolio health is ${health}: ${counts}.`,
  wrongSort: (given: string) => `"${short(given)}" is no order. Use ${listed([...sortNames, ...choices])}.`,
  morePartners: (count: number) => `and ${count} more: the pane lists them all`,
  noCorrections: 'There is no Course corrections table. Give one row per correction a header row with Date, Partner and Correction.',
  wholePortfolio: 'Whole portfolio',
  successRate: 'Success rate',
  noneInQuestion: 'No alliance is in question.',
  noTrend: (partner: string | null, points: number) =>
    `A trend needs two points; ${partner ?? 'the portfolio'} has ${points === 0 ? 'none' : 'one'}. Each QBR adds one to the History table.`,
  trendOfDimension: (dimension: string) => `The trend of ${dimension} is a partner's: name one. That of the whole portfolio is its health.`,
  noAssessment: 'There is no practice assessment yet. It is a table with the headers Date, Area and Level.',
  wrongArea: (given: string) => `"${short(given)}" is no area of the assessment. Use ${listed(Object.values(areaNames))}, or its number from 1 to ${areas.length}.`,
  areaNotAnswered: (area: Area) => `${areaNames[area]} is not answered in the last assessment.`,
  noNumber: (argument: string) => `${argument} is no number.`,
  noDay: (argument: string) => `${argument} is no date.`,
  wrongElapsed: 'elapsed is a share from 0 to 1.',
  noTarget: 'There is no target above zero.',
  noActual: 'The actual figure is blank.',
  nothingExpected: 'Nothing is expected yet.',
  tooEarly: 'It is too early to judge.',
  scoreNeeds: (field: InitiativeField) => `${scoreArguments[field] ?? field} is blank or does not fit: without it there is no score.`,
  moreRows: (count: number) => `and ${count} more: give a partner to see its own`,
} as const;

const longestQuote = 60;
function short(text: string): string {
  const characters = [...text];
  return characters.length > longestQuote ? `${characters.slice(0, longestQuote - 1).join('')}…` : text;
}
