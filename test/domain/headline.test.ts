import { judged } from './portfolioRows';

const halfway = '2026-02-02 | 2027-01-28';
const partners = 'Partner | Status\nAcme | Active\nGone | Ended';

describe('the headline', () => {
  it('sets revenue against what is expected of it: 900 + 200 against 500 + 1000', () => {
    const { headline, partners: of } = judged(partners, `
      Initiative | Partner | Stage   | Sales sponsor | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch  | Bob           | 1000           | 900     | ${halfway}
      B          | Acme    | Launch  | Bob           | 2000           | 200     | ${halfway}
      C          | Acme    | Approve | Bob           | 2000           | 200     |             |
      D          | Acme    | Launch  | Bob           | 2000           |         | ${halfway}
      E          | Gone    | Launch  | Bob           | 2000           | 200     | ${halfway}`);
    expect(headline).toMatchObject({ revenue: 110000, revenueExpected: 150000 });
    expect(of.map(({ money }) => [money.revenue, money.revenueExpected])).toEqual([[110000, 150000], [20000, 100000]]);
  });

  it('shows sourced and influenced revenue of the same initiatives where known: 300 + 50 and 700 - 20, beside 900 + 200 + 100', () => {
    const { headline } = judged(partners, `
      Initiative | Partner | Stage   | Sales sponsor | Revenue target | Revenue | Sourced revenue | Influenced revenue | Launched on | Due
      A          | Acme    | Launch  | Bob           | 1000           | 900     | 300             | 700                | ${halfway}
      B          | Acme    | Launch  | Bob           | 2000           | 200     | 50              | ?                  | ${halfway}
      C          | Acme    | Launch  | Bob           | 2000           | 100     |                 | -20                | ${halfway}
      D          | Acme    | Launch  | Bob           | 2000           |         | 1               | 1                  | ${halfway}
      E          | Acme    | Approve | Bob           | 2000           | 200     | 1               | 1                  | ${halfway}
      F          | Gone    | Launch  | Bob           | 2000           | 200     | 1               | 1                  | ${halfway}`);
    expect(headline).toMatchObject({ revenue: 120000, sourced: 35000, influenced: 68000 });
  });

  it('has no sourced or influenced revenue where none is tracked, and where none is known', () => {
    const launched = (headers: string, cells: string) =>
      judged(partners, `Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Launched on | Due${headers}\nA | Acme | Launch | Bob | 1000 | 900 | ${halfway}${cells}`).headline;
    expect(launched('', '')).toMatchObject({ revenue: 90000, sourced: null, influenced: null });
    expect(launched(' | Sourced revenue | Influenced revenue', ' | | ?')).toMatchObject({ revenue: 90000, sourced: null, influenced: null });
    expect(launched(' | Sourced revenue | Influenced revenue', ' | 0 | ')).toMatchObject({ sourced: 0, influenced: null });
    expect(launched(' | Sourced revenue | Influenced revenue', ' | | 5')).toMatchObject({ sourced: null, influenced: 500 });
  });

  it('ruling 65: sets pipeline against what is left to sell, where both are known: (600 + 100) / (400 + 0)', () => {
    const { headline } = judged(partners, `
      Initiative | Partner | Stage   | Sales sponsor | Revenue target | Revenue | Pipeline
      A          | Acme    | Launch  | Bob           | 1000           | 600     | 600
      B          | Acme    | Launch  | Bob           | 1000           | 1200    | 100
      C          | Acme    | Launch  | Bob           | 1000           |         | 100
      D          | Acme    | Launch  | Bob           | 1000           | 100     |
      E          | Acme    | Approve | Bob           | 1000           | 100     | 100
      F          | Gone    | Launch  | Bob           | 1000           | 100     | 100
      G          | Acme    | Launch  | Bob           | 0              | 5       | 100`);
    expect(headline.pipelineCoverage).toBe(1.75);
  });

  it('ruling 65: has no pipeline coverage where only partners that have ended have any', () => {
    const { headline } = judged(partners, 'Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Pipeline\nA | Gone | Launch | Bob | 1000 | 100 | 100');
    expect(headline.pipelineCoverage).toBeNull();
  });

  it.each([['1000 | 1000 | 5', 'covered'], ['1000 | | 5', null], [' | 100 | 5', null]])('ruling 65: pipeline coverage of %s is %s', (cells, coverage) => {
    expect(judged(partners, `Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Pipeline\nA | Acme | Launch | Bob | ${cells}`)
      .headline.pipelineCoverage).toBe(coverage);
  });

  it('ruling 65: counts what happened from the first day of the quarter to the as-of date', () => {
    const { headline } = judged(partners, `
      Initiative | Partner | Stage   | Sales sponsor | Launched on | Ended on   | Outcome
      A          | Acme    | Launch  | Bob           | 2026-07-01  |            |
      B          | Acme    | Launch  | Bob           | 2026-06-30  | 2026-09-01 |
      C          | Acme    | Launch  | Bob           | 2026-10-01  |            |
      D          | Acme    | Approve | Bob           | 2026-08-01  |            |
      E          | Gone    | Closed  | Bob           | 2026-08-01  | 2026-09-30 | Succeeded
      F          | Acme    | Closed  | Bob           | 2025-08-01  | 2026-09-01 | Failed
      G          | Acme    | Closed  | Bob           | 2025-08-01  | 2026-10-01 | Succeeded
      H          | Acme    | Closed  | Bob           | 2025-08-01  |            | Succeeded
      I          | Acme    | Launch  | Bob           | 2026-09-30  |            |
      J          | Acme    | Closed  | Bob           | 2026-07-15  | 2026-08-15 | Stopped`);
    expect(headline.inQuarter).toEqual({ launched: 4, closed: 3, succeeded: 1 });
  });

  it('ruling 73: counts as exits the ended partners whose agreement, else whose last initiative, ended in the last four quarters', () => {
    const { headline } = judged(`
      Partner | Status | Agreement ends
      A       | Ended  | 2025-10-01
      B       | Ended  | 2025-09-30
      C       | Ended  | 2026-10-01
      D       | Ended  |
      E       | Ended  |
      F       | Ended  |
      G       | Active | 2026-01-01
      H       | Ended  | 2026-09-30
      I       | Ended  | ?`, `
      Initiative | Partner | Stage  | Sales sponsor | Ended on
      A1         | D       | Closed | Bob           | 2026-01-01
      A2         | D       | Closed | Bob           | 2020-01-01
      A3         | E       | Closed | Bob           | 2020-01-01
      A4         | C       | Closed | Bob           | 2026-01-01
      A5         | B       | Closed | Bob           | 2026-01-01
      A6         | I       | Closed | Bob           | 2026-01-01`);
    // A, D, H and I
    expect(headline.exits).toBe(4);
  });
});
