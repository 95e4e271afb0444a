/** What a review says first: three to five sentences, right for none, one and many, and the same for the same portfolio. */
import fc from 'fast-check';
import { judge } from '../../src/domain/judge';
import { type Audience, narrowedTo } from '../../src/domain/narrowedPortfolio';
import type { Portfolio } from '../../src/domain/portfolio';
import { defaultPolicy } from '../../src/domain/policy';
import { type Asked, opening } from '../../src/report/opening';
import { anyRows, withPartners } from '../domain/anyRows';
import { asOf, day, judged } from '../domain/portfolioRows';
import { lawRuns } from '../lawRuns';

const said = (portfolio: Portfolio, asked: readonly Asked[] | null = null): readonly string[] => opening(portfolio, { of: 'portfolio' }, asked);
const saidOfAcme = (portfolio: Portfolio, audience: Audience, asked: readonly Asked[] | null = null): readonly string[] =>
  opening(narrowedTo(portfolio, 'acme', audience)!, { of: audience }, asked);
const decision = (sentence: string, by = '2026-10-31'): Asked => ({ sentence, by: day(by) });

const initiativeHead = 'Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Launched on | Due';
/** Judged by revenue and by the one executive sponsor that is named. Half of a year's plan after the ramp is due on the as-of day. */
const initiatives = (...rows: readonly string[]): string => [initiativeHead, ...rows].join('\n');
/** Expects 100 of its target of 200 by now. */
const launched = (name: string, partner: string, revenue: string | number, sponsor = 'Bob', target = 200): string =>
  `${name} | ${partner} | Launch | ${sponsor} | ${target} | ${revenue} | 2026-02-02 | 2027-01-28`;
const partners = (...names: readonly string[]): string => ['Partner | Executive sponsor', ...names.map((name) => `${name} | Eva`)].join('\n');
const easily = { ...defaultPolicy, minimumConfidence: 0.01 };
const of = (names: readonly string[], rows: readonly string[], more: Parameters<typeof judged>[4] = {}): Portfolio => judged(partners(...names), initiatives(...rows), asOf, easily, more);

