/** Every setting of the policy as data: what it means and what it may be, for whoever shows, reads or changes one. */
import { areas, levels } from './assessment';
import type { Policy } from './policy';
import { allowed, shown } from './sentences';

export type SettingValue = number | string | null;

export type SettingUnit = 'days' | 'months' | 'points' | 'percent' | 'share' | 'initiatives' | 'areas';

interface Described {
  /** As a person calls it; each name is that of one setting. */
  readonly name: string;
  /** One plain sentence for an alliance manager. */
  readonly meaning: string;
}
export interface NumberSetting extends Described {
  readonly kind: 'number';
  /** Lowest and highest value allowed. */
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  /** `null`: a plain number. A share is 0 to 1. */
  readonly unit: SettingUnit | null;
}
/** 1 to 12. */
export interface MonthSetting extends Described {
  readonly kind: 'month';
}
export interface ChoiceSetting<Choice extends string = string> extends Described {
  readonly kind: 'choice';
  /** What each choice means. */
  readonly choices: Readonly<Record<Choice, string>>;
}
/** An ISO code, or `null` for none. */
export interface CurrencySetting extends Described {
  readonly kind: 'currency';
}
export type SettingDescription = NumberSetting | MonthSetting | ChoiceSetting | CurrencySetting;

/** The same tree as the policy, with a description for each value: one left out or too many does not compile. */
type Descriptions<Part> = [Part] extends [number]
  ? NumberSetting | MonthSetting
  : [Part] extends [string]
    ? ChoiceSetting<Part>
    : [Part] extends [SettingValue]
      ? CurrencySetting
      : { readonly [Key in keyof Part]: Descriptions<Part[Key]> };

/** "bands.green", "reportingCurrency". */
export type SettingPath = PathsOf<Policy>;
type PathsOf<Part> = { [Key in keyof Part & string]: [Part[Key]] extends [SettingValue] ? Key : `${Key}.${PathsOf<Part[Key]>}` }[keyof Part & string];

export type PolicySetting = SettingDescription & { readonly path: SettingPath };

type NumberDescription = (min: number, max: number, name: string, meaning: string) => NumberSetting;

function numbers(unit: SettingUnit | null, whole: boolean): NumberDescription {
  return (min, max, name, meaning) => ({ kind: 'number', name, meaning, min, max, whole, unit });
}

const days = numbers('days', true);
const months = numbers('months', true);
const points = numbers('points', false);
const percent = numbers('percent', true);
const share = numbers('share', false);
const initiatives = numbers('initiatives', true);
const number = numbers(null, false);
const wholeNumber = numbers(null, true);

const weight = (dimension: string): NumberSetting =>
  points(0, 100, `Weight of ${dimension}`, `How much ${dimension} counts in the health of a partner, beside the other weights.`);

