/** The product and the second opinion, which share no line, say the same of success rates made by chance. */
import fc from 'fast-check';
import { defaultPolicy } from '../../src/domain/policy';
import { compareSuccessRates } from '../../src/domain/successRates';
import { type Side, compare } from './successRates';

const size = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 5, max: 40 }) },
  { weight: 20, arbitrary: fc.integer({ min: 5, max: 300 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1000, max: 4000 }) },
);
const anySide = size.chain((closed) => fc.nat({ max: closed }).map((succeeded): Side => ({ closed, succeeded })));

/** Rates up to thirty points apart: the verdict on these is not plain. */
const near = fc.tuple(anySide, size, fc.integer({ min: -30, max: 30 })).map(([one, closed, points]): [Side, Side] => {
  const succeeded = Math.round((one.succeeded / one.closed + points / 100) * closed);
  return [one, { closed, succeeded: Math.min(Math.max(succeeded, 0), closed) }];
});
const anySides = fc.oneof(fc.tuple(anySide, anySide), near);

const runs = Number(process.env.SECOND_OPINION_RUNS ?? 2000);

test('two independent comparisons of success rates agree to the ninth decimal, on every verdict, and on how many would tell', () => {
  const verdicts = new Set<string>();
  fc.assert(
    fc.property(anySides, ([one, other]) => {
      const product = compareSuccessRates(one, other, defaultPolicy.successRates);
      const { difference, low, high, p, verdict, needed } = compare(one, other);
      expect([product.verdict, product.needed]).toEqual([verdict, needed]);
      const apart = [[product.difference, difference], [product.low, low], [product.high, high], [product.p, p]].map(([a, b]) => Math.abs((a ?? NaN) - (b ?? NaN)));
      expect(Math.max(...apart)).toBeLessThan(1e-9);
      verdicts.add(verdict);
    }),
    { numRuns: runs, seed: 20260930 },
  );
  expect([...verdicts].sort()).toEqual(['is higher', 'is lower', 'may be higher', 'may be lower', 'no difference seen']);
});
