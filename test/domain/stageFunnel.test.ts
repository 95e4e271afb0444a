import { type OpenStage, stageFunnel } from '../../src/domain/stageFunnel';
import { judged } from './portfolioRows';

const head = 'Initiative | Partner | Stage | Qualified on | Launched on';
const funnel = (...rows: string[]) => stageFunnel(judged('Partner | Status\nAcme | Active\nGone | Ended', `${head}\n${rows.join('\n')}`, '2026-09-30'));
const days = (stage: OpenStage, ...rows: string[]) => funnel(...rows).find((one) => one.stage === stage)?.days;

test('counts what is open by stage, of alliances that go on', () => {
  expect(funnel('A | Acme | Qualify | |', 'B | Acme | Approve | |', 'C | Acme | Launch | |', 'D | Acme | Launch | |', 'E | Acme | Closed | |', 'F | Gone | Launch | |').map(({ stage, count }) => [stage, count]))
    .toEqual([['Qualify', 1], ['Approve', 1], ['Launch', 2]]);
});

test.each<[string, OpenStage, string[], number | null]>([
  ['Qualify counts from Qualified on', 'Qualify', ['A | Acme | Qualify | 2026-09-20 | 2026-09-01'], 10],
  ['Approve too: nothing says when it began', 'Approve', ['A | Acme | Approve | 2026-09-20 | 2026-09-29'], 10],
  ['Launch counts from Launched on', 'Launch', ['A | Acme | Launch | 2026-01-01 | 2026-09-25'], 5],
  ['of three the one in the middle', 'Qualify', ['A | Acme | Qualify | 2026-09-29 |', 'B | Acme | Qualify | 2026-01-01 |', 'C | Acme | Qualify | 2026-09-20 |'], 10],
  ['of two their mean, in whole days', 'Qualify', ['A | Acme | Qualify | 2026-09-29 |', 'B | Acme | Qualify | 2026-09-20 |'], 6],
  ['what has no day, or a later one, does not count', 'Qualify', ['A | Acme | Qualify | |', 'B | Acme | Qualify | ? |', 'C | Acme | Qualify | 2026-12-01 |', 'D | Acme | Qualify | 2026-09-20 |'], 10],
  ['nobody knows', 'Launch', ['A | Acme | Launch | 2026-01-01 |'], null],
])('days in stage: %s', (_, stage, rows, expected) => {
  expect(days(stage, ...rows)).toBe(expected);
});
