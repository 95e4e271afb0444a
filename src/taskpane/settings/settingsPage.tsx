/** The Settings page: every number of the policy, what it means, and what another would make of the ratings before it is saved. */
import { type ReactNode, useMemo, useState } from 'react';
import type { Policy } from '../../domain/policy';
import { defaultPolicy } from '../../domain/policy';
import type { Portfolio } from '../../domain/portfolio';
import type { PolicySetting } from '../../domain/policySettings';
import { useKept } from '../frame/kept';
import { usePane } from '../frame/paneContext';
import { plainText } from '../plainText';
import { PageContent, Quiet } from '../parts/page';
import { SearchField } from '../parts/searchField';
import { pageNames } from '../sentences/frame';
import { groupNames, settings as words } from '../sentences/settings';
import { typingFor } from '../typedNumber';
import { type Draft, draftTo, drafted, nothingDrafted } from './draft';
import { GroupView } from './groupView';
import { type SettingGroupName, settingsGroups } from './groups';
import { SaveBar } from './saveBar';
import { SettingsFile } from './settingsFile';
import { Button } from '../parts/button';

/** By name, meaning and heading, whatever the case and the accents. */
function matches(setting: PolicySetting, group: SettingGroupName, query: string): boolean {
  const text = plainText(`${setting.name} ${setting.meaning} ${groupNames[group]}`);
  return plainText(query).split(' ').every((word) => text.includes(word));
}

/** `at` names the group that is opened first. */
export function SettingsPage({ portfolio: { policy: saved }, at }: { readonly portfolio: Portfolio; readonly at: string | null }): ReactNode {
  const { figures, services, announce } = usePane();
  const typing = useMemo(() => typingFor(services.locale), [services.locale]);
  const [draft, setDraft] = useKept<Draft>('settings/draft', nothingDrafted);
  const [query, setQuery] = useKept('settings/search', '');
  const [open, setOpen] = useKept<ReadonlySet<string>>('settings/open', new Set(at === null ? [] : [at]));
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const state = useMemo(() => drafted(saved, draft, typing), [saved, draft, typing]);
  const shown = settingsGroups
    .map(({ group, settings }) => ({ group, settings: settings.filter((setting) => matches(setting, group, query)) }))
    .filter(({ settings }) => settings.length > 0);

  const search = (text: string): void => {
    setQuery(text);
    const count = settingsGroups.flatMap(({ group, settings }) => settings.filter((setting) => matches(setting, group, text))).length;
    announce(words.found(count, figures.count(count)));
  };
  const toggle = (group: string): void => {
    const next = new Set(open);
    if (!next.delete(group)) next.add(group);
    setOpen(next);
  };
  const save = async (): Promise<void> => {
    setSaving(true);
    const result = await services.savePolicy(state.policy);
    setSaving(false);
    setFailure(result.kind === 'failed' ? result.message : null);
    announce(result.kind === 'failed' ? result.message : words.saved);
    if (result.kind === 'done') setDraft(nothingDrafted);
  };
  const discard = (): void => {
    setDraft(nothingDrafted);
    setFailure(null);
    announce(words.discarded);
  };
  /** Fills the fields with what would make this policy of the saved one; nothing is saved yet. */
  const bring = (policy: Policy): number => {
    const next = draftTo(policy, saved, typing);
    setDraft(next);
    return next.size;
  };
  const resetAll = (): void => {
    const count = bring(defaultPolicy);
    announce(count === 0 ? words.allDefault : words.resetSaid(count, figures.count(count)));
  };

  return (
    <PageContent
      title={pageNames.settings}
      footer={state.changed.size === 0 ? undefined : <SaveBar state={state} saving={saving} failure={failure} onSave={() => void save()} onDiscard={discard} />}
    >
      <Quiet>{words.intro}</Quiet>
      <SearchField label={words.search} value={query} onChange={search} />
      <div>
        {shown.map(({ group, settings }) => (
          <GroupView
            key={group} group={group} settings={settings} saved={saved} draft={draft} state={state} typing={typing} open={query !== '' || open.has(group)}
            onToggle={() => toggle(group)} onType={(path, text) => setDraft(new Map([...draft, [path, text]]))}
          />
        ))}
      </div>
      {shown.length === 0 && <Quiet>{words.noMatch} <Button size="small" onClick={() => search('')}>{words.showAll}</Button></Quiet>}
      <SettingsFile saved={saved} onBring={bring} onResetAll={resetAll} />
    </PageContent>
  );
}
