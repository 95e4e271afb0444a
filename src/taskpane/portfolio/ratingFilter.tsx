/** How many partners have each rating; a press shows only those. */
import type { ReactNode } from 'react';
import { type Rating, ratings } from '../../domain/portfolio';
import { usePane } from '../frame/paneContext';
import { Chips } from '../parts/chips';
import { RatingShape } from '../parts/rating';
import { portfolio as words } from '../sentences/portfolio';

export function RatingFilter({ byRating, chosen, onChoose }: {
  readonly byRating: Readonly<Record<Rating, number>>;
  readonly chosen: Rating | null;
  readonly onChoose: (rating: Rating | null) => void;
}): ReactNode {
  const { figures } = usePane();
  const chips = ratings.map((rating) => ({ value: rating, count: figures.count(byRating[rating]), name: rating, mark: <RatingShape rating={rating} size={8} /> }));
  return <Chips label={words.byRating} chips={chips} chosen={chosen} onChoose={onChoose} />;
}
