/** An edition for one partner: internally the same judgement, and what is shared cannot be told from anything that stays with us. */
import fc from 'fast-check';
import { judge } from '../../src/domain/judge';
import type { Minor, Score } from '../../src/domain/measure';
import { narrowedTo } from '../../src/domain/narrowedPortfolio';
import type { Partner } from '../../src/domain/partner';
import type { Portfolio } from '../../src/domain/portfolio';
import type { PortfolioRows } from '../../src/domain/portfolioRows';
import { reasonsFor } from '../../src/domain/reasons';
import { lawRuns } from '../lawRuns';
import { anyRows, withInitiatives, withPartners } from './anyRows';
import { asOf, day, judged } from './portfolioRows';

const runs = lawRuns(300);
const judgedRows = (rows: PortfolioRows): Portfolio => judge(rows, day(asOf));

/** What is said of one partner of a portfolio. */
function saidOf(portfolio: Portfolio, key: string) {
  const position = portfolio.partners.findIndex(({ partner }) => partner.key === key);
  const { initiatives, ...health } = portfolio.partners[position]!;
  const own = <T extends { readonly partner: Partner | null }>(items: readonly T[]): readonly T[] => items.filter(({ partner }) => partner?.key === key);
  return {
    health,
    initiatives: initiatives.map((at) => portfolio.rows.initiatives?.rows[at]?.name),
    reasons: reasonsFor(portfolio, portfolio.partners[position]!),
    gaps: own(portfolio.sponsorGaps).map(({ initiative, ...gap }) => ({ ...gap, initiative: initiative.row })),
    breaches: own(portfolio.gateBreaches).map(({ initiative, ...breach }) => ({ ...breach, initiative: initiative.row })),
    trend: portfolio.trend.partners[position],
    corrections: own(portfolio.corrections).map(({ correction, before, after, effect }) => [correction.correction, before, after, effect]),
    needsCorrection: portfolio.needCorrection.some(({ partner }) => partner.key === key),
    exits: portfolio.exits.filter((advice) => advice.judged.partner.key === key).map(({ recommendation, reasons }) => ({ recommendation, reasons })),
  };
}

describe('the internal edition', () => {
  test('judges the partner exactly as the whole portfolio does', () => {
    fc.assert(fc.property(anyRows, (rows) => {
      const portfolio = judgedRows(rows);
      for (const { partner: { key } } of portfolio.partners) expect(saidOf(narrowedTo(portfolio, key, 'internal')!, key)).toEqual(saidOf(portfolio, key));
    }), runs);
  });

  test('knows that sponsors are tracked though nobody has entered one for this partner', () => {
    const portfolio = judged('Partner\nAcme\nBorealis', `
      Initiative | Partner  | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due        | Sponsor last engaged
      Cloud      | Acme     | Launch | Carla         | 1000           | 500     | 2026-01-01  | 2026-12-31 |
      Robots     | Borealis | Launch | Sam           | 1000           | 500     | 2026-01-01  | 2026-12-31 | 2026-09-01`);
    expect(narrowedTo(portfolio, 'acme', 'internal')?.partners[0]?.dimensions.sponsorship).toEqual(portfolio.partners[0]?.dimensions.sponsorship);
    expect(narrowedTo(portfolio, 'acme', 'shared')?.partners[0]?.dimensions.sponsorship.score).toBe(portfolio.partners[0]?.dimensions.sponsorship.score);
  });

  test('is none of a partner that is not there', () => {
    expect(narrowedTo(judged('Partner\nAcme'), 'borealis', 'internal')).toBeNull();
  });

  test('keeps the issues of its own rows alone', () => {
    const { rows, ...portfolio } = judged('Partner\nAcme\nBorealis', 'Initiative | Partner | Stage\nCloud | Borealis | Launch');
    const issue = (sheet: string, row: number) => ({ cell: { sheet, row, column: 0 }, code: 'unreadable-date' as const, message: `${sheet} ${row}` });
    const issues = [issue('Partners', 1), issue('Partners', 2), issue('Initiatives', 1), issue('Elsewhere', 2), { ...issue('', 0), cell: null }];
    expect(narrowedTo({ ...portfolio, rows: { ...rows, issues } }, 'borealis', 'internal')?.rows.issues.map(({ message }) => message)).toEqual(['Partners 2', 'Initiatives 1']);
  });
});