/** Where a limit is not 0, the next value would leave nothing to judge, or divide by nothing. */
const descriptions: Descriptions<Policy> = {
  weights: {
    revenue: weight('revenue'),
    pipeline: weight('pipeline'),
    traction: weight('traction'),
    sponsorship: weight('sponsorship'),
    governance: weight('governance'),
    relationship: weight('relationship'),
  },
  bands: {
    green: points(0, 100, 'Green from', 'A partner of this health or more is Green.'),
    amber: points(0, 100, 'Amber from', 'A partner of this health or more, but not Green, is Amber; below it is Red.'),
  },
  minimumConfidence: share(0.01, 1, 'Least confidence', 'A partner of whom a smaller share of the weight is known is not rated.'),
  rampDays: {
    revenue: days(0, 730, 'Ramp of revenue', 'For so many days after its launch no revenue is expected of an initiative.'),
    pipeline: days(0, 730, 'Ramp of pipeline', 'For so many days after its launch no pipeline is expected of an initiative.'),
    traction: days(0, 730, 'Ramp of traction', 'For so many days after its launch no traction is expected of an initiative.'),
  },
  rampShareDivisor: wholeNumber(1, 12, 'Longest ramp, one part in', 'A ramp never takes more of an initiative than this part of its length: 3 is a third.'),
  tooEarlyPercent: percent(1, 100, 'Too early below', 'An initiative is too early to judge while less of its plan is due.'),
  pipelineHorizonDays: days(1, 730, 'Pipeline looks ahead', 'Open pipeline must cover what the plan expects in so many days from now.'),
  pipelineCoverage: number(
    1, 20, 'Pipeline needed', 'Pipeline needed for each unit of revenue still expected where no pipeline target is set: one over the win rate.',
  ),
  stageLimitDays: {
    qualify: days(1, 730, 'Limit of Qualify', 'An initiative breaches a gate when it is still in Qualify more than so many days after Qualified on.'),
    approve: days(1, 730, 'Limit of Approve', 'An initiative breaches a gate when it is still in Approve more than so many days after Qualified on.'),
    launchOverdue: days(0, 730, 'Limit of Launch', 'An initiative breaches a gate when it is still in Launch more than so many days after Due.'),
  },
  limitAheadDays: days(0, 730, 'Limit of a stage ahead', 'An initiative is told of so many days before its time in a stage is over.'),
  reviewDays: {
    strategic: days(1, 1100, 'Reviews of strategic partners', 'A strategic partner needs a review within so many days of the last one.'),
    tactical: days(1, 1100, 'Reviews of tactical partners', 'A tactical partner needs a review within so many days of the last one.'),
    other: days(1, 1100, 'Reviews of other partners', 'A partner of any other tier needs a review within so many days of the last one.'),
  },
  planMonths: months(1, 60, 'Joint business plan', 'A joint business plan counts for so many months after it was agreed.'),
  surveyMonths: months(1, 60, 'Survey', 'A survey of the relationship counts for so many months after its date.'),
  inspectionDays: days(1, 730, 'Inspection', 'A launched initiative needs an inspection within so many days of the last one.'),
  sponsorSilentDays: days(1, 730, 'Silent sponsor', 'A sales sponsor who last engaged more than so many days ago is silent.'),
  silentSponsorCredit: share(0, 1, 'Credit of a silent sponsor', 'How much a silent sales sponsor counts, where an engaged one counts 1.'),
  sponsorshipPoints: {
    sales: points(1, 100, 'Points for sales sponsors', 'Points of Sponsorship that the sales sponsors of the initiatives are worth.'),
    executive: points(0, 100, 'Points for the executive sponsor', 'Points of Sponsorship that our executive sponsor is worth.'),
    partner: points(0, 100, 'Points for the partner sponsor', "Points of Sponsorship that the partner's own sponsor is worth."),
  },
  sponsorLoad: {
    stretched: initiatives(1, 100, 'Stretched above', 'A person who sponsors more open initiatives than this is stretched.'),
    overloaded: initiatives(1, 100, 'Overloaded above', 'A person who sponsors more open initiatives than this is overloaded.'),
  },
  viewsApart: points(1, 100, 'Views apart', 'Our view of a relationship and the partner\'s are named when they are so far apart.'),
  oneBandShare: share(0.5, 1, 'One rating for most', 'When a larger share of the rated partners has one rating, the ratings are said not to separate them.'),
  monthsWithoutDue: months(1, 60, 'Length without due dates', 'An initiative is taken to run for so many months where no due dates are tracked.'),
  closedMonths: months(1, 60, 'Closed initiatives', 'A closed initiative still counts for so many months after it ended.'),
  successRates: {
    fewestClosed: initiatives(1, 100, 'Fewest closed initiatives', 'With fewer closed initiatives on either side success rates are not compared.'),
    significance: share(0.001, 0.2, 'Chance of a difference', 'Success rates are said to differ where chance alone would show as much in at most this share of cases.'),
    notablePercent: percent(1, 100, 'Notable difference', 'Success rates may differ when they are at least so many points apart.'),
    notableSignificance: share(
      0.001, 1, 'Chance of a notable difference', 'Success rates may differ where chance alone would show as much in at most this share of cases.',
    ),
    mostClosed: initiatives(100, 2000, 'Most closed initiatives', 'When more closed initiatives would be needed to tell, it is said that many more are needed.'),
  },
  corrections: {
    effectDays: days(1, 730, 'Effect of a correction', 'The effect of a course correction is measured so many days after it, or later.'),
    effectPoints: points(1, 100, 'Least effect of a correction', 'A course correction had an effect when the score changed by so many points or more.'),
    lostPoints: points(1, 100, 'Loss that needs a correction', 'A partner that lost so many points since the last snapshot needs a course correction.'),
    recentDays: days(1, 730, 'Recent correction', 'A partner needs no further course correction for so many days after one.'),
    checkpointDays: days(1, 730, 'Checkpoint of a correction', 'A course correction is checked after so many days where no other checkpoint was agreed.'),
  },
  inQuestion: {
    elapsedPercent: percent(1, 100, 'In question from', 'Without history a partner is in question only when this much of the plan of each launched initiative is due.'),
    attainmentPercent: percent(1, 100, 'In question below', 'Without history a partner is in question only when each launched initiative reached less of what is due.'),
    coverage: number(0, 20, 'Pipeline in question', 'Without history a partner is in question only when its pipeline covers what is left to sell fewer times than this.'),
  },
  assessment: {
    fewestAnswered: numbers('areas', true)(1, areas.length, 'Fewest answers', 'With fewer areas answered the assessment has no maturity.'),
    claimedLevel: wholeNumber(1, levels.length - 1, 'Claimed level', 'An answer of this level or more is a claim that the workbook should bear out.'),
    claimedShare: share(0, 1, 'Share for a claim', 'A claim is not borne out when the workbook shows a smaller share.'),
    highestShare: share(0, 1, 'Share for the highest level', 'A claim of the highest level is not borne out when the workbook shows a smaller share.'),
    successful: percent(0, 100, 'Maturity of the successful', 'Successful alliance companies have more of the practices in place, by published studies.'),
    unsuccessful: percent(0, 100, 'Maturity of the unsuccessful', 'Unsuccessful alliance companies have fewer of the practices in place, by published studies.'),
    moves: wholeNumber(1, areas.length, 'Moves', 'So many areas are named as those that matter most.'),
  },
  reportingCurrency: {
    kind: 'currency', name: 'Reporting currency', meaning: 'Money is converted to this currency where the workbook has rates; none: as the tables say.',
  },
  fiscalYearStartMonth: { kind: 'month', name: 'Fiscal year starts in', meaning: 'The month on whose first day the fiscal year starts.' },
  fiscalYearNamedFor: {
    kind: 'choice', name: 'Fiscal year is named for', meaning: 'The calendar year that a fiscal year is named for.',
    choices: { end: 'the year in which it ends', start: 'the year in which it starts' },
  },
  reviewGraceDays: days(0, 60, 'Look back of a review', 'For so many days into a quarter a review is still named for the quarter before.'),
};

