/** Every sentence and word of the pane that does not come from the workbook or the judging. */
import type { Outcome, Stage } from '../domain/initiative';
import type { IssueCode } from '../domain/issue';
import type { Dimension, Severity, SponsorLoad } from '../domain/portfolio';
import type { QbrStep } from '../excel/writeQbr';
import type { Page } from './pages';

/** "1 partner", "3 partners"; `count` as it is written in the workbook's culture. */
function counted(value: number, count: string, one: string, many = `${one}s`): string {
  return `${count} ${value === 1 ? one : many}`;
}

/** "A, B and C". */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

export const product = 'Alliance Portfolio';

export const pageNames: Readonly<Record<Page, string>> = {
  portfolio: 'Portfolio',
  sponsorGaps: 'Sponsor gaps',
  data: 'Data',
  qbr: 'Write QBR',
};

export const frame = {
  pages: 'Pages',
  openPages: (page: string): string => `${page}, other pages`,
  asOf: (day: string): string => `As of ${day}`,
  reading: 'reading',
  stale: 'stale',
  justNow: 'just now',
  ago(seconds: number): string {
    if (seconds < 60) return `${Math.floor(seconds)} s ago`;
    if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
    return `${Math.floor(seconds / 3600)} h ago`;
  },
  refresh: 'Refresh',
  refreshed: 'The figures are up to date.',
  mayBeStale: 'These figures may be out of date.',
  retry: 'Retry',
  dismiss: 'Dismiss',
  loading: 'Reading the workbook',
  failed: 'The workbook could not be read',
  nothingChanged: 'Nothing in the workbook was changed.',
  selected: (address: string): string => `${address} is selected.`,
  showMore: (count: string): string => `Show ${count} more`,
} as const;

export const portfolio = {
  health: 'Portfolio health',
  of100: 'of 100',
  weighting: (equalWeight: string): string => `Weighted by open revenue target; with every partner equal it is ${equalWeight}.`,
  laggingAndLeading: (lagging: string, leading: string): string => `Lagging (revenue) ${lagging} · leading (the rest) ${leading}`,
  unknown: 'not known',
  noneRated: 'No partner can be rated yet. Each partner says what is missing.',
  byRating: 'Partners by rating',
  partners: 'Partners, worst first',
  search: 'Find a partner',
  shown: (shown: string, all: string): string => (shown === all ? all : `${shown} of ${all}`),
  matches: (count: number, text: string): string => (count === 0 ? 'No partner matches.' : counted(count, text, 'partner matches', 'partners match') + '.'),
  noMatch: 'No partner matches.',
  showAll: 'Show all partners',
  nothingLost: 'Nothing is lost on any dimension',
  empty: 'The Partners table has no partner yet.',
  emptyHint: 'Here you will see the health of every partner, worst first. Enter the first partner below the headers.',
  toTable: 'Go to the table',
} as const;

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

export const sponsorGaps = {
  atRisk: 'at risk without a sales sponsor',
  atRiskIn: (currency: string): string => `${currency} at risk without a sales sponsor`,
  finding(past: number, pastText: string, next: number, nextText: string): string {
    const missing = past === 0 ? 'Every initiative past Qualify has a sales sponsor.' : `${counted(past, pastText, 'initiative')} past Qualify ${past === 1 ? 'has' : 'have'} no sales sponsor.`;
    return next === 0 ? missing : `${missing} ${counted(next, nextText, 'more needs', 'more need')} one to pass Qualify.`;
  },
  coverage: (byValue: string | null, byCount: string): string =>
    byValue === null ? `Sponsors are named for ${byCount} of the initiatives.` : `Sponsors are named for ${byValue} of the value, ${byCount} of the initiatives.`,
  severity: { Critical: 'Critical', High: 'High', Next: 'Next' } satisfies Readonly<Record<Severity, string>>,
  meaning: {
    Critical: 'launched without a sales sponsor',
    High: 'approved without a sales sponsor',
    Next: 'needed to pass Qualify',
  } satisfies Readonly<Record<Severity, string>>,
  noSponsor: 'No sales sponsor',
  days: (days: number, text: string): string => counted(days, text, 'day'),
  owner: (name: string): string => `owner ${name}`,
  none: 'No sponsor gaps.',
  noneHint: 'Every initiative that needs a sales sponsor has one. A gap appears here as soon as an initiative is approved or launched without one.',
  noInitiatives: 'No Initiatives table was found.',
  noInitiativesHint: 'Here you will see every initiative without a sales sponsor, with the value at risk.',
  load: 'Busy sponsors',
  loadHint: (stretched: string, overloaded: string): string => `More than ${stretched} open initiatives stretch a sponsor, more than ${overloaded} overload one.`,
  loadOf: (open: number, text: string, load: SponsorLoad['load']): string => `${counted(open, text, 'open initiative')} · ${load}`,
} as const;

