/** Whether closed initiatives with a sales sponsor succeeded more often: section 5 of the method, ruling 59. */
import type { Basis } from './basis';
import { stoppedBeforeLaunch } from './lifecycle';
import { type RateComparison, compareSuccessRates } from './successRates';

/**
 * The success rate of closed initiatives with a sales sponsor (`one`) against those without (`other`), whenever they ended, ended partners' too.
 * One without a known outcome tells nothing, and one stopped before its launch shows a gate at work: both are left out.
 */
export function sponsorEffect(basis: Basis): RateComparison {
  const withSponsor = { closed: 0, succeeded: 0 };
  const without = { closed: 0, succeeded: 0 };
  for (const initiative of basis.rows.initiatives?.rows ?? []) {
    const { stage, outcome, salesSponsor } = initiative;
    if (stage !== 'Closed' || typeof outcome !== 'string' || stoppedBeforeLaunch(initiative, basis)) continue;
    const side = salesSponsor === null ? without : withSponsor;
    side.closed += 1;
    if (outcome === 'Succeeded') side.succeeded += 1;
  }
  return compareSuccessRates(withSponsor, without, basis.policy.successRates);
}
