/** What a cell says when an ALLIANCE function has no answer for it: what is missing, and what would mend it. */
import type { Dimension } from '../domain/portfolio';

export const dimensionNames: Readonly<Record<Dimension, string>> = {
  revenue: 'Revenue',
  pipeline: 'Pipeline',
  traction: 'Traction',
  sponsorship: 'Sponsorship',
  governance: 'Governance',
  relationship: 'Relationship',
};

const choices = Object.values(dimensionNames);

export const sentences = {
  noTable: (kind: 'Partners' | 'Initiatives') => `There is no ${kind} table.`,
  blankPartner: 'The cell that should name the partner is empty.',
  unknownPartner: (name: string, closest: string | null) =>
    `"${short(name)}" is not in the Partners table. ${closest === null ? 'Add the partner, or correct the name.' : `Did you mean "${closest}"?`}`,
  wrongDimension: (given: string) => `"${short(given)}" is no dimension. Use ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}.`,
  noneRated: 'No partner is rated yet. ALLIANCE.WHY of a partner says what is missing.',
  notRated: (partner: string, why: string) => `${partner} is not rated. ${why}`,
  noReason: 'too little is known.',
  unknownDimension: (dimension: Dimension, partner: string | null) =>
    `${dimensionNames[dimension]} of ${partner ?? 'every rated partner'} is not known: the tables hold no data on it.`,
  noCoverage: (partner: string | null, byCount: boolean) =>
    `${partner === null ? 'No' : `${partner} has no`} initiative past Qualify ${byCount ? '' : 'with a revenue target '}${partner === null ? 'is open' : 'that is open'}.`,
  nothingLost: 'Nothing is lost on any dimension.',
  portfolio: (health: string, counts: string) => `Portfolio health is ${health}: ${counts}.`,
  moreGaps: (count: number) => `and ${count} more: give a partner to see its own`,
} as const;

const longestQuote = 60;
function short(text: string): string {
  const characters = [...text];
  return characters.length > longestQuote ? `${characters.slice(0, longestQuote - 1).join('')}…` : text;
}
