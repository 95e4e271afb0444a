/** Which alliances are in question, and whether to correct or to leave them. Section 6 of the method, rulings 72 and 73. */
import type { Basis } from './basis';
import type { CorrectionEffect } from './correctionEffects';
import { checkpointOf } from './correctionEffects';
import type { SerialDate } from './measure';
import { PerformanceReader } from './performance';
import { type Dimension, type PartnerHealth, dimensions } from './portfolio';
import { exitReasons } from './sentences';
import type { PartnerTrend } from './trend';

export type Recommendation =
  /** No correction was tried yet: the dimension that costs most, and the day to look again. */
  | { readonly kind: 'Correct'; readonly dimension: Dimension | null; readonly checkpoint: SerialDate }
  | { readonly kind: 'Wait'; readonly checkpoint: SerialDate }
  | { readonly kind: 'Continue' }
  | { readonly kind: 'Exit' };

export interface ExitAdvice {
  readonly judged: PartnerHealth;
  readonly recommendation: Recommendation;
  /** Why it is in question, what was tried, and the days of its agreement; a sentence each. */
  readonly reasons: readonly string[];
}

/** Whether the portfolio lets go of what does not work. */
export interface PortfolioSign {
  /** Partners ended in the last four quarters. */
  readonly exits: number;
  /** Partners Red now and in the last snapshot. */
  readonly redForTwo: number;
  /** They check in but never check out. */
  readonly neverCheckOut: boolean;
}

export function isRedForTwo({ rating }: PartnerHealth, { last }: PartnerTrend): boolean {
  return rating === 'Red' && last?.rating === 'Red';
}

/** Without history: every launched initiative far along and far behind, and too little pipeline to mend it. */
class FarBehind {
  private readonly performance: PerformanceReader;

  constructor(private readonly basis: Basis) {
    this.performance = new PerformanceReader(basis);
  }

  has({ initiatives, money }: PartnerHealth): boolean {
    const { coverage } = this.basis.policy.inQuestion;
    if (typeof money.pipelineCoverage !== 'number' || money.pipelineCoverage >= coverage) return false;
    let behind = 0;
    for (const position of initiatives) {
      const initiative = this.basis.rows.initiatives?.rows[position];
      if (initiative?.stage !== 'Launch') continue;
      this.performance.read(initiative);
      if (this.performance.revenue.state !== 'known') continue;
      const { elapsedPercent, attainmentPercent } = this.basis.policy.inQuestion;
      if (!this.performance.isBehind(initiative, elapsedPercent, attainmentPercent)) return false;
      behind += 1;
    }
    return behind > 0;
  }
}

/** The dimension that costs most points; `null` where none costs any. */
export function costliestOf({ dimensions: parts }: Pick<PartnerHealth, 'dimensions'>): Dimension | null {
  let most: Dimension | null = null;
  for (const dimension of dimensions) if (parts[dimension].pointsLost > (most === null ? 0 : parts[most].pointsLost)) most = dimension;
  return most;
}

/** The latest of the corrections tried so far; of one day the lower row. */
function latestOf(corrections: readonly CorrectionEffect[]): CorrectionEffect | undefined {
  return corrections.reduce<CorrectionEffect | undefined>((latest, one) => (latest === undefined || one.correction.date >= latest.correction.date ? one : latest), undefined);
}

function recommend(judged: PartnerHealth, tried: readonly CorrectionEffect[], basis: Basis): Recommendation {
  const { asOf, policy } = basis;
  const latest = latestOf(tried);
  if (latest === undefined) return { kind: 'Correct', dimension: costliestOf(judged), checkpoint: (asOf + policy.corrections.checkpointDays) as SerialDate };
  const open = tried.map(({ correction }) => checkpointOf(correction, basis)).filter((day) => day > asOf);
  if (open.length > 0) return { kind: 'Wait', checkpoint: Math.max(...open) as SerialDate };
  return { kind: latest.effect === 'improved' ? 'Continue' : 'Exit' };
}

function reasonsOf(judged: PartnerHealth, { last }: PartnerTrend, tried: readonly CorrectionEffect[], basis: Basis): readonly string[] {
  const { asOf, policy } = basis;
  const { agreementEnds, noticeBy } = judged.partner;
  const latest = latestOf(tried);
  return [
    last === null ? exitReasons.farBehind(policy.inQuestion) : exitReasons.redForTwo(last.asOf, asOf),
    latest === undefined ? exitReasons.nothingTried : exitReasons.tried(latest.correction, checkpointOf(latest.correction, basis), latest.effect, asOf),
    ...(typeof agreementEnds === 'number' ? [exitReasons.agreementEnds(agreementEnds, asOf)] : []),
    ...(typeof noticeBy === 'number' ? [exitReasons.noticeBy(noticeBy, asOf)] : []),
  ];
}

/** The partners in question, in table order. `triedBy` holds each partner's corrections so far, by its position. */
export function exitAdvice(
  partners: readonly PartnerHealth[], trends: readonly PartnerTrend[], triedBy: ReadonlyMap<number, readonly CorrectionEffect[]>, basis: Basis,
): readonly ExitAdvice[] {
  const farBehind = new FarBehind(basis);
  return partners.flatMap((judged, position): ExitAdvice[] => {
    const trend = trends[position];
    if (trend === undefined || judged.partner.status === 'Ended') return [];
    if (!(trend.last === null ? farBehind.has(judged) : isRedForTwo(judged, trend))) return [];
    const tried = triedBy.get(position) ?? [];
    return [{ judged, recommendation: recommend(judged, tried, basis), reasons: reasonsOf(judged, trend, tried, basis) }];
  });
}

export function portfolioSign(partners: readonly PartnerHealth[], trends: readonly PartnerTrend[], exits: number): PortfolioSign {
  let redForTwo = 0;
  partners.forEach((judged, position) => {
    const trend = trends[position];
    if (trend !== undefined && isRedForTwo(judged, trend)) redForTwo += 1;
  });
  return { exits, redForTwo, neverCheckOut: redForTwo > 0 && exits === 0 };
}
