import { History } from '../../src/domain/history';
import { partnerLine, portfolioLine, portfolioPoint, trendOf } from '../../src/domain/trend';
import { asOf, day, judged, snapshots } from './portfolioRows';

/**
 * Three partners of which every alliance manager is named, so that Governance alone is 100; with `no` expectations it is 50.
 * Each has one initiative in Approve without a target, so that Sponsorship is 100 with a sales sponsor and 0 without.
 */
const partners = `
  Partner | Alliance manager | Expectations agreed | Last QBR   | Joint business plan | Status
  Acme    | Ines             | yes                 | 2026-09-01 | 2026-09-01          | Active
  Beta    | Ines             | yes                 | 2026-09-01 | 2026-09-01          | Active
  Gamma   | Ines             | yes                 | 2026-09-01 | 2026-09-01          | Ended`;
/**
 * Revenue of an initiative half through its year: Acme 60 of 100 expected, Beta 100 of 100, so with weights 30 : 20 (sponsorship) : 15 (governance)
 * and pipeline met: Acme's health is (30 x 60 + 20 x 100 + 20 x 100 + 15 x 100) / 85 = 7300 / 85 = 85.882353, Beta's 100.
 */
const initiatives = `
  Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due        | Approved on | Approved by | Owner | Last inspected
  A          | Acme    | Launch | Bob           | 200            | 60      | 900      | 2026-02-02  | 2027-01-28 | 2026-01-01  | Eve         | Kim   | 2026-09-01
  B          | Beta    | Launch | Bob           | 600            | 300     | 2000     | 2026-02-02  | 2027-01-28 | 2026-01-01  | Eve         | Kim   | 2026-09-01`;
const acme = 85.882353;

const trend = (history: string, on = asOf) => {
  const portfolio = judged(partners, initiatives, on);
  return trendOf(new History(snapshots(history), day(on)), portfolio.partners, portfolio.health, day(on));
};
const known = (points: number) => ({ kind: 'known', points });
const unknown = (because: string) => ({ kind: 'unknown', because });

describe('the trend of a partner, ruling 66', () => {
  it('is today less the last snapshot, and less the latest of twelve months ago or earlier', () => {
    const { partners: [first, second] } = trend(`
      As of      | Partner | Health
      2025-06-30 | Acme    | 40
      2025-09-30 | Acme    | 50.5
      2025-10-01 | Acme    | 55
      2026-06-30 | Acme    | 90
      2026-06-30 | Beta    | 100`);
    // 85.882353 - 90 and 85.882353 - 50.5: 30 September 2025 is twelve months ago to the day
    expect(first).toMatchObject({ change: known(-4.117647), yearAgoChange: known(35.382353), last: { health: 90 }, yearAgo: { health: 50.5 } });
    expect(second).toMatchObject({ change: known(0), yearAgoChange: unknown('noSnapshot'), yearAgo: null });
  });

  it('says why it is not known', () => {
    const { partners: [first, second, third] } = trend(`
      As of      | Partner | Health | Rating
      2026-06-30 | Acme    |        | Not rated
      2026-06-30 | Gamma   | 70     | Amber`);
    expect(first?.change).toEqual(unknown('notRatedThen'));
    expect(second?.change).toEqual(unknown('noSnapshot'));
    expect(second?.last).toBeNull();
    expect(third?.change).toEqual(unknown('notRatedNow'));
  });
});

