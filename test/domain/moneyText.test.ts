import { moneyGoal, moneyText } from '../../src/domain/moneyText';

describe('money said short', () => {
  it.each([
    [0, '0'],
    [1, 'less than 1'],
    [99, 'less than 1'],
    [100, '1'],
    [-1, 'more than −1'],
    [45_030, '450'],
    [99_900, '999'],
    [99_949, '999'],
    [99_950, '1 K'],
    [320_000_00, '320 K'],
    // Halves go up, as in a cell that shows the same figure.
    [5_850_000_00, '5.9 M'],
    [-1_050_000_00, '−1.1 M'],
    [5_849_999_99, '5.8 M'],
    [320_500_00, '321 K'],
    [32_450_00, '32.5 K'],
    [999_400_00, '999 K'],
    [999_950_00, '1 M'],
    [1_200_000_00, '1.2 M'],
    [1_000_000_00, '1 M'],
    [99_960_000_00, '100 M'],
    [2_500_000_000_00, '2.5 B'],
    [-1_200_000_00, '−1.2 M'],
  ])('%d hundredths are "%s"', (minor, text) => {
    expect(moneyText(minor)).toBe(text);
  });
});

describe('money to be reached, rounded up', () => {
  it.each([
    [1, '1'],
    [100, '1'],
    [45_030, '451'],
    [50_11, '50.2'],
    [1_200_000_00, '1.2 M'],
    [1_200_000_01, '1.3 M'],
    [2_550_000_00, '2.6 M'],
    [99_940_000_00, '100 M'],
    [99_950_000_00, '100 M'],
    [100_100_000_00, '101 M'],
    [999_100_00, '1 M'],
    [320_000_00, '320 K'],
  ])('%d hundredths are "%s"', (minor, text) => {
    expect(moneyGoal(minor)).toBe(text);
  });
});
