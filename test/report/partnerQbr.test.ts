/** The review of one partner: what stands on it, and that the shared edition holds nothing that stays with us. */
import { dayText } from '../../src/domain/calendar';
import type { Portfolio } from '../../src/domain/portfolio';
import type { Edition, SectionId } from '../../src/report/qbrOptions';
import { allSections } from '../../src/report/qbrOptions';
import { qbrPlan, sectionsOf } from '../../src/report/qbr';
import { partnerSheetName } from '../../src/report/partnerQbr';
import type { SheetPlan } from '../../src/report/sheetPlan';
import { asOf, day, judged } from '../domain/portfolioRows';

const partners = `
  Partner  | Tier      | Executive sponsor | Partner sponsor | Joint business plan | Last QBR   | Expectations agreed | Alliance manager | Status | Relationship | Agreement ends
  Acme     | Strategic | Eva               |                 | 2026-01-15          | 2026-08-01 | yes                 | Ines             | Active | 90           | 2026-12-31
  Borealis | Growth    |                   |                 | 2023-01-15          | 2025-01-01 | no                  |                  | Watch  | 10           |`;
const initiatives = `
  Initiative | Partner  | Stage   | Owner | Sales sponsor | Revenue target | Revenue | Pipeline | Qualified on | Approved on | Approved by | Launched on | Due        | Last inspected | Ended on   | Outcome
  Cloud      | Acme     | Launch  | Lea   | Carla         | 1000000        | 400000  | 900000   | 2025-10-01   | 2025-11-01  | Board       | 2026-01-01  | 2026-12-31 | 2026-09-01     |            |
  Edge       | Acme     | Launch  | Lea   |               | 500000         | 100000  | 300000   | 2025-10-01   | 2025-11-01  | Board       | 2026-01-01  | 2026-12-31 | 2026-02-01     |            |
  Academy    | Acme     | Qualify | Lea   |               | 50000          |         |          | 2026-09-01   |             |             |             |            |                |            |
  Pilot      | Acme     | Closed  | Lea   | Carla         | 50000          | 60000   |          | 2025-01-01   | 2025-02-01  | Board       | 2025-03-01  | 2026-02-28 |                | 2026-02-28 | Succeeded
  Museum     | Acme     | Closed  | Lea   | Carla         | 50000          | 60000   |          | 2023-01-01   | 2023-02-01  | Board       | 2023-03-01  | 2024-02-28 |                | 2024-02-28 | Failed
  Robots     | Borealis | Launch  | Sam   |               | 2000000        | 100000  | 100000   | 2025-10-01   | 2025-11-01  | Board       | 2026-01-01  | 2026-12-31 | 2025-09-01     |            |`;
const history = `
  As of      | Partner | Health | Rating | Revenue score | Governance score | Relationship score
  2026-06-30 | Acme    | 50     | Red    | 40            | 100              | 0`;
const corrections = `
  Date       | Partner  | Correction      | Reason         | Review on
  2026-07-01 | Acme     | New joint owner | Nobody decided | 2026-12-01
  2026-07-02 | Borealis | Leave early     |                |
  2026-07-03 |          | Sponsor rule    |                |`;

const portfolio = judged(partners, initiatives, asOf, undefined, { history, corrections });
const texts = (plan: SheetPlan): string[] => plan.values.flat().filter((value): value is string => typeof value === 'string');
const rowOf = (plan: SheetPlan, text: string): number => plan.values.findIndex((row) => row.includes(text));
const headingsOf = (plan: SheetPlan): string[] => plan.looks.flatMap(({ area, look }) => (look.size === 14 && look.bold && area.columns === 1 ? [String(plan.values[area.row]?.[area.column])] : []));

function planOf(audience: 'internal' | 'shared', sections: ReadonlySet<SectionId> = allSections, key = 'acme', of: Portfolio = portfolio): SheetPlan {
  const edition: Edition = { kind: 'partner', key, audience };
  const plan = qbrPlan(of, { preparedBy: 'Ines Okafor', sections, edition });
  if (plan === null) throw new Error('There is no such partner.');
  return plan;
}

describe('the shared QBR without names', () => {
  const plan = qbrPlan(portfolio, { preparedBy: 'Ines Okafor', sections: allSections, edition: { kind: 'partner', key: 'acme', audience: 'shared', withoutNames: true } })!;

  test('names neither our people nor who prepared it, and says who of them there is', () => {
    expect(texts(plan)).toContain('As of 30 September 2026 · Shared edition');
    expect(texts(planOf('shared'))).toContain('As of 30 September 2026 · Prepared by Ines Okafor · Shared edition');
    expect(texts(plan).filter((text) => /\b(?:Carla|Ines|Eva|Lea|Board)\b/.test(text))).toEqual([]);
  });

  test('shows the figures of the one with names', () => {
    const figures = ({ values }: SheetPlan): unknown[] => values.flat().filter((value) => typeof value === 'number');
    expect(figures(plan)).toEqual(figures(planOf('shared')));
  });
});

