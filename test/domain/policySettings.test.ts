import { type Policy, defaultPolicy } from '../../src/domain/policy';
import { faultsOf, policyRules } from '../../src/domain/policyRules';
import {
  type PolicySetting, type SettingPath, type SettingValue, allowedText, isAllowed, policySettings, settingValue, valueText, withSettings,
} from '../../src/domain/policySettings';

/** Setting, as a person calls it, default, what it may be. */
const table = `
weights.revenue                  | Weight of revenue                | 30    | a number of points from 0 to 100
weights.pipeline                 | Weight of pipeline               | 20    | a number of points from 0 to 100
weights.traction                 | Weight of traction               | 15    | a number of points from 0 to 100
weights.sponsorship              | Weight of sponsorship            | 20    | a number of points from 0 to 100
weights.governance               | Weight of governance             | 15    | a number of points from 0 to 100
weights.relationship             | Weight of relationship           | 10    | a number of points from 0 to 100
bands.green                      | Green from                       | 80    | a number of points from 0 to 100
bands.amber                      | Amber from                       | 60    | a number of points from 0 to 100
minimumConfidence                | Least confidence                 | 0.5   | a share from 0.01 to 1
rampDays.revenue                 | Ramp of revenue                  | 120   | a whole number of days from 0 to 730
rampDays.pipeline                | Ramp of pipeline                 | 90    | a whole number of days from 0 to 730
rampDays.traction                | Ramp of traction                 | 0     | a whole number of days from 0 to 730
rampShareDivisor                 | Longest ramp, one part in        | 3     | a whole number from 1 to 12
tooEarlyPercent                  | Too early below                  | 10    | a whole percentage from 1 to 100
pipelineHorizonDays              | Pipeline looks ahead             | 180   | a whole number of days from 1 to 730
pipelineCoverage                 | Pipeline needed                  | 3     | a number from 1 to 20
stageLimitDays.qualify           | Limit of Qualify                 | 60    | a whole number of days from 1 to 730
stageLimitDays.approve           | Limit of Approve                 | 30    | a whole number of days from 1 to 730
stageLimitDays.launchOverdue     | Limit of Launch                  | 30    | a whole number of days from 0 to 730
limitAheadDays                   | Limit of a stage ahead           | 30    | a whole number of days from 0 to 730
reviewDays.strategic             | Reviews of strategic partners    | 100   | a whole number of days from 1 to 1100
reviewDays.tactical              | Reviews of tactical partners     | 370   | a whole number of days from 1 to 1100
reviewDays.other                 | Reviews of other partners        | 190   | a whole number of days from 1 to 1100
planMonths                       | Joint business plan              | 12    | a whole number of months from 1 to 60
surveyMonths                     | Survey                           | 12    | a whole number of months from 1 to 60
inspectionDays                   | Inspection                       | 90    | a whole number of days from 1 to 730
sponsorSilentDays                | Silent sponsor                   | 90    | a whole number of days from 1 to 730
silentSponsorCredit              | Credit of a silent sponsor       | 0.5   | a share from 0 to 1
sponsorshipPoints.sales          | Points for sales sponsors        | 80    | a number of points from 1 to 100
sponsorshipPoints.executive      | Points for the executive sponsor | 10    | a number of points from 0 to 100
sponsorshipPoints.partner        | Points for the partner sponsor   | 10    | a number of points from 0 to 100
sponsorLoad.stretched            | Stretched above                  | 3     | a whole number of initiatives from 1 to 100
sponsorLoad.overloaded           | Overloaded above                 | 5     | a whole number of initiatives from 1 to 100
viewsApart                       | Views apart                      | 20    | a number of points from 1 to 100
oneBandShare                     | One rating for most              | 0.8   | a share from 0.5 to 1
monthsWithoutDue                 | Length without due dates         | 12    | a whole number of months from 1 to 60
closedMonths                     | Closed initiatives               | 12    | a whole number of months from 1 to 60
successRates.fewestClosed        | Fewest closed initiatives        | 5     | a whole number of initiatives from 1 to 100
successRates.significance        | Chance of a difference           | 0.05  | a share from 0.001 to 0.2
successRates.notablePercent      | Notable difference               | 10    | a whole percentage from 1 to 100
successRates.notableSignificance | Chance of a notable difference   | 0.5   | a share from 0.001 to 1
successRates.mostClosed          | Most closed initiatives          | 1000  | a whole number of initiatives from 100 to 2000
corrections.effectDays           | Effect of a correction           | 45    | a whole number of days from 1 to 730
corrections.effectPoints         | Least effect of a correction     | 5     | a number of points from 1 to 100
corrections.lostPoints           | Loss that needs a correction     | 15    | a number of points from 1 to 100
corrections.recentDays           | Recent correction                | 90    | a whole number of days from 1 to 730
corrections.checkpointDays       | Checkpoint of a correction       | 90    | a whole number of days from 1 to 730
inQuestion.elapsedPercent        | In question from                 | 50    | a whole percentage from 1 to 100
inQuestion.attainmentPercent     | In question below                | 50    | a whole percentage from 1 to 100
inQuestion.coverage              | Pipeline in question             | 1     | a number from 0 to 20
assessment.fewestAnswered        | Fewest answers                   | 5     | a whole number of areas from 1 to 10
assessment.claimedLevel          | Claimed level                    | 3     | a whole number from 1 to 4
assessment.claimedShare          | Share for a claim                | 0.6   | a share from 0 to 1
assessment.highestShare          | Share for the highest level      | 0.8   | a share from 0 to 1
assessment.successful            | Maturity of the successful       | 60    | a whole percentage from 0 to 100
assessment.unsuccessful          | Maturity of the unsuccessful     | 40    | a whole percentage from 0 to 100
assessment.moves                 | Moves                            | 3     | a whole number from 1 to 10
reportingCurrency                | Reporting currency               | none  | a currency code of three capital letters, or none
fiscalYearStartMonth             | Fiscal year starts in            | 1     | a month from 1 (January) to 12 (December)
fiscalYearNamedFor               | Fiscal year is named for         | "end" | "end" or "start"
reviewGraceDays                  | Look back of a review            | 45    | a whole number of days from 0 to 60
`.trim().split('\n').map((line) => line.split('|').map((cell) => cell.trim()) as [SettingPath, string, string, string]);

