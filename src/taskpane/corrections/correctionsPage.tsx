/** Course corrections. */
import type { ReactNode } from 'react';
import type { Portfolio } from '../../domain/portfolio';
import { PageContent, Quiet } from '../parts/page';
import { frame, pageNames } from '../sentences/frame';

export function CorrectionsPage({ portfolio }: { readonly portfolio: Portfolio; readonly at: string | null }): ReactNode {
  return <PageContent title={pageNames.corrections}><Quiet>{frame.asOf(String(portfolio.asOf))}</Quiet></PageContent>;
}
