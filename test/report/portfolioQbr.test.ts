import { portfolioQbr } from '../../src/report/portfolioQbr';
import type { SheetPlan } from '../../src/report/sheetPlan';
import { day, judged, portfolioRows } from '../domain/portfolioRows';
import { judge } from '../../src/domain/judge';

const partners = `
  Partner  | Tier      | Executive sponsor | Partner sponsor | Joint business plan | Last QBR   | Expectations agreed | Alliance manager | Status
  Acme     | Strategic | Eva               | Paul            | 2026-01-15          | 2026-08-01 | yes                 | Ines             | Active
  Borealis | Growth    |                   |                 | 2023-01-15          | 2025-01-01 | no                  |                  | Active
  Cirrus   | Tactical  | Eva               | Rui             | 2026-01-15          | 2026-08-01 | yes                 | Ines             | Ended`;
const initiatives = `
  Initiative | Partner  | Stage  | Owner | Sales sponsor | Revenue target | Revenue | Pipeline | Traction target | Traction | Qualified on | Approved on | Approved by | Launched on | Due        | Last inspected
  Cloud      | Acme     | Launch | Lea   | Carla         | 1000000        | 800000  | 900000   | 20              | 16       | 2025-10-01   | 2025-11-01  | Board       | 2026-01-01  | 2026-12-31 | 2026-09-01
  Robots     | Borealis | Launch | Sam   |               | 2000000        | 100000  | 100000   | 20              | 2        | 2025-10-01   | 2025-11-01  | Board       | 2026-01-01  | 2026-12-31 | 2025-09-01
  Academy    | Acme     | Qualify | Lea  |               | 50000          |         |          |                 |          | 2026-09-01   |             |             |             |            |`;

const texts = (plan: SheetPlan): string[] => plan.values.flat().filter((value): value is string => typeof value === 'string');
const rowOf = (plan: SheetPlan, text: string): number => plan.values.findIndex((row) => row.includes(text));

describe('the portfolio QBR', () => {
  const portfolio = judged(partners, initiatives);
  const plan = portfolioQbr(portfolio, { preparedBy: 'Ines Okafor' });

  test('is named for the quarter under review', () => {
    expect(plan.name).toBe('QBR 2026 Q3');
    expect(portfolioQbr(judged(partners, initiatives, '2026-11-14'), { preparedBy: null }).name).toBe('QBR 2026 Q3');
    expect(portfolioQbr(judged(partners, initiatives, '2026-11-15'), { preparedBy: null }).name).toBe('QBR 2026 Q4');
  });

  test('says whose portfolio, of which quarter and day, and who prepared it', () => {
    expect(plan.values[1]).toEqual(expect.arrayContaining(['Alliance portfolio', '2026 Q3']));
    expect(texts(plan).some((text) => text.includes('30 September 2026') && text.includes('Prepared by Ines Okafor'))).toBe(true);
    expect(texts(portfolioQbr(portfolio, { preparedBy: null })).some((text) => text.includes('Prepared by'))).toBe(false);
  });

  test('puts the portfolio health in the first tile, as a number that the cell formats', () => {
    const labels = rowOf(plan, 'Portfolio health');
    expect(plan.values[labels + 1]?.[1]).toBe(portfolio.health);
  });

  test('lists partners worst first, each rating in word and shape, ended ones last', () => {
    const scorecard = portfolioQbr(portfolio, { preparedBy: null, sections: new Set(['scorecard']) });
    const names = scorecard.values.map((row) => row[1]).filter((value) => ['Acme', 'Borealis', 'Cirrus'].includes(String(value)));
    expect(names).toEqual(['Borealis', 'Acme', 'Cirrus']);
    expect(plan.values[rowOf(plan, 'Borealis')]).toContain('■ Red');
    expect(plan.values[rowOf(plan, 'Cirrus')]).toContain('○ Not rated');
  });

  test('states what it found before each list', () => {
    expect(texts(plan)).toEqual(expect.arrayContaining([
      '1 of 2 rated partners is Red: Borealis.',
      '1 initiative past Qualify has no sales sponsor; USD 1.9 M is at risk. 1 more initiative needs one to pass Qualify.',
    ]));
  });

  test('links each gap to the cell that would close it', () => {
    const row = rowOf(plan, 'Initiatives!E3');
    expect(plan.values[row]).toEqual(expect.arrayContaining(['Robots', 'Borealis', 'Critical', 1_900_000]));
    expect(plan.links).toContainEqual({ row, column: 11, location: 'Initiatives!E3', screenTip: 'Robots' });
  });

  test('shows a name as data, on one line and no wider than its cells', () => {
    const rows = portfolioRows(partners, initiatives);
    const hostile = { ...rows, partners: rows.partners && { ...rows.partners, rows: rows.partners.rows.map((row, i) => (i === 0 ? { ...row, name: `=HYPERLINK("http://x","y")\n${'W'.repeat(32_000)}` } : row)) } };
    const shown = texts(portfolioQbr(judge(hostile, day('2026-09-30')), { preparedBy: null })).find((text) => text.startsWith('=HYPERLINK'));
    expect(shown).toMatch(/^=HYPERLINK\("http:\/\/x","y"\)/);
    expect(shown?.length).toBeLessThan(40);
    expect(shown).not.toContain('\n');
  });

  test('prints in landscape, one page wide, under its repeated title', () => {
    expect(plan.print).toMatchObject({ orientation: 'landscape', pagesWide: 1, titleRows: { row: 0, rows: plan.frozenRows } });
    expect(plan.print.breaks.every((row) => row > plan.frozenRows)).toBe(true);
  });

  test('keeps every look, link and height on the sheet', () => {
    const [rows, columns] = [plan.values.length, plan.columnWidths.length];
    for (const { area } of plan.looks) {
      expect(area.row + area.rows).toBeLessThanOrEqual(rows);
      expect(area.column + area.columns).toBeLessThanOrEqual(columns);
    }
    expect(plan.rowHeights.reduce((sum, run) => sum + run.rows, 0)).toBe(rows);
    expect(plan.values.every((row) => row.length === columns)).toBe(true);
  });
});