describe('the QBR of one partner', () => {
  const internal = planOf('internal');

  test('is named for the quarter and the partner', () => {
    expect(internal.name).toBe('QBR 2026 Q3 Acme');
    expect(internal.values[1]).toEqual(expect.arrayContaining(['Acme', '2026 Q3']));
    expect(texts(internal)).toContain('As of 30 September 2026 · Prepared by Ines Okafor · Internal edition');
    expect(internal.print.footer).toMatchObject({ left: 'Acme', center: '2026 Q3  ·  Internal, not for the partner' });
  });

  test.each([
    ['Halden Cloud', 'QBR 2026 Q3 Halden Cloud'],
    ['Smith/Jones: [A*B?]\\Co', 'QBR 2026 Q3 Smith Jones A B Co'],
    ["'Quoted'", "QBR 2026 Q3 'Quoted"],
    ['Very long name of an alliance partner', 'QBR 2026 Q3 Very long name of a'],
    ['Eighteen letters 😀 x', 'QBR 2026 Q3 Eighteen letters 😀'],
    ['Nineteen letters ab😀', 'QBR 2026 Q3 Nineteen letters ab'],
    ["Apostrophe at the c'ut", "QBR 2026 Q3 Apostrophe at the c"],
    ['***', 'QBR 2026 Q3'],
    ['日本電気', 'QBR 2026 Q3 日本電気'],
  ])('a sheet can be called so for %s', (name, sheet) => {
    expect(partnerSheetName('2026 Q3', name)).toBe(sheet);
    expect(sheet.length).toBeLessThanOrEqual(31);
  });

  test('follows its own order of sections, the exit among them only internally', () => {
    const headings = ['Health by dimension', 'In charts', 'Initiatives', 'Sponsor gaps', 'Gate breaches', 'Course corrections', 'Correct or exit', 'Reviews due', 'Data notes', 'Figures behind the charts'];
    expect(headingsOf(internal)).toEqual(headings);
    expect(headingsOf(planOf('shared'))).toEqual(headings.filter((heading) => !['Correct or exit', 'Data notes'].includes(heading)));
    expect(headingsOf(planOf('internal', new Set(['reviews'])))).toEqual(['Reviews due']);
    expect(sectionsOf({ kind: 'partner', key: 'acme', audience: 'shared' })).not.toContain('exits');
  });

  test('puts the partner first: its health, its rating, its change', () => {
    const tiles = rowOf(internal, 'Health');
    expect(internal.values[tiles + 1]?.[1]).toBe(portfolio.partners[0]?.health);
    expect(internal.values[tiles + 1]?.[3]).toBe('▲ Amber');
    expect(internal.values[tiles + 2]).toContain('points since 30 Jun 2026');
    expect(texts(internal)).not.toContain('Portfolio health');
  });

  test('says first what one must know of it, and to the partner nothing of what we consider', () => {
    const opening = (plan: SheetPlan): string[] => plan.looks.flatMap(({ area, look }) => (look.size === 11 ? [String(plan.values[area.row]?.[area.column])] : []));
    const change = portfolio.trend.partners[0]!.change;
    const points = change.kind === 'known' ? Math.abs(change.points).toFixed(1).replace('.0', '') : '';
    expect(opening(internal)).toEqual([
      `Health of Acme is ${portfolio.partners[0]!.health!.toFixed(1)} of 100, Amber, up ${points} points since 30 June 2026; revenue costs it most, ${portfolio.partners[0]!.dimensions.revenue.pointsLost.toFixed(1)} points.`,
      expect.stringMatching(/^Revenue is \d\d % of plan to date, USD [\d.]+ K behind; \d\d % of what is missing is on Cloud\.$/),
      '1 of 2 initiatives past Qualify has no sales sponsor; USD 400 K is at risk, all of it on Edge.',
    ]);
    expect(opening(planOf('shared')).slice(1)).toEqual(opening(internal).slice(1));
    expect(Math.max(...opening(internal).map((line) => rowOf(internal, line)))).toBeLessThan(rowOf(internal, 'Health'));
    const inQuestion = (audience: 'internal' | 'shared'): string => opening(planOf(audience, new Set(), 'borealis')).join(' ');
    expect(inQuestion('internal')).toMatch(/The alliance with Borealis is in question: exit\.$/);
    expect(inQuestion('shared')).not.toMatch(/question|correct|exit|Acme/);
  });

  test('explains each dimension, with relationship only where we ask for it', () => {
    expect(texts(internal)).toContain('Relationship');
    expect(texts(internal).some((text) => text.startsWith('The edition for the partner leaves relationship out: there its health is'))).toBe(true);
    const unsurveyed = planOf('internal', allSections, 'acme', judged(partners.replaceAll(/\| (Relationship|90|10) +\|/g, '|'), initiatives));
    expect(texts(unsurveyed)).not.toContain('Relationship');
  });

  test('lists its initiatives with what each brings and needs next, older ones counted', () => {
    expect(internal.values[rowOf(internal, 'Cloud')]).toEqual(expect.arrayContaining(['Launch', 'Carla', 400_000, 900_000, '31 Dec 2026']));
    expect(texts(internal)).toEqual(expect.arrayContaining([
      '2 initiatives are launched, 1 is on the way to launch and 1 closed in the last four quarters.', 'Succeeded on 28 February 2026.', '1 initiative closed earlier is not shown.', 'Next: Name a sales sponsor for Academy.',
    ]));
    expect(rowOf(internal, 'Museum')).toBe(-1);
  });

  test('says who stands for the alliance, and who does not', () => {
    expect(texts(internal)).toContain("Our executive sponsor is Eva. No sponsor is named on the partner's side. The alliance manager is Ines.");
  });

  test('says what is due, and what of it is late', () => {
    expect(texts(internal)).toEqual(expect.arrayContaining(['1 of 6 is overdue.', 'Inspection of Edge', '151 days overdue', 'Checkpoint of "New joint owner"', 'End of the agreement']));
  });

  test('is none of a partner that is not there', () => {
    expect(qbrPlan(portfolio, { preparedBy: null, sections: allSections, edition: { kind: 'partner', key: 'nobody', audience: 'shared' } })).toBeNull();
  });

  test('keeps every look, link and height on the sheet', () => {
    for (const plan of [internal, planOf('shared')]) {
      for (const { area } of plan.looks) {
        expect(area.row + area.rows).toBeLessThanOrEqual(plan.values.length);
        expect(area.column + area.columns).toBeLessThanOrEqual(plan.columnWidths.length);
      }
      expect(plan.rowHeights.reduce((sum, run) => sum + run.rows, 0)).toBe(plan.values.length);
      expect(plan.values.flat().every((value) => typeof value !== 'number' || Number.isFinite(value))).toBe(true);
    }
  });

  test('of a partner of whom nothing is known stands all the same', () => {
    const plan = planOf('shared', allSections, 'acme', judged('Partner\nAcme'));
    expect(texts(plan)).toEqual(expect.arrayContaining(['○ Not rated', 'There is no initiative that is open or closed in the last four quarters.', 'No course correction is logged.', 'Nothing is due.']));
  });
});

