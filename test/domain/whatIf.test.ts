import fc from 'fast-check';
import { basisOf } from '../../src/domain/basis';
import type { HealthScore } from '../../src/domain/healthScore';
import { initiativeFields } from '../../src/domain/initiative';
import { judge } from '../../src/domain/judge';
import type { Minor } from '../../src/domain/measure';
import { partnerFields } from '../../src/domain/partner';
import { type PartnerHealth, type Portfolio, dimensions } from '../../src/domain/portfolio';
import type { PortfolioRows } from '../../src/domain/portfolioRows';
import { type Edit, Scenarios, whatIf } from '../../src/domain/whatIf';
import { lawRuns } from '../lawRuns';
import { anyRows } from './anyRows';
import { editedRows } from './editedRows';
import { asOf, day, judged } from './portfolioRows';

const runs = lawRuns(300);
const halfway = '2026-02-02 | 2027-01-28';

/** A partner's rating and health under these edits. */
function rated(portfolio: Portfolio, partner: number, edits: readonly Edit[]): string {
  const { rating, health } = whatIf(portfolio, portfolio.partners[partner]!, edits);
  return `${rating} ${health}`;
}

/** What a judgement and a what-if both say of a partner. */
function figures({ health, rating, notRated, confidence, dimensions: parts, cappedBySponsorRule }: PartnerHealth | HealthScore) {
  return { health, rating, notRated, confidence, parts, cappedBySponsorRule };
}

describe('what if', () => {
  const portfolio = () => judged('Partner | Executive sponsor | Last QBR\nZed | Zoe | \nAcme | | ', `
    Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due
    Theirs     | Zed     | Launch |               | 1000           | 0       | 0        | ${halfway}
    Ours       | Acme    | Launch |               | 1000           | 250     | 1125     | ${halfway}`);
  /** Acme's rating and health under these edits. */
  const health = (edits: readonly Edit[]): string => rated(portfolio(), 1, edits);

  // Revenue 250 of 500: 50. Pipeline 1,125 of 3 x 750: 50. Sponsorship 0 of 90. Governance: no review, no breach but the sponsor's: 1 of 2.
  // (30 x 50 + 20 x 50 + 20 x 0 + 15 x 50) / 85 = 3250 / 85
  it('nothing were changed: today', () => {
    expect(health([])).toBe('Red 38.235294');
  });

  it('a partner had a sponsor, and a review had been held', () => {
    // + 20 x 100 x 10 / 90 = 222.222, + 15 x 50 = 750: 4222.222 / 85
    expect(health([
      { of: 'partner', field: 'executiveSponsor', value: 'Eve' },
      { of: 'partner', field: 'lastQbr', value: day(asOf) },
    ])).toBe('Red 49.673203');
  });

  it('an initiative of the partner had a sponsor and more revenue', () => {
    // Revenue 500: 100. Pipeline 1,125 of 3 x 500: 75. Sponsorship 80 / 90. (3000 + 1500 + 1777.778 + 750) / 85
    expect(health([
      { of: 'initiative', row: 2, field: 'salesSponsor', value: 'Bob' },
      { of: 'initiative', row: 2, field: 'revenue', value: 50_000 as Minor },
    ])).toBe('Green 82.679739');
  });

  it('a cell were blank', () => {
    // Revenue unknown, and so what the pipeline must cover: (20 x 0 + 15 x 50) / 35, but only 35 % of the weight is known
    expect(health([{ of: 'initiative', row: 2, field: 'revenue', value: null }])).toBe('Not rated null');
  });

  it('the later of two edits of one cell stands', () => {
    expect(health([
      { of: 'partner', field: 'lastQbr', value: day(asOf) },
      { of: 'partner', field: 'lastQbr', value: null },
    ])).toBe('Red 38.235294');
  });

  it('the partner had ended', () => {
    const withStatus = judged('Partner | Status\nAcme | Active', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 500     | 1500     | ${halfway}`);
    expect(rated(withStatus, 0, [])).toBe('Green 100');
    expect(whatIf(withStatus, withStatus.partners[0]!, [{ of: 'partner', field: 'status', value: 'Ended' }]).notRated).toEqual({ kind: 'ended' });
  });

  it('rows of another partner, and cells of columns that there are not, change nothing', () => {
    expect(health([
      { of: 'initiative', row: 1, field: 'salesSponsor', value: 'Bob' },
      { of: 'initiative', row: 2, field: 'tractionTarget', value: 10 },
      { of: 'initiative', row: 2, field: 'traction', value: 10 },
      { of: 'partner', field: 'partnerSponsor', value: 'Pat' },
      { of: 'partner', field: 'relationship', value: null },
      { of: 'partner', field: 'status', value: 'Ended' },
    ])).toBe('Red 38.235294');
  });

  it('what the workbook tracks stays as it is: the first date of all that a sponsor engaged does not make the others silent', () => {
    const nobodyEngaged = judged('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Sponsor last engaged | Revenue target | Revenue | Pipeline | Launched on | Due
      A          | Acme    | Launch | Bob           |                      | 1000           | 500     | 1500     | ${halfway}
      B          | Acme    | Launch | Ann           |                      | 1000           | 500     | 1500     | ${halfway}`);
    expect(rated(nobodyEngaged, 0, [{ of: 'initiative', row: 1, field: 'sponsorLastEngaged', value: day('2026-01-01') }])).toBe('Green 100');
  });

  it('can be asked hundreds of times, always with the same answer', () => {
    const today = portfolio();
    const scenarios = new Scenarios(today, today.partners[1]!);
    const sponsored: Edit = { of: 'initiative', row: 2, field: 'salesSponsor', value: 'Bob' };
    // Today, and + 20 x 100 x 80 / 90 = 1777.778: 5027.778 / 85
    for (let times = 0; times < 150; times += 1) {
      expect(scenarios.health([]).health).toBe(38.235294);
      expect(scenarios.health([sponsored]).health).toBe(59.150327);
    }
  });
});

