import { ChangeBounds } from '../../src/domain/changeBounds';
import { changesIn } from '../../src/domain/changes';
import { Scenarios } from '../../src/domain/whatIf';
import { judged } from './portfolioRows';

const halfway = '2026-02-02 | 2027-01-28';

/** Each change of the first partner by its field: the points that it brings alone, and the most that it can bring. */
function bounds(partners: string, initiatives: string): Readonly<Record<string, readonly [number, number]>> {
  const portfolio = judged(partners, initiatives);
  const scenarios = new Scenarios(portfolio, portfolio.partners[0]!);
  const today = scenarios.health([]);
  const changes = changesIn(scenarios, today);
  const bound = new ChangeBounds(scenarios, today, changes);
  return Object.fromEntries(changes.map((change) => [change.edit.field, [change.points, Number(bound.of(change).toFixed(5))]]));
}

describe('the most that a change can bring', () => {
  it('is what it brings alone, in one dimension or in two', () => {
    // Revenue 250 of 500: 50, pipeline 1,125 of 2,250: 50, sponsorship 0, review failed and gates passed: 50: (1500 + 1000 + 750) / 85
    expect(bounds('Partner | Last QBR\nAcme | ', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due
      A          | Acme    | Launch |               | 1000           | 250     | 1125     | ${halfway}`)).toEqual({
      // 20 x 100 / 85; 30 x 50 / 85 and pipeline 1,125 of 1,500: 20 x 25 / 85; 20 x 50 / 85; 15 x 50 / 85
      salesSponsor: [23.529412, 23.52941],
      revenue: [23.529412, 23.52941],
      pipeline: [11.764706, 11.76471],
      lastQbr: [8.82353, 8.82353],
    });
  });

  it('is the same share for each of several mends that clear an initiative only together', () => {
    // Revenue, pipeline and sponsorship 100, traction 0, gates 0: 70; 15 more without breaches
    const rows = (cells: string) => `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due | Traction target | Traction | Owner | Approved by | Approved on
      A          | Acme    | Launch | Bob           | 1000           | 500     | 1500     | ${halfway} | 12 | 0 | ${cells}`;
    expect(bounds('Partner\nAcme', rows('Ann | | 2026-01-15'))).toEqual({ approvedBy: [15, 15] });
    expect(bounds('Partner\nAcme', rows(' | | 2026-01-15'))).toEqual({ owner: [0, 7.5], approvedBy: [0, 7.5] });
    expect(bounds('Partner\nAcme', rows(' | | '))).toEqual({ owner: [0, 5], approvedBy: [0, 5], approvedOn: [0, 5] });
    // A date in the wrong order stays a breach
    expect(bounds('Partner\nAcme', rows(' | | 2026-02-03'))).toEqual({ owner: [0, 0], approvedBy: [0, 0] });
  });

  it('leaves out what it lowers', () => {
    // With its due date, revenue and pipeline of B are known, and low: only the gates rise, 15 x 50 / 85
    expect(bounds('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000000        | 500000  | 1500000  | ${halfway}
      B          | Acme    | Launch | Bob           | 1000000        | 0       | 0        | 2026-01-28  |`)).toEqual({ due: [-20.766489, 8.82353] });
  });

  const traction = (dates: string) => `
    Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Traction target | Traction | Approved on | Launched on | Due
    A          | Acme    | Launch | Bob           | 1000           | 500     | 1500     |                 |          | 2026-01-15  | ${halfway}
    B          | Acme    | Launch | Bob           |                |         |          | 8               | 9        | 2026-02-02  | ${dates}`;

  it('counts a dimension that becomes known as far as it lies above the health of today', () => {
    // Revenue, pipeline and sponsorship 100, gates 50: 7750 / 85 = 91.176. Gates 15 x 50 / 85, and traction 100: 15 x (100 - 91.176) / 100
    expect(bounds('Partner\nAcme', traction('2026-02-02 |'))).toEqual({ due: [8.823529, 10.14706] });
  });

  it('counts what dates let be known only together for each of them', () => {
    // Half of the gates' 8.824, and all of traction's 1.324
    expect(bounds('Partner\nAcme', traction('|'))).toEqual({ launchedOn: [0, 5.73529], due: [0, 5.73529] });
  });

  it('counts what a date lets be known alone, where another one would undo that', () => {
    // Without launch dates the plan of a closed initiative runs from the year's first day, or from its approval, which is taken to be today: too early.
    // With its end alone, Over's revenue is full beside Running's nothing: 30 x 50 / 85. Both mends clear the gates: 15 x 25 / 85, half of it each
    expect(bounds('Partner | Alliance manager\nAcme | Ann', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Approved on | Ended on
      Running    | Acme    | Launch | Bob           | 1000           | 0       | 3000     | 2025-01-15  |
      Over       | Acme    | Closed | Bob           | 1000           | 1000    |          |             |`)).toEqual({
      revenue: [35.294117, 35.29412],
      endedOn: [17.647058, 19.85294],
      approvedOn: [0, 2.20588],
    });
  });
});
