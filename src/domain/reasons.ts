/** Why a partner's health is what it is, in sentences with the cells that cause it. Made on demand: judging needs no words. */
import { type Basis, type Judged, basisOf } from './basis';
import type { CellRef } from './cell';
import { GateKeeper, countsUnderGovernance } from './gates';
import { checksOf, governanceChecks, type GovernanceCheck, inspected, reviewLimit } from './governance';
import type { Initiative, InitiativeField } from './initiative';
import { closedRecently, isOpenPastQualify } from './lifecycle';
import type { Partner, PartnerField } from './partner';
import { type Performance, type Standard, performanceOf, standards } from './performance';
import { type Dimension, type GateBreach, type PartnerHealth, type Portfolio, type Reason, dimensions } from './portfolio';
import { fieldCell } from './portfolioRows';
import { viewsOf } from './relationship';
import { lossSentence, remarks, shortfalls } from './sentences';
import { sponsorCredit } from './sponsorship';

/** What pulls a dimension down: clauses of one sentence, and the cells behind them. */
interface Cause {
  readonly clause: string;
  readonly cells: readonly CellRef[];
}

interface Judgement {
  readonly initiative: Initiative;
  readonly performance: Performance;
}

class Explanation {
  private readonly basis: Basis;
  private readonly partner: Partner;
  private readonly initiatives: readonly Initiative[];
  private readonly judgements: readonly Judgement[];

  constructor(judged: Judged, private readonly health: PartnerHealth) {
    this.basis = basisOf(judged);
    this.partner = health.partner;
    const rows = judged.rows.initiatives?.rows ?? [];
    this.initiatives = health.initiatives.map((position) => rows[position]).filter((row) => row !== undefined);
    this.judgements = this.initiatives
      .filter((initiative) => initiative.stage === 'Launch' || closedRecently(initiative, this.basis))
      .map((initiative) => ({ initiative, performance: performanceOf(judged, initiative) }));
  }

  reasons(): readonly Reason[] {
    const losses = this.health.health === null ? [] : this.losses();
    return [...losses, ...this.remarks()];
  }

  /** Most points first; ties in the order of the dimensions: ruling 61. */
  private losses(): Reason[] {
    return dimensions
      .map((dimension) => ({ dimension, points: this.health.dimensions[dimension].pointsLost }))
      .filter(({ points }) => points > 0)
      .sort((a, b) => b.points - a.points)
      .map(({ dimension, points }) => {
        const causes = this.causesOf(dimension);
        return { dimension, points, text: lossSentence(causes.map(({ clause }) => clause), points), cells: causes.flatMap(({ cells }) => cells) };
      });
  }

  private causesOf(dimension: Dimension): readonly Cause[] {
    switch (dimension) {
      case 'revenue':
      case 'pipeline':
      case 'traction':
        return [this.behindPlan(dimension)];
      case 'sponsorship':
        return this.sponsorshipCauses();
      case 'governance':
        return this.governanceCauses();
      case 'relationship':
        return [this.viewsCause()];
    }
  }

  private behindPlan(standard: Standard): Cause {
    const behind = this.judgements.flatMap(({ initiative, performance }) => {
      const judged = performance[standard];
      const missing = judged.kind === 'known' ? judged.expected - Math.max(judged.actual ?? 0, 0) : 0;
      return missing > 0 ? [{ initiative, missing }] : [];
    }).sort((a, b) => b.missing - a.missing);
    const total = behind.reduce((sum, { missing }) => sum + missing, 0);
    const initiatives = behind.map(({ initiative }) => initiative);
    return { clause: shortfalls[standard](total, names(initiatives)), cells: this.initiativeCells(initiatives, standard) };
  }

  private sponsorshipCauses(): readonly Cause[] {
    const { sponsorSilentDays, sponsorshipPoints: points } = this.basis.policy;
    const needing = this.initiatives.filter(isOpenPastQualify);
    const without = needing.filter(({ salesSponsor }) => salesSponsor === null);
    const silent = needing.filter((initiative) => initiative.salesSponsor !== null && sponsorCredit(initiative, this.basis) < 1);
    const causes: Cause[] = [];
    if (without.length > 0) causes.push({ clause: shortfalls.noSalesSponsor(names(without)), cells: this.initiativeCells(without, 'salesSponsor') });
    if (silent.length > 0) {
      const clause = shortfalls.silentSponsor(names(silent), sponsorSilentDays);
      causes.push({ clause, cells: this.initiativeCells(silent, 'sponsorLastEngaged') });
    }
    if (points.executive > 0 && this.partner.executiveSponsor === null) causes.push(...this.partnerCause('executiveSponsor', shortfalls.noExecutiveSponsor));
    if (points.partner > 0 && this.partner.partnerSponsor === null) causes.push(...this.partnerCause('partnerSponsor', shortfalls.noPartnerSponsor));
    return causes;
  }

  private governanceCauses(): readonly Cause[] {
    const uninspected = this.initiatives.filter((initiative) => inspected(initiative, this.basis) === false);
    const breached = this.breaches();
    const some = (count: number): { passed: number; checked: number } => ({ passed: 0, checked: count });
    const checks = checksOf(this.partner, some(uninspected.length), some(breached.length), this.basis);
    return governanceChecks.filter((check) => checks[check] === 0).flatMap((check) => this.governanceCause(check, uninspected, breached));
  }

