/** Gate breaches: what must be true to be past a gate, and is not. Section 2 of the method, rulings 33 to 41. */
import type { Basis } from './basis';
import type { CellRef, Reading } from './cell';
import type { Initiative, InitiativeField } from './initiative';
import { closedRecently, isOpen, stoppedBeforeLaunch } from './lifecycle';
import type { Partner } from './partner';
import type { Gate, GateBreach } from './portfolio';
import { fieldCell } from './portfolioRows';

const missingSponsor = 'Sales sponsor';

/** What is asked for to be past each gate: the field, and the public word for it. */
const qualifyItems = [['owner', 'Owner'], ['salesSponsor', missingSponsor]] as const;
const approveItems = [['approvedOn', 'Approved on'], ['approvedBy', 'Approved by'], ['launchedOn', 'Launched on'], ['due', 'Due']] as const;
const closeItems = [['endedOn', 'Ended on'], ['outcome', 'Outcome']] as const;
const targetFields = ['revenueTarget', 'pipelineTarget', 'tractionTarget'] as const;

/** Dates in the order in which they must not run back. */
const dateOrder = [['qualifiedOn', 'Qualified on'], ['approvedOn', 'Approved on'], ['launchedOn', 'Launched on'], ['endedOn', 'Ended on']] as const;

/** Positive, or there but unreadable: neither passed nor failed. */
function mayBeTarget(target: Reading<number>): boolean {
  return typeof target === 'symbol' || (target !== null && target > 0);
}

/** A missing sponsor counts under Sponsorship, not twice: ruling 49. */
export function countsUnderGovernance({ missing }: GateBreach): boolean {
  return missing !== missingSponsor;
}

export class GateKeeper {
  private readonly targetField: InitiativeField | undefined;

  constructor(private readonly basis: Basis) {
    this.targetField = targetFields.find((field) => basis.initiativeColumns[field] !== undefined);
  }

  /** Whether gates are asked of an initiative at all: closed ones of more than four quarters ago are history (ruling 35). */
  guards(initiative: Initiative): boolean {
    return isOpen(initiative) || typeof initiative.endedOn !== 'number' || closedRecently(initiative, this.basis);
  }

  /** Adds the breaches of a guarded initiative to the list; true where there is none but a missing sponsor. */
  inspect(initiative: Initiative, partner: Partner, breaches: GateBreach[]): boolean {
    const before = breaches.length;
    const { stage } = initiative;
    if (stage !== 'Qualify' && !stoppedBeforeLaunch(initiative, this.basis)) {
      this.askFor(qualifyItems, 'Qualify', initiative, partner, breaches);
      this.askForTarget(initiative, partner, breaches);
      if (stage !== 'Approve') this.askFor(approveItems, 'Approve', initiative, partner, breaches);
    }
    if (stage === 'Closed') this.askFor(closeItems, 'Launch', initiative, partner, breaches);
    this.checkDateOrder(initiative, partner, breaches);
    this.checkTimeLimit(initiative, partner, breaches);
    for (let index = before; index < breaches.length; index += 1) if (countsUnderGovernance(breaches[index]!)) return false;
    return true;
  }

  private askFor(
    items: readonly (readonly [InitiativeField & keyof Initiative, string])[],
    gate: Gate, initiative: Initiative, partner: Partner, breaches: GateBreach[],
  ): void {
    for (const [field, word] of items) if (initiative[field] === null) this.add(gate, word, null, field, initiative, partner, breaches);
  }

  private askForTarget(initiative: Initiative, partner: Partner, breaches: GateBreach[]): void {
    if (this.targetField === undefined) return;
    const { revenueTarget, pipelineTarget, tractionTarget } = initiative;
    if (mayBeTarget(revenueTarget) || mayBeTarget(pipelineTarget) || mayBeTarget(tractionTarget)) return;
    this.add('Qualify', 'Target', null, this.targetField, initiative, partner, breaches);
  }

  private checkDateOrder(initiative: Initiative, partner: Partner, breaches: GateBreach[]): void {
    const pastApprove = initiative.stage === 'Launch' || initiative.stage === 'Closed';
    let earlier: (typeof dateOrder)[number] | null = null;
    let earlierDay = 0;
    for (const item of dateOrder) {
      const day = initiative[item[0]];
      if (typeof day !== 'number') continue;
      if (earlier !== null && earlierDay > day) {
        const gate = pastApprove && earlier[0] === 'approvedOn' && item[0] === 'launchedOn' ? 'Approve' : 'Any';
        this.add(gate, `${earlier[1]} after ${item[1]}`, earlierDay - day, earlier[0], initiative, partner, breaches);
      }
      earlier = item;
      earlierDay = day;
    }
    const { launchedOn, due } = initiative;
    if (typeof launchedOn === 'number' && typeof due === 'number' && launchedOn >= due) {
      this.add('Any', 'Launched on after Due', launchedOn - due, 'launchedOn', initiative, partner, breaches);
    }
  }

  /** Nothing says when a stage began but the date before it: ruling 39. */
  private checkTimeLimit(initiative: Initiative, partner: Partner, breaches: GateBreach[]): void {
    const over = this.daysOverLimit(initiative);
    if (over > 0) this.add('Any', 'Time limit', over, 'stage', initiative, partner, breaches);
  }

  private daysOverLimit({ stage, qualifiedOn, due }: Initiative): number {
    const { asOf, policy: { stageLimitDays } } = this.basis;
    switch (stage) {
      case 'Qualify':
        return typeof qualifiedOn === 'number' ? asOf - qualifiedOn - stageLimitDays.qualify : 0;
      case 'Approve':
        return typeof qualifiedOn === 'number' ? asOf - qualifiedOn - stageLimitDays.approve : 0;
      case 'Launch':
        return typeof due === 'number' ? asOf - due - stageLimitDays.launchOverdue : 0;
      case 'Closed':
        return 0;
    }
  }

  private cell(field: InitiativeField, row: number): CellRef | undefined {
    const table = this.basis.rows.initiatives;
    return table === null ? undefined : fieldCell(table, row, field);
  }

  /** A field without a column is not tracked, and no breach. */
  private add(
    gate: Gate, missing: string, days: number | null, field: InitiativeField, initiative: Initiative, partner: Partner, breaches: GateBreach[],
  ): void {
    const cell = this.cell(field, initiative.row);
    if (cell !== undefined) breaches.push({ initiative, partner, gate, missing, days, cell });
  }
}
