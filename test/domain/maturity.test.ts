import fc from 'fast-check';
import { type Answer, areas, levels } from '../../src/domain/assessment';
import { type Maturity, assessmentsOf, maturityAt } from '../../src/domain/maturity';
import { defaultPolicy } from '../../src/domain/policy';
import { lawRuns } from '../lawRuns';
import { answersOf, levelsOn } from './answers';
import { asOf, day } from './portfolioRows';

function maturityOf(answers: readonly Answer[], on = asOf): Maturity {
  const maturity = maturityAt(answers, day(on));
  if (maturity === null) throw new Error('There is no assessment.');
  return maturity;
}

const moved = ({ moves }: Maturity): readonly string[] => moves.map(({ area, level }) => `${area} ${level}`);

describe('maturity, ruling 74', () => {
  it('is the mean level of the answered areas over 4, in percent', () => {
    // (3 + 2 + 4 + 1 + 0 + 2 + 3 + 2 + 3) / 9 answered = 20/9; 20/9 / 4 x 100 = 55.5555555...
    const maturity = maturityOf(levelsOn('2026-09-01', '324102323-'));
    expect(maturity).toMatchObject({ answered: 9, maturity: 55.555556, reason: null });
    expect(maturity.profile).toEqual({
      process: 3, approval: 2, roles: 4, profession: 1, standing: 0, staffing: 2, reporting: 3, expectations: 2, plansAndReviews: 3, portfolio: null,
    });
  });

  it.each([
    ['0000000000', 0],
    ['4444444444', 100],
    ['1------2--', null], // 2 answered
    ['1234------', null], // 4 answered
    ['12340-----', 50], // 5 answered: 10/5 = 2 of 4
  ])('of the levels %s is %s', (inOrder, expected) => {
    expect(maturityOf(levelsOn('2026-09-01', inOrder)).maturity).toBe(expected);
  });

  it.each([
    ['3---------', '1 of 10 areas is answered: maturity takes at least 5.'],
    ['3333------', '4 of 10 areas are answered: maturity takes at least 5.'],
  ])('is not given of the levels %s, and says why', (inOrder, reason) => {
    expect(maturityOf(levelsOn('2026-09-01', inOrder))).toMatchObject({ maturity: null, reason, studies: null });
  });

  it.each([
    // Ten answers: 25 of 40 is 62.5 %, 24 is 60 %, 16 is 40 %, 15 is 37.5 %.
    ['3333322222', 62.5, 'Above 60 %: so are successful alliance companies in published studies.'],
    ['3333222222', 60, 'From 40 % to 60 %: in published studies unsuccessful alliance companies are under 40 %, successful ones above 60 %.'],
    ['2222221111', 40, 'From 40 % to 60 %: in published studies unsuccessful alliance companies are under 40 %, successful ones above 60 %.'],
    ['2222211111', 37.5, 'Under 40 %: so are unsuccessful alliance companies in published studies.'],
  ])('of the levels %s is %d %%, against published studies: %s', (inOrder, expected, studies) => {
    expect(maturityOf(levelsOn('2026-09-01', inOrder))).toMatchObject({ maturity: expected, studies });
  });

  it('never falls when an answer rises', () => {
    const level = fc.constantFrom(...levels);
    fc.assert(fc.property(fc.array(level, { minLength: 10, maxLength: 10 }), fc.nat({ max: 9 }), (all, position) => {
      const raised = all.map((own, index) => (index === position ? Math.min(4, own + 1) : own));
      const [before, after] = [all, raised].map((inOrder) => maturityOf(levelsOn('2026-09-01', inOrder.join(''))).maturity ?? -1);
      expect(after).toBeGreaterThanOrEqual(before ?? 0);
    }), lawRuns());
  });
});

