import { checkpointOf } from '../../src/domain/correctionEffects';
import { isoText } from '../../src/domain/calendar';
import { correctionSentence } from '../../src/domain/sentences';
import { asOf, judged } from './portfolioRows';

/**
 * Acme's health today: revenue 60 of 100 expected, pipeline met, a sales sponsor, nothing to govern but its manager:
 * (30 x 60 + 20 x 100 + 20 x 100 + 15 x 100) / 85 = 7300 / 85 = 85.882353.
 */
const partners = 'Partner | Alliance manager\nAcme | Ines';
const launched = `
  Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due        | Approved on | Approved by | Owner | Last inspected
  A          | Acme    | Launch | Bob           | 200            | 60      | 900      | 2026-02-02  | 2027-01-28 | 2026-01-01  | Eve         | Kim   | 2026-09-01`;

function effects(corrections: string, history?: string, initiatives = launched, on = asOf) {
  return judged(partners, initiatives, on, undefined, { corrections, history }).corrections;
}
const effect = (corrections: string, history?: string, on = asOf) => {
  const [first] = effects(corrections, history, launched, on);
  if (first === undefined) throw new Error('There is no correction.');
  return first;
};

describe('the effect of a correction on a partner, ruling 69', () => {
  it.each([
    ['80.882353', 'improved', 'Health rose from 80.9 before it to 85.9 after it.'], // 5 points to the digit
    ['80.882354', 'no change', 'Health hardly changed: from 80.9 before it to 85.9 after it.'],
    ['85.882353', 'no change', 'Health hardly changed: from 85.9 before it to 85.9 after it.'],
    ['90.882352', 'no change', 'Health hardly changed: from 90.9 before it to 85.9 after it.'],
    ['90.882353', 'worsened', 'Health fell from 90.9 before it to 85.9 after it.'],
  ])('with %s before and 85.882353 today is: %s', (before, expected, sentence) => {
    const found = effect('Date | Partner | Correction\n2026-07-01 | Acme | New plan', `As of | Partner | Health\n2026-06-30 | Acme | ${before}`);
    expect(found).toMatchObject({ before: Number(before), after: 85.882353, effect: expected, comparison: null, partner: { name: 'Acme' } });
    expect(correctionSentence(found, 12)).toBe(sentence);
  });

  it('starts from the latest snapshot on its day or before it', () => {
    const history = 'As of | Partner | Health\n2026-03-31 | Acme | 40\n2026-06-30 | Acme | 50\n2026-07-02 | Acme | 60';
    expect(effect('Date | Partner | Correction\n2026-06-30 | Acme | New plan', history).before).toBe(50);
    expect(effect('Date | Partner | Correction\n2026-06-29 | Acme | New plan', history).before).toBe(40);
    const none = effect('Date | Partner | Correction\n2026-03-30 | Acme | New plan', history);
    expect(none).toMatchObject({ before: null, after: 85.882353, effect: 'no measurement before' });
    expect(correctionSentence(none, 12)).toBe('Health was not measured before it.');
  });

  it('shows from the 45th day on', () => {
    const history = 'As of | Partner | Health\n2026-06-30 | Acme | 50\n2026-09-29 | Acme | 51';
    // 16 August and 45 days is 30 September
    expect(effect('Date | Partner | Correction\n2026-08-16 | Acme | New plan', history)).toMatchObject({ after: 85.882353, effect: 'improved' });
    const early = effect('Date | Partner | Correction\n2026-08-17 | Acme | New plan', history);
    expect(early).toMatchObject({ before: 50, after: null, effect: 'too early' });
    expect(correctionSentence(early, 12)).toBe('Health was 50 before it; it is too early to measure again.');
  });

  it('is measured by a dimension where its measure names one', () => {
    const history = 'As of | Partner | Health | Revenue score\n2026-06-30 | Acme | 50 | 20';
    const found = effect('Date | Partner | Correction | Measure\n2026-07-01 | Acme | New plan | revenue', history);
    expect(found).toMatchObject({ before: 20, after: 60, effect: 'improved' });
    expect(correctionSentence(found, 12)).toBe('Revenue rose from 20 before it to 60 after it.');
  });

  it('takes the last snapshot that has the measure where today has none', () => {
    const history = 'As of | Partner | Health | Traction score\n2026-03-31 | Acme | | 10\n2026-05-31 | Acme | | \n2026-08-31 | Acme | | 30\n2026-09-15 | Acme | 70 |';
    expect(effect('Date | Partner | Correction | Measure\n2026-06-01 | Acme | New plan | traction', history)).toMatchObject({ before: 10, after: 30, effect: 'improved' });
    // 31 August lies 45 days after 17 July, and 44 after 18 July
    expect(effect('Date | Partner | Correction | Measure\n2026-07-17 | Acme | New plan | traction', history)).toMatchObject({ after: 30 });
    expect(effect('Date | Partner | Correction | Measure\n2026-07-18 | Acme | New plan | traction', history)).toMatchObject({ after: null, effect: 'too early' });
  });

  it('takes the last of many snapshots', () => {
    const history = 'As of | Partner | Health | Traction score\n2026-03-31 | Acme | | 10\n2026-06-30 | Acme | | 20\n2026-07-31 | Acme | | 30\n2026-08-31 | Acme | | 40';
    expect(effect('Date | Partner | Correction | Measure\n2026-04-01 | Acme | New plan | traction', history)).toMatchObject({ before: 10, after: 40 });
  });

  it('of an initiative is the partner\'s, and says so', () => {
    const found = effect('Date | Partner | Initiative | Correction\n2026-07-01 | Acme | A | New plan', 'As of | Partner | Health\n2026-06-30 | Acme | 50');
    expect(correctionSentence(found, 12)).toBe('Health rose from 50 before it to 85.9 after it. The partner stands for A, of which no history is kept.');
  });

  it('keeps the order of the table, and is empty without one', () => {
    expect(effects('Date | Partner | Correction\n2026-07-01 | Acme | Second\n2026-01-01 | Acme | First').map(({ correction }) => correction.correction)).toEqual(['Second', 'First']);
    expect(judged(partners, launched).corrections).toEqual([]);
  });
});

