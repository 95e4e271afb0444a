/** How each initiative stands in its stage: what its gates lack, how long it has been there, and what it is worth. Section 2 of the method, rulings 33 to 40. */
import { basisOf } from './basis';
import { GateKeeper } from './gates';
import type { Initiative } from './initiative';
import { initiativeKeys } from './initiativeKeys';
import type { Minor } from './measure';
import type { Partner } from './partner';
import type { GateBreach, Portfolio } from './portfolio';
import { valueAtRisk } from './sponsorship';

/** Days since the date that the stage's limit counts from (Qualified on; of a launched initiative Due, negative before it), and the limit. */
export interface StageTime {
  readonly days: number;
  readonly limit: number;
}

export interface StageStanding {
  /** Its name among the rows that outlives sorting (initiativeKeys.ts). */
  readonly key: string;
  readonly initiative: Initiative;
  readonly partner: Partner;
  /** Gates that it has passed and does not meet. */
  readonly breaches: readonly GateBreach[];
  /** What its next gate asks for and it does not have. */
  readonly missing: readonly GateBreach[];
  /** `null` where nothing says when the stage began, or the stage has no limit. */
  readonly time: StageTime | null;
  /** What remains of the revenue target, else the pipeline; `null` where neither is known. */
  readonly value: Minor | null;
}

function stageTime({ stage, qualifiedOn, due }: Initiative, { asOf, policy: { stageLimitDays } }: Portfolio): StageTime | null {
  const since = stage === 'Launch' ? due : stage === 'Closed' ? null : qualifiedOn;
  if (typeof since !== 'number') return null;
  const limit = stage === 'Launch' ? stageLimitDays.launchOverdue : stage === 'Approve' ? stageLimitDays.approve : stageLimitDays.qualify;
  return { days: asOf - since, limit };
}

export function isOverTime({ breaches }: StageStanding): boolean {
  return breaches.some(({ missing }) => missing === 'Time limit');
}

/** What fails comes before what lacks something for its next gate, and that before what is ready. */
function rank({ breaches, missing }: StageStanding): number {
  return breaches.length > 0 ? 0 : missing.length > 0 ? 1 : 2;
}

/** Every initiative, the most urgent first: by what its gates lack, then by value; ties in table order. */
export function stageStandings(portfolio: Portfolio): readonly StageStanding[] {
  const { rows: { initiatives, partners }, gateBreaches } = portfolio;
  const keeper = new GateKeeper(basisOf(portfolio));
  const keys = initiativeKeys(portfolio.rows);
  const breachesOf = new Map<Initiative, GateBreach[]>();
  for (const breach of gateBreaches) {
    const known = breachesOf.get(breach.initiative);
    if (known === undefined) breachesOf.set(breach.initiative, [breach]);
    else known.push(breach);
  }
  const standings = (initiatives?.rows ?? []).flatMap((initiative): StageStanding[] => {
    const partner = partners?.rows[initiative.partner];
    if (partner === undefined) return [];
    return [{
      key: keys.get(initiative) ?? '', initiative, partner, breaches: breachesOf.get(initiative) ?? [],
      // Nothing is asked of the initiatives of a partner that has ended.
      missing: partner.status === 'Ended' ? [] : keeper.ahead(initiative, partner),
      time: stageTime(initiative, portfolio), value: valueAtRisk(initiative),
    }];
  });
  return standings.sort((a, b) => rank(a) - rank(b) || (b.value ?? -1) - (a.value ?? -1));
}
