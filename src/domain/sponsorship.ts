/** Who sponsors what: gaps, coverage, load, and the Sponsorship dimension. Section 5 of the method, rulings 48 and 54 to 58. */
import type { Basis } from './basis';
import { ExactSums } from './exactSums';
import type { Initiative } from './initiative';
import { isOpenPastQualify } from './lifecycle';
import type { Minor } from './measure';
import type { Partner } from './partner';
import type { Severity, SponsorCoverage, SponsorGap, SponsorLoad } from './portfolio';
import { fieldCell } from './portfolioRows';
import { roundShare } from './rounding';

/** 1 for a sponsor, less for one who has been silent too long, 0 for none. An unreadable date counts as engaged. */
export function sponsorCredit({ salesSponsor, sponsorLastEngaged }: Initiative, basis: Basis): number {
  if (salesSponsor === null) return 0;
  if (!basis.tracksEngagement || typeof sponsorLastEngaged === 'symbol') return 1;
  const { sponsorSilentDays, silentSponsorCredit } = basis.policy;
  if (sponsorLastEngaged === null) return silentSponsorCredit;
  const silentDays = basis.asOf - sponsorLastEngaged;
  return silentDays >= 0 && silentDays <= sponsorSilentDays ? 1 : silentSponsorCredit;
}

/** Unrounded, 0-100. A missing column takes its points out of the maximum: ruling 48. */
export function sponsorshipScore(creditShare: number, partner: Partner, basis: Basis): number {
  const { sponsorshipPoints: points } = basis.policy;
  let reached = points.sales * creditShare;
  let most = points.sales;
  if (basis.partnerColumns.executiveSponsor !== undefined) {
    most += points.executive;
    if (partner.executiveSponsor !== null) reached += points.executive;
  }
  if (basis.partnerColumns.partnerSponsor !== undefined) {
    most += points.partner;
    if (partner.partnerSponsor !== null) reached += points.partner;
  }
  return 100 * (reached / most);
}

/** What remains of the revenue target, else the pipeline; money in minor units; `null` where neither is known. Ruling 54. */
export function valueAtRisk({ revenueTarget, revenue, pipeline }: Initiative): Minor | null {
  if (typeof revenueTarget === 'number' && revenueTarget > 0) {
    const won = typeof revenue === 'number' ? Math.max(revenue, 0) : 0;
    return Math.max(0, revenueTarget - won) as Minor;
  }
  return typeof pipeline === 'number' ? pipeline : null;
}

/** The largest first, unknown last; ties stay in table order. */
function byValueAtRisk(a: SponsorGap, b: SponsorGap): number {
  return (b.valueAtRisk ?? -1) - (a.valueAtRisk ?? -1);
}

/** The same for a person however the name is typed. */
export function personKey(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Gathers the sponsors of the open initiatives of partners that have not ended, in table order. */
export class SponsorLedger {
  private readonly gaps: Readonly<Record<Severity, SponsorGap[]>> = { Critical: [], High: [], Next: [] };
  private readonly bySponsor = new Map<string, Initiative[]>();
  private needed = 0;
  private named = 0;
  private readonly value = new ExactSums(2);

  constructor(private readonly basis: Basis) {}

  add(initiative: Initiative, partner: Partner): void {
    const { salesSponsor, revenueTarget } = initiative;
    if (salesSponsor === null) this.addGap(initiative, partner);
    else this.addLoad(salesSponsor, initiative);
    if (!isOpenPastQualify(initiative)) return;
    this.needed += 1;
    if (salesSponsor !== null) this.named += 1;
    if (typeof revenueTarget !== 'number') return;
    this.value.add(0, revenueTarget);
    if (salesSponsor !== null) this.value.add(1, revenueTarget);
  }

  /** By severity, then value at risk, unknown last; ties as in the table. */
  rankedGaps(): SponsorGap[] {
    const { Critical, High, Next } = this.gaps;
    return [Critical, High, Next].flatMap((gaps) => gaps.sort(byValueAtRisk));
  }

  coverage(): SponsorCoverage {
    const value = this.value.total(0);
    return {
      byCount: this.needed === 0 ? null : roundShare(this.named / this.needed),
      byValue: value === 0 ? null : roundShare(this.value.total(1) / value),
    };
  }

  /** Sponsors of more open initiatives than one person can help, the busiest first. */
  load(): SponsorLoad[] {
    const { stretched, overloaded } = this.basis.policy.sponsorLoad;
    const people = new Map<string, { person: string; initiatives: Initiative[] }>();
    for (const [person, initiatives] of this.bySponsor) {
      const key = personKey(person);
      const known = people.get(key);
      if (known === undefined) people.set(key, { person, initiatives });
      else known.initiatives = [...known.initiatives, ...initiatives].sort((a, b) => a.row - b.row);
    }
    return [...people.values()]
      .filter(({ initiatives }) => initiatives.length > stretched)
      .map(({ person, initiatives }): SponsorLoad => {
        const open = initiatives.length;
        return { person, open, load: open > overloaded ? 'overloaded' : 'stretched', initiatives };
      })
      .sort((a, b) => b.open - a.open);
  }

  private addLoad(sponsor: string, initiative: Initiative): void {
    const sponsored = this.bySponsor.get(sponsor);
    if (sponsored === undefined) this.bySponsor.set(sponsor, [initiative]);
    else sponsored.push(initiative);
  }

  private addGap(initiative: Initiative, partner: Partner): void {
    const table = this.basis.rows.initiatives;
    const cell = table === null ? undefined : fieldCell(table, initiative.row, 'salesSponsor');
    if (cell === undefined) return;
    const severity = initiative.stage === 'Launch' ? 'Critical' : initiative.stage === 'Approve' ? 'High' : 'Next';
    const since = severity === 'Critical' ? initiative.launchedOn : severity === 'High' ? initiative.approvedOn : null;
    const days = typeof since === 'number' ? Math.max(0, this.basis.asOf - since) : null;
    this.gaps[severity].push({ initiative, partner, severity, valueAtRisk: valueAtRisk(initiative), days, cell });
  }
}
