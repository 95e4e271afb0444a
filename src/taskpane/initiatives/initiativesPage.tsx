/** Every initiative by stage. */
import type { ReactNode } from 'react';
import type { Portfolio } from '../../domain/portfolio';
import { PageContent, Quiet } from '../parts/page';
import { frame, pageNames } from '../sentences/frame';

export function InitiativesPage({ portfolio }: { readonly portfolio: Portfolio; readonly at: string | null }): ReactNode {
  return <PageContent title={pageNames.initiatives}><Quiet>{frame.asOf(String(portfolio.asOf))}</Quiet></PageContent>;
}
