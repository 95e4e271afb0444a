/** The three to five sentences that an executive reads first. */
import type { InitiativeRow, PartnerRow } from '../../judge';
import { Rational, sum } from '../../rational';
import type { Ledger } from '../ledger';
import type { Review } from '../review';
import { absolute, day, fixed, grouped, money, moneyIn, tenth, wholePercent } from '../spoken';
import type { Paragraph } from '../writtenSheet';
import { valueAtRisk } from './tiles';

/** Enters one sentence of the opening. */
type Says = (sentence: string, ...figures: readonly string[]) => void;

const unit = Rational.of(1);
const twentieth = Rational.of(1, 20);
const date = '(\\d+ [A-Z][a-z]+ \\d+)';

const isMoved = (points: Rational): boolean => absolute(points).compare(twentieth) >= 0;
const moved = (points: Rational): string => (isMoved(points) ? `${points.positive ? 'up' : 'down'} ([\\d.]+) points?` : 'unchanged');
const movedBy = (points: Rational): string[] => (isMoved(points) ? [tenth(absolute(points))] : []);

function health({ opinion: { portfolio }, facts: { judged }, trend }: Review, says: Says): void {
  const { Green, Amber, Red } = portfolio.byRating;
  const rated = Green + Amber + Red;
  if (portfolio.health === null) return nobodyRated(judged, says);
  says('Portfolio health is ([\\d.]+) of (\\d+)', fixed(Rational.fromDouble(portfolio.health), 1), '100');
  const { portfolio: last } = trend;
  if (last !== null && last.change === null) says(`which cannot be compared with the review of ${date}`, day(last.asOf));
  else if (last?.change) {
    says(`of 100, ${moved(last.change)} since ${date}`, ...movedBy(last.change), day(last.asOf));
    const { likeForLike: alike } = last;
    if (alike !== null && absolute(alike.minus(last.change)).compare(unit) >= 0) says(`\\(over the partners rated both times ${moved(alike)}\\)`, ...movedBy(alike));
  }
  if (rated === 1) return;
  if (Red === rated) { if (rated > 2) says('all ([\\d,]+) rated partners are Red', grouped(rated)); }
  else if (Red > 0) says('; ([\\d,]+) of ([\\d,]+) rated partners (?:is|are) Red', grouped(Red), grouped(rated));
  else if (Amber > 0) says('none of the ([\\d,]+) rated partners is Red, ([\\d,]+) (?:is|are) Amber', grouped(rated), grouped(Amber));
  else if (rated > 2) says('all ([\\d,]+) rated partners are Green', grouped(rated));
}

function nobodyRated(judged: Review['facts']['judged'], says: Says): void {
  if (judged.length < 2) return;
  says('none of its ([\\d,]+) partners can be rated', grouped(judged.length));
  const ended = judged.filter(({ p }) => p.status === 'Ended').length;
  const ramping = judged.filter(({ p, evidence }) => p.status !== 'Ended' && evidence.ramping).length;
  const unknown = judged.length - ended - ramping;
  if ([ended, ramping, unknown].includes(judged.length)) return;
  if (ended > 0) says('([\\d,]+) ha(?:s|ve) ended', grouped(ended));
  if (ramping > 0) says('([\\d,]+) (?:is|are) too early to judge', grouped(ramping));
  if (unknown > 0) says('too little is known of ([\\d,]+)\\)', grouped(unknown));
}

interface Part { readonly of: PartnerRow; readonly amount: Rational }

