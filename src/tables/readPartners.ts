/** The rows of the Partners table. */
import { type Reading, unreadable } from '../domain/cell';
import type { Issue } from '../domain/issue';
import type { Score } from '../domain/measure';
import type { Partner, PartnerField, Status } from '../domain/partner';
import { type CellReading, ColumnReaders, errorValue } from './columnReaders';
import { partnerTextFields } from './fields';
import type { TableArea } from './findTables';
import { foundTable, type TableReading } from './foundTable';
import { partnerKey } from './partnerName';
import { sentences } from './sentences';
import { statusOf } from './statusWords';
import { type SurveyMark, surveyScores } from './surveyScale';
import { dataRows } from './tableRows';

type SurveyField = 'relationship' | 'partnersView';

/** Rows without a name and second rows of one partner are reported; every other row is used (ruling 15). */
export function readPartners(area: TableArea<PartnerField>, reading: CellReading): TableReading<Partner, PartnerField> {
  const issues: Issue[] = [];
  const cells = new ColumnReaders(area, reading, issues);
  const read = {
    name: cells.name('partner'),
    tier: cells.text('tier'),
    allianceManager: cells.person('allianceManager'),
    executiveSponsor: cells.person('executiveSponsor'),
    partnerSponsor: cells.person('partnerSponsor'),
    status: cells.word('status', statusOf),
    jointBusinessPlan: cells.date('jointBusinessPlan'),
    lastQbr: cells.date('lastQbr'),
    expectationsAgreed: cells.agreement('expectationsAgreed'),
    relationship: cells.survey('relationship'),
    partnersView: cells.survey('partnersView'),
    surveyDate: cells.date('surveyDate'),
    agreementEnds: cells.date('agreementEnds'),
    noticeBy: cells.date('noticeBy'),
  };
  const rows = dataRows(area, partnerTextFields);
  const firstRows = new Map<string, number>();
  const used: number[] = [];
  const partners: Omit<Partner, SurveyField>[] = [];
  const surveys: Record<SurveyField, Reading<SurveyMark>[]> = { relationship: [], partnersView: [] };

  /** The name of a row's partner and its key; `null` where the row cannot be placed, which is then reported. */
  const placed = (row: number): Pick<Partner, 'name' | 'key'> | null => {
    const name = read.name(row);
    if (name === errorValue) return cells.leaveOutForError('partner', row);
    if (name === null) return cells.leaveOut('missing-partner', 'partner', row, sentences.missingPartner());
    const key = partnerKey(name);
    const first = firstRows.get(key);
    return first === undefined ? { name, key } : cells.leaveOut('duplicate-partner', 'partner', row, sentences.duplicatePartner(name, area.source.row + first));
  };

  const statusAt = (row: number): Status => {
    const status = read.status(row);
    if (status === unreadable) cells.report('unknown-status', 'status', row, sentences.unknownStatus(cells.shown('status', row)));
    if (status === errorValue) cells.reportError('status', row);
    return typeof status === 'string' ? status : 'Active';
  };

  for (const row of rows) {
    const place = placed(row);
    if (place === null) continue;
    firstRows.set(place.key, row);
    used.push(row);
    partners.push({
      row: area.source.row + row,
      ...place,
      tier: read.tier(row),
      allianceManager: read.allianceManager(row),
      executiveSponsor: read.executiveSponsor(row),
      partnerSponsor: read.partnerSponsor(row),
      status: statusAt(row),
      jointBusinessPlan: read.jointBusinessPlan(row),
      lastQbr: read.lastQbr(row),
      expectationsAgreed: read.expectationsAgreed(row),
      surveyDate: read.surveyDate(row),
      agreementEnds: read.agreementEnds(row),
      noticeBy: read.noticeBy(row),
    });
    surveys.relationship.push(read.relationship(row));
    surveys.partnersView.push(read.partnersView(row));
  }

  const scoresOf = (field: SurveyField): readonly Reading<Score>[] => {
    const header = cells.headerOf(field);
    return surveyScores(surveys[field], header).map((score, index) => {
      if (typeof score !== 'string') return score;
      const row = used[index] ?? 0;
      const shown = cells.shown(field, row);
      return cells.report(score, field, row, score === 'mixed-percent' ? sentences.mixedPercent(header, shown) : sentences.outOfRange(header, shown));
    });
  };
  const [relationships, views] = [scoresOf('relationship'), scoresOf('partnersView')];
  const complete = partners.map((partner, index): Partner => ({ ...partner, relationship: relationships[index] ?? null, partnersView: views[index] ?? null }));
  return { table: foundTable(area, rows, complete), count: { rows: rows.length, used: used.length, reported: rows.length - used.length }, issues };
}
