/** The rows of the Assessment table. */
import type { Answer, AnswerField } from '../domain/assessment';
import { areaOf, levelOf } from './assessmentWords';
import { ColumnReaders } from './columnReaders';
import { answerTextFields } from './fields';
import type { TableArea } from './findTables';
import { dataRows } from './tableRows';

/** Rows without a date or an area that can be read are left out, and nothing is reported (ruling 64). A level that cannot be read is not answered. */
export function readAssessment(area: TableArea<AnswerField>, date1904: boolean): readonly Answer[] {
  const cells = new ColumnReaders(area, { date1904, order: null, signs: {} }, []);
  const read = {
    date: cells.date('date'),
    assessor: cells.person('assessor'),
    area: cells.word('area', areaOf),
    level: cells.word('level', levelOf),
    evidence: cells.text('evidence'),
  };
  return dataRows(area, answerTextFields).flatMap((row): readonly Answer[] => {
    const date = read.date(row);
    const answered = read.area(row);
    const level = read.level(row);
    if (typeof date !== 'number' || typeof answered !== 'string') return [];
    return [{
      row: area.source.row + row,
      date,
      assessor: read.assessor(row),
      area: answered,
      level: typeof level === 'number' ? level : null,
      evidence: read.evidence(row),
    }];
  });
}
