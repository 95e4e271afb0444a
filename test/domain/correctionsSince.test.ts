import { correctionsSince } from '../../src/domain/correctionsSince';
import { asOf, judged } from './portfolioRows';

/** Acme's health is known today, by its governance and its one sponsor; revenue is not. */
const partners = 'Partner | Alliance manager | Executive sponsor\nAcme | Ines | Eva';
const initiatives = 'Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due\nA | Acme | Launch | Bob | 200 | 60 | 900 | 2026-02-02 | 2027-01-28';
const since = (corrections: string, history: string, on = asOf) => {
  const found = correctionsSince(judged(partners, initiatives, on, undefined, { corrections: `Date | Partner | Correction | Measure\n${corrections}`, history: `As of | Partner | Health | Revenue score\n${history}` }));
  const names = (effects: NonNullable<typeof found>['logged']): string => effects.map(({ correction }) => correction.correction).join(', ');
  return found && { logged: names(found.logged), becameKnown: names(found.becameKnown) };
};

describe('corrections since the last review', () => {
  it('cannot be told before the first one', () => {
    expect(since('2026-09-01 | Acme | New plan |', '')).toBeNull();
  });

  it('are logged after its day, until the as-of date', () => {
    expect(since(`
      2026-06-30 | Acme | Before |
      2026-07-01 | Acme | First  |
      2026-09-30 |      | Last   |
      2026-10-01 | Acme | Ahead  |`, '2026-06-30 | Acme | 50 |')?.logged).toBe('First, Last');
  });

  it('have an effect that is known now and was not then', () => {
    const one = '2026-06-01 | Acme | New plan |';
    expect(since(one, '2026-05-31 | Acme | 50 |\n2026-06-30 | Acme | 50 |')?.becameKnown).toBe('New plan');
    // 45 days after it a review measured it: that effect is no news.
    expect(since(one, '2026-05-31 | Acme | 50 |\n2026-07-16 | Acme | 50 |')?.becameKnown).toBe('');
    expect(since(one, '2026-05-31 | Acme | 50 |\n2026-07-15 | Acme | 50 |')?.becameKnown).toBe('New plan');
    // Then it could not be measured, whatever else was.
    expect(since('2026-06-01 | Acme | New plan | revenue', '2026-05-31 | Acme | 50 | 20\n2026-07-16 | Acme | 50 |')?.becameKnown).toBe('New plan');
  });

  it('have none to tell of where it is too early, where nothing was measured before, or of the whole portfolio', () => {
    expect(since('2026-06-30 | Acme | New plan |', '2026-06-30 | Acme | 50 |', '2026-08-13')?.becameKnown).toBe('');
    expect(since('2026-06-30 | Acme | New plan |', '2026-06-30 | Acme | 50 |', '2026-08-14')?.becameKnown).toBe('New plan');
    expect(since('2026-06-01 | Acme | New plan |', '2026-06-30 | Acme | 50 |')?.becameKnown).toBe('');
    expect(since('2026-06-01 | | Sponsor rule |', '2026-05-31 | Acme | 50 |')?.becameKnown).toBe('');
  });
});