describe('the sections of the portfolio QBR', () => {
  const history = `
    As of      | Partner  | Health | Rating | Revenue target | Portfolio health
    2026-06-30 | Acme     | 90     | Green  | 1000000        | 60
    2026-06-30 | Borealis | 30     | Red    | 2000000        | 60`;
  const corrections = `
    Date       | Partner  | Correction      | Reason       | Review on
    2026-07-01 | Borealis | New joint owner | No one cared | 2026-08-01
    2026-01-01 |          | Sponsor rule    |              |`;
  const portfolio = judged(partners, initiatives, '2026-09-30', undefined, { corrections, history });
  const headingsOf = (plan: SheetPlan): string[] => plan.looks.flatMap(({ area, look }) => (look.size === 14 ? [String(plan.values[area.row]?.[area.column])] : []));

  test('follow the method: what changed, the scorecard, gaps, breaches, corrections, the sponsor effect, exits, decisions, what falls due, what it rests on', () => {
    expect(headingsOf(portfolioQbr(portfolio, { preparedBy: null }))).toEqual([
      'What changed since the last review', 'Partner scorecard', 'Sponsor gaps', 'Gate breaches', 'Course corrections', 'Sponsors and success', 'Correct or exit', 'Decisions asked for', 'Reviews due', 'Data notes',
    ]);
  });

  test('that are not chosen are left out; the title and the headline always stand', () => {
    const plan = portfolioQbr(portfolio, { preparedBy: null, sections: new Set(['exits']) });
    expect(headingsOf(plan)).toEqual(['Correct or exit']);
    expect(texts(plan)).toEqual(expect.arrayContaining(['Alliance portfolio', 'Portfolio health']));
  });

  test('say how the portfolio changed, and which partners moved, the deepest fall first', () => {
    const plan = portfolioQbr(portfolio, { preparedBy: null, sections: new Set(['changes']) });
    expect(texts(plan).find((text) => text.startsWith("The portfolio's health"))).toMatch(/^The portfolio's health (rose|fell) by [\d.]+ points since 30 June 2026; over the partners rated at both times it (rose|fell) by [\d.]+ points\.$/);
    expect(plan.values[rowOf(plan, 'Borealis')]).toEqual(expect.arrayContaining(['■ Red', 30, '30 Jun 2026']));
    expect(rowOf(plan, 'Cirrus')).toBe(-1);
  });

  test('say so where there is no earlier review', () => {
    expect(texts(portfolioQbr(judged(partners, initiatives), { preparedBy: null }))).toContain('There is no earlier review to compare with.');
  });

  test('tell of each correction what came of it, the latest first', () => {
    const plan = portfolioQbr(portfolio, { preparedBy: null, sections: new Set(['corrections']) });
    expect(rowOf(plan, 'New joint owner')).toBeLessThan(rowOf(plan, 'Sponsor rule'));
    expect(plan.values[rowOf(plan, 'New joint owner')]).toEqual(expect.arrayContaining(['1 Jul 2026', 'Borealis', '1 Aug 2026']));
    expect(plan.values[rowOf(plan, 'Sponsor rule')]).toContain('Whole portfolio');
    expect(texts(plan).some((text) => text.endsWith('Reason: No one cared'))).toBe(true);
  });

  test('advise on each alliance in question, with the reasons', () => {
    const plan = portfolioQbr(portfolio, { preparedBy: null, sections: new Set(['exits']) });
    expect(texts(plan)).toEqual(expect.arrayContaining(['1 alliance is in question: exit.']));
    expect(plan.values[rowOf(plan, 'Borealis')]).toContain('Exit');
    expect(texts(plan).some((text) => text.startsWith('Red on 30 June 2026 and Red on 30 September 2026.'))).toBe(true);
  });
});

describe('a QBR with little to show', () => {
  test('of a workbook with nobody to rate says so in words, not numbers', () => {
    const plan = portfolioQbr(judged('Partner\nAcme'), { preparedBy: null });
    expect(texts(plan)).toEqual(expect.arrayContaining(['no partner is rated yet', 'No partner can be rated yet; the line below each says what is missing.', 'Every initiative past Qualify has a sales sponsor.', 'Every initiative has what its gates ask for.']));
    expect(plan.values.flat().filter((value) => typeof value === 'number').every(Number.isFinite)).toBe(true);
  });

  test('of no partners at all still stands', () => {
    expect(texts(portfolioQbr(judged('Partner'), { preparedBy: null }))).toContain('Partners: no rows.');
  });
});

describe('a QBR of a thousand partners', () => {
  const many = Array.from({ length: 1000 }, (_, i) => `Partner ${String(i).padStart(4, '0')} | Growth | 2026-01-15`).join('\n');
  const plan = portfolioQbr(judged(`Partner | Tier | Joint business plan\n${many}`), { preparedBy: null });

  test('shows the worst 25, says how many more, and lists those in the appendix up to its limit', () => {
    expect(texts(plan)).toContain('and 975 more in the appendix');
    expect(texts(plan)).toContain('Appendix: partner scorecard, continued');
    expect(texts(plan)).toContain('and 475 more, listed in the pane');
  });
});
