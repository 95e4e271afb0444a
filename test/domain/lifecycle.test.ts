import { basisOf } from '../../src/domain/basis';
import type { Initiative } from '../../src/domain/initiative';
import { closedRecently, isOpen, isOpenPastQualify, stoppedBeforeLaunch, wasLaunched } from '../../src/domain/lifecycle';
import { defaultPolicy } from '../../src/domain/policy';
import { asOf, day, portfolioRows } from './portfolioRows';

/** Whether it holds of an initiative with these cells. */
function holds(of: (initiative: Initiative, basis: ReturnType<typeof basisOf>) => boolean, cells: string, headers = 'Launched on | Ended on | Outcome'): boolean {
  const rows = portfolioRows('Partner\nAcme', `Partner | Stage | ${headers}\nAcme | ${cells}`);
  return of(rows.initiatives!.rows[0]!, basisOf({ rows, asOf: day(asOf), policy: defaultPolicy }));
}

it.each([
  ['Qualify', true, false],
  ['Approve', true, true],
  ['Launch', true, true],
  ['Closed', false, false],
])('an initiative in %s is open: %s, and needs a sales sponsor by now: %s', (stage, open, pastQualify) => {
  expect([holds(isOpen, stage), holds(isOpenPastQualify, stage)]).toEqual([open, pastQualify]);
});

it.each([
  ['Closed | | | Stopped', true, false],
  ['Closed | ? | | Stopped', false, true], // launched on an unknown day
  ['Closed | 2026-01-01 | | Stopped', false, true],
  ['Closed | | | Failed', false, true],
  ['Closed | | | ', false, true],
  ['Launch | | | Stopped', false, true],
  ['Approve | | | Stopped', false, false],
  ['Qualify | 2026-01-01 | | ', false, false],
])('ruling 34: "%s" was stopped before launch: %s, and was launched: %s', (cells, stopped, launched) => {
  expect([holds(stoppedBeforeLaunch, cells), holds(wasLaunched, cells)]).toEqual([stopped, launched]);
});

it('ruling 34: where no launch dates are kept, what was stopped counts as launched', () => {
  expect(holds(stoppedBeforeLaunch, 'Closed | Stopped', 'Outcome')).toBe(false);
  expect(holds(wasLaunched, 'Closed | Stopped', 'Outcome')).toBe(true);
});

it.each([
  ['Closed | | 2025-09-30', false],
  ['Closed | | 2025-10-01', true],
  ['Closed | | 2026-09-30', true],
  ['Closed | | 2026-10-01', false],
  ['Closed | | ?', false],
  ['Closed | | ', false],
  ['Launch | | 2026-01-01', false], // the stage decides
])('ruling 4: "%s" was closed in the last four quarters: %s', (cells, recently) => {
  expect(holds(closedRecently, cells)).toBe(recently);
});
