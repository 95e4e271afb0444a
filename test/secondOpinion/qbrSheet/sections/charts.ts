/** What charts say in their titles and below, and the figures that they are drawn from. */
import type { Facts } from '../../judge';
import { max, Rational, sum, zero } from '../../rational';
import { byColumn, type Ledger } from '../ledger';
import type { Review } from '../review';
import { absolute, fixed, grouped, money, moneyIn, shortDay, tenth, wholePercent } from '../spoken';
import { Paragraph, type Section, type Shown, type WrittenSheet } from '../writtenSheet';
import { pointsLost, worstFirst } from './scorecard';
import { oncePerReview } from './section';

type Sentence = readonly [sentence: string, ...figures: string[]];

interface Expected {
  /** As the block of figures calls it. */
  readonly name: string;
  readonly title: Sentence | null;
  readonly caption: readonly Sentence[];
  /** By row: the category, where it is no name, and the values of its series. */
  readonly rows: readonly { readonly category?: string; readonly values: readonly (Rational | number | null)[] }[];
}

/** "Lowest, 15 of 40 shown: ". */
const partShown = (which: string, shown: number, all: number): Sentence[] => (shown < all ? [[`${which}, (\\d+) of ([\\d,]+) shown: `, String(shown), grouped(all)]] : []);

function healthByPartner({ facts: { judged } }: Review): Expected {
  const rated = worstFirst(judged).filter(({ health }) => health !== null);
  const of = (rating: string): number => rated.filter((one) => one.rating === rating).length;
  const called = of('Red') > 0 ? 'Red' : 'Amber';
  const unrated = judged.filter(({ health, p }) => health === null && p.status !== 'Ended').length;
  const shown = rated.slice(0, 15);
  return {
    name: 'Health by partner',
    title: of(called) > 3 ? [` and (\\d+) more are ${called}`, String(of(called) - 2)] : of(called) === 0 && rated.length > 1 ? ['All ([\\d,]+) rated partners', grouped(rated.length)] : null,
    caption: [
      ...partShown('Lowest', shown.length, rated.length), ...rated.slice(0, 3).map(({ health }): Sentence => [` (\\d+)(?:,|\\.| and)`, fixed(Rational.fromDouble(health ?? 0), 0)]),
      ...(unrated > 0 ? [['(\\d+) partners? not rated (?:is|are) left out', String(unrated)] as Sentence] : []),
    ],
    rows: shown.map(({ health }) => ({ values: [health] })),
  };
}

function revenueByPartner({ facts: { judged, soldToPlan, plan } }: Review): Expected {
  const items = judged.filter(({ p }) => p.status !== 'Ended').map(({ p }) => {
    const own = soldToPlan.filter(({ partner }) => partner === p);
    const expected = own.map((i) => { const standard = plan(i); return typeof standard === 'object' ? standard.expected : zero; });
    return { actual: sum(own.map((i) => i.revenue as Rational)), due: sum(expected).round(2) };
  }).filter(({ due }) => due.positive).sort((a, b) => b.due.compare(a.due));
  const shown = items.slice(0, 10);
  const furthest = items.reduce((most, { actual, due }) => max(most, due.minus(actual)), zero);
  const share = items.length === 0 ? '' : wholePercent(sum(items.map(({ actual }) => actual)).over(sum(items.map(({ due }) => due))));
  return {
    name: 'Revenue against plan by partner',
    title: [`Revenue is (-?\\d+) % of plan to date${furthest.positive ? `${items.length === 1 ? ',' : '; .*? is'} (\\S+(?: [KMB]| than 1)?) behind` : ''}`, share, ...(furthest.positive ? [money(furthest)] : [])],
    caption: [...partShown('Largest plans', shown.length, items.length), ...items.slice(0, 3).map(({ actual, due }): Sentence => [`((?:less than |more than )?−?[\\d.]+(?: [KMB])?) of ((?:less than )?[\\d.]+(?: [KMB])?)(?:,|\\.| and)`, money(actual), money(due)])],
    rows: shown.map(({ actual, due }) => ({ values: [actual, due] })),
  };
}

