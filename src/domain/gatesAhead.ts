/** The gate that an initiative would fail next, before it is reached: section 2 of the method. */
import { type Judged, basisOf } from './basis';
import { GateKeeper } from './gates';
import type { Initiative } from './initiative';
import type { SerialDate } from './measure';
import type { Partner } from './partner';
import type { GateBreach, PartnerHealth } from './portfolio';

export interface GateAhead {
  readonly initiative: Initiative;
  readonly partner: Partner;
  /** What its next gate asks for and it does not have yet, each with its cell; none where it is ready. */
  readonly missing: readonly GateBreach[];
  /** The last day within the limit of its stage, where it is near; `null` where nothing says when the stage began. */
  readonly limitOn: SerialDate | null;
}

/**
 * Of the open initiatives of partners that have not ended, in table order: those that lack something for their next gate, or whose time in
 * their stage is soon over. The end of a launched initiative is asked for from its due date on.
 */
export function gatesAhead(judged: Judged, partners: readonly PartnerHealth[]): readonly GateAhead[] {
  const keeper = new GateKeeper(basisOf(judged));
  const rows = judged.rows.initiatives?.rows ?? [];
  const positions = partners.filter(({ partner }) => partner.status !== 'Ended').flatMap(({ partner, initiatives }) => initiatives.map((position) => ({ partner, position })));
  return positions.sort((a, b) => a.position - b.position).flatMap(({ partner, position }): GateAhead[] => {
    const initiative = rows[position];
    if (initiative === undefined) return [];
    const missing = keeper.ahead(initiative, partner);
    const limitOn = keeper.limitOn(initiative);
    return missing.length === 0 && limitOn === null ? [] : [{ initiative, partner, missing, limitOn }];
  });
}
