/** What is to be looked at again with a partner, the earliest first. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import type { PartnerHealth, Portfolio } from '../../domain/portfolio';
import { type ReviewDue, reviewsDue } from '../../domain/reviewsDue';
import { usePane } from '../frame/paneContext';
import { GrowingList } from '../parts/growingList';
import { Quiet } from '../parts/page';
import { partner as words, reviewNames } from '../sentences/partner';

const atOnce = 6;

const useStyles = makeStyles({
  review: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '8px', paddingBlock: '2px', overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontVariantNumeric: 'tabular-nums' },
  when: { marginInlineStart: 'auto', color: tokens.colorNeutralForeground3 },
  overdue: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

export function ReviewList({ portfolio, judged }: { readonly portfolio: Portfolio; readonly judged: PartnerHealth }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const due = useMemo(() => reviewsDue(portfolio, judged), [portfolio, judged]);
  if (due.length === 0) return <Quiet>{words.nothingDue}</Quiet>;
  const when = ({ due: day, last }: ReviewDue): string => {
    if (day === null) return last === null ? words.neverDone : words.now;
    const days = day - portfolio.asOf;
    return words.dueOn(figures.day(day), days, figures.count(Math.abs(days)));
  };
  return (
    <GrowingList items={due} step={atOnce} label={words.reviews} keyOf={({ kind, of }) => `${kind} ${of ?? ''}`}>
      {(review) => (
        <div className={styles.review}>
          <span dir="auto">{reviewNames[review.kind](review.of ?? '')}</span>
          <span className={mergeClasses(styles.when, (review.due === null || review.due < portfolio.asOf) && styles.overdue)}>{when(review)}</span>
        </div>
      )}
    </GrowingList>
  );
}
