/** The decisions that a review asks for, and what became of those that the last one asked for. */
import * as cells from '../cells';
import type { Facts, InitiativeRow } from '../judge';
import { Rational, zero } from '../rational';
import type { Correction } from './corrections';
import type { Advice, Judged } from './exits';
import type { Snapshot } from './history';
import { type InputWorkbook, cellOf, numberOf, rawOf, textOf } from './inputWorkbook';
import { workday } from './spoken';

const kinds = ['exit', 'sponsor', 'correction', 'executive', 'plan', 'review'] as const;
export type DecisionKind = (typeof kinds)[number];

export interface Asked {
  readonly kind: DecisionKind;
  readonly of: Judged;
  readonly initiative: InitiativeRow | null;
  readonly by: number;
  readonly atRisk: Rational | null;
  readonly candidates: readonly Candidate[];
}

export interface Candidate { readonly near: 'partner' | 'owner' | 'executive'; readonly here: number; readonly all: number }

const person = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();
const tierIs = (word: string, tier: string | null): boolean => (tier ?? '').trim().toLowerCase().split(/[^\p{L}]+/u)[0] === word;

/** Who sponsors for the partner or for the owner already, and the executive sponsor; each with less than five: the nearest first, then the least busy. */
function candidatesFor({ partner, owner }: InitiativeRow, { initiatives }: Facts): readonly Candidate[] {
  const open = initiatives.filter((i) => i.stage !== 'Closed' && i.partner.status !== 'Ended' && i.sponsor !== null);
  const names = new Map([...(partner.exec === null ? [] : [partner.exec]), ...open.map(({ sponsor }) => sponsor as string).reverse()].map((name) => [person(name), name]));
  const near: readonly Candidate['near'][] = ['partner', 'owner', 'executive'];
  return [...names].flatMap(([key, name]) => {
    const own = open.filter(({ sponsor }) => person(sponsor as string) === key);
    const here = own.filter((i) => i.partner === partner).length;
    const isLine = owner !== null && own.some((i) => i.owner !== null && person(i.owner) === person(owner));
    const by = here > 0 ? 'partner' : isLine ? 'owner' : partner.exec !== null && person(partner.exec) === key ? 'executive' : null;
    return by === null ? [] : [{ name, near: by, here, all: own.length } as const];
  })
    .filter(({ all }) => all < 5)
    .sort((a, b) => near.indexOf(a.near) - near.indexOf(b.near) || a.all - b.all || (a.name < b.name ? -1 : 1))
    .slice(0, 3);
}

/** What the open initiatives of a partner are still to bring. */
function atRiskOf({ evidence: { own } }: Judged, { atRisk }: Facts): Rational | null {
  return own.filter(({ stage }) => stage !== 'Closed').reduce<Rational | null>((total, i) => { const value = atRisk(i); return value === null ? total : (total ?? zero).plus(value); }, null);
}

function isOver(last: number | 'unreadable' | null, oldest: number, asOf: number): boolean {
  return last !== 'unreadable' && (last === null || last > asOf || last < oldest);
}

function governance(of: Judged, facts: Facts): readonly DecisionKind[] {
  const { p, evidence } = of;
  if (p.status === 'Ended' || p.status === 'Exiting') return [];
  const asks: readonly [DecisionKind, string, boolean][] = [
    ['executive', 'executiveSponsor', p.exec === null && tierIs('strategic', p.tier)],
    ['plan', 'jointBusinessPlan', isOver(p.jbp, cells.edate(facts.asOf, -12), facts.asOf)],
    ['review', 'lastQbr', isOver(p.qbr, facts.asOf - evidence.limit, facts.asOf)],
  ];
  return asks.filter(([, field, asked]) => asked && facts.has('partners', field)).map(([kind]) => kind);
}

