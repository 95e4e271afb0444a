/** Gate breaches: what must be true to be past a gate, and is not. Section 2 of the method, rulings 33 to 41. */
import type { Basis } from './basis';
import type { Reading } from './cell';
import type { Initiative, InitiativeField } from './initiative';
import { closedRecently, isOpen, stoppedBeforeLaunch } from './lifecycle';
import type { SerialDate } from './measure';
import type { Partner } from './partner';
import type { Gate, GateBreach } from './portfolio';
import { fieldCell } from './portfolioRows';

const missingSponsor = 'Sales sponsor';

const targetFields = ['revenueTarget', 'pipelineTarget', 'tractionTarget'] as const;

const dateWords = {
  qualifiedOn: 'Qualified on', approvedOn: 'Approved on', launchedOn: 'Launched on', due: 'Due', endedOn: 'Ended on',
} as const;
type DateField = keyof typeof dateWords;

/** Positive, or there but unreadable: neither passed nor failed. */
function mayBeTarget(target: Reading<number>): boolean {
  return typeof target === 'symbol' || (target ?? 0) > 0;
}

/** A missing sponsor counts under Sponsorship, not twice: ruling 49. */
export function countsUnderGovernance({ missing }: GateBreach): boolean {
  return missing !== missingSponsor;
}

export class GateKeeper {
  private readonly targetField: InitiativeField | undefined;
  private breaches: GateBreach[] = [];

  constructor(private readonly basis: Basis) {
    this.targetField = targetFields.find((field) => basis.initiativeColumns[field] !== undefined);
  }

  /** Whether gates are asked of an initiative at all: closed ones of more than four quarters ago are history (ruling 35). */
  guards(initiative: Initiative): boolean {
    return isOpen(initiative) || typeof initiative.endedOn !== 'number' || closedRecently(initiative, this.basis);
  }

  /** Adds the breaches of a guarded initiative to the list; true where Governance has nothing against it. */
  inspect(initiative: Initiative, partner: Partner, breaches: GateBreach[]): boolean {
    const before = breaches.length;
    const { stage } = initiative;
    this.breaches = breaches;
    if (stage !== 'Qualify' && !stoppedBeforeLaunch(initiative, this.basis)) {
      this.checkQualify(initiative, partner);
      if (stage !== 'Approve') this.checkApprove(initiative, partner);
    }
    if (stage === 'Closed') this.checkEnd(initiative, partner);
    this.checkDateOrder(initiative, partner);
    const last = this.lastDayInStage(initiative);
    const over = last === null ? 0 : this.basis.asOf - last;
    if (over > 0) this.add('any', 'Time limit', over, 'stage', initiative, partner);
    return !breaches.slice(before).some(countsUnderGovernance);
  }

  /** What the next gate of an open initiative asks for and it does not have. A launched one is to end from its due date on. */
  ahead(initiative: Initiative, partner: Partner): readonly GateBreach[] {
    const missing: GateBreach[] = [];
    this.breaches = missing;
    switch (initiative.stage) {
      case 'Qualify':
        this.checkQualify(initiative, partner);
        break;
      case 'Approve':
        this.checkApprove(initiative, partner);
        break;
      case 'Launch':
        if (typeof initiative.due === 'number' && initiative.due <= this.basis.asOf) this.checkEnd(initiative, partner);
        break;
      case 'Closed':
        break;
    }
    return missing;
  }

  /** The last day within the limit of the present stage, where it is near; `null` where that is not known, far off or over. */
  limitOn(initiative: Initiative): SerialDate | null {
    const { asOf, policy } = this.basis;
    const last = this.lastDayInStage(initiative);
    return last !== null && last >= asOf && last <= asOf + policy.limitAheadDays ? last : null;
  }

