import { isoText } from '../../src/domain/calendar';
import { defaultPolicy } from '../../src/domain/policy';
import { fiscalYearOf, quarterOf, reviewQuarter } from '../../src/domain/quarter';
import { day } from './portfolioRows';

const fromJuly = { ...defaultPolicy, fiscalYearStartMonth: 7 };
const fromFebruary = { ...defaultPolicy, fiscalYearStartMonth: 2 };

describe('quarters, ruling 65', () => {
  it.each([
    ['2026-09-30', defaultPolicy, '2026 Q3', '2026-07-01', '2026-09-30'],
    ['2026-01-01', defaultPolicy, '2026 Q1', '2026-01-01', '2026-03-31'],
    ['2026-12-31', defaultPolicy, '2026 Q4', '2026-10-01', '2026-12-31'],
    ['2026-06-30', fromJuly, '2026 Q4', '2026-04-01', '2026-06-30'],
    ['2026-07-01', fromJuly, '2027 Q1', '2026-07-01', '2026-09-30'],
    ['2026-01-15', fromFebruary, '2026 Q4', '2025-11-01', '2026-01-31'],
    ['2026-02-01', fromFebruary, '2027 Q1', '2026-02-01', '2026-04-30'],
  ])('%s lies in the quarter of the calendar or of the fiscal year, named for the year in which that ends', (on, policy, name, first, last) => {
    const quarter = quarterOf(day(on), policy);
    expect([quarter.name, isoText(quarter.firstDay), isoText(quarter.lastDay)]).toEqual([name, first, last]);
  });

  it.each([
    ['2026-01-01', defaultPolicy, '2026-01-01', '2026-12-31'],
    ['2026-06-30', fromJuly, '2025-07-01', '2026-06-30'],
    ['2026-07-01', fromJuly, '2026-07-01', '2027-06-30'],
    ['2024-02-10', { ...defaultPolicy, fiscalYearStartMonth: 3 }, '2023-03-01', '2024-02-29'],
  ])('%s lies in a fiscal year of twelve whole months', (on, policy, first, last) => {
    const { firstDay, lastDay } = fiscalYearOf(day(on), policy);
    expect([isoText(firstDay), isoText(lastDay)]).toEqual([first, last]);
  });

  it.each([
    ['2026-09-30', '2026 Q3'],
    ['2026-10-01', '2026 Q3'],
    ['2026-11-14', '2026 Q3'],
    ['2026-11-15', '2026 Q4'],
    ['2026-01-10', '2025 Q4'],
  ])('a review on %s is named %s: in the first 45 days of a quarter it looks back', (on, name) => {
    expect(reviewQuarter(day(on), defaultPolicy)).toBe(name);
  });
});
