/** Surveys of the relationship: ruling 24. */
import { unreadable } from '../../src/domain/cell';
import { type Cell, formatted, initiativesTable, issueList, partnersTable, read } from './sheet';

const relationships = (header: string, cells: readonly Cell[]) => {
  const rows = read(partnersTable(cells.map((cell, index) => ({ Partner: `P${index}`, [header]: cell }))), initiativesTable([]));
  return { scores: rows.partners?.rows.map(({ relationship, partnersView }) => relationship ?? partnersView), issues: issueList(rows.issues) };
};
const percent = (value: number): Cell => formatted(value, '0%');

test.each<[string, string, Cell[], unknown[]]>([
  ['1-5 where every number is within', 'Relationship', [1, 3.3, '4,5', 5, '', 'n/a'], [0, 57.5, 87.5, 100, null, null]],
  ['0-10 where one number is not', 'Relationship', [1, 4.35, 5, 10, 0.5], [10, 43.5, 50, 100, 5]],
  ['0-10 where the header says so', 'Relationship (0-10)', [1, 3, 5], [10, 30, 50]],
  ['1-5 where the header says so', "Partner's view 1-5", [1, 2, 5], [0, 25, 100]],
  ['a percentage where one cell is one', 'Relationship', ['85%', percent(0.57), percent(1), '12,5 %'], [85, 57, 100, 12.5]],
  ['a percentage, whatever the header says', 'Relationship (1-5)', [percent(0.5)], [50]],
])('ruling 24: the scale is %s', (_, header, cells, scores) => {
  expect(relationships(header, cells)).toEqual({ scores, issues: [] });
});

test('ruling 24: unmarked numbers in a column of percentages are reported', () => {
  expect(relationships('Relationship', [percent(0.85), 85, 0.85])).toEqual({
    scores: [85, unreadable, unreadable], issues: ['mixed-percent Partners!C3', 'mixed-percent Partners!C4'],
  });
});

test.each<[string, string, Cell[]]>([
  ['below 1 on a scale from 1', 'Relationship (1-5)', [0.9, 3]],
  ['above 5', 'Relationship (1-5)', [6, 3]],
  ['below 0', 'Relationship', [-1, 3]],
  ['above 10', 'Relationship', [11, 3]],
  ['above 100 %', 'Relationship', ['101%', '30%']],
])('ruling 24: a mark %s is out of range', (_, header, cells) => {
  const { scores, issues } = relationships(header, cells);
  expect([scores?.[0], issues]).toEqual([unreadable, ['out-of-range Partners!C2']]);
  expect(typeof scores?.[1]).toBe('number');
});

test.each<[Cell, string]>([['good', 'unreadable-number'], ['8/10', 'unreadable-number'], ['$4', 'unreadable-number'], [true, 'unreadable-number'], ['4.125', 'ambiguous-number'], ['#N/A', 'error-value']])(
  'ruling 24: %j is no mark, and has no say in the scale', (cell, code) => {
    const { scores, issues } = relationships('Relationship', [cell, 3]);
    expect(issues).toEqual([`${code} Partners!C2`]);
    expect(scores?.[1]).toBe(50);
  });

test('ruling 24: each column has a scale of its own', () => {
  const rows = read(partnersTable([{ Partner: 'Acme', Relationship: 4, "Partner's view": 8 }]), initiativesTable([]));
  expect(rows.partners?.rows[0]).toMatchObject({ relationship: 75, partnersView: 80 });
});

test('rulings 15 and 24: the mark of a reported row has no say in the scale', () => {
  const { scores, issues } = relationships('Relationship', [3]);
  const rows = read(partnersTable([{ Partner: 'Acme', Relationship: 3 }, { Partner: 'ACME', Relationship: 9 }, { Partner: '', Relationship: 9 }]), initiativesTable([]));
  expect([scores, issues]).toEqual([[50], []]);
  expect(rows.partners?.rows.map(({ relationship }) => relationship)).toEqual([50]);
});
