/** What each chart of a review says: its finding as a sentence, the figures that bear it out, and what it leaves out. */
import { judge } from '../../src/domain/judge';
import { narrowedTo } from '../../src/domain/narrowedPortfolio';
import type { Portfolio, Rating } from '../../src/domain/portfolio';
import { type ChartFinding, type ChartResult, captionOf, fitTitle, isDrawn } from '../../src/report/charts/finding';
import { healthByPartner } from '../../src/report/charts/healthByPartner';
import { partnerHealthOverTime, portfolioHealthOverTime } from '../../src/report/charts/healthOverTime';
import { pointsLost } from '../../src/report/charts/pointsLost';
import { revenueByInitiative, revenueByPartner } from '../../src/report/charts/revenueAgainstPlan';
import { healthByPartner as healthText, valueAtRisk as riskText } from '../../src/report/charts/sentences';
import { stageFunnel } from '../../src/report/charts/stageFunnel';
import { valueAtRisk } from '../../src/report/charts/valueAtRisk';
import { barColors } from '../../src/report/palette';
import { portfolioQbr } from '../../src/report/portfolioQbr';
import { qbrPlan } from '../../src/report/qbr';
import { allSections } from '../../src/report/qbrOptions';
import type { Area, PlanValue, SheetPlan } from '../../src/report/sheetPlan';
import type { Minor } from '../../src/domain/measure';
import { asOf, day, judged, portfolioRows } from '../domain/portfolioRows';

const partnerHead = 'Partner | Tier | Executive sponsor | Partner sponsor | Joint business plan | Last QBR | Expectations agreed | Status';
const partner = (name: string, status = 'Active') => `${name} | Strategic | Eva | Paul | 2026-01-15 | 2026-08-01 | yes | ${status}`;
const initiativeHead = 'Initiative | Partner | Stage | Owner | Sales sponsor | Revenue target | Revenue | Pipeline | Qualified on | Approved on | Approved by | Launched on | Due | Last inspected';
const launched = (name: string, of: string, target: number, revenue: number | '', sponsor = 'Carla') =>
  `${name} | ${of} | Launch | Lea | ${sponsor} | ${target} | ${revenue} | 900000 | 2025-10-01 | 2025-11-01 | Board | 2026-01-01 | 2026-12-31 | 2026-09-01`;

const portfolioOf = (partners: readonly string[], initiatives: readonly string[], history?: string): Portfolio =>
  judged([partnerHead, ...partners].join('\n'), [initiativeHead, ...initiatives].join('\n'), asOf, undefined, history === undefined ? {} : { history });

function drawn(result: ChartResult): ChartFinding {
  if (!isDrawn(result)) throw new Error(`Nothing is drawn: ${result.why}`);
  return result;
}
const why = (result: ChartResult): string | null => (isDrawn(result) ? null : result.why);
const spoken = ({ title }: ChartFinding): string => title.replace('\n', ' ');

const three = portfolioOf(
  [partner('Acme'), partner('Borealis'), partner('Cirrus'), partner('Gone', 'Ended')],
  [launched('Cloud', 'Acme', 1_000_000, 800_000), launched('Robots', 'Borealis', 2_000_000, 0, ''), launched('Maps', 'Cirrus', 4_000_000, 1_200_000), launched('Late', 'Gone', 9_000_000, 0, '')],
);
/** Partners that differ by what came in of the same plan, the first one with nothing. */
const many = (count: number): Portfolio => portfolioOf(
  Array.from({ length: count }, (_, i) => partner(`Partner ${i}`)),
  Array.from({ length: count }, (_, i) => launched(`Initiative ${i}`, `Partner ${i}`, 1_000_000 - i, Math.round((i * 700_000) / count), '')),
);
const snapshot = (on: string, health: number | '') => `${on} | Acme | ${health} | ${health === '' ? 'Not rated' : 'Amber'} | ${health}`;
const historyOf = (...rows: string[]): string => ['As of | Partner | Health | Rating | Portfolio health', ...rows].join('\n');

