import { firstPartner } from './portfolioRows';

const governanceOf = (partners: string, initiatives: string | null = null): number | null =>
  firstPartner(partners, initiatives).dimensions.governance.score;

describe('the Governance dimension, ruling 49', () => {
  it.each([
    ['2025-09-30', 100], // 12 months to the day
    ['2025-09-29', 0],
    ['2026-09-30', 100],
    ['2026-10-01', 0], // has not happened
    ['', 0],
    ['?', null], // neither passed nor failed: no check applies
  ])('a joint business plan agreed on "%s" scores %s', (agreedOn, score) => {
    expect(governanceOf(`Partner | Joint business plan\nAcme | ${agreedOn}`)).toBe(score);
  });

  it.each([
    ['Strategic', '2026-06-22', 100], // 100 days
    ['Strategic', '2026-06-21', 0],
    ['strategic (EMEA)', '2026-06-21', 0],
    ['Tactical', '2025-09-25', 100], // 370 days
    ['Tactical', '2025-09-24', 0],
    ['Growth', '2026-03-24', 100], // 190 days
    ['Growth', '2026-03-23', 0],
    ['', '2026-03-24', 100],
    ['Strategically', '2026-03-24', 100], // another word
    ['Non-strategic', '2026-03-24', 100],
    ['★ Strategic', '2026-06-21', 0],
    ['1 strategic', '2026-03-24', 100],
    ['★', '2026-03-24', 100],
    ['Growth', '2026-10-01', 0], // has not happened
  ])('ruling 29: of tier "%s" a review on %s scores %s', (tier, lastQbr, score) => {
    expect(governanceOf(`Partner | Tier | Last QBR\nAcme | ${tier} | ${lastQbr}`)).toBe(score);
  });

  it.each([
    ['yes', 100], ['no', 0], ['', 0], ['2026-09-30', 100], ['2026-10-01', 0], ['?', null],
  ])('ruling 26: expectations agreed "%s" score %s', (agreed, score) => {
    expect(governanceOf(`Partner | Expectations agreed\nAcme | ${agreed}`)).toBe(score);
  });

  it('asks for an alliance manager', () => {
    expect(governanceOf('Partner | Alliance manager\nAcme | Ann')).toBe(100);
    expect(governanceOf('Partner | Alliance manager\nAcme | ')).toBe(0);
  });

  it('is the mean of the checks that apply, of which initiatives are one as a share: (1 + 0 + 1/3) / 3', () => {
    // Inspection has no column; gates: one row of three is free of breaches (owner missing twice).
    expect(governanceOf('Partner | Alliance manager | Expectations agreed\nAcme | Ann | no', `
      Initiative | Partner | Stage   | Sales sponsor | Owner
      A          | Acme    | Launch  | Bob           | Eve
      B          | Acme    | Launch  | Bob           |
      C          | Acme    | Approve | Bob           |`)).toBe(44.444444);
  });

  it.each([
    ['2026-07-02', '2020-01-01', 100], // 90 days
    ['2026-07-01', '2020-01-01', 50],
    ['2026-09-30', '2020-01-01', 100], // today
    ['2026-10-01', '2020-01-01', 50], // has not happened
    ['', '2026-07-01', 50], // launched 91 days ago
    ['', '2026-07-02', 100], // launched within 90 days: not yet due
    ['', '2026-09-30', 100], // launched today
    ['2026-07-01', '2026-07-02', 50], // not blank: judged
    ['', '2026-10-01', 50], // a launch that has not happened excuses nothing
    ['', '?', 50],
    ['?', '2020-01-01', 100], // left out
  ])('inspected on "%s" when launched on %s scores %i together with gates', (inspectedOn, launchedOn, score) => {
    expect(governanceOf('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Last inspected | Launched on
      A          | Acme    | Launch | Bob           | ${inspectedOn} | ${launchedOn}`)).toBe(score);
  });

  it('inspects initiatives in Launch alone', () => {
    expect(governanceOf('Partner\nAcme', `
      Initiative | Partner | Stage   | Sales sponsor | Last inspected
      A          | Acme    | Approve | Bob           |
      B          | Acme    | Qualify | Bob           |`)).toBe(100);
  });

  it('does not count a missing sales sponsor twice: that is Sponsorship', () => {
    expect(governanceOf('Partner\nAcme', 'Initiative | Partner | Stage | Sales sponsor\nA | Acme | Launch |')).toBe(100);
    expect(governanceOf('Partner\nAcme', 'Initiative | Partner | Stage | Sales sponsor | Owner\nA | Acme | Launch | |')).toBe(0);
  });

  it('ruling 35: counts closed rows of the last four quarters, no older ones', () => {
    // A is free, B is not, C is history: 1/2
    expect(governanceOf('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Owner | Ended on
      A          | Acme    | Launch | Bob           | Eve   |
      B          | Acme    | Closed | Bob           |       | 2026-01-01
      C          | Acme    | Closed | Bob           |       | 2020-01-01`)).toBe(50);
  });

  it('is known by the partner columns alone, and unknown where nothing is tracked', () => {
    expect(governanceOf('Partner | Alliance manager\nAcme | Ann')).toBe(100);
    expect(governanceOf('Partner\nAcme')).toBeNull();
  });

  it('rulings 41 and 51: of an ended partner is computed as of any other, but its initiatives are left out of gates', () => {
    expect(governanceOf('Partner | Status | Alliance manager | Expectations agreed\nAcme | Ended | Ann | no', `
      Initiative | Partner | Stage  | Sales sponsor | Owner
      A          | Acme    | Launch | Bob           |`)).toBe(50);
  });
});
