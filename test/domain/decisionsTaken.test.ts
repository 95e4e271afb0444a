/** What became of decisions: what was written beside them, and what the tables show since. */
import { isoText } from '../../src/domain/calendar';
import type { DecisionKind, DecisionRecord } from '../../src/domain/decision';
import { decisionLog, decisionsTaken, decisionsToKeep, gapsChanged } from '../../src/domain/decisionsTaken';
import { defaultPolicy } from '../../src/domain/policy';
import { day, judged } from './portfolioRows';

const partners = `
  Partner  | Executive sponsor | Joint business plan | Last QBR   | Status
  Acme     | Eva               | 2026-01-15          | 2026-08-01 | Active
  Borealis | Nils              | 2026-09-02          | 2026-09-15 | Exiting
  Cirrus   |                   | 2023-01-15          |            | Ended`;
const initiatives = `
  Initiative | Partner  | Stage   | Sales sponsor | Outcome
  Cloud      | Acme     | Launch  | Carla         |
  Academy    | Acme     | Launch  |               |
  Robots     | Acme     | Closed  |               | Stopped
  Data       | Borealis | Approve |               |`;
const corrections = `
  Date       | Partner  | Correction
  2026-06-10 | Acme     | Before it was asked
  2026-09-01 | Borealis | New owner
  2027-01-01 | Acme     | Not yet`;
const history = `
  As of      | Partner  | Health | Rating | Run
  2026-06-30 | Acme     | 50     | Red    | run-1
  2026-06-30 | Borealis | 40     | Red    | run-1`;
const portfolio = judged(partners, initiatives, '2026-09-30', defaultPolicy, { corrections, history });

const record = (kind: DecisionKind, partner: string, initiative: string | null, number: number | null, more: Partial<DecisionRecord> = {}): DecisionRecord => ({
  askedOn: day('2026-06-30'), number, kind, asked: `${kind} ${partner}`, partner, key: partner.toLowerCase(), initiative, owner: 'Lea', by: day('2026-07-14'), decision: null, askedIn: 'run-1', run: 'run-1', ...more,
});

describe('what became of a decision', () => {
  test.each<[DecisionKind, string, string | null, string]>([
    ['sponsor', 'Acme', 'Cloud', 'named Carla'],
    ['sponsor', 'Acme', ' cloud ', 'named Carla'],
    ['sponsor', 'Acme', 'Academy', 'nothingYet'],
    ['sponsor', 'Acme', 'Robots', 'closed'],
    ['sponsor', 'Acme', 'Renamed since', 'gone'],
    ['sponsor', 'Dorado', 'Cloud', 'gone'],
    ['exit', 'Borealis', null, 'exiting'],
    ['exit', 'Cirrus', null, 'ended'],
    ['exit', 'Acme', null, 'nothingYet'],
    ['correction', 'Borealis', null, 'corrected 2026-09-01'],
    ['correction', 'Acme', null, 'nothingYet'],
    ['executive', 'Borealis', null, 'named Nils'],
    ['plan', 'Borealis', null, 'agreed 2026-09-02'],
    ['plan', 'Acme', null, 'nothingYet'],
    ['review', 'Borealis', null, 'held 2026-09-15'],
    ['review', 'Acme', null, 'held 2026-08-01'],
  ])('%s of %s %s: %s', (kind, partner, initiative, expected) => {
    const log = decisionLog([record(kind, partner, initiative, 1)], [{ askedIn: 'run-1', number: 1, decision: 'Yes' }]);
    const [{ became } = { became: undefined }] = decisionsTaken(portfolio, log)!.taken;
    const more = became === undefined ? '' : 'person' in became ? became.person : 'day' in became ? isoText(became.day) : 'correction' in became ? isoText(became.correction.date) : '';
    expect(`${became?.kind} ${more}`.trim()).toBe(expected);
  });

  test('is overdue only where nothing happened and its day is over', () => {
    const log = decisionLog(
      [record('sponsor', 'Acme', 'Academy', 1), record('sponsor', 'Acme', 'Cloud', 2), record('exit', 'Acme', null, 3, { by: day('2026-09-30') })],
      [1, 2, 3].map((number) => ({ askedIn: 'run-1', number, decision: 'Yes' })),
    );
    expect(decisionsTaken(portfolio, log)!.taken.map(({ overdue }) => overdue)).toEqual([true, false, false]);
  });

  test('shows the health of then and now for exits and corrections', () => {
    const log = decisionLog([record('correction', 'Borealis', null, 1), record('review', 'Borealis', null, 2)], [1, 2].map((number) => ({ askedIn: 'run-1', number, decision: 'Yes' })));
    expect(decisionsTaken(portfolio, log)!.taken.map(({ health }) => health)).toEqual([{ then: 40, now: portfolio.partners[1]!.health }, null]);
  });
});

