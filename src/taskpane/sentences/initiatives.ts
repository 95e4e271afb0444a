/** The Initiatives page. */
import type { Stage } from '../../domain/initiative';
import { counted, listed } from './wording';

export const gapFilters = ['any', 'gap', 'sponsor', 'breach', 'overTime', 'ready'] as const;
export type GapFilter = (typeof gapFilters)[number];

export const initiatives = {
  byStage: 'Initiatives by stage',
  list: 'Initiatives, the most urgent first',
  search: 'Find an initiative',
  partner: 'Partner',
  owner: 'Owner',
  gap: 'Gates',
  all: 'All',
  gaps: {
    any: 'All', gap: 'Any gap', sponsor: 'No sales sponsor', breach: 'Gate breach', overTime: 'Over its time limit', ready: 'Ready for the next gate',
  } satisfies Readonly<Record<GapFilter, string>>,
  shown: (shown: string, all: string): string => (shown === all ? all : `${shown} of ${all}`),
  matches: (count: number, text: string): string => (count === 0 ? 'No initiative matches.' : `${counted(count, text, 'initiative matches', 'initiatives match')}.`),
  noMatch: 'No initiative matches.',
  showAll: 'Show all initiatives',
  time(stage: Stage, days: number, daysText: string, limit: string): string {
    if (stage !== 'Launch') return `${daysText} of ${limit} days`;
    if (days > 0) return `${counted(days, daysText, 'day')} overdue`;
    return days === 0 ? 'due today' : `due in ${counted(-days, daysText, 'day')}`;
  },
  nextGate: (missing: readonly string[]): string => `Next gate: ${listed(missing.map((word) => (word === 'Owner' || word === 'Target' ? word.toLowerCase() : word)))}`,
  breaches: (count: number, text: string): string => counted(count, text, 'gate breach', 'gate breaches'),
  ready: 'Nothing is missing for the next gate',
  readyShort: 'Gates ready',
  gone: 'This initiative is no longer in the workbook: it was removed or renamed.',
  clean: 'Every gate is met',
  empty: 'The Initiatives table has no initiative yet.',
  emptyHint: 'Here you will see every initiative by stage, with what its next gate asks for. Enter the first one below the headers.',
  none: 'No Initiatives table was found.',
  noneHint: 'Here you will see every initiative by stage, with what its next gate asks for.',
  close: 'Close',
  facts: 'Facts',
  stage: 'Stage',
  sponsor: 'Sales sponsor',
  noSponsor: 'none',
  nameSponsor: 'Name one',
  toRow: 'Go to the row',
  nextGateAsks: 'What the next gate asks for',
  breached: 'Gates that it does not meet',
  standards: 'Reached of what is expected by now',
  standardNames: { revenue: 'Revenue', pipeline: 'Pipeline', traction: 'Traction' },
  tooEarly: 'too early to judge',
  notKnown: 'not known',
  nothingNeeded: 'nothing more needed',
  value: 'Value',
} as const;
