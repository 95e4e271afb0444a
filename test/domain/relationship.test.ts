import { firstPartner } from './portfolioRows';

const relationshipOf = (headers: string, cells: string): number | null =>
  firstPartner(`Partner | ${headers}\nAcme | ${cells}\nOther | ${headers.split('|').map((header) => (header.includes('date') ? '2026-09-01' : '')).join('|')}`)
    .dimensions.relationship.score;

describe('the Relationship dimension, ruling 24', () => {
  it.each([
    ['60 | 90', 75],
    ['60 | ', 60],
    [' | 90', 90],
    ['? | 90', 90],
    [' | ', null],
    ['0 | 100', 50],
  ])('is the mean of the views that are known: %s gives %s', (cells, score) => {
    expect(relationshipOf("Relationship | Partner's view", cells)).toBe(score);
  });

  it.each([
    ['2025-09-30', 60], // 12 months to the day
    ['2025-09-29', null],
    ['2026-09-30', 60],
    ['2026-10-01', null], // has not happened
    ['', null],
    ['?', null],
  ])('with a survey dated "%s" is %s', (surveyDate, score) => {
    expect(relationshipOf('Relationship | Survey date', `60 | ${surveyDate}`)).toBe(score);
  });

  it('ruling 48: does not ask for a date where nobody has entered any yet', () => {
    expect(firstPartner('Partner | Relationship | Survey date\nAcme | 60 | ').dimensions.relationship.score).toBe(60);
  });
});
