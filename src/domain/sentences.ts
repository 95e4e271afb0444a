/** Every sentence that the judging says, in one place: short, careful, and right for one and for many. */
import { dayText } from './calendar';
import type { SerialDate } from './measure';
import { moneyGoal, moneyText } from './moneyText';
import type { Policy } from './policy';
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

function words(dimensions: readonly Dimension[]): string {
  const last = dimensions.length - 1;
  return dimensions.map((dimension, index) => (index === 0 ? '' : index === last ? ' and ' : ', ') + dimensionWords[dimension]).join('');
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
    `the sales ${names.length === 1 ? 'sponsor' : 'sponsors'} of ${listed(names)} did not engage within ${days} days`,
  noExecutiveSponsor: 'no executive sponsor is named',
  noPartnerSponsor: 'no partner sponsor is named',
  noPlan: (months: number): string => `no joint business plan was agreed within ${months} months`,
  noReview: (days: number): string => `no quarterly review was held within ${days} days`,
  noExpectations: 'expectations are not agreed',
  noManager: 'no alliance manager is named',
  notInspected: (names: readonly string[], days: number): string =>
    `${listed(names)} ${names.length === 1 ? 'was' : 'were'} not inspected within ${days} days`,
  gateBreaches: (names: readonly string[]): string => `${listed(names)} ${names.length === 1 ? 'has' : 'have'} gate breaches`,
  views: (ours: number | null, theirs: number | null): string => {
    const views = [ours === null ? [] : `${figure(ours)} by us`, theirs === null ? [] : `${figure(theirs)} by the partner`].flat();
    return `the relationship is rated ${views.join(' and ')}`;
  },
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

/** "on 3 May 2026". */
const on = (day: SerialDate): string => `on ${dayText(day)}`;
const shareWord = (percentage: number): string => (percentage === 50 ? 'half' : `${figure(percentage)} %`);

/** Why an alliance is in question, what was tried, and until when one can leave: a sentence each. */
export const exitReasons = {
  redForTwo: (last: SerialDate, asOf: SerialDate): string => `Red ${on(last)} and Red ${on(asOf)}.`,
  farBehind: ({ elapsedPercent, attainmentPercent }: Policy['inQuestion']): string =>
    `Every launched initiative is ${shareWord(elapsedPercent)} through its revenue plan or further and has reached less than ${shareWord(attainmentPercent)} of what is expected by now, and the pipeline does not cover what is left.`,
  nothingTried: 'No correction has been tried yet.',
  tried: ({ correction, date }: { readonly correction: string; readonly date: SerialDate }, checkpoint: SerialDate, effect: string, asOf: SerialDate): string =>
    (checkpoint > asOf
      ? `"${correction}" was decided ${on(date)}; its checkpoint is ${on(checkpoint)}.`
      : `"${correction}" was decided ${on(date)}; its checkpoint ${on(checkpoint)} has passed: ${effect}.`),
  agreementEnds: (day: SerialDate, asOf: SerialDate): string => `The agreement ${day >= asOf ? 'ends' : 'ended'} ${on(day)}.`,
  noticeBy: (day: SerialDate, asOf: SerialDate): string => (day >= asOf ? `Notice can be given until ${dayText(day)}.` : `The day for notice was ${dayText(day)}.`),
} as const;

export const neverCheckOut = (redForTwo: number): string =>
  `They check in but never check out: ${counted(redForTwo, 'partner is', 'partners are')} Red for the second time, and none has ended in the last four quarters.`;

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
  noDueDates: 'No due dates are tracked: an initiative is taken to run 12 months from its launch.',
  emptyColumn: (header = 'A date column'): string => `Nothing is entered under ${header} yet: it is not judged.`,
  endedPartners: (count: number): string =>
    `${counted(count, 'partner has', 'partners have')} ended: not rated, and left out of gates, sponsor gaps and coverage.`,
  notRatedPartners: (count: number): string => `${counted(count, 'partner is', 'partners are')} not rated: too little is known, or it is too early.`,
  oneBand: (band: Rating, share: number): string => `More than ${percent(share)} of the rated partners are ${band}: the ratings do not separate them.`,
} as const;
