/** What became of the decisions that the last review asked for: what was written beside them, and what the tables show since. */
import type { Correction } from './correction';
import type { DecisionKind, DecisionRecord, DecisionWritten } from './decision';
import type { Initiative } from './initiative';
import type { SerialDate } from './measure';
import type { PartnerHealth, Portfolio, SponsorGap } from './portfolio';

/** What the tables show, whatever was decided. */
export type Became =
  /** Somebody is named now. */
  | { readonly kind: 'named'; readonly person: string }
  | { readonly kind: 'corrected'; readonly correction: Correction }
  | { readonly kind: 'ended' | 'exiting' | 'closed' }
  /** A review was held, or a plan agreed, on a day. */
  | { readonly kind: 'held' | 'agreed'; readonly day: SerialDate }
  /** Its initiative, or its partner, is no longer in the tables: removed or renamed. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'nothingYet' };

export interface DecisionTaken {
  readonly record: DecisionRecord;
  /** `null` where nobody wrote one. */
  readonly decision: string | null;
  readonly became: Became;
  /** Nothing yet, and the day proposed is over. */
  readonly overdue: boolean;
  /** Of an exit or a correction: the partner's health on the day of the review, and now; `null` where it was not rated. */
  readonly health: { readonly then: number | null; readonly now: number | null } | null;
}

export interface DecisionsTaken {
  /** The as-of date of the review that asked last. */
  readonly askedOn: SerialDate;
  /** Decisions that its sheet asked for. */
  readonly asked: number;
  /** Those of them that were decided, in the order of asking. */
  readonly taken: readonly DecisionTaken[];
  /** Decided for earlier reviews, not since, and nothing shows of it yet: each thing once. */
  readonly earlier: readonly DecisionTaken[];
}

/** Everything that was ever asked, with the latest of what was written beside each. */
export interface DecisionLog {
  readonly asked: readonly DecisionRecord[];
  decisionOn(record: DecisionRecord): string | null;
}

export const noLog: DecisionLog = { asked: [], decisionOn: () => null };

const keyOf = (askedIn: string, number: number | null): string => `${askedIn} ${number ?? ''}`;

/** `written` is what stands on the sheets of reviews now: it counts before what was read of them earlier. */
export function decisionLog(records: readonly DecisionRecord[], written: readonly DecisionWritten[]): DecisionLog {
  const decisions = new Map<string, string>();
  for (const { askedIn, number, decision } of records) if (decision !== null && number !== null) decisions.set(keyOf(askedIn, number), decision);
  for (const { askedIn, number, decision } of written) decisions.set(keyOf(askedIn, number), decision);
  return {
    asked: records.filter(({ decision }) => decision === null),
    decisionOn: ({ askedIn, number }) => (number === null ? null : (decisions.get(keyOf(askedIn, number)) ?? null)),
  };
}

/** The rows that the Decisions table lacks: what was written on the sheets since they were last read. Their `run` is still that of the asking. */
export function decisionsToKeep(records: readonly DecisionRecord[], written: readonly DecisionWritten[]): readonly DecisionRecord[] {
  const before = decisionLog(records, []);
  const now = decisionLog(records, written);
  return before.asked.flatMap((record) => {
    const decision = now.decisionOn(record);
    return decision === null || decision === before.decisionOn(record) ? [] : [{ ...record, decision }];
  });
}

/** `null` where no review asked for anything up to the as-of date. One of the same day counts as soon as something was written beside it. */
export function decisionsTaken(portfolio: Portfolio, log: DecisionLog): DecisionsTaken | null {
  const { asOf } = portfolio;
  const listed = log.asked.filter(({ number }) => number !== null);
  const counted = latestOfEach(listed.filter((record) => record.askedOn < asOf || (record.askedOn === asOf && log.decisionOn(record) !== null)), log);
  const askedOn = counted.reduce<SerialDate | null>((latest, record) => (latest === null || record.askedOn > latest ? record.askedOn : latest), null);
  if (askedOn === null) return null;
  const follow = new FollowUp(portfolio);
  const last = counted.filter((record) => record.askedOn === askedOn);
  const decided = counted.filter((record) => log.decisionOn(record) !== null).map((record) => follow.of(record, log.decisionOn(record)));
  const taken = decided.filter(({ record }) => record.askedOn === askedOn);
  const told = new Set(taken.map(({ record }) => subjectOf(record)));
  const earlier = decided.filter(({ record, became }) => record.askedOn !== askedOn && became.kind === 'nothingYet').reverse().filter(({ record }) => {
    const subject = subjectOf(record);
    return !told.has(subject) && told.add(subject);
  });
  return { askedOn, asked: last.length, taken, earlier: earlier.reverse() };
}

/** What a decision is about. */
const subjectOf = ({ kind, key, initiative }: DecisionRecord): string => `${kind} ${key} ${initiativeKey(initiative)}`;

/** What two reviews of one day ask, and what one asks again later, is one thing: the last that was decided on stands for it, else the last. */
function latestOfEach(records: readonly DecisionRecord[], log: DecisionLog): readonly DecisionRecord[] {
  const latest = new Map<string, DecisionRecord>();
  for (const record of records) {
    const subject = `${record.askedOn} ${subjectOf(record)}`;
    const before = latest.get(subject);
    if (before === undefined || log.decisionOn(record) !== null || log.decisionOn(before) === null) latest.set(subject, record);
  }
  return [...latest.values()];
}

