import { isoText } from '../../src/domain/calendar';
import type { Portfolio } from '../../src/domain/portfolio';
import { reviewsDue } from '../../src/domain/reviewsDue';
import { judged } from './portfolioRows';

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
