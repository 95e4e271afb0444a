/** What the initiatives say of their partners, gathered in one pass over the table. */
import type { Basis } from './basis';
import { ExactSums } from './exactSums';
import { HeadlineTally } from './headline';
import type { HealthScore } from './healthScore';
import { HealthTally, positiveTarget } from './healthTally';
import type { Initiative } from './initiative';
import { isOpen } from './lifecycle';
import type { Partner } from './partner';
import type { GateBreach } from './portfolio';
import { SponsorLedger } from './sponsorship';

export class Tally {
  readonly breaches: GateBreach[] = [];
  readonly sponsors: SponsorLedger;
  readonly headline: HeadlineTally;
  readonly initiativesOf: number[][];
  readonly openRevenueTarget: ExactSums;
  private readonly health: HealthTally;

  constructor(basis: Basis, private readonly partners: readonly Partner[]) {
    this.sponsors = new SponsorLedger(basis);
    this.headline = new HeadlineTally(basis, partners.length);
    this.initiativesOf = partners.map(() => []);
    this.openRevenueTarget = new ExactSums(partners.length);
    this.health = new HealthTally(basis, partners.length);
  }

  add(initiative: Initiative, position: number): void {
    const index = initiative.partner;
    const partner = this.partners[index];
    if (partner === undefined) return;
    const ended = partner.status === 'Ended';
    this.initiativesOf[index]?.push(position);
    this.headline.addEvents(initiative);
    const counts = this.health.add(initiative, partner, index, this.breaches);
    if (counts) this.addMoney(initiative, index, ended);
    if (isOpen(initiative)) this.addOpen(initiative, index, partner, ended);
  }

  /** The health of the partner at this position. */
  healthOf(partner: Partner, index: number): HealthScore {
    return this.health.healthOf(partner, index);
  }

  private addMoney(initiative: Initiative, index: number, ended: boolean): void {
    this.headline.addRevenue(index, this.health.performance.revenue, initiative, ended);
    if (initiative.stage === 'Launch') this.headline.addPipeline(index, initiative, ended);
  }

  private addOpen(initiative: Initiative, index: number, partner: Partner, ended: boolean): void {
    this.openRevenueTarget.add(index, positiveTarget(initiative));
    if (!ended) this.sponsors.add(initiative, partner);
  }
}