describe('the effect of a correction on the whole portfolio, ruling 70', () => {
  const closed = (launches: readonly (readonly [string, string])[]) => ['Initiative | Partner | Stage | Sales sponsor | Launched on | Outcome | Ended on',
    ...launches.map(([on, outcome]) => `X | Acme | Closed | Bob | ${on} | ${outcome} | 2026-09-01`)].join('\n');
  const many = (count: number, on: string, outcome: string) => Array.from({ length: count }, (): [string, string] => [on, outcome]);
  const of = (launches: readonly (readonly [string, string])[]) => effects('Date | Correction\n2026-01-15 | Sponsors are mandatory', undefined, closed(launches))[0]!;

  it('is no change yet where the difference is one that may be there', () => {
    // 8 of 10 against 5 of 10: 30 points apart, Fisher's p 0.35
    const found = of([...many(5, '2025-06-01', 'Succeeded'), ...many(5, '2025-06-01', 'Failed'), ...many(8, '2026-02-01', 'Succeeded'), ...many(2, '2026-02-01', 'Failed')]);
    expect(found).toMatchObject({ before: 0.5, after: 0.8, effect: 'no change', comparison: { verdict: 'may be higher' } });
    const worse = of([...many(8, '2025-06-01', 'Succeeded'), ...many(2, '2025-06-01', 'Failed'), ...many(5, '2026-02-01', 'Succeeded'), ...many(5, '2026-02-01', 'Failed')]);
    expect(worse).toMatchObject({ before: 0.8, after: 0.5, effect: 'no change', comparison: { verdict: 'may be lower' } });
  });

  it('compares what was launched from its day on with what was launched in the twelve months before it', () => {
    const found = of([
      ...many(1, '2025-01-14', 'Succeeded'), // a day too early
      ...many(9, '2025-01-15', 'Failed'), ...many(1, '2026-01-14', 'Succeeded'),
      ...many(9, '2026-01-15', 'Succeeded'), ...many(1, '2026-03-01', 'Stopped'),
    ]);
    expect(found).toMatchObject({
      partner: null, before: 0.1, after: 0.9, effect: 'improved',
      comparison: { one: { closed: 10, succeeded: 9 }, other: { closed: 10, succeeded: 1 }, verdict: 'is higher' },
    });
    expect(correctionSentence(found, 12)).toMatch(/^9 of 10 closed initiatives launched since succeeded \(90 %\), and 1 of 10 in the 12 months before \(10 %\)\. The success rate of those launched since is higher/);
  });

  it.each([
    ['worsened', [...many(9, '2025-05-01', 'Succeeded'), ...many(1, '2025-05-01', 'Failed'), ...many(1, '2026-02-01', 'Succeeded'), ...many(9, '2026-02-01', 'Failed')]],
    ['no change', [...many(5, '2025-05-01', 'Succeeded'), ...many(5, '2025-05-01', 'Failed'), ...many(7, '2026-02-01', 'Succeeded'), ...many(3, '2026-02-01', 'Failed')]],
    ['no change', [...many(7, '2025-05-01', 'Succeeded'), ...many(3, '2025-05-01', 'Failed'), ...many(4, '2026-02-01', 'Succeeded'), ...many(6, '2026-02-01', 'Failed')]],
    ['no change', [...many(5, '2025-05-01', 'Succeeded'), ...many(5, '2025-05-01', 'Failed'), ...many(5, '2026-02-01', 'Succeeded'), ...many(5, '2026-02-01', 'Failed')]],
    ['too early', [...many(5, '2025-05-01', 'Succeeded'), ...many(4, '2026-02-01', 'Succeeded')]],
    ['too early', many(1, '2025-05-01', 'Succeeded')],
    ['no measurement before', many(5, '2026-02-01', 'Succeeded')],
  ] as const)('is: %s', (expected, launches) => {
    expect(of(launches).effect).toBe(expected);
  });

  it('has a rate only where something was closed', () => {
    expect(of(many(2, '2026-02-01', 'Failed'))).toMatchObject({ before: null, after: 0 });
    expect(of(many(2, '2025-02-01', 'Succeeded'))).toMatchObject({ before: 1, after: null });
  });

  it('leaves out what has no known outcome or launch, or was stopped before it, and what is still open', () => {
    const found = effects('Date | Correction\n2026-01-15 | New rule', undefined, `
      Initiative | Partner | Stage  | Sales sponsor | Launched on | Outcome
      A          | Acme    | Closed | Bob           | 2026-02-01  |
      B          | Acme    | Closed | Bob           | 2026-02-01  | ?
      C          | Acme    | Closed | Bob           |             | Stopped
      D          | Acme    | Closed | Bob           | ?           | Failed
      E          | Acme    | Launch | Bob           | 2026-02-01  | Succeeded
      F          | Acme    | Closed | Bob           | 2026-02-01  | Stopped`)[0];
    expect(found?.comparison).toMatchObject({ one: { closed: 1, succeeded: 0 }, other: { closed: 0, succeeded: 0 } });
  });
});