export const data = {
  tables: 'Tables',
  partners: 'Partners',
  initiatives: 'Initiatives',
  foundTable: (table: string): string => `table ${table}`,
  foundRange: 'rows below a header',
  rows: (rows: number, text: string, used: string, reported: string): string => `${counted(rows, text, 'row')}: ${used} used, ${reported} reported`,
  currency: (currency: string): string => `Money is in ${currency}.`,
  noCurrency: 'No cell or header says which currency money is in.',
  notFound: 'not found',
  needs: (headers: readonly string[]): string => `Needs the ${headers.length === 1 ? 'header' : 'headers'} ${listed(headers)}.`,
  notes: 'How the figures came to be',
  issues: 'Cells to mend',
  issueCount: (count: number, text: string): string => `${counted(count, text, 'place', 'places')} to mend. What is there is left out of the figures until then.`,
  clean: 'Every cell that matters could be read.',
} as const;

export const issueKinds: Readonly<Record<IssueCode, string>> = {
  'missing-table': 'Tables not found',
  'missing-column': 'Columns missing',
  'extra-table': 'Tables not used',
  'hidden-table': 'Tables on hidden sheets',
  'duplicate-column': 'Columns given twice',
  'missing-partner': 'Partner names missing',
  'duplicate-partner': 'Partners listed twice',
  'missing-initiative': 'Initiative names missing',
  'unknown-partner': 'Partners not in the Partners table',
  'missing-stage': 'Stages missing',
  'unknown-stage': 'Stages not known',
  'unknown-status': 'Statuses not known',
  'unknown-outcome': 'Outcomes not known',
  'unreadable-number': 'Numbers that cannot be read',
  'ambiguous-number': 'Numbers with two readings',
  'negative-number': 'Negative numbers',
  'out-of-range': 'Numbers outside their scale',
  'mixed-currency': 'Amounts in another currency',
  'mixed-percent': 'Percentages mixed with numbers',
  'unreadable-date': 'Dates that cannot be read',
  'ambiguous-date': 'Dates with two readings',
  'missing-date': 'Corrections without a date',
  'missing-correction': 'Corrections without words',
  'error-value': 'Cells with an Excel error',
};

export const qbr = {
  write: 'Write QBR',
  sheetName: (quarter: string): string => `QBR ${quarter}`,
  what: (day: string): string => `The quarterly review of the whole portfolio as of ${day}, on a new sheet.`,
  contents: 'It holds',
  sections: ['the headline figures', 'the partner scorecard, worst first', 'sponsor gaps with the value at risk', 'gate breaches', 'data notes'],
  promise: 'Values only, ready to print. No other sheet is changed.',
  issues: (count: number, text: string): string => `${counted(count, text, 'cell or row is', 'cells or rows are')} left out of its figures.`,
  toData: 'See which',
  steps: {
    reading: 'Read the tables',
    layingOut: 'Lay out the sheet',
    writing: 'Write the sheet',
    finishing: 'Finish the sheet',
  } satisfies Readonly<Record<QbrStep, string>>,
  step: (name: string, number: number, all: number): string => `${name}, step ${number} of ${all}`,
  progress: 'Writing the QBR',
  cancel: 'Cancel',
  cancelling: 'Cancelling',
  done: 'done',
  written: (sheet: string): string => `${sheet} is written.`,
  writtenHint: 'It is the sheet to present or print: one page wide, landscape.',
  open: (sheet: string): string => `Open ${sheet}`,
  again: 'Write another',
  cancelled: 'Cancelled. No sheet was added.',
  failed: 'The QBR was not written',
  retry: 'Retry',
} as const;

export const firstRun = {
  title: 'See which alliances need you',
  lines: ['Rates every partner from the tables in your workbook and says why.', 'Finds launched deals without a sales sponsor and writes your QBR.'],
  looksFor: 'It looks for two tables, by their headers',
  tables: [
    { name: 'Partners', needed: ['Partner'], also: 'And at least one more: Tier, Alliance manager, Executive sponsor, Joint business plan, Last QBR and others.' },
    { name: 'Initiatives', needed: ['Initiative', 'Partner', 'Stage', 'Sales sponsor'], also: 'Also read: Revenue target, Revenue, Pipeline, Launched on, Due and others.' },
  ],
  insertTemplate: 'Insert template',
  insertSampleData: 'Insert sample data',
  inserting: 'Adding sheets',
  insertedTemplate: 'The template is in the workbook.',
  insertedSampleData: 'The sample data is in the workbook.',
  newSheets: 'Both add new sheets; yours stay as they are.',
  found: 'What was found',
  onlyInitiatives: 'There is a table of initiatives, but none of their partners.',
} as const;
