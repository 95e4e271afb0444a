/** Surveys of a relationship on the scale from 0 to 100, one column at a time (ruling 24). */
import { type Reading, unreadable } from '../domain/cell';
import type { Score } from '../domain/measure';
import { timesPowerOfTen } from './money';

/** A view as it stands in its cell: 8, 4.5 or 85 %. */
export interface SurveyMark {
  readonly value: number;
  readonly percent: boolean;
}

export type SurveyFault = 'mixed-percent' | 'out-of-range';
type Scale = '1-5' | '0-10' | 'percent';

const scaleInHeader = /(?<!\d)(?:(1)\s*(?:[-\u2010-\u2015\u2212]|to)\s*5|0\s*(?:[-\u2010-\u2015\u2212]|to)\s*10)(?!\d)/i;

/** A header without its scale: "Relationship (1-5)" is "Relationship ()". */
export function withoutScale(header: string): string {
  return header.replace(scaleInHeader, '');
}

function headerScale(header: string): Scale | null {
  const found = scaleInHeader.exec(header.normalize('NFKC'));
  if (found === null) return null;
  return found[1] === undefined ? '0-10' : '1-5';
}

function scaleOf(marks: readonly SurveyMark[], header: string): Scale {
  if (marks.some((mark) => mark.percent)) return 'percent';
  return headerScale(header) ?? (marks.every(({ value }) => value >= 1 && value <= 5) ? '1-5' : '0-10');
}

/** Exact for every decimal that a person types: no mark is moved across a threshold by the scaling itself. */
function scored({ value, percent }: SurveyMark, scale: Scale): Score | SurveyFault {
  if (scale === 'percent' && !percent) return 'mixed-percent';
  const [least, most] = scale === '1-5' ? [1, 5] : scale === '0-10' ? [0, 10] : [0, 100];
  if (value < least || value > most) return 'out-of-range';
  if (scale === '1-5') return ((timesPowerOfTen(value, 2) - 100) / 4) as Score;
  return (scale === '0-10' ? timesPowerOfTen(value, 1) : value) as Score;
}

/** The scores of a column's cells, cell by cell. */
export function surveyScores(cells: readonly Reading<SurveyMark>[], header: string): readonly (Reading<Score> | SurveyFault)[] {
  const marks = cells.filter((cell): cell is SurveyMark => cell !== null && cell !== unreadable);
  const scale = scaleOf(marks, header);
  return cells.map((cell) => (cell === null || cell === unreadable ? cell : scored(cell, scale)));
}