  private governanceCause(check: GovernanceCheck, uninspected: readonly Initiative[], breached: readonly GateBreach[]): readonly Cause[] {
    const { policy } = this.basis;
    switch (check) {
      case 'plan':
        return this.partnerCause('jointBusinessPlan', shortfalls.noPlan(policy.planMonths));
      case 'review':
        return this.partnerCause('lastQbr', shortfalls.noReview(reviewLimit(this.partner, this.basis)));
      case 'expectations':
        return this.partnerCause('expectationsAgreed', shortfalls.noExpectations);
      case 'manager':
        return this.partnerCause('allianceManager', shortfalls.noManager);
      case 'inspection': {
        const clause = shortfalls.notInspected(names(uninspected), policy.inspectionDays);
        return [{ clause, cells: this.initiativeCells(uninspected, 'lastInspected') }];
      }
      case 'gates': {
        const initiatives = [...new Set(breached.map(({ initiative }) => initiative))];
        return [{ clause: shortfalls.gateBreaches(names(initiatives)), cells: breached.map(({ cell }) => cell) }];
      }
    }
  }

  /** The breaches that Governance counts. */
  private breaches(): readonly GateBreach[] {
    const keeper = new GateKeeper(this.basis);
    return this.initiatives.filter((initiative) => keeper.guards(initiative)).flatMap((initiative) => {
      const breaches: GateBreach[] = [];
      return keeper.inspect(initiative, this.partner, breaches) ? [] : breaches.filter(countsUnderGovernance);
    });
  }

  private viewsCause(): Cause {
    const { ours, theirs } = viewsOf(this.partner, this.basis);
    const cells = [...(ours === null ? [] : this.partnerCells('relationship')), ...(theirs === null ? [] : this.partnerCells('partnersView'))];
    return { clause: shortfalls.views(ours, theirs), cells };
  }

  private remarks(): readonly Reason[] {
    const { notRated } = this.health;
    if (notRated?.kind === 'ended') return [remark(remarks.ended, this.partnerCells('status'))];
    return [...this.capRemark(), ...this.notRatedRemark(), ...this.viewsRemark(), ...this.unknownRemarks()];
  }

  private capRemark(): readonly Reason[] {
    if (!this.health.cappedBySponsorRule) return [];
    const without = this.initiatives.filter(({ stage, salesSponsor }) => stage === 'Launch' && salesSponsor === null);
    return [remark(remarks.sponsorRule(names(without)), this.initiativeCells(without, 'salesSponsor'))];
  }

  private notRatedRemark(): readonly Reason[] {
    const { notRated, confidence } = this.health;
    if (notRated?.kind === 'unknown') return [remark(remarks.unknown(confidence, notRated.missing), [])];
    if (notRated?.kind !== 'ramping') return [];
    const early = this.judgements.filter(({ performance }) => standards.some((standard) => performance[standard].kind === 'tooEarly'));
    return [remark(remarks.ramping, this.initiativeCells(early.map(({ initiative }) => initiative), 'launchedOn'))];
  }

  private viewsRemark(): readonly Reason[] {
    const { ours, theirs } = viewsOf(this.partner, this.basis);
    if (ours === null || theirs === null) return [];
    const apart = Math.abs(ours - theirs);
    if (apart < this.basis.policy.viewsApart) return [];
    return [remark(remarks.viewsApart(apart, ours, theirs), [...this.partnerCells('relationship'), ...this.partnerCells('partnersView')])];
  }

  /** Which cells would make the unknown known, each once. */
  private unknownRemarks(): readonly Reason[] {
    return this.judgements.flatMap(({ initiative, performance }) => {
      const fields = new Set(standards.flatMap((standard) => {
        const judged = performance[standard];
        return judged.kind === 'unknown' && judged.cell !== null ? [judged.field] : [];
      }));
      return [...fields].map((field) => this.unknownRemark(initiative, field));
    });
  }

  private unknownRemark(initiative: Initiative, field: InitiativeField): Reason {
    const header = this.basis.rows.initiatives?.headers[field] ?? field;
    const blank = initiative[field as keyof Initiative] === null;
    const text = blank ? remarks.fillIn(header, initiative.name) : remarks.correct(header, initiative.name);
    return remark(text, this.initiativeCells([initiative], field));
  }

  /** Nothing where the partner's table has no such column: then it is not asked for. */
  private partnerCause(field: PartnerField, clause: string): readonly Cause[] {
    const cells = this.partnerCells(field);
    return cells.length === 0 ? [] : [{ clause, cells }];
  }

  private partnerCells(field: PartnerField): readonly CellRef[] {
    const table = this.basis.rows.partners;
    const cell = table === null ? undefined : fieldCell(table, this.partner.row, field);
    return cell === undefined ? [] : [cell];
  }

  private initiativeCells(initiatives: readonly Initiative[], field: InitiativeField): readonly CellRef[] {
    const table = this.basis.rows.initiatives;
    if (table === null) return [];
    return initiatives.map(({ row }) => fieldCell(table, row, field)).filter((cell) => cell !== undefined);
  }
}

function names(initiatives: readonly Initiative[]): readonly string[] {
  return initiatives.map(({ name }) => name);
}

function remark(text: string, cells: readonly CellRef[]): Reason {
  return { dimension: null, points: 0, text, cells };
}

/**
 * The reasons of a partner's health: first what costs points, most first (they add up to 100 - health), then remarks without points:
 * the sponsor rule, why there is no rating, views far apart, cells to fill in. A partner without a rating has remarks alone.
 */
export function reasonsFor(portfolio: Portfolio, partner: PartnerHealth): readonly Reason[] {
  return new Explanation(portfolio, partner).reasons();
}
