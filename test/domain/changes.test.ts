import { isoText } from '../../src/domain/calendar';
import { cellAddress } from '../../src/domain/cell';
import { type Change, changeSentence, changesOf, isOfMoney } from '../../src/domain/changes';
import type { SerialDate } from '../../src/domain/measure';
import { asOf, day, judged } from './portfolioRows';

const halfway = '2026-02-02 | 2027-01-28';

/** The changes of the first partner. */
function changes(partners: string, initiatives: string | null): readonly Change[] {
  const portfolio = judged(partners, initiatives);
  return changesOf(portfolio, portfolio.partners[0]!);
}

function said(found: readonly Change[]): readonly string[] {
  return found.map((change) => `${changeSentence(change)} ${cellAddress(change.cell)}`);
}

describe('the single changes of a partner', () => {
  // Revenue 400 of 500 K: 80. Pipeline 900 K of 3 x 600 K: 50. Sponsorship 0. Governance: no check passes but the gates of one of two: 0.5 / 6.
  // (30 x 80 + 20 x 50 + 20 x 0 + 15 x 8.333) / 85 = 3525 / 85 = 41.470588
  const everything = () => changes(`
    Partner | Tier      | Alliance manager | Executive sponsor | Partner sponsor | Joint business plan | Last QBR   | Expectations agreed
    Acme    | Strategic |                  |                   |                 | 2025-09-29          | 2026-06-21 | no`, `
    Initiative | Partner | Stage   | Owner | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due | Last inspected
    Migration  | Acme    | Launch  |       |               | 1000000        | 400000  | 900000   | ${halfway} | 2026-07-01
    Training   | Acme    | Approve | Ann   |               | 1000000        |         |          |             |     |`);

  it('are what fails today, each with its cell and what it brings alone; most points first, money last among equals, then in table order', () => {
    expect(said(everything())).toEqual([
      // 20 x 50 / 85
      'Bring the pipeline of Migration to 1.8 M (+11.8 points) Initiatives!H2',
      // 20 x 80 / 2 / 85
      'Name a sales sponsor for Migration (+9.4 points) Initiatives!E2',
      'Name a sales sponsor for Training (+9.4 points) Initiatives!E3',
      // Revenue 100, and pipeline 900 K of 3 x 500 K: (30 x 20 + 20 x 10) / 85
      'Bring the revenue of Migration to 500 K (+9.4 points) Initiatives!G2',
      // 15 x 100 / 6 / 85
      'Hold the quarterly review (+2.9 points) Partners!G2',
      'Agree the joint business plan (+2.9 points) Partners!F2',
      'Agree the expectations (+2.9 points) Partners!H2',
      'Name an alliance manager (+2.9 points) Partners!C2',
      'Inspect Migration (+2.9 points) Initiatives!K2',
      // 20 x 10 / 85
      'Name an executive sponsor (+2.4 points) Partners!D2',
      'Name a partner sponsor (+2.4 points) Partners!E2',
      // 15 x 50 / 6 / 85
      'Name an owner for Migration (+1.5 points) Initiatives!D2',
    ]);
  });

  it('carry their points to six decimals, and the health with each alone', () => {
    const [pipeline] = everything();
    expect(pipeline!.points).toBe(11.764706);
    expect(pipeline!.alone.health).toBe(53.235294);
  });

  it('carry the value that the cell would have', () => {
    const values = Object.fromEntries(everything().map(({ kind, edit }) => [kind, edit.value]));
    expect(values).toEqual({
      pipeline: 180_000_000, salesSponsor: 'Somebody', revenue: 50_000_000, review: day(asOf), plan: day(asOf), expectations: true, manager: 'Somebody',
      inspection: day(asOf), executiveSponsor: 'Somebody', partnerSponsor: 'Somebody', breach: 'Somebody',
    });
  });

  it('name the initiative that they are of, or none', () => {
    expect(everything().map(({ kind, initiative }) => `${kind} ${initiative?.name ?? '-'}`)).toEqual([
      'pipeline Migration', 'salesSponsor Migration', 'salesSponsor Training', 'revenue Migration', 'review -', 'plan -', 'expectations -', 'manager -',
      'inspection Migration', 'executiveSponsor -', 'partnerSponsor -', 'breach Migration',
    ]);
    expect(everything().filter(isOfMoney).map(({ kind }) => kind)).toEqual(['pipeline', 'revenue']);
  });

  it('are of no figure that is not known, of nothing that closed long ago, and none without a rating', () => {
    const head = 'Initiative | Partner | Stage | Owner | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due | Ended on';
    expect(said(changes('Partner\nAcme', `${head}
      Migration | Acme | Launch | Ann | Bob | 1000 | 400  | 1800 | ${halfway} |
      Training  | Acme | Launch | Ann | Bob | 1000 |      |      | ${halfway} |
      Store     | Acme | Closed |     | Bob | 1000 | 1000 |      | 2024-01-01 | 2025-01-01 | 2025-01-01`))).toEqual([
      // 30 x 20 / 85
      'Bring the revenue of Migration to 500 (+7.1 points) Initiatives!G2',
    ]);
    // Sponsorship and governance alone are 35 %; a due date would make it 65 %.
    expect(changes('Partner\nAcme', `${head}\nMigration | Acme | Launch | Ann | Bob | 1000 | 400 | | 2026-02-02 | |`)).toEqual([]);
  });

  it('are none where nothing fails', () => {
    expect(changes(`
      Partner | Tier      | Alliance manager | Executive sponsor | Partner sponsor | Joint business plan | Last QBR   | Expectations agreed
      Acme    | Strategic | Ann              | Eve               | Pat             | 2025-09-30          | 2026-06-22 | yes`, `
      Initiative | Partner | Stage   | Owner | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due | Last inspected
      Migration  | Acme    | Launch  | Ann   | Bob           | 1000           | 500     | 1500     | ${halfway} | 2026-07-02
      Idea       | Acme    | Qualify |       |               | 1000           |         |          |             |     |`)).toEqual([]);
  });

  it('are none of what is not tracked, nor of what cannot be read', () => {
    expect(changes('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due
      Migration  | Acme    | Launch | Bob           | 1000           | 500     | 1500     | ${halfway}`)).toEqual([]);
    expect(changes('Partner | Joint business plan | Last QBR | Expectations agreed\nAcme | ? | ? | ?', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due       | Approved on | Last inspected
      Migration  | Acme    | Launch | Bob           | 1000           | 500     | 1500     | ${halfway} | ? | ?`)).toEqual([]);
  });

  it('are none of figures that are not known: they are to be filled in', () => {
    expect(said(changes('Partner | Alliance manager\nAcme | ', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due
      Known      | Acme    | Launch | Bob           | 1000           | 400     | 1350     | ${halfway}
      Blank      | Acme    | Launch | Bob           | 1000           |         |          | ${halfway}
      Untold     | Acme    | Launch | Bob           | 1000           | 500     |          | ${halfway}`))).toEqual([
      // Revenue 900 of 1,000, pipeline of Known 1,350 of 1,800: (30 x 10 + 20 x 15) / 85; 15 x 50 / 85; 20 x 25 / 85
      'Name an alliance manager (+8.8 points) Partners!B2',
      'Bring the revenue of Known to 500 (+7.1 points) Initiatives!F2',
      'Bring the pipeline of Known to 1.8 K (+5.9 points) Initiatives!G2',
    ]);
  });

  it('are none for a partner without a rating', () => {
    expect(changes('Partner | Alliance manager\nAcme | ', null)).toEqual([]);
    expect(changes('Partner | Status | Alliance manager\nAcme | Ended | ', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due
      Migration  | Acme    | Launch |               | 1000           | 500     | 1500     | ${halfway}`)).toEqual([]);
  });

  it('are none for a partner whom one of them would give a rating', () => {
    // Without its due date only sponsorship and governance are known, 35 %
    const due = (day: string) => changes('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due | Owner
      Migration  | Acme    | Launch | Bob           | 1000           | 500     | 1500     | 2026-02-02  | ${day} |`);
    expect(due('2027-01-28')).toHaveLength(1);
    expect(due('')).toEqual([]);
  });

  it('round money up to whole hundredths', () => {
    // 180 days of 360, ramp 120: 60 of 240 days of the plan are over
    const [revenue] = changes('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due
      Migration  | Acme    | Launch | Bob           | 0.05           | 0       | 1        | 2026-04-03 | 2027-03-29`);
    // 5 x 60 / 240 = 1.25
    expect(revenue).toMatchObject({ kind: 'revenue', amount: 2, edit: { value: 2 } });
  });

  it('are of money also where an initiative closed in the last four quarters, by its revenue alone', () => {
    const closed = (endedOn: string) => said(changes('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due        | Ended on
      Running    | Acme    | Launch | Bob           | 1000           | 500     | 1500     | ${halfway} |
      Over       | Acme    | Closed | Bob           | 500            | 250     | 0        | 2024-09-01 | 2025-09-01 | ${endedOn}`));
    // 30 x 25 / 85
    expect(closed('2025-10-01')).toEqual(['Bring the revenue of Over to 500 (+8.8 points) Initiatives!F3']);
    expect(closed('2025-09-30')).toEqual([]);
  });
});

describe('what a sentence says of the points', () => {
  it.each([
    [3.24, '(+3.2 points)'],
    [1, '(+1 point)'],
    [0.96, '(+1 point)'],
    [0.05, '(+0.1 points)'],
    [0.049, '(less than 0.1 points)'],
    [0, '(no points)'],
    [-0.049, '(costs less than 0.1 points)'],
    [-0.05, '(costs 0.1 points)'],
    [-1, '(costs 1 point)'],
    [-2.5, '(costs 2.5 points)'],
  ])('%d: %s', (points, text) => {
    const [change] = changes('Partner | Alliance manager\nAcme | ', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due
      Migration  | Acme    | Launch | Bob           | 1000           | 500     | 1500     | ${halfway}`);
    expect(changeSentence(change!, points)).toBe(`Name an alliance manager ${text}`);
  });
});

describe('mending a gate breach', () => {
  /** What would be entered into the blank cells of an initiative beside one that keeps its partner rated. */
  function mends(row: string, columns = 'Approved on | Approved by | Launched on | Due | Ended on | Outcome | Last inspected'): readonly string[] {
    const all = ['Approved on', 'Approved by', 'Launched on', 'Due', 'Ended on', 'Outcome', 'Last inspected'];
    const kept = columns.split('|').map((column) => column.trim());
    const steady = ['2026-01-15', 'Ann', '2026-02-02', '2027-01-28', '', '', '2026-09-01'].filter((_, index) => kept.includes(all[index]!));
    return changes('Partner\nAcme', `
      Initiative | Partner | Stage  | Owner | Sales sponsor | Revenue target | Revenue | Pipeline | Qualified on | ${columns}
      Steady     | Acme    | Launch | Ann   | Bob           | 1000           | 0       | 0        | 2026-01-01   | ${steady.join(' | ')}
      ${row}`)
      .flatMap((change) => {
        if (change.kind !== 'breach') return [];
        expect(change.edit).toMatchObject({ of: 'initiative', row: 2 });
        const { value } = change.edit;
        return [`${change.missing}: ${typeof value === 'number' ? isoText(value as SerialDate) : String(value)}`];
      }).sort();
  }

  it.each([
    ['the owner and who approved it are named', 'Launch | | Bob | 10 | 9 | 99 | 2026-01-01 | 2026-01-15 | | 2026-02-02 | 2027-01-28', ['Approved by: Somebody', 'Owner: Somebody']],
    ['it was approved when it was launched', 'Launch | Ann | Bob | 10 | 9 | 99 | 2026-01-01 | | Ann | 2026-02-02 | 2027-01-28', ['Approved on: 2026-02-02']],
    ['it was launched when it was approved', 'Launch | Ann | Bob | 10 | 9 | 99 | 2026-01-01 | 2026-01-15 | Ann | | 2027-01-28 | | | 2026-09-01', ['Launched on: 2026-01-15']],
    ['else both when it was qualified', 'Launch | Ann | Bob | 10 | 9 | 99 | 2026-01-01 | | Ann | | 2027-01-28 | | | 2026-09-01', ['Approved on: 2026-01-01', 'Launched on: 2026-01-01']],
    ['else both today', 'Launch | Ann | Bob | 10 | 9 | 99 | | | Ann | ? | 2027-01-28 | | | 2026-09-01', ['Approved on: 2026-09-30']],
    ['an unreadable date is no help', 'Launch | Ann | Bob | 10 | 9 | 99 | ? | ? | Ann | | 2027-01-28 | | | 2026-09-01', ['Launched on: 2026-09-30']],
    ['it is due twelve months after its launch', 'Launch | Ann | Bob | 10 | 9 | 99 | | 2026-02-02 | Ann | 2026-02-02 | ', ['Due: 2027-02-02']],
    ['due tomorrow is still ahead', 'Launch | Ann | Bob | 10 | 9 | 99 | | 2025-10-01 | Ann | 2025-10-01 | ', ['Due: 2026-10-01']],
    ['twelve months from today where those are over', 'Launch | Ann | Bob | 10 | 9 | 99 | | 2025-09-30 | Ann | 2025-09-30 | ', ['Due: 2027-09-30']],
    ['and where the launch is not known', 'Launch | Ann | Bob | 10 | 9 | 99 | | 2026-01-15 | Ann | ? | ', ['Due: 2027-09-30']],
    ['a closed one was due when its time was over', 'Closed | Ann | Bob | 10 | 9 | 99 | | 2025-01-01 | Ann | 2025-01-01 | | 2026-01-15 | Failed', ['Due: 2026-01-01']],
    ['it ended when it was due', 'Closed | Ann | Bob | 10 | 9 | 99 | | 2025-10-01 | Ann | 2025-10-01 | 2026-06-30 | | Failed', ['Ended on: 2026-06-30']],
    ['but not later than today', 'Closed | Ann | Bob | 10 | 9 | 99 | | 2025-10-01 | Ann | 2025-10-01 | 2026-12-31 | | Failed', ['Ended on: 2026-09-30']],
    ['today where no due date is known', 'Closed | Ann | Bob | 10 | 9 | 99 | | 2025-10-01 | Ann | 2025-10-01 | ? | | Failed', ['Ended on: 2026-09-30']],
    ['it succeeded', 'Closed | Ann | Bob | 10 | 9 | 99 | | 2025-10-01 | Ann | 2025-10-01 | 2026-06-30 | 2026-07-01 | ', ['Outcome: Succeeded']],
  ])('%s', (_, cells, expected) => {
    expect(mends(`Other | Acme | ${cells}`)).toEqual(expected);
  });

  it('is no change where it would break the order of dates', () => {
    // Ended in August, so that neither can have been today; launched before it was approved, if at all when that was
    expect(mends('Other | Acme | Closed | Ann | Bob | 10 | 9 | 99 | | | Ann | | 2027-01-28 | 2026-08-01 | Failed')).toEqual([]);
    expect(mends('Other | Acme | Launch | Ann | Bob | 10 | 9 | 99 | | 2026-08-01 | Ann | | 2026-08-01 | | | 2026-09-01')).toEqual([]);
    expect(mends('Other | Acme | Launch | Ann | Bob | 10 | 9 | 99 | | 2026-07-31 | Ann | | 2026-08-01 | | | 2026-09-01')).toEqual(['Launched on: 2026-07-31']);
    expect(mends('Other | Acme | Launch | Ann | Bob | 10 | 9 | 99 | 2026-03-01 | | Ann | 2026-02-02 | 2027-01-28')).toEqual([]);
  });

  it('is no change where the date would excuse the initiative from inspection', () => {
    const launched = (approvedOn: string) => mends(`Other | Acme | Launch | Ann | Bob | 10 | 9 | 99 | | ${approvedOn} | Ann | | 2027-01-28 | | | `);
    expect(launched('2026-07-02')).toEqual([]);
    expect(launched('2026-07-01')).toEqual(['Launched on: 2026-07-01']);
  });

  it('is no change where the date would take the initiative out of the gates', () => {
    const ended = (due: string) => mends(`Other | Acme | Closed | Ann | Bob | 10 | 9 | 99 | | 2025-01-01 | Ann | 2025-01-01 | ${due} | | Failed`);
    expect(ended('2025-09-30')).toEqual([]);
    expect(ended('2025-10-01')).toEqual(['Ended on: 2025-10-01']);
  });

  it('is no change where the date would move what is expected of an initiative that is judged', () => {
    // Without launch dates the plan of the year runs from the approval, unless its ramp was over when the year began
    const columns = 'Approved on | Approved by';
    const approved = (qualifiedOn: string) => mends(`Other | Acme | Launch | Ann | Bob | 1000 | 9 | 99 | ${qualifiedOn} | | Ann`, columns);
    expect(approved('2025-09-04')).toEqual([]);
    expect(approved('2025-09-03')).toEqual(['Approved on: 2025-09-03']);
    expect(approved('')).toEqual([]);
  });

  it('is no change where no gate is asked any more', () => {
    const owned = (endedOn: string) => mends(`Other | Acme | Closed | | Bob | 10 | 9 | 99 | | 2025-01-01 | Ann | 2025-01-01 | 2025-10-01 | ${endedOn} | Failed`);
    expect(owned('2025-10-01')).toEqual(['Owner: Somebody']);
    expect(owned('2025-09-30')).toEqual([]);
  });

  it('is no change where it would take the rating away', () => {
    // With the end, revenue of that initiative counts, and is not known: 1,000 of 1,000 + its target
    const ended = (target: number) => changes('Partner | Alliance manager\nAcme | Ann', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Launched on | Due | Ended on
      Steady     | Acme    | Launch | Bob           | 1000           | 0       | ${halfway} |
      Over       | Acme    | Closed | Bob           | ${target}      | 9       | ?          | 2026-06-30 |`)
      .filter(({ kind }) => kind === 'breach').map(({ edit }) => edit.field);
    // Confidence 30 x 1/2 + 20 + 15 = 50 %, and 30 x 1000 / 2001 + 35 < 50 %
    expect(ended(1000)).toEqual(['endedOn']);
    expect(ended(1001)).toEqual([]);
  });

  it('is no change for a target, which nobody can know, for a date in the wrong order, nor for a time limit', () => {
    expect(mends('Other | Acme | Launch | Ann | Bob | | | | | 2026-01-15 | Ann | 2026-02-02 | 2027-01-28')).toEqual([]);
    expect(mends('Other | Acme | Launch | Ann | Bob | 10 | 9 | 99 | | 2026-01-15 | Ann | 2026-01-14 | 2027-01-28')).toEqual([]);
    expect(mends('Other | Acme | Launch | Ann | Bob | 10 | 9 | 99 | | 2025-01-15 | Ann | 2025-01-15 | 2026-01-28')).toEqual([]);
  });

  it('is said as the gates say it', () => {
    expect(said(changes('Partner\nAcme', `
      Initiative | Partner | Stage  | Owner | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due | Approved on | Approved by
      Migration  | Acme    | Launch |       | Bob           | 1000           | 500     | 1500     | ${halfway} | |`))).toEqual([
      'Name an owner for Migration (no points) Initiatives!D2',
      'Enter the day on which Migration was approved, or take it to approval (no points) Initiatives!K2',
      'Enter who approved Migration, or take it to approval (no points) Initiatives!L2',
    ]);
  });

  it('costs points where it lets a low figure be known', () => {
    // Revenue 100, pipeline 100, sponsorship 100, gates 1 of 2: (3000 + 2000 + 2000 + 750) / 85 = 91.176471.
    // Then 125 of 245 days of Training's plan are over: revenue 500 of 500 + 510.204: 49.495; pipeline 0 of 3 M beside all of 3 M: 50; gates 2 of 2.
    // (1484.848 + 1000 + 2000 + 1500) / 85 = 70.409982
    const [due] = changes('Partner\nAcme', `
      Initiative | Partner | Stage  | Sales sponsor | Revenue target | Revenue | Pipeline | Launched on | Due
      Migration  | Acme    | Launch | Bob           | 1000000        | 500000  | 1500000  | ${halfway}
      Training   | Acme    | Launch | Bob           | 1000000        | 0       | 0        | 2026-01-28  |`);
    expect(due).toMatchObject({ kind: 'breach', missing: 'Due', points: -20.766489 });
  });
});
