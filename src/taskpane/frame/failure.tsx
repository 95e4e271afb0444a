/** The workbook could not be read: what happened, what was not changed, what to do. */
import type { ReactNode } from 'react';
import type { Trouble } from '../../excel/liveState';
import { EmptyState } from '../parts/emptyState';
import { PageContent } from '../parts/page';
import { frame } from '../sentences/frame';
import { Button } from '../parts/button';

export function Failure({ title, trouble, onRetry }: { readonly title: string; readonly trouble: Trouble; readonly onRetry: () => void }): ReactNode {
  return (
    <PageContent title={title} footer={<Button appearance="primary" size="large" onClick={onRetry}>{frame.retry}</Button>}>
      <EmptyState title={frame.failed} hint={`${trouble.message} ${frame.nothingChanged}`} />
    </PageContent>
  );
}