/** The fewest partners that hold half of it, three at most: their part, and over how many it is spread where these hold less. */
function traceHeld(parts: readonly Part[], words: { readonly most: string; readonly spread: string }, says: Says): void {
  const partners = [...new Set(parts.map(({ of }) => of))];
  const held = partners.map((of) => sum(parts.filter((part) => part.of === of).map(({ amount }) => amount))).filter((amount) => amount.positive).sort((a, b) => b.compare(a));
  const whole = sum(held);
  if (held.length === 0) return;
  const two = Rational.of(2);
  let [first, together] = [0, Rational.of(0)];
  while (first < Math.min(3, held.length) && two.times(together).compare(whole) < 0) {
    together = together.plus(held[first] as Rational);
    first += 1;
  }
  const percent = wholePercent(together.over(whole).round(6));
  const part = first === held.length || percent === '100' ? [] : percent === '0' ? ['1'] : [percent];
  const share = first === held.length ? 'all' : percent === '100' ? 'nearly all' : percent === '0' ? 'less than (\\d+) %' : '(\\d+) %';
  if (two.times(together).compare(whole) < 0) says(`${words.spread} over ([\\d,]+) partners, ${share} of it with`, grouped(held.length), ...part);
  else says(words.most.replace('…', share), ...part);
}

function revenue(review: Review, says: Says): void {
  const { facts: { soldToPlan, plan }, currency, asOf } = review;
  const expectedOf = (i: InitiativeRow): Rational => { const standard = plan(i); return typeof standard === 'object' ? standard.expected : Rational.of(0); };
  const exact = sum(soldToPlan.map(expectedOf));
  const actual = sum(soldToPlan.map((i) => i.revenue as Rational));
  const expected = exact.round(2);
  const behind = expected.minus(actual);
  if (!exact.positive) return noPlan(review, (sentence, ...figures) => says(`Revenue cannot be compared with a plan as of ${date}: ${sentence}`, day(asOf), ...figures));
  if (expected.compare(unit) < 0) return says('Less than (?:[A-Z]{3} )?(1) of revenue is planned', '1');
  if (absolute(behind).compare(unit) < 0) return says('Revenue is on plan to date: (.+?)\\.(?: |$)', moneyIn(actual, currency));
  const parts = soldToPlan.map((i): Part => ({ of: i.partner, amount: expectedOf(i).minus(i.revenue as Rational) }));
  const share = actual.over(expected);
  const whole = wholePercent(share);
  const ofPlan: readonly [string, string] = share.compare(Rational.of(10)) >= 0 ? ['more than (10) times the', '10'] : whole === '100' ? ['just (?:under|over) (100) % of', '100'] : whole === '0' ? ['less than (1) % of', '1'] : ['(\\d+) % of', whole];
  if (!behind.positive) {
    says(`Revenue is ${ofPlan[0]} plan to date, (.+?) ahead`, ofPlan[1], moneyIn(absolute(behind), currency));
    const furthest = [...new Set(parts.map(({ of }) => of))].map((of) => sum(parts.filter((part) => part.of === of).map(({ amount }) => amount))).sort((a, b) => b.compare(a))[0];
    if (furthest !== undefined && furthest.compare(unit) >= 0) says('furthest behind is .+?, by ((?:[A-Z]{3} )?[\\d.]+(?: [KMB])?)\\.', moneyIn(furthest.round(2), currency));
    return;
  }
  if (absolute(actual).compare(unit) < 0) says('revenue has come in of the (.+?) that the plan expects', moneyIn(expected, currency));
  else if (!actual.positive) says('Revenue to date is (.+?) where the plan expects (.+?), (.+?) behind', moneyIn(actual, currency), money(expected), moneyIn(behind, currency));
  else says(`Revenue is ${ofPlan[0]} plan to date, (.+?) behind`, ofPlan[1], moneyIn(behind, currency));
  traceHeld(parts, { most: '; … of what is missing is with', spread: 'what is missing is spread' }, says);
}

