/** Every sentence that the judging says, in one place: short, careful, and right for one and for many. */
import { dayText } from './calendar';
import type { RateUsed } from './conversion';
import type { Measure } from './correction';
import type { CorrectionEffect, Effect } from './correctionEffects';
import type { Passed } from './governance';
import type { Minor, SerialDate } from './measure';
import { moneyGoal, moneyText } from './moneyText';
import type { Policy } from './policy';
import type { Dimension, Rating } from './portfolio';
import { fixed, roundToSix } from './rounding';
import type { ClosedCount, OpenRates, RateComparison } from './successRates';

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
  return fixed(value, 1).replace('.0', '');
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

export type StoredPolicyProblems = { readonly [Key in keyof typeof storedPolicyProblems]: (typeof storedPolicyProblems)[Key] extends string ? string : (typeof storedPolicyProblems)[Key] };

/** The same of a file that somebody brings: what is not known in it goes nowhere. */
export const broughtPolicyProblems: StoredPolicyProblems = {
  ...storedPolicyProblems,
  unknown: (names) => `Policy: ${names.length === 1 ? 'a setting is' : `${names.length} settings are`} not known and left out: ${listed(names)}.`,
  newer: (version, known) => `The file was saved by a newer version of this add-in (${version}, here ${known}): what is known of it is used.`,
  noVersion: (value) => `The file has ${value} for its version, which is none; it is read all the same.`,
};

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

/** "on 3 May 2026". */
const on = (day: SerialDate): string => `on ${dayText(day)}`;
const shareWord = (percentage: number): string => (percentage === 50 ? 'half' : `${figure(percentage)} %`);

const effectWords: Readonly<Record<Effect, string>> = {
  improved: 'it improved',
  'no change': 'nothing changed',
  worsened: 'it got worse',
  'too early': 'it is too early to tell',
  'no measurement before': 'nothing was measured before it',
};

/** Why an alliance is in question, what was tried, and until when one can leave: a sentence each. */
export const exitReasons = {
  redForTwo: (last: SerialDate, asOf: SerialDate): string => `Red ${on(last)} and Red ${on(asOf)}.`,
  farBehind: ({ elapsedPercent, attainmentPercent }: Policy['inQuestion']): string =>
    `Every launched initiative is ${shareWord(elapsedPercent)} through its revenue plan or further and has reached less than ${shareWord(attainmentPercent)} of what is expected by now, and the pipeline does not cover what is left.`,
  nothingTried: 'No correction has been tried yet.',
  tried: ({ correction, date }: { readonly correction: string; readonly date: SerialDate }, checkpoint: SerialDate, effect: Effect, asOf: SerialDate): string =>
    (checkpoint > asOf
      ? `"${correction}" was decided ${on(date)}; its checkpoint is ${on(checkpoint)}.`
      : `"${correction}" was decided ${on(date)}; its checkpoint ${on(checkpoint)} has passed: ${effectWords[effect]}.`),
  agreementEnds: (day: SerialDate, asOf: SerialDate): string => `The agreement ${day >= asOf ? 'ends' : 'ended'} ${on(day)}.`,
  noticeBy: (day: SerialDate, asOf: SerialDate): string => (day >= asOf ? `Notice can be given until ${dayText(day)}.` : `The day for notice was ${dayText(day)}.`),
} as const;

export const neverCheckOut = (redForTwo: number): string =>
  `They check in but never check out: ${counted(redForTwo, 'partner is', 'partners are')} Red for the second time, and none has ended in the last four quarters.`;

const measureWords: Readonly<Record<Measure, string>> = { health: 'Health', revenue: 'Revenue', pipeline: 'Pipeline', traction: 'Traction', sponsorship: 'Sponsorship', governance: 'Governance', relationship: 'Relationship' };

function measuredSentence({ correction: { measure }, before, after, effect }: CorrectionEffect): string {
  const what = measureWords[measure];
  if (before === null) return `${what} was not measured before it.`;
  if (after === null) return `${what} was ${figure(before)} before it; it is too early to measure again.`;
  const verb = effect === 'improved' ? 'rose' : effect === 'worsened' ? 'fell' : 'hardly changed:';
  return `${what} ${verb} from ${figure(before)} before it to ${figure(after)} after it.`;
}

