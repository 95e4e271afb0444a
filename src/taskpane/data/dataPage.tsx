/** What the figures rest on: the tables, the assumptions, and every cell that could not be read. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { cellAddress } from '../../domain/cell';
import type { Issue } from '../../domain/issue';
import type { Portfolio } from '../../domain/portfolio';
import { usePane } from '../frame/paneContext';
import { CellLink } from '../parts/cellLinks';
import { GrowingList } from '../parts/growingList';
import { PageContent, Quiet, Section } from '../parts/page';
import { data as words, issueKinds } from '../sentences/data';
import { pageNames } from '../sentences/frame';
import { FoundTables } from './foundTables';
import { type IssueGroup, groupedIssues } from './issueGroups';

const issuesAtOnce = 10;

const useStyles = makeStyles({
  issue: { display: 'flex', flexDirection: 'column', paddingBlock: '2px', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  group: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  kind: { display: 'flex', margin: '8px 0 0', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  count: { marginInlineStart: 'auto', fontWeight: tokens.fontWeightRegular, fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground3 },
  notes: { display: 'flex', flexDirection: 'column', rowGap: '8px', margin: 0, paddingInlineStart: '16px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

function keyOf(issue: Issue, index: number): string {
  return issue.cell === null ? String(index) : `${cellAddress(issue.cell)} ${issue.code}`;
}

function Group({ code, issues }: IssueGroup): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  return (
    <div className={styles.group}>
      <h3 className={styles.kind}>{issueKinds[code]} <span className={styles.count}>{figures.count(issues.length)}</span></h3>
      <GrowingList items={issues} step={issuesAtOnce} label={issueKinds[code]} keyOf={keyOf}>
        {(issue) => (
          <div className={styles.issue}>
            <span dir="auto">{issue.message}</span>
            {issue.cell !== null && <CellLink cell={issue.cell} />}
          </div>
        )}
      </GrowingList>
    </div>
  );
}

export function DataPage({ portfolio }: { readonly portfolio: Portfolio; readonly at: string | null }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const { rows, notes } = portfolio;
  const groups = useMemo(() => groupedIssues(rows.issues), [rows]);
  const count = rows.issues.length;
  return (
    <PageContent title={pageNames.data}>
      <Section title={words.tables}><FoundTables rows={rows} /></Section>
      <Section title={words.issues} aside={figures.count(count)}>
        <Quiet>{count === 0 ? words.clean : words.issueCount(count, figures.count(count))}</Quiet>
        {groups.map((group) => <Group key={group.code} {...group} />)}
      </Section>
      {notes.length > 0 && (
        <Section title={words.notes}>
          <ul className={styles.notes}>{notes.map((note) => <li key={note}>{note}</li>)}</ul>
        </Section>
      )}
    </PageContent>
  );
}