describe('the health of the portfolio, said first', () => {
  const health = (portfolio: Portfolio): string | undefined => said(portfolio)[0];
  // Revenue weighs 30, sponsorship 20 and governance 15: without any revenue 35 of 65 are left.
  const both = [launched('A', 'Acme', 100), launched('B', 'Beta', 0)];

  test.each<[string, Portfolio, string]>([
    ['without history', of(['Acme', 'Beta'], both), 'Portfolio health is 76.9 of 100, with no earlier review to compare with; 1 of 2 rated partners is Red: Beta.'],
    ['that rose', of(['Acme', 'Beta'], both, { history: 'As of | Partner | Health | Rating | Portfolio health\n2026-06-30 | Acme | 90 | Green | 74.7\n2026-06-30 | Beta | 55 | Red | 74.7' }),
      'Portfolio health is 76.9 of 100, up 2.2 points since 30 June 2026 (over the partners rated both times up 4.4 points); 1 of 2 rated partners is Red: Beta.'],
    ['that fell by a point, as it did like for like', of(['Acme', 'Beta'], both, { history: 'As of | Partner | Health | Rating | Portfolio health\n2026-06-30 | Acme | 100 | Green | 77.9\n2026-06-30 | Beta | 55.9 | Red | 77.9' }),
      'Portfolio health is 76.9 of 100, down 1 point since 30 June 2026; 1 of 2 rated partners is Red: Beta.'],
    ['that did not move', of(['Acme'], [launched('A', 'Acme', 100)], { history: 'As of | Partner | Health | Rating | Portfolio health\n2026-06-30 | Acme | 100 | Green | 100.04' }),
      'Portfolio health is 100.0 of 100, unchanged since 30 June 2026; the one rated partner, Acme, is Green.'],
    ['that there was none of then', of(['Acme'], [launched('A', 'Acme', 100)], { history: 'As of | Partner | Rating\n2026-06-30 | Acme | Not rated' }),
      'Portfolio health is 100.0 of 100, which cannot be compared with the review of 30 June 2026; the one rated partner, Acme, is Green.'],
    ['of more Red partners than can be named, the worst first', of(['Acme', 'Beta', 'Gamma', 'Delta'], [launched('A', 'Acme', 10), launched('B', 'Beta', 0), launched('C', 'Gamma', 5), launched('D', 'Delta', 2)]),
      'Portfolio health is 55.8 of 100, with no earlier review to compare with; all 4 rated partners are Red, the worst of them Beta, Delta and Gamma.'],
    ['where nobody is Red', of(['Acme', 'Beta'], [launched('A', 'Acme', 100), launched('B', 'Beta', 20)]), 'Portfolio health is 81.5 of 100, with no earlier review to compare with; none of the 2 rated partners is Red, 1 is Amber.'],
    ['where all are Green', of(['Acme', 'Beta'], [launched('A', 'Acme', 100), launched('B', 'Beta', 100)]), 'Portfolio health is 100.0 of 100, with no earlier review to compare with; both rated partners are Green.'],
    ['where all three are Green', of(['Acme', 'Beta', 'Gamma'], ['Acme', 'Beta', 'Gamma'].map((name) => launched(name, name, 100))), 'Portfolio health is 100.0 of 100, with no earlier review to compare with; all 3 rated partners are Green.'],
    ['of nobody', judged('Partner'), 'As of 30 September 2026 there is no partner to judge.'],
    ['of one who is not rated', judged('Partner\nAcme'), 'The portfolio has no health yet: its one partner, Acme, is not rated, for too little is known of it, nothing on revenue, pipeline, traction, sponsorship and governance.'],
    ['of two of whom nothing is known', judged('Partner\nAcme\nBeta'), 'The portfolio has no health yet: none of its 2 partners can be rated (too little is known of any of them).'],
    ['of two of whom one has ended', judged('Partner | Status\nAcme | Ended\nBeta | Active'), 'The portfolio has no health yet: none of its 2 partners can be rated (1 has ended and too little is known of 1).'],
  ])('%s', (_, portfolio, expected) => {
    expect(health(portfolio)).toBe(expected);
  });
});