describe('what was decided', () => {
  test('is nothing as long as no review asked, and nothing that a later review asks', () => {
    expect(decisionsTaken(portfolio, decisionLog([], []))).toBeNull();
    expect(decisionsTaken(portfolio, decisionLog([record('exit', 'Acme', null, 1, { askedOn: day('2026-10-31') })], [{ askedIn: 'run-1', number: 1, decision: 'Yes' }]))).toBeNull();
  });

  test('counts the decisions on the sheet of the last review, and names those of earlier ones to which nothing happened', () => {
    const march = { askedOn: day('2026-03-31'), askedIn: 'run-0' };
    const log = decisionLog(
      [
        record('sponsor', 'Acme', 'Cloud', 1, march), record('sponsor', 'Acme', 'Academy', 2, march), record('exit', 'Acme', null, 3, march),
        record('sponsor', 'Acme', 'Robots', 1), record('review', 'Acme', null, 2), record('plan', 'Acme', null, null),
      ],
      [{ askedIn: 'run-0', number: 1, decision: 'Carla' }, { askedIn: 'run-0', number: 2, decision: 'Ask Dana' }, { askedIn: 'run-1', number: 1, decision: 'Stop it' }],
    );
    const found = decisionsTaken(portfolio, log)!;
    const told = (taken: typeof found.taken): unknown => taken.map(({ record: { initiative }, decision }) => [initiative, decision]);
    expect([isoText(found.askedOn), found.asked, told(found.taken), told(found.earlier)]).toEqual(['2026-06-30', 2, [['Robots', 'Stop it']], [['Academy', 'Ask Dana']]]);
  });

  test('names a thing once, however often it was decided and asked again', () => {
    const asked = ['2025-12-31', '2026-03-31', '2026-06-30'].map((on, index) => record('sponsor', 'Acme', 'Academy', 1, { askedOn: day(on), askedIn: `run-${index}` }));
    const decided = (...runs: readonly number[]) => decisionLog(asked, runs.map((run) => ({ askedIn: `run-${run}`, number: 1, decision: `In review ${run}` })));
    const said = (log: ReturnType<typeof decisionLog>): unknown => {
      const { taken, earlier } = decisionsTaken(portfolio, log)!;
      return [taken, earlier].map((all) => all.map(({ decision }) => decision));
    };
    expect(said(decided(0, 1))).toEqual([[], ['In review 1']]);
    expect(said(decided(0, 1, 2))).toEqual([['In review 2'], []]);
  });

  test('on the day itself counts as soon as something is written beside it', () => {
    const today = { askedOn: day('2026-09-30'), askedIn: 'run-2' };
    const records = [record('exit', 'Acme', null, 1), record('sponsor', 'Acme', 'Academy', 1, today), record('plan', 'Acme', null, 2, today)];
    expect(isoText(decisionsTaken(portfolio, decisionLog(records, []))!.askedOn)).toBe('2026-06-30');
    const found = decisionsTaken(portfolio, decisionLog(records, [{ askedIn: 'run-2', number: 1, decision: 'Dana' }]))!;
    expect([isoText(found.askedOn), found.asked, found.taken.length]).toEqual(['2026-09-30', 1, 1]);
  });

  test('of two reviews of one day is told once, as it was decided', () => {
    const again = record('sponsor', 'Acme', 'Academy', 4, { askedIn: 'run-1b' });
    const log = (askedIn: string, number: number) => decisionLog([record('sponsor', 'Acme', 'Academy', 1), again], [{ askedIn, number, decision: 'Dana' }]);
    for (const found of [decisionsTaken(portfolio, log('run-1', 1))!, decisionsTaken(portfolio, log('run-1b', 4))!]) {
      expect([found.asked, found.taken.length, found.earlier.length]).toEqual([1, 1, 0]);
    }
  });
});

describe('what is kept of it', () => {
  const asked = [record('exit', 'Acme', null, 1), record('plan', 'Acme', null, 2)];

  test('is what was written and not kept yet, or written anew', () => {
    expect(decisionsToKeep(asked, [{ askedIn: 'run-1', number: 2, decision: 'In May' }])).toEqual([{ ...asked[1], decision: 'In May' }]);
    const kept = { ...asked[1]!, decision: 'In May', run: 'run-2' };
    expect(decisionsToKeep([...asked, kept], [{ askedIn: 'run-1', number: 2, decision: 'In May' }])).toEqual([]);
    expect(decisionsToKeep([...asked, kept], [{ askedIn: 'run-1', number: 2, decision: 'In June' }])).toEqual([{ ...asked[1], decision: 'In June' }]);
  });

  test('outlives the sheet on which it was written; the last word counts', () => {
    const kept = ['In May', 'In June'].map((decision, index) => ({ ...asked[1]!, decision, run: `run-${index + 2}` }));
    expect(decisionLog([...asked, ...kept], []).decisionOn(asked[1]!)).toBe('In June');
  });

  test('is nothing of a review that the table does not know, or of a number that was not on its sheet', () => {
    expect(decisionsToKeep(asked, [{ askedIn: 'another', number: 1, decision: 'Yes' }, { askedIn: 'run-1', number: 9, decision: 'Yes' }])).toEqual([]);
  });
});

describe('sponsor gaps since the last review', () => {
  const told = (log: ReturnType<typeof decisionLog>): unknown => {
    const found = gapsChanged(portfolio, log);
    return found && { since: isoText(found.since), opened: found.opened.map(({ initiative }) => initiative.name), closed: found.closed.map(({ record: { initiative }, became }) => [initiative, became.kind]) };
  };

  test('are those that it asked to close and that are closed, and those that it did not know', () => {
    expect(told(decisionLog([record('sponsor', 'Acme', 'Cloud', 1), record('sponsor', 'Acme', 'Robots', 2), record('sponsor', 'Acme', 'Academy', null)], []))).toEqual({
      since: '2026-06-30', opened: ['Data'], closed: [['Cloud', 'named'], ['Robots', 'closed']],
    });
  });

  test('are counted by the write whose snapshots History holds, and not at all where that left no decisions', () => {
    expect(told(decisionLog([record('sponsor', 'Acme', 'Cloud', 1, { askedIn: 'run-9', run: 'run-9' })], []))).toBeNull();
    expect(gapsChanged(judged(partners, initiatives), decisionLog([record('sponsor', 'Acme', 'Cloud', 1)], []))).toBeNull();
  });
});