/** What came of a course correction. What is measured of an initiative is its partner: ruling 68. */
export function correctionSentence(effect: CorrectionEffect, months: number): string {
  const { correction: { initiative }, comparison } = effect;
  if (comparison !== null) return comparisonSentence(comparison, { one: 'since', oneInFull: 'launched since', other: `in the ${months} months before` });
  const said = measuredSentence(effect);
  return initiative === null ? said : `${said} The partner stands for ${initiative}, of which no history is kept.`;
}

/** What to do before the next gate, by what it will miss. */
export function actionAhead(missing: string, initiative: string): string {
  switch (missing) {
    case 'Approved on':
    case 'Approved by':
      return `Take ${initiative} to approval.`;
    case 'Launched on':
      return `Agree the day on which ${initiative} is to be launched.`;
    default:
      return nextAction(missing, initiative, null);
  }
}

/** What to do about a gate breach, by what is missing; days over the limit where it is one of time. */
export function nextAction(missing: string, initiative: string, days: number | null): string {
  switch (missing) {
    case 'Owner':
      return `Name an owner for ${initiative}.`;
    case 'Sales sponsor':
      return `Name a sales sponsor for ${initiative}.`;
    case 'Target':
      return `Agree a target of revenue, pipeline or traction for ${initiative}.`;
    case 'Approved on':
      return `Enter the day on which ${initiative} was approved, or take it to approval.`;
    case 'Approved by':
      return `Enter who approved ${initiative}, or take it to approval.`;
    case 'Launched on':
      return `Enter the day on which ${initiative} was launched.`;
    case 'Due':
      return `Agree the day on which ${initiative} is due.`;
    case 'Ended on':
      return `Enter the day on which ${initiative} ended.`;
    case 'Outcome':
      return `Record whether ${initiative} succeeded, failed or was stopped.`;
    case 'Time limit':
      return days === null
        ? `Decide whether ${initiative} moves on or stops.`
        : `Decide whether ${initiative} moves on or stops: it is ${counted(days, 'day', 'days')} over the limit of its stage.`;
    default:
      return `Correct the dates of ${initiative}: ${missing}.`;
  }
}

/** What the two sides of a comparison are called: "with", in full "with a sales sponsor", and "without". */
export interface SideWords {
  readonly one: string;
  readonly oneInFull: string;
  readonly other: string;
}

function ratePercent({ succeeded, closed }: ClosedCount): string {
  return `${Math.round((100 * succeeded) / closed)} %`;
}

function wholePoints(difference: number): number {
  return Math.round(roundToSix(100 * Math.abs(difference)));
}

function signed(whole: number, difference: number): string {
  return difference < 0 ? `−${whole}` : `${whole}`;
}

function differencePoints(difference: number): string {
  const whole = wholePoints(difference);
  if (whole === 0 && difference !== 0) return 'less than 1 point';
  return `${signed(whole, difference)} ${whole === 1 ? 'point' : 'points'}`;
}

/** A limit that is not zero is never said to be: which side of it the limit lies on is what the verdict rests on. */
function limitPoints(limit: number): string {
  const whole = wholePoints(limit);
  if (whole === 0 && limit !== 0) return limit < 0 ? 'below 0' : 'above 0';
  return signed(whole, limit);
}

/** How many closed initiatives would tell, and how many that is more than today. */
function wouldTell({ one, other, needed }: OpenRates, words: SideWords): string {
  if (needed === 'many more') return 'at these rates it would take many more closed initiatives to tell';
  const more = [
    needed > one.closed ? [`${needed - one.closed} more ${words.one}`] : [],
    needed > other.closed ? [`${needed - other.closed} more ${words.other}`] : [],
  ].flat();
  return `at these rates ${needed} closed initiatives on each side would tell (${more.join(', ')})`;
}

