/** What the sheet says where History keeps another judgement of its day than the one it shows. */
import { keptDiffers } from '../domain/keptSnapshots';
import type { Portfolio } from '../domain/portfolio';
import { kept } from './sentencesOfOpening';
import { fit } from './textFit';

/** Nothing where nothing differs. */
export function keptHistory(portfolio: Portfolio): readonly string[] {
  const difference = keptDiffers(portfolio);
  if (difference === null) return [];
  const partners = difference.partners.map((partner) => ({ ...partner, name: fit(partner.name, 40) }));
  return kept.said(portfolio.asOf, { ...difference, partners });
}