describe('the checkpoint of a correction', () => {
  it('is the day agreed, else 90 days after it', () => {
    const [agreed, open] = effects('Date | Partner | Correction | Review on\n2026-05-01 | Acme | A | 2026-06-15\n2026-05-01 | Acme | B |');
    const { policy } = judged(partners);
    expect(isoText(checkpointOf(agreed!.correction, { policy }))).toBe('2026-06-15');
    expect(isoText(checkpointOf(open!.correction, { policy }))).toBe('2026-07-30');
  });
});

describe('a partner needs a correction, ruling 71', () => {
  const red = 'Partner | Alliance manager | Expectations agreed | Last QBR\nAcme | | no | 2020-01-01';
  const needs = (table: string, history?: string, corrections?: string) =>
    judged(table, table === red ? launched.replace('| Bob ', '|     ').replace('| 60 ', '| 0  ').replace('| 900 ', '| 0   ') : launched, asOf, undefined, { history, corrections }).needCorrection.map(({ partner }) => partner.name);

  it('when it is Red', () => {
    expect(needs(red)).toEqual(['Acme']);
    expect(needs(partners)).toEqual([]);
  });

  it.each([['100', 0], ['100.882352', 0], ['100.882353', 1]])('or lost 15 points: from %s to 85.882353', (before, count) => {
    expect(needs(partners, `As of | Partner | Health\n2026-06-30 | Acme | ${before}`)).toHaveLength(count);
  });

  it.each([
    ['2026-07-02', []], // 90 days
    ['2026-07-01', ['Acme']],
    ['2026-09-30', []],
    ['2026-10-01', ['Acme']], // has not happened
  ])('unless one was logged in the last 90 days, here on %s', (date, expected) => {
    expect(needs(red, undefined, `Date | Partner | Correction\n${date} | Acme | New plan`)).toEqual(expected);
  });

  it('and a correction of the whole portfolio is none of that partner', () => {
    expect(needs(red, undefined, 'Date | Correction\n2026-09-01 | New rule')).toEqual(['Acme']);
  });
});