describe('for every portfolio', () => {
  const on = day(asOf);

  it('a what-if of no change changes nothing', () => {
    fc.assert(fc.property(anyRows, (rows) => {
      const portfolio = judge(rows, on);
      for (const partner of portfolio.partners) expect(figures(whatIf(portfolio, partner, []))).toEqual(figures(partner));
    }), runs);
  });

  /** Some cells take the values that the same columns have elsewhere. */
  function edits(rows: PortfolioRows, other: PortfolioRows, keys: readonly number[]): readonly Edit[] {
    let next = 0;
    const chosen = (field: string, columns: object, values: object): boolean =>
      field in columns && field in values && field !== 'partner' && keys[next++ % keys.length]! % 5 === 0;
    const { partners, initiatives } = rows;
    const [source = {}] = other.partners?.rows ?? [];
    const sources = other.initiatives?.rows ?? [];
    return [
      ...partnerFields.filter((field) => chosen(field, partners!.columns, source))
        .map((field) => ({ of: 'partner', field, value: source[field as keyof typeof source] }) as Edit),
      ...initiatives!.rows.flatMap(({ row }, index) => {
        const values = sources[index % sources.length] ?? {};
        return initiativeFields.filter((field) => chosen(field, initiatives!.columns, values))
          .map((field) => ({ of: 'initiative', row, field, value: values[field as keyof typeof values] }) as Edit);
      }),
    ];
  }

  it('a what-if is the judgement of the edited rows, wherever these track the same columns', () => {
    const anyKeys = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
    fc.assert(fc.property(anyRows, anyRows, anyKeys, (rows, other, keys) => {
      const portfolio = judge(rows, on);
      const chosen = edits(rows, other, keys);
      portfolio.partners.forEach((partner, index) => {
        const edited = editedRows(rows, partner.partner, chosen);
        const [before, after] = [basisOf(portfolio), basisOf({ ...portfolio, rows: edited })];
        if (before.tracksEngagement !== after.tracksEngagement || before.tracksSurveyDate !== after.tracksSurveyDate) return;
        expect(figures(whatIf(portfolio, partner, chosen))).toEqual(figures(judge(edited, on).partners[index]!));
      });
    }), runs);
  });

  it('its dimensions are the parts of its health, rounded', () => {
    fc.assert(fc.property(anyRows, (rows) => {
      const portfolio = judge(rows, on);
      for (const partner of portfolio.partners) {
        const { parts } = whatIf(portfolio, partner, []);
        for (const dimension of dimensions) {
          const { score } = parts[dimension];
          if (score === null) expect(partner.dimensions[dimension].score).toBeNull();
          else expect(Math.abs(score - partner.dimensions[dimension].score!)).toBeLessThan(1e-6);
        }
      }
    }), runs);
  });
});
