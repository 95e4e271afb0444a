/** Laws that hold for every portfolio. */
import fc from 'fast-check';
import type { Correction } from '../../src/domain/correction';
import type { Initiative } from '../../src/domain/initiative';
import { judge } from '../../src/domain/judge';
import type { Minor } from '../../src/domain/measure';
import { dimensions, type Portfolio } from '../../src/domain/portfolio';
import type { PortfolioRows } from '../../src/domain/portfolioRows';
import { reasonsFor } from '../../src/domain/reasons';
import { lawRuns } from '../lawRuns';
import { anyRows, withInitiatives, withPartners } from './anyRows';
import { asOf, day } from './portfolioRows';

const runs = lawRuns(500);
const judged = (rows: PortfolioRows): Portfolio => judge(rows, day(asOf));

/** All figures that must not hang on the order of rows or the unit of money. */
function figures(portfolio: Portfolio) {
  const { health, equalWeightHealth, byRating, sponsorCoverage } = portfolio;
  const partners = portfolio.partners.map(({ partner, health: own, rating, notRated, confidence, lagging, leading, dimensions: parts }) =>
    [partner.name, own, rating, notRated?.kind, confidence, lagging, leading, ...dimensions.map((dimension) => [parts[dimension].score, parts[dimension].known])]);
  const gaps = portfolio.sponsorGaps.map(({ partner, severity, days }) => `${partner.name} ${severity} ${days}`).sort();
  const breaches = portfolio.gateBreaches.map(({ partner, gate, missing, days }) => `${partner.name} ${gate} ${missing} ${days}`).sort();
  const { lagging, leading, pipelineCoverage, inQuarter, exits } = portfolio.headline;
  const named = <T>(items: readonly T[], line: (item: T) => unknown): readonly string[] => items.map((item) => JSON.stringify(line(item))).sort();
  return {
    sponsorEffect: portfolio.sponsorEffect,
    corrections: named(portfolio.corrections, ({ correction, partner, before, after, effect }) => [correction.correction, partner?.name, before, after, effect]),
    needCorrection: named(portfolio.needCorrection, ({ partner }) => partner.name),
    exits: named(portfolio.exits, ({ judged: { partner }, recommendation }) => [partner.name, recommendation]),
    sign: portfolio.sign,
    trend: [portfolio.trend.portfolio, named(portfolio.trend.partners, (trend) => [trend.last?.name, trend])],
    health, equalWeightHealth, byRating, sponsorCoverage, gaps, breaches, headline: { lagging, leading, pipelineCoverage, inQuarter, exits },
    partners: partners.sort((a, b) => String(a[0]).localeCompare(String(b[0]))),
  };
}

function shuffled<T>(items: readonly T[], keys: readonly number[]): readonly T[] {
  return items.map((item, index) => ({ item, key: keys[index % keys.length]! })).sort((a, b) => a.key - b.key).map(({ item }) => item);
}
const anyKeys = fc.array(fc.nat(), { minLength: 16, maxLength: 16 });

function scaled(factor: number, money: Initiative['revenue']): Initiative['revenue'] {
  return typeof money === 'number' ? ((money * factor) as Minor) : money;
}

/** The rated partners of the first portfolio, with their health before and after. */
function changes(before: Portfolio, after: Portfolio): readonly (readonly [number, number])[] {
  return before.partners.flatMap(({ health }, index) => (health === null ? [] : [[health, after.partners[index]?.health ?? -1] as const]));
}

