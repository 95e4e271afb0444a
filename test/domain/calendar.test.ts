import fc from 'fast-check';
import { addMonths, calendarDay, dayText, fromIsoText, isoText, oncePerDay, serialOf } from '../../src/domain/calendar';
import { lawRuns } from '../lawRuns';
import { day } from './portfolioRows';

const anyDay = fc.integer({ min: day('1990-01-01'), max: day('2099-12-31') }).map((serial) => serial as ReturnType<typeof day>);

describe('the calendar', () => {
  it('counts days as the 1900 date system does', () => {
    expect(day('1990-01-01')).toBe(32874);
    expect(day('2000-01-01')).toBe(36526);
    expect(day('2026-09-30')).toBe(46295);
    expect(day('2099-12-31')).toBe(73050);
  });

  it('gives every day back that it writes as text', () => {
    fc.assert(fc.property(anyDay, (serial) => {
      const { year, month, day: dayOfMonth } = calendarDay(serial);
      expect(fromIsoText(isoText(serial))).toBe(serial);
      expect(serialOf(year, month, dayOfMonth)).toBe(serial);
    }), lawRuns());
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-06-31', '1989-12-31', '2100-01-01', '26-01-01', '2026-1-1', 'today', ''])(
    'knows no day called "%s"', (text) => {
      expect(fromIsoText(text)).toBeNull();
    },
  );

  it('says a day as a person does', () => {
    expect(dayText(day('2026-09-30'))).toBe('30 September 2026');
  });

  it.each([
    ['2026-09-30', -12, '2025-09-30'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2025-02-28', -12, '2024-02-28'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('ruling 3: %s and %i months is %s, clamped to the end of the month', (from, months, to) => {
    expect(isoText(addMonths(day(from), months))).toBe(to);
  });

  it('works the meaning of a day out once, and that of each day for itself', () => {
    const asked: string[] = [];
    const meaning = oncePerDay((serial) => {
      asked.push(isoText(serial));
      return dayText(serial);
    });
    const days = ['2026-09-30', '2026-10-01', '2026-09-30'].map(day);
    expect(days.map(meaning)).toEqual(['30 September 2026', '1 October 2026', '30 September 2026']);
    expect(asked).toEqual(['2026-09-30', '2026-10-01']);
  });
});
