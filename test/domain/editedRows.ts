/** Rows as they would be with other values in some cells, to be judged anew. */
import type { Partner } from '../../src/domain/partner';
import type { PortfolioRows } from '../../src/domain/portfolioRows';
import type { Edit } from '../../src/domain/whatIf';
import { withInitiatives, withPartners } from './anyRows';

function withValues<Row extends { readonly row: number }>(row: Row, edits: readonly Edit[]): Row {
  return edits.reduce((edited, { field, value }) => ({ ...edited, [field]: value }), row);
}

/** The same rows with these edits of one partner and its initiatives. */
export function editedRows(rows: PortfolioRows, partner: Partner, edits: readonly Edit[]): PortfolioRows {
  const ofPartner = edits.filter((edit) => edit.of === 'partner');
  const ofRow = (row: number): readonly Edit[] => edits.filter((edit) => edit.of === 'initiative' && edit.row === row);
  return withInitiatives(
    withPartners(rows, (partners) => partners.map((row) => (row.row === partner.row ? withValues(row, ofPartner) : row))),
    (initiatives) => initiatives.map((row) => (rows.partners?.rows[row.partner] === partner ? withValues(row, ofRow(row.row)) : row)),
  );
}