/** Two success rates and what their difference tells; not what caused it. */
export function comparisonSentence(comparison: RateComparison, words: SideWords): string {
  const { one, other, verdict } = comparison;
  if (verdict === 'too few to tell') return `Too few closed initiatives to tell (${one.closed} ${words.one}, ${other.closed} ${words.other}).`;
  const rates = `${one.succeeded} of ${counted(one.closed, 'closed initiative', 'closed initiatives')} ${words.oneInFull} succeeded (${ratePercent(one)}), `
    + `and ${other.succeeded} of ${other.closed} ${words.other} (${ratePercent(other)}).`;
  const { difference, low, high } = comparison;
  const points = `${differencePoints(difference)} (95 % interval ${limitPoints(low)} to ${limitPoints(high)})`;
  if (verdict === 'no difference seen') return `${rates} No difference in success rates is seen: ${points}.`;
  const found = `${rates} The success rate of those ${words.oneInFull} ${verdict}: the difference is ${points}`;
  return comparison.needed === null ? `${found}.` : `${found}; ${wouldTell(comparison, words)}.`;
}

/** Whether initiatives with a sales sponsor succeeded more often. */
export function sponsorEffectSentence(effect: RateComparison): string {
  const compared = comparisonSentence(effect, { one: 'with', oneInFull: 'with a sales sponsor', other: 'without' });
  return `${compared} The sponsor is the one named in the table now.`;
}

/** A limit of time that has not passed yet. */
export const limitAhead = (initiative: string, limitOn: SerialDate): string => `Move ${initiative} on or stop it by ${dayText(limitOn)}: then its time in this stage is over.`;

/** "(+3.2 points)"; a change may also bring nothing by itself, or cost something. */
function brings(points: number): string {
  if (points === 0) return '(no points)';
  const text = Math.abs(points) < 0.05 ? 'less than 0.1' : figure(Math.abs(points));
  const sign = points < 0 ? 'costs ' : text === 'less than 0.1' ? '' : '+';
  return `(${sign}${text} ${text === '1' ? 'point' : 'points'})`;
}

/** What to do, by the kind of single change. */
export const changeActions = {
  salesSponsor: (initiative: string): string => `Name a sales sponsor for ${initiative}`,
  executiveSponsor: 'Name an executive sponsor',
  partnerSponsor: 'Name a partner sponsor',
  review: 'Hold the quarterly review',
  plan: 'Agree the joint business plan',
  expectations: 'Agree the expectations',
  manager: 'Name an alliance manager',
  inspection: (initiative: string): string => `Inspect ${initiative}`,
  pipeline: (initiative: string, minor: number): string => `Bring the pipeline of ${initiative} to ${moneyGoal(minor)}`,
  revenue: (initiative: string, minor: number): string => `Bring the revenue of ${initiative} to ${moneyGoal(minor)}`,
  breach: (missing: string, initiative: string): string => nextAction(missing, initiative, null).replace(/\.$/, ''),
} as const;

/** An action with the points that it brings. */
export function changeWithPoints(action: string, points: number): string {
  return `${action} ${brings(points)}`;
}

/** Notes on the data of the whole portfolio. */
export const notes = {
  noPartners: 'There is no Partners table: nothing is judged.',
  noInitiatives: 'There is no Initiatives table: partners are judged on governance and relationship alone.',
  fiscalYearTargets: (firstDay: SerialDate, lastDay: SerialDate): string =>
    `No launch dates are tracked: targets are read as targets of the fiscal year ${dayText(firstDay)} to ${dayText(lastDay)}.`,
  noDueDates: (months: number): string =>
    `No due dates are tracked: an initiative is taken to run ${counted(months, 'month', 'months')} from its launch.`,
  emptyColumn: (header = 'A date column'): string => `Nothing is entered under ${header} yet: it is not judged.`,
  converted: ({ currency, rate, asOf }: RateUsed, reporting: string): string =>
    `${currency} is converted to ${reporting} at ${rate}, ${asOf === null ? 'a rate without a date' : `the rate of ${dayText(asOf)}`}.`,
  besideRevenue: (sourced: Minor | null, influenced: Minor | null): string | null => {
    const kinds = [
      sourced === null ? [] : `sourced revenue of ${moneyText(sourced)}`, influenced === null ? [] : `influenced revenue of ${moneyText(influenced)}`,
    ].flat();
    if (kinds.length === 0) return null;
    return `${capitalised(kinds.join(' and '))} ${kinds.length === 1 ? 'is shown beside revenue and is' : 'are shown beside revenue and are'} no part of it.`;
  },
  endedPartners: (count: number): string =>
    `${counted(count, 'partner has', 'partners have')} ended: not rated, and left out of gates, sponsor gaps and coverage.`,
  notRatedPartners: (count: number): string => `${counted(count, 'partner is', 'partners are')} not rated: too little is known, or it is too early.`,
  oneBand: (band: Rating, share: number): string => `More than ${percent(share)} of the rated partners are ${band}: the ratings do not separate them.`,
} as const;

