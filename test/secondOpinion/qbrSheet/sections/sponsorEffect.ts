/** Whether initiatives with a sales sponsor succeeded more often. */
import { traceComparison } from './comparison';
import type { Tracing } from './section';

export const traceSponsorEffect: Tracing = (section, { sponsorEffect }, ledger) => {
  traceComparison(section.said, sponsorEffect, { one: 'with', inFull: 'with a sales sponsor', other: 'without', figures: [] }, ledger, section.heading);
};
