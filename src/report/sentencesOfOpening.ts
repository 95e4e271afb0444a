/** What the sheet says first, and what it says where History keeps something else: docs/decisions/qbr-sentences.md. */
import { dayText } from '../domain/calendar';
import type { Recommendation } from '../domain/exits';
import type { KeptDifference, PartnerDifference } from '../domain/keptSnapshots';
import type { Minor, SerialDate } from '../domain/measure';
import { moneyText } from '../domain/moneyText';
import type { Dimension, NotRated, Rating } from '../domain/portfolio';
import { fixed } from '../domain/rounding';
import type { Change } from '../domain/trend';
import { counted, dimensionWords, exits, firstThree, money, points, sentence, series, verb } from './sentences';

/** Below this, in minor units, an amount of money is not worth a figure. */
const oneUnit = 100;

/** "all", "nearly all", "71 %", "less than 1 %": never more than it is, and never nothing where it is something. */
function part(share: number): string {
  if (share >= 1) return 'all';
  const whole = Number(fixed(share * 100, 0));
  return whole >= 100 ? 'nearly all' : whole < 1 ? 'less than 1 %' : `${whole} %`;
}

/** Whether partners are named, or the initiatives of one. */
export type Holders = 'partners' | 'initiatives';

/** With whom most of something is. */
export interface Held {
  readonly names: readonly string[];
  readonly share: number;
  readonly holders: number;
  readonly spread: boolean;
  readonly of: Holders;
}
const at = ({ names, of }: Held): string => `${of === 'partners' ? 'with' : 'on'} ${series(names)}`;
const spreadOver = (held: Held): string => `spread over ${counted(held.holders, held.of === 'partners' ? 'partner' : 'initiative')}, ${part(held.share)} of it ${at(held)}`;

/** "up 2.1 points", "unchanged". */
const moved = (change: number): string => (Math.abs(change) < 0.05 ? 'unchanged' : `${change > 0 ? 'up' : 'down'} ${points(change)}`);

/** What an executive must know and decide, a sentence each: docs/decisions/qbr-sentences.md. */
export const opening = {
  direction(change: Change, last: SerialDate | null, likeForLike: Change): string {
    if (last === null) return 'with no earlier review to compare with';
    if (change.kind === 'unknown') return `which cannot be compared with the review of ${dayText(last)}`;
    const apart = likeForLike.kind === 'known' && Math.abs(likeForLike.points - change.points) >= 1;
    return `${moved(change.points)} since ${dayText(last)}${apart ? ` (over the partners rated both times ${moved(likeForLike.points)})` : ''}`;
  },
  portfolio: (health: number, direction: string, ratings: string): string => sentence(`Portfolio health is ${fixed(health, 1)} of 100, ${direction}; ${ratings}`),
  /** Worst first. */
  ratings(byRating: Readonly<Record<Rating, number>>, red: readonly string[], only: { readonly name: string; readonly rating: Rating } | null): string {
    const rated = byRating.Green + byRating.Amber + byRating.Red;
    if (only !== null) return `the one rated partner, ${only.name}, is ${only.rating}`;
    const all = byRating.Red === rated ? `${rated === 2 ? 'both' : `all ${rated.toLocaleString('en-US')}`} rated partners are` : `${byRating.Red.toLocaleString('en-US')} of ${counted(rated, 'rated partner')} ${verb(byRating.Red, 'is', 'are')}`;
    if (byRating.Red > 0) return `${all} Red${red.length > 3 ? `, the worst of them ${series(red.slice(0, 3))}` : `: ${series(red)}`}`;
    if (byRating.Amber === 0) return rated === 2 ? 'both rated partners are Green' : `all ${rated.toLocaleString('en-US')} rated partners are Green`;
    return `none of the ${rated.toLocaleString('en-US')} rated partners is Red, ${byRating.Amber.toLocaleString('en-US')} ${verb(byRating.Amber, 'is', 'are')} Amber`;
  },
  noPartners: (asOf: SerialDate): string => `As of ${dayText(asOf)} there is no partner to judge.`,
  /** Of two partners or more. */
  nobodyRated(count: Readonly<Record<NotRated['kind'], number>>): string {
    const all = count.ended + count.ramping + count.unknown;
    const said = { ended: 'all of them have ended', ramping: 'it is too early to judge any of them', unknown: 'too little is known of any of them' } as const;
    const parts = [
      count.ended === 0 ? [] : `${count.ended.toLocaleString('en-US')} ${verb(count.ended, 'has', 'have')} ended`,
      count.ramping === 0 ? [] : `${count.ramping.toLocaleString('en-US')} ${verb(count.ramping, 'is', 'are')} too early to judge`,
      count.unknown === 0 ? [] : `too little is known of ${count.unknown.toLocaleString('en-US')}`,
    ].flat();
    const alike = (['ended', 'ramping', 'unknown'] as const).find((kind) => count[kind] === all);
    return `The portfolio has no health yet: none of its ${all.toLocaleString('en-US')} partners can be rated (${alike === undefined ? series(parts) : said[alike]}).`;
  },
  onlyUnrated: (name: string, reason: NotRated): string => sentence(`The portfolio has no health yet: its one partner, ${name}, is not rated, ${opening.whyUnrated(reason)}`),
  partner: (name: string, health: number, rating: Rating, direction: string, cost: string): string => sentence(`Health of ${name} is ${fixed(health, 1)} of 100, ${rating}, ${direction}; ${cost}`),
  costs: (dimension: Dimension, lost: number): string => `${dimensionWords[dimension].toLowerCase()} costs it most, ${points(lost)}`,
  costsLittle: 'nothing costs it a whole point',
  capped: 'it would be Green, but a launched initiative has no sales sponsor',
  unrated: (name: string, reason: NotRated): string => sentence(`${name} is not rated, ${opening.whyUnrated(reason)}`),
  whyUnrated(reason: NotRated): string {
    switch (reason.kind) {
      case 'ended':
        return 'for the alliance has ended';
      case 'ramping':
        return 'for what it launched is too recent to judge revenue or pipeline';
      case 'unknown':
        return reason.missing.length === 0 ? 'for too little is known of it' : `for too little is known of it, nothing on ${series(reason.missing.map((dimension) => dimensionWords[dimension].toLowerCase()))}`;
    }
  },
} as const;

