/** Where an initiative stands between the idea and its end. */
import type { Basis } from './basis';
import type { Initiative } from './initiative';

export function isOpen(initiative: Initiative): boolean {
  return initiative.stage !== 'Closed';
}

/** In Approve or Launch: it needs a sales sponsor by now. */
export function isOpenPastQualify(initiative: Initiative): boolean {
  return initiative.stage === 'Approve' || initiative.stage === 'Launch';
}

/** A gate did its work: stopped, and no launch date where launch dates are kept. An unreadable date is a launch: ruling 34. */
export function stoppedBeforeLaunch(initiative: Initiative, basis: Basis): boolean {
  return (
    initiative.stage === 'Closed' &&
    initiative.outcome === 'Stopped' &&
    initiative.launchedOn === null &&
    basis.initiativeColumns.launchedOn !== undefined
  );
}

/** In Launch, or closed after it. */
export function wasLaunched(initiative: Initiative, basis: Basis): boolean {
  return initiative.stage === 'Launch' || (initiative.stage === 'Closed' && !stoppedBeforeLaunch(initiative, basis));
}

/** Closed in the last four quarters: ruling 4. */
export function closedRecently(initiative: Initiative, basis: Basis): boolean {
  const { stage, endedOn } = initiative;
  return stage === 'Closed' && typeof endedOn === 'number' && endedOn > basis.fourQuartersAgo && endedOn <= basis.asOf;
}
