/** What a review leaves behind in History: section 8 of the method, ruling 65. */
import type { Snapshot } from '../../src/domain/snapshot';
import { historyOutcome, historyRows, rowOfSnapshot } from '../../src/report/historyRows';
import { day, judged } from '../domain/portfolioRows';

const portfolio = judged(`
  Partner | Status | Executive sponsor | Partner sponsor | Last QBR
  Acme    | Active | Ann               | Pat             | 2026-09-01
  Beta    | Active |                   |                 |
  Gone    | Ended  | Ann               | Pat             | 2026-09-01`, `
  Initiative | Partner | Stage  | Sales sponsor | Owner | Revenue target | Revenue | Pipeline | Launched on | Due
  A          | Acme    | Launch | Bob           | Lea   | 1000           | 400.5   | 900      | 2026-02-02  | 2027-01-28
  B          | Acme    | Launch |               | Lea   | 500            | 600     | 20       | 2026-02-02  | 2027-01-28
  C          | Gone    | Launch | Bob           | Lea   | 300            | 100     | 50       | 2026-02-02  | 2027-01-28`);

describe('the rows of a review', () => {
  const rows = historyRows(portfolio, day('2026-10-02'), 'c6f6ed2d-9e35');

  it('are one for each partner in table order, ended ones too', () => {
    expect(rows.map(({ partner, rating }) => `${partner}: ${rating}`)).toEqual([`Acme: ${portfolio.partners[0]?.rating}`, 'Beta: Not rated', 'Gone: Not rated']);
    expect(portfolio.partners[0]?.rating).not.toBe('Not rated');
  });

  it('say the quarter that holds the as-of date, the day they were made, and the run', () => {
    for (const row of rows) expect(row).toMatchObject({ quarter: '2026 Q3', asOf: day('2026-09-30'), madeOn: day('2026-10-02'), run: 'c6f6ed2d-9e35' });
  });

  it('hold the scores as they were judged, and the health of the portfolio in each', () => {
    const [acme] = portfolio.partners;
    expect(rows[0]).toMatchObject({
      health: acme?.health,
      confidence: acme?.confidence,
      revenueScore: acme?.dimensions.revenue.score,
      pipelineScore: acme?.dimensions.pipeline.score,
      tractionScore: acme?.dimensions.traction.score,
      sponsorshipScore: acme?.dimensions.sponsorship.score,
      governanceScore: acme?.dimensions.governance.score,
      relationshipScore: acme?.dimensions.relationship.score,
    });
    // Each stands in a column of its own: the scores that are known all differ.
    expect(new Set([rows[0]?.revenueScore, rows[0]?.pipelineScore, rows[0]?.sponsorshipScore, rows[0]?.governanceScore]).size).toBe(4);
    expect(rows.map(({ portfolioHealth }) => portfolioHealth)).toEqual([portfolio.health, portfolio.health, portfolio.health]);
    expect(portfolio.health).not.toBeNull();
  });

  it('hold money in whole units: 400.5 + 600 won of 1000 + 500, and 900 + 20 open for the 599.5 that are left', () => {
    expect(rows[0]).toMatchObject({ revenue: 1000.5, revenueTarget: 1500, pipeline: 920, pipelineCoverage: 1.534612 });
    expect(rows[1]).toMatchObject({ revenue: 0, revenueTarget: 0, pipeline: 0, pipelineCoverage: null });
    expect(rows[2]).toMatchObject({ revenue: 100, revenueTarget: 300, pipeline: 50, pipelineCoverage: 0.25 });
  });

  it('say "covered" where nothing is left to sell', () => {
    const { partners, ...rest } = portfolio;
    const covered = partners.map((partner) => ({ ...partner, money: { ...partner.money, pipelineCoverage: 'covered' as const } }));
    expect(historyRows({ ...rest, partners: covered }, day('2026-10-02'), 'x')[0]?.pipelineCoverage).toBe('covered');
  });
});

const snapshot: Snapshot = {
  row: 7, asOf: day('2026-06-30'), quarter: '2026 Q2', name: 'Acme', key: 'acme', health: 1 as Snapshot['health'], rating: 'Red', confidence: 0.5 as Snapshot['confidence'],
  dimensions: { revenue: 2, pipeline: 3, traction: 4, sponsorship: 5, governance: 6, relationship: 7 } as Snapshot['dimensions'],
  revenue: 801 as Snapshot['revenue'], revenueTarget: 902 as Snapshot['revenue'], pipeline: null, pipelineCoverage: 1.5, portfolioHealth: 9 as Snapshot['health'],
  madeOn: day('2026-07-02'), run: 'one',
};

it('a snapshot becomes the row again that it was', () => {
  expect(rowOfSnapshot(snapshot)).toEqual({
    quarter: '2026 Q2', asOf: day('2026-06-30'), partner: 'Acme', health: 1, rating: 'Red', confidence: 0.5, revenueScore: 2, pipelineScore: 3, tractionScore: 4,
    sponsorshipScore: 5, governanceScore: 6, relationshipScore: 7, revenue: 8.01, revenueTarget: 9.02, pipeline: null, pipelineCoverage: 1.5, portfolioHealth: 9,
    madeOn: day('2026-07-02'), run: 'one',
  });
});

describe('once per as-of date', () => {
  const madeOn = (...days: (string | null)[]): Snapshot[] => days.map((made) => ({ ...snapshot, asOf: day('2026-09-30'), madeOn: made === null ? null : day(made) }));
  const outcome = (history: readonly Snapshot[]): string => historyOutcome(history, day('2026-09-30'), day('2026-10-02'));

  it.each<[string, string, Snapshot[]]>([
    ['without snapshots', 'written', []],
    ['with snapshots of other dates', 'written', [snapshot, { ...snapshot, asOf: day('2026-10-01') }]],
    ['with snapshots made today', 'replaced', [snapshot, ...madeOn('2026-10-02', '2026-10-02')]],
    ['with snapshots made yesterday', 'kept', madeOn('2026-10-01')],
    ['with snapshots made where it is tomorrow already', 'kept', madeOn('2026-10-03')],
    ['with one made yesterday among others', 'kept', madeOn('2026-10-02', '2026-10-01')],
    ['with snapshots that do not say when they were made', 'kept', madeOn(null)],
  ])('%s: %s', (_, expected, history) => {
    expect(outcome(history)).toBe(expected);
  });
});