export const openingRevenue = {
  behind(revenue: Minor, expected: Minor, currency: string | null, held: Held | null): string {
    const most = held === null ? '' : `; ${held.spread ? `what is missing is ${spreadOver(held)}` : `${part(held.share)} of what is missing is ${at(held)}`}`;
    const behind = `${money((expected - revenue) as Minor, currency)} behind`;
    if (Math.abs(revenue) < oneUnit) return sentence(`${revenue === 0 ? 'No' : 'Hardly any'} revenue has come in of the ${money(expected, currency)} that the plan expects to date${most}`);
    if (revenue < 0) return sentence(`Revenue to date is ${money(revenue, currency)} where the plan expects ${moneyText(expected)}, ${behind}${most}`);
    return sentence(`Revenue is ${openingRevenue.ofPlan(revenue / expected)} plan to date, ${behind}${most}`);
  },
  ahead(revenue: Minor, expected: Minor, currency: string | null, furthest: { readonly name: string; readonly missing: Minor } | null): string {
    const but = furthest === null ? '' : `; furthest behind is ${furthest.name}, by ${money(furthest.missing, currency)}`;
    return sentence(`Revenue is ${openingRevenue.ofPlan(revenue / expected)} plan to date, ${money((revenue - expected) as Minor, currency)} ahead${but}`);
  },
  onPlan: (revenue: Minor, currency: string | null): string => sentence(`Revenue is on plan to date: ${money(revenue, currency)}`),
  hardlyPlanned: (currency: string | null): string => `Less than ${currency === null ? '1' : `${currency} 1`} of revenue is planned to date.`,
  /** Rounding makes neither behind nor ahead a hundred per cent. */
  ofPlan(share: number): string {
    const whole = Number(fixed(share * 100, 0));
    if (share >= 10) return 'more than 10 times the';
    if (whole === 100) return `just ${share < 1 ? 'under' : 'over'} 100 % of`;
    return `${whole < 1 ? 'less than 1' : whole} % of`;
  },
  noPlan: (asOf: SerialDate, why: string): string => sentence(`Revenue cannot be compared with a plan as of ${dayText(asOf)}: ${why}`),
  noTable: 'there is no Initiatives table',
  ended: (name: string): string => `the alliance with ${name} has ended`,
  noneOpen: { partners: 'no initiative is open with a current partner', initiatives: 'no initiative is open' } satisfies Record<Holders, string>,
  noneLaunched: (open: number): string => (open === 1 ? 'the one open initiative is not launched' : `none of the ${open.toLocaleString('en-US')} open initiatives is launched`),
  noneTargeted: (launched: number): string => (launched === 1 ? 'the one launched initiative has no revenue target' : `none of the ${launched.toLocaleString('en-US')} launched initiatives has a revenue target`),
  noneComparable(tooEarly: number, unknown: number): string {
    const early = verb(tooEarly, 'is too early to compare', 'are too early to compare');
    const missing = verb(unknown, 'lacks a date or its revenue', 'lack a date or their revenue');
    if (tooEarly + unknown === 1) return `the one launched initiative with a revenue target ${tooEarly === 1 ? early : missing}`;
    const all = `the ${(tooEarly + unknown).toLocaleString('en-US')} launched initiatives with a revenue target`;
    if (tooEarly === 0 || unknown === 0) return `${all} ${unknown === 0 ? early : missing}`;
    return `of ${all}, ${tooEarly.toLocaleString('en-US')} ${early} and ${unknown.toLocaleString('en-US')} ${missing}`;
  },
} as const;