function healthOverTime({ snapshots, facts: { weighted }, opinion: { portfolio }, asOf }: Review): Expected {
  const days = [...new Set(snapshots.map((one) => one.asOf))].sort((a, b) => a - b);
  const line = [...days.map((day) => {
    const there = snapshots.filter((one) => one.asOf === day);
    const written = [...there].sort((a, b) => b.row - a.row).find((one) => one.portfolio !== null)?.portfolio ?? null;
    const rated = there.filter(({ scores }) => scores.health !== null).map(({ scores, target }) => ({ value: Rational.fromDouble(scores.health ?? 0), weight: target }));
    return { day, health: written === null ? (weighted(rated)?.round(6) ?? null) : Rational.fromDouble(written) };
  }), { day: asOf, health: portfolio.health === null ? null : Rational.fromDouble(portfolio.health) }];
  const shown = line.slice(-8);
  const scored = shown.filter((point): point is { day: number; health: Rational } => point.health !== null);
  const [before, last] = scored.slice(-2);
  if (before === undefined || last === undefined) return { name: 'Health of the portfolio over time', title: null, caption: [], rows: [] };
  const change = last.health.minus(before.health);
  const date = '(\\d+ \\w+ \\d+)';
  const title: Sentence = shown.at(-1)?.health === null ? [`Health was ([\\d.]+) of (100) on ${date}`, tenth(last.health), '100', shortDay(last.day)]
    : absolute(change).compare(Rational.of(1, 20)) < 0 ? [`not changed since ${date}: ([\\d.]+) of (100)`, shortDay(before.day), tenth(last.health), '100']
      : [`Health (rose|fell) by ([\\d.]+) points? to ([\\d.]+) since ${date}`, change.positive ? 'rose' : 'fell', tenth(absolute(change)), tenth(last.health), shortDay(before.day)];
  const highest = [...scored].sort((a, b) => b.health.compare(a.health)).slice(0, 3);
  return {
    name: 'Health of the portfolio over time', title,
    caption: [...partShown('Highest of the latest', shown.length, line.length), ...highest.map(({ day, health }): Sentence => [`([\\d.]+) on ${date}`, tenth(health), shortDay(day)])],
    rows: shown.map(({ day, health }) => ({ category: shortDay(day).replace(/\d\d(?=\d\d$)/, ''), values: [health] })),
  };
}

const inWords = ['No', 'One', 'Two', 'Three'];

function valueAtRisk({ facts: { gaps, atRisk }, currency }: Review): Expected {
  const past = gaps.filter(({ gap }) => gap.severity !== 'Next').map(({ i }) => atRisk(i));
  const values = past.filter((value): value is Rational => value !== null && value.positive).sort((a, b) => b.compare(a));
  const unknown = past.filter((value) => value === null).length;
  const all = sum(values);
  const few = values.length > 3 ? sum(values.slice(0, 3)).over(all) : zero;
  const risk = '((?:[A-Z]{3} )?(?:less than )?[\\d.]+(?: [KMB])?)';
  const count = inWords[values.length] ?? grouped(values.length);
  const title: Sentence = values.length === 1 ? [`One sponsor gap puts ${risk} at risk`, moneyIn(all, currency)]
    : few.compare(Rational.of(2, 5)) >= 0 ? [`Three of ([\\d,]+) sponsor gaps hold (\\d+) % of the ${risk} at risk`, grouped(values.length), wholePercent(few), moneyIn(all, currency)]
      : [`^(\\S+) sponsor gaps put ${risk} at risk`, count, moneyIn(all, currency)];
  return {
    name: 'Value at risk by sponsor gap', title,
    caption: [
      ...partShown('Largest', Math.min(10, values.length), values.length), ...values.slice(0, 3).map((value): Sentence => [` ((?:less than )?[\\d.]+(?: [KMB])?)(?:,|\\.| and)`, money(value)]),
      ...(unknown > 0 ? [['(\\d+) gaps? without a known value', String(unknown)] as Sentence] : []),
    ],
    rows: values.slice(0, 10).map((value) => ({ values: [value] })),
  };
}

/** Of two in the middle their mean, rounded up. */
function median(days: readonly number[]): number | null {
  const sorted = [...days].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.ceil((low + high) / 2);
}

function stages({ facts: { initiatives }, asOf }: Review): Expected {
  const open = initiatives.filter(({ stage, partner }) => stage !== 'Closed' && partner.status !== 'Ended');
  const at = ['Qualify', 'Approve', 'Launch'].map((stage) => {
    const there = open.filter((i) => i.stage === stage);
    const since = there.map((i) => (stage === 'Launch' ? i.launched : i.qualified)).filter((day): day is number => typeof day === 'number' && day <= asOf);
    return { stage, count: there.length, days: median(since.map((day) => asOf - day)) };
  });
  const launched = at[2]?.count ?? 0;
  const coming = open.length - launched;
  const all = grouped(open.length);
  const title: Sentence | null = open.length <= 1 ? null : launched === 0 ? ['None of the ([\\d,]+) open', all] : coming === 0 ? ['All ([\\d,]+) open', all]
    : ['([\\d,]+) of ([\\d,]+) open initiatives (?:is|are) launched; ([\\d,]+) (?:is|are) on', grouped(launched), all, grouped(coming)];
  return {
    name: 'Open initiatives by stage', title, caption: open.length === 0 ? [] : at.map(({ stage, count }): Sentence => [`${stage} (\\d+(?:,\\d+)*)`, grouped(count)]),
    rows: open.length === 0 ? [] : at.map(({ stage, count, days }) => ({ category: days === null ? stage : `${stage} · ${grouped(days)} ${days === 1 ? 'day' : 'days'}`, values: [count] })),
  };
}

