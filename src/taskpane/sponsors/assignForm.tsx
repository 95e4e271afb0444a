/** Names the sponsor that is missing: one field, one press, one cell. */
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Portfolio } from '../../domain/portfolio';
import { usePane } from '../frame/paneContext';
import { goTo } from '../navigation';
import { addressOf, partnerPlace } from '../pages';
import { CellLink } from '../parts/cellLinks';
import { Money } from '../parts/money';
import { Section } from '../parts/page';
import { PersonForm } from '../parts/personForm';
import { sponsorGaps as words } from '../sentences/sponsors';
import type { Vacancy } from './vacancies';

const useStyles = makeStyles({
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', rowGap: '4px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

const nameOf = (vacancy: Vacancy): string => (vacancy.kind === 'salesSponsor' ? vacancy.gap.initiative.name : vacancy.partner.name);

/** `next`: the vacancy to go on with once this one is filled. */
export function AssignForm({ vacancy, portfolio, next }: { readonly vacancy: Vacancy; readonly portfolio: Portfolio; readonly next: string | null }): ReactNode {
  const styles = useStyles();
  const { figures } = usePane();
  const what = words.fieldOf[vacancy.kind](nameOf(vacancy));
  return (
    <Section title={what}>
      <PersonForm
        name={`sponsors/assign/${vacancy.key}`} label={words.person[vacancy.kind]} what={what} cell={vacancy.cell} portfolio={portfolio} sponsoring={vacancy.kind === 'salesSponsor'}
        onDone={() => goTo({ page: 'sponsors', at: next })} onClose={() => goTo({ page: 'sponsors', at: null })}
      >
        <div className={styles.facts}>
          <Link href={addressOf(partnerPlace(vacancy.partner.key))}>{vacancy.partner.name}</Link>
          {vacancy.kind === 'salesSponsor' && (
            <>
              {vacancy.gap.valueAtRisk !== null && <span><Money amount={vacancy.gap.valueAtRisk} currency={portfolio.rows.currency} />{' '}{words.atRiskShort}</span>}
              {vacancy.gap.days !== null && <span>{words.days(vacancy.gap.days, figures.count(vacancy.gap.days))}</span>}
              <span>{vacancy.gap.initiative.owner === null ? words.noOwner : words.owner(vacancy.gap.initiative.owner)}</span>
            </>
          )}
          <CellLink cell={vacancy.cell} />
        </div>
      </PersonForm>
    </Section>
  );
}
