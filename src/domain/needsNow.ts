/** What needs somebody now, across all pages: one thing an entry, the most money at risk first. docs/decisions/needs-now.md. */
import { unreadable } from './cell';
import type { ExitAdvice } from './exits';
import { tierClass } from './governance';
import type { Initiative } from './initiative';
import { isOpen } from './lifecycle';
import type { Minor, SerialDate } from './measure';
import type { Partner } from './partner';
import type { GateBreach, PartnerHealth, Portfolio, SponsorGap } from './portfolio';
import { valueAtRisk } from './sponsorship';

interface AtRisk {
  /** What remains of the revenue targets that it concerns, in minor units; `null` where none is known. */
  readonly atRisk: Minor | null;
}

/** The last day on which something can still be done about an agreement. */
export interface AgreementDay {
  readonly kind: 'notice' | 'end';
  readonly day: SerialDate;
}

export type Need = AtRisk & (
  /** In question, and a correction or the exit is due; with the day of its agreement where that is near. */
  | { readonly kind: 'inQuestion'; readonly advice: ExitAdvice; readonly agreement: AgreementDay | null }
  | { readonly kind: 'sponsor'; readonly gap: SponsorGap }
  | { readonly kind: 'correction'; readonly judged: PartnerHealth; readonly pointsLost: number | null }
  | { readonly kind: 'agreement'; readonly partner: Partner; readonly agreement: AgreementDay }
  | { readonly kind: 'overTime'; readonly breach: GateBreach; readonly days: number }
  /** Cells of money in so many open initiatives that could not be read. */
  | { readonly kind: 'hiddenMoney'; readonly cells: number; readonly initiatives: number }
  /** Of a strategic partner; `null`: none is recorded. */
  | { readonly kind: 'review'; readonly partner: Partner; readonly daysOver: number | null }
);

/** An agreement is told of so many days before its day. */
const agreementAheadDays = 30;

/** More than these are not what somebody does today. */
const most = 5;

const moneyFields = ['revenueTarget', 'revenue', 'pipelineTarget', 'pipeline'] as const;

function sumAtRisk(initiatives: readonly Initiative[]): Minor | null {
  let sum: number | null = null;
  for (const initiative of initiatives) {
    const value = isOpen(initiative) ? valueAtRisk(initiative) : null;
    if (value !== null) sum = (sum ?? 0) + value;
  }
  return sum as Minor | null;
}

/** The earlier of the days that are near. */
function agreementDay({ noticeBy, agreementEnds }: Partner, asOf: SerialDate): AgreementDay | null {
  const isNear = (day: Partner['noticeBy']): day is SerialDate => typeof day === 'number' && day >= asOf && day <= asOf + agreementAheadDays;
  const days = [
    ...(isNear(noticeBy) ? [{ kind: 'notice', day: noticeBy } as const] : []),
    ...(isNear(agreementEnds) ? [{ kind: 'end', day: agreementEnds } as const] : []),
  ];
  return days.sort((a, b) => a.day - b.day)[0] ?? null;
}

/** Days since a review was due; `null` where none is recorded, `undefined` where none is overdue or that cannot be told. */
function reviewOverdue({ tier, lastQbr }: Partner, { rows, asOf, policy }: Portfolio): number | null | undefined {
  if (tierClass(tier) !== 'strategic' || rows.partners?.columns.lastQbr === undefined || typeof lastQbr === 'symbol') return undefined;
  if (lastQbr === null || lastQbr > asOf) return null;
  const over = asOf - lastQbr - policy.reviewDays.strategic;
  return over > 0 ? over : undefined;
}

class NeedsOfPartners {
  private readonly inQuestion: ReadonlyMap<PartnerHealth, ExitAdvice>;
  private readonly needCorrection: ReadonlySet<PartnerHealth>;