describe('the trend of the portfolio, ruling 67', () => {
  const history = `
    As of      | Partner | Health | Revenue target | Portfolio health
    2025-08-31 | Acme    | 30     | 100            | 30
    2026-06-30 | Acme    | 80     | 100            | 61
    2026-06-30 | Beta    | 90     | 100            | 61
    2026-06-30 | Gamma   | 13     | 100            | 61`;
  // Today: (200 x 85.882353 + 600 x 100) / 800 = 96.470588

  it('is plain: the two healths as they were', () => {
    expect(judged(partners, initiatives).health).toBe(96.470588);
    expect(trend(history).portfolio).toMatchObject({
      last: { asOf: day('2026-06-30'), health: 61 },
      change: known(35.470588),
      yearAgo: { asOf: day('2025-08-31'), health: 30 },
      yearAgoChange: known(66.470588),
    });
  });

  it('is like for like: over the partners rated now and then, with the weights of now, so that the end of Gamma is no improvement', () => {
    // then (200 x 80 + 600 x 90) / 800 = 87.5; now 96.4705883: up 8.970588
    expect(trend(history).portfolio.likeForLike).toEqual(known(8.970588));
  });

  it('compares no partner that was not there, or not rated, on one of the two days', () => {
    expect(trend('As of | Partner | Health | Portfolio health\n2026-06-30 | Acme | 80 | 80\n2026-06-30 | Beta | | 80').portfolio.likeForLike).toEqual(known(5.882353));
    expect(trend('As of | Partner | Health\n2026-06-30 | Acme |').portfolio).toMatchObject({ change: unknown('notRatedThen'), likeForLike: unknown('notRatedThen') });
    expect(trend('As of | Partner | Health\n2026-06-30 | Delta | 50').portfolio).toMatchObject({ change: known(46.470588), likeForLike: unknown('notRatedThen') });
  });

  it('needs a snapshot, and a rating today', () => {
    expect(trend('As of | Partner | Health\n2026-09-30 | Acme | 80').portfolio).toEqual({
      last: null, yearAgo: null, change: unknown('noSnapshot'), likeForLike: unknown('noSnapshot'), yearAgoChange: unknown('noSnapshot'),
    });
    const none = judged('Partner | Tier\nAcme | Gold');
    const history = new History(snapshots('As of | Partner | Health\n2026-06-30 | Acme | 80'), day(asOf));
    expect(trendOf(history, none.partners, none.health, day(asOf)).portfolio).toMatchObject({ change: unknown('notRatedNow'), likeForLike: unknown('notRatedNow') });
  });

  it('where the written health is gone it is the mean by the targets of that day: (100 x 80 + 300 x 60) / 400 = 65', () => {
    const points = new History(snapshots(`
      As of      | Partner | Health | Revenue target
      2026-06-30 | Acme    | 80     | 100
      2026-06-30 | Beta    | 60     | 300
      2026-06-30 | Gamma   |        | 900`), day(asOf));
    expect(portfolioPoint(points, day('2026-06-30'))).toEqual({ asOf: day('2026-06-30'), health: 65 });
    expect(portfolioPoint(points, null)).toBeNull();
  });

  it('takes the written health of the lowest row that has one', () => {
    const points = new History(snapshots(`
      As of      | Partner | Health | Portfolio health
      2026-06-30 | Acme    | 80     | 71
      2026-06-30 | Beta    | 60     | 72
      2026-06-30 | Gamma   | 60     |`), day(asOf));
    expect(portfolioPoint(points, day('2026-06-30'))?.health).toBe(72);
  });
});

describe('a line over time', () => {
  const history = new History(snapshots(`
    As of      | Partner | Health | Rating    | Revenue score | Portfolio health
    2026-03-31 | Acme    |        | Not rated | 10            | 44
    2026-06-30 | Acme    | 70     | Amber     | 35            | 55`), day(asOf));
  const portfolio = judged(partners, initiatives);
  const [first] = portfolio.partners;

  it('ends with today', () => {
    expect(partnerLine(history, first!, null, day(asOf))).toEqual([
      { asOf: day('2026-03-31'), score: null, rating: 'Not rated' },
      { asOf: day('2026-06-30'), score: 70, rating: 'Amber' },
      { asOf: day(asOf), score: acme, rating: 'Green' },
    ]);
  });

  it('can be that of a dimension, which has no rating', () => {
    expect(partnerLine(history, first!, 'revenue', day(asOf)).map(({ score, rating }) => [score, rating])).toEqual([[10, null], [35, null], [60, null]]);
  });

  it('of the portfolio has its health of each day', () => {
    expect(portfolioLine(history, portfolio.health, day(asOf))).toEqual([
      { asOf: day('2026-03-31'), score: 44, rating: null },
      { asOf: day('2026-06-30'), score: 55, rating: null },
      { asOf: day(asOf), score: 96.470588, rating: null },
    ]);
  });
});
