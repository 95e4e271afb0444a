/** What people call the statuses of an alliance (ruling 29). */
import type { Status } from '../domain/partner';
import { wordForm } from './textForms';

const phrases: Readonly<Record<Status, string>> = {
  Active: 'active, current, live',
  Watch: 'watch, watchlist, at risk',
  Exiting: 'exiting, exit, winding down',
  Ended: 'ended, terminated, closed, inactive, former, exited',
};
const statuses: ReadonlyMap<string, Status> = new Map(
  (['Active', 'Watch', 'Exiting', 'Ended'] as const).flatMap((status) => phrases[status].split(', ').map((word) => [word, status] as const)),
);

export function statusOf(text: string): Status | null {
  return statuses.get(wordForm(text)) ?? null;
}
