/** Every sentence and word of the QBR sheet that is not taken from cells. */
import { moneyText } from '../domain/moneyText';
import type { Minor, Share } from '../domain/measure';
import type { Gate, NotRated, Rating } from '../domain/portfolio';
import type { RowCount } from '../domain/portfolioRows';

/** "1 partner", "3 partners", "no partners". */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count === 0 ? 'no' : count.toLocaleString('en-US')} ${count === 1 ? singular : plural}`;
}

/** "A", "A and B", "A, B and 3 more". */
export function listed(names: readonly string[], shown = 3): string {
  const visible = names.length > shown ? [...names.slice(0, shown - 1), `${names.length - shown + 1} more`] : [...names];
  return visible.length < 2 ? (visible[0] ?? '') : `${visible.slice(0, -1).join(', ')} and ${visible.at(-1)}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const percent = (share: Share | number): string => `${Math.round(share * 100)} %`;
const money = (value: Minor, currency: string | null): string => (currency ? `${currency} ${moneyText(value)}` : moneyText(value));

export const words = {
  title: 'Alliance portfolio',
  sheetName: (quarter: string) => `QBR ${quarter}`,
  band: (day: string, preparedBy: string | null) => [`As of ${day}`, preparedBy ? `Prepared by ${preparedBy}` : null, 'Internal edition'].filter(Boolean).join('  ·  '),
  footer: { left: 'Alliance portfolio', confidential: 'Confidential', pages: 'Page &P of &N' },
  more: (count: number) => `and ${count.toLocaleString('en-US')} more in the appendix`,
  beyondAppendix: (count: number) => `and ${count.toLocaleString('en-US')} more, listed in the pane`,
  noData: 'not known',
} as const;

export const tiles = {
  health: 'Portfolio health',
  healthNote: (equal: string) => `each partner equal: ${equal}`,
  healthUnknown: 'no partner is rated yet',
  ratings: 'Partners by rating',
  ratingsNote: 'Green, Amber, Red, not rated',
  revenue: 'Revenue against plan to date',
  revenueNote: (actual: Minor, expected: Minor, currency: string | null) => `${money(actual, currency)} of ${moneyText(expected)}`,
  revenueUnknown: 'nothing is expected yet',
  coverage: 'Pipeline coverage',
  coverageNote: 'pipeline per unit left to sell',
  coverageUnknown: 'no target and pipeline',
  covered: 'Covered',
  coveredNote: 'nothing is left to sell',
  sponsors: 'Sponsor coverage by value',
  sponsorsNote: (byCount: string) => `by number: ${byCount}`,
  sponsorsUnknown: 'no target to weigh by',
  risk: (currency: string | null) => (currency ? `Value at risk, ${currency}` : 'Value at risk'),
  riskNote: (gaps: number) => counted(gaps, 'sponsor gap'),
  leading: 'Leading',
  leadingNote: 'what is to come, of 100',
  lagging: 'Lagging',
  laggingNote: 'what came in, of 100',
  launched: 'Launched in the quarter',
  launchedNote: 'initiatives',
  closed: 'Closed in the quarter',
  closedNote: (succeeded: number) => `${succeeded === 0 ? 'none' : succeeded} succeeded`,
  exits: 'Exits',
  exitsNote: (months: number) => `in the last ${counted(months, 'month')}`,
  load: 'Sponsors overloaded',
  loadNote: (stretched: number) => `${stretched === 0 ? 'none' : stretched} stretched`,
} as const;

export const scorecard = {
  heading: 'Partner scorecard',
  columns: ['Partner', 'Rating', 'Health', 'Revenue', 'Pipeline', 'Traction', 'Sponsors', 'Governance', 'Relationship', 'Known'],
  finding(byRating: Readonly<Record<Rating, number>>, red: readonly string[]): string {
    const rated = byRating.Green + byRating.Amber + byRating.Red;
    if (rated === 0) return 'No partner can be rated yet; the line below each says what is missing.';
    if (byRating.Red > 0) return `${byRating.Red} of ${counted(rated, 'rated partner')} ${byRating.Red === 1 ? 'is' : 'are'} Red: ${listed(red)}.`;
    if (byRating.Amber > 0) return `No partner is Red; ${byRating.Amber} of ${counted(rated, 'rated partner')} ${byRating.Amber === 1 ? 'is' : 'are'} Amber.`;
    return rated === 1 ? 'The one rated partner is Green.' : `All ${rated} rated partners are Green.`;
  },
  allGreen: 'Nothing is lost on any dimension.',
  notRated(reason: NotRated): string {
    switch (reason.kind) {
      case 'ended':
        return 'Ended: not rated.';
      case 'ramping':
        return 'Ramping: launched too recently to judge revenue or pipeline.';
      case 'unknown':
        return reason.missing.length === 0 ? 'Too little is known to rate.' : `Too little is known to rate: nothing on ${listed(reason.missing, 6)}.`;
    }
  },
} as const;

export const gaps = {
  heading: 'Sponsor gaps',
  columns: (currency: string | null) => ['Initiative', 'Partner', 'Severity', currency ? `At risk, ${currency}` : 'At risk', 'Days', 'Owner', 'Cell'],
  finding(past: number, next: number, atRisk: Minor, currency: string | null): string {
    const upcoming = next === 0 ? '' : ` ${capital(counted(next, 'more initiative needs', 'more initiatives need'))} one to pass Qualify.`;
    if (past === 0) return `Every initiative past Qualify has a sales sponsor.${upcoming}`;
    const risk = atRisk > 0 ? `; ${money(atRisk, currency)} is at risk` : '';
    return `${capital(counted(past, 'initiative'))} past Qualify ${past === 1 ? 'has' : 'have'} no sales sponsor${risk}.${upcoming}`;
  },
} as const;

export const breaches = {
  heading: 'Gate breaches',
  columns: ['Initiative', 'Partner', 'Gate', 'What is missing', 'Days', 'Cell'],
  gate: { Qualify: 'Qualify', Approve: 'Approve', Launch: 'Launch', any: 'Any' } satisfies Record<Gate, string>,
  finding(count: number, initiatives: number): string {
    if (count === 0) return 'Every initiative has what its gates ask for.';
    return `${capital(counted(count, 'gate breach', 'gate breaches'))} on ${counted(initiatives, 'initiative')}.`;
  },
} as const;

export const dataNotes = {
  heading: 'Data notes',
  finding(issues: number): string {
    return issues === 0 ? 'Every cell that matters could be read.' : `${capital(counted(issues, 'cell or row', 'cells or rows'))} could not be used as ${issues === 1 ? 'it stands' : 'they stand'}; what is reported is left out of every figure above.`;
  },
  columns: ['Cell', 'What is wrong, and what mends it'],
  rows(table: string, count: RowCount): string {
    if (count.rows === 0) return `${table}: no rows.`;
    const reported = count.reported === 0 ? 'all used' : `${count.used.toLocaleString('en-US')} used, ${count.reported.toLocaleString('en-US')} reported`;
    return `${table}: ${counted(count.rows, 'row')}, ${reported}.`;
  },
  capped: 'Amber at most while a launched initiative has no sales sponsor.',
} as const;

export const appendix = {
  heading: (section: string) => `Appendix: ${section.charAt(0).toLowerCase()}${section.slice(1)}, continued`,
} as const;
