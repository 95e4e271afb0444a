/** The settings under one heading, which tells how many there are and how many are not at their default. */
import type { ReactNode } from 'react';
import { type Policy, defaultPolicy } from '../../domain/policy';
import { type PolicySetting, type SettingPath, allowedText, settingValue } from '../../domain/policySettings';
import { usePane } from '../frame/paneContext';
import { Disclosure } from '../parts/disclosure';
import { groupNames, settings as words } from '../sentences/settings';
import type { Typing } from '../typedNumber';
import { type Draft, type Drafted, textOf, valueOf } from './draft';
import type { SettingGroupName } from './groups';
import { SettingField, wordOf } from './settingField';

interface GroupViewProps {
  readonly group: SettingGroupName;
  readonly settings: readonly PolicySetting[];
  readonly saved: Policy;
  readonly draft: Draft;
  readonly state: Drafted;
  readonly typing: Typing;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onType: (path: SettingPath, text: string) => void;
}

function faultOf({ path }: PolicySetting, { faults }: Drafted): string | null {
  for (const fault of faults) {
    if (fault.kind === 'value' && fault.setting.path === path) return words.mustBe(allowedText(fault.setting));
    if (fault.kind === 'rule' && fault.paths.includes(path)) return words.demand(fault.demand);
  }
  return null;
}

export function GroupView({ group, settings, saved, draft, state, typing, open, onToggle, onType }: GroupViewProps): ReactNode {
  const { figures, services: { locale } } = usePane();
  const textFor = ({ path }: PolicySetting): string => draft.get(path) ?? textOf(settingValue(saved, path), typing);
  const isDefault = (setting: PolicySetting): boolean => valueOf(setting, textFor(setting), typing) === settingValue(defaultPolicy, setting.path);
  const changed = settings.filter((setting) => !isDefault(setting)).length;
  return (
    <Disclosure title={groupNames[group]} aside={words.groupCount(figures.count(settings.length), changed, figures.count(changed))} open={open} onToggle={onToggle}>
      {settings.map((setting) => {
        const initially = settingValue(defaultPolicy, setting.path);
        const initial = textOf(initially, typing);
        const initialWord = wordOf(setting, initially, initial, locale);
        return (
          <SettingField
            key={setting.path} setting={setting} text={textFor(setting)} initial={initial} initialWord={initialWord} hint={words.hint(setting, allowedText(setting), initialWord)}
            fault={faultOf(setting, state)} isDefault={isDefault(setting)} onChange={(text) => onType(setting.path, text)}
          />
        );
      })}
    </Disclosure>
  );
}