export const openingGaps = {
  /** `only`: the one initiative past Qualify. */
  some(gaps: number, past: number, only: string | null, risk: string): string {
    if (only !== null) return sentence(`The one initiative past Qualify, ${only}, has no sales sponsor; ${risk}`);
    return sentence(`${gaps.toLocaleString('en-US')} of ${counted(past, 'initiative')} past Qualify ${verb(gaps, 'has', 'have')} no sales sponsor; ${risk}`);
  },
  /** Of some of them the value may not be known. */
  risk(value: Minor, everyKnown: boolean, currency: string | null, held: Held | null): string {
    if (value < oneUnit) return everyKnown ? `${value === 0 ? 'no' : 'hardly any'} value is at risk` : 'what is at risk is not known';
    const most = held === null ? '' : held.spread ? `, ${spreadOver(held)}` : `, ${part(held.share)} of it ${at(held)}`;
    return `${everyKnown ? '' : 'at least '}${money(value, currency)} is at risk${most}`;
  },
  none(past: number, only: string | null, next: number): string {
    const upcoming = next === 0 ? '' : `; ${next.toLocaleString('en-US')} more ${verb(next, 'needs', 'need')} one to pass Qualify`;
    return sentence(only !== null ? `The one initiative past Qualify, ${only}, has a sales sponsor${upcoming}` : `Each of the ${past.toLocaleString('en-US')} initiatives past Qualify has a sales sponsor${upcoming}`);
  },
  nonePast(open: number, only: string | null, next: number): string {
    if (only !== null) return sentence(`The one open initiative, ${only}, is not past Qualify yet; it ${next === 0 ? 'has a sales sponsor already' : 'needs a sales sponsor to pass it'}`);
    return sentence(`None of the ${open.toLocaleString('en-US')} open initiatives is past Qualify yet; ${next === 0 ? 'each has a sales sponsor already' : `${next.toLocaleString('en-US')} of them ${verb(next, 'needs', 'need')} a sales sponsor to pass it`}`);
  },
  unasked: (asOf: SerialDate, why: string): string => sentence(`As of ${dayText(asOf)} no sales sponsor is asked for: ${why}`),
} as const;

export const openingAdvice = {
  /** Of a single partner. */
  ofOne: (name: string, kind: Recommendation['kind']): string => sentence(`The alliance with ${name} is in question: ${exits.ofOne[kind]}`),
  inQuestion(named: Readonly<Record<Recommendation['kind'], readonly string[]>>): string {
    const said = [['Exit', 'exit'], ['Correct', 'correct'], ['Wait', 'wait for the checkpoint of'], ['Continue', 'go on with']] as const;
    const parts = said.filter(([kind]) => named[kind].length > 0).map(([kind, what]) => `${what} ${firstThree(named[kind])}`);
    const count = said.reduce((sum, [kind]) => sum + named[kind].length, 0);
    return sentence(`${counted(count, 'alliance')} ${verb(count, 'is', 'are')} in question: ${parts.join('; ')}`);
  },
} as const;

/** The weightiest is told, and the day by which the first is due. */
export const openingDecisions = (count: number, weightiest: string, earliest: SerialDate): string =>
  (count === 1 ? sentence(`1 decision is asked for, by ${dayText(earliest)}: ${weightiest}`) : sentence(`${counted(count, 'decision')} are asked for, the first by ${dayText(earliest)}; the weightiest is to ${weightiest}`));

/** What History keeps of the very day, where it is not what the sheet says. */
export const kept = {
  said(day: SerialDate, { health: { then, now, differs }, partners }: KeptDifference): readonly string[] {
    const found = `History keeps what the review of ${dayText(day)} found`;
    const [before, after] = inFigures(then, now);
    const same = now === null ? '' : `: portfolio health ${fixed(now, 1)}, which today's cells give as well`;
    return [
      differs ? `${found}: ${then === null ? 'no portfolio health' : `portfolio health ${before}`}; judged from today's cells ${now === null ? 'there is none' : `it is ${after}`}.` : `${found}${same}.`,
      partners.length === 0 ? [] : sentence(`${counted(partners.length, 'partner')} ${verb(partners.length, 'differs', 'differ')}: ${firstThree(partners.map(kept.partner))}`),
    ].flat();
  },
  partner({ name, then, now }: PartnerDifference): string {
    const [before, after] = then?.rating === now?.rating ? inFigures(then?.health ?? null, now?.health ?? null) : [then?.rating.replace('Not', 'not'), now?.rating.replace('Not', 'not')];
    return `${name} (${then === null ? 'not there' : before} then, ${now === null ? 'not here any more' : `${after} here`})`;
  },
} as const;

/** In the fewest decimals in which the two differ. */
function inFigures(then: number | null, now: number | null): readonly [string, string] {
  const text = (value: number | null, decimals: 1 | 2): string => (value === null ? 'not known' : fixed(value, decimals));
  const decimals = text(then, 1) === text(now, 1) && then !== now ? 2 : 1;
  return [text(then, decimals), text(now, decimals)];
}
