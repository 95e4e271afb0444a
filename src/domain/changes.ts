/** The single changes that may lift a partner, and what each brings: ruling 76. */
import type { Basis, Judged } from './basis';
import type { CellRef } from './cell';
import { GateKeeper } from './gates';
import { checksOf, inspected } from './governance';
import type { HealthScore } from './healthScore';
import type { Initiative, InitiativeField } from './initiative';
import { closedRecently, isOpenPastQualify } from './lifecycle';
import type { Minor } from './measure';
import { mendOf, mendable, somebody } from './mends';
import type { Partner, PartnerField } from './partner';
import { PerformanceReader, standards } from './performance';
import type { GateBreach, PartnerHealth } from './portfolio';
import { fieldCell } from './portfolioRows';
import { roundToSix } from './rounding';
import { changeActions, changeWithPoints } from './sentences';
import { type Edit, type InitiativeEdit, type PartnerEdit, Scenarios } from './whatIf';

interface PartnerChange {
  readonly kind: 'executiveSponsor' | 'partnerSponsor' | 'review' | 'plan' | 'expectations' | 'manager';
  readonly initiative: null;
}
interface InitiativeChange {
  readonly kind: 'salesSponsor' | 'inspection';
  readonly initiative: Initiative;
}
/** Money: the amount is what is needed, or expected by now. */
interface MoneyChange {
  readonly kind: 'pipeline' | 'revenue';
  readonly initiative: Initiative;
  readonly amount: Minor;
}
/** A blank cell that is a gate breach; `missing` is the breach's word for it. */
interface BreachChange {
  readonly kind: 'breach';
  readonly initiative: Initiative;
  readonly missing: string;
}
type Proposal = (PartnerChange | InitiativeChange | MoneyChange | BreachChange) & {
  readonly edit: Edit;
  /** The cell to change. */
  readonly cell: CellRef;
};

export type Change = Proposal & {
  /** The health with this change alone. */
  readonly alone: HealthScore;
  /** What it brings alone, in points of health; a date that lets a low figure be known may cost some. */
  readonly points: number;
};

const noneChecked = { passed: 0, checked: 0 } as const;

export function isOfMoney({ kind }: Proposal): boolean {
  return kind === 'pipeline' || kind === 'revenue';
}

/** What fails today and one cell would mend: of the partner first, then of its initiatives in table order. */
class Proposals {
  private readonly basis: Basis;
  private readonly partner: Partner;
  private readonly performance: PerformanceReader;
  private readonly gateKeeper: GateKeeper;
  private readonly found: Proposal[] = [];

  constructor({ basis, partner, initiatives }: Scenarios) {
    this.basis = basis;
    this.partner = partner;
    this.performance = new PerformanceReader(basis);
    this.gateKeeper = new GateKeeper(basis);
    this.findOfPartner();
    for (const initiative of initiatives) this.findOfInitiative(initiative);
  }

  all(): readonly Proposal[] {
    return this.found;
  }

  private findOfPartner(): void {
    const { asOf } = this.basis;
    const { executiveSponsor, partnerSponsor } = this.partner;
    const checks = checksOf(this.partner, noneChecked, noneChecked, this.basis);
    if (executiveSponsor === null) this.addOfPartner('executiveSponsor', { of: 'partner', field: 'executiveSponsor', value: somebody });
    if (partnerSponsor === null) this.addOfPartner('partnerSponsor', { of: 'partner', field: 'partnerSponsor', value: somebody });
    if (checks.review === 0) this.addOfPartner('review', { of: 'partner', field: 'lastQbr', value: asOf });
    if (checks.plan === 0) this.addOfPartner('plan', { of: 'partner', field: 'jointBusinessPlan', value: asOf });
    if (checks.expectations === 0) this.addOfPartner('expectations', { of: 'partner', field: 'expectationsAgreed', value: true });
    if (checks.manager === 0) this.addOfPartner('manager', { of: 'partner', field: 'allianceManager', value: somebody });
  }

  private findOfInitiative(initiative: Initiative): void {
    const { row } = initiative;
    if (isOpenPastQualify(initiative) && initiative.salesSponsor === null) {
      this.addOfInitiative({ kind: 'salesSponsor', initiative }, { of: 'initiative', row, field: 'salesSponsor', value: somebody });
    }
    if (inspected(initiative, this.basis) === false) {
      this.addOfInitiative({ kind: 'inspection', initiative }, { of: 'initiative', row, field: 'lastInspected', value: this.basis.asOf });
    }
    this.findOfMoney(initiative);
    this.findBreaches(initiative);
  }

