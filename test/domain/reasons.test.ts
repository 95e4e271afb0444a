import { cellAddress } from '../../src/domain/cell';
import { reasonsFor } from '../../src/domain/reasons';
import { judged } from './portfolioRows';

const halfway = '2026-02-02 | 2027-01-28';

/** The sentences of the first partner, each with its cells. */
function reasonsOf(partners: string, initiatives: string | null): readonly (readonly [string, string])[] {
  const portfolio = judged(partners, initiatives);
  return reasonsFor(portfolio, portfolio.partners[0]!).map(({ text, cells }) => [text, cells.map(cellAddress).join(' ')]);
}

describe('what costs points', () => {
  it('is said one sentence for each dimension, most points first, with the cells that cause it', () => {
    // revenue 180 of 500 K: 36, loses 30/85 x 64 = 22.588; pipeline 738 / (3 x 820): 30, loses 20/85 x 70 = 16.471;
    // sponsorship 80 + 0 + 10: loses 20/85 x 10 = 2.353; governance (1 + 0 + 1) / 3: loses 15/85 x 33.333 = 5.882
    expect(reasonsOf('Partner | Executive sponsor | Partner sponsor | Alliance manager | Expectations agreed\nAcme | | Pat | Ann | no', `
      Initiative         | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due
      Joint cloud launch | Acme    | Launch | Bob           | 1000000        | 180000  | 738000   | ${halfway}`)).toEqual([
      ['Revenue is 320 K behind plan on Joint cloud launch (−22.6 points)', 'Initiatives!F2'],
      ['Pipeline is 1.7 M short of what the plan still needs on Joint cloud launch (−16.5 points)', 'Initiatives!G2'],
      ['Expectations are not agreed (−5.9 points)', 'Partners!E2'],
      ['No executive sponsor is named (−2.4 points)', 'Partners!B2'],
    ]);
  });

  it('names the worst of many initiatives first', () => {
    const [first] = reasonsOf('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Traction target | Traction | Launched on | Due
      A          | Acme    | Launch | Bob           | 6               | 3        | ${halfway}
      B          | Acme    | Launch | Bob           | 12              | 2        | ${halfway}
      C          | Acme    | Launch | Bob           | 6               | 9        | ${halfway}`);
    // Expected 4 + 8 + 4, reached 3 + 2 + 4 = 9 of 16; loses 15/50 x 43.75 = 13.125
    expect(first).toEqual(['Traction is 7 joint opportunities behind plan on B and A (−13.1 points)', 'Initiatives!F3 Initiatives!F2']);
  });

  it('says "on 3 initiatives" where there are more than two, and one opportunity in the singular', () => {
    const rows = (behind: number) => Array.from({ length: behind }, (_, index) => `I${index} | Acme | Launch | Bob | 12 | 7 | ${halfway}`).join('\n');
    const head = 'Initiative | Partner | Stage | Sales sponsor | Traction target | Traction | Launched on | Due';
    expect(reasonsOf('Partner\nAcme', `${head}\n${rows(1)}`)[0]?.[0]).toBe('Traction is 1 joint opportunity behind plan on I0 (−3.8 points)');
    expect(reasonsOf('Partner\nAcme', `${head}\n${rows(3)}`)[0]?.[0]).toBe('Traction is 3 joint opportunities behind plan on 3 initiatives, the most on I0 (−3.8 points)');
  });

  it('names missing and silent sponsors, and the sponsors of the partner', () => {
    expect(reasonsOf('Partner | Executive sponsor | Partner sponsor\nAcme | | ', `
      Initiative | Partner | Stage   | Sales sponsor | Sponsor last engaged | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch  |               |                      | 1000           | 1000    | ${halfway}
      B          | Acme    | Launch  | Bob           | 2026-01-01           | 1000           | 1000    | ${halfway}
      C          | Acme    | Launch  |               |                      | 1000           | 1000    | ${halfway}
      D          | Acme    | Approve |               |                      | 1000           |         |             |`)[0]).toEqual([
      // share (1000 x 1/2) / 4000 = 1/8: score 10; loses 20/85 x 90 = 21.176
      'No sales sponsor is named for A, C and 1 more; the sales sponsor of B did not engage within 90 days; no executive sponsor is named; no partner sponsor is named (−21.2 points)',
      'Initiatives!D2 Initiatives!D4 Initiatives!D5 Initiatives!E3 Partners!B2 Partners!C2',
    ]);
  });

  it('names every failed governance check, inspection and gates with their initiatives', () => {
    expect(reasonsOf(`
      Partner | Tier      | Joint business plan | Last QBR   | Expectations agreed | Alliance manager
      Acme    | Strategic | 2025-01-01          | 2026-01-01 |                     |`, `
      Initiative | Partner | Stage  | Sales sponsor | Owner | Last inspected | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch | Bob           |       | 2026-01-01     | 1000           | 1000    | ${halfway}
      B          | Acme    | Launch | Bob           | Ann   |                | 1000           | 1000    | ${halfway}`)).toEqual([[
      // checks 0, 0, 0, 0, 0/2, 1/2: (1/2) / 6 = 8.333; loses 15/85 x 91.667 = 16.176
      'No joint business plan was agreed within 12 months; no quarterly review was held within 100 days; expectations are not agreed; '
        + 'no alliance manager is named; A and B were not inspected within 90 days; A has gate breaches (−16.2 points)',
      'Partners!C2 Partners!D2 Partners!E2 Partners!F2 Initiatives!F2 Initiatives!F3 Initiatives!E2',
    ]]);
  });

  it('says how the relationship is rated, and names views 20 points apart', () => {
    const initiatives = `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 1000    | ${halfway}`;
    // 70 in the mean; loses 10/95 x 30 = 3.158
    expect(reasonsOf("Partner | Relationship | Partner's view\nAcme | 80 | 60", initiatives)).toEqual([
      ['The relationship is rated 80 by us and 60 by the partner (−3.2 points)', 'Partners!B2 Partners!C2'],
      ["The two views of the relationship are 20 points apart: 80 ours, 60 the partner's", 'Partners!B2 Partners!C2'],
    ]);
    expect(reasonsOf("Partner | Relationship | Partner's view\nAcme | 79.5 | 60", initiatives)).toHaveLength(1);
    expect(reasonsOf('Partner | Relationship\nAcme | 90', initiatives)).toEqual([['The relationship is rated 90 by us (−1.1 points)', 'Partners!B2']]);
  });

  it('names of the initiatives only those behind plan, and of the closed ones only those of the last four quarters', () => {
    // Expected 500 + 500 + 1000, reached 500 + 100 + 900 = 1500 of 2000: 75; loses 30/65 x 25 = 11.538. D is history, E not launched.
    expect(reasonsOf('Partner\nAcme', `
      Initiative | Partner | Stage   | Sales sponsor | Revenue target | Revenue | Launched on | Due        | Ended on
      A          | Acme    | Launch  | Bob           | 1000           | 500     | ${halfway} |
      B          | Acme    | Launch  | Bob           | 1000           | 100     | ${halfway} |
      C          | Acme    | Closed  | Bob           | 1000           | 900     | 2025-01-01  | 2026-01-01 | 2026-01-01
      D          | Acme    | Closed  | Bob           | 1000           | 0       | 2024-01-01  | 2025-01-01 | 2025-01-01
      E          | Acme    | Approve | Bob           | 1000           | 0       |             |            |`)).toEqual([
      ['Revenue is 500 behind plan on B and C (−11.5 points)', 'Initiatives!F3 Initiatives!F4'],
    ]);
  });

  it('names a sponsor that is missing at the partner, not the one that is there or has no column', () => {
    const initiatives = `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 500     | ${halfway}`;
    // sponsorship 90 of 100, and 80 of 90 where only one column exists: loses 20/65 x 10 = 3.077 and 20/65 x 11.111 = 3.419
    expect(reasonsOf('Partner | Executive sponsor | Partner sponsor\nAcme | Eve |', initiatives)).toEqual([['No partner sponsor is named (−3.1 points)', 'Partners!C2']]);
    expect(reasonsOf('Partner | Executive sponsor | Partner sponsor\nAcme | | Pat', initiatives)).toEqual([['No executive sponsor is named (−3.1 points)', 'Partners!B2']]);
    expect(reasonsOf('Partner | Partner sponsor\nAcme |', initiatives)).toEqual([['No partner sponsor is named (−3.4 points)', 'Partners!B2']]);
    expect(reasonsOf('Partner | Executive sponsor\nAcme |', initiatives)).toEqual([['No executive sponsor is named (−3.4 points)', 'Partners!B2']]);
  });

  it('names of gate breaches those that Governance counts: no missing sales sponsor, and nothing of what closed long ago', () => {
    // governance: A has a breach, B none that counts here: 1/2 loses 15/65 x 50 = 11.538; sponsorship (1000/2000) x 100 = 50 loses 15.385
    expect(reasonsOf('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Owner | Revenue target | Revenue | Launched on | Due        | Ended on
      A          | Acme    | Launch |               |       | 1000           | 500     | ${halfway} |
      B          | Acme    | Launch | Bob           | Ann   | 1000           | 500     | ${halfway} |
      C          | Acme    | Closed |               |       | 1000           | 1000    | 2024-01-01  | 2025-01-01 | 2025-01-01`).slice(0, 2)).toEqual([
      ['No sales sponsor is named for A (−15.4 points)', 'Initiatives!D2'],
      ['A has gate breaches (−11.5 points)', 'Initiatives!E2'],
    ]);
  });

  it('names the view of the one that rated', () => {
    const initiatives = `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 500     | ${halfway}`;
    // loses 10/75 x 50 = 6.667
    expect(reasonsOf("Partner | Relationship | Partner's view\nAcme | 50 |", initiatives)).toEqual([['The relationship is rated 50 by us (−6.7 points)', 'Partners!B2']]);
    expect(reasonsOf("Partner | Relationship | Partner's view\nAcme | | 50", initiatives)).toEqual([['The relationship is rated 50 by the partner (−6.7 points)', 'Partners!C2']]);
  });

  it('says nothing where nothing is lost', () => {
    expect(reasonsOf('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 1000    | ${halfway}`)).toEqual([]);
  });
});

describe('remarks without points', () => {
  it('name the launched initiatives that keep a partner from Green', () => {
    expect(reasonsOf('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch | Bob           | 9000           | 9000    | ${halfway}
      B          | Acme    | Launch |               | 1000           | 1000    | ${halfway}`)).toContainEqual([
      'Amber, not Green: B is launched without a sales sponsor', 'Initiatives!D3',
    ]);
  });

  it('name only what is launched under the sponsor rule', () => {
    expect(reasonsOf('Partner\nAcme', `
      Initiative | Partner | Stage   | Sales sponsor | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch  | Bob           | 9000           | 9000    | ${halfway}
      B          | Acme    | Launch  |               | 500            | 500     | ${halfway}
      C          | Acme    | Approve |               | 500            |         |             |`)).toContainEqual([
      'Amber, not Green: B is launched without a sales sponsor', 'Initiatives!D3',
    ]);
  });

  it('ask for no cell of a column that the table does not have', () => {
    expect(reasonsOf('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | ${halfway}`)).toEqual([
      ['Not rated: only 35 % of its health is known; data on revenue, pipeline and traction is missing', ''],
    ]);
  });

  it('are made without an Initiatives table too', () => {
    expect(reasonsOf('Partner | Alliance manager\nAcme | Ann', null)).toEqual([
      ['Not rated: only 15 % of its health is known; data on revenue, pipeline, traction and sponsorship is missing', ''],
    ]);
  });

  it('name of a ramping partner the launches that are too early', () => {
    expect(reasonsOf('Partner\nAcme', `
      Initiative | Partner | Stage   | Sales sponsor | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch  | Bob           |                |         | ${halfway}
      B          | Acme    | Launch  | Bob           | 1000           | 0       | 2026-09-20  | 2027-09-20
      C          | Acme    | Approve | Bob           | 1000           | 0       |             |`)).toEqual([
      ['Not rated: its launched initiatives are ramping, too early to judge', 'Initiatives!G3'],
    ]);
  });

  it('name the cell to fill in, or to correct, where a figure is unknown, each once', () => {
    expect(reasonsOf('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Traction target | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           |         | 500      |                 | ${halfway}
      B          | Acme    | Launch | Bob           | 1000           | 100     | 500      | 5               | 2026-01-01 | 2025-01-01
      C          | Acme    | Launch | Bob           | 1000           | 500     |          |                 | ${halfway}
      D          | Acme    | Launch | Bob           | 1000           | 500     | 500      |                 | ?  | 2027-01-01`).filter(([text]) => /^(Fill|Correct)/.test(text))).toEqual([
      ['Fill in Revenue of A: without it part of its performance is unknown', 'Initiatives!F2'],
      ['Correct Due of B: until then part of its performance is unknown', 'Initiatives!J3'],
      ['Fill in Pipeline of C: without it part of its performance is unknown', 'Initiatives!G4'],
      ['Correct Launched on of D: until then part of its performance is unknown', 'Initiatives!I5'],
    ]);
  });

  it('say why a partner has no rating, and then nothing costs points', () => {
    expect(reasonsOf('Partner | Status\nAcme | Ended', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch |               | 1000           | 0       | ${halfway}`)).toEqual([
      ['Not rated: the alliance has ended', 'Partners!B2'],
    ]);
    expect(reasonsOf('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due
      A          | Acme    | Launch | Bob           | 1000           | 0       | 2026-09-20  | 2027-09-20`)).toEqual([
      ['Not rated: its launched initiatives are ramping, too early to judge', 'Initiatives!G2'],
    ]);
    expect(reasonsOf('Partner\nAcme', 'Initiative | Partner | Stage | Sales sponsor\nA | Acme | Approve | Bob')).toEqual([
      ['Not rated: only 35 % of its health is known; data on revenue, pipeline and traction is missing', ''],
    ]);
  });
});
