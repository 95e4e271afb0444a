/** Names the sponsor that is missing, and goes on to the next. */

import type { ReactNode } from 'react';
import type { Portfolio } from '../../domain/portfolio';
import { goTo } from '../navigation';
import { addressOf, partnerPlace } from '../pages';
import { Section } from '../parts/page';
import { PersonForm, vacancyName } from '../parts/personForm';
import type { Vacancy } from '../parts/vacancies';
import { Link } from '../parts/link';

/** `next`: the vacancy to go on with once this one is filled. */
export function AssignForm({ vacancy, portfolio, next }: { readonly vacancy: Vacancy; readonly portfolio: Portfolio; readonly next: string | null }): ReactNode {
  return (
    <Section title={vacancyName(vacancy)}>
      <PersonForm vacancy={vacancy} portfolio={portfolio} onAssigned={() => goTo({ page: 'sponsors', at: next })} onClose={() => goTo({ page: 'sponsors', at: null })}>
        <Link href={addressOf(partnerPlace(vacancy.partner.key))}>{vacancy.partner.name}</Link>
      </PersonForm>
    </Section>
  );
}
