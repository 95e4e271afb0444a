import type { Level } from '../../src/domain/assessment';
import { type Shown, type ShownArea, contradictionsOf, shownAreas, shownBy } from '../../src/domain/claimedAndShown';
import { judge } from '../../src/domain/judge';
import { maturityAt } from '../../src/domain/maturity';
import type { Share } from '../../src/domain/measure';
import { defaultPolicy } from '../../src/domain/policy';
import type { Snapshot } from '../../src/domain/snapshot';
import { levelsOn } from './answers';
import { asOf, day, judged, portfolioRows } from './portfolioRows';

const nothing: Shown = { share: null, text: 'The workbook shows nothing of this.' };

function shownOf(area: ShownArea, partners: string, initiatives: string | null = null, checksInOnly = false): Shown {
  return shownBy(judged(partners, initiatives), checksInOnly)[area];
}

/** A QBR of that day, as History keeps it. */
function snapshotOn(date: string): Snapshot {
  return {
    row: 1, asOf: day(date), quarter: null, name: 'Acme', key: 'acme', health: null, rating: 'Not rated', confidence: null,
    dimensions: { revenue: null, pipeline: null, traction: null, sponsorship: null, governance: null, relationship: null },
    revenue: null, revenueTarget: null, pipeline: null, pipelineCoverage: null, portfolioHealth: null, madeOn: null, run: null,
  };
}

function reportingShown(...dates: readonly string[]): Shown {
  const rows = { ...portfolioRows('Partner\nAcme'), history: dates.map(snapshotOn) };
  return shownBy(judge(rows, day(asOf)), false).reporting;
}

