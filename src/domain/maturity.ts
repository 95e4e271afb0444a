/** How far the practice of alliance management has come, by the answers of the practice assessment. Section 7 of the method, ruling 74. */
import { type Answer, type Area, type Level, areas, highestLevel } from './assessment';
import type { Score, SerialDate } from './measure';
import { type Policy, defaultPolicy } from './policy';
import { roundScore, roundToSix } from './rounding';
import { assessmentTexts } from './sentences';

/** The level of each area; `null` where it is not answered. */
export type Profile = Readonly<Record<Area, Level | null>>;

/** The answers of one day. */
export interface Assessment {
  readonly date: SerialDate;
  readonly answers: Readonly<Record<Area, Answer | null>>;
}

/** What to do about it is the first action of its area at this level. */
export interface Move {
  readonly area: Area;
  readonly level: Level;
}

/** Now less then: points of maturity, or levels of an area; without a figure, the reason in a sentence. */
export type Change = { readonly by: number; readonly reason: null } | { readonly by: null; readonly reason: string };

export interface Comparison {
  /** The day of the assessment before; `null` where there is none. */
  readonly last: SerialDate | null;
  readonly maturity: Change;
  readonly areas: Readonly<Record<Area, Change>>;
}

export interface Maturity {
  readonly assessment: Assessment;
  readonly profile: Profile;
  readonly answered: number;
  /** `null` where too few areas are answered; `reason` then says so. */
  readonly maturity: Score | null;
  readonly reason: string | null;
  /** How it stands against published studies, in a sentence; `null` without a maturity. */
  readonly studies: string | null;
  /** What to do first, the most urgent first. */
  readonly moves: readonly Move[];
  readonly comparison: Comparison;
}

/** Of areas on one level, the one that comes earlier here moves first. */
const moveOrder: readonly Area[] = [
  'portfolio', 'plansAndReviews', 'process', 'reporting', 'roles', 'approval', 'expectations', 'staffing', 'profession', 'standing',
];

function byArea<T>(of: (area: Area) => T): Readonly<Record<Area, T>> {
  return Object.fromEntries(areas.map((area) => [area, of(area)])) as Record<Area, T>;
}

function profileOf({ answers }: Assessment): Profile {
  return byArea((area) => answers[area]?.level ?? null);
}

function answeredLevels(profile: Profile): readonly Level[] {
  return areas.flatMap((area) => profile[area] ?? []);
}

/**
 * One assessment for each day on which an area was answered, the earliest first. Of several answers of an area on a day the last one in
 * the table stands, be it a blank level, which takes the answer back.
 */
export function assessmentsOf(answers: readonly Answer[]): readonly Assessment[] {
  const byDate = new Map<SerialDate, Map<Area, Answer>>();
  for (const answer of answers) {
    const ofDay = byDate.get(answer.date) ?? new Map<Area, Answer>();
    byDate.set(answer.date, ofDay.set(answer.area, answer));
  }
  return [...byDate]
    .map(([date, ofDay]): Assessment => ({ date, answers: byArea((area) => ofDay.get(area) ?? null) }))
    .filter((assessment) => answeredLevels(profileOf(assessment)).length > 0)
    .sort((a, b) => a.date - b.date);
}

/** Unrounded, 0-100. */
function exactMaturity(profile: Profile, policy: Policy): number | null {
  const answered = answeredLevels(profile);
  if (answered.length < policy.assessment.fewestAnswered) return null;
  const sum = answered.reduce<number>((total, level) => total + level, 0);
  return (100 * sum) / (highestLevel * answered.length);
}

function studiesText(maturity: Score, { assessment: { successful, unsuccessful } }: Policy): string {
  if (maturity > successful) return assessmentTexts.successful(successful);
  return maturity < unsuccessful ? assessmentTexts.unsuccessful(unsuccessful) : assessmentTexts.between(unsuccessful, successful);
}

/** Answered areas that can still rise, the lowest level first. */
function movesOf(profile: Profile, policy: Policy): readonly Move[] {
  return moveOrder
    .flatMap((area): Move[] => {
      const level = profile[area];
      return level === null || level === highestLevel ? [] : [{ area, level }];
    })
    .sort((a, b) => a.level - b.level)
    .slice(0, policy.assessment.moves);
}

function changeOf(now: number | null, then: number | null, last: SerialDate, missing: { now: string; then: (day: SerialDate) => string }): Change {
  if (now === null) return { by: null, reason: missing.now };
  return then === null ? { by: null, reason: missing.then(last) } : { by: roundToSix(now - then), reason: null };
}

function comparisonOf(profile: Profile, last: Assessment | null, policy: Policy): Comparison {
  if (last === null) {
    const none: Change = { by: null, reason: assessmentTexts.noneBefore };
    return { last: null, maturity: none, areas: byArea(() => none) };
  }
  const then = profileOf(last);
  const { tooFewNow, tooFewThen, notAnsweredNow, notAnsweredThen } = assessmentTexts;
  return {
    last: last.date,
    maturity: changeOf(exactMaturity(profile, policy), exactMaturity(then, policy), last.date, { now: tooFewNow, then: tooFewThen }),
    areas: byArea((area) => changeOf(profile[area], then[area], last.date, { now: notAnsweredNow, then: notAnsweredThen })),
  };
}

/**
 * The assessment that counts on the as-of date, the latest one dated on or before it, with its maturity: the mean level of the answered
 * areas over the highest level, 0-100, rounded once to six decimals. `null` where there is no assessment by then. Never fails.
 */
export function maturityAt(answers: readonly Answer[], asOf: SerialDate, policy: Policy = defaultPolicy): Maturity | null {
  const [assessment, last = null] = assessmentsOf(answers).filter(({ date }) => date <= asOf).reverse();
  if (assessment === undefined) return null;
  const profile = profileOf(assessment);
  const answered = answeredLevels(profile).length;
  const exact = exactMaturity(profile, policy);
  const maturity = exact === null ? null : roundScore(exact);
  return {
    assessment,
    profile,
    answered,
    maturity,
    reason: maturity === null ? assessmentTexts.tooFew(answered, areas.length, policy.assessment.fewestAnswered) : null,
    studies: maturity === null ? null : studiesText(maturity, policy),
    moves: movesOf(profile, policy),
    comparison: comparisonOf(profile, last, policy),
  };
}
