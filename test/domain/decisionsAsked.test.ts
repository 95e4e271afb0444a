/** What a review asks to be decided, of whom, by when, and who could sponsor. */
import { isoText } from '../../src/domain/calendar';
import { decisionsAsked } from '../../src/domain/decisionsAsked';
import { defaultPolicy } from '../../src/domain/policy';
import type { Portfolio } from '../../src/domain/portfolio';
import { sponsorCandidates } from '../../src/domain/sponsorCandidates';
import { judged } from './portfolioRows';

const partners = `
  Partner  | Tier      | Alliance manager | Executive sponsor | Joint business plan | Last QBR   | Status  | Notice by
  Acme     | Strategic | Ines             | Eva               | 2026-01-15          | 2026-08-01 | Active  |
  Borealis | Strategic | Omar             |                   | 2023-01-15          |            | Active  |
  Cirrus   | Growth    | Ines             | Eva               | 2026-01-15          | 2026-08-01 | Exiting |
  Dorado   | Tactical  |                  | Eva               | 2026-01-15          | 2026-08-01 | Ended   |`;
const initiatives = `
  Initiative | Partner  | Stage   | Owner | Sales sponsor | Revenue target | Revenue | Launched on | Due
  Cloud      | Acme     | Launch  | Lea   | Carla         | 1000000        | 750000  | 2026-01-01  | 2026-12-31
  Academy    | Acme     | Launch  | Lea   |               | 300000         | 225000  | 2026-01-01  | 2026-12-31
  Robots     | Acme     | Approve |       |               | 2000000        |         |             | 2027-12-31
  Idea       | Acme     | Qualify | Sam   |               | 900000         |         |             |
  Data       | Borealis | Launch  | Lea   | Dana          | 400000         | 300000  | 2026-01-01  | 2026-12-31
  Gone       | Dorado   | Launch  | Lea   | Zoe           | 400000         | 300000  | 2026-01-01  | 2026-12-31`;

const told = (portfolio: Portfolio): string[] => decisionsAsked(portfolio).map(({ kind, partner, initiative, owner, by, atRisk }) =>
  [kind, partner.name, initiative?.name ?? '-', owner ?? 'nobody', isoText(by), atRisk === null ? '?' : atRisk / 100].join(' '));

describe('the decisions that a review asks for', () => {
  test('are sponsors past Qualify, launched ones first, executive sponsors of strategic partners, and plans and reviews that are overdue', () => {
    expect(told(judged(partners, initiatives))).toEqual([
      'sponsor Acme Academy Lea 2026-10-14 75000',
      'sponsor Acme Robots Ines 2026-10-30 2000000',
      'executive Borealis - Omar 2026-10-30 100000',
      'plan Borealis - Omar 2026-10-30 100000',
      'review Borealis - Omar 2026-10-30 100000',
    ]);
  });

  test('are for a working day: what falls on a Saturday or a Sunday is put off to Monday', () => {
    const by = (asOf: string): (string | undefined)[] => decisionsAsked(judged(partners, initiatives, asOf)).slice(0, 2).map((asked) => isoText(asked.by));
    // 10 October 2026 and 9 October's thirtieth day after are a Saturday and a Sunday.
    expect(by('2026-09-26')).toEqual(['2026-10-12', '2026-10-26']);
    expect(by('2026-09-27')).toEqual(['2026-10-12', '2026-10-27']);
    expect(by('2026-09-25')).toEqual(['2026-10-09', '2026-10-26']);
  });

  test('are corrections and exits where an alliance is in question, each alliance once', () => {
    const red = `
      Partner  | Alliance manager | Executive sponsor | Status | Notice by
      Acme     | Ines             | Eva               | Active | 2026-10-07
      Borealis | Omar             |                   | Active |`;
    const behind = `
      Initiative | Partner  | Stage  | Owner | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due
      Cloud      | Acme     | Launch | Lea   | Carla         | 1000000        | 100000  | 0        | 2026-01-01  | 2026-12-31
      Data       | Borealis | Launch | Lea   | Dana          | 400000         | 10000   | 0        | 2026-01-01  | 2026-12-31`;
    const corrections = `
      Date       | Partner | Correction  | Review on
      2026-01-15 | Acme    | New owner   | 2026-04-15`;
    const portfolio = judged(red, behind, '2026-09-30', defaultPolicy, { corrections });
    expect(portfolio.exits.map(({ judged: { partner }, recommendation }) => [partner.name, recommendation.kind])).toEqual([['Acme', 'Exit'], ['Borealis', 'Correct']]);
    expect(told(portfolio)).toEqual(['exit Acme - Eva 2026-10-07 900000', 'correction Borealis - Omar 2026-10-14 390000']);
  });

  test('are none where nothing is to be decided, and none of an alliance that has ended', () => {
    expect(told(judged(partners.split('\n').filter((line) => !/Borealis|Acme/.test(line)).join('\n'), initiatives.split('\n').filter((line) => !/Borealis|Acme/.test(line)).join('\n')))).toEqual([]);
  });
});

describe('who could sponsor an initiative', () => {
  const many = `
    Initiative | Partner  | Stage   | Owner | Sales sponsor
    Cloud      | Acme     | Launch  | Lea   |
    One        | Acme     | Launch  | Sam   | Carla
    Two        | Acme     | Qualify | Sam   | carla
    Three      | Borealis | Launch  | Lea   | Dana
    Four       | Borealis | Launch  | Kim   | Rui
    Five       | Borealis | Closed  | Lea   | Past
    Six        | Dorado   | Launch  | Lea   | Zoe
    Busy 1     | Acme     | Launch  | Sam   | Nora
    Busy 2     | Borealis | Launch  | Sam   | Nora
    Busy 3     | Borealis | Launch  | Sam   | Nora
    Busy 4     | Borealis | Launch  | Sam   | Nora
    Busy 5     | Borealis | Launch  | Sam   | Nora`;
  const portfolio = judged(partners, many);
  const gap = portfolio.rows.initiatives!.rows[0]!;

  test('those who sponsor for the partner come before those who sponsor for its owner, and its executive sponsor last; whoever would be overloaded is left out', () => {
    expect(sponsorCandidates(portfolio)(gap)).toEqual([
      { name: 'Carla', near: 'partner', here: 2, open: 2 },
      { name: 'Dana', near: 'owner', here: 0, open: 1 },
      { name: 'Eva', near: 'executive', here: 0, open: 0 },
    ]);
  });

  test('with room for one more, the busy one could, last of those for the partner', () => {
    const roomy = judged(partners, many, '2026-09-30', { ...defaultPolicy, sponsorLoad: { stretched: 5, overloaded: 6 } });
    expect(sponsorCandidates(roomy)(roomy.rows.initiatives!.rows[0]!).map(({ name }) => name)).toEqual(['Carla', 'Nora', 'Dana', 'Eva']);
  });
});
