import fc from 'fast-check';
import { defaultPolicy } from '../../src/domain/policy';
import { comparisonSentence } from '../../src/domain/sentences';
import { type ClosedCount, type RateComparison, compareSuccessRates } from '../../src/domain/successRates';
import { lawRuns } from '../lawRuns';

const policy = defaultPolicy.successRates;
/** Textbook tables may be small. */
const anySize = { ...policy, fewestClosed: 1 };

/** "9/12": 9 of 12 closed initiatives succeeded. */
function count(text: string): ClosedCount {
  const [succeeded = NaN, closed = NaN] = text.split('/').map(Number);
  return { closed, succeeded };
}

function compared(one: string, other: string, by = policy): RateComparison {
  return compareSuccessRates(count(one), count(other), by);
}

/** The figures of a comparison that has some. */
function figures(one: string, other: string): readonly [difference: number, low: number, high: number, p: number] {
  const { difference, low, high, p } = compared(one, other, anySize);
  if (difference === null) throw new Error(`${one} and ${other} are too few.`);
  return [difference, low, high, p];
}

describe('two success rates, worked by hand', () => {
  // 9/12 = 0.75 and 3/8 = 0.375, apart by 0.375; z² = 3.841459.
  // Wilson, lower limit of 9/12: (18 + 3.841459 - 1.959964 √(3.841459 + 4·9·3/12)) / (2 (12 + 3.841459)) = 0.467695
  // Wilson, upper limit of 3/8: (6 + 3.841459 + 1.959964 √(3.841459 + 4·3·5/8)) / (2 (8 + 3.841459)) = 0.694258
  // Newcombe, low: 0.375 - √((0.75 - 0.467695)² + (0.694258 - 0.375)²) = 0.375 - 0.426171 = -0.051171
  // Fisher: 12 successes of 20; C(12, x) C(8, 12 - x) for x = 4 to 12 is 495, 6336, 25872, 44352, 34650, 12320, 1848, 96, 1, together 125970.
  // Not more than the 12320 of x = 9: 495 + 6336 + 12320 + 1848 + 96 + 1 = 21096; 21096 / 125970 = 0.167468
  it('have a difference, its interval and a p, none of them rounded', () => {
    const comparison = compared('9/12', '3/8');
    expect(comparison.difference).toBe(0.375);
    expect(comparison.low).toBeCloseTo(-0.051170999407535, 14);
    expect(comparison.high).toBeCloseTo(0.662502922375692, 14);
    expect(comparison.p).toBeCloseTo(21096 / 125970, 14);
  });

  // At 16 on each side, 12 and 6 succeed: p = 0.073. At 17, 12.75 and 6.375, that is 13 and 6: p = 0.037, and the interval is above zero.
  it('may be higher, and 17 closed on each side would tell', () => {
    expect(compared('9/12', '3/8')).toMatchObject({ one: { closed: 12, succeeded: 9 }, other: { closed: 8, succeeded: 3 }, verdict: 'may be higher', needed: 17 });
    expect(figures('12/16', '6/16')[3]).toBeCloseTo(0.0732, 4);
    expect(figures('13/17', '6/17')[3]).toBeCloseTo(0.0366, 4);
    expect(figures('13/17', '6/17')[1]).toBeGreaterThan(0);
  });
});