describe('revenue against plan to date, said second', () => {
  const revenue = (portfolio: Portfolio): string | undefined => said(portfolio)[1];

  test.each<[string, Portfolio, string]>([
    ['behind, one holding half of it', of(['Acme', 'Beta'], [launched('A', 'Acme', 80), launched('B', 'Beta', 20)]), 'Revenue is 50 % of plan to date, USD 100 behind; 80 % of what is missing is with Beta.'],
    ['behind, with one alone', of(['Acme', 'Beta'], [launched('A', 'Acme', 200), launched('B', 'Beta', 0), launched('C', 'Beta', 50)]),
      'Revenue is 83 % of plan to date, USD 50 behind; all of what is missing is with Beta.'],
    ['behind, what is over making up within a partner', of(['Acme', 'Beta'], [launched('A', 'Acme', 190), launched('B', 'Acme', 0), launched('C', 'Beta', 60)]),
      'Revenue is 83 % of plan to date, USD 50 behind; 80 % of what is missing is with Beta.'],
    ['behind, three holding half of it', of(['Acme', 'Beta', 'Gamma', 'Delta', 'Eta'], ['Acme', 'Beta', 'Gamma', 'Delta', 'Eta'].map((name) => launched(name, name, 0))),
      'No revenue has come in of the USD 500 that the plan expects to date; 60 % of what is missing is with Acme, Beta and Gamma.'],
    ['behind, spread', of(['Acme', 'Beta', 'Gamma', 'Delta', 'Eta', 'Zeta', 'Theta'], ['Acme', 'Beta', 'Gamma', 'Delta', 'Eta', 'Zeta', 'Theta'].map((name) => launched(name, name, 30))),
      'Revenue is 30 % of plan to date, USD 490 behind; what is missing is spread over 7 partners, 43 % of it with Acme, Beta and Gamma.'],
    ['hardly behind', of(['Acme'], [launched('A', 'Acme', 99_900, 'Bob', 200_000)]), 'Revenue is just under 100 % of plan to date, USD 100 behind; all of what is missing is with Acme.'],
    ['hardly begun', of(['Acme'], [launched('A', 'Acme', 100, 'Bob', 200_000)]), 'Revenue is less than 1 % of plan to date, USD 99.9 K behind; all of what is missing is with Acme.'],
    ['below nothing', of(['Acme'], [launched('A', 'Acme', -50)]), 'Revenue to date is USD −50 where the plan expects 100, USD 150 behind; all of what is missing is with Acme.'],
    ['on plan', of(['Acme'], [launched('A', 'Acme', 100)]), 'Revenue is on plan to date: USD 100.'],
    ['ahead', of(['Acme'], [launched('A', 'Acme', 112)]), 'Revenue is 112 % of plan to date, USD 12 ahead.'],
    ['ahead, though not with everybody', of(['Acme', 'Beta'], [launched('A', 'Acme', 300), launched('B', 'Beta', 90)]), 'Revenue is 195 % of plan to date, USD 190 ahead; furthest behind is Beta, by USD 10.'],
    ['hardly ahead', of(['Acme'], [launched('A', 'Acme', 100_100, 'Bob', 200_000)]), 'Revenue is just over 100 % of plan to date, USD 100 ahead.'],
    ['far ahead', of(['Acme'], [launched('A', 'Acme', 5000)]), 'Revenue is more than 10 times the plan to date, USD 4.9 K ahead.'],
    ['of next to no plan', of(['Acme'], [launched('A', 'Acme', 0, 'Bob', 1)]), 'Less than USD 1 of revenue is planned to date.'],
    ['without a table', judged('Partner\nAcme'), 'Revenue cannot be compared with a plan as of 30 September 2026: there is no Initiatives table.'],
    ['without an open initiative', of(['Acme'], ['A | Acme | Closed | Bob | | | |']), 'Revenue cannot be compared with a plan as of 30 September 2026: no initiative is open with a current partner.'],
    ['without a launch', of(['Acme'], ['A | Acme | Approve | Bob | 100 | | |']), 'Revenue cannot be compared with a plan as of 30 September 2026: the one open initiative is not launched.'],
    ['without two launches', of(['Acme'], ['A | Acme | Approve | Bob | 100 | | |', 'B | Acme | Qualify | | | | |']), 'Revenue cannot be compared with a plan as of 30 September 2026: none of the 2 open initiatives is launched.'],
    ['without targets', of(['Acme'], ['A | Acme | Launch | Bob | | 5 | 2026-02-02 |', 'B | Acme | Launch | Bob | | 5 | 2026-02-02 |']), 'Revenue cannot be compared with a plan as of 30 September 2026: none of the 2 launched initiatives has a revenue target.'],
    ['too early', of(['Acme'], ['A | Acme | Launch | Bob | 100 | 5 | 2026-09-20 | 2027-09-20']), 'Revenue cannot be compared with a plan as of 30 September 2026: the one launched initiative with a revenue target is too early to compare.'],
    ['too early for two', of(['Acme'], ['A | Acme | Launch | Bob | 100 | 5 | 2026-09-20 | 2027-09-20', 'B | Acme | Launch | Bob | 100 | 5 | 2026-09-20 | 2027-09-20']),
      'Revenue cannot be compared with a plan as of 30 September 2026: the 2 launched initiatives with a revenue target are too early to compare.'],
    ['too early, and unreadable', of(['Acme'], ['A | Acme | Launch | Bob | 100 | 5 | 2026-09-20 | 2027-09-20', 'B | Acme | Launch | Bob | 100 | ? | 2026-02-02 | 2027-01-28']),
      'Revenue cannot be compared with a plan as of 30 September 2026: of the 2 launched initiatives with a revenue target, 1 is too early to compare and 1 lacks a date or its revenue.'],
  ])('%s', (_, portfolio, expected) => {
    expect(revenue(portfolio)).toBe(expected);
  });
});

