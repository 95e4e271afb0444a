/** Where am I, as of when, and how fresh. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { LiveState } from '../../excel/liveState';
import type { Page } from '../pages';
import { RefreshIcon } from '../parts/icons';
import { frame } from '../sentences/frame';
import { Freshness } from './freshness';
import { PageMenu } from './pageMenu';
import { usePane } from './paneContext';
import { Button } from '../parts/button';

const useStyles = makeStyles({
  header: {
    position: 'sticky', top: 0, zIndex: 2, display: 'flex', flexWrap: 'wrap', flexShrink: 0, alignItems: 'center', columnGap: '8px', boxSizing: 'border-box', minHeight: '48px', paddingInline: '12px',
    backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  moment: { marginInlineStart: 'auto', textAlign: 'end', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  line: { display: 'block', whiteSpace: 'nowrap' },
  refresh: { marginInlineEnd: '-8px' },
});

export function PaneHeader({ page, state, onRefresh }: { readonly page: Page; readonly state: LiveState; readonly onRefresh: () => void }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const portfolio = state.kind === 'ready' ? state.portfolio : null;
  const counts: Partial<Record<Page, string>> = {};
  if (portfolio !== null) {
    counts.portfolio = figures.count(portfolio.partners.length);
    counts.initiatives = figures.count(portfolio.rows.initiatives?.rows.filter(({ stage }) => stage !== 'Closed').length ?? 0);
    counts.sponsors = figures.count(portfolio.sponsorGaps.length);
    counts.corrections = figures.count(portfolio.needCorrection.length);
    counts.data = figures.count(portfolio.rows.issues.length);
  }
  return (
    <header className={styles.header}>
      <PageMenu current={page} counts={counts} />
      {state.kind === 'ready' && (
        <>
          <span className={styles.moment}>
            <span className={styles.line}>{frame.asOf(figures.day(state.portfolio.asOf))}</span>{' '}
            <span className={styles.line}><bdi><Freshness readAt={state.readAt} reading={state.reading} stale={state.trouble !== null} /></bdi></span>
          </span>
          <Button className={styles.refresh} appearance="subtle" icon={<RefreshIcon />} aria-label={frame.refresh} title={frame.refresh} onClick={onRefresh} />
        </>
      )}
    </header>
  );
}
