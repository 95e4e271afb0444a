/** One partner in the list: name and rating, health, and the reason that costs it most. */
import { type ReactNode, memo, useMemo } from 'react';
import type { PartnerHealth, Portfolio } from '../../domain/portfolio';
import { reasonsFor } from '../../domain/reasons';
import { usePane } from '../frame/paneContext';
import { addressOf, partnerPlace } from '../pages';
import { RatingTag } from '../parts/rating';
import { RowLink } from '../parts/row';
import { portfolio as words } from '../sentences/portfolio';

/** The sponsor rule first, for it explains a rating that the figure beside it does not. */
function firstReason(portfolio: Portfolio, judged: PartnerHealth): string {
  const reasons = reasonsFor(portfolio, judged);
  const rule = judged.cappedBySponsorRule ? reasons.find(({ dimension }) => dimension === null) : undefined;
  return (rule ?? reasons[0])?.text ?? words.nothingLost;
}

export const PartnerRow = memo(function PartnerRow({ portfolio, judged, tabIndex }: { readonly portfolio: Portfolio; readonly judged: PartnerHealth; readonly tabIndex: 0 | -1 }): ReactNode {
  const { figures } = usePane();
  const reason = useMemo(() => firstReason(portfolio, judged), [portfolio, judged]);
  const { partner, rating, health } = judged;
  return (
    <RowLink
      href={addressOf(partnerPlace(partner.key))} tabIndex={tabIndex} name={partner.name} mark={<RatingTag rating={rating} />}
      figure={health === null ? undefined : figures.score(health, portfolio.policy.bands)} reason={reason}
    />
  );
});
