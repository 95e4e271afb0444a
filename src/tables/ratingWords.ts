/** The ratings as History says them. */
import { type Rating, ratings } from '../domain/portfolio';
import { wordForm } from './textForms';

const byWord: ReadonlyMap<string, Rating> = new Map(ratings.map((rating) => [wordForm(rating), rating]));

export function ratingOf(text: string): Rating | null {
  return byWord.get(wordForm(text)) ?? null;
}
