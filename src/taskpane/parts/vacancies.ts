/** Where a sponsor is missing: in an initiative's row, or in a partner's. */
import type { CellRef } from '../../domain/cell';
import { initiativeKeys } from '../../domain/initiativeKeys';
import type { Partner } from '../../domain/partner';
import type { Portfolio, SponsorGap } from '../../domain/portfolio';
import { fieldCell } from '../../domain/portfolioRows';

export const partnerSponsorFields = ['executiveSponsor', 'partnerSponsor'] as const;
export type PartnerSponsorField = (typeof partnerSponsorFields)[number];

export type Vacancy =
  | { readonly kind: 'salesSponsor'; readonly key: string; readonly partner: Partner; readonly cell: CellRef; readonly gap: SponsorGap }
  | { readonly kind: PartnerSponsorField; readonly key: string; readonly partner: Partner; readonly cell: CellRef };

/** The gaps in their rank, with the keys by which they are addressed. */
export function gapVacancies({ rows, sponsorGaps }: Portfolio): readonly Extract<Vacancy, { readonly kind: 'salesSponsor' }>[] {
  const keys = initiativeKeys(rows);
  return sponsorGaps.map((gap) => ({ kind: 'salesSponsor', key: keys.get(gap.initiative) ?? '', partner: gap.partner, cell: gap.cell, gap }));
}

/** Partners that have not ended without an executive or a partner sponsor, where the workbook has the column; in table order. */
export function partnerVacancies({ rows: { partners: table }, partners }: Portfolio): readonly Vacancy[] {
  if (table === null) return [];
  return partners.flatMap(({ partner }) => (partner.status === 'Ended' ? [] : partnerSponsorFields.flatMap((kind): Vacancy[] => {
    const cell = fieldCell(table, partner.row, kind);
    return cell === undefined || partner[kind] !== null ? [] : [{ kind, key: `${kind}/${partner.key}`, partner, cell }];
  })));
}
