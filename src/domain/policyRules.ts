/** What the settings of a policy must be to each other, and what is wrong with one that may not stand. */
import { type Policy, defaultPolicy } from './policy';
import { type SettingDescription, type SettingPath, allowedText, isAllowed, policySettings, settingValue, valueText } from './policySettings';
import { policyFaults } from './sentences';

/** No setting stands in two rules, so that the defaults of one rule never break another. */
export interface PolicyRule {
  readonly paths: readonly SettingPath[];
  /** Part of a sentence: "Green must start above Amber". */
  readonly demand: string;
  isKept(policy: Policy): boolean;
}

export const policyRules: readonly PolicyRule[] = [
  {
    // Relationship alone would leave every workbook without a survey unrated.
    paths: ['weights.revenue', 'weights.pipeline', 'weights.traction', 'weights.sponsorship', 'weights.governance'],
    demand: 'one weight other than that of relationship must be above 0',
    isKept: ({ weights: { revenue, pipeline, traction, sponsorship, governance } }) => Math.max(revenue, pipeline, traction, sponsorship, governance) > 0,
  },
  { paths: ['bands.green', 'bands.amber'], demand: 'Green must start above Amber', isKept: ({ bands }) => bands.green > bands.amber },
  {
    paths: ['sponsorLoad.stretched', 'sponsorLoad.overloaded'],
    demand: 'overloaded must start above stretched',
    isKept: ({ sponsorLoad }) => sponsorLoad.overloaded > sponsorLoad.stretched,
  },
  {
    paths: ['successRates.significance', 'successRates.notableSignificance'],
    demand: 'a difference that may be there must not ask for more than one that is',
    isKept: ({ successRates }) => successRates.notableSignificance >= successRates.significance,
  },
  {
    // Else every correction would come to its checkpoint before its effect can show, and be an exit.
    paths: ['corrections.effectDays', 'corrections.checkpointDays'],
    demand: 'the checkpoint of a correction must not come before its effect can be measured',
    isKept: ({ corrections }) => corrections.checkpointDays >= corrections.effectDays,
  },
  {
    paths: ['assessment.claimedShare', 'assessment.highestShare'],
    demand: 'the highest level must not ask for less than a claim',
    isKept: ({ assessment }) => assessment.highestShare >= assessment.claimedShare,
  },
  {
    paths: ['assessment.successful', 'assessment.unsuccessful'],
    demand: 'the maturity of the successful must lie above that of the unsuccessful',
    isKept: ({ assessment }) => assessment.successful > assessment.unsuccessful,
  },
];

/** That a value is not allowed, as a sentence without its end. */
export function valueFault(setting: SettingDescription, value: unknown): string {
  return policyFaults.notAllowed(setting.name, valueText(value), allowedText(setting));
}

/** That a policy breaks a rule, as a sentence without its end. */
export function ruleFault({ demand, paths }: PolicyRule, policy: Policy): string {
  const settings = policySettings.filter(({ path }) => paths.includes(path));
  return policyFaults.rule(demand, settings.map(({ name, path }) => [name, valueText(settingValue(policy, path))]));
}

/** Sentences on what a policy must not be, for whoever is about to save it; none where it may stand. */
export function faultsOf(policy: Policy): readonly string[] {
  const values = policySettings.flatMap((setting) => {
    const value = settingValue(policy, setting.path);
    return isAllowed(setting, value) ? [] : [valueFault(setting, value)];
  });
  const rules = policyRules.filter((rule) => !rule.isKept(policy)).map((rule) => ruleFault(rule, policy));
  return [...values, ...rules].map((fault) => `${fault}.`);
}

/** The defaults of some settings as a sentence shows them. */
export function defaultTexts(paths: readonly SettingPath[]): readonly string[] {
  return paths.map((path) => valueText(settingValue(defaultPolicy, path)));
}