describe('what the workbook shows, ruling 75', () => {
  const partners = 'Partner | Status\nAcme | Active\nOld | Ended';

  it('of Process: the open initiatives past Qualify that are free of gate breaches', () => {
    // A, B and D are open and past Qualify; B lacks its owner and is over its time limit, and counts once. 2/3
    expect(shownOf('process', partners, `
      Initiative | Partner | Stage   | Sales sponsor | Owner | Due
      A          | Acme    | Launch  | Bob           | Eve   | 2026-12-31
      B          | Acme    | Launch  | Bob           |       | 2026-01-01
      C          | Acme    | Qualify |               |       |
      D          | Acme    | Approve | Bob           | Eve   |
      E          | Acme    | Closed  | Bob           | Eve   | 2026-12-31
      F          | Old     | Launch  | Bob           |       | 2026-12-31`)).toEqual({
      share: 0.666667, text: '2 of 3 open initiatives past Qualify (66.7 %) are free of gate breaches.',
    });
  });

  it('of Process: a missing sales sponsor and a passed time limit are breaches like any other', () => {
    expect(shownOf('process', partners, `
      Initiative | Partner | Stage   | Sales sponsor | Qualified on
      A          | Acme    | Approve |               | 2026-09-30
      B          | Acme    | Approve | Bob           | 2026-08-30
      C          | Acme    | Approve | Bob           | 2026-08-31`).share).toBe(0.333333); // 31 days are one too many
  });

  it.each(['process', 'approval', 'roles', 'portfolio'] as const)('of %s: nothing without an initiative to look at', (area) => {
    expect(shownOf(area, partners)).toEqual(nothing);
    expect(shownOf(area, partners, `
      Initiative | Partner | Stage   | Sales sponsor | Owner | Approved on | Approved by | Last inspected
      A          | Acme    | Qualify | Bob           | Eve   | 2026-01-01  | Cid         | 2026-09-30
      B          | Acme    | Closed  | Bob           | Eve   | 2026-01-01  | Cid         | 2026-09-30
      C          | Old     | Launch  | Bob           | Eve   | 2026-01-01  | Cid         | 2026-09-30`)).toEqual(nothing);
  });

  it('of Approval: the launched initiatives with Approved on and Approved by', () => {
    // A has both; B and C lack one each; D cannot be read, and E lacks its approver whatever its date says. 1/4
    expect(shownOf('approval', partners, `
      Initiative | Partner | Stage   | Sales sponsor | Approved on | Approved by
      A          | Acme    | Launch  | Bob           | 2026-01-01  | Cid
      B          | Acme    | Launch  | Bob           |             | Cid
      C          | Acme    | Launch  | Bob           | 2026-01-01  |
      D          | Acme    | Launch  | Bob           | ?           | Cid
      E          | Acme    | Launch  | Bob           | ?           |
      F          | Acme    | Approve | Bob           | 2026-01-01  | Cid`)).toEqual({
      share: 0.25, text: '1 of 4 launched initiatives (25 %) has an approval date and an approver.',
    });
  });

  it.each([
    ['Approved on', '2026-01-01', '1 of 1 launched initiative (100 %) has an approval date.', 1],
    ['Approved by', 'Cid', '1 of 1 launched initiative (100 %) has an approver.', 1],
    ['Approved by', '', '0 of 1 launched initiative (0 %) has an approver.', 0],
  ])('of Approval: by %s alone where that is all that is tracked', (header, cell, text, share) => {
    expect(shownOf('approval', partners, `
      Initiative | Partner | Stage  | Sales sponsor | ${header}
      A          | Acme    | Launch | Bob           | ${cell}`)).toEqual({ share, text });
  });

  it('of Approval: nothing where neither is tracked', () => {
    expect(shownOf('approval', partners, 'Initiative | Partner | Stage | Sales sponsor\nA | Acme | Launch | Bob')).toEqual(nothing);
  });

  it('of Roles: the launched initiatives with an owner and a sales sponsor', () => {
    expect(shownOf('roles', partners, `
      Initiative | Partner | Stage   | Sales sponsor | Owner
      A          | Acme    | Launch  | Bob           | Eve
      B          | Acme    | Launch  | Bob           | Eve
      C          | Acme    | Launch  |               | Eve
      D          | Acme    | Launch  | Bob           |
      E          | Acme    | Approve | Bob           | Eve
      F          | Old     | Launch  |               |`)).toEqual({
      share: 0.5, text: '2 of 4 launched initiatives (50 %) have an owner and a sales sponsor.',
    });
  });

  it('of Roles: the sales sponsor alone where owners are not tracked', () => {
    expect(shownOf('roles', partners, 'Initiative | Partner | Stage | Sales sponsor\nA | Acme | Launch | Bob\nB | Acme | Launch |')).toEqual({
      share: 0.5, text: '1 of 2 launched initiatives (50 %) has a sales sponsor.',
    });
  });

  it.each([
    [['2026-09-30'], 1],
    [['2026-06-22'], 1], // 100 days
    [['2026-06-21'], 0], // 101 days
    [['2026-10-01'], 0], // has not happened
    [['2026-10-01', '2026-01-01', '2026-06-22'], 1],
    [[], 0],
  ])('of Reporting: with QBRs of %j a share of %d', (dates, share) => {
    expect(reportingShown(...dates)).toEqual({ share, text: share === 1 ? 'A QBR was made within 100 days.' : 'No QBR was made within 100 days.' });
  });

  it('of Expectations: the partners that have not ended with expectations agreed', () => {
    expect(shownOf('expectations', `
      Partner | Status  | Expectations agreed
      A       | Active  | yes
      B       | Watch   | 2026-09-30
      C       | Exiting | 2026-10-01
      D       | Active  |
      E       | Active  | no
      F       | Active  | ?
      G       | Ended   | yes`)).toEqual({ share: 0.4, text: '2 of 5 current partners (40 %) have agreed expectations.' });
    expect(shownOf('expectations', 'Partner | Expectations agreed\nA | yes').text).toBe('1 of 1 current partner (100 %) has agreed expectations.');
    expect(shownOf('expectations', 'Partner | Tier\nA | Strategic')).toEqual(nothing);
    expect(shownOf('expectations', 'Partner | Status | Expectations agreed\nA | Ended | yes')).toEqual(nothing);
  });

  it('of Plans and reviews: the Strategic partners with a current plan and review', () => {
    // Current: a plan of the last 12 months, a review of the last 100 days. A passes; B's plan and C's review are a day too old; 1/4 with E.
    expect(shownOf('plansAndReviews', `
      Partner | Tier             | Status | Joint business plan | Last QBR
      A       | Strategic        | Watch  | 2025-09-30          | 2026-06-22
      B       | Strategic (EMEA) | Active | 2025-09-29          | 2026-06-22
      C       | strategic        | Active | 2025-09-30          | 2026-06-21
      D       | Strategic        | Active | 2026-01-01          | ?
      E       | Strategic        | Active |                     | ?
      F       | Growth           | Active | 2026-01-01          | 2026-09-30
      G       | Tactical         | Active |                     |
      H       | Strategic        | Ended  | 2026-01-01          | 2026-09-30`)).toEqual({
      share: 0.25,
      text: '1 of 4 Strategic partners (25 %) has a joint business plan agreed within 12 months and a quarterly review held within 100 days.',
    });
  });

  it.each([
    ['Joint business plan', '1 of 1 Strategic partner (100 %) has a joint business plan agreed within 12 months.'],
    ['Last QBR', '1 of 1 Strategic partner (100 %) has a quarterly review held within 100 days.'],
  ])('of Plans and reviews: by %s alone where that is all that is tracked', (header, text) => {
    expect(shownOf('plansAndReviews', `Partner | Tier | ${header}\nA | Strategic | 2026-09-01`)).toEqual({ share: 1, text });
  });

  it('of Plans and reviews: nothing without a Strategic partner, or without either column', () => {
    expect(shownOf('plansAndReviews', 'Partner | Tier | Last QBR\nA | Growth | 2026-09-01')).toEqual(nothing);
    expect(shownOf('plansAndReviews', 'Partner | Tier\nA | Strategic')).toEqual(nothing);
  });

  const inspections = `
    Initiative | Partner | Stage   | Sales sponsor | Launched on | Last inspected
    A          | Acme    | Launch  | Bob           | 2026-01-01  | 2026-07-02
    B          | Acme    | Launch  | Bob           | 2026-01-01  | 2026-07-01
    C          | Acme    | Launch  | Bob           | 2026-01-01  | 2026-09-30
    D          | Acme    | Launch  | Bob           | 2026-09-01  |
    E          | Acme    | Launch  | Bob           | 2026-01-01  | ?
    F          | Acme    | Approve | Bob           |             | 2026-09-30
    G          | Old     | Launch  | Bob           | 2026-01-01  |`;

  it('of Portfolio: the launched initiatives inspected within 90 days; those not yet due are left out', () => {
    // A at 90 days and C pass, B at 91 days does not: 2/3
    expect(shownOf('portfolio', partners, inspections)).toEqual({ share: 0.666667, text: '2 of 3 launched initiatives (66.7 %) were inspected within 90 days.' });
    expect(shownOf('portfolio', partners, 'Initiative | Partner | Stage | Sales sponsor | Last inspected\nA | Acme | Launch | Bob | 2026-09-01').text)
      .toBe('1 of 1 launched initiative (100 %) was inspected within 90 days.');
    expect(shownOf('portfolio', partners, 'Initiative | Partner | Stage | Sales sponsor\nA | Acme | Launch | Bob')).toEqual(nothing);
  });

  it('of Portfolio: none where partners check in but never check out, inspected or not', () => {
    const sign = { share: 0, text: 'At least one partner was Red twice in a row and none has ended within 12 months: they check in but never check out.' };
    expect(shownOf('portfolio', partners, inspections, true)).toEqual(sign);
    expect(shownOf('portfolio', partners, null, true)).toEqual(sign);
  });

  it('is nothing but a missing QBR where there are no tables', () => {
    const rows = { ...portfolioRows('Partner\nAcme'), partners: null };
    const { reporting, ...others } = shownBy(judge(rows, day(asOf)), false);
    expect(reporting.share).toBe(0);
    expect(Object.values(others)).toEqual(shownAreas.filter((area) => area !== 'reporting').map(() => nothing));
  });
});

