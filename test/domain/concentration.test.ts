import fc from 'fast-check';
import { concentrationOf, together } from '../../src/domain/concentration';

const parts = (amounts: Readonly<Record<string, number>>) => Object.entries(amounts).map(([of, amount]) => ({ of, amount }));
const found = (amounts: Readonly<Record<string, number>>) => {
  const most = concentrationOf(parts(amounts));
  return most && [most.first.join(' '), most.share, most.holders, most.spread];
};

describe('with whom most of a sum is', () => {
  it.each([
    ['one that holds half of it', { a: 50, b: 30, c: 20 }, ['a', 0.5, 3, false]],
    ['two, the larger first', { a: 20, b: 30, c: 25, d: 25 }, ['b c', 0.55, 4, false]],
    ['three', { a: 20, b: 20, c: 20, d: 20, e: 20 }, ['a b c', 0.6, 5, false]],
    ['three of many, who do not hold half of it', { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 2 }, ['h a b', 0.444444, 8, true]],
    ['whoever holds all of it', { a: 0.1, b: -5, c: 0 }, ['a', 1, 1, false]],
  ])('%s', (_, amounts, expected) => {
    expect(found(amounts)).toEqual(expected);
  });

  it('is nobody where nobody holds any', () => {
    expect(found({})).toBeNull();
    expect(found({ a: 0, b: -1 })).toBeNull();
  });

  it('are the fewest that hold half of it, unless it is spread', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -5, max: 40 }), { maxLength: 12 }), (amounts) => {
      const held = amounts.filter((amount) => amount > 0).sort((a, b) => b - a);
      const most = concentrationOf(amounts.map((amount, of) => ({ of, amount })));
      if (most === null) return expect(held).toEqual([]);
      const whole = held.reduce((sum, amount) => sum + amount, 0);
      const sum = (count: number): number => held.slice(0, count).reduce((all, amount) => all + amount, 0);
      const { first, share, spread, holders } = most;
      expect([first.length <= 3, holders, spread]).toEqual([true, held.length, 2 * sum(3) < whole]);
      expect(share).toBeCloseTo(sum(first.length) / whole, 6);
      expect(2 * sum(first.length - 1)).toBeLessThan(whole);
      if (!spread) expect(2 * sum(first.length)).toBeGreaterThanOrEqual(whole);
    }));
  });

  it('adds what one holds in several parts', () => {
    expect(together([{ of: 'b', amount: 2 }, { of: 'a', amount: 1 }, { of: 'b', amount: -3 }])).toEqual([{ of: 'b', amount: -1 }, { of: 'a', amount: 1 }]);
  });
});
