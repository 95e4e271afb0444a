/** What initiatives say of the health of partners: the sums behind the dimensions, side by side in memory. */
import type { Basis } from './basis';
import { Counts } from './counts';
import { ExactSums } from './exactSums';
import { GateKeeper } from './gates';
import { type Passed, checksOf, governanceScore, inspected } from './governance';
import { type DimensionPart, type DimensionParts, type HealthScore, scoreHealth } from './healthScore';
import type { Initiative } from './initiative';
import { closedRecently, isOpenPastQualify } from './lifecycle';
import type { Partner } from './partner';
import { type Gauge, PerformanceReader } from './performance';
import type { GateBreach } from './portfolio';
import { relationshipScore, viewsOf } from './relationship';
import { sponsorCredit, sponsorshipScore } from './sponsorship';
import { WeightedMeans } from './weightedMeans';

/** Sums of a performance dimension that are kept for each position. */
const known = 0;
const unknown = 1;
const planned = 2;
const reached = 3;
const sumsPerPosition = 4;

class DimensionTally {
  private readonly sums: ExactSums;

  constructor(positions: number) {
    this.sums = new ExactSums(positions * sumsPerPosition);
  }

  add(position: number, gauge: Gauge): void {
    const at = position * sumsPerPosition;
    if (gauge.state === 'unknown') this.sums.add(at + unknown, gauge.weight);
    if (gauge.state !== 'known') return;
    this.sums.add(at + known, gauge.weight);
    this.sums.add(at + planned, gauge.planned);
    this.sums.add(at + reached, gauge.reached);
  }

  hasUnknown(position: number): boolean {
    return this.total(position, unknown) > 0;
  }

  part(position: number): DimensionPart {
    const expected = this.total(position, planned);
    if (expected === 0) return nothingKnown;
    const weight = this.total(position, known);
    return { score: 100 * (this.total(position, reached) / expected), known: weight / (weight + this.total(position, unknown)) };
  }

  private total(position: number, sum: number): number {
    return this.sums.total(position * sumsPerPosition + sum);
  }
}

/** How many pass of those checked, by position. */
class PassedTally {
  private readonly passed: Counts;
  private readonly checked: Counts;

  constructor(positions: number) {
    this.passed = new Counts(positions);
    this.checked = new Counts(positions);
  }

  add(position: number, passed: boolean): void {
    this.checked.add(position);
    if (passed) this.passed.add(position);
  }

  of(position: number): Passed {
    return { passed: this.passed.of(position), checked: this.checked.of(position) };
  }
}

const nothingKnown: DimensionPart = { score: null, known: 0 };

function fullyKnown(score: number | null): DimensionPart {
  return score === null ? nothingKnown : { score, known: 1 };
}

/** Zero where there is none: ruling 6. */
export function positiveTarget({ revenueTarget }: Initiative): number {
  return typeof revenueTarget === 'number' && revenueTarget > 0 ? revenueTarget : 0;
}

/** Typed arrays by position: a table of 20,000 rows is judged without an object per row. */
export class HealthTally {
  /** What it has just read of an initiative whose performance counts. */
  readonly performance: PerformanceReader;
  private readonly revenue: DimensionTally;
  private readonly pipeline: DimensionTally;
  private readonly traction: DimensionTally;
  private readonly credit: WeightedMeans;
  private readonly inspections: PassedTally;
  private readonly gates: PassedTally;
  private readonly tooEarly: Uint8Array;
  private readonly launchedWithoutSponsor: Uint8Array;
  private readonly gateKeeper: GateKeeper;

  /** Positions are those of partners, or of one partner judged several times. */
  constructor(private readonly basis: Basis, positions: number) {
    this.performance = new PerformanceReader(basis);
    this.revenue = new DimensionTally(positions);
    this.pipeline = new DimensionTally(positions);
    this.traction = new DimensionTally(positions);
    this.credit = new WeightedMeans(positions);
    this.inspections = new PassedTally(positions);
    this.gates = new PassedTally(positions);
    this.tooEarly = new Uint8Array(positions);
    this.launchedWithoutSponsor = new Uint8Array(positions);
    this.gateKeeper = new GateKeeper(basis);
  }

  /** Adds an initiative of the partner at this position, and its gate breaches to the list; true where its performance counts. */
  add(initiative: Initiative, partner: Partner, position: number, breaches: GateBreach[]): boolean {
    const counts = this.addPerformance(initiative, position);
    this.addGates(initiative, partner, position, breaches);
    if (isOpenPastQualify(initiative)) this.credit.add(position, sponsorCredit(initiative, this.basis), positiveTarget(initiative));
    if (initiative.stage === 'Launch' && initiative.salesSponsor === null) this.launchedWithoutSponsor[position] = 1;
    return counts;
  }

  /** The health of the partner at this position. */
  healthOf(partner: Partner, position: number): HealthScore {
    const share = this.credit.mean(position);
    const checks = checksOf(partner, this.inspections.of(position), this.gates.of(position), this.basis);
    const parts: DimensionParts = {
      revenue: this.revenue.part(position),
      pipeline: this.pipeline.part(position),
      traction: this.traction.part(position),
      sponsorship: fullyKnown(share === null ? null : sponsorshipScore(share, partner, this.basis)),
      governance: fullyKnown(governanceScore(checks)),
      relationship: fullyKnown(relationshipScore(viewsOf(partner, this.basis))),
    };
    const facts = {
      ended: partner.status === 'Ended',
      tooEarly: this.tooEarly[position] === 1,
      unknownRows: this.revenue.hasUnknown(position) || this.pipeline.hasUnknown(position),
      launchedWithoutSponsor: this.launchedWithoutSponsor[position] === 1,
    };
    return scoreHealth(parts, facts, this.basis);
  }

  /** Ruling 47: Launch for all three; Revenue also what closed in the last four quarters. */
  private addPerformance(initiative: Initiative, position: number): boolean {
    const inLaunch = initiative.stage === 'Launch';
    if (!inLaunch && !closedRecently(initiative, this.basis)) return false;
    const { performance } = this;
    performance.read(initiative);
    this.revenue.add(position, performance.revenue);
    this.pipeline.add(position, performance.pipeline);
    this.traction.add(position, performance.traction);
    if (inLaunch && (performance.revenue.state === 'tooEarly' || performance.pipeline.state === 'tooEarly')) this.tooEarly[position] = 1;
    return true;
  }

  /** An ended partner's initiatives are left out of gates, so that its Governance has no such check: rulings 41 and 49. */
  private addGates(initiative: Initiative, partner: Partner, position: number, breaches: GateBreach[]): void {
    const passed = inspected(initiative, this.basis);
    if (passed !== null) this.inspections.add(position, passed);
    if (partner.status === 'Ended' || !this.gateKeeper.guards(initiative)) return;
    this.gates.add(position, this.gateKeeper.inspect(initiative, partner, breaches));
  }
}
