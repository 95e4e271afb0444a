/** Any policy that may stand, for laws that hold by all of them. */
import fc from 'fast-check';
import { type Policy, defaultPolicy } from '../../src/domain/policy';
import { faultsOf } from '../../src/domain/policyRules';
import { type PolicySetting, type SettingPath, type SettingValue, policySettings, withSettings } from '../../src/domain/policySettings';

function valueOf(setting: PolicySetting): fc.Arbitrary<SettingValue> {
  switch (setting.kind) {
    case 'number': {
      const { min, max, whole } = setting;
      return fc.oneof(fc.constantFrom(min, max), whole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }));
    }
    case 'month':
      return fc.integer({ min: 1, max: 12 });
    case 'choice':
      return fc.constantFrom(...Object.keys(setting.choices));
    case 'currency':
      return fc.constantFrom(null, 'EUR', 'USD', 'JPY');
  }
}

const changes: fc.Arbitrary<ReadonlyMap<SettingPath, SettingValue>> = fc
  .array(fc.constantFrom(...policySettings).chain((setting) => valueOf(setting).map((value) => [setting.path, value] as const)), { maxLength: 12 })
  .map((pairs) => new Map(pairs));

export const anyPolicy: fc.Arbitrary<Policy> = changes.map((values) => withSettings(defaultPolicy, values)).filter((policy) => faultsOf(policy).length === 0);