  constructor(private readonly portfolio: Portfolio) {
    this.inQuestion = new Map(portfolio.exits.filter(({ recommendation: { kind } }) => kind === 'Exit' || kind === 'Correct').map((advice) => [advice.judged, advice]));
    this.needCorrection = new Set(portfolio.needCorrection);
  }

  /** A partner is one thing, however many reasons there are to look at it: the first of these says the others. */
  of(judged: PartnerHealth, position: number): Need | null {
    const { partner } = judged;
    if (partner.status === 'Ended') return null;
    const advice = this.inQuestion.get(judged);
    const agreement = agreementDay(partner, this.portfolio.asOf);
    if (advice !== undefined) return { kind: 'inQuestion', advice, agreement, atRisk: this.atRisk(judged) };
    if (this.needCorrection.has(judged)) return { kind: 'correction', judged, pointsLost: this.pointsLost(position), atRisk: this.atRisk(judged) };
    if (agreement !== null) return { kind: 'agreement', partner, agreement, atRisk: this.atRisk(judged) };
    const daysOver = reviewOverdue(partner, this.portfolio);
    return daysOver === undefined ? null : { kind: 'review', partner, daysOver, atRisk: this.atRisk(judged) };
  }

  private atRisk({ initiatives }: PartnerHealth): Minor | null {
    const all = this.portfolio.rows.initiatives?.rows ?? [];
    return sumAtRisk(initiatives.flatMap((position) => all[position] ?? []));
  }

  private pointsLost(position: number): number | null {
    const change = this.portfolio.trend.partners[position]?.change;
    return change?.kind === 'known' && change.points < 0 ? -change.points : null;
  }
}

function hiddenMoney({ rows, partners }: Portfolio): readonly Need[] {
  let cells = 0;
  const concerned: Initiative[] = [];
  for (const initiative of rows.initiatives?.rows ?? []) {
    if (!isOpen(initiative) || partners[initiative.partner]?.partner.status === 'Ended') continue;
    const hidden = moneyFields.filter((field) => initiative[field] === unreadable).length;
    if (hidden === 0) continue;
    cells += hidden;
    concerned.push(initiative);
  }
  return cells === 0 ? [] : [{ kind: 'hiddenMoney', cells, initiatives: concerned.length, atRisk: sumAtRisk(concerned) }];
}

/** In this order things of one value stand; those of one kind as they are ranked, or as in their table. */
const order: readonly Need['kind'][] = ['inQuestion', 'sponsor', 'correction', 'agreement', 'overTime', 'hiddenMoney', 'review'];

export interface NeedsNow {
  /** At most five. */
  readonly first: readonly Need[];
  /** How many there are in all. */
  readonly all: number;
}

/** What somebody should see to now, by value at risk, unknown value last. A sponsor that is needed only for the next gate can wait. */
export function needsNow(portfolio: Portfolio): NeedsNow {
  const ofPartners = new NeedsOfPartners(portfolio);
  const gaps = portfolio.sponsorGaps.filter(({ severity }) => severity !== 'Next');
  const withoutSponsor = new Set(gaps.map(({ initiative }) => initiative));
  const needs: readonly Need[] = [
    ...portfolio.partners.flatMap((judged, position) => ofPartners.of(judged, position) ?? []),
    ...gaps.map((gap): Need => ({ kind: 'sponsor', gap, atRisk: gap.valueAtRisk })),
    // An initiative is one thing as well: who names its sponsor decides on its time, too.
    ...portfolio.gateBreaches
      .filter(({ missing, initiative }) => missing === 'Time limit' && !withoutSponsor.has(initiative))
      .map((breach): Need => ({ kind: 'overTime', breach, days: breach.days ?? 0, atRisk: valueAtRisk(breach.initiative) })),
    ...hiddenMoney(portfolio),
  ];
  const sorted = [...needs].sort((a, b) => (b.atRisk ?? -1) - (a.atRisk ?? -1) || order.indexOf(a.kind) - order.indexOf(b.kind));
  return { first: sorted.slice(0, most), all: sorted.length };
}
