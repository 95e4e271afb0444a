import fc from 'fast-check';
import { changeSentence } from '../../src/domain/changes';
import { judge } from '../../src/domain/judge';
import { type Outlook, type PossibleChange, outlookOf } from '../../src/domain/outlook';
import { type Portfolio } from '../../src/domain/portfolio';
import { smallestChanges } from '../../src/domain/smallestChanges';
import { lawRuns } from '../lawRuns';
import { anyRows } from './anyRows';
import { asOf, day, judged } from './portfolioRows';

const partners = 'Partner | Last QBR | Executive sponsor\nAcme | |';
const initiatives = `
  Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due
  Migration  | Acme    | Launch |               | 1000000        | 250000  | 1275000  | 2026-02-02  | 2027-01-28
  Academy    | Acme    | Launch | Bob           | 400000         | 200000  | 600000   | 2026-02-02  | 2027-01-28`;

const outlook = (portfolio: Portfolio): Outlook => outlookOf(portfolio, portfolio.partners[0]!);
const said = (changes: readonly PossibleChange[]): string[] => changes.map(({ key, change, points }) => `${key}: ${changeSentence(change, points)}`);
const acme = judged(partners, initiatives);

describe('what may become of a partner', () => {
  test('is the smallest set to its next rating, and all else that would lift it', () => {
    const { today, next, smallest, others } = outlook(acme);
    expect([today.rating, today.health]).toEqual(['Red', acme.partners[0]!.health]);
    expect(next).toMatchObject({ to: 'Amber', exact: true });
    // Sponsorship is 80 x 400 / 1400 of 90, and 80 of 90 with the sponsor: 63.5 more, of which 20 / 85 are points of health.
    expect(said(smallest)).toEqual(['acme/migration#salesSponsor: Name a sales sponsor for Migration (+14.9 points)']);
    // More revenue also leaves less for the pipeline to cover; the review is one of two checks, the executive sponsor 10 of 90.
    expect(said(others)).toEqual([
      'acme/migration#revenue: Bring the revenue of Migration to 500 K (+17.4 points)',
      '#lastQbr: Hold the quarterly review (+8.8 points)',
      'acme/migration#pipeline: Bring the pipeline of Migration to 2.3 M (+7.3 points)',
      '#executiveSponsor: Name an executive sponsor (+2.6 points)',
    ]);
  });

  test('moves health, rating and dimensions with what is chosen, and with nothing chosen is today', () => {
    const { today, smallest, health } = outlook(acme);
    expect(health(new Set())).toEqual(today);
    const after = health(new Set(smallest.map(({ key }) => key)));
    expect(after.rating).toBe('Amber');
    expect(after.health! - today.health!).toBeCloseTo(smallest.reduce((sum, { points }) => sum + points, 0), 5);
    expect(after.dimensions.sponsorship.score).toBeGreaterThan(today.dimensions.sponsorship.score!);
    expect(after.dimensions.revenue).toEqual(today.dimensions.revenue);
  });

  test('keeps its keys when rows move, and ignores the key of what was done meanwhile', () => {
    const lines = initiatives.split('\n');
    const moved = judged(partners, [lines[0], lines[1], lines[3], lines[2]].join('\n'));
    const keys = ({ smallest, others }: Outlook): string[] => [...smallest, ...others].map(({ key }) => key).sort();
    expect(keys(outlook(moved))).toEqual(keys(outlook(acme)));
    const done = outlook(judged(partners, initiatives.replace('Launch |               |', 'Launch | Carla         |')));
    expect(done.health(new Set(['acme/migration#salesSponsor']))).toEqual(done.today);
  });

  test('has no next rating for a Green partner, and no changes for one without a rating', () => {
    const green = outlook(judged('Partner | Last QBR\nAcme | 2026-09-01', initiatives.replace('Launch |               | 1000000        | 250000', 'Launch | Carla         | 1000000        | 900000').replace('1275000', '9000000').replace('200000', '300000').replace('600000', '9000000')));
    expect([green.today.rating, green.next, green.smallest]).toEqual(['Green', null, []]);
    const unrated = outlook(judged('Partner | Status\nAcme | Ended', initiatives));
    expect([unrated.next, unrated.smallest, unrated.others]).toEqual([null, [], []]);
  });

  test('is today without a change, what the smallest set promises with it, and no two changes are the same, whatever the rows', () => {
    fc.assert(fc.property(anyRows, (rows) => {
      const portfolio = judge(rows, day(asOf));
      for (const partner of portfolio.partners) {
        const { today, next, smallest, others, health } = outlookOf(portfolio, partner);
        const keys = [...smallest, ...others].map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect([today.health, today.rating]).toEqual([partner.health, partner.rating]);
        expect(health(new Set())).toEqual(today);
        const set = smallestChanges(portfolio, partner);
        expect([next, smallest.map(({ change, points }) => ({ change, points }))]).toEqual([set === null ? null : expect.objectContaining({ to: set.to, health: set.health }), set?.changes ?? []]);
        if (set !== null) expect(health(new Set(smallest.map(({ key }) => key))).health).toBe(set.health);
      }
    }), lawRuns(100));
  });
});
