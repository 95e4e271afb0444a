/** What is to be looked at again with the partner, the most overdue first; each with the cell in which its day is entered. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import type { PartnerHealth, Portfolio } from '../../domain/portfolio';
import { type ReviewDue, reviewsDue } from '../../domain/reviewsDue';
import { usePane } from '../frame/paneContext';
import { CellLink } from '../parts/cellLinks';
import { GrowingList } from '../parts/growingList';
import { Quiet, Section } from '../parts/page';
import { reviews as words } from '../sentences/partner';

const shownAtFirst = 6;
const shownMore = 25;

const useStyles = makeStyles({
  entry: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '8px', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  what: { flexBasis: '100%' },
  state: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  overdue: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

export function ReviewList({ portfolio, judged, arrivedAt }: { readonly portfolio: Portfolio; readonly judged: PartnerHealth; readonly arrivedAt: boolean }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const { asOf } = portfolio;
  const all = useMemo(() => reviewsDue(portfolio, judged), [portfolio, judged]);
  const isOverdue = ({ due }: ReviewDue): boolean => due === null || due < asOf;
  const state = ({ due }: ReviewDue): string => (due === null ? words.never : words.due(figures.day(due), due - asOf, figures.count(Math.abs(due - asOf))));
  if (all.length === 0) return <Section title={words.title} arrivedAt={arrivedAt}><Quiet>{judged.partner.status === 'Ended' ? words.ended : words.none}</Quiet></Section>;
  return (
    <Section title={words.title} arrivedAt={arrivedAt} aside={<bdi>{words.overdue(figures.count(all.filter(isOverdue).length), figures.count(all.length))}</bdi>}>
      <GrowingList items={all} first={shownAtFirst} step={shownMore} label={words.title} keyOf={({ kind, of }, index) => `${kind} ${of ?? ''} ${index}`}>
        {(item) => (
          <div className={styles.entry}>
            <span className={styles.what} dir="auto">{words.kind[item.kind](item.of ?? '')}</span>{' '}
            <span className={mergeClasses(styles.state, isOverdue(item) && styles.overdue)}>{state(item)}</span>{' '}
            {item.cell !== null && <CellLink cell={item.cell} />}
          </div>
        )}
      </GrowingList>
    </Section>
  );
}
