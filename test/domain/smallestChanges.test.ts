import fc from 'fast-check';
import { type Change, changeSentence, changesOf, isOfMoney } from '../../src/domain/changes';
import { judge } from '../../src/domain/judge';
import { type Policy, defaultPolicy } from '../../src/domain/policy';
import type { PartnerHealth, Portfolio } from '../../src/domain/portfolio';
import type { PortfolioRows } from '../../src/domain/portfolioRows';
import { smallestChanges } from '../../src/domain/smallestChanges';
import { Scenarios } from '../../src/domain/whatIf';
import { lawRuns } from '../lawRuns';
import { anyRows, withInitiatives } from './anyRows';
import { editedRows } from './editedRows';
import { asOf, day, judged } from './portfolioRows';

const halfway = '2026-02-02 | 2027-01-28';
const head = 'Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due';

/** What lifts the first partner, in words: "Red 54.7 > Amber 63.5" and the sentences; "?" where a smaller set was not ruled out. */
function lifted(partners: string, initiatives: string | null, policy: Policy = defaultPolicy): readonly string[] | null {
  const portfolio = judged(partners, initiatives, asOf, policy);
  const partner = portfolio.partners[0]!;
  const found = smallestChanges(portfolio, partner);
  if (found === null) return null;
  const { from, to, health, exact, changes } = found;
  return [
    `${from} ${partner.health!.toFixed(3)} > ${to ?? 'nothing'} ${health.toFixed(3)}${exact ? '' : ' ?'}`,
    ...changes.map(({ change, points }) => changeSentence(change, points)),
  ];
}