  private checkQualify(initiative: Initiative, partner: Partner): void {
    const { owner, salesSponsor, revenueTarget, pipelineTarget, tractionTarget } = initiative;
    if (owner === null) this.add('Qualify', 'Owner', null, 'owner', initiative, partner);
    if (salesSponsor === null) this.add('Qualify', missingSponsor, null, 'salesSponsor', initiative, partner);
    if (this.targetField === undefined || mayBeTarget(revenueTarget) || mayBeTarget(pipelineTarget) || mayBeTarget(tractionTarget)) return;
    this.add('Qualify', 'Target', null, this.targetField, initiative, partner);
  }

  private checkApprove(initiative: Initiative, partner: Partner): void {
    const { approvedOn, approvedBy, launchedOn, due } = initiative;
    if (approvedOn === null) this.add('Approve', 'Approved on', null, 'approvedOn', initiative, partner);
    if (approvedBy === null) this.add('Approve', 'Approved by', null, 'approvedBy', initiative, partner);
    if (launchedOn === null) this.add('Approve', 'Launched on', null, 'launchedOn', initiative, partner);
    if (due === null) this.add('Approve', 'Due', null, 'due', initiative, partner);
  }

  private checkEnd(initiative: Initiative, partner: Partner): void {
    if (initiative.endedOn === null) this.add('Launch', 'Ended on', null, 'endedOn', initiative, partner);
    if (initiative.outcome === null) this.add('Launch', 'Outcome', null, 'outcome', initiative, partner);
  }

  /** Each date against the nearest earlier one there is; for a due date the day of launch itself is too late. Ruling 38. */
  private checkDateOrder(initiative: Initiative, partner: Partner): void {
    const { stage, approvedOn, launchedOn } = initiative;
    const approved = typeof approvedOn === 'number';
    const beforeLaunch = approved ? 'approvedOn' : 'qualifiedOn';
    const launchGate = approved && (stage === 'Launch' || stage === 'Closed') ? 'Approve' : 'any';
    this.checkOrder('any', 'qualifiedOn', 'approvedOn', 1, initiative, partner);
    this.checkOrder(launchGate, beforeLaunch, 'launchedOn', 1, initiative, partner);
    this.checkOrder('any', typeof launchedOn === 'number' ? 'launchedOn' : beforeLaunch, 'endedOn', 1, initiative, partner);
    this.checkOrder('any', 'launchedOn', 'due', 0, initiative, partner);
  }

  /** A breach where the date that should be earlier lies so many days after the later one, or more. */
  private checkOrder(gate: Gate, earlier: DateField, later: DateField, least: number, initiative: Initiative, partner: Partner): void {
    const from = initiative[earlier];
    const to = initiative[later];
    if (typeof from !== 'number' || typeof to !== 'number' || from - to < least) return;
    this.add(gate, `${dateWords[earlier]} after ${dateWords[later]}`, from - to, earlier, initiative, partner);
  }

  /** Nothing says when a stage began but the date before it: ruling 39. `null` where that is not known, or there is no limit. */
  private lastDayInStage({ stage, qualifiedOn, due }: Initiative): SerialDate | null {
    const { qualify, approve, launchOverdue } = this.basis.policy.stageLimitDays;
    const after = (start: Reading<SerialDate>, days: number): SerialDate | null => (typeof start === 'number' ? ((start + days) as SerialDate) : null);
    switch (stage) {
      case 'Qualify':
        return after(qualifiedOn, qualify);
      case 'Approve':
        return after(qualifiedOn, approve);
      case 'Launch':
        return after(due, launchOverdue);
      case 'Closed':
        return null;
    }
  }

  /** A field without a column is not tracked, and no breach. */
  private add(gate: Gate, missing: string, days: number | null, field: InitiativeField, initiative: Initiative, partner: Partner): void {
    const table = this.basis.rows.initiatives;
    const cell = table === null ? undefined : fieldCell(table, initiative.row, field);
    if (cell !== undefined) this.breaches.push({ initiative, partner, gate, missing, days, cell });
  }
}
