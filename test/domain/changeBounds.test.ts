/** The most that a change can bring beside any others: what it brings alone, but for several mends of one initiative. */
import { ChangeBounds } from '../../src/domain/changeBounds';
import { changeSentence, changesIn } from '../../src/domain/changes';
import { Scenarios } from '../../src/domain/whatIf';
import { judged } from './portfolioRows';

const halfway = '2026-02-02 | 2027-01-28';
const head = 'Initiative | Partner | Stage | Sales sponsor | Owner | Approved by | Revenue target | Revenue | Launched on | Due';

/** Of each change of the first partner what it brings alone, and at most, to three decimals. */
function bounds(partners: string, initiatives: string): Readonly<Record<string, readonly [number, number]>> {
  const portfolio = judged(partners, initiatives);
  const scenarios = new Scenarios(portfolio, portfolio.partners[0]!);
  const today = scenarios.health([]);
  const changes = changesIn(scenarios, today);
  const most = new ChangeBounds(scenarios, today, changes);
  const rounded = (points: number): number => Math.round(points * 1000) / 1000;
  return Object.fromEntries(changes.map((change) => [changeSentence(change).replace(/ \(.*$/, ''), [rounded(change.points), rounded(most.of(change))]]));
}

it('is what it brings alone where it raises what is known, each dimension by its weight', () => {
  // Revenue 200 of 1,000 expected: 20. Sponsorship 90 of 100. Governance: no review, the gates of one of two: 25. Weights 30, 20 and 15 of 65.
  expect(bounds('Partner | Last QBR | Executive sponsor | Partner sponsor\nAcme | | | Pat', `${head}
    Migration | Acme | Launch | Bob |     | Cid | 1000 | 100 | ${halfway}
    Training  | Acme | Launch | Bob | Ann | Cid | 1000 | 100 | ${halfway}`)).toEqual({
    // 30 x 40 / 65
    'Bring the revenue of Migration to 500': [18.462, 18.462],
    'Bring the revenue of Training to 500': [18.462, 18.462],
    // 15 x 50 / 65
    'Hold the quarterly review': [11.538, 11.538],
    // 15 x 25 / 65
    'Name an owner for Migration': [5.769, 5.769],
    // 20 x 10 / 65
    'Name an executive sponsor': [3.077, 3.077],
  });
});

it('lifts a dimension that becomes known only as far as it lies above the health of today', () => {
  // Pipeline 50, traction 100, sponsorship 100, governance 50; no revenue: (1000 + 1500 + 2000 + 750) / 70 = 75.
  // Due on 2027-02-02 Migration has 400 of 1000 x 120 / 245 = 489.796, so revenue 81.667: 30 x 6.667 / 100 = 2; the gates bring 15 x 50 / 70 = 10.714.
  // Alone it brings (5250 + 750 + 2450) / 100 - 75 = 9.5.
  expect(bounds('Partner\nAcme', `${head} | Pipeline target | Pipeline | Traction target | Traction
    Migration | Acme | Launch | Bob | Ann | Cid | 1000 | 400 | 2026-02-02 | |      |     |    |
    Training  | Acme | Launch | Bob | Ann | Cid |      |     | ${halfway}   | 1000 | 500 | 12 | 8`)).toEqual({
    // 20 x 50 / 70
    'Bring the pipeline of Training to 1 K': [14.286, 14.286],
    'Agree the day on which Migration is due': [9.5, 12.714],
  });
});

it('of several mends of one initiative each may be the one that completes its gates: they share what all bring to Governance', () => {
  // Revenue 20, sponsorship 100, governance 0 of two: (600 + 2000) / 65 = 40. All gates of Migration bring 15 x 50 / 65 = 11.538 together.
  expect(bounds('Partner\nAcme', `${head}
    Migration | Acme | Launch | Bob |     |     | 1000 | 100 | ${halfway}
    Training  | Acme | Launch | Bob | Ann |     | 1000 | 100 | ${halfway}`)).toEqual({
    'Bring the revenue of Migration to 500': [18.462, 18.462],
    'Bring the revenue of Training to 500': [18.462, 18.462],
    'Enter who approved Training, or take it to approval': [11.538, 11.538],
    'Name an owner for Migration': [0, 5.769],
    'Enter who approved Migration, or take it to approval': [0, 5.769],
  });
});

it('of several mends of one initiative each may be the one that makes its performance known: that is counted for each in full', () => {
  // Revenue 20, sponsorship 100, governance 50: 51.538. Due on 2027-02-02 Migration has 400 of 489.796: revenue 500 / 989.796 = 50.515.
  // The due date brings 30 x 30.515 / 65 = 14.084; the gates 15 x 50 / 65 = 11.538, of which each mend has half.
  expect(bounds('Partner\nAcme', `${head}
    Migration | Acme | Launch | Bob |     | Cid | 1000 | 400 | 2026-02-02 |
    Training  | Acme | Launch | Bob | Ann | Cid | 1000 | 100 | ${halfway}`)).toEqual({
    'Bring the revenue of Training to 500': [36.923, 36.923],
    'Agree the day on which Migration is due': [14.084, 19.853],
    'Name an owner for Migration': [0, 19.853],
  });
});

it('counts as nothing what would lower a dimension', () => {
  // Due on 2027-02-02 Migration has 0 of 489.796: revenue 500 / 989.796 = 50.515, down from 100; the gates bring 11.538.
  expect(bounds('Partner\nAcme', `${head}
    Migration | Acme | Launch | Bob | Ann | Cid | 1000 | 0   | 2026-02-02 |
    Training  | Acme | Launch | Bob | Ann | Cid | 1000 | 500 | ${halfway}`)).toEqual({
    'Agree the day on which Migration is due': [-11.301, 11.538],
  });
});
