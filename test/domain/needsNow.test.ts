import fc from 'fast-check';
import { type Need, needsNow } from '../../src/domain/needsNow';
import { judge } from '../../src/domain/judge';
import { anyRows } from './anyRows';
import { asOf, day, judged } from './portfolioRows';

const told = (need: Need): string => {
  const money = need.atRisk === null ? 'unknown' : String(need.atRisk / 100);
  switch (need.kind) {
    case 'inQuestion':
      return `${need.advice.judged.partner.name} ${need.advice.recommendation.kind} ${money}`;
    case 'sponsor':
      return `${need.gap.initiative.name} sponsor ${money}`;
    case 'correction':
      return `${need.judged.partner.name} correction ${money}`;
    case 'agreement':
      return `${need.partner.name} ${need.agreement.kind} ${money}`;
    case 'overTime':
      return `${need.breach.initiative.name} over time ${need.days} ${money}`;
    case 'hiddenMoney':
      return `${need.cells} cells of ${need.initiatives} ${money}`;
    case 'review':
      return `${need.partner.name} review ${need.daysOver} ${money}`;
  }
};
const needs = (...given: Parameters<typeof judged>): readonly string[] => needsNow(judged(...given)).first.map(told);

/** Nothing is wrong with this alliance: there is nobody missing, nothing due and nothing late. */
const partner = (name = 'Acme', more = '') => `${name} | Strategic | yes | 2026-09-01 | ${more}`;
const partners = (...rows: readonly string[]) => ['Partner | Tier | Expectations agreed | Last QBR | Status | Agreement ends | Notice by', ...(rows.length === 0 ? [partner()] : rows)].join('\n');
const head = 'Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Pipeline | Qualified on | Launched on | Due';
const initiatives = (...rows: readonly string[]) => [head, ...rows].join('\n');
const well = 'A | Acme | Launch | Bob | 200 | 150 | 900 | 2026-01-02 | 2026-02-02 | 2027-01-28';