function lossesOf(judged: Facts['judged']): Rational[] {
  const rated = judged.filter(({ health }) => health !== null);
  const means = ['revenue', 'pipeline', 'traction', 'sponsorship', 'governance', 'relationship'].map((dimension) => sum(rated.map((one) => pointsLost(one, dimension))));
  return rated.length === 0 ? [] : means.map((total) => total.over(Rational.of(rated.length)).round(6)).filter((mean) => mean.compare(Rational.of(1, 20)) >= 0).sort((a, b) => b.compare(a));
}

function pointsByDimension({ facts: { judged } }: Review): Expected {
  const losses = lossesOf(judged);
  const rated = judged.filter(({ health }) => health !== null).length;
  const all = tenth(sum(losses));
  return {
    name: 'Points lost by dimension',
    title: losses.length === 1 ? ['costs all of the ([\\d.]+) points lost', all] : ['costs the most: ([\\d.]+) of ([\\d.]+) points lost', tenth(losses[0] ?? zero), all],
    caption: [...losses.slice(0, 3).map((loss): Sentence => [`\\w ([\\d.]*\\d)(?:,|\\.| and)`, tenth(loss)]), ...(rated > 1 ? [['Mean over ([\\d,]+) rated', grouped(rated)] as Sentence] : [])],
    rows: losses.map((loss) => ({ values: [loss] })),
  };
}

const expectedCharts = oncePerReview((review) => [healthByPartner, revenueByPartner, healthOverTime, valueAtRisk, stages, pointsByDimension].map((chart) => chart(review)).filter(({ rows }) => rows.length > 0));

/** Two stand side by side, each in half of the columns. */
const chartColumns = 6;

/** The small table of a chart: its rows below its name and its header. */
function tableOf({ rows }: Section, name: string): readonly (readonly Shown[])[] | null {
  const start = rows.findIndex((row) => row.some(({ value }) => value === name));
  const from = rows[start]?.find(({ value }) => value === name)?.column;
  if (from === undefined) return null;
  const own = rows.slice(start + 2).map((row) => row.filter(({ column }) => column >= from && column < from + chartColumns));
  const end = own.findIndex((row) => row.length === 0 || row.every(({ bold }) => bold));
  return end < 0 ? own : own.slice(0, end);
}

function traceTable(table: readonly (readonly Shown[])[], { name, rows }: Expected, ledger: Ledger): void {
  if (table.length !== rows.length) ledger.miss(`${name}: ${table.length} rows, expected ${rows.length}`);
  table.forEach(([category, ...values], index) => {
    const row = rows[index];
    if (row?.category !== undefined) ledger.text(category, row.category, name);
    const expected = (row?.values ?? []).filter((value) => value !== null);
    expected.forEach((value, series) => ledger.cell(values[series], value, name));
  });
}

/** Captions stand below their charts, on one line or two. */
function captionsOf(section: Section): readonly Paragraph[] {
  const captions: Shown[][] = [];
  for (const { lines } of byColumn(section.said)) {
    lines.forEach((line, index) => {
      const before = lines[index - 1];
      if (before !== undefined && before.row === line.row - 1) captions.at(-1)?.push(line);
      else captions.push([line]);
    });
  }
  return captions.map((lines) => new Paragraph(lines));
}

export function traceCharts(sheet: WrittenSheet, review: Review, ledger: Ledger): void {
  const section = (heading: string): Section | undefined => sheet.sections.find((one) => one.heading === heading);
  const [said, figures] = [section('In charts'), section('Figures behind the charts')];
  if (said === undefined) return;
  const captions = captionsOf(said);
  const titles = sheet.charts.map(({ title }) => new Paragraph([title]));
  const cells = new Map(sheet.cells.map(({ address, value }) => [address, String(value)]));
  const expected = expectedCharts(review);
  if (sheet.charts.length !== expected.length) ledger.miss(`${sheet.charts.length} charts, expected ${expected.length}`);
  for (const { drawn } of sheet.charts) for (const { address, value } of drawn) if (cells.get(address) !== value) ledger.miss(`A chart draws ${value} where ${address} holds ${cells.get(address) ?? 'nothing'}`);
  for (const chart of expected) {
    const { name, title, caption } = chart;
    if (title !== null) ledger.saysOneOf(titles, new RegExp(title[0]), title.slice(1), `Title of ${name}`);
    for (const [sentence, ...of] of caption) ledger.saysOneOf(captions, new RegExp(sentence), of, `Below ${name}`);
    const table = figures === undefined ? null : tableOf(figures, name);
    if (table === null) ledger.miss(`There are no figures behind ${name}`);
    else traceTable(table, chart, ledger);
  }
}
