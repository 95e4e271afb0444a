import { cellAddress } from '../../src/domain/cell';
import { defaultPolicy } from '../../src/domain/policy';
import { firstPartner, judged } from './portfolioRows';

const sponsorshipOf = (partners: string, initiatives: string): number | null => firstPartner(partners, initiatives).dimensions.sponsorship.score;

describe('the Sponsorship dimension, ruling 48', () => {
  it('is the share of initiatives past Qualify with a sales sponsor, by revenue target', () => {
    // 300 of 400 have one: 80 x 3/4 of a maximum of 80 = 75
    expect(sponsorshipOf('Partner\nAcme', `
      Initiative | Partner | Stage   | Sales sponsor | Revenue target
      A          | Acme    | Launch  | Bob           | 300
      B          | Acme    | Approve |               | 100
      C          | Acme    | Qualify |               | 900
      D          | Acme    | Closed  |               | 900`)).toBe(75);
  });

  it('ruling 6: a row without a target has the mean of the others, 200; (300 + 200) / 600', () => {
    expect(sponsorshipOf('Partner\nAcme', `
      Initiative | Partner | Stage   | Sales sponsor | Revenue target
      A          | Acme    | Launch  | Bob           | 300
      B          | Acme    | Approve |               | 100
      C          | Acme    | Launch  | Bob           |`)).toBe(83.333333);
  });

  it('counts rows alike where none has a target: 80 x 1/3 + 10 + 0 of 100', () => {
    expect(sponsorshipOf('Partner | Executive sponsor | Partner sponsor\nAcme | Eve | ', `
      Initiative | Partner | Stage  | Sales sponsor
      A          | Acme    | Launch | Bob
      B          | Acme    | Launch |
      C          | Acme    | Launch |`)).toBe(36.666667);
  });

  it('takes the points of a missing column out of the maximum: (80 x 1/2 + 10) / 90', () => {
    expect(sponsorshipOf('Partner | Executive sponsor\nAcme | Eve', `
      Initiative | Partner | Stage  | Sales sponsor
      A          | Acme    | Launch | Bob
      B          | Acme    | Launch |`)).toBe(55.555556);
  });

  it('is unknown without open rows past Qualify: an executive sponsor alone is not 20 points of 100', () => {
    expect(sponsorshipOf('Partner | Executive sponsor\nAcme | Eve', 'Initiative | Partner | Stage | Sales sponsor\nA | Acme | Qualify | Bob')).toBeNull();
  });

  it.each([
    ['2026-07-02', 100], // 90 days
    ['2026-07-01', 50], // 91 days
    ['2026-09-30', 100], // today
    ['2026-10-01', 50], // has not happened
    ['', 50],
    ['?', 100], // neither passed nor failed
  ])('of a sponsor last engaged on "%s" counts %i in 100', (engaged, score) => {
    expect(sponsorshipOf('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Sponsor last engaged
      A          | Acme    | Launch | Bob           | ${engaged}
      B          | Acme    | Closed | Bob           | 2020-01-01`)).toBe(score);
  });

  it('does not judge engagement where nobody has entered any yet', () => {
    expect(sponsorshipOf('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Sponsor last engaged
      A          | Acme    | Launch | Bob           |`)).toBe(100);
  });
});

describe('sponsor gaps', () => {
  const gapsOf = (initiatives: string, partners = 'Partner\nAcme') =>
    judged(partners, initiatives).sponsorGaps.map(({ initiative, severity, valueAtRisk, days, cell }) => [
      initiative.name, severity, valueAtRisk, days, cellAddress(cell),
    ]);

  it('ruling 56: are ranked by severity, then value, unknown last, ties as in the table', () => {
    expect(gapsOf(`
      Initiative | Partner | Stage   | Sales sponsor | Revenue target
      A          | Acme    | Qualify |               | 900
      B          | Acme    | Approve |               | 500
      C          | Acme    | Launch  |               |
      D          | Acme    | Launch  |               | 100
      E          | Acme    | Launch  |               | 200
      F          | Acme    | Launch  |               | 100
      G          | Acme    | Launch  | Bob           | 999
      H          | Acme    | Closed  |               | 999`)).toEqual([
      ['E', 'Critical', 20000, null, 'Initiatives!D6'],
      ['D', 'Critical', 10000, null, 'Initiatives!D5'],
      ['F', 'Critical', 10000, null, 'Initiatives!D7'],
      ['C', 'Critical', null, null, 'Initiatives!D4'],
      ['B', 'High', 50000, null, 'Initiatives!D3'],
      ['A', 'Next', 90000, null, 'Initiatives!D2'],
    ]);
  });

  it('ruling 56: rank one with nothing left at risk before one of unknown value', () => {
    expect(gapsOf(`
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue
      A          | Acme    | Launch |               |                |
      B          | Acme    | Launch |               | 100            | 100
      C          | Acme    | Launch |               |                |`).map(([name, , value]) => [name, value])).toEqual([['B', 0], ['A', null], ['C', null]]);
  });

  it.each<[string, number | null, string]>([
    ['1000 | 400 | 50', 60000, 'what remains of the target'],
    ['1000 | 1000 | 50', 0, 'nothing remains'],
    ['1000 | 1200 | 50', 0, 'nothing remains'],
    ['1000 | -200 | 50', 100000, 'a credit counts as nothing won'],
    ['1000 | | 50', 100000, 'blank revenue: the whole target'],
    ['1000 | ? | 50', 100000, 'unreadable revenue: the whole target'],
    [' | 400 | 50', 5000, 'no target: the pipeline'],
    ['0 | 400 | 50', 5000, 'no target: the pipeline'],
    ['? | 400 | 50', 5000, 'no target: the pipeline'],
    [' | 400 | ?', null, 'nothing is known'],
    [' | 400 | ', null, 'nothing is known'],
  ])('ruling 54: of %s are worth %s (%s)', (cells, value) => {
    expect(gapsOf(`Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Pipeline\nA | Acme | Launch | | ${cells}`)).toEqual([
      ['A', 'Critical', value, null, 'Initiatives!D2'],
    ]);
  });

  it.each([
    ['Launch', '2026-09-01 | 2026-09-10', 20],
    ['Launch', '2026-09-01 | ', null],
    ['Launch', '2026-09-01 | ?', null],
    ['Launch', '2026-09-01 | 2026-10-10', 0],
    ['Approve', '2026-09-01 | ', 29],
    ['Approve', ' | ', null],
    ['Qualify', '2026-09-01 | ', null],
  ])('ruling 55: of a row in %s approved and launched on %s are %s days old', (stage, dates, days) => {
    const [gap] = judged('Partner\nAcme', `Initiative | Partner | Stage | Sales sponsor | Approved on | Launched on\nA | Acme | ${stage} | | ${dates}`).sponsorGaps;
    expect(gap?.days).toBe(days);
  });

  it('ruling 41: leave ended partners out', () => {
    expect(gapsOf('Initiative | Partner | Stage | Sales sponsor\nA | Acme | Launch |', 'Partner | Status\nAcme | Ended')).toEqual([]);
  });
});