describe('health by partner', () => {
  test('has bars in the colour of their rating and labels in its shape, worst first, without who is not rated', () => {
    const chart = drawn(healthByPartner(three));
    expect(chart.categories).toEqual(['■ Borealis', '▲ Cirrus', '● Acme']);
    const rated = ['Borealis', 'Cirrus', 'Acme'].map((name) => three.partners.find((judgement) => judgement.partner.name === name)!);
    expect(chart.series[0]?.values).toEqual(rated.map(({ health }) => health));
    expect(chart.series[0]?.pointColors).toEqual(rated.map(({ rating }) => barColors[rating]));
    expect(chart.caption).toBe(`Lowest: ${rated.map(({ partner: { name }, health }) => `${name} ${Math.round(health ?? 0)}`).join(', ').replace(/, (?=[^,]*$)/, ' and ')}.`);
  });

  const by = (Green: number, Amber: number, Red: number): Readonly<Record<Rating, number>> => ({ Green, Amber, Red, 'Not rated': 7 });
  test.each<[Readonly<Record<Rating, number>>, string[], string[], string]>([
    [by(3, 0, 1), ['Acme'], [], 'Acme is Red'],
    [by(3, 0, 2), ['Acme', 'Borealis'], [], 'Acme and Borealis are Red'],
    [by(3, 9, 4), ['Acme', 'Borealis', 'Cirrus', 'Delta'], ['Echo'], 'Acme, Borealis and 2 more are Red'],
    [by(3, 1, 0), [], ['Acme'], 'No partner is Red; Acme is Amber'],
    [by(3, 2, 0), [], ['Acme', 'Borealis'], 'No partner is Red; Acme and Borealis are Amber'],
    [by(0, 1, 0), [], ['Acme'], 'Acme is Amber'],
    [by(1, 0, 0), [], [], 'The one rated partner is Green'],
    [by(14, 0, 0), [], [], 'All 14 rated partners are Green'],
  ])('of %j says %j', (byRating, red, amber, title) => {
    expect(healthText.title(byRating, red, amber)).toBe(title);
  });

  test.each([[1, 1, /^Partner 0 \d+\.$/], [14, 14, /^Lowest: /], [100, 15, /^Lowest, 15 of 100 shown: /], [1000, 15, /^Lowest, 15 of 1,000 shown: /]])('of %i partners shows %i', (count, shown, caption) => {
    const chart = drawn(healthByPartner(many(count)));
    expect(chart.categories).toHaveLength(shown);
    expect(chart.categories[0]).toBe('■ Partner 0');
    expect(chart.caption).toMatch(caption);
  });

  test('is not drawn where nobody is rated', () => {
    expect(why(healthByPartner(judged('Partner\nAcme')))).toBe('Health by partner begins with the first partner that is rated.');
  });
});