/** A node of the descriptions as a walk meets it. */
export interface SettingGroup {
  readonly [key: string]: SettingGroup | SettingDescription;
}

/** The settings nested as in the policy. */
export const settingTree: SettingGroup = descriptions;

export function isSetting(node: SettingGroup | SettingDescription): node is SettingDescription {
  return typeof node.kind === 'string';
}

function settingsOf(group: SettingGroup, before: string): readonly PolicySetting[] {
  return Object.entries(group).flatMap(([key, node]) =>
    isSetting(node) ? [{ ...node, path: (before + key) as SettingPath }] : settingsOf(node, `${before}${key}.`));
}

/** All settings, in the order of the policy. */
export const policySettings: readonly PolicySetting[] = settingsOf(settingTree, '');

/** The value of one setting in a policy. */
export function settingValue(policy: Policy, path: SettingPath): SettingValue {
  const part = path.split('.').reduce<unknown>((node, key) => (node as Readonly<Record<string, unknown>>)[key], policy);
  return part as SettingValue;
}

function changedPart(part: object, before: string, values: ReadonlyMap<string, SettingValue>): object {
  return Object.fromEntries(Object.entries(part).map(([key, value]: [string, unknown]) => {
    const path = before + key;
    if (typeof value === 'object' && value !== null) return [key, changedPart(value, `${path}.`, values)];
    const changed = values.get(path);
    return [key, changed === undefined ? value : changed];
  }));
}

/** The policy with some settings changed. The values must be allowed ones: that makes it a policy. */
export function withSettings(policy: Policy, values: ReadonlyMap<SettingPath, SettingValue>): Policy {
  return changedPart(policy, '', values) as Policy;
}

function isWithin(value: unknown, min: number, max: number, whole: boolean): boolean {
  return typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value));
}

/** Whether a setting may have this value, whatever it is. */
export function isAllowed(setting: SettingDescription, value: unknown): value is SettingValue {
  switch (setting.kind) {
    case 'number':
      return isWithin(value, setting.min, setting.max, setting.whole);
    case 'month':
      return isWithin(value, 1, 12, true);
    case 'choice':
      return Object.keys(setting.choices).some((choice) => choice === value);
    case 'currency':
      return value === null || (typeof value === 'string' && /^[A-Z]{3}$/.test(value));
  }
}

/** What a setting may be, in words: "a number of points from 0 to 100". */
export function allowedText(setting: SettingDescription): string {
  switch (setting.kind) {
    case 'number': {
      const { min, max, whole, unit } = setting;
      return unit === 'share' || unit === 'percent' ? allowed[unit](min, max) : allowed.number(min, max, whole, unit);
    }
    case 'month':
      return allowed.month;
    case 'choice':
      return allowed.choice(Object.keys(setting.choices));
    case 'currency':
      return allowed.currency;
  }
}

/** A value as a sentence shows it, whatever it is: numbers plainly, text in quotes and cut short. */
export function valueText(value: unknown): string {
  if (value === null) return shown.none;
  if (Array.isArray(value)) return shown.list;
  if (typeof value === 'object') return shown.group;
  return typeof value === 'string' ? shown.text(value) : String(value);
}