const setting = (path: SettingPath): PolicySetting => policySettings.find((one) => one.path === path)!;
const changed = (...changes: readonly (readonly [SettingPath, SettingValue])[]): Policy => withSettings(defaultPolicy, new Map(changes));

/** Every value of the policy by its path. */
function leaves(part: object, before = ''): readonly string[] {
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
    (typeof value === 'object' && value !== null ? leaves(value, `${before}${key}.`) : [before + key]));
}

describe('the settings of the policy', () => {
  it('are every value of it, each once and in its order', () => {
    expect(policySettings.map(({ path }) => path)).toEqual(leaves(defaultPolicy));
    expect(table.map(([path]) => path)).toEqual(leaves(defaultPolicy));
  });

  it.each(table)('%s is "%s", %s unless changed, and %s', (path, name, standard, range) => {
    expect([setting(path).name, valueText(settingValue(defaultPolicy, path)), allowedText(setting(path))]).toEqual([name, standard, range]);
  });

  it('have names and meanings of their own, each meaning one plain sentence', () => {
    expect(new Set(policySettings.map(({ name }) => name)).size).toBe(policySettings.length);
    expect(new Set(policySettings.map(({ meaning }) => meaning)).size).toBe(policySettings.length);
    for (const { name, meaning } of policySettings) {
      expect(name).toMatch(/^[A-Z][^.:]*$/);
      expect(meaning).toMatch(/^[A-Z][^.!]{20,}\.$/);
    }
  });

  it('say of each choice what it means', () => {
    const named = setting('fiscalYearNamedFor');
    expect(named.kind === 'choice' && named.choices).toEqual({ end: 'the year in which it ends', start: 'the year in which it starts' });
  });

  it('name the weights of all six dimensions alike', () => {
    expect(setting('weights.traction').meaning).toBe('How much traction counts in the health of a partner, beside the other weights.');
  });
});

describe('what a setting may be', () => {
  const numbers = policySettings.flatMap((one) => (one.kind === 'number' ? [one] : []));

  it.each(numbers.map((one) => [one.path, one] as const))('%s: its limits, and nothing beyond them', (_, one) => {
    const step = one.whole ? 1 : 1e-9;
    expect([one.min, one.max, one.min - step, one.max + step].map((value) => isAllowed(one, value))).toEqual([true, true, false, false]);
    expect(isAllowed(one, one.min + 0.5)).toBe(!one.whole && one.min + 0.5 <= one.max);
  });

  it.each<[SettingPath, readonly unknown[], readonly unknown[]]>([
    ['bands.green', [80, 79.5], ['80', null, true, [80], { value: 80 }, NaN, Infinity, undefined]],
    ['fiscalYearStartMonth', [1, 7, 12], [0, 13, 6.5, '7', null]],
    ['fiscalYearNamedFor', ['end', 'start'], ['middle', '', 'constructor', null, 1]],
    ['reportingCurrency', [null, 'USD', 'EUR'], ['usd', 'EURO', 'US', '$', '', 'USD ', 'AUSD', 'USD\n', ['USD'], 1]],
  ])('%s may be one of %j and none of %j', (path, right, wrong) => {
    expect(right.map((value) => isAllowed(setting(path), value))).toEqual(right.map(() => true));
    expect(wrong.map((value) => isAllowed(setting(path), value))).toEqual(wrong.map(() => false));
  });

  it.each<[unknown, string]>([
    [80, '80'], [0.05, '0.05'], [null, 'none'], [true, 'true'], ['EUR', '"EUR"'], [[1, 2], 'a list'], [{ green: 80 }, 'a group of settings'],
    ['x'.repeat(40), `"${'x'.repeat(40)}"`],
    ['x'.repeat(41), `"${'x'.repeat(39)}…"`],
    [`${'x'.repeat(38)}😀 and more`, `"${'x'.repeat(38)}…"`], // never half a character
  ])('%j is shown as %s', (value, text) => {
    expect(valueText(value)).toBe(text);
  });
});

