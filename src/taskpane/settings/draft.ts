/** Settings as they are typed and not saved yet, and what they come to. */
import type { Policy } from '../../domain/policy';
import { policyRules } from '../../domain/policyRules';
import { type PolicySetting, type SettingPath, type SettingValue, isAllowed, policySettings, settingValue, withSettings } from '../../domain/policySettings';
import type { Typing } from '../typedNumber';

/** What stands in the fields that were touched. */
export type Draft = ReadonlyMap<SettingPath, string>;

export const nothingDrafted: Draft = new Map();

/** A value as its field shows it. */
export function textOf(value: SettingValue, typing: Typing): string {
  return value === null ? '' : typeof value === 'number' ? typing.write(value) : value;
}

/** The value that a field's text means; `undefined` where it may not be. */
export function valueOf(setting: PolicySetting, text: string, typing: Typing): SettingValue | undefined {
  const value = meant(setting, text, typing);
  return isAllowed(setting, value) ? value : undefined;
}

function meant(setting: PolicySetting, text: string, typing: Typing): SettingValue {
  switch (setting.kind) {
    case 'number':
      return typing.read(text, setting.unit === 'share');
    case 'month':
      return Number(text);
    case 'choice':
      return text;
    case 'currency':
      return text.trim() === '' ? null : text.trim().toUpperCase();
  }
}

/** What is wrong: a text that its setting may not be, or settings that may not stand together. */
export type Fault =
  | { readonly kind: 'value'; readonly setting: PolicySetting }
  | { readonly kind: 'rule'; readonly paths: readonly SettingPath[]; readonly demand: string };

export interface Drafted {
  /** The saved policy with the drafted settings that may stand. */
  readonly policy: Policy;
  /** Settings that would change, those that may not stand among them. */
  readonly changed: ReadonlySet<SettingPath>;
  readonly faults: readonly Fault[];
}

export function drafted(saved: Policy, draft: Draft, typing: Typing): Drafted {
  const values = new Map<SettingPath, SettingValue>();
  const changed = new Set<SettingPath>();
  const faults: Fault[] = [];
  for (const setting of policySettings) {
    const text = draft.get(setting.path);
    if (text === undefined) continue;
    const value = valueOf(setting, text, typing);
    if (value === settingValue(saved, setting.path)) continue;
    changed.add(setting.path);
    if (value === undefined) faults.push({ kind: 'value', setting });
    else values.set(setting.path, value);
  }
  const policy = withSettings(saved, values);
  // A rule over a value that may not be says nothing of use.
  const unclear = new Set(faults.map((fault) => (fault.kind === 'value' ? fault.setting.path : null)));
  for (const rule of policyRules) {
    if (!rule.isKept(policy) && !rule.paths.some((path) => unclear.has(path))) faults.push({ kind: 'rule', paths: rule.paths, demand: rule.demand });
  }
  return { policy, changed, faults };
}

/** A draft that makes one policy of another; only what differs stands in it. */
export function draftTo(wanted: Policy, saved: Policy, typing: Typing): Draft {
  return new Map(policySettings.flatMap(({ path }): readonly (readonly [SettingPath, string])[] => {
    const value = settingValue(wanted, path);
    return value === settingValue(saved, path) ? [] : [[path, textOf(value, typing)]];
  }));
}
