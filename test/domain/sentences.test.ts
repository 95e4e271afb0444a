/** What the judging says, word for word, for one, for two and for many. */
import type { Correction, Measure } from '../../src/domain/correction';
import type { Effect } from '../../src/domain/correctionEffects';
import type { Minor } from '../../src/domain/measure';
import { comparisonSentence, correctionSentence, exitReasons, lossSentence, neverCheckOut, notes, remarks, shortfalls } from '../../src/domain/sentences';
import type { RateComparison } from '../../src/domain/successRates';
import { asOf, day } from './portfolioRows';

const millions = (amount: number): Minor => (amount * 1e8) as Minor;
const one = ['Cloud'];
const two = ['Cloud', 'Edge'];
const three = ['Cloud', 'Edge', 'Mobile'];
const four = [...three, 'Store'];

test.each<[string, string]>([
  [shortfalls.revenue(millions(1.2), one), 'revenue is 1.2 M behind plan on Cloud'],
  [shortfalls.revenue(millions(1.2), two), 'revenue is 1.2 M behind plan on Cloud and Edge'],
  [shortfalls.revenue(millions(1.2), three), 'revenue is 1.2 M behind plan on 3 initiatives, the most on Cloud'],
  [shortfalls.pipeline(millions(2), one), 'pipeline is 2 M short of what the plan still needs on Cloud'],
  [shortfalls.pipeline(millions(2), two), 'pipeline is 2 M short of what the plan still needs on Cloud and Edge'],
  [shortfalls.pipeline(millions(2), four), 'pipeline is 2 M short of what the plan still needs on 4 initiatives, the most on Cloud'],
  [shortfalls.traction(7, one), 'traction is 7 joint opportunities behind plan on Cloud'],
  [shortfalls.traction(1, two), 'traction is 1 joint opportunity behind plan on Cloud and Edge'],
  [shortfalls.traction(1.25, three), 'traction is 1.3 joint opportunities behind plan on 3 initiatives, the most on Cloud'],
  [shortfalls.traction(0.96, one), 'traction is 1 joint opportunity behind plan on Cloud'],
  [shortfalls.traction(0.05, one), 'traction is 0.1 joint opportunities behind plan on Cloud'],
  [shortfalls.traction(0.049, one), 'traction is less than 0.1 joint opportunities behind plan on Cloud'],
  [shortfalls.traction(10.05, one), 'traction is 10.1 joint opportunities behind plan on Cloud'],
  [shortfalls.traction(100, one), 'traction is 100 joint opportunities behind plan on Cloud'],
])('behind plan: %s', (clause, words) => {
  expect(clause).toBe(words);
});

test.each<[string, string]>([
  [shortfalls.noSalesSponsor(one), 'no sales sponsor is named for Cloud'],
  [shortfalls.noSalesSponsor(two), 'no sales sponsor is named for Cloud and Edge'],
  [shortfalls.noSalesSponsor(three), 'no sales sponsor is named for Cloud, Edge and 1 more'],
  [shortfalls.noSalesSponsor(four), 'no sales sponsor is named for Cloud, Edge and 2 more'],
  [shortfalls.silentSponsor(one, 90), 'the sales sponsor of Cloud did not engage within 90 days'],
  [shortfalls.silentSponsor(two, 90), 'the sales sponsors of Cloud and Edge did not engage within 90 days'],
  [shortfalls.noExecutiveSponsor, 'no executive sponsor is named'],
  [shortfalls.noPartnerSponsor, 'no partner sponsor is named'],
])('of sponsors: %s', (clause, words) => {
  expect(clause).toBe(words);
});

test.each<[string, string]>([
  [shortfalls.noPlan(12), 'no joint business plan was agreed within 12 months'],
  [shortfalls.noReview(100), 'no quarterly review was held within 100 days'],
  [shortfalls.noExpectations, 'expectations are not agreed'],
  [shortfalls.noManager, 'no alliance manager is named'],
  [shortfalls.notInspected(one, 90), 'Cloud was not inspected within 90 days'],
  [shortfalls.notInspected(two, 90), 'Cloud and Edge were not inspected within 90 days'],
  [shortfalls.notInspected(four, 90), 'Cloud, Edge and 2 more were not inspected within 90 days'],
  [shortfalls.gateBreaches(one), 'Cloud has gate breaches'],
  [shortfalls.gateBreaches(two), 'Cloud and Edge have gate breaches'],
  [shortfalls.gateBreaches(three), 'Cloud, Edge and 1 more have gate breaches'],
])('of governance: %s', (clause, words) => {
  expect(clause).toBe(words);
});

test.each<[string, string]>([
  [shortfalls.views(80, 60), 'the relationship is rated 80 by us and 60 by the partner'],
  [shortfalls.views(72.5, null), 'the relationship is rated 72.5 by us'],
  [shortfalls.views(null, 0), 'the relationship is rated 0 by the partner'],
])('of the relationship: %s', (clause, words) => {
  expect(clause).toBe(words);
});