describe('changing settings', () => {
  it('leaves all others as they are, and the policy that was changed', () => {
    const policy = changed(['bands.green', 90], ['reportingCurrency', 'EUR']);
    expect(policy).toEqual({ ...defaultPolicy, bands: { green: 90, amber: 60 }, reportingCurrency: 'EUR' });
    expect(withSettings(policy, new Map<SettingPath, SettingValue>([['reportingCurrency', null]])).reportingCurrency).toBeNull();
    expect(settingValue(policy, 'bands.green')).toBe(90);
    expect(settingValue(policy, 'reportingCurrency')).toBe('EUR');
    expect(defaultPolicy.bands.green).toBe(80);
  });
});

describe('a policy that may not stand', () => {
  it('is not the default one', () => {
    expect(faultsOf(defaultPolicy)).toEqual([]);
  });

  it('names setting, value and what is allowed', () => {
    expect(faultsOf(changed(['bands.green', 140], ['fiscalYearStartMonth', 0], ['reportingCurrency', 'euro'], ['fiscalYearNamedFor', 'middle']))).toEqual([
      'Policy: "Green from" is 140, but must be a number of points from 0 to 100.',
      'Policy: "Reporting currency" is "euro", but must be a currency code of three capital letters, or none.',
      'Policy: "Fiscal year starts in" is 0, but must be a month from 1 (January) to 12 (December).',
      'Policy: "Fiscal year is named for" is "middle", but must be "end" or "start".',
    ]);
  });

  const weights = (value: number) => ['revenue', 'pipeline', 'traction', 'sponsorship', 'governance'].map((name) => [`weights.${name}` as SettingPath, value] as const);

  it.each<[string, readonly (readonly [SettingPath, SettingValue])[], string | null]>([
    [
      'without a weight but that of relationship', weights(0),
      'Policy: one weight other than that of relationship must be above 0, but "Weight of revenue" is 0, "Weight of pipeline" is 0, '
        + '"Weight of traction" is 0, "Weight of sponsorship" is 0 and "Weight of governance" is 0.',
    ],
    ['with one weight', [...weights(0), ['weights.governance', 1]], null],
    ['with Green at Amber', [['bands.green', 60]], 'Policy: Green must start above Amber, but "Green from" is 60 and "Amber from" is 60.'],
    ['with Green just above Amber', [['bands.green', 60.5]], null],
    [
      'with overloaded at stretched', [['sponsorLoad.stretched', 5]],
      'Policy: overloaded must start above stretched, but "Stretched above" is 5 and "Overloaded above" is 5.',
    ],
    ['with overloaded just above stretched', [['sponsorLoad.stretched', 4]], null],
    [
      'that asks more of a notable difference', [['successRates.notableSignificance', 0.04]],
      'Policy: a difference that may be there must not ask for more than one that is, but "Chance of a difference" is 0.05 and "Chance of a notable difference" is 0.04.',
    ],
    ['that asks the same of a notable difference', [['successRates.notableSignificance', 0.05]], null],
    [
      'with checkpoints before any effect', [['corrections.checkpointDays', 44]],
      'Policy: the checkpoint of a correction must not come before its effect can be measured, but "Effect of a correction" is 45 and "Checkpoint of a correction" is 44.',
    ],
    ['with checkpoints on the day of the effect', [['corrections.checkpointDays', 45]], null],
    [
      'that asks less of the highest level', [['assessment.highestShare', 0.5]],
      'Policy: the highest level must not ask for less than a claim, but "Share for a claim" is 0.6 and "Share for the highest level" is 0.5.',
    ],
    ['that asks the same of the highest level', [['assessment.highestShare', 0.6]], null],
    [
      'that tells the successful from nobody', [['assessment.unsuccessful', 60]],
      'Policy: the maturity of the successful must lie above that of the unsuccessful, but "Maturity of the successful" is 60 and "Maturity of the unsuccessful" is 60.',
    ],
    ['that tells the successful from the unsuccessful', [['assessment.unsuccessful', 59]], null],
  ])('%s', (_, changes, fault) => {
    expect(faultsOf(changed(...changes))).toEqual(fault === null ? [] : [fault]);
  });

  it('breaks rules that have no setting in common', () => {
    const paths = policyRules.flatMap((rule) => rule.paths);
    expect(new Set(paths).size).toBe(paths.length);
  });
});
