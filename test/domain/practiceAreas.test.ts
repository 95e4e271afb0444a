import { areas, levelNames, levels } from '../../src/domain/assessment';
import { practiceAreas } from '../../src/domain/practiceAreas';

describe.each(areas)('the area %s', (area) => {
  const { name, question, why, levels: levelTexts, firstActions } = practiceAreas[area];
  const described = levels.map((level) => levelTexts[level]);
  const actions = levels.map((level) => firstActions[level]);

  it('has five levels and five first actions, no two alike', () => {
    expect(new Set(described).size).toBe(5);
    expect(new Set(actions).size).toBe(5);
  });

  it('is put in one or two plain sentences each', () => {
    for (const text of [why, ...described, ...actions]) expect(text).toMatch(/^[A-Z][^.!?]{20,}\.(?: [A-Z][^.!?]{20,}\.)?$/);
    expect(question).toMatch(/^[A-Z][^.!?]{20,}\?$/);
    expect(name).toMatch(/^[A-Z][a-z]+(?: [a-z]+)*$/);
  });

  it('is put without words that two people would take differently', () => {
    const vague = /\b(?:mature|maturity|robust|holistic|leverage|appropriate|adequate|sufficient|effective|regularly|usually|generally|mostly|significant)\b/i;
    for (const text of described) expect(text).not.toMatch(vague);
  });

  it('tells the levels apart by what can be shown: something written from the second on, its use, and a record of the last 12 months', () => {
    expect(levelTexts[2]).toMatch(/\b(?:document|policy|rule|page)\b/);
    expect(levelTexts[4]).toMatch(/^In addition, .*\blast 12 months\b/);
    expect(firstActions[4]).toMatch(/^Keep it by /);
  });
});

test('the product text as it stands', () => {
  expect(levelNames).toMatchSnapshot('levels');
  expect(practiceAreas).toMatchSnapshot('areas');
});
