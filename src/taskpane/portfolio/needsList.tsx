/** What needs somebody now: at most five things across all pages, each one press away from its place. */
import { makeStyles } from '@fluentui/react-components';
import { type ReactNode, memo, useMemo } from 'react';
import type { Initiative } from '../../domain/initiative';
import { initiativeKeys } from '../../domain/initiativeKeys';
import { type Need, needsNow } from '../../domain/needsNow';
import type { Portfolio } from '../../domain/portfolio';
import type { Figures } from '../figures';
import { usePane } from '../frame/paneContext';
import { type Place, addressOf, partnerPlace } from '../pages';
import { Money } from '../parts/money';
import { Quiet, Section } from '../parts/page';
import { RowLink } from '../parts/row';
import { needs as words, portfolio as portfolioWords } from '../sentences/portfolio';

const useStyles = makeStyles({ list: { margin: 0, padding: 0, listStyleType: 'none', marginInline: '-8px' } });

interface NeedRow {
  readonly name: string;
  readonly place: Place;
  readonly what: string;
}

function rowOf(need: Need, { rows }: Portfolio, figures: Figures): NeedRow {
  const keyOf = (initiative: Initiative): string | null => initiativeKeys(rows).get(initiative) ?? null;
  switch (need.kind) {
    case 'inQuestion': {
      const { advice, agreement } = need;
      const { partner } = advice.judged;
      const until = agreement === null ? null : words.agreementDay(agreement, figures.day(agreement.day));
      return { name: partner.name, place: { page: 'corrections', at: partner.key }, what: words.inQuestion(advice, until) };
    }
    case 'sponsor': {
      const { initiative, severity, partner } = need.gap;
      return { name: initiative.name, place: { page: 'sponsors', at: keyOf(initiative) }, what: words.sponsor(severity, partner.name) };
    }
    case 'correction': {
      const { judged: { partner, rating }, pointsLost } = need;
      return { name: partner.name, place: { page: 'corrections', at: partner.key }, what: words.correction(rating, pointsLost, figures.ratio(pointsLost ?? 0)) };
    }
    case 'agreement':
      return { name: need.partner.name, place: partnerPlace(need.partner.key, 'reviews'), what: words.agreement(need.agreement, figures.day(need.agreement.day)) };
    case 'overTime': {
      const { initiative } = need.breach;
      return { name: initiative.name, place: { page: 'initiatives', at: keyOf(initiative) }, what: words.overTime(need.days, figures.count(need.days)) };
    }
    case 'hiddenMoney':
      return {
        name: words.hiddenMoney(need.initiatives, figures.count(need.initiatives)), place: { page: 'data', at: null },
        what: words.hiddenMoneyCells(need.cells, figures.count(need.cells)),
      };
    case 'review':
      return { name: need.partner.name, place: partnerPlace(need.partner.key, 'reviews'), what: words.review(need.daysOver, figures.count(need.daysOver ?? 0)) };
  }
}

/** Drawn anew for another portfolio alone, not at every key of the search below it. */
export const NeedsList = memo(function NeedsList({ portfolio }: { readonly portfolio: Portfolio }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const { first, all } = useMemo(() => needsNow(portfolio), [portfolio]);
  const { currency } = portfolio.rows;
  if (first.length === 0) return <Section title={words.title}><Quiet>{words.none}</Quiet></Section>;
  return (
    <Section title={words.title} aside={portfolioWords.shown(figures.count(first.length), figures.count(all))}>
      <ul className={styles.list} aria-label={words.title}>
        {first.map((need) => {
          const { name, place, what } = rowOf(need, portfolio, figures);
          const address = addressOf(place);
          return (
            <li key={`${need.kind} ${address}`}>
              <RowLink href={address} name={name} figure={need.atRisk === null ? undefined : <Money amount={need.atRisk} currency={currency} />} reason={what} />
            </li>
          );
        })}
      </ul>
    </Section>
  );
});