describe('an assessment', () => {
  const answers = answersOf(`
    2026-06-01 | reporting | 3
    2026-03-01 | process   | 1
    2026-06-01 | process   | 2
    2026-06-01 | reporting | 1
    2026-06-01 | roles     | 4
    2026-06-01 | roles     |
    2026-07-01 | roles     |`);

  it('is what was answered on one day, the earliest first; a day without any answer is none', () => {
    expect(assessmentsOf(answers).map(({ date }) => date)).toEqual([day('2026-03-01'), day('2026-06-01')]);
  });

  it('holds the lower of two answers of one area, with its row; a blank level below takes the answer back', () => {
    const [, june] = assessmentsOf(answers);
    expect(june?.answers).toMatchObject({ process: { level: 2, row: 3 }, reporting: { level: 1, row: 4 }, roles: { level: null, row: 6 }, portfolio: null });
    expect(maturityOf(answers)).toMatchObject({ answered: 2, profile: { process: 2, reporting: 1, roles: null, portfolio: null } });
  });

  it.each([
    ['2026-02-28', null],
    ['2026-03-01', '2026-03-01'],
    ['2026-05-31', '2026-03-01'],
    ['2026-06-01', '2026-06-01'],
    ['2026-12-31', '2026-06-01'],
  ])('counts from its day on: on %s that of %s', (on, counting) => {
    expect(maturityAt(answers, day(on))?.assessment.date ?? null).toBe(counting === null ? null : day(counting));
  });

  it('is none where nothing was ever answered', () => {
    expect(maturityAt([], day(asOf))).toBeNull();
  });
});

describe('the moves that matter most', () => {
  it('are those on the lowest levels, each with its first action', () => {
    expect(maturityOf(levelsOn('2026-09-01', '3210444444')).moves).toEqual([
      { area: 'profession', level: 0 },
      { area: 'roles', level: 1 },
      { area: 'approval', level: 2 },
    ]);
  });

  it('of one level are taken in the order 10, 9, 1, 7, 3, 2, 8, 6, 4, 5', () => {
    const all = maturityAt(levelsOn('2026-09-01', '2222222222'), day(asOf), {
      ...defaultPolicy, assessment: { ...defaultPolicy.assessment, moves: 10 },
    });
    expect(all?.moves.map(({ area }) => areas.indexOf(area) + 1)).toEqual([10, 9, 1, 7, 3, 2, 8, 6, 4, 5]);
    expect(moved(maturityOf(levelsOn('2026-09-01', '2222222222')))).toEqual(['portfolio 2', 'plansAndReviews 2', 'process 2']);
  });

  it('put a lower level before that order', () => {
    expect(moved(maturityOf(levelsOn('2026-09-01', '3333133333')))).toEqual(['standing 1', 'portfolio 3', 'plansAndReviews 3']);
  });

  it('are answered areas under the highest level, also where too few are answered for a maturity', () => {
    expect(moved(maturityOf(levelsOn('2026-09-01', '-----3---4')))).toEqual(['staffing 3']);
    expect(moved(maturityOf(levelsOn('2026-09-01', '4444444444')))).toEqual([]);
  });
});

describe('the comparison with the last assessment', () => {
  const before = levelsOn('2026-03-01', '222222222-');
  const between = levelsOn('2026-06-01', '2-11111111');

  it('gives the change of the maturity and of each area since the latest earlier one', () => {
    // Then (2 + 8 x 1) / 9 = 10/9: 27.777... %. Now (1 + 9 x 2) / 10 = 1.9: 47.5 %. 47.5 - 27.777... = 19.722222...
    const { comparison } = maturityOf([...levelsOn('2026-09-01', '1222222222'), ...before, ...between]);
    expect(comparison.last).toBe(day('2026-06-01'));
    expect(comparison.maturity).toEqual({ by: 19.722222, reason: null });
    expect(comparison.areas).toMatchObject({ process: { by: -1, reason: null }, roles: { by: 1, reason: null }, portfolio: { by: 1, reason: null } });
    expect(comparison.areas.approval).toEqual({ by: null, reason: 'Not answered on 1 June 2026.' });
  });

  it('is as of the day: later assessments are not seen', () => {
    const { comparison } = maturityOf([...before, ...between], '2026-06-01');
    expect(comparison.last).toBe(day('2026-03-01'));
    expect(comparison.areas.portfolio).toEqual({ by: null, reason: 'Not answered on 1 March 2026.' });
    expect(comparison.areas.approval).toEqual({ by: null, reason: 'Not answered now.' });
  });

  it('says of a maturity on which side too few areas are answered', () => {
    const few = levelsOn('2026-01-01', '33--------');
    expect(maturityOf([...few, ...before], '2026-03-01').comparison.maturity).toEqual({ by: null, reason: 'Too few areas were answered on 1 January 2026.' });
    expect(maturityOf([...before, ...levelsOn('2026-09-01', '33--------')]).comparison.maturity).toEqual({ by: null, reason: 'Too few areas are answered now.' });
  });

  it('is none for the first assessment', () => {
    const none = { by: null, reason: 'There is no earlier assessment.' };
    const { comparison } = maturityOf(before);
    expect(comparison).toMatchObject({ last: null, maturity: none });
    expect(Object.values(comparison.areas)).toEqual(areas.map(() => none));
  });
});
