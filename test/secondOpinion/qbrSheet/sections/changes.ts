/** What changed since the last review: the portfolio's health, and the partners that moved. */
import { Rational, zero } from '../../rational';
import type { Correction } from '../corrections';
import { gapsSince } from '../decisions';
import type { Ledger } from '../ledger';
import type { Review } from '../review';
import type { Section } from '../writtenSheet';
import { absolute, day, fixed, shortDay, tenth } from '../spoken';
import { itemsOf, type Tracing } from './section';

const nothing = Rational.of(1, 20);
const notable = Rational.of(5);

const moved = (points: Rational): string => (absolute(points).compare(nothing) < 0 ? '(did not change)' : `(${points.compare(zero) > 0 ? 'rose' : 'fell'}) by ([\\d.]+) points?`);
const figuresOf = (points: Rational): string[] => (absolute(points).compare(nothing) < 0 ? ['did not change'] : [points.compare(zero) > 0 ? 'rose' : 'fell', tenth(absolute(points))]);

const place: Readonly<Record<string, number>> = { Green: 0, Amber: 1, Red: 2 };

/** "3 ratings got worse (A, B, C and 2 more)": up to so many are all named, of more only so many. */
function traceNamed({ said, heading }: Section, words: string, count: number, ledger: Ledger, most = 3, named = most): void {
  const more = count > most ? [String(count - named)] : [];
  if (count > 0) ledger.says(said, new RegExp(`(\\d+) ${words}${more.length > 0 ? '[^;]*? and (\\d+) more' : ''}`), [String(count), ...more], heading);
}

/** Ratings that moved, and partners that came and went, against the snapshots of the last day. */
function tracePartners(section: Section, { trend, facts: { judged }, snapshots }: Review, ledger: Ledger): void {
  const day = trend.portfolio?.asOf;
  const then = new Map(snapshots.filter(({ asOf }) => asOf === day).map((snapshot) => [snapshot.key, snapshot]));
  const going = judged.filter(({ p }) => p.status !== 'Ended');
  const moves = going.flatMap(({ p, rating }) => { const before = then.get(p.key)?.rating; return before === undefined || before === rating ? [] : [[place[before], place[rating]] as const]; });
  const rated = moves.filter(([before, now]) => before !== undefined && now !== undefined) as [number, number][];
  traceNamed(section, 'ratings? got worse', rated.filter(([before, now]) => now > before).length, ledger);
  traceNamed(section, 'ratings? got better', rated.filter(([before, now]) => now < before).length, ledger);
  traceNamed(section, 'partners? (?:is|are) rated now', moves.filter(([before]) => before === undefined).length, ledger);
  traceNamed(section, 'partners? (?:is|are) no longer rated', moves.filter(([, now]) => now === undefined).length, ledger);
  const absent = going.filter(({ p }) => !then.has(p.key));
  traceNamed(section, 'partners? (?:is|are) new:', absent.filter(({ p }) => !trend.last.has(p.key)).length, ledger);
  traceNamed(section, 'partners? (?:is|are) back', absent.filter(({ p }) => trend.last.has(p.key)).length, ledger);
  traceNamed(section, 'alliances? ha(?:s|ve) ended', judged.filter(({ p, rating }) => p.status === 'Ended' && (then.get(p.key)?.rating ?? rating) !== rating).length, ledger);
  traceNamed(section, 'partners? of the last review (?:is|are) no longer', [...then.keys()].filter((key) => !judged.some(({ p }) => p.key === key)).length, ledger, 10, 9);
}

const effects: readonly [Correction['effect'], string][] = [
  ['improved', 'w(?:as|ere) followed by an improvement'], ['no change', 'w(?:as|ere) followed by no change'], ['worsened', 'w(?:as|ere) followed by a decline'], ['too early', 'cannot be judged yet'],
  ['no measurement before', 'had no measurement before'],
];

function traceFollowed(section: Section, words: string, corrections: readonly Correction[], ledger: Ledger): void {
  if (corrections.length === 0) return;
  ledger.says(section.said, new RegExp(words), [String(corrections.length)], section.heading);
  if (corrections.length <= 3) return;
  for (const [effect, said] of effects) {
    const count = corrections.filter((one) => one.effect === effect).length;
    if (count > 0) ledger.says(section.said, new RegExp(`[:,] (\\d+) ${said}`), [String(count)], section.heading);
  }
}

/** Corrections logged since the last day of snapshots, and those of which only now there is a measurement after them. */
function traceSince(section: Section, { trend: { portfolio }, corrections, snapshots, asOf }: Review, ledger: Ledger): void {
  const day = portfolio?.asOf ?? 0;
  traceFollowed(section, '(\\d+) course corrections? w(?:as|ere) logged since', corrections.filter(({ date }) => date > day && date <= asOf), ledger);
  const wasKnown = ({ partner, date, measure }: Correction): boolean => snapshots.some((one) => one.key === partner?.key && one.asOf >= date + 45 && one.scores[measure] !== null);
  const known = corrections.filter((one) => one.partner !== null && one.date <= day && one.before !== null && one.after !== null && !wasKnown(one));
  traceFollowed(section, 'What came of (\\d+) earlier corrections? is known now', known, ledger);
}

export const traceChanges: Tracing = (section, review, ledger) => {
  const { trend, facts } = review;
  const { portfolio, last, changes } = trend;
  if (portfolio === null) return;
  const { change, likeForLike, asOf } = portfolio;
  const since = day(asOf);
  if (change === null) ledger.says(section.said, /How the portfolio's health changed since (\d+ \w+ \d+) cannot be said/, [since], section.heading);
  else {
    ledger.says(section.said, new RegExp(`^The portfolio's health ${moved(change)} since (\\d+ \\w+ \\d+)`), [...figuresOf(change), since], section.heading);
    if (likeForLike !== null && fixed(likeForLike, 1) !== fixed(change, 1)) ledger.says(section.said, new RegExp(`over the partners rated at both times it ${moved(likeForLike)}`), figuresOf(likeForLike), section.heading);
  }
  tracePartners(section, review, ledger);
  const gaps = gapsSince(review.input, facts, review.snapshots);
  traceNamed(section, 'sponsor gaps? closed', gaps?.closed ?? 0, ledger, 3, 2);
  traceNamed(section, 'sponsor gaps? opened', gaps?.opened ?? 0, ledger, 3, 2);
  traceSince(section, review, ledger);
  const rows = facts.judged.flatMap((j) => {
    const then = last.get(j.p.key) ?? null;
    const points = changes.get(j.p.key) ?? null;
    if (then === null && j.p.status === 'Ended') return [];
    return then?.rating !== j.rating || (points !== null && absolute(points).compare(notable) >= 0) ? [{ j, then, points }] : [];
  }).sort((a, b) => (a.points === null ? 1 : 0) - (b.points === null ? 1 : 0) || (a.points === null || b.points === null ? 0 : a.points.compare(b.points)));
  if (rows.length === 0) return ledger.says(section.said, /no partner's health by (\d+) points or more/, ['5'], section.heading);
  itemsOf(section, rows.length, ledger).forEach(({ cells }, index) => {
    const row = rows[index];
    if (row === undefined) return;
    const what = `${section.heading}, ${row.j.p.name}`;
    ledger.cell(cells['Health then'], row.then?.scores.health ?? null, what);
    ledger.cell(cells['Health now'], row.j.health, what);
    ledger.cell(cells.Change, row.points, what);
    ledger.cell(cells['Last review'], row.then === null ? null : shortDay(row.then.asOf), what);
  });
};