describe('revenue against plan', () => {
  test('by partner is what the headline adds up, the largest plan first, without ended alliances', () => {
    const chart = drawn(revenueByPartner(three));
    expect(chart.categories).toEqual(['Cirrus', 'Borealis', 'Acme']);
    const [actual, plan] = chart.series;
    const sum = (values: readonly (number | null)[] = []) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
    expect(sum(actual?.values)).toBe(three.headline.revenue / 100);
    expect(sum(plan?.values)).toBeCloseTo(three.headline.revenueExpected / 100, 1);
    expect([actual?.name, plan?.name]).toEqual(['Revenue, USD', 'Plan to date']);
    expect(spoken(chart)).toMatch(/^Revenue is \d+ % of plan to date; Cirrus is 1\.3 M behind$/);
    expect(chart.caption).toMatch(/^Largest plans: Cirrus 1\.2 M of 2\.\d M, Borealis 0 of 1\.\d M and Acme 800 K of /);
  });

  test.each<[string, string[], string[], RegExp]>([
    ['one that is behind', [partner('Acme')], [launched('Cloud', 'Acme', 1_000_000, 100_000)], /^Revenue is \d\d % of plan to date, \d+ K behind$/],
    ['one that is not', [partner('Acme')], [launched('Cloud', 'Acme', 1_000_000, 900_000)], /^Revenue is 1\d\d % of plan to date$/],
    ['two that are not', [partner('Acme'), partner('Borealis')], [launched('Cloud', 'Acme', 1_000_000, 900_000), launched('Robots', 'Borealis', 1_000_000, 900_000)], /^Revenue is 1\d\d % of plan to date; no partner is behind$/],
  ])('of %s', (_, partners, initiatives, title) => {
    expect(spoken(drawn(revenueByPartner(portfolioOf(partners, initiatives))))).toMatch(title);
  });

  test.each([[1, 1], [14, 10], [100, 10], [1000, 10]])('of %i partners shows %i', (count, shown) => {
    const chart = drawn(revenueByPartner(many(count)));
    expect(chart.categories).toHaveLength(shown);
    expect(chart.categories[0]).toBe('Partner 0');
    expect(chart.caption.includes(`10 of ${count.toLocaleString('en-US')} shown`)).toBe(count > shown);
  });

  test('by initiative is that of the one partner', () => {
    const own = narrowedTo(portfolioOf([partner('Acme'), partner('Borealis')], [launched('Cloud', 'Acme', 400_000, 400_000), launched('Edge', 'Acme', 1_000_000, 0), launched('Robots', 'Borealis', 9_000_000, 0)]), 'acme', 'shared')!;
    const chart = drawn(revenueByInitiative(own));
    expect(chart.categories).toEqual(['Edge', 'Cloud']);
    expect(chart.series[1]?.values.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBeCloseTo(own.headline.revenueExpected / 100, 1);
    expect(spoken(chart)).toMatch(/; Edge is \d+ K behind$/);
  });

  test('goes below nothing where revenue does', () => {
    expect(drawn(revenueByPartner(three)).scale.minimum).toBe(0);
    expect(drawn(revenueByPartner(portfolioOf([partner('Acme')], [launched('Cloud', 'Acme', 1_000_000, -5_000)]))).scale.minimum).toBeNull();
  });

  test('is not drawn where nothing is expected or known', () => {
    for (const portfolio of [judged('Partner\nAcme'), portfolioOf([partner('Acme')], [launched('Cloud', 'Acme', 1_000_000, '')]), portfolioOf([partner('Gone', 'Ended')], [launched('Cloud', 'Gone', 1_000_000, 5)])]) {
      expect(why(revenueByPartner(portfolio))).toBe('Revenue against plan begins when a plan expects some.');
      expect(why(revenueByInitiative(portfolio))).toBe('Revenue against plan begins when a plan expects some.');
    }
  });
});

describe('health over time', () => {
  const withHistory = (...rows: string[]): Portfolio => portfolioOf([partner('Acme')], [launched('Cloud', 'Acme', 1_000_000, 300_000)], historyOf(...rows));
  const now = withHistory().health ?? 0;

  test('begins with the second review', () => {
    expect(why(portfolioHealthOverTime(withHistory()))).toBe('Health over time begins with the second review.');
    expect(why(portfolioHealthOverTime(withHistory(snapshot('2026-06-30', ''))))).toBe('Health over time begins with the second review.');
  });

  test('ends today, each day short enough to stand beside the next', () => {
    const chart = drawn(portfolioHealthOverTime(withHistory(snapshot('2026-03-31', 20), snapshot('2026-06-30', 30))));
    expect(chart.categories).toEqual(['31 Mar 26', '30 Jun 26', '30 Sep 26']);
    expect(chart.series[0]?.values).toEqual([20, 30, now]);
    expect(chart.title.replace('\n', ' ')).toBe(`Health rose by ${(now - 30).toFixed(1)} points to ${now.toFixed(1)} since 30 Jun 2026`);
    expect(chart.caption).toBe(`Highest: ${now.toFixed(1)} on 30 Sep 2026, 30 on 30 Jun 2026 and 20 on 31 Mar 2026.`);
  });

  test.each<[string[], RegExp]>([
    [[snapshot('2026-06-30', 99)], /^Health fell by [\d.]+ points to [\d.]+ since 30 Jun 2026$/],
    [[snapshot('2026-06-30', now)], /^Health has not changed since 30 Jun 2026: [\d.]+ of 100$/],
    [[snapshot('2026-03-31', 20), snapshot('2026-06-30', '')], /^Health rose by [\d.]+ points to [\d.]+ since 31 Mar 2026$/],
  ])('after %j', (rows, title) => {
    expect(spoken(drawn(portfolioHealthOverTime(withHistory(...rows))))).toMatch(title);
  });

  test('says that it is not rated now, and leaves a gap where it was not', () => {
    const unrated = judged([partnerHead, partner('Acme')].join('\n'), null, asOf, undefined, { history: historyOf(snapshot('2025-12-31', 20), snapshot('2026-03-31', ''), snapshot('2026-06-30', 30)) });
    const chart = drawn(portfolioHealthOverTime(unrated));
    expect(chart.series[0]?.values).toEqual([20, null, 30, null]);
    expect(spoken(chart)).toBe('Health was 30 of 100 on 30 Jun 2026; it is not rated now');
  });

  test('shows the latest eight of many, and of a partner its own', () => {
    const long = withHistory(...Array.from({ length: 20 }, (_, i) => snapshot(`20${10 + Math.floor(i / 4)}-0${(i % 4) * 2 + 1}-28`, i + 1)));
    expect(drawn(portfolioHealthOverTime(long)).categories).toHaveLength(8);
    expect(drawn(portfolioHealthOverTime(long)).caption).toMatch(/^Highest of the latest, 8 of 21 shown: /);
    expect(drawn(partnerHealthOverTime(long, long.partners[0]!)).series[0]?.values.slice(0, 2)).toEqual([14, 15]);
  });
});

describe('value at risk by sponsor gap', () => {
  test('names initiative and partner, the largest first, without what is still in Qualify', () => {
    const chart = drawn(valueAtRisk(three));
    expect(chart.categories).toEqual(['Robots (Borealis)']);
    expect(chart.series[0]?.values).toEqual([2_000_000]);
    expect(spoken(chart)).toBe('One sponsor gap puts USD 2 M at risk: Robots');
    expect(chart.caption).toBe('Robots 2 M.');
  });

  test.each([
    [1, null, 'One sponsor gap puts USD 1.9 M at risk: Cloud'],
    [2, null, 'Two sponsor gaps put USD 1.9 M at risk'],
    [3, null, 'Three sponsor gaps put USD 1.9 M at risk'],
    [7, { count: 3, share: 0.714 }, 'Three of 7 sponsor gaps hold 71 % of the USD 1.9 M at risk'],
    [1200, null, '1,200 sponsor gaps put USD 1.9 M at risk'],
  ])('of %i gaps, %j', (gaps, most, title) => {
    expect(riskText.title(gaps, most, 190_000_000 as Minor, 'USD', 'Cloud')).toBe(title);
  });

  test.each([[1, 1], [14, 10], [100, 10], [1000, 10]])('of %i gaps shows %i', (count, shown) => {
    const chart = drawn(valueAtRisk(many(count)));
    expect(chart.categories).toHaveLength(shown);
    expect(chart.caption.includes(`10 of ${count.toLocaleString('en-US')} shown`)).toBe(count > shown);
  });

  test('tells no risk from a risk that is not known', () => {
    expect(why(valueAtRisk(portfolioOf([partner('Acme')], [launched('Cloud', 'Acme', 1_000, 5)])))).toBe('No value is at risk for want of a sales sponsor.');
    expect(why(valueAtRisk(judged('Partner\nAcme', 'Initiative | Partner | Stage | Sales sponsor\nCloud | Acme | Launch |')))).toBe('What is at risk for want of a sales sponsor is not known.');
  });
});

describe('the stage funnel', () => {
  const stages = (launchedCount: number, coming: number): string => spoken(drawn(stageFunnel(portfolioOf([partner('Acme')], [
    ...Array.from({ length: launchedCount }, (_, i) => launched(`L${i}`, 'Acme', 1_000, 5)), ...Array.from({ length: coming }, (_, i) => `Q${i} | Acme | Qualify | Lea | | | | | | | | | |`),
  ]))));

  test.each([
    [1, 0, 'The one open initiative is launched'],
    [0, 1, 'The one open initiative is on the way to launch'],
    [0, 2, 'None of the 2 open initiatives is launched yet'],
    [2, 0, 'All 2 open initiatives are launched'],
    [1, 1, '1 of 2 open initiatives is launched; 1 is on the way'],
    [9, 3, '9 of 12 open initiatives are launched; 3 are on the way'],
  ])('of %i launched and %i on the way', (launchedCount, coming, title) => {
    expect(stages(launchedCount, coming)).toBe(title);
  });

  test('has the days in its labels, where they are known', () => {
    const chart = drawn(stageFunnel(portfolioOf([partner('Acme')], [launched('Cloud', 'Acme', 1_000, 5), 'Idea | Acme | Qualify | Lea | | | | | 2026-09-29 | | | | |', 'Plan | Acme | Approve | Lea | | | | | | | | | |'])));
    expect(chart.categories).toEqual(['Qualify · 1 day', 'Approve', 'Launch · 272 days']);
    expect(chart.caption).toBe('Qualify 1, Approve 1 and Launch 1. Days: the median since Qualified on, in Launch since Launched on.');
  });

  test('is not drawn where nothing is open', () => {
    expect(why(stageFunnel(judged('Partner\nAcme')))).toBe('No initiative is open.');
  });
});

describe('points lost by dimension', () => {
  test('adds up to what the rated partners lack of 100 on average, the costliest first', () => {
    const chart = drawn(pointsLost(three));
    const lost = chart.series[0]?.values.map((value) => value ?? 0) ?? [];
    const rated = three.partners.flatMap(({ health }) => health ?? []);
    expect(lost.reduce((sum, value) => sum + value, 0)).toBeCloseTo(100 - rated.reduce((sum, health) => sum + health, 0) / rated.length, 1);
    expect(lost).toEqual([...lost].sort((a, b) => b - a));
    expect(spoken(chart)).toMatch(new RegExp(`^${chart.categories[0]} costs the most: ${lost[0]?.toFixed(1)} of [\\d.]+ points lost on average$`));
    expect(chart.caption).toMatch(/ Mean over 3 rated partners\.$/);
  });

  test('says nothing of an average where one partner is rated', () => {
    const chart = drawn(pointsLost(portfolioOf([partner('Acme')], [launched('Cloud', 'Acme', 1_000_000, 100_000)])));
    expect(chart.title + chart.caption).not.toMatch(/average|Mean/);
  });

  test('is not drawn where nobody is rated', () => {
    expect(why(pointsLost(judged('Partner\nAcme')))).toBe('Points lost by dimension begin with the first partner that is rated.');
  });
});

describe('words under and over a chart', () => {
  test.each([
    ['Acme is Red', 'Acme is Red'],
    ['Oakhurst Logistics, Solstice Media and Corvus Robotics are Red', 'Oakhurst Logistics, Solstice Media\nand Corvus Robotics are Red'],
    ['Revenue is 83 % of plan to date; Corvus Robotics is 845 K behind', 'Revenue is 83 % of plan to date;\nCorvus Robotics is 845 K behind'],
  ])('a title is one line or two of about one length: %j', (text, title) => {
    expect(fitTitle(text)).toBe(title);
  });
  test('a caption that is too long for two lines is cut', () => {
    expect(captionOf('word '.repeat(60))).toHaveLength(2);
    expect(captionOf('word '.repeat(60))[1]).toMatch(/…$/);
    expect(captionOf('Acme 81.')).toEqual(['Acme 81.']);
  });
});

describe('the charts on the sheet', () => {
  const inside = (plan: SheetPlan, { row, column, rows, columns }: Area): PlanValue[] => plan.values.slice(row, row + rows).flatMap((cells) => cells.slice(column, column + columns));
  const history = historyOf(snapshot('2026-06-30', 30));
  const rich = portfolioOf(
    [partner('Acme'), partner('Borealis')], [launched('Cloud', 'Acme', 1_000_000, 800_000), launched('Robots', 'Borealis', 2_000_000, 0, ''), 'Idea | Acme | Qualify | Lea | | | | | 2026-09-01 | | | | |'], history,
  );
  const plan = portfolioQbr(rich, { preparedBy: null });

  test('are six, two in a row, as high as each other, over empty cells', () => {
    expect(plan.charts.map(({ name, place: { column, columns } }) => [name, column, columns])).toEqual([
      ['Health by partner', 1, 6], ['Revenue against plan by partner', 7, 6], ['Health of the portfolio over time', 1, 6], ['Value at risk by sponsor gap', 7, 6],
      ['Open initiatives by stage', 1, 6], ['Points lost by dimension', 7, 6],
    ]);
    for (const [index, { place }] of plan.charts.entries()) {
      expect(place).toMatchObject({ row: plan.charts[index - (index % 2)]?.place.row, rows: plan.charts[index - (index % 2)]?.place.rows });
      expect(inside(plan, place).every((value) => value === null)).toBe(true);
    }
  });

  test('refer to figures at the very end of the sheet', () => {
    const heading = plan.values.findIndex((row) => row.includes('Figures behind the charts'));
    for (const { categories, series } of plan.charts) {
      expect(inside(plan, categories).every((value) => typeof value === 'string')).toBe(true);
      for (const { values } of series) {
        expect(values).toMatchObject({ row: categories.row, rows: categories.rows, columns: 1 });
        expect(values.row).toBeGreaterThan(heading);
        expect(inside(plan, values).every((value) => typeof value === 'number' || value === null)).toBe(true);
      }
    }
    expect(Math.max(...plan.charts.map(({ categories: { row, rows } }) => row + rows))).toBe(plan.values.length);
    expect(inside(plan, plan.charts[2]!.categories)).toEqual(['30 Jun 26', '30 Sep 26']);
    expect(inside(plan, plan.charts[2]!.series[0]!.values)).toEqual([30, rich.health]);
  });

  test.each([0, 1, 14, 100, 1000])('are on one page each, of %i partners', (count) => {
    const of = portfolioQbr(many(count), { preparedBy: null });
    for (const { place } of of.charts) expect(of.print.breaks.filter((row) => row > place.row && row <= place.row + place.rows)).toEqual([]);
    expect(new Set(of.charts.map(({ name }) => name)).size).toBe(count === 0 ? 0 : 5);
  });

  test('leave one quiet line where one is not drawn, and no figures where none is', () => {
    const texts = (one: SheetPlan) => one.values.flat();
    expect(texts(portfolioQbr(many(1), { preparedBy: null }))).toContain('Health over time begins with the second review.');
    const none = portfolioQbr(judged('Partner\nAcme'), { preparedBy: null });
    expect(none.charts).toEqual([]);
    expect(texts(none)).toContain('In charts');
    expect(texts(none)).not.toContain('Figures behind the charts');
  });

  test('are none where somebody leaves them out', () => {
    const without = portfolioQbr(rich, { preparedBy: null, sections: new Set([...allSections].filter((id) => id !== 'charts')) });
    expect(without.charts).toEqual([]);
    expect(without.values.flat()).not.toContain('Figures behind the charts');
  });

  test.each(['internal', 'shared'] as const)('of one partner, %s, are its revenue and its health, and name nobody else', (audience) => {
    const own = qbrPlan(rich, { edition: { kind: 'partner', key: 'acme', audience }, preparedBy: null, sections: allSections })!;
    expect(own.charts.map(({ name }) => name)).toEqual(['Revenue against plan by initiative', 'Health over time']);
    expect(JSON.stringify([own.charts, own.values])).not.toMatch(/Borealis|Robots/);
  });

  test('have names as data, on one line and cut', () => {
    const rows = portfolioRows([partnerHead, partner('Acme')].join('\n'), [initiativeHead, launched('Cloud', 'Acme', 1_000_000, 5, '')].join('\n'));
    const hostile = `=HYPERLINK("http://x","y")\n${'W'.repeat(32_000)}`;
    const of = judge({
      ...rows,
      partners: rows.partners && { ...rows.partners, rows: rows.partners.rows.map((row) => ({ ...row, name: hostile })) },
      initiatives: rows.initiatives && { ...rows.initiatives, rows: rows.initiatives.rows.map((row) => ({ ...row, name: hostile })) },
    }, day(asOf));
    const { charts, values } = portfolioQbr(of, { preparedBy: null });
    for (const { title } of charts) expect(title.length).toBeLessThanOrEqual(72);
    for (const { categories } of charts) for (const label of inside({ ...plan, values }, categories)) expect(String(label)).toMatch(/^[^\n]{1,40}$/);
  });
});
