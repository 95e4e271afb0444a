import { History, latestUntil } from '../../src/domain/history';
import { day, snapshots } from './portfolioRows';

const history = (text: string, asOf = '2026-09-30') => new History(snapshots(text), day(asOf));

const table = `
  As of      | Partner | Health | Rating
  2026-06-30 | Acme    | 70     | Amber
  2025-12-31 | Acme    | 50     | Red
  2026-06-30 | Beta    | 81     | Green
  2026-03-31 | Acme    | 65     | Amber
  2026-09-30 | Acme    | 99     | Green
  2026-12-31 | Acme    | 98     | Green`;

describe('the history that counts on a day', () => {
  it('holds a partner\'s snapshots in the order of their days, however the table is sorted', () => {
    expect(history(table).of('acme').map(({ health }) => health)).toEqual([50, 65, 70]);
    expect(history(table).of('beta').map(({ health }) => health)).toEqual([81]);
    expect(history(table).of('gamma')).toEqual([]);
  });

  it('ends before the as-of date: what was written of that day or of a later one does not count', () => {
    expect(history(table).days).toEqual(['2025-12-31', '2026-03-31', '2026-06-30'].map(day));
    expect(history(table, '2026-10-01').of('acme').at(-1)?.health).toBe(99);
  });

  it('ruling 66: of two snapshots of one date the lower row counts', () => {
    const twice = history(`
      As of      | Partner | Health
      2026-06-30 | Acme    | 70
      2026-06-30 | Acme    | 75
      2026-06-30 | Beta    | 60`);
    expect(twice.of('acme').map(({ health }) => health)).toEqual([75]);
    const sorted = snapshots('As of | Partner | Health\n2026-06-30 | Acme | 70\n2026-06-30 | Acme | 75');
    expect(new History([...sorted].reverse(), day('2026-09-30')).of('acme').map(({ health }) => health)).toEqual([75]);
  });

  it('gives all partners of a day, and none of another', () => {
    expect([...history(table).on(day('2026-06-30')).keys()]).toEqual(['acme', 'beta']);
    expect(history(table).on(day('2026-06-29')).size).toBe(0);
  });

  it.each([
    ['2026-06-30', '2026-06-30'],
    ['2026-06-29', '2026-03-31'],
    ['2030-01-01', '2026-06-30'],
    ['2025-12-30', null],
  ])('of the days until %s the latest is %s', (until, latest) => {
    expect(history(table).latestDay(day(until))).toBe(latest === null ? null : day(latest));
    expect(latestUntil(history(table).of('acme'), day(until))?.asOf ?? null).toBe(latest === null ? null : day(latest));
  });
});
