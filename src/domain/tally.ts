/** What the initiatives say of their partners, gathered in one pass over the table. */
import type { Basis } from './basis';
import { Counts } from './counts';
import { ExactSums } from './exactSums';
import { GateKeeper } from './gates';
import { type Passed, checksOf, governanceScore, inspected } from './governance';
import { HeadlineTally } from './headline';
import { type DimensionPart, type DimensionParts, type HealthScore, scoreHealth } from './healthScore';
import type { Initiative } from './initiative';
import { closedRecently, isOpen, isOpenPastQualify } from './lifecycle';
import type { Partner } from './partner';
import { type Gauge, PerformanceReader } from './performance';
import type { GateBreach } from './portfolio';
import { relationshipScore, viewsOf } from './relationship';
import { SponsorLedger, sponsorCredit, sponsorshipScore } from './sponsorship';
import { WeightedMeans } from './weightedMeans';

/** Sums of a performance dimension that are kept for each partner, side by side in memory. */
const known = 0;
const unknown = 1;
const planned = 2;
const reached = 3;
const sumsPerPartner = 4;

class DimensionTally {
  private readonly sums: ExactSums;

  constructor(partners: number) {
    this.sums = new ExactSums(partners * sumsPerPartner);
  }

  add(partner: number, gauge: Gauge): void {
    const at = partner * sumsPerPartner;
    if (gauge.state === 'unknown') this.sums.add(at + unknown, gauge.weight);
    if (gauge.state !== 'known') return;
    this.sums.add(at + known, gauge.weight);
    this.sums.add(at + planned, gauge.planned);
    this.sums.add(at + reached, gauge.reached);
  }

  hasUnknown(partner: number): boolean {
    return this.total(partner, unknown) > 0;
  }

  part(partner: number): DimensionPart {
    const expected = this.total(partner, planned);
    if (expected === 0) return nothingKnown;
    const weight = this.total(partner, known);
    return { score: 100 * (this.total(partner, reached) / expected), known: weight / (weight + this.total(partner, unknown)) };
  }

  private total(partner: number, sum: number): number {
    return this.sums.total(partner * sumsPerPartner + sum);
  }
}

/** How many pass of those checked, by partner. */
class PassedTally {
  private readonly passed: Counts;
  private readonly checked: Counts;

  constructor(partners: number) {
    this.passed = new Counts(partners);
    this.checked = new Counts(partners);
  }

  add(partner: number, passed: boolean): void {
    this.checked.add(partner);
    if (passed) this.passed.add(partner);
  }

  of(partner: number): Passed {
    return { passed: this.passed.of(partner), checked: this.checked.of(partner) };
  }
}

const nothingKnown: DimensionPart = { score: null, known: 0 };

function fullyKnown(score: number | null): DimensionPart {
  return score === null ? nothingKnown : { score, known: 1 };
}

function positiveTarget({ revenueTarget }: Initiative): number {
  return typeof revenueTarget === 'number' && revenueTarget > 0 ? revenueTarget : 0;
}

/** Typed arrays by partner: a table of 20,000 rows is judged without an object per row. */
export class Tally {
  readonly breaches: GateBreach[] = [];
  readonly sponsors: SponsorLedger;
  readonly headline: HeadlineTally;
  readonly initiativesOf: number[][];
  readonly openRevenueTarget: ExactSums;
  private readonly revenue: DimensionTally;
  private readonly pipeline: DimensionTally;
  private readonly traction: DimensionTally;
  private readonly credit: WeightedMeans;
  private readonly inspections: PassedTally;
  private readonly gates: PassedTally;
  private readonly tooEarly: Uint8Array;
  private readonly launchedWithoutSponsor: Uint8Array;
  private readonly performance: PerformanceReader;
  private readonly gateKeeper: GateKeeper;

