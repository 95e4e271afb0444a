/** What is said of people where one is to be chosen. */
import type { SponsorLoad } from '../../domain/portfolio';
import { counted } from './wording';

export const people = {
  open: (count: number, text: string): string => counted(count, text, 'open initiative'),
  sponsors: (count: number, text: string, next: SponsorLoad['load'] | null): string =>
    `Sponsors ${counted(count, text, 'open initiative')}.${next === null ? '' : ` One more makes them ${next}.`}`,
} as const;
