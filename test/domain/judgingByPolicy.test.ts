import fc from 'fast-check';
import { performanceOf } from '../../src/domain/performance';
import { type Policy, defaultPolicy } from '../../src/domain/policy';
import { dimensions } from '../../src/domain/portfolio';
import { judge } from '../../src/domain/judge';
import { reasonsFor } from '../../src/domain/reasons';
import { lawRuns } from '../lawRuns';
import { anyPolicy } from './anyPolicy';
import { anyRows } from './anyRows';
import { asOf, day, judged, portfolioRows } from './portfolioRows';

const halfway = '2026-02-02 | 2027-01-28';

function firstBy(policy: Partial<Policy>, partners: string, initiatives: string | null) {
  const portfolio = judged(partners, initiatives, asOf, { ...defaultPolicy, ...policy });
  const [partner] = portfolio.partners;
  if (partner === undefined) throw new Error('There is no partner.');
  return { ...partner, reasons: reasonsFor(portfolio, partner).map(({ text }) => text) };
}

describe('by another policy', () => {
  it.each([[1, 100], [0.25, 62.5], [0, 50]])('a silent sponsor counts %d of an engaged one', (silentSponsorCredit, score) => {
    // Two initiatives without a target, one with a silent sponsor: (1 + credit) / 2
    const { dimensions: { sponsorship } } = firstBy({ silentSponsorCredit }, 'Partner\nAcme', `
      Initiative | Partner | Stage   | Sales sponsor | Sponsor last engaged
      A          | Acme    | Approve | Bob           | 2026-09-01
      B          | Acme    | Approve | Ann           |
      C          | Acme    | Qualify | Ann           |`);
    expect(sponsorship.score).toBe(score);
  });

  it('a silent sponsor without any credit is still a silent one, not a missing one', () => {
    const initiatives = `
      Initiative | Partner | Stage  | Sales sponsor | Sponsor last engaged | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch | Bob           | 2026-01-01           | 1000           | 1000    | ${halfway}`;
    // Revenue 30, pipeline 20 (nothing is needed), governance 15 (no gate breach), sponsorship 20: loses 20/85 x 100
    expect(firstBy({ silentSponsorCredit: 0 }, 'Partner\nAcme', initiatives).reasons).toEqual(['The sales sponsor of A did not engage within 90 days (−23.5 points)']);
    expect(firstBy({ silentSponsorCredit: 1 }, 'Partner\nAcme', initiatives).reasons).toEqual([]);
  });

  it('a sponsor who is worth no points is not missed', () => {
    const initiatives = `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch |               | 1000           | 1000    | ${halfway}`;
    const sponsorshipPoints = { sales: 80, executive: 0, partner: 0 };
    expect(firstBy({ sponsorshipPoints }, 'Partner | Executive sponsor | Partner sponsor\nAcme | |', initiatives).reasons[0]).toBe('No sales sponsor is named for A (−23.5 points)');
    expect(firstBy({ sponsorshipPoints: { sales: 80, executive: 1, partner: 1 } }, 'Partner | Executive sponsor | Partner sponsor\nAcme | |', initiatives).reasons[0]).toBe(
      'No sales sponsor is named for A; no executive sponsor is named; no partner sponsor is named (−23.5 points)',
    );
  });

  it('a dimension without weight is neither missing nor part of the health', () => {
    const weights = { ...defaultPolicy.weights, pipeline: 0, traction: 0, relationship: 0 };
    const { health, confidence, notRated } = firstBy({ weights }, 'Partner | Relationship | Alliance manager\nAcme | | Ann', 'Initiative | Partner | Stage | Sales sponsor\nA | Acme | Qualify |');
    // Governance 15 of 65
    expect([health, confidence, notRated]).toEqual([null, 0.230769, { kind: 'unknown', missing: ['revenue', 'sponsorship'] }]);
  });

  it('one day and one month are said in the singular', () => {
    const one: Partial<Policy> = { planMonths: 1, inspectionDays: 1, sponsorSilentDays: 1, reviewDays: { strategic: 1, tactical: 1, other: 1 }, monthsWithoutDue: 1 };
    const initiatives = `
      Initiative | Partner | Stage  | Sales sponsor | Sponsor last engaged | Last inspected | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch | Bob           | 2026-09-28           | 2026-09-28     | 1000           | 1000    | ${halfway}`;
    // Governance 1 of 4 checks: loses 15/85 x 75 = 13.235; sponsorship 50: loses 20/85 x 50 = 11.765
    expect(firstBy(one, 'Partner | Joint business plan | Last QBR\nAcme | 2026-08-29 | 2026-09-28', initiatives).reasons).toEqual([
      'No joint business plan was agreed within 1 month; no quarterly review was held within 1 day; A was not inspected within 1 day (−13.2 points)',
      'The sales sponsor of A did not engage within 1 day (−11.8 points)',
    ]);
    const withoutDue = 'Initiative | Partner | Stage | Sales sponsor | Launched on\nA | Acme | Qualify | Bob |';
    expect(judged('Partner\nAcme', withoutDue, asOf, { ...defaultPolicy, ...one }).notes[0]).toBe('No due dates are tracked: an initiative is taken to run 1 month from its launch.');
  });

  it('problems of the stored policy come first among the notes', () => {
    const rows = portfolioRows('Partner | Status\nAcme | Ended', null);
    expect(judge(rows, day(asOf), defaultPolicy, ['First.', 'Second.']).notes.slice(0, 3)).toEqual([
      'First.', 'Second.', 'There is no Initiatives table: partners are judged on governance and relationship alone.',
    ]);
  });
});

describe('by every policy that may stand', () => {
  it('scores lie from 0 to 100, the reasons add up, and no sentence has a hole', () => {
    fc.assert(fc.property(anyRows, anyPolicy, (rows, policy) => {
      const portfolio = judge(rows, day(asOf), policy);
      const performances = (rows.initiatives?.rows ?? []).map((initiative) => performanceOf(portfolio, initiative).score);
      const { health, equalWeightHealth, headline, partners, notes } = portfolio;
      const scores = [health, equalWeightHealth, headline.lagging, headline.leading, ...performances, ...partners.flatMap((partner) => [
        partner.health, partner.lagging, partner.leading, ...dimensions.map((dimension) => partner.dimensions[dimension].score),
      ])];
      for (const score of scores) expect(score === null || (score >= 0 && score <= 100)).toBe(true);
      for (const partner of partners) {
        expect(partner.rating === 'Not rated').toBe(partner.notRated !== null);
        const reasons = reasonsFor(portfolio, partner);
        const lost = reasons.reduce((sum, { points }) => sum + points, 0);
        expect(Math.abs(lost - (partner.health === null ? 0 : 100 - partner.health))).toBeLessThan(1e-6);
        for (const text of [...notes, ...reasons.map((reason) => reason.text)]) expect(text).not.toMatch(/undefined|NaN|null| {2}| on \(|for ;|on {2}|^ \(/);
      }
    }), lawRuns(300));
  });
});
