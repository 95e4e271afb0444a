/** The practice assessment: ten areas, a review and the result. */
import type { ReactNode } from 'react';
import type { Portfolio } from '../../domain/portfolio';
import { PageContent } from '../parts/page';
import { pageNames } from '../sentences/frame';

export function AssessmentPage(_: { readonly portfolio: Portfolio; readonly at: string | null }): ReactNode {
  return <PageContent title={pageNames.assessment}>{null}</PageContent>;
}