export function asksOf(facts: Facts, exits: readonly Advice[], needing: readonly Judged[]): readonly Asked[] {
  const [soon, later] = [workday(facts.asOf + 14), workday(facts.asOf + 30)];
  const ofPartner = (kind: DecisionKind, of: Judged, by: number): Asked => ({ kind, of, initiative: null, by, atRisk: atRiskOf(of, facts), candidates: [] });
  const notice = ({ p }: Judged): number => (typeof p.notice === 'number' && p.notice >= facts.asOf && p.notice < later ? p.notice : later);
  const asked: Asked[] = [
    ...exits.filter(({ kind }) => kind === 'Exit').map(({ of }) => ofPartner('exit', of, notice(of))),
    ...facts.gaps.filter(({ gap }) => gap.severity !== 'Next').map(({ i, gap }): Asked => ({
      kind: 'sponsor', of: facts.judged.find(({ p }) => p === i.partner) as Judged, initiative: i, by: gap.severity === 'Critical' ? soon : later, atRisk: facts.atRisk(i), candidates: candidatesFor(i, facts),
    })),
    ...exits.filter(({ kind }) => kind === 'Correct').map(({ of }) => ofPartner('correction', of, soon)),
    ...needing.filter((of) => !exits.some((advice) => advice.of === of)).map((of) => ofPartner('correction', of, soon)),
    ...facts.judged.flatMap((of) => governance(of, facts).map((kind) => ofPartner(kind, of, later))),
  ];
  const rank = ({ kind, initiative }: Asked): number => kinds.indexOf(kind) * 2 + (initiative?.stage === 'Approve' ? 1 : 0);
  const value = ({ atRisk }: Asked): Rational => atRisk ?? Rational.of(-1);
  return asked.sort((a, b) => rank(a) - rank(b) || value(b).compare(value(a)));
}

/** A row of the Decisions table that asks for one. */
export interface AskedBefore {
  readonly on: number;
  readonly kind: string;
  readonly key: string;
  readonly asked: string;
  readonly initiative: string | null;
  readonly by: number | null;
  readonly decision: string | null;
}

/** What was written in the last column of a review's list, by its number. */
function writtenOn({ reviews }: InputWorkbook): ReadonlyMap<number, string> {
  const written = new Map<number, string>();
  for (const sheet of reviews) {
    let columns: { number: number; decision: number } | null = null;
    sheet.eachRow((row) => {
      const values = Array.from({ length: sheet.columnCount }, (_, column) => rawOf(row.getCell(column + 1).value));
      const [number, decision] = [values.indexOf('No.') + 1, values.indexOf('Decision') + 1];
      if (number > 0 && decision > 0) columns = { number, decision };
      else if (columns !== null) {
        const [no, text] = [values[columns.number - 1], values[columns.decision - 1]];
        if (typeof no === 'number' && typeof text === 'string') written.set(no, text);
      }
    });
  }
  return written;
}

const folded = (text: string | null): string => (text ?? '').toLowerCase().replace(/\s+/g, ' ').trim();

const subject = ({ kind, key, initiative }: Pick<AskedBefore, 'kind' | 'key' | 'initiative'>): string => [kind, key, folded(initiative)].join(' ');

/** Everything that reviews before the as-of date asked for. */
function allAsked(input: InputWorkbook, asOf: number): readonly (AskedBefore & { readonly number: number | null; readonly run: string | null })[] {
  const { decisions: grid } = input;
  if (grid === undefined) return [];
  const written = writtenOn(input);
  return grid.rows.flatMap((_, row) => {
    const [on, partner, kind, number] = [numberOf(grid, row, 'askedOn'), textOf(grid, row, 'partner'), textOf(grid, row, 'kind'), numberOf(grid, row, 'number')];
    if (on === null || partner === null || kind === null || on >= asOf || textOf(grid, row, 'decision') !== null) return [];
    const decision = number === null ? null : (written.get(number) ?? null);
    return [{ on, kind, key: cells.partnerKey(partner), asked: textOf(grid, row, 'asked') ?? '', initiative: textOf(grid, row, 'initiative'), by: dayOf(grid, row), decision, number, run: textOf(grid, row, 'askedIn') }];
  });
}

