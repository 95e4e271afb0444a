/** Names the sponsor that is missing: one field, one press, one cell. */
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Portfolio } from '../../domain/portfolio';
import { useKept } from '../frame/kept';
import { usePane } from '../frame/paneContext';
import { goTo } from '../navigation';
import { addressOf, partnerPlace } from '../pages';
import { CellLink } from '../parts/cellLinks';
import { Money } from '../parts/money';
import { Section } from '../parts/page';
import { PersonField } from '../parts/personField';
import { sponsorGaps as words } from '../sentences/sponsors';
import type { Vacancy } from './vacancies';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '8px', padding: '12px', marginInline: '-4px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2, border: `1px solid ${tokens.colorNeutralStroke2}` },
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', rowGap: '4px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  presses: { display: 'flex', columnGap: '8px' },
});

const nameOf = (vacancy: Vacancy): string => (vacancy.kind === 'salesSponsor' ? vacancy.gap.initiative.name : vacancy.partner.name);

/** `next`: the vacancy to go on with once this one is filled. */
export function AssignForm({ vacancy, portfolio, next }: { readonly vacancy: Vacancy; readonly portfolio: Portfolio; readonly next: string | null }): ReactNode {
  const styles = useStyles();
  const { edit, figures } = usePane();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useKept(`sponsors/assign/${vacancy.key}`, '');
  const of = nameOf(vacancy);

  // The browser brings what has the focus into sight.
  useEffect(() => field.current?.focus(), []);

  const close = (): void => goTo({ page: 'sponsors', at: null });
  const assign = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return field.current?.focus();
    if (!await edit({ cell: vacancy.cell, value: wanted, what: words.fieldOf[vacancy.kind](of) })) return;
    setName('');
    goTo({ page: 'sponsors', at: next });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
  };

  return (
    <Section title={words.fieldOf[vacancy.kind](of)}>
      <form className={styles.form} onSubmit={(event) => void assign(event)} onKeyDown={onKeyDown}>
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
        <PersonField label={words.person[vacancy.kind]} portfolio={portfolio} value={name} onChange={setName} sponsoring={vacancy.kind === 'salesSponsor'} inputRef={field} />
        <div className={styles.presses}>
          <Button appearance="primary" type="submit">{words.assign}</Button>
          <Button onClick={close}>{words.notNow}</Button>
        </div>
      </form>
    </Section>
  );
}
