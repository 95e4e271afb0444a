/** The portfolio page. */
import type { ExitAdvice } from '../../domain/exits';
import type { AgreementDay } from '../../domain/needsNow';
import type { Rating, Severity } from '../../domain/portfolio';
import { counted } from './wording';

/** Less than this is not seen at one decimal. */
const seen = 0.05;

/** "up 4"; `text` are the points without their sign. */
function moved(points: number, text: string): string {
  return Math.abs(points) < seen ? 'unchanged' : `${points > 0 ? 'up' : 'down'} ${text}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export const portfolio = {
  health: 'Portfolio health',
  of100: 'of 100',
  weighting: (equalWeight: string): string => `Weighted by open revenue target; with every partner equal it is ${equalWeight}.`,
  laggingAndLeading: (lagging: string, leading: string): string => `Lagging (revenue) ${lagging} · leading (the rest) ${leading}`,
  unknown: 'not known',
  noneRated: 'No partner can be rated yet. Each partner says what is missing.',
  byRating: 'Partners by rating',
  partners: 'Partners, worst first',
  search: 'Find a partner',
  shown: (shown: string, all: string): string => (shown === all ? all : `${shown} of ${all}`),
  matches: (count: number, text: string): string => (count === 0 ? 'No partner matches.' : counted(count, text, 'partner matches', 'partners match') + '.'),
  noMatch: 'No partner matches.',
  showAll: 'Show all partners',
  nothingLost: 'Nothing is lost on any dimension',
  empty: 'The Partners table has no partner yet.',
  emptyHint: 'Here you will see the health of every partner, worst first. Enter the first partner below the headers.',
  toTable: 'Go to the table',
} as const;

export interface Moved {
  readonly points: number;
  /** Without a sign. */
  readonly text: string;
}

/** How the health of the portfolio moved. */
export const trend = {
  /** Each as points and how they are written; `likeForLike` over the partners of both days. */
  since(change: Moved, likeForLike: Moved | null, day: string): string {
    const plain = moved(change.points, change.text);
    const same = likeForLike === null ? null : moved(likeForLike.points, likeForLike.text);
    const alike = same === null ? '' : same === plain ? ', and over the same partners too' : `; over the same partners ${same}`;
    return `${capitalised(plain)} since the last review on ${day}${alike}.`;
  },
  notComparable: (day: string): string => `The last review on ${day} cannot be compared: no health is known for one of the two days.`,
  none: 'No trend yet: the first QBR sets the mark.',
} as const;

/** What needs somebody now: one line of what to do for each thing. */
export const needs = {
  title: 'What needs you now',
  none: 'Nothing needs you now. Whatever does will stand here, the most money at risk first.',
  sponsor: (severity: Severity, partner: string): string => `Assign a sales sponsor: ${severity === 'Critical' ? 'launched' : 'approved'} with ${partner}`,
  inQuestion({ recommendation }: ExitAdvice, agreement: string | null): string {
    const what = recommendation.kind === 'Exit'
      ? 'Decide on the exit: corrections did not help'
      : `Agree a correction${recommendation.kind === 'Correct' && recommendation.dimension !== null ? ` of ${recommendation.dimension}` : ''}: in question`;
    return agreement === null ? what : `${what}; ${agreement}`;
  },
  agreementDay: ({ kind }: AgreementDay, day: string): string => (kind === 'notice' ? `notice is due by ${day}` : `the agreement ends on ${day}`),
  correction: (rating: Rating, lost: number | null, lostText: string): string =>
    `Agree a course correction: ${rating === 'Red' || lost === null ? rating : `${counted(lost, lostText, 'point')} lost since the last review`}`,
  agreement: ({ kind }: AgreementDay, day: string): string => (kind === 'notice' ? `Renew or give notice by ${day}` : `Renew or let it end: the agreement ends on ${day}`),
  overTime: (days: number, text: string): string => `Move it on or stop it: ${counted(days, text, 'day')} over its time limit`,
  hiddenMoney: (initiatives: number, text: string): string => `Unreadable money in ${counted(initiatives, text, 'initiative')}`,
  hiddenMoneyCells: (cells: number, text: string): string => `Mend ${counted(cells, text, 'cell')}: ${cells === 1 ? 'its amount is' : 'their amounts are'} in no figure`,
  review: (days: number | null, text: string): string =>
    (days === null ? 'Hold the quarterly review: strategic, and none is recorded' : `Hold the quarterly review: ${counted(days, text, 'day')} overdue`),
} as const;

/** What changed since the last QBR. */
export const changes = {
  title: 'Changed since the last QBR',
  none: 'No rating changed.',
  rating: (then: Rating, day: string, points: number | null, text: string): string =>
    `${then} on ${day}${points === null || Math.abs(points) < seen ? '' : `, ${points > 0 ? 'up' : 'down'} ${counted(Math.abs(points), text, 'point')}`}`,
  health: (points: number, text: string, day: string): string => `${points > 0 ? 'Up' : 'Down'} ${counted(Math.abs(points), text, 'point')} since ${day}, the same rating`,
  ended: (then: Rating, day: string): string => `The alliance has ended; ${then} on ${day}`,
  gone: (then: Rating, day: string): string => `Removed or renamed; ${then} on ${day}`,
  new: 'New: in no review yet',
  back: (day: string): string => `Back: not in the review of ${day}`,
} as const;