  /** A figure that is not known is to be filled in, not raised: nobody knows whether it is short. */
  private findOfMoney(initiative: Initiative): void {
    if (initiative.stage !== 'Launch' && !closedRecently(initiative, this.basis)) return;
    this.performance.read(initiative);
    for (const kind of ['pipeline', 'revenue'] as const) {
      const { state, reached, planned, expected } = this.performance[kind];
      if (state !== 'known' || reached >= planned) continue;
      const amount = Math.ceil(expected) as Minor;
      this.addOfInitiative({ kind, initiative, amount }, { of: 'initiative', row: initiative.row, field: kind, value: amount });
    }
  }

  private findBreaches(initiative: Initiative): void {
    if (!this.gateKeeper.guards(initiative)) return;
    const breaches = this.breachesOf(initiative);
    for (const breach of breaches) {
      const field = mendable.find((blank) => this.basis.initiativeColumns[blank] === breach.cell.column && initiative[blank] === null);
      if (field === undefined) continue;
      const edit = mendOf(field, initiative, this.basis);
      const mended: Initiative = { ...initiative, [field]: edit.value };
      if (this.breaksAnew(mended, breaches) || this.excuses(initiative, mended)) continue;
      this.addOfInitiative({ kind: 'breach', initiative, missing: breach.missing }, edit);
    }
  }

  private breachesOf(initiative: Initiative): readonly GateBreach[] {
    const breaches: GateBreach[] = [];
    this.gateKeeper.inspect(initiative, this.partner, breaches);
    return breaches;
  }

  private breaksAnew(mended: Initiative, breaches: readonly GateBreach[]): boolean {
    return this.breachesOf(mended).some(({ missing }) => breaches.every((breach) => breach.missing !== missing));
  }

  /** A date that nobody knows must not take anything out of the judgement: it would excuse, and mend nothing. */
  private excuses(initiative: Initiative, mended: Initiative): boolean {
    const before = this.judgedIn(initiative);
    return this.judgedIn(mended).some((counted, index) => counted < (before[index] ?? 0));
  }

  /** How much of an initiative is judged: by inspection, by the gates, and by each standard. */
  private judgedIn(initiative: Initiative): readonly number[] {
    this.performance.read(initiative);
    return [
      inspected(initiative, this.basis) === null ? 0 : 1,
      this.gateKeeper.guards(initiative) ? 1 : 0,
      ...standards.map((standard) => (this.performance[standard].state === 'known' ? this.performance[standard].planned : 0)),
    ];
  }

  private addOfPartner(kind: PartnerChange['kind'], edit: PartnerEdit): void {
    const table = this.basis.rows.partners;
    const cell = table === null ? undefined : fieldCell<PartnerField>(table, this.partner.row, edit.field);
    if (cell !== undefined) this.found.push({ kind, initiative: null, edit, cell });
  }

  private addOfInitiative(change: InitiativeChange | MoneyChange | BreachChange, edit: InitiativeEdit): void {
    const table = this.basis.rows.initiatives;
    const cell = table === null ? undefined : fieldCell<InitiativeField>(table, edit.row, edit.field);
    if (cell !== undefined) this.found.push({ ...change, edit, cell });
  }
}

/** Most points first; among equals changes of money last, then in table order. */
function byPoints(a: Change, b: Change): number {
  return b.points - a.points || Number(isOfMoney(a)) - Number(isOfMoney(b));
}

/** The changes of the partner of these scenarios, whose health today is given. */
export function changesIn(scenarios: Scenarios, today: HealthScore): readonly Change[] {
  if (today.health === null) return [];
  const { health } = today;
  return new Proposals(scenarios).all().flatMap((proposal): Change[] => {
    const alone = scenarios.health([proposal.edit]);
    return alone.health === null ? [] : [{ ...proposal, alone, points: roundToSix(alone.health - health) }];
  }).sort(byPoints);
}

/**
 * The single changes of a partner, each of what fails today in a cell that there is, with the points that it brings alone; most points first.
 * None for a partner without a rating: there is nothing to lift. A change that would take the rating away is none. Ruling 76.
 */
export function changesOf(judged: Judged, partner: PartnerHealth): readonly Change[] {
  const scenarios = new Scenarios(judged, partner);
  return changesIn(scenarios, scenarios.health([]));
}

/** What to do, without its points. */
export function changeAction(change: Change): string {
  switch (change.kind) {
    case 'executiveSponsor':
    case 'partnerSponsor':
    case 'review':
    case 'plan':
    case 'expectations':
    case 'manager':
      return changeActions[change.kind];
    case 'salesSponsor':
    case 'inspection':
      return changeActions[change.kind](change.initiative.name);
    case 'pipeline':
    case 'revenue':
      return changeActions[change.kind](change.initiative.name, change.amount);
    case 'breach':
      return changeActions.breach(change.missing, change.initiative.name);
  }
}

/** What to do, in one sentence, with the points that it brings: alone, or as given beside other changes. */
export function changeSentence(change: Change, points = change.points): string {
  return changeWithPoints(changeAction(change), points);
}
