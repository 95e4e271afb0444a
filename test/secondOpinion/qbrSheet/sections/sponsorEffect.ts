/** Whether initiatives with a sales sponsor succeeded more often: ruling 59. */
import { compared, sideOf } from '../corrections';
import { traceComparison } from './comparison';
import type { Tracing } from './section';

export const traceSponsorEffect: Tracing = (section, { facts: { initiatives, neverLaunched } }, ledger) => {
  const closed = initiatives.filter((i) => i.stage === 'Closed' && i.outcome !== null && i.outcome !== 'unreadable' && !neverLaunched(i));
  const side = (sponsored: boolean) => sideOf(closed.filter(({ sponsor }) => (sponsor !== null) === sponsored).map(({ outcome }) => outcome));
  traceComparison(section.said, compared(side(true), side(false)), { one: 'with', inFull: 'with a sales sponsor', other: 'without', figures: [] }, ledger, section.heading);
};
