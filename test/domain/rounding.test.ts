import fc from 'fast-check';
import { roundToSix } from '../../src/domain/rounding';

describe('rounding, ruling 1', () => {
  it.each([
    [66.66666666666667, 66.666667],
    [33.33333333333333, 33.333333],
    [99.9999995, 100],
    [99.9999994999, 99.999999],
    [79.9999995, 80],
    [1.0000005, 1.000001],
    [0.1953125, 0.195313],
    [0.0000005, 0.000001],
    [-0.0000005, -0.000001],
    [-2.5000005, -2.500001],
    [0, 0],
    [100, 100],
  ])('%d becomes %d: half goes away from zero, by the decimal number', (value, rounded) => {
    expect(roundToSix(value)).toBe(rounded);
  });

  it('puts a half that arithmetic left a hair below where the half belongs', () => {
    const half = 0.1 + 0.2 + 0.0000005 - 0.3;
    expect(roundToSix(half + 57)).toBe(57.000001);
    expect(roundToSix((57.0000005 / 3) * 3)).toBe(57.000001);
  });

  it('leaves a number of six decimals as it is', () => {
    fc.assert(fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (millionths) => {
      expect(roundToSix(millionths / 1e6)).toBe(millionths / 1e6 + 0);
    }));
  });
});
