import { WeightedMeans } from '../../src/domain/weightedMeans';

function meanOf(items: readonly (readonly [value: number, weight: number])[]): number | null {
  const means = new WeightedMeans(1);
  for (const [value, weight] of items) means.add(0, value, weight);
  return means.mean(0);
}

describe('a weighted mean, ruling 6', () => {
  it('weighs: (90 × 1 + 60 × 2) / 3 = 70', () => {
    expect(meanOf([[90, 1], [60, 2]])).toBeCloseTo(70, 12);
  });

  it('gives an item without a weight the mean weight of the others: (90 × 1 + 60 × 3 + 30 × 2) / 6 = 55', () => {
    expect(meanOf([[90, 1], [60, 3], [30, 0]])).toBeCloseTo(55, 12);
  });

  it('counts all alike where none has a weight', () => {
    expect(meanOf([[90, 0], [60, 0]])).toBe(75);
  });

  it('is unknown without items', () => {
    expect(meanOf([])).toBeNull();
  });
});
