/** Names the person that is missing: one field, one press, one cell. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Portfolio } from '../../domain/portfolio';
import { useKept } from '../frame/kept';
import { usePane } from '../frame/paneContext';
import { sponsorGaps as words } from '../sentences/sponsors';
import { CellLink } from './cellLinks';
import { Money } from './money';
import { PersonField } from './personField';
import type { Vacancy } from './vacancies';
import { Button } from './button';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '8px', padding: '12px', marginInline: '-4px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2, border: `1px solid ${tokens.colorNeutralStroke2}` },
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', rowGap: '4px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  presses: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** What is known of the gap: money at risk, days and owner. */
function GapFacts({ vacancy, portfolio }: { readonly vacancy: Vacancy; readonly portfolio: Portfolio }): ReactNode {
  const { figures } = usePane();
  if (vacancy.kind !== 'salesSponsor') return null;
  const { valueAtRisk, days, initiative: { owner } } = vacancy.gap;
  return (
    <>
      {valueAtRisk !== null && <span><Money amount={valueAtRisk} currency={portfolio.rows.currency} />{' '}{words.atRiskShort}</span>}
      {days !== null && <span>{words.days(days, figures.count(days))}</span>}
      <span>{owner === null ? words.noOwner : words.owner(owner)}</span>
    </>
  );
}

/** What is typed is kept under the vacancy, wherever it is being filled. `children`: what stands before the facts. */
export function PersonForm({ vacancy, portfolio, onAssigned, onClose, children }: {
  readonly vacancy: Vacancy;
  readonly portfolio: Portfolio;
  /** The cell holds the name. */
  readonly onAssigned: () => void;
  /** Not now. */
  readonly onClose: () => void;
  readonly children?: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const { edit } = usePane();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useKept(`sponsors/assign/${vacancy.key}`, '');

  // The browser brings what has the focus into sight.
  useEffect(() => field.current?.focus(), []);

  const assign = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return field.current?.focus();
    if (!await edit({ cell: vacancy.cell, value: wanted, what: vacancyName(vacancy) })) return;
    setName('');
    onAssigned();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose();
  };

  return (
    <form className={styles.form} aria-label={vacancyName(vacancy)} onSubmit={(event) => void assign(event)} onKeyDown={onKeyDown}>
      <div className={styles.facts}>
        {children}
        <GapFacts vacancy={vacancy} portfolio={portfolio} />
        <CellLink cell={vacancy.cell} />
      </div>
      <PersonField label={words.person[vacancy.kind]} portfolio={portfolio} value={name} onChange={setName} sponsoring={vacancy.kind === 'salesSponsor'} inputRef={field} />
      <div className={styles.presses}>
        <Button appearance="primary" type="submit">{words.assign}</Button>
        <Button onClick={onClose}>{words.notNow}</Button>
      </div>
    </form>
  );
}

/** "Sales sponsor of Joint cloud launch". */
export function vacancyName(vacancy: Vacancy): string {
  return words.fieldOf[vacancy.kind](vacancy.kind === 'salesSponsor' ? vacancy.gap.initiative.name : vacancy.partner.name);
}
