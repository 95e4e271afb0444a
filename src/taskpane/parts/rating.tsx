/** A rating: word, shape and colour, always all three. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Rating } from '../../domain/portfolio';
import { ratingColors } from '../paneTheme';

const shapes: Readonly<Record<Rating, ReactNode>> = {
  Green: <circle cx="5" cy="5" r="4.5" />,
  Amber: <path d="M5 .5 9.8 9.5H.2Z" />,
  Red: <path d="M.75.75h8.5v8.5H.75Z" />,
  'Not rated': <circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />,
};

/** A system of forced colours has no colours for ratings: there the shapes speak alone. */
const asTheTextAround = { '@media (forced-colors: active)': { color: 'inherit' } } as const;

const useStyles = makeStyles({
  shape: { flexShrink: 0, fill: 'currentColor' },
  Green: { color: ratingColors.Green.shape, ...asTheTextAround },
  Amber: { color: ratingColors.Amber.shape, ...asTheTextAround },
  Red: { color: ratingColors.Red.shape, ...asTheTextAround },
  'Not rated': { color: ratingColors['Not rated'].shape, ...asTheTextAround },
});

const useTagStyles = makeStyles({
  tag: {
    display: 'inline-flex', alignItems: 'center', columnGap: '4px', flexShrink: 0, whiteSpace: 'nowrap', paddingInline: '6px', height: '20px',
    fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold, borderRadius: tokens.borderRadiusMedium,
  },
  large: { height: '28px', paddingInline: '10px', columnGap: '6px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  Green: { color: ratingColors.Green.text, backgroundColor: ratingColors.Green.tint },
  Amber: { color: ratingColors.Amber.text, backgroundColor: ratingColors.Amber.tint },
  Red: { color: ratingColors.Red.text, backgroundColor: ratingColors.Red.tint },
  'Not rated': { color: ratingColors['Not rated'].text, backgroundColor: ratingColors['Not rated'].tint },
});

export function RatingShape({ rating, size = 10 }: { readonly rating: Rating; readonly size?: number }): ReactNode {
  const styles = useStyles();
  return (
    <svg className={mergeClasses(styles.shape, styles[rating])} width={size} height={size} viewBox="0 0 10 10" aria-hidden>
      {shapes[rating]}
    </svg>
  );
}

export function RatingTag({ rating, large = false }: { readonly rating: Rating; readonly large?: boolean }): ReactNode {
  const styles = useTagStyles();
  return (
    <span className={mergeClasses(styles.tag, styles[rating], large && styles.large)}>
      <RatingShape rating={rating} size={large ? 12 : 10} />
      {rating}
    </span>
  );
}
