/** How many partners have each rating; a press shows only those. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type Rating, ratings } from '../../domain/portfolio';
import { usePane } from '../frame/paneContext';
import { RatingShape } from '../parts/rating';
import { portfolio as words } from '../sentences/portfolio';

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  chip: {
    display: 'flex', flexDirection: 'column', alignItems: 'center', justifyContent: 'center', flexGrow: 1, boxSizing: 'border-box', minHeight: '52px', padding: '4px 6px',
    border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1, fontFamily: 'inherit', cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  pressed: {
    padding: '3px 5px', border: `2px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  count: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  word: { display: 'flex', alignItems: 'center', columnGap: '4px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, whiteSpace: 'nowrap' },
});

export function RatingFilter({ byRating, chosen, onChoose }: {
  readonly byRating: Readonly<Record<Rating, number>>;
  readonly chosen: Rating | null;
  readonly onChoose: (rating: Rating | null) => void;
}): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  return (
    <div className={styles.chips} role="group" aria-label={words.byRating}>
      {ratings.map((rating) => (
        <button
          key={rating} type="button" className={mergeClasses(styles.chip, rating === chosen && styles.pressed)} aria-pressed={rating === chosen}
          onClick={() => onChoose(rating === chosen ? null : rating)}
        >
          <span className={styles.count}>{figures.count(byRating[rating])}</span>{' '}
          <span className={styles.word}><RatingShape rating={rating} size={8} />{rating}</span>
        </button>
      ))}
    </div>
  );
}