describe('sponsor gaps, said third', () => {
  const gaps = (portfolio: Portfolio): string | undefined => said(portfolio)[2];

  test.each<[string, Portfolio, string]>([
    ['with three partners', of(['Acme', 'Beta', 'Gamma', 'Delta'], ['Acme', 'Beta', 'Gamma', 'Delta'].map((name) => launched(name, name, 0, ''))),
      '4 of 4 initiatives past Qualify have no sales sponsor; USD 800 is at risk, 50 % of it with Acme and Beta.'],
    ['with one of two', of(['Acme', 'Beta'], [launched('A', 'Acme', 0, ''), launched('B', 'Beta', 0)]), '1 of 2 initiatives past Qualify has no sales sponsor; USD 200 is at risk, all of it with Acme.'],
    ['of the only one', of(['Acme'], [launched('A', 'Acme', 0, '')]), 'The one initiative past Qualify, A, has no sales sponsor; USD 200 is at risk, all of it with Acme.'],
    ['of unknown value', of(['Acme'], ['A | Acme | Launch | | | | |', 'B | Acme | Launch | | | | |']), '2 of 2 initiatives past Qualify have no sales sponsor; what is at risk is not known.'],
    ['of partly unknown value', of(['Acme'], ['A | Acme | Launch | | | | |', launched('B', 'Acme', 0, '')]), '2 of 2 initiatives past Qualify have no sales sponsor; at least USD 200 is at risk, all of it with Acme.'],
    ['of no value', of(['Acme'], [launched('A', 'Acme', 200, ''), launched('B', 'Acme', 200)]), '1 of 2 initiatives past Qualify has no sales sponsor; no value is at risk.'],
    ['none', of(['Acme'], [launched('A', 'Acme', 0), launched('B', 'Acme', 0), 'C | Acme | Qualify | | | | |']), 'Each of the 2 initiatives past Qualify has a sales sponsor; 1 more needs one to pass Qualify.'],
    ['none of one', of(['Acme'], [launched('A', 'Acme', 0)]), 'The one initiative past Qualify, A, has a sales sponsor.'],
    ['none yet', of(['Acme'], ['C | Acme | Qualify | | | | |', 'D | Acme | Qualify | | | | |', 'E | Acme | Qualify | Bob | | | |']), 'None of the 3 open initiatives is past Qualify yet; 2 of them need a sales sponsor to pass it.'],
    ['none yet of one', of(['Acme'], ['C | Acme | Qualify | | | | |']), 'The one open initiative, C, is not past Qualify yet; it needs a sales sponsor to pass it.'],
    ['none asked for', judged('Partner\nAcme'), 'As of 30 September 2026 no sales sponsor is asked for: there is no Initiatives table.'],
  ])('%s', (_, portfolio, expected) => {
    expect(gaps(portfolio)).toBe(expected);
  });
});