describe('the interval, against Newcombe 1998, table II, method 10', () => {
  it.each([
    ['56/70', '48/80', 0.0524, 0.3339],
    ['9/10', '3/10', 0.1705, 0.809],
    ['6/7', '2/7', 0.0582, 0.8062],
    ['5/56', '0/29', -0.0381, 0.1926],
    ['0/10', '0/20', -0.1611, 0.2775],
    ['0/10', '0/10', -0.2775, 0.2775],
    ['10/10', '0/20', 0.6791, 1],
    ['10/10', '0/10', 0.6075, 1],
  ])('of %s and %s is %d to %d', (one, other, low, high) => {
    const [, from, to] = figures(one, other);
    expect([from.toFixed(4), to.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
  });

  it('ends at 1 exactly where all of one and none of the other succeeded', () => {
    expect(figures('10/10', '0/20').slice(0, 3)).toEqual([1, expect.any(Number), 1]);
    expect(figures('0/20', '10/10').slice(0, 3)).toEqual([-1, -1, expect.any(Number)]);
  });
});

describe("Fisher's exact test", () => {
  it.each([
    ['3/4', '1/4', 34 / 70], // the lady tasting tea: 1 + 16 + 16 + 1 of 70
    ['4/4', '0/4', 2 / 70],
    ['2/4', '2/4', 1], // the most probable of all
    ['10/10', '0/10', 2 / 184756],
    ['0/10', '0/20', 1], // the margins allow no other table
    ['20/20', '10/10', 1],
    ['1/5', '0/95', 5 / 100],
    ['0/5', '1/95', 1],
  ])('of %s and %s is %d', (one, other, p) => {
    expect(figures(one, other)[3]).toBeCloseTo(p, 14);
  });

  // Computed with 60 digits from the logarithms of factorials.
  it.each([
    ['50000/100000', '50500/100000', 0.025639596624963108],
    ['99000/100000', '98900/100000', 0.029847900106588434],
    ['10/100000', '25/100000', 0.016664498864149437],
    ['3/100000', '1/7', 0.000279955205487424],
    ['50000/100000', '50000/100000', 1],
    ['0/100000', '100000/100000', 0], // 2 of 10^60204 tables
  ])('of %s and %s is still exact', (one, other, p) => {
    expect(figures(one, other)[3]).toBeCloseTo(p, 14);
  });
});

describe('the verdict, ruling 59', () => {
  it.each([
    // Interval above, or below, zero, and p at most 0.05
    ['56/70', '48/80', 'is higher', null],
    ['48/80', '56/70', 'is lower', null],
    ['1/5', '0/95', 'is higher', null], // p = 5/100 exactly
    ['0/95', '1/5', 'is lower', null],
    ['2/6', '0/19', 'is higher', null], // p = 15/300 exactly
    // The interval excludes zero, Fisher does not agree
    ['5/5', '2/5', 'may be higher', 8],
    ['2/5', '5/5', 'may be lower', 8],
    // Fisher agrees, the interval holds zero: up to 0.000312
    ['0/24', '7/44', 'may be lower', 44],
    ['7/44', '0/24', 'may be higher', 44],
    // Ten points exactly, which doubles take for less: 0.7 - 0.6 = 0.09999999999999998
    ['70/100', '60/100', 'may be higher', 184],
    ['60/100', '70/100', 'may be lower', 184],
    // Ten points exactly, and p exactly 1/2
    ['1/6', '1/15', 'may be higher', 81],
    ['1/15', '1/6', 'may be lower', 81],
    // Less than ten points: 9.94
    ['1/7', '1/23', 'no difference seen', null],
    // p a little over 1/2: 0.5105
    ['2/5', '1/8', 'no difference seen', null],
    ['3/6', '3/6', 'no difference seen', null],
    // Four closed on a side
    ['4/4', '0/5', 'too few to tell', null],
    ['5/5', '0/4', 'too few to tell', null],
    ['5/5', '0/5', 'is higher', null],
  ])('of %s against %s: %s', (one, other, verdict, needed) => {
    expect(compared(one, other)).toMatchObject({ verdict, needed });
  });

  it('has no figures with too few', () => {
    expect(compared('3/4', '9/12')).toEqual({
      one: { closed: 4, succeeded: 3 }, other: { closed: 12, succeeded: 9 },
      difference: null, low: null, high: null, p: null, verdict: 'too few to tell', needed: null,
    });
  });

  it('follows the policy', () => {
    expect(compared('4/4', '0/4', { ...policy, fewestClosed: 4 }).verdict).toBe('is higher');
    expect(compared('9/12', '3/8', { ...policy, significance: 0.2 }).verdict).toBe('may be higher'); // the interval still holds zero
    expect(compared('5/5', '2/5', { ...policy, significance: 1 / 6 }).verdict).toBe('is higher');
    expect(compared('9/12', '3/8', { ...policy, notablePercent: 37.5 }).verdict).toBe('may be higher');
    expect(compared('9/12', '3/8', { ...policy, notablePercent: 38 }).verdict).toBe('no difference seen');
    expect(compared('9/12', '3/8', { ...policy, notableSignificance: 0.16 }).verdict).toBe('no difference seen');
  });

  it('cannot be reached without a closed initiative, whatever the policy asks for', () => {
    expect(compared('0/0', '3/8', { ...policy, fewestClosed: 0 }).verdict).toBe('too few to tell');
    expect(compared('1/1', '3/8', { ...policy, fewestClosed: 0 }).p).toBeCloseTo(4 / 9, 14); // C(9, 4) = 126 tables, 56 hold the one
  });
});

describe('how many closed initiatives would tell', () => {
  it.each([
    ['4/5', '1/7', 7], // the larger side's number today
    ['5/5', '3/8', 8],
    ['4/5', '2/8', 11], // at 10, 2/8 x 10 = 2.5 counts as 3; 2 would have told
    ['5/5', '3/6', 10], // at 9, 3/6 x 9 = 4.5 counts as 5; 4 would have told
    ['3/5', '2/8', 21],
    ['30/60', '24/60', 201],
  ])('of %s against %s: %i on each side', (one, other, needed) => {
    expect(compared(one, other).needed).toBe(needed);
  });

  it.each([
    [17, 17],
    [16, 'many more'],
    [0, 'many more'],
  ])('is sought up to the policy\'s %i: %s', (mostClosed, needed) => {
    expect(compared('9/12', '3/8', { ...policy, mostClosed }).needed).toBe(needed);
  });

  it('is sought at the larger side of today, however large', () => {
    expect(compared('4/5', '1/7', { ...policy, mostClosed: 0 }).needed).toBe(7);
  });
});

describe('what is said of two rates', () => {
  const words = { one: 'with', oneInFull: 'with a sales sponsor', other: 'without' };
  const said = (one: string, other: string, by = policy) => comparisonSentence(compared(one, other, by), words);

  it.each([
    ['56/70', '48/80', '56 of 70 closed initiatives with a sales sponsor succeeded (80 %), and 48 of 80 without (60 %). '
      + 'The success rate of those with a sales sponsor is higher: the difference is 20 points (95 % interval 5 to 33).'],
    ['48/80', '56/70', '48 of 80 closed initiatives with a sales sponsor succeeded (60 %), and 56 of 70 without (80 %). '
      + 'The success rate of those with a sales sponsor is lower: the difference is −20 points (95 % interval −33 to −5).'],
    ['9/12', '3/8', '9 of 12 closed initiatives with a sales sponsor succeeded (75 %), and 3 of 8 without (38 %). '
      + 'The success rate of those with a sales sponsor may be higher: the difference is 38 points (95 % interval −5 to 66); '
      + 'at these rates 17 closed initiatives on each side would tell (5 more with, 9 more without).'],
    ['0/24', '7/44', '0 of 24 closed initiatives with a sales sponsor succeeded (0 %), and 7 of 44 without (16 %). '
      + 'The success rate of those with a sales sponsor may be lower: the difference is −16 points (95 % interval −29 to above 0); '
      + 'at these rates 44 closed initiatives on each side would tell (20 more with).'],
    ['7/44', '0/24', '7 of 44 closed initiatives with a sales sponsor succeeded (16 %), and 0 of 24 without (0 %). '
      + 'The success rate of those with a sales sponsor may be higher: the difference is 16 points (95 % interval below 0 to 29); '
      + 'at these rates 44 closed initiatives on each side would tell (20 more without).'],
    ['4/6', '5/8', '4 of 6 closed initiatives with a sales sponsor succeeded (67 %), and 5 of 8 without (63 %). '
      + 'No difference in success rates is seen: 4 points (95 % interval −40 to 44).'],
    ['3/6', '3/6', '3 of 6 closed initiatives with a sales sponsor succeeded (50 %), and 3 of 6 without (50 %). '
      + 'No difference in success rates is seen: 0 points (95 % interval −44 to 44).'],
    ['51/100', '50/100', '51 of 100 closed initiatives with a sales sponsor succeeded (51 %), and 50 of 100 without (50 %). '
      + 'No difference in success rates is seen: 1 point (95 % interval −13 to 15).'],
    ['100/201', '100/200', '100 of 201 closed initiatives with a sales sponsor succeeded (50 %), and 100 of 200 without (50 %). '
      + 'No difference in success rates is seen: less than 1 point (95 % interval −10 to 9).'],
    ['3/4', '1/2', 'Too few closed initiatives to tell (4 with, 2 without).'],
  ])('%s against %s', (one, other, text) => {
    expect(said(one, other)).toBe(text);
  });

  it('says where more would be needed than anybody will close', () => {
    expect(said('9/12', '3/8', { ...policy, mostClosed: 16 })).toBe(
      '9 of 12 closed initiatives with a sales sponsor succeeded (75 %), and 3 of 8 without (38 %). The success rate of those with a sales sponsor '
      + 'may be higher: the difference is 38 points (95 % interval −5 to 66); at these rates it would take many more closed initiatives to tell.',
    );
  });

  it('speaks of other groups in their own words, and of one initiative in the singular', () => {
    const since = { one: 'launched since', oneInFull: 'launched since', other: 'launched before' };
    expect(comparisonSentence(compared('12/16', '5/16'), since)).toBe(
      '12 of 16 closed initiatives launched since succeeded (75 %), and 5 of 16 launched before (31 %). '
      + 'The success rate of those launched since is higher: the difference is 44 points (95 % interval 9 to 66).',
    );
    expect(comparisonSentence(compared('1/1', '0/1', anySize), since)).toBe(
      '1 of 1 closed initiative launched since succeeded (100 %), and 0 of 1 launched before (0 %). '
      + 'No difference in success rates is seen: 100 points (95 % interval −12 to 100).',
    );
  });

  it('rounds halves up by the counts: 57/200 is 28.5 %, which doubles take for less', () => {
    expect(said('57/200', '0/200')).toContain('succeeded (29 %), and 0 of 200 without (0 %)');
    expect(said('57/200', '0/200')).toContain('the difference is 29 points');
    expect(said('0/200', '57/200')).toContain('the difference is −29 points');
  });
});

describe('for any two groups', () => {
  const anyCount = fc.oneof(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 5, max: 5000 }))
    .chain((closed) => fc.nat({ max: closed }).map((succeeded): ClosedCount => ({ closed, succeeded })));
  const differenceOf = (one: ClosedCount, other: ClosedCount) => compareSuccessRates(one, other, policy).difference ?? NaN;

  it('the interval holds the difference, within -1 and 1, and p lies from 0 to 1', () => {
    fc.assert(fc.property(anyCount, anyCount, (one, other) => {
      const { difference, low, high, p } = compareSuccessRates(one, other, policy);
      if (difference === null) throw new Error('Five are enough.');
      expect([low >= -1, low <= difference, difference <= high, high <= 1, p >= 0, p <= 1]).toEqual(Array(6).fill(true));
    }), lawRuns());
  });

  it('swapping them mirrors the difference, its interval and the verdict, and keeps p and how many would tell', () => {
    const mirrored = (verdict: string) => verdict.replace(/higher|lower/, (word) => (word === 'higher' ? 'lower' : 'higher'));
    fc.assert(fc.property(anyCount, anyCount, (one, other) => {
      const ahead = compareSuccessRates(one, other, policy);
      const back = compareSuccessRates(other, one, policy);
      if (ahead.difference === null || back.difference === null) throw new Error('Five are enough.');
      expect(back.difference + ahead.difference).toBe(0);
      expect(back.low + ahead.high).toBe(0);
      expect(back.high + ahead.low).toBe(0);
      expect(back.p).toBeCloseTo(ahead.p, 12);
      expect([back.verdict, back.needed]).toEqual([mirrored(ahead.verdict), ahead.needed]);
    }), lawRuns());
  });

  it('one more that closed and succeeded never lowers the difference', () => {
    fc.assert(fc.property(anyCount, anyCount, (one, other) => {
      const more = { closed: one.closed + 1, succeeded: one.succeeded + 1 };
      expect(differenceOf(more, other)).toBeGreaterThanOrEqual(differenceOf(one, other));
    }), lawRuns());
  });
});
