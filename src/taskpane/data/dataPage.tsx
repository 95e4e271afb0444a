/** What the figures rest on: the tables, the assumptions, and every cell that could not be read. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { cellAddress } from '../../domain/cell';
import type { Issue } from '../../domain/issue';
import type { Portfolio } from '../../domain/portfolio';
import type { CellsRead } from '../../excel/readings';
import { Fixes } from '../../tables/fixes';
import { usePane } from '../frame/paneContext';
import { CellLink } from '../parts/cellLinks';
import { GrowingList } from '../parts/growingList';
import { PageContent, Quiet, Section } from '../parts/page';
import { data as words, issueKinds } from '../sentences/data';
import { pageNames } from '../sentences/frame';
import { FixButton } from './fixButton';
import { FoundTables } from './foundTables';
import { type GoingOn, useGoingOn } from './goingOn';
import { type IssueGroup, groupedIssues } from './issueGroups';
import { PlainList } from './plainList';
import { Questions } from './questions';

const issuesAtOnce = 10;

const useStyles = makeStyles({
  issue: { display: 'flex', flexDirection: 'column', paddingBlock: '2px', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  group: { display: 'flex', flexDirection: 'column', rowGap: '4px' },
  kind: { display: 'flex', margin: '8px 0 0', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  count: { marginInlineStart: 'auto', fontWeight: tokens.fontWeightRegular, fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground3 },
  presses: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', rowGap: '4px' },
  mending: { display: 'flex', flexDirection: 'column', rowGap: '24px' },
  notes: { display: 'flex', flexDirection: 'column', rowGap: '8px', margin: 0, paddingInlineStart: '16px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

function keyOf(issue: Issue, index: number): string {
  return issue.cell === null ? String(index) : `${cellAddress(issue.cell)} ${issue.code}`;
}

/** `mending`: what the cells hold, where that is at hand. */
function Group({ code, issues, mending, take }: IssueGroup & { readonly mending: { readonly read: CellsRead; readonly fixes: Fixes } | null; readonly take: GoingOn['take'] }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  return (
    <div className={styles.group}>
      <h3 className={styles.kind}>{issueKinds[code]} <span className={styles.count}>{figures.count(issues.length)}</span></h3>
      <GrowingList items={issues} step={issuesAtOnce} label={issueKinds[code]} keyOf={keyOf}>
        {(issue) => (
          <div className={styles.issue}>
            <span dir="auto">{issue.message}</span>
            <span className={styles.presses}>
              {mending?.fixes.of(issue).map((fix) => <FixButton key={fix.shown} fix={fix} tables={mending.read.tables} take={take} />)}
              {issue.cell !== null && <CellLink cell={issue.cell} />}
            </span>
          </div>
        )}
      </GrowingList>
    </div>
  );
}

export function DataPage({ portfolio }: { readonly portfolio: Portfolio; readonly at: string | null }): ReactNode {
  const styles = useStyles();
  const { figures, services } = usePane();
  const { rows, notes } = portfolio;
  const read = useMemo(() => services.readings.cellsRead(portfolio), [services, portfolio]);
  const issues = useMemo(() => [...rows.issues, ...(rows.corrections?.issues ?? [])], [rows]);
  const groups = useMemo(() => groupedIssues(issues), [issues]);
  const mending = useMemo(() => read && { read, fixes: new Fixes(read.tables, rows.partners?.rows ?? []) }, [read, rows]);
  const { steps, heading, take } = useGoingOn();
  const count = issues.length;
  return (
    <PageContent title={pageNames.data}>
      <Section title={words.tables}><FoundTables rows={rows} read={read} /></Section>
      <div ref={steps} className={styles.mending}>
        {read !== null && <Questions portfolio={portfolio} issues={issues} read={read} take={take} />}
        <Section title={words.issues} aside={figures.count(count)} headingRef={heading}>
          <Quiet>{count === 0 ? words.clean : words.issueCount(count, figures.count(count))}</Quiet>
          {groups.map((group) => <Group key={group.code} {...group} mending={mending} take={take} />)}
        </Section>
        {read !== null && <PlainList read={read} take={take} />}
      </div>
      {notes.length > 0 && (
        <Section title={words.notes}>
          <ul className={styles.notes}>{notes.map((note) => <li key={note}>{note}</li>)}</ul>
        </Section>
      )}
    </PageContent>
  );
}
