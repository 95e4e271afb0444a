/** The practice assessment. */
import type { ReactNode } from 'react';
import type { Portfolio } from '../../domain/portfolio';
import { PageContent, Quiet } from '../parts/page';
import { frame, pageNames } from '../sentences/frame';

export function AssessmentPage({ portfolio }: { readonly portfolio: Portfolio; readonly at: string | null }): ReactNode {
  return <PageContent title={pageNames.assessment}><Quiet>{frame.asOf(String(portfolio.asOf))}</Quiet></PageContent>;
}