describe('alliances in question, where there are any', () => {
  const red = (...names: readonly string[]): string => ['As of | Partner | Health | Rating', ...names.map((name) => `2026-06-30 | ${name} | 40 | Red`)].join('\n');
  const failing = ['Acme', 'Beta', 'Gamma', 'Delta'].map((name, index) => launched(name, name, index));
  const four = (corrections: string, history = red('Acme', 'Beta', 'Gamma', 'Delta')): readonly string[] => said(of(['Acme', 'Beta', 'Gamma', 'Delta'], failing, { history, corrections })).slice(3);

  test('are named by what is to be done, the worst first', () => {
    expect(four(`
      Date       | Partner | Review on
      2026-02-01 | Acme    | 2026-05-01
      2026-08-01 | Beta    | 2026-12-01`)).toEqual(['4 alliances are in question: exit Acme; correct Gamma and Delta; wait for the checkpoint of Beta.']);
  });

  test('are those that need a correction, where none is to be exited or corrected', () => {
    expect(four('Date | Partner', 'As of | Partner | Health | Rating\n2026-06-30 | Acme | 90 | Green\n2026-06-30 | Beta | 90 | Green\n2026-06-30 | Gamma | 90 | Green\n2026-06-30 | Delta | 90 | Green')).toEqual([
      'Acme, Beta and 2 more need a correction: Red or far down, and none was logged in the last 90 days.',
    ]);
  });

  test('wait, where that is all there is to say', () => {
    const portfolio = of(['Acme'], [launched('A', 'Acme', 0)], { history: red('Acme'), corrections: 'Date | Partner | Review on\n2026-08-01 | Acme | 2026-12-01' });
    expect(said(portfolio).slice(3)).toEqual(['1 alliance is in question: wait for the checkpoint of Acme.']);
    expect(saidOfAcme(portfolio, 'internal').slice(3)).toEqual(['The alliance with Acme is in question: wait for the checkpoint.']);
  });

  test('are not spoken of to the partner', () => {
    const portfolio = of(['Acme'], [launched('A', 'Acme', 0)], { history: red('Acme') });
    expect(saidOfAcme(portfolio, 'internal').slice(3)).toEqual(['The alliance with Acme is in question: correct it.']);
    expect(saidOfAcme(portfolio, 'shared')).toHaveLength(3);
    // Even of a portfolio that still holds the advice.
    expect(opening(narrowedTo(portfolio, 'acme', 'internal')!, { of: 'shared' }, null)).toHaveLength(3);
  });
});

describe('decisions asked for, where there are any', () => {
  const portfolio = of(['Acme'], [launched('A', 'Acme', 100)]);

  test.each<[string, readonly Asked[] | null, readonly string[]]>([
    ['left out', null, []],
    ['none', [], []],
    ['one', [decision('Name a sales sponsor for Edge.')], ['1 decision is asked for, by 31 October 2026: name a sales sponsor for Edge.']],
    ['two', [decision('Exit Acme Inc.', '2026-10-15'), decision('Hold the review')], ['2 decisions are asked for, the first by 15 October 2026; the weightiest is to exit Acme Inc.']],
  ])('%s', (_, asked, expected) => {
    expect(said(portfolio, asked).slice(3)).toEqual(expected);
  });
});

describe('one partner', () => {
  test('is said by its health, its revenue and its gaps, initiative by initiative', () => {
    const portfolio = of(['Acme', 'Beta'], [launched('A', 'Acme', 20), launched('B', 'Acme', 90, ''), launched('C', 'Beta', 0)], { history: 'As of | Partner | Health | Rating\n2026-06-30 | Acme | 70 | Amber' });
    expect(saidOfAcme(portfolio, 'internal')).toEqual([
      'Health of Acme is 65.6 of 100, Amber, down 4.4 points since 30 June 2026; revenue costs it most, 20.8 points.',
      'Revenue is 55 % of plan to date, USD 90 behind; 89 % of what is missing is on A.',
      '1 of 2 initiatives past Qualify has no sales sponsor; USD 110 is at risk, all of it on B.',
    ]);
  });

  test('is Amber for want of a sponsor alone', () => {
    const capped = saidOfAcme(of(['Acme'], [launched('A', 'Acme', 100), launched('B', 'Acme', 1, '', 2)]), 'internal');
    expect(capped[0]).toBe('Health of Acme is 99.7 of 100, Amber, with no earlier review to compare with; it would be Green, but a launched initiative has no sales sponsor.');
  });

  test('loses nothing worth naming', () => {
    expect(saidOfAcme(of(['Acme'], [launched('A', 'Acme', 100)]), 'shared')[0]).toBe('Health of Acme is 100.0 of 100, Green, with no earlier review to compare with; nothing costs it a whole point.');
  });

  test('that has ended is said to have, three times', () => {
    expect(saidOfAcme(judged('Partner | Status\nAcme | Ended', initiatives(launched('A', 'Acme', 0, ''))), 'shared')).toEqual([
      'Acme is not rated, for the alliance has ended.',
      'Revenue cannot be compared with a plan as of 30 September 2026: the alliance with Acme has ended.',
      'As of 30 September 2026 no sales sponsor is asked for: the alliance with Acme has ended.',
    ]);
  });

  test('whose name ends in a period gets no second one, and a long name is cut', () => {
    const named = (name: string): string | undefined => said(of([name], [launched('A', name, 0)]))[1];
    expect(named('Acme Inc.')).toBe('No revenue has come in of the USD 100 that the plan expects to date; all of what is missing is with Acme Inc.');
    expect(named('W'.repeat(400))!.length).toBeLessThan(150);
  });
});