test.each<[readonly string[], number, string]>([
  [['expectations are not agreed'], 5.88, 'Expectations are not agreed (−5.9 points)'],
  [['no executive sponsor is named', 'no partner sponsor is named'], 10, 'No executive sponsor is named; no partner sponsor is named (−10 points)'],
  [['revenue is 1 M behind plan on Cloud'], 1, 'Revenue is 1 M behind plan on Cloud (−1 point)'],
  [['revenue is 1 M behind plan on Cloud'], 1.04, 'Revenue is 1 M behind plan on Cloud (−1 point)'],
  [['revenue is 1 M behind plan on Cloud'], 0.05, 'Revenue is 1 M behind plan on Cloud (−0.1 points)'],
  [['revenue is 1 M behind plan on Cloud'], 0.049, 'Revenue is 1 M behind plan on Cloud (less than 0.1 points)'],
])('what %j costs with %d points', (causes, points, words) => {
  expect(lossSentence(causes, points)).toBe(words);
});

test.each<[string, string]>([
  [remarks.sponsorRule(one), 'Amber, not Green: Cloud is launched without a sales sponsor'],
  [remarks.sponsorRule(two), 'Amber, not Green: Cloud and Edge are launched without a sales sponsor'],
  [remarks.ended, 'Not rated: the alliance has ended'],
  [remarks.ramping, 'Not rated: its launched initiatives are ramping, too early to judge'],
  [remarks.unknown(0.35, ['revenue']), 'Not rated: only 35 % of its health is known; data on revenue is missing'],
  [remarks.unknown(0.125, ['traction', 'sponsorship']), 'Not rated: only 12.5 % of its health is known; data on traction and sponsorship is missing'],
  [
    remarks.unknown(0, ['pipeline', 'governance', 'relationship']),
    'Not rated: only 0 % of its health is known; data on pipeline, governance and relationship is missing',
  ],
  [remarks.viewsApart(20, 80, 60), "The two views of the relationship are 20 points apart: 80 ours, 60 the partner's"],
  [remarks.viewsApart(22.5, 60, 82.5), "The two views of the relationship are 22.5 points apart: 60 ours, 82.5 the partner's"],
  [remarks.fillIn('Revenue', 'Cloud'), 'Fill in Revenue of Cloud: without it part of its performance is unknown'],
  [remarks.correct('Due', 'Cloud'), 'Correct Due of Cloud: until then part of its performance is unknown'],
])('without points: %s', (remark, words) => {
  expect(remark).toBe(words);
});

test.each<[string, string]>([
  [notes.noPartners, 'There is no Partners table: nothing is judged.'],
  [notes.noInitiatives, 'There is no Initiatives table: partners are judged on governance and relationship alone.'],
  [
    notes.fiscalYearTargets(day('2026-01-01'), day('2026-12-31')),
    'No launch dates are tracked: targets are read as targets of the fiscal year 1 January 2026 to 31 December 2026.',
  ],
  [notes.noDueDates(1), 'No due dates are tracked: an initiative is taken to run 1 month from its launch.'],
  [notes.noDueDates(12), 'No due dates are tracked: an initiative is taken to run 12 months from its launch.'],
  [notes.emptyColumn('Survey date'), 'Nothing is entered under Survey date yet: it is not judged.'],
  [notes.emptyColumn(), 'Nothing is entered under A date column yet: it is not judged.'],
  [notes.endedPartners(1), '1 partner has ended: not rated, and left out of gates, sponsor gaps and coverage.'],
  [notes.endedPartners(2), '2 partners have ended: not rated, and left out of gates, sponsor gaps and coverage.'],
  [notes.notRatedPartners(1), '1 partner is not rated: too little is known, or it is too early.'],
  [notes.notRatedPartners(3), '3 partners are not rated: too little is known, or it is too early.'],
  [notes.oneBand('Red', 0.8), 'More than 80 % of the rated partners are Red: the ratings do not separate them.'],
])('of the data: %s', (note, words) => {
  expect(note).toBe(words);
});