describe('the smallest set of changes', () => {
  it('is one change where one is enough, and not of money where another one does, though money would bring more', () => {
    // Revenue 150 of 500 K: 30. Pipeline 1,275 of 3 x 850 K: 50. Sponsorship 100. Governance: review failed, gates passed: 50.
    // (900 + 1000 + 2000 + 750) / 85 = 54.706; with the review 15 x 50 / 85 = 8.824 more; with the pipeline 20 x 50 / 85 = 11.765
    expect(lifted('Partner | Last QBR\nAcme | ', `${head}
      Migration | Acme | Launch | Bob | 1000000 | 150000 | 1275000 | ${halfway}`)).toEqual([
      'Red 54.706 > Amber 63.529', 'Hold the quarterly review (+8.8 points)',
    ]);
  });

  it('is of money where nothing else is enough by itself, and then of what brings most', () => {
    // Revenue 10, pipeline 225 of 3 x 950 K: 7.895, governance 50: (300 + 157.895 + 2000 + 750) / 85 = 37.740
    // Revenue brings 30 x 90, and pipeline 225 of 3 x 500 K: 15 instead of 7.895: (2700 + 142.105) / 85 = 33.437; pipeline alone 20 x 92.105 / 85 = 21.672
    expect(lifted('Partner | Last QBR\nAcme | ', `${head}
      Migration | Acme | Launch | Bob | 1000000 | 50000 | 225000 | ${halfway}`)).toEqual([
      'Red 37.740 > Amber 71.176', 'Bring the revenue of Migration to 500 K (+33.4 points)',
    ]);
  });

  it('has the most points among equals, and is the first in the table where those are the same', () => {
    // Revenue and pipeline 50, governance 100, sponsorship 1/4 of 100: (1500 + 1000 + 500 + 1500) / 85 = 52.941; a sponsor brings 20 x 100 x target / 4000 / 85
    const rows = (first: number, second: number) => `${head}
      A | Acme | Launch | Bob | 1000        | 250 | 1125 | ${halfway}
      B | Acme | Approve |    | ${first}    |     |      |             |
      C | Acme | Approve |    | ${second}   |     |      |             |`;
    expect(lifted('Partner\nAcme', rows(1500, 1500))).toEqual(['Red 52.941 > Amber 61.765', 'Name a sales sponsor for B (+8.8 points)']);
    expect(lifted('Partner\nAcme', rows(1400, 1600))).toEqual(['Red 52.941 > Amber 62.353', 'Name a sales sponsor for C (+9.4 points)']);
  });

  it('is two changes where no single one is enough, each with what it brings after those before it', () => {
    // Revenue 300 of 500: 60. Pipeline 700 of 2,100: 33.333. Sponsorship 0. Governance: manager failed, gates passed: 50.
    // (1800 + 666.667 + 0 + 750) / 85 = 37.843. A sponsor brings 20 x 50 / 85 = 11.765, the manager 8.824: together 58.431.
    // The pipeline would bring 15.686, the revenue 17.255
    expect(lifted('Partner | Alliance manager\nAcme | ', `${head}
      A | Acme | Launch  |     | 1000 | 300 | 700 | ${halfway}
      B | Acme | Approve |     | 1000 |     |     |             |`)).toEqual([
      'Red 37.843 > Amber 61.373', 'Name a sales sponsor for A (+11.8 points)', 'Name a sales sponsor for B (+11.8 points)',
    ]);
  });

  it('has the one that brings most next first: of pipeline only what the revenue does not bring', () => {
    // Revenue 0, pipeline 1,000 of 3,000: 33.333: (0 + 666.667 + 2000 + 1500 + traction 0) / 100 = 41.667.
    // Revenue brings 30, and pipeline 1,000 of 1,500: 6.667; the pipeline alone 13.333. Both: 41.667 + 30 + 13.333 = 85
    const rows = `Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due | Traction target | Traction
      A | Acme | Launch | Bob | 1000 | 0 | 1000 | ${halfway} | 12 | 0`;
    expect(lifted('Partner\nAcme', rows, { ...defaultPolicy, bands: { green: 90, amber: 80 } })).toEqual([
      'Red 41.667 > Amber 85.000', 'Bring the revenue of A to 500 (+36.7 points)', 'Bring the pipeline of A to 3 K (+6.7 points)',
    ]);
  });

  it('has one change of money where only one can be spared', () => {
    // Revenue 100, pipeline 1,050 of 1,500: 70, traction 0, sponsorship 100, review failed and gates passed: 50: (3000 + 1400 + 0 + 2000 + 750) / 100
    expect(lifted('Partner | Last QBR\nAcme | ', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due | Traction target | Traction
      A          | Acme    | Launch | Bob           | 1000           | 500     | 1050     | ${halfway} | 12 | 0`, { ...defaultPolicy, bands: { green: 85, amber: 60 } })).toEqual([
      'Amber 71.500 > Green 85.000', 'Hold the quarterly review (+7.5 points)', 'Bring the pipeline of A to 1.5 K (+6 points)',
    ]);
  });

  it('has the most points where changes that overlap promise more than they bring', () => {
    // Revenue 0, pipeline 900 of 3,600 and 700 of 3,000: 24.242, sponsorship and gates 100: (484.848 + 2000 + 1500) / 85 = 46.881
    // Revenue and the pipeline of A: 3600 + 1400 of 6600: 75.758, so (3000 + 1515.152 + 3500) / 85; with that of B instead 93.583
    expect(lifted('Partner\nAcme', `${head}
      A | Acme | Launch | Bob | 1200 | 0 | 900 | ${halfway}
      B | Acme | Launch | Bob | 1000 | 0 | 700 | ${halfway}`, { ...defaultPolicy, bands: { green: 99, amber: 92 } })).toEqual([
      'Red 46.881 > Amber 94.296',
      'Bring the revenue of A to 600 (+22.5 points)', 'Bring the revenue of B to 500 (+18.5 points)', 'Bring the pipeline of A to 3.6 K (+6.4 points)',
    ]);
  });

  it('mends several gate breaches of one initiative where only the last one brings the points', () => {
    // Revenue 100, pipeline 100, traction 0 of 8, sponsorship 100, gates 0: 70; without breaches 85
    expect(lifted('Partner\nAcme', `
      Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due | Traction target | Traction | Owner | Approved by
      A          | Acme    | Launch | Bob          | 1000           | 500     | 1500     | ${halfway} | 12 | 0 | | `)).toEqual([
      'Amber 70.000 > Green 85.000',
      'Name an owner for A (no points)',
      'Enter who approved A, or take it to approval (+15 points)',
    ]);
  });
});

describe('the sponsor rule', () => {
  it('asks for the sponsors of launched initiatives before a partner is Green, and for no others', () => {
    // Revenue 100, pipeline 100, sponsorship 900 of 2,000 x 100 = 45, gates 100: (3000 + 2000 + 900 + 1500) / 85 = 87.059
    // Next's sponsor would bring 11.765, Small's brings 20 x 5 / 85
    expect(lifted('Partner\nAcme', `${head}
      Big   | Acme | Launch  | Bob | 900  | 450 | 1350 | ${halfway}
      Small | Acme | Launch  |     | 100  | 50  | 150  | ${halfway}
      Next  | Acme | Approve |     | 1000 |     |      |             |`)).toEqual([
      'Amber 87.059 > Green 88.235', 'Name a sales sponsor for Small (+1.2 points)',
    ]);
  });

  it('asks for them beside what the health still lacks', () => {
    // Revenue 80, pipeline 1,260 of 1,800: 70, sponsorship 90, review failed, gates passed: 50: (2400 + 1400 + 1800 + 750) / 85 = 74.706
    expect(lifted('Partner | Last QBR\nAcme | ', `${head}
      Big   | Acme | Launch  | Bob | 900  | 360 | 1134 | ${halfway}
      Small | Acme | Launch  |     | 100  | 40  | 126  | ${halfway}`)).toEqual([
      'Amber 74.706 > Green 85.882', 'Hold the quarterly review (+8.8 points)', 'Name a sales sponsor for Small (+2.4 points)',
    ]);
  });

  it('does not keep a partner from Amber', () => {
    expect(lifted('Partner | Last QBR\nAcme | ', `${head}
      Migration | Acme | Launch |  | 1000000 | 400000 | 1620000 | ${halfway}`)).toEqual([
      // Revenue 80, pipeline 1,620 of 1,800 K: 90, sponsorship 0, governance 50: (2400 + 1800 + 750) / 85 = 58.235
      'Red 58.235 > Amber 81.765', 'Name a sales sponsor for Migration (+23.5 points)',
    ]);
  });
});

describe('where there is no such set', () => {
  const full = `
    Initiative | Partner | Stage | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due | Traction target | Traction
    A          | Acme    | Launch | Bob          | 1000           | 500     | 1500     | ${halfway} | 12 | 0`;

  it('says so: not even all changes together are enough', () => {
    // (3000 + 2000 + 0 + 2000 + 1500 + relationship 0) / 110
    expect(lifted('Partner | Relationship\nAcme | 0', full)).toEqual(['Amber 77.273 > nothing 77.273']);
    // Governance 50, and 100 with a manager
    expect(lifted('Partner | Relationship | Alliance manager\nAcme | 0 | ', full)).toEqual(['Amber 70.455 > nothing 70.455']);
    // A relationship of 30 makes that 80: (8500 + 10 x 30) / 110
    const viewed = (view: number) => lifted(`Partner | Relationship | Alliance manager\nAcme | ${view} | `, full);
    expect(viewed(30)).toEqual(['Amber 73.182 > Green 80.000', 'Name an alliance manager (+6.8 points)']);
    expect(viewed(29.9)).toEqual(['Amber 73.173 > nothing 73.173']);
  });

  it('says whether all sets were searched', () => {
    // Both changes of money bring pipeline: together less than the sum of each alone, which would be enough
    const short = full.replace('| 500     | 1500', '| 0 | 1000');
    // (0 + 666.667 + 0 + 2000 + 1500) / 110 = 37.879
    expect(lifted('Partner | Relationship\nAcme | 0', short)?.[0]).toBe('Red 37.879 > Amber 71.212');
    const policy: Policy = { ...defaultPolicy, bands: { green: 90, amber: 80 } };
    expect(lifted('Partner | Relationship\nAcme | 0', short, policy)).toEqual(['Red 37.879 > nothing 37.879']);
    const more = 'Partner | Relationship | Alliance manager | Last QBR | Joint business plan\nAcme | 0 | | | ';
    expect(lifted(more, short, policy)).toEqual(['Red 27.652 > nothing 27.652 ?']);
  });

  it('is asked of rated partners below Green alone', () => {
    const rows = (sponsor: string) => `${head}\nA | Acme | Launch | ${sponsor} | 1000 | 500 | 1500 | ${halfway}`;
    expect(lifted('Partner\nAcme', rows('Bob'))).toBeNull();
    expect(lifted('Partner | Status\nAcme | Ended', rows(''))).toBeNull();
    expect(lifted('Partner | Alliance manager\nAcme | ', null)).toBeNull();
  });
});

describe('beyond four changes', () => {
  const several = (count: number, row: string) => Array.from({ length: count }, (_, index) => `I${index + 1} | Acme | ${row}`).join('\n');

  it('takes what brings most, and says that a smaller set was not ruled out', () => {
    // Revenue 300 of 500: 60, pipeline 700 of 2,100: 33.333, sponsorship 0, gates 100: (1800 + 666.667 + 1500) / 85 = 46.667
    // A sponsor brings 20 x 12.5 / 85 = 2.941, so that four are not enough
    expect(lifted('Partner\nAcme', `${head}\n${several(8, `Launch | | 1000 | 300 | 700 | ${halfway}`)}`)).toEqual([
      'Red 46.667 > Amber 61.373 ?', ...[1, 2, 3, 4, 5].map((index) => `Name a sales sponsor for I${index} (+2.9 points)`),
    ]);
  });

  it('gives back what was not needed after all', () => {
    // A: revenue 400 of 500: 80, pipeline 1,350 of 1,800: 75. Sponsorship 1 of 8. Gates 100: (2400 + 1500 + 250 + 1500) / 85 = 66.471
    // Revenue brings 30 x 20 / 85, and pipeline 90: 20 x 15 / 85, together 10.588; pipeline alone 5.882; a sponsor 2.941.
    // Revenue, pipeline and four sponsors: 66.471 + 10.588 + 2.353 + 11.765 = 91.176; without the pipeline 88.824; with three sponsors 88.235
    const rows = `${head}\nA | Acme | Launch | Bob | 1000 | 400 | 1350 | ${halfway}\n${several(7, 'Approve | | 1000 | | | |')}`;
    expect(lifted('Partner\nAcme', rows, { ...defaultPolicy, bands: { green: 99, amber: 88.5 } })).toEqual([
      'Red 66.471 > Amber 88.824 ?', 'Bring the revenue of A to 500 (+10.6 points)',
      ...[1, 2, 3, 4].map((index) => `Name a sales sponsor for I${index} (+2.9 points)`),
    ]);
  });

  it('is exact for four', () => {
    // With six initiatives a sponsor brings 20 x 16.667 / 85 = 3.922
    expect(lifted('Partner\nAcme', `${head}\n${several(6, `Launch | | 1000 | 300 | 700 | ${halfway}`)}`)).toEqual([
      'Red 46.667 > Amber 62.353', ...[1, 2, 3, 4].map((index) => `Name a sales sponsor for I${index} (+3.9 points)`),
    ]);
  });

  it('has a sponsor that the sponsor rule asks for once, beside what the health still lacks', () => {
    // Revenue and pipeline 100, sponsorship 0, gates 100: (3000 + 2000 + 0 + 1500) / 85 = 76.471. A sponsor of eight brings 2.941, A's next to nothing
    const found = lifted('Partner\nAcme', `${head}\nA | Acme | Launch | | 1 | 0.5 | 1.5 | ${halfway}\n${several(8, 'Approve | | 1000 | | | |')}`, {
      ...defaultPolicy, bands: { green: 90, amber: 60 },
    });
    expect(found).toEqual([
      'Amber 76.471 > Green 91.178 ?', ...[1, 2, 3, 4, 5].map((index) => `Name a sales sponsor for I${index} (+2.9 points)`),
      'Name a sales sponsor for A (less than 0.1 points)',
    ]);
  });

  it('has all the sponsors that the sponsor rule asks for, be there nothing else', () => {
    expect(lifted('Partner\nAcme', `${head}\n${several(5, `Launch | | 1000 | 500 | 1500 | ${halfway}`)}`)).toEqual([
      // (3000 + 2000 + 0 + 1500) / 85
      'Amber 76.471 > Green 100.000 ?', ...[1, 2, 3, 4, 5].map((index) => `Name a sales sponsor for I${index} (+4.7 points)`),
    ]);
  });
});

describe('for every portfolio', () => {
  const on = day(asOf);
  /** Much is rated, and near a rating. */
  const lenient: Policy = { ...defaultPolicy, minimumConfidence: 0.1, bands: { green: 65, amber: 40 } };
  const gateFields = ['owner', 'approvedOn', 'approvedBy', 'launchedOn', 'due', 'endedOn', 'outcome', 'lastInspected'] as const;
  const blanks = fc.array(fc.nat({ max: 3 }), { minLength: 64, maxLength: 64 });
  /** The same rows with blank cells that are gate breaches. */
  const withBlanks = (rows: PortfolioRows, keys: readonly number[]): PortfolioRows => withInitiatives(rows, (initiatives) =>
    initiatives.map((initiative, index) => gateFields.reduce((row, field, at) => {
      const isBlank = keys[(index * gateFields.length + at) % keys.length] === 0;
      return isBlank ? { ...row, [field]: null } : row;
    }, initiative)));

  const judgedAnew = ({ rows, policy, partners }: Portfolio, partner: PartnerHealth, changes: readonly Change[]): PartnerHealth =>
    judge(editedRows(rows, partner.partner, changes.map(({ edit }) => edit)), on, policy).partners[partners.indexOf(partner)]!;
  const isLifted = (from: PartnerHealth, { rating }: PartnerHealth): boolean => rating === 'Green' || (from.rating === 'Red' && rating === 'Amber');

  function* setsOf(changes: readonly Change[], size: number): Generator<readonly Change[]> {
    if (size === 0) yield [];
    else for (const [index, change] of changes.entries()) for (const rest of setsOf(changes.slice(index + 1), size - 1)) yield [change, ...rest];
  }

  /** Every set of up to four, judged anew: fewest changes, fewest of money, most points, first in the list. */
  function bySearchingAll(portfolio: Portfolio, partner: PartnerHealth, changes: readonly Change[]): readonly Change[] | null {
    for (let size = 1; size <= 4; size += 1) {
      for (let money = 0; money <= size; money += 1) {
        let best: { changes: readonly Change[]; health: number } | null = null;
        for (const set of setsOf(changes, size)) {
          if (set.filter(isOfMoney).length !== money) continue;
          const after = judgedAnew(portfolio, partner, set);
          if (isLifted(partner, after) && after.health! > (best?.health ?? -1)) best = { changes: set, health: after.health! };
        }
        if (best !== null) return best.changes;
      }
    }
    return null;
  }

  const cells = (changes: readonly Change[]): readonly string[] => changes.map(({ cell: { sheet, row, column } }) => `${sheet} ${row} ${column}`).sort();

  it('the set lifts the partner, judged anew, and its points add up', () => {
    fc.assert(fc.property(anyRows, blanks, fc.constantFrom(defaultPolicy, lenient), (rows, keys, policy) => {
      const portfolio = judge(withBlanks(rows, keys), on, policy);
      for (const partner of portfolio.partners) {
        const found = smallestChanges(portfolio, partner);
        if (found === null) continue;
        const { to, changes, health } = found;
        const after = judgedAnew(portfolio, partner, changes.map(({ change }) => change));
        expect(after.health).toBe(health);
        expect(isLifted(partner, after)).toBe(to !== null);
        expect(changes.length > 0).toBe(to !== null);
        expect(Math.abs(changes.reduce<number>((sum, { points }) => sum + points, partner.health!) - health)).toBeLessThan(1e-9);
      }
    }), lawRuns(300));
  });

  it('no smaller set does, none as small with less money, and none like it with more points', () => {
    fc.assert(fc.property(anyRows, blanks, (rows, keys) => {
      const portfolio = judge(withBlanks(rows, keys), on, lenient);
      for (const partner of portfolio.partners) {
        const found = smallestChanges(portfolio, partner);
        const changes = changesOf(portfolio, partner);
        if (found === null || changes.length > 9) continue;
        const smallest = bySearchingAll(portfolio, partner, changes);
        if (smallest === null) expect(found.to === null || !found.exact).toBe(true);
        else {
          expect(found.exact).toBe(true);
          expect(cells(found.changes.map(({ change }) => change))).toEqual(cells(smallest));
        }
      }
    }), lawRuns(150));
  });
});

describe('few sets are judged', () => {
  /** How often a partner was judged to find its changes, and what was found. */
  function judgements(partners: string, rows: readonly string[]): { readonly changes: number; readonly judged: number; readonly result: string } {
    const portfolio = judged(partners, `${head} | Last inspected\n${rows.join('\n')}`);
    const partner = portfolio.partners[0]!;
    const changes = changesOf(portfolio, partner).length;
    const judging = jest.spyOn(Scenarios.prototype, 'health');
    const found = smallestChanges(portfolio, partner);
    const { length } = judging.mock.calls;
    judging.mockRestore();
    return { changes, judged: length, result: `${found?.from} ${found?.to} ${found?.changes.length} ${found?.exact}` };
  }

  const rows = (count: number, row: (index: number) => string) => Array.from({ length: count }, (_, index) => `I${index} | Acme | ${row(index)}`);
  // There are more than a million sets of four
  it('of a Red partner with 20 initiatives and 82 changes', () => {
    const { changes, judged: times, result } = judgements('Partner | Last QBR | Joint business plan\nAcme | | ', rows(20, (index) =>
      `Launch | | ${1000 + 37 * index} | ${300 + 11 * index} | ${700 + 23 * index} | ${halfway} | 2026-01-01`));
    expect(changes).toBe(82);
    expect(result).toBe('Red Amber 17 false');
    expect(times).toBeLessThan(300);
  });

  it('of an Amber partner that needs more than four changes to be Green', () => {
    const { changes, judged: times, result } = judgements('Partner\nAcme', rows(20, (index) =>
      `Launch | Bob | ${1000 + 37 * index} | ${420 + 14 * index} | ${300 + 23 * index} | ${halfway} | 2026-09-01`));
    expect(changes).toBe(40);
    expect(result).toBe('Amber Green 5 false');
    expect(times).toBeLessThan(300);
  });

  it('of a partner to which only the sponsor rule denies Green', () => {
    const good = (index: number) => `Launch | Bob | ${1000 + 37 * index} | 1000 | 9000 | ${halfway} | 2026-01-01`;
    const small = rows(3, () => `Launch | | 1 | 1 | 9 | ${halfway} | 2026-01-01`);
    const { changes, judged: times, result } = judgements('Partner | Last QBR | Joint business plan\nAcme | 2026-09-01 | 2026-09-01', [...rows(20, good), ...small]);
    // 23 to inspect, 3 sponsors to name
    expect(changes).toBe(26);
    expect(result).toBe('Amber Green 3 true');
    // Today, each change alone, the one set, and the order of its three: 3 + 2 + 1
    expect(times).toBe(1 + 26 + 1 + 6);
  });
});
