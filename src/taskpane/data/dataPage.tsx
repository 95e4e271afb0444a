/** What the figures rest on: the tables, the assumptions, and every cell that could not be read. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react';
import { cellAddress } from '../../domain/cell';
import type { Issue } from '../../domain/issue';
import type { Portfolio } from '../../domain/portfolio';
import { Fixes, type Fix } from '../../tables/fixes';
import { usePane } from '../frame/paneContext';
import { CellLink } from '../parts/cellLinks';
import { GrowingList } from '../parts/growingList';
import { PageContent, Quiet, Section } from '../parts/page';
import { data as words, issueKinds } from '../sentences/data';
import { pageNames } from '../sentences/frame';
import { FixButton, fixMark } from './fixButton';
import { FoundTables } from './foundTables';
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
  mending: { display: 'flex', flexDirection: 'column', rowGap: '16px', outlineStyle: 'none' },
  notes: { display: 'flex', flexDirection: 'column', rowGap: '8px', margin: 0, paddingInlineStart: '16px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
});

function keyOf(issue: Issue, index: number): string {
  return issue.cell === null ? String(index) : `${cellAddress(issue.cell)} ${issue.code}`;
}

function Group({ code, issues, fixesOf, onFixed }: IssueGroup & { readonly fixesOf: (issue: Issue) => readonly Fix[]; readonly onFixed: () => void }): ReactNode {
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
              {fixesOf(issue).map((fix) => <FixButton key={fix.shown} fix={fix} onFixed={onFixed} />)}
              {issue.cell !== null && <CellLink cell={issue.cell} />}
            </span>
          </div>
        )}
      </GrowingList>
    </div>
  );
}

/** A cell that is mended leaves the list with the button that was pressed: the focus goes on to the one in its place, or to what is above. */
function useGoingOn(rows: Portfolio['rows']): { readonly list: RefObject<HTMLDivElement | null>; readonly onFixed: () => void } {
  const list = useRef<HTMLDivElement>(null);
  const place = useRef<number | null>(null);
  const buttons = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>(`[${fixMark}]`) ?? [])];
  const onFixed = (): void => {
    place.current = Math.max(0, buttons().findIndex((button) => button === document.activeElement));
  };
  useEffect(() => {
    if (place.current === null || (document.activeElement !== null && document.activeElement !== document.body)) return;
    const left = buttons();
    (left[Math.min(place.current, left.length - 1)] ?? list.current)?.focus();
    place.current = null;
  }, [rows]);
  return { list, onFixed };
}

export function DataPage({ portfolio }: { readonly portfolio: Portfolio; readonly at: string | null }): ReactNode {
  const styles = useStyles();
  const { figures, services } = usePane();
  const { rows, notes } = portfolio;
  const read = useMemo(() => services.readings.cellsRead(portfolio), [services, portfolio]);
  const issues = useMemo(() => [...rows.issues, ...(rows.corrections?.issues ?? [])], [rows]);
  const groups = useMemo(() => groupedIssues(issues), [issues]);
  const fixes = useMemo(() => new Fixes(read?.sources ?? [], rows.partners?.rows ?? []), [read, rows]);
  const { list, onFixed } = useGoingOn(rows);
  const count = issues.length;
  return (
    <PageContent title={pageNames.data}>
      <Section title={words.tables}><FoundTables rows={rows} read={read} /></Section>
      {read !== null && <Questions portfolio={portfolio} read={read} />}
      <div ref={list} tabIndex={-1} className={styles.mending}>
        <Section title={words.issues} aside={figures.count(count)}>
          <Quiet>{count === 0 ? words.clean : words.issueCount(count, figures.count(count))}</Quiet>
          {groups.map((group) => <Group key={group.code} {...group} fixesOf={(issue) => fixes.of(issue)} onFixed={onFixed} />)}
        </Section>
        {read !== null && <PlainList portfolio={portfolio} read={read} onFixed={onFixed} />}
      </div>
      {notes.length > 0 && (
        <Section title={words.notes}>
          <ul className={styles.notes}>{notes.map((note) => <li key={note}>{note}</li>)}</ul>
        </Section>
      )}
    </PageContent>
  );
}
