/** Every sentence that the judging says, in one place: short, careful, and right for one and for many. */
import { dayText } from './calendar';
import type { SerialDate } from './measure';
import { moneyText } from './moneyText';
import type { Dimension, Rating } from './portfolio';

const dimensionWords: Readonly<Record<Dimension, string>> = {
  revenue: 'revenue',
  pipeline: 'pipeline',
  traction: 'traction',
  sponsorship: 'sponsorship',
  governance: 'governance',
  relationship: 'relationship',
};

/** At most one decimal, and none that is zero. */
function figure(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '');
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "A", "A and B", "A, B and 2 more". */
function listed(names: readonly string[]): string {
  const [first = '', second = ''] = names;
  if (names.length <= 1) return first;
  if (names.length === 2) return `${first} and ${second}`;
  return `${first}, ${second} and ${names.length - 2} more`;
}

/** "A", "A and B", "A, B and C". */
function series(parts: readonly string[]): string {
  const last = parts.length - 1;
  return parts.map((part, index) => (index === 0 ? '' : index === last ? ' and ' : ', ') + part).join('');
}

function words(dimensions: readonly Dimension[]): string {
  return series(dimensions.map((dimension) => dimensionWords[dimension]));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function percent(share: number): string {
  return `${figure(share * 100)} %`;
}

/** Where the shortfall lies, the largest first. */
function where(names: readonly string[]): string {
  return names.length <= 2 ? `on ${listed(names)}` : `on ${names.length} initiatives, the most on ${names[0]}`;
}

function opportunities(amount: number): string {
  const text = amount < 0.05 ? 'less than 0.1' : figure(amount);
  return `${text} joint ${text === '1' ? 'opportunity' : 'opportunities'}`;
}

/** "(−9 points)". */
function costs(points: number): string {
  const text = points < 0.05 ? 'less than 0.1' : `−${figure(points)}`;
  return `(${text} ${text === '−1' ? 'point' : 'points'})`;
}

/** What pulls a dimension down; `names` are initiatives, the worst first. */
export const shortfalls = {
  revenue: (minor: number, names: readonly string[]): string => `revenue is ${moneyText(minor)} behind plan ${where(names)}`,
  pipeline: (minor: number, names: readonly string[]): string => `pipeline is ${moneyText(minor)} short of what the plan still needs ${where(names)}`,
  traction: (amount: number, names: readonly string[]): string => `traction is ${opportunities(amount)} behind plan ${where(names)}`,
  noSalesSponsor: (names: readonly string[]): string => `no sales sponsor is named for ${listed(names)}`,
  silentSponsor: (names: readonly string[], days: number): string =>
    `the sales ${names.length === 1 ? 'sponsor' : 'sponsors'} of ${listed(names)} did not engage within ${counted(days, 'day', 'days')}`,
  noExecutiveSponsor: 'no executive sponsor is named',
  noPartnerSponsor: 'no partner sponsor is named',
  noPlan: (months: number): string => `no joint business plan was agreed within ${counted(months, 'month', 'months')}`,
  noReview: (days: number): string => `no quarterly review was held within ${counted(days, 'day', 'days')}`,
  noExpectations: 'expectations are not agreed',
  noManager: 'no alliance manager is named',
  notInspected: (names: readonly string[], days: number): string =>
    `${listed(names)} ${names.length === 1 ? 'was' : 'were'} not inspected within ${counted(days, 'day', 'days')}`,
  gateBreaches: (names: readonly string[]): string => `${listed(names)} ${names.length === 1 ? 'has' : 'have'} gate breaches`,
  views: (ours: number | null, theirs: number | null): string => {
    const views = [ours === null ? [] : `${figure(ours)} by us`, theirs === null ? [] : `${figure(theirs)} by the partner`].flat();
    return `the relationship is rated ${views.join(' and ')}`;
  },
} as const;

/** What a setting of the policy may be. */
export const allowed = {
  number: (min: number, max: number, whole: boolean, unit: string | null): string =>
    `a ${whole ? 'whole ' : ''}number ${unit === null ? '' : `of ${unit} `}from ${min} to ${max}`,
  share: (min: number, max: number): string => `a share from ${min} to ${max}`,
  percent: (min: number, max: number): string => `a whole percentage from ${min} to ${max}`,
  month: 'a month from 1 (January) to 12 (December)',
  choice: (choices: readonly string[]): string => choices.map((choice) => `"${choice}"`).join(' or '),
  currency: 'a currency code of three capital letters, or none',
} as const;

/** Values of settings as a sentence shows them: short, whatever they are. */
export const shown = {
  none: 'none',
  list: 'a list',
  group: 'a group of settings',
  text: (text: string): string => `"${text.length > 40 ? `${text.slice(0, 39).replace(/[\uD800-\uDBFF]$/, '')}…` : text}"`,
} as const;

/** What is wrong with a policy, before it is said what is done about it; `settings` are pairs of a name and a shown value. */
export const policyFaults = {
  notAllowed: (name: string, value: string, range: string): string => `Policy: "${name}" is ${value}, but must be ${range}`,
  rule: (demand: string, settings: readonly (readonly [string, string])[]): string =>
    `Policy: ${demand}, but ${series(settings.map(([name, value]) => `"${name}" is ${value}`))}`,
} as const;

/** What is wrong with the policy stored in a workbook, and what is done about it. */
export const storedPolicyProblems = {
  byDefault: (fault: string, defaults: readonly string[]): string =>
    `${fault}; the ${defaults.length === 1 ? 'default' : 'defaults'} of ${series(defaults)} ${defaults.length === 1 ? 'is' : 'are'} used.`,
  noGroup: (name: string, value: string): string => `Policy: ${name} is ${value}, but must be a group of settings; the defaults are used.`,
  unknown: (names: readonly string[]): string =>
    `Policy: ${names.length === 1 ? 'a setting is' : `${names.length} settings are`} not known and not used, but kept: ${listed(names)}.`,
  newer: (version: number, known: number): string =>
    `The policy of this workbook was saved by a newer version of this add-in (${version}, here ${known}): what is known of it is used, and all of it is kept.`,
  noVersion: (value: string): string => `The policy of this workbook has ${value} for its version, which is none; it is read all the same.`,
  unreadable: 'The policy of this workbook cannot be read: the defaults are used, and what is stored is kept.',
} as const;

/** One sentence for the points that a dimension costs. */
export function lossSentence(causes: readonly string[], points: number): string {
  return `${capitalised(causes.join('; '))} ${costs(points)}`;
}

/** Sentences beside the points. */
export const remarks = {
  sponsorRule: (names: readonly string[]): string =>
    `Amber, not Green: ${listed(names)} ${names.length === 1 ? 'is' : 'are'} launched without a sales sponsor`,
  ended: 'Not rated: the alliance has ended',
  ramping: 'Not rated: its launched initiatives are ramping, too early to judge',
  unknown: (confidence: number, missing: readonly Dimension[]): string =>
    `Not rated: only ${percent(confidence)} of its health is known; data on ${words(missing)} is missing`,
  viewsApart: (apart: number, ours: number, theirs: number): string =>
    `The two views of the relationship are ${figure(apart)} points apart: ${figure(ours)} ours, ${figure(theirs)} the partner's`,
  fillIn: (header: string, initiative: string): string => `Fill in ${header} of ${initiative}: without it part of its performance is unknown`,
  correct: (header: string, initiative: string): string => `Correct ${header} of ${initiative}: until then part of its performance is unknown`,
} as const;

/** Notes on the data of the whole portfolio. */
export const notes = {
  noPartners: 'There is no Partners table: nothing is judged.',
  noInitiatives: 'There is no Initiatives table: partners are judged on governance and relationship alone.',
  fiscalYearTargets: (firstDay: SerialDate, lastDay: SerialDate): string =>
    `No launch dates are tracked: targets are read as targets of the fiscal year ${dayText(firstDay)} to ${dayText(lastDay)}.`,
  noDueDates: (months: number): string =>
    `No due dates are tracked: an initiative is taken to run ${counted(months, 'month', 'months')} from its launch.`,
  emptyColumn: (header = 'A date column'): string => `Nothing is entered under ${header} yet: it is not judged.`,
  endedPartners: (count: number): string =>
    `${counted(count, 'partner has', 'partners have')} ended: not rated, and left out of gates, sponsor gaps and coverage.`,
  notRatedPartners: (count: number): string => `${counted(count, 'partner is', 'partners are')} not rated: too little is known, or it is too early.`,
  oneBand: (band: Rating, share: number): string => `More than ${percent(share)} of the rated partners are ${band}: the ratings do not separate them.`,
} as const;
