/** Which of the initiatives the list shows. */
import type { Stage } from '../../domain/initiative';
import { type StageStanding, isOverTime } from '../../domain/stageStanding';
import { plainText } from '../plainText';
import type { GapFilter } from '../sentences/initiatives';

export interface InitiativeFilter {
  readonly query: string;
  readonly stage: Stage | null;
  /** A partner's key; '' for all. */
  readonly partner: string;
  readonly owner: string;
  readonly gap: GapFilter;
}

export const everyInitiative: InitiativeFilter = { query: '', stage: null, partner: '', owner: '', gap: 'any' };

/** An initiative with what a search looks at, made plain once: a search through twenty thousand must answer within a frame. */
export interface Findable {
  readonly standing: StageStanding;
  readonly text: string;
}

export function findable(standings: readonly StageStanding[]): readonly Findable[] {
  return standings.map((standing) => ({ standing, text: plainText(`${standing.initiative.name} ${standing.partner.name}`) }));
}

const gapTests: Readonly<Record<GapFilter, (standing: StageStanding) => boolean>> = {
  any: () => true,
  gap: ({ breaches, missing }) => breaches.length > 0 || missing.length > 0,
  sponsor: ({ initiative }) => initiative.stage !== 'Closed' && initiative.salesSponsor === null,
  breach: ({ breaches }) => breaches.length > 0,
  overTime: isOverTime,
  ready: ({ initiative, breaches, missing }) => initiative.stage !== 'Closed' && breaches.length === 0 && missing.length === 0,
};

/** The stage apart: the chips count what the other filters leave. */
export function inFilter(all: readonly Findable[], { query, partner, owner, gap }: InitiativeFilter): readonly StageStanding[] {
  const wanted = plainText(query.trim());
  const passes = gapTests[gap];
  return all.flatMap(({ standing, text }) =>
    ((wanted === '' || text.includes(wanted)) && (partner === '' || standing.partner.key === partner) && (owner === '' || standing.initiative.owner === owner) && passes(standing) ? [standing] : []));
}
