/** The decisions that a review asks for: alliances to leave, sponsors to name, corrections to take, plans and reviews that are overdue. */
import { type Basis, basisOf } from './basis';
import type { DecisionKind } from './decision';
import { checksOf, tierClass } from './governance';
import type { Initiative } from './initiative';
import type { Minor, SerialDate } from './measure';
import type { Partner } from './partner';
import { type Dimension, type PartnerHealth, type Portfolio } from './portfolio';
import { costliestOf } from './exits';
import { valueAtRisk } from './sponsorship';

export interface DecisionAsked {
  readonly kind: DecisionKind;
  readonly partner: Partner;
  /** The one that lacks a sales sponsor; `null` for what concerns the alliance as a whole. */
  readonly initiative: Initiative | null;
  /** Who is to see to it; `null` where the workbook names nobody. */
  readonly owner: string | null;
  /** The day proposed, never a Saturday or Sunday. */
  readonly by: SerialDate;
  /** What is lost where the initiatives concerned fail, in minor units; `null` where that is unknown. */
  readonly atRisk: Minor | null;
  /** Of a correction: what costs the partner most. */
  readonly dimension: Dimension | null;
}

/** Days from the as-of date to the day proposed: what stops money first, what takes preparing later. */
const urgentDays = 14;
const plannedDays = 30;

/** Of what weighs alike, what cannot wait comes first. A launched initiative without a sponsor weighs more than an approved one. */
const order: readonly DecisionKind[] = ['exit', 'sponsor', 'correction', 'executive', 'plan', 'review'];

const daysAWeek = 7;

/** The day itself, or the Monday after it. Serial 1 was a Sunday, as far as the days from 1990 on can tell. */
function onWorkday(day: number): SerialDate {
  const weekday = (day - 1) % daysAWeek;
  return (weekday === 6 ? day + 2 : weekday === 0 ? day + 1 : day) as SerialDate;
}

/** The weightiest first: by kind, launched before approved, then by value at risk; ties as in the tables. */
export function decisionsAsked(portfolio: Portfolio): readonly DecisionAsked[] {
  const of = new Asking(portfolio);
  const asked = [...of.exits(), ...of.sponsors(), ...of.corrections(), ...portfolio.partners.flatMap((judged) => of.governance(judged))];
  const rank = ({ kind, initiative }: DecisionAsked): number => order.indexOf(kind) * 2 + (initiative?.stage === 'Approve' ? 1 : 0);
  return asked.sort((a, b) => rank(a) - rank(b) || (b.atRisk ?? -1) - (a.atRisk ?? -1));
}

/** No initiative is looked at: only what the alliance itself has. */
const ofPartnerAlone = { passed: 0, checked: 0 };

class Asking {
  private readonly basis: Basis;
  private readonly soon: SerialDate;
  private readonly later: SerialDate;

  constructor(private readonly portfolio: Portfolio) {
    this.basis = basisOf(portfolio);
    this.soon = onWorkday(portfolio.asOf + urgentDays);
    this.later = onWorkday(portfolio.asOf + plannedDays);
  }

  exits(): readonly DecisionAsked[] {
    return this.portfolio.exits.filter(({ recommendation }) => recommendation.kind === 'Exit')
      .map(({ judged }): DecisionAsked => ({ ...this.ofPartner('exit', judged), by: this.beforeNotice(judged.partner), owner: judged.partner.executiveSponsor ?? judged.partner.allianceManager }));
  }

  /** Of initiatives past Qualify: one that is still to pass it can wait. */
  sponsors(): readonly DecisionAsked[] {
    return this.portfolio.sponsorGaps.filter(({ severity }) => severity !== 'Next').map(({ initiative, partner, severity, valueAtRisk: atRisk }): DecisionAsked => ({
      kind: 'sponsor',
      partner,
      initiative,
      owner: initiative.owner ?? partner.allianceManager,
      by: severity === 'Critical' ? this.soon : this.later,
      atRisk,
      dimension: null,
    }));
  }

  /** Of those in question that nothing was tried on, and of those that fell: each once. */
  corrections(): readonly DecisionAsked[] {
    const { exits, needCorrection } = this.portfolio;
    const inQuestion = exits.filter(({ recommendation }) => recommendation.kind === 'Correct').map(({ judged }) => judged);
    const decided = new Set(exits.map(({ judged }) => judged));
    return [...inQuestion, ...needCorrection.filter((judged) => !decided.has(judged))]
      .map((judged): DecisionAsked => ({ ...this.ofPartner('correction', judged), by: this.soon, dimension: costliestOf(judged) }));
  }

  /** What an alliance has to have and has not, as far as the workbook keeps it: an executive sponsor, a plan of this year, a review in time. */
  governance(judged: PartnerHealth): readonly DecisionAsked[] {
    const { partner } = judged;
    if (partner.status === 'Ended' || partner.status === 'Exiting') return [];
    const { plan, review } = checksOf(partner, ofPartnerAlone, ofPartnerAlone, this.basis);
    const kinds: readonly (readonly [DecisionKind, boolean])[] = [
      ['executive', this.basis.partnerColumns.executiveSponsor !== undefined && partner.executiveSponsor === null && tierClass(partner.tier) === 'strategic'],
      ['plan', plan === 0],
      ['review', review === 0],
    ];
    return kinds.filter(([, asked]) => asked).map(([kind]) => ({ ...this.ofPartner(kind, judged), by: this.later }));
  }

  private ofPartner(kind: DecisionKind, { partner, initiatives }: PartnerHealth): Omit<DecisionAsked, 'by'> {
    return { kind, partner, initiative: null, owner: partner.allianceManager, atRisk: this.atRisk(initiatives), dimension: null };
  }

  /** What the open initiatives are still to bring. */
  private atRisk(positions: readonly number[]): Minor | null {
    let sum: number | null = null;
    for (const position of positions) {
      const initiative = this.portfolio.rows.initiatives?.rows[position];
      const value = initiative === undefined || initiative.stage === 'Closed' ? null : valueAtRisk(initiative);
      if (value !== null) sum = (sum ?? 0) + value;
    }
    return sum as Minor | null;
  }

  /** Notice that is due earlier leaves no choice. */
  private beforeNotice({ noticeBy }: Partner): SerialDate {
    return typeof noticeBy === 'number' && noticeBy >= this.portfolio.asOf && noticeBy < this.later ? noticeBy : this.later;
  }
}