describe('claims that the workbook does not bear out, ruling 75', () => {
  const none = Object.fromEntries(shownAreas.map((area) => [area, nothing])) as Record<ShownArea, Shown>;

  function contradicted(level: Level | null, share: number | null): boolean {
    const profile = maturityAt(levelsOn('2026-09-01', `${level ?? '-'}1--------`), day(asOf))?.profile;
    if (profile === undefined) throw new Error('There is no assessment.');
    return contradictionsOf(profile, { ...none, process: { share: share as Share | null, text: 'Text.' } }, defaultPolicy).length === 1;
  }

  it.each<[Level | null, number | null, boolean]>([
    [null, 0, false],
    [0, 0, false],
    [2, 0, false],
    [3, 0, true],
    [3, 0.599999, true],
    [3, 0.6, false],
    [3, 1, false],
    [3, null, false],
    [4, 0.6, true],
    [4, 0.799999, true],
    [4, 0.8, false],
    [4, null, false],
  ])('level %s with a share of %s: %s', (level, share, expected) => {
    expect(contradicted(level, share)).toBe(expected);
  });

  it.each([
    [3, 5, 3, 0], // 3/5 = 0.6
    [2, 5, 3, 1],
    [4, 5, 4, 0], // 4/5 = 0.8
    [3, 5, 4, 1],
  ])('%d of %d launched initiatives with an owner against level %d: %d claims', (owned, launched, level, claims) => {
    const rows = Array.from({ length: launched }, (_, index) => `I${index} | Acme | Launch | Bob | ${index < owned ? 'Eve' : ''}`);
    const portfolio = judged('Partner\nAcme', ['Initiative | Partner | Stage | Sales sponsor | Owner', ...rows].join('\n'));
    const profile = maturityAt(levelsOn('2026-09-01', `--${level}-------`), portfolio.asOf)?.profile;
    expect(profile && contradictionsOf(profile, shownBy(portfolio, false), portfolio.policy)).toHaveLength(claims);
  });

  it('are named one by one with their figures, in the order of the method', () => {
    const portfolio = judged(`
      Partner | Tier      | Expectations agreed | Joint business plan | Last QBR
      Acme    | Strategic | yes                 |                     | 2026-09-01
      Byte    | Strategic | yes                 | 2026-09-01          | 2026-09-01
      Core    | Growth    |                     |                     |`, `
      Initiative | Partner | Stage  | Sales sponsor | Owner | Approved on | Approved by | Last inspected
      A          | Acme    | Launch | Bob           | Eve   | 2026-01-01  | Cid         | 2026-09-01
      B          | Byte    | Launch |               | Eve   | 2026-01-01  |             | 2026-09-01
      C          | Core    | Launch | Bob           | Eve   |             | Cid         | 2026-01-01`);
    const profile = maturityAt(levelsOn('2026-09-01', '3334444444'), portfolio.asOf)?.profile;
    if (profile === undefined) throw new Error('There is no assessment.');
    // Process 1/3; Approval 1/3; Roles 2/3, enough for Practised; Expectations 2/3, Portfolio 2/3: not enough for the highest level.
    expect(contradictionsOf(profile, shownBy(portfolio, false), portfolio.policy)).toEqual([
      {
        area: 'process', level: 3, share: 0.333333,
        text: '"Practised" is answered for Process, but the workbook shows otherwise: 1 of 3 open initiatives past Qualify (33.3 %) is free of gate breaches.',
      },
      {
        area: 'approval', level: 3, share: 0.333333,
        text: '"Practised" is answered for Approval, but the workbook shows otherwise: 1 of 3 launched initiatives (33.3 %) has an approval date and an approver.',
      },
      {
        area: 'reporting', level: 4, share: 0,
        text: '"Measured and improved" is answered for Reporting, but the workbook shows otherwise: no QBR was made within 100 days.',
      },
      {
        area: 'expectations', level: 4, share: 0.666667,
        text: '"Measured and improved" is answered for Expectations, but the workbook shows otherwise: 2 of 3 current partners (66.7 %) have agreed expectations.',
      },
      {
        area: 'plansAndReviews', level: 4, share: 0.5,
        text: '"Measured and improved" is answered for Plans and reviews, but the workbook shows otherwise: 1 of 2 Strategic partners (50 %) has '
          + 'a joint business plan agreed within 12 months and a quarterly review held within 100 days.',
      },
      {
        area: 'portfolio', level: 4, share: 0.666667,
        text: '"Measured and improved" is answered for Portfolio, but the workbook shows otherwise: 2 of 3 launched initiatives (66.7 %) were inspected within 90 days.',
      },
    ]);
  });
});
