import fc from 'fast-check';
import { judge } from '../../src/domain/judge';
import { missingByPartner, planToDate } from '../../src/domain/planToDate';
import { lawRuns } from '../lawRuns';
import { anyRows } from './anyRows';
import { asOf, day, judged } from './portfolioRows';

const partners = 'Partner | Status\nAcme | Active\nBeta | Active\nGone | Ended';
const initiatives = `
  Initiative | Partner | Stage   | Sales sponsor | Revenue target | Revenue | Launched on | Due        | Ended on   | Outcome
  A          | Acme    | Launch  | Bob           | 200            | 60      | 2026-02-02  | 2027-01-28 |            |
  B          | Acme    | Launch  | Bob           | 200            | 150     | 2026-02-02  | 2027-01-28 |            |
  C          | Beta    | Launch  | Bob           | 200            | ?       | 2026-02-02  | 2027-01-28 |            |
  D          | Beta    | Launch  | Bob           | 200            | 5       | 2026-09-20  | 2027-09-20 |            |
  E          | Beta    | Launch  | Bob           |                | 5       | 2026-02-02  | 2027-01-28 |            |
  F          | Beta    | Closed  | Bob           | 100            | 70      | 2025-02-02  | 2026-01-28 | 2026-01-28 | Succeeded
  G          | Beta    | Closed  | Bob           | 100            | 70      | 2023-02-02  | 2024-01-28 | 2024-01-28 | Succeeded
  H          | Beta    | Approve | Bob           | 100            |         |             |            |            |
  I          | Gone    | Launch  | Bob           | 200            | 60      | 2026-02-02  | 2027-01-28 |            |`;

describe('revenue against plan to date', () => {
  const plan = planToDate(judged(partners, initiatives));

  it('is missing where less came in than is expected, of what is launched or closed in the last four quarters', () => {
    expect(plan.missing.map(({ of: { initiative, partner }, amount }) => `${initiative.name} of ${partner.name}: ${Math.round(amount) / 100}`)).toEqual(['A of Acme: 40', 'B of Acme: -50', 'F of Beta: 30']);
    expect(missingByPartner(plan).map(({ of, amount }) => `${of.name}: ${Math.round(amount) / 100}`)).toEqual(['Acme: -10', 'Beta: 30']);
  });

  it('cannot be compared without a target, a date or a revenue, and not too early', () => {
    expect({ ...plan, open: plan.open.map(({ name }) => name).join(''), missing: null }).toEqual({ missing: null, open: 'ABCDEH', launched: 5, targeted: 4, tooEarly: 1, unknown: 1 });
  });

  it('adds up to what the headline says is missing', () => {
    fc.assert(fc.property(anyRows, (rows) => {
      const portfolio = judge(rows, day(asOf));
      const { revenue, revenueExpected } = portfolio.headline;
      const sum = planToDate(portfolio).missing.reduce((all, { amount }) => all + amount, 0);
      expect(Math.abs(sum - (revenueExpected - revenue))).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(revenueExpected), Math.abs(revenue)));
    }), lawRuns());
  });
});
