import { keptDiffers } from '../../src/domain/keptSnapshots';
import { defaultPolicy } from '../../src/domain/policy';
import { asOf, judged } from './portfolioRows';

/** Governance alone is judged, by four checks: Acme is 100 (Green), Beta 75 (Amber), Gone is not rated. */
const partners = `
  Partner | Alliance manager | Expectations agreed | Last QBR   | Joint business plan | Status
  Acme    | Ines             | yes                 | 2026-09-01 | 2026-09-01          | Active
  Beta    | Ines             | no                  | 2026-09-01 | 2026-09-01          | Active
  Gone    | Ines             | yes                 | 2026-09-01 | 2026-09-01          | Ended`;
const head = 'As of | Partner | Health | Rating | Portfolio health';
const differences = (...rows: readonly string[]) => keptDiffers(judged(partners, null, asOf, { ...defaultPolicy, minimumConfidence: 0.01 }, { history: [head, ...rows].join('\n') }));
const told = (...rows: readonly string[]) => differences(...rows)?.partners.map(({ name, then, now }) => `${name}: ${then ? `${then.rating} ${then.health}` : 'absent'}, ${now ? `${now.rating} ${now.health}` : 'absent'}`);
const [acme, beta] = ['2026-09-30 | Acme | 100 | Green | 87.5', '2026-09-30 | Beta | 75 | Amber | 87.5'];

describe('what History keeps of the as-of date', () => {
  it('is nothing where it holds other days alone', () => {
    expect(differences()).toBeNull();
    expect(differences('2026-06-30 | Acme | 3 | Red | 3', '2026-10-01 | Acme | 3 | Red | 3')).toBeNull();
  });

  it('is as judged today, to what a figure shows', () => {
    expect(differences(acme, beta)).toBeNull();
    expect(differences(acme, '2026-09-30 | Beta | 75.049 | Amber | 87.54')).toBeNull();
    expect(differences(acme, beta, '2026-09-30 | Gone | | Not rated | 87.5')).toBeNull();
  });

  it('differs by a health or a rating, another rating first, then the larger difference', () => {
    expect(told(acme, '2026-09-30 | Beta | 75.05 | Amber | 87.5')).toEqual(['Beta: Amber 75.05, Amber 75']);
    expect(told('2026-09-30 | Acme | 100 | Amber | 87.5', beta)).toEqual(['Acme: Amber 100, Green 100']);
    expect(told('2026-09-30 | Acme | 90 | Green | 87.5', '2026-09-30 | Beta | 59 | Red | 87.5')).toEqual(['Beta: Red 59, Amber 75', 'Acme: Green 90, Green 100']);
    expect(told('2026-09-30 | Acme | 90 | Green | 87.5', '2026-09-30 | Beta | 60 | Amber | 87.5')).toEqual(['Beta: Amber 60, Amber 75', 'Acme: Green 90, Green 100']);
    expect(told('2026-09-30 | Acme |  | Not rated | 87.5', beta)).toEqual(['Acme: Not rated null, Green 100']);
  });

  it('differs by who was there then and who is here now, where they are rated', () => {
    expect(told(acme)).toEqual(['Beta: absent, Amber 75']);
    expect(told(acme, beta, '2026-09-30 | Sigma | 50 | Red | 87.5')).toEqual(['Sigma: Red 50, absent']);
    expect(told(acme, beta, '2026-09-30 | Gone | 50 | Red | 87.5')).toEqual(['Gone: Red 50, Not rated null']);
  });

  it('differs by the health of the portfolio alone', () => {
    const of = (then: string) => differences(acme.replace('87.5', then), beta.replace('87.5', then));
    expect(of('87.45')).toEqual({ health: { then: 87.45, now: 87.5, differs: true }, partners: [] });
    expect(of('87.46')).toBeNull();
    // Where its column is empty it is the mean of the snapshots.
    expect(of('')).toBeNull();
  });

  it('is the lower row of two of one partner', () => {
    expect(told(acme.replace('100 | Green', '3 | Red'), acme, beta)).toBeUndefined();
    expect(told(acme, acme.replace('100 | Green', '3 | Red'), beta)).toEqual(['Acme: Red 3, Green 100']);
  });
});
