/** The totals that an executive asks for first. Ended partners count only in what happened: launched, closed, succeeded, exits. */
import type { Basis } from './basis';
import type { Reading } from './cell';
import { ExactSums } from './exactSums';
import type { Initiative } from './initiative';
import type { Minor, SerialDate } from './measure';
import type { Partner } from './partner';
import type { Gauge } from './performance';
import type { Headline } from './portfolio';
import { quarterOf } from './quarter';
import { roundToSix } from './rounding';

/** Slots of the sums. */
const revenue = 0;
const expected = 1;
const pipeline = 2;
const left = 3;
const sourced = 4;
const influenced = 5;
const slots = 6;

export class HeadlineTally {
  private readonly sums = new ExactSums(slots);
  private readonly firstDay: SerialDate;
  private coverable = 0;
  /** How many cells are known of each. */
  private sourcedCells = 0;
  private influencedCells = 0;
  private launched = 0;
  private closed = 0;
  private succeeded = 0;

  constructor(private readonly basis: Basis) {
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
  addRevenue(gauge: Gauge, { sourcedRevenue, influencedRevenue }: Initiative): void {
    if (gauge.state !== 'known') return;
    this.sums.add(revenue, gauge.actual ?? 0);
    this.sums.add(expected, gauge.expected);
    if (typeof sourcedRevenue === 'number') {
      this.sourcedCells += 1;
      this.sums.add(sourced, sourcedRevenue);
    }
    if (typeof influencedRevenue === 'number') {
      this.influencedCells += 1;
      this.sums.add(influenced, influencedRevenue);
    }
  }

  /** Pipeline against what is left to sell, of an initiative in Launch: ruling 65. */
  addPipeline(initiative: Initiative): void {
    const { revenueTarget, revenue: won } = initiative;
    if (typeof initiative.pipeline !== 'number' || typeof revenueTarget !== 'number' || revenueTarget <= 0 || typeof won !== 'number') return;
    this.coverable += 1;
    this.sums.add(pipeline, initiative.pipeline);
    this.sums.add(left, Math.max(0, revenueTarget - Math.max(won, 0)));
  }

  figures(): Omit<Headline, 'lagging' | 'leading' | 'exits'> {
    return {
      revenue: this.sums.total(revenue) as Minor,
      revenueExpected: this.sums.total(expected),
      sourced: this.sourcedCells === 0 ? null : (this.sums.total(sourced) as Minor),
      influenced: this.influencedCells === 0 ? null : (this.sums.total(influenced) as Minor),
      pipelineCoverage: this.coverage(),
      inQuarter: { launched: this.launched, closed: this.closed, succeeded: this.succeeded },
    };
  }

  private isInQuarter(day: Reading<SerialDate>): boolean {
    return typeof day === 'number' && day >= this.firstDay && day <= this.basis.asOf;
  }

  private coverage(): Headline['pipelineCoverage'] {
    if (this.coverable === 0) return null;
    const toSell = this.sums.total(left);
    return toSell === 0 ? 'covered' : roundToSix(this.sums.total(pipeline) / toSell);
  }
}

/** Whether an ended partner left in the last four quarters: by the end of its agreement, else of its last initiative. Ruling 73. */
export function leftRecently(partner: Partner, initiatives: readonly Initiative[], basis: Basis): boolean {
  let day = typeof partner.agreementEnds === 'number' ? partner.agreementEnds : null;
  if (day === null) for (const { endedOn } of initiatives) if (typeof endedOn === 'number' && endedOn > (day ?? 0)) day = endedOn;
  return day !== null && day > basis.fourQuartersAgo && day <= basis.asOf;
}