describe('the shared edition', () => {
  /** Everything that stays with us, said otherwise; of the other partners everything. */
  const otherwise = (rows: PortfolioRows, key: string): PortfolioRows => {
    const own = rows.partners?.rows.findIndex((partner) => partner.key === key) ?? -1;
    const partners = withPartners(rows, (all) => all.map((partner, index): Partner => (index === own
      ? {
        ...partner, row: partner.row + 7, tier: partner.tier === null ? null : `${partner.tier} (to leave)`, status: partner.status === 'Ended' ? 'Ended' : 'Exiting',
        relationship: 3 as Score, partnersView: 97 as Score, surveyDate: day('2026-09-01'), agreementEnds: day('2026-10-31'), noticeBy: day('2026-10-01'),
      }
      : { ...partner, name: 'Somebody', key: `k${index}`, executiveSponsor: 'Nobody', status: 'Exiting', relationship: 1 as Score, jointBusinessPlan: null })));
    const all = withInitiatives(partners, (initiatives) => initiatives.map((initiative) => (initiative.partner === own
      ? { ...initiative, row: initiative.row + 9, sourcedRevenue: 5 as Minor, influencedRevenue: 6 as Minor }
      : { ...initiative, name: 'Something', salesSponsor: null, revenueTarget: 77 as Minor, launchedOn: null, sponsorLastEngaged: initiative.sponsorLastEngaged })));
    const table = all.corrections?.table;
    return {
      ...all,
      partners: all.partners && { ...all.partners, sheet: 'Secret', headers: {}, columns: { ...all.partners.columns, relationship: 30, partnersView: 31, surveyDate: 32 } },
      initiatives: all.initiatives && { ...all.initiatives, sheet: 'Secret too' },
      corrections: table === undefined ? null : { issues: [], table: { ...table, sheet: 'Secret three', rows: table.rows.map((row) => ({ ...row, ...(row.partner === own ? { reason: 'Because', owner: 'Ines', status: 'Open' } : { correction: 'Leave' }) })) } },
      history: rows.history.map((snapshot) => (snapshot.key === key ? { ...snapshot, confidence: null, portfolioHealth: 1 as Score, madeOn: null, run: 'x' } : { ...snapshot, health: 2 as Score })),
      issues: [{ cell: { sheet: 'Secret', row: 1, column: 0 }, code: 'unknown-status', message: 'Secret' }],
      rates: [{ currency: 'EUR', rate: 1.1, asOf: null, cell: { sheet: 'Secret', row: 1, column: 0 } }],
    };
  };

  test('is the same whatever stays with us', () => {
    fc.assert(fc.property(anyRows, (rows) => {
      for (const { key } of rows.partners?.rows ?? []) {
        const [one, other] = [rows, otherwise(rows, key)].map((all) => narrowedTo(judgedRows(all), key, 'shared'));
        expect(other).toEqual(one);
        expect(reasonsFor(other!, other!.partners[0]!)).toEqual(reasonsFor(one!, one!.partners[0]!));
      }
    }), runs);
  });

  const partners = `
    Partner | Relationship | Partner's view | Joint business plan | Status  | Agreement ends
    Acme    | 20           | 90             | 2026-01-15          | Exiting | 2026-12-31`;
  const initiatives = `
    Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due
    Cloud      | Acme    | Launch | Carla         | 1000000        | 1000    | 2026-01-01  | 2026-12-31`;
  const history = `
    As of      | Partner | Health | Rating | Revenue score | Governance score | Relationship score
    2026-06-30 | Acme    | 50     | Red    | 40            | 100              | 0`;
  const portfolio = judged(partners, initiatives, asOf, undefined, { history, corrections: `
    Date       | Partner | Initiative | Correction | Measure
    2026-07-01 | Acme    | Cloud      | New owner  | health
    2026-07-01 | Acme    | Robots     | Dinner     | relationship
    2026-07-02 | Acme    | Robots     | New plan   | revenue` });
  const shared = narrowedTo(portfolio, 'acme', 'shared')!;

  test('has health without the survey, from the other dimensions by weight', () => {
    const { dimensions, health } = shared.partners[0]!;
    expect(dimensions.relationship).toEqual({ score: null, known: 0, pointsLost: 0 });
    const { revenue, pipeline, sponsorship, governance } = dimensions;
    expect(pipeline.score).toBeNull();
    expect(health).toBeCloseTo((30 * revenue.score! + 20 * sponsorship.score! + 15 * governance.score!) / 65, 6);
    expect(health).not.toBe(portfolio.partners[0]?.health);
  });

  test('compares with the last review as it would have been without the survey: (30 x 40 + 15 x 100) / 45 = 60', () => {
    expect(shared.trend.partners[0]?.last).toMatchObject({ health: 60, rating: 'Amber', confidence: null, portfolioHealth: null });
  });

  test('advises on nothing, and tells of corrections what was decided and what came of it', () => {
    expect(portfolio.exits).toHaveLength(1);
    expect(shared).toMatchObject({ exits: [], needCorrection: [] });
    expect(shared.corrections.map(({ correction }) => [correction.correction, correction.initiative])).toEqual([['New owner', 'Cloud'], ['New plan', null]]);
  });

  test('keeps a snapshot whose day had no survey as it is', () => {
    const without = judged(partners, initiatives, asOf, undefined, { history: history.replace('| 0', '| ') });
    expect(narrowedTo(without, 'acme', 'shared')?.trend.partners[0]?.last).toMatchObject({ health: 50, rating: 'Red' });
  });
});
