/** What changed since the last QBR: the weightiest three, and a press for the rest. */
import { type ReactNode, memo, useMemo } from 'react';
import type { Portfolio } from '../../domain/portfolio';
import { type PartnerChange, whatChanged } from '../../domain/whatChanged';
import type { Figures } from '../figures';
import { usePane } from '../frame/paneContext';
import { addressOf, partnerPlace } from '../pages';
import { GrowingList } from '../parts/growingList';
import { Quiet, Section } from '../parts/page';
import { RatingTag } from '../parts/rating';
import { RowLink, RowText } from '../parts/row';
import { changes as words } from '../sentences/portfolio';

const shownAtFirst = 3;
const shownMore = 50;

function textOf(change: PartnerChange, day: string, figures: Figures): string {
  switch (change.kind) {
    case 'rating':
      return words.rating(change.then.rating, day, change.points, figures.ratio(Math.abs(change.points ?? 0)));
    case 'health':
      return words.health(change.points, figures.ratio(Math.abs(change.points)), day);
    case 'ended':
    case 'gone':
      return words[change.kind](change.then.rating, day);
    case 'new':
      return words.new;
    case 'back':
      return words.back(day);
  }
}

const nameOf = (change: PartnerChange): string => (change.kind === 'gone' ? change.then.name : change.judged.partner.name);
const keyOf = (change: PartnerChange): string => (change.kind === 'gone' ? change.then.key : change.judged.partner.key);

/** Nothing before the first QBR. */
/** Drawn anew for another portfolio alone, not at every key of the search below it. */
export const ChangesList = memo(function ChangesList({ portfolio }: { readonly portfolio: Portfolio }): ReactNode {
  const { figures } = usePane();
  const changed = useMemo(() => whatChanged(portfolio), [portfolio]);
  if (changed === null) return null;
  const day = figures.day(changed.since);
  return (
    <Section title={words.title} aside={day}>
      {changed.changes.length === 0 ? <Quiet>{words.none}</Quiet> : (
        <GrowingList items={changed.changes} pressedRows first={shownAtFirst} step={shownMore} label={words.title} keyOf={keyOf}>
          {(change) => {
            const row = { name: nameOf(change), reason: textOf(change, day, figures) };
            if (change.kind === 'gone') return <RowText {...row} />;
            const { rating, health, partner } = change.judged;
            return (
              <RowLink
                {...row} href={addressOf(partnerPlace(partner.key))} mark={<RatingTag rating={rating} />}
                figure={health === null ? undefined : figures.score(health, portfolio.policy.bands)}
              />
            );
          }}
        </GrowingList>
      )}
    </Section>
  );
});
