/** The rows of the optional Course corrections table, joined to their partners: ruling 68. */
import type { Correction, CorrectionField, CorrectionRows } from '../domain/correction';
import type { Initiative } from '../domain/initiative';
import type { Issue } from '../domain/issue';
import type { SerialDate } from '../domain/measure';
import type { Partner } from '../domain/partner';
import { type CellReading, ColumnReaders, errorValue } from './columnReaders';
import { dimensionOf } from './dimensionWords';
import { correctionTextFields } from './fields';
import type { TableArea } from './findTables';
import { foundTable } from './foundTable';
import { PartnerLookup } from './partnerLookup';
import { sentences } from './sentences';
import { dataRows } from './tableRows';
import { folded, wordForm } from './textForms';

/** What people write instead of leaving the partner blank. */
const wholePortfolio = new Set(['all', 'all partners', 'portfolio', 'the portfolio', 'whole portfolio']);

/** The partner of each initiative's name; `null` where several partners have one of that name. */
function partnersByInitiative(initiatives: readonly Initiative[]): ReadonlyMap<string, number | null> {
  const partners = new Map<string, number | null>();
  for (const { name, partner } of initiatives) {
    const key = folded(name).trim();
    const known = partners.get(key);
    partners.set(key, known === undefined || known === partner ? partner : null);
  }
  return partners;
}

/** A row without a readable date or without a correction is an issue, and so is an unknown partner; the first fault of a row alone. */
export function readCorrections(area: TableArea<CorrectionField>, partners: readonly Partner[], initiatives: readonly Initiative[], reading: CellReading): CorrectionRows {
  const issues: Issue[] = [];
  const cells = new ColumnReaders(area, reading, issues);
  const lookup = new PartnerLookup(partners);
  const byInitiative = partnersByInitiative(initiatives);
  const read = {
    date: cells.date('date'),
    correction: cells.name('correction'),
    partner: cells.name('partner'),
    initiative: cells.text('initiative'),
    reason: cells.text('reason'),
    measure: cells.text('measure'),
    owner: cells.person('owner'),
    reviewOn: cells.date('reviewOn'),
    status: cells.text('status'),
  };

  const dateField = area.mapping.columns.date === undefined ? 'correction' : 'date';

  /** What the row stands on; `null` where it cannot be placed, which is then reported. */
  const placed = (row: number): Pick<Correction, 'date' | 'correction' | 'partner'> | null => {
    const before = issues.length;
    const date = read.date(row);
    // What is there but no date was reported by its reader.
    if (issues.length > before) return null;
    if (typeof date !== 'number') return cells.leaveOut('missing-date', dateField, row, sentences.correctionWithoutDate());
    const correction = read.correction(row);
    if (correction === errorValue) return cells.leaveOutForError('correction', row);
    if (correction === null) return cells.leaveOut('missing-correction', 'correction', row, sentences.missingCorrection());
    const name = read.partner(row);
    if (name === errorValue) return cells.leaveOutForError('partner', row);
    const partner = name === null ? null : lookup.positionOf(name);
    if (partner !== undefined) return { date, correction, partner };
    if (name !== null && wholePortfolio.has(wordForm(name))) return { date, correction, partner: null };
    return cells.leaveOut('unknown-partner', 'partner', row, sentences.unknownPartnerOfCorrection(name ?? '', lookup.closestTo(name ?? '')));
  };

  const rows = dataRows(area, correctionTextFields);
  const corrections: Correction[] = [];
  for (const row of rows) {
    const place = placed(row);
    if (place === null) continue;
    const initiative = read.initiative(row);
    const reviewOn = read.reviewOn(row);
    corrections.push({
      row: area.source.row + row,
      ...place,
      partner: place.partner ?? (initiative === null ? null : (byInitiative.get(folded(initiative).trim()) ?? null)),
      initiative,
      reason: read.reason(row),
      measure: dimensionOf(read.measure(row) ?? '') ?? 'health',
      owner: read.owner(row),
      reviewOn: typeof reviewOn === 'number' ? (reviewOn as SerialDate) : null,
      status: read.status(row),
    });
  }
  return { table: foundTable(area, rows, corrections), issues };
}