/** Of the practice assessment. */
export const assessmentTexts = {
  tooFew: (answered: number, areas: number, fewest: number): string =>
    `${answered} of ${areas} areas ${answered === 1 ? 'is' : 'are'} answered: maturity takes at least ${fewest}.`,
  successful: (score: number): string => `Above ${score} %: so are successful alliance companies in published studies.`,
  unsuccessful: (score: number): string => `Under ${score} %: so are unsuccessful alliance companies in published studies.`,
  between: (low: number, high: number): string =>
    `From ${low} % to ${high} %: in published studies unsuccessful alliance companies are under ${low} %, successful ones above ${high} %.`,
  noneBefore: 'There is no earlier assessment.',
  tooFewNow: 'Too few areas are answered now.',
  tooFewThen: (day: SerialDate): string => `Too few areas were answered on ${dayText(day)}.`,
  notAnsweredNow: 'Not answered now.',
  notAnsweredThen: (day: SerialDate): string => `Not answered on ${dayText(day)}.`,
} as const;

/** "2 of 5 launched initiatives (40 %) have", "1 of 1 launched initiative (100 %) has". */
function countOf({ passed, checked }: Passed, one: string, many: string, [verbOfOne, verb]: readonly [string, string]): string {
  return `${passed} of ${counted(checked, one, many)} (${percent(passed / checked)}) ${passed === 1 || checked === 1 ? verbOfOne : verb}`;
}

function launched(count: Passed, verbs: readonly [string, string]): string {
  return countOf(count, 'launched initiative', 'launched initiatives', verbs);
}

function uncapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What the workbook shows of an area of the practice assessment. */
export const shownTexts = {
  nothing: 'The workbook shows nothing of this.',
  cleanGates: (count: Passed): string =>
    `${countOf(count, 'open initiative past Qualify', 'open initiatives past Qualify', ['is', 'are'])} free of gate breaches.`,
  approvalDate: 'an approval date',
  approver: 'an approver',
  owner: 'an owner',
  salesSponsor: 'a sales sponsor',
  launchedWith: (count: Passed, items: readonly string[]): string => `${launched(count, ['has', 'have'])} ${listed(items)}.`,
  qbr: (days: number): string => `A QBR was made within ${days} days.`,
  noQbr: (days: number): string => `No QBR was made within ${days} days.`,
  expectations: (count: Passed): string => `${countOf(count, 'current partner', 'current partners', ['has', 'have'])} agreed expectations.`,
  plan: (months: number): string => `a joint business plan agreed within ${months} months`,
  review: (days: number): string => `a quarterly review held within ${days} days`,
  strategicWith: (count: Passed, items: readonly string[]): string =>
    `${countOf(count, 'Strategic partner', 'Strategic partners', ['has', 'have'])} ${listed(items)}.`,
  inspected: (count: Passed, days: number): string => `${launched(count, ['was', 'were'])} inspected within ${days} days.`,
  checksInOnly: (months: number): string =>
    `At least one partner was Red twice in a row and none has ended within ${months} months: they check in but never check out.`,
  contradiction: (level: string, area: string, shown: string): string =>
    `"${level}" is answered for ${area}, but the workbook shows otherwise: ${uncapitalised(shown)}`,
} as const;

const numbered = (word: string) => (number: number | null): string => (number === null ? word : `${word} ${number}`);

/** What our people are called where their names are left out; numbered where there are several. */
export const ourPeople = {
  'sales sponsor': numbered('our sales sponsor'),
  owner: numbered('our owner'),
  approver: numbered('our approver'),
  'executive sponsor': numbered('our executive sponsor'),
  'alliance manager': numbered('our alliance manager'),
  colleague: 'our colleague',
} as const;
