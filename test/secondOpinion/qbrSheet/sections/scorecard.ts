/** Every partner with its health and dimensions, and the reason that costs it most. */
import { Rational, sum, zero } from '../../rational';
import type { InitiativeRow } from '../../judge';
import type { Judged } from '../exits';
import type { Ledger } from '../ledger';
import { money, tenth } from '../spoken';
import type { Item } from '../writtenSheet';
import { itemsOf, type Tracing } from './section';

const columns = { Revenue: 'revenue', Pipeline: 'pipeline', Traction: 'traction', Sponsors: 'sponsorship', Governance: 'governance', Relationship: 'relationship' } as const;
const weights: Readonly<Record<string, number>> = { revenue: 30, pipeline: 20, traction: 15, sponsorship: 20, governance: 15, relationship: 10 };

const place = { Red: 0, Amber: 1, Green: 2, 'Not rated': 3 } as const;
const rank = ({ rating, p }: Judged): number => place[rating as keyof typeof place] + (p.status === 'Ended' ? 1 : 0);
export const worstFirst = (judged: readonly Judged[]): readonly Judged[] => [...judged].sort((a, b) => rank(a) - rank(b) || (a.health ?? 0) - (b.health ?? 0));

/** Ruling 61: weight over the sum of the known weights, times what is missing. */
export function pointsLost({ score, evidence: { present } }: Judged, dimension: string): Rational {
  const known = sum(present.map((name) => Rational.of(weights[name] as number)));
  const own = score[dimension];
  return own ? Rational.of(weights[dimension] as number).over(known).times(Rational.of(100).minus(own)) : zero;
}

/** The dimension that costs most; `null` where none costs anything. */
export function costliest(judged: Judged): string | null {
  const [first] = Object.keys(weights).map((name) => ({ name, points: pointsLost(judged, name) })).filter(({ points }) => points.positive).sort((a, b) => b.points.compare(a.points));
  return first?.name ?? null;
}

/** "A and B" without a figure, "A, B and 2 more" with one. */
const beyondTwo = (all: readonly unknown[]): string[] => (all.length > 2 ? [String(all.length - 2)] : []);
const listOf = (all: readonly unknown[]): string => (all.length > 2 ? '[^;]*? and (\\d+) more' : '[^;]*?');

type Clause = readonly [sentence: string, ...figures: string[]];

function behind(words: string, figure: (total: Rational) => string, rows: readonly { i: InitiativeRow; missing: Rational }[]): Clause {
  const late = rows.filter(({ missing }) => missing.positive);
  const where = late.length > 2 ? 'on (\\d+) initiatives, the most on' : 'on';
  return [`${words.replace('…', '(.+?)')} ${where}`, figure(sum(late.map(({ missing }) => missing))), ...(late.length > 2 ? [String(late.length)] : [])];
}

const opportunities = (amount: Rational): string => (amount.compare(Rational.of(1, 20)) < 0 ? 'less than 0.1' : tenth(amount));

function clausesOf({ evidence: { behind: late, withoutSponsor, silent, failed, limit, views } }: Judged, dimension: string): readonly Clause[] {
  switch (dimension) {
    case 'revenue':
      return [behind('revenue is … behind plan', money, late.revenue)];
    case 'pipeline':
      return [behind('pipeline is … short of what the plan still needs', money, late.pipeline)];
    case 'traction':
      return [behind('traction is … joint opportunit(?:y|ies) behind plan', opportunities, late.traction)];
    case 'sponsorship':
      return [
        ...(withoutSponsor.length > 2 ? [[`no sales sponsor is named for ${listOf(withoutSponsor)}`, ...beyondTwo(withoutSponsor)] as Clause] : []),
        ...(silent.length > 0 ? [[`the sales sponsors? of ${listOf(silent)} did not engage within (\\d+) days`, ...beyondTwo(silent), '90'] as Clause] : []),
      ];
    case 'governance':
      return [
        ...(failed.plan ? [['no joint business plan was agreed within (\\d+) months', '12'] as Clause] : []),
        ...(failed.review ? [['no quarterly review was held within (\\d+) days', String(limit)] as Clause] : []),
        ...(failed.uninspected.length > 0 ? [[`${listOf(failed.uninspected)} (?:was|were) not inspected within (\\d+) days`, ...beyondTwo(failed.uninspected), '90'] as Clause] : []),
        ...(failed.breached.length > 2 ? [[`${listOf(failed.breached)} have gate breaches`, ...beyondTwo(failed.breached)] as Clause] : []),
      ];
    default:
      return [[
        `the relationship is rated ${[views.own && '([\\d.]+) by us', views.theirs && '([\\d.]+) by the partner'].filter(Boolean).join(' and ')}`,
        ...[views.own, views.theirs].flatMap((view) => (view === null ? [] : [tenth(view)])),
      ]];
  }
}

/** The first of a partner's reasons. */
function traceReason(judged: Judged, { below }: Item, ledger: Ledger): void {
  const dimension = judged.health === null ? null : costliest(judged);
  if (dimension === null) return;
  const what = `Reason of ${judged.p.name}`;
  for (const [sentence, ...figures] of clausesOf(judged, dimension)) ledger.says(below, new RegExp(sentence, 'i'), figures, what);
  const points = pointsLost(judged, dimension);
  const said = points.compare(Rational.of(1, 20)) < 0 ? 'less than 0.1' : `−${tenth(points)}`;
  ledger.says(below, /\((−[\d.]+|less than 0\.1) points?\)$/, [said], what);
}

export const traceScorecard: Tracing = (section, { facts: { judged }, opinion: { portfolio: { byRating } } }, ledger) => {
  const rated = byRating.Green + byRating.Amber + byRating.Red;
  if (byRating.Red > 0) {
    if (byRating.Red < rated || rated === 1) ledger.says(section.said, /^(\d+) of (\d+) rated partners? (?:is|are) Red: /, [String(byRating.Red), String(rated)], section.heading);
    else if (rated > 2) ledger.says(section.said, /^All (\d+) rated partners are Red: /, [String(rated)], section.heading);
    if (byRating.Red > 3) ledger.says(section.said, / and (\d+) more\.$/, [String(byRating.Red - 2)], section.heading);
  } else if (byRating.Amber > 0) ledger.says(section.said, /^No partner is Red; (\d+) of (\d+) rated partners? (?:is|are) Amber/, [String(byRating.Amber), String(rated)], section.heading);
  else if (rated > 1) ledger.says(section.said, /^All (\d+) rated partners are Green/, [String(rated)], section.heading);

  const rows = worstFirst(judged);
  itemsOf(section, rows.length, ledger).forEach((item, index) => {
    const row = rows[index];
    if (row === undefined) return;
    ledger.text(item.cells.Partner, row.p.name, section.heading);
    ledger.cell(item.cells.Health, row.health, `Health of ${row.p.name}`);
    for (const [title, dimension] of Object.entries(columns)) ledger.cell(item.cells[title], row.dimensions[dimension] ?? null, `${title} of ${row.p.name}`);
    ledger.cell(item.cells.Known, row.confidence, `Confidence of ${row.p.name}`);
    traceReason(row, item, ledger);
  });
};
