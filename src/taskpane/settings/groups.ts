/** The settings under headings that an alliance manager looks for: every one under exactly one. */
import type { Policy } from '../../domain/policy';
import { type PolicySetting, policySettings } from '../../domain/policySettings';

/** By the parts of the policy, in the order of the page. */
const parts = {
  calendar: ['fiscalYearStartMonth', 'fiscalYearNamedFor', 'reviewGraceDays', 'reportingCurrency'],
  ratings: ['bands', 'minimumConfidence', 'oneBandShare'],
  weights: ['weights'],
  plan: ['rampDays', 'rampShareDivisor', 'tooEarlyPercent', 'pipelineHorizonDays', 'pipelineCoverage', 'monthsWithoutDue', 'closedMonths'],
  stages: ['stageLimitDays', 'limitAheadDays'],
  governance: ['reviewDays', 'planMonths', 'inspectionDays'],
  relationship: ['surveyMonths', 'viewsApart'],
  sponsors: ['sponsorshipPoints', 'sponsorSilentDays', 'silentSponsorCredit', 'sponsorLoad'],
  corrections: ['corrections', 'inQuestion'],
  success: ['successRates'],
  assessment: ['assessment'],
} as const satisfies Readonly<Record<string, readonly (keyof Policy)[]>>;

export type SettingGroupName = keyof typeof parts;

export interface SettingsGroup {
  readonly group: SettingGroupName;
  readonly settings: readonly PolicySetting[];
}

/** Those of a group stand together as the group names them. */
export const settingsGroups: readonly SettingsGroup[] = (Object.keys(parts) as SettingGroupName[]).map((group) => ({
  group,
  settings: parts[group].flatMap((part) => policySettings.filter(({ path }) => path === part || path.startsWith(`${part}.`))),
}));
