/** The portfolio page. */
import { counted } from './wording';

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
