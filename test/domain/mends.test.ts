/** What a blank cell that is a gate breach would plausibly hold: ruling 76. */
import { basisOf } from '../../src/domain/basis';
import { type Mendable, mendOf } from '../../src/domain/mends';
import { defaultPolicy } from '../../src/domain/policy';
import { asOf, day, portfolioRows } from './portfolioRows';

/** The edit that fills a field of an initiative with these cells. */
function mended(field: Mendable, cells: string): unknown {
  const rows = portfolioRows('Partner\nAcme', `Partner | Stage | Qualified on | Approved on | Launched on | Due\nAcme | ${cells}`);
  return mendOf(field, rows.initiatives!.rows[0]!, basisOf({ rows, asOf: day(asOf), policy: defaultPolicy }));
}
const edit = (field: Mendable, value: unknown) => ({ of: 'initiative', row: 1, field, value });

it.each<Mendable>(['owner', 'approvedBy'])('somebody is %s', (field) => {
  expect(mended(field, 'Launch')).toEqual(edit(field, 'Somebody'));
});

it.each<[Mendable, string, string, string]>([
  ['approvedOn', 'Launch | 2026-01-01 | | 2026-02-01', '2026-02-01', 'the launch'],
  ['approvedOn', 'Launch | 2026-01-01 | | ?', '2026-01-01', 'the qualification, where no launch is known'],
  ['approvedOn', 'Launch | | | ', asOf, 'today, where neither is'],
  ['launchedOn', 'Launch | 2026-01-01 | 2026-02-01 | ', '2026-02-01', 'the approval'],
  ['launchedOn', 'Launch | 2026-01-01 | ? | ', '2026-01-01', 'the qualification, where no approval is known'],
  ['launchedOn', 'Launch | | | ', asOf, 'today, where neither is'],
  ['due', 'Launch | | | 2026-02-01 | ', '2027-02-01', 'twelve months after the launch'],
  ['due', 'Launch | | | | ', '2027-09-30', 'twelve months from today, where no launch is known'],
  ['due', 'Launch | | | 2025-10-01 | ', '2026-10-01', 'twelve months after the launch, if only just to come'],
  ['due', 'Launch | | | 2025-09-30 | ', '2027-09-30', 'twelve months from today, where those after the launch are over'],
  ['due', 'Closed | | | 2025-09-30 | ', '2026-09-30', 'of one that closed twelve months after the launch, over or not'],
  ['endedOn', 'Closed | | | 2025-01-01 | 2026-01-01', '2026-01-01', 'the day on which it was due'],
  ['endedOn', 'Closed | | | 2025-01-01 | 2026-12-31', asOf, 'today, where it is not due yet'],
  ['endedOn', 'Closed | | | 2025-01-01 | ', asOf, 'today, where no due date is known'],
])('%s of %s is %s: %s', (field, cells, iso) => {
  expect(mended(field, cells)).toEqual(edit(field, day(iso)));
});

it('the outcome of what closed is success', () => {
  expect(mended('outcome', 'Closed')).toEqual(edit('outcome', 'Succeeded'));
});