describe('of exits', () => {
  const today = day(asOf);
  const call = { correction: 'Call their board', date: day('2026-03-01') };

  test.each<[string, string]>([
    [exitReasons.redForTwo(day('2026-06-30'), today), 'Red on 30 June 2026 and Red on 30 September 2026.'],
    [
      exitReasons.farBehind({ elapsedPercent: 50, attainmentPercent: 50, coverage: 1 }),
      'Every launched initiative is half through its revenue plan or further and has reached less than half of what is expected by now, and the pipeline does not cover what is left.',
    ],
    [
      exitReasons.farBehind({ elapsedPercent: 75, attainmentPercent: 40, coverage: 1 }),
      'Every launched initiative is 75 % through its revenue plan or further and has reached less than 40 % of what is expected by now, and the pipeline does not cover what is left.',
    ],
    [exitReasons.nothingTried, 'No correction has been tried yet.'],
    [exitReasons.tried(call, day('2026-10-01'), 'improved', today), '"Call their board" was decided on 1 March 2026; its checkpoint is on 1 October 2026.'],
    [exitReasons.tried(call, today, 'improved', today), '"Call their board" was decided on 1 March 2026; its checkpoint on 30 September 2026 has passed: it improved.'],
    [exitReasons.agreementEnds(today, today), 'The agreement ends on 30 September 2026.'],
    [exitReasons.agreementEnds(day('2026-09-29'), today), 'The agreement ended on 29 September 2026.'],
    [exitReasons.noticeBy(today, today), 'Notice can be given until 30 September 2026.'],
    [exitReasons.noticeBy(day('2026-09-29'), today), 'The day for notice was 29 September 2026.'],
    [neverCheckOut(1), 'They check in but never check out: 1 partner is Red for the second time, and none has ended in the last four quarters.'],
    [neverCheckOut(2), 'They check in but never check out: 2 partners are Red for the second time, and none has ended in the last four quarters.'],
  ])('%s', (sentence, words) => {
    expect(sentence).toBe(words);
  });

  test.each<[Effect, string]>([
    ['improved', 'it improved'],
    ['no change', 'nothing changed'],
    ['worsened', 'it got worse'],
    ['too early', 'it is too early to tell'],
    ['no measurement before', 'nothing was measured before it'],
  ])('of a correction whose effect is "%s" they say that %s', (effect, words) => {
    expect(exitReasons.tried(call, day('2026-05-30'), effect, today)).toBe(
      `"Call their board" was decided on 1 March 2026; its checkpoint on 30 May 2026 has passed: ${words}.`,
    );
  });
});

describe('of course corrections', () => {
  const correction: Correction = {
    row: 1, date: day('2026-03-01'), partner: 0, initiative: null, correction: 'Call their board', reason: null, measure: 'health', owner: null, reviewOn: null, status: null,
  };
  const said = (measure: Measure, before: number | null, after: number | null, effect: Effect, initiative: string | null = null): string =>
    correctionSentence({ correction: { ...correction, measure, initiative }, partner: null, before, after, effect, comparison: null }, 12);

  test.each<[string, string]>([
    [said('health', 50, 61.26, 'improved'), 'Health rose from 50 before it to 61.3 after it.'],
    [said('revenue', 50, 40, 'worsened'), 'Revenue fell from 50 before it to 40 after it.'],
    [said('pipeline', 50, 50.5, 'no change'), 'Pipeline hardly changed: from 50 before it to 50.5 after it.'],
    [said('traction', 50, null, 'too early'), 'Traction was 50 before it; it is too early to measure again.'],
    [said('sponsorship', null, 70, 'no measurement before'), 'Sponsorship was not measured before it.'],
    [said('governance', 0, 100, 'improved'), 'Governance rose from 0 before it to 100 after it.'],
    [said('relationship', 0, 100, 'improved', 'Cloud'), 'Relationship rose from 0 before it to 100 after it. The partner stands for Cloud, of which no history is kept.'],
  ])('%s', (sentence, words) => {
    expect(sentence).toBe(words);
  });

  test('of the whole portfolio they compare what was launched since with what was launched before', () => {
    const comparison: RateComparison = {
      one: { closed: 10, succeeded: 8 }, other: { closed: 10, succeeded: 3 }, verdict: 'may be higher', difference: 0.5, low: 0, high: 0.7, p: 0.07, needed: 12,
    };
    expect(correctionSentence({ correction: { ...correction, partner: null }, partner: null, before: 0.3, after: 0.8, effect: 'improved', comparison }, 6)).toBe(
      '8 of 10 closed initiatives launched since succeeded (80 %), and 3 of 10 in the 6 months before (30 %). The success rate of those launched since may be higher: '
        + 'the difference is 50 points (95 % interval 0 to 70); at these rates 12 closed initiatives on each side would tell (2 more since, 2 more in the 6 months before).',
    );
  });

  test.each([
    [-0.004, 0.004, 'below 0 to above 0'],
    [-0.01, 0.006, '−1 to 1'],
    [0, 0, '0 to 0'],
  ])('an interval from %d to %d is put as "%s"', (low, high, words) => {
    const comparison: RateComparison = { one: { closed: 9, succeeded: 3 }, other: { closed: 9, succeeded: 3 }, verdict: 'no difference seen', difference: 0, low, high, p: 1, needed: null };
    expect(comparisonSentence(comparison, { one: 'with', oneInFull: 'with', other: 'without' })).toContain(`0 points (95 % interval ${words}).`);
  });
});
