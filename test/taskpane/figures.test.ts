import { serialOf } from '../../src/domain/calendar';
import type { Share } from '../../src/domain/measure';
import { figuresFor } from '../../src/taskpane/figures';

const bands = { green: 80, amber: 60 };
const english = figuresFor('en-US');

describe('figures', () => {
  test.each([
    [71.2, '71'],
    [79.4, '79'],
    [79.6, '79.6'],
    [79.96, '79.96'],
    [79.999999, '79.999999'],
    [80, '80'],
    [59.5, '59.5'],
    [60.4, '60'],
    [0, '0'],
    [100, '100'],
  ])('a score of %d is shown as %s: never rounded into a better band', (score, shown) => {
    expect(english.score(score, bands)).toBe(shown);
  });

  test('the portfolio as a whole is told to one decimal, as in the QBR', () => {
    expect(english.score(75.64, bands, 1)).toBe('75.6');
    expect(english.score(79.96, bands, 1)).toBe('79.96');
    expect(english.score(70, bands, 1)).toBe('70');
  });

  test('money is short to the eye and exact beside it', () => {
    expect(english.money(123_456_789)).toBe('1.2 M');
    expect(english.exactMoney(123_456_789, 'USD')).toBe('USD 1,234,567.89');
    expect(english.exactMoney(5, null)).toBe('0.05');
  });

  test('everything follows the culture', () => {
    const german = figuresFor('de-DE');
    expect(german.money(123_456_789)).toBe('1,2 M');
    expect(german.exactMoney(123_456_789, 'EUR')).toBe('EUR 1.234.567,89');
    expect(german.count(20_000)).toBe('20.000');
    expect(german.pointsLost(23.84)).toBe('−23,8');
    expect(german.day(serialOf(2026, 9, 30))).toBe('30.09.2026');
  });

  test('points lost carry a minus, but nothing lost carries none', () => {
    expect(english.pointsLost(9)).toBe('−9');
    expect(english.pointsLost(0.04)).toBe('0');
  });

  test('a share is a whole percentage', () => {
    expect(english.share(0.725 as Share)).toBe('73%');
  });

  test.each(['', 'x', 'not a culture', '1'])('a culture that no browser knows reads as English: "%s"', (culture) => {
    expect(figuresFor(culture).count(1234.4)).toBe('1,234');
  });
});
