/** Everything that a review says of a saved workbook on a day, computed again. */
import { secondOpinion } from '../judge';
import { type Compared, type Correction, compared, correctionsOf, needingCorrection, sideOf } from './corrections';
import { type Asked, type AskedBefore, askedBefore, asksOf } from './decisions';
import { type Advice, exitsOf, type Judged } from './exits';
import { type Snapshot, snapshotsOf, type Trend, trendOf } from './history';
import { type InputWorkbook, textOf } from './inputWorkbook';

export interface Review {
  readonly input: InputWorkbook;
  readonly asOf: number;
  readonly opinion: ReturnType<typeof secondOpinion>;
  readonly facts: ReturnType<typeof secondOpinion>['facts'];
  readonly currency: string | null;
  readonly snapshots: readonly Snapshot[];
  readonly trend: Trend;
  readonly corrections: readonly Correction[];
  readonly needing: readonly Judged[];
  readonly exits: readonly Advice[];
  /** Closed initiatives with a sales sponsor against those without: ruling 59. */
  readonly sponsorEffect: Compared;
  readonly asked: readonly Asked[];
  readonly askedBefore: readonly AskedBefore[];
  /** Any word of the input that holds digits; `null` where there is none. */
  readonly words: RegExp | null;
}

const named = ['partner', 'initiative', 'owner', 'salesSponsor', 'executiveSponsor', 'allianceManager', 'partnerSponsor', 'correction', 'reason'];

/** What a message on a cell quotes of it. */
function quotesOf({ partners, initiatives }: InputWorkbook): readonly string[] {
  return [partners, initiatives].flatMap(({ rows }) => rows.flatMap((row) => row.flatMap((cell) => {
    const text = typeof cell?.raw === 'string' || typeof cell?.raw === 'number' ? String(cell.raw).replace(/\s+/g, ' ').trim() : '';
    return /\d/.test(text) ? [`"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`] : [];
  })));
}

function wordsOf({ partners, initiatives, corrections, headers }: InputWorkbook, decisions: readonly AskedBefore[], quotes: readonly string[]): RegExp | null {
  const cells = [partners, initiatives, corrections].flatMap((grid) => (grid === undefined ? [] : grid.rows.flatMap((_, row) => named.map((field) => textOf(grid, row, field)))));
  const words = [...cells, ...headers, ...decisions.map(({ decision }) => decision)].filter((text) => text !== null && /\d/.test(text) && /\p{L}/u.test(text)) as string[];
  const longestFirst = [...new Set([...words, ...quotes])].sort((a, b) => b.length - a.length);
  return longestFirst.length === 0 ? null : new RegExp(longestFirst.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
}

function sponsorEffectOf({ initiatives, neverLaunched }: Review['facts']): Compared {
  const closed = initiatives.filter((i) => i.stage === 'Closed' && i.outcome !== null && i.outcome !== 'unreadable' && !neverLaunched(i));
  const [sponsored, without] = [true, false].map((has) => sideOf(closed.filter(({ sponsor }) => (sponsor !== null) === has).map(({ outcome }) => outcome)));
  return compared(sponsored as Compared['one'], without as Compared['other']);
}

export function reviewOf(input: InputWorkbook, asOf: number): Review {
  const opinion = secondOpinion(input.partners, input.initiatives, asOf, { rates: input.rates ?? null, wanted: null });
  const { facts } = opinion;
  const snapshots = snapshotsOf(input, asOf);
  const trend = trendOf(snapshots, facts, opinion.portfolio.health);
  const corrections = correctionsOf(input, facts, snapshots);
  const exits = exitsOf(facts, trend, corrections);
  const needing = needingCorrection(corrections, facts, trend);
  const before = askedBefore(input, asOf);
  return {
    input, asOf, opinion, facts, currency: opinion.money.currency, snapshots, trend, corrections, needing, exits, askedBefore: before,
    sponsorEffect: sponsorEffectOf(facts), asked: asksOf(facts, exits, needing), words: wordsOf(input, before, quotesOf(input)),
  };
}
