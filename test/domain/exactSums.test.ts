import fc from 'fast-check';
import { ExactSums } from '../../src/domain/exactSums';
import { lawRuns } from '../lawRuns';

function sumOf(terms: readonly number[]): number {
  const sums = new ExactSums(1);
  for (const term of terms) sums.add(0, term);
  return sums.total(0);
}

const terms = fc.array(fc.double({ min: -1e15, max: 1e15, noNaN: true }), { maxLength: 50 });

describe('exact sums', () => {
  it('do not depend on the order of their terms', () => {
    fc.assert(fc.property(terms, fc.infiniteStream(fc.nat()), (amounts, keys) => {
      const keyed = amounts.map((amount) => ({ amount, key: keys.next().value as number }));
      const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ amount }) => amount);
      expect(sumOf(shuffled)).toBe(sumOf(amounts));
    }), lawRuns());
  });

  it('are the nearest double to the true sum of whole amounts, also where a running double would lose cents', () => {
    const amounts = [2 ** 53, 1, 1, 1, 1, -(2 ** 53)];
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(0);
    expect(sumOf(amounts)).toBe(4);
    fc.assert(fc.property(fc.array(fc.maxSafeInteger(), { maxLength: 50 }), (whole) => {
      expect(sumOf(whole)).toBe(Number(whole.reduce((sum, amount) => sum + BigInt(amount), 0n)));
    }), lawRuns());
  });

  it('keep fractions: a tenth ten times is one', () => {
    expect(sumOf(Array<number>(10).fill(0.1))).toBe(1);
  });

  it('are kept apart from each other', () => {
    const sums = new ExactSums(2);
    sums.add(0, 5);
    sums.add(1, 7.5);
    expect([sums.total(0), sums.total(1)]).toEqual([5, 7.5]);
  });
});
