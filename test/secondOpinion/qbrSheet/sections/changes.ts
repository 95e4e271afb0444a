/** What changed since the last review: the portfolio's health, and the partners that moved. */
import { Rational, zero } from '../../rational';
import { absolute, day, shortDay, tenth } from '../spoken';
import { itemsOf, type Tracing } from './section';

const nothing = Rational.of(1, 20);
const notable = Rational.of(5);

const moved = (points: Rational): string => (absolute(points).compare(nothing) < 0 ? '(did not change)' : `(${points.compare(zero) > 0 ? 'rose' : 'fell'}) by ([\\d.]+) points?`);
const figuresOf = (points: Rational): string[] => (absolute(points).compare(nothing) < 0 ? ['did not change'] : [points.compare(zero) > 0 ? 'rose' : 'fell', tenth(absolute(points))]);

export const traceChanges: Tracing = (section, { trend, facts }, ledger) => {
  const { portfolio, last, changes } = trend;
  if (portfolio === null) return;
  const { change, likeForLike, asOf } = portfolio;
  const since = day(asOf);
  if (change === null) ledger.says(section.said, /How the portfolio's health changed since (\d+ \w+ \d+) cannot be said/, [since], section.heading);
  else {
    ledger.says(section.said, new RegExp(`^The portfolio's health ${moved(change)} since (\\d+ \\w+ \\d+)`), [...figuresOf(change), since], section.heading);
    if (likeForLike !== null) ledger.says(section.said, new RegExp(`over the partners rated at both times it ${moved(likeForLike)}`), figuresOf(likeForLike), section.heading);
  }
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
