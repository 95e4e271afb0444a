/** The twelve figures above all sections. */
import { Rational, sum } from '../../rational';
import type { Facts } from '../../judge';
import { pipelineCoverage, signOf } from '../exits';
import type { Ledger } from '../ledger';
import type { Review } from '../review';
import { absolute, fixed, grouped, money, moneyIn, shortDay, wholePercent } from '../spoken';
import type { Tile } from '../writtenSheet';
import { oncePerReview } from './section';
import { quarterOf } from './titleBand';

/** What a tile shows, and what its note says: a sentence whose groups are figures. */
interface Expected { readonly figure: Rational | number | string | null; readonly note?: readonly [RegExp, ...string[]] }

const counted = (count: number, what: string): readonly [RegExp, ...string[]] => (count === 0 ? [new RegExp(`^(none) ${what}$`), 'none'] : [new RegExp(`^(\\d+) ${what}$`), String(count)]);

/** What launched and approved initiatives without a sponsor are still to bring. */
export const valueAtRisk = ({ gaps, atRisk }: Facts): Rational => sum(gaps.filter(({ gap }) => gap.severity !== 'Next').map(({ i }) => atRisk(i) ?? Rational.of(0)));

function sponsorLoads({ initiatives }: Facts): number[] {
  const open = new Map<string, number>();
  for (const { stage, partner, sponsor } of initiatives) {
    const key = sponsor?.toLowerCase().replace(/\s+/g, ' ').trim();
    if (key !== undefined && stage !== 'Closed' && partner.status !== 'Ended') open.set(key, (open.get(key) ?? 0) + 1);
  }
  return [...open.values()];
}

/** Ruling 53, for one side of health: over the rated partners that have it. */
function meanOf(side: 'leading' | 'lagging', { judged, weighted }: Facts): Rational | null {
  return weighted(judged.flatMap(({ health, openTarget, evidence }) => (health === null || evidence[side] === null ? [] : [{ value: evidence[side], weight: openTarget }])))?.round(6) ?? null;
}

/** The change since the last review; before the second one, what each partner equal would come to. */
function healthNote({ trend: { portfolio }, opinion: { portfolio: { equalWeightHealth } } }: Review): Pick<Expected, 'note'> {
  if (portfolio?.change) {
    const { change, asOf } = portfolio;
    const [sign, way] = change.positive ? ['▲', '\\+'] : ['▼', '−'];
    const size = absolute(change);
    if (size.compare(Rational.of(1, 20)) < 0) return { note: [/^unchanged since (\d+ \w+ \d+)$/, shortDay(asOf)] };
    return { note: [new RegExp(`^${sign} ${way}([\\d.]+) since (\\d+ \\w+ \\d+)$`), fixed(size, 1), shortDay(asOf)] };
  }
  return equalWeightHealth === null ? {} : { note: [/^each partner equal: ([\d.]+)$/, fixed(Rational.fromDouble(equalWeightHealth), 1)] };
}

const expectedTiles = oncePerReview((review): Readonly<Record<string, Expected>> => {
  const { opinion, facts, currency, trend, asOf } = review;
  const { initiatives, soldToPlan, plan, gaps } = facts;
  const { portfolio: { health, byRating }, sponsorCoverage } = opinion;
  const revenue = sum(soldToPlan.map((i) => i.revenue as Rational));
  const due = sum(soldToPlan.map((i) => { const standard = plan(i); return typeof standard === 'object' ? standard.expected : Rational.of(0); }));
  const coverage = pipelineCoverage(initiatives.filter(({ partner }) => partner.status !== 'Ended'));
  const { firstDay } = quarterOf(asOf);
  const inQuarter = (day: unknown): boolean => typeof day === 'number' && day >= firstDay && day <= asOf;
  const closed = initiatives.filter((i) => i.stage === 'Closed' && inQuarter(i.ended));
  const loads = sponsorLoads(facts);
  const past = gaps.filter(({ gap }) => gap.severity !== 'Next').length;
  return {
    'Portfolio health': { figure: health, ...healthNote(review) },
    'Partners by rating': { figure: `● ${byRating.Green} ▲ ${byRating.Amber} ■ ${byRating.Red} ○ ${byRating['Not rated']}` },
    'Revenue against plan to date': due.positive ? { figure: revenue.over(due), note: [/^(.+) of (.+)$/, moneyIn(revenue, currency), money(due)] } : { figure: null },
    'Pipeline coverage': { figure: coverage === 'covered' ? 'Covered' : coverage },
    'Sponsor coverage by value': { figure: sponsorCoverage.byValue, ...(sponsorCoverage.byValue === null || sponsorCoverage.byCount === null ? {} : { note: [/^by number: (\d+) %$/, wholePercent(sponsorCoverage.byCount)] }) },
    [currency === null ? 'Value at risk' : `Value at risk, ${currency}`]: { figure: valueAtRisk(facts), note: past === 0 ? [/^(no) sponsor gaps$/, 'no'] : [/^(\d+) sponsor gaps?$/, grouped(past)] },
    Leading: { figure: meanOf('leading', facts), note: [/^what is to come, of (\d+)$/, '100'] },
    Lagging: { figure: meanOf('lagging', facts), note: [/^what came in, of (\d+)$/, '100'] },
    'Launched in the quarter': { figure: initiatives.filter((i) => (i.stage === 'Launch' || i.stage === 'Closed') && inQuarter(i.launched)).length },
    'Closed in the quarter': { figure: closed.length, note: counted(closed.filter(({ outcome }) => outcome === 'Succeeded').length, 'succeeded') },
    Exits: { figure: signOf(facts, trend).ended, note: [/^in the last (\d+) months$/, '12'] },
    'Sponsors overloaded': { figure: loads.filter((load) => load > 5).length, note: counted(loads.filter((load) => load > 3 && load <= 5).length, 'stretched') },
  };
});

export function traceTiles(tiles: readonly Tile[], review: Review, ledger: Ledger): void {
  for (const [label, { figure, note }] of Object.entries(expectedTiles(review))) {
    const tile = tiles.find((one) => one.label === label);
    if (tile === undefined) {
      ledger.miss(`There is no tile "${label}"`);
      continue;
    }
    ledger.cell(tile.figure, figure, label);
    if (note !== undefined) ledger.says(tile.note, note[0], note.slice(1) as string[], label);
  }
}