/** What the sheet of the latest review asked for, each subject once. */
export function askedBefore(input: InputWorkbook, asOf: number): readonly AskedBefore[] {
  const all = allAsked(input, asOf).filter(({ number }) => number !== null);
  const last = all.filter(({ on }) => on === Math.max(...all.map((one) => one.on)));
  const standing = new Map<string, AskedBefore>();
  for (const one of last) if (one.decision !== null || (standing.get(subject(one))?.decision ?? null) === null) standing.set(subject(one), one);
  return last.filter((one) => standing.get(subject(one)) === one);
}

/** Sponsor gaps past Qualify that the last review knew and that are closed, and those that it did not know; `null` where it asked for nothing. */
export function gapsSince(input: InputWorkbook, facts: Facts, snapshots: readonly Snapshot[]): { readonly opened: number; readonly closed: number } | null {
  const since = Math.max(...snapshots.map(({ asOf }) => asOf));
  const runs = new Set(snapshots.filter(({ asOf }) => asOf === since).map(({ run }) => run));
  const then = allAsked(input, facts.asOf).filter(({ run }) => runs.has(run));
  if (then.length === 0) return null;
  const gaps = then.filter(({ kind }) => kind === 'sponsor');
  const known = new Set(gaps.map(subject));
  const now = facts.gaps.filter(({ gap }) => gap.severity !== 'Next').map(({ i }) => subject({ kind: 'sponsor', key: i.partner.key, initiative: i.name }));
  return { opened: now.filter((one) => !known.has(one)).length, closed: gaps.filter((one) => outcomeOf(one, facts, [], snapshots).happened).length };
}

const dayOf = (grid: Parameters<typeof numberOf>[0], row: number): number | null => {
  const day = cells.date(cellOf(grid, row, 'by'));
  return typeof day === 'object' && 'value' in day ? day.value : null;
};

export interface Outcome {
  readonly record: AskedBefore;
  /** The day on which it happened, if a day is said. */
  readonly on: number | null;
  readonly happened: boolean;
  readonly then: number | null;
  readonly now: number | null;
}

export function outcomeOf(record: AskedBefore, { judged, initiatives, asOf }: Facts, corrections: readonly Correction[], snapshots: readonly Snapshot[]): Outcome {
  const of = judged.find(({ p }) => p.key === record.key);
  const measured = record.kind === 'exit' || record.kind === 'correction';
  const then = measured ? (snapshots.find((one) => one.asOf === record.on && one.key === record.key)?.scores.health ?? null) : null;
  const base = { record, then, now: measured ? (of?.health ?? null) : null };
  const happened = (on: number | null = null): Outcome => ({ ...base, on, happened: true });
  const nothing: Outcome = { ...base, on: null, happened: false };
  if (of === undefined) return happened();
  if (record.kind === 'sponsor') {
    const named = initiatives.filter((i) => i.partner === of.p && folded(i.name) === folded(record.initiative));
    const open = named.find(({ stage }) => stage !== 'Closed') ?? named.at(-1);
    return open === undefined || open.sponsor !== null || open.stage === 'Closed' ? happened() : nothing;
  }
  if (of.p.status === 'Ended' || (record.kind === 'exit' && of.p.status === 'Exiting')) return happened();
  const since = (day: number | 'unreadable' | null): Outcome => (typeof day === 'number' && day >= record.on && day <= asOf ? happened(day) : nothing);
  if (record.kind === 'executive') return of.p.exec === null ? nothing : happened();
  if (record.kind === 'plan') return since(of.p.jbp);
  if (record.kind === 'review') return since(of.p.qbr);
  const latest = corrections.filter(({ partner, date }) => partner === of.p && date <= asOf).sort((a, b) => a.date - b.date).at(-1);
  return since(latest?.date ?? null);
}