describe('a survey of the relationship', () => {
  const surveyed = judged('Partner | Last QBR   | Relationship | Survey date\nAcme    | 2026-08-01 | 80           | 2025-08-01', initiatives);
  const due = (audience: 'internal' | 'shared'): string[] => texts(planOf(audience, allSections, 'acme', surveyed)).filter((text) => /survey|Quarterly review/.test(text));

  test('is due a year after the last one, for our own people alone', () => {
    expect(due('internal')).toEqual(expect.arrayContaining(['Relationship survey', 'Quarterly review']));
    expect(due('shared')).toEqual(['Quarterly review']);
  });
});

describe('the shared edition', () => {
  const shared = planOf('shared');

  test('says that it is shared, and with whom', () => {
    expect(texts(shared)).toContain('As of 30 September 2026 · Prepared by Ines Okafor · Shared edition');
    expect(shared.print.footer.center).toBe('2026 Q3  ·  Shared with Acme');
    expect(planOf('shared', allSections, 'r&d', judged('Partner\nR&D')).print.footer.center).toContain('R&&D');
  });

  test('says what its health is made of, whether or not we ask for the relationship', () => {
    const said = (plan: SheetPlan): boolean => texts(plan).some((text) => text.includes('made of revenue, pipeline, traction, sponsorship and governance'));
    expect(said(shared)).toBe(true);
    expect(said(planOf('shared', allSections, 'acme', judged('Partner\nAcme', initiatives)))).toBe(true);
    expect(texts(shared).some((text) => /relationship/i.test(text))).toBe(false);
  });

  test('leads to no cell of the workbook', () => {
    expect(shared.links).toEqual([]);
    expect(texts(shared).some((text) => /![A-Z]+\d/.test(text))).toBe(false);
  });

  test('tells of corrections without the reason, and of the agreement nothing', () => {
    expect(texts(shared)).toContain('New joint owner');
    expect(texts(shared).some((text) => text.includes('Nobody decided') || text.includes('agreement') || text.includes(dayText(day('2026-12-31'))))).toBe(false);
  });
});