describe('what needs somebody now', () => {
  it('is nothing where all is well', () => {
    expect(needsNow(judged(partners(), initiatives(well)))).toEqual({ first: [], all: 0 });
    expect(needs('Partner')).toEqual([]);
  });

  it('is an approved or launched initiative without a sales sponsor, by its value at risk; not one that still qualifies', () => {
    expect(needs(partners(), initiatives(
      'A | Acme | Launch | | 200 | 150 | 900 | | 2026-02-02 | 2027-01-28', 'B | Acme | Approve | | 300 | | | 2026-09-20 | | ', 'C | Acme | Qualify | | 900 | | | 2026-09-20 | | ',
    ))).toEqual(['B sponsor 300', 'A sponsor 50']);
  });

  it('is a partner that needs a correction, by what remains of its open targets', () => {
    const red = initiatives('A | Acme | Launch | Bob | 200 | 20 | 0 | | 2026-02-02 | 2027-01-28', 'B | Acme | Approve | Bob | 300 | | | 2026-09-20 | | ', 'C | Acme | Closed | Bob | 900 | 0 | | | 2025-02-02 | 2026-01-28');
    const history = 'As of | Partner | Health | Rating\n2026-06-30 | Acme | 70 | Amber';
    expect(needs(partners(), red, asOf, undefined, { history })).toEqual(['Acme correction 480']);
    expect(needs(partners(), red, asOf, undefined, { history, corrections: 'Date | Partner\n2026-09-01 | Acme' })).toEqual([]);
  });

  it('says how much a partner lost since the last review', () => {
    const { policy } = judged(partners());
    const history = 'As of | Partner | Health | Rating\n2026-06-30 | Acme | 100 | Green';
    // Half of what is expected: 30 of 85 points weigh revenue, so that 15 / 85 of 100 are lost.
    const half = initiatives('A | Acme | Launch | Bob | 200 | 50 | 900 | 2026-01-02 | 2026-02-02 | 2027-01-28');
    const [need] = needsNow(judged(partners(), half, asOf, { ...policy, corrections: { ...policy.corrections, lostPoints: 17 } }, { history })).first;
    expect(need).toMatchObject({ kind: 'correction', pointsLost: 17.647059 });
  });

  it('is an alliance in question whose correction or exit is due, once for all its reasons; not one that waits for its checkpoint', () => {
    const red = initiatives('A | Acme | Launch | Bob | 200 | 0 | 0 | | 2026-02-02 | 2027-01-28');
    const history = 'As of | Partner | Health | Rating\n2026-06-30 | Acme | 20 | Red';
    const near = partners('Acme | Strategic | no | 2026-01-01 | Active | 2026-12-31 | 2026-10-15');
    const one = needsNow(judged(near, red, asOf, undefined, { history }));
    expect(one.first.map(told)).toEqual(['Acme Correct 200']);
    expect(one.first[0]).toMatchObject({ agreement: { kind: 'notice', day: day('2026-10-15') } });
    const tried = (date: string) => needs(near, red, asOf, undefined, { history, corrections: `Date | Partner\n${date} | Acme` });
    expect(tried('2026-03-01')).toEqual(['Acme Exit 200']);
    expect(tried('2026-09-01')).toEqual(['Acme notice 200']);
  });

  it('is a sponsor gap beside an exit: two things', () => {
    const red = initiatives('A | Acme | Launch | | 200 | 0 | 0 | | 2026-02-02 | 2027-01-28');
    expect(needs(partners(), red)).toEqual(['Acme Correct 200', 'A sponsor 200']);
  });

  it.each([
    ['2026-09-29', '', []],
    ['2026-09-30', '', ['Acme end 50']],
    ['2026-10-30', '', ['Acme end 50']],
    ['2026-10-31', '', []],
    ['', '2026-10-30', ['Acme notice 50']],
    ['2026-10-20', '2026-10-19', ['Acme notice 50']],
    ['2026-10-20', '2026-10-21', ['Acme end 50']],
    ['2026-10-20', '2026-09-01', ['Acme end 50']],
    ['?', '?', []],
  ])('is an agreement that ends (%s) or wants notice (%s) within 30 days', (ends, notice, expected) => {
    expect(needs(partners(partner('Acme', `Active | ${ends} | ${notice}`)), initiatives(well))).toEqual(expected);
  });

  it('is an initiative over its time limit, once, and not where its sponsor is missing too', () => {
    expect(needs(partners(), initiatives('A | Acme | Qualify | Bob | 200 | | | 2026-07-01 | | '))).toEqual(['A over time 31 200']);
    expect(needs(partners(), initiatives('A | Acme | Approve | | 200 | | | 2026-07-01 | | '))).toEqual(['A sponsor 200']);
  });

  it('is one entry for all cells that hide money in open initiatives', () => {
    expect(needs(partners(), initiatives(
      'A | Acme | Approve | Bob | 200 | ? | ? | 2026-09-20 | | ', 'B | Acme | Approve | Bob | ? | | | 2026-09-20 | | ',
      'C | Acme | Closed | Bob | ? | ? | | | 2025-02-02 | 2026-01-28',
    ))).toEqual(['3 cells of 2 200']);
    expect(needs(partners(), initiatives('B | Acme | Approve | Bob | ? | | | 2026-09-20 | | '))).toEqual(['1 cells of 1 unknown']);
  });

  it.each([
    ['2026-06-22', []], // 100 days
    ['2026-06-21', ['Acme review 1 50']],
    ['', ['Acme review null 50']],
    ['2026-10-01', ['Acme review null 50']],
    ['?', []],
  ])('is an overdue review of a strategic partner: last held %s', (held, expected) => {
    const rows = (tier: string) => partners(`Acme | ${tier} | yes | ${held}`);
    expect(needs(rows('Strategic'), initiatives(well))).toEqual(expected);
    expect(needs(rows('Tactical'), initiatives(well))).toEqual([]);
  });

  it('asks no review where reviews are not tracked, and nothing of an alliance that has ended', () => {
    expect(needs('Partner | Tier\nAcme | Strategic', initiatives(well))).toEqual([]);
    expect(needs(partners('Acme | Strategic | no | | Ended | 2026-10-10 | '), initiatives(
      'A | Acme | Launch | | 200 | ? | 900 | | 2026-02-02 | 2027-01-28', 'B | Acme | Qualify | Bob | 200 | | | 2026-07-01 | | ',
    ))).toEqual([]);
  });

  it('names the five of the most value, unknown value last, and says how many there are', () => {
    const { first, all } = needsNow(judged(partners(), initiatives(
      ...[30, 70, 50, 20, 60, 40].map((target, index) => `I${index} | Acme | Approve | | ${target} | | | 2026-09-20 | | `), 'X | Acme | Approve | | | | | 2026-09-20 | | ',
    )));
    expect(first.map(told)).toEqual(['I1 sponsor 70', 'I4 sponsor 60', 'I2 sponsor 50', 'I5 sponsor 40', 'I0 sponsor 30']);
    expect(all).toBe(7);
    expect(needs(partners(), initiatives('X | Acme | Approve | | | | | 2026-09-20 | | ', 'Y | Acme | Approve | | 1 | | | 2026-09-20 | | '))).toEqual(['Y sponsor 1', 'X sponsor unknown']);
  });

  it('keeps things of one value in a fixed order, and those of one kind in that of their table', () => {
    expect(needs(partners(), initiatives(
      'A | Acme | Qualify | Bob | 9 | | | 2026-07-01 | | ', 'B | Acme | Approve | | 9 | | | 2026-09-20 | | ', 'C | Acme | Approve | | 9 | | | 2026-09-20 | | ',
    ))).toEqual(['B sponsor 9', 'C sponsor 9', 'A over time 31 9']);
  });

  it('holds no partner and no initiative twice, whatever the workbook says', () => {
    fc.assert(fc.property(anyRows, (rows) => {
      const { first, all } = needsNow(judge(rows, day(asOf)));
      const things = first.map((need) => {
        switch (need.kind) {
          case 'inQuestion':
            return need.advice.judged.partner;
          case 'correction':
            return need.judged.partner;
          case 'agreement':
          case 'review':
            return need.partner;
          case 'sponsor':
            return need.gap.initiative;
          case 'overTime':
            return need.breach.initiative;
          case 'hiddenMoney':
            return 'cells';
        }
      });
      expect(new Set(things).size).toBe(first.length);
      expect(first.length).toBe(Math.min(5, all));
      const values = first.map(({ atRisk }) => atRisk ?? -1);
      expect(values).toEqual([...values].sort((a, b) => b - a));
    }));
  });
});