describe('sponsor coverage, ruling 57', () => {
  it('is over open rows past Qualify: by count 2/3, by value 300/400 of the rows with a target', () => {
    expect(judged('Partner | Status\nAcme | Active\nGone | Ended', `
      Initiative | Partner | Stage   | Sales sponsor | Revenue target
      A          | Acme    | Launch  | Bob           | 300
      B          | Acme    | Approve |               | 100
      C          | Acme    | Launch  | Bob           |
      D          | Acme    | Qualify |               | 900
      E          | Acme    | Closed  |               | 900
      F          | Gone    | Launch  |               | 900`).sponsorCoverage).toEqual({ byCount: 0.666667, byValue: 0.75 });
  });

  it('is unknown where there is nothing to divide by', () => {
    expect(judged('Partner\nAcme').sponsorCoverage).toEqual({ byCount: null, byValue: null });
    expect(judged('Partner\nAcme', 'Initiative | Partner | Stage | Sales sponsor\nA | Acme | Launch |').sponsorCoverage).toEqual({
      byCount: 0, byValue: null,
    });
  });
});

describe('sponsor load, ruling 58', () => {
  const rows = (sponsor: string, count: number, stage = 'Launch', partner = 'Acme') =>
    Array.from({ length: count }, (_, index) => `${sponsor} ${index} | ${partner} | ${stage} | ${sponsor}`).join('\n');
  const loadOf = (...lines: string[]) =>
    judged('Partner | Status\nAcme | Active\nGone | Ended', ['Initiative | Partner | Stage | Sales sponsor', ...lines].join('\n'))
      .sponsorLoad.map(({ person, open, load }) => [person, open, load]);

  it('calls 4 and 5 open initiatives stretched, 6 overloaded, the busiest first', () => {
    expect(loadOf(rows('Three', 3), rows('Four', 4), rows('Five', 5), rows('Six', 6))).toEqual([
      ['Six', 6, 'overloaded'], ['Five', 5, 'stretched'], ['Four', 4, 'stretched'],
    ]);
  });

  it('knows one person by a name in any case and spacing, shown as first written', () => {
    expect(loadOf(rows('Ann Lee', 2), rows('ANN  LEE', 1), rows('ann lee', 1, 'Qualify'))).toEqual([['Ann Lee', 4, 'stretched']]);
  });

  it('tells two people apart by their spaces', () => {
    expect(loadOf(rows('Ann Lee', 3), rows('Annlee', 3))).toEqual([]);
  });

  it('gives the initiatives of one person in table order, however the name is written', () => {
    const { sponsorLoad } = judged('Partner\nAcme', `Initiative | Partner | Stage | Sales sponsor
      A | Acme | Launch | Ann Lee
      B | Acme | Launch | ANN LEE
      C | Acme | Launch | ann lee
      D | Acme | Launch | Ann Lee
      E | Acme | Launch | ANN LEE`);
    expect(sponsorLoad.map(({ person, initiatives }) => [person, initiatives.map(({ name }) => name).join('')])).toEqual([['Ann Lee', 'ABCDE']]);
  });

  it('counts Qualify, but neither closed initiatives nor those of ended partners', () => {
    expect(loadOf(rows('Ann', 3, 'Qualify'), rows('Ann', 5, 'Closed'), rows('Ann', 5, 'Launch', 'Gone'))).toEqual([]);
  });

  it('follows the policy', () => {
    const policy = { ...defaultPolicy, sponsorLoad: { stretched: 1, overloaded: 1 } };
    const { sponsorLoad } = judged('Partner\nAcme', `Initiative | Partner | Stage | Sales sponsor\n${rows('Ann', 2)}`, undefined, policy);
    expect(sponsorLoad[0]?.load).toBe('overloaded');
  });
});