describe('whatever the workbook says, the opening', () => {
  const letters = ['A', 'B', 'C', 'D', 'E'];
  /** "Partner 0" would put a zero into every sentence. */
  const rowsWithNames = anyRows.map((rows) => withPartners(rows, (all) => all.map((partner, index) => ({ ...partner, name: `Partner ${letters[index]}` }))));
  const asked = fc.option(fc.array(fc.record({ sentence: fc.constantFrom('Name a sales sponsor for Edge.', 'Exit Acme'), by: fc.constant(day('2026-10-31')) }), { maxLength: 3 }), { nil: null });
  const wrongSingular = /(?<![\d.,])1 (partners|initiatives|alliances|decisions|points|days|dates|corrections)\b/;

  const isSound = (sentences: readonly string[]): void => {
    expect(sentences.length).toBeGreaterThanOrEqual(3);
    expect(sentences.length).toBeLessThanOrEqual(5);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z\d][^]*[^.]\.$/);
      expect(sentence).toMatch(/\d|Partner [A-E]|Joint app|Marketplace|Training/);
      expect(sentence).not.toMatch(/ {2}| 0(?!\.\d)\b|undefined|null|NaN|Infinity|\(\)|: \.|, ,|; \.| ,/);
      expect(sentence).not.toMatch(wrongSingular);
      expect(sentence).not.toMatch(/\b([2-9]|\d\d+) (partner|initiative|alliance|decision|point)\b/);
    }
  };

  test('has three to five sentences, each with a figure or a name, and none of them wrong', () => {
    fc.assert(fc.property(rowsWithNames, asked, (rows, decisions) => {
      const portfolio = judge(rows, day(asOf));
      isSound(said(portfolio, decisions));
      for (const { partner: { key } } of portfolio.partners) {
        for (const audience of ['internal', 'shared'] as const) isSound(opening(narrowedTo(portfolio, key, audience)!, { of: audience }, decisions));
      }
    }), lawRuns(300));
  });

  test('says the same of the same portfolio, and speaks to the partner of nobody else', () => {
    fc.assert(fc.property(rowsWithNames, (rows) => {
      const portfolio = judge(rows, day(asOf));
      expect(said(judge(structuredCopy(rows), day(asOf)))).toEqual(said(portfolio));
      for (const { partner: { key, name } } of portfolio.partners) {
        const text = opening(narrowedTo(portfolio, key, 'shared')!, { of: 'shared' }, null).join(' ');
        expect(text.match(/Partner [A-E]/g)?.filter((found) => found !== name) ?? []).toEqual([]);
        expect(text).not.toMatch(/relationship|survey|exit|correct|question/i);
      }
    }), lawRuns());
  });

  /** Other objects, the same rows: a symbol stands for what is unreadable. */
  const structuredCopy = <T>(rows: T): T => (Array.isArray(rows) ? (rows.map(structuredCopy) as T) : typeof rows === 'object' && rows !== null ? (Object.fromEntries(Object.entries(rows).map(([key, value]) => [key, structuredCopy(value)])) as T) : rows);
});