describe('for every portfolio', () => {
  it('scores lie from 0 to 100 and shares from 0 to 1', () => {
    fc.assert(fc.property(anyRows, (rows) => {
      const { partners, health, equalWeightHealth, sponsorCoverage, headline } = judged(rows);
      const scores = [
        health, equalWeightHealth, headline.lagging, headline.leading,
        ...partners.flatMap((partner) => [partner.health, partner.lagging, partner.leading, ...dimensions.map((dimension) => partner.dimensions[dimension].score)]),
      ];
      const shares = [
        sponsorCoverage.byCount, sponsorCoverage.byValue,
        ...partners.flatMap((partner) => [partner.confidence, ...dimensions.map((dimension) => partner.dimensions[dimension].known)]),
      ];
      for (const score of scores) expect(score === null || (score >= 0 && score <= 100)).toBe(true);
      for (const share of shares) expect(share === null || (share >= 0 && share <= 1)).toBe(true);
    }), runs);
  });

  it('the order of the rows changes no figure', () => {
    fc.assert(fc.property(anyRows, anyKeys, (rows, keys) => {
      const order = shuffled([...(rows.partners?.rows ?? []).keys()], keys);
      const moved = withInitiatives(withPartners(rows, (partners) => order.map((index) => partners[index]!)), (initiatives) =>
        shuffled(initiatives, keys).map((initiative) => ({ ...initiative, partner: order.indexOf(initiative.partner) })));
      const corrected = (corrections: readonly Correction[]): readonly Correction[] =>
        shuffled(corrections, keys).map((correction) => ({ ...correction, partner: correction.partner === null ? null : order.indexOf(correction.partner) }));
      const { corrections } = rows;
      const reordered: PortfolioRows = {
        ...moved,
        history: shuffled(rows.history, keys),
        corrections: corrections && { ...corrections, table: { ...corrections.table, rows: corrected(corrections.table.rows) } },
      };
      expect(figures(judged(reordered))).toEqual(figures(judged(rows)));
    }), runs);
  });

  it('a power of ten in all money changes no figure', () => {
    fc.assert(fc.property(anyRows, fc.integer({ min: 1, max: 3 }), (rows, power) => {
      const factor = 10 ** power;
      const larger = withInitiatives(rows, (initiatives) => initiatives.map((initiative) => ({
        ...initiative,
        revenueTarget: scaled(factor, initiative.revenueTarget),
        revenue: scaled(factor, initiative.revenue),
        pipelineTarget: scaled(factor, initiative.pipelineTarget),
        pipeline: scaled(factor, initiative.pipeline),
      })));
      expect(figures(judged(larger))).toEqual(figures(judged(rows)));
    }), runs);
  });

  it.each(['revenue', 'pipeline'] as const)('more %s never lowers the health of a rated partner, nor takes its rating away', (field) => {
    fc.assert(fc.property(anyRows, fc.nat(), fc.integer({ min: 1, max: 10 ** 12 }), (rows, at, more) => {
      const raised = withInitiatives(rows, (initiatives) => initiatives.map((initiative, index) => {
        const amount = initiative[field];
        return index === at % initiatives.length && typeof amount === 'number' ? { ...initiative, [field]: amount + more } : initiative;
      }));
      for (const [before, after] of changes(judged(rows), judged(raised))) expect(after).toBeGreaterThanOrEqual(before);
    }), runs);
  });

  it('naming a sales sponsor never lowers the health of a rated partner', () => {
    fc.assert(fc.property(anyRows, fc.nat(), (rows, at) => {
      const named = withInitiatives(rows, (initiatives) => initiatives.map((initiative, index) =>
        index === at % initiatives.length && initiative.salesSponsor === null ? { ...initiative, salesSponsor: 'Dora' } : initiative));
      for (const [before, after] of changes(judged(rows), judged(named))) expect(after).toBeGreaterThanOrEqual(before);
    }), runs);
  });

  it.each(['executiveSponsor', 'partnerSponsor'] as const)('naming the %s never lowers the health of a rated partner', (field) => {
    fc.assert(fc.property(anyRows.filter((rows) => rows.partners?.columns[field] !== undefined), (rows) => {
      const named = withPartners(rows, (partners) => partners.map((partner) => ({ ...partner, [field]: partner[field] ?? 'Dora' })));
      for (const [before, after] of changes(judged(rows), judged(named))) expect(after).toBeGreaterThanOrEqual(before);
    }), runs);
  });

  it('the points of the reasons add up to 100 - health, each reason has a sentence, and each that costs points a cause', () => {
    fc.assert(fc.property(anyRows, (rows) => {
      const portfolio = judged(rows);
      for (const partner of portfolio.partners) {
        const reasons = reasonsFor(portfolio, partner);
        const lost = reasons.reduce((sum, { points }) => sum + points, 0);
        if (partner.health === null) expect(lost).toBe(0);
        else expect(Math.abs(lost - (100 - partner.health))).toBeLessThan(1e-6);
        for (const { text, points, cells } of reasons) {
          expect(text).toMatch(/^[A-Z].*[^ ;]$/);
          expect(text).not.toMatch(/undefined|NaN|null| {2}| on \(|for ;/);
          if (points > 1e-9) expect(cells.length).toBeGreaterThan(0);
        }
      }
    }), runs);
  });

  it('every used partner has a rating or none, and every open initiative without a sponsor is a gap', () => {
    fc.assert(fc.property(anyRows, (rows) => {
      const { byRating, sponsorGaps } = judged(rows);
      const partners = rows.partners?.rows ?? [];
      expect(byRating.Green + byRating.Amber + byRating.Red + byRating['Not rated']).toBe(partners.length);
      const sponsorless = (rows.initiatives?.rows ?? []).filter(
        ({ stage, salesSponsor, partner }) => stage !== 'Closed' && salesSponsor === null && partners[partner]?.status !== 'Ended',
      );
      expect(sponsorGaps.length).toBe(sponsorless.length);
    }), runs);
  });
});
