import fc from 'fast-check';
import { fixed, roundToSix } from '../../src/domain/rounding';
import { lawRuns } from '../lawRuns';

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

  it.each([
    [64.9408795, 64.94088], // times a million it is 64940879.49999999 in doubles
    [34.06533749999999, 34.065338], // what doubles make of (30 + 20 + 15) x 34.0653375 / 65
    [65.9437835, 65.943784],
  ])('puts %d, a half that doubles hold a hair too low, where the half belongs', (value, rounded) => {
    expect(roundToSix(value)).toBe(rounded);
  });

  it('leaves a number of six decimals as it is', () => {
    fc.assert(fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (millionths) => {
      expect(roundToSix(millionths / 1e6)).toBe(millionths / 1e6 + 0);
    }), lawRuns());
  });

  it.each([[5.85, 1, '5.9'], [1.05, 1, '1.1'], [-1.05, 1, '-1.1'], [70.35, 1, '70.4'], [5.84999999, 1, '5.8'], [-0.04, 1, '0.0'], [2.5, 0, '3'], [320.5, 0, '321']] as const)(
    'shows %d with %d decimals as a cell does: %s', (value, decimals, text) => {
      expect(fixed(value, decimals)).toBe(text);
    });
});
