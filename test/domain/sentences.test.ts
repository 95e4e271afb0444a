/** What the judging says, word for word, for one, for two and for many. */
import type { Minor } from '../../src/domain/measure';
import { lossSentence, notes, remarks, shortfalls } from '../../src/domain/sentences';
import { day } from './portfolioRows';

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
