import fc from 'fast-check';
import { isoText } from '../../src/domain/calendar';
import { type Policy, defaultPolicy } from '../../src/domain/policy';
import { fiscalYearOf, nextQuarter, quarterOf, reviewQuarter } from '../../src/domain/quarter';
import { lawRuns } from '../lawRuns';
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
    ['2026-09-30', defaultPolicy, '2026 Q4', '2026-12-31'],
    ['2026-10-01', defaultPolicy, '2027 Q1', '2027-03-31'],
    ['2026-01-15', fromFebruary, '2027 Q1', '2026-04-30'],
  ])('%s is followed by the quarter after its own', (on, policy, name, last) => {
    const { name: found, lastDay } = nextQuarter(day(on), policy);
    expect([found, isoText(lastDay)]).toEqual([name, last]);
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

  it.each([
    [0, '2026-10-01', '2026 Q4'],
    [1, '2026-10-01', '2026 Q3'],
    [1, '2026-10-02', '2026 Q4'],
    [60, '2026-11-29', '2026 Q3'],
    [60, '2026-11-30', '2026 Q4'],
  ])('with %i days to look back a review on %s is named %s', (reviewGraceDays, on, name) => {
    expect(reviewQuarter(day(on), { ...defaultPolicy, reviewGraceDays })).toBe(name);
  });
});

/** The first and the last day of the fiscal year that holds 29 February 2024, and the quarter of that day, named for its end and for its start. */
const years = `
  1  | 2024-01-01 | 2024-12-31 | 2024 Q1 | 2024 Q1
  2  | 2024-02-01 | 2025-01-31 | 2025 Q1 | 2024 Q1
  3  | 2023-03-01 | 2024-02-29 | 2024 Q4 | 2023 Q4
  4  | 2023-04-01 | 2024-03-31 | 2024 Q4 | 2023 Q4
  5  | 2023-05-01 | 2024-04-30 | 2024 Q4 | 2023 Q4
  6  | 2023-06-01 | 2024-05-31 | 2024 Q3 | 2023 Q3
  7  | 2023-07-01 | 2024-06-30 | 2024 Q3 | 2023 Q3
  8  | 2023-08-01 | 2024-07-31 | 2024 Q3 | 2023 Q3
  9  | 2023-09-01 | 2024-08-31 | 2024 Q2 | 2023 Q2
  10 | 2023-10-01 | 2024-09-30 | 2024 Q2 | 2023 Q2
  11 | 2023-11-01 | 2024-10-31 | 2024 Q2 | 2023 Q2
  12 | 2023-12-01 | 2024-11-30 | 2024 Q1 | 2023 Q1
`.trim().split('\n').map((line) => line.split('|').map((cell) => cell.trim()) as [string, string, string, string, string]);
const leapDay = day('2024-02-29');

describe('a fiscal year that starts in any month', () => {
  it.each(years)('from month %s on holds the leap day from %s to %s: %s, or %s', (month, first, last, forEnd, forStart) => {
    const policy = { ...defaultPolicy, fiscalYearStartMonth: Number(month) };
    const { firstDay, lastDay } = fiscalYearOf(leapDay, policy);
    expect([isoText(firstDay), isoText(lastDay)]).toEqual([first, last]);
    expect(quarterOf(leapDay, policy)).toMatchObject({ name: forEnd, year: Number(forEnd.slice(0, 4)) });
    expect(quarterOf(leapDay, { ...policy, fiscalYearNamedFor: 'start' })).toMatchObject({ name: forStart, year: Number(forStart.slice(0, 4)) });
  });

  it('is parted into four quarters without a gap, all named for the same year', () => {
    const anyYear = fc.record({
      on: fc.integer({ min: day('1991-01-01'), max: day('2098-12-31') }).map((serial) => serial as ReturnType<typeof day>),
      fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }),
      fiscalYearNamedFor: fc.constantFrom<Policy['fiscalYearNamedFor']>('end', 'start'),
    });
    fc.assert(fc.property(anyYear, ({ on, ...fiscalYear }) => {
      const policy = { ...defaultPolicy, ...fiscalYear };
      const year = fiscalYearOf(on, policy);
      let next = year.firstDay;
      for (const number of [1, 2, 3, 4] as const) {
        const quarter = quarterOf(next, policy);
        const named = isoText(policy.fiscalYearNamedFor === 'end' ? year.lastDay : year.firstDay).slice(0, 4);
        expect(quarter).toMatchObject({ number, firstDay: next, name: `${named} Q${number}` });
        expect(quarterOf(quarter.lastDay, policy)).toEqual(quarter);
        next = (quarter.lastDay + 1) as typeof next;
      }
      expect(next - 1).toBe(year.lastDay);
      expect([365, 366]).toContain(next - year.firstDay);
      expect(on >= year.firstDay && on <= year.lastDay).toBe(true);
    }), lawRuns());
  });
});