function noPlan({ facts: { initiatives, plan } }: Review, says: Says): void {
  const open = initiatives.filter(({ stage, partner }) => stage !== 'Closed' && partner.status !== 'Ended');
  const launched = open.filter(({ stage }) => stage === 'Launch');
  const standards = launched.map(plan).filter((standard) => standard !== 'none');
  const early = standards.filter((standard) => standard === 'early').length;
  if (launched.length > 0 && standards.length === 0) return launched.length === 1 ? says('the one launched') : says('none of the ([\\d,]+) launched', grouped(launched.length));
  if (standards.length > 0) {
    if (standards.length === 1) return says('the one launched');
    const apart = early > 0 && early < standards.length;
    const words = apart ? ', ([\\d,]+) (?:is|are) too early to compare and ([\\d,]+) lacks?' : '';
    return says(`(?:of )?the ([\\d,]+) launched initiatives with a revenue target${words}`, grouped(standards.length), ...(apart ? [early, standards.length - early].map(grouped) : []));
  }
  if (open.length > 1) says('none of the ([\\d,]+) open', grouped(open.length));
  else says('');
}

function sponsors({ facts, currency, asOf }: Review, says: Says): void {
  const { initiatives, gaps, atRisk } = facts;
  const open = initiatives.filter(({ stage, partner }) => stage !== 'Closed' && partner.status !== 'Ended');
  const past = open.filter(({ stage }) => stage !== 'Qualify');
  const without = gaps.filter(({ gap }) => gap.severity !== 'Next');
  const next = gaps.length - without.length;
  if (open.length === 0) return says(`As of ${date} no sales sponsor is asked for`, day(asOf));
  if (past.length === 0) {
    if (open.length > 1) says('None of the ([\\d,]+) open initiatives is past Qualify', grouped(open.length));
    if (open.length > 1 && next > 0) says('; ([\\d,]+) of them needs? a sales sponsor', grouped(next));
    return;
  }
  if (without.length === 0) {
    if (past.length > 1) says('Each of the ([\\d,]+) initiatives past Qualify has', grouped(past.length));
    if (next > 0) says('; ([\\d,]+) more needs? one to pass Qualify', grouped(next));
    return;
  }
  if (past.length > 1) says('([\\d,]+) of ([\\d,]+) initiatives past Qualify ha(?:s|ve) no sales sponsor', grouped(without.length), grouped(past.length));
  const value = valueAtRisk(facts);
  if (value.compare(unit) < 0) return;
  says('; (?:at least )?((?:[A-Z]{3} )?[\\d.]+(?: [KMB])?) is at risk', moneyIn(value, currency));
  traceHeld(without.map(({ i }): Part => ({ of: i.partner, amount: atRisk(i) ?? Rational.of(0) })), { most: 'at risk, … of it with', spread: 'at risk, spread' }, says);
}

function advice({ exits, needing }: Review, says: Says): void {
  const due = exits.some(({ kind }) => kind === 'Exit' || kind === 'Correct');
  if (!due && needing.length > 0) {
    says('a correction: Red or far down, and none was logged in the last (\\d+) days', '90');
    if (needing.length > 3) says(' and (\\d+) more need a correction', grouped(needing.length - 2));
    return;
  }
  if (exits.length === 0) return;
  says('([\\d,]+) alliances? (?:is|are) in question: ', grouped(exits.length));
  for (const [kind, words] of [['Exit', 'exit'], ['Correct', 'correct'], ['Wait', 'wait for the checkpoint of'], ['Continue', 'go on with']] as const) {
    const count = exits.filter((one) => one.kind === kind).length;
    if (count > 3) says(`${words} [^;]*? and ([\\d,]+) more`, grouped(count - 3));
  }
}

function decisions({ asked }: Review, says: Says): void {
  if (asked.length === 0) return;
  const first = day(Math.min(...asked.map(({ by }) => by)));
  if (asked.length === 1) says(`(1) decision is asked for, by ${date}`, '1', first);
  else says(`([\\d,]+) decisions are asked for, the first by ${date}`, grouped(asked.length), first);
}

export function traceOpening(opening: Paragraph, review: Review, ledger: Ledger): void {
  const says: Says = (sentence, ...figures) => ledger.says(opening, new RegExp(sentence), figures, 'Opening');
  for (const part of [health, revenue, sponsors, advice, decisions]) part(review, says);
}
