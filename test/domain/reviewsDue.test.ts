import fc from 'fast-check';
import { isoText } from '../../src/domain/calendar';
import { judge } from '../../src/domain/judge';
import type { Portfolio } from '../../src/domain/portfolio';
import { allReviewsDue, isOverdue, reviewsDue } from '../../src/domain/reviewsDue';
import { lawRuns } from '../lawRuns';
import { anyRows } from './anyRows';
import { asOf, day, judged } from './portfolioRows';

const due = (portfolio: Portfolio): string[] => reviewsDue(portfolio, portfolio.partners[0]!)
  .map(({ kind, of, last, due: by }) => [kind, of, last === null ? 'never' : isoText(last), by === null ? 'now' : isoText(by)].filter((part) => part !== null).join(' '));

describe('what is due with a partner', () => {
  test('comes by its day: the review by the tier, the plan after a year, the inspection 90 days after the last, the checkpoint, the agreement', () => {
    expect(due(judged(`
      Partner | Tier      | Last QBR   | Joint business plan | Notice by  | Agreement ends
      Acme    | Strategic | 2026-08-01 | 2025-10-15          | 2026-11-30 | 2027-01-31`, `
      Initiative | Partner | Stage   | Sales sponsor | Launched on | Due        | Last inspected
      Cloud      | Acme    | Launch  | Carla         | 2026-01-01  | 2026-12-31 | 2026-05-01
      Academy    | Acme    | Launch  | Carla         | 2026-09-01  | 2027-12-31 |
      Robots     | Acme    | Approve | Carla         |             |            |`, undefined, undefined, { corrections: `
      Date       | Partner | Correction | Review on
      2026-08-01 | Acme    | New owner  |
      2026-05-01 | Acme    | Old plan   | 2026-08-01` }))).toEqual([
      'inspection Cloud 2026-05-01 2026-07-30',
      'plan 2025-10-15 2026-10-15',
      'checkpoint New owner never 2026-10-30',
      'review 2026-08-01 2026-11-09',
      'inspection Academy never 2026-11-30',
      'notice never 2026-11-30',
      'agreement never 2027-01-31',
    ]);
  });

  test('is the survey of the relationship a year after the last one, where surveys are dated', () => {
    const surveyed = (row: string): string[] => due(judged(`Partner | Relationship | Survey date\n${row}`));
    expect(surveyed('Acme | 8 | 2025-11-30')).toEqual(['survey 2025-11-30 2026-11-30']);
    expect(surveyed('Acme | | \nOther | 7 | 2026-01-01')).toEqual(['survey never now']);
    // Nobody dates surveys, or nobody asks: ruling 24.
    expect(surveyed('Acme | 8 |')).toEqual([]);
    expect(due(judged('Partner | Survey date\nAcme | 2025-11-30'))).toEqual([]);
  });

  test('names the cell in which its day is entered', () => {
    const portfolio = judged('Partner | Last QBR\nAcme | 2026-08-01', 'Initiative | Partner | Stage | Last inspected\nCloud | Acme | Launch | 2026-05-01');
    expect(reviewsDue(portfolio, portfolio.partners[0]!).map(({ kind, cell }) => [kind, cell])).toEqual([
      ['inspection', { sheet: 'Initiatives', row: 1, column: 3 }],
      ['review', { sheet: 'Partners', row: 1, column: 1 }],
    ]);
  });

  test('is due now where it was never done, and is left out where its cell cannot be read or nobody tracks it', () => {
    expect(due(judged('Partner | Last QBR | Joint business plan\nAcme | | ?', 'Initiative | Partner | Stage | Last inspected\nCloud | Acme | Launch |'))).toEqual(['review never now', 'inspection Cloud never now']);
    expect(due(judged('Partner\nAcme', 'Initiative | Partner | Stage\nCloud | Acme | Launch'))).toEqual([]);
  });

  test('is nothing once the alliance has ended, nor is a day that has passed', () => {
    expect(due(judged('Partner | Last QBR | Status\nAcme | | Ended'))).toEqual([]);
    expect(due(judged('Partner | Notice by | Agreement ends\nAcme | 2026-09-29 | 2026-09-30'))).toEqual(['agreement never 2026-09-30']);
  });
});

describe('what is due with all partners', () => {
  const portfolio = judged(`
    Partner | Alliance manager | Tier      | Last QBR   | Agreement ends | Status
    Acme    | Ines             | Strategic | 2026-08-01 | 2026-12-31     | Active
    Beta    | Ravi             | Strategic |            | 2027-01-01     | Watch
    Gone    | Ines             | Strategic | 2026-01-01 | 2026-11-01     | Ended`, `
    Initiative | Partner | Stage  | Sales sponsor | Owner | Last inspected
    Cloud      | Acme    | Launch | Carla         | Lea   | 2026-05-01
    Robots     | Beta    | Launch | Carla         |       | 2026-05-01`, undefined, undefined, { corrections: `
    Date       | Partner | Correction | Review on  | Owner
    2026-08-01 | Beta    | New owner  | 2026-10-01 | Sam
    2026-08-01 |         | Rule       | 2026-10-01 | Sam` });
  const until = (on: string): string[] => allReviewsDue(portfolio, day(on)).map(({ kind, partner, owner, due: by }) => [by === null ? 'now' : isoText(by), kind, partner.name, owner].join(' '));

  test('comes by its day until the last one, each with whoever sees to it', () => {
    expect(until('2026-12-31')).toEqual([
      'now review Beta Ravi', '2026-07-30 inspection Acme Lea', '2026-07-30 inspection Beta Ravi', '2026-10-01 checkpoint Beta Sam', '2026-11-09 review Acme Ines', '2026-12-31 agreement Acme Ines',
    ]);
    expect(until('2026-11-08')).toHaveLength(4);
    expect(until('2026-11-09')).toHaveLength(5);
  });

  test('is overdue before the as-of day, or where it was never done', () => {
    const due = (by: string | null) => isOverdue({ kind: 'review', of: null, last: null, due: by === null ? null : day(by), owner: null, cell: null }, day(asOf));
    expect([due('2026-09-29'), due('2026-09-30'), due(null)]).toEqual([true, false, true]);
  });

  test('is what is due with each of them', () => {
    fc.assert(fc.property(anyRows, (rows) => {
      const any = judge(rows, day(asOf));
      const byDay = (a: { due: number | null }, b: { due: number | null }): number => (a.due ?? 0) - (b.due ?? 0);
      const each = any.partners.flatMap((one) => reviewsDue(any, one).map((review) => ({ ...review, partner: one.partner })));
      expect(allReviewsDue(any, day('2099-12-31'))).toEqual([...each].sort(byDay));
    }), lawRuns());
  });
});
