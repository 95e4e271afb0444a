/** What the sheet says of decisions: those that it asks for, and those that were taken. */
import { dayText } from '../domain/calendar';
import type { DecisionKind } from '../domain/decision';
import type { DecisionAsked } from '../domain/decisionsAsked';
import type { Became, DecisionsTaken, GapsChanged } from '../domain/decisionsTaken';
import type { Stage } from '../domain/initiative';
import type { Minor } from '../domain/measure';
import type { Dimension } from '../domain/portfolio';
import type { Candidate } from '../domain/sponsorCandidates';
import { capital, counted, dimensionWords, listed, money, shortDay, tenth } from './sentences';

/** "2 exits", "1 sales sponsor to name". */
const kindCounts: Readonly<Record<DecisionKind, readonly [one: string, many: string]>> = {
  exit: ['alliance to leave', 'alliances to leave'],
  sponsor: ['sales sponsor to name', 'sales sponsors to name'],
  correction: ['course correction to agree', 'course corrections to agree'],
  executive: ['executive sponsor to name', 'executive sponsors to name'],
  plan: ['joint business plan to agree', 'joint business plans to agree'],
  review: ['review to hold', 'reviews to hold'],
};

export const decisions = {
  heading: 'Decisions asked for',
  columns: { number: 'No.', asked: 'Decision asked for', owner: 'Owner', by: 'By', decision: 'Decision' },
  finding(kinds: readonly DecisionKind[], shown: number): string {
    if (kinds.length === 0) return 'No decision is asked for.';
    const parts = [...new Set(kinds)].map((kind) => {
      const count = kinds.filter((one) => one === kind).length;
      return counted(count, ...kindCounts[kind]);
    });
    const all = kinds.length === 1 ? 'One decision is asked for' : `${kinds.length.toLocaleString('en-US')} decisions are asked for`;
    const room = shown < kinds.length ? ` The ${shown} weightiest have room for what is decided.` : '';
    return `${all}: ${listed(parts, parts.length)}.${room} What is written in the last column, the next review reads and follows up.`;
  },
  asked({ kind, partner: { name }, initiative }: Pick<DecisionAsked, 'kind' | 'partner' | 'initiative'>): string {
    switch (kind) {
      case 'exit':
        return `Leave ${name}, or say what will turn it`;
      case 'sponsor':
        return `Name a sales sponsor for ${initiative?.name ?? ''} (${name})`;
      case 'correction':
        return `Agree a course correction with ${name}`;
      case 'executive':
        return `Name an executive sponsor for ${name}`;
      case 'plan':
        return `Agree a joint business plan with ${name}`;
      case 'review':
        return `Hold the quarterly review with ${name}`;
    }
  },
  stage: (stage: Stage) => (stage === 'Launch' ? 'Launched without one.' : 'Approved without one.'),
  atRisk: (atRisk: Minor, currency: string | null) => `${money(atRisk, currency)} is at risk.`,
  costliest: (dimension: Dimension) => `${dimensionWords[dimension]} costs most.`,
  candidates(candidates: readonly Candidate[]): string {
    if (candidates.length === 0) return 'Nobody who sponsors here has room for one more.';
    const near = ({ near: by, here, open }: Candidate): string =>
      (by === 'partner' ? `sponsors ${here} here, ${open} in all` : by === 'owner' ? `same owner, sponsors ${open} in all` : 'the executive sponsor');
    return `Could be: ${listed(candidates.map((candidate) => `${candidate.name} (${near(candidate)})`))}.`;
  },
} as const;

export const taken = {
  heading: 'What was decided',
  columns: { asked: 'Decision asked for', owner: 'Owner', by: 'By', became: 'What happened' },
  finding({ askedOn, asked, taken: items, earlier }: DecisionsTaken): string {
    const decided = items.length;
    const day = dayText(askedOn);
    const many = decided === 0 ? 'none was' : decided === asked ? (asked === 2 ? 'both were' : 'all were') : decided === 1 ? 'one was' : `${decided} were`;
    const said = asked === 1 ? `The decision asked for on ${day} was ${decided === 1 ? '' : 'not '}taken.` : `Of the ${asked} decisions asked for on ${day}, ${many} taken.`;
    const open = items.filter(({ became }) => became.kind === 'nothingYet').length;
    const before = earlier.length === 0 ? null : earlier.length === 1 ? 'Of 1 decision of an earlier review nothing shows yet.' : `Of ${earlier.length} decisions of earlier reviews nothing shows yet.`;
    return [said, items.length === 0 ? null : taken.shown(items.length, open), before].filter((part) => part !== null).join(' ');
  },
  /** How far what was decided shows in the tables. */
  shown(all: number, open: number): string {
    if (open === 0) return all === 1 ? 'It has happened.' : 'All of it has happened.';
    if (open === all) return all === 1 ? 'Nothing shows of it yet.' : 'Nothing shows of any of it yet.';
    return `Of ${open === 1 ? 'one' : open} nothing shows yet.`;
  },
  decided: (decision: string) => `Decided: "${decision}".`,
  became(became: Became, overdue: boolean): string {
    switch (became.kind) {
      case 'named':
        return `${became.person} is named`;
      case 'corrected':
        return `Corrected on ${shortDay(became.correction.date)}`;
      case 'ended':
        return 'The alliance has ended';
      case 'exiting':
        return 'The alliance is being left';
      case 'closed':
        return 'The initiative was closed';
      case 'held':
        return `Held on ${shortDay(became.day)}`;
      case 'agreed':
        return `Agreed on ${shortDay(became.day)}`;
      case 'gone':
        return 'No longer in the tables';
      case 'nothingYet':
        return overdue ? 'Nothing yet, and overdue' : 'Nothing yet';
    }
  },
  health(then: number | null, now: number | null): string | null {
    if (then === null || now === null) return null;
    return tenth(then) === tenth(now) ? `Health is ${tenth(now)}, as it was.` : `Health went from ${tenth(then)} to ${tenth(now)}.`;
  },
} as const;

/** Sponsor gaps that opened and closed since the last review. */
export function gapsSince({ opened, closed }: GapsChanged): string {
  if (opened.length === 0 && closed.length === 0) return 'No sponsor gap opened or closed.';
  const names = closed.map(({ record, became }) => `${record.initiative ?? record.partner} (${became.kind === 'named' ? became.person : taken.became(became, false).toLowerCase()})`);
  return [
    closed.length === 0 ? [] : `${capital(counted(closed.length, 'sponsor gap'))} closed: ${listed(names)}.`,
    opened.length === 0 ? [] : `${capital(counted(opened.length, 'sponsor gap'))} opened: ${listed(opened.map(({ initiative, partner }) => `${initiative.name} (${partner.name})`))}.`,
  ].flat().join(' ');
}
