/** The totals that an executive asks for first. Ended partners count only in what happened: launched, closed, succeeded, exits. */
import type { Basis } from './basis';
import type { Reading } from './cell';
import { Counts } from './counts';
import { ExactSums } from './exactSums';
import type { Initiative } from './initiative';
import type { Minor, SerialDate } from './measure';
import type { Partner } from './partner';
import type { Gauge } from './performance';
import type { Headline, PartnerMoney } from './portfolio';
import { quarterOf } from './quarter';
import { roundToSix } from './rounding';

/** Sums that are kept for each partner, and once for all whose alliance goes on. */
const revenue = 0;
const expected = 1;
const pipeline = 2;
const left = 3;
const sumsEach = 4;

/** Sums beside revenue, of all whose alliance goes on. */
const sourced = 0;
const influenced = 1;

export class HeadlineTally {
  private readonly sums: ExactSums;
  private readonly coverable: Counts;
  private readonly beside = new ExactSums(2);
  private readonly besideCells = new Counts(2);
  private readonly firstDay: SerialDate;
  private launched = 0;
  private closed = 0;
  private succeeded = 0;

  /** Sums of all partners stand after those of the last one. */
  constructor(private readonly basis: Basis, private readonly all: number) {
    this.sums = new ExactSums((all + 1) * sumsEach);
    this.coverable = new Counts(all + 1);
    this.firstDay = quarterOf(basis.asOf, basis.policy).firstDay;
  }

  /** What happened in the quarter, up to the as-of date: ruling 65. */
  addEvents({ stage, launchedOn, endedOn, outcome }: Initiative): void {
    if ((stage === 'Launch' || stage === 'Closed') && this.isInQuarter(launchedOn)) this.launched += 1;
    if (stage !== 'Closed' || !this.isInQuarter(endedOn)) return;
    this.closed += 1;
    if (outcome === 'Succeeded') this.succeeded += 1;
  }

  /** Revenue against plan, over the initiatives whose revenue is judged and known; what was sourced and influenced beside it. */
  addRevenue(partner: number, gauge: Gauge, { sourcedRevenue, influencedRevenue }: Initiative, ended: boolean): void {
    if (gauge.state !== 'known') return;
    this.add(partner, revenue, gauge.actual ?? 0, ended);
    this.add(partner, expected, gauge.expected, ended);
    if (ended) return;
    this.addBeside(sourced, sourcedRevenue);
    this.addBeside(influenced, influencedRevenue);
  }

  /** Pipeline against what is left to sell, of an initiative in Launch: ruling 65. */
  addPipeline(partner: number, initiative: Initiative, ended: boolean): void {
    const { revenueTarget, revenue: won } = initiative;
    if (typeof initiative.pipeline !== 'number' || typeof revenueTarget !== 'number' || revenueTarget <= 0 || typeof won !== 'number') return;
    this.coverable.add(partner);
    if (!ended) this.coverable.add(this.all);
    this.add(partner, pipeline, initiative.pipeline, ended);
    this.add(partner, left, Math.max(0, revenueTarget - Math.max(won, 0)), ended);
  }

  moneyOf(partner: number): PartnerMoney {
    return {
      revenue: this.sums.total(partner * sumsEach + revenue) as Minor,
      revenueExpected: this.sums.total(partner * sumsEach + expected),
      pipeline: this.sums.total(partner * sumsEach + pipeline) as Minor,
      pipelineCoverage: this.coverage(partner),
    };
  }

  figures(): Omit<Headline, 'lagging' | 'leading' | 'exits'> {
    const { revenue: known, revenueExpected, pipelineCoverage } = this.moneyOf(this.all);
    return {
      revenue: known,
      revenueExpected,
      sourced: this.totalBeside(sourced),
      influenced: this.totalBeside(influenced),
      pipelineCoverage,
      inQuarter: { launched: this.launched, closed: this.closed, succeeded: this.succeeded },
    };
  }

  private addBeside(sum: number, amount: Reading<Minor>): void {
    if (typeof amount !== 'number') return;
    this.beside.add(sum, amount);
    this.besideCells.add(sum);
  }

  private totalBeside(sum: number): Minor | null {
    return this.besideCells.of(sum) === 0 ? null : (this.beside.total(sum) as Minor);
  }

  private isInQuarter(day: Reading<SerialDate>): boolean {
    return typeof day === 'number' && day >= this.firstDay && day <= this.basis.asOf;
  }

  private add(partner: number, sum: number, term: number, ended: boolean): void {
    this.sums.add(partner * sumsEach + sum, term);
    if (!ended) this.sums.add(this.all * sumsEach + sum, term);
  }

  private coverage(partner: number): PartnerMoney['pipelineCoverage'] {
    if (this.coverable.of(partner) === 0) return null;
    const toSell = this.sums.total(partner * sumsEach + left);
    return toSell === 0 ? 'covered' : roundToSix(this.sums.total(partner * sumsEach + pipeline) / toSell);
  }
}

/** Whether an ended partner left in the last four quarters: by the end of its agreement, else of its last initiative. Ruling 73. */
export function leftRecently(partner: Partner, initiatives: readonly Initiative[], basis: Basis): boolean {
  let day = typeof partner.agreementEnds === 'number' ? partner.agreementEnds : null;
  if (day === null) for (const { endedOn } of initiatives) if (typeof endedOn === 'number' && endedOn > (day ?? 0)) day = endedOn;
  return day !== null && day > basis.fourQuartersAgo && day <= basis.asOf;
}