const initiativeKey = (name: string | null): string => (name ?? '').normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase();

/** Looks up what became of a decision in the tables of now. */
class FollowUp {
  private readonly partners: ReadonlyMap<string, PartnerHealth>;
  private readonly initiatives = new Map<string, Initiative>();
  /** The latest of each partner. */
  private readonly corrections = new Map<string, Correction>();

  constructor(private readonly portfolio: Portfolio) {
    const { partners, rows } = portfolio;
    this.partners = new Map(partners.map((judged) => [judged.partner.key, judged]));
    for (const initiative of rows.initiatives?.rows ?? []) {
      const key = `${rows.partners?.rows[initiative.partner]?.key ?? ''} ${initiativeKey(initiative.name)}`;
      // Of two of one name the first that is open.
      if (!this.initiatives.has(key) || this.initiatives.get(key)?.stage === 'Closed') this.initiatives.set(key, initiative);
    }
    for (const correction of rows.corrections?.table.rows ?? []) {
      const key = correction.partner === null ? undefined : rows.partners?.rows[correction.partner]?.key;
      if (key === undefined || correction.date > portfolio.asOf) continue;
      if (correction.date >= (this.corrections.get(key)?.date ?? 0)) this.corrections.set(key, correction);
    }
  }

  of(record: DecisionRecord, decision: string | null): DecisionTaken {
    const judged = this.partners.get(record.key);
    const became = judged === undefined ? { kind: 'gone' as const } : this.became(record, judged);
    const measured = record.kind === 'exit' || record.kind === 'correction';
    return {
      record,
      decision,
      became,
      overdue: became.kind === 'nothingYet' && record.by !== null && record.by < this.portfolio.asOf,
      health: measured && judged !== undefined ? { then: this.portfolio.history.on(record.askedOn).get(record.key)?.health ?? null, now: judged.health } : null,
    };
  }

  private became({ kind, key, initiative, askedOn }: DecisionRecord, judged: PartnerHealth): Became {
    const { partner } = judged;
    if (kind === 'sponsor') return this.sponsor(this.initiatives.get(`${key} ${initiativeKey(initiative)}`));
    if (partner.status === 'Ended') return { kind: 'ended' };
    if (kind === 'exit' && partner.status === 'Exiting') return { kind: 'exiting' };
    return this.ofPartner(kind, judged, askedOn) ?? { kind: 'nothingYet' };
  }

  private sponsor(initiative: Initiative | undefined): Became {
    if (initiative === undefined) return { kind: 'gone' };
    if (initiative.salesSponsor !== null) return { kind: 'named', person: initiative.salesSponsor };
    return initiative.stage === 'Closed' ? { kind: 'closed' } : { kind: 'nothingYet' };
  }

  private ofPartner(kind: DecisionKind, { partner }: PartnerHealth, asked: SerialDate): Became | null {
    const happened = (day: unknown): day is SerialDate => typeof day === 'number' && day >= asked && day <= this.portfolio.asOf;
    switch (kind) {
      case 'executive':
        return partner.executiveSponsor === null ? null : { kind: 'named', person: partner.executiveSponsor };
      case 'plan':
        return happened(partner.jointBusinessPlan) ? { kind: 'agreed', day: partner.jointBusinessPlan } : null;
      case 'review':
        return happened(partner.lastQbr) ? { kind: 'held', day: partner.lastQbr } : null;
      case 'exit':
      case 'correction':
      case 'sponsor': {
        const correction = this.corrections.get(partner.key);
        return correction === undefined || correction.date < asked ? null : { kind: 'corrected', correction };
      }
    }
  }
}

export interface GapsChanged {
  readonly since: SerialDate;
  readonly opened: readonly SponsorGap[];
  readonly closed: readonly DecisionTaken[];
}

/**
 * The sponsor gaps past Qualify that the last review asked to close and that are closed, and those that it did not know. `null` where that
 * review left no Decisions. Of several writes of that day the one counts whose snapshots History holds.
 */
export function gapsChanged(portfolio: Portfolio, log: DecisionLog): GapsChanged | null {
  const since = portfolio.history.days.at(-1);
  if (since === undefined) return null;
  const runs = new Set([...portfolio.history.on(since).values()].map(({ run }) => run));
  const then = log.asked.filter(({ askedIn }) => runs.has(askedIn));
  // A review that asked for nothing left nothing to tell it from one that was made before there were decisions.
  if (then.length === 0) return null;
  const follow = new FollowUp(portfolio);
  const subject = (key: string, initiative: string | null): string => `${key} ${initiativeKey(initiative)}`;
  const gapsThen = then.filter(({ kind }) => kind === 'sponsor');
  const known = new Set(gapsThen.map(({ key, initiative }) => subject(key, initiative)));
  return {
    since,
    opened: portfolio.sponsorGaps.filter(({ severity, partner, initiative }) => severity !== 'Next' && !known.has(subject(partner.key, initiative.name))),
    closed: gapsThen.map((record) => follow.of(record, log.decisionOn(record))).filter(({ became }) => became.kind !== 'nothingYet'),
  };
}
