/** The health of a partner if given cells had given values. */
import { type Basis, type Judged, basisOf } from './basis';
import type { HealthScore } from './healthScore';
import { HealthTally } from './healthTally';
import type { Initiative, InitiativeField } from './initiative';
import type { Partner, PartnerField } from './partner';
import type { GateBreach, PartnerHealth } from './portfolio';

type PartnerValue = Extract<PartnerField, keyof Partner>;
type InitiativeValue = Exclude<Extract<InitiativeField, keyof Initiative>, 'partner'>;

/** A value for a field of the partner's own row. */
export type PartnerEdit = {
  readonly [Field in PartnerValue]: { readonly of: 'partner'; readonly field: Field; readonly value: Partner[Field] };
}[PartnerValue];

/** A value for a field of one of its initiatives; `row` is the 0-based row of the sheet. */
export type InitiativeEdit = {
  readonly [Field in InitiativeValue]: { readonly of: 'initiative'; readonly row: number; readonly field: Field; readonly value: Initiative[Field] };
}[InitiativeValue];

export type Edit = PartnerEdit | InitiativeEdit;

/** So many judgements share the memory of one tally. */
const positions = 64;

/** One partner, to be judged again and again with other values in some of its cells. */
export class Scenarios {
  readonly basis: Basis;
  readonly partner: Partner;
  readonly initiatives: readonly Initiative[];
  private tally: HealthTally;
  private used = 0;

  constructor(judged: Judged, { partner, initiatives }: PartnerHealth) {
    const rows = judged.rows.initiatives?.rows ?? [];
    this.basis = basisOf(judged);
    this.partner = partner;
    this.initiatives = initiatives.flatMap((position) => rows[position] ?? []);
    this.tally = new HealthTally(this.basis, positions);
  }

  /** Its health with these edits, a later one over an earlier one of the same cell. The basis stays: what is not tracked stays so. */
  health(edits: readonly Edit[]): HealthScore {
    if (this.used === positions) {
      this.tally = new HealthTally(this.basis, positions);
      this.used = 0;
    }
    const position = this.used++;
    const partner = this.editedPartner(edits);
    const breaches: GateBreach[] = [];
    for (const initiative of this.initiatives) this.tally.add(this.editedInitiative(initiative, edits), partner, position, breaches);
    return this.tally.healthOf(partner, position);
  }

  private editedPartner(edits: readonly Edit[]): Partner {
    let { partner } = this;
    for (const edit of edits) {
      if (edit.of === 'partner' && this.basis.partnerColumns[edit.field] !== undefined) partner = { ...partner, [edit.field]: edit.value };
    }
    return partner;
  }

  private editedInitiative(initiative: Initiative, edits: readonly Edit[]): Initiative {
    let edited = initiative;
    for (const edit of edits) {
      if (edit.of !== 'initiative' || edit.row !== initiative.row || this.basis.initiativeColumns[edit.field] === undefined) continue;
      edited = { ...edited, [edit.field]: edit.value };
    }
    return edited;
  }
}

/**
 * The health that a partner would have if these cells had these values: scores 0-100 and shares 0-1, judged by the same code as the portfolio.
 * Without edits it is today's. Cells of other rows, and of columns that there are not, change nothing; what the workbook tracks stays as it is.
 */
export function whatIf(judged: Judged, partner: PartnerHealth, edits: readonly Edit[]): HealthScore {
  return new Scenarios(judged, partner).health(edits);
}