  constructor(private readonly basis: Basis, private readonly partners: readonly Partner[]) {
    const count = partners.length;
    this.sponsors = new SponsorLedger(basis);
    this.headline = new HeadlineTally(basis, count);
    this.initiativesOf = partners.map(() => []);
    this.openRevenueTarget = new ExactSums(count);
    this.revenue = new DimensionTally(count);
    this.pipeline = new DimensionTally(count);
    this.traction = new DimensionTally(count);
    this.credit = new WeightedMeans(count);
    this.inspections = new PassedTally(count);
    this.gates = new PassedTally(count);
    this.tooEarly = new Uint8Array(count);
    this.launchedWithoutSponsor = new Uint8Array(count);
    this.performance = new PerformanceReader(basis);
    this.gateKeeper = new GateKeeper(basis);
  }

  add(initiative: Initiative, position: number): void {
    const index = initiative.partner;
    const partner = this.partners[index];
    if (partner === undefined) return;
    const ended = partner.status === 'Ended';
    this.initiativesOf[index]?.push(position);
    this.headline.addEvents(initiative);
    this.addPerformance(initiative, index, ended);
    this.addGates(initiative, index, partner, ended);
    if (isOpen(initiative)) this.addOpen(initiative, index, partner, ended);
  }

  /** The health of the partner at this position. */
  healthOf(partner: Partner, index: number): HealthScore {
    const share = this.credit.mean(index);
    const checks = checksOf(partner, this.inspections.of(index), this.gates.of(index), this.basis);
    const parts: DimensionParts = {
      revenue: this.revenue.part(index),
      pipeline: this.pipeline.part(index),
      traction: this.traction.part(index),
      sponsorship: fullyKnown(share === null ? null : sponsorshipScore(share, partner, this.basis)),
      governance: fullyKnown(governanceScore(checks)),
      relationship: fullyKnown(relationshipScore(viewsOf(partner, this.basis))),
    };
    const facts = {
      ended: partner.status === 'Ended',
      tooEarly: this.tooEarly[index] === 1,
      unknownRows: this.revenue.hasUnknown(index) || this.pipeline.hasUnknown(index),
      launchedWithoutSponsor: this.launchedWithoutSponsor[index] === 1,
    };
    return scoreHealth(parts, facts, this.basis);
  }

  /** Ruling 47: Launch for all three; Revenue also what closed in the last four quarters. */
  private addPerformance(initiative: Initiative, index: number, ended: boolean): void {
    const inLaunch = initiative.stage === 'Launch';
    if (!inLaunch && !closedRecently(initiative, this.basis)) return;
    const { performance } = this;
    performance.read(initiative);
    this.revenue.add(index, performance.revenue);
    this.pipeline.add(index, performance.pipeline);
    this.traction.add(index, performance.traction);
    if (inLaunch && (performance.revenue.state === 'tooEarly' || performance.pipeline.state === 'tooEarly')) this.tooEarly[index] = 1;
    this.headline.addRevenue(index, performance.revenue, initiative, ended);
    if (inLaunch) this.headline.addPipeline(index, initiative, ended);
  }

  /** An ended partner's initiatives are left out of gates, so that its Governance has no such check: rulings 41 and 49. */
  private addGates(initiative: Initiative, index: number, partner: Partner, ended: boolean): void {
    const passed = inspected(initiative, this.basis);
    if (passed !== null) this.inspections.add(index, passed);
    if (ended || !this.gateKeeper.guards(initiative)) return;
    this.gates.add(index, this.gateKeeper.inspect(initiative, partner, this.breaches));
  }

  private addOpen(initiative: Initiative, index: number, partner: Partner, ended: boolean): void {
    const target = positiveTarget(initiative);
    this.openRevenueTarget.add(index, target);
    if (isOpenPastQualify(initiative)) this.credit.add(index, sponsorCredit(initiative, this.basis), target);
    if (initiative.stage === 'Launch' && initiative.salesSponsor === null) this.launchedWithoutSponsor[index] = 1;
    if (!ended) this.sponsors.add(initiative, partner);
  }
}
